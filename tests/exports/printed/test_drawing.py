"""The map of a journey as one SVG."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.printed.drawing import drawing_of
from support.atlases import atlas, journey, pain, stage, step

NS = "{http://www.w3.org/2000/svg}"
HOSTILE = json.loads((Path(__file__).parents[2] / "browser" / "naughty_labels.json").read_text("utf-8"))


def drawn(made: Atlas, id: str = "buy") -> ElementTree.Element:
    return ElementTree.fromstring(drawing_of(made, made.journeys[id]))


def words(root: ElementTree.Element) -> str:
    return " ".join(" ".join(text.itertext()) for text in root.iter(f"{NS}text"))


def test_all_that_a_step_says_stands_there_as_text() -> None:
    first = step("Compares the plans", emotion=-1, thinks="Why so many?", pains=[pain("slow", title="Too many plans")])
    root = drawn(atlas(journey("buy", stage("consideration", first, step("Pays")), title="Buy it")))
    said = words(root)
    for text in ("Buy it", "Compares", "plans", "“Why so many?”", "Too many plans", "−1", "Pays", "not known", "Does"):
        assert text in said, text


def test_the_line_of_visibility_stands_above_what_customers_do_not_see() -> None:
    root = drawn(atlas(journey("buy", step(backstage=["Checks the stock"]))))
    assert "Line of visibility" in words(root)
    assert "Line of visibility" not in words(drawn(atlas(journey("buy", step()))))


def test_two_people_have_a_line_and_initials_each() -> None:
    told = step("Talks", actors=["maya", "ben"], emotion={"maya": 1, "ben": -2})
    root = drawn(atlas(journey("buy", told, told, personas=["maya", "ben"])))
    assert {"Maya", "Ben"} <= set(words(root).split())
    strokes = {path.get("stroke") for path in root.iter(f"{NS}path") if path.get("stroke-width") == "2.5"}
    assert len(strokes) == 2


def test_everything_is_inside_of_the_picture() -> None:
    root = drawn(atlas(journey("buy", *(step(f"Step {n}", emotion=n % 5 - 2) for n in range(12)))))
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    for each in root.iter(f"{NS}tspan"):
        assert 0 <= float(each.get("x", 0)) <= width
    for each in root.iter(f"{NS}rect"):
        right, bottom = (float(each.get(a, 0)) + float(each.get(b, 0)) for a, b in (("x", "width"), ("y", "height")))
        assert right <= width and bottom <= height


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "a\x0bb", '"/><image href="https://x.y"/>', *HOSTILE[:12]]
)
def test_whatever_authors_type_stays_text(text: str) -> None:
    label = text if text.strip() else "x"
    root = drawn(atlas(journey("buy", step(label, emotion=1, thinks=label), title=label)))
    assert {each.tag.removeprefix(NS) for each in root.iter()} <= {
        *("svg", "title", "rect", "path", "polygon", "circle", "g", "text", "tspan")
    }
    names = {name for each in root.iter() for name in each.attrib}
    assert not [name for name in names if "href" in name or name.startswith("on") or name in ("style", "class")]


def test_the_same_journey_is_the_same_bytes() -> None:
    made = atlas(journey("buy", step(emotion=1)))
    assert drawing_of(made, made.journeys["buy"]) == drawing_of(made, made.journeys["buy"])
