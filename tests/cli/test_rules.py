"""`journeys rules` and `journeys explain`."""

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.lint import RULES
from mkdocs_journeys.lint.rules import LOADING_RULES


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_rules_are_listed_by_group_with_level_and_first_sentence() -> None:
    lines = run("rules").output.splitlines()
    row = next(line for line in lines if line.startswith("  no-low-point "))
    assert row.split(maxsplit=2) == ["no-low-point", "warning", "Nobody feels bad at any step of a journey of today."]
    assert [line for line in lines if line and not line.startswith(" ")][:3] == [
        "references and structure",
        "ownership",
        "freshness",
    ]
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert listed == [*(rule.id for rule in RULES), *LOADING_RULES]


def test_what_is_not_on_by_default_says_so() -> None:
    lines = run("rules").output.splitlines()
    assert next(line for line in lines if "quote-without-source" in line).endswith("[strict]")


def test_a_rule_is_explained_with_examples() -> None:
    output = run("explain", "future-without-baseline").output
    assert output.startswith("future-without-baseline: warning, references and structure, preset recommended\n\n")
    assert "Why: without the journey of today" in output
    assert output.endswith("Good:\n\n    state: future\n    baseline: first-week\n")


@pytest.mark.parametrize("rule", ["reference-unknown", "ignore-unused"])
def test_a_rule_of_the_loader_has_its_sentence(rule: str) -> None:
    assert run("explain", rule).output == f"{rule}: loading, always on\n\n{LOADING_RULES[rule]}\n"


def test_a_rule_that_does_not_exist_is_a_wrong_call() -> None:
    result = run("explain", "no-low-piont")
    assert result.exit_code == 2
    assert "There is no rule 'no-low-piont'. Did you mean 'no-low-point'?" in result.output
    assert "`journeys rules` lists them all." in run("explain", "\x1b[31m").output
