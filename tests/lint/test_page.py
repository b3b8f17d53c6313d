"""A rule's docstring is its page, and the guide's page of rules is made of them."""

import re
from pathlib import Path

import pytest

from mkdocs_journeys import yamlfile
from mkdocs_journeys.lint import RULES, Rule
from mkdocs_journeys.lint.loading import LOADING
from mkdocs_journeys.lint.page import rules_page

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = re.compile(r'```(\w+) title="(Bad|Good)"\n(.*?)```', re.DOTALL)
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def test_the_guide_holds_the_page_that_the_rules_make() -> None:
    committed = (ROOT / "site_src" / "guide" / "rules.md").read_text("utf-8")
    assert committed == rules_page(RULES), "run: journeys rules --markdown > site_src/guide/rules.md"


@every_rule
def test_a_rule_says_what_it_finds_why_and_how_to_mend_it(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert re.findall(r"(?m)^(Why|To mend|Bad|Good):", rule.text) == ["Why", "To mend", "Bad", "Good"]
    assert rule.check.__name__ == rule.id.replace("-", "_")


@every_rule
def test_the_examples_of_a_rule_can_be_read(rule: Rule) -> None:
    examples = EXAMPLES.findall(rules_page([rule]))
    assert [title for _, title, _ in examples] == ["Bad", "Good"]
    for language, _, text in examples:
        if language == "yaml":
            whole = "list:\n" + text if text.startswith("- ") else text
            assert yamlfile.read(whole.encode(), "x")[1] == []


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
    trees = (ROOT / "plugins" / "mkdocs_journeys" / "trees.py").read_text("utf-8")
    assert len(printed) > 20
    assert len(written) > 15
    assert (printed | written | set(re.findall(r'"(file-[a-z]+)"', trees))) <= set(LOADING)
