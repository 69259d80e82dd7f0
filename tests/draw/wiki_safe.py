#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Whether SVG files keep the wiki-safe profile, and are well-formed.

    wiki_safe.py [--entities N] FILE...

Prints one line for each breach; exits 1 if there is one. The profile is what a
wiki's upload filter and a sanitizer let pass, and what a page with several
inlined pictures can bear. Each rule below says what it looks for.
"""
import re
import sys
import xml.parsers.expat

ELEMENTS = set(
    "svg title desc style defs clipPath linearGradient stop g a path rect circle ellipse line "
    "polyline polygon text tspan".split())
NAMESPACE = "http://www.w3.org/2000/svg"
COLOURED = {"fill", "stroke", "stop-color", "color", "flood-color", "lighting-color"}
COLOUR = re.compile(r"#[0-9a-f]{6}\Z|none\Z")
LOCAL_URL = re.compile(r"url\(#([A-Za-z][\w-]*)\)\Z")
WHOLE = re.compile(r"[1-9][0-9]*\Z")
RULE = r"\s*\.([A-Za-z][\w-]*) \{ (?:fill|stroke): #[0-9a-f]{6} \}"
STYLE = re.compile(r"\s*@media \(prefers-color-scheme: dark\) \{(?:" + RULE + r")+\s*\}\s*\Z")
# Control and format characters that no title or name may carry into a page. A joiner
# may stand between two symbols, as in a family of emoji.
HIDDEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200c\u200e\u200f"
                    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
                    "\U000e0000-\U000e007f]|(?<![\u2190-\U0010ffff])\u200d|\u200d(?![\u2190-\U0010ffff])")
# Ids and classes begin alike, so that pictures inlined in one page do not meet.
PREFIX = re.compile(r"[A-Za-z][\w-]*?(?=(?:[a-z]\d+)\Z)")
BYTES_FOR_40_ENTITIES = 50_000


class Picture:
    """One SVG, read from front to back; breaches gather in self.breaches."""

    def __init__(self, name, data):
        self.breaches = []
        self.name = name
        self.ids = []
        self.classes = set()
        self.references = set()
        self.path = []
        self.style = ""
        self.titles = 0
        self.role = None
        self.parser = xml.parsers.expat.ParserCreate("UTF-8", namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = lambda *_: self.say("has a DOCTYPE")
        self.parser.EntityDeclHandler = lambda *_: self.say("declares an entity")
        self.parser.ProcessingInstructionHandler = lambda t, _: self.say(f"has a <?{t}?>")
        self.parser.StartCdataSectionHandler = lambda: self.say("has a CDATA section")
        try:
            self.parser.Parse(data, True)
        except xml.parsers.expat.ExpatError as error:
            self.say(f"is not well-formed: {error}")
        self.finish(data)

    def say(self, breach):
        line = self.parser.CurrentLineNumber if hasattr(self, "parser") else 0
        self.breaches.append(f"{self.name}:{line}: {breach}")

    def start(self, qualified, attributes):
        namespace, _, element = qualified.rpartition(" ")
        if namespace != NAMESPACE:
            self.say(f"<{element}> is not of the SVG namespace")
        if element not in ELEMENTS:
            self.say(f"<{element}> is not allowed")
        if (element == "svg") != (not self.path):
            self.say("<svg> is the outermost element, and only that")
        self.path.append(element)
        self.titles += element == "title" and len(self.path) == 2
        if element == "svg":
            self.root(attributes)
        for key, value in attributes.items():
            self.attribute(element, key, value)

    def root(self, attributes):
        for key in ("width", "height"):
            if not WHOLE.match(attributes.get(key, "")):
                self.say(f"{key} is no whole number")
        box = attributes.get("viewBox", "").split()
        if len(box) != 4 or not all(re.match(r"-?[0-9]+\Z", part) for part in box):
            self.say("viewBox is not four whole numbers")
        self.role = attributes.get("role")
        if self.role not in ("img", "group", "graphics-document document"):
            self.say("role is not img, group or graphics-document")

    def attribute(self, element, key, value):
        if " " in key:
            self.say(f"{key} is of another namespace")
        if key.lower().startswith("on"):
            self.say(f"{key} is an event attribute")
        if key == "style":
            self.say("style attributes are not allowed")
        if key == "href" and not re.match(r"https?://", value):
            self.say(f"href {value!r} is not http or https")
        if key == "href" and element != "a":
            self.say(f"<{element}> has an href")
        if key == "href" and self.role == "img":
            self.say("an image has a link, which no screen reader finds in it")
        if "url(" in value.lower():
            local = LOCAL_URL.match(value)
            if local:
                self.references.add(local.group(1))
            else:
                self.say(f"{key}={value!r} points out of the picture")
        elif key in COLOURED and not COLOUR.match(value):
            self.say(f"{key}={value!r} is neither #rrggbb nor none")
        if key == "id":
            self.ids.append(value)
        if key == "class":
            self.classes.update(value.split())
        if HIDDEN.search(value):
            self.say(f"{key} holds a hidden character")

    def text(self, data):
        if self.path and self.path[-1] == "style":
            self.style += data
        if HIDDEN.search(data):
            self.say(f"text holds the hidden character U+{ord(HIDDEN.search(data).group()):04X}")

    def end(self, _):
        if self.path.pop() == "style" and not STYLE.match(self.style):
            self.say("style is more than prefers-color-scheme: dark rules for classes")

    def finish(self, data):
        if self.titles != 1:
            self.say(f"has {self.titles} titles of its own")
        if len(set(self.ids)) != len(self.ids):
            self.say("has one id twice")
        missing = self.references - set(self.ids)
        if missing:
            self.say(f"refers to ids that are not there: {', '.join(sorted(missing))}")
        ruled = set(re.findall(r"\.([A-Za-z][\w-]*) \{", self.style))
        names = set(self.ids) | self.classes | ruled
        prefixes = {m.group() if (m := PREFIX.match(name)) else name for name in names}
        if len(prefixes) > 1:
            self.say(f"ids and classes begin differently: {', '.join(sorted(prefixes))}")
        if data.startswith(b"\xef\xbb\xbf"):
            self.say("begins with a byte order mark")
        if not data.endswith(b"</svg>\n"):
            self.say("does not end in </svg> and a newline")


def main(arguments):
    entities = None
    if arguments[:1] == ["--entities"]:
        entities, arguments = int(arguments[1]), arguments[2:]
    if not arguments:
        sys.exit("usage: wiki_safe.py [--entities N] FILE...")
    breaches = []
    for name in arguments:
        with open(name, "rb") as file:
            data = file.read()
        breaches += Picture(name, data).breaches
        if entities is not None and len(data) * 40 > BYTES_FOR_40_ENTITIES * max(entities, 40):
            breaches.append(f"{name}: {len(data)} bytes are too many for {entities} entities")
    for breach in breaches:
        print(breach)
    sys.exit(1 if breaches else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
