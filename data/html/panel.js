// SPDX-License-Identifier: MIT
//
// panel.js: what is claimed of an entity or a line, each claim with who says it, when,
// how firmly, and what it was read in.

/** What a reader asks first comes first; relations that are not here follow by name. */
const ORDER = ["alias", "same-as", "alias-of", "part-of", "overlaps-with", "distinct-from", "attributed-to",
  "sponsored-by", "uses", "targets", "variant-of", "availability", "prevalence"];

/** Of many kinds in one relation these come first, and techniques, of which there are most, last. */
const KINDS = ["intrusion-set", "threat-actor", "campaign", "malware", "tool"];
const LAST_KIND = "attack-pattern";

const STANCES = { doubts: "doubted", denies: "denied", withdraws: "withdrawn" };
const READINGS = { verbatim: "word for word", paraphrase: "in our words", inferred: "by our inference" };

function makePanel(root, facts, filters, choose) {
  function about(entity) {
    return makeButton(entity.name, () => choose(entity), { class: "name", title: shown(entity.id) });
  }

  function changeBadge(row) {
    if (row.change === undefined) return undefined;
    const title = row.was === undefined ? undefined : shown(row.was);
    return make("span", { class: `change ${row.change}`, title }, CHANGES[row.change]);
  }

  /** A marking that is not that of the whole picture. */
  function tlpBadge(row) {
    if (row.tlp === undefined || row.tlp === facts.tlp) return undefined;
    const word = row.tlp.toLowerCase().replace("+", "-");
    return make("span", { class: `tlp small ${word}` }, `TLP:${row.tlp}`);
  }

  /** "[4] Recorded Future, Insikt Group" with the title of what it published behind it. */
  function sourceName(source) {
    const link = makeLink(nameOfSource(source), source.url);
    link.title = shown(source.title ?? source.id);
    return link;
  }

  function sayWhen(claim) {
    const parts = [claim.said_on];
    if (claim.start_time !== undefined) parts.push(`from ${claim.start_time}`);
    if (claim.stop_time !== undefined) parts.push(`until ${claim.stop_time}`);
    if (claim.ongoing) parts.push("ongoing");
    const said = parts.filter(Boolean);
    return said.map((text) => [", ", make("span", { class: "day" }, text)]).flat();
  }

  function sayHow(claim) {
    const words = [STANCES[claim.stance] ?? claim.hedge];
    const confidence = claim.confidence_word ?? claim.confidence;
    if (confidence !== undefined) words.push(`confidence ${confidence}`);
    if (claim.revoked !== undefined) words.push("revoked");
    if (claim.withdrawn) words.push("since withdrawn");
    return words.join(", ");
  }

  /** What it was read in, where that is not the claimant's own text; and where in it. */
  function sayReading(claim, citation) {
    const parts = [];
    if (citation.source !== undefined && citation.source !== claim.claimant)
      parts.push("read in ", sourceName(citation.source));
    for (const words of [citation.locator, READINGS[citation.reading]])
      if (words !== undefined) parts.push(parts.length > 0 ? `, ${words}` : words);
    if (citation.cites !== undefined) parts.push(parts.length > 0 ? ", citing " : "citing ", sourceName(citation.cites));
    if (citation.source?.reliability !== undefined) parts.push(` · our grade ${citation.source.reliability}`);
    return parts.length > 0 ? make("p", { class: "quiet" }, parts) : undefined;
  }

  function places(claim) {
    if (claim.in === undefined) return undefined;
    const names = claim.in.map((id) => facts.entities.find((entity) => entity.id === id)?.name ?? id);
    return make("p", {}, `in ${names.join(", ")}`);
  }

  function ourView(claim) {
    if (claim.assessment === undefined) return undefined;
    const { confidence, by, date, why } = claim.assessment;
    const who = [by, date].filter(Boolean).join(", ");
    return make("p", { class: "ours" }, `Our assessment: ${confidence ?? "none"}${who ? ` (${who})` : ""}${why ? `: ${why}` : ""}`);
  }

  function claimItem(claim) {
    const quotes = claim.citations.map((citation) => citation.quote).filter((quote) => quote && quote !== claim.wording);
    return make(
      "li",
      { class: "claim" },
      make("p", { class: "who" }, claim.stance in STANCES ? undefined : makeSample(claim.hedge), make("span", { class: "how" }, sayHow(claim)), " ",
        sourceName(claim.claimant), sayWhen(claim), changeBadge(claim), tlpBadge(claim)),
      claim.wording !== undefined ? make("p", { class: "wording" }, `“${claim.wording}”`) : undefined,
      claim.said_of !== undefined ? make("p", { class: "quiet" }, `said of ${claim.said_of}`) : undefined,
      quotes.map((quote) => make("blockquote", {}, quote)),
      claim.purpose !== undefined ? make("p", {}, `for ${claim.purpose}`) : undefined,
      places(claim),
      claim.citations.map((citation) => sayReading(claim, citation)),
      claim.note !== undefined ? make("p", { class: "quiet" }, claim.note) : undefined,
      ourView(claim),
    );
  }

  function edgeItem(edge, entity) {
    const other = otherOf(edge, entity);
    const claims = edge.claims.filter(filters.allowsClaim);
    const first = edge.claims[0];
    const count = first.of !== undefined ? `${first.groups} of ${first.of} groups` : undefined;
    const value = edge.value ?? count;
    return make(
      "li",
      { class: "edge" },
      make("p", { class: "to" }, value !== undefined ? make("strong", {}, value) : about(other),
        edge.disputed ? make("span", { class: "disputed" }, "disputed") : undefined),
      make("ul", { class: "claims" }, claims.map(claimItem)),
    );
  }

  const otherOf = (edge, entity) => (edge.from === entity ? edge.to : edge.from);

  function rankOfKind(kind) {
    const place = KINDS.indexOf(kind);
    if (place >= 0) return place;
    return kind === LAST_KIND ? KINDS.length + 1 : KINDS.length;
  }

  /** CHAPTER by name; if it leads to several kinds, a chapter for each. */
  function byKind(chapter, entity) {
    const name = (edge) => folded(otherOf(edge, entity)?.name ?? edge.value ?? "");
    const kind = (edge) => otherOf(edge, entity)?.type;
    const edges = [...chapter.edges].sort((a, b) => (name(a) < name(b) ? -1 : Number(name(a) > name(b))));
    const kinds = [...new Set(edges.map(kind))].sort((a, b) => rankOfKind(a) - rankOfKind(b));
    if (kinds.length === 1) return [{ title: chapter.title, edges }];
    return kinds.map((one) => ({
      title: [chapter.title, facts.types.get(one)?.plural].filter(Boolean).join(" "),
      edges: edges.filter((edge) => kind(edge) === one),
    }));
  }

  /** The edges of ENTITY by what they say of it, those that a filter leaves nothing of apart. */
  function chapters(entity) {
    const found = new Map();
    let hidden = 0;
    for (const edge of entity.edges) {
      const left = edge.claims.filter(filters.allowsClaim).length;
      hidden += edge.claims.length - left;
      if (left === 0) continue;
      const words = facts.relations.get(edge.type);
      const title = edge.type === "alias" ? "also called" : edge.from === entity ? words.forward : words.backward;
      const place = ORDER.indexOf(edge.type);
      const rank = (place < 0 ? ORDER.length : place) + (edge.from === entity ? 0 : 0.5);
      if (!found.has(title)) found.set(title, { title, rank, edges: [] });
      found.get(title).edges.push(edge);
    }
    const sorted = [...found.values()].sort((a, b) => a.rank - b.rank);
    return { sorted: sorted.flatMap((chapter) => byKind(chapter, entity)), hidden };
  }

  function references(entity) {
    const links = (entity.external_references ?? []).filter((row) => row.external_id ?? row.url);
    if (links.length === 0) return undefined;
    return make("p", { class: "links" }, links.map((row) => {
      const link = makeLink(row.external_id ?? row.source_name, row.url);
      if (link.href === undefined) link.className = "quiet";
      return link;
    }));
  }

  function lifetime(entity) {
    const parts = [];
    if (entity.naming === "provisional") parts.push("provisional name");
    if (entity.first_seen !== undefined) parts.push(`first seen ${entity.first_seen}`);
    if (entity.last_seen !== undefined) parts.push(`last seen ${entity.last_seen}`);
    if (entity.country !== undefined) parts.push(entity.country);
    if (entity.placeholder) parts.push("named by a relationship only");
    return parts.length > 0 ? make("p", { class: "quiet" }, parts.join(" · ")) : undefined;
  }

  function head(kind, title, ...badges) {
    return make("div", { class: "head" },
      make("div", {}, make("p", { class: "kind" }, kind, badges), make("h2", {}, title)),
      makeButton("×", () => choose(undefined), { class: "close", "aria-label": "Close" }));
  }

  function entityPart(entity) {
    const { sorted, hidden } = chapters(entity);
    const summary = entity.description?.length > 160
      ? make("details", {}, make("summary", {}, "Description"), make("p", {}, entity.description))
      : entity.description !== undefined ? make("p", {}, entity.description) : undefined;
    return [
      lifetime(entity),
      references(entity),
      summary,
      sorted.map(({ title, edges }) => [
        make("h3", {}, title, edges.length > 1 ? make("span", { class: "count" }, edges.length) : undefined),
        make("ul", { class: "edges" }, edges.map((edge) => edgeItem(edge, entity))),
      ]).flat(),
      entity.edges.length === 0 ? make("p", { class: "quiet" }, "Nothing is claimed of it here.") : undefined,
      hidden > 0 ? make("p", { class: "quiet" }, `${plural(hidden, "claim")} left out by the filters.`) : undefined,
    ].flat();
  }

  function list(entities) {
    return make("ul", { class: "members" }, entities.map((entity) =>
      make("li", {}, about(entity), make("span", { class: "quiet" }, facts.types.get(entity.type).label))));
  }

  function show(...children) {
    root.replaceChildren(...children.flat().filter(Boolean));
    root.hidden = false;
    root.scrollTop = 0;
  }

  function showEntity(entity) {
    const undrawn = entity.boxes.length === 0
      ? make("p", { class: "quiet" }, "It has no box in this picture.") : undefined;
    const within = entity.boxes[0] !== undefined && entity.boxes[0].entity !== entity
      ? make("p", { class: "quiet" }, `In the picture it is part of “${entity.boxes[0].name}”.`) : undefined;
    const others = entity.boxes[0]?.entity === entity ? entity.boxes[0].holds.filter((other) => other !== entity) : [];
    show(
      head(facts.types.get(entity.type).label, entity.name, changeBadge(entity), tlpBadge(entity)),
      undrawn,
      within,
      entityPart(entity),
      others.length > 0 ? [make("h3", {}, "In the same box"), list(others)] : undefined,
    );
  }

  function showBox(box) {
    if (box.entity !== undefined) return showEntity(box.entity);
    return show(head(plural(box.holds.length, "entity", "entities"), box.name), list(box.holds));
  }

  function sentence(edge) {
    const words = facts.relations.get(edge.type).forward;
    return make("p", { class: "sentence" }, about(edge.from), ` ${words} `,
      edge.to !== undefined ? about(edge.to) : make("strong", {}, edge.value ?? ""),
      edge.disputed ? make("span", { class: "disputed" }, "disputed") : undefined);
  }

  function showLine(line) {
    const claims = line.edges.flatMap((edge) => edge.claims);
    const left = claims.filter(filters.allowsClaim);
    show(
      head("line", `${line.left.name} – ${line.right.name}`),
      line.edges.map((edge) => {
        const kept = edge.claims.filter(filters.allowsClaim);
        return kept.length > 0
          ? make("div", { class: "edge" }, sentence(edge), make("ul", { class: "claims" }, kept.map(claimItem)))
          : undefined;
      }),
      left.length < claims.length
        ? make("p", { class: "quiet" }, `${plural(claims.length - left.length, "claim")} left out by the filters.`) : undefined,
    );
  }

  return { showEntity, showBox, showLine, hide: () => (root.hidden = true) };
}
