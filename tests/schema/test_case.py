# SPDX-License-Identifier: MIT
"""The TAG-22 case, counted from its JSON alone: what the pictures and tables must come to.

Usage: test_case.py SOURCE-DIRECTORY
"""

import json
import math
import pathlib
import sys
import unittest

FILES = ("entities", "sources", "relationships-voi", "relationships-attack")

AVAILABILITY = {
    "winnti": "shared",
    "winnti-for-linux": "shared",
    "winnti-for-windows": "shared",
    "shadowpad": "shared",
    "plugx": "shared",
    "pipemon": "unknown",
    "blackcoffee": "unknown",
    "cobalt-strike": "commercial",
    "mimikatz": "public",
    "powersploit": "public",
    "nbtscan": "public",
    "njrat": "public",
    "certutil": "built-in",
    "nltest": "built-in",
    "tasklist": "built-in",
    "wevtutil": "built-in",
}

# Groups that use each tool, of the 158 of ATT&CK v18.1 that use any.
PREVALENCE = {
    "mimikatz": 51,
    "cobalt-strike": 29,
    "plugx": 15,
    "certutil": 13,
    "tasklist": 12,
    "nbtscan": 10,
    "powersploit": 9,
    "shadowpad": 8,
    "nltest": 7,
    "njrat": 7,
    "wevtutil": 5,
    "winnti": 4,
    "winnti-for-linux": 3,
    "blackcoffee": 3,
    "winnti-for-windows": 2,
    "pipemon": 1,
}

EXTERNAL_IDS = {
    "earth-lusca": "G1006",
    "apt41": "G0096",
    "aquatic-panda": "G0143",
    "winnti-group": "G0044",
    "apt17": "G0025",
    "shadowpad": "S0596",
    "winnti-for-linux": "S0430",
    "winnti-for-windows": "S0141",
    "cobalt-strike": "S0154",
    "mimikatz": "S0002",
    "powersploit": "S0194",
    "certutil": "S0160",
    "nbtscan": "S0590",
    "nltest": "S0359",
    "tasklist": "S0057",
    "blackcoffee": "S0069",
    "plugx": "S0013",
    "pipemon": "S0501",
    "njrat": "S0385",
    "wevtutil": "S0645",
}

HEDGED = {
    ("tag-22", "sponsored-by", "prc-government"): "alleged",
    ("tag-22", "uses", "winnti"): "assessed",
    ("tag-22", "uses", "shadowpad"): "assessed",
    ("op-cycraft-2020", "targets", "semiconductors"): "assessed",
}


def full_citation(citation):
    """A citation with its shorthand written out."""
    if isinstance(citation, str):
        citation = {"source": citation}
    return {"claimant": citation["source"], **citation}


class Case:
    """All four files as one: sources and entities by id, and statements as flat rows."""

    def __init__(self, folder):
        self.documents = {
            name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in FILES
        }
        self.sources = {}
        self.entities = {}
        self.rows = []
        for name, document in self.documents.items():
            for source in document.get("sources", []):
                self.sources.setdefault(source["id"], []).append(source)
            for entity in document.get("entities", []):
                self.entities.setdefault(entity["id"], []).append(entity)
            self.rows.extend(self.read_rows(name, document))

    @staticmethod
    def read_rows(name, document):
        def rows(statement, start, kind, end):
            for citation in statement.get("citations") or [document["citation"]]:
                yield {"file": name, "from": start, "type": kind, "to": end,
                       "stance": statement.get("stance", "asserts"),
                       "hedge": statement.get("hedge", "stated"),
                       "in": tuple(statement.get("in", ())), **full_citation(citation)}

        for entity in document.get("entities", []):
            for alias in entity.get("aliases", []):
                yield from rows(alias, entity["id"], "alias", alias["name"])
            for value in entity.get("availability", []):
                yield from rows(value, entity["id"], "availability", value["value"])
            for share in entity.get("prevalence", []):
                yield from rows(share, entity["id"], "prevalence", (share["groups"], share["of"]))
        for statement in document.get("relationships", []):
            yield from rows(statement, statement["from"], statement["type"], statement["to"])

    def select(self, **wanted):
        return [row for row in self.rows if all(row[key] == value for key, value in wanted.items())]

    def tools(self, group, **wanted):
        return {row["to"] for row in self.select(**{"from": group, "type": "uses", **wanted})}

    def related(self):
        """The rows whose other end is an entity, not a value."""
        values = ("alias", "availability", "prevalence")
        return [row for row in self.rows if row["type"] not in values]

    def disputed(self):
        def edges(*stances):
            return {(row["from"], row["type"], row["to"])
                    for row in self.rows if row["stance"] in stances}

        return edges("asserts") & edges("doubts", "denies")


class CaseTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.case = Case(pathlib.Path(sys.argv[1]) / "data" / "tag-22")

    def bits(self, tools):
        return sum(math.log2(158 / PREVALENCE[tool]) for tool in tools)

    # The files as files

    def test_every_source_is_declared_once_and_used(self):
        self.assertEqual([id for id, found in self.case.sources.items() if len(found) > 1], [])
        used = set()
        for row in self.case.rows:
            used |= {row[key] for key in ("source", "claimant", "cites") if key in row}
        for (source,) in self.case.sources.values():
            used |= set(source.get("based_on", [])) | {source.get("edition_of")} - {None}
        self.assertEqual(used, set(self.case.sources))
        self.assertEqual(len(used), 20)

    def test_every_entity_is_defined_and_used(self):
        used = set()
        for row in self.case.related():
            used |= {row["from"], row["to"], *row["in"]}
        self.assertEqual(used, set(self.case.entities))
        self.assertEqual(len(used), 36)

    def test_repeated_entities_agree(self):
        for id, records in self.case.entities.items():
            with self.subTest(id):
                self.assertEqual(len({(record["type"], record["name"]) for record in records}), 1)

    def test_only_what_we_read_is_cited_as_read(self):
        read = {id for id, (source,) in self.case.sources.items() if source.get("read")}
        self.assertEqual({row["source"] for row in self.case.rows}, read)
        self.assertEqual(read, {"voi-2021", "attack-18.1", "analyst", "analyst-2025"})

    def test_a_file_cites_nothing_published_after_it_was_recorded(self):
        for row in self.case.rows:
            recorded = self.case.documents[row["file"]]["recorded"]
            for key in ("source", "claimant", "cites"):
                if key in row:
                    (source,) = self.case.sources[row[key]]
                    published = source["published"]
                    self.assertLessEqual(published, recorded[: len(published)], row)

    def test_each_file_has_its_own_carrier(self):
        carriers = {
            name: {row["source"] for row in self.case.select(file=name)} for name in FILES[2:]
        }
        self.assertEqual(carriers, {
            "relationships-voi": {"voi-2021", "analyst"},
            "relationships-attack": {"attack-18.1", "analyst-2025"},
        })

    def test_number_of_claims(self):
        self.assertEqual(len(self.case.select(file="relationships-voi")), 24)
        self.assertEqual(len(self.case.select(file="relationships-attack")), 77)

    def test_all_is_marked_clear(self):
        for name, document in self.case.documents.items():
            self.assertEqual(document["tlp"], "CLEAR", name)

    # The news text

    def test_news_text_is_one_lineage(self):
        def roots(id):
            (source,) = self.case.sources[id]
            return set().union(*map(roots, source["based_on"])) if "based_on" in source else {id}

        for id in ("voi-2021", "ehn-2021", "insikt-2021"):
            self.assertEqual(roots(id), {"insikt-2021"})

    def test_disputed_edges(self):
        self.assertEqual(self.case.disputed(), {
            ("tag-22", "targets", "semiconductors"),
            ("winnti-group", "uses", "winnti"),
        })

    def test_hedged_claims(self):
        hedged = {(row["from"], row["type"], row["to"]): row["hedge"]
                  for row in self.case.rows if row["hedge"] != "stated"}
        self.assertEqual(hedged, HEDGED)

    def test_who_says_what_of_semiconductors(self):
        rows = self.case.select(**{"from": "tag-22", "to": "semiconductors"})
        self.assertEqual({(row["claimant"], row["source"], row["stance"]) for row in rows}, {
            ("voi-2021", "voi-2021", "asserts"),
            ("ehn-2021", "voi-2021", "doubts"),
        })

    def test_targets_of_tag_22(self):
        places = {row["to"]: set(row["in"])
                  for row in self.case.select(**{"from": "tag-22", "type": "targets"})}
        three = {"nepal", "philippines", "taiwan"}
        four = three | {"hong-kong"}
        self.assertEqual(places, {
            "telecommunications": three, "academia": four, "research-and-development": four,
            "government": four, "itri": {"taiwan"}, "semiconductors": {"taiwan"},
        })

    def test_unnamed_actors_stay_apart(self):
        actors = {"tag-22", "op-cycraft-2020", "chinese-hackers-crowdstrike"}
        self.assertEqual([row for row in self.case.related() if {row["from"], row["to"]} <= actors], [])

    # ATT&CK

    def test_external_ids(self):
        ids = {entity["id"]: reference["external_id"]
               for records in self.case.entities.values() for entity in records
               for reference in entity.get("external_references", [])
               if reference["source_name"] == "mitre-attack"}
        self.assertEqual(ids, EXTERNAL_IDS)

    def test_tooling_of_earth_lusca_rests_on_one_report(self):
        rows = self.case.select(**{"from": "earth-lusca", "type": "uses"})
        self.assertEqual(len(rows), 9)
        self.assertEqual({row["claimant"] for row in rows}, {"trendmicro-2022"})

    def test_tools_per_group(self):
        groups = ("tag-22", "earth-lusca", "apt41", "aquatic-panda", "winnti-group", "apt17")
        counts = {group: len(self.case.tools(group, file="relationships-attack")) for group in groups}
        self.assertEqual(counts, {
            "tag-22": 0, "earth-lusca": 9, "apt41": 8, "aquatic-panda": 6, "winnti-group": 3, "apt17": 1,
        })

    def test_shared_tooling_of_earth_lusca(self):
        own = self.case.tools("earth-lusca")
        telling = {"shadowpad", "winnti-for-linux"}
        with_apt41 = own & self.case.tools("apt41")
        with_aquatic_panda = own & self.case.tools("aquatic-panda")
        self.assertEqual(len(with_apt41), 6)
        self.assertEqual(with_aquatic_panda, telling | {"cobalt-strike"})
        self.assertEqual({t for t in with_apt41 if AVAILABILITY[t] == "shared"}, telling)
        self.assertEqual(own & self.case.tools("winnti-group"), set())
        self.assertAlmostEqual(self.bits(with_apt41), 21.84, places=2)
        self.assertAlmostEqual(self.bits(telling), 10.02, places=2)

    def test_way_to_apt17(self):
        self.assertEqual(self.case.tools("apt17"), {"blackcoffee"})
        users = {row["from"] for row in self.case.select(type="uses", to="blackcoffee")}
        self.assertEqual(users, {"apt17", "apt41"})

    def test_tag_22_meets_winnti_group_only_in_the_disputed_reading(self):
        shared = self.case.tools("tag-22") & self.case.tools("winnti-group")
        self.assertEqual(shared, {"winnti"})
        self.assertIn(("winnti-group", "uses", "winnti"), self.case.disputed())

    def test_equation_is_attacks_and_the_name_insikts(self):
        rows = self.case.select(**{"from": "tag-22", "to": "earth-lusca"})
        rows += self.case.select(**{"from": "earth-lusca", "to": "TAG-22"})
        self.assertEqual([(row["type"], row["claimant"], row["cites"]) for row in rows], [
            ("same-as", "attack-18.1", "insikt-2021"),
            ("alias", "attack-18.1", "insikt-2021"),
        ])

    def test_availability(self):
        rows = self.case.select(type="availability")
        self.assertEqual({row["from"]: row["to"] for row in rows}, AVAILABILITY)
        others = [row["from"] for row in rows if not row["claimant"].startswith("analyst")]
        self.assertEqual(others, ["winnti"])

    def test_prevalence(self):
        rows = self.case.select(type="prevalence", claimant="attack-18.1")
        self.assertEqual({row["from"]: row["to"] for row in rows},
                         {tool: (groups, 158) for tool, groups in PREVALENCE.items()})

    def test_prevalence_counts_at_least_the_groups_of_the_case(self):
        for tool, groups in PREVALENCE.items():
            rows = self.case.select(file="relationships-attack", type="uses", to=tool)
            self.assertLessEqual(len({row["from"] for row in rows}), groups, tool)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
