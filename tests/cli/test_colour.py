#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Colour: in the text of a diff, on a terminal, unless it is not wanted.

    test_colour.py PROGRAM CASE
"""
import os
import pathlib
import pty
import subprocess
import sys
import tempfile

CHANGES = ["--known-on", "2021-07-31..2025-12-31"]


def read_all(descriptor):
    told = b""
    try:
        while chunk := os.read(descriptor, 4096):
            told += chunk
    except OSError:  # how a pseudo-terminal says that the other side is closed
        pass
    os.close(descriptor)
    return told.replace(b"\r\n", b"\n")


def run(command, terminal=True, **environment):
    """What is written on standard output."""
    parent, child = pty.openpty() if terminal else os.pipe()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=child,
                               stderr=subprocess.DEVNULL, env={"LC_ALL": "C", **environment})
    os.close(child)
    told = read_all(parent)
    if process.wait() not in (0, 1):
        sys.exit(f"{command} exits with {process.returncode}: {told!r}")
    return told


def strip(told):
    for code in (b"\x1b[32m", b"\x1b[31m", b"\x1b[33m", b"\x1b[0m"):
        told = told.replace(code, b"")
    return told


def check_line(line):
    """A line of the answer is of one colour, its sign's, or of none."""
    colours = {"+": "\x1b[32m", "−": "\x1b[31m", "~": "\x1b[33m"}
    sign = strip(line.encode()).decode()[2:3] if "\x1b" in line else ""
    if "\x1b" in line and not (sign in colours and line.startswith(colours[sign] + "  " + sign) and
                               line.endswith("\x1b[0m") and line.count("\x1b") == 2):
        sys.exit(f"a line is coloured otherwise: {line!r}")


def main(program, case):
    diff = [program, "diff", *CHANGES, case]
    plain = run(diff, terminal=False, TERM="xterm")
    coloured = run(diff, TERM="xterm")
    if b"\x1b" in plain:
        sys.exit(f"colour in a pipe: {plain!r}")
    if b"\x1b" not in coloured or strip(coloured) != plain:
        sys.exit(f"no colour on a terminal, or other words: {coloured!r}")
    for line in coloured.decode().splitlines():
        check_line(line)
    if run(diff + ["-o", "-"], TERM="xterm") != coloured or run(diff, TERM="xterm", NO_COLOR="") != coloured:
        sys.exit("no colour for -o -, or with an empty NO_COLOR")

    uncoloured = {"NO_COLOR": run(diff, TERM="xterm", NO_COLOR="1"),
                  "a dumb terminal": run(diff, TERM="dumb"), "an unknown terminal": run(diff)}
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "changes.txt"
        run(diff + ["-T", "text", "-o", str(path)], TERM="xterm")
        uncoloured["a file"] = path.read_bytes()
    for name, told in uncoloured.items():
        if told != plain:
            sys.exit(f"colour or other words for {name}: {told!r}")
    for kind in ("md", "json", "svg", "txt"):
        if b"\x1b" in run(diff + ["--focus", "TAG-22", "-T", kind], TERM="xterm"):
            sys.exit(f"colour in {kind}")


if __name__ == "__main__":
    main(*sys.argv[1:])
