/* SPDX-License-Identifier: MIT
 *
 * test-html.c: the bytes of a page: the picture is in it as it is, its policy names
 * what is in it and nothing else, and what it knows leads back to the picture.
 * What a page does is tried in tests/browser.
 */
#include "draw/facts.h"
#include "layout/plan-private.h"
#include "support/case.h"
#include "support/reading.h"

#include <cjson/cJSON.h>
#include <string.h>

typedef struct {
    AttriGraph *graph;
    AttriPlan *plan;
} Drawn;

static void
drawn_clear (Drawn *self)
{
    attri_graph_unref (self->graph);
    attri_plan_unref (self->plan);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawn, drawn_clear)

/* @graph: (transfer full) */
static Drawn
draw (AttriGraph *graph, AttriSceneView view)
{
    const AttriSceneOptions options = {.view = view};
    g_autoptr (AttriScene) scene = attri_scene_new (graph, &options);
    g_autoptr (GError) error = NULL;
    Drawn drawn = {graph, attri_plan_new (scene, NULL, &error)};
    g_assert_no_error (error);
    return drawn;
}

static char *
page_of (const Drawn *drawn, const AttriDrawOptions *options)
{
    g_autoptr (GBytes) bytes = attri_draw_html (drawn->plan, drawn->graph, options);
    gsize size;
    const char *data = g_bytes_get_data (bytes, &size);
    g_assert_null (memchr (data, '\0', size));
    return g_strndup (data, size);
}

static guint
count (const char *text, const char *what)
{
    guint n = 0;
    for (const char *p = strstr (text, what); p != NULL; p = strstr (p + 1, what))
        n++;
    return n;
}

/* What stands between @open and @close, from *@from on, which is moved behind it. */
static char *
cut (const char **from, const char *open, const char *close)
{
    const char *start = strstr (*from, open);
    if (start == NULL)
        return NULL;
    start += strlen (open);
    const char *end = strstr (start, close);
    g_assert_nonnull (end);
    *from = end;
    return g_strndup (start, (gsize)(end - start));
}

static void
test_picture (void)
{
    const AttriDrawOptions options[] = {{0}, {.theme = ATTRI_THEME_DARK}, {.id_prefix = "fox"}};
    g_auto (Drawn) drawn = draw (test_case_new (1, 20), ATTRI_SCENE_VIEW_AUTO);
    for (guint i = 0; i < G_N_ELEMENTS (options); i++) {
        g_autoptr (GBytes) svg = attri_draw_svg (drawn.plan, &options[i]);
        gsize size;
        const char *data = g_bytes_get_data (svg, &size);
        g_autofree char *picture = g_strndup (data, size);
        g_autofree char *page = page_of (&drawn, &options[i]);
        g_autofree char *again = page_of (&drawn, &options[i]);
        g_assert_nonnull (strstr (page, picture));
        g_assert_cmpstr (page, ==, again);
        g_assert_null (strstr (page, "{{"));
    }
}

/* Every element that could run or colour something is named in the policy by its hash, and the
 * policy names no other. */
static void
check_elements (const char *page, const char *policy, const char *open, const char *close,
                const char *directive, guint n)
{
    const char *rest = policy;
    g_autofree char *allowed = cut (&rest, directive, ";");
    g_assert_nonnull (allowed);
    g_assert_cmpuint (count (allowed, "'sha256-"), ==, n);
    g_assert_null (strstr (allowed, "unsafe"));
    rest = page;
    for (guint i = 0; i < n; i++) {
        g_autofree char *content = cut (&rest, open, close);
        g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
        guint8 digest[32];
        gsize size = sizeof digest;
        g_checksum_update (sum, (const guchar *)content, -1);
        g_checksum_get_digest (sum, digest, &size);
        g_autofree char *hash = g_base64_encode (digest, size);
        g_assert_nonnull (strstr (allowed, hash));
    }
    g_assert_null (strstr (rest, open));
}

static void
test_policy (void)
{
    g_auto (Drawn) drawn = draw (test_case_new (1, 20), ATTRI_SCENE_VIEW_AUTO);
    const AttriTheme themes[] = {ATTRI_THEME_AUTO, ATTRI_THEME_PRINT};
    for (guint i = 0; i < G_N_ELEMENTS (themes); i++) {
        const AttriDrawOptions options = {.theme = themes[i]};
        g_autofree char *page = page_of (&drawn, &options);
        const char *rest = page;
        g_autofree char *policy = cut (&rest, "Content-Security-Policy\" content=\"", "\"");
        g_assert_true (g_str_has_prefix (policy, "default-src 'none';"));
        /* With Panzoom there are two; the facts are data, which no policy has to allow. */
        check_elements (page, policy, "<script>", "</script>", "script-src ",
                        count (page, "<script>"));
        check_elements (page, policy, "<style>", "</style>", "style-src ",
                        themes[i] == ATTRI_THEME_AUTO ? 2 : 1);
        g_assert_cmpuint (count (page, "<script"), ==, count (page, "<script>") + 1);
        g_assert_null (strstr (page, " style=\""));
        g_assert_null (strstr (page, " onclick"));
    }
}

/* The name of the element with this place among all of @svg. */
static char *
element_at (const char *svg, guint place)
{
    for (const char *p = strchr (svg, '<'); p != NULL; p = strchr (p + 1, '<')) {
        if (!g_ascii_isalpha (p[1]) || place-- > 0)
            continue;
        return g_strndup (p + 1, strcspn (p + 1, " >"));
    }
    g_assert_not_reached ();
}

/* A box is one group, but the row of a matrix is its name, what is said of it, and perhaps the two
 * parts of a bar and a number. */
static guint
count_parts (const AttriScene *scene, guint32 index)
{
    const AttriSceneBox *box = attri_scene__box (scene, index);
    if (!scene->matrix || box->column > 0)
        return 1;
    return box->of > 0 ? 5 : 2;
}

static void
check_marks (const Drawn *drawn)
{
    const AttriScene *scene = drawn->plan->scene;
    g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (AttriSvgMark));
    g_autoptr (GBytes) svg = attri_svg__write (drawn->plan, NULL, marks);
    g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
    g_autofree guint *boxes = g_new0 (guint, scene->boxes->len + 1);
    g_autofree guint *lines = g_new0 (guint, scene->lines->len + 1);
    for (guint i = 0; i < marks->len; i++) {
        const AttriSvgMark *mark = &g_array_index (marks, AttriSvgMark, i);
        g_autofree char *name = element_at (text, mark->element);
        gboolean is_bar =
            g_str_equal (name, "rect") && mark->box != ATTRI_NONE && boxes[mark->box] > 1;
        g_assert_true (g_str_equal (name, "g") || g_str_equal (name, "text") || is_bar);
        g_assert_true ((mark->box == ATTRI_NONE) != (mark->line == ATTRI_NONE));
        if (mark->box != ATTRI_NONE)
            boxes[mark->box]++;
        else
            lines[mark->line]++;
    }
    for (guint i = 0; i < scene->boxes->len; i++)
        g_assert_cmpuint (boxes[i], ==, count_parts (scene, i));
    for (guint i = 0; i < scene->lines->len; i++)
        g_assert_cmpuint (lines[i], >=, 1);
}

static void
test_marks (void)
{
    static const AttriSceneView views[] = {ATTRI_SCENE_VIEW_AUTO, ATTRI_SCENE_VIEW_LAYERED,
                                           ATTRI_SCENE_VIEW_MATRIX};
    for (guint i = 0; i < G_N_ELEMENTS (views); i++) {
        g_auto (Drawn) drawn = draw (test_case_new (7, 40), views[i]);
        check_marks (&drawn);
    }
}

/* Every line stands for an edge between what its boxes hold. */
static void
check_line (const cJSON *facts, const cJSON *line)
{
    const cJSON *boxes = cJSON_GetObjectItemCaseSensitive (facts, "boxes");
    const cJSON *edges = cJSON_GetObjectItemCaseSensitive (line, "edges"), *edge;
    g_assert_cmpint (cJSON_GetArraySize (edges), >, 0);
    cJSON_ArrayForEach (edge, edges)
        g_assert_cmpint (edge->valueint, <,
                         cJSON_GetArraySize (cJSON_GetObjectItemCaseSensitive (facts, "edges")));
    g_assert_cmpint (cJSON_GetObjectItemCaseSensitive (line, "left")->valueint, <,
                     cJSON_GetArraySize (boxes));
    g_assert_cmpint (cJSON_GetObjectItemCaseSensitive (line, "right")->valueint, <,
                     cJSON_GetArraySize (boxes));
}

static void
test_facts (void)
{
    g_auto (Drawn) drawn = draw (test_case_new (3, 30), ATTRI_SCENE_VIEW_AUTO);
    g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (AttriSvgMark));
    g_autoptr (GBytes) svg = attri_svg__write (drawn.plan, NULL, marks);
    g_assert_nonnull (svg);
    g_autofree char *text = attri_facts__write (drawn.plan, drawn.graph, marks);
    cJSON *facts = cJSON_Parse (text);
    g_assert_nonnull (facts);
    g_assert_cmpint (cJSON_GetArraySize (cJSON_GetObjectItemCaseSensitive (facts, "entities")), ==,
                     attri_graph_get_n_entities (drawn.graph));
    g_assert_cmpint (cJSON_GetArraySize (cJSON_GetObjectItemCaseSensitive (facts, "edges")), ==,
                     attri_graph_get_n_edges (drawn.graph));
    g_assert_cmpint (cJSON_GetArraySize (cJSON_GetObjectItemCaseSensitive (facts, "sources")), ==,
                     attri_graph_get_n_sources (drawn.graph));
    const cJSON *line;
    cJSON_ArrayForEach (line, cJSON_GetObjectItemCaseSensitive (facts, "lines"))
        check_line (facts, line);
    cJSON_Delete (facts);
}

/* What would end the element that the facts stand in, or begin another. */
static void
test_hostile (void)
{
    static const char text[] =
        "{\"attrigraph\": 1,"
        " \"sources\": [{\"id\": \"s\", \"title\": \"</script><script>1\", \"publisher\": "
        "\"<!--\"}],"
        " \"entities\": [{\"id\": \"a\", \"type\": \"malware\", \"name\": \"</script>{{script}}\"},"
        "  {\"id\": \"b\", \"type\": \"malware\", \"name\": \"</svg></title><style>\"}],"
        " \"relationships\": [{\"from\": \"a\", \"type\": \"variant-of\", \"to\": \"b\","
        "  \"citations\": [\"s\"], \"wording\": \"]]>\\u2028<script \"}]}";
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    AttriGraph *graph = test_read_text ("hostile.json", text, strlen (text), findings);
    g_assert_nonnull (graph);
    g_auto (Drawn) drawn = draw (graph, ATTRI_SCENE_VIEW_AUTO);
    g_autofree char *page = page_of (&drawn, NULL);
    g_assert_cmpuint (count (page, "<script"), ==, count (page, "</script"));
    g_assert_cmpuint (count (page, "<script"), ==, count (page, "<script>") + 1);
    g_assert_cmpuint (count (page, "<style"), ==, 2);
    g_assert_cmpuint (count (page, "<!--"), ==, 0);
    const char *rest = page;
    g_autofree char *facts = cut (&rest, "id=\"facts\">", "</script>");
    g_assert_null (strpbrk (facts, "<>&"));
    cJSON *parsed = cJSON_Parse (facts);
    const cJSON *first =
        cJSON_GetArrayItem (cJSON_GetObjectItemCaseSensitive (parsed, "entities"), 0);
    g_assert_cmpstr (cJSON_GetObjectItemCaseSensitive (first, "name")->valuestring, ==,
                     "</script>{{script}}");
    cJSON_Delete (parsed);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/draw/html/picture", test_picture);
    g_test_add_func ("/draw/html/policy", test_policy);
    g_test_add_func ("/draw/html/marks", test_marks);
    g_test_add_func ("/draw/html/facts", test_facts);
    g_test_add_func ("/draw/html/hostile", test_hostile);
    return g_test_run ();
}
