# SPDX-License-Identifier: MIT
"""Every picture that the suite's cases give, in every view, page and theme.

Usage: test_every_picture.py SOURCE-DIRECTORY PROGRAM
Exit status: 0 passed, 1 failed; without pdftotext the painted pictures are skipped,
saying so, and without the corpus those of ATT&CK.

Each SVG keeps the wiki-safe profile, and every path in it can be seen. Painted by librsvg and cairo as a PDF, whose
words tell where real fonts have put them, no word leaves its box or the page, and
none covers another. The turned heads of a matrix, which come in pieces, are held
against all words but their own.
"""

import html
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from wiki_safe import Picture  # noqa: E402

ROOT = pathlib.Path(sys.argv[1])
PROGRAM = sys.argv[2]
TAG_22 = str(ROOT / "data" / "tag-22")
NAMES = str(ROOT / "tests" / "browser" / "names.json")
HOSTILE = str(ROOT / "tests" / "golden" / "export" / "hostile.json")
MONTHS = ["--as-of", "2021-07..2025-12"]
PICTURES = {
    "tag-22": ["draw", TAG_22, "--focus", "TAG-22"],
    "tag-22-2021": ["draw", TAG_22, "--focus", "TAG-22", "--known-on", "2021-07-31"],
    "tag-22-slide": ["draw", TAG_22, "--focus", "TAG-22", "--known-on", "2021-07-31",
                     "--page", "16:9"],
    "tag-22-a4": ["draw", TAG_22, "--focus", "TAG-22", "--page", "a4"],
    "tag-22-layered": ["draw", TAG_22, "--view", "layered"],
    "tag-22-matrix": ["draw", TAG_22, "--view", "matrix"],
    "tag-22-diff": ["diff", TAG_22, "--focus", "TAG-22", *MONTHS],
    "tag-22-diff-matrix": ["diff", TAG_22, "--view", "matrix", *MONTHS],
    "tag-22-diff-layered": ["diff", TAG_22, "--view", "layered", *MONTHS],
    "names": ["draw", NAMES, "--focus", "fox"],
    "names-a4": ["draw", NAMES, "--focus", "fox", "--page", "a4"],
    "names-slide": ["draw", NAMES, "--focus", "fox", "--page", "16:9"],
    "names-layered": ["draw", NAMES, "--view", "layered"],
    "names-matrix": ["draw", NAMES, "--view", "matrix"],
    "hostile": ["draw", HOSTILE],
    "hostile-layered": ["draw", HOSTILE, "--view", "layered"],
}
CORPUS = pathlib.Path(os.environ.get("ATTRIGRAPH_CORPUS", ROOT.parent / "shared" / "corpus"))
ATTACK = str(CORPUS / "attack-enterprise-18.1.json")
ATTACK_PICTURES = {
    "attack-matrix": ["draw", ATTACK, "--view", "matrix"],
    "attack-layered": ["draw", ATTACK, "--view", "layered"],
    "attack-apt41": ["draw", ATTACK, "--focus", "APT41"],
    "attack-apt41-a4": ["draw", ATTACK, "--focus", "APT41", "--page", "a4"],
}
if pathlib.Path(ATTACK).exists():
    PICTURES.update(ATTACK_PICTURES)
else:
    print(f"not drawn: {', '.join(ATTACK_PICTURES)}; ATTRIGRAPH_CORPUS names a folder with ATT&CK")
THEMES = ["auto", "light", "dark", "print"]
# What rounding to a printer's points may add, in pixels.
SLACK = 1.0


def draw(name, theme, file):
    done = subprocess.run([PROGRAM, *PICTURES[name], "--theme", theme, "-o", file],
                          capture_output=True, check=False)
    # A diff that finds a difference ends with 1.
    if done.returncode > 1:
        raise AssertionError(f"{name}: {done.stderr.decode()}")


def unpainted(element, stroke=None):
    """The paths that have neither a stroke, be it their group's, nor a fill of their own."""
    stroke = element.get("stroke", stroke)
    if element.tag.endswith("}path") and {stroke, element.get("fill")} <= {None, "none"}:
        yield element.get("d")
    for child in element:
        yield from unpainted(child, stroke)


class WikiSafe(unittest.TestCase):
    def check(self, name, data):
        self.assertEqual(Picture(name, data).breaches, [])
        self.assertEqual(list(unpainted(xml.etree.ElementTree.fromstring(data))), [])

    def test_drawn(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in PICTURES:
                for theme in THEMES:
                    file = pathlib.Path(folder) / f"{name}-{theme}.svg"
                    with self.subTest(file.name):
                        draw(name, theme, file)
                        self.check(file.name, file.read_bytes())

    def test_kept(self):
        kept = [*(ROOT / "out" / "gallery").glob("*.svg"),
                *(ROOT / "tests" / "golden").glob("**/*.svg")]
        self.assertGreater(len(kept), 3)
        for file in kept:
            with self.subTest(file.name):
                self.check(file.name, file.read_bytes())


def numbers(element, *names):
    found = []
    for name in names:
        match = re.search(rf' {name}="([\d.]+)"', element)
        found.append(float(match.group(1)) if match else 0.0)
    return found


def boxes_of(svg):
    """The rectangles of a picture but for its page and its bars: (x1, y1, x2, y2)."""
    boxes = []
    for element in re.findall(r"<rect [^>]*>", svg)[1:]:
        x, y, width, height = numbers(element, "x", "y", "width", "height")
        if height > 12:
            boxes.append((x, y, x + width, y + height))
    return boxes


def words_of(pdf, scale):
    """The words of a PDF's pages: (x1, y1, x2, y2, word) in the picture's pixels. In
    height only the middle of each counts, for a font's own height says little of ink."""
    found = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True)
    pattern = r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>'
    words = []
    for *edges, word in re.findall(pattern, found.stdout.decode("utf-8")):
        x1, y1, x2, y2 = (float(edge) * scale for edge in edges)
        third = (y2 - y1) / 3
        words.append((x1, y1 + third, x2, y2 - third, word))
    return words


def heads_of(svg):
    """The turned texts of a picture: (x, y, cosine, sine, text)."""
    heads = []
    for angle, x, y, text in re.findall(
            r'<text [^>]*rotate\((-?\d+) (\d+) (\d+)\)"[^>]*>([^<]*)<', svg):
        turn = math.radians(float(angle))
        heads.append((float(x), float(y), math.cos(turn), math.sin(turn), html.unescape(text)))
    return heads


def head_under(word, heads):
    """The head on whose line the middle of a word is, by index, or None."""
    x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    for i, (x0, y0, cosine, sine, _) in enumerate(heads):
        along = (x - x0) * cosine + (y - y0) * sine
        aside = (y - y0) * cosine - (x - x0) * sine
        if -5 < along < 200 and -12 < aside < 4:
            return i
    return None


def shrink(piece):
    """A turned piece's upright box is wider than its ink: the middle half of it."""
    wide, tall = (piece[2] - piece[0]) / 4, (piece[3] - piece[1]) / 4
    return (piece[0] + wide, piece[1] + tall, piece[2] - wide, piece[3] - tall, piece[4])


def is_inside(word, box):
    return (word[0] >= box[0] - SLACK and word[2] <= box[2] + SLACK and
            word[1] >= box[1] - SLACK and word[3] <= box[3] + SLACK)


def touches(first, second):
    return (min(first[2], second[2]) - max(first[0], second[0]) > SLACK and
            min(first[3], second[3]) - max(first[1], second[1]) > SLACK)


@unittest.skipIf(shutil.which("pdftotext") is None, "pdftotext is not installed")
class Painted(unittest.TestCase):
    def breaches(self, name, folder):
        svg, pdf = folder / f"{name}.svg", folder / f"{name}.pdf"
        draw(name, "light", svg)
        draw(name, "light", pdf)
        text = svg.read_text(encoding="utf-8")
        width, height = map(float, re.search(r'viewBox="0 0 (\d+) (\d+)"', text).groups())
        sheet = subprocess.run(["pdfinfo", pdf], capture_output=True, check=True).stdout.decode()
        points = float(re.search(r"Page size:\s+([\d.]+) x", sheet).group(1))
        words, boxes = words_of(pdf, width / points), boxes_of(text)
        self.assertGreater(len(words), 10)
        heads = heads_of(text)
        of = [head_under(word, heads) for word in words]
        yield from self.heads_lost(heads, of, words)
        words = [word if head is None else shrink(word) for head, word in zip(of, words)]
        for i, word in enumerate(words):
            if not is_inside(word, (0, 0, width, height)):
                yield f"{word} leaves the page"
            x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
            under = [box for box in boxes if box[0] < x < box[2] and box[1] < y < box[3]]
            if under:
                box = min(under, key=lambda b: (b[2] - b[0]) * (b[3] - b[1]))
                if not is_inside(word, box):
                    yield f"{word} leaves its box {box}"
            for j, other in enumerate(words[:i]):
                if touches(word, other) and (of[i] is None or of[i] != of[j]):
                    yield f"{word} covers {other}"

    def heads_lost(self, heads, of, words):
        """A head has all its letters on its line, and no other's. Scripts that join or stack
        their letters come as other letters than were written, and some as none."""
        for i, (*_, head) in enumerate(heads):
            found = "".join(html.unescape(word[4]) for at, word in zip(of, words) if at == i)
            if head.isascii() and sorted(found) != sorted(head.replace(" ", "")):
                yield f"on the line of {head} is {found}"

    def test_words(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in PICTURES:
                with self.subTest(name):
                    self.assertEqual(list(self.breaches(name, pathlib.Path(folder))), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
