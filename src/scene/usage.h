/* SPDX-License-Identifier: MIT
 *
 * usage.h: who uses what, as rows of tools and columns of groups, before it is drawn.
 */
#pragma once

#include "scene/maker.h"

G_BEGIN_DECLS

/* Two sums in thousandths of a bit, compared one after the other: of the most telling tools,
 * then of all. */
typedef struct {
    guint64 telling;
    guint64 all;
} AttriBits;

/**
 * AttriUsageTool:
 * @entity: the tool
 * @cluster: the row, by index, of the family it belongs to, or its own
 * @tier: of the most telling of its family
 * @bits: what sharing it tells, in thousandths
 * @users: groups of the view that are said to use it
 * @of_focus: one of the foci uses it or is it
 * @dropped: there was no room for it
 * @kept: it has a row
 */
typedef struct {
    guint32 entity;
    guint32 cluster;
    guint tier;
    guint32 bits;
    guint users;
    gboolean of_focus;
    gboolean dropped;
    gboolean kept;
} AttriUsageTool;

/**
 * AttriUsageGroup:
 * @entity: the group
 * @uses: run in the usage's uses
 * @member: a focus, or equated with one
 * @closeness: 0 for the closest, and for the first of the foci; if there is no focus, for all
 * @kept: it has a column
 */
typedef struct {
    guint32 entity;
    AttriRange uses;
    gboolean member;
    guint closeness;
    gboolean kept;
    AttriBits shared;
} AttriUsageGroup;

/* One group is said to use one tool; @asserted if it is not only denied. */
typedef struct {
    guint32 tool;
    guint32 edge;
    gboolean asserted;
} AttriUse;

/**
 * AttriUsage:
 * @rows, @columns: (element-type guint32): kept tools and groups, in the order to draw
 * @focused: some group or tool is the focus
 * @centred: some group is
 */
typedef struct _AttriUsage {
    GArray *tools;
    GArray *groups;
    GArray *uses;
    GArray *rows;
    GArray *columns;
    gboolean focused;
    gboolean centred;
} AttriUsage;

#define attri_usage__tool(t, i)  (&g_array_index ((t)->tools, AttriUsageTool, (i)))
#define attri_usage__group(t, i) (&g_array_index ((t)->groups, AttriUsageGroup, (i)))
#define attri_usage__use(t, i)   (&g_array_index ((t)->uses, AttriUse, (i)))

/* Everybody and everything. O(entities + edges). */
AttriUsage *attri_usage__new (AttriMaker *m);
void attri_usage__free (AttriUsage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriUsage, attri_usage__free)

/**
 * attri_usage__choose:
 *
 * Keeps tools that at least two of the kept groups are asserted to use, and groups
 * that use one: those closest to the focus, or else those that share most with
 * each other. The latter is found by peeling (Charikar, 2000): whoever shares
 * least with those left goes first.
 *
 * Time: O((groups + uses) log (groups)).
 */
void attri_usage__choose (AttriUsage *self, guint most_groups, guint most_tools);

/* Orders what is kept, so that what is alike stands together. O(groups² tools) in what is kept. */
void attri_usage__order (AttriUsage *self);

G_END_DECLS
