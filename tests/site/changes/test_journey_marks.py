"""Where the marks of a journey stand."""

from mkdocs_journeys.diff.differences import ChangeKind
from mkdocs_journeys.model import Step
from mkdocs_journeys.site.changes.journey_marks import JourneyMarks, PreviousCurve
from support.atlases import atlas, journey, pain, persona, stage, step
from support.overlays import marks

A, B, C = (step(name, thinks=name.lower(), feelings=[f"{name} words"]) for name in ("Asks", "Buys", "Checks"))


def changed(old: Step, **fields: object) -> Step:
    return old.model_copy(update=fields)


def test_a_journey_that_is_as_it_was_has_no_marks() -> None:
    assert marks(atlas(journey("buy", A, B)), atlas(journey("buy", A, B))) == JourneyMarks()


def test_a_changed_text_is_marked_in_the_cell_that_shows_it() -> None:
    found = marks(atlas(journey("buy", A, B)), atlas(journey("buy", A, changed(B, thinks="hm"))))
    (mark,) = found.cells[2, "thinks"]
    assert (mark.word, mark.old, mark.new, mark.verdict) == ("changed", "buys", "hm", "editorial")
    assert list(found.cells) == [(2, "thinks")]


def test_what_the_journey_itself_says_is_marked_at_its_head() -> None:
    found = marks(atlas(journey("buy", A)), atlas(journey("buy", A, objective="More of it")))
    assert [(mark.word, mark.old, mark.new) for mark in found.journey] == [("changed", None, "More of it")]


def test_a_stage_is_marked_by_its_number() -> None:
    old = atlas(journey("buy", stage("awareness", A), stage("decision", B)))
    new = atlas(journey("buy", stage("awareness", A), stage("decision", B, goal="Decide")))
    assert [mark.new for mark in marks(old, new).stages[2]] == ["Decide"]


def test_a_new_step_and_a_renamed_one_are_marked_at_their_heads() -> None:
    found = marks(atlas(journey("buy", A, B)), atlas(journey("buy", A, C, changed(B, name="Pays"))))
    assert [(cell, [mark.word for mark in marks]) for cell, marks in found.cells.items()] == [
        ((2, "does"), ["new"]),
        ((3, "does"), ["renamed"]),
    ]


def test_a_removed_step_is_noted_before_the_one_that_came_after_it() -> None:
    found = marks(atlas(journey("buy", A, B, C)), atlas(journey("buy", A, C)))
    assert [(gone.name, gone.before, gone.mark.word) for gone in found.gone] == [("Buys", 2, "removed")]


def test_a_removed_last_step_is_noted_after_all_others() -> None:
    found = marks(atlas(journey("buy", A, B, C)), atlas(journey("buy", A, B)))
    assert [(gone.name, gone.before) for gone in found.gone] == [("Checks", None)]


def test_a_removed_stage_is_noted_by_its_name_where_it_was() -> None:
    stages = [{"id": "awareness", "name": "Hear"}, {"id": "decision", "name": "Decide"}]
    old = atlas(journey("buy", stage("awareness", A, B), stage("decision", C)), stages=stages)
    new = atlas(journey("buy", stage("decision", C)), stages=stages)
    assert [(gone.name, gone.before) for gone in marks(old, new).gone] == [("Hear", 1)]


def test_a_step_that_moved_to_another_journey_is_marked_there_and_noted_where_it_was() -> None:
    old = atlas(journey("buy", A, B, C), journey("sell", step("Sells")))
    new = atlas(journey("buy", A, C), journey("sell", step("Sells"), B))
    assert [mark.kind for mark in marks(old, new, "sell").cells[2, "does"]] == [ChangeKind.MOVED]
    assert [(gone.name, gone.before, gone.mark.word) for gone in marks(old, new).gone] == [("Buys", 2, "moved")]


def test_a_new_pain_is_marked_by_its_id_and_in_its_cell() -> None:
    found = marks(atlas(journey("buy", A)), atlas(journey("buy", changed(A, pains=(pain("slow"),)))))
    assert [mark.word for mark in found.pains["slow"]] == ["new"]
    assert found.cells[1, "pains"] == found.pains["slow"]


def test_a_removed_pain_is_noted_at_its_step() -> None:
    old = atlas(journey("buy", A, changed(B, pains=(pain("slow"),))))
    found = marks(old, atlas(journey("buy", A, C, B)))
    assert [(gone.name, gone.mark.word) for gone in found.gone_pains[3]] == [("Pain slow", "removed")]


def test_a_pain_that_went_with_its_step_is_noted_beside_it() -> None:
    old = atlas(journey("buy", A, changed(B, pains=(pain("slow"),)), C))
    found = marks(old, atlas(journey("buy", A, C)))
    assert [(gone.name, gone.before) for gone in found.gone] == [("Buys", 2), ("Pain slow", 2)]


def test_the_ghost_is_what_was_felt_at_the_steps_of_today() -> None:
    old = atlas(journey("buy", changed(A, emotion=1), changed(B, emotion=-1), changed(C, emotion=0)))
    new = atlas(journey("buy", changed(B, emotion=-1), step("Signs", emotion=2), changed(C, emotion=-2)))
    assert marks(old, new).previous == (PreviousCurve("maya", (-1, None, 0), frozenset({1})),)


def test_there_is_no_ghost_where_nobody_felt_otherwise() -> None:
    old = atlas(journey("buy", changed(A, emotion=1)))
    new = atlas(journey("buy", changed(A, emotion=1, thinks="new"), changed(B, emotion=2)))
    assert marks(old, new).previous == ()


def test_one_emotion_for_all_and_one_for_each_make_no_ghost() -> None:
    old = atlas(journey("buy", changed(A, emotion=1)))
    new = atlas(journey("buy", changed(A, emotion={"maya": 1})))
    assert marks(old, new).previous == ()


def test_a_ghost_keeps_to_its_persona_when_that_gets_another_id() -> None:
    old = atlas(journey("buy", changed(A, emotion=1)), persona("maya", quote="I want it to work at last"))
    new = atlas(
        journey("buy", changed(A, emotion=-1), personas=["mia"]),
        persona("mia", name="Maya", quote="I want it to work at last"),
    )
    assert marks(old, new).previous == (PreviousCurve("mia", (1,)),)


def lanes_of(**fields: object) -> set[tuple[int, str]]:
    """Where the marks of a step stand that gets these fields."""
    paths = {"late": "Too late"}
    usual = {"thinks": "buys", "feelings": ["Buys words"]}
    old, new = (journey("buy", A, one, paths=paths) for one in (B, step("Buys", **{**usual, **fields})))
    return set(marks(atlas(old), atlas(new)).cells)


def test_a_field_that_tells_actors_apart_is_marked_where_it_is_shown() -> None:
    assert lanes_of(thinks={"maya": "hm"}, feelings={"maya": ["calm"]}, says={"tom": ["Well"]}) == {
        (2, "thinks"),
        (2, "feels"),
        (2, "says"),
    }


def test_figures_places_and_lengths_are_marked_in_their_lanes() -> None:
    found = lanes_of(figures=[{"name": "Give up", "value": 38}], touchpoint=["shop", "app"], wait="2 d", emotion=-0.5)
    assert found == {(2, "metrics"), (2, "touchpoint"), (2, "time"), (2, "feels")}


def test_who_takes_a_step_and_when_is_marked_at_its_head() -> None:
    for fields in (
        {"optional": True},
        {"when": "If it rains"},
        {"path": "late"},
        {"parallel": True},
        {"group": "Shop"},
    ):
        assert lanes_of(**fields) == {(2, "does")}, fields


def test_what_a_stage_says_of_itself_is_marked_at_its_head() -> None:
    old = atlas(journey("buy", stage("awareness", A), stage("decision", B, duration="2 d")))
    later = stage("decision", B, duration="3 d", jobs=["Be done"]).model_copy(update={"id": "later"})
    new = atlas(journey("buy", stage("awareness", A), later))
    found = marks(old, new)
    assert {(mark.old, mark.new) for mark in found.stages[2]} == {("2 d", "3 d"), (None, "later"), (None, "Be done")}
    assert (found.cells, found.journey) == ({}, [])


def test_a_stage_that_comes_twice_is_marked_where_it_changed() -> None:
    first, counted = (
        stage("awareness", A),
        stage("awareness", B, figures=[{"name": "Give up", "value": 38, "unit": "%"}]),
    )
    twice = ((first, one.model_copy(update={"id": "later"})) for one in (stage("awareness", B), counted))
    found = marks(*(atlas(journey("buy", *stages)) for stages in twice))
    assert {number: [mark.new for mark in some] for number, some in found.stages.items()} == {2: ["38%"]}


def test_paths_are_marked_by_their_names() -> None:
    paths = {"late": "Too late", "soon": "Soon enough"}
    old = atlas(journey("buy", A, changed(B, path="late"), paths=paths))
    (mark,) = marks(old, atlas(journey("buy", A, changed(B, path="soon"), paths=paths))).cells[2, "does"]
    assert (mark.old, mark.new) == ("Too late", "Soon enough")
    renamed = marks(old, atlas(journey("buy", A, changed(B, path="late"), paths={**paths, "late": "In vain"})))
    assert [(mark.old, mark.new) for mark in renamed.journey] == [("Too late", "In vain")]


def test_emotions_between_two_words_are_marked_with_all_of_their_digits() -> None:
    old, new = (atlas(journey("buy", changed(A, emotion=felt))) for felt in (-0.5, -0.55))
    (mark,) = marks(old, new).cells[1, "feels"]
    assert (mark.old, mark.new) == ("−0.5 negative", "−0.55 negative")
    assert marks(old, new).previous == (PreviousCurve("maya", (-0.5,)),)
