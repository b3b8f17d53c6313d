"""A map reads in the direction of its site: face, figure and words of a step stand in one column."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from browser.conftest import OpenWatched
from browser.support_directions import EMOTIONS, build_direction
from browser.support_site import once, served
from mkdocs_journeys.insight.emotion import signed

DIRECTIONS = {"ltr": "en", "rtl": "ar"}
CENTRES = """map => {
  const centre = e => { const box = e.getBoundingClientRect(); return (box.left + box.right) / 2; };
  const words = e => { const range = document.createRange(); range.selectNodeContents(e); return range; };
  const columns = [...map.querySelectorAll(".journeys-steps [scope=col]")];
  return {
    columns: columns.map(centre),
    figures: [...map.querySelectorAll(".journeys-felt td")].map(e => centre(words(e.querySelector("b")))),
    cells: [...map.querySelectorAll("[data-lane=touchpoint] td")].map(centre),
    names: columns.map(e => centre(e.querySelector("b"))),
    faces: [...map.querySelectorAll(".journeys-curve use")].map(e =>
      [centre(e), Math.floor(e.x.baseVal.value / (e.ownerSVGElement.viewBox.baseVal.width / columns.length))]),
  };
}"""
ORDER = """e => {
  const text = e.firstChild, range = document.createRange();
  return [...text.data].map((_, at) => {
    range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect().left;
  });
}"""


@pytest.fixture(scope="module", params=DIRECTIONS)
def base(request: pytest.FixtureRequest, shared_folder: Path) -> Iterator[str]:
    """The address of the site of each direction."""
    build = partial(build_direction, DIRECTIONS[request.param])
    with served(once(shared_folder, f"site-{request.param}", build)) as address:
        yield address


@pytest.mark.parametrize("name", ["plain", "forked"])
@pytest.mark.parametrize("width", [360, 1280])
def test_face_figure_and_words_of_a_step_stand_in_its_column(
    read_page: OpenWatched, base: str, name: str, width: int
) -> None:
    page = read_page(f"journeys/{name}/?view=map", base=base, width=width).page
    found = page.locator("[data-journeys-map]").evaluate(CENTRES)
    columns = found["columns"]
    order = sorted(columns, reverse=page.locator("body").get_attribute("dir") == "rtl")
    assert columns == order
    assert len(columns) == len(EMOTIONS)
    half = abs(columns[1] - columns[0]) / 2
    faces = {number: x for x, number in found["faces"]}
    for number, column in enumerate(columns):
        assert abs(faces[number] - column) < 2
        assert abs(found["figures"][number] - column) < 3
        assert abs(found["cells"][number] - column) < 2
        assert abs(found["names"][number] - column) < half


def test_two_people_stand_in_the_column_of_their_step(read_page: OpenWatched, base: str) -> None:
    page = read_page("journeys/two/", base=base).page
    found = page.locator("[data-journeys-map]").evaluate(CENTRES)
    columns = found["columns"]
    half = abs(columns[1] - columns[0]) / 2
    assert len(found["faces"]) == 2 * len(columns)
    for x, number in found["faces"]:
        assert abs(x - columns[number]) < half


def test_a_figure_keeps_the_order_of_its_signs(read_page: OpenWatched, base: str) -> None:
    page = read_page("journeys/plain/", base=base).page
    figures = page.locator(".journeys-felt b")
    assert figures.all_inner_texts() == [signed(value) for value in EMOTIONS]
    for figure in (*figures.all(), *page.locator(".journeys-stage-mean").all()):
        places = figure.evaluate(ORDER)
        assert places == sorted(places), figure.inner_text()


def test_a_hand_off_stands_where_the_next_team_begins(read_page: OpenWatched, base: str) -> None:
    page = read_page("journeys/plain/", base=base).page
    arrow, before, after = (
        page.locator(where).evaluate("e => { const b = e.getBoundingClientRect(); return [b.left, b.right]; }")
        for where in (".journeys-teams i", ".journeys-teams td:nth-of-type(1)", ".journeys-teams td:nth-of-type(2)")
    )
    edge = before[1] if before[0] < after[0] else before[0]
    assert abs(sum(arrow) / 2 - edge) < 3


def test_the_letters_of_paths_are_not_mirrored(read_page: OpenWatched, base: str) -> None:
    page = read_page("journeys/forked/", base=base).page
    turned = page.locator(".journeys-letter text").evaluate_all("all => all.map(e => e.getScreenCTM().a > 0)")
    assert turned == [True, True, True]


def test_small_curves_go_in_the_direction_of_the_site(read_page: OpenWatched, base: str) -> None:
    page = read_page("journeys/", base=base).page
    is_mirrored = page.locator(".journeys-spark").first.evaluate("e => e.getScreenCTM().a < 0")
    assert is_mirrored == (page.locator("body").get_attribute("dir") == "rtl")


def test_the_strip_has_its_stages_and_their_names_in_the_order_of_the_map(read_page: OpenWatched, base: str) -> None:
    page = read_page("journeys/plain/", base=base).page
    strip = page.locator(".journeys-map-overview")
    edges = "all => all.map(e => { const b = e.getBoundingClientRect(); return [b.left, b.right]; })"
    blocks, words = (strip.locator(part).evaluate_all(edges) for part in ("rect", "text"))
    heads = page.locator(".journeys-stage").evaluate_all(edges)
    assert len(blocks) == len(heads) > 1
    assert sorted(blocks, key=lambda edge: edge[0]) == (blocks if heads[0] < heads[1] else blocks[::-1])
    for (left, right), (begins, ends) in zip(blocks, words, strict=True):
        assert left <= begins and ends <= right + 1


def test_faces_of_a_story_stand_on_its_line_at_the_side_where_reading_begins(read_page: OpenWatched, base: str) -> None:
    page = read_page("journeys/plain/", base=base, width=360).page
    scenes = page.locator(".journeys-scene")
    for number in range(len(EMOTIONS) - 1):
        gap = scenes.nth(number).evaluate(
            """scene => {
              const face = scene.querySelector(".journeys-face").getBoundingClientRect();
              const path = scene.querySelector(".journeys-rail-from path");
              const start = path.getPointAtLength(0).matrixTransform(path.getScreenCTM());
              return Math.abs(face.left + face.width / 2 - start.x);
            }"""
        )
        assert gap < 2
    card, rail = (scenes.first.locator(part).bounding_box() for part in (".journeys-scene-card", ".journeys-face"))
    assert card and rail
    assert (rail["x"] > card["x"]) == (page.locator("body").get_attribute("dir") == "rtl")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_bars_and_english_sentences_begin_at_the_side_where_reading_begins(read_page: OpenWatched, base: str) -> None:
    page = read_page("health/", base=base).page
    is_mirrored = page.locator("body").get_attribute("dir") == "rtl"
    assert page.locator(".journeys-health-bar").first.evaluate("e => e.getScreenCTM().a < 0") == is_mirrored
    distances = page.locator(".journeys-health-advice").first.evaluate(
        """sentence => {
          const range = document.createRange();
          range.selectNodeContents(sentence);
          const [box, words] = [sentence, range].map(part => part.getBoundingClientRect());
          return [words.left - box.left, box.right - words.right];
        }"""
    )
    assert distances[is_mirrored] < 2
