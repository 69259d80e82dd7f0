/* SPDX-License-Identifier: MIT
 *
 * news.c: what changed, in words, below a picture that compares.
 */
#include "layout/work.h"

#define SAMPLE 16 /* of a line, before what became of it */
#define MIXED  8  /* between lines of two tall scripts, beyond what either needs */

/* Its words are cut short, never its numbers. */
static void
add_news_text (Work *w, const AttriSceneNews *line, int x, int y, int width)
{
    const int numbers = attri_measure__width (line->numbers, ATTRI_TYPE_STRONG) + 8;
    g_autoptr (GPtrArray) text =
        attri_measure__wrap (line->text, ATTRI_TYPE_ROW, width - numbers, 1);
    g_autofree char *words =
        g_strconcat (g_ptr_array_index (text, 0), *line->numbers != '\0' ? " " : "", NULL);
    AttriItem *item = attri_plan__add_text (w->plan, x, y, ATTRI_TYPE_ROW, ATTRI_INK_TEXT, words);
    item->strong = *line->numbers != '\0' ? line->numbers : NULL;
    item->rect.w += numbers;
}

/* What changed, line by line in two columns, each after a sample of its line. */
int
work_draw_news (Work *w, int y, int right)
{
    const GArray *news = w->scene->news;
    if (news->len == 0)
        return y;
    attri_plan__add_text (w->plan, ATTRI_MARGIN, y, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT, "Changed");
    /* Of two scripts in one line one may hang as low as the next line's reaches high, and fonts
     * differ most in how wide they are: such lines stand further apart, and alone. */
    gboolean mixed = FALSE;
    for (guint i = 0; i < news->len; i++) {
        const char *text = g_array_index (news, AttriSceneNews, i).text;
        mixed = mixed || attri_measure__step (text, ATTRI_TYPE_ROW, 0) > 0;
    }
    const int step = work_foot_line (w) + (mixed ? MIXED : 0);
    const guint columns = mixed ? 1 : 2;
    const int width = (right - WORK_FOOT_X) / (int)columns;
    const guint rows = (news->len + columns - 1) / columns;
    for (guint i = 0; i < news->len; i++) {
        const AttriSceneNews *line = &g_array_index (news, AttriSceneNews, i);
        const int x = WORK_FOOT_X + width * (int)(i / rows), at = y + step * (int)(i % rows);
        const AttriItem sample = {
            .kind = ATTRI_ITEM_DASH,
            .rect = {x, at - 4, SAMPLE, 0},
            .box = ATTRI_NONE,
            .line = ATTRI_NONE,
            .change = line->change,
            .compared = TRUE,
        };
        if (line->change != ATTRI_CHANGE_NONE)
            attri_plan__add (w->plan, &sample);
        add_news_text (w, line, x + SAMPLE + 8, at, width - SAMPLE - 8 - 16);
    }
    return y + step * (int)rows + 6;
}
