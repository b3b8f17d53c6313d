"""The evidence: a table of all studies, and a page for each with its findings and all that cites it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.coverage import is_expired
from mkdocs_journeys.insight.tracing.chain import ChainNode
from mkdocs_journeys.insight.tracing.citations import Citation, citations_by_study
from mkdocs_journeys.insight.tracing.gaps import gaps_by_thing
from mkdocs_journeys.model import Evidence, Finding
from mkdocs_journeys.site.addresses import page_uri, step_anchor
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import (
    FirstLinks,
    NamedLink,
    first_links,
    index_page,
    outside_links,
    pager,
    team_link,
    thing_link,
    thing_page,
)
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.tracing.chain import chain_html, gap_words
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import day, number, signed
from mkdocs_journeys.site.rendering.richtext import words_of
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, ngettext

STUDY_KINDS = {
    "interview": message("Interviews"),
    "survey": message("Survey"),
    "usability": message("Usability test"),
    "support-tickets": message("Support tickets"),
    "analytics": message("Analytics"),
    "sales-calls": message("Sales calls"),
    "desk": message("Desk research"),
    "workshop": message("Workshop"),
}
SENTIMENTS = {1: "positive", 0: "neutral", -1: "negative"}
CITING_KINDS = {
    "journey": message("Journeys and steps"),
    "pain": message("Pains"),
    "persona": message("Personas"),
    "opportunity": message("Opportunities"),
}
"""Kinds that can cite evidence, in the order in which a study's page lists them."""
MOST_CITING = 40
"""How many things of one kind the page names."""
LONGEST_TITLE = 80


def evidence_pages(site: SiteContext) -> Iterator[Page]:
    """The index, the newest study first, and a page for each; nothing in an atlas without evidence."""
    studies = site.atlas.evidence
    if not studies:
        return
    description = ngettext(
        "%(num)s study that the claims of this atlas rest on.",
        "%(num)s studies that the claims of this atlas rest on.",
        len(studies),
    )
    yield index_page(site, "evidence", _index_sections, description)
    for study in studies.values():
        description = separated([kind_words(study), day(study.date)])
        yield thing_page(site, ("evidence", study.id), study.title, _sections, description, study.path)


class EvidenceRow(NamedTuple):
    """A study in the table; `cited` counts all that rests on it."""

    title: str
    href: str
    kind: str
    dated: date
    sample: int | None
    segment: NamedLink | None
    owner: NamedLink | None
    expires: date | None
    expired: bool
    findings: int
    cited: int
    badge: ChangeBadge | None


class FindingCard(NamedTuple):
    """A finding as a card; `sentiment` is one of SENTIMENTS, empty where none is given; `sign` goes with it.

    `month` is YYYY-MM, and like `score` empty where it is not known. `gap` says that it leads nowhere, "" if it does.
    """

    anchor: str
    text: str
    type: str
    sentiment: str
    sign: str
    cited: int
    badge: ChangeBadge | None
    month: str
    score: str
    gap: str


class CitingThings(NamedTuple):
    """The things of one kind that cite a study, each once."""

    title: str
    things: FirstLinks


class StudyView(NamedTuple):
    """A study with its findings; `cited` counts all that rests on it, `users` names it by kind."""

    title: str
    kind: str
    date: str
    sample: int | None
    segment: NamedLink | None
    owner: NamedLink | None
    expires: str
    expired: bool
    method: str
    link: str
    links: tuple[NamedLink, ...]
    summary: Markup
    findings: tuple[FindingCard, ...]
    users: tuple[CitingThings, ...]
    cited: int


def _index_sections(context: PageContext) -> Iterator[Section]:
    rows = [_row(context, study) for study in _newest_first(context.atlas)]
    html = context.render("evidence.html.j2", rows=rows, expired=sum(row.expired for row in rows))
    yield Section("evidence", _("Evidence"), 1, html, _("Research that the claims rest on"))


def _row(context: PageContext, study: Evidence) -> EvidenceRow:
    citations = context.atlas.cached(citations_by_study).get(study.id, ())
    return EvidenceRow(
        title=study.title,
        href=context.to_thing("evidence", study.id),
        kind=kind_words(study),
        dated=study.date,
        sample=study.n,
        segment=thing_link(context, "segment", study.segment) if study.segment else None,
        owner=team_link(context, study.owner),
        expires=study.expires,
        expired=is_expired(study, context.site.settings.today),
        findings=len(study.findings),
        cited=len({(one.kind, one.id, one.step) for one in citations}),
        badge=context.badge("evidence", study.id),
    )


def _sections(context: PageContext, id: str) -> Iterator[Section]:
    study = context.atlas.evidence[id]
    view = _study_view(context, study)
    nodes = [ChainNode("finding", cited) for cited in (id, *(f"{id}/{one.id}" for one in study.findings))]
    beside, chain = pager(context, "evidence", id, _newest_first), chain_html(context, *nodes)
    html = context.render("study.html.j2", view=view, beside=beside, chain=chain)
    yield Section("study", study.title, 1, html, words_of(study.method, rich=study.summary), headed=False)
    for finding in view.findings:
        text = finding.text
        title = text if len(text) <= LONGEST_TITLE else f"{text[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"
        yield Section(finding.anchor, title, 3, words=text, headed=False, listed=False)


def _study_view(context: PageContext, study: Evidence) -> StudyView:
    citations = context.atlas.cached(citations_by_study).get(study.id, ())
    cited = Counter(citation.reference for citation in citations)
    users = _citing_things(context, citations)
    return StudyView(
        title=study.title,
        kind=kind_words(study),
        date=day(study.date),
        sample=study.n,
        segment=thing_link(context, "segment", study.segment) if study.segment else None,
        owner=team_link(context, study.owner),
        expires=day(study.expires),
        expired=is_expired(study, context.site.settings.today),
        method=study.method or "",
        link=study.link or "",
        links=outside_links(study.links),
        summary=context.rich(study.summary),
        findings=tuple(_finding_card(context, f"{study.id}/{one.id}", one, cited) for one in study.findings),
        users=users,
        cited=sum(group.things.total for group in users),
    )


def _finding_card(context: PageContext, id: str, finding: Finding, cited: Mapping[str, int]) -> FindingCard:
    value = finding.sentiment
    word, sign = (SENTIMENTS[value], signed(value)) if value is not None else ("", "")
    return FindingCard(
        anchor=f"finding-{finding.id}",
        text=finding.text,
        type=finding.type,
        sentiment=word,
        sign=sign,
        cited=cited[id],
        badge=context.badge("finding", id),
        month=finding.month or "",
        score=number(finding.score) if finding.score is not None else "",
        gap="".join(map(gap_words, gaps_by_thing(context.atlas).get(ChainNode("finding", id), ()))),
    )


def _citing_things(context: PageContext, citations: Iterable[Citation]) -> tuple[CitingThings, ...]:
    """Citations as links, grouped by kind; kinds that cite nothing do not appear."""

    def link(one: Citation) -> NamedLink:
        if not one.step:
            return NamedLink(one.name, context.to_thing(one.kind, one.id))
        href = context.to(page_uri("journey", one.id), step_anchor(one.step))
        return NamedLink(one.name, href, context.atlas.journeys[one.id].title)

    groups: dict[str, dict[tuple[str, int], Citation]] = {kind: {} for kind in CITING_KINDS}
    for one in citations:
        groups[one.kind].setdefault((one.id, one.step), one)
    return tuple(
        CitingThings(_(CITING_KINDS[kind]), first_links(cited.values(), MOST_CITING, link))
        for kind, cited in groups.items()
        if cited
    )


def _newest_first(atlas: Atlas) -> list[Evidence]:
    return sorted(atlas.evidence.values(), key=lambda study: study.date, reverse=True)


def kind_words(study: Evidence) -> str:
    return _(STUDY_KINDS[study.kind]) if study.kind else _("Study")
