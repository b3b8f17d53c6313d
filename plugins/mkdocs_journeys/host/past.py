"""What git adds to a site, if its options want it: the change against another revision, and the history."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mkdocs.config.base import BaseConfigOption, ValidationError
from mkdocs.plugins import get_plugin_logger

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history import Keeper, Record
from mkdocs_journeys.host.comparing import Comparer, Wish
from mkdocs_journeys.host.reading import Reading
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.wording import terminal_safe

log = get_plugin_logger(__name__)


@dataclass(frozen=True, slots=True)
class HistoryWish:
    """Whether journeys show their history, and who wrote it."""

    shown: bool = True
    authors: bool = True


class HistoryOption(BaseConfigOption[HistoryWish]):
    """`true`, `false`, or `{authors: false}`."""

    def __init__(self) -> None:
        super().__init__()
        self.default = HistoryWish()

    def run_validation(self, value: object) -> HistoryWish:
        """What was wished; raises ValidationError for anything else."""
        if isinstance(value, HistoryWish):
            return value
        if isinstance(value, bool):
            return HistoryWish(shown=value)
        if isinstance(value, dict) and value.keys() <= {"authors"} and isinstance(value.get("authors", True), bool):
            return HistoryWish(authors=value.get("authors", True))
        raise ValidationError("Expected true, false, or a mapping with `authors: false`.")


@dataclass(slots=True, eq=False)
class Past:
    """Remembers what git told over the builds of one `serve`."""

    comparer: Comparer = field(default_factory=Comparer)
    keeper: Keeper = field(default_factory=Keeper)
    _root: Path = Path()
    _folder: str = "journeys"
    _history: HistoryWish = field(default_factory=HistoryWish)

    def look(self, compare: Wish | None, history: HistoryWish, root: Path, tree: Tree) -> tuple[Problem, ...]:
        """Before a site is laid out: what does the work tree change? Gives what stands in the way of an answer."""
        self._root, self._folder, self._history = root, tree.folder, history
        return self.comparer.compare(compare, root, tree)

    def changes(self, atlas: Atlas) -> Mapping[tuple[str, ...], Any]:
        """What changed, by place, since `look`."""
        return self.comparer.parts(atlas)

    def history(self, atlas: Atlas) -> Mapping[str, Record]:
        """The history of each journey that has one, by its id."""
        if not self._history.shown:
            return {}
        records = self.keeper.records(self._root, self._folder, atlas)
        for name in self.keeper.complaints():
            log.info("'%s' is damaged and was ignored", terminal_safe(name))
        if self._history.authors:
            return records
        return {id: _anonymous(record) for id, record in records.items()}


def with_past(reading: Reading, problems: tuple[Problem, ...]) -> Reading:
    """A reading with what git complained about; its history is worked out before any page asks for it."""
    if reading.world:
        reading.world.once(reading.world.settings.history)
    return replace(reading, problems=(*reading.problems, *problems))


def _anonymous(record: Record) -> Record:
    events = (replace(event, commit=replace(event.commit, author="")) for event in record.events)
    return replace(record, events=tuple(events))
