/* SPDX-License-Identifier: MIT
 *
 * tell.h: answers become text, JSON, Markdown or CSV bytes.
 */
#pragma once

#include <attrigraph/diff.h>
#include <attrigraph/query.h>

G_BEGIN_DECLS

/* What an answer is written in; not every answer knows all. */
typedef enum {
    ATTRI_TELL_TEXT,
    ATTRI_TELL_JSON,
    ATTRI_TELL_MARKDOWN,
    ATTRI_TELL_CSV,
} AttriTellFormat;

/**
 * attri_tell_findings:
 * @findings: (transfer none): sorted
 *
 * Returns: (transfer full): one finding a line, or a JSON document, which also
 * says how often each rule was breached, kept in @findings or not
 */
ATTRI_API char *attri_tell_findings (const AttriFindings *findings, AttriTellFormat format);

/**
 * attri_tell_entity:
 * @graph: (transfer none): the facts
 * @entity: its index
 *
 * Names and who uses them, then every claim from and to the entity, each with
 * its hedge, claimant, what it was read in, place and date; sources last.
 *
 * Returns: (transfer full): plain text, a JSON document or Markdown
 */
ATTRI_API char *attri_tell_entity (const AttriGraph *graph, guint32 entity, AttriTellFormat format);

/**
 * AttriChangesOptions:
 * @format: text, JSON or Markdown
 * @all: also what was only reworded, and all of long sections
 * @colour: text for a terminal that shows it
 * @patch: (nullable): what attri_diff_make_patch() made, to go into the JSON
 * @sides: (nullable): of two sources that are compared, what to call them
 */
typedef struct {
    AttriTellFormat format;
    gboolean all;
    gboolean colour;
    const char *patch;
    const char *sides[2];
} AttriChangesOptions;

/**
 * attri_tell_changes:
 * @diff: (transfer none): what changed
 *
 * One change a line, with old and new values and whose words they are: sources, groups, tooling,
 * names, other claims, what is no longer claimed; of two sources, by who says it. Text of more
 * than 60 lines is cut to the first few of each section, unless @all.
 *
 * Time: O(changes).
 *
 * Returns: (transfer full): plain text, a JSON document or Markdown
 */
ATTRI_API char *attri_tell_changes (const AttriDiff *diff, const AttriChangesOptions *options);

/* How many changes there are, and the first of them: one line of plain text without its end.
 * (transfer full) */
ATTRI_API char *attri_tell_changes_in_short (const AttriDiff *diff);

/**
 * AttriOverlapQuestion:
 * @alias: the edge by which the focus bears the name it was asked for, or %ATTRI_NONE
 * @other: the one group to compare the focus with, or %ATTRI_NONE for all
 * @top: how many groups text and Markdown list; 0 for all
 *
 * What was asked of an overlap.
 */
typedef struct {
    guint32 alias;
    guint32 other;
    guint top;
} AttriOverlapQuestion;

/**
 * attri_tell_overlap:
 * @graph: (transfer none): the facts
 * @census: (nullable): as the overlap was asked with
 * @overlap: (transfer none): who shares tooling with the focus
 * @question: what was asked
 *
 * Who shares which tools, who says so on each side and what that rests on, and
 * what chance would give; of one other group every claim. Shared tools are not
 * shared identity, and every telling says so; CSV, which has no place for it,
 * has the numbers alone.
 *
 * Returns: (transfer full): plain text, JSON, Markdown or CSV
 */
ATTRI_API char *
attri_tell_overlap (const AttriGraph *graph, const AttriCensus *census, const AttriOverlap *overlap,
                    const AttriOverlapQuestion *question, AttriTellFormat format);

/**
 * attri_tell_paths:
 * @graph: (transfer none): the facts
 * @census: (nullable): as the paths were asked with
 * @paths: (transfer none): the chains to tell of
 * @beyond: (nullable): where there are none: chains through everything, for the
 *   sentence that says what they are worth
 *
 * Each chain as a sentence, then hop by hop every claim with hedge, claimant, what
 * it was read in, place and date; who says that two on it are distinct; its weakest
 * link; and that a chain does not make its ends one actor.
 *
 * Returns: (transfer full): plain text, JSON or Markdown
 */
ATTRI_API char *
attri_tell_paths (const AttriGraph *graph, const AttriCensus *census, const AttriPaths *paths,
                  const AttriPaths *beyond, AttriTellFormat format);

/**
 * attri_tell_sources:
 * @graph: (transfer none): the facts
 * @all: list every source; else text and Markdown list the 20 that bear most
 *
 * What a case rests on: how many statements have no, one, two or more independent
 * publishers, then each source with its grade, date and lineage, how many claims it
 * makes and carries, and how many statements nobody would assert without it; those
 * that bear most first. Editions of one source bear as that source.
 *
 * Returns: (transfer full): plain text, JSON, Markdown or CSV
 */
ATTRI_API char *attri_tell_sources (const AttriGraph *graph, gboolean all, AttriTellFormat format);

/**
 * attri_tell_history:
 * @graph: (transfer none): the facts
 * @entity: its index
 * @all: every claim about it; else only names, identity, attribution, origin,
 *   family and availability
 *
 * Every claim of who the entity is, and every retraction, by the day it was said and
 * with how that day is known; since when our files hold it, where that is more than
 * 31 days later; which was the first to say it, and who contradicted it later. What
 * nobody dates comes last.
 *
 * Time: O(n log n) in the claims about the entity.
 *
 * Returns: (transfer full): plain text, JSON or Markdown
 */
ATTRI_API char *
attri_tell_history (const AttriGraph *graph, guint32 entity, gboolean all, AttriTellFormat format);

/* The first line of a page that ends here, by which it is known again. */
#define ATTRI_WIKI_PAGE_MARK                                                                       \
    "<!-- Written by attrigraph wiki, which loses what is changed here when it runs again. -->"

/**
 * attri_tell_link:
 * @pattern: where a page is. `{page}` and `{name}` are replaced: in a pattern that begins with `[`,
 *   which is the link as the wiki writes it, else in an address, percent-encoded
 * @page: the page's name: letters, digits, `-` and `_`
 * @name: what to show; brackets and bars, which no wiki lets one escape in links of its own, are
 *   replaced there
 * @in_table: whether a bar of @pattern must be escaped
 *
 * Returns: (transfer full): Markdown of a link
 */
ATTRI_API char *
attri_tell_link (const char *pattern, const char *page, const char *name, gboolean in_table);

/**
 * AttriWikiPageOptions:
 * @sources: (nullable) (array length=n_sources): ids of the sources that are numbered already,
 *   from 1 on, as by a picture on the page; of one that the page does not know the number is left
 *   out
 * @links: (nullable) (array): by entity index, Markdown that stands for its name, or %NULL
 * @lists: write tables as lists, for wikis without GitHub's extension of CommonMark
 * @tlp: the marking that the page bears
 * @note: (nullable): a second line, an HTML comment
 */
typedef struct {
    const char *const *sources;
    guint n_sources;
    const char *const *links;
    gboolean lists;
    AttriTlp tlp;
    const char *note;
} AttriWikiPageOptions;

/**
 * AttriWikiPage:
 *
 * Several answers on one page of Markdown, while it is written: each is a chapter, sources have
 * one number on all of it, and stand at its end. It has one owner.
 */
typedef struct _AttriWikiPage AttriWikiPage;

/**
 * attri_wiki_page_new:
 * @graph: (transfer none): the facts; must outlive the page, and so must what is in @options
 */
ATTRI_API AttriWikiPage *
attri_wiki_page_new (const AttriGraph *graph, const AttriWikiPageOptions *options);
ATTRI_API void attri_wiki_page_free (AttriWikiPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriWikiPage, attri_wiki_page_free)

/* The title, the marking, and what the record of an entity says. */
ATTRI_API void attri_wiki_page_add_entity (AttriWikiPage *self, guint32 entity);
/* A title and the marking; @title is plain text. */
ATTRI_API void attri_wiki_page_add_title (AttriWikiPage *self, const char *title);
/* The file of a picture, and what it shows; a name without blanks or signs but `.`, `-`, `_`. */
ATTRI_API void
attri_wiki_page_add_picture (AttriWikiPage *self, const char *file, const char *text);
/* Plain text as a paragraph. */
ATTRI_API void attri_wiki_page_add_text (AttriWikiPage *self, const char *text);
/* What attri_tell_link() made, as a paragraph. */
ATTRI_API void attri_wiki_page_add_link (AttriWikiPage *self, const char *link);
/* What changed, under a heading that says @since when; at most @most lines of each section. */
ATTRI_API void attri_wiki_page_add_changes (AttriWikiPage *self, const AttriDiff *diff,
                                            const char *since, guint most);
/* Every claim about an entity with its sources, a row each. */
ATTRI_API void attri_wiki_page_add_claims (AttriWikiPage *self, guint32 entity);
/* As attri_tell_overlap(). */
ATTRI_API void
attri_wiki_page_add_overlap (AttriWikiPage *self, const AttriCensus *census,
                             const AttriOverlap *overlap, const AttriOverlapQuestion *question);
/* As attri_tell_history(), without what is no claim of who it is. */
ATTRI_API void attri_wiki_page_add_history (AttriWikiPage *self, guint32 entity);
/* As attri_tell_sources(), not all. */
ATTRI_API void attri_wiki_page_add_foundations (AttriWikiPage *self);
/* Entities, a row each, with how much is claimed of them, by how many, and since when. */
ATTRI_API void attri_wiki_page_add_entities (AttriWikiPage *self, const guint32 *entities, guint n);

/* The sources of all that came before, by number. */
ATTRI_API void attri_wiki_page_add_sources (AttriWikiPage *self);

/**
 * attri_wiki_page_end:
 * @self: (transfer full): the page
 *
 * Returns: (transfer full): the Markdown
 */
ATTRI_API char *attri_wiki_page_end (AttriWikiPage *self);

G_END_DECLS
