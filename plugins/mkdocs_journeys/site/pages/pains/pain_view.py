"""A pain as its own page shows it, and in short as others do."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.insight.scoring import Band, PainCost, ScoredPain, cost_of
from mkdocs_journeys.model import Pain
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink, evidence_link, team_link
from mkdocs_journeys.site.pages.pains.score_breakdown import ScoreTerm, pain_breakdown
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import cost_in_words, day, exact
from mkdocs_journeys.site.rendering.richtext import plain, words_of
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message

FACTOR_NAMES: dict[str, str] = {
    "people": message("people"),
    "minutes": message("minutes"),
    "minute_cost": message("what a minute costs"),
    "drop_off": message("how many give up"),
    "conversion_value": message("what a conversion is worth"),
    "unit": message("currency"),
}


class PainFact(NamedTuple):
    """A labelled value; `missing` where none is given, which `value` says."""

    label: str
    value: str
    href: str = ""
    missing: bool = False


class PainView(NamedTuple):
    """A pain in full. An `owner` that nobody named is a name without a link; `words` are for search."""

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
    issue: str
    words: str
    badge: ChangeBadge | None


class PainSummary(NamedTuple):
    """A pain as a card of three lines: `anchor` is its id on the page, "" where it has none there."""

    anchor: str
    href: str
    title: str
    score: int
    band: Band
    status: str
    is_open: bool
    believed: str
    owner: NamedLink
    said: NamedLink | None
    badge: ChangeBadge | None


def pain_summary(context: PageContext, scored: ScoredPain, anchor: str = "") -> PainSummary:
    """A scored pain in short; `said` is the first evidence that it rests on."""
    pain = scored.pain
    return PainSummary(
        anchor=anchor,
        href=context.to_thing("pain", pain.id),
        title=pain.title,
        score=scored.score.shown,
        band=scored.score.band,
        status=pain.status,
        is_open=pain.is_open,
        believed=pain.believed,
        owner=_owner(context, pain),
        said=evidence_link(context, pain.evidence[0]) if pain.evidence else None,
        badge=context.badge("pain", pain.id),
    )


def pain_view(context: PageContext, scored: ScoredPain) -> PainView:
    """A scored pain as its page shows it."""
    pain = scored.pain
    return PainView(
        title=pain.title,
        kind=pain.kind,
        status=pain.status,
        is_open=pain.is_open,
        believed=pain.believed,
        owner=_owner(context, pain),
        score=scored.score.shown,
        band=scored.score.band,
        working=pain_breakdown(scored.score),
        facts=tuple(_facts(context, pain)),
        description=context.rich(pain.description),
        cause=pain.cause or "",
        workaround=pain.workaround or "",
        evidence=tuple([evidence_link(context, reference) for reference in pain.evidence]),
        issue=pain.issue or "",
        words=words_of(plain(pain.description) if pain.description else "", pain.cause, pain.workaround),
        badge=context.badge("pain", pain.id),
    )


def _owner(context: PageContext, pain: Pain) -> NamedLink:
    return team_link(context, pain.owner) or NamedLink(_("nobody yet"), "")


def _facts(context: PageContext, pain: Pain) -> list[PainFact]:
    facts = [
        _given(_("Severity"), pain.severity),
        _given(_("Frequency"), pain.frequency),
        _given(_("Impact"), pain.impact),
        _reach(pain.reach) if pain.reach is not None else None,
        *_cost_facts(cost_of(pain, context.atlas.catalog.scoring)),
        PainFact(_("Since"), day(pain.since)) if pain.since else None,
        PainFact(_("Resolved"), day(pain.resolved)) if pain.resolved else None,
    ]
    return [fact for fact in facts if fact is not None]


def _given(label: str, word: str | None) -> PainFact:
    return PainFact(label, term(word) if word else _("not given"), missing=word is None)


def _cost_facts(found: PainCost | None) -> Iterator[PainFact]:
    """The cost, and how it comes about; a cost that lacks a factor says which."""
    if found is None:
        return
    if found.cost is None:
        names = separated(_(FACTOR_NAMES[name]) for name in found.missing)
        yield PainFact(_("Costs"), _("not known: %(factors)s not given", factors=names), missing=True)
        return
    yield PainFact(_("Costs"), cost_in_words(found.cost))
    if found.working:
        yield PainFact(_("How the cost comes about"), found.working)


def _reach(percent: float) -> PainFact:
    return PainFact(_("Reach"), _("%(number)s%% of customers", number=exact(percent)))
