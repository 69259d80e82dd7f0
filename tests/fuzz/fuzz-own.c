/* SPDX-License-Identifier: MIT
 *
 * fuzz-own.c: any bytes as a document of the own format.
 */
#include "fuzz.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    fuzz_read (data, size, "", "");
    return 0;
}
