"""Boards as facilitators leave them, and the journeys that they are: each folder of `cases` is one.

`expected.yml` is what is made of it, `wanted.yml` what a person would have, `mending` how many lines they are apart.
Written anew by `PYTHONPATH=tests python -m imports.boards.test_cases`; read what has changed before you commit it.
"""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from imports.boards.support_boards import CASES, mended_lines, understood, written
from mkdocs_journeys.imports.plan import plan_import
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Severity
from mkdocs_journeys.sources.tree import Tree

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
def test_a_board_becomes_the_journeys_beside_it(case: Path) -> None:
    assert written(case) == (case / "expected.yml").read_text("utf-8")


@every_case
def test_a_person_has_as_much_to_mend_as_is_noted(case: Path) -> None:
    assert mended_lines(case) == int((case / "mending").read_text("utf-8"))


@every_case
def test_what_is_made_of_a_board_is_a_valid_atlas(case: Path) -> None:
    plan = plan_import(Tree(), understood(case).journeys)
    atlas, problems = load(Tree({file.path: file.text.encode() for file in plan.files}))
    assert atlas
    assert [str(problem) for problem in problems if problem.severity == Severity.ERROR] == []


@every_case
def test_every_text_of_a_board_is_in_its_journeys(case: Path) -> None:
    found = understood(case)
    said = " ".join(texts_in([asdict(journey) for journey in found.journeys]))
    for note in (note for drawing in found.drawings for note in drawing.notes):
        is_face = note.name in ("emotion", "feelings") and not any(map(str.isalpha, note.text))
        if note.name not in ("row", "sign") and not is_face:
            assert [word for word in note.text.split() if word.strip('"“”,;') not in said] == []


def texts_in(value: object) -> Iterator[str]:
    """All texts in lists and mappings, keys among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts_in([*value, *value.values()])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts_in(one)


if __name__ == "__main__":
    for case in CASES:
        (case / "expected.yml").write_text(written(case), "utf-8")
        if (case / "wanted.yml").exists():
            (case / "mending").write_text(f"{mended_lines(case)}\n", "utf-8")
