/* SPDX-License-Identifier: MIT
 *
 * fields.c: an object of the tree and a table of its fields go in; values in a
 * struct and findings come out. Strings stay those of the tree.
 */
#include "read/fields.h"

#include "base/text-private.h"

#include <string.h>

#define MAX_ID_BYTES 256

G_STATIC_ASSERT (sizeof (AttriStance) == sizeof (int));

static gboolean
is_id (const char *text)
{
    if (strlen (text) > MAX_ID_BYTES || attri_text__has_hidden (text))
        return FALSE;
    for (; *text != '\0'; text = g_utf8_next_char (text)) {
        const gunichar c = g_utf8_get_char (text);
        if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
            return FALSE;
    }
    return TRUE;
}

/* Parts of 1 to @most bytes, each a @member, joined by single hyphens. */
static gboolean
is_hyphenated (const char *text, gboolean (*member) (char c), gsize most)
{
    gsize length = 0;

    for (; *text != '\0'; text++) {
        if (*text == '-' && length == 0)
            return FALSE;
        if (*text != '-' && (!member (*text) || length == most))
            return FALSE;
        length = *text == '-' ? 0 : length + 1;
    }
    return length > 0;
}

static gboolean
is_word_member (char c)
{
    return g_ascii_islower (c) || g_ascii_isdigit (c);
}

static gboolean
is_word (const char *text)
{
    return strlen (text) <= 250 && is_hyphenated (text, is_word_member, 250);
}

static gboolean
is_language_member (char c)
{
    return g_ascii_isalnum (c);
}

static gboolean
is_language (const char *text)
{
    return g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]) &&
           is_hyphenated (text, is_language_member, 8);
}

static gboolean
is_country (const char *text)
{
    return strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
}

static gboolean
is_link (const char *text)
{
    const char *rest = NULL;

    if (g_ascii_strncasecmp (text, "https://", 8) == 0)
        rest = text + 8;
    else if (g_ascii_strncasecmp (text, "http://", 7) == 0)
        rest = text + 7;
    if (rest == NULL || *rest == '\0' || attri_text__has_hidden (text))
        return FALSE;
    for (; *rest != '\0'; rest++) {
        if ((guchar)*rest <= ' ' || *rest == '\x7f')
            return FALSE;
    }
    return TRUE;
}

const TextCheck check_id = {is_id, READ_RULE_BAD_ID,
                            "an id of up to 256 bytes without white space "
                            "and hidden characters"};
const TextCheck check_word = {is_word, READ_RULE_BAD_VALUE,
                              "lower-case letters and digits with hyphens between them"};
const TextCheck check_link = {is_link, READ_RULE_UNSAFE_LINK, "http:// or https://"};
const TextCheck check_language = {is_language, READ_RULE_BAD_VALUE,
                                  "a language tag such as en or zh-Hant"};
const TextCheck check_country = {is_country, READ_RULE_BAD_VALUE, "two capital letters such as CN"};

static gboolean
read_text (const Node *node, const Field *field, const char **into)
{
    if (!node_expect (node, ATTRI_JSON_STRING))
        return FALSE;

    const char *text = attri_json__get_string (node->json);
    if (*text == '\0') {
        node_tell (node, READ_RULE_BAD_VALUE, "empty text; expected some, or no such field");
        return FALSE;
    }
    *into = text;
    if (field->check == NULL || field->check->ok (text))
        return TRUE;
    g_autofree char *quoted = attri_text__quote (text);
    node_tell (node, field->check->rule, "%s is not allowed here; expected %s", quoted,
               field->check->expected);
    return read_rule (field->check->rule)->severity != ATTRI_SEVERITY_ERROR;
}

/* "a, b or c" */
static char *
list_words (const char *const *words)
{
    GString *list = g_string_new (words[0]);

    for (gsize i = 1; words[i] != NULL; i++)
        g_string_append_printf (list, "%s%s", words[i + 1] != NULL ? ", " : " or ", words[i]);
    return g_string_free (list, FALSE);
}

/* The index of the word in @words, or -1 after a finding. */
static int
read_choice (const Node *node, const char *const *words)
{
    if (!node_expect (node, ATTRI_JSON_STRING))
        return -1;

    const char *text = attri_json__get_string (node->json);
    for (int i = 0; words[i] != NULL; i++) {
        if (strcmp (text, words[i]) == 0)
            return i;
    }
    g_autofree char *quoted = attri_text__quote (text);
    g_autofree char *list = list_words (words);
    const char *nearest = attri_text_nearest (text, words);
    /* Any letter is near to any other, which would help nobody. */
    if (nearest != NULL && (text[1] != '\0' || g_ascii_strcasecmp (text, nearest) == 0))
        node_tell (node, READ_RULE_BAD_VALUE, "%s is unknown; expected %s, perhaps %s", quoted,
                   list, nearest);
    else
        node_tell (node, READ_RULE_BAD_VALUE, "%s is unknown; expected %s", quoted, list);
    return -1;
}

static gboolean
read_number (const Node *node, const Field *field, gint64 *into)
{
    gint64 value;

    if (!node_expect (node, ATTRI_JSON_NUMBER))
        return FALSE;
    const gboolean whole = attri_json__get_integer (node->json, &value);
    if (!whole || value < field->min || value > field->max) {
        g_autofree char *literal = node_literal (node);
        node_tell (node, READ_RULE_BAD_VALUE,
                   "%s is %s; expected %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, literal,
                   whole ? "out of range" : "no whole number in range", field->min, field->max);
        return FALSE;
    }
    *into = value;
    return TRUE;
}

static gboolean
read_bool (const Node *node, gboolean *into)
{
    if (!node_expect (node, ATTRI_JSON_BOOL))
        return FALSE;
    *into = attri_json__get_bool (node->json);
    return TRUE;
}

static gboolean
read_date (const Node *node, AttriDate *into)
{
    if (!node_expect_as (node, ATTRI_JSON_STRING, "a date in quotes"))
        return FALSE;

    const char *text = attri_json__get_string (node->json);
    if (attri_date_parse (text, into))
        return TRUE;
    g_autofree char *quoted = attri_text__quote (text);
    node_tell (node, READ_RULE_BAD_DATE, "%s is no date; expected YYYY, YYYY-MM or YYYY-MM-DD",
               quoted);
    return FALSE;
}

static gboolean
read_tlp (const Node *node, AttriTlp *into)
{
    static const char *const words[] = {"CLEAR", "GREEN",    "AMBER", "AMBER+STRICT",
                                        "RED",   "unmarked", NULL};

    if (attri_json__get_type (node->json) == ATTRI_JSON_STRING &&
        attri_tlp_parse (attri_json__get_string (node->json), into))
        return TRUE;
    /* Only the last of them is not read above. */
    if (read_choice (node, words) < 0)
        return FALSE;
    *into = ATTRI_TLP_UNMARKED;
    return TRUE;
}

static gboolean
read_json (const Node *node, FieldKind kind, const AttriJson **into)
{
    if (kind == FIELD_OBJECT && !node_expect (node, ATTRI_JSON_OBJECT))
        return FALSE;
    if (kind == FIELD_ARRAY && !node_expect (node, ATTRI_JSON_ARRAY))
        return FALSE;
    *into = node->json;
    return TRUE;
}

gboolean
field_read (const Node *node, const Field *field, gpointer into)
{
    gpointer slot = (char *)into + field->offset;
    int choice;

    switch (field->kind) {
    case FIELD_TEXT:
        return read_text (node, field, slot);
    case FIELD_CHOICE:
        choice = read_choice (node, field->words);
        if (choice >= 0)
            *(int *)slot = choice + (int)field->min;
        return choice >= 0;
    case FIELD_CHOICE_TEXT:
        choice = read_choice (node, field->words);
        if (choice >= 0)
            *(const char **)slot = field->words[choice];
        return choice >= 0;
    case FIELD_NUMBER:
        return read_number (node, field, slot);
    case FIELD_BOOL:
        return read_bool (node, slot);
    case FIELD_DATE:
        return read_date (node, slot);
    case FIELD_TLP:
        return read_tlp (node, slot);
    case FIELD_OBJECT:
    case FIELD_ARRAY:
    case FIELD_ANY:
        return read_json (node, field->kind, slot);
    }
    return FALSE;
}

void
fields_tell_unknown (const Reader *reader, AttriPlace place, const char *pointer, const char *key,
                     const char *const *names)
{
    const AttriRule *rule = read_rule (READ_RULE_UNKNOWN_FIELD);
    const char *nearest = attri_text_nearest (key, names);
    g_autofree char *quoted = attri_text__quote (key);

    if (nearest != NULL)
        attri_findings_add (reader->findings, rule, place, pointer,
                            "unknown field %s is ignored; expected '%s'", quoted, nearest);
    else
        attri_findings_add (reader->findings, rule, place, pointer,
                            "unknown field %s is ignored; expected a field of the format", quoted);
}

static void
tell_unknown (const Node *member, const Field *fields, gsize n)
{
    g_autofree const char **names = g_new0 (const char *, n + 1);
    g_autofree char *pointer = node_pointer (member);

    for (gsize i = 0; i < n; i++)
        names[i] = fields[i].name;
    fields_tell_unknown (member->reader, node_key_place (member), pointer, member->key, names);
}

static const char *
describe_kind (const Field *field)
{
    switch (field->kind) {
    case FIELD_NUMBER:
        return "a number";
    case FIELD_OBJECT:
        return "an object";
    case FIELD_ARRAY:
        return "an array";
    case FIELD_BOOL:
        return "true or false";
    case FIELD_DATE:
        return "a date";
    default:
        return "a string";
    }
}

gboolean
fields_read (const Node *node, const Field *fields, gsize n, gpointer into)
{
    guint32 seen = 0;
    gboolean ok = TRUE;

    if (!node_expect (node, ATTRI_JSON_OBJECT))
        return FALSE;
    for (const AttriJson *json = attri_json__get_first (node->json); json != NULL;
         json = attri_json__get_next (json)) {
        const Node member = node_member (node, json);
        gsize i = 0;
        while (i < n && strcmp (fields[i].name, member.key) != 0)
            i++;
        if (i == n) {
            tell_unknown (&member, fields, n);
            continue;
        }
        seen |= 1u << i;
        ok = field_read (&member, &fields[i], into) && ok;
    }
    for (gsize i = 0; i < n; i++) {
        if (fields[i].required && (seen & 1u << i) == 0) {
            node_tell (node, READ_RULE_MISSING_FIELD, "no '%s'; expected %s", fields[i].name,
                       describe_kind (&fields[i]));
            ok = FALSE;
        }
    }
    return ok;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* FALSE after a finding that two of @n ids are the same. */
static gboolean
all_different (const Node *node, const char *const *ids, guint n)
{
    g_autofree const char **sorted = g_memdup2 (ids, n * sizeof *ids);

    qsort (sorted, n, sizeof *sorted, compare_texts);
    for (guint i = 1; i < n; i++) {
        if (strcmp (sorted[i - 1], sorted[i]) == 0) {
            g_autofree char *quoted = attri_text__quote (sorted[i]);
            node_tell (node, READ_RULE_REPEATED_ID, "%s is named twice; expected each id once",
                       quoted);
            return FALSE;
        }
    }
    return TRUE;
}

gboolean
fields_read_ids (const Node *node, const char ***ids)
{
    static const Field field = {.kind = FIELD_TEXT, .check = &check_id};
    g_autoptr (GPtrArray) list = g_ptr_array_new ();
    gboolean ok = TRUE;
    guint index = 0;

    for (const AttriJson *json = attri_json__get_first (node->json); json != NULL;
         json = attri_json__get_next (json)) {
        const Node element = node_element (node, json, index++);
        const char *id = NULL;
        ok = field_read (&element, &field, &id) && ok;
        g_ptr_array_add (list, (gpointer)id);
    }
    if (list->len == 0) {
        node_tell (node, READ_RULE_BAD_VALUE, "empty list; expected ids, or no such field");
        return FALSE;
    }
    if (!ok || !all_different (node, (const char *const *)list->pdata, list->len))
        return FALSE;
    g_ptr_array_add (list, NULL);
    *ids = (const char **)g_ptr_array_free (g_steal_pointer (&list), FALSE);
    return TRUE;
}

gboolean
fields_read_ids_member (const Node *node, const AttriJson *json, const char ***ids)
{
    if (json == NULL)
        return TRUE;
    const Node member = node_member (node, json);
    return fields_read_ids (&member, ids);
}
