/* SPDX-License-Identifier: MIT
 *
 * number.c: number literals (RFC 8259, section 6).
 */
#include "json/scanner.h"

#include <string.h>

static gboolean
skip_digits (Scanner *self)
{
    const char *first = self->at;
    while (self->at < self->end && g_ascii_isdigit (*self->at))
        self->at++;
    return self->at > first;
}

static gboolean
take (Scanner *self, const char *any_of)
{
    if (self->at == self->end || *self->at == '\0' || strchr (any_of, *self->at) == NULL)
        return FALSE;
    self->at++;
    return TRUE;
}

/* Reads as far as the grammar goes; what is wrong, or %NULL. */
static const char *
skip_number (Scanner *self)
{
    take (self, "-");
    if (take (self, "0")) {
        if (skip_digits (self))
            return "number with a leading zero; expected digits that begin with 1 to 9";
        if (take (self, "xX"))
            return "hexadecimal number; expected decimal digits";
    } else if (!skip_digits (self)) {
        return "minus sign without a number; expected a digit after it";
    }
    if (take (self, ".") && !skip_digits (self))
        return "number ends in a decimal point; expected a digit after it";
    if (take (self, "eE")) {
        take (self, "+-");
        if (!skip_digits (self))
            return "number without digits in its exponent; expected a digit";
    }
    if (self->at < self->end && (g_ascii_isalnum (*self->at) || take (self, "._+-")))
        return "characters stuck to a number; expected a comma, bracket or white space";
    return NULL;
}

gboolean
scan_number (Scanner *self)
{
    const AttriPlace place = scanner_place (self);
    const char *first = self->at;
    const char *problem = skip_number (self);

    if (problem != NULL) {
        scanner_tell (self, JSON_RULE_SYNTAX, place, "%s", problem);
        return FALSE;
    }
    if (self->at - first > ATTRI_JSON_NUMBER_BYTES)
        scanner_tell (self, JSON_RULE_LIMIT, place, "number of %zu characters; expected at most %d",
                      (gsize)(self->at - first), ATTRI_JSON_NUMBER_BYTES);
    return TRUE;
}
