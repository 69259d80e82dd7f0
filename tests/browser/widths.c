/* SPDX-License-Identifier: MIT
 *
 * widths.c: tells browser tests how wide the layout takes a text to be: for each line of
 * standard input its width in regular and in bold type of 1000 pixels.
 */
#include "layout/measure-private.h"

#include <stdio.h>

int
main (void)
{
    char line[4096];
    while (fgets (line, sizeof line, stdin) != NULL) {
        g_strchomp (line);
        if (!g_utf8_validate (line, -1, NULL))
            return 2;
        printf ("%d %d\n", attri_measure__width (line, (AttriType){10000, FALSE}),
                attri_measure__width (line, (AttriType){10000, TRUE}));
    }
    return 0;
}
