/* SPDX-License-Identifier: MIT
 *
 * html.c: a picture, the facts it was drawn from and the files of data/html
 * become one page that asks the network for nothing.
 *
 * The picture in it is the SVG that attri_draw_svg() makes, byte for byte: what
 * a page adds is added by its script, and without it the page is the picture.
 * Its policy (CSP 3) names by hash each script and style that may be used, so
 * no text of the input can become one.
 */
#include "base/text-private.h"
#include "draw/facts.h"
#include "draw/html-files.h"
#include "layout/plan-private.h"

#include <string.h>

/* What stands for {{name}} in the page. */
typedef struct {
    const char *name;
    const char *text;
} Slot;

/* "'sha256-…'", as a policy names the content of an element. */
static char *
make_hash (const char *text, gsize length)
{
    guint8 digest[32];
    gsize size = sizeof digest;
    g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
    g_checksum_update (sum, (const guchar *)text, (gssize)length);
    g_checksum_get_digest (sum, digest, &size);
    g_autofree char *base64 = g_base64_encode (digest, size);
    return g_strdup_printf ("'sha256-%s'", base64);
}

/* The style of the page, and that inside the picture, if it has one. */
static char *
make_style_hashes (const char *svg)
{
    g_autofree char *page = make_hash (attri_html_css, strlen (attri_html_css));
    const char *start = strstr (svg, "<style>");
    const char *end = start != NULL ? strstr (start, "</style>") : NULL;
    if (end == NULL)
        return g_steal_pointer (&page);
    start += strlen ("<style>");
    g_autofree char *picture = make_hash (start, (gsize)(end - start));
    return g_strconcat (page, " ", picture, NULL);
}

static char *
make_script_hashes (void)
{
    g_autofree char *own = make_hash (attri_html_script, strlen (attri_html_script));
    if (attri_html_library[0] == '\0')
        return g_steal_pointer (&own);
    g_autofree char *library = make_hash (attri_html_library, strlen (attri_html_library));
    return g_strconcat (library, " ", own, NULL);
}

/* As a class of the page's style. */
static const char *
tlp_class (AttriTlp tlp)
{
    static const char *const classes[] = {
        [ATTRI_TLP_UNMARKED] = "unmarked",
        [ATTRI_TLP_CLEAR] = "clear",
        [ATTRI_TLP_GREEN] = "green",
        [ATTRI_TLP_AMBER] = "amber",
        [ATTRI_TLP_AMBER_STRICT] = "amber-strict",
        [ATTRI_TLP_RED] = "red",
    };
    return classes[tlp];
}

static const char *
find_slot (const Slot *slots, const char *name, gsize length)
{
    for (guint i = 0; slots[i].name != NULL; i++) {
        if (strlen (slots[i].name) == length && strncmp (slots[i].name, name, length) == 0)
            return slots[i].text;
    }
    g_return_val_if_reached ("");
}

/* The page with every {{name}} replaced, once: what is put in is not looked at again. */
static GString *
fill (const char *page, const Slot *slots)
{
    GString *out = g_string_new (NULL);
    const char *rest = page;
    for (const char *open = strstr (rest, "{{"); open != NULL; open = strstr (rest, "{{")) {
        const char *close = strstr (open, "}}");
        g_return_val_if_fail (close != NULL, out);
        g_string_append_len (out, rest, open - rest);
        g_string_append (out, find_slot (slots, open + 2, (gsize)(close - open - 2)));
        rest = close + 2;
    }
    g_string_append (out, rest);
    return out;
}

GBytes *
attri_draw_html (const AttriPlan *plan, const AttriGraph *graph, const AttriDrawOptions *options)
{
    g_return_val_if_fail (plan != NULL && graph != NULL, NULL);
    g_return_val_if_fail (plan->scene->numbers->len == attri_graph_get_n_sources (graph), NULL);

    static const char *const themes[] = {"auto", "light", "dark", "print"};
    static const char *const schemes[] = {"light dark", "light", "dark", "light"};
    const AttriTheme theme = options != NULL ? options->theme : ATTRI_THEME_AUTO;
    g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (AttriSvgMark));
    g_autoptr (GBytes) svg = attri_svg__write (plan, options, marks);
    gsize size;
    const char *bytes = g_bytes_get_data (svg, &size);
    g_autofree char *picture = g_strndup (bytes, size);
    g_autofree char *facts = attri_facts__write (plan, graph, marks);
    g_autofree char *title = attri_text__escape_xml (plan->scene->title);
    g_autofree char *tlp = attri_text__escape_xml (plan->scene->tlp_text);
    g_autofree char *scripts = make_script_hashes ();
    g_autofree char *styles = make_style_hashes (picture);
    g_autofree char *library =
        attri_html_library[0] == '\0'
            ? g_strdup ("")
            : g_strconcat ("<script>", attri_html_library, "</script>\n", NULL);
    const Slot slots[] = {
        {"theme", themes[theme]},
        {"scheme", schemes[theme]},
        {"scripts", scripts},
        {"styles", styles},
        {"title", title},
        {"css", attri_html_css},
        {"tlp", tlp},
        {"tlp-class", tlp_class (plan->scene->tlp)},
        {"svg", picture},
        {"facts", facts},
        {"library", library},
        {"script", attri_html_script},
        {NULL, NULL},
    };
    return g_string_free_to_bytes (fill (attri_html_page, slots));
}
