/* SPDX-License-Identifier: MIT
 *
 * stix.c: STIX objects go in one by one, drafts come out when all are known.
 */
#include "read/stix.h"

struct StixRun {
    guint n;
};

void
read_stix (Reader *reader)
{
    const AttriPlace place = {reader->name, reader->document->root.line,
                              reader->document->root.column};
    attri_findings_add (reader->findings, read_rule (READ_RULE_UNKNOWN_FORMAT), place, NULL,
                        "looks like STIX, which is not read yet; expected an object with "
                        "\"attrigraph\": 1");
}

void
stix_run_end (StixRun *self, AttriGraphBuilder *builder, AttriFindings *findings)
{
    (void)self;
    (void)builder;
    (void)findings;
}

void
stix_run_free (StixRun *self)
{
    g_free (self);
}
