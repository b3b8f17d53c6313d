"""`journeys comment`, as the job that may write calls it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.reports.json import format_diff
from mkdocs_journeys.reports.markdown import format_diff as comment_of
from reports.support_documents import drafted


def comment(*words: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["comment", *map(str, words)], input=given)


def test_it_is_the_comment_that_the_diff_itself_would_write(tmp_path: Path) -> None:
    found = drafted(3)
    file = tmp_path / "journeys.json"
    file.write_text(format_diff(found))
    assert comment(file).stdout == comment("-", given=format_diff(found)).stdout == comment_of(found)
    assert comment(file, "--output", tmp_path / "comment.md").output == ""
    assert (tmp_path / "comment.md").read_text("utf-8") == comment_of(found)


def test_the_commit_may_be_named() -> None:
    assert (
        "As of commit `0123456789`." in comment("-", "--commit", "0123456789" * 4, given=format_diff(drafted(1))).stdout
    )
    assert comment("-", "--commit", "main`@all", given=format_diff(drafted(1))).exit_code == 2


@pytest.mark.parametrize("given", ["", "[]", '{"format": 1}', json.dumps({"format": 1, "changes": [], "number": 7})])
def test_what_is_no_report_is_refused_in_one_line(given: str) -> None:
    result = comment("-", given=given)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: This is no report of journeys diff: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_report_that_is_too_large_is_not_read_to_its_end() -> None:
    assert "larger than 5,000,000 bytes" in comment("-", given=" " * 5_000_001).stderr
