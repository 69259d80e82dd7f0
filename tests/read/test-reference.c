/* SPDX-License-Identifier: MIT
 *
 * test-reference.c: references as feeds write them, as the sources they become.
 */
#include "read/publishers.h"
#include "read/reference.h"
#include "support/corpus.h"
#include "json/value-private.h"

#include <string.h>

static void
test_text (void)
{
    static const struct {
        const char *description;
        const char *authors;
        const char *published;
        const char *title;
        const char *retrieved;
    } cases[] = {
        {"Haag, M., Levan, K. (2017, April 6). Old Phishing. Retrieved August 10, 2020.",
         "Haag, M., Levan, K.", "2017-04-06", "Old Phishing", "2020-08-10"},
        {"Wiltse, B.. (2018, Nov 7). Worth it?. Retrieved APRIL 10, 2019.", "Wiltse, B.",
         "2018-11-07", "Worth it?", "2019-04-10"},
        {"Kayal, A. et al. (2021, OCTOBER). LYCEUM (2nd part) REBORN. Retrieved June 14, 2022",
         "Kayal, A. et al", "2021-10", "LYCEUM (2nd part) REBORN", "2022-06-14"},
        {"Amanda Steward. (2014). A Thorn. Retrieved 13 March 2020.", "Amanda Steward", "2014",
         "A Thorn", "2020-03-13"},
        {"Antonio (4n7m4n). (2021, Sept. 3). T (2019). Retrieved on 2022-04-19.",
         "Antonio (4n7m4n)", "2021-09-03", "T (2019)", "2022-04-19"},
        {"Microsoft. (n.d.). Ping (2016). Retrieved April 8, 2016.", "Microsoft", "", "Ping (2016)",
         "2016-04-08"},
        {"Granlund. (2020, March null). split(1). Retrieved March 25, 2022.", "Granlund", "2020-03",
         "split(1)", "2022-03-25"},
        {"Docker. ( null). Build. Retrieved March 30, 2021.", "Docker", "", "Build", "2021-03-30"},
        {"Plett, C. (12, October 26). Access. Retrieved April 25, 2017.", "Plett, C.", "", "Access",
         "2017-04-25"},
        {"Carl Hurd 2019, March 26 VPNFilter Deep Dive Retrieved. 2019/03/28 ", "Carl Hurd",
         "2019-03-26", "VPNFilter Deep Dive", "2019-03-28"},
        {"Eric Chien 2011, February W32.Stuxnet Dossier Retrieved November 17, 2024.", "Eric Chien",
         "2011-02", "W32.Stuxnet Dossier", "2024-11-17"},
        {"Amazon - ListObjectsV2. Retrieved October 4, 2021.", "", "", "Amazon - ListObjectsV2",
         "2021-10-04"},
        {"A. (2021, February 30). T. Retrieved soon.", "A.", "2021-02", "T. Retrieved soon", ""},
        {"What happened in 1999, and why (a study in 3 parts)", "", "",
         "What happened in 1999, and why (a study in 3 parts)", ""},
        {"Files were retrieved from the host...", "", "", "Files were retrieved from the host...",
         ""},
        {"(2021).", "", "2021", "", ""},
        {"(", "", "", "(", ""},
        {"(99999999999999999999, May 1)", "", "", "(99999999999999999999, May 1)", ""},
        {"", "", "", "", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        const ReferenceText text = reference_parse_text (cases[i].description);
        g_autofree char *authors = g_strndup (text.authors, text.authors_length);
        g_autofree char *title = g_strndup (text.title, text.title_length);
        g_autofree char *published = attri_date_to_string (text.published);
        g_autofree char *retrieved = attri_date_to_string (text.retrieved);
        g_assert_cmpstr (authors, ==, cases[i].authors);
        g_assert_cmpstr (published, ==, cases[i].published);
        g_assert_cmpstr (title, ==, cases[i].title);
        g_assert_cmpstr (retrieved, ==, cases[i].retrieved);
    }
}

/* "id | title | publisher | kind" */
static char *
print_source (AttriArena *arena, const char *source_name, const char *description, const char *url)
{
    AttriSourceDraft draft;
    reference_to_source (&(Reference){source_name, description, url}, arena, &draft);
    g_assert_true (draft.generated);
    g_assert_false (draft.row.read);
    return g_strdup_printf ("%s | %s | %s | %s", draft.row.id, draft.row.title,
                            draft.row.publisher != NULL ? draft.row.publisher : "-",
                            attri_source_kind_to_string (draft.row.kind));
}

static void
test_source (void)
{
    static const struct {
        const char *source_name;
        const char *description;
        const char *url;
        const char *source;
    } cases[] = {
        {"TrendMicro EarthLusca 2022",
         "Chen, J., et al. (2022). Delving Deep. Retrieved July 1, "
         "2022.",
         "https://www.trendmicro.com/content/dam/earth-lusca.pdf",
         "trendmicro-earthlusca-2022 | Delving Deep | Trend Micro | report"},
        {"News", "A. (2020). T. Retrieved July 1, 2022.", "https://www.bleepingcomputer.com/news/x",
         "news | T | BleepingComputer | news"},
        {"G0096", NULL, "https://attack.mitre.org/groups/G0096/",
         "g0096 | G0096 | MITRE ATT&CK | compilation"},
        /* Authors only where the host tells nobody. */
        {"tweet", "Doe, J. (2020). T. Retrieved July 1, 2022.", "https://twitter.com/doe/1",
         "tweet | T | Doe, J. | report"},
        {"tweet", "", "https://twitter.com/doe/1", "tweet | tweet | twitter.com | report"},
        {"blog", "Doe, J. (2020). T. Retrieved July 1, 2022.", "https://blog.example.co.uk/x",
         "blog | T | example.co.uk | report"},
        {"Book", "Doe, J. (2020). T. Retrieved July 1, 2022.", NULL, "book | T | Doe, J. | report"},
        {"Capec", NULL, NULL, "capec | Capec | Capec | report"},
        /* As MISP has them. */
        {NULL, NULL, "https://securelist.com/winnti-more-than-just-a-game/37029/",
         "securelist-com-37029 | securelist.com/winnti-more-than-just-a-game/37029 | Kaspersky | "
         "report"},
        {NULL, NULL, "http://web.archive.org/web/2015/http://10.0.0.1:8080/",
         "10-0-0-1 | 10.0.0.1:8080 | 10.0.0.1 | report"},
        {"Отчёт", NULL, "https://example.ru/отчёт", "example-ru | Отчёт | example.ru | report"},
        {"Отчёт", NULL, NULL, "reference | Отчёт | Отчёт | report"},
        {"x", NULL, "javascript:alert(1)", "x | x | x | report"},
    };
    g_autoptr (AttriArena) arena = attri_arena__new ();
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *source =
            print_source (arena, cases[i].source_name, cases[i].description, cases[i].url);
        g_assert_cmpstr (source, ==, cases[i].source);
    }
}

static void
test_length (void)
{
    g_autoptr (AttriArena) arena = attri_arena__new ();
    g_autoptr (GString) title = g_string_new ("x");
    for (guint i = 0; i < 300; i++)
        g_string_append (title, "ü"); /* two bytes: a cut must not fall between them */
    g_autofree char *description = g_strdup_printf ("A. (2020). %s", title->str);
    g_autofree char *name = g_strnfill (100, 'N');

    AttriSourceDraft draft;
    reference_to_source (&(Reference){name, description, NULL}, arena, &draft);
    g_assert_cmpuint (strlen (draft.row.id), ==, 80);
    g_assert_cmpuint (strlen (draft.row.title), ==, 299 + strlen ("…"));
    g_assert_true (g_utf8_validate (draft.row.title, -1, NULL));
}

/* ---- ids ---- */

static void
add_reference (GArray *sources, AttriArena *arena, const char *name, const char *title,
               const char *url)
{
    AttriSourceDraft draft;
    reference_to_source (&(Reference){name, title, url}, arena, &draft);
    g_array_append_val (sources, draft);
}

static const char *
id_at (const GArray *sources, guint i)
{
    return g_array_index (sources, AttriSourceDraft, i).row.id;
}

static void
test_ids (void)
{
    g_autoptr (AttriArena) arena = attri_arena__new ();
    g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (AttriSourceDraft));
    add_reference (sources, arena, "Report", "T", "https://example.com/a");
    add_reference (sources, arena, "report", "T", "http://www.example.com/a/#top");
    add_reference (sources, arena, "REPORT", "T", "https://example.com/b");
    add_reference (sources, arena, "Report", "Without", NULL);
    add_reference (sources, arena, "Other", "T", "https://example.com/a");
    add_reference (sources, arena, "Twice", "T", "https://example.com/c");
    add_reference (sources, arena, "twice", "U", "https://example.com/c");
    references_settle_ids (sources, arena);

    /* One page, one id; another page, another. */
    g_assert_cmpstr (id_at (sources, 0), ==, id_at (sources, 1));
    g_assert_cmpstr (id_at (sources, 0), !=, id_at (sources, 2));
    g_assert_cmpstr (id_at (sources, 0), !=, id_at (sources, 3));
    g_assert_cmpstr (id_at (sources, 2), !=, id_at (sources, 3));
    for (guint i = 0; i < 4; i++)
        g_assert_true (g_regex_match_simple ("^report-[0-9a-f]{6}$", id_at (sources, i), 0, 0));
    /* Nothing contends for these. */
    g_assert_cmpstr (id_at (sources, 4), ==, "other");
    g_assert_cmpstr (id_at (sources, 5), ==, "twice");
    g_assert_cmpstr (id_at (sources, 6), ==, "twice");

    /* The other way round, the same ids. */
    g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (AttriSourceDraft));
    add_reference (again, arena, "Report", "Without", NULL);
    add_reference (again, arena, "REPORT", "T", "https://example.com/b");
    add_reference (again, arena, "Report", "T", "https://example.com/a");
    references_settle_ids (again, arena);
    g_assert_cmpstr (id_at (again, 0), ==, id_at (sources, 3));
    g_assert_cmpstr (id_at (again, 1), ==, id_at (sources, 2));
    g_assert_cmpstr (id_at (again, 2), ==, id_at (sources, 0));
}

/* ---- publishers ---- */

static void
test_publishers (void)
{
    gsize n;
    const Publisher *rows = publisher_list (&n);
    for (gsize i = 0; i < n; i++) {
        g_assert_true (i == 0 || strcmp (rows[i - 1].host, rows[i].host) < 0);
        g_assert_true (publisher_find (rows[i].host) == &rows[i]);
    }

    g_assert_cmpstr (publisher_find ("blog.talosintelligence.com/x")->name, ==, "Cisco Talos");
    g_assert_cmpstr (publisher_find ("docs.broadcom.com/doc/x")->name, ==, "Symantec");
    g_assert_cmpstr (publisher_find ("techdocs.broadcom.com:8443/x")->name, ==, "Broadcom");
    g_assert_cmpstr (publisher_find ("cloud.google.com/sdk/x")->name, ==, "Google");
    g_assert_cmpstr (publisher_find ("cloud.google.com/blog/topics/threat-intelligence/x")->name,
                     ==, "Mandiant");
    g_assert_null (publisher_find ("gist.github.com/x")->name);
    g_assert_null (publisher_find ("notfireeye.com"));
    g_assert_null (publisher_find ("fireeye.com.example.net/x"));
    g_assert_null (publisher_find ("com"));

    static const char *const domains[][2] = {
        {"a.b.example.com/x", "example.com"},
        {"example.com", "example.com"},
        {"blog.example.co.uk", "example.co.uk"},
        {"example.co.uk:80", "example.co.uk"},
        {"co.uk", "co.uk"},
        {"localhost", "localhost"},
        {"a.bit.ly", "bit.ly"},
        {"10.1.2.3/x", "10.1.2.3"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (domains); i++) {
        g_autofree char *domain = publisher_domain (domains[i][0]);
        g_assert_cmpstr (domain, ==, domains[i][1]);
    }
}

/* ---- the corpus ---- */

/* What became of the references of the corpus that have a URL. */
typedef struct {
    guint n;
    guint published;
    guint retrieved;
} Tally;

static void
count_reference (const AttriJson *reference, AttriArena *arena, Tally *tally)
{
    const AttriJson *name = attri_json__get_member (reference, "source_name");
    const AttriJson *description = attri_json__get_member (reference, "description");
    const AttriJson *url = attri_json__get_member (reference, "url");
    if (url == NULL || description == NULL)
        return;

    AttriSourceDraft draft;
    reference_to_source (&(Reference){attri_json__get_string (name),
                                      attri_json__get_string (description),
                                      attri_json__get_string (url)},
                         arena, &draft);
    tally->n++;
    tally->published += attri_date_is_set (draft.row.published) ? 1 : 0;
    tally->retrieved += attri_date_is_set (draft.row.retrieved) ? 1 : 0;
    g_assert_nonnull (draft.row.publisher);
    g_assert_null (strstr (draft.row.title, "Retrieved "));
}

static void
test_corpus (void)
{
    g_autofree char *path = test_corpus_path ("attack-ics-18.1.json");
    if (path == NULL)
        return;
    g_autofree char *text = NULL;
    gsize length;
    g_assert_true (g_file_get_contents (path, &text, &length, NULL));
    const AttriJsonLimits limits = {10000000, 64, 1 << 20};
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    g_autoptr (AttriJsonDocument) document =
        attri_json__scan (path, text, length, &limits, findings);
    g_assert_nonnull (document);

    g_autoptr (AttriArena) arena = attri_arena__new ();
    const AttriJsonMember *objects = attri_json__document_find (document, "objects");
    Tally tally = {0, 0, 0};
    for (guint i = 0; i < objects->n; i++) {
        g_autoptr (AttriJson) object =
            attri_json__parse (document, attri_json__document_element (document, objects, i));
        const AttriJson *references = attri_json__get_member (object, "external_references");
        const AttriJson *one = references != NULL ? attri_json__get_first (references) : NULL;
        for (; one != NULL; one = attri_json__get_next (one))
            count_reference (one, arena, &tally);
    }
    g_test_message ("%u references, %u with a date, %u retrieved", tally.n, tally.published,
                    tally.retrieved);
    /* Counted apart from this program: with a URL and a description, and saying "Retrieved". */
    g_assert_cmpuint (tally.n, ==, 971);
    g_assert_cmpuint (tally.published * 100, >=, tally.n * 85);
    g_assert_cmpuint (tally.retrieved, ==, 955);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/read/reference/text", test_text);
    g_test_add_func ("/read/reference/source", test_source);
    g_test_add_func ("/read/reference/length", test_length);
    g_test_add_func ("/read/reference/ids", test_ids);
    g_test_add_func ("/read/reference/publishers", test_publishers);
    g_test_add_func ("/read/reference/corpus", test_corpus);
    return g_test_run ();
}
