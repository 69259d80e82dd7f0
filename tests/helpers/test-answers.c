/* SPDX-License-Identifier: MIT
 *
 * test-answers.c: a picture is asked for and the layout helper misbehaves. The
 * asker gets an error that names it, never a picture made of half an answer.
 */
#include <attrigraph/layout.h>

#include "base/spawn-private.h"
#include "helpers/wire.h"
#include "support/case.h"

#include <glib/gstdio.h>

/* Plans a small case with a shell script for a helper; "$real" is the real one. */
static AttriPlan *
plan_with (const char *script, GError **error)
{
    g_autofree char *before = g_strdup (g_getenv ("ATTRIGRAPH_LIBEXEC"));
    g_autofree char *folder = g_dir_make_tmp ("attrigraph-answers-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, ATTRI_WIRE_LAYOUT_HELPER, NULL);
    g_autofree char *text =
        g_strdup_printf ("#!/bin/sh\nreal=%s/%s\n%s\n", before, ATTRI_WIRE_LAYOUT_HELPER, script);
    g_autoptr (AttriGraph) graph = test_case_new (1, 12);
    g_autoptr (AttriScene) scene = attri_scene_new (graph, NULL);
    AttriPlan *plan;

    g_assert_true (
        g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0755, NULL));
    g_setenv ("ATTRIGRAPH_LIBEXEC", folder, TRUE);
    plan = attri_plan_new (scene, NULL, error);
    g_setenv ("ATTRIGRAPH_LIBEXEC", before, TRUE);
    g_remove (path);
    g_rmdir (folder);
    return plan;
}

/* The engine stands at the end of a dump's first line. */
static void
assert_engine (const char *script, const char *engine)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriPlan) plan = plan_with (script, &error);
    g_autofree char *dump = NULL;
    g_auto (GStrv) lines = NULL;

    g_assert_no_error (error);
    dump = attri_plan_dump (plan);
    lines = g_strsplit (dump, "\n", 2);
    g_assert_true (g_str_has_suffix (lines[0], engine));
}

static void
assert_senseless (const char *script)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriPlan) plan = plan_with (script, &error);

    g_assert_error (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_HELPER);
    g_assert_true (g_str_has_prefix (error->message,
                                     "attrigraph-layout: its answer is cut short or makes no "
                                     "sense; expected a place for each of "));
    g_assert_null (plan);
}

static void
assert_error (const char *script, AttriSpawnError code, const char *message)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriPlan) plan = plan_with (script, &error);

    g_assert_error (error, ATTRI_SPAWN_ERROR, (int)code);
    g_assert_cmpstr (error->message, ==, message);
    g_assert_null (plan);
}

/* The fake stands where the real one would, and its words are what counts. */
static void
test_whole (void)
{
    assert_engine ("exec \"$real\"", " dot");
    assert_engine ("printf 'grid unplaced\\nend\\n'", " grid");
}

static void
test_truncated (void)
{
    assert_senseless ("\"$real\" | head -n -1");
    assert_senseless ("\"$real\" | head -c -1");
    assert_senseless ("\"$real\" | head -n 2");
    assert_senseless ("\"$real\" | sed 2d");
    assert_senseless ("printf 'grid unplaced\\n'");
}

static void
test_garbage (void)
{
    assert_senseless ("echo hello");
    assert_senseless ("printf 'end\\n'");
    assert_senseless ("head -c 2000 /dev/zero");
    assert_senseless ("\"$real\"; echo more");
    assert_senseless ("\"$real\" | sed 's/^p 1 /p 7 /'");
    assert_senseless ("\"$real\" | sed 's/^p 1 .*/p 1 10/'");
    assert_senseless ("\"$real\" | sed 's/^p 1 .*/p 1 10 x/'");
    assert_senseless ("\"$real\" | sed 's/^p 1 .*/p 1 10 99999999999/'");
    assert_senseless ("\"$real\" | sed 's/^p 1 /q 1 /'");
    assert_error ("exec cat /dev/zero", ATTRI_SPAWN_ERROR_TOO_LONG,
                  "attrigraph-layout answered more than 16384 bytes");
}

static void
test_dead (void)
{
    assert_error (":", ATTRI_SPAWN_ERROR_SILENT, "attrigraph-layout answered nothing");
    assert_error ("kill -KILL $$", ATTRI_SPAWN_ERROR_SIGNAL,
                  "attrigraph-layout was killed by SIGKILL");
    /* Everything was said, and then it died: that is no answer. */
    assert_error ("\"$real\"; kill -SEGV $$", ATTRI_SPAWN_ERROR_SIGNAL,
                  "attrigraph-layout was killed by SIGSEGV");
    assert_error ("echo 'line 1 of the request is not as expected' >&2; exit 2",
                  ATTRI_SPAWN_ERROR_REFUSED,
                  "attrigraph-layout: line 1 of the request is not as expected");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/helpers/answers/whole", test_whole);
    g_test_add_func ("/helpers/answers/truncated", test_truncated);
    g_test_add_func ("/helpers/answers/garbage", test_garbage);
    g_test_add_func ("/helpers/answers/dead", test_dead);
    return g_test_run ();
}
