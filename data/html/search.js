// SPDX-License-Identifier: MIT
//
// search.js: a box to type in and a list of what is called so (the combobox pattern of
// the ARIA Authoring Practices).

const MOST_FOUND = 50;

function makeSearch(input, list, facts, choose) {
  const index = facts.entities.map((entity) => ({
    entity,
    name: folded(entity.name),
    others: [...entity.names, entity.id, ...(entity.external_references ?? []).map((row) => row.external_id ?? "")]
      .filter(Boolean)
      .map((text) => ({ text, key: folded(text) })),
  }));
  let found = [];
  let active = -1;

  /** Lower is better; names before what else it is called, beginnings before middles. */
  function rank(row, wanted) {
    if (row.name === wanted) return 0;
    if (row.name.startsWith(wanted)) return 1;
    if (row.name.includes(` ${wanted}`)) return 2;
    if (row.name.includes(wanted)) return 3;
    if (row.others.some(({ key }) => key.startsWith(wanted))) return 4;
    if (row.others.some(({ key }) => key.includes(wanted))) return 5;
    return Infinity;
  }

  function find(text) {
    const wanted = folded(text.trim());
    if (wanted === "") return [];
    return index
      .map((row) => ({ ...row, rank: rank(row, wanted), wanted }))
      .filter((row) => row.rank < Infinity)
      .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
  }

  function item(row, place) {
    const alias = row.rank > 3 ? row.others.find(({ key }) => key.includes(row.wanted)) : undefined;
    const element = make("li", { role: "option", id: `found-${place}`, "aria-selected": "false" },
      make("span", { class: "words" }, row.entity.name),
      make("span", { class: "quiet" }, alias !== undefined ? alias.text : facts.types.get(row.entity.type).label));
    // The focus stays in the box that is typed in.
    element.addEventListener("pointerdown", (event) => event.preventDefault());
    element.addEventListener("click", () => take(row));
    return element;
  }

  function open(rows) {
    found = rows.slice(0, MOST_FOUND);
    list.replaceChildren(...found.map(item));
    if (rows.length === 0 && input.value.trim() !== "")
      list.append(make("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nothing is called so"));
    list.hidden = input.value.trim() === "";
    input.setAttribute("aria-expanded", String(!list.hidden));
    move(found.length > 0 ? 0 : -1);
    if (list.hidden) return;
    const more = rows.length > found.length ? `the first ${found.length} of ` : "";
    tell(more + plural(rows.length, "result"));
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function move(to) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = to;
    const element = active < 0 ? undefined : list.children[active];
    element?.setAttribute("aria-selected", "true");
    element?.scrollIntoView({ block: "nearest" });
    if (element === undefined) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", element.id);
  }

  function take(row) {
    input.value = row.entity.name;
    close();
    choose(row.entity);
  }

  input.addEventListener("input", () => open(find(input.value)));
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.hidden) open(find(input.value));
    else if (event.key === "ArrowDown") move(Math.min(active + 1, found.length - 1));
    else if (event.key === "ArrowUp") move(Math.max(active - 1, 0));
    else if (event.key === "Enter" && !list.hidden && found[active] !== undefined) take(found[active]);
    else return;
    event.preventDefault();
  });
  return { clear: () => ((input.value = ""), close()) };
}
