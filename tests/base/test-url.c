/* SPDX-License-Identifier: MIT
 *
 * test-url.c: which links lead to one page.
 */
#include "base/url-private.h"

static void
test_normalise (void)
{
    static const struct {
        const char *url;
        const char *page;
    } cases[] = {
        {"https://example.com/a/b", "example.com/a/b"},
        {"HTTP://WWW.Example.COM/A/b/", "example.com/A/b"},
        {"https://example.com", "example.com"},
        {"https://example.com///", "example.com"},
        {"https://example.com.:443/a", "example.com/a"},
        {"http://example.com:80", "example.com"},
        {"http://example.com:8080/", "example.com:8080"},
        {"http://user:secret@example.com/", "example.com"},
        {"http://www.com/", "www.com"},
        {"  https://example.com/a \n", "example.com/a"},
        {"https://example.com/a#section", "example.com/a"},
        {"https://example.com/#!/a?b", "example.com"},
        {"https://example.com/a/?id=1#x", "example.com/a?id=1"},
        {"https://example.com/a?utm_source=x&id=1&UTM_medium=y", "example.com/a?id=1"},
        {"https://example.com/a?utm_source=x", "example.com/a"},
        {"https://example.com/a?", "example.com/a"},
        {"https://example.com?b=%20&b", "example.com?b=%20&b"},
        {"https://web.archive.org/web/20190501000000/http://example.com/a/", "example.com/a"},
        {"https://web.archive.org/web/20190501000000id_/www.example.com/a", "example.com/a"},
        {"https://web.archive.org/web/2019*/https:/example.com/a", "example.com/a"},
        {"https://web.archive.org/web/1/https://web.archive.org/web/2/http://example.com",
         "example.com"},
        {"https://web.archive.org/details/x", "web.archive.org/details/x"},
        {"ftp://example.com/a", NULL},
        {"javascript:alert(1)", NULL},
        {"www.example.com/a", NULL},
        {"https://", NULL},
        {"https://:80/", NULL},
        {"", NULL},
        {NULL, NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *page = attri_url__normalise (cases[i].url);
        g_assert_cmpstr (page, ==, cases[i].page);
    }
}

static void
test_idempotent (void)
{
    static const char *const urls[] = {"https://Example.com:8443/a/?utm_x=1&b=2&#c",
                                       "http://www.example.com/web.archive.org/web/1/x"};
    for (gsize i = 0; i < G_N_ELEMENTS (urls); i++) {
        g_autofree char *once = attri_url__normalise (urls[i]);
        g_autofree char *link = g_strconcat ("https://", once, NULL);
        g_autofree char *twice = attri_url__normalise (link);
        g_assert_cmpstr (twice, ==, once);
    }
}

static void
test_host (void)
{
    g_assert_cmpuint (attri_url__host_length ("example.com"), ==, 11);
    g_assert_cmpuint (attri_url__host_length ("example.com:8080/a"), ==, 11);
    g_assert_cmpuint (attri_url__host_length ("example.com?b"), ==, 11);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/base/url/normalise", test_normalise);
    g_test_add_func ("/base/url/idempotent", test_idempotent);
    g_test_add_func ("/base/url/host", test_host);
    return g_test_run ();
}
