/* SPDX-License-Identifier: MIT
 *
 * stix-object-entity.c: the members of an entity go in; what it is, its other
 * names and what it points to are written into its row.
 */
#include "read/stix-object.h"

#include "read/fields.h"

#include <string.h>

/* Observables and indicators have what they are instead of a name. */
static const char *
name_entity (const StixItem *item, const StixObject *object)
{
    static const StixKey keys[] = {STIX_KEY_VALUE,   STIX_KEY_PATH,    STIX_KEY_KEY,
                                   STIX_KEY_SUBJECT, STIX_KEY_PATTERN, STIX_KEY_COUNTRY,
                                   STIX_KEY_REGION};
    const char *name = stix_item_string (item, STIX_KEY_NAME);

    for (gsize i = 0; name == NULL && i < G_N_ELEMENTS (keys); i++) {
        if (stix_item_has (item, keys[i]))
            name = stix_text_keep (item->run, item->members[keys[i]]);
    }
    return name != NULL ? name : object->id->text;
}

static void
read_references (StixItem *item, StixObject *object, GArray *references)
{
    AttriArena *arena = item->run->arena;
    guint n = 0;

    for (guint i = 0; i < references->len; i++)
        n += g_array_index (references, StixReference, i).external_id.start != NULL;
    n = MIN (n, G_MAXUINT16);
    AttriReference *rows = attri_arena__alloc (arena, n, sizeof (AttriReference));
    for (guint i = 0; i < references->len && object->n_references < n; i++) {
        const StixReference *reference = &g_array_index (references, StixReference, i);
        if (reference->external_id.start == NULL)
            continue;
        rows[object->n_references++] = (AttriReference){
            .source = stix_text_keep_word (item->run, reference->name),
            .external_id = stix_text_keep (item->run, reference->external_id),
            .url = reference->url.start != NULL ? stix_text_keep (item->run, reference->url) : NULL,
        };
    }
    object->references = rows;
}

/* What the publisher says of an alias: ATT&CK keeps it in an external reference whose
 * source_name is the alias, a text that cites others; elsewhere the reference may itself be what
 * is cited. */
static void
explain_alias (StixRun *run, GArray *references, StixAlias *alias)
{
    GPtrArray *cites = stix_run_begin_list (run);

    for (guint i = 0; i < references->len; i++) {
        StixReference *reference = &g_array_index (references, StixReference, i);
        if (reference->external_id.start != NULL ||
            !stix_reference_is_called (reference, alias->name, strlen (alias->name)))
            continue;
        if (reference->url.start != NULL) {
            g_ptr_array_add (cites, stix_reference_report (run, reference));
        } else if (reference->description.start != NULL) {
            g_autofree char *text =
                g_malloc ((gsize)(reference->description.end - reference->description.start));
            attri_json__text_decode (reference->description, text);
            stix_text_cites (run, text, references, cites);
            if (alias->wording == NULL)
                alias->wording = stix_text_plain (run, text);
        }
    }
    alias->cites = stix_run_list (run, cites);
}

static void
read_alias_list (const StixItem *item, StixKey key, const StixObject *object, GArray *aliases,
                 GArray *references)
{
    AttriJsonText element;

    if (!stix_item_expect (item, key, ATTRI_JSON_ARRAY))
        return;
    AttriJsonCursor cursor = attri_json__enter (item->members[key]);
    for (guint i = 0; attri_json__next_element (&cursor, &element); i++) {
        if (*element.start != '"') {
            stix_item_tell (item, READ_RULE_BAD_MEMBER, key, "element %u is %s; expected a string",
                            i, attri_json__type_name (attri_json__text_type (element)));
            continue;
        }
        StixAlias alias = {.name = stix_text_keep (item->run, element)};
        gboolean known = alias.name == NULL || strcmp (alias.name, object->name) == 0;
        for (guint j = 0; !known && j < MIN (aliases->len, 100); j++)
            known = strcmp (g_array_index (aliases, StixAlias, j).name, alias.name) == 0;
        if (known)
            continue;
        explain_alias (item->run, references, &alias);
        g_array_append_val (aliases, alias);
    }
}

static void
read_aliases (StixItem *item, StixObject *object, GArray *references)
{
    g_autoptr (GArray) aliases = g_array_new (FALSE, FALSE, sizeof (StixAlias));

    read_alias_list (item, STIX_KEY_ALIASES, object, aliases, references);
    read_alias_list (item, STIX_KEY_X_MITRE_ALIASES, object, aliases, references);
    g_array_set_size (aliases, MIN (aliases->len, G_MAXUINT16));
    if (aliases->len == 0)
        return;
    StixAlias *rows = attri_arena__alloc (item->run->arena, aliases->len, sizeof (StixAlias));
    memcpy (rows, aliases->data, aliases->len * sizeof (StixAlias));
    object->aliases = rows;
    object->n_aliases = (guint16)aliases->len;
}

/* The relationship that a member says: of `resolves_to_refs`, resolves-to. */
static const char *
relation_of (StixRun *run, AttriJsonText key)
{
    const gsize suffix = strlen (key.end[-2] == 's' ? "_refs\"" : "_ref\"");
    GString *word = run->scratch;

    g_string_truncate (word, 0);
    for (const char *c = key.start + 1; c < key.end - suffix; c++) {
        if (g_ascii_isalnum (*c))
            g_string_append_c (word, g_ascii_tolower (*c));
        else if (word->len > 0 && word->str[word->len - 1] != '-')
            g_string_append_c (word, '-');
    }
    if (word->len > 0 && word->str[word->len - 1] == '-')
        g_string_truncate (word, word->len - 1);
    return word->len > 0 ? stix_run_word (run, word->str, word->len)
                         : stix_run_word (run, "related-to", strlen ("related-to"));
}

static void
add_edges (GArray *edges, const char *relation, StixId *const *ids)
{
    for (; ids != NULL && *ids != NULL; ids++) {
        const StixEdge edge = {relation, *ids};
        g_array_append_val (edges, edge);
    }
}

static void
read_edges (StixItem *item, StixObject *object)
{
    g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (StixEdge));
    StixRun *run = item->run;

    for (guint i = 0; i < item->refs->len; i++) {
        const StixRefMember *member = &g_array_index (item->refs, StixRefMember, i);
        add_edges (edges, relation_of (run, member->key), stix_item_ref_ids (item, member));
    }
    if (stix_item_has (item, STIX_KEY_OBJECT_REFS))
        add_edges (edges, stix_run_word (run, "contains", 8),
                   stix_item_ids (item, STIX_KEY_OBJECT_REFS));
    if (edges->len == 0)
        return;
    StixEdge *rows = attri_arena__alloc (run->arena, edges->len, sizeof (StixEdge));
    memcpy (rows, edges->data, edges->len * sizeof (StixEdge));
    object->edges = rows;
    object->n_edges = edges->len;
}

static void
read_country (const StixItem *item, StixObject *object)
{
    const char *country = stix_item_string (item, STIX_KEY_COUNTRY);
    if (country == NULL)
        return;
    g_autofree char *upper = g_ascii_strup (country, -1);
    if (check_country.ok (upper))
        object->country = stix_run_word (item->run, upper, 2);
    else
        stix_item_tell (item, READ_RULE_BAD_MEMBER, STIX_KEY_COUNTRY, "no country; expected %s",
                        check_country.expected);
}

void
stix_object_read_entity (StixItem *item, StixObject *object)
{
    GArray *references = stix_item_references (item);

    object->name = name_entity (item, object);
    read_references (item, object, references);
    read_aliases (item, object, references);
    read_edges (item, object);
    object->first = ATTRI_DATE_NONE;
    stix_item_time (item, STIX_KEY_FIRST_SEEN, &object->first);
    stix_item_time (item, STIX_KEY_LAST_SEEN, &object->last);
    object->identity_class = stix_item_word (item, STIX_KEY_IDENTITY_CLASS);
    object->is_family = stix_item_flag (item, STIX_KEY_IS_FAMILY);
    read_country (item, object);
    if (stix_item_has (item, STIX_KEY_OBJECTS))
        stix_item_tell (item, READ_RULE_SKIPPED_OBJECT, STIX_KEY_OBJECTS,
                        "the observables inside it are not read, only those that are objects of "
                        "their own");
    /* Custom types are seldom shown, and often long. */
    if (!g_str_has_prefix (object->type, "x-") && stix_item_has (item, STIX_KEY_DESCRIPTION)) {
        const char *text = stix_item_borrow (item, STIX_KEY_DESCRIPTION);
        object->description = text != NULL ? stix_text_plain (item->run, text) : NULL;
    }
}
