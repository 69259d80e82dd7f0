#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Progress: on a terminal, after half a second, and gone in the end.

    test_progress.py PROGRAM FILE
"""
import os
import pty
import subprocess
import sys
import time

ERASE = b"\r\x1b[K"


def run(program, document, seconds, term="xterm", terminal=True):
    """What is written on standard error while standard input comes after @seconds."""
    parent, child = pty.openpty() if terminal else os.pipe()
    environment = {"LC_ALL": "C"}
    if term is not None:
        environment["TERM"] = term
    process = subprocess.Popen([program, "check", "-"], stdin=subprocess.PIPE,
                               stdout=subprocess.DEVNULL, stderr=child, env=environment)
    os.close(child)
    time.sleep(seconds)
    process.stdin.write(document)
    process.stdin.close()
    told = b""
    try:
        while chunk := os.read(parent, 4096):
            told += chunk
    except OSError:  # how a pseudo-terminal says that the other side is closed
        pass
    os.close(parent)
    if process.wait() != 0:
        sys.exit(f"the program failed: {told!r}")
    return told.replace(b"\r\n", b"\n")


def expect(what, good, told):
    if not good:
        sys.exit(f"{what}: {told!r}")


def main(program, path):
    with open(path, "rb") as file:
        document = file.read()
    sums = run(program, document, 0, terminal=False)

    slow = run(program, document, 1.5)
    expect("no progress on a terminal", slow.startswith(ERASE + b"attrigraph: reading"), slow)
    expect("no seconds after one", b"attrigraph: reading, 1 s" in slow, slow)
    expect("the line is left behind", slow.endswith(ERASE + sums), slow)
    expect("the line is not written over", b"\n" not in slow[:-len(sums)], slow)

    quick = run(program, document, 0)
    expect("progress in less than half a second", quick == sums, quick)
    for name, told in (("pipe", run(program, document, 1, terminal=False)),
                       ("dumb terminal", run(program, document, 1, term="dumb")),
                       ("unknown terminal", run(program, document, 1, term=None))):
        expect(f"progress on a {name}", told == sums, told)


if __name__ == "__main__":
    main(*sys.argv[1:])
