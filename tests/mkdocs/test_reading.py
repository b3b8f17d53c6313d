"""The page Health shows what `journeys check` prints."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from lint.support_cases import CASES, HERE, TODAY
from mkdocs_journeys.cli import main
from mkdocs_journeys.mkdocs.options import HealthOptions
from mkdocs_journeys.mkdocs.reading import Health, reading_of
from mkdocs_journeys.mkdocs.view import Reading
from mkdocs_journeys.reports.json import problem_values
from mkdocs_journeys.site.context import SiteSettings
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.rendering.environment import environment
from mkdocs_journeys.sources.worktree import worktree

BASELINE = "known.json"
CATALOG = """\
lint:
  rules: {no-low-point: error, high-pain-without-owner: warning}
  paths: [{path: maps/buy.yml, rules: {no-low-point: info}}]
"""
PROJECT = '[tool.journeys.lint]\npreset = "strict"\nrules = {no-such-rule = "off"}\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An atlas with faults, settings in both places, an ignored finding and a comment that is not needed."""
    for folder in (HERE / "base", CASES / "no-low-point" / "bad", CASES / "high-pain-without-owner" / "bad"):
        shutil.copytree(folder / "journeys", tmp_path / "journeys", dirs_exist_ok=True)
    catalog = tmp_path / "journeys" / "catalog.yml"
    catalog.write_text(f"# journeys: ignore no-low-point not here\n{catalog.read_text('utf-8')}{CATALOG}", "utf-8")
    persona = tmp_path / "journeys" / "personas" / "maya.yml"
    persona.write_text("name: Maya  # journeys: ignore persona-without-evidence we shall ask\n", "utf-8")
    (tmp_path / "pyproject.toml").write_text(PROJECT, "utf-8")
    return tmp_path


def health_of(root: Path, wanted: HealthOptions | None = None) -> tuple[Health, Reading]:
    """The health of a project, and its site."""
    health = Health()
    settings = SiteSettings(TODAY, health=health.judged)
    reading = reading_of(worktree(root), settings, environment())
    assert health.refresh(wanted or HealthOptions(), root, TODAY, reading) == ()
    return health, reading


def checked(root: Path, *words: str) -> list[dict[str, Any]]:
    """What `journeys check` finds."""
    call = ["check", "--root", str(root), "--format", "json", "--today", TODAY.isoformat(), *words]
    found: list[dict[str, Any]] = json.loads(CliRunner().invoke(main, call).output)["problems"]
    return found


def shown(reading: Reading) -> str:
    (page,) = [item for item in reading.items or () if isinstance(item, Page) and item.uri == "health.md"]
    return "".join(section.html for section in page.sections)


def test_page_and_check_list_the_same_findings(project: Path) -> None:
    health, reading = health_of(project)
    expected = checked(project)
    assert {found["severity"] for found in expected} == {"error", "warning", "info"}
    assert {"rule-unknown", "ignore-unused", "high-pain-without-owner"} <= {found["rule"] for found in expected}
    assert "persona-without-evidence" not in {found["rule"] for found in expected}
    assert reading.site
    assert [problem_values(problem) for problem in health.judged(reading.site.atlas).problems] == expected
    html = shown(reading)
    assert html.count("<li data-level=") == len(expected)
    assert all(f"{found['file']}:{found['line']}</code>" in html for found in expected)


def test_what_a_baseline_holds_is_only_counted(project: Path) -> None:
    written = ["--baseline", str(project / BASELINE), "--write-baseline"]
    CliRunner().invoke(main, ["check", "--root", str(project), "--today", TODAY.isoformat(), *written])
    health, reading = health_of(project, HealthOptions(baseline=BASELINE))
    assert reading.site
    judged = health.judged(reading.site.atlas)
    expected = checked(project, "--baseline", str(project / BASELINE))
    assert [problem_values(problem) for problem in judged.problems] == expected
    assert judged.baselined == len(checked(project)) - len(expected) > 0
    assert "kept in the baseline" in shown(reading)


@pytest.mark.parametrize(("text", "said"), [(None, "No such file"), ("{}", "no baseline"), ("[", "no JSON")])
def test_a_baseline_that_cannot_be_read_is_a_warning_and_all_is_shown(
    project: Path, text: str | None, said: str
) -> None:
    if text is not None:
        (project / BASELINE).write_text(text, "utf-8")
    health, reading = health_of(project)
    (problem,) = health.refresh(HealthOptions(baseline=BASELINE), project, TODAY, reading)
    assert (problem.severity, problem.position.file) == ("warning", BASELINE)
    assert said in problem.message
    assert reading.site
    assert health.judged(reading.site.atlas).baselined == 0


def test_while_a_file_cannot_be_read_the_last_good_files_are_judged(project: Path) -> None:
    health, reading = health_of(project)
    assert reading.site
    before = health.judged(reading.site.atlas)
    broken = Reading(None, (), {"journeys/catalog.yml": b"["})
    assert health.refresh(HealthOptions(), project, date(2030, 1, 1), broken) == ()
    assert health.judged(reading.site.atlas) == before


def test_without_health_there_is_no_page_of_it_and_none_of_rules(project: Path) -> None:
    items = reading_of(worktree(project), SiteSettings(TODAY), environment()).items or ()
    uris = {item.uri for item in items if isinstance(item, Page)}
    assert "journeys.md" in uris
    assert not [uri for uri in uris if uri.startswith(("health", "rules"))]
