"""Pages of a preview: the bar, and the badges beside names."""

import re

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.page import Page
from support.atlases import atlas, evidence, journey, observed, opportunity, pain, persona, stage, step
from support.contexts import html_of, site
from support.overlays import preview_html

A = step("Asks", thinks="Hm", emotion=1, says=["So?"])
C = step("Checks", emotion=0)
BADGE = re.compile(r'\s*<span class="journeys-change-badge[^>]*><span class="journeys-change-word">(\w+)<')


def test_a_site_that_is_not_compared_has_no_overlay() -> None:
    assert site(atlas(journey("buy", A))).overlay is None


def test_a_journey_without_changes_is_drawn_as_always_below_the_bar() -> None:
    old, new = (atlas(journey("buy", A), journey("sell", step("Sells", emotion=n))) for n in (1, 2))
    html = preview_html(old, new)
    assert "No change on this page against" in html
    plain = next(page for page in items_of(site(new)) if isinstance(page, Page) and page.uri == "journeys/buy.md")
    assert html.endswith(html_of(plain))
    assert "journeys-compared" not in html_of(plain)


def test_the_bar_lists_what_changed_on_the_page() -> None:
    html = preview_html(atlas(journey("buy", A)), atlas(journey("buy", A, objective="More")))
    bar = html.partition("<aside")[2].partition("</aside>")[0]
    assert "1 change on this page against <code>main</code>" in " ".join(bar.split())
    assert "<ins>More</ins>" in bar
    assert 'href="../../changes/"' in bar


@pytest.mark.parametrize(("name", "ending"), [("Pays", "Pays."), ("Pays it all.", "all."), ("Asks “why?”", "“why?”")])
def test_a_sentence_of_a_change_ends_once(name: str, ending: str) -> None:
    renamed = step(name, thinks="Hm", emotion=1, says=["So?"])
    html = preview_html(atlas(journey("buy", A)), atlas(journey("buy", renamed)))
    tip = html.partition('<span class="journeys-told">')[2].partition('<span class="journeys-values">')[0]
    assert re.sub("<[^>]+>", "", tip).rstrip().endswith(f" {ending}")


def with_one_word_in_every_file(word: str) -> Atlas:
    """An atlas whose things differ from those of another word, and two that never do."""
    things = {
        "stages": [{"id": "decision", "name": "Decision", "description": word}],
        "touchpoints": [{"id": "shop", "name": "Shop", "channel": "street", "description": word}],
        "channels": [{"id": "street", "name": "Street", "kind": "digital" if word == "old" else "physical"}],
        "teams": [{"id": "growth", "name": "Growth", "contact": f"{word}@example.com"}],
        "segments": [{"id": "smb", "name": "Small firms", "description": word}],
        "metrics": [{"id": "nps", "name": "Score", "kind": "nps", "description": word}],
    }
    hurting = step("Pays", touchpoint="shop", pains=[pain("slow", title="Slow", cause=word)])
    return atlas(
        journey("buy", stage("decision", hurting), title="Buying", objective=word),
        journey("sell", step("Sells", pains=[pain("dear", title="Dear")]), title="Selling"),
        persona("tom", name="Tom", quote=word),
        opportunity("faster", title="Faster", description=word),
        evidence("talks", title="Talks", findings=[{"id": "a", "text": word}, {"id": "b", "text": "Same"}]),
        observations={"nps": observed(("2026-01-31", 10))},
        **things,
    )


def badges(uri: str) -> dict[str, str]:
    """The words of the badges of a page, by the text of the page before them."""
    html = preview_html(with_one_word_in_every_file("old"), with_one_word_in_every_file("new"), uri)
    body = html.partition("</aside>")[2]
    return {
        [*filter(str.strip, re.split(r"<[^>]*>", body[: badge.start()]))][-1]: badge[1]
        for badge in BADGE.finditer(body)
    }


@pytest.mark.parametrize(
    ("uri", "names"),
    [
        ("journeys.md", ["Buying"]),
        ("personas.md", ["Tom"]),
        ("opportunities.md", ["Faster"]),
        ("evidence.md", ["Talks"]),
        ("metrics.md", ["Score"]),
        ("pains.md", ["Slow"]),
        ("journeys/buy.md", ["Slow"]),
        ("evidence/talks.md", ["observation"]),
        ("catalog.md", ["Decision", "Shop", "Street", "Growth", "Small firms"]),
    ],
)
def test_what_changed_has_a_badge_beside_its_name_where_it_is_listed(uri: str, names: list[str]) -> None:
    assert badges(uri) == dict.fromkeys(names, "changed")


def test_the_home_page_has_badges_on_its_map_and_its_pains() -> None:
    assert badges("index.md") == {"Buying": "changed", "assumed": "changed"}


def test_a_new_thing_is_called_new() -> None:
    old, new = atlas(journey("buy", A)), atlas(journey("buy", A), journey("ask", C, title="Asking"))
    assert BADGE.findall(preview_html(old, new, "journeys.md")) == ["new"]


def test_a_site_that_is_not_compared_has_no_badge() -> None:
    pages = [item for item in items_of(site(with_one_word_in_every_file("new"))) if isinstance(item, Page)]
    assert not [page.uri for page in pages if "journeys-change" in html_of(page)]
