/* SPDX-License-Identifier: MIT
 *
 * publishers.h: who publishes on a host.
 */
#pragma once

#include <attrigraph/model.h>

/**
 * Publisher:
 * @host: `example.com`, which stands for `www.example.com` and `blog.example.com` as well
 * @name: as the publisher is called where it is not in doubt, or %NULL for a host that only
 *   carries what others publish
 * @kind: what is published there as a rule
 */
typedef struct {
    const char *host;
    const char *name;
    AttriSourceKind kind;
} Publisher;

/* The row for a normalised URL (base/url-private.h), or NULL. O(log n). */
const Publisher *publisher_find (const char *url);

/* The part of a normalised URL's host that somebody registered: `example.co.uk` of
 * `blog.example.co.uk`. (transfer full) */
char *publisher_domain (const char *url);

/* All rows, for tests. (transfer none) (array length=n) */
const Publisher *publisher_list (gsize *n);
