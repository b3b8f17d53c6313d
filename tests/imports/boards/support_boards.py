"""Boards of cases, and boards made up in a test."""

import difflib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mkdocs_journeys.imports.boards.reading import READERS_OF_PARTS, understood_board, understood_parts
from mkdocs_journeys.imports.draft import DraftJourney, DraftStep, Understood
from mkdocs_journeys.imports.plan import plan_import
from mkdocs_journeys.sources.tree import Tree

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(path for path in FOLDER.glob("*") if path.is_dir())
RED, GREEN, YELLOW = "1", "4", "3"


def understood(case: Path) -> Understood:
    """What a case holds; its name begins with that of its format."""
    files = [(path.read_bytes(), path.name) for path in sorted(case.glob("board*"))]
    format_ = case.name.partition("-")[0]
    return understood_parts(format_, files) if format_ in READERS_OF_PARTS else understood_board(format_, *files[0])


def written(case: Path) -> str:
    """The files of the journeys of a case, below their paths."""
    plan = plan_import(Tree(), understood(case).journeys)
    return "".join(f"--- # {file.path}\n{file.text}" for file in plan.files if "/maps/" in file.path)


def mended_lines(case: Path) -> int:
    """How many lines a person takes out or adds until a case is what they want; comments do not count."""
    wanted = (case / "wanted.yml").read_text("utf-8").splitlines()
    before = [line for line in written(case).splitlines() if not line.lstrip().startswith("# ")]
    return sum(line[:2] in ("- ", "+ ") for line in difflib.ndiff([line.split("  # ")[0] for line in before], wanted))


def canvas(*notes: tuple[str, float, float] | tuple[str, float, float, str], **more: Any) -> bytes:
    """A JSON Canvas of notes: a text, the middle, and a colour; `more` are keys of the file."""
    nodes = [
        {
            "id": note[0],
            "type": "text",
            "text": note[0],
            "x": note[1] - 100,
            "y": note[2] - 60,
            "width": 200,
            "height": 120,
            **({"color": note[3]} if len(note) > 3 else {}),
        }
        for note in notes
    ]
    nodes += more.pop("nodes", [])
    return json.dumps({"nodes": nodes, **more}).encode()


def journeys(data: bytes, format_: str = "jsoncanvas", file: str = "board.canvas") -> Sequence[DraftJourney]:
    """The journeys of a board that has no mistake."""
    found = understood_board(format_, data, file)
    assert not found.problems
    return found.journeys


def only(data: bytes, format_: str = "jsoncanvas") -> DraftJourney:
    """The one journey of a board."""
    (journey,) = journeys(data, format_)
    return journey


def steps(journey: DraftJourney) -> list[DraftStep]:
    """All steps of a journey in order."""
    return [step for stage in journey.stages for step in stage.steps]


def names(journey: DraftJourney) -> list[tuple[str, list[str]]]:
    """The stages of a journey with the names of their steps."""
    return [(stage.name, [step.name for step in stage.steps]) for stage in journey.stages]


def pains(journey: DraftJourney) -> dict[str, list[str]]:
    """The pains of each step that has some."""
    return {step.name: [pain.title for pain in step.pains] for step in steps(journey) if step.pains}
