"""Numbers and days formatted for readers, in their language: at most one decimal, units before or after."""

from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight import emotion
from mkdocs_journeys.insight.emotion import level
from mkdocs_journeys.insight.metrics import series_of
from mkdocs_journeys.model import Cost, Figure, Metric
from mkdocs_journeys.model.base import RunningCost
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import spoken_language
from mkdocs_journeys.wording import UNITS_BEFORE


def number(value: float) -> str:
    """`1,500`, `4.2`, `−12`: at most one decimal, none from 100 on, a true minus sign."""
    rounded = round(value, 1) if abs(value) < 100 else round(value)
    rounded += 0.0
    text = f"{rounded:,.0f}" if float(rounded).is_integer() else f"{rounded:,.1f}"
    return spoken_language().figure(text.replace("-", "−"))


def exact(value: float) -> str:
    """A factor or a limit as it is given: `3`, `0.8`, `33.25`."""
    return spoken_language().figure(f"{value:g}")


def signed(value: float) -> str:
    """An emotion with its sign: "+1", "−0.5", "0"."""
    return spoken_language().figure(emotion.signed(value))


def signed_number(value: float) -> str:
    """A number with its sign, as `number` writes it: "+1.2", "−3", "0"."""
    text = number(abs(value))
    return text if not round(abs(value), 1) else f"{spoken_language().before_sign}{'+' if value > 0 else '−'}{text}"


def day(date: date | None) -> str:
    """A day as the language writes it, "" for None; in English as in the files: 2026-06-30."""
    return spoken_language().day(date) if date else ""


def measured(figure: str, unit: str) -> str:
    """A number in words with its unit: "8%", "€ 49", "12 days"; the number alone where it has none."""
    if unit == "%":
        return _("%(figure)s%%", figure=figure)
    if unit in UNITS_BEFORE:
        # Translators: a price, such as "€ 49"
        return _("%(currency)s %(figure)s", currency=unit, figure=figure)
    return f"{figure} {unit}".strip()


def emotion_class(value: float) -> str:
    """The CSS class for the colour of an emotion or a mean: of its level, or of its side where it is nearly neutral."""
    nearest, shown = level(value), emotion.signed(float(value))
    if nearest or shown == "0.0":
        return f"journeys-emotion-{nearest + 3}"
    return "journeys-emotion-above" if value > 0 else "journeys-emotion-below"


def with_unit(metric: Metric, value: float) -> str:
    """A figure of a metric with its unit: `8%`, `€ 49`, `12 days`."""
    return measured(number(value), unit_of(metric))


def unit_of(metric: Metric) -> str:
    """The unit of a metric; that of rates is a percentage unless they have another."""
    rate = metric.kind in ("conversion", "churn", "retention")
    return metric.unit or ("%" if rate else "")


def figure_value(figure: Figure) -> str:
    """A figure with its unit: `38%`, `€ 49`."""
    return measured(number(figure.value), figure.unit or "")


def figure_in_words(figure: Figure) -> str:
    """A figure with its unit, sample and day: `38% (n 412, 2026-06-30)`."""
    details = [f"n {number(figure.n)}" if figure.n is not None else "", day(figure.date)]
    known = separated(filter(None, details))
    return f"{figure_value(figure)}{f' ({known})' if known else ''}"


def cost_in_words(cost: Cost) -> str:
    """What something costs: `20,000–35,000 EUR`, `€ 2,000 per month`."""
    ends = [number(cost.low), *([] if cost.high in (None, cost.low) else [number(cost.high or 0)])]
    figure = spoken_language().dash.join(ends)
    per = cost.per if isinstance(cost, RunningCost) else None
    price = measured(figure, cost.unit)
    return _("%(price)s per %(period)s", price=price, period=per) if per else price


def difference(metric: Metric, size: float) -> str:
    """A difference in a metric's unit, in points for percentages."""
    if unit_of(metric) == "%":
        return _("%(figure)s points", figure=number(size))
    return with_unit(metric, size)


def change_of(metric: Metric, change: float | None) -> str:
    """A change with its sign: `+3 points`, `−12 h`; empty for None."""
    if change is None:
        return ""
    text = difference(metric, abs(change))
    return text if not round(abs(change), 1) else f"{spoken_language().before_sign}{'+' if change > 0 else '−'}{text}"


def latest_figure(atlas: Atlas, metric_id: str) -> str:
    """The latest figure of a metric for the whole base, empty if there is none."""
    series = series_of(atlas, metric_id)
    return with_unit(atlas.metrics[metric_id], series[-1].value) if series else ""
