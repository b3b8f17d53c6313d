"""The page on reviews shows what the command prints."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from docs.support_documents import blocks_of, files_of, in_code, tables_of, write_files
from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.exchange.export import codeowners
from mkdocs_journeys.cli.reviewing.diff import FORMATS
from reports.support_documents import changes_schema

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
    shown, accepted, in_git = (block.text for block in blocks_of(guide / "review.md") if block.language == "console")
    assert shown == "$ journeys diff\n" + CliRunner().invoke(main, ["diff", "old", "new"]).stdout
    command, _, printed = accepted.partition("\n")
    words = shlex.split(command.removeprefix("$ journeys "))
    assert CliRunner().invoke(main, [*words, "old", "new"]).stdout == printed
    [line] = [line for line in in_git.splitlines() if line.startswith("  - worse")]
    assert f"{line} " in shown


def test_every_key_of_the_document_for_programs_is_explained(guide: Path) -> None:
    rows = tables_of(guide / "review.md")["For programs"]
    assert [key for row in rows for key in in_code(row[0])] == list(changes_schema()["$defs"]["change"]["properties"])


def test_every_list_of_it_is_explained(guide: Path) -> None:
    rows = re.findall(r"(?m)^\| `(\w+)` \| each (.+) \|$", (guide / "review.md").read_text("utf-8"))
    parts = {
        "journeys": ("journey", "step"),
        "teams": ("team",),
        "pains": ("pain",),
        "problems": ("problem",),
        "trends": ("trend",),
    }
    assert {*changes_schema()["properties"]} - {"format", "changes", "absent"} == {name for name, _ in rows}
    for name, text in rows:
        keys = {key for part in parts[name] for key in changes_schema()["$defs"][part]["properties"]}
        assert {*in_code(text)} == keys


def test_every_format_is_explained(guide: Path) -> None:
    [row] = [row for row in tables_of(guide / "review.md")["Options"] if row[0] == "`--format`"]
    assert sorted(in_code(row[1])) == sorted(FORMATS)


def test_every_option_of_the_owners_is_explained(guide: Path) -> None:
    rows = tables_of(guide / "pull-requests.md")["Who is asked to review"]
    assert sorted(name for row in rows for name in in_code(row[0])) == sorted(
        option for param in codeowners.params for option in param.opts
    )


def test_the_picture_is_that_of_the_comment_that_is_tested(guide: Path, repository_root: Path) -> None:
    alt = re.search(r"!\[A comment: (\d+ changes in \d+ journeys), ", (guide / "review.md").read_text("utf-8"))
    assert alt and alt[1] in (repository_root / "tests/reports/comment.md").read_text("utf-8").replace("**", "")
