/* SPDX-License-Identifier: MIT
 *
 * plate.c: the marking at both ends of a page, and what room it leaves beside it.
 */
#include "layout/work.h"

#define LINE       19
#define LINE_TIGHT 17 /* on a page of fixed size */

int
work_foot_line (const Work *w)
{
    return w->compact ? LINE_TIGHT : LINE;
}

static int
tlp_width (const Work *w)
{
    return attri_measure__width (w->scene->tlp_text, ATTRI_TYPE_TLP) + 18;
}

int
work_right_of_page (const Work *w)
{
    return w->width - ATTRI_MARGIN;
}

/* Where a row must end that the marking stands beside. */
int
work_right_of_marking (const Work *w)
{
    return work_right_of_page (w) - tlp_width (w) - 20;
}

void
work_draw_tlp (Work *w, int y)
{
    int width = tlp_width (w);
    AttriItem plate = {
        .kind = ATTRI_ITEM_PLATE,
        .rect = {w->width - ATTRI_MARGIN - width, y, width, WORK_TLP_TALL},
        .box = ATTRI_NONE,
        .line = ATTRI_NONE,
        .ink = ATTRI_INK_TLP_BACK,
    };
    attri_plan__add (w->plan, &plate);
    attri_plan__add_text (w->plan, plate.rect.x + width / 2, y + 20, ATTRI_TYPE_TLP, ATTRI_INK_TLP,
                          w->scene->tlp_text);
    attri_plan__anchor (w->plan, ATTRI_ANCHOR_MIDDLE);
}
