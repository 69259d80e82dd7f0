/* SPDX-License-Identifier: MIT
 *
 * maker.h: what the parts of this room share while they make one scene.
 */
#pragma once

#include "scene/scene-private.h"

#include <attrigraph/query.h>

G_BEGIN_DECLS

/* The description tells so many claims, and how many more there are. */
#define ATTRI_MOST_STATEMENTS 400

/* Why a source has a number. */
enum {
    ATTRI_USED_SAID = 1,  /* it says or carries what the picture shows */
    ATTRI_USED_CITED = 2, /* who says that cites it */
};

/* The numbers of sources: marked while drawing once, dealt, then drawn again. */
typedef struct {
    guint32 *numbers;    /* by source index; 0 for none */
    AttriDate *recorded; /* earliest use, by source index */
    guint8 *used;        /* by source index: flags as above */
    guint32 *claims;     /* by source index: how many it makes */
    GArray *order;       /* guint32: the sources dealt to, by number, or ATTRI_NONE */
    guint32 n_sources;
} AttriNumbering;

/**
 * AttriRoom:
 * @groups: boxes in the column of groups, before the tail folds
 * @kept: of those, for groups that must not be lost in the fold
 * @tools: boxes in the column of tools, without the folds
 * @own_apart: whether tools that no other group uses have a fold of their own
 * @lines: from tools to groups, that the eye can follow
 * @names, @tool_names: of one kind in a fold of groups, and in one of tools
 * @members: the foci and what equates with them, before the rest share a box
 * @panel_rows: of targets, of what else is said, or of relations inside a column
 * @row_lines: of one row's words
 * @brief: several targets or names of one row are counted, and notes say the least they must
 * @terse: of a family only what the focus uses has a row, and a group that shares no tool has what
 *   is said of it as a row instead of a line
 * @sources: that the list should hold
 * @boxes, @tall, @deep, @links: of the layered picture: boxes in all and in a column, columns,
 * lines
 * @columns, @rows: of a matrix
 * @matrix_sources: that its list should hold
 *
 * What a picture has room for; less on a page of fixed size.
 */
typedef struct {
    guint groups;
    guint kept;
    guint tools;
    gboolean own_apart;
    guint lines;
    guint names;
    guint tool_names;
    guint members;
    guint panel_rows;
    guint row_lines;
    gboolean brief;
    gboolean terse;
    guint sources;
    guint boxes;
    guint tall;
    guint deep;
    guint links;
    guint columns;
    guint rows;
    guint matrix_sources;
} AttriRoom;

/* By AttriSceneOptions.fold; more than %ATTRI_SCENE_MOST_FOLD is as much. */
const AttriRoom *attri_room__get (guint fold);

/* Tools in one box. */
typedef struct {
    guint32 box;
    GArray *tools; /* guint32 */
} AttriFold;

/* Where an actor is that is not the focus. */
typedef enum {
    ATTRI_ACTOR_NOWHERE,
    ATTRI_ACTOR_SHOWN,  /* in a box of its own */
    ATTRI_ACTOR_FOLDED, /* in the box of the tail */
} AttriActorPlace;

/* One scene in the making. */
typedef struct {
    const AttriGraph *graph;
    const AttriSceneOptions *options;
    const AttriRoom *room;
    AttriScene *scene;
    AttriNumbering numbering;
    guint8 *roles;          /* by entity index: AttriRole */
    guint8 *edge_shown;     /* by edge index: it may be drawn */
    guint8 *edge_drawn;     /* by edge index */
    guint left_out;         /* techniques, where there are many */
    guint32 *box_of;        /* by entity index: its box, or ATTRI_NONE */
    guint32 *row_of;        /* by entity index: its member row, or ATTRI_NONE */
    gboolean hedge_used[4]; /* by AttriHedge, after confidence is weighed */
    gboolean dispute_used;       /* some number is one who doubts or denies */
    gboolean denial_used;        /* and nobody asserts there what it denies */
    gboolean more_used;          /* some line has more sources than numbers */
    guint most_numbers;          /* on a line */
    guint most_sources;          /* that the list should hold */
    gboolean caption_used;       /* some group is told to share "6 of 9" */
    guint32 bar_of;              /* the denominator of bars drawn, or 0 */
    GArray *folds;               /* AttriFold: tools that share a box */
    guint8 *is_told;             /* by entity: a tool of the focus, drawn in some box */
    guint8 *actor_place;         /* by entity: AttriActorPlace */
    GArray *related;             /* of actor-column.c: the groups around the focus, closest first */
    guint lone_entities;         /* left out of the layered picture */
    GArray *availability_claims; /* guint32: claims a detail line rests on */
    GArray *prevalence_claims;   /* guint32: claims a bar rests on */
    GArray *members;             /* guint32: the foci, then what equates with them */
    guint8 *is_member;           /* by entity index */
    guint8 *named;               /* by entity index: it is called by its name somewhere */
    const char **apart;          /* by entity index: what tells a namesake apart; or NULL */
    guint n_members_drawn;       /* in boxes of their own; the rest share one */
    GPtrArray *overlaps;         /* AttriOverlap, one for each member */
    AttriSceneView picture;      /* which is drawn: never AUTO */
    struct _AttriLayers *layers; /* of layers.c, if they were looked at; or NULL */
    struct _AttriUsage *usage;   /* of usage.c, once a matrix was tried; or NULL */
    const char *finding;         /* what a picture without a focus shows, as its title; or NULL */
    const char *coverage;        /* how much of the view is drawn, for the subtitle; or NULL */
    gboolean centred;            /* the picture is around a group, and its title tells of that */
} AttriMaker;

/* numbers.c */
void attri_numbering__init (AttriNumbering *self, const AttriGraph *graph);
void attri_numbering__clear (AttriNumbering *self);
/* No source is marked any more. */
void attri_numbering__forget (AttriNumbering *self);
/* How many are marked, but for what is only cited. */
guint32 attri_numbering__count (const AttriNumbering *self);
/* Forgets what is only cited where all together are more than @most. */
void attri_numbering__bound (AttriNumbering *self, guint32 most);
/* Deals the numbers to the sources marked so far; once. */
/* In the order in which they came; those that @like (nullable) numbers take its numbers, so
 * that some are dealt to nothing in this graph. */
void attri_numbering__deal (AttriNumbering *self, const AttriGraph *graph, const AttriScene *like);
void attri_numbering__mark (AttriNumbering *self, const AttriGraph *graph, guint32 claim);
/* "[1,4–6] +2 ?[3]" for the live claims of some edges, so many as the picture has room for;
 * marks what they cite. (transfer none) */
const char *attri_maker__numbers (AttriMaker *m, const guint32 *edges, guint n);
/* The same with at most @most on each side. */
const char *attri_maker__few_numbers (AttriMaker *m, const guint32 *edges, guint n, guint most);
/* The same for two edges if the same claimants say so. (transfer full) */
char *attri_maker__voices_key (AttriMaker *m, guint32 edge);
/* "[4]" for single claims. (transfer none) */
const char *attri_maker__claim_numbers (AttriMaker *m, const GArray *claims);

/* maker.c */
const char *attri_maker__format (AttriMaker *m, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean attri_claim__is_live (const AttriClaim *claim);
/* The hedge of the firmest live asserting claim of some edges, or of the firmest
 * opposing one where none asserts; kept for the legend. And its dash. */
AttriHedge attri_maker__hedge (AttriMaker *m, const guint32 *edges, guint n);
AttriFirmness attri_maker__firmness (AttriMaker *m, const guint32 *edges, guint n);
/* Counts an edge as shown. */
void attri_maker__drawn (AttriMaker *m, guint32 edge);
/* Whether an edge joins two entities that may be drawn and some live claim speaks of it. O(1). */
gboolean attri_maker__is_shown (const AttriMaker *m, guint32 edge);
AttriRelationClass attri_maker__relation (const AttriMaker *m, guint32 edge);
AttriRole attri_maker__role (const AttriMaker *m, guint32 entity);
/* An intrusion set or threat actor; a campaign is something a group does. */
gboolean attri_maker__is_group (const AttriMaker *m, guint32 entity);
/* One of many techniques, which are only counted. */
gboolean attri_maker__is_left_out (const AttriMaker *m, guint32 entity);
gboolean attri_maker__is_member (const AttriMaker *m, guint32 entity);
/* Its name, and after it which one it is where the picture names another of that name. */
const char *attri_maker__name (AttriMaker *m, guint32 entity);
/* Looks for namesakes among what was named so far: all that is named from now on is told apart. */
void attri_maker__tell_apart (AttriMaker *m);
/* The same for everything that the graph holds. */
void attri_maker__tell_all_apart (AttriMaker *m);
const char *attri_maker__day (AttriMaker *m, AttriDate date);
/* "A, B and C". (element-type utf8) */
const char *attri_maker__join (AttriMaker *m, GPtrArray *words);
const char *attri_phrase__number (guint n);
/* Whether boxes show one name of many: on a page of fixed size, and where boxes had to fold. */
gboolean attri_maker__is_tight (const AttriMaker *m);
/* "and 3 more names", as a row of the box added last; @what: of one of them, or "" */
void attri_maker__count_row (AttriMaker *m, guint n, const char *what);

/* phrases.c */
/* The sentence of an edge: "TAG-22 uses Winnti: assessed [1]". */
const char *
attri_maker__about (AttriMaker *m, guint32 edge, const char *numbers, AttriFirmness firmness);
AttriIcon attri_phrase__icon (const AttriEntity *entity);
AttriTone attri_phrase__tone (const AttriEntity *entity);
/* "malware, shared" */
const char *attri_maker__detail (AttriMaker *m, guint32 entity);
/* Remembers what a bar of users rests on. */
void attri_maker__bar (AttriMaker *m, const AttriToolFacts *facts);
/* A box for an entity, without rows; not yet added. */
AttriSceneBox attri_maker__box (AttriMaker *m, guint32 entity, guint column);
/* Adds the line of one edge; @swap if its `from` is the right end. */
void attri_maker__edge_line (AttriMaker *m, guint32 edge, gboolean swap, const char *label);
/* The verb of an edge as read from @left. */
const char *attri_maker__verb_from (AttriMaker *m, guint32 edge, guint32 left);
/* Adds a row that says an edge in words to the box added last. */
void attri_maker__claim_row (AttriMaker *m, guint32 edge, guint32 told_of);

/* folds.c */
GArray *attri_maker__new_folds (void);
/* The tools of a new fold, to be filled. (transfer none) */
GArray *attri_maker__add_fold (AttriMaker *m, guint32 box);
/* The fold that is drawn as @box, or NULL. */
const AttriFold *attri_maker__find_fold (const AttriMaker *m, guint32 box);
/* The lines between an actor and all tool boxes. */
void attri_maker__actor_lines (AttriMaker *m, guint32 actor, gboolean actor_is_left);
/* Adds one line for many edges: in the dash of the least firm, with at most @most_numbers
 * numbers; "@who @what" is what it says. */
void attri_maker__bundle (AttriMaker *m, const GArray *edges, AttriSceneLine line,
                          guint most_numbers, const char *who, const char *what);

/* names.c */
/* Names given by somebody, as rows of the box added last: the one asked for first. */
void attri_maker__alias_rows (AttriMaker *m, guint32 entity);
/* Of them only those of records that the view folded into it. */
void attri_maker__folded_rows (AttriMaker *m, guint32 entity);
/* The same in words: ", same as Winnti [4]", or "". */
const char *attri_maker__folded_names (AttriMaker *m, guint32 entity);
/* What is said between records that the view folded into one, as rows of its box. */
void attri_maker__own_rows (AttriMaker *m, guint32 entity);
/* How a title names the focus: "TAG-22, by MITRE ATT&CK a name of Earth Lusca"; with a
 * comma after it if the sentence goes on. */
const char *attri_maker__subject (AttriMaker *m, guint32 entity, gboolean goes_on);
/* The overlap of the member that is said to use most tools. */
const AttriOverlap *attri_maker__reference (const AttriMaker *m);
/* "non-public ", or "" where nobody says of any of its tools how easily it is had. */
const char *attri_maker__telling_word (const AttriOverlap *overlap);

/* marks.c: what a diff marks. */
/* What became of some edges together; NONE where nothing is compared. */
AttriChange attri_maker__change (const AttriMaker *m, const guint32 *edges, guint n);
/* "moderate → high" or "withdrawn", where it is one thing of all these edges; else NULL. */
const char *attri_maker__shift (AttriMaker *m, const guint32 *edges, guint n);
/* @words (nullable) with that after them, if there is room. */
const char *
attri_maker__with_shift (AttriMaker *m, const char *words, const guint32 *edges, guint n);
/* Marks the boxes, counts in the subtitle, explains in the legend. After all else is made. */
void attri_maker__marks (AttriMaker *m);

/* news.c: what changed, in words. Cites sources, so it is made with the picture. */
void attri_maker__news (AttriMaker *m);

/* The pictures. */
void attri_maker__columns (AttriMaker *m);
void attri_maker__tool_column (AttriMaker *m);
/* The family whose box shows @tool: one that is no variant itself, because a box has rows and
 * no rows of rows. Or ATTRI_NONE. */
guint32 attri_maker__family (AttriMaker *m, guint32 tool);
/* Which groups get a box of their own, of those that share a tool that is told of the focus. */
void attri_maker__choose_actors (AttriMaker *m);
/* The actors that a claim joins with the focus or with a tool told of it, closest first.
 * (transfer full) (element-type guint32) */
GArray *attri_maker__closest (AttriMaker *m);
void attri_maker__actor_column (AttriMaker *m);
void attri_maker__layered (AttriMaker *m);
/* Whether some tool is used by two groups, so that a matrix shows something. */
gboolean attri_maker__has_matrix (AttriMaker *m);
void attri_maker__matrix (AttriMaker *m);

/* Around the picture. */
void attri_maker__title (AttriMaker *m);
/* The tools that a title around a group counts as shared. (transfer full) (element-type guint32) */
GArray *attri_maker__counted_tools (const AttriMaker *m);
/* What we think of it, if the view that is drawn says so. */
void attri_maker__judgement (AttriMaker *m);
void attri_maker__legend (AttriMaker *m);
void attri_maker__sources (AttriMaker *m);
void attri_maker__aloud (AttriMaker *m);

G_END_DECLS
