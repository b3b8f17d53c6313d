"""How much room the words of a map need, so that none is broken: wide columns, and stage heads of several lines."""

import re
import textwrap
from collections.abc import Iterable

from mkdocs_journeys.site.map.heads import StageHead, StepHead

USUAL_WORD = 14
"""Letters of a word that a usual column takes in the head of a step, in a wide font."""
COLUMN, SMALL_COLUMN = 176, 148
"""Pixels of a usual column, and of one on a phone; the style sheets have them too."""
WIDE_COLUMN, SMALL_WIDE_COLUMN = 216, 204
MOST_LINES = 4
EDGE = 44
"""Pixels of a stage head that hold no words."""
LETTER, NARROW_LETTER = 10, 9
"""Pixels of a letter in a wide font: at a stage of several steps, and of one."""


def looks_of(stages: Iterable[StageHead], steps: Iterable[StepHead], places: Iterable[str]) -> str:
    """The classes of a map whose words need more room than usual; `places` are the names of its touchpoints."""
    stages = list(stages)
    names = [*(stage.name for stage in stages if stage.span == 1), *(step.name for step in steps), *places]
    is_wide = any(len(word) > USUAL_WORD for name in names for word in re.findall(r"\w+", name))
    columns = (WIDE_COLUMN, SMALL_WIDE_COLUMN) if is_wide else (COLUMN, SMALL_COLUMN)
    lines = [max((_lines(stage, column) for stage in stages), default=1) for column in columns]
    found = ["journeys-long-words"] if is_wide else []
    found += [f"journeys-{kind}-lines-{n}" for kind, n in zip(("stage", "small"), lines, strict=True) if n > 1]
    return " ".join(found)


def _lines(stage: StageHead, column: int) -> int:
    """The lines that the name and the mean emotion of a stage take."""
    letters = (stage.span * column - EDGE) // (LETTER if stage.span > 1 else NARROW_LETTER)
    text = stage.name if stage.emotion is None else f"{stage.name} +0.0"
    return min(MOST_LINES, len(textwrap.wrap(text, max(1, letters))) or 1)
