"""An independent validator and `journeys check` agree about everything that one file's shape can tell."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from mkdocs_journeys.load import FileRole, role_of
from mkdocs_journeys.yamlfile import read

TESTS = Path(__file__).parents[1]
CASES = sorted((TESTS / "load" / "cases").iterdir())
STRICTER = {
    "field-optional-without-a-value": "an editor should point at a field that was begun and left empty",
}
"""Cases in which the schema refuses what `journeys check` lets pass, each with the reason."""
SOUND_FOLDERS = [TESTS.parent, TESTS / "load" / "good"]


def files(root: Path) -> Iterator[tuple[str, FileRole, bytes]]:
    """Each YAML file of an atlas that has its right name and place."""
    for path in sorted((root / "journeys").rglob("*.yml")):
        name = path.relative_to(root).as_posix()
        place = role_of(name, "journeys")
        if isinstance(place, FileRole):
            yield name, place, path.read_bytes()


def refusals(validator: Draft7Validator, content: bytes) -> list[str]:
    """What the validator says of a file that is sound YAML."""
    values, _ = read(content, "file.yml")
    return [error.message for error in validator.iter_errors(values)] if values is not None else []


@pytest.mark.parametrize("root", SOUND_FOLDERS, ids=["the example atlas", "the atlas of the tests"])
def test_every_file_of_a_sound_atlas_is_accepted(root: Path, validators: Mapping[str, Draft7Validator]) -> None:
    found = list(files(root))
    assert len(found) > 5
    assert [(name, said) for name, place, text in found if (said := refusals(validators[place.kind], text))] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_schema_refuses_a_file_where_check_finds_a_wrong_field(
    case: Path, validators: Mapping[str, Draft7Validator]
) -> None:
    printed = (case / "expected.txt").read_text("utf-8").splitlines()
    for name, place, content in files(case):
        wrong = any(line.startswith(f"{name}:") and "error[field-" in line for line in printed)
        said = refusals(validators[place.kind], content)
        assert bool(said) == (wrong or case.name in STRICTER), said


def test_the_cases_hold_many_mistakes_of_shape() -> None:
    printed = [(case / "expected.txt").read_text("utf-8") for case in CASES]
    assert sum("error[field-" in text for text in printed) > 30
    assert set(STRICTER) <= {case.name for case in CASES}
