/* SPDX-License-Identifier: MIT
 *
 * misp-claim.c: where a value is said to come from, who pays for it, and whom it is after.
 *
 * Countries, sectors and bodies are words in MISP, without ids. They get ids of their own, made of
 * the country's code or of the word, so that all values of all clusters speak of one place; nothing
 * else is joined with them, least of all by name.
 */
#include "read/misp-run.h"

#include "base/text-private.h"
#include "read/country.h"
#include "read/fields.h"

#include <string.h>

/* What a word in a member of meta names. */
typedef enum {
    NAMES_COUNTRY,
    NAMES_STATE,
    NAMES_VICTIM,
    NAMES_SECTOR,
    NAMES_CONFIDENCE, /* no entity: how sure the country is */
} Names;

static const struct {
    const char *key;
    const char *relation;
    Names names;
    AttriHedge hedge;
} claims[] = {
    {"country", "originates-from", NAMES_COUNTRY, ATTRI_HEDGE_STATED},
    {"cfr-suspected-state-sponsor", "sponsored-by", NAMES_STATE, ATTRI_HEDGE_SUSPECTED},
    {"cfr-suspected-victims", "targets", NAMES_VICTIM, ATTRI_HEDGE_SUSPECTED},
    {"suspected-victims", "targets", NAMES_VICTIM, ATTRI_HEDGE_SUSPECTED},
    {"cfr-target-category", "targets", NAMES_SECTOR, ATTRI_HEDGE_STATED},
    {"targeted-sector", "targets", NAMES_SECTOR, ATTRI_HEDGE_STATED},
    {"attribution-confidence", NULL, NAMES_CONFIDENCE, ATTRI_HEDGE_STATED},
};

gboolean
misp_is_claim (const char *key)
{
    for (gsize i = 0; i < G_N_ELEMENTS (claims); i++) {
        if (strcmp (claims[i].key, key) == 0)
            return TRUE;
    }
    return FALSE;
}

static MispThing
make_country (const MispGalaxy *galaxy, const Country *country)
{
    g_autofree char *code = g_ascii_strdown (country->code, -1);
    return (MispThing){
        .id = misp_printf (galaxy->run->strings, "location--%s", code),
        .type = "location",
        .name = country->name,
    };
}

/* A thing of @type that has no code. */
static MispThing
make_thing (const MispGalaxy *galaxy, const char *type, const char *name)
{
    AttriArena *strings = galaxy->run->strings;
    return (MispThing){
        .id = misp_printf (strings, "%s--%s", type, misp_slug (name, strings)),
        .type = type,
        .name = name,
    };
}

/* The state as a body, which is not the country as a place. */
static MispThing
make_state (const MispGalaxy *galaxy, const char *name)
{
    AttriArena *strings = galaxy->run->strings;
    const Country *country = country_by_name (name);
    g_autofree char *code = g_ascii_strdown (country != NULL ? country->code : name, -1);
    return (MispThing){
        .id = misp_printf (strings, "identity--state-%s", misp_slug (code, strings)),
        .type = "identity",
        .name = misp_printf (strings, "%s (state)", country != NULL ? country->name : name),
        .identity_class = "organization",
    };
}

/* Among the victims are countries, regions, and banks. */
static MispThing
make_victim (const MispGalaxy *galaxy, const char *name)
{
    const Country *country = country_by_name (name);
    const char *region = region_by_name (name);
    if (country != NULL)
        return make_country (galaxy, country);
    return make_thing (galaxy, region != NULL ? "location" : "identity",
                       region != NULL ? region : name);
}

/* Whether an id could be made of the word. */
static gboolean
is_named (const MispThing *thing)
{
    return check_id.ok (thing->id) && !g_str_has_suffix (thing->id, "-");
}

static gboolean
make (const MispGalaxy *galaxy, Names names, const MispText *text, MispThing *thing)
{
    const Country *country = country_by_name (text->text);
    switch (names) {
    case NAMES_COUNTRY:
        if (country == NULL)
            break;
        *thing = make_country (galaxy, country);
        return TRUE;
    case NAMES_STATE:
        *thing = make_state (galaxy, text->text);
        return is_named (thing);
    case NAMES_VICTIM:
        *thing = make_victim (galaxy, text->text);
        return is_named (thing);
    case NAMES_SECTOR:
        *thing = make_thing (galaxy, "sector", text->text);
        return is_named (thing);
    case NAMES_CONFIDENCE:
        break;
    }
    return FALSE;
}

/* A body based in a country does not originate from it. */
static const char *
relation_of (const MispValue *value, gsize claim)
{
    if (claims[claim].names == NAMES_COUNTRY && strcmp (value->galaxy->type, "identity") == 0)
        return "located-at";
    return claims[claim].relation;
}

static void
add_claim (const MispValue *value, gsize claim, const MispText *text, int confidence)
{
    const MispGalaxy *galaxy = value->galaxy;
    MispThing thing;

    /* What is unknown is not said. */
    if (g_ascii_strcasecmp (text->text, "unknown") == 0)
        return;
    if (!make (galaxy, claims[claim].names, text, &thing)) {
        g_autofree char *quoted = attri_text__quote (text->text);
        misp_tell (galaxy, READ_RULE_BAD_MEMBER, text->place, text->pointer,
                   "%s is not known; expected %s", quoted,
                   claims[claim].names == NAMES_COUNTRY ? "a country, as CN" : "a name");
        return;
    }
    thing.place = text->place;
    g_array_append_val (galaxy->run->things, thing);
    const gboolean is_country = claims[claim].names == NAMES_COUNTRY;
    const MispStatement statement = {
        .row = {.type = relation_of (value, claim),
                .hedge = claims[claim].hedge,
                .confidence = (gint16)(is_country ? confidence : -1)},
        .end = MISP_END_ENTITY,
        .to = thing.id,
    };
    misp_add_statement (value, text, statement);
}

/* How sure the country is: a string of digits, 0 to 100; -1 if nothing is said. */
static int
read_confidence (const MispGalaxy *galaxy, const Node *meta)
{
    const AttriJson *json = attri_json__get_member (meta->json, "attribution-confidence");
    gint64 number = -1;
    guint64 digits;
    if (json == NULL)
        return -1;
    const Node member = node_member (meta, json);
    if (attri_json__get_type (json) == ATTRI_JSON_STRING &&
        g_ascii_string_to_unsigned (attri_json__get_string (json), 10, 0, 100, &digits, NULL))
        return (int)digits;
    if (attri_json__get_type (json) == ATTRI_JSON_NUMBER &&
        attri_json__get_integer (json, &number) && number >= 0 && number <= 100)
        return (int)number;
    g_autofree char *pointer = node_pointer (&member);
    misp_tell (galaxy, READ_RULE_BAD_MEMBER, node_place (&member), pointer,
               "no number in range; expected \"0\" to \"100\"");
    return -1;
}

void
misp_read_claims (const MispValue *value, const Node *meta)
{
    const int confidence = read_confidence (value->galaxy, meta);

    for (gsize i = 0; i < G_N_ELEMENTS (claims); i++) {
        if (claims[i].names == NAMES_CONFIDENCE)
            continue;
        const AttriJson *json = attri_json__get_member (meta->json, claims[i].key);
        g_autoptr (GArray) texts = misp_texts (value->galaxy, meta, json);
        for (guint j = 0; j < texts->len; j++)
            add_claim (value, i, &g_array_index (texts, MispText, j), confidence);
    }
}
