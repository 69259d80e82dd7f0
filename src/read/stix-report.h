/* SPDX-License-Identifier: MIT
 *
 * stix-report.h: external references, and what a text cites.
 */
#pragma once

#include "read/stix-item.h"

/**
 * StixReference:
 * @report: what it is a reference to, once somebody asked (stix_reference_report())
 *
 * One of an object's external_references, as it is written; what is absent has no start.
 */
typedef struct {
    AttriJsonText name;
    AttriJsonText external_id;
    AttriJsonText url;
    AttriJsonText description;
    StixReport *report;
} StixReference;

/* Reads external_references, and tells of elements that are none; good for this object.
 * (element-type StixReference) */
GArray *stix_item_references (const StixItem *self);

/* The run's row of a reference that is no external id. */
StixReport *stix_reference_report (StixRun *run, StixReference *reference);
/* Whether its source_name is @name, but for white space around it. */
gboolean stix_reference_is_called (const StixReference *reference, const char *name, gsize length);

/* Appends to @reports what @text cites as `(Citation: X)`, where X may hold balanced parentheses:
 * the one of @references that is called X, else a loose report. */
void stix_text_cites (StixRun *run, const char *text, GArray *references, GPtrArray *reports);

/* @text without `(Citation: X)`, and of `[name](https://…)` the name, in one line; %NULL if
 * nothing is left. In the arena. */
const char *stix_text_plain (StixRun *run, const char *text);
