// SPDX-License-Identifier: MIT
//
// The contrast of everything a picture shows with what lies behind it, as WCAG 2.2
// defines it, from the colours that the browser gives it. `contrast` is run inside a
// page and uses nothing from outside itself.

/**
 * What is too faint in every SVG of the page: [{ picture, compared, faults: [words] }].
 *
 * A text needs 4.5:1 (1.4.3); a line, a frame, an icon, a badge and the filled part of
 * a bar need 3:1 (1.4.11). Exempt are rules, which only repeat what the space between
 * things says, the empty part of a bar, whose caption says it in figures, and the black
 * that TLP 2.0 wants behind a marking, whose letters bear the meaning. Behind a thing
 * lies the rectangle painted last before it where it stands.
 */
export function contrast() {
  const TEXT = 4.5;
  const GRAPHICS = 3;
  const STEP = 12; // pixels from sample to sample along a line

  function channels(color) {
    const match = color.match(/^rgb\((\d+), (\d+), (\d+)\)$/);
    return match ? match.slice(1).map(Number) : null;
  }

  function luminance(rgb) {
    const [r, g, b] = rgb.map((value) => {
      const c = value / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function ratio(a, b) {
    const [first, second] = [luminance(a), luminance(b)];
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  /** The elements that paint, in their order, with what they paint. */
  function painted(svg) {
    return [...svg.querySelectorAll("rect, path, text, tspan")].map((element, order) => {
      const style = getComputedStyle(element);
      const box = element.localName === "rect"
        ? Object.fromEntries(["x", "y", "width", "height"].map((key) => [key, Number(element.getAttribute(key) ?? 0)])) : null;
      return { element, order, box, fill: channels(style.fill), stroke: channels(style.stroke),
        ruled: element.closest("[stroke-width]") === null };
    });
  }

  function holds(box, x, y) {
    return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
  }

  /** The colour behind THING at a point. */
  function behind(things, thing, x, y) {
    const under = things.filter((other) => other.order < thing.order && other.box && other.fill && holds(other.box, x, y));
    return under[under.length - 1]?.fill;
  }

  /** The black that TLP 2.0 wants behind a marking; print's badges are black as well, on white. */
  function isMarking(thing) {
    return thing.element.getAttribute("fill") === "#000000" && !thing.element.hasAttribute("stroke");
  }

  /** Points of a path in the picture's own units. */
  function pointsOf(element) {
    const shift = element.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
    const length = element.getTotalLength();
    const n = Math.ceil(length / STEP);
    return Array.from({ length: n + 1 }, (_, i) => {
      const point = element.getPointAtLength((length * i) / n);
      return [point.x + shift.e, point.y + shift.f];
    });
  }

  function middleOf(element) {
    const text = element.closest("text");
    const box = element.getBBox();
    const matrix = text.transform.baseVal.consolidate()?.matrix ?? { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
    const [x, y] = [box.x + box.width / 2, Number(text.getAttribute("y")) - 4];
    return [matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f];
  }

  function check(svg) {
    const things = painted(svg);
    const faults = [];
    let compared = 0;
    function compare(what, color, back, least) {
      compared++;
      if (!color || !back) faults.push(`${what}: no colour`);
      else if (ratio(color, back) < least)
        faults.push(`${what}: rgb(${color}) on rgb(${back}) is ${ratio(color, back).toFixed(2)}:1`);
    }
    function compareRect(thing, before) {
      const { x, y, width, height } = thing.box;
      const outside = behind(things, thing, x + width / 2, y + height / 2);
      if (thing.stroke) {
        compare("frame outside", thing.stroke, outside, GRAPHICS);
        if (thing.fill) compare("frame inside", thing.stroke, thing.fill, GRAPHICS);
      } else if (before?.box && before.box.x === x && before.box.y === y && before.box.height === height) {
        compare("bar", thing.fill, before.fill, GRAPHICS);
      } else if (!isMarking(thing) && things.some((other) => other.element.localName === "text" && other.order > thing.order &&
                               holds(thing.box, ...middleOf(other.element)))) {
        compare("badge", thing.fill, outside, GRAPHICS);
      }
    }
    function comparePath(thing, before) {
      // The gap inside a doubled line is no thing of its own.
      const isGap = before?.element.getAttribute("d") === thing.element.getAttribute("d");
      if (thing.ruled || !thing.stroke || isGap) return;
      for (const [x, y] of pointsOf(thing.element))
        compare(`line at ${Math.round(x)},${Math.round(y)}`, thing.stroke, behind(things, thing, x, y), GRAPHICS);
    }
    things.slice(1).forEach((thing, i) => {
      const name = thing.element.localName;
      if (name === "rect") compareRect(thing, things[i]);
      else if (name === "path") comparePath(thing, things[i]);
      else compare(`text '${thing.element.textContent}'`, thing.fill,
        behind(things, thing, ...middleOf(thing.element)), TEXT);
    });
    return { picture: svg.dataset.picture, compared, faults };
  }

  return [...document.querySelectorAll("svg")].map(check);
}
