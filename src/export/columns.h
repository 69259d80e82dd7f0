/* SPDX-License-Identifier: MIT
 *
 * columns.h: what rows of a graph say, as named texts for formats that have no structure
 * of their own for it.
 */
#pragma once

#include <attrigraph/export.h>

typedef enum {
    COLUMN_STRING,
    COLUMN_NUMBER,
    COLUMN_BOOLEAN,
} ColumnType;

/* How the text is made of a row. */
typedef enum {
    COLUMN_OF_TEXT, /* a const char * at an offset, and so on */
    COLUMN_OF_DATE,
    COLUMN_OF_FLAG,
    COLUMN_OF_TLP,
    COLUMN_MADE, /* by a function */
} ColumnSource;

/**
 * Column:
 * @usual: (nullable): the text of a row of which there is nothing to say
 * @is_implied: (nullable): whether there is nothing to say of @row that its other columns do not
 * @is_end: whether it tells an end of a claim, for formats that have no arrows
 * @make: appends the text of @row, an AttriClaim, AttriEntity or AttriSource
 */
typedef struct {
    const char *name;
    ColumnType type;
    ColumnSource source;
    gsize offset;
    const char *usual;
    gboolean (*is_implied) (const AttriGraph *graph, gconstpointer row);
    gboolean is_end;
    void (*make) (GString *out, const AttriGraph *graph, gconstpointer row);
} Column;

/* A kind of rows, and what can be said of one. */
typedef struct {
    const char *noun; /* "claim" */
    const char *nouns;
    const Column *columns;
    gsize n_columns;
    guint32 (*get_n) (const AttriGraph *graph);
    gconstpointer (*get_row) (const AttriGraph *graph, guint32 index);
} ColumnTable;

extern const ColumnTable column_claims;
extern const ColumnTable column_entities;
extern const ColumnTable column_sources;

/* A column whose text a function makes. */
#define COLUMN_MADE_BY(key, function)                                                              \
    {                                                                                              \
        .name = (key), .source = COLUMN_MADE, .make = (function)                                   \
    }

/* For the functions that make texts. */
void column_append_text (GString *out, const char *text); /* (nullable) */
void column_append_date (GString *out, AttriDate date);
/* The value of a claim that has one: "shared", "8 of 158". */
void column_make_value (GString *out, const AttriGraph *graph, gconstpointer row);

/* Appends the text of one cell; none where nothing is said. */
void column_append (GString *out, const Column *column, const AttriGraph *graph, gconstpointer row);

/* Appends @part after a separator, if it is not the first in @out. */
void column_append_part (GString *out, const char *part);

/**
 * column_tell_missing:
 * @losses: (element-type utf8): gets a phrase for each of the columns that says something
 * @missing: (array zero-terminated=1): columns of @table that a format has no place for
 */
void column_tell_missing (GPtrArray *losses, const ColumnTable *table, const AttriGraph *graph,
                          const char *const *missing);
