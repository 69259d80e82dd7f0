/* SPDX-License-Identifier: MIT
 *
 * wire.h: what a room and a helper program say to each other.
 *
 * The only header of helpers/ that a room may include, and it holds no more
 * than names and bounds: both ends write and read these few lines themselves.
 *
 *
 * attrigraph-layout
 *
 * Takes no argument. The request comes on standard input, as lines of a
 * keyword and decimal numbers with one space between, each ended by a newline.
 * All sizes are whole pixels; nodes and columns count from 0.
 *
 *     attrigraph-layout 1 NODES EDGES COLUMNS RANKSEP NODESEP
 *     n COLUMN WIDTH HEIGHT      one for each node, in canonical order
 *     e A B                      one for each edge, from column k to k + 1
 *     o A B                      any number up to NODES: A stands above B in
 *                                one column
 *     end
 *
 * No column may be empty. A line that crosses a column is a node there, as wide
 * as the column (a lane), and one edge on either side of it. RANKSEP is the
 * empty space between neighbouring columns, NODESEP that between neighbours in
 * one. Two edges or orders may be the same; of an order Graphviz makes a hint.
 *
 * The answer comes on standard output, in either form, and counts only with
 * its last line:
 *
 *     p NODE X Y                 one for each node, in the same order: its
 *     end                        centre, y downwards, the outermost boxes at 0
 *
 *     grid REASON                no positions: the asker places them itself;
 *     end                        `too-large` or `unplaced`
 *
 * Every node of a column is given the same X, and columns go to the right.
 *
 *
 * attrigraph-paint
 *
 * `png SCALE` (per cent, 1 to 1000) or `pdf YYYY-MM-DD` (the date written into
 * the document) as arguments, an SVG on standard input, the PNG or the PDF on
 * standard output. `pdf YYYY-MM-DD LENGTH...` has an SVG of each length on
 * standard input, one after the other, and makes a page of each. A pixel of the
 * SVG is 0.75 pt of a page.
 *
 *
 * A request that cannot be met ends either program with the exit status below
 * and one line on standard error, `SLUG: SENTENCE`, or just the sentence.
 */
#pragma once

#define ATTRI_WIRE_LAYOUT_HELPER "attrigraph-layout"
#define ATTRI_WIRE_PAINT_HELPER  "attrigraph-paint"

/* How a request begins: with the version of this format. */
#define ATTRI_WIRE_LAYOUT_HEADER "attrigraph-layout 1"

/* Above either of these dot is too slow to wait for: answered with `grid`. */
#define ATTRI_WIRE_NODES_MAX 400
#define ATTRI_WIRE_EDGES_MAX 800

/* Greatest width or height of a node, and greatest separation, in pixels. */
#define ATTRI_WIRE_SIZE_MAX 16384
#define ATTRI_WIRE_GAP_MAX  4096

/* No request or answer within these bounds is longer, in bytes. */
#define ATTRI_WIRE_LAYOUT_REQUEST_MAX 32768
#define ATTRI_WIRE_LAYOUT_ANSWER_MAX  16384

/* Most pixels of a painted PNG; at four bytes each, 160 MB. */
#define ATTRI_WIRE_PIXELS_MAX 40000000

/* Most pages of a PDF. */
#define ATTRI_WIRE_PAGES_MAX 64

/* Greatest scale of a painted PNG, in per cent. */
#define ATTRI_WIRE_SCALE_MAX 1000

#define ATTRI_WIRE_EXIT_REFUSED 2

/* The slug that says the machine has no font to paint text with. */
#define ATTRI_WIRE_SLUG_NO_FONTS "no-fonts"
