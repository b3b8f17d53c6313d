"""A rule's docstring is its page."""

import re
from pathlib import Path

import pytest

from mkdocs_journeys import yamlfile
from mkdocs_journeys.lint import BY_ID, RULES, Rule
from mkdocs_journeys.lint.loading import LOADING
from mkdocs_journeys.lint.page import Example, text_of, uri_of

ROOT = Path(__file__).resolve().parents[2]
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def written(example: Example) -> str:
    return "".join(f"{line.indent}{line.code}{line.comment}\n" for line in example.lines)


def marked(example: Example) -> list[str]:
    return [line.code for line in example.lines if line.marked]


@every_rule
def test_a_rule_says_what_it_finds_why_and_how_to_mend_it(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert re.findall(r"(?m)^(Why|To mend|Bad|Good):", rule.text) == ["Why", "To mend", "Bad", "Good"]
    assert rule.check.__name__ == rule.id.replace("-", "_")


@every_rule
def test_the_parts_of_a_rule_are_its_words(rule: Rule) -> None:
    text = text_of(rule)
    whole = " ".join([rule.summary, text.why, text.mend, written(text.bad), written(text.good)])
    said = re.sub(r"(?m)^(Why|To mend|Bad|Good):", "", rule.text)
    assert whole.casefold().split() == said.casefold().split()


@every_rule
def test_the_examples_of_a_rule_can_be_read(rule: Rule) -> None:
    for example in (text_of(rule).bad, text_of(rule).good):
        if example.lines[0].code != "date,value":
            text = written(example)
            whole = "list:\n" + text if text.startswith("- ") else text
            assert yamlfile.read(whole.encode(), "x")[1] == []


@every_rule
def test_a_line_of_an_example_is_at_fault_or_missing(rule: Rule) -> None:
    text = text_of(rule)
    assert marked(text.bad) or marked(text.good)


def test_what_a_comment_points_at_is_at_fault_else_what_differs() -> None:
    assert marked(text_of(BY_ID["catalog-entry-unused"]).bad) == ["- {id: print, name: Print}"]
    assert marked(text_of(BY_ID["stages-out-of-order"]).bad) == ["- stage: awareness"]
    missing = text_of(BY_ID["journey-without-owner"])
    assert (marked(missing.bad), marked(missing.good)) == ([], ["owner: growth"])


def test_figures_are_no_mended_lines_of_yaml() -> None:
    assert marked(text_of(BY_ID["metric-silent"]).good) == []


def test_a_rule_has_a_page_and_what_the_loader_says_a_place_on_the_index() -> None:
    assert uri_of("no-low-point") == ("rules/no-low-point.md", "")
    assert uri_of("yaml-tag") == ("rules.md", "rule-yaml-tag")


def test_rules_stand_by_group_and_have_ids_of_their_own() -> None:
    groups = [rule.group for rule in RULES]
    assert groups == sorted(groups, key=groups.index)
    assert len(set(groups)) == 7
    assert len({rule.id for rule in RULES}) == len(RULES) >= 25
    assert not {rule.id for rule in RULES} & set(LOADING)


def test_every_rule_of_the_loader_is_listed() -> None:
    cases = (ROOT / "tests" / "load" / "cases").rglob("expected.txt")
    printed = {
        found for path in cases for found in re.findall(r"(?:error|warning|info)\[([a-z-]+)\]", path.read_text())
    }
    written = set(re.findall(r"yaml-[a-z-]+[a-z]", yamlfile.__doc__ or ""))
    trees = (ROOT / "plugins" / "mkdocs_journeys" / "sources" / "worktree.py").read_text("utf-8")
    assert len(printed) > 20
    assert len(written) > 15
    assert (printed | written | set(re.findall(r'"(file-[a-z]+)"', trees))) <= set(LOADING)
