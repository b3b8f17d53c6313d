"""The page on editors shows what `journeys init` makes, and explains every option."""

from datetime import date
from pathlib import Path

import click
import pytest

from docs.support_documents import files_of, in_code, tables_of
from mkdocs_journeys.cli import main
from mkdocs_journeys.model import MODELS
from mkdocs_journeys.scaffold import project_files


def options_of(command: str) -> list[str]:
    found = main.get_command(click.Context(main), command)
    assert found, command
    params = found.params
    return [name for option in params if isinstance(option, click.Option) for name in option.opts]


def test_the_settings_are_those_that_init_makes(guide: Path) -> None:
    shown = {file.title: file.text for file in files_of(guide / "editor.md")}
    made = project_files(date(2026, 10, 2), "x")
    assert shown[".vscode/settings.json"] == made[".vscode/settings.json"]


def test_the_first_line_is_the_one_that_init_writes(guide: Path) -> None:
    shown = {file.title: file.text for file in files_of(guide / "editor.md")}
    made = project_files(date(2026, 10, 2), "x")
    assert shown["journeys/personas/ann.yml"].splitlines()[0] == made["journeys/personas/maya.yml"].splitlines()[0]


def test_every_option_of_new_is_explained(guide: Path) -> None:
    explained = [name for row in tables_of(guide / "editor.md")["Add a file"] for name in in_code(row[0])]
    assert explained == options_of("new")


@pytest.mark.parametrize("command", ["init", "schema"])
def test_init_and_schema_have_no_other_options_than_those_shown(command: str, guide: Path) -> None:
    text = (guide / "editor.md").read_text("utf-8")
    assert [option for option in options_of(command) if option not in text] == []


def test_every_kind_of_schema_is_named(guide: Path) -> None:
    text = (guide / "editor.md").read_text("utf-8")
    assert [kind for kind in MODELS if f"`{kind}`" not in text] == []
