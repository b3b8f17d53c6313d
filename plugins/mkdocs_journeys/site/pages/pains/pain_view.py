"""One pain in full, as the page of its journey shows it."""

from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.atlas import StepLocation
from mkdocs_journeys.insight.scoring import Band, ScoredPain
from mkdocs_journeys.model import Pain
from mkdocs_journeys.site.addresses import page_uri, stage_anchor, step_anchor
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink, evidence_link, team_link, thing_link
from mkdocs_journeys.site.pages.pains.score_breakdown import ScoreTerm, pain_breakdown
from mkdocs_journeys.site.rendering.numbers import cost_in_words, day, exact
from mkdocs_journeys.site.rendering.richtext import plain, words_of
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _


class PlaceView(NamedTuple):
    """A step where a pain is felt, with its stage and journey."""

    journey: NamedLink
    stage: NamedLink
    step: NamedLink


class PainFact(NamedTuple):
    """A labelled value; `missing` where none is given, which `value` says."""

    label: str
    value: str
    href: str = ""
    missing: bool = False


class PainView(NamedTuple):
    """One pain for its section: `anchor` is its id on the page, `href` its permanent address.

    An `owner` that nobody named is a name without a link. `places` starts with the place that defines it, `words` are
    for search.
    """

    anchor: str
    href: str
    title: str
    kind: str
    status: str
    is_open: bool
    believed: str
    owner: NamedLink
    score: int
    band: Band
    working: tuple[ScoreTerm, ...]
    facts: tuple[PainFact, ...]
    description: Markup
    cause: str
    workaround: str
    evidence: tuple[NamedLink, ...]
    opportunities: tuple[NamedLink, ...]
    issue: str
    places: tuple[PlaceView, ...]
    words: str
    badge: ChangeBadge | None


def pain_view(context: PageContext, scored: ScoredPain) -> PainView:
    """A scored pain as the page at `context` shows it."""
    pain = scored.pain
    return PainView(
        anchor=f"pain-{pain.id}",
        href=context.to_thing("pain", pain.id),
        title=pain.title,
        kind=pain.kind,
        status=pain.status,
        is_open=pain.is_open,
        believed=pain.believed,
        owner=team_link(context, pain.owner) or NamedLink(_("nobody yet"), ""),
        score=scored.score.shown,
        band=scored.score.band,
        working=pain_breakdown(scored.score),
        facts=tuple(_facts(context, pain)),
        description=context.rich(pain.description),
        cause=pain.cause or "",
        workaround=pain.workaround or "",
        evidence=tuple([evidence_link(context, reference) for reference in pain.evidence]),
        opportunities=tuple(
            [
                thing_link(context, "opportunity", item.id, term(item.status))
                for item in context.atlas.opportunities_of_pain.get(pain.id, ())
            ]
        ),
        issue=pain.issue or "",
        places=tuple([place_view(context, place) for place in scored.located.places]),
        words=words_of(plain(pain.description) if pain.description else "", pain.cause, pain.workaround),
        badge=context.badge("pain", pain.id),
    )


def place_view(context: PageContext, place: StepLocation) -> PlaceView:
    """A place with links to its journey, its stage and its step."""
    journey = place.journey
    uri = page_uri("journey", journey.id)
    stage, step = stage_anchor(place.stage_number), step_anchor(place.number)
    return PlaceView(
        NamedLink(journey.title, context.to(uri)),
        NamedLink(context.atlas.stage_name(place.stage), context.to(uri, stage)),
        NamedLink(place.step.name, context.to(uri, step)),
    )


def _facts(context: PageContext, pain: Pain) -> list[PainFact]:
    facts = [
        _given(_("Severity"), pain.severity),
        _given(_("Frequency"), pain.frequency),
        _given(_("Impact"), pain.impact),
        _reach(pain.reach) if pain.reach is not None else None,
        PainFact(_("Costs"), cost_in_words(pain.cost)) if pain.cost else None,
        PainFact(_("Since"), day(pain.since)) if pain.since else None,
        PainFact(_("Resolved"), day(pain.resolved)) if pain.resolved else None,
    ]
    return [fact for fact in facts if fact is not None]


def _given(label: str, word: str | None) -> PainFact:
    return PainFact(label, term(word) if word else _("not given"), missing=word is None)


def _reach(percent: float) -> PainFact:
    return PainFact(_("Reach"), _("%(number)s%% of customers", number=exact(percent)))
