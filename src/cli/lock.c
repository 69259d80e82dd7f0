/* SPDX-License-Identifier: MIT
 *
 * lock.c: a file's name goes in, places come out; and the places of the finished picture go back
 * into it, as a whole or not at all.
 */
#include "cli/lock.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define MOST_BYTES (16 << 20)

void
cli_lock_clear (CliLock *self)
{
    g_clear_pointer (&self->lock, attri_lock_free);
    g_clear_pointer (&self->before, g_bytes_unref);
}

static gboolean
refuse (const CliLock *self, GError **error, const char *why)
{
    g_autofree char *quoted = cli_quote (self->path);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED, "--lock: %s %s", quoted, why);
    return FALSE;
}

/* A pipe or a device might never end, and cannot be written back. */
static gboolean
check_file (const CliLock *self, gboolean *is_there, GError **error)
{
    GStatBuf info;
    *is_there = g_stat (self->path, &info) == 0;
    if (!*is_there && errno != ENOENT) {
        const int number = errno;
        g_autofree char *name = attri_text_for_terminal (self->path);
        g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (number), "%s: %s", name,
                     g_strerror (number));
        return FALSE;
    }
    if (*is_there && !S_ISREG (info.st_mode))
        return refuse (self, error, "is no regular file");
    if (*is_there && info.st_size > MOST_BYTES)
        return refuse (self, error, "is larger than any lock file");
    return TRUE;
}

static gboolean
check_marking (const CliLock *self, AttriTlp limit, GError **error)
{
    const AttriTlp tlp = attri_lock_get_tlp (self->lock);
    if (!attri_tlp_is_above (tlp, limit))
        return TRUE;
    g_autofree char *marking = tlp == ATTRI_TLP_UNMARKED
                                   ? g_strdup ("without a marking")
                                   : g_strdup_printf ("up to TLP:%s", attri_tlp_to_string (tlp));
    g_autofree char *why = g_strdup_printf (
        "has held pictures %s, and its gaps would tell; expected one that is only used with "
        "--max-tlp %s, or --relayout",
        marking, attri_tlp_to_string (limit));
    return refuse (self, error, why);
}

gboolean
cli_lock_load (CliLock *self, const char *path, gboolean afresh, AttriTlp max_tlp, GError **error)
{
    gboolean is_there;
    char *text;
    gsize length;
    self->path = path;
    if (path == NULL)
        return TRUE;
    if (!check_file (self, &is_there, error))
        return FALSE;
    if (!is_there)
        return TRUE;
    if (!g_file_get_contents (path, &text, &length, error))
        return FALSE;
    self->before = g_bytes_new_take (text, length);
    if (afresh)
        return TRUE;
    self->lock = attri_lock_read (path, self->before, error);
    return self->lock != NULL && check_marking (self, max_tlp, error);
}

gboolean
cli_lock_save (const CliLock *self, GBytes *text, GError **error)
{
    if (self->path == NULL)
        return TRUE;
    if (text == NULL) {
        g_autofree char *quoted = cli_quote (self->path);
        cli_say ("a matrix follows from its facts alone: %s is left as it was", quoted);
        return TRUE;
    }
    if (self->before != NULL && g_bytes_equal (text, self->before))
        return TRUE;
    return attri_save (self->path, text, error);
}

void
cli_lock_restore (const CliLock *self)
{
    if (self->path != NULL && self->before != NULL)
        attri_save (self->path, self->before, NULL);
    else if (self->path != NULL)
        g_unlink (self->path);
}
