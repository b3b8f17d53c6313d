"""The versions of each journey in order, through renames of its file."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import PurePosixPath

from mkdocs_journeys.history.log import PERSONAS, Touch

MOST_VERSIONS = 50
"""Of one journey."""
MOST_IN_ALL = 5_000


@dataclass(slots=True)
class Trail:
    """The touches of one file, the newest first; `cut` where there are older ones that are not told."""

    touches: list[Touch] = field(default_factory=list)
    cut: bool = False

    def before(self, blob: str) -> Touch | None:
        """The touch that made a blob."""
        return next((touch for touch in self.touches if touch.new == blob), None)


def trails(touches: Iterable[Touch], paths: Collection[str]) -> Mapping[str, Trail]:
    """The trail of each of the paths of today, as far as it can be followed. Touches come the newest first."""
    found = {path: Trail() for path in paths}
    called = {path: path for path in paths}
    room = MOST_IN_ALL
    for _, commit in groupby(touches, key=lambda touch: touch.commit.hash):
        together = list(commit)
        renamed = _renamed_personas(together)
        known = [
            (today, replace(touch, personas=renamed))
            for touch in together
            if (today := called.get(touch.new_path or ""))
        ]
        for today, touch in known:
            trail = found[today]
            if len(trail.touches) < MOST_VERSIONS and room > 0:
                room -= 1
                trail.touches.append(touch)
                trail.cut = not touch.whole
            else:
                trail.cut = True
        _step_back(known, called)
    return found


def _renamed_personas(touches: Iterable[Touch]) -> tuple[tuple[str, str], ...]:
    both = ((touch.old_path or "", touch.new_path or "") for touch in touches)
    found = ((old, new) for old, new in both if old != new and all(one.startswith(PERSONAS) for one in (old, new)))
    return tuple(sorted((PurePosixPath(old).stem, PurePosixPath(new).stem) for old, new in found))


def _step_back(known: Sequence[tuple[str, Touch]], called: dict[str, str]) -> None:
    """What the files were called before a commit; one that came from nowhere was called nothing."""
    for _, touch in known:
        if touch.whole and touch.old_path != touch.new_path and touch.new_path is not None:
            called.pop(touch.new_path)
    for today, touch in known:
        if touch.old_path is not None:
            called[touch.old_path] = today
