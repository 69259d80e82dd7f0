# SPDX-License-Identifier: MIT
"""What other tools read in what attrigraph writes for them.

Usage: test_peers.py SOURCE-DIRECTORY PROGRAM
Exit status: 0 passed, 1 failed; what is not installed is skipped, saying so.

Mermaid and STIX have peers where ATTRIGRAPH_NODE_MODULES names a folder that npm filled
from tests/browser/package-lock.json.
"""

import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

try:
    import networkx
except ImportError:
    networkx = None

ROOT = pathlib.Path(sys.argv[1])
PROGRAM = sys.argv[2]
CASES = {
    "hostile": [ROOT / "tests" / "golden" / "export" / "hostile.json"],
    "tag-22": [ROOT / "data" / "tag-22"],
    "every-field": [ROOT / "tests" / "golden" / "export" / "own.json"],
}
HIDDEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def convert(case, form):
    return subprocess.run([PROGRAM, "convert", "-T", form, "--include-revoked", *CASES[case]],
                          capture_output=True, check=True).stdout.decode("utf-8")


def facts(case):
    """Entities by id and (from, type, to) of every relationship, by the own format."""
    document = json.loads(convert(case, "json"))
    return ({entity["id"]: entity for entity in document["entities"]},
            sorted((r["from"], r["type"], r["to"]) for r in document.get("relationships", [])))


def plain(text):
    """Without what is shown as a mark."""
    return not HIDDEN.search(text)


class Csv(unittest.TestCase):
    def test_rows(self):
        for case in CASES:
            with self.subTest(case):
                entities, relations = facts(case)
                rows = list(csv.DictReader(io.StringIO(convert(case, "csv"))))
                found = sorted((row["from"], row["type"], row["to"]) for row in rows if row["to"])
                self.assertEqual(found, relations)
                for row in rows:
                    name = entities[row["from"]]["name"]
                    if plain(name):
                        self.assertEqual(row["from_name"].lstrip("'"), name)
                    for cell in row.values():
                        self.assertNotRegex(cell, r"^\s*[=+@-]")


class Dot(unittest.TestCase):
    @unittest.skipIf(shutil.which("dot") is None, "dot is not installed")
    def test_graph(self):
        for case in CASES:
            with self.subTest(case):
                entities, relations = facts(case)
                done = subprocess.run(["dot", "-Tdot_json"], input=convert(case, "dot").encode(),
                                      capture_output=True, check=True)
                self.assertEqual(done.stderr.decode(), "")
                graph = json.loads(done.stdout)
                names = {node["_gvid"]: node["name"].replace("\\\\", "\\")
                         for node in graph["objects"]}
                self.assertEqual(sorted(names.values()), sorted(entities))
                found = sorted((names[edge["tail"]], edge["x_type"], names[edge["head"]])
                               for edge in graph.get("edges", []))
                self.assertEqual(found, relations)
                for node in graph["objects"]:
                    name = entities[names[node["_gvid"]]]["name"]
                    if plain(name):
                        self.assertEqual(node["x_name"].replace("\\\\", "\\"), name)

    @unittest.skipIf(shutil.which("dot") is None, "dot is not installed")
    def test_drawn(self):
        """What is drawn are the words themselves."""
        drawn = subprocess.run(["dot", "-Tsvg"], input=convert("hostile", "dot").encode(),
                               capture_output=True, check=True).stdout
        texts = [node.text for node in xml.etree.ElementTree.fromstring(drawn).iter()
                 if node.tag.endswith("}text")]
        self.assertIn('-A "quoted" \\N\\', texts)
        self.assertEqual(texts.count("uses"), 1)


class Graphml(unittest.TestCase):
    def test_xml(self):
        for case in CASES:
            with self.subTest(case):
                xml.etree.ElementTree.fromstring(convert(case, "graphml"))

    @unittest.skipIf(networkx is None, "python3-networkx is not installed")
    def test_graph(self):
        for case in CASES:
            with self.subTest(case):
                entities, relations = facts(case)
                graph = networkx.parse_graphml(convert(case, "graphml"), force_multigraph=True)
                self.assertEqual(sorted(graph.nodes), sorted(entities))
                found = sorted((tail, data["type"], head)
                               for tail, head, data in graph.edges(data=True))
                self.assertEqual(found, relations)
                for key, data in graph.nodes(data=True):
                    if plain(entities[key]["name"]):
                        self.assertEqual(data["name"], entities[key]["name"])
                for _, _, data in graph.edges(data=True):
                    self.assertIsInstance(data.get("confidence", 0), int)
                    self.assertIsInstance(data.get("revoked", False), bool)


def ask_node(test, module, script, text):
    """What a script beside this one prints of @text, as JSON; skips where npm's @module is not."""
    modules = pathlib.Path(os.environ.get("ATTRIGRAPH_NODE_MODULES", "/nowhere"))
    if shutil.which("node") is None or not (modules / module).is_dir():
        test.skipTest(f"npm's {module} is not installed in {modules}")
    with tempfile.NamedTemporaryFile() as file:
        file.write(text.encode())
        file.flush()
        done = subprocess.run(["node", pathlib.Path(__file__).parent / script, modules, file.name],
                              capture_output=True, check=True)
    return json.loads(done.stdout)


class Mermaid(unittest.TestCase):
    def test_graph(self):
        for case in CASES:
            with self.subTest(case):
                entities, relations = facts(case)
                chart = ask_node(self, "mermaid", "mermaid.mjs", convert(case, "mermaid"))
                names = [box.split("<br")[0] for box in chart["boxes"]]
                for entity in entities.values():
                    if plain(entity["name"]):
                        self.assertIn(entity["name"].replace("<", "").replace("\n", " "),
                                      [name.replace("<", "") for name in names])
                self.assertLessEqual(len(chart["lines"]), len(relations))
                self.assertEqual(chart["config"], "default")


class Stix(unittest.TestCase):
    """The rules of STIX 2.1 that every reader relies on."""

    UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    TIME = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z"
    COMMON = {"type", "spec_version", "id", "created", "modified", "created_by_ref", "revoked",
              "confidence", "external_references", "object_marking_refs", "extensions"}
    # Required and optional properties (STIX 2.1, sections 4, 5 and 7).
    TYPES = {
        "attack-pattern": ({"name"}, {"description", "aliases"}),
        "campaign": ({"name"}, {"description", "aliases", "first_seen", "last_seen"}),
        "extension-definition": ({"created_by_ref", "name", "schema", "version",
                                  "extension_types"}, {"description"}),
        "identity": ({"name"}, {"description", "identity_class", "sectors"}),
        "infrastructure": ({"name"}, {"description", "aliases", "first_seen", "last_seen"}),
        "intrusion-set": ({"name"}, {"description", "aliases", "first_seen", "last_seen"}),
        "location": (set(), {"name", "description", "region", "country"}),
        "malware": ({"is_family"}, {"name", "description", "aliases", "first_seen", "last_seen"}),
        "marking-definition": (set(), {"name"}),
        "opinion": ({"opinion", "object_refs"}, {"explanation", "authors"}),
        "relationship": ({"relationship_type", "source_ref", "target_ref"},
                         {"description", "start_time", "stop_time"}),
        "threat-actor": ({"name"}, {"description", "aliases", "first_seen", "last_seen"}),
        "tool": ({"name"}, {"description", "aliases"}),
        "vulnerability": ({"name"}, {"description"}),
    }

    def check_object(self, thing, ids):
        kind = thing["type"]
        required, optional = self.TYPES.get(kind, ({"name"}, {"description"}))
        self.assertRegex(thing["id"], f"^{re.escape(kind)}--{self.UUID}$")
        self.assertEqual(thing["spec_version"], "2.1")
        self.assertLessEqual(required, set(thing))
        self.assertLessEqual(set(thing), self.COMMON | required | optional)
        for key in ("created", "modified", "first_seen", "last_seen", "start_time", "stop_time"):
            if key in thing:
                self.assertRegex(thing[key], f"^{self.TIME}$")
        if "stop_time" in thing and "start_time" in thing:
            self.assertLess(thing["start_time"], thing["stop_time"])
        for key, value in thing.items():
            if key.endswith("_ref"):
                self.assertIn(value, ids)
            if key.endswith("_refs"):
                self.assertTrue(value)
                self.assertLessEqual(set(value), ids)
            if isinstance(value, list):
                self.assertTrue(value)
        for reference in thing.get("external_references", []):
            self.assertTrue(reference["source_name"])
            self.assertTrue({"description", "url", "external_id"} & set(reference))
        if kind == "location":
            self.assertTrue({"region", "country"} & set(thing))
        for extension in thing.get("extensions", {}):
            self.assertRegex(extension, f"^extension-definition--{self.UUID}$")

    def test_bundle(self):
        for case in CASES:
            with self.subTest(case):
                entities, relations = facts(case)
                bundle = json.loads(convert(case, "stix"))
                self.assertEqual(bundle["type"], "bundle")
                self.assertRegex(bundle["id"], f"^bundle--{self.UUID}$")
                ids = {thing["id"] for thing in bundle["objects"]}
                self.assertEqual(len(ids), len(bundle["objects"]))
                for thing in bundle["objects"]:
                    self.check_object(thing, ids)
                names = [thing.get("name") for thing in bundle["objects"]]
                for entity in entities.values():
                    self.assertIn(entity["name"], names)
                kinds = [thing["type"] for thing in bundle["objects"]]
                self.assertLessEqual(kinds.count("relationship") + kinds.count("opinion"),
                                     len(relations))

    def test_peer(self):
        """No validator of STIX is in Debian or npm, but the schemas of its largest user are."""
        for case in CASES:
            with self.subTest(case):
                bundle = convert(case, "stix")
                found = ask_node(self, "@mitre-attack/attack-data-model", "stix.mjs", bundle)
                self.assertEqual(found["complaints"], [])
                self.assertGreaterEqual(found["checked"], 5)
        spoilt = bundle.replace('"modified": "2', '"modified": "x2')
        found = ask_node(self, "@mitre-attack/attack-data-model", "stix.mjs", spoilt)
        self.assertNotEqual(found["complaints"], [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
