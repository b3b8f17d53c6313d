"""The picture of what was understood of a board."""

from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.boards.support_boards import CASES, RED, YELLOW, canvas, understood
from mkdocs_journeys.imports.boards.reading import understood_board
from mkdocs_journeys.imports.drawing import Drawing, DrawnBand, DrawnNote
from mkdocs_journeys.imports.preview import preview_of

SVG = "{http://www.w3.org/2000/svg}"


def drawn(data: bytes) -> Element:
    return fromstring(preview_of(understood_board("jsoncanvas", data, "a.canvas").drawings))


def outlined(svg: Element) -> dict[str, dict[str, str]]:
    """The rectangle of each note by its title, what it was taken for and its text."""
    found = {}
    for part in svg.iter(f"{SVG}g"):
        title, shape = part.find(f"{SVG}title"), part.find(f"{SVG}rect")
        if title is not None and shape is not None:
            found[title.text or ""] = shape.attrib
    return found


def test_notes_stand_at_their_places_under_the_name_of_their_field() -> None:
    svg = drawn(canvas(("Buys", 0, 0, YELLOW), ("Uses", 300, 0, YELLOW), ("Slow", 300, 200, RED)))
    notes = outlined(svg)
    assert (notes["pains: Slow"]["x"], notes["pains: Slow"]["y"]) == ("200.0", "140.0")
    assert {text.text for text in svg.iter(f"{SVG}text")} >= {"step", "pains", "Slow", "Buys"}
    assert {"column 1", "column 2", "row"} <= {name.strip() for name in notes}


def test_what_has_no_place_is_dashed() -> None:
    notes = outlined(drawn(canvas(("Buys", 0, 0, YELLOW), ("Uses", 300, 0, YELLOW), ("Far", 3000, 200, RED))))
    assert "stroke-dasharray" in notes["no place: Far"]
    assert "stroke-dasharray" not in notes["step: Buys"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_note_of_a_case_is_drawn(case: Path) -> None:
    drawings = understood(case).drawings
    names = outlined(fromstring(preview_of(drawings)))
    notes = [note for drawing in drawings for note in drawing.notes]
    assert {f"{note.name or 'no place'}: {' '.join(note.text.split())}".strip() for note in notes} <= {
        name.strip() for name in names
    }


TEXTS = st.text(max_size=40)
PLACES = st.floats(-1e8, 1e8)


@given(title=TEXTS, text=TEXTS, name=TEXTS, x=PLACES, y=PLACES, width=PLACES)
def test_no_text_and_no_place_breaks_the_picture(
    title: str, text: str, name: str, x: float, y: float, width: float
) -> None:
    note = DrawnNote(x, y, x + abs(width), y + 1, text, name, "#ff0000")
    svg = fromstring(preview_of([Drawing(title, [note], [DrawnBand("row", y, y + 1, text)])]))
    assert len(list(svg.iter(f"{SVG}rect"))) == 3


def test_hostile_texts_are_no_markup() -> None:
    svg = preview_of([Drawing("</text><script>", [DrawnNote(0, 0, 9, 9, '"><script>', "<b>", "red")], [])])
    assert "<script>" not in svg and "<b>" not in svg
