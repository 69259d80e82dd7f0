/* SPDX-License-Identifier: MIT
 *
 * icons.c: stroked paths of 24 units around the origin.
 */
#include "draw/icons-private.h"

const char *
attri_icon__path (AttriIcon icon)
{
    static const char *const paths[ATTRI_N_ICONS] = {
        [ATTRI_ICON_GROUP] = "M-8 7a5 5 0 0 1 10 0M-3 -1a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 "
                             "6.8M4 -7.2a3.2 3.2 0 0 1 0 6M5 3a5 5 0 0 1 3.6 4",
        [ATTRI_ICON_CAMPAIGN] = "M-8 -2v4l3 1 9 4v-14l-9 4zM-4 3l1 5h3l-1-4M7 -2a3 3 0 0 1 0 4",
        [ATTRI_ICON_MALWARE] =
            "M-5 0a5 6 0 0 1 10 0v2a5 5 0 0 1-10 0zM-8 -5l3 3M8 -5l-3 3M-9 2h4M9 "
            "2h-4M-8 8l3-3M8 8l-3-3M0 -6v13",
        [ATTRI_ICON_TOOL] = "M-7 7l8-8M1 -1a4.6 4.6 0 1 1 5 5.2L4.5 2.6M1 -1l2.8-2.6",
        [ATTRI_ICON_TARGET] = "M0 8c-5-5-6-7.4-6-9.6a6 6 0 0 1 12 0c0 2.2-1 4.6-6 9.6zM0 0a2 2 0 1 "
                              "0 0-4 2 2 0 0 0 0 4",
        [ATTRI_ICON_STATE] = "M-7 8v-15M-7 -6c5-3 8 3 14 0v8c-6 3-9-3-14 0",
        [ATTRI_ICON_IDENTITY] =
            "M0 0a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2M-6.5 8a6.5 6 0 0 1 13 0",
        [ATTRI_ICON_PLACE] = "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0M-8 0h16M0 -8c-5 5-5 11 0 16M0 "
                             "-8c5 5 5 11 0 16",
        [ATTRI_ICON_SECTOR] = "M-7 8v-14h8v14M1 -1h6v9M-9 8h18M-4 -3h2M-4 1h2M-4 5h2M4 3v1",
        [ATTRI_ICON_TECHNIQUE] = "M-8 -6h16v12h-16zM-5 -2l3 2-3 2M0 3h4",
        [ATTRI_ICON_VULNERABILITY] = "M0 -8l7 3v4c0 4-3 7-7 9c-4-2-7-5-7-9v-4zM0 -4v4M0 3v0.5",
        [ATTRI_ICON_INFRASTRUCTURE] = "M-8 -7h16v6h-16zM-8 1h16v6h-16zM-5 -4h1M-5 4h1M0 -4h5M0 4h5",
        [ATTRI_ICON_OTHER] = "M-7 -7h14v14h-14zM-3 -2h6M-3 2h6",
    };
    return paths[icon];
}
