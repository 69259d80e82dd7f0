#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The manual and --help name the same options, and the pages are clean mdoc.

    test_man.py PROGRAM PAGE RULES_PAGE
"""
import re
import shutil
import subprocess
import sys


def help_of(program, *command):
    return subprocess.run([program, *command, "--help"], capture_output=True, text=True,
                          check=True).stdout


def options_of_help(program):
    overview = help_of(program)
    commands = re.findall(r"^  (\w+) ", overview.split("Commands:")[1].split("\n\n")[0], re.M)
    texts = [help_of(program, command) for command in commands] + [overview]
    found = set()
    for text in texts:
        for line in text.splitlines():
            if line.lstrip().startswith(("-", "attrigraph --")):
                found.update(re.findall(r"(?<![\w-])--?[a-z][\w-]*|-T\b", line[:28]))
    return found


def options_of_page(page):
    found = set()
    with open(page, encoding="utf-8") as file:
        for line in file:
            if line.startswith(".It Fl"):
                for dash, name in re.findall(r"Fl (-?)([\w-]+)", line):
                    found.add(f"-{dash}{name}")
    return found


def lint(pages):
    if shutil.which("mandoc") is None:
        print("skipped mandoc -T lint: mandoc is not installed")
        return 0
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", *pages], capture_output=True,
                          text=True)
    print(done.stdout, end="")
    return done.returncode


def main(program, page, rules_page):
    in_help, in_page = options_of_help(program), options_of_page(page)
    for option in sorted(in_help - in_page):
        print(f"{option} is in --help and not in the manual")
    for option in sorted(in_page - in_help):
        print(f"{option} is in the manual and not in --help")
    print(f"{len(in_help & in_page)} options are in both")
    return 1 if in_help != in_page or not in_help or lint([page, rules_page]) else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
