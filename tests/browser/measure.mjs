// SPDX-License-Identifier: MIT
//
// How large a browser takes every text of a picture to be, held against what the
// text stands on. `measure` is run inside a page, in any browser, and so uses
// nothing from outside itself.

/**
 * The faults of every SVG in the page: [{ picture, texts, faults: [words] }].
 *
 * A text's box is as wide as the browser advances over it, and as high as its
 * ink; a turned text's box is turned. It must lie in the page, and in the
 * smallest rectangle its anchor stands on (a box, a cell, a badge); it may
 * touch no other text, and no box that it does not stand on.
 */
export function measure() {
  // What rounding and antialiasing may add, in pixels of the canvas.
  const SLACK = 0.75;
  const UNMOVED = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
  const pen = document.createElement("canvas").getContext("2d");

  /** How far above and below its baseline the ink of TEXT reaches. */
  function inkOf(element) {
    const style = getComputedStyle(element);
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const ink = pen.measureText(element.textContent);
    return { above: ink.actualBoundingBoxAscent, below: ink.actualBoundingBoxDescent };
  }

  function corners(x1, y1, x2, y2, matrix) {
    return [[x1, y1], [x2, y1], [x2, y2], [x1, y2]].map(([x, y]) =>
      [matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f]);
  }

  /** Whether two convex quadrilaterals share more than SLACK: no axis keeps them apart. */
  function overlap(first, second) {
    for (const quad of [first, second]) {
      for (let i = 0; i < 4; i++) {
        const [ax, ay] = quad[i], [bx, by] = quad[(i + 1) % 4];
        const length = Math.hypot(bx - ax, by - ay) || 1;
        const nx = (by - ay) / length, ny = (ax - bx) / length;
        const along = (points) => points.map(([x, y]) => x * nx + y * ny);
        const a = along(first), b = along(second);
        if (Math.min(...a) > Math.max(...b) - SLACK || Math.min(...b) > Math.max(...a) - SLACK)
          return false;
      }
    }
    return true;
  }

  function holds(rect, [x, y], slack = 0) {
    return x >= rect.x1 - slack && x <= rect.x2 + slack && y >= rect.y1 - slack && y <= rect.y2 + slack;
  }

  function rectsOf(svg) {
    return [...svg.querySelectorAll("rect")].slice(1).map((element) => {
      const [x, y, w, h] = ["x", "y", "width", "height"].map((key) => Number(element.getAttribute(key)));
      return { x1: x, y1: y, x2: x + w, y2: y + h, area: w * h, quad: corners(x, y, x + w, y + h, UNMOVED),
        framed: element.hasAttribute("stroke") };
    });
  }

  function textOf(svg, element) {
    const matrix = svg.getScreenCTM().inverse().multiply(element.getScreenCTM());
    const box = element.getBBox();
    const ink = inkOf(element);
    const y = Number(element.getAttribute("y"));
    const middle = box.x + box.width / 2;
    return {
      words: element.textContent,
      width: box.width,
      quad: corners(box.x, y - ink.above, box.x + box.width, y + ink.below, matrix),
      // Inside what a text stands on is where its anchor is, just above the baseline.
      anchor: corners({ start: box.x + 1, middle, end: box.x + box.width - 1 }[
        element.getAttribute("text-anchor") ?? "start"], y - 3, 0, 0, matrix)[0],
    };
  }

  function check(svg) {
    const view = svg.viewBox.baseVal;
    const page = { x1: 0, y1: 0, x2: view.width, y2: view.height };
    const rects = rectsOf(svg);
    const texts = [...svg.querySelectorAll("text")].map((element) => textOf(svg, element));
    const faults = [];
    for (const text of texts) {
      if (!text.quad.every((corner) => holds(page, corner))) faults.push(`leaves the page: ${text.words}`);
      const under = rects.filter((rect) => holds(rect, text.anchor)).sort((a, b) => a.area - b.area)[0];
      if (under && !text.quad.every((corner) => holds(under, corner, SLACK))) {
        const over = Math.max(...text.quad.map(([x, y]) =>
          Math.max(under.x1 - x, x - under.x2, under.y1 - y, y - under.y2)));
        faults.push(`leaves its box by ${over.toFixed(1)}: ${text.words}`);
      }
      // A badge stands on its box's edge, and its text with it.
      const strange = rects.filter((rect) => rect.framed && rect !== under && !holds(rect, text.anchor));
      if (strange.some((rect) => overlap(text.quad, rect.quad) && !(under && overlap(under.quad, rect.quad))))
        faults.push(`covers a box: ${text.words}`);
    }
    texts.forEach((text, i) => texts.slice(0, i).forEach((other) => {
      if (overlap(text.quad, other.quad)) faults.push(`covers a text: ${text.words} | ${other.words}`);
    }));
    return { picture: svg.dataset.picture ?? location.pathname.split("/").pop(), texts: texts.length, faults };
  }

  return [...document.querySelectorAll("svg")].map(check);
}
