/* SPDX-License-Identifier: MIT
 *
 * misp-text.c: a member of a cluster goes in; its texts and where each stands come out, and a
 * finding for what is none.
 */
#include "read/misp-run.h"

void
misp_tell (const MispGalaxy *galaxy, ReadRule rule, AttriPlace place, const char *pointer,
           const char *format, ...)
{
    va_list args;
    va_start (args, format);
    g_autofree char *message = g_strdup_vprintf (format, args);
    va_end (args);
    attri_findings_add (galaxy->reader->findings, read_rule (rule), place, pointer, "%s", message);
}

static void
add_text (const MispGalaxy *galaxy, GArray *texts, const AttriJson *json, AttriPlace place,
          const char *pointer)
{
    const AttriJsonType type = attri_json__get_type (json);
    if (type != ATTRI_JSON_STRING) {
        misp_tell (galaxy, READ_RULE_BAD_MEMBER, place, pointer, "%s; expected a string",
                   attri_json__type_name (type));
        return;
    }
    char *text = attri_arena__strdup (galaxy->run->strings, attri_json__get_string (json));
    const MispText row = {g_strstrip (text), place, pointer};
    if (*row.text != '\0')
        g_array_append_val (texts, row);
    else
        misp_tell (galaxy, READ_RULE_BAD_MEMBER, place, pointer,
                   "empty text; expected some, or no such member");
}

/* Where the elements of a list are is told by going along with them. */
GArray *
misp_texts (const MispGalaxy *galaxy, const Node *parent, const AttriJson *json)
{
    GArray *texts = g_array_new (FALSE, FALSE, sizeof (MispText));
    if (json == NULL)
        return texts;

    AttriArena *strings = galaxy->run->strings;
    const Node member = node_member (parent, json);
    g_autofree char *pointer = node_pointer (&member);
    const AttriJsonType type = attri_json__get_type (json);
    if (type != ATTRI_JSON_ARRAY) {
        add_text (galaxy, texts, json, node_place (&member),
                  attri_arena__strdup (strings, pointer));
        return texts;
    }
    AttriJsonSpan span = node_first_span (&member);
    guint index = 0;
    for (json = attri_json__get_first (json); json != NULL; json = attri_json__get_next (json)) {
        add_text (galaxy, texts, json, (AttriPlace){galaxy->reader->name, span.line, span.column},
                  misp_printf (strings, "%s/%u", pointer, index++));
        span = attri_json__locate_next (galaxy->reader->document, &span);
    }
    return texts;
}
