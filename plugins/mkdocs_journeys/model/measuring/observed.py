"""observed/ID.csv: what people were seen to do on a journey, counted."""

from datetime import date
from typing import NamedTuple

OBSERVED_KINDS = ("reached", "in-order", "back", "unmapped", "way", "left")
"""What a row may tell, in the order in which they are written."""
OBSERVED_COLUMNS = ("date", "kind", "step", "path", "people", "of")
BETWEEN = " > "
"""What stands between the names of a path."""
GOAL = "goal"
"""What stands for the goal in place of a step."""


class ObservedWay(NamedTuple):
    """How many `people`, of how many (`of`), were seen to do something up to a `date`.

    `step` is the id of a step, or GOAL; "" where there is none, as is `path`. `line` is the row's line in the file.

    reached: came to `step`. in-order: went through the steps in the order of the map. back: went from `step` back to
    the step in `path`. unmapped: did the event in `path`, which shows no step. way: came to the goal on the `path`.
    left: did nothing that the map knows after `step`, but the events of `path`, none for nothing at all.
    """

    date: date
    kind: str
    step: str
    path: str
    people: int
    of: int
    line: int = 0

    @property
    def names(self) -> list[str]:
        """The names in the path: of steps or, after leaving, of events."""
        return self.path.split(BETWEEN) if self.path else []
