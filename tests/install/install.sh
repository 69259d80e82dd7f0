#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs into an empty prefix and uses what is there as a stranger would: by
# find_package and by pkg-config, then all again after the prefix has moved.
# usage: install.sh CMAKE BUILD SOURCE CC LIBDIR LIBEXECDIR SANITIZERS
set -eu

cmake=$1 build=$2 source=$3 cc=$4 libdir=$5 libexecdir=$6 sanitizers=$7

if [ -n "$sanitizers" ]; then
    echo "skipped: a stranger's program is not built with sanitizers, and the library is"
    exit 77
fi

# Nothing here may find the build tree, and nothing installed outside.
unset ATTRIGRAPH_LIBEXEC LD_LIBRARY_PATH PKG_CONFIG_PATH DESTDIR || :
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail () {
    echo "FAILED: $*" >&2
    exit 1
}

# The consumer draws through both helpers.
use () {
    answer=$(LD_LIBRARY_PATH="$1/$libdir" "$2") || fail "$2 in $1 ended with status $?"
    [ "$answer" = "placed by dot
painted well" ] || fail "$2 in $1 said: $answer"
}

build_by_cmake () {
    if ! "$cmake" -S "$source/tests/install/consumer" -B "$2" -G Ninja \
        -DCMAKE_C_COMPILER="$cc" -DCMAKE_PREFIX_PATH="$1" >"$work/log" 2>&1 ||
        ! "$cmake" --build "$2" >>"$work/log" 2>&1; then
        cat "$work/log" >&2
        fail "find_package"
    fi
}

build_by_pkg_config () {
    flags=$(PKG_CONFIG_PATH="$1/$libdir/pkgconfig" pkg-config --cflags --libs attrigraph) ||
        fail "pkg-config"
    # shellcheck disable=SC2086
    "$cc" -o "$2" "$source/tests/install/consumer/consumer.c" $flags || fail "pkg-config: $flags"
}

# The program, once it is built: the case as SVG and PNG.
draw_the_case () {
    if [ ! -x "$1/bin/attrigraph" ]; then
        echo "no program is installed yet: only the library is tried"
        return
    fi
    for format in svg png; do
        "$1/bin/attrigraph" draw "$source/data/tag-22" --focus TAG-22 -o "$work/tag-22.$format" ||
            fail "draw $format from $1"
        [ -s "$work/tag-22.$format" ] || fail "an empty $format from $1"
    done
}

"$cmake" --install "$build" --prefix "$work/first" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    fail "install"
}
for helper in layout paint; do
    [ -x "$work/first/$libexecdir/attrigraph/attrigraph-$helper" ] || fail "no attrigraph-$helper"
done
for script in bash-completion/completions/attrigraph zsh/site-functions/_attrigraph \
    fish/vendor_completions.d/attrigraph.fish; do
    [ -s "$work/first/share/$script" ] || fail "no completion $script"
done
# Words of the build or of this place in what tells others about us would break a move.
if grep -rlF -e "$build" -e "$source" -e "$work" \
    "$work/first/$libdir/cmake" "$work/first/$libdir/pkgconfig"; then
    fail "these name a place that is not theirs"
fi

build_by_cmake "$work/first" "$work/consumer"
use "$work/first" "$work/consumer/consumer"
build_by_pkg_config "$work/first" "$work/plain"
use "$work/first" "$work/plain"
draw_the_case "$work/first"

# Programs built before the move, and others built after it.
mv "$work/first" "$work/second"
use "$work/second" "$work/plain"
build_by_cmake "$work/second" "$work/consumer-moved"
use "$work/second" "$work/consumer-moved/consumer"
build_by_pkg_config "$work/second" "$work/plain-moved"
use "$work/second" "$work/plain-moved"
draw_the_case "$work/second"

# It was these helpers that answered: without one there is an error that names it.
mv "$work/second/$libexecdir/attrigraph/attrigraph-layout" "$work/away"
if said=$(LD_LIBRARY_PATH="$work/second/$libdir" "$work/plain" 2>&1); then
    fail "drew without the layout helper: is another installed?"
fi
case $said in
*"cannot find the program attrigraph-layout in "*) ;;
*) fail "without the layout helper it said: $said" ;;
esac
echo "installed, moved and used"
