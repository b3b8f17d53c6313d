"""The page of one study: how it was made, what it found, and what rests on it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.coverage import is_expired
from mkdocs_journeys.insight.emotion import signed
from mkdocs_journeys.model import Evidence, Finding
from mkdocs_journeys.site.named import Named, segment_named, team_named
from mkdocs_journeys.site.neighbours import Beside, Neighbours, in_a_row
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.evidence.citations import Citation, Users, citations_by_study, users_of
from mkdocs_journeys.site.richtext import words_of
from mkdocs_journeys.site.world import Desk

KINDS = {
    "interview": "Interviews",
    "survey": "Survey",
    "usability": "Usability test",
    "support-tickets": "Support tickets",
    "analytics": "Analytics",
    "sales-calls": "Sales calls",
    "desk": "Desk research",
    "workshop": "Workshop",
}
SENTIMENTS = {1: "positive", 0: "neutral", -1: "negative"}
LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding as a card; `sentiment` is empty where none is given, `sign` goes with it."""

    anchor: str
    text: str
    type: str
    sentiment: str
    sign: str
    cited: int


@dataclass(frozen=True, slots=True)
class StudyView:
    """A study with what it found; `cited` counts all that rests on it, `users` says who they are."""

    title: str
    kind: str
    date: str
    sample: int | None
    segment: Named | None
    owner: Named | None
    expires: str
    expired: bool
    method: str
    link: str
    summary: Markup
    findings: tuple[FindingView, ...]
    users: tuple[Users, ...]
    cited: int


def study_page(desk: Desk, study: Evidence) -> Page:
    """The page at `desk`."""
    return Page(
        uri=desk.uri,
        title=study.title,
        draw=partial(_sections, desk, study.id),
        description=f"{kind_of(study)}, {study.date.isoformat()}",
        source=study.path,
        wide=True,
    )


def kind_of(study: Evidence) -> str:
    """The kind of a study in words."""
    return KINDS[study.kind] if study.kind else "Study"


def newest_first(atlas: Atlas) -> list[Evidence]:
    """The studies by their day."""
    return sorted(atlas.evidence.values(), key=lambda study: study.date, reverse=True)


def _sections(desk: Desk, id: str) -> Iterator[Section]:
    study = desk.atlas.evidence[id]
    view = _view(desk, study, desk.world.once(citations_by_study).get(id, ()))
    html = desk.render("study.html.j2", view=view, beside=_beside(desk, id))
    words = words_of(study.method, rich=study.summary)
    yield Section("study", study.title, 1, html, words, headed=False)
    for finding in view.findings:
        yield Section(finding.anchor, _shortened(finding.text), 3, words=finding.text, headed=False, listed=False)


def _beside(desk: Desk, id: str) -> Neighbours:
    before, after = desk.world.once(_rows)[id]
    return Neighbours(Named("Evidence", desk.to("evidence.md")), _named(desk, before), _named(desk, after))


def _rows(atlas: Atlas) -> Mapping[str, Beside]:
    return in_a_row(study.id for study in newest_first(atlas))


def _named(desk: Desk, id: str | None) -> Named | None:
    return Named(desk.atlas.evidence[id].title, desk.to_thing("evidence", id)) if id else None


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_TITLE:
        return text
    return f"{text[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"


def _view(desk: Desk, study: Evidence, citations: Sequence[Citation]) -> StudyView:
    cited = Counter(citation.reference for citation in citations)
    users = users_of(desk, citations)
    return StudyView(
        title=study.title,
        kind=kind_of(study),
        date=study.date.isoformat(),
        sample=study.n,
        segment=segment_named(desk, study.segment),
        owner=team_named(desk, study.owner),
        expires=study.expires.isoformat() if study.expires else "",
        expired=is_expired(study, desk.world.settings.today),
        method=study.method or "",
        link=study.link or "",
        summary=desk.rich(study.summary),
        findings=tuple(_finding(one, cited[f"{study.id}/{one.id}"]) for one in study.findings),
        users=users,
        cited=sum(group.things.total for group in users),
    )


def _finding(finding: Finding, cited: int) -> FindingView:
    sentiment = finding.sentiment
    return FindingView(
        anchor=f"finding-{finding.id}",
        text=finding.text,
        type=finding.type,
        sentiment=SENTIMENTS[sentiment] if sentiment is not None else "",
        sign=signed(sentiment) if sentiment is not None else "",
        cited=cited,
    )
