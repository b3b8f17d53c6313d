"""The example of the page on interviews comes to what the page shows, and its second draft is refused as it says."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docs.support_documents import TUTORIAL, blocks_of, files_of, write_files
from mkdocs_journeys.cli import main


@pytest.fixture
def shown(guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The blocks of the page by title, in a project with its files and those of the tutorial."""
    write_files(files_of(TUTORIAL), tmp_path)
    write_files(files_of(guide / "from-interviews.md"), tmp_path)
    monkeypatch.chdir(tmp_path)
    return {block.title: block.text for block in blocks_of(guide / "from-interviews.md") if block.title}


def imported(draft: str) -> Result:
    return CliRunner().invoke(main, ["import", "json", "--draft", f"interviews/{draft}.json"])


def test_the_draft_becomes_the_study_and_the_journey_that_are_shown(shown: dict[str, str]) -> None:
    assert imported("draft").exit_code == 0
    assert Path("journeys/evidence/talks-2026-11.yml").read_text("utf-8") == shown["The study that comes out"]
    assert Path("journeys/maps/bring-our-plan.yml").read_text("utf-8") == shown["The journey that comes out"]


def test_the_second_draft_is_refused_in_the_words_that_are_shown(shown: dict[str, str]) -> None:
    result = imported("too-sure")
    assert (result.exit_code, result.stderr) == (1, shown["What the gate says"])
