/* SPDX-License-Identifier: MIT
 *
 * misp.c: a MISP galaxy cluster goes in, drafts go to the builder.
 */
#include "read/misp.h"

void
read_misp (Reader *reader)
{
    const AttriPlace place = {reader->name, reader->document->root.line,
                              reader->document->root.column};
    attri_findings_add (reader->findings, read_rule (READ_RULE_UNKNOWN_FORMAT), place, NULL,
                        "looks like a MISP galaxy cluster, which is not read yet; expected an "
                        "object with \"attrigraph\": 1");
}
