"""`journeys schema`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.model import MODELS
from mkdocs_journeys.schema import text_of
from mkdocs_journeys.schema.reference import reference_page


def schema(*words: str) -> Result:
    return CliRunner().invoke(main, ["schema", *words])


@pytest.mark.parametrize("kind", MODELS)
def test_the_schema_of_a_kind_is_printed_as_json(kind: str) -> None:
    result = schema(kind)
    assert (result.exit_code, result.stdout) == (0, text_of(kind))
    assert json.loads(result.stdout)["title"].lower() == kind


def test_all_are_written_into_a_folder_that_is_made_and_older_copies_are_replaced(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    out.mkdir(parents=True)
    (out / "journey.json").write_text("old", encoding="utf-8")
    result = schema("--output", str(out))
    assert result.exit_code == 0
    assert {path.name: path.read_text("utf-8") for path in out.iterdir()} == {f"{k}.json": text_of(k) for k in MODELS}
    assert len(result.output.splitlines()) == len(MODELS)


def test_one_alone_can_be_written(tmp_path: Path) -> None:
    assert schema("persona", "--output", str(tmp_path)).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["persona.json"]


def test_a_kind_that_is_missing_or_unknown_is_a_wrong_call() -> None:
    assert "Name a kind (catalog, journey," in schema().output
    assert [schema().exit_code, schema("metric").exit_code] == [2, 2]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "journey.json").mkdir()
    result = schema("journey", "--output", str(tmp_path))
    assert result.exit_code == 1
    assert "journey.json cannot be written: Is a directory." in result.output


def test_every_key_is_printed_as_a_page() -> None:
    result = schema("--markdown")
    assert (result.exit_code, result.stdout) == (0, reference_page())


def test_the_page_has_every_kind_and_goes_nowhere_else(tmp_path: Path) -> None:
    assert [schema("journey", "--markdown").exit_code, schema("--markdown", "--output", str(tmp_path)).exit_code] == [
        2,
        2,
    ]
