/* SPDX-License-Identifier: MIT
 *
 * plan-private.h: what a plan holds: a list of things to draw, in the order in
 * which they are painted, in whole pixels.
 */
#pragma once

#include <attrigraph/layout.h>

#include "layout/measure-private.h"
#include "scene/scene-private.h"

G_BEGIN_DECLS

typedef struct {
    int x, y, w, h;
} AttriRect;

typedef enum {
    ATTRI_ITEM_GROUP, /* begins a group with a title */
    ATTRI_ITEM_END,   /* ends it */
    ATTRI_ITEM_BOX,   /* a box of the scene */
    ATTRI_ITEM_BAND,  /* what a focus has behind it in a matrix */
    ATTRI_ITEM_CELL,  /* where a row and a column of a matrix meet: a line of the scene */
    ATTRI_ITEM_PLATE, /* a filled rectangle: badge or marking */
    ATTRI_ITEM_TEXT,
    ATTRI_ITEM_LINE, /* a line of the scene */
    ATTRI_ITEM_DASH, /* a straight sample of a line, in a row or the legend */
    ATTRI_ITEM_RULE, /* a thin straight rule */
    ATTRI_ITEM_BAR,
    ATTRI_ITEM_ICON,
} AttriItemKind;

/* What a thing means; the theme knows its colour. */
typedef enum {
    ATTRI_INK_TEXT,
    ATTRI_INK_MUTED,
    ATTRI_INK_ON_BADGE,
    ATTRI_INK_BADGE,
    ATTRI_INK_TLP_BACK,
    ATTRI_INK_TLP,
} AttriInk;

typedef enum {
    ATTRI_ANCHOR_START,
    ATTRI_ANCHOR_MIDDLE,
    ATTRI_ANCHOR_END,
} AttriAnchor;

/* One step of a path: a straight run to (x, y), or a curve with two controls. */
typedef struct {
    gboolean curve;
    int x1, y1, x2, y2, x, y;
} AttriStep;

/**
 * AttriItem:
 * @rect: of a box, band, cell, plate or bar; of a rule or dash from (x, y) to (x + w, y + h);
 *   of an icon its centre; of a text the box its ink may fill, before it is turned
 * @x, @y: of a text its anchor on the baseline; of a line its start
 * @box: the scene's box it belongs to, or %ATTRI_NONE
 * @line: the scene's line it belongs to, or %ATTRI_NONE
 * @cell: of a text, one more than the item of the cell that it must not leave; else 0
 * @head: of a matrix, one more than the scene's box that it names or tells of; else 0
 * @meets: of a matrix, one more than the scene's line that the cell is; else 0
 * @turned: of a text, it rises to the right by 45 degrees, about its anchor
 * @text: of a text, or a group's title
 * @strong: (nullable): of a text, what follows it in bold
 * @steps: of a line, run in the plan's steps
 * @filled: of a bar, how many of its pixels
 * @compared: of a box, line or dash: drawn as one of a diff is, even where it is as before
 * @change: of a box, line, dash, plate or text: drawn as a diff shows it
 */
typedef struct {
    AttriItemKind kind;
    AttriRect rect;
    int x, y;
    guint32 box;
    guint32 line;
    guint cell;
    guint32 head;
    guint32 meets;
    gboolean turned;
    AttriType type;
    gboolean italic;
    guint spacing;
    AttriAnchor anchor;
    AttriInk ink;
    AttriFirmness firmness;
    AttriIcon icon;
    AttriTone tone;
    gboolean rounded;
    gboolean focus;
    AttriChange change;
    gboolean compared;
    int filled;
    const char *text;
    const char *strong;
    const char *link;
    AttriRange steps;
} AttriItem;

/* A column by its heading, or by its place where it has none. */
typedef struct {
    const char *heading;
    int width, gutter, zone;
} AttriLockColumn;

/**
 * AttriLockNode:
 * @from: the box's key; of a lane, that of the line's left end
 * @to: of a lane, that of the line's right end; else ""
 * @number: of a lane, among the lines with these ends
 * @lane: of a lane, its column
 * @column: where it stands
 * @y: the centre
 */
typedef struct {
    const char *from;
    const char *to;
    guint number;
    guint lane;
    guint column;
    int y;
} AttriLockNode;

/* @nodes: ordered by all fields but the last two. @name: the file, for messages. @view: "columns"
 * or "layered": a place in one says nothing of the other. @focus: (nullable): as of a scene, in
 * the lock's pool; none where the file says none. @tlp: of all pictures it went through. */
struct _AttriLock {
    GStringChunk *pool;
    const char *name;
    const char *view;
    const char *focus;
    AttriTlp tlp;
    GArray *columns; /* AttriLockColumn */
    GArray *nodes;   /* AttriLockNode */
    GArray *held;    /* AttriHeldColumn, by key */
    const char *engine;
};

AttriLock *attri_lock__new (void);
/* Copies the texts; call attri_lock__seal() at the end. */
void attri_lock__add_column (AttriLock *self, const AttriLockColumn *column);
void attri_lock__add_node (AttriLock *self, const AttriLockNode *node);
void attri_lock__seal (AttriLock *self);
/* The node that agrees with @wanted in all but where it stands, or %NULL. O(log n). */
const AttriLockNode *attri_lock__find (const AttriLock *self, const AttriLockNode *wanted);
/* The column with this heading; without one, that at @index. Or %NULL. */
const AttriLockColumn *
attri_lock__find_column (const AttriLock *self, const char *heading, guint index);
char *attri_lock__write (const AttriLock *self);

/**
 * AttriPlan:
 * @page: the size in pixels that the picture is shown at
 * @canvas: the size everything is placed on; the picture is scaled from it
 * @engine: what placed it: "dot" or "grid"
 * @lock: where its nodes stand
 * @parts: (nullable) (element-type AttriPlan): whose words it uses
 * @crossings: how often two lines cross
 * @patched: not all of it stood in the lock it was made from
 */
struct _AttriPlan {
    AttriScene *scene;
    GStringChunk *pool;
    GArray *items;
    GArray *steps;
    AttriRect page;
    AttriRect canvas;
    const char *engine;
    AttriLock *lock;
    GPtrArray *parts;
    guint crossings;
    gboolean patched;
};

#define attri_plan__item(plan, i) (&g_array_index ((plan)->items, AttriItem, (i)))
#define attri_plan__step(plan, i) (&g_array_index ((plan)->steps, AttriStep, (i)))

/* The sizes of type. */
#define ATTRI_TYPE_TITLE    ((AttriType){240, TRUE})
#define ATTRI_TYPE_SUBTITLE ((AttriType){135, FALSE})
#define ATTRI_TYPE_NAME     ((AttriType){155, TRUE})
#define ATTRI_TYPE_ROW      ((AttriType){130, FALSE})
#define ATTRI_TYPE_STRONG   ((AttriType){130, TRUE})
#define ATTRI_TYPE_SMALL    ((AttriType){125, FALSE})
#define ATTRI_TYPE_NUMBER   ((AttriType){125, TRUE})
#define ATTRI_TYPE_BADGE    ((AttriType){120, TRUE})
#define ATTRI_TYPE_TLP      ((AttriType){160, TRUE})

AttriPlan *attri_plan__new_empty (AttriScene *scene);

/* Appending; what is left out of @item is zero. */
void attri_plan__add (AttriPlan *self, const AttriItem *item);
/* A text at its anchor, in its box's or its line's name; measures its rectangle. */
AttriItem *attri_plan__add_text (AttriPlan *self, int x, int y, AttriType type, AttriInk ink,
                                 const char *text);
void attri_plan__add_rule (AttriPlan *self, int x, int y, int w, int h);
/* Moves the rectangle of the text added last to its anchor. */
void attri_plan__anchor (AttriPlan *self, AttriAnchor anchor);

G_END_DECLS
