"""Numbers formatted for readers: thousands separators, at most one decimal, units before or after."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.emotion import level, signed
from mkdocs_journeys.model import Cost, Figure, Metric
from mkdocs_journeys.model.base import RunningCost
from mkdocs_journeys.wording import measured


def number(value: float) -> str:
    """`1,500`, `4.2`, `−12`: at most one decimal, none from 100 on, a true minus sign."""
    rounded = round(value, 1) if abs(value) < 100 else round(value)
    rounded += 0.0
    text = f"{rounded:,.0f}" if float(rounded).is_integer() else f"{rounded:,.1f}"
    return text.replace("-", "−")


def emotion_class(value: float) -> str:
    """The CSS class for the colour of an emotion or a mean: of its level, or of its side where it is nearly neutral."""
    nearest, shown = level(value), signed(float(value))
    if nearest or shown == "0.0":
        return f"journeys-emotion-{nearest + 3}"
    return "journeys-emotion-above" if value > 0 else "journeys-emotion-below"


def with_unit(metric: Metric, value: float) -> str:
    """A figure of a metric with its unit: `8%`, `€ 49`, `12 days`."""
    unit = metric.unit or ""
    if metric.kind in ("conversion", "churn", "retention") and not unit:
        unit = "%"
    return measured(number(value), unit)


def figure_value(figure: Figure) -> str:
    """A figure with its unit: `38%`, `€ 49`."""
    return measured(number(figure.value), figure.unit or "")


def figure_in_words(figure: Figure) -> str:
    """A figure with its unit, sample and day: `38% (n 412, 2026-06-30)`."""
    details = [f"n {figure.n:,}" if figure.n is not None else "", str(figure.date or "")]
    known = ", ".join(filter(None, details))
    return f"{figure_value(figure)}{f' ({known})' if known else ''}"


def cost_in_words(cost: Cost) -> str:
    """What something costs: `20,000–35,000 EUR`, `€ 2,000 per month`."""
    figure = number(cost.low) if cost.high in (None, cost.low) else f"{number(cost.low)}–{number(cost.high or 0)}"
    per = cost.per if isinstance(cost, RunningCost) else None
    return f"{measured(figure, cost.unit)}{f' per {per}' if per else ''}"


def difference(metric: Metric, size: float) -> str:
    """A difference in a metric's unit, in points for percentages."""
    text = with_unit(metric, size)
    return f"{text.removesuffix('%')} points" if text.endswith("%") else text


def change_of(metric: Metric, change: float | None) -> str:
    """A change with its sign: `+3 points`, `−12 h`; empty for None."""
    if change is None:
        return ""
    text = difference(metric, abs(change))
    return text if number(abs(change)) == "0" else f"{'+' if change > 0 else '−'}{text}"


def latest_figure(atlas: Atlas, metric_id: str) -> str:
    """The latest figure of a metric for the whole base, empty if there is none."""
    figures = [item for item in atlas.observations.get(metric_id, ()) if item.segment is None]
    if not figures:
        return ""
    return with_unit(atlas.metrics[metric_id], max(figures, key=lambda item: item.date).value)
