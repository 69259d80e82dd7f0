# SPDX-License-Identifier: MIT
"""Types half a line and a tab in real shells, and sees what became of it.

Usage: test_completion.py SOURCE-DIRECTORY PROGRAM
Exit status: 0 passed, 1 failed; a shell that is not installed is skipped, saying so.
"""

import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(sys.argv[1])
PROGRAM = pathlib.Path(sys.argv[2])
SCRIPTS = ROOT / "data" / "completions"

# What is typed, and the words that stand there after a tab.
CASES = [
    ("attrigraph hist", ["history"]),
    ("attrigraph draw --foc", ["draw", "--focus"]),
    ("attrigraph draw --page 1", ["draw", "--page", "16:9"]),
    ("attrigraph draw --page=1", ["draw", "--page=16:9"]),
    ("attrigraph overlap --without public,buil", ["overlap", "--without", "public,built-in"]),
    ("attrigraph draw case/foxes.json --focus ea", ["draw", "case/foxes.json", "--focus", "Earth Fox"]),
    ("attrigraph show 'Earth Fox' cas", ["show", "Earth Fox", "case/"]),
    ("attrigraph add case/foxes.json FOX-1 us", ["add", "case/foxes.json", "FOX-1", "uses"]),
    ("attrigraph sources case/foxes.json --source ac", ["sources", "case/foxes.json", "--source", "acme"]),
    ("attrigraph draw -o pict", ["draw", "-o", "pictures.d/"]),
]

CASE = """{"attrigraph": 1, "sources": [{"id": "acme", "title": "T", "publisher": "Acme"}],
 "entities": [{"id": "fox", "type": "intrusion-set", "name": "FOX-1"},
              {"id": "earth", "type": "intrusion-set", "name": "Earth Fox"},
              {"id": "evil", "type": "intrusion-set", "name": "Bad $(touch owned) `touch owned`"},
              {"id": "den", "type": "malware", "name": "Den"}],
 "relationships": [{"from": "fox", "type": "uses", "to": "den", "citations": ["acme"]}]}
"""


class Terminal:
    """An interactive shell in a terminal of its own."""

    def __init__(self, command, folder):
        environment = {"PATH": f"{folder}/bin:{os.environ['PATH']}", "TERM": "dumb", "LANG": "C.UTF-8",
                       "HOME": str(folder), "INPUTRC": "/dev/null", "COLUMNS": "200"}
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)

    def read_until(self, pattern, seconds=20):
        text, end = "", time.monotonic() + seconds
        while not re.search(pattern, text):
            ready = select.select([self.fd], [], [], max(0, end - time.monotonic()))[0]
            if not ready:
                raise AssertionError(f"no {pattern!r} in {text!r}")
            text += os.read(self.fd, 65536).decode("utf-8", "replace")
        return text

    def type(self, text):
        os.write(self.fd, text.encode())

    def close(self):
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def complete(shell, typed):
    """The words of the line @typed after a tab: shown by printf in place of being run."""
    shell.type(typed + "\t\x01printf '<%s>\\n' \x05 ; echo do''ne\n")
    return re.findall("<([^<>\n]*)>\r", shell.read_until("done\r"))


class Completion(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for name in ("bin", "case", "pictures.d"):
            (self.folder / name).mkdir()
        (self.folder / "bin" / "attrigraph").symlink_to(PROGRAM)
        (self.folder / "case" / "foxes.json").write_text(CASE, encoding="utf-8")

    def try_all(self, command, setup):
        if shutil.which(command[0]) is None:
            self.skipTest(f"{command[0]} is not installed")
        shell = Terminal(command, self.folder)
        self.addCleanup(shell.close)
        shell.type(f"{setup}; echo rea''dy\n")
        shell.read_until("ready")
        for typed, expected in CASES:
            with self.subTest(typed):
                # zsh takes the slash back where a blank follows.
                self.assertEqual([word.rstrip("/") for word in complete(shell, typed)[1:] if word],
                                 [word.rstrip("/") for word in expected])
        self.assertFalse((self.folder / "owned").exists())

    def test_bash(self):
        self.try_all(["bash", "--norc", "--noprofile", "-i"],
                     f"PS1='$ '; bind 'set enable-bracketed-paste off'; . {SCRIPTS}/attrigraph.bash")

    def test_zsh(self):
        self.try_all(["zsh", "-f", "-i"],
                     f"PS1='$ '; unset zle_bracketed_paste; bindkey -e; fpath=({SCRIPTS} $fpath); "
                     "autoload -Uz compinit; compinit -u -D")

    def test_fish(self):
        if shutil.which("fish") is None:
            self.skipTest("fish is not installed")
        environment = dict(os.environ, PATH=f"{self.folder}/bin:{os.environ['PATH']}",
                           HOME=str(self.folder), LANG="C.UTF-8")
        for typed, expected in CASES:
            with self.subTest(typed):
                done = subprocess.run(
                    ["fish", "--no-config", "-c",
                     f"source {SCRIPTS}/attrigraph.fish; complete -C \"{typed}\""],
                    capture_output=True, check=True, cwd=self.folder, env=environment)
                words = [line.split("\t")[0] for line in done.stdout.decode().splitlines()]
                self.assertIn(expected[-1].split(",")[-1], [word.split(",")[-1] for word in words])

    def test_names_that_act(self):
        """A name is offered so that it is a word, whatever it holds."""
        shell = Terminal(["bash", "--norc", "--noprofile", "-i"], self.folder)
        self.addCleanup(shell.close)
        shell.type(f"bind 'set enable-bracketed-paste off'; . {SCRIPTS}/attrigraph.bash; echo rea''dy\n")
        shell.read_until("ready")
        words = complete(shell, "attrigraph draw case/foxes.json --focus Bad")
        self.assertEqual(words[-1], "Bad $(touch owned) `touch owned`")
        self.assertFalse((self.folder / "owned").exists())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
