"""The page on reviews shows what the command prints."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from docs.support_documents import blocks_of, files_of, in_code, tables_of, write_files
from mkdocs_journeys.cli import main
from mkdocs_journeys.diff.reports.json import schema

EDITS = {"emotion: -1": "emotion: -2", "        moment_of_truth: true\n": ""}


def test_the_report_is_that_of_the_tutorial_s_journey_after_two_edits(
    guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for side in ("old", "new"):
        write_files(files_of(guide / "write-a-journey.md"), tmp_path / side)
    journey = tmp_path / "new/journeys/maps/try-it.yml"
    text = journey.read_text("utf-8")
    for before, after in EDITS.items():
        assert before in text
        text = text.replace(before, after)
    journey.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    shown = next(block.text for block in blocks_of(guide / "review.md") if block.language == "console")
    assert shown == "$ journeys diff\n" + CliRunner().invoke(main, ["diff", "old", "new"]).stdout


def test_every_key_of_the_document_for_programs_is_explained(guide: Path) -> None:
    rows = tables_of(guide / "review.md")["For programs"]
    assert [key for row in rows for key in in_code(row[0])] == schema()["$defs"]["change"]["required"]
