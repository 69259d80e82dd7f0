/* SPDX-License-Identifier: MIT
 *
 * misp.c: MISP galaxy clusters go in; what their values say waits in the run.
 *
 * The format is the Internet-Draft draft-dulaunoy-misp-galaxy-format. A part that is not as it
 * has it is told of and left out, and reading goes on with the next.
 */
#include "read/misp-run.h"

#include "read/fields.h"

#include <string.h>

/* Ids are made of it, which are at most 256 bytes. */
#define MOST_TYPE_BYTES 64

static MispRun *
run_of (Reader *reader)
{
    if (reader->run->misp == NULL) {
        MispRun *run = g_new0 (MispRun, 1);
        run->strings = attri_arena__new ();
        run->entities = g_array_new (FALSE, FALSE, sizeof (MispEntity));
        run->statements = g_array_new (FALSE, FALSE, sizeof (MispStatement));
        run->things = g_array_new (FALSE, FALSE, sizeof (MispThing));
        run->sources = g_array_new (FALSE, FALSE, sizeof (MispSource));
        reader->run->misp = run;
    }
    return reader->run->misp;
}

void
misp_run_free (MispRun *self)
{
    g_array_unref (self->entities);
    g_array_unref (self->statements);
    g_array_unref (self->things);
    g_array_unref (self->sources);
    attri_arena__free (self->strings);
    g_free (self);
}

/* ---- the cluster ---- */

static AttriPlace
root_place (const Reader *reader)
{
    return (AttriPlace){reader->name, reader->document->root.line, reader->document->root.column};
}

/* The text of a string or whole number among the document's members, or %NULL. */
static char *
read_head (const MispGalaxy *galaxy, const char *key)
{
    const AttriJsonDocument *document = galaxy->reader->document;
    const AttriJsonMember *member = attri_json__document_find (document, key);
    if (member == NULL)
        return NULL;

    g_autofree char *base = g_strdup_printf ("/%s", key);
    Node node;
    g_autoptr (AttriJson) json = node_parse (galaxy->reader, &member->span, base, &node);
    gint64 number;
    if (json != NULL && attri_json__get_type (json) == ATTRI_JSON_NUMBER &&
        attri_json__get_integer (json, &number))
        return misp_printf (galaxy->run->strings, "%" G_GINT64_FORMAT, number);
    if (json != NULL && attri_json__get_type (json) == ATTRI_JSON_STRING)
        return g_strstrip (
            attri_arena__strdup (galaxy->run->strings, attri_json__get_string (json)));
    if (json != NULL)
        misp_tell (galaxy, READ_RULE_BAD_MEMBER, node_place (&node), base, "%s; expected a string",
                   attri_json__type_name (attri_json__get_type (json)));
    return NULL;
}

/* Two versions of a galaxy are editions of one source. No file says when it appeared. */
static void
add_sources (MispGalaxy *galaxy, const char *type)
{
    AttriArena *strings = galaxy->run->strings;
    const char *name = read_head (galaxy, "name");
    const char *version = read_head (galaxy, "version");
    const char *slug = version != NULL ? misp_slug (version, strings) : "";
    MispSource source = {
        .id = misp_printf (strings, "misp-galaxy-%s", misp_slug (type, strings)),
        .title =
            misp_printf (strings, "MISP galaxy: %s", name != NULL && *name != '\0' ? name : type),
        .place = root_place (galaxy->reader),
    };
    g_array_append_val (galaxy->run->sources, source);
    const char *edition = misp_printf (strings, "%s-%s", source.id, slug);
    if (*slug != '\0' && check_id.ok (edition)) {
        source.edition_of = source.id;
        source.id = edition;
        source.title = misp_printf (strings, "%s, version %s", source.title, version);
        g_array_append_val (galaxy->run->sources, source);
    }
    galaxy->source = source.id;
}

static void
tell_no_cluster (const Reader *reader, const char *why)
{
    attri_findings_add (reader->findings, read_rule (READ_RULE_UNKNOWN_FORMAT), root_place (reader),
                        NULL, "%s; expected a MISP galaxy cluster, with \"type\" and \"values\"",
                        why);
}

void
read_misp (Reader *reader)
{
    const AttriJsonDocument *document = reader->document;
    const AttriJsonMember *values = attri_json__document_find (document, "values");
    MispGalaxy galaxy = {.reader = reader, .run = run_of (reader)};

    if (attri_json__span_type (document, &values->span) != ATTRI_JSON_ARRAY) {
        tell_no_cluster (reader, "'values' is no array");
        return;
    }
    const char *type = read_head (&galaxy, "type");
    const char *slug = type != NULL ? misp_slug (type, galaxy.run->strings) : "";
    if (!check_word.ok (slug) || strlen (slug) > MOST_TYPE_BYTES) {
        tell_no_cluster (reader, type == NULL ? "'values' without a 'type'" : "'type' is no word");
        return;
    }
    galaxy.type = misp_entity_type (type, galaxy.run->strings);
    galaxy.authority = misp_authority (type);
    add_sources (&galaxy, type);

    for (guint i = 0; i < values->n; i++) {
        g_autofree char *base = g_strdup_printf ("/values/%u", i);
        Node node;
        g_autoptr (AttriJson) json =
            node_parse (reader, attri_json__document_element (document, values, i), base, &node);
        if (json != NULL)
            misp_read_value (&galaxy, &node);
    }
}
