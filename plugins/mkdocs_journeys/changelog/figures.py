"""The headline of release notes: figures of an atlas then and now."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.changelog.scope import NotesScope
from mkdocs_journeys.diff import Judgement
from mkdocs_journeys.insight.emotion import signed
from mkdocs_journeys.insight.metrics import better_of, is_improvement, series_of
from mkdocs_journeys.insight.things.stages import stage_emotions, summed_emotions
from mkdocs_journeys.model import Metric
from mkdocs_journeys.site.rendering.numbers import unit_of, with_unit
from mkdocs_journeys.wording import exact_number, measured

MOST_METRICS = 12
UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class HeadlineFigure:
    """A figure then and now, in words; the label may be an author's text.

    `target` is what is aimed at, by when, and whether it is reached, as far as that is known.
    """

    label: str
    then: str
    now: str
    judgement: Judgement | None = None
    target: tuple[str, ...] = ()

    @property
    def aim(self) -> str:
        """The target in words of ours: `target 8%, by 2026-12-31, not reached`; "" for none."""
        return f"target {', '.join(self.target)}" if self.target else ""


def headline_figures(before: Atlas, after: Atlas, scope: NotesScope) -> list[HeadlineFigure]:
    """Journeys, mean emotion and open pains; what is zero or unknown on both sides is left out."""
    found = [_journeys(before, after, scope), _emotion(before, after, scope), _pains(before, after, scope)]
    return [one for one in found if {one.then, one.now} - {"0", UNKNOWN}]


def metric_figures(before: Atlas, after: Atlas, scope: NotesScope) -> tuple[list[HeadlineFigure], int]:
    """The last figure of each metric on both sides, with its target, those that changed first; and how many more.

    A metric that has no figure does not count.
    """
    known = {one.id: one for one in scope.metrics(after)}
    rows = [row for one in known.values() if (row := _metric(one, before, after))]
    rows.sort(key=lambda row: row.then == row.now)
    return rows[:MOST_METRICS], len(rows[MOST_METRICS:])


def _journeys(before: Atlas, after: Atlas, scope: NotesScope) -> HeadlineFigure:
    then, now = (len([one for one in scope.journeys(atlas) if one.status != "retired"]) for atlas in (before, after))
    return HeadlineFigure("Journeys", f"{then:,}", f"{now:,}")


def _emotion(before: Atlas, after: Atlas, scope: NotesScope) -> HeadlineFigure:
    then, now = (mean_emotion_of(atlas, scope) for atlas in (before, after))
    return HeadlineFigure(
        "Mean emotion, from −2 to +2", emotion_words(then), emotion_words(now), shown_change(then, now)
    )


def _pains(before: Atlas, after: Atlas, scope: NotesScope) -> HeadlineFigure:
    then, now = (sum(one.pain.is_open for one in scope.pains(atlas)) for atlas in (before, after))
    judgement = None if then == now else Judgement.WORSE if now > then else Judgement.BETTER
    return HeadlineFigure("Open pains", f"{then:,}", f"{now:,}", judgement)


def mean_emotion_of(atlas: Atlas, scope: NotesScope) -> float | None:
    """The mean over the steps of journeys that customers go through today, −2 to 2; None where nothing is known."""
    felt = summed_emotions(stage_emotions(journey) for journey in scope.journeys(atlas)).values()
    steps = sum(one.steps for one in felt)
    return sum(one.total for one in felt) / steps if steps else None


def emotion_words(value: float | None) -> str:
    """A mean emotion with one decimal and its sign: `+0.4`."""
    return UNKNOWN if value is None else signed(float(value))


def shown_change(then: float | None, now: float | None) -> Judgement | None:
    """What the change of a mean emotion means; None where it is not known, or not seen in what is shown."""
    if then is None or now is None or signed(float(then)) == signed(float(now)):
        return None
    return Judgement.BETTER if now > then else Judgement.WORSE


def _metric(metric: Metric, before: Atlas, after: Atlas) -> HeadlineFigure | None:
    old, new = ((series_of(atlas, metric.id) or (None,))[-1] for atlas in (before, after))
    if new is None:
        return None
    change = new.value - old.value if old else None
    improving = is_improvement(metric, change)
    judgement = None if improving is None else Judgement.BETTER if improving else Judgement.WORSE
    then, now = _both(metric, old.value if old else None, new.value)
    return HeadlineFigure(metric.name, then, now, judgement, tuple(_target(metric, new.value)))


def _both(metric: Metric, old: float | None, new: float) -> tuple[str, str]:
    """Both figures with their unit, with all digits where they would look alike."""
    if old is None:
        return UNKNOWN, with_unit(metric, new)
    then, now = with_unit(metric, old), with_unit(metric, new)
    if then == now and old != new:
        return measured(exact_number(old), unit_of(metric)), measured(exact_number(new), unit_of(metric))
    return then, now


def _target(metric: Metric, value: float) -> Iterator[str]:
    if metric.target is None:
        return
    yield measured(exact_number(metric.target), unit_of(metric))
    if metric.by:
        yield f"by {metric.by}"
    if better := better_of(metric):
        reached = value >= metric.target if better == "higher" else value <= metric.target
        yield "reached" if reached else "not reached"
