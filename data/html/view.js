// SPDX-License-Identifier: MIT
//
// view.js: where the sheet stands in its frame and how large it is. Panzoom moves it
// by pointer, wherever it is in the page; without it a plain drag does.
//
// A point p of the sheet is seen at scale * p + (x, y), from the frame's corner.

const SPACE = 16; // around the whole picture
const LARGEST = 8;
const LEGIBLE = 0.5; // a scale at which the picture's smallest text can just be told
const STEP = 1.25; // of a key or a button

/** What is used of Panzoom, for a page without it. */
function plainPanzoom(sheet, options) {
  const at = { x: options.startX, y: options.startY, scale: options.startScale };
  const draw = () => options.setTransform(sheet, at);
  let held = null;
  sheet.parentNode.addEventListener("pointerdown", (event) => (held = event));
  document.addEventListener("pointerup", () => (held = null));
  document.addEventListener("pointermove", (event) => {
    if (held === null) return;
    at.x += (event.clientX - held.clientX) / at.scale;
    at.y += (event.clientY - held.clientY) / at.scale;
    held = event;
    draw();
  });
  draw();
  return {
    getScale: () => at.scale,
    getPan: () => ({ x: at.x, y: at.y }),
    zoom: (scale) => ((at.scale = scale), draw()),
    pan: (x, y) => (Object.assign(at, { x, y }), draw()),
  };
}

/** FREE tells which part of the frame nothing covers, from its corner. */
function makeView(frame, sheet, size, free) {
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  /** Panzoom scales about the middle of the sheet, and moves before it scales. */
  const toPan = (scale, offset, length) => offset / scale + (length / 2) * (1 - 1 / scale);
  const fromPan = (scale, pan, length) => scale * (pan - length / 2) + length / 2;

  /** Where RECT of the sheet fills the free part of the frame, at most MOST times its size. */
  function around(rect, most) {
    const room = free();
    const wide = room.right - room.left - 2 * SPACE;
    const tall = room.bottom - room.top - 2 * SPACE;
    const scale = Math.max(0.02, Math.min(most, wide / rect.width, tall / rect.height));
    return {
      scale,
      x: room.left + SPACE + (wide - scale * rect.width) / 2 - scale * rect.x,
      y: room.top + SPACE + (tall - scale * rect.height) / 2 - scale * rect.y,
    };
  }

  function whole() {
    return around({ x: 0, y: 0, ...size }, 1.5);
  }

  /** On whole pixels of the screen: a layer that stands between them is painted again. */
  function draw(element, { scale, x, y }) {
    const snap = (corner) => Math.round(corner * devicePixelRatio) / devicePixelRatio;
    const shift = (pan, length) => snap(fromPan(scale, pan, length)) - (length / 2) * (1 - scale);
    element.style.transform = `translate(${shift(x, size.width)}px, ${shift(y, size.height)}px) scale(${scale})`;
  }

  const first = whole();
  const options = {
    canvas: true,
    cursor: "grab",
    minScale: 0.02,
    maxScale: LARGEST,
    startScale: first.scale,
    startX: toPan(first.scale, first.x, size.width),
    startY: toPan(first.scale, first.y, size.height),
    duration: 160,
    pinchAndPan: true,
    setTransform: draw,
    // The pointer also puts the focus where it clicks.
    handleStartEvent: () => {},
  };
  const mover = typeof Panzoom === "function" ? Panzoom(sheet, options) : plainPanzoom(sheet, options);

  function where() {
    const scale = mover.getScale();
    const pan = mover.getPan();
    return { scale, x: fromPan(scale, pan.x, size.width), y: fromPan(scale, pan.y, size.height) };
  }

  function place(to, animate) {
    const how = { force: true, animate: animate && !still.matches };
    mover.zoom(to.scale, how);
    mover.pan(toPan(to.scale, to.x, size.width), toPan(to.scale, to.y, size.height), how);
  }

  /** By FACTOR about a point of the frame, or about the middle. */
  function zoomBy(factor, point, animate) {
    const now = where();
    const room = free();
    const centre = point ?? { x: (room.left + room.right) / 2, y: (room.top + room.bottom) / 2 };
    const least = Math.min(0.5 * whole().scale, 1);
    const scale = Math.max(least, Math.min(LARGEST, now.scale * factor));
    const grown = scale / now.scale;
    place(
      { scale, x: centre.x - (centre.x - now.x) * grown, y: centre.y - (centre.y - now.y) * grown },
      animate,
    );
  }

  function panBy(dx, dy) {
    const now = where();
    place({ scale: now.scale, x: now.x + dx, y: now.y + dy }, true);
  }

  /** Moves as little as shows RECT, which is in the sheet's units; too small a picture grows. */
  function reveal(rect) {
    const now = where();
    const room = free();
    const near = (start, length, low, high) => {
      const gap = Math.min(2 * SPACE, Math.max(0, (high - low - length) / 2));
      return start < low + gap ? low + gap - start : Math.min(0, high - gap - length - start);
    };
    const dx = near(now.x + now.scale * rect.x, now.scale * rect.width, room.left, room.right);
    const dy = near(now.y + now.scale * rect.y, now.scale * rect.height, room.top, room.bottom);
    if (dx !== 0 || dy !== 0) place({ scale: now.scale, x: now.x + dx, y: now.y + dy }, true);
  }

  frame.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const corner = frame.getBoundingClientRect();
      const lines = event.deltaMode === 1 ? 24 : 1;
      const turn = Math.max(-120, Math.min(120, lines * (event.deltaY || event.deltaX)));
      const point = { x: event.clientX - corner.left, y: event.clientY - corner.top };
      zoomBy(Math.exp(-turn / 400), point, false);
    },
    { passive: false },
  );
  let fingers = 0;
  frame.addEventListener("pointerdown", () => fingers++);
  frame.addEventListener("pointermove", () => sheet.classList.toggle("dragged", fingers === 1));
  for (const end of ["pointerup", "pointercancel"])
    document.addEventListener(end, () => {
      fingers = 0;
      sheet.classList.remove("dragged");
    });
  // A link or a picture that is dragged is not to leave the page.
  frame.addEventListener("dragstart", (event) => event.preventDefault());

  return {
    where,
    zoomBy,
    panBy,
    reveal,
    fit: (animate) => place(whole(), animate),
    /** All of it if that can be read, else RECT. */
    show: (rect) => place(whole().scale >= LEGIBLE ? whole() : around(rect, 1), true),
    isWhole: () => Math.abs(where().scale / whole().scale - 1) < 0.01,
  };
}
