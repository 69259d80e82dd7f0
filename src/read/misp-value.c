/* SPDX-License-Identifier: MIT
 *
 * misp-value.c: a value of a galaxy becomes an entity, and its other names statements.
 *
 * An entity's id is its STIX type and the value's UUID. In a mitre-* galaxy that is the very id of
 * ATT&CK's object, so the records are one. In all others it is what MISP itself exports to STIX,
 * so such an export and the galaxy meet, and nothing else has it.
 *
 * The refs of a value are given for it as a whole. Which of them says which name or country is
 * not told, so they stay references of the entity: a claim that cites thirty reports, of which
 * one may say so, would look better founded than it is.
 */
#include "read/misp-run.h"

#include "base/text-private.h"
#include "read/fields.h"

#include <string.h>

#define ORIGIN "origin:"

/* What a value is made of. */
typedef struct {
    const AttriJson *value;
    const AttriJson *uuid;
    const AttriJson *description;
    const AttriJson *meta;
    const AttriJson *related;
} Members;

static void
tell_unread (const MispGalaxy *galaxy, const Node *parent, const AttriJson *json)
{
    const Node member = node_member (parent, json);
    g_autofree char *pointer = node_pointer (&member);
    g_autofree char *quoted = attri_text__quote (member.key);
    misp_tell (galaxy, READ_RULE_UNREAD_FIELD, node_piece_place (parent), pointer,
               "field %s is not read", quoted);
}

static Members
read_members (const MispGalaxy *galaxy, const Node *node)
{
    Members members = {0};
    for (const AttriJson *json = attri_json__get_first (node->json); json != NULL;
         json = attri_json__get_next (json)) {
        const char *key = attri_json__get_key (json);
        if (strcmp (key, "value") == 0)
            members.value = json;
        else if (strcmp (key, "uuid") == 0)
            members.uuid = json;
        else if (strcmp (key, "description") == 0)
            members.description = json;
        else if (strcmp (key, "meta") == 0)
            members.meta = json;
        else if (strcmp (key, "related") == 0)
            members.related = json;
        else
            tell_unread (galaxy, node, json);
    }
    return members;
}

/* The one text of @json, or %NULL, which is told of. */
static const char *
read_text (const MispGalaxy *galaxy, const Node *parent, const AttriJson *json)
{
    if (json != NULL && attri_json__get_type (json) == ATTRI_JSON_ARRAY) {
        const Node member = node_member (parent, json);
        node_tell (&member, READ_RULE_BAD_MEMBER, "an array; expected a string");
        return NULL;
    }
    g_autoptr (GArray) texts = misp_texts (galaxy, parent, json);
    return texts->len > 0 ? g_array_index (texts, MispText, 0).text : NULL;
}

/* ---- names ---- */

static int
compare_credits (gconstpointer a, gconstpointer b)
{
    const MispCredit *x = a;
    const MispCredit *y = b;
    const int order = strcmp (x->name, y->name);
    return order != 0 ? order : strcmp (x->quote, y->quote);
}

/* "APT41:da5cdcd1-7b15-4371-b7eb-ca32916d2052", the UUID being one of the galaxy of producers. */
static void
read_attribution (const MispGalaxy *galaxy, const MispText *text, GArray *credits)
{
    AttriArena *strings = galaxy->run->strings;
    const char *colon = strrchr (text->text, ':');
    if (colon == NULL || colon == text->text || !g_uuid_string_is_valid (colon + 1)) {
        g_autofree char *quoted = attri_text__quote (text->text);
        misp_tell (galaxy, READ_RULE_BAD_MEMBER, text->place, text->pointer,
                   "%s is no name with its producer; expected NAME:UUID", quoted);
        return;
    }
    g_autofree char *name = g_strndup (text->text, (gsize)(colon - text->text));
    g_autofree char *producer = g_ascii_strdown (colon + 1, -1);
    const MispCredit credit = {
        .name = attri_arena__strdup (strings, g_strstrip (name)),
        .producer = attri_arena__strdup (strings, producer),
        .quote = text->text,
    };
    g_array_append_val (credits, credit);
}

/* "origin:BRONZE ATLAS": "Secureworks". There may be very many, so the place is that of the value:
 * a finer one would cost a walk each time. */
static void
read_origin (const MispGalaxy *galaxy, const Node *meta, const AttriJson *json, GArray *credits)
{
    AttriArena *strings = galaxy->run->strings;
    const char *key = attri_json__get_key (json);
    const char *text = attri_json__get_string (json);
    g_autofree char *name = g_strstrip (g_strdup (key + strlen (ORIGIN)));
    g_autofree char *publisher = g_strstrip (g_strdup (text != NULL ? text : ""));

    if (*name == '\0' || *publisher == '\0') {
        const Node member = node_member (meta, json);
        g_autofree char *pointer = node_pointer (&member);
        misp_tell (galaxy, READ_RULE_BAD_MEMBER, node_piece_place (meta), pointer,
                   "no name with its origin; expected \"origin:NAME\": \"PUBLISHER\"");
        return;
    }
    const MispCredit credit = {
        .name = attri_arena__strdup (strings, name),
        .publisher = attri_arena__strdup (strings, publisher),
        .quote = misp_printf (strings, "%s: %s", key, publisher),
    };
    g_array_append_val (credits, credit);
}

/* Who gave which name, by name. (element-type MispCredit) */
static GArray *
read_credits (const MispGalaxy *galaxy, const Node *meta)
{
    GArray *credits = g_array_new (FALSE, FALSE, sizeof (MispCredit));
    for (const AttriJson *json = attri_json__get_first (meta->json); json != NULL;
         json = attri_json__get_next (json)) {
        const char *key = attri_json__get_key (json);
        if (g_str_has_prefix (key, ORIGIN))
            read_origin (galaxy, meta, json, credits);
        if (strcmp (key, "name-attribution") != 0)
            continue;
        g_autoptr (GArray) texts = misp_texts (galaxy, meta, json);
        for (guint i = 0; i < texts->len; i++)
            read_attribution (galaxy, &g_array_index (texts, MispText, i), credits);
    }
    g_array_sort (credits, compare_credits);
    return credits;
}

/* A group, software or campaign of ATT&CK's, as G0096. */
static gboolean
is_attack_id (const char *text)
{
    return strlen (text) == 5 && strchr ("GSC", text[0]) != NULL &&
           strspn (text + 1, "0123456789") == 4;
}

/* An ATT&CK id among the names says that MISP's entry and ATT&CK's are one. It is no name, and
 * no id of MISP's entry, which may list several. */
static void
add_name (const MispValue *value, const MispText *text, const GArray *credits)
{
    if (strcmp (text->text, value->name) == 0)
        return;

    const gboolean is_id = is_attack_id (text->text);
    const guint first = misp_lower_bound (credits, text->text);
    guint n = 0;
    while (first + n < credits->len &&
           strcmp (g_array_index (credits, MispCredit, first + n).name, text->text) == 0)
        n++;
    MispCredit *copies = attri_arena__alloc (value->galaxy->run->strings, n, sizeof (MispCredit));
    if (n > 0)
        memcpy (copies, &g_array_index (credits, MispCredit, first), n * sizeof (MispCredit));

    MispStatement statement = {
        .row = {.type = is_id ? "same-as" : "alias", .confidence = -1},
        .end = is_id ? MISP_END_ATTACK : MISP_END_VALUE,
        .to = text->text,
        .credits = copies,
        .n_credits = n,
    };
    misp_add_statement (value, text, statement);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
    return strcmp (((const MispText *)a)->text, ((const MispText *)b)->text);
}

/* Synonyms, and names that somebody is only said to have given. */
static void
add_names (const MispValue *value, const Node *meta, const GArray *credits)
{
    const AttriJson *json = attri_json__get_member (meta->json, "synonyms");
    g_autoptr (GArray) names = misp_texts (value->galaxy, meta, json);
    g_autofree char *pointer = node_pointer (meta);
    const guint n = names->len;

    g_array_sort (names, compare_texts);
    for (guint i = 0; i < credits->len; i++) {
        const MispText text = {g_array_index (credits, MispCredit, i).name,
                               node_piece_place (value->node),
                               attri_arena__strdup (value->galaxy->run->strings, pointer)};
        if (n == 0 || bsearch (&text, names->data, n, sizeof (MispText), compare_texts) == NULL)
            g_array_append_val (names, text);
    }
    g_array_sort (names, compare_texts);
    for (guint i = 0; i < names->len; i++) {
        const MispText *text = &g_array_index (names, MispText, i);
        if (i == 0 || compare_texts (text, text - 1) != 0)
            add_name (value, text, credits);
    }
}

/* ---- the entity ---- */

static void
add_links (const MispValue *value, const Node *meta, GArray *references)
{
    const AttriJson *json = attri_json__get_member (meta->json, "refs");
    g_autoptr (GArray) texts = misp_texts (value->galaxy, meta, json);

    for (guint i = 0; i < texts->len; i++) {
        const MispText *text = &g_array_index (texts, MispText, i);
        const AttriReference reference = {.source = "MISP galaxy", .url = text->text};
        g_array_append_val (references, reference);
        if (check_link.ok (text->text))
            continue;
        g_autofree char *quoted = attri_text__quote (text->text);
        misp_tell (value->galaxy, check_link.rule, text->place, text->pointer,
                   "%s is not allowed here; expected %s", quoted, check_link.expected);
    }
}

/* Who gave the name that is the entity's own. No id of theirs: it is not the entity's. */
static void
add_own_credits (const MispValue *value, const GArray *credits, GArray *references)
{
    for (guint i = misp_lower_bound (credits, value->name); i < credits->len; i++) {
        const MispCredit *credit = &g_array_index (credits, MispCredit, i);
        if (strcmp (credit->name, value->name) != 0)
            break;
        const AttriReference reference = {.source = "MISP name attribution",
                                          .description = credit->quote};
        g_array_append_val (references, reference);
    }
}

/* ATT&CK's id, which is also the end of the value: "APT41 - G0096". */
static const char *
read_external_id (MispValue *value, const Node *meta, GArray *references)
{
    const AttriJson *json = attri_json__get_member (meta->json, "external_id");
    if (json == NULL || value->galaxy->authority == NULL)
        return NULL;
    const char *id = read_text (value->galaxy, meta, json);
    if (id == NULL)
        return NULL;

    const AttriReference reference = {.source = value->galaxy->authority, .external_id = id};
    g_array_append_val (references, reference);
    g_autofree char *suffix = g_strdup_printf (" - %s", id);
    if (g_str_has_suffix (value->name, suffix) && strlen (value->name) > strlen (suffix)) {
        g_autofree char *name = g_strndup (value->name, strlen (value->name) - strlen (suffix));
        value->name = attri_arena__strdup (value->galaxy->run->strings, name);
    }
    return id;
}

static void
read_meta (MispValue *value, const Node *meta, GArray *references)
{
    read_external_id (value, meta, references);
    g_autoptr (GArray) credits = read_credits (value->galaxy, meta);

    add_names (value, meta, credits);
    add_own_credits (value, credits, references);
    add_links (value, meta, references);
    misp_read_claims (value, meta);
    for (const AttriJson *json = attri_json__get_first (meta->json); json != NULL;
         json = attri_json__get_next (json)) {
        static const char *const read[] = {"synonyms", "refs", "name-attribution", NULL};
        const char *key = attri_json__get_key (json);
        if (!g_strv_contains (read, key) && !g_str_has_prefix (key, ORIGIN) &&
            !misp_is_claim (key) &&
            (strcmp (key, "external_id") != 0 || value->galaxy->authority == NULL))
            tell_unread (value->galaxy, meta, json);
    }
}

static void
tell_bad_object (const MispGalaxy *galaxy, const Node *node, const char *problem)
{
    misp_tell (galaxy, READ_RULE_BAD_OBJECT, node_piece_place (node), node->base, "%s", problem);
}

/* The id and name of a value; FALSE where it has none, which is told of. */
static gboolean
read_identity (MispValue *value, const Members *members)
{
    const MispGalaxy *galaxy = value->galaxy;
    const Node *node = value->node;

    value->name = read_text (galaxy, node, members->value);
    if (value->name == NULL) {
        tell_bad_object (galaxy, node, "no 'value'; expected a name");
        return FALSE;
    }
    const char *uuid = read_text (galaxy, node, members->uuid);
    if (uuid == NULL || !g_uuid_string_is_valid (uuid)) {
        tell_bad_object (galaxy, node, "no 'uuid'; expected one, as nothing is known by its name");
        return FALSE;
    }
    g_autofree char *lower = g_ascii_strdown (uuid, -1);
    value->id = misp_printf (galaxy->run->strings, "%s--%s", galaxy->type, lower);
    return TRUE;
}

/* What the members of @value say, and its references. */
static void
read_rest (MispValue *value, const Members *members, GArray *references)
{
    if (members->meta != NULL) {
        const Node meta = node_member (value->node, members->meta);
        const AttriJsonType type = attri_json__get_type (members->meta);
        if (type == ATTRI_JSON_OBJECT)
            read_meta (value, &meta, references);
        else
            node_tell (&meta, READ_RULE_BAD_MEMBER, "%s; expected an object",
                       attri_json__type_name (type));
    }
    misp_read_related (value, members->related);
}

void
misp_read_value (const MispGalaxy *galaxy, const Node *node)
{
    MispValue value = {.galaxy = galaxy, .node = node};
    g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (AttriReference));

    if (attri_json__get_type (node->json) != ATTRI_JSON_OBJECT) {
        tell_bad_object (galaxy, node, "no object; expected a value of the galaxy");
        return;
    }
    const Members members = read_members (galaxy, node);
    if (!read_identity (&value, &members))
        return;
    read_rest (&value, &members, references);

    AttriArena *strings = galaxy->run->strings;
    AttriReference *copies = attri_arena__alloc (strings, references->len, sizeof (AttriReference));
    if (references->len > 0)
        memcpy (copies, references->data, references->len * sizeof (AttriReference));
    const MispEntity entity = {
        .id = value.id,
        .type = galaxy->type,
        .name = value.name,
        .description = read_text (galaxy, node, members.description),
        .references = copies,
        .n_references = references->len,
        .source = galaxy->source,
        .place = node_piece_place (node),
        .pointer = attri_arena__strdup (strings, node->base),
    };
    g_array_append_val (galaxy->run->entities, entity);
}
