"""What a ticket says of a pain or an opportunity, for somebody who never saw the map."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.imports.text import cleaned
from mkdocs_journeys.insight.scoring import ENDED, Band, ScoredOpportunity, ScoredPain, backlog, ranked_opportunities
from mkdocs_journeys.model import Journey
from mkdocs_journeys.model.scales import OPEN_PAIN_STATUSES
from mkdocs_journeys.trackers.body import IssueLine, SiteAddresses, opportunity_lines, pain_lines

IssueKind = Literal["pain", "opportunity"]
KINDS: tuple[IssueKind, ...] = ("pain", "opportunity")
LABEL = "journeys"
"""The label that all tickets of ours have."""
LONGEST_TITLE = 255
"""How many characters a title has in every tracker."""


class Topic(NamedTuple):
    """What a ticket is about: a pain or an opportunity, by its id."""

    kind: IssueKind
    id: str

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


@dataclass(frozen=True, slots=True)
class TrackerIssue:
    """A ticket of no tracker yet. `address` is that of the ticket where there is one; `parents` are opportunities."""

    topic: Topic
    title: str
    lines: tuple[IssueLine, ...]
    priority: Band
    status: str
    address: str = ""
    parents: tuple[Topic, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the ticket."""
        return LABEL, self.topic.kind

    @property
    def fingerprint(self) -> str:
        """A few letters that are others where the title or a line is another one."""
        text = "\n".join(["\t".join(line) for line in self.lines])
        return sha256(f"{self.title}\n{text}".encode("utf-8", "replace")).hexdigest()[:8]


class Choice(NamedTuple):
    """Which topics become tickets: of these kinds, and with these statuses, the open ones if there are none."""

    kinds: Sequence[IssueKind] = KINDS
    statuses: Sequence[str] = ()

    def has(self, kind: IssueKind, status: str) -> bool:
        """Whether a topic is one of them."""
        is_open = status in OPEN_PAIN_STATUSES if kind == "pain" else status not in ENDED
        return kind in self.kinds and (status in self.statuses if self.statuses else is_open)


def issues_of(
    atlas: Atlas, journeys: Sequence[Journey], choice: Choice | None = None, site: str = ""
) -> list[TrackerIssue]:
    """The tickets for some journeys: opportunities first, then pains, the most urgent ones first.

    `site` is the address of the published site, to which tickets link.
    """
    wanted, addresses = choice or Choice(), SiteAddresses(atlas, site)
    chosen = {journey.id for journey in journeys}
    opportunities = [one for one in _opportunities(atlas, chosen) if wanted.has("opportunity", one.opportunity.status)]
    pains = [one for one in backlog(atlas) if _is_felt_in(one, chosen) and wanted.has("pain", one.pain.status)]
    return [_of_opportunity(atlas, one, addresses) for one in opportunities] + [
        _of_pain(atlas, one, addresses) for one in pains
    ]


def _opportunities(atlas: Atlas, chosen: set[str]) -> Iterator[ScoredOpportunity]:
    """The opportunities of some journeys; those of none go with all journeys."""
    ids = {item.id for journey in chosen for item in atlas.opportunities_of_journey.get(journey, ())}
    for scored in ranked_opportunities(atlas):
        if scored.opportunity.id in ids or len(chosen) == len(atlas.journeys):
            yield scored


def _is_felt_in(scored: ScoredPain, chosen: set[str]) -> bool:
    return any(place.journey.id in chosen for place in scored.located.places)


def _of_pain(atlas: Atlas, scored: ScoredPain, site: SiteAddresses) -> TrackerIssue:
    pain = scored.pain
    return TrackerIssue(
        Topic("pain", pain.id),
        _title(pain.title),
        tuple(pain_lines(atlas, scored, site)),
        scored.score.band,
        pain.status,
        pain.issue or "",
        tuple(Topic("opportunity", item.id) for item in atlas.opportunities_of_pain.get(pain.id, ())),
    )


def _of_opportunity(atlas: Atlas, scored: ScoredOpportunity, site: SiteAddresses) -> TrackerIssue:
    item = scored.opportunity
    return TrackerIssue(
        Topic("opportunity", item.id),
        _title(item.title),
        tuple(opportunity_lines(atlas, scored, site)),
        scored.score.band,
        item.status,
        item.issue or "",
    )


def _title(text: str) -> str:
    line = cleaned(text)
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…"
