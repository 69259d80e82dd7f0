// SPDX-License-Identifier: MIT
//
// page.js: puts the parts together. The state of the page is what is chosen and what
// the filters let through; everything shown follows from these two.

function startPage() {
  const facts = readFacts(byId("facts").textContent);
  const frame = byId("frame");
  const svg = byId("sheet").querySelector("svg");
  const size = { width: svg.width.baseVal.value, height: svg.height.baseVal.value };
  const picture = makePicture(svg, facts);
  document.documentElement.classList.add("live");
  for (const controls of document.querySelectorAll(".controls")) controls.hidden = false;
  let chosen; // an entity, a box, a line, or undefined

  const filters = makeFilters(byId("filters"), facts, applyFilters);
  const panel = makePanel(byId("panel"), facts, filters, (entity) => choose(entity, true));
  const search = makeSearch(byId("search"), byId("results"), facts, (entity) => choose(entity, true));
  const view = makeView(frame, byId("sheet"), size, freePart);

  /** What of the frame neither panel nor filters cover. */
  function freePart() {
    const outer = frame.getBoundingClientRect();
    const room = { left: 0, top: 0, right: outer.width, bottom: outer.height };
    for (const cover of [byId("panel"), byId("filters")]) {
      if (cover.hidden) continue;
      const inner = cover.getBoundingClientRect();
      if (inner.width > 0.8 * outer.width) room.bottom = Math.min(room.bottom, inner.top - outer.top);
      else if (inner.left - outer.left > outer.width / 2) room.right = inner.left - outer.left;
      else room.left = inner.right - outer.left;
    }
    return room;
  }

  /** What stands in front: with a box all that some claim joins with it, with a line its ends. */
  function neighbours() {
    if (chosen === undefined) return undefined;
    if (chosen.left !== undefined) return new Set([chosen, chosen.left, chosen.right]);
    const entities = chosen.holds ?? [chosen];
    const edges = new Set(entities.flatMap((entity) => entity.edges).filter(isOn));
    const near = new Set(chosen.holds !== undefined ? [chosen] : chosen.boxes);
    for (const line of facts.lines)
      if (line.edges.some((edge) => edges.has(edge))) near.add(line).add(line.left).add(line.right);
    for (const edge of edges)
      for (const entity of [edge.from, edge.to])
        if (entity?.boxes[0] !== undefined) near.add(entity.boxes[0]);
    return near;
  }

  function isOn(edge) {
    return edge.claims.some(filters.allowsClaim);
  }

  function isPartOn(part) {
    if (filters.isWhole()) return true;
    if (part.left !== undefined) return part.edges.length === 0 || part.edges.some(isOn);
    if (part.holds.length === 0) return true;
    return part.holds.some((entity) => filters.allowsEntity(entity) && (entity.edges.length === 0 || entity.edges.some(isOn)));
  }

  function surrounding(parts) {
    const rects = [...parts].map((part) => part.rect).filter(Boolean);
    const x = Math.min(...rects.map((rect) => rect.x));
    const y = Math.min(...rects.map((rect) => rect.y));
    const right = Math.max(...rects.map((rect) => rect.x + rect.width));
    const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
    return { x, y, width: right - x, height: bottom - y };
  }

  function showChosen() {
    if (chosen === undefined) panel.hide();
    else if (chosen.left !== undefined) panel.showLine(chosen);
    else if (chosen.holds !== undefined) panel.showBox(chosen);
    else panel.showEntity(chosen);
  }

  /** An entity with a box of its own is that box. */
  function boxOf(part) {
    if (part === undefined || part.left !== undefined) return undefined;
    return part.holds !== undefined ? part : part.boxes[0];
  }

  function choose(part, reveal) {
    const box = boxOf(part);
    const wasWhole = view.isWhole();
    chosen = part !== undefined && box?.entity === part ? box : part;
    const near = neighbours();
    picture.highlight(near, box);
    showChosen();
    if (wasWhole && part !== undefined && near.size > 0) view.show(surrounding(near));
    else if (wasWhole) view.fit(true);
    else if (reveal && box?.rect !== undefined) view.reveal(box.rect);
    if (part === undefined) return tell("Nothing is chosen");
    const claims = new Set((part.left !== undefined ? part.edges : (part.holds ?? [part]).flatMap((e) => e.edges)).flatMap((e) => e.claims));
    return tell(`${part.name ?? `${part.left.name} and ${part.right.name}`}: ${plural(claims.size, "claim")}`);
  }

  function applyFilters() {
    picture.filter(isPartOn);
    picture.highlight(neighbours(), boxOf(chosen));
    showChosen();
    const n = facts.claims.filter(filters.allowsClaim).length;
    const text = `${n} of ${plural(facts.claims.length, "claim")} shown`;
    filters.say(text);
    byId("filter").classList.toggle("active", !filters.isWhole());
    tell(text);
  }

  function toggleFilters(open = byId("filters").hidden) {
    const wasWhole = view.isWhole();
    byId("filters").hidden = !open;
    byId("filter").setAttribute("aria-expanded", String(open));
    if (open) byId("filters").querySelector("button, input").focus();
    else byId("filter").focus();
    if (wasWhole) view.fit(true);
  }

  /** Everything as it was when the page was opened, but for the filters' panel being open. */
  function showAll() {
    search.clear();
    filters.reset();
    applyFilters();
    choose(undefined);
    view.fit(true);
    tell("The full picture");
  }

  function isTyping(target) {
    return target.matches("input:not([type=checkbox]), textarea, select");
  }

  const keys = {
    "/": () => byId("search").focus(),
    f: () => toggleFilters(),
    "?": () => byId("keys").showModal(),
    "+": () => view.zoomBy(STEP, undefined, true),
    "=": () => view.zoomBy(STEP, undefined, true),
    "-": () => view.zoomBy(1 / STEP, undefined, true),
    0: () => view.fit(true),
  };
  const ways = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };

  function onKey(event) {
    if (byId("keys").open || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      showAll();
      if (isTyping(event.target) || byId("panel").contains(event.target)) picture.focus();
    } else if (isTyping(event.target)) return;
    else if (event.shiftKey && ways[event.key] !== undefined) view.panBy(...ways[event.key]);
    else if (keys[event.key] !== undefined) keys[event.key]();
    else return;
    event.preventDefault();
  }

  /** The part of an address after # names an entity, so that a link can lead to it. */
  function followAddress() {
    let id;
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const entity = facts.entities.find((candidate) => candidate.id === id);
    if (entity !== undefined) choose(entity, true);
  }

  picture.listen((part) => choose(part, false), (box) => view.reveal(box.rect));
  frame.addEventListener("click", (event) => event.target.closest("svg") === null && choose(undefined));
  document.addEventListener("keydown", onKey);
  byId("filter").addEventListener("click", () => toggleFilters());
  byId("smaller").addEventListener("click", keys["-"]);
  byId("larger").addEventListener("click", keys["+"]);
  byId("fit").addEventListener("click", () => view.fit(true));
  byId("help").addEventListener("click", keys["?"]);
  let width = frame.clientWidth;
  new ResizeObserver(() => {
    if (frame.clientWidth !== width) view.fit(false);
    width = frame.clientWidth;
  }).observe(frame);
  window.addEventListener("hashchange", followAddress);
  filters.say(`${plural(facts.claims.length, "claim")}, all shown`);
  followAddress();
}

startPage();
