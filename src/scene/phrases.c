/* SPDX-License-Identifier: MIT
 *
 * phrases.c: how the picture puts things into words, icons and dashes.
 */
#include "scene/maker.h"

#include "model/names-private.h"

const char *
attri_maker__about (AttriMaker *m, guint32 index, const char *numbers, AttriFirmness firmness)
{
    static const char *const words[] = {"stated", "assessed", "suspected or alleged"};
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    return attri_maker__format (m, "%s %s %s: %s %s", attri_maker__name (m, edge->from),
                                attri_maker__verb_from (m, index, edge->from),
                                attri_maker__name (m, edge->to),
                                edge->asserted ? words[firmness] : "not asserted", numbers);
}

AttriIcon
attri_phrase__icon (const AttriEntity *entity)
{
    static const struct {
        const char *type;
        AttriIcon icon;
    } icons[] = {
        {"intrusion-set", ATTRI_ICON_GROUP},
        {"threat-actor", ATTRI_ICON_GROUP},
        {"campaign", ATTRI_ICON_CAMPAIGN},
        {"malware", ATTRI_ICON_MALWARE},
        {"tool", ATTRI_ICON_TOOL},
        {"location", ATTRI_ICON_PLACE},
        {"sector", ATTRI_ICON_SECTOR},
        {"identity", ATTRI_ICON_IDENTITY},
        {"attack-pattern", ATTRI_ICON_TECHNIQUE},
        {"vulnerability", ATTRI_ICON_VULNERABILITY},
        {"infrastructure", ATTRI_ICON_INFRASTRUCTURE},
    };
    if (g_strcmp0 (entity->identity_class, "government") == 0)
        return ATTRI_ICON_STATE;
    for (guint i = 0; i < G_N_ELEMENTS (icons); i++) {
        if (g_str_equal (icons[i].type, entity->type))
            return icons[i].icon;
    }
    return ATTRI_ICON_OTHER;
}

AttriTone
attri_phrase__tone (const AttriEntity *entity)
{
    switch (attri_type_info (entity->type)->role) {
    case ATTRI_ROLE_ACTOR:
        return ATTRI_TONE_ACTOR;
    case ATTRI_ROLE_TOOL:
        return g_str_equal (entity->type, "malware") ? ATTRI_TONE_MALWARE : ATTRI_TONE_TOOL;
    case ATTRI_ROLE_SECTOR:
        return ATTRI_TONE_TARGET;
    default:
        return ATTRI_TONE_PLAIN;
    }
}

static const char *
first_link (const AttriMaker *m, const AttriEntity *entity)
{
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (m->graph, entity->references.first + i);
        if (reference->url != NULL && (g_str_has_prefix (reference->url, "https://") ||
                                       g_str_has_prefix (reference->url, "http://")))
            return reference->url;
    }
    return NULL;
}

const char *
attri_maker__detail (AttriMaker *m, guint32 index)
{
    const AttriEntity *entity = attri_graph_get_entity (m->graph, index);
    const AttriTypeInfo *type = attri_type_info (entity->type);
    if (type->type[0] == '\0')
        return attri_scene__keep (m->scene, entity->type);
    if (type->role == ATTRI_ROLE_TOOL) {
        AttriToolFacts facts = attri_query_tool (m->graph, m->options->census, index);
        const char *family = entity->is_family ? " family" : "";
        const char *folded = attri_maker__folded_names (m, index);
        if (facts.availability_claim == ATTRI_NONE)
            return attri_maker__format (m, "%s%s%s", type->label, family, folded);
        g_array_append_val (m->availability_claims, facts.availability_claim);
        const char *had = facts.availability == ATTRI_AVAILABILITY_UNKNOWN
                              ? "availability unknown"
                              : attri_availability_to_string (facts.availability);
        if (m->room->brief && m->picture != ATTRI_SCENE_VIEW_MATRIX)
            return attri_maker__format (m, "%s%s", had, folded);
        return attri_maker__format (m, "%s%s, %s%s", type->label, family, had, folded);
    }
    if (entity->provisional && m->room->brief)
        return "provisional name";
    if (entity->provisional)
        return attri_maker__format (m, "%s, provisional", type->label);
    if (g_strcmp0 (entity->identity_class, "government") == 0)
        return "state";
    const char *id = attri_graph__get_number (m->graph, index);
    if (id != NULL && (m->apart == NULL || m->apart[index] != id))
        return attri_maker__format (m, "%s, %s", type->label, id);
    return attri_scene__keep (m->scene, type->label);
}

void
attri_maker__bar (AttriMaker *m, const AttriToolFacts *facts)
{
    m->bar_of = facts->of;
    if (facts->prevalence_claim != ATTRI_NONE)
        g_array_append_val (m->prevalence_claims, facts->prevalence_claim);
}

AttriSceneBox
attri_maker__box (AttriMaker *m, guint32 index, guint column)
{
    const AttriEntity *entity = attri_graph_get_entity (m->graph, index);
    const char *link = first_link (m, entity);
    AttriSceneBox box = {
        .key = attri_scene__keep (m->scene, entity->id),
        .name = attri_maker__name (m, index),
        .detail = attri_maker__detail (m, index),
        .link = link != NULL ? attri_scene__keep (m->scene, link) : NULL,
        .icon = attri_phrase__icon (entity),
        .tone = attri_phrase__tone (entity),
        .rounded = attri_type_info (entity->type)->role == ATTRI_ROLE_ACTOR,
        .column = column,
    };
    if (attri_type_info (entity->type)->role == ATTRI_ROLE_TOOL) {
        AttriToolFacts facts = attri_query_tool (m->graph, m->options->census, index);
        if (facts.groups > 0 && m->room->brief && m->picture != ATTRI_SCENE_VIEW_MATRIX)
            box.detail = attri_maker__format (m, "%s, %u group%s", box.detail, facts.groups,
                                              facts.groups == 1 ? "" : "s");
        else if (facts.groups > 0) {
            box.groups = facts.groups;
            box.of = facts.of;
        }
        if (facts.groups > 0)
            attri_maker__bar (m, &facts);
    }
    return box;
}

void
attri_maker__edge_line (AttriMaker *m, guint32 index, gboolean swap, const char *label)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    guint32 left = swap ? edge->to : edge->from;
    guint32 right = swap ? edge->from : edge->to;
    AttriSceneLine line = {
        .left = m->box_of[left],
        .left_row = m->row_of[left],
        .right = m->box_of[right],
        .right_row = m->row_of[right],
        .firmness = attri_maker__firmness (m, &index, 1),
        .numbers = attri_maker__numbers (m, &index, 1),
        .label = attri_maker__with_shift (m, label, &index, 1),
    };
    line.change = attri_maker__change (m, &index, 1);
    line.about = attri_maker__about (m, index, line.numbers, line.firmness);
    attri_scene__add_line (m->scene, &line);
    attri_scene__tell (m->scene, index);
    attri_maker__drawn (m, index);
}

/* What an unspecific relation consists in, which says more than its name; or NULL. */
static const char *
purpose_of (AttriMaker *m, guint32 index)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    const char *purpose = attri_graph_get_claim (m->graph, edge->claims.first)->purpose;
    if (purpose == NULL || g_utf8_strlen (purpose, -1) > 24 ||
        attri_relation_info (edge->type)->relation != ATTRI_RELATION_OTHER)
        return NULL;
    return attri_scene__keep (m->scene, purpose);
}

const char *
attri_maker__verb_from (AttriMaker *m, guint32 index, guint32 left)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    const AttriRelationInfo *info = attri_relation_info (edge->type);
    const char *purpose = purpose_of (m, index);
    if (purpose != NULL)
        return purpose;
    if (info->type[0] == '\0')
        return attri_scene__keep (m->scene, edge->type);
    return attri_scene__keep (m->scene, edge->from == left ? info->forward : info->backward);
}

void
attri_maker__claim_row (AttriMaker *m, guint32 index, guint32 told_of)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    const char *other = attri_maker__name (m, edge->from == told_of ? edge->to : edge->from);
    const char *words =
        attri_maker__format (m, "%s%s %s", attri_maker__verb_from (m, index, told_of),
                             purpose_of (m, index) != NULL ? ":" : "", other);
    AttriSceneRow row = {
        .kind = ATTRI_ROW_CLAIM,
        .text = attri_maker__with_shift (m, words, &index, 1),
        .numbers = attri_maker__numbers (m, &index, 1),
        .firmness = attri_maker__firmness (m, &index, 1),
        .change = attri_maker__change (m, &index, 1),
    };
    attri_scene__add_row (m->scene, &row);
    attri_maker__drawn (m, index);
}
