# SPDX-License-Identifier: MIT
"""Changes files under `draw --watch`, in the ways that editors do, and sees what is drawn.

Usage: test_watch.py PROGRAM
Exit status: 0 passed, 1 failed.
"""

import json
import os
import pathlib
import selectors
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = sys.argv[1]


def document(*tools):
    return json.dumps({
        "attrigraph": 1,
        "sources": [{"id": "acme", "title": "T", "publisher": "Acme", "published": "2022-03"}],
        "citation": {"source": "acme"},
        "entities": [{"id": "fox", "type": "intrusion-set", "name": "FOX-1"}]
                    + [{"id": tool.lower(), "type": "malware", "name": tool} for tool in tools],
        "relationships": [{"from": "fox", "type": "uses", "to": tool.lower()} for tool in tools]})


class Watch(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.case = self.folder / "case"
        self.case.mkdir()
        self.file = self.case / "foxes.json"
        self.file.write_text(document("Den"), encoding="utf-8")
        self.picture = self.folder / "x.svg"

    def start(self, *inputs):
        self.program = subprocess.Popen(
            [PROGRAM, "draw", *(inputs or ["case"]), "--focus", "FOX-1", "--watch", "-o", "x.svg"],
            cwd=self.folder, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
        self.addCleanup(self.stop)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.program.stderr, selectors.EVENT_READ)
        self.said = b""
        self.expect("until interrupted")

    def stop(self):
        self.program.kill()
        self.program.wait()
        self.program.stderr.close()
        self.selector.close()

    def expect(self, words, seconds=30):
        """All that is said up to the line with @words."""
        end = time.monotonic() + seconds
        while words.encode() not in self.said:
            if not self.selector.select(max(0, end - time.monotonic())):
                self.fail(f"did not say {words!r}, but {self.said!r}")
            more = os.read(self.program.stderr.fileno(), 65536)
            self.assertTrue(more, f"ended after {self.said!r}")
            self.said += more
        said, self.said = self.said.decode(), b""
        return said

    def replace(self, text):
        """As most editors save: beside, then over."""
        beside = self.case / "foxes.json~"
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.file)

    def test_says_what_changed(self):
        self.start()
        before = self.picture.read_bytes()
        self.file.write_text(document("Den", "Burrow"), encoding="utf-8")
        said = self.expect("drawn again")
        self.assertRegex(said, r"x\.svg drawn again: 2 added, 0 gone, 0 changed: \+ .*, and 1 more\n")
        self.assertEqual(said.count("\n"), 1)
        self.assertNotEqual(self.picture.read_bytes(), before)
        self.assertIn(b"Burrow", self.picture.read_bytes())

    def test_replaced(self):
        self.start("case/foxes.json")
        self.replace(document("Den", "Burrow"))
        self.expect("drawn again: 2 added")
        # The same name, another file: it is still watched.
        self.replace(document("Den"))
        self.expect("drawn again: 0 added, 2 gone")

    def test_linked(self):
        elsewhere = self.folder / "shared"
        elsewhere.mkdir()
        (elsewhere / "foxes").write_text(document("Den"), encoding="utf-8")
        self.file.unlink()
        (elsewhere / "link").symlink_to("foxes")
        self.file.symlink_to("../shared/link")
        for inputs in ([], ["case/foxes.json"]):
            self.start(*inputs)
            (elsewhere / "foxes").write_text(document("Den", "Burrow"), encoding="utf-8")
            self.expect("drawn again: 2 added")
            (elsewhere / "beside").write_text(document("Den"), encoding="utf-8")
            (elsewhere / "beside").replace(elsewhere / "foxes")
            self.expect("drawn again: 0 added, 2 gone")

    def test_half_written(self):
        self.start()
        before = self.picture.read_bytes()
        whole = document("Den", "Burrow")
        with open(self.file, "w", encoding="utf-8") as file:
            file.write(whole[:120])
            file.flush()
            os.fsync(file.fileno())
        said = self.expect("stays as it was")
        self.assertIn("case/foxes.json:1:", said)
        self.assertEqual(self.picture.read_bytes(), before)
        self.file.write_text(whole, encoding="utf-8")
        self.expect("drawn again: 2 added")

    def test_new_and_gone(self):
        self.start()
        below = self.case / "2022" / "march"
        below.mkdir(parents=True)
        (below / "more.json").write_text(
            '{"attrigraph": 1, "entities": [{"id": "hole", "type": "malware", "name": "Hole"}],'
            ' "relationships": [{"from": "fox", "type": "uses", "to": "hole", "citations": ["acme"]}]}',
            encoding="utf-8")
        self.expect("drawn again: 2 added")
        (below / "more.json").unlink()
        self.expect("drawn again: 0 added, 2 gone")
        self.file.unlink()
        self.expect("stays as it was")
        self.file.write_text(document("Den"), encoding="utf-8")
        self.expect("drawn again: Nothing changed")

    def test_others_do_not_count(self):
        self.start()
        (self.case / "notes.txt").write_text("nothing", encoding="utf-8")
        (self.folder / "beside.json").write_text("{}", encoding="utf-8")
        time.sleep(0.5)
        self.file.write_text(document("Den", "Burrow"), encoding="utf-8")
        self.assertEqual(self.expect("drawn again").count("\n"), 1)

    def test_refused(self):
        for arguments, words in ((["case"], "--watch needs -o"), (["-", "-o", "x.svg"], "--watch needs files"),
                                 (["-o", "x.svg"], "--watch needs files")):
            done = subprocess.run([PROGRAM, "draw", "--watch", *arguments], cwd=self.folder, input="",
                                  capture_output=True, text=True)
            self.assertEqual(done.returncode, 2)
            self.assertIn(words, done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
