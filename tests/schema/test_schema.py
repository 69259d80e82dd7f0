# SPDX-License-Identifier: MIT
"""The JSON Schema of the own format: what it lets through, and what it stops, where and why.

Usage: test_schema.py SOURCE-DIRECTORY
Exit status: 0 passed, 1 failed, 77 skipped, as CTest expects.
"""

import json
import pathlib
import sys
import unittest

try:
    import jsonschema
except ImportError:
    print("skipped: no Python module jsonschema (Debian: python3-jsonschema)")
    sys.exit(77)

ROOT = pathlib.Path(sys.argv[1])
HERE = ROOT / "tests" / "schema"

# One fault in each document of bad/: the JSON pointer it is found at, and the
# keyword of the schema that finds it.
FAULTS = {
    "alias-no-citation": ("/entities/0/aliases/0", "required"),
    "assessment-bare": ("/relationships/0/assessment", "type"),
    "assessment-nobody": ("/relationships/0/assessment", "required"),
    "availability-no-citation": ("/entities/0/availability/0", "required"),
    "citation-bare-with-space": ("/citation", "pattern"),
    "citation-credibility-seven": ("/relationships/0/citations/0/credibility", "maximum"),
    "citation-credibility-word": ("/relationships/0/citations/0/credibility", "type"),
    "citation-credibility-zero": ("/relationships/0/citations/0/credibility", "minimum"),
    "citation-no-source": ("/citation", "required"),
    "citation-number": ("/citation", "type"),
    "citation-page": ("/relationships/0/citations/0", "additionalProperties"),
    "citation-reading-literal": ("/relationships/0/citations/1/reading", "enum"),
    "citations-twice": ("/relationships/0/citations", "uniqueItems"),
    "document-array": ("", "type"),
    "document-entities-object": ("/entities", "type"),
    "document-no-version": ("", "required"),
    "document-recorded-time": ("/recorded", "pattern"),
    "document-relationships-null": ("/relationships", "type"),
    "document-sources-object": ("/sources", "type"),
    "document-tlp-white": ("/tlp", "enum"),
    "document-unknown-field": ("", "additionalProperties"),
    "document-version-true": ("/attrigraph", "const"),
    "document-version-two": ("/attrigraph", "const"),
    "entity-alias-bare": ("/entities/0/aliases/0", "type"),
    "entity-alias-no-name": ("/entities/0/aliases/0", "required"),
    "entity-aliases-bare": ("/entities/0/aliases", "type"),
    "entity-availability-bare": ("/entities/0/availability", "type"),
    "entity-availability-item-bare": ("/entities/0/availability/0", "type"),
    "entity-availability-no-value": ("/entities/0/availability/0", "required"),
    "entity-availability-rare": ("/entities/0/availability/0/value", "enum"),
    "entity-bare": ("/entities/1", "type"),
    "entity-country-list": ("/entities/0/country", "type"),
    "entity-country-name": ("/entities/0/country", "pattern"),
    "entity-empty-name": ("/entities/0/name", "minLength"),
    "entity-family-name": ("/entities/0/is_family", "type"),
    "entity-id-number": ("/entities/0/id", "type"),
    "entity-id-with-space": ("/entities/0/id", "pattern"),
    "entity-naming-final": ("/entities/0/naming", "enum"),
    "entity-no-name": ("/entities/0", "required"),
    "entity-prevalence-bare": ("/entities/0/prevalence", "type"),
    "entity-prevalence-groups-beyond-32-bits": ("/entities/0/prevalence/0/groups", "maximum"),
    "entity-prevalence-groups-word": ("/entities/0/prevalence/0/groups", "type"),
    "entity-prevalence-item-bare": ("/entities/0/prevalence/0", "type"),
    "entity-prevalence-negative": ("/entities/0/prevalence/0/groups", "minimum"),
    "entity-prevalence-no-total": ("/entities/0/prevalence/0", "required"),
    "entity-prevalence-of-beyond-32-bits": ("/entities/0/prevalence/0/of", "maximum"),
    "entity-prevalence-of-fraction": ("/entities/0/prevalence/0/of", "type"),
    "entity-prevalence-of-none": ("/entities/0/prevalence/0/of", "minimum"),
    "entity-reference-bare": ("/entities/0/external_references/0", "type"),
    "entity-reference-empty": ("/entities/0/external_references/0", "minProperties"),
    "entity-reference-no-authority": ("/entities/0/external_references/0", "required"),
    "entity-references-object": ("/entities/0/external_references", "type"),
    "entity-type-capital": ("/entities/0/type", "pattern"),
    "entity-type-list": ("/entities/0/type", "type"),
    "prevalence-no-citation": ("/entities/0/prevalence/0", "required"),
    "relationship-bare": ("/relationships/0", "type"),
    "relationship-citations-bare": ("/relationships/0/citations", "type"),
    "relationship-citations-empty": ("/relationships/0/citations", "minItems"),
    "relationship-confidence-101": ("/relationships/0/confidence", "maximum"),
    "relationship-confidence-below-zero": ("/relationships/0/confidence", "minimum"),
    "relationship-confidence-fraction": ("/relationships/0/confidence", "type"),
    "relationship-confidence-percent": ("/relationships/0/confidence", "pattern"),
    "relationship-hedge-likely": ("/relationships/0/hedge", "enum"),
    "relationship-in-bare": ("/relationships/0/in", "type"),
    "relationship-in-empty": ("/relationships/0/in", "minItems"),
    "relationship-no-citation": ("/relationships/0", "required"),
    "relationship-no-to": ("/relationships/0", "required"),
    "relationship-stance-agrees": ("/relationships/0/stance", "enum"),
    "relationship-start-ongoing": ("/relationships/0/start_time", "pattern"),
    "relationship-stop-today": ("/relationships/0/stop_time", "pattern"),
    "relationship-type-underscore": ("/relationships/0/type", "pattern"),
    "relationship-type-value": ("/relationships/0/type", "not"),
    "relationship-unknown-field": ("/relationships/0", "additionalProperties"),
    "revoked-bare": ("/relationships/0/revoked", "type"),
    "revoked-no-reason": ("/relationships/0/revoked", "required"),
    "revoked-typo": ("/relationships/0/revoked/reason", "enum"),
    "source-bare": ("/sources/0", "type"),
    "source-based-on-twice": ("/sources/0/based_on", "uniqueItems"),
    "source-kind-blog": ("/sources/0/kind", "enum"),
    "source-lang-list": ("/sources/0/lang", "type"),
    "source-lang-words": ("/sources/0/lang", "pattern"),
    "source-no-publisher": ("/sources/0", "required"),
    "source-published-31-june": ("/sources/0/published", "pattern"),
    "source-published-month-13": ("/sources/0/published", "pattern"),
    "source-published-number": ("/sources/0/published", "type"),
    "source-published-year-zero": ("/sources/0/published", "pattern"),
    "source-read-word": ("/sources/0/read", "type"),
    "source-reliability-g": ("/sources/0/reliability", "enum"),
    "source-title-number": ("/sources/0/title", "type"),
    "source-translated-true": ("/sources/0/translated", "enum"),
    "source-url-list": ("/sources/0/url", "type"),
    "source-url-script": ("/sources/0/url", "pattern"),
}


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def keys_of(value):
    """Every key of every object in a JSON value."""
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    if isinstance(value, list):
        return set().union(*map(keys_of, value))
    return set()


def declared_keys(schema):
    """Every key that some object of the schema may have."""
    if isinstance(schema, dict):
        found = set().union(*map(declared_keys, schema.values()))
        if schema.get("additionalProperties") is False:
            found |= set(schema["properties"])
        return found
    if isinstance(schema, list):
        return set().union(*map(declared_keys, schema))
    return set()


def open_objects(schema, at="#"):
    """Where the schema describes an object without closing it."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" and schema.get("additionalProperties") is not False:
            yield at
        for key, part in schema.items():
            yield from open_objects(part, f"{at}/{key}")


class SchemaTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.schema = load(ROOT / "data" / "schema" / "attrigraph-1.schema.json")
        cls.validator = jsonschema.Draft202012Validator(cls.schema)

    def faults(self, path):
        return [
            ("".join(f"/{part}" for part in error.absolute_path), error.validator)
            for error in self.validator.iter_errors(load(path))
        ]

    def test_schema_is_valid(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)

    def test_every_object_is_closed(self):
        self.assertEqual(list(open_objects(self.schema)), [])

    def test_case_is_valid(self):
        files = sorted((ROOT / "data" / "tag-22").glob("*.json"))
        self.assertEqual(len(files), 5)
        for path in files:
            with self.subTest(path.name):
                self.assertEqual(self.faults(path), [])

    def test_what_is_written_is_valid(self):
        for name in ("own.json", "own.canonical.json"):
            with self.subTest(name):
                self.assertEqual(self.faults(ROOT / "tests" / "golden" / "export" / name), [])

    def test_good_document_uses_every_field(self):
        path = HERE / "good" / "all-fields.json"
        self.assertEqual(self.faults(path), [])
        self.assertEqual(keys_of(load(path)), declared_keys(self.schema))

    def test_bad_documents_are_all_listed(self):
        self.assertEqual(sorted(path.stem for path in (HERE / "bad").glob("*.json")), sorted(FAULTS))

    def test_bad_documents_are_rejected(self):
        for name, fault in FAULTS.items():
            with self.subTest(name):
                self.assertEqual(self.faults(HERE / "bad" / f"{name}.json"), [fault])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
