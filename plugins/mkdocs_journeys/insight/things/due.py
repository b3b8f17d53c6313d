"""What a team should look at soon: reviews that are due, studies that run out, metrics that are late or silent."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.coverage import freshness_of
from mkdocs_journeys.insight.metrics import trend_of
from mkdocs_journeys.insight.selection import maintained_journeys

SOON = timedelta(days=30)
"""How far ahead of its end a study is named."""


class Due(NamedTuple):
    """A thing that somebody should look at. `since` is the day of the last review, end or figure; None for never."""

    kind: Literal["journey", "persona", "evidence", "metric"]
    id: str
    reason: Literal["review", "expired", "expires", "missed", "silent"]
    since: date | None


def due_by_owner(atlas: Atlas, today: date) -> dict[str, list[Due]]:
    """Team id to what it should look at, the longest overdue first within each kind."""
    found: dict[str, list[Due]] = {}
    for owner, due in sorted(_all(atlas, today), key=lambda one: one[1].since or date.min):
        found.setdefault(owner, []).append(due)
    return found


def _all(atlas: Atlas, today: date) -> Iterator[tuple[str, Due]]:
    allowed = atlas.catalog.review.max_age_days
    kept = (
        *((item.owner, "journey", item.id, item.reviewed) for item in maintained_journeys(atlas)),
        *((item.owner, "persona", item.id, item.reviewed) for item in atlas.personas.values()),
    )
    for owner, kind, id, reviewed in kept:
        if owner and freshness_of(reviewed, allowed, today).state != "fresh":
            yield owner, Due("journey" if kind == "journey" else "persona", id, "review", reviewed)
    for study in atlas.evidence.values():
        if study.owner and study.expires and study.expires < today + SOON:
            yield (
                study.owner,
                Due("evidence", study.id, "expired" if study.expires < today else "expires", study.expires),
            )
    for metric in atlas.catalog.metrics:
        if metric.team:
            trend = trend_of(atlas, metric.id, today)
            latest = trend.latest.date if trend.latest else None
            if trend.overdue:
                yield metric.team, Due("metric", metric.id, "missed", metric.by)
            elif latest is None or (today - latest).days > atlas.catalog.review.max_figure_age_days:
                yield metric.team, Due("metric", metric.id, "silent", latest)
