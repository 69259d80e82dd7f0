// SPDX-License-Identifier: MIT
//
// dom.js: elements are made of text, never of markup, so that no name can be more
// than a name.

function byId(id) {
  return document.getElementById(id);
}

/** An element with CHILDREN, which are elements or text; what is undefined is left out. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, value);
  for (const child of children.flat())
    if (child !== undefined) element.append(child instanceof Node ? child : shown(child));
  return element;
}

function makeSvg(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function makeButton(text, action, attributes = {}) {
  const button = make("button", { type: "button", ...attributes }, text);
  button.addEventListener("click", action);
  return button;
}

/** A link out of the page, or the bare text where it leads nowhere safe. */
function makeLink(text, url) {
  const href = safeLink(url);
  if (href === undefined) return make("span", {}, text);
  return make("a", { href, target: "_blank", rel: "noopener noreferrer" }, text);
}

function plural(n, one, many) {
  return `${n} ${n === 1 ? one : (many ?? `${one}s`)}`;
}

/** Says TEXT to who listens to the page. */
function tell(text) {
  byId("told").textContent = shown(text);
}
