#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Runs what the README shows, so that the README cannot lie.

    test_readme.py SOURCE BIN

Every line after `$ ` in a ```console block is run, with standard output and error
together; the lines below it must be what it prints. A line `[...]` stands for any
number of lines, and at the end of a line for the rest of it. All commands run as in one
shell, which begins in a temporary folder as that of transcript.py, those that read a feed
where the corpus is; every relative link must lead somewhere, and every json block must be
one that `attrigraph check` takes. With ATTRIGRAPH_GOLDEN_UPDATE=1 in the environment the lines are rewritten
with what is printed now, except where some are left out.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import transcript

ELISION = "[...]"
# What the README calls a feed, and the release of it that it tells of.
FEEDS = {"enterprise-attack.json": "attack-enterprise-18.1.json",
         "threat-actor.json": "misp-threat-actor.json"}


def link_feeds(source, folder):
    """Whether the feeds are there; commands that read them are skipped where they are not."""
    corpus = pathlib.Path(os.environ.get("ATTRIGRAPH_CORPUS", source.parent / "shared/corpus"))
    for name, kept_as in FEEDS.items():
        if not (corpus / kept_as).is_file():
            return False
        (folder / name).symlink_to((corpus / kept_as).resolve())
    return True


def find_blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def split_commands(block):
    """Pairs of a command and the lines below it."""
    commands = []
    for line in block.splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        else:
            commands[-1][1].append(line)
    return commands


def needs_feed(command):
    return any(name in command for name in FEEDS)


def line_pattern(line):
    if line == ELISION:
        return "(?:.*\n)*"
    if line.endswith(ELISION):
        return re.escape(line.removesuffix(ELISION)) + ".*\n"
    return re.escape(line) + "\n"


def matches(expected, observed):
    pattern = "".join(line_pattern(line) for line in expected)
    return re.fullmatch(pattern, observed) is not None


def run(command, folder, environment):
    """What it prints, and the folder it leaves one in."""
    read, write = os.pipe()
    script = f"{command}\npwd >/dev/fd/{write}"
    done = subprocess.run(["sh", "-c", script], cwd=folder, env=environment, timeout=120,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, pass_fds=(write,))
    os.close(write)
    with os.fdopen(read) as pipe:
        return done.stdout.decode("utf-8"), pipe.read().strip() or folder


def check_links(source, text):
    """Those of the text; what a command prints leads on from where it is put."""
    text = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    targets = re.findall(r"\]\(([^)#]+)\)", text) + re.findall(r'(?:src|href)="([^"#]+)"', text)
    return [f"the link {target} leads nowhere" for target in targets
            if "://" not in target and not (source / target).exists()]


def main(source, bin_folder):
    source = pathlib.Path(source)
    text = (source / "README.md").read_text("utf-8")
    failures = check_links(source, text)
    update = os.environ.get("ATTRIGRAPH_GOLDEN_UPDATE") == "1"
    ran = 0
    with tempfile.TemporaryDirectory(prefix="attrigraph-") as name:
        folder = pathlib.Path(name)
        environment = transcript.make_environment(
            bin_folder, transcript.make_folder(source, folder))
        for n, block in enumerate(find_blocks(text, "json")):
            (folder / f"example-{n}.json").write_text(block, "utf-8")
        fed = link_feeds(source, folder)
        here = folder
        for block in find_blocks(text, "console"):
            lines = []
            for command, expected in split_commands(block):
                if needs_feed(command) and not fed:
                    print(f"skipped, as the corpus is not there: $ {command}")
                    lines += [f"$ {command}"] + expected
                    continue
                ran += 1
                observed, here = run(command, here, environment)
                good = matches(expected, observed)
                if not good and ELISION not in expected and update:
                    expected = observed.splitlines()
                elif not good:
                    failures.append(f"$ {command}\nprints\n{observed}and not\n"
                                    + "\n".join(expected))
                lines += [f"$ {command}"] + expected
            text = text.replace(block, "\n".join(lines) + "\n")
        for example in sorted(folder.glob("example-*.json")):
            done = subprocess.run(["attrigraph", "check", example], env=environment,
                                  capture_output=True, text=True)
            if done.returncode != 0:
                failures.append(f"{example.name}: {done.stdout}{done.stderr}")
    if update:
        (source / "README.md").write_text(text, "utf-8")
    for failure in failures:
        print(failure)
    print(f"{ran} commands of the README run, {len(failures)} failures")
    return 1 if failures or ran == 0 else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(*sys.argv[1:]))
