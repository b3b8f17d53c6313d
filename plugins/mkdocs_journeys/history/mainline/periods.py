"""The times over which changes are told: some days up to the newest commit, and each release since the one before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from mkdocs_journeys.history.mainline.commits import Mainline, Obstacle
from mkdocs_journeys.history.releases import Release

DAYS = (30, 90)
MOST_RELEASES = 12


@dataclass(frozen=True, slots=True)
class ChangePeriod:
    """A time over which changes are told, from the state of the commit `base` to that of `head`.

    `head` is "" for the files as they are. `days` is the length that was asked for; 0 for a release, whose tag is
    `name`, after that of `earlier`. `begun` if the atlas is younger than the period, and so told from its first commit
    on. With an `obstacle` there is nothing to compare.
    """

    since: date
    until: date
    base: str
    head: str = ""
    days: int = 0
    name: str = ""
    earlier: str = ""
    begun: bool = False
    obstacle: Obstacle | None = None


def day_periods(mainline: Mainline) -> Iterator[ChangePeriod]:
    """The periods that end with the files as they are; their days count back from the day of the newest commit."""
    newest, oldest = mainline.commits[0].commit, mainline.commits[-1].commit
    for days in DAYS:
        since = newest.day - timedelta(days)
        if base := mainline.until(since):
            yield ChangePeriod(since, newest.day, base.commit.hash, days=days)
        elif mainline.cut:
            yield ChangePeriod(since, newest.day, "", days=days, obstacle=Obstacle.SHALLOW)
        else:
            yield ChangePeriod(oldest.day, newest.day, oldest.hash, days=days, begun=True)


def release_periods(releases: Sequence[Release]) -> list[ChangePeriod]:
    """A period for each of the newest releases, given the earliest first; none for the first of all."""
    pairs = list(pairwise(releases))[-MOST_RELEASES:]
    return [ChangePeriod(old.on, new.on, old.commit, new.commit, 0, new.name, old.name) for old, new in reversed(pairs)]
