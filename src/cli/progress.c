/* SPDX-License-Identifier: MIT
 *
 * In:  what is being done.
 * Out: a line on the terminal while it is, written by a thread of its own: the
 *      library calls nobody back, and neither a scan nor a layout can be asked
 *      how far it is.
 */
#include "cli/progress.h"

#include "cli/output.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PATIENCE (G_TIME_SPAN_SECOND / 2)
#define INTERVAL (G_TIME_SPAN_SECOND / 4)
/* Erases to the end of the line (ECMA-48, EL). */
#define ERASE "\r\033[K"

struct _CliProgress {
    GThread *thread;
    GMutex mutex;
    GCond ended;
    gboolean is_over;
    const char *what;
    const AttriReadReport *report;
};

static void
show (const CliProgress *self, gint64 seconds)
{
    guint n_done = 0;
    guint n_all = 0;

    if (self->report != NULL)
        attri_read_report_get_progress (self->report, &n_done, &n_all);
    if (n_all > 1)
        fprintf (stderr, ERASE "attrigraph: %s, %u of %u files", self->what, n_done, n_all);
    else if (seconds > 0)
        fprintf (stderr, ERASE "attrigraph: %s, %" G_GINT64_FORMAT " s", self->what, seconds);
    else
        fprintf (stderr, ERASE "attrigraph: %s", self->what);
    fflush (stderr);
}

static gpointer
watch (gpointer data)
{
    CliProgress *self = data;
    const gint64 begun = g_get_monotonic_time ();
    gint64 next = begun + PATIENCE;
    gboolean shown = FALSE;

    g_mutex_lock (&self->mutex);
    while (!self->is_over) {
        if (g_cond_wait_until (&self->ended, &self->mutex, next))
            continue;
        show (self, (next - begun) / G_TIME_SPAN_SECOND);
        next += INTERVAL;
        shown = TRUE;
    }
    g_mutex_unlock (&self->mutex);
    if (shown) {
        fputs (ERASE, stderr);
        fflush (stderr);
    }
    return NULL;
}

CliProgress *
cli_progress_new (const char *what, const AttriReadReport *report)
{
    /* Elsewhere no line can be written over. */
    if (!cli_is_terminal (STDERR_FILENO))
        return NULL;
    CliProgress *self = g_new0 (CliProgress, 1);
    g_mutex_init (&self->mutex);
    g_cond_init (&self->ended);
    self->what = what;
    self->report = report;
    self->thread = g_thread_try_new ("progress", watch, self, NULL);
    return self;
}

void
cli_progress_free (CliProgress *self)
{
    if (self == NULL)
        return;
    g_mutex_lock (&self->mutex);
    self->is_over = TRUE;
    g_cond_signal (&self->ended);
    g_mutex_unlock (&self->mutex);
    if (self->thread != NULL)
        g_thread_join (self->thread);
    g_cond_clear (&self->ended);
    g_mutex_clear (&self->mutex);
    g_free (self);
}
