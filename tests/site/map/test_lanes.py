"""The table of lanes: no field of a step that the map shows is forgotten by marks or by search."""

import pytest

from mkdocs_journeys.model import Step
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.map.lanes import LANE_OF_FIELD, LANES, lane_of
from mkdocs_journeys.site.page import Page
from support.atlases import atlas, evidence, journey, opportunity, step
from support.contexts import site

WITHOUT_LANE = {"id", "name", "team", "actors", "moment_of_truth"} | {
    "group",
    "optional",
    "when",
    "path",
    "parallel",
    "repeats",
}
"""Fields that the heads of steps and the bars of teams show."""
WITHOUT_WORDS = {"emotion", "confidence"}
"""Scales: a reader does not search for them."""
TEXTS = {
    "backstage": ["zebra"],
    "duration": "zebra",
    "expects": "zebra",
    "feelings": ["zebra"],
    "figures": [{"name": "zebra", "value": 1}],
    "frontstage": ["zebra"],
    "gains": ["zebra"],
    "ideas": ["zebra"],
    "image": {"src": "a.png", "alt": "zebra"},
    "lanes": {"data": ["zebra"]},
    "policy": "zebra",
    "says": [{"text": "zebra"}, "zebra"],
    "support": ["zebra"],
    "thinks": "zebra",
    "wait": "zebra",
}
REFERENCES = {
    "channel": "zebra",
    "evidence": ["zebra"],
    "leads_to": ["journey:zebra"],
    "metrics": ["zebra"],
    "opportunities": ["zebra"],
    "pains": [{"id": "stripes", "title": "zebra"}],
    "systems": ["zebra"],
    "touchpoint": "zebra",
}
"""Fields that name things, which may have pages or sections of their own."""


def found_on(fields: dict[str, object], *others: object) -> set[str]:
    """The uris of pages on which search finds the zebra, for a journey whose step has these fields."""
    buy = journey("buy", step("Asks", **fields), step("Waits"))
    pages = items_of(site(atlas(buy, *others, lanes=[{"id": "data", "name": "Data"}])))
    drawn = [(page.uri, section) for page in pages if isinstance(page, Page) for section in page.sections]
    return {uri for uri, section in drawn if "zebra" in f"{section.title} {section.words}".casefold()}


def test_every_field_of_a_step_has_its_lane() -> None:
    assert set(Step.model_fields) == LANE_OF_FIELD.keys() | WITHOUT_LANE
    assert len(LANE_OF_FIELD) == sum(len(lane.fields) for lane in LANES)


def test_marks_find_the_lane_of_a_field() -> None:
    assert lane_of("emotion.maya") == "feels"
    assert lane_of("lanes.risk") == "own-risk"
    assert lane_of("leads_to") == "next"
    assert {lane_of(name) for name in (*WITHOUT_LANE, None)} == {"does"}


def test_every_field_with_a_lane_is_tried_below() -> None:
    assert {*TEXTS, *REFERENCES, *WITHOUT_WORDS} == LANE_OF_FIELD.keys()


@pytest.mark.parametrize("field", TEXTS)
def test_search_finds_a_text_on_the_page_of_its_journey(field: str) -> None:
    assert found_on({field: TEXTS[field]}) == {"journeys/buy.md"}


@pytest.mark.parametrize("field", ["group", "when", "repeats"])
def test_search_finds_what_the_head_of_a_step_says(field: str) -> None:
    assert found_on({field: "zebra"}) == {"journeys/buy.md"}


@pytest.mark.parametrize("field", ["feelings", "thinks", "says", "expects"])
def test_search_finds_what_is_told_of_each_actor(field: str) -> None:
    told = "zebra" if field in ("thinks", "expects") else ["zebra"]
    assert found_on({field: {"maya": told}}) == {"journeys/buy.md"}


@pytest.mark.parametrize("field", REFERENCES)
def test_search_finds_a_thing_by_its_name(field: str) -> None:
    others = [evidence("zebra")] if field == "evidence" else []
    others += [opportunity("zebra")] if field == "opportunities" else []
    others += [journey("zebra")] if field == "leads_to" else []
    found = found_on({field: REFERENCES[field]}, *others)
    own = {"touchpoint", "channel", "pains", "systems"}
    assert found
    assert "journeys/buy.md" in found or field not in own
