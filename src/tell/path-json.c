/* SPDX-License-Identifier: MIT
 *
 * In:  chains of claims.
 * Out: a JSON document. Members bear the names of the own file format where the
 *      same thing stands there. Sentences are as in plain text.
 */
#include "tell/claim-json-private.h"
#include "tell/path.h"

/* Strings of the input stay what they are: JSON escapes them once more. */
static char *
copy (const char *input)
{
    return g_strdup (input);
}

typedef void (*Sentence) (const AttriPathTale *self, const AttriProse *prose,
                          const AttriPath *path);

static void
write_sentence (const AttriPathTale *self, AttriJsonText *json, const char *key, Sentence sentence,
                const AttriPath *path)
{
    g_autoptr (GString) text = g_string_new (NULL);
    const AttriProse prose = {text, self->cited, copy};
    sentence (self, &prose, path);
    attri_json_text__string (json, key, text->str);
}

static void
write_end (const AttriPathTale *self, AttriJsonText *json, const char *key, guint32 entity,
           guint32 alias)
{
    attri_json_text__entity (json, key, self->graph, entity);
    if (alias == ATTRI_NONE)
        return;
    g_autofree char *asked = g_strconcat (key, "_alias", NULL);
    attri_json_text__string (json, asked, attri_graph_get_edge (self->graph, alias)->value);
}

static void
write_hop (const AttriPathTale *self, AttriJsonText *json, const AttriPathHop *hop)
{
    const AttriEdge *edge = attri_graph_get_edge (self->graph, hop->edge);
    attri_json_text__open_object (json, NULL);
    attri_json_text__string (json, "direction", edge->from == hop->from ? "forward" : "backward");
    attri_json_text__number (json, "cost", hop->cost);
    attri_json_text__number (json, "pass", hop->pass);
    attri_json_text__string (json, "hedge", attri_hedge_to_string (edge->hedge));
    attri_json_text__edge (json, self->graph, edge);
    attri_json_text__close (json);
}

static void
write_path (const AttriPathTale *self, AttriJsonText *json, const AttriPath *path)
{
    attri_json_text__open_object (json, NULL);
    write_sentence (self, json, "sentence", attri_path__sentence, path);
    attri_json_text__number (json, "cost", path->cost);
    attri_json_text__number (json, "weakest", path->weakest);
    write_sentence (self, json, "weakest_because", attri_path__weakest, path);
    attri_json_text__open_array (json, "hops");
    for (guint i = 0; i < path->hops->len; i++)
        write_hop (self, json, &g_array_index (path->hops, AttriPathHop, i));
    attri_json_text__close (json);
    attri_json_text__open_array (json, "distinct");
    for (guint i = 0; i < path->apart->len; i++) {
        attri_json_text__open_object (json, NULL);
        attri_json_text__edge (json, self->graph,
                               attri_graph_get_edge (self->graph,
                                                     g_array_index (path->apart, guint32, i)));
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
    attri_json_text__close (json);
}

char *
attri_path__to_json (const AttriPathTale *self)
{
    const AttriPathWish *wish = &self->paths->wish;
    AttriJsonText *json = attri_json_text__new ();
    attri_json_text__open_object (json, NULL);
    write_end (self, json, "from", wish->from, wish->from_alias);
    write_end (self, json, "to", wish->to, wish->to_alias);
    attri_json_text__view (json, attri_graph_get_stamp (self->graph));
    attri_json_text__string (json, "caution", attri_path__caution);
    attri_json_text__open_array (json, "chains");
    for (guint i = 0; i < self->paths->paths->len; i++)
        write_path (self, json, g_ptr_array_index (self->paths->paths, i));
    attri_json_text__close (json);
    if (self->paths->paths->len == 0) {
        g_autoptr (GString) text = g_string_new (NULL);
        const AttriProse prose = {text, self->cited, copy};
        attri_path__none (self, &prose);
        attri_json_text__string (json, "none_because", text->str);
    }
    attri_json_text__bibliography (json, self->cited);
    attri_json_text__close (json);
    return attri_json_text__end (json);
}
