#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The manual and --help name the same options, the page of the format and the JSON Schema
the same members, each with what it means, and the pages are clean mdoc.

    test_man.py PROGRAM PAGE RULES_PAGE FORMAT_PAGE SCHEMA
"""
import json
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


def objects_of_schema(node, found):
    """All maps of properties, but for what an `if` asks and what only points to another."""
    if isinstance(node, dict):
        if "properties" in node and "type" in node:
            found.append(node["properties"])
        for key, value in node.items():
            if key not in ("if", "then"):
                objects_of_schema(value, found)
    return found


def check_format(page, schema):
    """The faults: members that the page lacks or does not explain."""
    with open(schema, encoding="utf-8") as file:
        objects = objects_of_schema(json.load(file), [])
    with open(page, encoding="utf-8") as file:
        entries = re.findall(r"^\.It Cm (\S+) Pq .+\n(\.?.*)", file.read(), re.M)
    explained = {name for name, text in entries if text and not text.startswith((".It", ".El"))}
    faults = [f"{name} is not explained in the page of the format" for name, _ in entries
              if name not in explained]
    members = {name for properties in objects for name in properties}
    faults += [f"{name} is in the JSON Schema and not in the page" for name in members - explained]
    print(f"{len(members)} members are in the JSON Schema")
    return faults if members else ["the JSON Schema has no members"]


def lint(pages):
    if shutil.which("mandoc") is None:
        print("skipped mandoc -T lint: mandoc is not installed")
        return 0
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", *pages], capture_output=True,
                          text=True)
    print(done.stdout, end="")
    return done.returncode


def main(program, page, rules_page, format_page, schema):
    in_help, in_page = options_of_help(program), options_of_page(page)
    faults = [f"{option} is in --help and not in the manual" for option in in_help - in_page]
    faults += [f"{option} is in the manual and not in --help" for option in in_page - in_help]
    faults += check_format(format_page, schema)
    print(f"{len(in_help & in_page)} options are in both", *sorted(faults), sep="\n")
    return 1 if faults or not in_help or lint([page, rules_page, format_page]) else 0


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
