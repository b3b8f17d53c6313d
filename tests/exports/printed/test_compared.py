"""A journey before and after a change as one SVG."""

from xml.etree import ElementTree

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.exports.printed.compared import CHANGED, journeys_with_pictures, picture_of_changes
from mkdocs_journeys.model import Step
from support.atlases import atlas, journey, step

NS = "{http://www.w3.org/2000/svg}"
NAMES = ("main", "work tree")


def picture(old: Atlas, new: Atlas, id: str = "buy") -> ElementTree.Element:
    return ElementTree.fromstring(picture_of_changes(Comparison(old, new), id, NAMES))


def words(root: ElementTree.Element) -> str:
    return " ".join(" ".join(text.itertext()) for text in root.iter(f"{NS}text"))


def marked(root: ElementTree.Element) -> int:
    return sum(each.get("fill") == CHANGED for each in root.iter(f"{NS}rect"))


def steps(count: int, **fields: dict[str, object]) -> list[Step]:
    return [step(f"Step{number}", emotion=0, **fields.get(f"s{number}", {})) for number in range(count)]


def test_both_maps_stand_above_each_other_below_what_changed_in_words() -> None:
    old, new = (atlas(journey("buy", step("Pays", thinks=text))) for text in ("Fine.", "No."))
    said = words(picture(old, new))
    assert "Before: main" in said and "After: work tree" in said
    assert "editorial: “Pays”" in said
    assert "“Fine.”" in said and "“No.”" in said


def test_a_cell_that_says_something_else_is_marked_on_both_sides() -> None:
    old, new = (atlas(journey("buy", step("Asks"), step("Pays", emotion=felt))) for felt in (1, -1))
    assert marked(picture(old, new)) == 2


def test_steps_far_from_any_change_are_left_out() -> None:
    old = atlas(journey("buy", *steps(12)))
    new = atlas(journey("buy", *steps(12, s5={"thinks": "Hm"})))
    said = words(picture(old, new)).split()
    assert [name for name in said if name.startswith("Step")][-3:] == ["Step4", "Step5", "Step6"]


def test_a_step_that_only_one_side_has_leaves_its_column_empty_on_the_other() -> None:
    both = [step("Asks", emotion=1), step("Pays", emotion=0)]
    for old, new in ((both, [*both, step("Waits")]), ([*both, step("Waits")], both)):
        said = words(picture(atlas(journey("buy", *old)), atlas(journey("buy", *new))))
        assert said.count("no such step") == 1


def test_a_journey_that_only_one_side_has_is_one_map() -> None:
    alone, other = atlas(journey("buy", step("Pays"))), atlas(journey("sell", step("Sells")))
    comparison = Comparison(other, alone)
    assert journeys_with_pictures(comparison) == ["buy", "sell"]
    said = words(picture(other, alone))
    assert "After: work tree" in said and "Before" not in said and "Pays" in said
    assert "Before: main" in words(picture(other, alone, "sell"))


def test_no_map_changed_where_nothing_on_it_did() -> None:
    old, new = (atlas(journey("buy", step("Pays"), title=title)) for title in ("Buy", "Buy it"))
    assert journeys_with_pictures(Comparison(old, new)) == []


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"/><image href="https://x.y"/>', "a\x0bb ]]> &amp;"])
def test_whatever_authors_type_stays_text(text: str) -> None:
    root = picture(
        atlas(journey("buy", step("Pays"))), atlas(journey("buy", step(f"Pays {text}", thinks=text), title=text))
    )
    assert {each.tag.removeprefix(NS) for each in root.iter()} <= {
        *("svg", "title", "rect", "text", "tspan", "path", "polygon", "circle", "g")
    }
