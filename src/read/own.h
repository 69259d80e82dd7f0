/* SPDX-License-Identifier: MIT
 *
 * own.h: a document of the own format, for the files that read its parts.
 */
#pragma once

#include "read/fields.h"

/**
 * OwnDocument:
 * @trees: (element-type AttriJson): what @citation's strings are part of
 * @citation: what every statement without citations of its own rests on
 * @has_citation: whether there is one
 * @recorded, @tlp: of everything that has none of its own, or unset
 * @types, @relations: words that are known, for suggestions
 * @declared: (nullable) (array zero-terminated=1): further types, which the document says are meant
 *
 * What a document says of all that is in it.
 */
typedef struct {
    Reader *reader;
    GPtrArray *trees;
    AttriCitationDraft citation;
    gboolean has_citation;
    AttriDate recorded;
    AttriTlp tlp;
    const char **types;
    const char **relations;
    const char **declared;
} OwnDocument;

/* Each reads one element of the document's list of that name. */
void own_read_source (OwnDocument *own, const Node *node);
void own_read_entity (OwnDocument *own, const Node *node);
void own_read_relationship (OwnDocument *own, const Node *node);
void own_read_view (OwnDocument *own, const Node *node);

/* The statements inside the entity @node; @entity is %NULL where that could not be read. */
void own_read_inner_statements (OwnDocument *own, const AttriEntityDraft *entity, const Node *node);

/**
 * OwnCitations:
 *
 * The citations of one statement; strings are borrowed from the tree, but for
 * the pointers.
 */
typedef struct {
    GArray *drafts; /* AttriCitationDraft */
    GPtrArray *pointers;
} OwnCitations;

void own_citations_clear (OwnCitations *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OwnCitations, own_citations_clear)

/**
 * own_citations_read:
 * @node: the statement
 * @json: (nullable): its member `citations`; the document's citation if %NULL
 * @citations: (out): none where there is neither, which the builder tells of
 *
 * Returns: whether they could be read
 */
gboolean own_citations_read (const OwnDocument *own, const Node *node, const AttriJson *json,
                             OwnCitations *citations);

/* One citation, an object or a bare id. */
gboolean own_citation_read (const Node *node, AttriCitationDraft *draft);

/* The words for how a claim may stand to what it says, and how firmly; both end with %NULL. */
extern const char *const own_stances[];
extern const char *const own_hedges[];

/**
 * own_source_read:
 * @node: an element of `sources`
 * @draft: (inout): strings are borrowed from the tree; what is not said stays as it was
 * @based_on: (out) (transfer container): what its list of that name is to be
 *
 * Returns: whether there was no error
 */
gboolean own_source_read (const Node *node, AttriSourceDraft *draft, const char ***based_on);

/* A type of the vocabulary @known; warns about others, but for the user's own. */
void own_check_type (const OwnDocument *own, const Node *node, const char *key, const char *type,
                     const char *const *known);
