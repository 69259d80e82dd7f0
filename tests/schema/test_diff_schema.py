# SPDX-License-Identifier: MIT
"""The JSON Schema of a list of changes, both ways: what diff writes passes, and each of many
small faults in it is stopped at its place.

Usage: test_diff_schema.py SOURCE-DIRECTORY PROGRAM
Exit status: 0 passed, 1 failed, 77 skipped, as CTest expects.
"""

import copy
import json
import pathlib
import subprocess
import sys
import unittest

try:
    import jsonschema
except ImportError:
    print("skipped: no Python module jsonschema (Debian: python3-jsonschema)")
    sys.exit(77)

ROOT = pathlib.Path(sys.argv[1])
PROGRAM = sys.argv[2]
PAIRS = ["claims", "entities", "editions", "pairing"]


def diff(*arguments):
    run = subprocess.run([PROGRAM, "diff", "-T", "json", *map(str, arguments)], stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, check=False)
    assert run.returncode in (0, 1), arguments
    return json.loads(run.stdout)


def written():
    folder = ROOT / "tests" / "golden" / "diff"
    for pair in PAIRS:
        for extra in ([], ["--all"]):
            yield diff(*extra, folder / f"{pair}.old.json", folder / f"{pair}.new.json")
            yield diff(*extra, folder / f"{pair}.new.json", folder / f"{pair}.old.json")
    case = ROOT / "data" / "tag-22"
    yield diff("--all", "--known-on", "2021-07-31..2025-12-31", case)
    yield diff("--source", "fireeye-2019", "--source", "groupib-2021", case)
    yield diff(case, case)


# What is done to a good list, and where the schema must find it.
def drop(*path):
    return lambda d: at(d, path[:-1]).pop(path[-1])


def put(value, *path):
    return lambda d: at(d, path[:-1]).__setitem__(path[-1], value)


def at(d, path):
    for step in path:
        d = d[step]
    return d


FAULTS = [
    (put(2, "attrigraph-diff"), "attrigraph-diff"),
    (put(1, "surprise"), ""),
    (put(-1, "summary", "added"), "summary/added"),
    (drop("summary", "revoked"), "summary"),
    (put("moved", "changes", 0, "change"), "changes/0"),
    (drop("changes", 0, "section"), "changes/0"),
    (put("news", "changes", 0, "section"), "changes/0"),
    (put("lately", "changes", 0, "novelty"), "changes/0"),
    (put("lost", "changes", 0, "retraction"), "changes/0"),
    (put(False, "changes", 0, "minor"), "changes/0"),
    (put("x", "changes", 0, "entity"), "changes/0"),
    (put([], "changes", 0, "fields"), "changes/0"),
    (put([{"field": "tlp", "before": "CLEAR"}], "changes", 0, "fields"), "changes/0/fields/0"),
    (put([{"removed": "a"}], "candidates"), "candidates/0"),
    (put([{"before": "a"}], "editions"), "editions/0"),
    (put([{"type": "malware", "before": 0, "after": 0, "added": 0, "removed": 0}], "not_compared"),
     "not_compared/0/type"),
    (put({"title": "x"}, "head_after"), "head_after"),
    (put(["x"], "sources_added"), "sources_added/0"),
    *[(drop(key), "") for key in ("summary", "changes", "candidates", "editions", "not_compared", "head_before",
                                  "head_after", "sources_removed", "entities_added", "relationships_added")],
]


class DiffSchema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = json.loads((ROOT / "data/schema/attrigraph-diff-1.schema.json").read_text("utf-8"))
        cls.validator = jsonschema.Draft202012Validator(cls.schema)

    def test_itself(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)

    def test_written(self):
        words = set()
        for document in written():
            for error in self.validator.iter_errors(document):
                self.fail(f"/{'/'.join(map(str, error.path))}: {error.message}")
            words |= {change.get("retraction") for change in document["changes"]}
            words |= {change["change"] for change in document["changes"]}
        self.assertLessEqual({"added", "removed", "changed", "withdrawn", "revoked", "gone"}, words)

    def test_faults(self):
        folder = ROOT / "tests" / "golden" / "diff"
        good = diff(folder / "claims.old.json", folder / "claims.new.json")
        for number, (spoil, place) in enumerate(FAULTS):
            with self.subTest(fault=number, place=place):
                bad = copy.deepcopy(good)
                spoil(bad)
                found = ["/".join(map(str, error.path)) for error in self.validator.iter_errors(bad)]
                self.assertTrue(any(path.startswith(place) for path in found), found)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
