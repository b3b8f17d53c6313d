"""Release notes as values: a headline of figures, what changed by journey or by owner, and who contributed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.changelog.figures import HeadlineFigure, headline_figures, metric_figures
from mkdocs_journeys.changelog.groups import Counts, Grouping, LinkWriter, NotesGroup, counts_of_lines, groups_of
from mkdocs_journeys.changelog.scope import EVERYTHING, NotesScope
from mkdocs_journeys.changelog.states import LoadedStates
from mkdocs_journeys.diff import Change, ChangeKind, Comparison, Judgement
from mkdocs_journeys.diff.compare import selected
from mkdocs_journeys.diff.describe.lines import lines_in_order
from mkdocs_journeys.history.mainline.told import AtlasChanges, told
from mkdocs_journeys.wording import counted, listed

MOST_CONTRIBUTORS = 30
WORDS = {Judgement.WORSE: "worse", Judgement.REVIEW: "to look at", Judgement.BETTER: "better"}
"""The judgements whose changes are listed, each with its word."""
SUMMARY_WORDS = {Judgement.WORSE: "for the worse", Judgement.BETTER: "for the better", Judgement.REVIEW: "to look at"}
NOTHING = "Nothing changed for customers in this time."
NET = (
    "Told is what differs between the two states: what came and went again in between is not told. "
    "What is better or worse is a help for reading, not a verdict: a lower emotion may just be a more honest one."
)


@dataclass(frozen=True, slots=True)
class TimePoint:
    """One end of the time that is told: the name of a revision, "" for none, and a day, None where nobody knows it."""

    name: str = ""
    day: date | None = None

    @property
    def words(self) -> str:
        """`v1 of 2026-09-15`, `2026-09-15`, `v1`."""
        return " of ".join(part for part in (self.name, str(self.day or "")) if part)


@dataclass(frozen=True, slots=True)
class ReleaseNotes:
    """What changed between two states, ready to be written.

    `atlas` and `about` are names by authors: of the atlas, and of the teams and groups that it is narrowed to. `events`
    are counts in words. `groups` are those with changes to be listed. `begun` if there were no journeys before `since`.
    """

    atlas: str
    since: TimePoint
    until: TimePoint
    by: Grouping
    about: tuple[str, ...]
    figures: tuple[HeadlineFigure, ...]
    metrics: tuple[HeadlineFigure, ...]
    more_metrics: int
    events: tuple[str, ...]
    counts: Counts
    journeys: int
    groups: tuple[NotesGroup, ...]
    contributors: tuple[str, ...]
    begun: bool = False

    @property
    def heading(self) -> str:
        """What they are, with the names that they are narrowed to."""
        return f"What changed for customers{': ' if self.about else ''}{listed(self.about, 'and')}"

    @property
    def period(self) -> str:
        """The atlas and the two ends in a sentence."""
        if self.begun:
            return (
                f"{self.atlas}, from {self.since.words}, when it was begun, to {self.until.words}. "
                "What it held from the start is no change."
            )
        return f"{self.atlas}, from {self.since.words} to {self.until.words}."

    @property
    def summary(self) -> str:
        """All changes in a sentence of ours."""
        numbers = dict(self.counts)
        editorial = numbers.pop(Judgement.EDITORIAL, 0)
        where = f" in {counted(self.journeys, 'journey')}" if self.journeys else ""
        parts = [f"{numbers[one]:,} {word}" for one, word in SUMMARY_WORDS.items() if one in numbers]
        told = f"{counted(sum(numbers.values()), 'change')}{where}: {listed(parts, 'and')}." if parts else NOTHING
        rest = f" {counted(editorial, 'editorial change')} {'is' if editorial == 1 else 'are'} not listed."
        return told + (rest if editorial else "")

    def all_figures(self, most: int) -> tuple[tuple[HeadlineFigure, ...], int]:
        """The figures of the headline with `most` metrics, and how many more there are."""
        more = self.more_metrics + len(self.metrics[most:])
        return (*self.figures, *self.metrics[:most]), more

    @property
    def thanks(self) -> str:
        """Who contributed, in a sentence; "" where nobody is known."""
        named, more = self.contributors[:MOST_CONTRIBUTORS], len(self.contributors) - MOST_CONTRIBUTORS
        people = [*named, *([f"{more:,} more"] if more > 0 else [])]
        return f"Contributors: {listed(people, 'and')}." if people else ""

    def rest(self, shown: int) -> str:
        """What the groups after the first ones hold, in a sentence of ours; "" where there are none."""
        left = self.groups[shown:]
        if not left:
            return ""
        named = sum(group.named for group in left)
        who = [counted(named, "more journey" if self.by == "journey" else "more team")] if named else []
        if named < len(left):
            who.append("things beside the journeys" if self.by == "journey" else "things that nobody owns")
        totals = Counter[Judgement]()
        for group in left:
            totals.update(dict(group.counts))
        numbers = ", ".join(f"{totals[one]:,} {word}" for one, word in WORDS.items() if totals[one])
        said = f"{listed(who, 'and')} changed: {numbers}."
        return said[0].upper() + said[1:]


def release_notes(
    states: LoadedStates,
    since: TimePoint,
    until: TimePoint,
    *,
    by: Grouping = "journey",
    scope: NotesScope = EVERYTHING,
    contributors: Sequence[str] = (),
    site_url: str = "",
    begun: bool = False,
) -> ReleaseNotes:
    """The notes on two states. Links lead to the site at `site_url`; "" for none."""
    comparison, before, after = states.comparison, states.before, states.after
    found = selected(comparison.changes, (), scope.groups, scope.owners)
    changes = told(comparison, found, len(found))
    groups = groups_of(changes, by, comparison, LinkWriter(after, site_url))
    metrics, more = metric_figures(before, after, scope)
    return ReleaseNotes(
        atlas=after.catalog.name,
        since=since,
        until=until,
        by=by,
        about=tuple(_names(scope, before, after)),
        figures=tuple(headline_figures(before, after, scope)),
        metrics=tuple(metrics),
        more_metrics=more,
        events=tuple(_events(changes, found, comparison)),
        counts=counts_of_lines(lines_in_order(changes.changes)),
        journeys=len({one.journey for one in found if one.journey and one.judgement is not Judgement.EDITORIAL}),
        groups=tuple(group for group in groups if group.lines),
        contributors=tuple(contributors),
        begun=begun,
    )


def _names(scope: NotesScope, *atlases: Atlas) -> Iterator[str]:
    """The names of what notes are narrowed to: of teams as they are called now, and of groups."""
    for owner in scope.owners:
        yield next((atlas.teams[owner].name for atlas in reversed(atlases) if owner in atlas.teams), owner)
    yield from scope.groups


def _events(changes: AtlasChanges, found: Iterable[Change], comparison: Comparison) -> Iterator[str]:
    """What came about, counted in words: journeys that came and went, pains, opportunities that were delivered."""
    pains = changes.pains
    counts = (
        (len(changes.new), "new journey", "new journeys"),
        (len(changes.retired), "journey retired", "journeys retired"),
        (pains.opened, "pain opened", "pains opened"),
        (pains.resolved, "pain resolved", "pains resolved"),
        (pains.removed, "open pain taken out", "open pains taken out"),
        (_delivered(found, comparison), "opportunity delivered", "opportunities delivered"),
    )
    return (counted(number, one, many) for number, one, many in counts if number)


def _delivered(found: Iterable[Change], comparison: Comparison) -> int:
    """How many opportunities became delivered, or came as such."""
    delivered = {one.id for one in comparison.new.opportunities.values() if one.status == "delivered"}
    return len(
        {
            one.id
            for one in found
            if one.entity == "opportunity"
            and one.id in delivered
            and (one.kind is ChangeKind.ADDED or (one.field == "status" and one.new == "delivered"))
        }
    )
