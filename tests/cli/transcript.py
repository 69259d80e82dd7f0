#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Runs a transcript: commands, and what they must print and exit with.

    transcript.py SOURCE BIN FILE.test

In FILE.test a line that begins with

    $    is a command for sh; a following line that begins with > goes on with it
    1|   is a line it prints on standard output, exactly
    2|   is a line it prints on standard error, exactly
    ?    is its exit status, where that is not 0
    #    is a comment; comments and empty lines stand between commands

A last line without a newline is written 1! or 2!. All commands of a file run one
after the other in one temporary folder, which holds a copy of data/tag-22; BIN is
first in PATH, and `wiki-safe` is tests/draw/wiki_safe.py. With
ATTRIGRAPH_GOLDEN_UPDATE=1 in the environment FILE.test is rewritten with what the
commands print now.
"""
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SECONDS = 120


def parse(text):
    """Lines between commands, and commands with their lines of script."""
    parts = []
    for line in text.splitlines():
        if line.startswith("$ "):
            parts.append([line[2:]])
        elif line.startswith("> ") and parts and isinstance(parts[-1], list):
            parts[-1].append(line[2:])
        elif line.startswith("#") or not line:
            parts.append(line)
        elif not line.startswith(("1|", "2|", "1!", "2!", "? ")):
            sys.exit(f"a transcript has no such line: {line}")
    return parts


def quote(stream, data):
    lines = data.decode("utf-8", "backslashreplace").split("\n")
    last = lines.pop()
    result = [f"{stream}| {line}".rstrip() if not line else f"{stream}| {line}" for line in lines]
    return result + ([f"{stream}! {last}"] if last else [])


def run(script, folder, environment):
    done = subprocess.run(["sh", "-c", "\n".join(script)], cwd=folder, env=environment,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
    lines = [f"$ {script[0]}"] + [f"> {line}" for line in script[1:]]
    lines += quote(1, done.stdout) + quote(2, done.stderr)
    return lines + ([f"? {done.returncode}"] if done.returncode != 0 else [])


def make_folder(source, folder):
    shutil.copytree(source / "data" / "tag-22", folder / "data" / "tag-22")
    tools = folder / ".tools"
    tools.mkdir()
    (tools / "wiki-safe").symlink_to(source / "tests" / "draw" / "wiki_safe.py")
    return tools


def make_environment(bin_folder, tools):
    kept = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "ATTRIGRAPH_LIBEXEC")
    environment = {key: os.environ[key] for key in kept if key in os.environ}
    environment["PATH"] = f"{bin_folder}:{tools}:/usr/bin:/bin"
    environment["HOME"] = "/nonexistent"
    environment["LC_ALL"] = "C"
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    for whose in ("AUTHOR", "COMMITTER"):
        environment[f"GIT_{whose}_NAME"] = "An analyst"
        environment[f"GIT_{whose}_EMAIL"] = "analyst@example.org"
        environment[f"GIT_{whose}_DATE"] = "2022-04-01T12:00:00+0000"
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    return environment


def main(source, bin_folder, test):
    test = pathlib.Path(test)
    source = pathlib.Path(source)
    expected = test.read_text("utf-8")
    observed = []
    with tempfile.TemporaryDirectory(prefix="attrigraph-") as name:
        folder = pathlib.Path(name)
        environment = make_environment(bin_folder, make_folder(source, folder))
        for part in parse(expected):
            observed += [part] if isinstance(part, str) else run(part, folder, environment)
    text = "\n".join(observed) + "\n"
    if text == expected:
        return 0
    if os.environ.get("ATTRIGRAPH_GOLDEN_UPDATE") == "1":
        test.write_text(text, "utf-8")
        return 0
    place = source / "out" / "observed" / "cli" / test.name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
    sys.stdout.writelines(difflib.unified_diff(
        expected.splitlines(True), text.splitlines(True), str(test), str(place)))
    return 1


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(*sys.argv[1:]))
