/* SPDX-License-Identifier: MIT
 *
 * url-private.h: when two links lead to the same page.
 */
#pragma once

#include <glib.h>

/**
 * attri_url__normalise:
 * @url: (nullable): a link, as somebody copied it
 *
 * Drops what does not tell pages apart: the scheme, a `www.`, a default port, the fragment,
 * trailing slashes, `utm_…` parameters, and the wrapper of web.archive.org. The host is
 * lower-cased; path and query stay as they are.
 *
 * Time: O(length).
 *
 * Returns: (transfer full) (nullable): `example.com/path?query`, equal for equal pages, or
 * %NULL if @url is no http or https link
 */
char *attri_url__normalise (const char *url);

/* How many bytes of the normalised @url are its host. */
gsize attri_url__host_length (const char *url);
