/* SPDX-License-Identifier: MIT
 *
 * paint.h: an SVG, painted on standard output. Each function returns only when
 * every byte is written, and else refuses to go on.
 */
#pragma once

#include <librsvg/rsvg.h>

/* The document in the bytes, which must outlive it. It may refer to nothing
 * outside: there is no base address. */
RsvgHandle *attri_paint__load (const guint8 *svg, gsize length);

/* A PNG with so many per cent of a pixel for each pixel of the SVG. */
void attri_paint__png (RsvgHandle *handle, guint scale);

/* A PDF with a page for each of the documents that stand in the bytes one after the other, text as
 * text, made on that day as far as it tells. */
void attri_paint__pdf (const guint8 *svg, const gsize *lengths, guint n, const char *date);
