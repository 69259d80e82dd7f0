#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What it costs to ask all of ATT&CK, beside Python reading the same file.

    feeds.py PROGRAM METER [RUNS]

The file is attack-enterprise-18.1.json in the folder that ATTRIGRAPH_CORPUS names;
without it nothing is measured, and that is said. Each pair of commands runs in turn
(A B A B ...) under METER (measure.c), each as a whole process with its children; told
are the medians of user and system CPU time and of peak memory, and how they compare
to the aim. It fails only if a command fails; times are no test.
"""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

RUNS = 11
FEED = "attack-enterprise-18.1.json"
LOAD = "import json, sys; json.load(open(sys.argv[1]))"


def measure(meter, command):
    """CPU milliseconds and peak MB of one process, its waited-for children included."""
    done = subprocess.run([meter, *command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed: {done.stderr}")
    microseconds, kibibytes = map(int, done.stdout.split())
    return microseconds / 1000, kibibytes / 1024


def compare(meter, runs, ours, theirs, cpu_aim, memory_aim=None):
    """Tells of the pairs (name, command) ours and theirs."""
    rows = (ours, theirs)
    for _, command in rows:
        measure(meter, command)
    results = [[measure(meter, command) for _, command in rows] for _ in range(runs)]
    medians = []
    for i, (name, _) in enumerate(rows):
        cpu, memory = (statistics.median(run[i][j] for run in results) for j in (0, 1))
        medians.append((cpu, memory))
        print(f"  {name:<40} {cpu:8.1f} ms CPU   {memory:6.1f} MB peak")
    (cpu, memory), (their_cpu, their_memory) = medians
    aims = f"{'':<42} {cpu / their_cpu:8.2f} of it; aim {cpu_aim:.2f}"
    if memory_aim is not None:
        aims += f"   {memory / their_memory:.2f} of it; aim {memory_aim:.2f}"
    print(aims)


def list_pythons():
    """The system's, and whichever the user would start, if that is another."""
    found = {}
    for name in ("/usr/bin/python3", shutil.which("python3")):
        if name is None or not os.path.exists(name):
            continue
        told = subprocess.run([name, "-c", "import sys; print(sys.executable)"],
                              capture_output=True, text=True, check=True)
        real = told.stdout.strip()
        found.setdefault(os.path.realpath(real), real)
    return list(found.values())


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def make_dot(program, feed):
    """The groups and tools around TAG-22 for dot: bare boxes, and a number on each line."""
    told = subprocess.run([program, "convert", "-T", "json", "--focus", "TAG-22", "--type",
                           "intrusion-set,malware,tool", feed], capture_output=True, check=True)
    document = json.loads(told.stdout)
    edges = sorted({(row["from"], row["type"], row["to"]) for row in document["relationships"]})
    lines = ["digraph {", "rankdir=LR; node [shape=box, fontname=Arial]; edge [fontname=Arial];"]
    lines += [f"{quote(row['id'])} [label={quote(row['name'])}];" for row in document["entities"]]
    lines += [f"{quote(start)} -> {quote(end)} [label={quote(verb + ' [1]')}];"
              for start, verb, end in edges]
    return "\n".join(lines + ["}"]) + "\n", len(document["entities"]), len(edges)


def split(feed, folder):
    """Writes each object of the bundle to a file of its own."""
    with open(feed, encoding="utf-8") as file:
        objects = json.load(file)["objects"]
    for row in objects:
        place = folder / row["type"]
        place.mkdir(exist_ok=True)
        text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        (place / f"{row['id']}.json").write_text(text, "utf-8")
    return len(objects)


def main(program, meter, runs=RUNS):
    feed = pathlib.Path(os.environ.get("ATTRIGRAPH_CORPUS", "")) / FEED
    if not feed.is_file():
        print(f"skipped: no {FEED}; ATTRIGRAPH_CORPUS names the folder that has it")
        return
    runs = int(runs)
    overlap = [program, "overlap", "--focus", "TAG-22"]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        graph = folder / "tag-22.dot"
        text, nodes, edges = make_dot(program, feed)
        graph.write_text(text, "utf-8")
        (folder / "objects").mkdir()
        n = split(feed, folder / "objects")

        size = feed.stat().st_size / 1e6
        print(f"{feed.name}: {size:.0f} MB, {n} objects; {runs} runs each, in turn; medians")
        for python in list_pythons():
            load = [python, "-c", LOAD, feed]
            print(f"who shares tools with TAG-22, and {python}")
            compare(meter, runs, ("overlap --focus TAG-22", [*overlap, feed]),
                    ("json.load", load), 0.6, 0.5)
            print(f"TAG-22 drawn, and {python} with dot, {nodes} nodes and {edges} edges")
            script = 'python=$1; shift; "$python" -c "$1" "$2" && dot -Tsvg "$3"'
            compare(meter, runs,
                    ("draw --focus TAG-22", [program, "draw", "--focus", "TAG-22", "-T", "svg",
                                             feed]),
                    ("json.load, then dot -Tsvg",
                     ["sh", "-c", script, "sh", python, LOAD, feed, graph]), 0.6)
        print("each object in a file of its own, and the bundle")
        compare(meter, runs, (f"overlap, {n} files", [*overlap, folder / "objects"]),
                ("overlap, one file", [*overlap, feed]), 2.0)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
