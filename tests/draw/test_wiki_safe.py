#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The wiki-safe check itself can fail: each bad picture breaks one rule, and is told so."""
import sys

from wiki_safe import Picture

GOOD = ('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20" viewBox="0 0 10 20" '
        'role="group">\n<title>T</title>\n<style>@media (prefers-color-scheme: dark) '
        '{ .p-f0 { fill: #ffffff } .p-s12 { stroke: #000000 } }</style>\n'
        '<g id="p-n0">\n<title>box</title>\n<rect class="p-f0" fill="#00ff00"/>\n</g>\n'
        '<a href="https://example.org/a?b=1&amp;c=2">\n<text x="1">a &lt;b&gt; 中 &#xfffd; 👩\u200d👧</text>\n'
        '</a>\n</svg>\n')

BAD = [
    ('<rect class', '<script/><rect class', "<script> is not allowed"),
    ('<rect class', '<foreignObject/><rect class', "<foreignObject> is not allowed"),
    ('<rect class', '<use href="#p-n0"/><rect class', "<use> is not allowed"),
    ('<rect class', '<image href="https://a.example"/><rect class', "<image> is not allowed"),
    ('<rect class', '<svg width="1"/><rect class', "<svg> is the outermost"),
    ('<rect class', '<rect onload="x()" class', "onload is an event attribute"),
    ('<rect class', '<rect style="fill:red" class', "style attributes"),
    ('<rect class', '<rect fill="url(https://a.example/#b)"/><rect class', "points out"),
    ('<rect class', '<rect fill="url(#p-n9)"/><rect class', "ids that are not there: p-n9"),
    ('<rect class', '<rect id="p-n0" class', "one id twice"),
    ('<rect class', '<rect id="q-n1" class', "begin differently: p-, q-"),
    ('<rect class', '<rect xmlns:x="http://x.example" x:y="1" class', "of another namespace"),
    ('<rect class', '<p xmlns="http://www.w3.org/1999/xhtml"/><rect class', "SVG namespace"),
    ('#00ff00', 'red', "fill='red' is neither"),
    ('#00ff00', '#0f0', "fill='#0f0' is neither"),
    ('#00ff00', 'context-fill', "is neither"),
    ('https://example.org', 'javascript:alert(1)//', "is not http or https"),
    ('https://example.org', '#p-n0', "is not http or https"),
    ('https://example.org', ' https://example.org', "is not http or https"),
    ('{ fill: #ffffff }', '{ fill: #ffffff } @import "a.css";', "style is more than"),
    ('{ fill: #ffffff }', '{ fill: url(http://a.example) }', "style is more than"),
    ('@media (prefers-color-scheme: dark) {', '', "style is more than"),
    ('width="10"', 'width="10.5"', "width is no whole number"),
    ('width="10"', 'width="100%"', "width is no whole number"),
    ('0 0 10 20', '0 0 10', "viewBox is not four"),
    (' role="group"', '', "role is not img"),
    ('"group"', '"img"', "an image has a link"),
    ('<title>T</title>\n', '', "has 0 titles"),
    ('中', '\u202e', "hidden character U+202E"),
    ('中', 'a\u200db', "hidden character U+200D"),
    ('中', '&#x85;', "hidden character U+0085"),
    ('中', '&#1;', "not well-formed"),
    ('中', '<', "not well-formed"),
    ('<svg ', '<!DOCTYPE svg>\n<svg ', "has a DOCTYPE"),
    ('<svg ', '<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg ', "declares an entity"),
    ('<svg ', '<?xml-stylesheet href="a.css"?>\n<svg ', "has a <?xml-stylesheet?>"),
    ('a &lt;b&gt;', '<![CDATA[a]]>', "has a CDATA section"),
    ('</svg>\n', '</svg>', "does not end in"),
]


def main():
    failures = []
    good = Picture("good.svg", GOOD.encode()).breaches
    if good:
        failures.append(f"the good picture: {good}")
    for old, new, expected in BAD:
        if GOOD.count(old) < 1:
            failures.append(f"{old!r} is not in the good picture")
        breaches = Picture("bad.svg", GOOD.replace(old, new, 1).encode()).breaches
        if not any(expected in breach for breach in breaches):
            failures.append(f"{new!r}: expected {expected!r}, found {breaches}")
    for failure in failures:
        print(failure)
    print(f"{len(BAD) + 1} pictures, {len(failures)} wrong")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
