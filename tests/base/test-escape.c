/* SPDX-License-Identifier: MIT
 *
 * test-escape.c: text that would be a link, a formula or a heading is only text.
 */
#include "base/text-private.h"

typedef struct {
    const char *input;
    const char *output;
} Row;

static void
test_markdown (void)
{
    static const Row rows[] = {
        {"", ""},
        {"Earth Lusca", "Earth Lusca"},
        {"APT-C-36 (Blind Eagle), v1.2!", "APT-C-36 (Blind Eagle), v1.2!"},
        {"*a* _b_ `c` ~d~ [e](f) $g$", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\[e\\](f) \\$g\\$"},
        {"a|b", "a\\|b"},
        {"a\\|b", "a\\\\\\|b"},
        {"<script>&lt;", "\\<script\\>\\&lt;"},
        {"# head", "\\# head"},
        {"  - item", "\\- item"},
        {"      code", "code"},
        {"+1 =2 a-b", "\\+1 =2 a-b"},
        {"===", "\\==="},
        {"12. item", "12\\. item"},
        {"3) item", "3\\) item"},
        {"401TRG", "401TRG"},
        {"see http://evil.example", "see http\\://evil.example"},
        {"WWW.evil.example", "WWW\\.evil.example"},
        {"ftp://evil.example", "ftp\\://evil.example"},
        {"xmpp:a@b.cc", "xmpp:a&#8288;@b.cc"},
        {"mailto:a_+@b-c.d e@f", "mailto:a\\_+&#8288;@b-c.d e&#8288;@f"},
        {"@handle, a @ b, c@, (d)@e", "@handle, a @ b, c@, (d)@e"},
        {"a\n\n# b", "a  # b"},
        {"gpj\xe2\x80\xae"
         "exe\xff",
         "gpj⟨U+202E⟩exe\xef\xbf\xbd"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
        g_autofree char *output = attri_text__escape_markdown (rows[i].input);
        g_assert_cmpstr (output, ==, rows[i].output);
    }
}

static void
test_links (void)
{
    static const struct {
        const char *label;
        const char *url;
        const char *output;
    } rows[] = {
        {"a]b", NULL, "a\\]b"},
        {"a", "https://x.example/a_(b)", "[a](<https://x.example/a_(b)>)"},
        {"a", "HTTP://x.example/?a=1&b=2", "[a](<HTTP://x.example/?a=1&amp;b=2>)"},
        {"a", "https://x/ <b>\"\n|\\", "[a](<https://x/%20%3Cb%3E%22%0A%7C%5C>)"},
        {"a", "https://x/\xc3\xa9", "[a](<https://x/%C3%A9>)"},
        {"a", "javascript:alert(1)", "a"},
        {"a", " https://x", "a"},
        {"a", "", "a"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
        g_autofree char *output = attri_text__link_markdown (rows[i].label, rows[i].url);
        g_assert_cmpstr (output, ==, rows[i].output);
    }
}

static void
test_cells (void)
{
    static const Row rows[] = {
        {NULL, "x,"},
        {"", "x,"},
        {"Earth Lusca", "x,Earth Lusca"},
        {"a,b", "x,\"a,b\""},
        {"a;b", "x,\"a;b\""},
        {"say \"a\"", "x,\"say \"\"a\"\"\""},
        {" a", "x,\" a\""},
        {"=1+1", "x,\"'=1+1\""},
        {"+1", "x,\"'+1\""},
        {"-1", "x,\"'-1\""},
        {"@a", "x,\"'@a\""},
        {"  =1", "x,\"'  =1\""},
        {"\t=1", "x,\"' =1\""},
        {"\n=1", "x,\"' =1\""},
        {"\xef\xbc\x9d"
         "1",
         "x,\"'\xef\xbc\x9d"
         "1\""},
        {"1=1", "x,1=1"},
        {"a\r\nb", "x,a  b"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
        g_autoptr (GString) csv = g_string_new (NULL);
        attri_text__append_cell (csv, "x");
        attri_text__append_cell (csv, rows[i].input);
        g_assert_cmpstr (csv->str, ==, rows[i].output);
    }
}

/* An empty cell at the beginning of a row is a cell, too. */
static void
test_first_cell (void)
{
    g_autoptr (GString) csv = g_string_new ("a,b\n");
    attri_text__append_cell (csv, "");
    attri_text__append_cell (csv, "c");
    g_assert_cmpstr (csv->str, ==, "a,b\n\"\",c");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/base/escape/markdown", test_markdown);
    g_test_add_func ("/base/escape/links", test_links);
    g_test_add_func ("/base/escape/cells", test_cells);
    g_test_add_func ("/base/escape/first-cell", test_first_cell);
    return g_test_run ();
}
