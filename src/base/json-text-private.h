/* SPDX-License-Identifier: MIT
 *
 * json-text-private.h: JSON text (RFC 8259) written from the front to the back.
 *
 * Keys appear in the order in which they are written. Members that are %NULL,
 * no date or an empty list are left out by the caller or, where it says so, here.
 */
#pragma once

#include <attrigraph/base.h>

G_BEGIN_DECLS

typedef struct _AttriJsonText AttriJsonText;

AttriJsonText *attri_json_text__new (void);
/* Ends the text with a newline. (transfer full) */
char *attri_json_text__end (AttriJsonText *self);

/* @key is %NULL inside an array and for the whole document. */
void attri_json_text__open_object (AttriJsonText *self, const char *key);
void attri_json_text__open_array (AttriJsonText *self, const char *key);
/* The same, with everything up to its end on one line. */
void attri_json_text__open_object_on_line (AttriJsonText *self, const char *key);
void attri_json_text__open_array_on_line (AttriJsonText *self, const char *key);
/* Closes what was opened last. */
void attri_json_text__close (AttriJsonText *self);

/* Left out if @value is %NULL. */
void attri_json_text__string (AttriJsonText *self, const char *key, const char *value);
void attri_json_text__number (AttriJsonText *self, const char *key, guint64 value);
void attri_json_text__boolean (AttriJsonText *self, const char *key, gboolean value);
/* Members of an object that are JSON text already. */
void attri_json_text__members (AttriJsonText *self, const char *members);
/* Left out if @value is no date. */
void attri_json_text__date (AttriJsonText *self, const char *key, AttriDate value);

G_END_DECLS
