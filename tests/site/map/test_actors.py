"""The people of a map: who they are, in which order, and that their marks can be told apart and seen."""

import re
from itertools import product

import pytest

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.model import Journey, Step
from mkdocs_journeys.site.assets import assets_of
from mkdocs_journeys.site.map.actors import LOOKS, Actor, actor_styles, initials_of, people_of
from mkdocs_journeys.site.map.emotions.curve import ROOM, curve_of
from support.atlases import atlas, journey, persona, step

NAMES = [f"person-{number}" for number in range(1, 12)]
VISIBLE = 3.0
"""Least contrast of a mark against its ground: WCAG 1.4.11."""
READABLE = 4.5
"""Least contrast of words against their ground: WCAG 1.4.3."""


def people(*steps: Step, **fields: object) -> list[str]:
    made = journey("buy", *steps, **fields)
    return [one.name for one in people_of(atlas(made), made, acting(made)).values()]


def acting(made: Journey) -> list[tuple[str, ...]]:
    return [actors_of(made, one) for one in made.steps]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(scope="module")
def css() -> str:
    """The style sheet of a site."""
    (found,) = (one.content.decode() for one in assets_of(atlas(journey())) if one.uri.endswith("journeys.css"))
    return found


@pytest.fixture(scope="module")
def grounds(css: str) -> dict[str, list[str]]:
    """The colours behind a map by scheme, as the style sheet has them."""
    found = {name: re.findall(rf"--journeys-{name}: (#[0-9a-f]{{6}})", css)[:2] for name in ("card", "surface")}
    return {"light": [found["card"][0], found["surface"][0]], "dark": [found["card"][1], found["surface"][1]]}


def test_the_legend_has_the_order_of_the_journey_and_then_that_of_appearance() -> None:
    steps = (step(actors=["olga", "zoe"]), step(actors=["aylin"]), step(actors=["bernd"]))
    assert people(*steps, personas=["aylin", "bernd", "olga"]) == ["Aylin", "Bernd", "Olga", "Zoe"]


def test_who_only_says_something_is_one_of_the_people() -> None:
    assert people(step(actors=["maya"], says={"tom": ["Well"]})) == ["Maya", "Tom"]


def test_one_person_alone_has_no_mark() -> None:
    assert people(step(emotion=1), step(thinks={"maya": "Hm"}), personas=["maya", "tom"]) == []


def test_curves_stand_in_the_order_of_the_legend() -> None:
    made = journey("buy", step(emotion={"tom": 1}), step(emotion={"maya": 1}), personas=["maya", "tom"])
    assert [one.persona for one in curve_of(atlas(made), made, acting(made)).series] == ["maya", "tom"]


def test_initials_are_told_apart() -> None:
    assert initials_of(["Noémie Castellan", "Tomasz Wieliczko", "Nina de Cruz", "maya", "Max"]) == [
        *("NC", "TW", "NC2", "Ma", "Ma2")
    ]


def test_all_looks_differ_by_outline_colour_and_line() -> None:
    for part in zip(*LOOKS, strict=True):
        assert len(set(part)) == len(LOOKS) == 8


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_mark_can_be_seen_on_the_map(scheme: str, grounds: dict[str, list[str]]) -> None:
    for look, ground in product(LOOKS, grounds[scheme]):
        assert contrast(getattr(look, scheme), ground) >= VISIBLE, (look, ground)


@pytest.mark.parametrize("at", [0, 1])
def test_an_emotion_s_figure_can_be_read_on_its_colour_and_neutral_is_no_colour(at: int, css: str) -> None:
    def token(name: str) -> str:
        return re.findall(rf"--journeys-emotion-{name}: (#[0-9a-f]{{6}})", css)[at]

    inks = {"1": "1", "2": "2", "below": "2", "3": "3", "above": "4", "4": "4", "5": "5"}
    grounds = [token(f"{name}-bg") for name in inks]
    assert len(set(grounds)) == len(inks)
    for name, ink in inks.items():
        assert contrast(token(f"{ink}-bd"), token(f"{name}-bg")) >= READABLE, name
    parts = [int(token("3-bg")[start : start + 2], 16) for start in (1, 3, 5)]
    assert max(parts) - min(parts) < 24


def test_the_style_sheet_has_every_look() -> None:
    css = actor_styles()
    for number, look in enumerate(LOOKS):
        assert f"--journeys-series-{number}:{look.light};" in css
        assert f"--journeys-series-{number}:{look.dark};" in css
        assert f".journeys-series-{number} .journeys-line{{stroke-dasharray:{look.dashes}}}" in css
    assert "<" not in css


def test_eight_people_share_one_drawing_and_nine_have_a_row_each() -> None:
    def drawn(count: int) -> object:
        ids = NAMES[:count]
        made = journey("buy", step(emotion=dict.fromkeys(ids, 1)), personas=ids)
        return curve_of(atlas(made), made, acting(made))

    assert not drawn(8).apart
    assert drawn(9).apart
    places = [one.points[0].x for one in drawn(8).series]
    assert len(set(places)) == 8
    assert max(places) - min(places) <= ROOM


def test_a_ninth_person_takes_the_first_look_again_with_other_initials() -> None:
    assert Actor(8, "Iva Ono", "IO").look == 0
    assert Actor(8, "Iva Ono", "IO").outline == LOOKS[0].outline


def test_names_of_people_come_from_their_files() -> None:
    made = journey("buy", step(actors=["tom"]), personas=["maya", "tom"])
    whole = atlas(made, persona("tom", name="Tom Baker"))
    assert people_of(whole, made, acting(made))["tom"] == Actor(0, "Tom Baker", "TB")
