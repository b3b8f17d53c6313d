"""The rules have a page, and a page for each where the site wants that, in their own words."""

import re

import pytest
from click.testing import CliRunner
from markupsafe import Markup

from mkdocs_journeys.cli import main
from mkdocs_journeys.lint import RULES, Rule
from mkdocs_journeys.lint.engine import CheckResult
from mkdocs_journeys.lint.rules import LOADING_RULES
from mkdocs_journeys.mkdocs.search.index import entries_of
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.rules import rules_pages
from support.atlases import atlas
from support.contexts import html_of, site

ALL = "health/rules.md"


def pages_of(**settings: object) -> dict[str, Page]:
    return {page.uri: page for page in rules_pages(site(atlas(), health=lambda made: CheckResult(), **settings))}


(ONE,) = pages_of().values()
PAGES = pages_of(rule_pages=True)
SECTIONS = {section.anchor: section for section in ONE.sections}


def page(rule: str) -> Page:
    return PAGES[f"health/rules/{rule}.md"]


def section(rule: str) -> Section:
    return SECTIONS[f"rule-{rule}"]


def anchors(page: Page) -> list[str]:
    """Every id of a page that a link may lead to: of headings, and in its html."""
    return [section.anchor for section in page.sections if section.headed] + re.findall(' id="([^"]+)"', html_of(page))


def test_there_is_one_page_with_all_rules_by_group() -> None:
    assert (ONE.uri, ONE.in_nav) == (ALL, False)
    assert list(SECTIONS)[:4] == ["rules", "levels", "references-and-structure", "rule-catalog-entry-unused"]
    assert [anchor for anchor in SECTIONS if anchor.startswith("rule-")] == [f"rule-{rule.id}" for rule in RULES]


def test_search_finds_that_page_once_by_every_rule() -> None:
    (entry,) = entries_of(ONE, "health/rules/", ONE.sections)
    assert entry["location"] == "health/rules/"
    assert [rule.id for rule in RULES if rule.id not in entry["text"]] == []
    assert "Nobody feels bad at any step" in entry["text"]


def test_where_wanted_there_is_an_index_and_a_page_for_each_rule() -> None:
    assert list(PAGES) == [ALL, *(f"health/rules/{rule.id}.md" for rule in RULES)]
    assert not any(page.in_nav for page in PAGES.values())


def test_links_to_a_rule_hold_whether_rules_have_pages_or_not() -> None:
    wanted = [f"rule-{id}" for id in (*(rule.id for rule in RULES), *LOADING_RULES)]
    for one in (ONE, PAGES[ALL]):
        assert [anchor for anchor in anchors(one) if anchor.startswith("rule-")] == wanted
        assert {"ownership", "loading"} <= set(anchors(one))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_pages_and_command_say_the_same_words(rule: Rule) -> None:
    printed = CliRunner().invoke(main, ["explain", rule.id]).output.replace("`", "")
    _, _, said = printed.partition("\n\n")
    words = [word for word in said.split() if word not in ("Why:", "To", "mend:", "Bad:", "Good:")]
    for html in (html_of(page(rule.id)), section(rule.id).html):
        told = Markup(html).striptags().casefold()
        assert [word for word in words if word.casefold() not in told] == []


@pytest.mark.parametrize("pages", [True, False])
def test_level_and_presets_are_told_and_lines_of_examples_marked(pages: bool) -> None:
    def html(rule: str) -> str:
        return html_of(page(rule)) if pages else section(rule).html

    assert "journeys-level-error" in html("dates-reversed")
    assert "presets <span>minimal, recommended, strict</span>" in html("dates-reversed")
    assert "preset <span>strict<" in html("quote-without-source")
    assert '<mark title="mended">owner: growth</mark>' in html("journey-without-owner")
    assert '<mark title="at fault">- stage: awareness</mark>' in html("stages-out-of-order")


def test_a_page_says_how_to_set_and_to_ignore_its_rule() -> None:
    html = html_of(page("too-many-steps"))
    assert "    too-many-steps: error\n" in html
    assert "{too-many-steps: off}" in html
    assert "# journeys: ignore too-many-steps because" in html
    assert "    no-low-point: error\n" in SECTIONS["levels"].html


def test_the_index_leads_to_every_page() -> None:
    html = html_of(PAGES[ALL])
    assert [rule.id for rule in RULES if f'href="../../health/rules/{rule.id}/">{rule.id}</a>' not in html] == []


def test_a_page_leads_to_its_neighbours_and_back() -> None:
    html = html_of(page(RULES[1].id))
    assert 'href="../../../health/rules/">Rules</a>' in html
    assert f'rel="prev" href="../../../health/rules/{RULES[0].id}/"' in html
    assert f'rel="next" href="../../../health/rules/{RULES[2].id}/"' in html


def test_without_health_there_are_no_pages() -> None:
    assert list(rules_pages(site(atlas(), rule_pages=True))) == []
