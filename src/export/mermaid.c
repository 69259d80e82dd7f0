/* SPDX-License-Identifier: MIT
 *
 * mermaid.c: a graph goes in, a Mermaid flowchart comes out: a box for each entity, a line
 * for each relation with the numbers of those who state it, and their list.
 */
#include "base/text-private.h"
#include "export/columns.h"
#include "export/formats.h"

#include <string.h>

/* Mermaid refuses more, unless its page is told otherwise. */
#define MOST_EDGES 500

typedef struct {
    const AttriGraph *graph;
    GString *text;
    guint *numbers;    /* by source; 0 for one that is not named yet */
    GArray *claimants; /* guint32: the sources by number */
} Chart;

/* A sign that might mean something to Mermaid is written as its number; before the first
 * letter that is also what begins a list. */
static void
append_safe (GString *out, const char *text)
{
    g_autofree char *visible = attri_text__make_visible (text);
    gboolean begun = FALSE;

    for (const char *p = visible; *p != '\0'; p++) {
        begun = begun || g_ascii_isalpha (*p) || (guchar)*p >= 0x80;
        if (g_ascii_isalnum (*p) || (guchar)*p >= 0x80 || strchr (" ,:/=!?'@([]", *p) != NULL ||
            (begun && strchr (".+-)", *p) != NULL))
            g_string_append_c (out, *p);
        else
            g_string_append_printf (out, "#%d;", *p);
    }
}

static guint
number_of (Chart *self, guint32 source)
{
    if (self->numbers[source] == 0) {
        g_array_append_val (self->claimants, source);
        self->numbers[source] = self->claimants->len;
    }
    return self->numbers[source];
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
    const guint x = *(const guint *)a;
    const guint y = *(const guint *)b;
    return (x > y) - (x < y);
}

/* " [1, 3]": who takes this stance; FALSE if nobody does. What was revoked is not shown. */
static gboolean
append_numbers (Chart *self, GString *out, const AttriEdge *edge, AttriStance stance)
{
    g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

    for (guint32 i = 0; i < edge->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (self->graph, edge->claims.first + i);
        if (claim->stance == stance && !claim->revoked) {
            const guint number = number_of (self, claim->claimant);
            g_array_append_val (numbers, number);
        }
    }
    g_array_sort (numbers, compare_numbers);
    guint last = 0;
    for (guint i = 0; i < numbers->len; i++) {
        const guint number = g_array_index (numbers, guint, i);
        if (number != last)
            g_string_append_printf (out, "%s%u", last == 0 ? " [" : ", ", number);
        last = number;
    }
    if (last != 0)
        g_string_append_c (out, ']');
    return last != 0;
}

/* "uses [1, 2], denied [3]", or %NULL where all is revoked. */
static char *
make_words (Chart *self, const AttriEdge *edge, const char *verb)
{
    static const char *const stances[] = {"", "doubted", "denied", "withdrawn"};
    g_autoptr (GString) words = g_string_new (verb);
    gboolean any = FALSE;

    for (AttriStance stance = ATTRI_STANCE_ASSERTS; stance <= ATTRI_STANCE_WITHDRAWS; stance++) {
        g_autoptr (GString) numbers = g_string_new (NULL);
        if (!append_numbers (self, numbers, edge, stance))
            continue;
        if (stance != ATTRI_STANCE_ASSERTS)
            g_string_append_printf (words, "%s%s", any ? ", " : ": ", stances[stance]);
        g_string_append (words, numbers->str);
        any = TRUE;
    }
    return any ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/* Other names and the like, a line each. */
static void
append_values (Chart *self, guint32 entity)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (self->graph, entity, &n);

    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (self->graph, edges[i]);
        if (edge->to != ATTRI_NONE)
            continue;
        g_autoptr (GString) value = g_string_new (NULL);
        column_make_value (value, self->graph,
                           attri_graph_get_claim (self->graph, edge->claims.first));
        const char *verb = strcmp (edge->type, "alias") == 0          ? "also"
                           : strcmp (edge->type, "availability") == 0 ? "availability"
                                                                      : "used by";
        g_autofree char *said = g_strdup_printf ("%s %s", verb, value->str);
        g_autofree char *words = make_words (self, edge, said);
        if (words == NULL)
            continue;
        g_string_append (self->text, "<br/>");
        append_safe (self->text, words);
    }
}

static void
append_box (Chart *self, guint32 row)
{
    const AttriEntity *entity = attri_graph_get_entity (self->graph, row);
    const AttriTypeInfo *info = attri_type_info (entity->type);
    const gboolean round = info->role == ATTRI_ROLE_TOOL || info->role == ATTRI_ROLE_TECHNIQUE;

    g_string_append_printf (self->text, "  n%u%s\"", row, round ? "([" : "[");
    append_safe (self->text, entity->name);
    g_string_append (self->text, "<br/>");
    append_safe (self->text, *info->type != '\0' ? info->label : entity->type);
    append_values (self, row);
    g_string_append_printf (self->text, "\"%s\n", round ? "])" : "]");
}

/* FALSE if there is nothing to draw. */
static gboolean
append_arrow (Chart *self, const AttriEdge *edge)
{
    const AttriRelationInfo *info = attri_relation_info (edge->type);
    const gboolean firm = edge->asserted && edge->hedge == ATTRI_HEDGE_STATED;
    const char *arrow = info->symmetric ? (firm ? "---" : "-.-") : (firm ? "-->" : "-.->");
    g_autofree char *words =
        make_words (self, edge, *info->type != '\0' ? info->forward : edge->type);

    if (words == NULL)
        return FALSE;
    g_string_append_printf (self->text, "  n%u %s|\"", edge->from, arrow);
    append_safe (self->text, words);
    g_string_append_printf (self->text, "\"| n%u\n", edge->to);
    return TRUE;
}

static void
append_claimants (Chart *self)
{
    if (self->claimants->len == 0)
        return;
    g_string_append (self->text, "  subgraph sources [\"Sources\"]\n");
    for (guint i = 0; i < self->claimants->len; i++) {
        const AttriSource *source =
            attri_graph_get_source (self->graph, g_array_index (self->claimants, guint32, i));
        g_autofree char *date = attri_date_to_string (source->published);
        g_autofree char *words = g_strdup_printf ("[%u] %s: %s%s%s", i + 1, source->publisher,
                                                  source->title, *date != '\0' ? ", " : "", date);
        g_string_append_printf (self->text, "    s%u[\"", i + 1);
        append_safe (self->text, words);
        g_string_append (self->text, "\"]\n");
    }
    g_string_append (self->text, "  end\n");
}

static void
tell_losses (GPtrArray *losses, const AttriGraph *graph, guint n_arrows)
{
    static const char *const of_claims[] = {"in",         "confidence",  "confidence_word",
                                            "wording",    "purpose",     "start_time",
                                            "stop_time",  "since",       "read_in",
                                            "cites",      "locator",     "quote",
                                            "reading",    "credibility", "recorded",
                                            "assessment", "revoked",     "deprecated",
                                            "tlp",        "note",        NULL};
    static const char *const of_entities[] = {
        "provisional", "is_family", "country",     "identity_class",      "first_seen",
        "last_seen",   "recorded",  "description", "external_references", "revoked",
        "deprecated",  "tlp",       NULL};

    column_tell_missing (losses, &column_claims, graph, of_claims);
    column_tell_missing (losses, &column_entities, graph, of_entities);
    export_tell_sources (losses, graph);
    if (n_arrows > MOST_EDGES)
        g_ptr_array_add (losses,
                         g_strdup_printf ("%u of %u lines, unless maxEdges is raised where it is "
                                          "drawn",
                                          n_arrows - MOST_EDGES, n_arrows));
}

char *
export_mermaid (const AttriGraph *graph, GPtrArray *losses)
{
    g_autofree guint *numbers = g_new0 (guint, attri_graph_get_n_sources (graph) + 1);
    g_autoptr (GArray) claimants = g_array_new (FALSE, FALSE, sizeof (guint32));
    Chart self = {graph, g_string_new ("flowchart LR\n"), numbers, claimants};
    g_autofree char *marking = export_marking_words (graph);
    guint n_arrows = 0;

    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        append_box (&self, i);
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, i);
        if (edge->to != ATTRI_NONE)
            n_arrows += append_arrow (&self, edge);
    }
    append_claimants (&self);
    g_string_append_printf (self.text, "  tlp[\"%s\"]\n", marking);
    tell_losses (losses, graph, n_arrows);
    return g_string_free (self.text, FALSE);
}
