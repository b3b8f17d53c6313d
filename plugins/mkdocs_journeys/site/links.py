"""Links to things of the atlas by name, cards of pains, and the index and the pages that a collection of things has."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from mkdocs_journeys.atlas import Atlas, StepLocation
from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.model import Evidence, Job, Journey
from mkdocs_journeys.model.base import Link
from mkdocs_journeys.model.free_names import name_id
from mkdocs_journeys.site.addresses import page_uri, step_anchor
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import day
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message
from mkdocs_journeys.vocabulary import BY_NAME

Thing = TypeVar("Thing")
BLUEPRINT = message("service blueprint")
"""What lists call a journey of kind `blueprint`, in English."""
INDEX_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "journeys": message("Journeys"),
        "personas": message("Personas"),
        "pains": message("Pains"),
        "board": message("Board"),
        "opportunities": message("Opportunities"),
        "outcomes": message("Outcomes"),
        "evidence": message("Evidence"),
        "findings": message("Findings"),
        "traceability": message("Traceability"),
        "metrics": message("Metrics"),
        "handoffs": message("Hand-offs"),
        # The page on which any two journeys are set side by side.
        "compare": message("Compare"),
        "recent": message("What changed"),
        "catalog": message("Catalogue"),
        "changes": message("Changes"),
        "health": message("Health"),
        "rules": message("Rules"),
    }
)
"""The titles of the index pages by kind of page, in English."""


class NamedLink(NamedTuple):
    """A link to a thing by its name, with a few words on it."""

    name: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FirstLinks:
    """Links to the first of many things; `more` counts the others."""

    shown: tuple[NamedLink, ...] = ()
    more: int = 0

    @property
    def total(self) -> int:
        """The number of all things."""
        return len(self.shown) + self.more

    @property
    def names(self) -> list[str]:
        """The names of the first things."""
        return [link.name for link in self.shown]


def first_links(things: Collection[Thing], most: int, link: Callable[[Thing], NamedLink]) -> FirstLinks:
    """Links to at most `most` of the things."""
    shown = tuple(map(link, islice(things, most)))
    return FirstLinks(shown, len(things) - len(shown))


@dataclass(frozen=True, slots=True)
class Pager:
    """The links at the foot of a thing's page: to the index, and to the things before and after."""

    index: NamedLink
    before: NamedLink | None
    after: NamedLink | None


def neighbours_of(ids: Iterable[str]) -> Mapping[str, tuple[str | None, str | None]]:
    """Each id with the one before it and the one after it in the given order, None at the ends."""
    row = list(ids)
    return {id: (before, after) for before, id, after in zip([None, *row], row, [*row[1:], None], strict=False)}


class PainCard(NamedTuple):
    """A pain in short; `shared` if it is defined in another place."""

    title: str
    href: str
    score: int
    band: str
    status: str
    believed: str
    shared: bool


def pain_card(context: PageContext, item: ScoredPain, *, shared: bool = False) -> PainCard:
    """The card of a scored pain."""
    pain, score = item.pain, item.score
    href = context.to_thing("pain", pain.id)
    return PainCard(pain.title, href, score.shown, score.band, pain.status, pain.believed, shared)


def journey_link(context: PageContext, journey: Journey) -> NamedLink:
    """A journey by its title; the note says if it is a blueprint, a future one, or not live."""
    notes = [_(BLUEPRINT)] if journey.kind == "blueprint" else []
    notes += [term("future")] if journey.state == "future" else []
    notes += [term(journey.status)] if journey.status != "live" else []
    return NamedLink(journey.title, context.to_thing("journey", journey.id), separated(notes))


def step_link(context: PageContext, place: StepLocation, note: str = "") -> NamedLink:
    """A step by its name, linked to its place on the page of its journey."""
    href = context.to(page_uri("journey", place.journey.id), step_anchor(place.number))
    return NamedLink(place.step.name, href, note)


def team_link(context: PageContext, id: str | None) -> NamedLink | None:
    """A team by its name; None for None."""
    return thing_link(context, "team", id) if id else None


def evidence_link(context: PageContext, reference: str) -> NamedLink:
    """A study by its title, or a finding by its text, for a reference `study` or `study/finding`."""
    study_id, _, finding_id = reference.partition("/")
    cited = context.cached_fragment(_links_of_study, context.atlas.evidence[study_id])
    return cited.get(finding_id) or cited[""]._replace(href=context.to_thing("evidence", reference))


def _links_of_study(context: PageContext, study: Evidence) -> dict[str, NamedLink]:
    """The links of a study's findings by id; under "" that of the study itself."""
    source = separated([*([term(study.kind)] if study.kind else []), day(study.date)])
    whole = NamedLink(study.title, context.to_thing("evidence", study.id), source)
    note = separated([study.title, source])
    return {"": whole} | {
        finding.id: NamedLink(finding.text, context.to_thing("evidence", f"{study.id}/{finding.id}"), note)
        for finding in study.findings
    }


def index_page(
    site: SiteContext,
    kind: str,
    draw: Callable[[PageContext], Iterable[Section]],
    description: str,
    source: str | None = None,
    title: str = "",
    uri: str = "",
    nav_title: str = "",
) -> Page:
    """The page that stands in the navigation for a kind of pages; `draw` makes its sections."""
    context = site.at(uri or f"{kind}.md")
    return Page(
        context.uri,
        title or _(INDEX_TITLES[kind]),
        partial(draw, context),
        description,
        source,
        in_nav=True,
        wide=True,
        nav_title=nav_title,
        kind=kind,
    )


def thing_page(
    site: SiteContext,
    thing: tuple[str, str],
    title: str,
    draw: Callable[[PageContext, str], Iterable[Section]],
    description: str,
    source: str | None,
    page_kind: str = "",
) -> Page:
    """The page of one thing, (kind, id); `draw` makes its sections from the id.

    Its `page_kind` is that of the index of its kind, unless another one is given.
    """
    kind, id = thing
    context, named = site.at(page_uri(kind, id)), page_kind or BY_NAME[kind].page_folder
    return Page(context.uri, title, partial(draw, context, id), description, source, wide=True, kind=named, thing=thing)


def pager(context: PageContext, kind: str, id: str, in_order: Callable[[Atlas], Iterable[Any]]) -> Pager:
    """The links of a thing's page; `in_order` gives the things in the order of the index of their kind.

    It is a function of a module, as `Atlas.cached` keeps its result.
    """
    folder = BY_NAME[kind].page_folder
    before, after = context.atlas.cached(_neighbours, in_order)[id]
    index = NamedLink(_(INDEX_TITLES[folder]), context.to(f"{folder}.md"))
    return _pager(context, kind, index, before, after)


def catalog_pager(context: PageContext, kind: str, id: str) -> Pager:
    """The links of the page of a thing that the catalogue lists."""
    before, after = context.atlas.cached(_catalog_neighbours, kind)[id]
    title = INDEX_TITLES["catalog"]
    index = NamedLink(_(title), context.to("catalog.md", BY_NAME[kind].plural))
    return _pager(context, kind, index, before, after)


def _pager(context: PageContext, kind: str, index: NamedLink, before: str | None, after: str | None) -> Pager:
    return Pager(
        index=index,
        before=thing_link(context, kind, before) if before else None,
        after=thing_link(context, kind, after) if after else None,
    )


def _neighbours(
    atlas: Atlas, in_order: Callable[[Atlas], Iterable[Any]]
) -> Mapping[str, tuple[str | None, str | None]]:
    return neighbours_of(thing.id for thing in in_order(atlas))


def _catalog_neighbours(atlas: Atlas, kind: str) -> Mapping[str, tuple[str | None, str | None]]:
    return neighbours_of(getattr(atlas, BY_NAME[kind].plural))


def thing_link(context: PageContext, kind: str, id: str, note: str = "") -> NamedLink:
    """A thing by its title or name, linked to its place."""
    thing: Any = getattr(context.atlas, BY_NAME[kind].plural)[id]
    if kind == "pain":
        thing = thing.pain
    return NamedLink(vars(thing).get("title") or thing.name, context.to_thing(kind, id), note)


def free_link(context: PageContext, kind: str, name: str) -> NamedLink:
    """A system or a tag as a file writes its name."""
    return NamedLink(name, context.to_thing(kind, name_id(name)))


def outside_links(links: Iterable[Link]) -> tuple[NamedLink, ...]:
    """The links that a file gives, out of the site."""
    return tuple([NamedLink(link.title, link.url) for link in links])


def job_in_words(job: Job | str) -> str:
    """A job to be done as a sentence: the situation, what somebody wants to get done, and what for."""
    if isinstance(job, str):
        return job
    situation = f"{job.when}: " if job.when else ""
    return f"{situation}{job.job}{_purpose(job.so_that) if job.so_that else ''}"


def _purpose(so_that: str) -> str:
    """What somebody gains, as the end of a sentence: it may be written with a capital, as one of its own."""
    begins = so_that[:8].casefold().startswith("so that ")
    return f", {so_that[0].lower()}{so_that[1:]}" if begins else f", {so_that}"
