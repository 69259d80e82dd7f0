/* SPDX-License-Identifier: MIT
 *
 * judgement.c: what we conclude, and what else would explain it. It stands apart from all that
 * sources say, under a label of its own, with whose it is and of when.
 */
#include "scene/maker.h"

static void
add (AttriMaker *m, const char *label, const char *text)
{
    AttriSceneJudgement judgement = {label, attri_scene__keep (m->scene, text)};
    g_array_append_val (m->scene->judgements, judgement);
}

/* A picture as of a day cites nothing later, ourselves included. */
static gboolean
is_later (const AttriMaker *m, AttriDate date)
{
    const AttriStamp *stamp = attri_graph_get_stamp (m->graph);
    return (attri_date_is_set (stamp->known_on) &&
            attri_date_compare (date, stamp->known_on) > 0) ||
           (attri_date_is_set (stamp->as_of) && attri_date_compare (date, stamp->as_of) > 0);
}

void
attri_maker__judgement (AttriMaker *m)
{
    const AttriSavedView *saved = m->options->saved;
    if (saved == NULL || saved->judgement == NULL)
        return;
    if (is_later (m, saved->date)) {
        g_ptr_array_add (m->scene->notes,
                         (gpointer) "Our judgement is later than this picture, and left out.");
        return;
    }
    g_autoptr (GString) text = g_string_new (saved->by);
    g_string_append_printf (text, ", %s", attri_maker__day (m, saved->date));
    if (saved->confidence != NULL)
        g_string_append_printf (text, ", %s confidence", saved->confidence);
    g_string_append_printf (text, ": %s", saved->judgement);
    add (m, "OUR JUDGEMENT", text->str);
    if (saved->alternative != NULL)
        add (m, "ALTERNATIVE", saved->alternative);
}
