/* SPDX-License-Identifier: MIT
 *
 * picture.h: how a graph is to be drawn, for the commands that draw.
 */
#pragma once

#include "cli/lock.h"
#include "cli/options.h"

G_BEGIN_DECLS

typedef enum {
    CLI_PICTURE_SVG,
    CLI_PICTURE_PNG,
    CLI_PICTURE_PDF,
    CLI_PICTURE_HTML,
    CLI_PICTURE_TXT,
} CliPictureFormat;

/* @typed: as typed; the rest is what cli_picture_read() makes of it. @max_tlp: of the selection,
 * which the caller sets */
typedef struct {
    struct {
        char *title;
        char *subtitle;
        char *theme;
        char *page;
        char *view;
        char *access;
        char *id_prefix;
        char *scale;
        char *lock;
        gboolean relayout;
    } typed;
    const AttriGraph *before; /* (nullable): drawn above the picture, in panes of its own */
    const AttriGraph *after;
    guint scale_percent;
    AttriTlp max_tlp;
    AttriSceneOptions scene;
    AttriPlanOptions plan;
    AttriDrawOptions draw;
} CliPicture;

void cli_picture_clear (CliPicture *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliPicture, cli_picture_clear)

void cli_picture_add_options (CliPicture *self, CliOptions *options);
/* What --theme takes, for a command that has no other of these options. */
void cli_picture_offer_themes (CliOptions *options);
/* @files: (array zero-terminated=1): what will be read, and so must not be written */
gboolean cli_picture_read (CliPicture *self, const char *const *files, GError **error);

/**
 * cli_picture_check_output:
 * @path: (nullable): the value of `-o`
 *
 * Refuses to show binary formats to a terminal, and a lock where there are no places for one.
 */
gboolean cli_picture_check_output (const CliPicture *self, CliPictureFormat format,
                                   const char *path, GError **error);

/**
 * CliDrawing:
 * @held: the lock file as it was
 * @lock: (nullable): its text now, where one was asked for and the picture is no matrix
 *
 * A picture that is finished and not yet written.
 */
typedef struct {
    CliLock held;
    GBytes *picture;
    GBytes *lock;
    AttriPlan *plan;
} CliDrawing;

void cli_drawing_clear (CliDrawing *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliDrawing, cli_drawing_clear)

/**
 * cli_picture_draw:
 * @format: not %CLI_PICTURE_TXT
 * @drawing: (out caller-allocates): zero-initialised
 *
 * Draws as the lock file has it, and writes nothing.
 */
gboolean cli_picture_draw (const CliPicture *self, const AttriGraph *view, CliPictureFormat format,
                           CliDrawing *drawing, GError **error);

/* Says so if a fresh layout would be much clearer than the drawing's, which the lock held. */
void
cli_picture_suggest (const CliPicture *self, const AttriGraph *view, const CliDrawing *drawing);

/**
 * cli_picture_write:
 * @view: what to draw
 * @path: (nullable): standard output if %NULL or `-`
 *
 * Draws, writes, and writes the lock file if one was asked for.
 */
gboolean cli_picture_write (const CliPicture *self, const AttriGraph *view, CliPictureFormat format,
                            const char *path, GError **error);

G_END_DECLS
