// SPDX-License-Identifier: MIT
//
// filters.js: which claims count: by kind of entity, by how firmly it is said, by who
// says it and when, and in a comparison by what became of it.

const SAMPLES = { stated: "", assessed: "8 4", suspected: "1.5 4.5", alleged: "1.5 4.5" };

/** A short line in the dash of the picture. */
function makeSample(hedge) {
  const svg = makeSvg("svg", { class: "sample", viewBox: "0 0 34 8", "aria-hidden": "true" });
  const path = makeSvg("path", { d: "M2 4h30" });
  if (SAMPLES[hedge] !== "") path.setAttribute("stroke-dasharray", SAMPLES[hedge]);
  svg.append(path);
  return svg;
}

function countBy(rows, keyOf) {
  const counts = new Map();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}

function nameOfSource(source) {
  return `${source.number > 0 ? `[${source.number}] ` : ""}${source.publisher ?? source.title ?? source.id}`;
}

function makeFilters(root, facts, changed) {
  const facets = [];
  const from = makeDate("From");
  const to = makeDate("To");
  const summary = make("p", { class: "quiet" });

  function makeDate(label) {
    const days = facts.claims.map((claim) => claim.day).filter(Boolean).sort();
    const input = make("input", { type: "date", min: days[0], max: days[days.length - 1] });
    input.addEventListener("change", changed);
    return { input, label: make("label", { class: "date" }, label, input) };
  }

  /** Check boxes for the values of one property; all are checked at first. */
  function addFacet(title, values, valueOf) {
    if (values.length < 2) return;
    const boxes = new Map();
    const items = values.map(({ value, words, count, sample, hint }) => {
      const box = make("input", { type: "checkbox" });
      box.checked = true;
      box.addEventListener("change", changed);
      boxes.set(value, box);
      const text = make("span", { class: "words" }, words);
      return make("li", {}, make("label", { title: hint }, box, sample, text, make("span", { class: "count" }, count)));
    });
    const all = () => [...boxes.values()];
    const set = (on) => {
      for (const box of all()) box.checked = on;
      changed();
    };
    const quick =
      values.length > 4
        ? make("p", { class: "quick" }, makeButton("all", () => set(true), { "aria-label": `${title}: all` }),
            makeButton("none", () => set(false), { "aria-label": `${title}: none` }))
        : undefined;
    const list = make("ul", { class: "checks" }, items);
    root.append(make("fieldset", {}, make("legend", {}, title), quick, list));
    facets.push({
      valueOf,
      title,
      allows: (value) => boxes.get(value)?.checked ?? true,
      isWhole: () => all().every((box) => box.checked),
      reset: () => all().forEach((box) => (box.checked = true)),
    });
  }

  function addAll() {
    const kinds = countBy(facts.entities, (entity) => entity.type);
    addFacet(
      "Kind",
      [...kinds].map(([value, count]) => ({ value, count, words: facts.types.get(value).plural })),
      undefined,
    );
    const hedges = countBy(facts.claims, (claim) => claim.hedge);
    addFacet(
      "How firmly",
      HEDGES.filter((hedge) => hedges.has(hedge)).map((value) => ({
        value,
        count: hedges.get(value),
        words: value,
        sample: makeSample(value),
      })),
      (claim) => claim.hedge,
    );
    if (facts.compares) {
      const changes = countBy(facts.claims, (claim) => claim.change ?? "");
      addFacet(
        "What changed",
        [...changes].map(([value, count]) => ({ value, count, words: CHANGES[value] ?? "as before" })),
        (claim) => claim.change ?? "",
      );
    }
    root.append(
      make("fieldset", {}, make("legend", {}, "When it was said"), make("div", { class: "dates" }, from.label, to.label),
        make("p", { class: "quiet" }, "A month counts at its end; what has no date stays.")),
    );
    const sources = [...countBy(facts.claims, (claim) => claim.claimant)];
    sources.sort(([a], [b]) => (a.number || 1e9) - (b.number || 1e9));
    addFacet(
      "Who says so",
      sources.map(([value, count]) => ({
        value,
        count,
        words: nameOfSource(value),
        hint: shown([value.title, value.published].filter(Boolean).join(", ")),
      })),
      (claim) => claim.claimant,
    );
  }

  function allowsClaim(claim) {
    for (const facet of facets)
      if (facet.valueOf !== undefined && !facet.allows(facet.valueOf(claim))) return false;
    const { edge, day } = claim;
    if (day !== undefined && from.input.value !== "" && day < from.input.value) return false;
    if (day !== undefined && to.input.value !== "" && day > to.input.value) return false;
    return allowsEntity(edge.from) && (edge.to === undefined || allowsEntity(edge.to));
  }

  function allowsEntity(entity) {
    const kind = facets.find((facet) => facet.valueOf === undefined);
    return kind === undefined || kind.allows(entity.type);
  }

  function isWhole() {
    return facets.every((facet) => facet.isWhole()) && from.input.value === "" && to.input.value === "";
  }

  function reset() {
    for (const facet of facets) facet.reset();
    from.input.value = to.input.value = "";
  }

  root.append(
    make("div", { class: "head" }, make("h2", {}, "Filters"),
      makeButton("Reset", () => (reset(), changed()), { class: "reset" })),
    summary,
  );
  addAll();
  return { allowsClaim, allowsEntity, isWhole, reset, say: (text) => (summary.textContent = text) };
}
