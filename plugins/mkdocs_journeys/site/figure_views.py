"""Figures of metrics as readers see them: of how many, how sure, and whether a change is more than chance."""

from datetime import date
from typing import NamedTuple

from mkdocs_journeys.insight.inference.figures import MAY_BE_RATES, RATES, FigureChange, interval_of
from mkdocs_journeys.insight.inference.progress import FigureComparison, Verdict, progress_of
from mkdocs_journeys.insight.metrics import series_of, trend_of
from mkdocs_journeys.insight.statistics.intervals import Interval
from mkdocs_journeys.model import Metric, Observation
from mkdocs_journeys.site.charts.metrics import mini_line
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import change_of, day, difference, number, signed_number, unit_of, with_unit
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message

SPARK_WIDTH, SPARK_HEIGHT, SPARK_FIGURES = 52, 14, 13
"""The box of a tile's small line, and how many figures it has: a year and the month before it."""
VERDICTS: dict[Verdict, str] = {
    "better": message("better"),
    "worse": message("worse"),
    "changed": message("more than chance"),
    "unclear": message("may be chance"),
    "unknown": message("chance not ruled out"),
}
"""What a change is, in English."""


class ChangeView(NamedTuple):
    """A change of a figure, signed and with its unit; `word` says what it is, and `sign` stands before that.

    `look` is better, worse, clearly or soft: only what is more than chance has a colour. `between` is the interval of
    the change, "" where nobody knows it.
    """

    text: str
    sign: str
    word: str
    look: str
    against: str
    between: str


class TargetView(NamedTuple):
    """A metric's target. `gap` is what is missing in words; `reached` is None where that cannot be said."""

    figure: str
    gap: str
    reached: bool | None
    overdue: bool


class MetricTile(NamedTuple):
    """A metric in short: its last figure, the small line up to it, the last change and the target.

    `silent`: the last figure is old; `by_segment`: only segments have figures.
    """

    name: str
    href: str
    latest: str
    sample: str
    on: str
    mini: str
    change: ChangeView | None
    target: TargetView
    silent: bool
    by_segment: bool


def change_view(metric: Metric, found: FigureComparison | None) -> ChangeView | None:
    """The change of a figure for readers; None for none."""
    if found is None:
        return None
    return _view(change_of(metric, found.change.value), found.change, found.verdict, day(found.earlier.date))


def change_of_share(change: FigureChange, against: date | None) -> ChangeView:
    """The change of a share of people that is the better the higher it is, in points."""
    better: Verdict = "better" if change.value > 0 else "worse"
    verdict: Verdict = "unknown" if change.is_clear is None else better if change.is_clear else "unclear"
    return _view(_("%(figure)s points", figure=signed_number(change.value)), change, verdict, day(against))


def _view(text: str, change: FigureChange, verdict: Verdict, against: str) -> ChangeView:
    known = verdict in ("better", "worse", "changed")
    return ChangeView(
        text=text,
        sign=("▲" if change.value > 0 else "▼") if known else "≈" if verdict == "unclear" else "?",
        word=_(VERDICTS[verdict]),
        look="clearly" if verdict == "changed" else verdict if known else "soft",
        against=against,
        between=between(change.interval, signed=True) if change.interval else "",
    )


def target_view(context: PageContext, metric: Metric) -> TargetView:
    """The target of a metric, "" for none."""
    trend = trend_of(context.atlas, metric.id, context.site.settings.today)
    figure = with_unit(metric, metric.target) if metric.target is not None else ""
    return TargetView(figure, difference(metric, trend.gap) if trend.gap else "", trend.reached, trend.overdue)


def metric_tile(context: PageContext, metric: Metric) -> MetricTile:
    """The tile of a metric."""
    atlas, today = context.atlas, context.site.settings.today
    progress, series = progress_of(atlas, metric.id, today), series_of(atlas, metric.id)
    latest = progress.latest
    return MetricTile(
        name=metric.name,
        href=context.to_thing("metric", metric.id),
        latest=with_unit(metric, latest.value) if latest else "",
        sample=sample_of(metric, latest) if latest else "",
        on=day(latest.date) if latest else "",
        mini=mini_line(series[-SPARK_FIGURES:], SPARK_WIDTH, SPARK_HEIGHT, exact=False),
        change=change_view(metric, progress.last),
        target=target_view(context, metric),
        silent=latest is not None and (today - latest.date).days > atlas.catalog.review.max_figure_age_days,
        by_segment=latest is None and bool(atlas.observations.get(metric.id)),
    )


def sample_of(metric: Metric, observation: Observation) -> str:
    """Of how many people a figure is: "n = 1,420"; "" where that is no question, as with a count."""
    if observation.n is not None:
        return _("n = %(sample)s", sample=number(observation.n))
    return _("n unknown") if is_of_some(metric) else ""


def measured_in_words(metric: Metric, figure: Observation) -> str:
    """A figure with its day, of how many, and its interval: "6.1% (2026-05-31, n = 1,420, 4.9 to 7.4)"."""
    details = [day(figure.date), sample_of(metric, figure), interval_words(metric, figure)]
    return f"{with_unit(metric, figure.value)} ({separated(filter(None, details))})"


def is_of_some(metric: Metric) -> bool:
    """Whether a metric is a share of people or what they answered, so that its figures say little without their n."""
    return metric.kind in (*RATES, "nps", "csat", "ces") or (metric.kind in MAY_BE_RATES and unit_of(metric) == "%")


def interval_words(metric: Metric, observation: Observation) -> str:
    """The 95 % interval of a figure: "6.3 to 9.1"; "" where nobody knows it."""
    found = interval_of(metric, observation)
    return between(found) if found else ""


def between(interval: Interval, *, signed: bool = False) -> str:
    """The two ends of an interval, in the unit of what it belongs to."""
    write = signed_number if signed else number
    return _("%(start)s to %(end)s", start=write(interval.low), end=write(interval.high))
