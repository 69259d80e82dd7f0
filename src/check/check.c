/* SPDX-License-Identifier: MIT
 *
 * check.c: a graph goes in and is neither changed nor kept; what is doubtful
 * about it is added to the caller's findings.
 */
#include "check/check-private.h"

void
attri_check_graph (const AttriGraph *graph, AttriFindings *findings)
{
    g_return_if_fail (graph != NULL && findings != NULL);

    attri_check__sources (graph, findings);
    attri_check__entities (graph, findings);
    attri_check__claims (graph, findings);
    attri_check__edges (graph, findings);
    attri_check__names (graph, findings);
}
