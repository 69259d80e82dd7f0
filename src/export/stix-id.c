/* SPDX-License-Identifier: MIT
 *
 * stix-id.c: types and names of ours go in, those of STIX come out.
 */
#include "export/stix.h"

#include <string.h>

/* Made up once, for all ids made of names. */
static const guint8 namespace[16] = {0xaf, 0x56, 0xea, 0x18, 0xcb, 0x61, 0x46, 0x5c,
                                     0xa8, 0x3a, 0xf6, 0x8b, 0x1b, 0xa2, 0x7b, 0x3a};

char *
stix_type_of (const char *type)
{
    static const char *const held[] = {"attack-pattern", "campaign",       "course-of-action",
                                       "identity",       "infrastructure", "intrusion-set",
                                       "location",       "malware",        "threat-actor",
                                       "tool",           "vulnerability",  NULL};

    if (strcmp (type, "sector") == 0)
        return g_strdup ("identity");
    if (g_strv_contains (held, type) || g_str_has_prefix (type, "x-"))
        return g_strdup (type);
    return g_strconcat (ATTRI_STIX_PREFIX, type, NULL);
}

gboolean
stix_is_id (const char *id, const char *type)
{
    const gsize length = strlen (type);
    return strncmp (id, type, length) == 0 && g_str_has_prefix (id + length, "--") &&
           g_uuid_string_is_valid (id + length + 2);
}

char *
stix_make_id (const char *type, const char *name)
{
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
    guint8 b[20];
    gsize length = sizeof b;

    g_checksum_update (checksum, namespace, sizeof namespace);
    g_checksum_update (checksum, (const guchar *)name, (gssize)strlen (name));
    g_checksum_get_digest (checksum, b, &length);
    b[6] = (guint8)((b[6] & 0x0f) | 0x50); /* version and variant: RFC 9562, section 5.5 */
    b[8] = (guint8)((b[8] & 0x3f) | 0x80);
    return g_strdup_printf (
        "%s--%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", type, b[0],
        b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14],
        b[15]);
}
