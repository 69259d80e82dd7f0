/* SPDX-License-Identifier: MIT
 *
 * paint.c: the one file that speaks to librsvg and cairo.
 * In:  an SVG in memory.
 * Out: a PNG or PDF on standard output; the same fonts give the same bytes.
 */
#include "helpers/paint/paint.h"

#include "helpers/talk.h"
#include "helpers/wire.h"

#include <cairo-pdf.h>
#include <math.h>

/* Pixels of an SVG to the inch, by CSS; hence 0.75 pt to the pixel. */
#define DPI              96.0
#define POINTS_PER_PIXEL 0.75

/* cairo's own bound on either side of an image. */
#define SIDE_MAX 32767

RsvgHandle *
attri_paint__load (const guint8 *svg, gsize length)
{
    g_autoptr (GError) error = NULL;
    RsvgHandle *handle = rsvg_handle_new_from_data (svg, length, &error);

    if (handle == NULL)
        attri_talk__refuse ("svg: %s", error->message);
    rsvg_handle_set_dpi (handle, DPI);
    return handle;
}

/* The size in pixels of the SVG, checked to be one. */
static void
get_size (RsvgHandle *handle, double *width, double *height)
{
    if (!rsvg_handle_get_intrinsic_size_in_pixels (handle, width, height) ||
        !(*width >= 1 && *width <= SIDE_MAX && *height >= 1 && *height <= SIDE_MAX))
        attri_talk__refuse ("svg: it must state a width and height of 1 to %d pixels", SIDE_MAX);
}

/* Kept until all is done, so that whoever is refused is not half answered. */
static cairo_status_t
keep (void *kept, const unsigned char *bytes, unsigned length)
{
    g_byte_array_append (kept, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static void
check (cairo_status_t status)
{
    if (status != CAIRO_STATUS_SUCCESS)
        attri_talk__refuse ("paint: %s", cairo_status_to_string (status));
}

/* Fills a surface of the given size with the whole picture. */
static void
render (RsvgHandle *handle, cairo_surface_t *surface, double width, double height)
{
    const RsvgRectangle viewport = {0, 0, width, height};
    cairo_t *cairo = cairo_create (surface);
    g_autoptr (GError) error = NULL;

    check (cairo_status (cairo));
    if (!rsvg_handle_render_document (handle, cairo, &viewport, &error))
        attri_talk__refuse ("svg: %s", error->message);
    check (cairo_status (cairo));
    cairo_destroy (cairo);
}

void
attri_paint__png (RsvgHandle *handle, guint scale)
{
    g_autoptr (GByteArray) kept = g_byte_array_new ();
    cairo_surface_t *surface;
    double width;
    double height;

    get_size (handle, &width, &height);
    width = fmax (1, floor (width * scale / 100 + 0.5));
    height = fmax (1, floor (height * scale / 100 + 0.5));
    if (width * height > ATTRI_WIRE_PIXELS_MAX || width > SIDE_MAX || height > SIDE_MAX)
        attri_talk__refuse ("too-large: %d x %d pixels; expected at most %d in all and %d a side",
                            (int)width, (int)height, ATTRI_WIRE_PIXELS_MAX, SIDE_MAX);

    surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)width, (int)height);
    render (handle, surface, width, height);
    check (cairo_surface_write_to_png_stream (surface, keep, kept));
    cairo_surface_destroy (surface);
    attri_talk__write (kept->data, kept->len);
}

/* One page of the size of its picture. */
static void
add_page (cairo_surface_t *surface, const guint8 *svg, gsize length)
{
    RsvgHandle *handle = attri_paint__load (svg, length);
    double width;
    double height;

    get_size (handle, &width, &height);
    width *= POINTS_PER_PIXEL;
    height *= POINTS_PER_PIXEL;
    cairo_pdf_surface_set_size (surface, width, height);
    render (handle, surface, width, height);
    cairo_surface_show_page (surface);
    check (cairo_surface_status (surface));
    g_object_unref (handle);
}

void
attri_paint__pdf (const guint8 *svg, const gsize *lengths, guint n, const char *date)
{
    g_autofree char *moment = g_strconcat (date, "T00:00:00Z", NULL);
    g_autoptr (GByteArray) kept = g_byte_array_new ();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (keep, kept, 1, 1);

    /* cairo would ask the clock. */
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
    for (guint i = 0; i < n; i++) {
        add_page (surface, svg, lengths[i]);
        svg += lengths[i];
    }
    cairo_surface_finish (surface);
    check (cairo_surface_status (surface));
    cairo_surface_destroy (surface);
    attri_talk__write (kept->data, kept->len);
}
