"""How much room the words of a map need, so that none is broken: wide columns, and stage heads of several lines."""

import re
import textwrap
from collections.abc import Iterable

from mkdocs_journeys.site.map.heads import StageHead, StepHead

USUAL_WORD = 14
"""Letters of a word that a usual column takes in the head of a step, in a wide font."""
COLUMN, WIDE_COLUMN = 176, 216
"""Pixels of a usual column, and of one for long words; the style sheets have them too."""
SMALL_COLUMN, SMALL_WIDE_COLUMN = 148, 204
"""The same on a phone."""
_LONG_WORD = re.compile(rf"\w{{{USUAL_WORD + 1}}}")
MOST_LINES = 4
EDGE, SMALL_EDGE = 44, 28
"""Pixels of a stage head that hold no words; fewer on a phone, at a stage of one step."""
LETTER, NARROW_LETTER, SMALL_LETTER = 10.0, 9.0, 8.4
"""Pixels of a letter in a wide font: at a stage of several steps, of one, and of one on a phone."""


def looks_of(stages: Iterable[StageHead], steps: Iterable[StepHead], places: Iterable[str]) -> str:
    """The classes of a map whose words need more room than usual; `places` are the names of its touchpoints."""
    stages = list(stages)
    names = " ".join([*(stage.name for stage in stages if stage.span == 1), *(step.name for step in steps), *places])
    # The longest piece between spaces is found sooner than a long word.
    is_wide = max(map(len, names.split()), default=0) > USUAL_WORD and _LONG_WORD.search(names) is not None
    column, small = (WIDE_COLUMN, SMALL_WIDE_COLUMN) if is_wide else (COLUMN, SMALL_COLUMN)
    lines = (
        max((_lines(stage, column, EDGE, NARROW_LETTER) for stage in stages), default=1),
        max((_lines(stage, small, SMALL_EDGE, SMALL_LETTER) for stage in stages), default=1),
    )
    found = ["journeys-long-words"] if is_wide else []
    found += [f"journeys-{kind}-lines-{n}" for kind, n in zip(("stage", "small"), lines, strict=True) if n > 1]
    return " ".join(found)


def _lines(stage: StageHead, column: int, edge: int, narrow: float) -> int:
    """The lines that the name and the mean emotion of a stage take; `edge` and `narrow` are for one of one step."""
    letters = (stage.span * column - EDGE) / LETTER if stage.span > 1 else (column - edge) / narrow
    text = stage.name if stage.emotion is None else f"{stage.name} +0.0"
    room = max(1, int(letters))
    return 1 if len(text) <= room else min(MOST_LINES, len(textwrap.wrap(text, room)))
