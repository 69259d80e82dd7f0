/* SPDX-License-Identifier: MIT
 *
 * fuzz-misp.c: any bytes as a MISP galaxy cluster, as a value of one, and as what
 * a value says of itself and of others.
 */
#include "fuzz.h"

#define VALUE(n) "{\"value\": \"V\", \"uuid\": \"00000000-0000-4000-8000-00000000000" n "\""

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    fuzz_read (data, size, "", "");
    fuzz_read (data, size, "{\"type\": \"mitre-intrusion-set\", \"version\": 1, \"values\": [",
               ", " VALUE ("1") "}]}");
    fuzz_read (data, size, "{\"type\": \"threat-actor\", \"values\": [" VALUE ("1") ", \"meta\": ",
               "}, " VALUE ("2") "}]}");
    fuzz_read (data, size,
               "{\"type\": \"threat-actor\", \"values\": [" VALUE ("1") ", \"related\": ",
               "}, " VALUE ("2") "}]}");
    return 0;
}
