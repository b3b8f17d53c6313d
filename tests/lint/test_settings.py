"""Presets, levels and paths: how much a rule matters in a file."""

import pytest

from lint.support_cases import TODAY, atlas_of, tree_of
from mkdocs_journeys.lint import BY_ID, RULES
from mkdocs_journeys.lint.engine import run_rules
from mkdocs_journeys.lint.settings import LintSettings, merge_settings, path_matches
from mkdocs_journeys.model.settings.lint import Lint
from mkdocs_journeys.problem import Severity
from mkdocs_journeys.sources.tree import Tree

ROSY, QUOTE, OPEN = BY_ID["no-low-point"], BY_ID["quote-without-source"], BY_ID["resolved-but-open"]
UNUSED = BY_ID["evidence-unused"]
MAP = "maps/buy.yml"


def of(**settings: object) -> Lint:
    return Lint.model_validate(settings)


def with_lint(text: str) -> Tree:
    tree = tree_of()
    catalog = tree.files["journeys/catalog.yml"] + f"lint:\n  {text}\n".encode()
    return Tree({**tree.files, "journeys/catalog.yml": catalog})


def test_each_preset_holds_the_rules_of_the_smaller_ones() -> None:
    on = {
        name: {rule.id for rule in RULES if LintSettings(name).level(rule, MAP)} for name in ("minimal", "recommended")
    }
    assert 0 < len(on["minimal"]) < len(on["recommended"]) < len(RULES)
    assert on["minimal"] < on["recommended"]
    assert all(LintSettings("strict").level(rule, MAP) for rule in RULES)


def test_the_recommended_preset_takes_the_levels_as_they_are() -> None:
    assert LintSettings().level(ROSY, MAP) is Severity.WARNING
    assert LintSettings().level(QUOTE, MAP) is None
    assert LintSettings("minimal").level(ROSY, MAP) is None
    assert LintSettings("minimal").level(OPEN, MAP) is Severity.WARNING


def test_the_strict_preset_lifts_each_level_by_one() -> None:
    strict = LintSettings("strict")
    assert strict.level(UNUSED, MAP) is Severity.WARNING
    assert strict.level(ROSY, MAP) is Severity.ERROR
    assert strict.level(BY_ID["dates-reversed"], MAP) is Severity.ERROR


def test_a_rule_may_be_set_or_switched_on_and_off() -> None:
    settings = merge_settings(
        of(rules={"no-low-point": "error", "quote-without-source": "info", "evidence-unused": "off"})
    )
    assert settings.level(ROSY, MAP) is Severity.ERROR
    assert settings.level(QUOTE, MAP) is Severity.INFO
    assert settings.level(UNUSED, MAP) is None
    assert [settings.can_apply(rule) for rule in (ROSY, QUOTE, UNUSED)] == [True, True, True]
    assert not LintSettings().can_apply(QUOTE)


def test_paths_win_over_rules_and_the_later_path_over_the_earlier() -> None:
    off, info = {"no-low-point": "off"}, {"no-low-point": "info"}
    paths = [{"path": "maps/**", "rules": off}, {"path": "maps/big/*.yml", "rules": info}]
    settings = merge_settings(of(rules={"no-low-point": "error"}, paths=paths))
    assert settings.level(ROSY, "catalog.yml") is Severity.ERROR
    assert settings.level(ROSY, "maps/buy.yml") is None
    assert settings.level(ROSY, "maps/big/buy.yml") is Severity.INFO


def test_the_catalog_wins_over_the_project() -> None:
    project = of(preset="strict", rules={"no-low-point": "off", "evidence-unused": "off"})
    both = merge_settings(project, of(rules={"no-low-point": "info"}))
    assert (both.preset, both.level(ROSY, MAP), both.level(UNUSED, MAP)) == ("strict", Severity.INFO, None)
    assert merge_settings(project, of(preset="minimal")).preset == "minimal"
    assert merge_settings().preset == "recommended"


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("maps/**", "maps/a/b.yml", True),
        ("maps/**", "personas/a.yml", False),
        ("maps/*", "maps/a/b.yml", False),
        ("maps/*.yml", "maps/b.yml", True),
        ("**/b.yml", "b.yml", True),
        ("**/x/**/b.yml", "maps/x/b.yml", True),
        ("**/x/**/b.yml", "maps/y/b.yml", False),
        ("x/**", "maps/x/b.yml", False),
        ("**/" * 40 + "a", "maps/" * 12 + "b", False),
        ("*a" * 40, "a" * 255 + "b", False),
        ("**/b.yml", "maps/a/b.yml", True),
        ("maps/?.yml", "maps/b.yml", True),
        ("maps/?.yml", "maps/bb.yml", False),
        ("/catalog.yml", "catalog.yml", True),
        ("maps/b.yml", "maps/bxyml", False),
        ("maps/b", "maps/b.yml", False),
    ],
)
def test_a_star_stays_inside_a_folder_and_two_do_not(pattern: str, path: str, expected: bool) -> None:
    assert path_matches(pattern, path) is expected


def test_the_catalog_s_settings_hold_without_others() -> None:
    atlas = atlas_of(with_lint("rules: {metric-silent: off, touchpoint-without-team: error}"))
    levels = {rule.id: merge_settings(atlas.catalog.lint).level(rule, MAP) for rule in RULES}
    assert levels["metric-silent"] is None
    assert levels["touchpoint-without-team"] is Severity.ERROR
    assert run_rules(atlas, TODAY) == []


def test_paths_begin_below_the_journeys_folder() -> None:
    tree = with_lint('paths: [{path: "personas/maya.yml", rules: {persona-without-evidence: info}}]')
    persona = b"name: Maya\nreviewed: 2026-09-01\n"
    found = run_rules(atlas_of(Tree({**tree.files, "journeys/personas/maya.yml": persona})), TODAY)
    assert [(one.rule, one.severity) for one in found] == [("persona-without-evidence", Severity.INFO)]


def test_a_rule_that_the_catalog_invents_is_an_error_with_a_suggestion() -> None:
    (problem,) = run_rules(atlas_of(with_lint("rules: {no-low-points: error}")), TODAY)
    assert str(problem) == "journeys/catalog.yml:27:11: error[rule-unknown] There is no rule 'no-low-points'."
    assert problem.hint == "Did you mean 'no-low-point'?"


def test_a_rule_of_the_loader_cannot_be_set() -> None:
    (problem,) = run_rules(atlas_of(with_lint("paths: [{path: a, rules: {reference-unknown: info}}]")), TODAY)
    assert (problem.position.column, problem.rule) == (29, "rule-unknown")
    assert "always on" in problem.message
