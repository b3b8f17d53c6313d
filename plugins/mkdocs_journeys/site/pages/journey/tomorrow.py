"""The section of a future journey that sets it against today, and the line on today's page that leads there."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.insight.tomorrow import JourneyFigures, Replacement, replacement_of
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.addresses import page_uri
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink, PainCard, pain_card, thing_link
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.rendering.numbers import emotion_class, number, signed
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message

TEMPLATE = "tomorrow.html.j2"
ANCHOR = "tomorrow"


class ComparedFigure(NamedTuple):
    """A figure today and tomorrow in words; `better` is None where it stays, or where one of the two is not known.

    `looks` are the classes of the colours of an emotion, "" for other figures.
    """

    label: str
    before: str
    after: str
    change: str
    better: bool | None
    looks: tuple[str, str] = ("", "")


class TomorrowView(NamedTuple):
    """What a future journey would change."""

    today: NamedLink
    figures: tuple[ComparedFigure, ...]
    gone: tuple[PainCard, ...]
    kept: tuple[PainCard, ...]
    new: tuple[PainCard, ...]
    stages_left: tuple[NamedLink, ...]


_COUNTED: tuple[tuple[str, Callable[[JourneyFigures], int]], ...] = (
    (message("Open pains"), lambda figures: figures.open_pains),
    (message("Moments of truth that hurt"), lambda figures: figures.sore_moments),
    (message("Steps"), lambda figures: figures.steps),
    (message("Hand-offs"), lambda figures: figures.handoffs),
)
"""The figures that are numbers of things, of all of which fewer is better."""


def replacements(atlas: Atlas) -> dict[str, Replacement]:
    """What each future journey would change, by its id."""
    found = ((id, replacement_of(atlas, journey)) for id, journey in atlas.journeys.items() if journey.baseline)
    return {id: replacement for id, replacement in found if replacement}


def tomorrow_section(context: PageContext, journey: Journey) -> Iterator[Section]:
    """The section of a future journey that replaces one of today; none for any other."""
    replacement = context.atlas.cached(replacements).get(journey.id)
    if replacement:
        view = tomorrow_view(context, replacement)
        yield Section(ANCHOR, _("Today against tomorrow"), 2, context.render(TEMPLATE, view=view))


def plans_for(context: PageContext, journey: Journey) -> tuple[NamedLink, ...]:
    """The future journeys that would replace this one, each with a link to the comparison."""
    known = context.atlas.cached(replacements)
    futures = [known[one.id].tomorrow for one in context.atlas.futures_of.get(journey.id, ()) if one.id in known]
    return tuple(NamedLink(one.title, context.to(page_uri("journey", one.id), ANCHOR)) for one in futures)


def emotion_today(atlas: Atlas, journey: Journey) -> str:
    """The emotion of the journey that a future one would replace, where both are known and differ; else ""."""
    replacement = atlas.cached(replacements).get(journey.id)
    if replacement is None:
        return ""
    before, after = replacement.before.emotion, replacement.after.emotion
    if before is None or after is None or signed(float(before)) == signed(float(after)):
        return ""
    return signed(float(before))


def tomorrow_view(context: PageContext, replacement: Replacement) -> TomorrowView:
    """What changes, with figures in words."""
    before, after = replacement.before, replacement.after

    def cards(pains: tuple[ScoredPain, ...]) -> tuple[PainCard, ...]:
        return tuple(pain_card(context, item) for item in pains)

    return TomorrowView(
        today=thing_link(context, "journey", replacement.today.id),
        figures=tuple(_figures(before, after)),
        gone=cards(replacement.gone),
        kept=cards(replacement.kept),
        new=cards(replacement.new),
        stages_left=tuple(thing_link(context, "stage", id) for id in replacement.stages_left),
    )


def _figures(before: JourneyFigures, after: JourneyFigures) -> Iterator[ComparedFigure]:
    if before.emotion is not None or after.emotion is not None:
        yield _emotions(before.emotion, after.emotion)
    for label, count in _COUNTED:
        old, new = count(before), count(after)
        if old or new:
            change = "" if old == new else f"{'+' if new > old else '−'}{number(abs(new - old))}"
            yield ComparedFigure(_(label), number(old), number(new), change, None if old == new else new < old)
    if before.time and after.time:
        old_time, new_time = before.time.whole, after.time.whole
        better = None if old_time == new_time else new_time.high < old_time.high
        yield ComparedFigure(_("Time"), str(old_time), str(new_time), "", better)


def _emotions(before: float | None, after: float | None) -> ComparedFigure:
    words = [_("not known") if felt is None else signed(float(felt)) for felt in (before, after)]
    looks = tuple("" if felt is None else emotion_class(felt) for felt in (before, after))
    label = _("Emotion on the whole")
    if before is None or after is None or words[0] == words[1]:
        return ComparedFigure(label, words[0], words[1], "", None, (looks[0], looks[1]))
    change = signed(float(after - before))
    return ComparedFigure(label, words[0], words[1], change, after > before, (looks[0], looks[1]))
