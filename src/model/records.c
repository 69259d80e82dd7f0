/* SPDX-License-Identifier: MIT
 *
 * records.c: all records of one entity go in; the row that shows it comes out, with
 * what its records say where one row cannot say it all, in the graph's arena.
 *
 * Of each field the value that was recorded last is shown, of several the least by
 * bytes. That, and what is kept, depends on nothing but the set of what is said, so
 * that records may be united in any order and in any number of steps.
 */
#include "base/text-private.h"
#include "model/builder-private.h"
#include "model/compare-private.h"
#include "model/names-private.h"

#include <string.h>

/* A field in which records may differ. */
typedef struct {
    const char *name;
    gsize offset;
    gboolean is_date;
    gboolean is_naming; /* in which records with one id must not differ */
} Field;

static const Field fields[] = {
    {"type", offsetof (AttriEntity, type), FALSE, TRUE},
    {"name", offsetof (AttriEntity, name), FALSE, TRUE},
    {"description", offsetof (AttriEntity, description), FALSE, FALSE},
    {"country", offsetof (AttriEntity, country), FALSE, FALSE},
    {"identity_class", offsetof (AttriEntity, identity_class), FALSE, FALSE},
    {"first_seen", offsetof (AttriEntity, first_seen), TRUE, FALSE},
    {"last_seen", offsetof (AttriEntity, last_seen), TRUE, FALSE},
};

/* That a record gives a field a value. */
typedef struct {
    guint field;
    const char *text;
    AttriDate date;
    const AttriEntityDraft *draft;
} Said;

static void
put_said (AttriEntity *row, const Said *said)
{
    gpointer slot = (char *)row + fields[said->field].offset;
    if (fields[said->field].is_date)
        *(AttriDate *)slot = said->date;
    else
        *(const char **)slot = said->text;
}

/* What the drafts say, a row for each field that has a value. */
static GArray *
collect (const AttriEntityDraft *const *drafts, guint n)
{
    GArray *all = g_array_new (FALSE, FALSE, sizeof (Said));
    for (guint i = 0; i < n; i++) {
        for (guint field = 0; field < G_N_ELEMENTS (fields); field++) {
            const void *slot = (const char *)&drafts[i]->row + fields[field].offset;
            Said said = {.field = field, .draft = drafts[i]};
            if (fields[field].is_date)
                said.date = *(const AttriDate *)slot;
            else
                said.text = *(const char *const *)slot;
            if (said.text != NULL || attri_date_is_set (said.date))
                g_array_append_val (all, said);
        }
    }
    return all;
}

static int
compare_values (const Said *a, const Said *b)
{
    const int order = g_strcmp0 (a->text, b->text);
    return order != 0 ? order : attri_order__date (a->date, b->date);
}

/* Newest first. */
static int
compare_recorded (AttriDate a, AttriDate b)
{
    const int order = attri_date_compare (b, a);
    return order != 0 ? order : attri_order__date (b, a);
}

static int
compare_shown (gconstpointer a, gconstpointer b)
{
    const Said *x = a;
    const Said *y = b;
    const int orders[] = {
        attri_order__u32 (x->field, y->field),
        compare_recorded (x->draft->recorded, y->draft->recorded),
        compare_values (x, y),
        attri_order__place (x->draft->row.place, y->draft->row.place),
        strcmp (x->draft->row.id, y->draft->row.id),
    };
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_for_unique (gconstpointer a, gconstpointer b)
{
    const Said *x = a;
    const Said *y = b;
    const int orders[] = {attri_order__u32 (x->field, y->field), compare_values (x, y),
                          compare_shown (x, y)};
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_for_variants (gconstpointer a, gconstpointer b)
{
    const Said *x = a;
    const Said *y = b;
    const int orders[] = {compare_recorded (x->draft->recorded, y->draft->recorded),
                          compare_shown (x, y)};
    return ATTRI_FIRST_ORDER (orders);
}

/* ---- what is told ---- */

static void
tell (AttriBuild *build, AttriModelRule rule, const AttriEntity *record, const AttriEntity *shown,
      const char *field, const char *given, const char *expected)
{
    g_autofree char *id = attri_text__quote (record->id);
    g_autofree char *have = attri_text__quote (given);
    g_autofree char *want = attri_text__quote (expected);
    g_autofree char *at = attri_build__describe_place (shown->place);

    attri_findings_add (build->findings, attri_model__rule (rule), record->place, NULL,
                        "entity %s has another %s here, %s; expected %s, as at %s", id, field, have,
                        want, at);
}

/* Spelt with other capitals it is the same name, unless one record is repeated. */
static gboolean
is_same_name (const Said *a, const Said *b)
{
    if (strcmp (fields[a->field].name, "name") != 0)
        return FALSE;
    g_autofree char *x = attri_name__fold (a->text);
    g_autofree char *y = attri_name__fold (b->text);
    return strcmp (x, y) == 0;
}

/* A repeat under the same id is a contradiction; a joined record only differs. And everybody
 * describes a thing in words of their own. */
static void
tell_conflict (AttriBuild *build, const Said *shown, const Said *other)
{
    const Field *field = &fields[other->field];
    const AttriEntity *record = &other->draft->row;
    const gboolean repeat = strcmp (record->id, shown->draft->row.id) == 0;
    g_autofree char *shown_date = attri_date_to_string (shown->date);
    g_autofree char *other_date = attri_date_to_string (other->date);
    AttriModelRule rule = RULE_CONFLICTING_FIELD;

    if (!repeat && is_same_name (shown, other))
        return;
    if (field->offset == offsetof (AttriEntity, description))
        rule = RULE_DIFFERENT_DESCRIPTION;
    else if (repeat && field->is_naming)
        rule = RULE_DUPLICATE_ENTITY;
    tell (build, rule, record, &shown->draft->row, field->name,
          field->is_date ? other_date : other->text, field->is_date ? shown_date : shown->text);
}

/* Tells of each value in @all, which is in the order of compare_shown(), that differs from
 * the one shown. */
static void
tell_conflicts (AttriBuild *build, const GArray *all)
{
    const Said *shown = NULL;
    for (guint i = 0; i < all->len; i++) {
        const Said *said = &g_array_index (all, Said, i);
        if (shown == NULL || said->field != shown->field)
            shown = said;
        if (compare_values (said, shown) != 0)
            tell_conflict (build, shown, said);
    }
}

static gboolean
is_over (const AttriEntity *record)
{
    return record->revoked || record->deprecated;
}

/* Tells of each record that is over although another is not. */
static void
tell_states (AttriBuild *build, const AttriEntityDraft *const *drafts, guint n)
{
    const AttriEntity *current = NULL;
    for (guint i = 0; i < n; i++) {
        const AttriEntity *record = &drafts[i]->row;
        if (!is_over (record) &&
            (current == NULL || attri_order__place (record->place, current->place) < 0))
            current = record;
    }
    for (guint i = 0; current != NULL && i < n; i++) {
        const AttriEntity *record = &drafts[i]->row;
        if (is_over (record))
            tell (build, RULE_CONFLICTING_FIELD, record, current, "state",
                  record->revoked ? "revoked" : "deprecated", "current");
    }
}

/* ---- rows ---- */

/* The drafts that tell something: placeholders only if there is nothing else. */
static GPtrArray *
find_telling (const AttriEntityDraft *const *drafts, guint n)
{
    GPtrArray *telling = g_ptr_array_new ();
    for (guint i = 0; i < n; i++) {
        if (!drafts[i]->row.placeholder)
            g_ptr_array_add (telling, (gpointer)drafts[i]);
    }
    for (guint i = 0; telling->len == 0 && i < n; i++)
        g_ptr_array_add (telling, (gpointer)drafts[i]);
    return telling;
}

/* What is no matter of one value. What one publisher took back another still holds: only if
 * all records are over, the whole is. */
static void
unite_flags (AttriEntity *row, const AttriEntityDraft *const *drafts, guint n)
{
    gboolean over = TRUE;

    row->placeholder = TRUE;
    for (guint i = 0; i < n; i++) {
        const AttriEntity *record = &drafts[i]->row;
        const int newer = i == 0 ? -1 : compare_recorded (drafts[i]->recorded, row->recorded);
        over = over && is_over (record);
        row->is_family = row->is_family || record->is_family;
        row->provisional = row->provisional || record->provisional;
        row->revoked = row->revoked || record->revoked;
        row->deprecated = row->deprecated || record->deprecated;
        row->placeholder = row->placeholder && record->placeholder;
        row->tlp = i == 0 ? record->tlp : attri_tlp__join (row->tlp, record->tlp);
        if (newer < 0 || (newer == 0 && attri_order__place (record->place, row->place) < 0))
            row->place = record->place;
        if (newer < 0)
            row->recorded = drafts[i]->recorded;
    }
    row->revoked = row->revoked && over;
    row->deprecated = row->deprecated && over;
}

/* A placeholder may restrict what is told; that it is not marked says nothing. */
static void
add_marks (AttriEntity *row, const AttriEntityDraft *const *drafts, guint n)
{
    for (guint i = 0; i < n; i++) {
        if (drafts[i]->row.tlp != ATTRI_TLP_UNMARKED)
            row->tlp = attri_tlp__join (row->tlp, drafts[i]->row.tlp);
    }
}

static int
compare_references (gconstpointer a, gconstpointer b)
{
    return attri_order__reference (a, b);
}

static void
unite_references (AttriBuild *build, AttriRecord *record, const AttriEntityDraft *const *drafts,
                  guint n)
{
    g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (AttriReference));
    for (guint i = 0; i < n; i++)
        g_array_append_vals (all, drafts[i]->references, drafts[i]->n_references);
    g_array_sort (all, compare_references);

    AttriReference *rows =
        attri_arena__alloc (build->graph->arena, all->len, sizeof (AttriReference));
    for (guint i = 0; i < all->len; i++) {
        const AttriReference *reference = &g_array_index (all, AttriReference, i);
        if (i == 0 || attri_order__reference (reference, reference - 1) != 0)
            rows[record->n_references++] = *reference;
    }
    record->references = rows;
}

/* ---- what one row cannot say ---- */

/* What the drafts say, each value once with the last date it was recorded on, best first. */
static GArray *
find_unique (const AttriEntityDraft *const *drafts, guint n)
{
    g_autoptr (GArray) all = collect (drafts, n);
    GArray *unique = g_array_new (FALSE, FALSE, sizeof (Said));

    g_array_sort (all, compare_for_unique);
    for (guint i = 0; i < all->len; i++) {
        const Said *said = &g_array_index (all, Said, i);
        if (i == 0 || said->field != (said - 1)->field || compare_values (said, said - 1) != 0)
            g_array_append_val (unique, *said);
    }
    g_array_sort (unique, compare_shown);
    return unique;
}

/* Appends rows of what is in @rest: for each date as many as a field has values. */
static void
append_variants (GArray *records, const char *id, GArray *rest)
{
    guint base = records->len; /* the first row of this date */
    guint rank = 0;

    g_array_sort (rest, compare_for_variants);
    for (guint i = 0; i < rest->len; i++) {
        const Said *said = &g_array_index (rest, Said, i);
        const gboolean same_date =
            i > 0 && compare_recorded (said->draft->recorded, (said - 1)->draft->recorded) == 0;
        rank = same_date && said->field == (said - 1)->field ? rank + 1 : 0;
        if (!same_date)
            base = records->len;
        if (base + rank == records->len) {
            const AttriRecord record = {.row = {.id = id, .recorded = said->draft->recorded}};
            g_array_append_val (records, record);
        }
        put_said (&g_array_index (records, AttriRecord, base + rank).row, said);
    }
}

/* Appends the record of @n drafts with one id, and its variants. */
static void
append_record (AttriBuild *build, GArray *records, const AttriEntityDraft *const *drafts, guint n)
{
    g_autoptr (GPtrArray) telling = find_telling (drafts, n);
    const AttriEntityDraft *const *told = (const AttriEntityDraft *const *)telling->pdata;
    g_autoptr (GArray) unique = find_unique (told, telling->len);
    g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (Said));
    AttriRecord record = {.row = {.id = drafts[0]->row.id}};

    unite_flags (&record.row, told, telling->len);
    add_marks (&record.row, drafts, n);
    for (guint i = 0; i < unique->len; i++) {
        const Said *said = &g_array_index (unique, Said, i);
        const gboolean best = i == 0 || said->field != (said - 1)->field;
        if (best && compare_recorded (said->draft->recorded, record.row.recorded) == 0)
            put_said (&record.row, said);
        else
            g_array_append_val (rest, *said);
    }
    unite_references (build, &record, drafts, n);
    g_array_append_val (records, record);
    append_variants (records, record.row.id, rest);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
    const AttriEntityDraft *x = *(const AttriEntityDraft *const *)a;
    const AttriEntityDraft *y = *(const AttriEntityDraft *const *)b;
    return strcmp (x->row.id, y->row.id);
}

static void
keep_records (AttriBuild *build, AttriEntity *row, const AttriEntityDraft **drafts, guint n)
{
    g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (AttriRecord));

    qsort (drafts, n, sizeof *drafts, compare_ids);
    for (guint i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && strcmp (drafts[end]->row.id, drafts[i]->row.id) == 0; end++)
            ;
        append_record (build, records, drafts + i, end - i);
    }
    if (records->len == 1)
        return;
    AttriRecord *kept =
        attri_arena__alloc (build->graph->arena, records->len, sizeof (AttriRecord));
    memcpy (kept, records->data, records->len * sizeof (AttriRecord));
    row->records = kept;
    row->n_records = records->len;
}

AttriEntity
attri_build__unite (AttriBuild *build, const AttriEntityDraft **drafts, guint n)
{
    AttriEntity row = drafts[0]->row;

    row.records = NULL;
    row.n_records = 0;
    row.recorded = drafts[0]->recorded;
    if (n == 1)
        return row;

    g_autoptr (GPtrArray) telling = find_telling (drafts, n);
    const AttriEntityDraft *const *told = (const AttriEntityDraft *const *)telling->pdata;
    g_autoptr (GArray) all = collect (told, telling->len);
    g_array_sort (all, compare_shown);
    tell_conflicts (build, all);
    tell_states (build, told, telling->len);

    row = (AttriEntity){.id = row.id};
    unite_flags (&row, told, telling->len);
    add_marks (&row, (const AttriEntityDraft *const *)drafts, n);
    for (guint i = 0; i < all->len; i++) {
        const Said *said = &g_array_index (all, Said, i);
        if (i == 0 || said->field != (said - 1)->field)
            put_said (&row, said);
    }
    keep_records (build, &row, drafts, n);
    return row;
}
