"""The page of the evidence: every study, what it found, and what rests on it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.insight.emotion import signed
from mkdocs_journeys.insight.freshness import is_expired
from mkdocs_journeys.model import Evidence, Finding
from mkdocs_journeys.site.named import Named, segment_named, team_named
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.evidence.citations import Citation, Users, citations_by_study, users_of
from mkdocs_journeys.site.render import plural
from mkdocs_journeys.site.richtext import words_of
from mkdocs_journeys.site.world import Desk, World

TEMPLATE = "evidence.html.j2"
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

    path: str
    anchor: str
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


def evidence_pages(world: World) -> Iterator[Page]:
    """The one page of all studies, the newest first; nothing in an atlas without evidence."""
    if not world.atlas.evidence:
        return
    desk = world.at("evidence.md")
    yield Page(
        uri=desk.uri,
        title="Evidence",
        draw=partial(_sections, desk),
        description=f"{plural(len(world.atlas.evidence), 'study', 'studies')} that the claims of this atlas rest on.",
        in_nav=True,
        wide=True,
    )


def _sections(desk: Desk) -> Iterator[Section]:
    citations = citations_by_study(desk.atlas)
    studies = sorted(desk.atlas.evidence.values(), key=lambda study: study.date, reverse=True)
    views = [_view(desk, study, citations.get(study.id, ())) for study in studies]
    expired = sum(view.expired for view in views)
    overview = desk.render(TEMPLATE, part="overview", views=views, expired=expired)
    yield Section("evidence", "Evidence", 1, overview, "Research that the claims rest on")
    for view, study in zip(views, studies, strict=True):
        yield from _study(desk, view, study)


def _study(desk: Desk, view: StudyView, study: Evidence) -> Iterator[Section]:
    html = desk.render(TEMPLATE, part="one", view=view)
    yield Section(view.anchor, view.title, 2, html, words_of(study.method, rich=study.summary), headed=False)
    for finding in view.findings:
        title = _shortened(finding.text)
        yield Section(finding.anchor, title, 3, words=finding.text, headed=False, listed=False)


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_TITLE:
        return text
    return f"{text[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"


def _view(desk: Desk, study: Evidence, citations: Sequence[Citation]) -> StudyView:
    cited = Counter(citation.reference for citation in citations)
    users = users_of(desk, citations)
    return StudyView(
        path=study.path,
        anchor=f"evidence-{study.id}",
        title=study.title,
        kind=KINDS[study.kind] if study.kind else "Study",
        date=study.date.isoformat(),
        sample=study.n,
        segment=segment_named(desk, study.segment),
        owner=team_named(desk, study.owner),
        expires=study.expires.isoformat() if study.expires else "",
        expired=is_expired(study, desk.world.settings.today),
        method=study.method or "",
        link=study.link or "",
        summary=desk.rich(study.summary),
        findings=tuple(_finding(study, one, cited[f"{study.id}/{one.id}"]) for one in study.findings),
        users=users,
        cited=sum(len(group.things) for group in users),
    )


def _finding(study: Evidence, finding: Finding, cited: int) -> FindingView:
    sentiment = finding.sentiment
    return FindingView(
        anchor=f"evidence-{study.id}-{finding.id}",
        text=finding.text,
        type=finding.type,
        sentiment=SENTIMENTS[sentiment] if sentiment is not None else "",
        sign=signed(sentiment) if sentiment is not None else "",
        cited=cited,
    )
