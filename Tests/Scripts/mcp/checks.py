"""Counts what holds and what does not."""

import re
import sys
import traceback
from contextlib import contextmanager

from jsonschema import Draft202012Validator


class Checks:
    def __init__(self, name):
        self.name = name
        self.passed = 0
        self.failed = 0

    def expect(self, condition, what, found=None):
        if condition:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {self.name}: {what}" + (f": {found!r}" if found is not None else ""))

    def equal(self, found, wanted, what):
        self.expect(found == wanted, f"{what}: {wanted!r} is wanted", found)

    def schema(self, schema, what):
        """A JSON Schema that says something."""
        try:
            Draft202012Validator.check_schema(schema)
        except Exception as error:
            self.expect(False, f"{what} is a schema", str(error))
        self.expect(schema.get("type") == "object" and "properties" in schema, f"{what} is of an object")

    def fits(self, value, schema, what):
        errors = [error.message for error in Draft202012Validator(schema).iter_errors(value)]
        self.expect(not errors, f"{what} fits its schema", errors[:3])

    @contextmanager
    def section(self, what):
        """A part whose failure does not end the others."""
        try:
            yield
        except Exception:
            self.failed += 1
            print(f"FAILED {self.name}: {what}")
            traceback.print_exc(file=sys.stdout)

    def finish(self):
        print(f"{self.name}: {self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)


def without_times(answer):
    """An answer without what differs from call to call."""
    return {key: value for key, value in answer.items() if key not in ("took_ms", "bytes")}


def outside_quotations(text):
    """What of a text for a model is the program's own words; the marks are those that it names itself."""
    marks = re.findall(r"^Text between <<<quote-([0-9a-f]{16}) and quote-\1>>> is quoted", text, re.M)
    for mark in marks:
        text = re.sub(rf"<<<quote-{mark}\n.*?\nquote-{mark}>>>", "", text, flags=re.S)
    return text


def tokens(text):
    """Tokens, as `budget` counts them."""
    ascii_only = sum(character < "\x80" for character in text)
    return (ascii_only + 3) // 4 + len(text) - ascii_only
