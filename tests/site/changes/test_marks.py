"""Marks of one place, summed up."""

from mkdocs_journeys.site.changes.marks import chip_of
from support.atlases import atlas, journey, step
from support.overlays import marks


def test_without_marks_there_is_no_chip() -> None:
    assert chip_of([]) is None


def test_several_marks_of_one_place_share_a_chip_with_the_weightiest_judgement() -> None:
    old = atlas(journey("buy", step("Buys", emotion=1, feelings=["glad"])))
    new = atlas(journey("buy", step("Buys", emotion=-1, feelings=["sad"])))
    chip = chip_of(marks(old, new).cells[1, "feels"])
    assert chip
    assert (chip.word, chip.judgement.value, len(chip.marks)) == ("changed", "worse", 2)
