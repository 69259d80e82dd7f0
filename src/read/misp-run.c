/* SPDX-License-Identifier: MIT
 *
 * misp-run.c: what all clusters have said, and all entities of a run, go in; who is meant is
 * settled, and sources, things, placeholders and statements go to the builder.
 *
 * Everything is sorted first, so that the order of files does not matter.
 */
#include "read/misp-run.h"

#include "model/builder-private.h"
#include "model/compare-private.h"
#include "read/fields.h"

#include <string.h>

#define PUBLISHER   "MISP Project"
#define UUID_LENGTH 36

/* An entity that the run defines, by its UUID or its ATT&CK id. */
typedef struct {
    const char *key;
    gboolean placeholder;
    const char *id;
    const char *name;
} Target;

typedef struct {
    MispRun *run;
    AttriGraphBuilder *builder;
    AttriFindings *findings;
    GArray *known_entities; /* MispKnown */
    GArray *known_sources;  /* MispKnown */
    GArray *uuids;          /* Target, by key */
    GArray *attack_ids;     /* Target, by key */
    GArray *producers;      /* MispSource */
    GArray *placeholders;   /* MispThing */
} Settling;

void
misp_add_statement (const MispValue *value, const MispText *text, MispStatement statement)
{
    statement.row.place = text->place;
    statement.pointer = text->pointer;
    statement.from = value->id;
    statement.source = value->galaxy->source;
    g_array_append_val (value->galaxy->run->statements, statement);
}

/* ---- who there is ---- */

static int
compare_targets (gconstpointer a, gconstpointer b)
{
    const Target *x = a;
    const Target *y = b;
    const int orders[] = {strcmp (x->key, y->key),
                          attri_order__u32 (x->placeholder, y->placeholder), strcmp (x->id, y->id),
                          strcmp (x->name, y->name)};
    return ATTRI_FIRST_ORDER (orders);
}

/* Whether an ATT&CK id can be one of @type's: techniques are numbered apart. */
static gboolean
can_bear (const char *type, const char *attack_id)
{
    const AttriRole role = attri_type_info (type)->role;
    return role == (attack_id[0] == 'S' ? ATTRI_ROLE_TOOL : ATTRI_ROLE_ACTOR);
}

static void
collect_targets (Settling *settling)
{
    const GArray *drafts = settling->builder->entities;
    for (guint i = 0; i < drafts->len; i++) {
        const AttriEntityDraft *draft = &g_array_index (drafts, AttriEntityDraft, i);
        const char *id = draft->row.id;
        const gsize length = strlen (id);
        Target target = {NULL, draft->row.placeholder != FALSE, id, draft->row.name};
        if (length > UUID_LENGTH + 2 && id[length - UUID_LENGTH - 1] == '-' &&
            g_uuid_string_is_valid (id + length - UUID_LENGTH)) {
            target.key = id + length - UUID_LENGTH;
            g_array_append_val (settling->uuids, target);
        }
        for (guint j = 0; j < draft->n_references; j++) {
            const AttriReference *reference = &draft->references[j];
            target.key = reference->external_id;
            if (target.key != NULL && g_strcmp0 (reference->source, "mitre-attack") == 0 &&
                can_bear (draft->row.type, target.key))
                g_array_append_val (settling->attack_ids, target);
        }
    }
    g_array_sort (settling->uuids, compare_targets);
    g_array_sort (settling->attack_ids, compare_targets);
}

/* The first of several, or %NULL. */
static const Target *
find_target (const GArray *targets, const char *key)
{
    const guint i = misp_lower_bound (targets, key);
    const Target *found = i < targets->len ? &g_array_index (targets, Target, i) : NULL;
    return found != NULL && strcmp (found->key, key) == 0 ? found : NULL;
}

/* ---- things and sources ---- */

static int
compare_things (gconstpointer a, gconstpointer b)
{
    const MispThing *x = a;
    const MispThing *y = b;
    const int orders[] = {strcmp (x->id, y->id), strcmp (x->name, y->name),
                          attri_order__place (x->place, y->place)};
    return ATTRI_FIRST_ORDER (orders);
}

/* Adds each of @things once, unless another file has it; of several spellings the least. */
static void
add_things (Settling *settling, GArray *things, gboolean placeholders)
{
    g_array_sort (things, compare_things);
    for (guint i = 0; i < things->len; i++) {
        const MispThing *thing = &g_array_index (things, MispThing, i);
        if ((i > 0 && strcmp (thing->id, (thing - 1)->id) == 0) ||
            misp_find_known (settling->known_entities, thing->id) != NULL)
            continue;
        const AttriReference reference = {.source = "mitre-attack", .external_id = thing->name};
        const AttriEntityDraft draft = {
            .row = {.id = thing->id,
                    .type = thing->type,
                    .name = thing->name,
                    .identity_class = thing->identity_class,
                    .placeholder = placeholders,
                    .place = thing->place},
            .references = &reference,
            .n_references = placeholders && g_str_has_prefix (thing->id, "mitre-attack:"),
        };
        attri_graph_builder_add_entity (settling->builder, &draft);
    }
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
    const MispSource *x = a;
    const MispSource *y = b;
    const int orders[] = {strcmp (x->id, y->id), strcmp (x->title, y->title),
                          attri_order__place (x->place, y->place)};
    return ATTRI_FIRST_ORDER (orders);
}

/* Adds each of @sources once, unless another file has it; where they bear two titles, the least. */
static void
add_sources (Settling *settling, GArray *sources, gboolean producers)
{
    g_array_sort (sources, compare_sources);
    for (guint i = 0; i < sources->len; i++) {
        const MispSource *source = &g_array_index (sources, MispSource, i);
        if ((i > 0 && strcmp (source->id, (source - 1)->id) == 0) ||
            misp_find_known (settling->known_sources, source->id) != NULL)
            continue;
        g_autofree char *title = producers ? g_strdup_printf ("Names given by %s", source->title)
                                           : g_strdup (source->title);
        const AttriSourceDraft draft = {
            .row = {.id = source->id,
                    .title = title,
                    .publisher = producers ? source->title : PUBLISHER,
                    .kind = producers ? ATTRI_SOURCE_REPORT : ATTRI_SOURCE_COMPILATION,
                    .read = !producers,
                    .place = source->place},
            .edition_of = source->edition_of,
            .generated = producers,
        };
        attri_graph_builder_add_source (settling->builder, &draft);
    }
}

/* ---- statements ---- */

static void
tell_dangling (Settling *settling, const MispStatement *statement)
{
    attri_findings_add (settling->findings, read_rule (READ_RULE_DANGLING_OBJECT),
                        statement->row.place, statement->pointer,
                        "nothing with the %s '%s' is read; expected the %s",
                        statement->end == MISP_END_UUID ? "UUID" : "ATT&CK id", statement->to,
                        statement->end == MISP_END_UUID ? "cluster or bundle that defines it"
                                                        : "release of ATT&CK that has it");
}

/* Stands for what no file defines. Of a bare UUID not even the type is known. */
static const char *
make_placeholder (Settling *settling, const MispStatement *statement)
{
    AttriArena *strings = settling->run->strings;
    MispThing thing = {.name = statement->to, .place = statement->row.place};

    if (statement->end == MISP_END_UUID) {
        thing.id = misp_printf (strings, "x-misp--%s", statement->to);
        thing.type = "x-misp-unknown";
    } else {
        thing.id = misp_printf (strings, "mitre-attack:%s", statement->to);
        thing.type = statement->to[0] == 'G'   ? "intrusion-set"
                     : statement->to[0] == 'C' ? "campaign"
                                               : "malware";
    }
    g_array_append_val (settling->placeholders, thing);
    tell_dangling (settling, statement);
    return thing.id;
}

/* The id of the other end; %NULL for a value. */
static const char *
resolve (Settling *settling, const MispStatement *statement)
{
    const Target *target = NULL;

    switch (statement->end) {
    case MISP_END_VALUE:
        return NULL;
    case MISP_END_ENTITY:
        return statement->to;
    case MISP_END_UUID:
        target = find_target (settling->uuids, statement->to);
        break;
    case MISP_END_ATTACK:
        target = find_target (settling->attack_ids, statement->to);
        break;
    }
    return target != NULL ? target->id : make_placeholder (settling, statement);
}

/* What to cite for a name: who gave it, as far as that is told in words or by a producer whose
 * galaxy is read. */
static const char *
find_producer (Settling *settling, const MispCredit *credit, AttriPlace place)
{
    AttriArena *strings = settling->run->strings;
    const char *publisher = credit->publisher;

    if (publisher == NULL) {
        const Target *target = find_target (settling->uuids, credit->producer);
        if (target == NULL || target->placeholder)
            return NULL;
        publisher = target->name;
    }
    const char *slug = misp_slug (publisher, strings);
    const MispSource source = {
        .id = misp_printf (strings, "misp-producer-%s", slug),
        .title = publisher,
        .place = place,
    };
    if (*slug == '\0' || !check_id.ok (source.id))
        return NULL;
    g_array_append_val (settling->producers, source);
    return source.id;
}

/* The edition alone, or once for each who gave the name. (element-type AttriCitationDraft) */
static GArray *
make_citations (Settling *settling, const MispStatement *statement)
{
    GArray *citations = g_array_new (FALSE, FALSE, sizeof (AttriCitationDraft));
    AttriCitationDraft citation = {
        .source = statement->source,
        .place = statement->row.place,
        .pointer = statement->pointer,
    };
    for (guint i = 0; i < statement->n_credits; i++) {
        const MispCredit *credit = &statement->credits[i];
        citation.cites = find_producer (settling, credit, statement->row.place);
        citation.row.quote = credit->quote;
        citation.row.reading = ATTRI_READING_VERBATIM;
        g_array_append_val (citations, citation);
    }
    if (statement->n_credits == 0)
        g_array_append_val (citations, citation);
    return citations;
}

static void
add_statement (Settling *settling, const MispStatement *statement)
{
    const char *to = resolve (settling, statement);
    const char *from = statement->from;

    if (to != NULL && strcmp (from, to) == 0) {
        attri_findings_add (settling->findings, read_rule (READ_RULE_SELF_REFERENCE),
                            statement->row.place, statement->pointer,
                            "it is related to itself; expected another value");
        return;
    }
    /* Both ends may say it in their lists, and say the same. */
    const gboolean symmetric =
        statement->end == MISP_END_UUID && attri_relation_info (statement->row.type)->symmetric;
    const gboolean turned = symmetric ? g_strcmp0 (from, to) > 0 : statement->reversed;
    g_autoptr (GArray) citations = make_citations (settling, statement);
    AttriStatementDraft draft = {
        .row = statement->row,
        .from = turned ? to : from,
        .to = turned ? from : to,
        .citations = (const AttriCitationDraft *)citations->data,
        .n_citations = citations->len,
        .pointer = statement->pointer,
    };
    if (to == NULL)
        draft.row.value = statement->to;
    attri_graph_builder_add_statement (settling->builder, &draft);
}

void
misp_run_end (MispRun *self, AttriGraphBuilder *builder, AttriFindings *findings)
{
    g_autoptr (GArray) known_entities = misp_known_entities (builder);
    g_autoptr (GArray) known_sources = misp_known_sources (builder);
    g_autoptr (GArray) uuids = g_array_new (FALSE, FALSE, sizeof (Target));
    g_autoptr (GArray) attack_ids = g_array_new (FALSE, FALSE, sizeof (Target));
    g_autoptr (GArray) producers = g_array_new (FALSE, FALSE, sizeof (MispSource));
    g_autoptr (GArray) placeholders = g_array_new (FALSE, FALSE, sizeof (MispThing));
    Settling settling = {self,  builder,    findings,  known_entities, known_sources,
                         uuids, attack_ids, producers, placeholders};

    misp_add_entities (self, known_entities, builder, findings);
    collect_targets (&settling);
    for (guint i = 0; i < self->statements->len; i++)
        add_statement (&settling, &g_array_index (self->statements, MispStatement, i));
    add_things (&settling, self->things, FALSE);
    add_things (&settling, placeholders, TRUE);
    add_sources (&settling, self->sources, FALSE);
    add_sources (&settling, producers, TRUE);
}
