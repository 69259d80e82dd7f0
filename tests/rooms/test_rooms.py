# SPDX-License-Identifier: MIT
"""Every #include line of src/ obeys the floor plan that src/README.md draws.

usage: test_rooms.py PROJECT_FOLDER
"""
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1))

# Which folder alone may include the headers of a library.
LIBRARIES = [
    (re.compile(r"(cjson/|cJSON)"), "json"),
    (re.compile(r"(graphviz/|gvc|cgraph|gvplugin)"), "helpers/layout"),
    (re.compile(r"(librsvg/|cairo|fontconfig/|pango/|gdk-pixbuf)"), "helpers/paint"),
    (re.compile(r"seccomp\.h"), "helpers"),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.MULTILINE)
ROW = re.compile(r"^\| (\d+) \| `(\w+)` \|", re.MULTILINE)


def read_plan(text):
    """The rank of each room, from the table."""
    return {room: int(rank) for rank, room in ROW.findall(text)}


def is_in(place, folder):
    return place == folder or place.startswith(folder + "/")


def find_fault(plan, path, quote, name):
    """What is wrong with one include of a file, its path counted from src/; or None."""
    place = str(pathlib.PurePosixPath(path).parent)
    for pattern, folder in LIBRARIES:
        if quote == "<" and pattern.match(name):
            return None if is_in(place, folder) else f"<{name}> is for {folder}/ only"
    if quote == "<" and not name.startswith("attrigraph/"):
        return None
    if is_in(place, "include/attrigraph"):
        return fault_of_public_header(plan, pathlib.PurePosixPath(path).stem, quote, name)
    if is_in(place, "helpers"):
        return fault_of_helper(place, quote, name)
    return fault_of_room(plan, place.split("/")[0], quote, name)


def fault_of_public_header(plan, stem, quote, name):
    other = pathlib.PurePosixPath(name).stem
    if quote == '"':
        return "a public header includes no private one"
    if stem == "attrigraph" or other == "api":
        return None
    if other not in plan or plan[other] >= plan[stem]:
        return f"{stem} does not stand above {other}"
    return None


def fault_of_helper(place, quote, name):
    folder = str(pathlib.PurePosixPath(name).parent)
    if quote == "<" or not is_in(folder, "helpers"):
        return "a helper includes nothing of the library"
    if folder != "helpers" and folder != place:
        return f"{folder}/ is another program"
    return None


def fault_of_room(plan, room, quote, name):
    if room not in plan:
        return f"{room}/ is not in src/README.md"
    if quote == "<":
        other = pathlib.PurePosixPath(name).stem
        if other == "api" or other == room or room == "cli":
            return None
        if other == "attrigraph":
            return "only the program includes the umbrella"
    else:
        other = name.split("/")[0]
        if other == room:
            return None
        if room == "cli":
            return "the program includes public headers only"
        if name == "helpers/wire.h":
            return None
    if other not in plan:
        return f"{other} is no room"
    if plan[other] >= plan[room]:
        return f"{room} (rank {plan[room]}) does not stand above {other} (rank {plan[other]})"
    if quote == '"' and not name.endswith("-private.h"):
        return f"{name} serves {other} alone: it is not called *-private.h"
    return None


class Plan(unittest.TestCase):
    """The rules themselves: each of them can be broken."""

    PLAN = {"base": 0, "json": 1, "model": 1, "read": 2, "check": 2, "scene": 3, "cli": 6}

    def check(self, path, line, fault):
        quote, name = INCLUDE.search(line).groups()
        self.assertEqual(find_fault(self.PLAN, path, quote, name), fault, (path, line))

    def test_table(self):
        text = "| Rank | Room |\n|---|---|\n| 0 | `base` | x |\n| 12 | `model` | y |\n"
        self.assertEqual(read_plan(text), {"base": 0, "model": 12})

    def test_rooms(self):
        self.check("read/a.c", '#include "json/scan-private.h"', None)
        self.check("read/a.c", '#include "read/a.h"', None)
        self.check("read/a.c", '#  include "check/rules-private.h"',
                   "read (rank 2) does not stand above check (rank 2)")
        self.check("base/a.c", '#include "model/graph-private.h"',
                   "base (rank 0) does not stand above model (rank 1)")
        self.check("read/a.c", '#include "json/inner.h"',
                   "json/inner.h serves json alone: it is not called *-private.h")
        self.check("read/a.c", '#include "bare.h"', "bare.h is no room")
        self.check("attic/a.c", '#include "base/text-private.h"', "attic/ is not in src/README.md")

    def test_public_from_rooms(self):
        self.check("read/a.c", "#include <attrigraph/read.h>", None)
        self.check("read/a.c", "#include <attrigraph/model.h>", None)
        self.check("read/a.c", "#include <attrigraph/scene.h>",
                   "read (rank 2) does not stand above scene (rank 3)")
        self.check("read/a.c", "#include <attrigraph/attrigraph.h>",
                   "only the program includes the umbrella")
        self.check("read/a.c", "#include <string.h>", None)

    def test_program(self):
        self.check("cli/main.c", "#include <attrigraph/attrigraph.h>", None)
        self.check("cli/main.c", '#include "cli/options.h"', None)
        self.check("cli/main.c", '#include "base/text-private.h"',
                   "the program includes public headers only")
        self.check("cli/main.c", '#include "helpers/wire.h"',
                   "the program includes public headers only")

    def test_public_headers(self):
        self.check("include/attrigraph/read.h", "#include <attrigraph/model.h>", None)
        self.check("include/attrigraph/read.h", "#include <attrigraph/api.h>", None)
        self.check("include/attrigraph/attrigraph.h", "#include <attrigraph/scene.h>", None)
        self.check("include/attrigraph/read.h", "#include <attrigraph/check.h>",
                   "read does not stand above check")
        self.check("include/attrigraph/read.h", '#include "read/own-private.h"',
                   "a public header includes no private one")

    def test_helpers(self):
        self.check("scene/a.c", '#include "helpers/wire.h"', None)
        self.check("scene/a.c", '#include "helpers/jail.h"', "helpers is no room")
        self.check("helpers/layout/a.c", '#include "helpers/jail.h"', None)
        self.check("helpers/layout/a.c", '#include "helpers/layout/place.h"', None)
        self.check("helpers/layout/a.c", '#include "helpers/paint/paint.h"',
                   "helpers/paint/ is another program")
        self.check("helpers/layout/a.c", '#include "base/text-private.h"',
                   "a helper includes nothing of the library")
        self.check("helpers/layout/a.c", "#include <attrigraph/base.h>",
                   "a helper includes nothing of the library")

    def test_libraries(self):
        self.check("json/a.c", "#include <cjson/cJSON.h>", None)
        self.check("read/a.c", "#include <cjson/cJSON.h>", "<cjson/cJSON.h> is for json/ only")
        self.check("cli/a.c", "#include <cJSON.h>", "<cJSON.h> is for json/ only")
        self.check("helpers/layout/a.c", "#include <graphviz/gvc.h>", None)
        self.check("helpers/paint/a.c", "#include <cairo-pdf.h>", None)
        self.check("helpers/paint/a.c", "#include <graphviz/gvc.h>",
                   "<graphviz/gvc.h> is for helpers/layout/ only")
        self.check("scene/a.c", "#include <librsvg/rsvg.h>",
                   "<librsvg/rsvg.h> is for helpers/paint/ only")
        self.check("helpers/layout/a.c", "#include <cairo.h>",
                   "<cairo.h> is for helpers/paint/ only")


class House(unittest.TestCase):
    """The tree as it is."""

    def setUp(self):
        self.src = ROOT / "src"
        self.plan = read_plan((self.src / "README.md").read_text(encoding="utf-8"))

    def test_table_is_the_tree(self):
        beside = {"include", "helpers", "cmake"}
        rooms = {folder.name for folder in self.src.iterdir() if folder.is_dir()} - beside
        self.assertEqual(set(self.plan), rooms)

    def test_no_text_is_hashed_without_a_key(self):
        """Input chooses the texts, and so could choose those that share a place."""
        hashing = [str(path.relative_to(self.src)) for path in sorted(self.src.rglob("*.[ch]"))
                   if "g_str_hash" in path.read_text(encoding="utf-8")]
        self.assertEqual(hashing, [])

    def test_umbrella_has_all(self):
        folder = self.src / "include" / "attrigraph"
        umbrella = (folder / "attrigraph.h").read_text(encoding="utf-8")
        included = {name for _, name in INCLUDE.findall(umbrella)}
        self.assertEqual(included, {f"attrigraph/{header.name}" for header in folder.glob("*.h")}
                         - {"attrigraph/attrigraph.h"})

    def test_includes(self):
        files = sorted(self.src.rglob("*.[ch]"))
        faults = []
        for file in files:
            path = file.relative_to(self.src).as_posix()
            for quote, name in INCLUDE.findall(file.read_text(encoding="utf-8")):
                fault = find_fault(self.plan, path, quote, name)
                if fault is not None:
                    faults.append(f"src/{path}: {name}: {fault}")
        self.assertGreater(len(files), 20)
        self.assertEqual(faults, [])


if __name__ == "__main__":
    unittest.main()
