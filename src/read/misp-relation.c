/* SPDX-License-Identifier: MIT
 *
 * misp-relation.c: what a value says of other values. MISP's words for relationships are those
 * of misp-objects, relationships/definition.json; its words for likelihood are tags of the
 * taxonomy estimative-language.
 */
#include "read/misp-run.h"

#include "base/text-private.h"

#include <string.h>

#define LIKELIHOOD "estimative-language:likelihood-probability="
#define JUDGEMENT  "estimative-language:confidence-in-analytic-judgment="

/**
 * Relation:
 * @word: MISP's
 * @type: ours
 * @reversed: read from the other end
 *
 * MISP has same-as beside similar, and sets similar between entries of different galaxies that
 * have names in common: so it is an overlap, and does not equate. What is merely linked, and what
 * has no word with us, is related-to, and the claim keeps MISP's word.
 */
typedef struct {
    const char *word;
    const char *type;
    gboolean reversed;
    AttriHedge hedge;
} Relation;

static const Relation relations[] = {
    {"affiliated", "related-to", FALSE, ATTRI_HEDGE_STATED},
    {"associated-with", "related-to", FALSE, ATTRI_HEDGE_STATED},
    {"attacking-other-group", "targets", FALSE, ATTRI_HEDGE_STATED},
    {"business-relations", "related-to", FALSE, ATTRI_HEDGE_STATED},
    {"characterized-by", "characterizes", TRUE, ATTRI_HEDGE_STATED},
    {"connected-from", "related-to", FALSE, ATTRI_HEDGE_STATED},
    {"connected-to", "related-to", FALSE, ATTRI_HEDGE_STATED},
    {"contained-by", "contains", TRUE, ATTRI_HEDGE_STATED},
    {"contained-within", "contains", TRUE, ATTRI_HEDGE_STATED},
    {"cooperates-with", "related-to", FALSE, ATTRI_HEDGE_STATED},
    {"created-by", "authored-by", FALSE, ATTRI_HEDGE_STATED},
    {"creator-of", "authored-by", TRUE, ATTRI_HEDGE_STATED},
    {"delivered-by", "delivers", TRUE, ATTRI_HEDGE_STATED},
    {"deploys", "uses", FALSE, ATTRI_HEDGE_STATED},
    {"detected-by", "detects", TRUE, ATTRI_HEDGE_STATED},
    {"developed-by", "authored-by", FALSE, ATTRI_HEDGE_STATED},
    {"developer-of", "authored-by", TRUE, ATTRI_HEDGE_STATED},
    {"downloaded", "downloads", FALSE, ATTRI_HEDGE_STATED},
    {"downloaded-from", "downloads", TRUE, ATTRI_HEDGE_STATED},
    {"dropped", "drops", FALSE, ATTRI_HEDGE_STATED},
    {"dropped-by", "drops", TRUE, ATTRI_HEDGE_STATED},
    {"exploited-by", "exploits", TRUE, ATTRI_HEDGE_STATED},
    {"former-member-of", "related-to", FALSE, ATTRI_HEDGE_STATED},
    {"included-in", "part-of", FALSE, ATTRI_HEDGE_STATED},
    {"includes", "part-of", TRUE, ATTRI_HEDGE_STATED},
    {"indicated-by", "indicates", TRUE, ATTRI_HEDGE_STATED},
    {"interacts-with", "related-to", FALSE, ATTRI_HEDGE_STATED},
    {"is-author-of", "authored-by", TRUE, ATTRI_HEDGE_STATED},
    {"is-in-relation-with", "related-to", FALSE, ATTRI_HEDGE_STATED},
    {"linked-to", "related-to", FALSE, ATTRI_HEDGE_STATED},
    {"located", "located-at", FALSE, ATTRI_HEDGE_STATED},
    {"member-of", "part-of", FALSE, ATTRI_HEDGE_STATED},
    {"mitigated-by", "mitigates", TRUE, ATTRI_HEDGE_STATED},
    {"overlaps", "overlaps-with", FALSE, ATTRI_HEDGE_STATED},
    {"owned-by", "owns", TRUE, ATTRI_HEDGE_STATED},
    {"owner-of", "owns", FALSE, ATTRI_HEDGE_STATED},
    {"preceded-by", "related-to", FALSE, ATTRI_HEDGE_STATED},
    {"preceding-by", "related-to", FALSE, ATTRI_HEDGE_STATED},
    {"primary-member-of", "part-of", FALSE, ATTRI_HEDGE_STATED},
    {"resolved-to", "resolves-to", FALSE, ATTRI_HEDGE_STATED},
    {"similar", "overlaps-with", FALSE, ATTRI_HEDGE_STATED},
    {"subgroup", "part-of", FALSE, ATTRI_HEDGE_STATED},
    {"successor-of", "related-to", FALSE, ATTRI_HEDGE_STATED},
    {"suspected-link", "related-to", FALSE, ATTRI_HEDGE_SUSPECTED},
    {"targeted-by", "targets", TRUE, ATTRI_HEDGE_STATED},
    {"used-by", "uses", TRUE, ATTRI_HEDGE_STATED},
    {"uses-for-recon", "uses", FALSE, ATTRI_HEDGE_STATED},
    {"vulnerability-of", "has", TRUE, ATTRI_HEDGE_STATED},
};

/* FALSE if we know no such word. */
static gboolean
find_relation (const char *word, Relation *relation)
{
    for (gsize i = 0; i < G_N_ELEMENTS (relations); i++) {
        if (strcmp (relations[i].word, word) == 0) {
            *relation = relations[i];
            return TRUE;
        }
    }
    const AttriRelationInfo *own = attri_relation_info (word);
    const gboolean known = *own->type != '\0' && own->relation != ATTRI_RELATION_VALUE;
    *relation = (Relation){word, known ? own->type : "related-to", FALSE, ATTRI_HEDGE_STATED};
    return known;
}

/* The word between quotes after @prefix: `likelihood-probability="likely"`. (transfer full) */
static char *
tag_word (const char *tag, const char *prefix)
{
    if (!g_str_has_prefix (tag, prefix))
        return NULL;
    char *word = g_strdup (tag + strlen (prefix));
    const gsize length = strlen (word);
    if (length >= 2 && word[0] == '"' && word[length - 1] == '"') {
        memmove (word, word + 1, length - 2);
        word[length - 2] = '\0';
    }
    return word;
}

/* The word for likelihood, else that for confidence, with its place; FALSE if there is neither. */
static gboolean
find_estimate (const MispGalaxy *galaxy, const Node *node, MispText *estimate, gboolean *likelihood)
{
    const AttriJson *json = attri_json__get_member (node->json, "tags");
    g_autoptr (GArray) tags = misp_texts (galaxy, node, json);

    *likelihood = FALSE;
    estimate->text = NULL;
    for (guint i = 0; i < tags->len && !*likelihood; i++) {
        const MispText *tag = &g_array_index (tags, MispText, i);
        g_autofree char *likely = tag_word (tag->text, LIKELIHOOD);
        g_autofree char *judged = tag_word (tag->text, JUDGEMENT);
        const char *word = likely != NULL ? likely : judged;
        if (word == NULL || *word == '\0')
            continue;
        *estimate = *tag;
        estimate->text = attri_arena__strdup (galaxy->run->strings, word);
        *likelihood = likely != NULL;
    }
    return estimate->text != NULL;
}

/* What the tags say of how likely the relationship is. Without them that is not known: it is
 * neither certain nor doubted. What is more likely not so is doubted. Returns their word. */
static const char *
read_estimate (const MispGalaxy *galaxy, const Node *node, AttriClaim *row)
{
    MispText estimate;
    gboolean is_likelihood;
    guint confidence;

    if (!find_estimate (galaxy, node, &estimate, &is_likelihood))
        return NULL;
    row->hedge = MAX (row->hedge, ATTRI_HEDGE_ASSESSED);
    if (!attri_confidence_parse (estimate.text, &confidence)) {
        g_autofree char *quoted = attri_text__quote (estimate.text);
        misp_tell (galaxy, READ_RULE_UNKNOWN_CONFIDENCE, estimate.place, estimate.pointer,
                   "%s is no word for confidence; expected one as likely, almost-certain", quoted);
        return estimate.text;
    }
    row->confidence_word = estimate.text;
    row->confidence = (gint16)confidence;
    if (is_likelihood && confidence < 50)
        row->stance = ATTRI_STANCE_DOUBTS;
    return estimate.text;
}

/* MISP's own words, as far as the claim does not say the same, be it the other way round:
 * "similar, likely". */
static const char *
make_wording (const MispGalaxy *galaxy, const Relation *relation, const char *estimate)
{
    const gboolean same = relation->reversed || strcmp (relation->word, relation->type) == 0;
    if (same || estimate == NULL)
        return same ? estimate : relation->word;
    return misp_printf (galaxy->run->strings, "%s, %s", relation->word, estimate);
}

/* The text of a member that must be there, in the arena; told of if not. */
static const char *
read_member (const MispValue *value, const Node *node, const char *key, AttriPlace place,
             const char *pointer)
{
    const AttriJson *json = attri_json__get_member (node->json, key);
    const char *text = json != NULL ? attri_json__get_string (json) : NULL;
    if (text != NULL && *text != '\0')
        return attri_arena__strdup (value->galaxy->run->strings, text);
    misp_tell (value->galaxy, READ_RULE_BAD_MEMBER, place, pointer, "no '%s'; expected a string",
               key);
    return NULL;
}

static void
read_relation (const MispValue *value, const Node *node, AttriPlace place, const char *pointer)
{
    const MispGalaxy *galaxy = value->galaxy;
    Relation relation;

    if (attri_json__get_type (node->json) != ATTRI_JSON_OBJECT) {
        misp_tell (galaxy, READ_RULE_BAD_MEMBER, place, pointer, "%s; expected an object",
                   attri_json__type_name (attri_json__get_type (node->json)));
        return;
    }
    const char *word = read_member (value, node, "type", place, pointer);
    const char *uuid = read_member (value, node, "dest-uuid", place, pointer);
    if (word == NULL || uuid == NULL)
        return;
    if (!g_uuid_string_is_valid (uuid)) {
        g_autofree char *quoted = attri_text__quote (uuid);
        misp_tell (galaxy, READ_RULE_BAD_MEMBER, place, pointer, "%s is no UUID; expected one",
                   quoted);
        return;
    }
    if (!find_relation (word, &relation)) {
        g_autofree char *quoted = attri_text__quote (word);
        misp_tell (galaxy, READ_RULE_UNKNOWN_TYPE, place, pointer,
                   "unknown type %s; it is read as 'related-to'", quoted);
    }
    g_autofree char *lower = g_ascii_strdown (uuid, -1);
    MispStatement statement = {
        .row = {.type = relation.type, .hedge = relation.hedge, .confidence = -1},
        .end = MISP_END_UUID,
        .to = attri_arena__strdup (galaxy->run->strings, lower),
        .reversed = relation.reversed,
    };
    const char *estimate = read_estimate (galaxy, node, &statement.row);
    statement.row.wording = make_wording (galaxy, &relation, estimate);
    misp_add_statement (value, &(MispText){NULL, place, pointer}, statement);
}

void
misp_read_related (const MispValue *value, const AttriJson *json)
{
    const MispGalaxy *galaxy = value->galaxy;
    guint index = 0;

    if (json == NULL)
        return;
    const Node list = node_member (value->node, json);
    if (attri_json__get_type (json) != ATTRI_JSON_ARRAY) {
        node_tell (&list, READ_RULE_BAD_MEMBER, "%s; expected an array",
                   attri_json__type_name (attri_json__get_type (json)));
        return;
    }
    AttriJsonSpan span = node_first_span (&list);
    for (json = attri_json__get_first (json); json != NULL; json = attri_json__get_next (json)) {
        const Node node = node_element (&list, json, index);
        read_relation (value, &node, (AttriPlace){galaxy->reader->name, span.line, span.column},
                       misp_printf (galaxy->run->strings, "%s/related/%u", value->node->base,
                                    index++));
        span = attri_json__locate_next (galaxy->reader->document, &span);
    }
}
