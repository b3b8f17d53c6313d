"""`journeys rules` and `journeys explain`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.lint import RULES
from mkdocs_journeys.lint.rules import LOADING_RULES

CATALOG = """\
format: 1
lint:
  rules: {no-low-point: error, date-ahead: off}
  paths:
    - path: maps/old/**
      rules: {no-low-point: info}
"""
PROJECT = '[tool.journeys.lint]\npreset = "strict"\n[tool.journeys.lint.rules]\ntoo-many-steps = "info"\n'


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, words)])


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without journeys, in which the tests run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def project(nowhere: Path) -> Path:
    """A project whose two files set levels, in which the tests run."""
    write(nowhere, CATALOG, PROJECT)
    return nowhere


def write(root: Path, catalog: str, pyproject: str) -> None:
    (root / "journeys").mkdir(exist_ok=True)
    (root / "journeys" / "catalog.yml").write_text(catalog, encoding="utf-8")
    (root / "pyproject.toml").write_text(pyproject, encoding="utf-8")


def row(output: str, rule: str) -> list[str]:
    """The level of a rule in the list, and what follows its summary in brackets."""
    line = next(line for line in output.splitlines() if line.startswith(f"  {rule} "))
    return [line.split()[1], line.rpartition(" [")[2].rstrip("]") if line.endswith("]") else ""]


@pytest.mark.usefixtures("nowhere")
def test_rules_are_listed_by_group_with_level_and_first_sentence() -> None:
    lines = run("rules").output.splitlines()
    line = next(line for line in lines if line.startswith("  no-low-point "))
    assert line.split(maxsplit=2) == ["no-low-point", "warning", "Nobody feels bad at any step of a journey of today."]
    assert [line for line in lines if line and not line.startswith(" ")][:3] == [
        "references and structure",
        "ownership",
        "freshness",
    ]
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert listed == [*(rule.id for rule in RULES), *LOADING_RULES]
    assert lines[-1] == "There are no journeys here or above: these are the levels that the rules come with."


@pytest.mark.usefixtures("nowhere")
def test_what_is_not_on_by_default_says_so() -> None:
    assert row(run("rules").output, "quote-without-source") == ["off", "strict"]


def test_the_levels_are_those_of_the_project_and_say_where_they_are_set(project: Path) -> None:
    output = run("rules").output
    assert row(output, "no-low-point") == ["error", "journeys/catalog.yml"]
    assert row(output, "date-ahead") == ["off", "journeys/catalog.yml"]
    assert row(output, "too-many-steps") == ["info", "pyproject.toml"]
    assert row(output, "review-overdue") == ["error", ""]
    assert row(output, "quote-without-source") == ["error", "strict"]
    lines = output.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("  no-low-point "))
    assert lines[at + 1].split() == ["info", "in", "maps/old/**", "[journeys/catalog.yml]"]
    assert lines[-1] == (
        "These are the levels of this project: preset strict, named in pyproject.toml; "
        "some are set in pyproject.toml and journeys/catalog.yml."
    )


def test_a_project_is_found_from_below_and_named_from_anywhere(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = project / "journeys"
    monkeypatch.chdir(inside)
    assert row(run("rules").output, "no-low-point") == ["error", "journeys/catalog.yml"]
    monkeypatch.chdir(project.parent)
    assert row(run("rules", "--root", project).output, "no-low-point")[0] == "error"
    (project / "journeys").rename(project / "cx")
    assert row(run("rules", "--root", project, "--journeys-dir", "cx").output, "no-low-point") == [
        "error",
        "cx/catalog.yml",
    ]
    assert run("explain", "no-low-point", "--root", project, "--journeys-dir", "cx").output.startswith(
        "no-low-point: error"
    )


def test_a_catalog_that_overrides_a_file_s_word_for_some_paths_does_so(nowhere: Path) -> None:
    write(nowhere, "format: 1\nlint:\n  rules: {no-low-point: error}\n", PATHS)
    assert "maps/a/**" not in run("rules").output
    write(nowhere, "format: 1\n", PATHS)
    assert "info     in maps/a/** [pyproject.toml]" in run("rules").output


PATHS = '[[tool.journeys.lint.paths]]\npath = "maps/a/**"\nrules = {no-low-point = "info"}\n'


@pytest.mark.parametrize("catalog", ["format: [", "format: 1\nlint: {preset: none}\n", ""])
def test_settings_with_mistakes_are_told_and_left_out(nowhere: Path, catalog: str) -> None:
    write(nowhere, catalog, "[tool.journeys.lint]\nrules = 3\n")
    result = run("rules")
    assert result.exit_code == 0
    assert "journeys/catalog.yml:" in result.stderr
    assert "pyproject.toml:2:1: error[field-value]" in result.stderr
    assert row(result.stdout, "no-low-point") == ["warning", ""]


def test_a_hostile_path_steers_no_terminal(nowhere: Path) -> None:
    write(nowhere, 'format: 1\nlint: {paths: [{path: "\\e[31m", rules: {no-low-point: info}}]}\n', "")
    assert "\x1b" not in run("rules").output + run("explain", "no-low-point").output


@pytest.mark.usefixtures("nowhere")
def test_a_rule_is_explained_with_examples() -> None:
    output = run("explain", "future-without-baseline").output
    assert output.startswith("future-without-baseline: warning, references and structure, preset recommended\n\n")
    assert "Why: without the journey of today" in output
    assert output.endswith("Good:\n\n    state: future\n    baseline: first-week\n")


def test_an_explanation_says_where_each_level_comes_from(project: Path) -> None:
    assert run("explain", "no-low-point").output.startswith(
        "no-low-point: error, honesty, preset recommended\n"
        "  error: set in journeys/catalog.yml\n"
        "  info in maps/old/**: set in journeys/catalog.yml\n\nNobody feels bad"
    )
    assert run("explain", "review-overdue").output.startswith(
        "review-overdue: error, freshness, preset recommended\n  error: preset strict, named in pyproject.toml\n\n"
    )
    assert run("explain", "date-ahead").output.startswith("date-ahead: off, freshness, preset recommended\n")


@pytest.mark.parametrize("rule", ["reference-unknown", "ignore-unused"])
def test_a_rule_of_the_loader_has_its_sentence(rule: str) -> None:
    assert run("explain", rule).output == f"{rule}: loading, always on\n\n{LOADING_RULES[rule]}\n"


def test_a_rule_that_does_not_exist_is_a_wrong_call() -> None:
    result = run("explain", "no-low-piont")
    assert result.exit_code == 2
    assert "There is no rule 'no-low-piont'. Did you mean 'no-low-point'?" in result.output
    assert "`journeys rules` lists them all." in run("explain", "\x1b[31m").output
