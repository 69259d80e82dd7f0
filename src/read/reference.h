/* SPDX-License-Identifier: MIT
 *
 * reference.h: a feed's reference to a report becomes a source.
 */
#pragma once

#include "base/arena-private.h"

#include <attrigraph/model.h>

/* A reference as a feed gives it; each part may be NULL or empty. */
typedef struct {
    const char *source_name;
    const char *description;
    const char *url;
} Reference;

/**
 * ReferenceText:
 * @published: when the report appeared, or %ATTRI_DATE_NONE
 * @retrieved: when it was read, or %ATTRI_DATE_NONE
 *
 * What a reference's description says. Texts are parts of the description, and not terminated.
 */
typedef struct {
    const char *authors;
    gsize authors_length;
    const char *title;
    gsize title_length;
    AttriDate published;
    AttriDate retrieved;
} ReferenceText;

/**
 * reference_parse_text:
 * @description: as ATT&CK writes it: "AUTHORS. (2017, April 6). TITLE. Retrieved May 1, 2020.";
 *   also without parentheses. Anything else is all title
 *
 * Time: O(length).
 */
ReferenceText reference_parse_text (const char *description);

/**
 * reference_to_source:
 * @arena: where the strings of @source go
 * @source: (out caller-allocates): generated, with no place
 *
 * The publisher is whose host the URL is on; on a host that only carries what others publish,
 * and without a URL, it is the authors, else the host or @source_name. Its id is made of
 * @source_name, or of the URL, in lower case with hyphens; see references_settle_ids().
 */
void reference_to_source (const Reference *reference, AttriArena *arena, AttriSourceDraft *source);

/**
 * references_settle_ids:
 * @sources: (element-type AttriSourceDraft): all of a run, as reference_to_source() made them;
 *   any order, the same one more than once
 * @arena: where new ids go
 *
 * Where one id stands for different pages, each gets a hash of its URL (or of its title, where
 * it has none) as a suffix. The result does not depend on the order of @sources.
 *
 * Time: O(n log n).
 */
void references_settle_ids (GArray *sources, AttriArena *arena);
