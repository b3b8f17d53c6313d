"""Each rule has a page, in its own words."""

import pytest
from click.testing import CliRunner
from markupsafe import Markup

from mkdocs_journeys.cli import main
from mkdocs_journeys.lint import RULES, Rule
from mkdocs_journeys.lint.engine import CheckResult
from mkdocs_journeys.lint.rules import LOADING_RULES
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.rules import rules_pages
from support.atlases import atlas
from support.contexts import html_of, site

PAGES = {page.uri: page for page in rules_pages(site(atlas(), health=lambda made: CheckResult()))}


def page(rule: str) -> Page:
    return PAGES[f"rules/{rule}.md"]


def test_there_is_an_index_and_a_page_for_each_rule() -> None:
    assert list(PAGES) == ["rules.md", *(f"rules/{rule.id}.md" for rule in RULES)]
    assert not any(page.in_nav for page in PAGES.values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_page_and_command_say_the_same_words(rule: Rule) -> None:
    printed = CliRunner().invoke(main, ["explain", rule.id]).output.replace("`", "")
    told = Markup(html_of(page(rule.id))).striptags()
    _, _, said = printed.partition("\n\n")
    words = [word for word in said.split() if word not in ("Why:", "To", "mend:", "Bad:", "Good:")]
    missing = [word for word in words if word.casefold() not in told.casefold()]
    assert missing == []


def test_a_page_tells_level_group_and_presets() -> None:
    html = html_of(page("dates-reversed"))
    assert "journeys-level-error" in html
    assert "presets minimal, recommended, strict" in html
    assert "preset strict<" in html_of(page("quote-without-source"))


def test_lines_at_fault_and_lines_that_mend_are_marked() -> None:
    html = html_of(page("journey-without-owner"))
    assert '<mark title="mended">owner: growth</mark>' in html
    assert '<mark title="at fault">- stage: awareness</mark>' in html_of(page("stages-out-of-order"))


def test_a_page_says_how_to_set_and_to_ignore_its_rule() -> None:
    html = html_of(page("too-many-steps"))
    assert "    too-many-steps: error\n" in html
    assert "{too-many-steps: off}" in html
    assert "# journeys: ignore too-many-steps because" in html


def test_the_index_lists_all_by_group_and_what_the_loader_says() -> None:
    html = html_of(PAGES["rules.md"])
    assert all(f'<a href="{rule.id}/">{rule.id}</a>' in html or f"rules/{rule.id}/" in html for rule in RULES)
    assert all(f'<tr id="rule-{id}">' in html for id in LOADING_RULES)
    anchors = [section.anchor for section in PAGES["rules.md"].sections]
    assert anchors[:3] == ["rules", "references-and-structure", "ownership"]


def test_a_page_leads_to_its_neighbours_and_back() -> None:
    html = html_of(page(RULES[1].id))
    assert f'rel="prev" href="../../rules/{RULES[0].id}/"' in html
    assert f'rel="next" href="../../rules/{RULES[2].id}/"' in html


def test_without_health_there_are_no_pages() -> None:
    assert list(rules_pages(site(atlas()))) == []
