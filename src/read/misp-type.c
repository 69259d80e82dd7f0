/* SPDX-License-Identifier: MIT
 *
 * misp-type.c: what MISP calls a galaxy goes in, what STIX calls its values comes out; and what
 * all files of the reader need for ids and strings.
 */
#include "read/misp-run.h"

#include <string.h>

/* Galaxies by the type in their clusters. What ATT&CK and its kin publish is told by the end of
 * that word instead. */
static const struct {
    const char *galaxy;
    const char *type;
} types[] = {
    {"360net-threat-actor", "threat-actor"},
    {"android", "malware"},
    {"backdoor", "malware"},
    {"banker", "malware"},
    {"botnet", "malware"},
    {"branded-vulnerability", "vulnerability"},
    {"country", "location"},
    {"cryptominers", "malware"},
    {"exploit-kit", "malware"},
    {"intelligence-agency", "identity"},
    {"malpedia", "malware"},
    {"microsoft-activity-group", "intrusion-set"},
    {"preventive-measure", "course-of-action"},
    {"producer", "identity"},
    {"ransomware", "malware"},
    {"rat", "malware"},
    {"region", "location"},
    {"sector", "sector"},
    {"stealer", "malware"},
    {"surveillance-vendor", "identity"},
    {"target-information", "location"},
    {"tds", "tool"},
    {"threat-actor", "threat-actor"},
    {"tidal-campaigns", "campaign"},
    {"tidal-groups", "intrusion-set"},
    {"tidal-software", "malware"},
    {"tidal-technique", "attack-pattern"},
    {"tool", "tool"},
};

static const char *const mitre_types[] = {
    "attack-pattern", "campaign", "course-of-action", "intrusion-set", "malware", "tool",
};

const char *
misp_entity_type (const char *galaxy, AttriArena *arena)
{
    for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
        if (strcmp (types[i].galaxy, galaxy) == 0)
            return types[i].type;
    }
    for (gsize i = 0; g_str_has_prefix (galaxy, "mitre-") && i < G_N_ELEMENTS (mitre_types); i++) {
        if (g_str_has_suffix (galaxy, mitre_types[i]))
            return mitre_types[i];
    }
    return misp_printf (arena, "x-misp-%s", misp_slug (galaxy, arena));
}

const char *
misp_authority (const char *galaxy)
{
    static const char *const others[] = {"mitre-atlas", "mitre-d3fend", "mitre-engage",
                                         "mitre-fight", "mitre-fraud"};

    for (gsize i = 0; i < G_N_ELEMENTS (others); i++) {
        if (g_str_has_prefix (galaxy, others[i]))
            return others[i];
    }
    return g_str_has_prefix (galaxy, "mitre-") ? "mitre-attack" : NULL;
}

char *
misp_slug (const char *text, AttriArena *arena)
{
    char *slug = attri_arena__strdup (arena, text);
    char *end = slug;

    for (; *text != '\0'; text++) {
        const gboolean is_member = g_ascii_isalnum (*text) || (guchar)*text >= 0x80;
        if (is_member)
            *end++ = g_ascii_tolower (*text);
        else if (end > slug && end[-1] != '-')
            *end++ = '-';
    }
    if (end > slug && end[-1] == '-')
        end--;
    *end = '\0';
    return slug;
}

guint
misp_lower_bound (const GArray *rows, const char *key)
{
    const guint size = g_array_get_element_size ((GArray *)rows);
    guint low = 0;
    guint high = rows->len;

    while (low < high) {
        const guint middle = low + (high - low) / 2;
        const char *const *row = (const void *)(rows->data + (gsize)middle * size);
        if (strcmp (*row, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

char *
misp_printf (AttriArena *arena, const char *format, ...)
{
    va_list args;
    va_start (args, format);
    g_autofree char *text = g_strdup_vprintf (format, args);
    va_end (args);
    return attri_arena__strdup (arena, text);
}
