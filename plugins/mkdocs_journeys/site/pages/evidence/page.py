"""The evidence: a table of all studies, and a page for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from mkdocs_journeys.insight.coverage import is_expired
from mkdocs_journeys.model import Evidence
from mkdocs_journeys.site.anchors import page_uri
from mkdocs_journeys.site.named import Named, segment_named, team_named
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.evidence.citations import citations_by_study, cited_by
from mkdocs_journeys.site.pages.evidence.one import kind_of, newest_first, study_page
from mkdocs_journeys.site.world import Desk, World
from mkdocs_journeys.wording import counted


@dataclass(frozen=True, slots=True)
class Row:
    """A study in the table; `cited` counts all that rests on it."""

    title: str
    href: str
    kind: str
    date: str
    sample: int | None
    segment: Named | None
    owner: Named | None
    expires: str
    expired: bool
    findings: int
    cited: int


def evidence_pages(world: World) -> Iterator[Page]:
    """The index, the newest study first, and a page for each; nothing in an atlas without evidence."""
    studies = world.atlas.evidence
    if not studies:
        return
    desk = world.at("evidence.md")
    yield Page(
        uri=desk.uri,
        title="Evidence",
        draw=partial(_sections, desk),
        description=f"{counted(len(studies), 'study', 'studies')} that the claims of this atlas rest on.",
        in_nav=True,
        wide=True,
    )
    for study in studies.values():
        yield study_page(world.at(page_uri("evidence", study.id)), study)


def _sections(desk: Desk) -> Iterator[Section]:
    rows = [_row(desk, study) for study in newest_first(desk.atlas)]
    html = desk.render("evidence.html.j2", rows=rows, expired=sum(row.expired for row in rows))
    yield Section("evidence", "Evidence", 1, html, "Research that the claims rest on")


def _row(desk: Desk, study: Evidence) -> Row:
    return Row(
        title=study.title,
        href=desk.to_thing("evidence", study.id),
        kind=kind_of(study),
        date=study.date.isoformat(),
        sample=study.n,
        segment=segment_named(desk, study.segment),
        owner=team_named(desk, study.owner),
        expires=study.expires.isoformat() if study.expires else "",
        expired=is_expired(study, desk.world.settings.today),
        findings=len(study.findings),
        cited=cited_by(desk.world.once(citations_by_study).get(study.id, ())),
    )
