"""The stages of the catalogue by lifecycle."""

import re

from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.pages.catalog.stages import stage_sections
from support.atlases import atlas, journey, stage, step
from support.contexts import context

CYCLES = [
    {"id": "buyers", "name": "Buyers", "stages": ["one", "two"]},
    {"id": "suppliers", "name": "Suppliers", "stages": ["three", "two"]},
]
TRIPS = [
    journey("buy", stage("one"), stage("two", step(emotion=-1))),
    journey("sell", stage("three"), stage("two", step(emotion=2))),
]


def sections(**fields: object) -> list[Section]:
    return list(stage_sections(context(atlas(*TRIPS, stages=["one", "two", "three"], **fields), "catalog.md")))


def test_without_lifecycles_all_stages_stand_in_one_row() -> None:
    (whole,) = sections()
    assert (whole.anchor, whole.level) == ("stages", 2)
    assert re.findall(r'id="([^"]+)"', whole.html) == ["stage-one", "stage-two", "stage-three"]
    assert '<h3><a href="../stages/two/">Two</a>' in whole.html


def test_the_stages_of_each_lifecycle_stand_under_its_name() -> None:
    head, buyers, suppliers = sections(lifecycles=CYCLES)
    assert [(one.anchor, one.title, one.level) for one in (head, buyers, suppliers)] == [
        ("stages", "Stages", 2),
        ("lifecycle-buyers", "Buyers", 3),
        ("lifecycle-suppliers", "Suppliers", 3),
    ]
    assert "−1.0" in buyers.html
    assert "journeys/sell" not in buyers.html
    assert suppliers.html.index(">Three</a>") < suppliers.html.index(">Two</a>")
    assert "+2.0" in suppliers.html


def test_a_stage_of_two_lifecycles_has_its_anchor_once() -> None:
    html = "".join(one.html for one in sections(lifecycles=CYCLES))
    assert html.count('id="stage-two"') == 1
    assert html.count(">Two</a></h4>") == 2


def test_no_lifecycle_and_no_journey_is_no_section() -> None:
    assert list(stage_sections(context(atlas(stages=["one"])))) == []
    assert list(stage_sections(context(atlas(lifecycles=CYCLES)))) == []
