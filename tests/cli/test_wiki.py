#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Pages of a wiki as their readers' programs see them: cmark-gfm, and cmark without tables.

    test_wiki.py SOURCE BIN

The case is hostile: names that are Markdown or HTML, ids that are paths, reserved names or
differ in case only. Every page must be what it says to a parser: one title, tables with as many
cells in each row as in the first, links and pictures that lead somewhere, names as they were
given, and no HTML but the first line.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import transcript

NAMES = {
    "fox": "FOX-1 | `den` | [x](https://evil.example/)",
    "../../etc/fox": "<script>alert(1)</script> <!-- --> &amp; *bold* _it_ ~~s~~",
    "FOX": "# Fox\n- item 1. | --- |",
    "Fox": "![p](https://evil.example/p.png) <https://evil.example/> www.evil.example",
    "con": "1. CON $x^2$ \\| \\",
    "index": "[[Index|x]] {page} {name} ]]",
    "fox.": "| a | b |\n| --- | --- |",
    "狐": "狐 \u202egpj.exe\u200b",
    "-x": "     padded  ",
    "a" * 90: "Long",
    "mail": "ops@example.com",
    "mails": "mailto:ops@evil.example xmpp:a@b.cc/d, a.b-c_d+e@f-g.hh (x@y.zz) @z",
    "urls": "http://evil.example HTTPS://evil.example ftp://evil.example WWW.evil.example",
}
NAMESPACE = "{http://commonmark.org/xml/1.0}"


def make_case(folder):
    """Each group uses the same tool and is related to the next; one claim is RED."""
    ids = list(NAMES)
    source = {"id": "s", "title": "T | `x` <b>", "publisher": "P | <i>*P*", "published": "2024-01-02",
              "url": "https://s.example/?a=1&b=|<>", "tlp": "CLEAR"}
    secret = {"id": "secret", "title": "SECRET", "publisher": "SECRET", "tlp": "RED"}
    claims = [{"from": i, "type": "uses", "to": "den", "wording": "it | <b>uses</b> `it`",
               "note": "| *n* |"} for i in ids]
    claims += [{"from": a, "type": "related-to", "to": b} for a, b in zip(ids, ids[1:])]
    claims += [{"from": "fox", "type": "targets", "to": "coop", "citations": ["secret"],
                "tlp": "RED", "note": "SECRET"},
               {"from": "mole", "type": "uses", "to": "den", "citations": ["secret"], "tlp": "RED"}]
    entities = [{"id": i, "type": "intrusion-set", "name": n, "tlp": "CLEAR",
                 "aliases": [{"name": f"{n} too"}], "description": "      - no | code"} for i, n in NAMES.items()]
    entities += [{"id": "den", "type": "malware", "name": "Den | `d` xmpp:a@b.cc", "tlp": "CLEAR"},
                 {"id": "coop", "type": "sector", "name": "SECRET coop", "tlp": "RED"},
                 {"id": "mole", "type": "intrusion-set", "name": "SECRET mole", "tlp": "RED"}]
    document = {"attrigraph": 1, "tlp": "CLEAR", "citation": "s", "sources": [source, secret],
                "entities": entities, "relationships": claims}
    (folder / "case.json").write_text(json.dumps(document), "utf-8")


def parse(page, tables):
    command = ["cmark-gfm", "-e", "table", "-e", "strikethrough", "-e", "autolink"]
    done = subprocess.run((command if tables else ["cmark"]) + ["-t", "xml", page],
                          capture_output=True, check=True)
    return ElementTree.fromstring(done.stdout.decode("utf-8"))


def find(tree, *names):
    return [node for node in tree.iter() if node.tag.removeprefix(NAMESPACE) in names]


def words(node):
    """Without what is put into an address so that it is not one; it has no width."""
    texts = "".join(n.text or "" for n in find(node, "text", "code", "softbreak"))
    return texts.replace("\u2060", "")


def check_page(page, tables, pages):
    """What is wrong with one page."""
    tree = parse(page, tables)
    wrong = []
    if len([n for n in find(tree, "heading") if n.get("level") == "1"]) != 1:
        wrong.append("has not one title")
    html = find(tree, "html_block", "html_inline")
    if len(html) != 1 or html[0] is not tree[0]:
        wrong.append(f"has HTML: {[n.text for n in html]}")
    if find(tree, "code", "code_block", "emph", "strikethrough", "thematic_break", "linebreak"):
        wrong.append("has marks that nobody meant")
    for table in find(tree, "table"):
        rows = find(table, "table_row", "table_header")
        widths = {len(find(row, "table_cell")) for row in rows}
        if len(widths) != 1 or len(rows) < 2:
            wrong.append(f"has a table with rows of {widths} cells")
    if bool(find(tree, "table")) != tables:
        wrong.append("has tables" if not tables else "has no table")
    for node in find(tree, "link", "image"):
        target = node.get("destination")
        local = target if node.tag.endswith("image") or "://" not in target else None
        if local is not None and local not in pages or "evil" in target:
            wrong.append(f"leads to {target}")
    return [f"{page.name} {what}" for what in wrong]


def shown(name):
    """As a reader sees it: blanks are one, hidden characters have marks."""
    name = re.sub("[\u202e\u200b]", lambda m: f"⟨U+{ord(m[0]):04X}⟩", name)
    return re.sub(r"\s+", " ", name).strip()


class Wiki:
    def __init__(self, folder, environment):
        self.folder, self.environment = folder, environment

    def run(self, *options, status=0):
        done = subprocess.run(["attrigraph", "wiki", *options, "case.json"], cwd=self.folder,
                              env=self.environment, capture_output=True, text=True)
        if done.returncode != status:
            sys.exit(f"wiki {options} exits with {done.returncode}: {done.stderr}")
        return done.stderr

    def read(self, name):
        return {path.name: path.read_bytes() for path in sorted((self.folder / name).iterdir())}


def check_tables(wiki):
    wiki.run("-o", "gfm", "--max-tlp", "GREEN")
    wiki.run("-o", "list", "--max-tlp", "GREEN", "--tables", "list")
    failures = []
    for folder, tables in (("gfm", True), ("list", False)):
        files = wiki.read(folder)
        pages = [name for name in files if name.endswith(".md")]
        if len(pages) != len(NAMES) + 1:
            failures.append(f"{folder}: there are {len(pages)} pages")
        for name in pages:
            failures += check_page(wiki.folder / folder / name, tables, files)
        titles = {shown(words(find(parse(wiki.folder / folder / name, tables), "heading")[0]))
                  for name in pages}
        failures += [f"{folder}: no page is called {name!r}" for name in NAMES.values()
                     if shown(name) not in titles]
        failures += [f"{folder}/{name} tells a secret" for name, data in files.items()
                     if b"SECRET" in data or b"mole" in data or b"secret" in data]
    return failures


def check_names(wiki):
    """No page leaves the folder, and none differs from another in case only."""
    names = list(wiki.read("gfm"))
    failures = [f"{name} is no safe name" for name in names
                if not re.fullmatch(r"(?!(con|prn|aux|nul)\.)[a-z0-9_][a-z0-9_-]*\.(md|svg|lock)",
                                    name)]
    if len({name.lower() for name in names}) != len(names):
        failures.append("two names differ in case only")
    if "fox.md" not in names or not any(name.startswith("fox_") for name in names):
        failures.append("a plain id is not the page's name")
    outside = {path.name for path in wiki.folder.iterdir()} - {"case.json", "gfm", "list", "data",
                                                              ".tools"}
    return failures + [f"{name} was written outside" for name in outside]


def check_links(wiki):
    """A link of the wiki's own is text to CommonMark, and one cell of its table."""
    failures = []
    wiki.run("-o", "own", "--link-template", "[[{page}|{name}]]", "--max-tlp", "GREEN")
    wiki.run("-o", "url", "--link-template", "https://w.example/{name}?p={page}", "--index", "Home",
             "--max-tlp", "GREEN")
    for name, data in wiki.read("own").items():
        if not name.endswith(".md"):
            continue
        links = re.findall(r"\[\[([a-z0-9_-]+)\\?\|(.*?)\]\]", data.decode("utf-8"))
        if not links or any(f"{page}.md" not in wiki.read("own") for page, _ in links):
            failures.append(f"own/{name} has bad links: {links}")
        failures += check_page(wiki.folder / "own" / name, True, wiki.read("own"))
    tree = parse(wiki.folder / "url" / "Home.md", True)
    targets = [n.get("destination") for n in find(tree, "link")]
    if sum(t.startswith("https://w.example/") for t in targets) != len(NAMES):
        failures.append(f"the index leads to {targets}")
    return failures


def check_again(wiki):
    """The same files again, untouched; others' files are left alone, ours go when asked."""
    failures = []
    folder = wiki.folder / "gfm"
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    bytes_before = wiki.read("gfm")
    wiki.run("-o", "gfm", "--max-tlp", "GREEN")
    if wiki.read("gfm") != bytes_before:
        failures.append("a second run writes other bytes")
    if {path: path.stat().st_mtime_ns for path in folder.iterdir()} != before:
        failures.append("a second run writes what is there")
    (folder / "notes.md").write_text("mine\n")
    (folder / "notes.svg").write_text("mine\n")
    told = wiki.run("-o", "gfm", "--focus", "fox")
    if told.count("--prune removes it") != len(NAMES) - 1 or len(wiki.read("gfm")) != len(before) + 2:
        failures.append(f"stale pages are not told of: {told}")
    wiki.run("-o", "gfm", "--focus", "fox", "--prune")
    if set(wiki.read("gfm")) != {"fox.md", "fox.svg", "fox.lock", "index.md", "notes.md", "notes.svg"}:
        failures.append(f"pruning leaves {list(wiki.read('gfm'))}")
    (folder / "fox.md").write_text("mine\n")
    kept = wiki.read("gfm")
    told = wiki.run("-o", "gfm", "--focus", "fox", "--index", "other", status=2)
    if "not written over" not in told or wiki.read("gfm") != kept:
        failures.append(f"another's page is written over: {told}")
    return failures


def check_numbers(source, folder, environment):
    """The page has the picture's numbers."""
    case = ["--focus", "tag-22", source / "data" / "tag-22"]
    run = lambda *words: subprocess.run(["attrigraph", *words, *case], cwd=folder, check=True,
                                        env=environment, capture_output=True, text=True).stdout
    run("wiki", "-o", "real")
    listed = re.findall(r"^Source \[(\d+)\]: (.*?)(?:, \d{4}.*)?$", run("draw", "-T", "txt"), re.M)
    page = (folder / "real" / "tag-22.md").read_text("utf-8").replace("\\", "")
    missing = [pair for pair in listed if f"- [{pair[0]}] {pair[1]}: " not in page]
    return [f"the page has not the number of {pair}" for pair in missing] + (
        [] if len(listed) > 9 else [f"only {len(listed)} sources are numbered"])


def main(source, bin_folder):
    for program in ("cmark", "cmark-gfm"):
        if shutil.which(program) is None:
            print(f"skipped: {program} is not installed")
            return 77
    with tempfile.TemporaryDirectory(prefix="attrigraph-") as name:
        folder = pathlib.Path(name)
        environment = transcript.make_environment(
            bin_folder, transcript.make_folder(pathlib.Path(source), folder))
        make_case(folder)
        wiki = Wiki(folder, environment)
        failures = check_tables(wiki) + check_names(wiki) + check_links(wiki) + check_again(wiki)
        failures += check_numbers(pathlib.Path(source), folder, environment)
    for failure in failures:
        print(failure)
    print(f"{len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(*sys.argv[1:]))
