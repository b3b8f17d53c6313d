"""Figures that contradict the map, jumped, or say nothing of how sure they are."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.emotion import mean_emotion, signed
from mkdocs_journeys.insight.inference.jumps import has_jumped
from mkdocs_journeys.insight.metrics import funnel_of, series_by_segment, series_of
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.model import Journey

MOST_LOST = 50
"""A stage that loses a larger share than this, in percent, loses most who reach it."""
HARDLY_LOST = 5
"""A stage that loses less than this, in percent, loses hardly anybody."""
NEED_N = ("conversion", "churn", "nps", "csat")
"""Kinds of metrics whose figures are shares of those asked or counted."""


def emotion_against_funnel(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A stage feels fine and loses most customers of the funnel, or feels worst and loses hardly anybody.

    Why: one of the two is wrong, or there is something that the map does not tell yet: those who left were not asked.

    To mend: ask those who left there, or look at how the figures are counted. Asked are journeys of today in which
    three or more stages name a `volume`: about the stage that loses the largest share, if it is more than half and the
    next stage has a volume, too; and about the one with the lowest emotion, if it loses less than 5 percent.

    Bad:

        - {stage: awareness, volume: visits, steps: [{name: Finds us, emotion: 0}]}
        - {stage: trial, volume: trials, steps: [{name: Tries it, emotion: 2}]}
        - {stage: purchase, volume: customers, steps: [{name: Pays, emotion: 0}]}    # one trial in ten

    Good:

        - {stage: awareness, volume: visits, steps: [{name: Finds us, emotion: 0}]}
        - {stage: trial, volume: trials, steps: [{name: Tries it, emotion: -1}]}
        - {stage: purchase, volume: customers, steps: [{name: Pays, emotion: 0}]}
    """
    for at, journey in walk.journeys(atlas):
        lost = _losses(atlas, journey) if journey.state == "current" else []
        if len(lost) < 2:
            continue
        most, worst = max(lost, key=lambda one: one.share), min(lost, key=lambda one: one.emotion)
        if most.share > MOST_LOST and most.emotion > 0:
            said = f"This stage feels fine ({signed(most.emotion)}) and loses {most.share:.0f}% of those who reach it"
            hint = "Ask those who left: what they felt is not on the map."
            yield _at(at, most, f"{said}, more than any other.", hint)
        if worst.share < HARDLY_LOST and worst.emotion < 0:
            said = f"This stage feels worst ({signed(worst.emotion)}) and loses hardly anybody ({worst.share:.0f}%)"
            yield _at(at, worst, f"{said}.", "Ask who stays, and why, or look at how the figures are counted.")


def figure_jumped(atlas: Atlas, today: date) -> Iterator[Violation]:
    """The last figure of a metric jumped by more than its history explains.

    Why: such a jump is a mistake in counting more often than a change in customers. And if it is true, it is news.

    To mend: look at how the figure came about. If it is right, say in its `note` what happened: then nothing is asked
    any more. A jump lies further from the usual change than 3.5 robust standard deviations (median and MAD of at least
    8 earlier figures), is larger than any before it, and more than chance where counts can say so.

    Bad:

        date,value
        2026-09-30,1480
        2026-10-31,14800    # 1400 to 1500 for a year

    Good:

        date,value
        2026-09-30,1480
        2026-10-31,1480
    """
    for _, metric in walk.catalog_items(atlas, "metrics"):
        for segment, series in [("", series_of(atlas, metric.id)), *series_by_segment(atlas, metric.id).items()]:
            if not has_jumped(metric, series) or series[-1].note:
                continue
            of = f" for '{segment}'" if segment else ""
            message = f"This figure{of} changed from {series[-2].value:g} by more than its history explains."
            hint = "Check it; if it is right, say why in its `note`."
            yield walk.in_figures(atlas, metric, series[-1], message, hint)


def rate_without_n(atlas: Atlas, today: date) -> Iterator[Violation]:
    """The last figure of a rate or of a score does not say of how many people.

    Why: half of four customers and half of four thousand are not the same news, and nobody can tell whether the next
    figure differs by more than chance.

    To mend: give the counts, or `n`, or the ends of its interval as `low` and `high`. Asked are metrics of kind
    conversion, churn, nps and csat.

    Bad:

        date,value
        2026-10-31,7.1

    Good:

        date,numerator,denominator
        2026-10-31,101,1420
    """
    for _, metric in walk.catalog_items(atlas, "metrics"):
        rows = atlas.observations.get(metric.id, ()) if metric.kind in NEED_N else ()
        last = max(rows, key=lambda row: (row.date, row.line), default=None)
        if last and last.n is None and last.low is None:
            hint = "Give the counts, `n`, or its interval as `low` and `high`."
            yield walk.in_figures(atlas, metric, last, f"Of how many people is this {metric.kind} figure?", hint)


class _Loss(NamedTuple):
    """What a stage loses of those who reach it, in percent, and its mean emotion; `number` counts from 1."""

    number: int
    share: float
    emotion: float


def _losses(atlas: Atlas, journey: Journey) -> list[_Loss]:
    """The stages of a funnel that have an emotion and are followed by another of it."""
    found = []
    for stage, after in pairwise(funnel_of(atlas, journey)):
        emotion = mean_emotion(journey, journey.stages[stage.stage_number - 1])
        is_next = after.stage_number == stage.stage_number + 1
        if is_next and emotion is not None and after.conversion is not None:
            found.append(_Loss(stage.stage_number, 100 - after.conversion, emotion))
    return found


def _at(at: walk.Location, loss: _Loss, message: str, hint: str) -> Violation:
    return Violation(at.file, ("stages", loss.number - 1, "volume"), message, hint)
