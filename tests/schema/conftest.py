"""The committed schemas, and an independent validator for each."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, FormatChecker

from mkdocs_journeys.model import MODELS


@pytest.fixture(scope="session")
def validators(repository_root: Path) -> Mapping[str, Draft7Validator]:
    """Kind to a validator of the committed schema, which looks at dates, too."""
    found = {}
    for kind in MODELS:
        text = (repository_root / "schema" / f"{kind}.json").read_text("utf-8")
        found[kind] = Draft7Validator(json.loads(text), format_checker=FormatChecker(["date"]))
    return found
