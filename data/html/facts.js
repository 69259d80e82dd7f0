"use strict";
// SPDX-License-Identifier: MIT
//
// facts.js: the JSON beside the picture becomes entities, edges and claims that
// know each other. Nothing here touches the page.

const HEDGES = ["stated", "assessed", "suspected", "alleged"];
const CHANGES = { added: "new", removed: "gone", changed: "changed" };

/** A month counts at its end, a year too: what a date can be compared as. */
function endOf(date) {
  return date === undefined ? undefined : (date + "-12-31".slice(date.length - 4)).slice(0, 10);
}

function readFacts(text) {
  const facts = JSON.parse(text);
  const entityOf = new Map(facts.entities.map((entity) => [entity.id, entity]));
  const sourceOf = new Map(facts.sources.map((source) => [source.id, source]));
  const byWord = (rows) => new Map(rows.map((row) => [row.type, row]));
  facts.types = byWord(facts.types);
  facts.relations = byWord(facts.relations);
  facts.claims = [];
  for (const entity of facts.entities) {
    entity.edges = [];
    entity.boxes = [];
    entity.names = [];
  }
  for (const edge of facts.edges) {
    edge.from = entityOf.get(edge.from);
    edge.to = entityOf.get(edge.to);
    edge.from.edges.push(edge);
    if (edge.to !== undefined && edge.to !== edge.from) edge.to.edges.push(edge);
    if (edge.type === "alias") edge.from.names.push(edge.value);
    for (const claim of edge.claims) {
      claim.edge = edge;
      claim.claimant = sourceOf.get(claim.claimant);
      claim.day = endOf(claim.said_on);
      for (const citation of claim.citations) {
        citation.source = sourceOf.get(citation.source);
        citation.cites = sourceOf.get(citation.cites);
      }
      facts.claims.push(claim);
    }
  }
  joinPicture(facts, entityOf);
  return facts;
}

/** Boxes and lines of the picture get the entities and edges they stand for. */
function joinPicture(facts, entityOf) {
  facts.boxes.forEach((box, index) => {
    box.index = index;
    box.lines = [];
    box.entity = entityOf.get(box.key);
    box.holds = box.holds.map((row) => facts.entities[row]);
    if (box.entity !== undefined && !box.holds.includes(box.entity)) box.holds.unshift(box.entity);
    for (const entity of box.holds) entity.boxes.push(box);
  });
  // Its own box comes before panels that list it.
  for (const entity of facts.entities)
    entity.boxes.sort((a, b) => (b.entity === entity) - (a.entity === entity));
  facts.lines.forEach((line) => {
    line.edges = line.edges.map((row) => facts.edges[row]);
    line.left = facts.boxes[line.left];
    line.right = facts.boxes[line.right];
    line.left.lines.push(line);
    line.right.lines.push(line);
  });
}

/** Marks that fonts set above or below one another without end, and what may stand between them. */
const STACKING = "[\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670"
  + "\\u06d6-\\u06ed\\u0951-\\u0954\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e\\u0eb1\\u0eb4-\\u0ebc\\u0ec8-\\u0ece"
  + "\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]";
const SELECTORS = "[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]*";
const UNSEEN = "[\\u00ad\\u0488\\u0489\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\u20dd-\\u20e0\\u20e2\\u20e4\\ufeff"
  + "\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]";
const HIDDEN = new RegExp(`${UNSEEN}|(?<=(?:${STACKING}${SELECTORS}){3})${STACKING}`, "gu");

/**
 * Characters that change what is seen without being seen become marks, as in the picture
 * (src/base/text.c), and so does what is stacked beyond three on one letter.
 */
function shown(text) {
  const control = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g;
  return String(text)
    .replace(control, "\ufffd")
    .replace(HIDDEN, (c, at, all) => {
      const joins = c === "\u200d" && /\p{Extended_Pictographic}\ufe0f?$/u.test(all.slice(0, at));
      return joins ? c : `\u27e8U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}\u27e9`;
    });
}

/** An address that may be followed, or nothing. */
function safeLink(url) {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}

/** For comparing what was typed with what is written. */
function folded(text) {
  return String(text).normalize("NFKC").toLowerCase();
}
