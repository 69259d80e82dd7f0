/* SPDX-License-Identifier: MIT
 *
 * check-private.h: the checks, by what they look at.
 */
#pragma once

#include "check/rules-private.h"
#include <attrigraph/check.h>

/* Each looks at every row of one table and adds what it doubts. */
void attri_check__sources (const AttriGraph *graph, AttriFindings *findings);
void attri_check__entities (const AttriGraph *graph, AttriFindings *findings);
void attri_check__claims (const AttriGraph *graph, AttriFindings *findings);
void attri_check__edges (const AttriGraph *graph, AttriFindings *findings);

/* Names that two entities share and that no claim explains. */
void attri_check__names (const AttriGraph *graph, AttriFindings *findings);

/* Adds a finding if @text (nullable) holds hidden characters; @what is "name". */
void
attri_check__hidden (AttriFindings *findings, AttriPlace place, const char *what, const char *text);
/* Adds a finding if @url (nullable) is no http or https link. */
void attri_check__link (AttriFindings *findings, AttriPlace place, const char *url);

/* Whether even the first day that @a may mean comes after the last that @b may. */
gboolean attri_check__is_after (AttriDate a, AttriDate b);
