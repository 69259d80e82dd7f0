#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What it costs to draw TAG-22, beside dot drawing the same graph; and to compare two
releases of a feed, beside jq sorting both and diff comparing the lines.

    bench.py SOURCE PROGRAM METER [RUNS]

Runs both in turn (A B A B ...) under METER (measure.c), each as a whole process with
its children, and prints the medians of user and system CPU time and of peak memory, and their ratio.
The graph for dot is made here from the same view, as `attrigraph show -T json` tells
it: one node an entity, one labelled edge a claimed relation. It fails only if a
command fails; times are no test.
"""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

RUNS = 21


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def load(case):
    """Entities by id, and the relationships between them, from the case's files."""
    entities, relationships = {}, []
    for file in sorted(case.glob("*.json")):
        document = json.loads(file.read_text("utf-8"))
        for entity in document.get("entities", []):
            entities.setdefault(entity["id"], entity)
        default = document.get("citation", {})
        for relationship in document.get("relationships", []):
            relationships.append((relationship, default))
    return entities, relationships


def list_drawn(program, case):
    """The ids of what attrigraph draws, found by walking from claim to claim."""
    seen, waiting = set(), ["tag-22"]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        told = subprocess.run([program, "show", name, case, "--focus", "TAG-22", "-T", "json"],
                              capture_output=True, check=True)
        for edge in json.loads(told.stdout)["edges"]:
            waiting += [edge[end] for end in ("from", "to") if end in edge]
    return seen


def make_dot(program, case):
    entities, relationships = load(case)
    seen = list_drawn(program, case)
    edges = {}
    for relationship, default in relationships:
        ends = (relationship["from"], relationship["type"], relationship["to"])
        citations = relationship.get("citations", [default])
        sources = {c if isinstance(c, str) else c.get("claimant", c.get("source", ""))
                   for c in citations}
        if ends[0] in seen and ends[2] in seen:
            edges.setdefault(ends, set()).update(sources)
    lines = ["digraph {", "rankdir=LR; node [shape=box, fontname=Arial]; edge [fontname=Arial];"]
    for name in sorted(seen & set(entities)):
        lines.append(f"{quote(name)} [label={quote(entities[name]['name'])}];")
    for (start, verb, end), sources in sorted(edges.items()):
        label = f"{verb} [{', '.join(sorted(sources))}]"
        lines.append(f"{quote(start)} -> {quote(end)} [label={quote(label)}];")
    return "\n".join(lines + ["}"]) + "\n", len(seen), len(edges)


def measure(meter, command):
    """CPU milliseconds and peak MB of one process, its waited-for children included."""
    done = subprocess.run([meter, *command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed: {done.stderr}")
    microseconds, kibibytes = map(int, done.stdout.split())
    return microseconds / 1000, kibibytes / 1024


def report(name, results):
    cpu = statistics.median(cpu for cpu, _ in results)
    memory = statistics.median(memory for _, memory in results)
    print(f"{name:<12} {cpu:7.1f} ms CPU   {memory:6.1f} MB peak")
    return cpu, memory


def main(source, program, meter, runs=RUNS):
    case = pathlib.Path(source) / "data" / "tag-22"
    with tempfile.TemporaryDirectory() as folder:
        graph = pathlib.Path(folder) / "tag-22.dot"
        text, nodes, edges = make_dot(program, case)
        graph.write_text(text, "utf-8")
        ours = [program, "draw", case, "--focus", "TAG-22", "-T", "svg"]
        theirs = ["dot", "-Tsvg", graph]
        measure(meter, ours), measure(meter, theirs)
        results = [(measure(meter, ours), measure(meter, theirs)) for _ in range(int(runs))]
    print(f"TAG-22: {nodes} entities, {edges} edges; {runs} runs each, in turn; medians")
    a = report("attrigraph", [pair[0] for pair in results])
    b = report("dot -Tsvg", [pair[1] for pair in results])
    print(f"ratio        {a[0] / b[0]:7.2f} of dot's    {a[1] / b[1]:6.2f} of dot's")
    corpus = pathlib.Path(os.environ.get("ATTRIGRAPH_CORPUS", pathlib.Path(source).parent / "shared/corpus"))
    compare_releases(program, meter, corpus, int(runs))


def compare_releases(program, meter, corpus, runs):
    pair = [corpus / f"attack-ics-{version}.json" for version in ("17.1", "18.1")]
    if not all(path.exists() for path in pair) or not shutil.which("jq"):
        print("no two releases of ATT&CK for ICS, or no jq: diff is not measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        sorted_pair = [pathlib.Path(folder) / path.name for path in pair]
        jq = " && ".join(f"jq -S . '{path}' > '{out}'" for path, out in zip(pair, sorted_pair))
        ours = ["sh", "-c", f"'{program}' diff '{pair[0]}' '{pair[1]}' 2>/dev/null; test $? -le 1"]
        theirs = ["sh", "-c", f"{jq}; diff -u '{sorted_pair[0]}' '{sorted_pair[1]}'; test $? -le 1"]
        measure(meter, ours), measure(meter, theirs)
        results = [(measure(meter, ours), measure(meter, theirs)) for _ in range(runs)]
    print(f"ATT&CK for ICS 17.1 and 18.1; {runs} runs each, in turn; medians")
    a = report("attrigraph", [one[0] for one in results])
    b = report("jq -S, diff", [one[1] for one in results])
    print(f"ratio        {a[0] / b[0]:7.2f} of jq's     {a[1] / b[1]:6.2f} of jq's")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    main(*sys.argv[1:])
