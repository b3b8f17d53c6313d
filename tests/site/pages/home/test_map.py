"""The journeys of the home page: in folders, below the journey they are part of, and chosen by who and by state."""

import re

from mkdocs_journeys.insight.heatmap import heat_maps
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.pages.home.map import JourneyChoice, choices_among, nested_parts
from mkdocs_journeys.site.pages.home.page import home_pages
from support.atlases import atlas, journey, stage, step
from support.contexts import html_of, site


def arranged(*journeys: Journey) -> list[tuple[str, list[tuple[str, int]]]]:
    """Folder names, each with the (name, depth) of its lines."""
    found = atlas(*journeys)
    parts = nested_parts(site(found).at("index.md"), heat_maps(found)[0].rows)
    return [(part.name, [(line.name, line.depth) for line in part.lines]) for part in parts]


def test_a_journey_stands_below_the_one_that_it_is_part_of() -> None:
    inner = journey("inner", part_of="detail", title="Inner")
    detail = journey("detail", part_of="whole", title="Detail")
    found = arranged(inner, detail, journey("other", title="Other"), journey("whole", title="Whole"))
    assert found == [("", [("Other", 0), ("Whole", 0), ("Detail", 1), ("Inner", 2)])]


def test_folders_come_after_the_journeys_in_none_and_keep_their_own() -> None:
    parts = journey("b", group="retail", part_of="a"), journey("c", group="retail", part_of="b")
    assert arranged(*parts, journey("a")) == [
        ("", [("Journey a", 0)]),
        ("Retail", [("Journey b", 0), ("Journey c", 1)]),
    ]


def test_lines_are_set_in_three_times_at_most() -> None:
    chain = [journey(f"j{n}", **({"part_of": f"j{n - 1}"} if n else {})) for n in range(6)]
    ((_, lines),) = arranged(*chain)
    assert [depth for _, depth in lines] == [0, 1, 2, 3, 3, 3]


def test_journeys_are_chosen_by_what_tells_them_apart() -> None:
    found = atlas(
        journey("a", personas=["maya", "tom"], owner="desk", segments=["small"]),
        journey("b", personas=["tom"], owner="desk", status="draft"),
        journey("c", personas=["tom"], owner="desk", state="future"),
    )
    context = site(found).at("index.md")
    lines = [line for part in nested_parts(context, heat_maps(found)[0].rows) for line in part.lines]
    assert choices_among(context, lines) == (
        JourneyChoice("persona", "Persona", (("maya", "Maya"), ("tom", "Tom"))),
        JourneyChoice("state", "State", (("live", "live"), ("draft", "draft"), ("future", "future"))),
    )


def test_a_bar_runs_from_the_first_stage_to_the_last_with_a_curve_inside() -> None:
    stages = stage("one", step(emotion=1)), stage("three", step(emotion=-1), step())
    (page,) = home_pages(site(atlas(journey("a", *stages), journey("b", stage("two")), stages=["one", "two", "three"])))
    html = html_of(page)
    line = html[html.index("data-persona") : html.index("</tr>", html.index("data-persona"))]
    assert re.findall(r'<td[^>]* class="journeys-heat-(\w+)">', line) == ["first", "skipped", "last"]
    assert line.count("journeys-heat-curve") == 2
    assert 'class="journeys-heat-stage journeys-stage-two"' in html
