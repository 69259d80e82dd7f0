#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""ATT&CK for ICS 17.1 and 18.1: every object that differs is accounted for.

Object by object the two files differ in 798 of 2,064 ids; diff tells of one change. Here each
of the 413 objects added, 238 removed and 147 changed is put into one class, and each class is
held against what diff reports: nothing may be left over on either side.

Usage: test_ics_pair.py PROGRAM CORPUS
Exit status: 0 passed, 1 failed, 77 skipped, as CTest expects.
"""

import collections
import json
import pathlib
import subprocess
import sys

PROGRAM = sys.argv[1]
PATHS = [pathlib.Path(sys.argv[2]) / f"attack-ics-{version}.json" for version in ("17.1", "18.1")]
if not all(path.exists() for path in PATHS):
    print("skipped: no corpus with both releases; ATTRIGRAPH_CORPUS names it")
    sys.exit(77)

# What no claim about who did what is made of.
UNREAD = {"x_mitre_data_sources", "x_mitre_detection", "x_mitre_log_sources", "x_mitre_version",
          "x_mitre_attack_spec_version", "x_mitre_contributors", "revoked", "modified"}


def diff(*options):
    run = subprocess.run([PROGRAM, "diff", *options, *PATHS], capture_output=True, text=True, check=False)
    assert run.returncode == 1, run.stderr
    return run.stdout


def kind(thing):
    return "relationship" if thing["type"] == "relationship" else thing["type"]


def is_custom(thing):
    return thing["type"].startswith("x-")


def references(thing):
    """Relations that an object of a custom type writes in a member of its own."""
    many = thing.get("x_mitre_analytic_refs", []) + thing.get("tactic_refs", [])
    return many + [thing[key] for key in ("x_mitre_data_source_ref",) if thing.get(key)]


def main():
    before, after = [{thing["id"]: thing for thing in json.loads(path.read_text("utf-8"))["objects"]}
                     for path in PATHS]
    added = [after[key] for key in after.keys() - before.keys()]
    removed = [before[key] for key in before.keys() - after.keys()]
    both = before.keys() & after.keys()
    changed = [(before[key], after[key]) for key in both if before[key] != after[key]]
    assert (len(added), len(removed), len(changed), len(both) - len(changed)) == (413, 238, 147, 1266)

    told = json.loads(diff("-T", "json", "--all"))
    hidden = {entry["type"]: entry for entry in told["not_compared"]}

    # 413 added: 169 objects of three custom types, and 244 relationships that end at such objects.
    new = collections.Counter(map(kind, added))
    assert new == {"relationship": 244, "x-mitre-detection-strategy": 83, "x-mitre-analytic": 82, "x-mitre-asset": 4}
    for name in ("x-mitre-detection-strategy", "x-mitre-analytic", "x-mitre-asset"):
        assert hidden[name]["added"] == new[name] and hidden[name]["removed"] == 0, name
    # 238 removed: relationships from data components, all of them of a custom type.
    assert collections.Counter(map(kind, removed)) == {"relationship": 238}
    for relationship in added + removed:
        if kind(relationship) == "relationship":
            assert "--" in relationship["source_ref"]
            assert any(relationship[end].startswith("x-") for end in ("source_ref", "target_ref")), relationship["id"]
    # Besides, custom objects refer to each other in members: 82 times more, and 36 times no longer.
    pairs = [{(thing["id"], other) for thing in side.values() if is_custom(thing) for other in references(thing)}
             for side in (before, after)]
    relations = hidden["relationship"]
    assert relations["added"] - new["relationship"] == len(pairs[1] - pairs[0]) == 82, relations
    assert relations["removed"] - 238 == len(pairs[0] - pairs[1]) == 36, relations

    # 147 changed: custom objects are not compared, nor is what is deprecated on both sides; of
    # techniques, groups and malware only members changed that no claim is made of, and twice the
    # description.
    classes = collections.Counter()
    reworded, restamped = set(), set()
    for old, now in changed:
        fields = {key for key in old.keys() | now.keys() if old.get(key) != now.get(key)}
        if is_custom(now):
            classes["custom"] += 1
        elif old.get("x_mitre_deprecated") and now.get("x_mitre_deprecated"):
            classes["deprecated"] += 1
        elif fields - UNREAD:
            assert fields - UNREAD <= {"description", "external_references"}, fields
            classes["reworded"] += 1
            reworded.add(now["id"])
        elif "modified" in fields:
            classes["restamped"] += 1
            restamped.add(now["id"])
        else:
            classes["unread"] += 1
        assert bool(old.get("revoked")) == bool(now.get("revoked")), now["id"]
    assert classes == {"unread": 70, "custom": 60, "deprecated": 12, "restamped": 3, "reworded": 2}, classes
    minor = {change["entity"]: [field["field"] for field in change["fields"]] for change in told["changes"]}
    assert reworded == {key for key, fields in minor.items() if "description" in fields}
    assert restamped == {key for key, fields in minor.items() if fields == ["recorded"]}
    assert reworded | restamped == minor.keys()

    # What is left is the new edition, and it is a line.
    assert told["summary"] == {"added": 0, "removed": 0, "changed": 1, "withdrawn": 0, "revoked": 0, "hidden": 0,
                               "marked": 0, "reworded": 2, "restamped": 3}
    assert len(told["editions"]) == 1 and not told["candidates"]
    screen = diff().splitlines()
    assert len(screen) <= 60 and any("new edition" in line for line in screen)
    text = diff("--all")
    for name in ("FIN7", "Lazarus Group", "REvil"):
        assert name in text and name not in "\n".join(screen)
    print("2,064 ids: 413 added, 238 removed, 147 changed, 1,266 the same; all accounted for")


if __name__ == "__main__":
    main()
