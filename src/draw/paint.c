/* SPDX-License-Identifier: MIT
 *
 * paint.c: PNG and PDF are the SVG, painted by the paint helper, so that what
 * the wiki shows is what the slide shows.
 */
#include <attrigraph/draw.h>

#include "base/spawn-private.h"
#include "helpers/wire.h"

#define PATIENCE   60000              /* milliseconds */
#define ANSWER_MAX ((gsize)256 << 20) /* bytes; 40 megapixels take 160 MB before compression */

G_DEFINE_QUARK (attri_draw_error, attri_draw_error)

static GBytes *
paint (GBytes *svg, const char *const *arguments, GError **error)
{
    g_autoptr (GError) problem = NULL;
    g_autoptr (GBytes) bytes =
        attri_spawn__run (ATTRI_WIRE_PAINT_HELPER, arguments, svg, PATIENCE, ANSWER_MAX, &problem);
    if (bytes == NULL) {
        if (g_error_matches (problem, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_REFUSED) ||
            g_error_matches (problem, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_NO_FONTS))
            g_set_error_literal (error, ATTRI_DRAW_ERROR, ATTRI_DRAW_ERROR_PAINT, problem->message);
        else
            g_propagate_error (error, g_steal_pointer (&problem));
        return NULL;
    }
    return g_steal_pointer (&bytes);
}

GBytes *
attri_draw_png (GBytes *svg, guint scale_percent, GError **error)
{
    g_return_val_if_fail (svg != NULL, NULL);

    g_autofree char *scale = g_strdup_printf ("%u", scale_percent);
    const char *const arguments[] = {"png", scale, NULL};
    return paint (svg, arguments, error);
}

GBytes *
attri_draw_pdf (GBytes *const *pages, guint n_pages, AttriDate date, GError **error)
{
    g_return_val_if_fail (pages != NULL && n_pages > 0, NULL);

    AttriDate day = attri_date_is_set (date) ? attri_date_end (date) : (AttriDate){1970, 1, 1};
    g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GByteArray) all = g_byte_array_new ();
    g_ptr_array_add (arguments, g_strdup ("pdf"));
    g_ptr_array_add (arguments, attri_date_to_string (day));
    for (guint i = 0; i < n_pages; i++) {
        gsize length;
        const guint8 *bytes = g_bytes_get_data (pages[i], &length);
        if (n_pages > 1)
            g_ptr_array_add (arguments, g_strdup_printf ("%" G_GSIZE_FORMAT, length));
        g_byte_array_append (all, bytes, (guint)length);
    }
    g_ptr_array_add (arguments, NULL);
    g_autoptr (GBytes) joined = g_byte_array_free_to_bytes (g_steal_pointer (&all));
    return paint (joined, (const char *const *)arguments->pdata, error);
}
