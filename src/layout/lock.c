/* SPDX-License-Identifier: MIT
 *
 * lock.c: the text of a lock file goes in, places come out, owned by the caller;
 * and the other way.
 */
#include "base/json-text-private.h"
#include "base/text-private.h"
#include "layout/plan-private.h"
#include "json/value-private.h"

#include <string.h>

#define VERSION     1
#define FARTHEST    20000  /* pixels; no legible picture is larger */
#define WIDEST      4000   /* of a column or a gap */
#define MOST_NUMBER 100000 /* of columns and of lines between two boxes */

AttriLock *
attri_lock__new (void)
{
    AttriLock *self = g_new0 (AttriLock, 1);
    self->pool = g_string_chunk_new (1024);
    self->columns = g_array_new (FALSE, FALSE, sizeof (AttriLockColumn));
    self->nodes = g_array_new (FALSE, FALSE, sizeof (AttriLockNode));
    self->held = g_array_new (FALSE, FALSE, sizeof (AttriHeldColumn));
    self->name = self->view = "";
    self->engine = "grid";
    return self;
}

void
attri_lock_free (AttriLock *self)
{
    if (self == NULL)
        return;
    g_string_chunk_free (self->pool);
    g_array_unref (self->columns);
    g_array_unref (self->nodes);
    g_array_unref (self->held);
    g_free (self);
}

void
attri_lock__add_column (AttriLock *self, const AttriLockColumn *column)
{
    AttriLockColumn copy = *column;
    copy.heading = g_string_chunk_insert (self->pool, column->heading);
    g_array_append_val (self->columns, copy);
}

void
attri_lock__add_node (AttriLock *self, const AttriLockNode *node)
{
    AttriLockNode copy = *node;
    copy.from = g_string_chunk_insert_const (self->pool, node->from);
    copy.to = g_string_chunk_insert_const (self->pool, node->to);
    g_array_append_val (self->nodes, copy);
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
    const AttriLockNode *x = a;
    const AttriLockNode *y = b;
    int order = strcmp (x->from, y->from);
    if (order == 0)
        order = strcmp (x->to, y->to);
    if (order == 0)
        order = (x->number > y->number) - (x->number < y->number);
    return order != 0 ? order : (x->lane > y->lane) - (x->lane < y->lane);
}

void
attri_lock__seal (AttriLock *self)
{
    g_array_sort (self->nodes, compare_nodes);
    for (guint i = 0; i < self->nodes->len; i++) {
        const AttriLockNode *node = &g_array_index (self->nodes, AttriLockNode, i);
        const AttriHeldColumn held = {node->from, node->column};
        if (*node->to == '\0')
            g_array_append_val (self->held, held);
    }
}

AttriTlp
attri_lock_get_tlp (const AttriLock *self)
{
    g_return_val_if_fail (self != NULL, ATTRI_TLP_UNMARKED);
    return self->tlp;
}

const AttriHeldColumn *
attri_lock_get_columns (const AttriLock *self, guint *n)
{
    g_return_val_if_fail (self != NULL && n != NULL, NULL);
    *n = self->held->len;
    return (const AttriHeldColumn *)self->held->data;
}

const AttriLockNode *
attri_lock__find (const AttriLock *self, const AttriLockNode *wanted)
{
    if (self->nodes->len == 0)
        return NULL;
    return bsearch (wanted, self->nodes->data, self->nodes->len, sizeof (AttriLockNode),
                    compare_nodes);
}

const AttriLockColumn *
attri_lock__find_column (const AttriLock *self, const char *heading, guint index)
{
    for (guint i = 0; *heading != '\0' && i < self->columns->len; i++) {
        const AttriLockColumn *column = &g_array_index (self->columns, AttriLockColumn, i);
        if (strcmp (column->heading, heading) == 0)
            return column;
    }
    if (*heading != '\0' || index >= self->columns->len)
        return NULL;
    const AttriLockColumn *column = &g_array_index (self->columns, AttriLockColumn, index);
    return *column->heading == '\0' ? column : NULL;
}

/* ---- writing ---- */

static void
write_number (AttriJsonText *json, const char *key, int number)
{
    attri_json_text__number (json, key, (guint64)MAX (0, number));
}

static void
write_focus (AttriJsonText *json, const char *focus)
{
    g_auto (GStrv) ids = g_strsplit (focus, "\n", -1);
    attri_json_text__open_array_on_line (json, "focus");
    for (guint i = 0; ids[i] != NULL; i++)
        attri_json_text__string (json, NULL, ids[i]);
    attri_json_text__close (json);
}

char *
attri_lock__write (const AttriLock *self)
{
    AttriJsonText *json = attri_json_text__new ();

    attri_json_text__open_object (json, NULL);
    attri_json_text__number (json, "attrigraph-lock", VERSION);
    attri_json_text__string (json, "view", self->view);
    if (self->focus != NULL)
        write_focus (json, self->focus);
    attri_json_text__string (json, "engine", self->engine);
    if (self->tlp != ATTRI_TLP_UNMARKED)
        attri_json_text__string (json, "tlp", attri_tlp_to_string (self->tlp));
    attri_json_text__open_array (json, "columns");
    for (guint i = 0; i < self->columns->len; i++) {
        const AttriLockColumn *column = &g_array_index (self->columns, AttriLockColumn, i);
        attri_json_text__open_object (json, NULL);
        attri_json_text__string (json, "heading", column->heading);
        write_number (json, "width", column->width);
        write_number (json, "gutter", column->gutter);
        write_number (json, "zone", column->zone);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
    attri_json_text__open_array (json, "places");
    for (guint i = 0; i < self->nodes->len; i++) {
        const AttriLockNode *node = &g_array_index (self->nodes, AttriLockNode, i);
        attri_json_text__open_object (json, NULL);
        attri_json_text__string (json, *node->to != '\0' ? "from" : "id", node->from);
        if (*node->to != '\0') {
            attri_json_text__string (json, "to", node->to);
            attri_json_text__number (json, "number", node->number);
        }
        attri_json_text__number (json, "column", node->column);
        write_number (json, "y", node->y);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
    attri_json_text__close (json);
    return attri_json_text__end (json);
}

/* ---- reading ---- */

static gboolean
refuse (GError **error, const char *name, const char *pointer, const char *expected)
{
    g_autofree char *file = attri_text_for_terminal (name);
    g_set_error (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_LOCK,
                 "%s: %s: no lock file; expected %s; --relayout makes it anew", file, pointer,
                 expected);
    return FALSE;
}

/* The member @key of @object as a number from 0 to @most. */
static gboolean
read_number (const AttriJson *object, const char *key, gint64 most, int *number)
{
    const AttriJson *member = attri_json__get_member (object, key);
    gint64 value;
    if (member == NULL || !attri_json__get_integer (member, &value) || value < 0 || value > most)
        return FALSE;
    *number = (int)value;
    return TRUE;
}

static const char *
read_text (const AttriJson *object, const char *key)
{
    const AttriJson *member = attri_json__get_member (object, key);
    return member != NULL ? attri_json__get_string (member) : NULL;
}

static gboolean
read_column (AttriLock *self, const AttriJson *json)
{
    AttriLockColumn column = {.heading = read_text (json, "heading")};
    if (column.heading == NULL || !read_number (json, "width", WIDEST, &column.width) ||
        !read_number (json, "gutter", WIDEST, &column.gutter) ||
        !read_number (json, "zone", WIDEST, &column.zone))
        return FALSE;
    attri_lock__add_column (self, &column);
    return TRUE;
}

static gboolean
read_place (AttriLock *self, const AttriJson *json)
{
    int number = 0, column = 0;
    AttriLockNode node = {.from = read_text (json, "id"), .to = ""};
    if (node.from == NULL) {
        node.from = read_text (json, "from");
        node.to = read_text (json, "to");
        if (node.from == NULL || node.to == NULL || *node.to == '\0' ||
            !read_number (json, "number", MOST_NUMBER, &number))
            return FALSE;
    }
    if (!read_number (json, "column", MOST_NUMBER, &column) ||
        !read_number (json, "y", FARTHEST, &node.y))
        return FALSE;
    node.number = (guint)number;
    node.column = (guint)column;
    node.lane = *node.to != '\0' ? node.column : 0;
    attri_lock__add_node (self, &node);
    return TRUE;
}

typedef gboolean (*ReadElement) (AttriLock *self, const AttriJson *json);

static gboolean
read_list (AttriLock *self, const char *name, const AttriJson *root, const char *key,
           ReadElement read_element, const char *expected, GError **error)
{
    const AttriJson *list = attri_json__get_member (root, key);
    guint i = 0;

    if (list == NULL || attri_json__get_type (list) != ATTRI_JSON_ARRAY) {
        g_autofree char *pointer = g_strconcat ("/", key, NULL);
        return refuse (error, name, pointer, "an array");
    }
    for (const AttriJson *element = attri_json__get_first (list); element != NULL;
         element = attri_json__get_next (element), i++) {
        if (attri_json__get_type (element) == ATTRI_JSON_OBJECT && read_element (self, element))
            continue;
        g_autofree char *pointer = g_strdup_printf ("/%s/%u", key, i);
        return refuse (error, name, pointer, expected);
    }
    return TRUE;
}

/* The ids on a line each; FALSE if it is no list of them. */
static gboolean
read_focus (AttriLock *self, const AttriJson *list)
{
    g_autoptr (GString) ids = g_string_new (NULL);
    if (attri_json__get_type (list) != ATTRI_JSON_ARRAY)
        return FALSE;
    for (const AttriJson *element = attri_json__get_first (list); element != NULL;
         element = attri_json__get_next (element)) {
        const char *id = attri_json__get_string (element);
        if (id == NULL)
            return FALSE;
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? "\n" : "", id);
    }
    self->focus = g_string_chunk_insert (self->pool, ids->str);
    return TRUE;
}

static gboolean
read_stamps (AttriLock *self, const char *name, const AttriJson *root, GError **error)
{
    const char *view = read_text (root, "view"), *tlp = read_text (root, "tlp");
    const AttriJson *focus = attri_json__get_member (root, "focus");
    if (g_strcmp0 (view, "columns") != 0 && g_strcmp0 (view, "layered") != 0)
        return refuse (error, name, "/view", "columns or layered");
    if (tlp != NULL && !attri_tlp_parse (tlp, &self->tlp))
        return refuse (error, name, "/tlp", "a TLP level");
    if (focus != NULL && !read_focus (self, focus))
        return refuse (error, name, "/focus", "an array of ids");
    self->name = g_string_chunk_insert (self->pool, name);
    self->view = g_string_chunk_insert (self->pool, view);
    self->engine = g_strcmp0 (read_text (root, "engine"), "dot") == 0 ? "dot" : "grid";
    return TRUE;
}

static gboolean
read_root (AttriLock *self, const char *name, const AttriJson *root, GError **error)
{
    int version = 0;

    if (attri_json__get_type (root) != ATTRI_JSON_OBJECT)
        return refuse (error, name, "/", "an object with \"attrigraph-lock\": 1");
    if (!read_number (root, "attrigraph-lock", VERSION, &version) || version != VERSION)
        return refuse (error, name, "/attrigraph-lock", "version 1");
    if (!read_stamps (self, name, root, error))
        return FALSE;
    if (!read_list (self, name, root, "columns", read_column, "heading, width, gutter and zone",
                    error) ||
        !read_list (self, name, root, "places", read_place,
                    "id, or from, to and number; and column and y", error))
        return FALSE;
    attri_lock__seal (self);
    return TRUE;
}

AttriLock *
attri_lock_read (const char *name, GBytes *bytes, GError **error)
{
    g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

    static const AttriJsonLimits limits = {1000 * 1000, 8, 64 << 10};
    gsize length;
    const char *data = g_bytes_get_data (bytes, &length);
    g_autoptr (AttriFindings) findings = attri_findings_new (1);
    g_autoptr (AttriJsonDocument) document =
        attri_json__scan (name, data != NULL ? data : "", length, &limits, findings);
    if (document == NULL) {
        const AttriFinding *first = attri_findings_get (findings, 0);
        g_autofree char *text = attri_finding_to_diagnostic (first);
        g_set_error (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_LOCK, "%s", text);
        return NULL;
    }
    g_autoptr (AttriJson) root = attri_json__parse (document, &document->root);
    g_autoptr (AttriLock) self = attri_lock__new ();
    if (root == NULL) {
        refuse (error, name, "/", "something smaller");
        return NULL;
    }
    return read_root (self, name, root, error) ? g_steal_pointer (&self) : NULL;
}
