/* SPDX-License-Identifier: MIT
 *
 * stix-settle.h: what can be said once every file of a run has been read.
 */
#pragma once

#include "read/stix-run.h"

/* Decides which version of each id counts, how objects are marked, and which reports and
 * releases hold them. */
void stix_settle (StixRun *self, AttriFindings *findings);

/* Less than, equal to or greater than 0, as the content of @a that we read comes before, is, or
 * comes after that of @b; of two that agree the one that says more comes first. */
int stix_object_compare (const StixObject *a, const StixObject *b);
/* Whether both say something of the same matter that is not the same. */
gboolean stix_object_contradicts (const StixObject *a, const StixObject *b);

/**
 * StixCarrier:
 * @id: what the source is to be called
 * @draft: which of the run's sources it is
 * @latest: when the last of its objects changed
 * @used: something rests on it
 * @guarded: something that is not marked CLEAR does
 * @has_editions: there are collections that say what a release holds
 *
 * A feed: what one publisher has put into STIX. What it says of itself is said by it, whoever
 * wrote the file; what it cites is said by others, through it.
 */
struct StixCarrier {
    const char *id;
    const char *title;
    const char *publisher;
    const char *url;
    AttriDate latest;
    guint draft;
    gboolean used;
    gboolean guarded;
    gboolean has_editions;
};

/* Names the feeds. */
void stix_carriers_settle (StixRun *self);
/* The feed that published @object. */
StixCarrier *stix_carrier_of (StixRun *self, StixObject *object);

/* Gives every source an id. */
void stix_sources_settle (StixRun *self);
/* The id of a report's source, which @object now rests on. */
const char *stix_use_report (StixRun *self, const StixObject *object, StixReport *report,
                             AttriFindings *findings);
/* That of a report that is an object; and of a release. */
const char *stix_use_object (StixRun *self, StixObject *object);

/**
 * stix_cite_own:
 * @statement: of @object
 *
 * Appends to @citations (element-type AttriCitationDraft) what our own extension says that
 * @statement rests on. What no bundle declares as a source is told of and left out.
 *
 * Returns: whether anything was appended
 */
gboolean stix_cite_own (StixRun *self, const StixObject *object, const StixStatement *statement,
                        AttriFindings *findings, GArray *citations);

/* Give drafts to @builder: relationships and all that speaks of two ends first, which finds what
 * dangles; then entities and their names; sources last, of which only those are given that
 * something rests on. */
void stix_give_statements (StixRun *self, AttriGraphBuilder *builder, AttriFindings *findings);
void stix_give_entities (StixRun *self, AttriGraphBuilder *builder, AttriFindings *findings);
void stix_give_sources (StixRun *self, AttriGraphBuilder *builder, AttriFindings *findings);

/**
 * stix_cite:
 * @object: what says it: its own publisher, or whom it cites
 * @claimant: (nullable): id of the source that says it, or %NULL for the publisher
 * @cites: (nullable): id of a source that the claimant cites
 *
 * Appends to @citations (element-type AttriCitationDraft) one citation for every carrier in
 * which @object was read.
 */
void stix_cite (StixRun *self, StixObject *object, const char *claimant, const char *cites,
                GArray *citations);
