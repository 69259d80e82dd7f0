// SPDX-License-Identifier: MIT
//
// picture.js: the picture's elements learn which box or line they are part of, can be
// pointed at and reached by keys, and are dimmed or not. It changes no place and no
// colour: the picture stays the one that was drawn.

const FAR = 4; // pixels: a pointer that moved so far has dragged
const MANY = 600; // parts, above which nothing fades softly

function makePicture(svg, facts) {
  const all = [svg, ...svg.querySelectorAll("*")];
  const partOf = new Map(); // element → box or line
  const ring = { focus: makeRing("focused"), pick: makeRing("picked") };
  let current; // the one box that Tab reaches

  function makeRing(name) {
    const rect = makeSvg("rect", { class: `ring ${name}`, rx: 8, fill: "none", "aria-hidden": "true" });
    rect.style.display = "none";
    return rect;
  }

  function adopt(part) {
    part.elements = part.elements.map((place) => all[place]);
    for (const element of part.elements) {
      element.classList.add("part");
      partOf.set(element, part);
    }
  }

  /** In units of the sheet, before anything has moved it. */
  function measure(corner, element) {
    const seen = element.getBoundingClientRect();
    const scale = corner.width / svg.width.baseVal.value;
    return {
      x: (seen.left - corner.left) / scale,
      y: (seen.top - corner.top) / scale,
      width: seen.width / scale,
      height: seen.height / scale,
    };
  }

  /** A wide unseen stroke under each line, for pointers that cannot aim. */
  function widen(line) {
    for (const element of line.elements)
      for (const path of element.querySelectorAll("path")) {
        const wide = path.cloneNode(false);
        for (const name of ["class", "stroke-dasharray", "stroke-linecap"]) wide.removeAttribute(name);
        wide.setAttribute("stroke", "transparent");
        wide.setAttribute("stroke-width", "14");
        wide.setAttribute("pointer-events", "stroke");
        path.before(wide);
      }
  }

  function describe(box) {
    const kind = box.entity !== undefined ? facts.types.get(box.entity.type).label : undefined;
    const n = new Set(box.holds.flatMap((entity) => entity.edges)).size;
    return [kind, plural(n, "relation")].filter(Boolean).join(", ");
  }

  function prepare() {
    facts.boxes.forEach(adopt);
    facts.lines.forEach(adopt);
    const corner = svg.getBoundingClientRect();
    for (const box of facts.boxes) {
      box.element = box.elements[0];
      if (box.element === undefined) continue;
      box.rect = measure(corner, box.element);
      box.element.setAttribute("tabindex", "-1");
      box.element.setAttribute("role", "button");
      box.element.setAttribute("aria-pressed", "false");
      // Its name is the title that the picture gives it, or its text.
      box.element.setAttribute("aria-description", shown(describe(box)));
    }
    if (facts.lines.length <= MANY) facts.lines.forEach(widen);
    // What a link says can be followed from the panel; here a click asks.
    for (const link of svg.querySelectorAll("a")) {
      if (link.querySelector(".part") !== null || link.closest(".part") !== null) {
        link.removeAttribute("href");
      } else {
        link.setAttribute("target", "_blank");
        link.setAttribute("rel", "noopener noreferrer");
      }
    }
    svg.setAttribute("role", "group");
    // Chromium would stop at it as something that scrolls.
    svg.setAttribute("tabindex", "-1");
    svg.append(ring.pick, ring.focus);
    if (all.length < 20 * MANY) svg.classList.add("soft");
    makeCurrent(drawn()[0]);
  }

  /** In the order of reading: by column, from top to bottom. */
  function drawn() {
    const boxes = facts.boxes.filter((box) => box.element !== undefined);
    return boxes.sort((a, b) => a.column - b.column || a.rect.y - b.rect.y || a.rect.x - b.rect.x);
  }

  function makeCurrent(box) {
    current?.element.setAttribute("tabindex", "-1");
    current = box;
    current?.element.setAttribute("tabindex", "0");
  }

  function surround(rect, box) {
    rect.style.display = box === undefined ? "none" : "";
    if (box === undefined) return;
    const gap = 4;
    rect.setAttribute("x", box.rect.x - gap);
    rect.setAttribute("y", box.rect.y - gap);
    rect.setAttribute("width", box.rect.width + 2 * gap);
    rect.setAttribute("height", box.rect.height + 2 * gap);
  }

  /** The nearest box on the way of an arrow key: straight ahead counts more than aside. */
  function nextTo(box, key) {
    const ahead = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    const middle = ({ rect }) => [rect.x + rect.width / 2, rect.y + rect.height / 2];
    const [x, y] = middle(box);
    let best;
    let least = Infinity;
    for (const other of drawn()) {
      const [u, v] = middle(other);
      const forward = (u - x) * ahead[0] + (v - y) * ahead[1];
      const aside = Math.abs((u - x) * ahead[1]) + Math.abs((v - y) * ahead[0]);
      if (other === box || forward < 1 || aside > 3 * forward) continue;
      if (forward + 2 * aside < least) {
        least = forward + 2 * aside;
        best = other;
      }
    }
    return best;
  }

  /** The box or line that an event happened on. */
  function partAt(target) {
    for (let element = target; element !== null && element !== svg; element = element.parentElement)
      if (partOf.has(element)) return partOf.get(element);
    return undefined;
  }

  function isBox(part) {
    return part !== undefined && part.lines !== undefined;
  }

  function onKey(event, choose) {
    const box = partAt(event.target);
    if (!isBox(box) || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const boxes = drawn();
    let next;
    if (event.key === "Enter" || event.key === " ") choose(box);
    else if (event.key === "Home") next = boxes[0];
    else if (event.key === "End") next = boxes[boxes.length - 1];
    else if (event.key.startsWith("Arrow")) next = nextTo(box, event.key);
    else return;
    event.preventDefault();
    if (next !== undefined) next.element.focus({ preventScroll: true });
  }

  /** CHOOSE gets a box, a line, or undefined where nothing is; ARRIVE a box that has the focus. */
  function listen(choose, arrive) {
    let down = null;
    svg.addEventListener("pointerdown", (event) => (down = event));
    svg.addEventListener("click", (event) => {
      const moved = down === null ? 0 : Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
      const part = partAt(event.target);
      if (moved > FAR) return event.preventDefault();
      if (part === undefined && event.target.closest("a[href]") !== null) return undefined;
      return choose(part);
    });
    svg.addEventListener("keydown", (event) => onKey(event, choose));
    svg.addEventListener("focusin", (event) => {
      const box = partAt(event.target);
      if (!isBox(box)) return;
      makeCurrent(box);
      const byKey = event.target.matches(":focus-visible");
      surround(ring.focus, byKey ? box : undefined);
      if (byKey) arrive(box);
    });
    svg.addEventListener("focusout", () => surround(ring.focus, undefined));
  }

  /** Everything but NEAR steps back; without NEAR nothing does. */
  function highlight(near, box) {
    svg.classList.toggle("picked", near !== undefined);
    for (const part of [...facts.boxes, ...facts.lines])
      for (const element of part.elements) element.classList.toggle("near", near !== undefined && near.has(part));
    for (const other of facts.boxes) other.element?.setAttribute("aria-pressed", String(other === box));
    surround(ring.pick, box?.element === undefined ? undefined : box);
    if (box?.element !== undefined) makeCurrent(box);
  }

  /** What IS_ON does not let through is hardly to be seen. */
  function filter(isOn) {
    let off = 0;
    for (const part of [...facts.boxes, ...facts.lines]) {
      const on = isOn(part);
      off += !on;
      for (const element of part.elements) element.classList.toggle("off", !on);
    }
    return off;
  }

  prepare();
  return { listen, highlight, filter, isBox, focus: () => current?.element.focus({ preventScroll: true }) };
}
