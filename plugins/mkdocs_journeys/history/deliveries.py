"""The days on which opportunities and their solutions were delivered, as git tells them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history.log import FileHistory, file_changes, follow_files, head_commit
from mkdocs_journeys.load import FileRole, parse_file, role_of
from mkdocs_journeys.model import Opportunity
from mkdocs_journeys.sources.git import open_objects
from mkdocs_journeys.sources.git_process import GitError

FOLDER = "opportunities/"
DeliveredItem = tuple[str, str]
"""The id of an opportunity, and of one of its solutions, "" for the opportunity itself."""


@dataclass
class DeliveryCache:
    """Keeps the days of the last commit it was asked for."""

    _known: tuple[str, frozenset[DeliveredItem]] | None = None
    _days: dict[DeliveredItem, date] = field(default_factory=dict)

    def days(self, root: Path, journeys_dir: str, atlas: Atlas) -> Mapping[DeliveredItem, date]:
        """The day of the commit in which each became `delivered`; empty without git or when git fails.

        What was delivered when it was first written down has no day: nobody knows since when.
        """
        wanted = frozenset(item for one in atlas.opportunities.values() for item in _delivered(one))
        folder = root / journeys_dir
        commit = head_commit(folder) if wanted else None
        if commit is None:
            return {}
        if self._known != (commit, wanted):
            paths = {atlas.opportunities[id].path.removeprefix(f"{journeys_dir}/"): id for id, _ in wanted}
            try:
                self._days = _days(folder, paths, wanted)
            except (GitError, OSError):
                return {}
            self._known = commit, wanted
        return self._days


def _days(folder: Path, paths: Mapping[str, str], wanted: frozenset[DeliveredItem]) -> dict[DeliveredItem, date]:
    files = follow_files(file_changes(folder, FOLDER), paths)
    found: dict[DeliveredItem, date] = {}
    with open_objects(folder) as objects:

        def read(path: str, blob: str) -> Opportunity | None:
            role, data = role_of(f"journeys/{path}", "journeys"), objects.read(blob)
            if not isinstance(role, FileRole) or role.kind != "opportunity" or data is None or not data.whole:
                return None
            model = parse_file(role, data.data).model
            return model if isinstance(model, Opportunity) else None

        for path, file in files.items():
            own = {item for id, item in wanted if id == paths[path]}
            found |= {(paths[path], item): day for item, day in _in_file(file, own, read).items()}
    return found


def _in_file(file: FileHistory, wanted: set[str], read: Callable[[str, str], Opportunity | None]) -> Mapping[str, date]:
    """The days of the items of one file: versions are looked at from the newest, until none is delivered any more."""
    found: dict[str, date] = {}
    since: dict[str, date | None] = dict.fromkeys(wanted)
    for change in file.changes:
        model = read(change.new_path, change.new) if since and change.new_path and change.new else None
        if model is None:
            continue
        statuses = {"": model.status, **{one.id: one.status for one in model.solutions}}
        for item, day in list(since.items()):
            if statuses.get(item) == "delivered":
                since[item] = change.commit.day
                continue
            del since[item]
            if day and item in statuses:
                found[item] = day
    return found


def _delivered(one: Opportunity) -> list[DeliveredItem]:
    statuses = [("", one.status), *((solution.id, solution.status) for solution in one.solutions)]
    return [(one.id, item) for item, status in statuses if status == "delivered"]
