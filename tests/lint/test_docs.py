"""A rule's docstring is its page."""

import re

import pytest

from mkdocs_journeys import yamlfile
from mkdocs_journeys.lint import BY_ID, RULES, Rule
from mkdocs_journeys.lint.docs import Example, parse_rule_doc, rule_uri

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
    text = parse_rule_doc(rule)
    whole = " ".join([rule.summary, text.why, text.mend, written(text.bad), written(text.good)])
    said = re.sub(r"(?m)^(Why|To mend|Bad|Good):", "", rule.text)
    assert whole.casefold().split() == said.casefold().split()


@every_rule
def test_the_examples_of_a_rule_can_be_read(rule: Rule) -> None:
    for example in (parse_rule_doc(rule).bad, parse_rule_doc(rule).good):
        if example.lines[0].code != "date,value":
            text = written(example)
            whole = "list:\n" + text if text.startswith("- ") else text
            assert yamlfile.read(whole.encode(), "x")[1] == []


@every_rule
def test_a_line_of_an_example_is_at_fault_or_missing(rule: Rule) -> None:
    text = parse_rule_doc(rule)
    assert marked(text.bad) or marked(text.good)


def test_what_a_comment_points_at_is_at_fault_else_what_differs() -> None:
    assert marked(parse_rule_doc(BY_ID["catalog-entry-unused"]).bad) == ["- {id: print, name: Print}"]
    assert marked(parse_rule_doc(BY_ID["stages-out-of-order"]).bad) == ["- stage: awareness"]
    missing = parse_rule_doc(BY_ID["journey-without-owner"])
    assert (marked(missing.bad), marked(missing.good)) == ([], ["owner: growth"])


def test_figures_are_no_mended_lines_of_yaml() -> None:
    assert marked(parse_rule_doc(BY_ID["metric-silent"]).good) == []


def test_a_rule_has_a_page_and_what_the_loader_says_a_place_on_the_index() -> None:
    assert rule_uri("no-low-point") == ("rules/no-low-point.md", "")
    assert rule_uri("yaml-tag") == ("rules.md", "rule-yaml-tag")
