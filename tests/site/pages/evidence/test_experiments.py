"""Experiments with arms on the page of their opportunity."""

import re
from typing import Any

from mkdocs_journeys.site.pages.opportunities import opportunities_pages
from support.atlases import atlas, opportunity
from support.contexts import html_of, site

CONTROL = {"name": "Price as it was", "n": 4000, "converted": 200}
CLEAR = {"name": "Price with <VAT>", "n": 4000, "converted": 250}
UNCLEAR = {"name": "Price in bold", "n": 4000, "converted": 205}
ONCE = {"decision": "adopt", "ended": "2026-03-01", "checked": 1}


def shown(*arms: dict[str, Any], **fields: Any) -> str:
    tried = {"metric": "m", **ONCE, **fields, "arms": arms}
    item = opportunity("easy", solutions=[{"id": "form", "name": "Form", "experiment": tried}])
    found = {
        page.uri: page for page in opportunities_pages(site(atlas(item, metrics=[{"id": "m", "kind": "conversion"}])))
    }
    return re.sub(r"<br>", " ", html_of(found["opportunities/easy.md"]))


def test_each_arm_has_its_rate_and_what_sets_it_apart_from_the_control() -> None:
    html = shown(CONTROL, CLEAR)
    assert "<dt><bdi>Price as it was</bdi></dt><dd>5% of 4,000 people (4.4 to 5.7)</dd>" in html
    assert "<dt><bdi>Price with &lt;VAT&gt;</bdi></dt><dd>6.2% of 4,000 people (5.5 to 7)" in html
    assert "+1.2 points: more than chance (+0.2 to +2.3)</dd>" in html


def test_what_may_be_chance_is_called_so() -> None:
    assert "+0.1 points: may be chance (−0.8 to +1.1)</dd>" in shown(CONTROL, UNCLEAR)


def test_what_makes_a_result_less_sure_is_said() -> None:
    assert "Somebody looked before the end" in shown(CONTROL, CLEAR, checked=4)
    assert "Somebody looked before the end" in shown(CONTROL, CLEAR, ended=None)
    assert "other shares of the people than planned" in shown(CONTROL, {**CLEAR, "n": 5000})
    assert "each has to show more" in shown(CONTROL, CLEAR, UNCLEAR)
    assert "From 5% to 6% takes 8,158 people an arm; the smallest has 4,000." in shown(
        CONTROL, CLEAR, baseline=5, target=6
    )


def test_how_many_people_the_target_takes_is_said_where_there_are_enough_too() -> None:
    assert "From 5% to 8% takes 1,059 people an arm; the smallest has 4,000." in shown(
        CONTROL, CLEAR, baseline=5, target=8
    )


def test_a_sound_result_says_only_how_much_it_can_show() -> None:
    html = shown(CONTROL, CLEAR)
    assert "So many people can show a rise of 1.5 points or more." in html
    for doubt in ("Somebody looked", "other shares", "show more", "people an arm"):
        assert doubt not in html


def test_without_arms_nothing_is_said_of_them() -> None:
    assert "journeys-arms" not in shown()
    assert "journeys-arms" not in shown(CONTROL)
