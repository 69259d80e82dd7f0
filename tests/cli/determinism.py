#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The same facts give the same bytes, whatever else changes.

    determinism.py SOURCE PROGRAM

Draws and asks of data/tag-22 again and again: in another order of entities, sources,
relationships, files and keys; in another locale, time zone, home, umask and working
folder; without fonts. Every answer must be the first one's bytes. What this
machine cannot try is named, and skipped.
"""
import hashlib
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

VIEWS = (["draw", "-T", "svg", "--focus", "TAG-22"],
         ["draw", "-T", "svg", "--focus", "TAG-22", "--known-on", "2021-07-31"],
         ["draw", "-T", "svg", "--view", "layered"],
         ["overlap", "-T", "json", "--focus", "TAG-22"],
         ["overlap", "--focus", "Earth Lusca"])
SEEDS = range(8)
LOCALES = ("C", "de_DE.UTF-8", "tr_TR.UTF-8")


def shuffle(value, chance):
    """The same JSON with the members of every object in another order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffle(value[key], chance) for key in keys}
    if isinstance(value, list):
        return [shuffle(item, chance) for item in value]
    return value


def shuffle_case(case, folder, seed):
    """Rewrites the case with its lists and keys shuffled and its files renamed."""
    chance = random.Random(seed)
    files = sorted(case.glob("*.json"))
    names = [f"{n:02}.json" for n in range(len(files))]
    chance.shuffle(names)
    for file, name in zip(files, names):
        document = json.loads(file.read_text("utf-8"))
        for key in ("entities", "sources", "relationships"):
            if key in document:
                chance.shuffle(document[key])
        for entity in document.get("entities", []):
            for key in ("aliases", "availability", "prevalence", "external_references"):
                if key in entity:
                    chance.shuffle(entity[key])
        for source in document.get("sources", []):
            chance.shuffle(source.get("based_on", []))
        for relationship in document.get("relationships", []):
            for key in ("in", "citations"):
                if key in relationship:
                    chance.shuffle(relationship[key])
        text = json.dumps(shuffle(document, chance), ensure_ascii=seed % 2 == 0, indent=seed % 3)
        (folder / name).write_text(text, "utf-8")


class Trial:
    def __init__(self, source, program):
        self.program = program
        self.case = source / "data" / "tag-22"
        self.references = [self.draw(view) for view in VIEWS]
        self.failures = 0
        self.tried = 0

    def draw(self, view, case=None, change=None, **options):
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": "/root"}
        for key in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "ATTRIGRAPH_LIBEXEC"):
            if key in os.environ:
                environment[key] = os.environ[key]
        environment.update(change or {})
        done = subprocess.run([self.program, *view, case or self.case],
                              env=environment, capture_output=True, timeout=300, **options)
        if done.returncode != 0 or not done.stdout.endswith(b"\n"):
            sys.exit(f"{view} failed:\n{done.stderr.decode('utf-8', 'replace')}")
        return done.stdout

    def compare(self, what, **changes):
        for view, reference in zip(VIEWS, self.references):
            self.tried += 1
            picture = self.draw(view, **changes)
            if picture != reference:
                self.failures += 1
                print(f"FAIL {what}, {' '.join(view)}: {len(picture)} bytes, "
                      f"{hashlib.sha256(picture).hexdigest()[:12]} is not "
                      f"{hashlib.sha256(reference).hexdigest()[:12]}")
        print(f"tried {what}")


def has_locale(name):
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.split()
    return name in known or name.replace("UTF-8", "utf8") in known


def try_all(trial):
    trial.compare("a second run")
    for seed in SEEDS:
        with tempfile.TemporaryDirectory() as name:
            shuffle_case(trial.case, pathlib.Path(name), seed)
            trial.compare(f"order {seed}", case=name)
    with tempfile.TemporaryDirectory() as name:
        files = sorted(trial.case.glob("*.json"), reverse=True)
        for view, reference in zip(VIEWS, trial.references):
            arguments = [*view, *files[:-1]]
            if trial.draw(arguments, case=files[-1], cwd=name) != reference:
                trial.failures += 1
                print("FAIL files named one by one, in another folder")
    for locale in LOCALES:
        if has_locale(locale):
            trial.compare(f"LC_ALL={locale}", change={"LC_ALL": locale, "LANGUAGE": locale[:2]})
        else:
            print(f"skipped LC_ALL={locale}: not installed; localedef makes it")
    trial.compare("no fonts", change={"FONTCONFIG_FILE": "/nonexistent",
                                      "FONTCONFIG_PATH": "/nonexistent"})
    trial.compare("no home", change={"HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent"})
    trial.compare("another time zone", change={"TZ": "Pacific/Kiritimati"})
    trial.compare("another umask", preexec_fn=lambda: os.umask(0o777))


def main(source, program):
    trial = Trial(pathlib.Path(source), program)
    try_all(trial)
    print(f"{trial.tried} answers compared, {trial.failures} differ")
    return 1 if trial.failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
