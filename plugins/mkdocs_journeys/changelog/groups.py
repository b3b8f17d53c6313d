"""The changes of release notes by journey or by owner: those that matter line by line, the rest counted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import quote

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.changelog.figures import UNKNOWN, emotion_words, shown_change
from mkdocs_journeys.diff import Comparison, Judgement
from mkdocs_journeys.diff.describe.lines import ChangeLine, lines_in_order, severity_key
from mkdocs_journeys.diff.sentences import Quote, Sentence
from mkdocs_journeys.history.mainline.told import AtlasChanges, RecordedChange
from mkdocs_journeys.insight.emotion import mean_emotion
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.site.addresses import Address, address_of, served_at
from mkdocs_journeys.site.pages.recent.places import address_of_change
from mkdocs_journeys.wording import counted, listed

MOST_GROUPS = 40
MOST_LINES = 6
MOST_LINES_OF_MESSAGES = 3
BESIDE = "Beside the journeys"
NOBODY = "Nobody owns it"
Grouping = Literal["journey", "owner"]
Counts = tuple[tuple[Judgement, int], ...]
"""Numbers of changes by judgement, the severest first."""


@dataclass(frozen=True, slots=True)
class NotesLine:
    """One change, or many of one metric: `url` leads to it, `where` is the title of its journey; "" for none."""

    judgement: Judgement
    sentence: Sentence
    url: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class NotesGroup:
    """The changes of a journey or of a team, the severest first.

    `then` and `now` are the mean emotion of the journey in words, "" for a team; `felt` says what its change means.
    `counts` are all changes; of those that are not editorial, `more` are not among the lines. What belongs to no
    journey, or to no team, is not `named`.
    """

    title: str
    counts: Counts
    lines: tuple[NotesLine, ...] = ()
    more: int = 0
    url: str = ""
    then: str = ""
    now: str = ""
    felt: Judgement | None = None
    named: bool = True

    def first(self, lines: int) -> "NotesGroup":
        """The same with so many lines at most."""
        return replace(self, lines=self.lines[:lines], more=self.more + len(self.lines[lines:]))

    @property
    def emotion(self) -> str:
        """The mean emotion of a journey in words of ours, "" for a team and where nothing is known."""
        if not self.then and not self.now:
            return ""
        if self.then == self.now:
            return f"Mean emotion {self.now}, as before"
        return f"Mean emotion {self.then or UNKNOWN} → {self.now or UNKNOWN}"

    @property
    def judged_emotion(self) -> str:
        """The same, with what its change means."""
        return f"{self.emotion}: {self.felt}" if self.felt else self.emotion

    @property
    def rest(self) -> str:
        """What has no line, in words of ours; "" where everything has."""
        editorial = dict(self.counts).get(Judgement.EDITORIAL, 0)
        parts = [counted(self.more, "more change")] if self.more else []
        parts += [counted(editorial, "editorial change")] if editorial else []
        return f"and {listed(parts, 'and')}" if parts else ""


class LinkWriter:
    """Writes links to the pages of the site of an atlas; "" without the address of one."""

    def __init__(self, atlas: Atlas, site_url: str) -> None:
        self._atlas = atlas
        self._base = f"{site_url.rstrip('/')}/" if site_url else ""

    def to_thing(self, kind: str, id: str) -> str:
        """The link to the page of a thing."""
        return self._to(address_of(self._atlas, kind, id))

    def to_change(self, change: RecordedChange) -> str:
        """The link to what changed, or to what it is part of."""
        return self._to(address_of_change(self._atlas, change) if self._base else None)

    def _to(self, address: Address | None) -> str:
        """The link to an address, with nothing in it that ends a link in Markdown or in Slack."""
        if not self._base or address is None:
            return ""
        uri, anchor = address
        return quote(f"{self._base}{served_at(uri, True)}{f'#{anchor}' if anchor else ''}", safe="/:#?&=%@+,;~")


def groups_of(changes: AtlasChanges, by: Grouping, comparison: Comparison, links: LinkWriter) -> list[NotesGroup]:
    """Every group with its lines: those with more of the severest changes first, what has no journey or owner last."""
    if by == "owner":
        pairs = [(team, change) for change in changes.changes for team in change.owners or ("",)]
        owned = {id: [change for _, change in own] for id, own in grouped(pairs, lambda pair: pair[0]).items()}
        return [_of_team(id, own, changes, links) for id, own in _worst_first(owned)]
    found = grouped(changes.changes, lambda change: change.journey or "")
    return [_of_journey(id, own, changes, comparison, links) for id, own in _worst_first(found)]


def counts_of_lines(lines: Iterable[ChangeLine[RecordedChange]]) -> Counts:
    """The number of lines with each judgement that occurs, the severest first: many figures of a metric are one."""
    counts = Counter(line.judgement for line in lines)
    return tuple((one, counts[one]) for one in Judgement if counts[one])


def _worst_first(groups: Mapping[str, list[RecordedChange]]) -> list[tuple[str, list[RecordedChange]]]:
    return sorted(groups.items(), key=lambda group: (not group[0], severity_key(group[1]), group[0]))


def _of_journey(
    id: str, own: Sequence[RecordedChange], changes: AtlasChanges, comparison: Comparison, links: LinkWriter
) -> NotesGroup:
    lines = [(line, "") for line in _lines(own)]
    then, now, felt = _felt(id, comparison)
    group = _group(_journey_title(id, changes), lines, links)
    return replace(group, url=links.to_thing("journey", id), then=then, now=now, felt=felt, named=bool(id))


def _of_team(id: str, own: Sequence[RecordedChange], changes: AtlasChanges, links: LinkWriter) -> NotesGroup:
    lines = [(line, _where(line, changes)) for line in _lines(own)]
    name = changes.titles.get("team", {}).get(id, id) or NOBODY
    return replace(_group(name, lines, links), url=links.to_thing("team", id), named=bool(id))


def _where(line: ChangeLine[RecordedChange], changes: AtlasChanges) -> str:
    """The title of the journey that a line is about; "" where it names that itself, and for none."""
    title = _journey_title(line.first.journey, changes) if line.first.journey else ""
    return "" if Quote(title) in line.sentence else title


def _lines(own: Sequence[RecordedChange]) -> list[ChangeLine[RecordedChange]]:
    """The changes of a group as lines, the severest first."""
    return sorted(lines_in_order(own), key=lambda line: line.judgement.rank)


def _group(title: str, found: Sequence[tuple[ChangeLine[RecordedChange], str]], links: LinkWriter) -> NotesGroup:
    """A group of lines, each with the journey that it is to name."""
    telling = [
        NotesLine(line.judgement, line.sentence, links.to_change(line.first), where)
        for line, where in found
        if line.judgement is not Judgement.EDITORIAL
    ]
    counts = counts_of_lines(line for line, _ in found)
    return NotesGroup(title, counts, tuple(telling)).first(MOST_LINES)


def _journey_title(id: str, changes: AtlasChanges) -> str:
    return changes.titles.get("journey", {}).get(id, id) or BESIDE


def _felt(id: str, comparison: Comparison) -> tuple[str, str, Judgement | None]:
    """The mean emotion of a journey before and after, "" where it was not there or nothing is known."""
    after = comparison.after_by_id.get(("journey", id))
    before = comparison.matches.old_of.get(after) if after else comparison.before_by_id.get(("journey", id))
    old = comparison.old.journeys.get(before.id) if before else None
    new = comparison.new.journeys.get(id) if after else None
    then, now = (mean_emotion(one) if one else None for one in (old, new))
    words = ["" if one is None else emotion_words(one) for one in (then, now)]
    return words[0], words[1], shown_change(then, now)
