/* SPDX-License-Identifier: MIT
 *
 * draw.h: a plan becomes SVG bytes; PNG and PDF are that SVG, painted, and an
 * HTML page has it inside.
 */
#pragma once

#include <attrigraph/layout.h>

G_BEGIN_DECLS

#define ATTRI_DRAW_ERROR (attri_draw_error_quark ())
ATTRI_API GQuark attri_draw_error_quark (void);

/**
 * AttriDrawError:
 * @ATTRI_DRAW_ERROR_PAINT: the paint helper refused; its message says why
 */
typedef enum {
    ATTRI_DRAW_ERROR_PAINT,
} AttriDrawError;

/* Light and print are fixed; auto is light, and dark where the viewer prefers it. */
typedef enum {
    ATTRI_THEME_AUTO,
    ATTRI_THEME_LIGHT,
    ATTRI_THEME_DARK,
    ATTRI_THEME_PRINT,
} AttriTheme;

/**
 * AttriAccess:
 * @ATTRI_ACCESS_IMAGE: one picture, named by its title and described by the graph read
 *   aloud; where it has links, a group of these
 * @ATTRI_ACCESS_FULL: a document that can be walked through: boxes are objects, and
 *   lines and cells symbols, each with a name (W3C Graphics-ARIA 1.0)
 *
 * What a screen reader is told.
 */
typedef enum {
    ATTRI_ACCESS_IMAGE,
    ATTRI_ACCESS_FULL,
} AttriAccess;

/**
 * AttriDrawOptions:
 * @theme: the colours
 * @access: what a screen reader is told
 * @id_prefix: (nullable): what every id and class in the SVG begins with, a
 *   letter and then letters, digits, `-` and `_`; by default made from the
 *   focus and the title
 */
typedef struct {
    AttriTheme theme;
    AttriAccess access;
    const char *id_prefix;
} AttriDrawOptions;

/**
 * attri_draw_svg:
 * @plan: (transfer none): where everything stands
 * @options: (nullable): wishes
 *
 * Time: O(n).
 *
 * Returns: (transfer full): a complete SVG 1.1 document of the wiki-safe
 * profile, one element a line
 */
ATTRI_API GBytes *attri_draw_svg (const AttriPlan *plan, const AttriDrawOptions *options);

/**
 * attri_draw_html:
 * @plan: (transfer none): where everything stands
 * @graph: (transfer none): what the plan's scene was made of
 * @options: (nullable): wishes
 *
 * The page needs no other file and no network. It holds the SVG that attri_draw_svg()
 * makes, and all entities, claims and sources of @graph, for its script to answer from:
 * whoever gets the page gets them.
 *
 * Time: O(n).
 *
 * Returns: (transfer full): a complete HTML document in UTF-8
 */
ATTRI_API GBytes *
attri_draw_html (const AttriPlan *plan, const AttriGraph *graph, const AttriDrawOptions *options);

/**
 * attri_draw_png:
 * @svg: (transfer none): an SVG from attri_draw_svg()
 * @scale_percent: 100 for one pixel to a pixel
 * @error: return location for an #ATTRI_DRAW_ERROR or the helper's failure
 *
 * Runs the paint helper once, in a process of its own.
 *
 * Returns: (transfer full) (nullable): a PNG
 */
ATTRI_API GBytes *attri_draw_png (GBytes *svg, guint scale_percent, GError **error);

/* Most pages of a PDF. */
#define ATTRI_DRAW_MOST_PAGES 64

/**
 * attri_draw_pdf:
 * @pages: (array length=n_pages): SVGs from attri_draw_svg(), at most %ATTRI_DRAW_MOST_PAGES
 * @date: what the document is dated (the clock is never asked)
 * @error: return location for an #ATTRI_DRAW_ERROR or the helper's failure
 *
 * As attri_draw_png(); each page has the size of its picture.
 *
 * Returns: (transfer full) (nullable): a PDF whose text can be selected
 */
ATTRI_API GBytes *
attri_draw_pdf (GBytes *const *pages, guint n_pages, AttriDate date, GError **error);

G_END_DECLS
