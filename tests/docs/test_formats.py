"""What the guide shows of each format of `journeys check` is what the command prints."""

import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import canonicalize, fromstring, tostring

import pytest
from click.testing import CliRunner

from docs.support_documents import blocks_of, files_of, in_code, tables_of, write_files
from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.check import FORMATS

JOURNEY = "journeys/maps/try-it.yml"
MISTAKES = {"touchpoint: pricing-page": "touchpoint: pricing-pag", "severity: major": "severity: serious"}
STEP = "stages:\n  - stage: consideration\n    steps:\n      - name: Zoe\n        "


@pytest.fixture
def project(guide: Path, tmp_path: Path) -> Path:
    """The tutorial's atlas."""
    write_files(files_of(guide / "write-a-journey.md"), tmp_path)
    return tmp_path


@pytest.fixture
def broken(project: Path) -> Path:
    """The same with two mistakes."""
    replace(project, MISTAKES)
    return project


def replace(project: Path, words: dict[str, str]) -> None:
    text = (project / JOURNEY).read_text("utf-8")
    for right, wrong in words.items():
        assert right in text
        text = text.replace(right, wrong)
    (project / JOURNEY).write_text(text, encoding="utf-8")


def printed(project: Path, *words: str) -> str:
    return CliRunner().invoke(main, ["check", "--root", str(project), *words], env={"GITHUB_STEP_SUMMARY": None}).stdout


def shown(guide: Path, language: str, start: str) -> str:
    """The one block of the page in this language that starts so."""
    (found,) = (
        one.text for one in blocks_of(guide / "check.md") if one.language == language and one.text.startswith(start)
    )
    return found


def test_json_and_github_are_shown_whole(guide: Path, broken: Path) -> None:
    assert printed(broken, "--format", "json") == shown(guide, "json", '{\n  "problems"')
    assert printed(broken, "--format", "github") == shown(guide, "text", "::error")


def test_one_entry_of_gitlab_s_list_is_shown(guide: Path, broken: Path) -> None:
    assert json.loads(printed(broken, "--format", "gitlab"))[0] == json.loads(
        shown(guide, "json", '{\n  "description"')
    )


def test_one_result_of_sarif_is_shown(guide: Path, broken: Path) -> None:
    log: Any = json.loads(printed(broken, "--format", "sarif"))
    assert log["runs"][0]["results"][0] == json.loads(shown(guide, "json", '{\n  "ruleId"'))


def test_one_case_of_junit_is_shown(guide: Path, broken: Path) -> None:
    case = next(fromstring(printed(broken, "--format", "junit")).iter("testcase"))
    assert canonicalize(tostring(case), strip_text=True) == canonicalize(
        shown(guide, "xml", "<testcase"), strip_text=True
    )


def test_the_diff_is_what_is_printed(guide: Path, project: Path) -> None:
    replace(project, {"emotion: -1\n": "emotion: negative\n"})
    assert printed(project, "--diff") == shown(guide, "diff", "---")


def test_every_format_has_its_words(guide: Path) -> None:
    text = (guide / "check.md").read_text("utf-8")
    assert all(f"`{form}`" in text for form in FORMATS)
    assert all(f"\n### {form}\n" in text for form in FORMATS if form != "text")


@pytest.mark.parametrize("number", range(6))
def test_what_the_table_says_is_mended_is_mended(guide: Path, project: Path, number: int) -> None:
    rows = [row for row in tables_of(guide / "check.md")["Mend what is plain"] if in_code(row[2])]
    wrong, right = in_code(rows[number][1])[0], in_code(rows[number][2])[0]
    persona = next((project / "journeys/personas").glob("*.yml")).stem
    place = (
        ("personas", "name: Zoe\n")
        if wrong.startswith("owner")
        else ("maps", f"title: Zoe\npersonas: {persona}\n{STEP}")
    )
    path = project / "journeys" / place[0] / "zoe.yml"
    path.write_text(f"{place[1]}{wrong}\n", encoding="utf-8")
    printed(project, "--fix")
    assert path.read_text("utf-8") == f"{place[1]}{right}\n"
    assert len(rows) == 6
