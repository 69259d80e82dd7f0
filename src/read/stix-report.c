/* SPDX-License-Identifier: MIT
 *
 * stix-report.c: external references go in, the run's reports come out, each
 * URL once. Rows are the run's.
 */
#include "read/stix-report.h"

#include <string.h>

/* ---- references ---- */

/* Where the member @key of a reference belongs, or %NULL. */
static AttriJsonText *
find_field (StixReference *reference, AttriJsonText key, const char **name)
{
    static const char *const names[] = {"url", "source_name", "description", "external_id"};
    AttriJsonText *const fields[] = {&reference->url, &reference->name, &reference->description,
                                     &reference->external_id};

    for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
        if (attri_json__text_reads (key, names[i])) {
            *name = names[i];
            return fields[i];
        }
    }
    return NULL;
}

static gboolean
read_reference (const StixItem *item, AttriJsonText text, guint i, StixReference *reference)
{
    const StixKey list = STIX_KEY_EXTERNAL_REFERENCES;
    AttriJsonText key;
    AttriJsonText value;
    const char *name;

    if (attri_json__text_type (text) != ATTRI_JSON_OBJECT) {
        stix_item_tell (item, READ_RULE_BAD_MEMBER, list, "element %u is %s; expected an object", i,
                        attri_json__type_name (attri_json__text_type (text)));
        return FALSE;
    }
    AttriJsonCursor cursor = attri_json__enter (text);
    while (attri_json__next_member (&cursor, &key, &value)) {
        AttriJsonText *field = find_field (reference, key, &name);
        if (field == NULL)
            continue;
        if (*value.start != '"')
            stix_item_tell (item, READ_RULE_BAD_MEMBER, list,
                            "%s of element %u is %s; expected a string", name, i,
                            attri_json__type_name (attri_json__text_type (value)));
        else if (value.end - value.start > 2)
            *field = value;
    }
    if (reference->name.start == NULL)
        stix_item_tell (item, READ_RULE_BAD_MEMBER, list,
                        "element %u has no source_name; expected one", i);
    return reference->name.start != NULL;
}

GArray *
stix_item_references (const StixItem *self)
{
    GArray *references = self->references;
    const StixKey key = STIX_KEY_EXTERNAL_REFERENCES;

    g_array_set_size (references, 0);
    if (!stix_item_expect (self, key, ATTRI_JSON_ARRAY))
        return references;
    AttriJsonCursor cursor = attri_json__enter (self->members[key]);
    AttriJsonText element;
    for (guint i = 0; attri_json__next_element (&cursor, &element); i++) {
        StixReference reference = {0};
        if (read_reference (self, element, i, &reference))
            g_array_append_val (references, reference);
    }
    return references;
}

static void
trim (const char **text, gsize *length)
{
    while (*length > 0 && g_ascii_isspace (**text)) {
        (*text)++;
        (*length)--;
    }
    while (*length > 0 && g_ascii_isspace ((*text)[*length - 1]))
        (*length)--;
}

gboolean
stix_reference_is_called (const StixReference *reference, const char *name, gsize length)
{
    const AttriJsonText text = reference->name;
    const char *own = text.start + 1;
    gsize own_length = (gsize)(text.end - text.start) - 2;
    g_autofree char *decoded = NULL;

    trim (&name, &length);
    if (memchr (own, '\\', own_length) != NULL) {
        decoded = g_malloc (own_length + 2);
        own_length = attri_json__text_decode (text, decoded);
        own = decoded;
    }
    trim (&own, &own_length);
    return own_length == length && memcmp (own, name, length) == 0;
}

/* ---- reports ---- */

/* Decodes @text behind what is in @into, between white space; its offset. */
static gsize
append_decoded (GString *into, AttriJsonText text)
{
    const gsize offset = into->len;

    if (text.start == NULL)
        return offset;
    g_string_set_size (into, offset + (gsize)(text.end - text.start));
    const char *bytes = into->str + offset;
    gsize length = attri_json__text_decode (text, into->str + offset);
    trim (&bytes, &length);
    memmove (into->str + offset, bytes, length);
    g_string_truncate (into, offset + length);
    return offset;
}

static StixReport *
find_report (StixRun *run, const char *key, gsize length)
{
    gpointer *slot = attri_table__slot (run->reports, key, length, NULL);

    if (*slot == NULL) {
        *slot = attri_arena__alloc (run->arena, 1, sizeof (StixReport));
        g_ptr_array_add (run->all_reports, *slot);
    }
    return *slot;
}

/* Remembers that @report is called @name, for texts that cite it so from elsewhere. */
static void
note_name (StixRun *run, const char *name, StixReport *report)
{
    gpointer *slot = attri_table__slot (run->names, name, strlen (name), NULL);

    if (*slot == NULL)
        *slot = report;
    else if (*slot != report)
        *slot = &run->several;
}

/* Of several names for one report the least is kept, whichever was read first. */
static void
describe_report (StixRun *run, StixReport *report, const char *url, const char *name,
                 const char *description)
{
    if (report->name == NULL || strcmp (name, report->name) != 0)
        note_name (run, name, report);
    if (report->name != NULL) {
        const int order = strcmp (name, report->name);
        if (order > 0 || (order == 0 && strcmp (description, report->description) >= 0))
            return;
    }
    if (report->name == NULL)
        report->url = *url != '\0' ? attri_arena__strdup (run->arena, url) : NULL;
    report->name = attri_arena__strdup (run->arena, name);
    report->description = attri_arena__strdup (run->arena, description);
}

StixReport *
stix_reference_report (StixRun *run, StixReference *reference)
{
    GString *scratch = run->scratch;

    if (reference->report != NULL)
        return reference->report;
    /* URL, name and description, one behind the other. */
    g_string_truncate (scratch, 0);
    append_decoded (scratch, reference->url);
    g_string_append_c (scratch, '\n');
    const gsize name = append_decoded (scratch, reference->name);
    g_string_append_c (scratch, '\n');
    const gsize description = append_decoded (scratch, reference->description);
    reference->report = name > 1 ? find_report (run, scratch->str, name - 1)
                                 : find_report (run, scratch->str, scratch->len);
    scratch->str[name - 1] = '\0';
    scratch->str[description - 1] = '\0';
    describe_report (run, reference->report, scratch->str, scratch->str + name,
                     scratch->str + description);
    return reference->report;
}

static StixReport *
loose_report (StixRun *run, const char *name, gsize length)
{
    GString *scratch = run->scratch;

    g_string_assign (scratch, "\n\n");
    g_string_append_len (scratch, name, (gssize)length);
    StixReport *report = find_report (run, scratch->str, scratch->len);
    if (report->name == NULL) {
        report->name = attri_arena__strdup (run->arena, scratch->str + 2);
        report->description = "";
        report->loose = TRUE;
    }
    return report;
}

/* ---- text ---- */

/* The first `(Citation: X)` in @text; %NULL if there is none. */
static const char *
find_citation (const char *text, const char **name, gsize *length, const char **end)
{
    static const char opening[] = "(Citation:";
    const char *start = strstr (text, opening);
    guint depth = 1;

    if (start == NULL)
        return NULL;
    const char *c = start + sizeof opening - 1;
    *name = c;
    for (; *c != '\0'; c++) {
        depth += *c == '(';
        depth -= *c == ')';
        if (depth == 0)
            break;
    }
    *length = (gsize)(c - *name);
    trim (name, length);
    *end = c + 1;
    return *c != '\0' ? start : NULL;
}

void
stix_text_cites (StixRun *run, const char *text, GArray *references, GPtrArray *reports)
{
    const char *name;
    gsize length;

    for (const char *end; find_citation (text, &name, &length, &end) != NULL; text = end) {
        StixReport *report = NULL;
        if (length == 0)
            continue;
        for (guint i = 0; report == NULL && i < references->len; i++) {
            StixReference *reference = &g_array_index (references, StixReference, i);
            if (reference->external_id.start == NULL &&
                stix_reference_is_called (reference, name, length))
                report = stix_reference_report (run, reference);
        }
        if (report == NULL)
            report = loose_report (run, name, length);
        if (!g_ptr_array_find (reports, report, NULL))
            g_ptr_array_add (reports, report);
    }
}

/* If a link begins at @at, as `[name](https://…)`: behind its name, and behind it all. */
static gboolean
is_link (const char *at, const char **end_of_name, const char **end)
{
    if (*at != '[')
        return FALSE;
    const char *close = at + 1 + strcspn (at + 1, "[]");
    if (!g_str_has_prefix (close, "](http"))
        return FALSE;
    const char *last = close + 2 + strcspn (close + 2, "()[] \n");
    if (*last != ')')
        return FALSE;
    *end_of_name = close;
    *end = last + 1;
    return TRUE;
}

static void
strip (GString *out)
{
    while (out->len > 0 && g_ascii_isspace (out->str[out->len - 1]))
        g_string_truncate (out, out->len - 1);
}

/* Appends what is before @end: links as their names, line breaks and tabs as one blank, no white
 * space at the end. */
static void
append_plain (GString *out, const char *text, const char *end)
{
    const char *end_of_name;
    const char *end_of_link;

    while (text < end) {
        const char *plain = text;
        while (text < end && *text != '[' && *text != '\n' && *text != '\r' && *text != '\t')
            text++;
        g_string_append_len (out, plain, text - plain);
        if (text == end)
            break;
        if (*text != '[') {
            strip (out);
            while (text < end && g_ascii_isspace (*text))
                text++;
            g_string_append_c (out, ' ');
        } else if (is_link (text, &end_of_name, &end_of_link) && end_of_link <= end) {
            g_string_append_len (out, text + 1, (gssize)(end_of_name - text - 1));
            text = end_of_link;
        } else {
            g_string_append_c (out, *text++);
        }
    }
    strip (out);
}

const char *
stix_text_plain (StixRun *run, const char *text)
{
    GString *scratch = run->scratch;
    const char *start;
    const char *name;
    const char *end;
    gsize length;

    g_string_truncate (scratch, 0);
    while ((start = find_citation (text, &name, &length, &end)) != NULL) {
        append_plain (scratch, text, start);
        text = end;
    }
    append_plain (scratch, text, text + strlen (text));
    const char *plain = scratch->str;
    length = scratch->len;
    trim (&plain, &length);
    return length > 0 ? attri_arena__strndup (run->arena, plain, length) : NULL;
}
