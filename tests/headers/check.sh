#!/bin/sh
# SPDX-License-Identifier: MIT
# Every public header compiles alone, twice over, as C17 and as C++17.
# usage: check.sh INCLUDE_FOLDER CC CXX GLIB_FLAG…
set -eu

include=$1 cc=$2 cxx=$3
shift 3

failed=0
compile () {
    header=$1 language=$2 compiler=$3 standard=$4
    shift 4
    printf '#include <attrigraph/%s>\n#include <attrigraph/%s>\n' "$header" "$header" |
        "$compiler" -x "$language" "-std=$standard" -fsyntax-only -pedantic -Wall -Wextra -Werror \
            -I "$include" "$@" - || {
        echo "$header does not compile alone as $standard" >&2
        failed=1
    }
}

n=0
for path in "$include"/attrigraph/*.h; do
    header=${path##*/}
    compile "$header" c "$cc" c17 "$@"
    compile "$header" c++ "$cxx" c++17 "$@"
    n=$((n + 1))
done
echo "$n headers"
[ "$n" -gt 5 ] && [ "$failed" -eq 0 ]
