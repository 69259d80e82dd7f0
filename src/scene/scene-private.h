/* SPDX-License-Identifier: MIT
 *
 * scene-private.h: what a scene holds, for the rooms that place and paint it.
 *
 * Everything is a row in an array; strings belong to the scene, are valid UTF-8
 * without control or invisible characters, and are never NULL unless said so.
 */
#pragma once

#include <attrigraph/scene.h>

G_BEGIN_DECLS

/* The dash: how firmly it is said, firmest first. */
typedef enum {
    ATTRI_FIRMNESS_STATED,
    ATTRI_FIRMNESS_ASSESSED,
    ATTRI_FIRMNESS_ALLEGED,
} AttriFirmness;

typedef enum {
    ATTRI_ICON_GROUP,
    ATTRI_ICON_CAMPAIGN,
    ATTRI_ICON_MALWARE,
    ATTRI_ICON_TOOL,
    ATTRI_ICON_TARGET,
    ATTRI_ICON_STATE,
    ATTRI_ICON_IDENTITY,
    ATTRI_ICON_PLACE,
    ATTRI_ICON_SECTOR,
    ATTRI_ICON_TECHNIQUE,
    ATTRI_ICON_VULNERABILITY,
    ATTRI_ICON_INFRASTRUCTURE,
    ATTRI_ICON_OTHER,
    ATTRI_N_ICONS,
} AttriIcon;

/* Which of the palette's pairs of fill and stroke a box takes. */
typedef enum {
    ATTRI_TONE_ACTOR,
    ATTRI_TONE_MALWARE,
    ATTRI_TONE_TOOL,
    ATTRI_TONE_TARGET,
    ATTRI_TONE_PLAIN,
    ATTRI_N_TONES,
} AttriTone;

typedef enum {
    ATTRI_ROW_CLAIM,  /* a dash at its left, its numbers at its right */
    ATTRI_ROW_NAME,   /* a name, its numbers at its right */
    ATTRI_ROW_MEMBER, /* an entity of its own, at which lines end */
    ATTRI_ROW_TEXT,   /* words only */
} AttriRowKind;

/* @groups of @of fill a bar; 0 of 0 for none. @strong: what the reader asked for. */
typedef struct {
    AttriRowKind kind;
    const char *text;
    const char *numbers;
    AttriFirmness firmness;
    guint32 groups;
    guint32 of;
    AttriChange change;
    gboolean strong;
} AttriSceneRow;

/**
 * AttriSceneBox:
 * @key: the entity's id, or one of ours (`panel:targets:tag-22`)
 * @detail: the type word and what else is known, or ""
 * @badge: (nullable): a word at its upper edge
 * @link: (nullable): an http or https address
 * @rounded: corners say actor, as colour does
 * @rows: run in the scene's rows
 */
typedef struct {
    const char *key;
    const char *name;
    const char *detail;
    const char *badge;
    const char *link;
    AttriIcon icon;
    AttriTone tone;
    gboolean rounded;
    gboolean focus;
    guint column;
    guint32 groups;
    guint32 of;
    AttriRange rows;
    AttriChange change;
} AttriSceneBox;

/**
 * AttriSceneLine:
 * @left, @right: boxes; @left stands in a column further left, or is the upper
 *   of two neighbours in one column
 * @left_row, @right_row: the member row it ends at, or %ATTRI_NONE for the box
 * @numbers: the claimants' numbers, after "?" those who doubt or deny
 * @label: (nullable): the verb, where it is not the column's
 * @about: the sentence it stands for
 */
typedef struct {
    guint32 left;
    guint32 left_row;
    guint32 right;
    guint32 right_row;
    AttriFirmness firmness;
    const char *numbers;
    const char *label;
    const char *about;
    AttriChange change;
} AttriSceneLine;

/* @note: smaller, after the heading. @verb: what the lines in the gap after the
 * column say. Each may be "". @role: (nullable): what a lock knows it by, if not the heading. */
typedef struct {
    const char *heading;
    const char *note;
    const char *verb;
    const char *role;
} AttriSceneColumn;

typedef enum {
    ATTRI_LEGEND_LINE,
    ATTRI_LEGEND_BAR,
    ATTRI_LEGEND_DISPUTE,
    ATTRI_LEGEND_CHANGE,
    ATTRI_LEGEND_MORE,
} AttriLegendKind;

typedef struct {
    AttriLegendKind kind;
    AttriFirmness firmness;
    const char *text;
    AttriChange change;
} AttriSceneLegend;

/* One line of what changed, and who says so; @change is NONE for how many more there are. */
typedef struct {
    AttriChange change;
    const char *text;
    const char *numbers;
} AttriSceneNews;

/* One numbered source: "[1]", what comes first, what may be cut short, and what comes last. */
typedef struct {
    const char *number;
    const char *head;
    const char *title;
    const char *tail;
    const char *link;
} AttriSceneSource;

/* Of the graph that the scene was made of, for pages that answer what a box or a line stands
 * for: @of is a box or a line, @row an entity or an edge. */
typedef struct {
    guint32 of;
    guint32 row;
} AttriSceneTrace;

/* Something of ours, which is no source's: "OUR JUDGEMENT", and by whom, when and what. */
typedef struct {
    const char *label;
    const char *text;
} AttriSceneJudgement;

/* A heading above some rows of a matrix: that of @box and those after it. */
typedef struct {
    guint32 box;
    const char *text;
} AttriSceneBand;

/**
 * AttriScene:
 * @boxes: (element-type AttriSceneBox): by column, then from top to bottom
 * @ordered: the order of boxes in a column is meant; else layout may choose it
 * @row_lines: to which the words of a row may wrap
 * @breakable: a box may be narrower than the longest word in it
 * @tlp_text: "TLP:CLEAR"
 * @cited: (element-type utf8): ids of all numbered sources, by number, listed or not
 * @notes: (element-type utf8): what a sceptic should know, a sentence each
 * @key: what the default id prefix is made from: focus and title, never the facts
 * @focus: ids of what was asked for as the focus, in byte order and each on a line, or ""
 * @news: (element-type AttriSceneNews): of a diff, what changed, the most telling first
 * @parts: (nullable) (element-type AttriScene): what it is stacked of, which own its words
 * @compares: a diff: what has no change mark is as before
 * @matrix: boxes of column 0 are rows, those of column 1 are columns, and a line is the cell
 *   where its ends meet. A row of a box of column 0 stands at the right of the cells, those of
 *   a box of column 1 below them
 * @bands: (element-type AttriSceneBand): from top to bottom
 * @feet: (element-type utf8): what the rows below the cells say, as many as a column has
 * @beside: what the row at the right of the cells says, or ""
 * @held: (element-type AttriSceneTrace): entities by the box that shows or lists them
 * @told: (element-type AttriSceneTrace): edges by the line that stands for them
 * @numbers: (element-type guint32): by source of the graph: its number, or 0
 */
struct _AttriScene {
    GStringChunk *pool;
    GArray *columns;
    GArray *boxes;
    GArray *rows;
    GArray *lines;
    GArray *legend;
    GArray *sources;
    GPtrArray *cited;
    GPtrArray *notes;
    GArray *judgements; /* AttriSceneJudgement */
    GArray *news;
    const char *title;
    const char *subtitle;
    const char *text;
    const char *tlp_text;
    const char *key;
    const char *focus;
    AttriTlp tlp;
    guint row_lines;
    gboolean breakable;
    gboolean ordered;
    gboolean compares;
    gboolean matrix;
    GArray *bands;
    GPtrArray *feet;
    const char *beside;
    GPtrArray *parts;
    GArray *held;
    GArray *told;
    GArray *numbers;
};

#define attri_scene__box(scene, i)  (&g_array_index ((scene)->boxes, AttriSceneBox, (i)))
#define attri_scene__row(scene, i)  (&g_array_index ((scene)->rows, AttriSceneRow, (i)))
#define attri_scene__line(scene, i) (&g_array_index ((scene)->lines, AttriSceneLine, (i)))

/* An empty scene, to be filled by hand; tests of layout and draw use it too. */
AttriScene *attri_scene__new_empty (void);
/* A copy of @text in the scene's pool, made safe to show. */
const char *attri_scene__keep (AttriScene *self, const char *text);

/* Appending gives the index. A row belongs to the box added last. */
guint32 attri_scene__add_box (AttriScene *self, const AttriSceneBox *box);
guint32 attri_scene__add_row (AttriScene *self, const AttriSceneRow *row);
void attri_scene__add_line (AttriScene *self, const AttriSceneLine *line);
/* @entity can be seen in @box; @edge is what the line added last stands for, or part of it. */
void attri_scene__hold (AttriScene *self, guint32 box, guint32 entity);
void attri_scene__tell (AttriScene *self, guint32 edge);

/**
 * attri_scene__stack:
 * @scenes: (array length=n): of one case, whose numbers are those of the last
 * @headings: (array length=n): what each is
 *
 * Title, description and marking are those of the last; legend, notes and sources of all.
 *
 * Returns: (transfer full): the boxes and lines of all, one scene's after the other's
 */
AttriScene *attri_scene__stack (AttriScene *const *scenes, const char *const *headings, guint n);

/* The scene written down, one thing a line, for goldens. (transfer full) */
char *attri_scene__dump (const AttriScene *self);

G_END_DECLS
