"""What notes are, and where they belong, on boards that are as untidy as real ones."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.boards.support_boards import GREEN, RED, YELLOW, canvas, journeys, names, only, pains, steps
from mkdocs_journeys.imports.boards.colours import family_of, hex_of

STEPS = [("Sees it", 0, 0, YELLOW), ("Buys it", 300, 0, YELLOW), ("Uses it", 600, 0, YELLOW)]


def label(text: str, y: float) -> tuple[str, float, float]:
    return text, -300, y


def group(title: str, x: float, y: float, width: float, height: float) -> dict[str, Any]:
    return {"id": title, "type": "group", "label": title, "x": x, "y": y, "width": width, "height": height}


def test_a_note_below_a_step_belongs_to_it_and_red_ones_are_pains() -> None:
    found = only(canvas(*STEPS, ("Too dear", 310, 200, RED), ("Slow", 590, 190, RED), ("Breaks", 640, 260, RED)))
    assert names(found) == [("The whole way", ["Sees it", "Buys it", "Uses it"])]
    assert pains(found) == {"Buys it": ["Too dear"], "Uses it": ["Slow", "Breaks"]}
    assert found.remarks == ("Colours were guessed: red notes are pains.",)


def test_two_colours_for_pains_are_both_pains() -> None:
    found = only(canvas(*STEPS, ("Too dear", 310, 200, "#ea94bb"), ("Slow", 590, 190, RED)))
    assert pains(found) == {"Buys it": ["Too dear"], "Uses it": ["Slow"]}


def test_the_name_of_a_row_counts_more_than_colours() -> None:
    rows = [label("Schritte", 0), label("Ideen", 200), label("Zitate", 400)]
    notes = [("Make it cheap", 300, 200, RED), ("„Endlich“", 600, 400, RED)]
    found = only(canvas(*rows, *STEPS, *notes))
    assert [step.fields for step in steps(found)] == [{}, {"ideas": ["Make it cheap"]}, {"says": ["Endlich"]}]
    assert found.remarks == ()


def test_what_a_colour_means_is_learned_from_the_rows_with_names() -> None:
    rows = [label("Steps", 0), label("Gains", 200)]
    found = only(canvas(*rows, *STEPS, ("Cheap", 0, 200, RED), ("Light", 300, 200, RED), ("Where it is", 0, 500, "5")))
    assert [step.fields.get("gains") for step in steps(found)] == [["Cheap", "Where it is"], ["Light"], None]


def test_a_row_with_a_name_that_nobody_knows_is_a_lane() -> None:
    rows = [label("Steps", 0), label("Pains", 200), label("KPIs", 400)]
    found = only(canvas(*rows, *STEPS, ("Too dear", 300, 200), ("Sales", 290, 400), ("Returns", 600, 410)))
    assert [dict(step.lanes) for step in steps(found)] == [{}, {"KPIs": "Sales"}, {"KPIs": "Returns"}]


def test_notes_that_overlap_are_steps_of_their_own() -> None:
    found = only(canvas(("One", 0, 0, YELLOW), ("Two", 90, 20, YELLOW), ("Three", 400, 0, YELLOW)))
    assert names(found) == [("The whole way", ["One", "Two", "Three"])]


def test_a_pain_that_sticks_to_a_step_belongs_to_it() -> None:
    assert pains(only(canvas(*STEPS, ("Too dear", 370, 40, RED)))) == {"Buys it": ["Too dear"]}


def test_stages_stand_above_their_steps_however_wide_they_are() -> None:
    wide = [group("x", 9000, 9000, 1, 1)]
    narrow = canvas(("Before", 0, -200, "6"), ("After", 600, -200, "6"), *STEPS, nodes=wide)
    assert names(only(narrow)) == [("Before", ["Sees it", "Buys it"]), ("After", ["Uses it"])]
    heads = [
        {"id": text, "type": "text", "text": text, "x": x, "y": -200, "width": width, "height": 60}
        for text, x, width in (("Before", -100, 500), ("After", 480, 220))
    ]
    assert names(only(canvas(*STEPS, nodes=heads))) == [("Before", ["Sees it", "Buys it"]), ("After", ["Uses it"])]


def test_frames_side_by_side_are_stages_and_frames_that_are_whole_are_journeys() -> None:
    boxes = [group("Before", -150, -100, 590, 500), group("After", 460, -100, 300, 500)]
    assert names(only(canvas(*STEPS, nodes=boxes))) == [("Before", ["Sees it", "Buys it"]), ("After", ["Uses it"])]
    boxes = [group("As is", -150, -100, 590, 500), group("To be", 460, -100, 300, 500)]
    assert [one.title for one in journeys(canvas(*STEPS, nodes=boxes))] == ["As is", "To be"]


def test_frames_one_below_the_other_with_known_titles_are_lanes() -> None:
    boxes = [group("Steps", -200, -100, 1000, 200), group("Pain points", -200, 120, 1000, 500)]
    found = only(canvas(*STEPS, ("Too dear", 300, 200), ("Slow", 300, 400), nodes=boxes))
    assert pains(found) == {"Buys it": ["Too dear", "Slow"]}


def test_what_lies_beside_the_journey_is_kept_in_the_notes_with_where_it_was() -> None:
    boxes = [group("Parking lot", 2000, 0, 500, 500)]
    found = only(canvas(*STEPS, ("Ask Tom", 2100, 100, YELLOW), ("Lunch?", -900, 900, RED), nodes=boxes))
    assert found.unplaced == ("At the bottom left, red: Lunch?", "In 'Parking lot', yellow: Ask Tom")


def test_a_stage_without_a_step_keeps_its_notes() -> None:
    heads = [
        {"id": text, "type": "text", "text": text, "x": x, "y": -200, "width": 500, "height": 60}
        for text, x in (("Before", -100), ("Between", 420), ("After", 940))
    ]
    some = [("Sees it", 0, 0, YELLOW), ("Buys it", 250, 0, YELLOW), ("Uses it", 1100, 0, YELLOW)]
    found = only(canvas(*some, ("Nobody calls", 650, 200, RED), nodes=heads))
    assert names(found) == [("Before", ["Sees it", "Buys it"]), ("Between", ["Between"]), ("After", ["Uses it"])]
    assert pains(found) == {"Between": ["Nobody calls"]}
    assert steps(found)[2].remark == "the board has no step here"


@pytest.mark.parametrize(
    ("texts", "emotions"),
    [
        (("😡", "🙂", "😀"), [-2, 1, 2]),
        (("1", "3", "5"), [-2, 0, 2]),
        (("-1", "0", "2"), [-1, 0, 2]),
        (("wütend", "neutral", "gut"), [-2, 0, 1]),
    ],
)
def test_a_row_of_emotions_has_faces_numbers_or_words(texts: tuple[str, ...], emotions: list[float]) -> None:
    rows = [label("Steps", 0), label("Emotion", 200)]
    found = only(canvas(*rows, *STEPS, *((text, 300 * at, 200) for at, text in enumerate(texts))))
    assert [step.emotions.get("") for step in steps(found)] == emotions


def test_words_at_different_heights_in_a_row_of_emotions_tell_emotions() -> None:
    rows = [label("Steps", 0), label("Emotion", 400), label("Pains", 900)]
    found = only(canvas(*rows, *STEPS, ("hm", 0, 400), ("argh", 300, 510), ("ah", 600, 290), ("Slow", 0, 900)))
    assert [step.emotions.get("") for step in steps(found)] == [0, -2, 2]
    assert steps(found)[0].remark == "emotions are read from how high they hang"
    assert steps(found)[0].fields == {"feelings": ["hm"]}


def edge(start: str, end: str, label: str = "") -> dict[str, str]:
    return {"id": f"{start}{end}", "fromNode": start, "toNode": end, "label": label}


def test_arrows_along_the_steps_say_nothing_new_and_others_are_ways() -> None:
    edges = [edge("Sees it", "Buys it"), edge("Buys it", "Uses it"), edge("Uses it", "Sees it", "again")]
    found = only(canvas(*STEPS, edges=edges))
    assert [step.fields for step in steps(found)] == [{"id": "sees-it"}, {}, {"leads_to": ["sees-it"]}]
    assert steps(found)[2].remark == "the arrow to 'Sees it' says: again"


def test_an_arrow_from_a_pain_to_a_step_says_where_it_belongs() -> None:
    edges = [edge("Slow", "Sees it"), edge("Slow", "Slow"), edge("Slow", "nowhere")]
    assert pains(only(canvas(*STEPS, ("Slow", 600, 200, RED), edges=edges))) == {"Sees it": ["Slow"]}


def test_a_board_may_run_from_top_to_bottom() -> None:
    heads = [("Steps", 0, -200), ("Pains", 300, -200)]
    found = only(canvas(*heads, ("Sees it", 0, 0), ("Buys it", 0, 200), ("Too dear", 300, 210), ("Uses it", 0, 400)))
    assert names(found) == [("The whole way", ["Sees it", "Buys it", "Uses it"])]
    assert pains(found) == {"Buys it": ["Too dear"]}


def test_a_row_of_people_names_them() -> None:
    rows = [label("Steps", 0), label("Persona", 200)]
    found = only(canvas(*rows, *STEPS, ("Ann", 0, 200), ("Ann, Tom", 300, 200)))
    assert [step.people for step in steps(found)] == [("Ann",), ("Ann", "Tom"), ()]
    assert found.people == ("Ann", "Tom")


@pytest.mark.parametrize(
    ("colour", "family"),
    [("#ffafa3", "red"), ("#ffcee0", "pink"), ("#fff9b1", "yellow"), ("#d5f692", "green"), ("#a6ccf5", "blue"),
     ("#be88c7", "violet"), ("light-red", "red"), ("#fff", ""), ("#f5f6f8", ""), ("transparent", ""), ("4", ""),
     ("#FCFE7DFF", "yellow"), ("dark_green", "green"), ("#ff9d48", "orange")],
)  # fmt: skip
def test_people_have_few_words_for_colours(colour: str, family: str) -> None:
    assert family_of(hex_of(colour)) == family


@given(st.lists(st.tuples(st.integers(-35, 35), st.integers(-35, 35)), min_size=15, max_size=15))
def test_no_hand_is_too_shaky(shifts: list[tuple[int, int]]) -> None:
    rows = [label("Steps", 0), label("Touchpoints", 220), label("Pains", 440)]
    names_ = [f"{row} {at}" for row in ("step", "place", "pain") for at in range(5)]
    tidy = [(name, 300.0 * (at % 5), 220.0 * (at // 5)) for at, name in enumerate(names_)]
    shaky = [(name, x + dx, y + dy) for (name, x, y), (dx, dy) in zip(tidy, shifts, strict=True)]
    assert steps(only(canvas(*rows, *shaky))) == steps(only(canvas(*rows, *tidy)))


@given(st.permutations(range(8)))
def test_the_order_in_the_file_does_not_matter(order: list[int]) -> None:
    notes = [*STEPS, ("A", 0, 200, RED), ("B", 300, 200, RED), ("C", 0, 400, GREEN), ("D", 900, 900, RED)]
    notes.append(("E", 310, 330, RED))
    assert only(canvas(*(notes[at] for at in order))) == only(canvas(*notes))


def test_names_of_rows_that_stand_far_apart_do_no_harm() -> None:
    rows = [("Steps", 0, 0), ("Buys it", 300, 0), ("Pains", 5000, 900), ("Too dear", 5300, 900)]
    assert "Buys it" in [step.name for step in steps(only(canvas(*rows)))]


def test_frames_that_nobody_named_are_neither_stages_nor_lanes() -> None:
    boxes = [group("Frame 1", -150, -100, 590, 500), group("Frame 2", 460, -100, 300, 500)]
    found = journeys(canvas(*STEPS, nodes=boxes))
    assert [[step.name for step in steps(one)] for one in found] == [["Sees it", "Buys it"], ["Uses it"]]


def test_what_arrows_connect_are_steps_where_nothing_names_rows() -> None:
    notes = [
        ("Opens", 0, 0),
        ("Signed in?", 0, 200),
        ("Sees the list", 0, 400),
        ("Signs in", 300, 210),
        ("Why?", 310, 60, RED),
    ]
    edges = [
        edge("Opens", "Signed in?"),
        edge("Signed in?", "Sees the list", "yes"),
        edge("Signed in?", "Signs in", "no"),
        edge("Signs in", "Sees the list"),
        edge("Why?", "Signs in"),
    ]
    found = only(canvas(*notes, edges=edges))
    assert [step.name for step in steps(found)] == ["Opens", "Signed in?", "Signs in", "Sees the list"]
    assert steps(found)[1].fields["leads_to"] == ["sees-the-list", "signs-in"]
    assert pains(found) == {"Signs in": ["Why?"]}


def test_texts_of_a_frame_that_holds_no_step_are_kept() -> None:
    boxes = [group("Notes", -200, -900, 2000, 200), group("Journey", -200, -100, 1000, 400)]
    found = journeys(canvas(*STEPS, ("Steps", 0, -800), ("Slow", 300, 200, RED), nodes=boxes))
    assert "Steps" in str(found)
    assert pains(found[-1]) == {"Buys it": ["Slow"]}


def test_a_note_that_hangs_a_little_above_the_name_of_its_row_stands_in_that_row() -> None:
    small = [
        {"id": text, "type": "text", "text": text, "x": -300, "y": y - 15, "width": 100, "height": 30}
        for text, y in (("Steps", 0), ("Thoughts", 200), ("Pains", 400), ("Ideas", 600))
    ]
    notes = [("Too dear", 300, 355), ("Why?", 0, 210), ("Cheaper", 600, 600), ("Rent it", 600, 760)]
    found = only(canvas(*STEPS, *notes, nodes=small))
    assert pains(found) == {"Buys it": ["Too dear"]}


def test_heights_in_a_framed_row_of_emotions_go_by_the_frame() -> None:
    boxes = [group("Steps", -200, -100, 1000, 200), group("Emotion", -200, 200, 1000, 400)]
    found = only(canvas(*STEPS, ("hm", 0, 400), ("ah", 300, 300), nodes=boxes))
    assert [step.emotions.get("") for step in steps(found)] == [0, 1, None]
