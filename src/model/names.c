/* SPDX-License-Identifier: MIT
 *
 * names.c: a name as a person typed it goes in; the entities it may mean come
 * out, by tier. Nothing is indexed: a name is looked up a few times a run.
 */
#include "model/names-private.h"

#include <string.h>

/* What was asked for, and what is asked of each entity. */
typedef struct {
    const char *exact;
    char *folded;
    char *folded_rest; /* after "type:", where the part before is a type, else NULL */
    char *type;
} Wanted;

static void
clear_wanted (Wanted *wanted)
{
    g_free (wanted->folded);
    g_free (wanted->folded_rest);
    g_free (wanted->type);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, clear_wanted)

char *
attri_name__fold (const char *text)
{
    g_autofree char *valid = g_utf8_make_valid (text, -1);
    g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
    g_autofree char *folded = g_utf8_casefold (composed, -1);
    /* Case folding can undo a normal form. */
    return g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
}

/* Whether @text begins with @folded, ASCII letters folded; @n is its length. */
static gboolean
begins_ascii (const char *text, const char *folded, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        if (g_ascii_tolower (text[i]) != folded[i])
            return FALSE;
    }
    return TRUE;
}

/* Nearly all names are ASCII, which folds to its lower case; only the others
 * are worth the cost of normalising. */
static gboolean
folds_to (const char *text, const char *folded)
{
    if (text == NULL || folded == NULL)
        return FALSE;
    if (g_str_is_ascii (text)) {
        const gsize n = strlen (folded);
        return strlen (text) == n && begins_ascii (text, folded, n);
    }
    g_autofree char *own = attri_name__fold (text);
    return strcmp (own, folded) == 0;
}

gboolean
attri_name__holds (const char *text, const char *part)
{
    if (g_str_is_ascii (text)) {
        const gsize n = strlen (part);
        const gsize length = strlen (text);
        for (gsize i = 0; i + n <= length; i++) {
            if (begins_ascii (text + i, part, n))
                return TRUE;
        }
        return FALSE;
    }
    g_autofree char *folded = attri_name__fold (text);
    return strstr (folded, part) != NULL;
}

static gboolean
is_type_here (const AttriGraph *self, const char *type)
{
    if (*attri_type_info (type)->type != '\0')
        return TRUE;
    for (guint32 i = 0; i < attri_graph_get_n_entities (self); i++) {
        if (strcmp (attri_graph_get_entity (self, i)->type, type) == 0)
            return TRUE;
    }
    return FALSE;
}

static Wanted
want (const AttriGraph *self, const char *name)
{
    Wanted wanted = {name, attri_name__fold (name), NULL, NULL};
    const char *colon = strchr (name, ':');
    if (colon != NULL) {
        g_autofree char *type = g_strndup (name, (gsize)(colon - name));
        if (is_type_here (self, type)) {
            wanted.type = g_steal_pointer (&type);
            wanted.folded_rest = attri_name__fold (colon + 1);
        }
    }
    return wanted;
}

/* Whether @text is the name asked for, of an entity of @type. */
static gboolean
matches (const Wanted *wanted, const char *type, const char *text)
{
    if (folds_to (text, wanted->folded))
        return TRUE;
    return wanted->type != NULL && strcmp (wanted->type, type) == 0 &&
           folds_to (text, wanted->folded_rest);
}

static gboolean
matches_reference (const AttriGraph *self, const AttriEntity *entity, const Wanted *wanted)
{
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (self, entity->references.first + i);
        if (reference->external_id == NULL)
            continue;
        if (matches (wanted, entity->type, reference->external_id))
            return TRUE;
        if (strchr (wanted->folded, ':') == NULL)
            continue;
        g_autofree char *full = g_strconcat (reference->source != NULL ? reference->source : "",
                                             ":", reference->external_id, NULL);
        if (matches (wanted, entity->type, full))
            return TRUE;
    }
    return FALSE;
}

static guint32
find_alias (const AttriGraph *self, guint32 row, const Wanted *wanted)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (self, row, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (self, edges[i]);
        if (edge->asserted && strcmp (edge->type, "alias") == 0 &&
            matches (wanted, attri_graph_get_entity (self, row)->type, edge->value))
            return edges[i];
    }
    return ATTRI_NONE;
}

guint32
attri_graph_find_alias (const AttriGraph *self, guint32 entity, const char *name)
{
    g_return_val_if_fail (self != NULL && name != NULL, ATTRI_NONE);
    g_return_val_if_fail (entity < attri_graph_get_n_entities (self), ATTRI_NONE);

    g_auto (Wanted) wanted = want (self, name);
    return find_alias (self, entity, &wanted);
}

static AttriNameTier
find_tier (const AttriGraph *self, guint32 row, const Wanted *wanted)
{
    const AttriEntity *entity = attri_graph_get_entity (self, row);
    if (matches (wanted, entity->type, entity->id))
        return ATTRI_NAME_ID;
    if (matches_reference (self, entity, wanted))
        return ATTRI_NAME_EXTERNAL_ID;
    if (matches (wanted, entity->type, entity->name))
        return ATTRI_NAME_OWN;
    return find_alias (self, row, wanted) != ATTRI_NONE ? ATTRI_NAME_ALIAS : ATTRI_NAME_NONE;
}

/* How well a hit serves: by tier, but old names only after all current ones. */
static guint
rank_hit (const AttriGraph *self, guint32 row, AttriNameTier tier)
{
    const AttriEntity *entity = attri_graph_get_entity (self, row);
    const gboolean past = tier > ATTRI_NAME_EXTERNAL_ID && (entity->revoked || entity->deprecated);
    return past ? tier + ATTRI_NAME_NONE : tier;
}

AttriNameMatch *
attri_graph_resolve (const AttriGraph *self, const char *name)
{
    g_return_val_if_fail (self != NULL && name != NULL, NULL);

    g_auto (Wanted) wanted = want (self, name);
    const guint32 exact = attri_graph_find_entity (self, name);
    g_autofree AttriNameTier *tiers = g_new0 (AttriNameTier, attri_graph_get_n_entities (self) + 1);
    guint best = G_MAXUINT;
    AttriNameMatch *match = g_new0 (AttriNameMatch, 1);
    match->tier = ATTRI_NAME_NONE;
    match->entities = g_array_new (FALSE, FALSE, sizeof (guint32));
    match->later = g_array_new (FALSE, FALSE, sizeof (guint32));

    for (guint32 i = 0; i < attri_graph_get_n_entities (self); i++) {
        tiers[i] = find_tier (self, i, &wanted);
        /* Of ids that differ in case only, the one typed is meant. */
        if (exact != ATTRI_NONE && i != exact && tiers[i] == ATTRI_NAME_ID)
            tiers[i] = ATTRI_NAME_EXTERNAL_ID;
        if (tiers[i] != ATTRI_NAME_NONE)
            best = MIN (best, rank_hit (self, i, tiers[i]));
    }
    for (guint32 i = 0; i < attri_graph_get_n_entities (self); i++) {
        if (tiers[i] == ATTRI_NAME_NONE)
            continue;
        const gboolean hit = rank_hit (self, i, tiers[i]) == best;
        if (hit)
            match->tier = tiers[i];
        g_array_append_val (hit ? match->entities : match->later, i);
    }
    return match;
}

void
attri_name_match_free (AttriNameMatch *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->entities);
    g_array_unref (self->later);
    g_free (self);
}

/* ---- suggestions ---- */

#define MAX_SUGGESTIONS 3
#define MIN_PART        3

/* Names, ids and aliases, and whose each is. */
static GPtrArray *
collect_names (const AttriGraph *self, GArray *owners)
{
    GPtrArray *names = g_ptr_array_new ();
    for (guint32 i = 0; i < attri_graph_get_n_entities (self); i++) {
        const AttriEntity *entity = attri_graph_get_entity (self, i);
        g_ptr_array_add (names, (char *)entity->name);
        g_ptr_array_add (names, (char *)entity->id);
        g_array_append_val (owners, i);
        g_array_append_val (owners, i);
    }
    for (guint32 i = 0; i < attri_graph_get_n_edges (self); i++) {
        const AttriEdge *edge = attri_graph_get_edge (self, i);
        if (edge->asserted && strcmp (edge->type, "alias") == 0) {
            g_ptr_array_add (names, (char *)edge->value);
            g_array_append_val (owners, edge->from);
        }
    }
    g_ptr_array_add (names, NULL);
    return names;
}

/* Takes every name of @owner, and @name whoever bears it, out of the running. */
static void
drop_suggested (GPtrArray *names, GArray *owners, guint32 owner, const char *name)
{
    guint kept = 0;
    for (guint i = 0; i < owners->len; i++) {
        if (g_array_index (owners, guint32, i) == owner || strcmp (names->pdata[i], name) == 0)
            continue;
        names->pdata[kept] = names->pdata[i];
        g_array_index (owners, guint32, kept) = g_array_index (owners, guint32, i);
        kept++;
    }
    g_array_set_size (owners, kept);
    g_ptr_array_set_size (names, (int)kept);
    g_ptr_array_add (names, NULL);
}

/* The first name that holds @part, for those who typed "Lusca". */
static const char *
find_part (const GPtrArray *names, const char *part)
{
    if (g_utf8_strlen (part, -1) < MIN_PART)
        return NULL;
    for (guint i = 0; names->pdata[i] != NULL; i++) {
        if (attri_name__holds (names->pdata[i], part))
            return names->pdata[i];
    }
    return NULL;
}

char **
attri_graph_suggest (const AttriGraph *self, const char *name)
{
    g_return_val_if_fail (self != NULL && name != NULL, NULL);

    g_autoptr (GStrvBuilder) suggestions = g_strv_builder_new ();
    g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GPtrArray) names = collect_names (self, owners);
    g_autofree char *part = attri_name__fold (name);

    for (guint n = 0; n < MAX_SUGGESTIONS; n++) {
        const char *found = attri_text_nearest (name, (const char *const *)names->pdata);
        if (found == NULL)
            found = find_part (names, part);
        if (found == NULL)
            break;
        guint at;
        g_strv_builder_add (suggestions, found);
        g_ptr_array_find (names, found, &at);
        drop_suggested (names, owners, g_array_index (owners, guint32, at), found);
    }
    return g_strv_builder_end (suggestions);
}
