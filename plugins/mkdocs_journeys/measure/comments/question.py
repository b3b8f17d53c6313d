"""Which comments are asked of a source."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import ibis

from mkdocs_journeys.measure.periods import Period, local_day, moment, periods_between
from mkdocs_journeys.measure.questions import OpenedSource
from mkdocs_journeys.measure.rows import DefinitionError, fitting
from mkdocs_journeys.measure.sources import shape_of
from mkdocs_journeys.measure.sources.presets import preset_of
from mkdocs_journeys.model.measuring import CommentDefinition, DataSource
from mkdocs_journeys.model.references import Path

KINDS = {"responses": "survey", "reviews": "desk", "tickets": "support-tickets"}
"""The shapes that have comments, to the kind of study that these make."""
_SPARE = 5
"""How many times as many are asked for, as some say the same, or nothing."""


class CommentsQuestion(NamedTuple):
    """Comments to be kept, where they stand in measure.yml, their queries by name, the months, and the kind of study.

    The query `comments` has columns `time`, `score` and `comment`, those first that come first; `count` has `n`.
    """

    definition: CommentDefinition
    place: Path
    queries: Mapping[str, ibis.Table]
    months: Sequence[Period]
    kind: str


def comments_question_of(place: Path, kept: CommentDefinition, seen: OpenedSource, zone: ZoneInfo) -> CommentsQuestion:
    """The question for the comments of the last months that are over. Raises DefinitionError."""
    shape = shape_of(seen.source)
    if shape not in KINDS:
        message = f"The source '{seen.source.id}' holds {shape}, and comments are written beside {_ALL_SHAPES}."
        raise DefinitionError(("source",), message, "Name another source.")
    if not _says_where(seen.source):
        message = f"Nothing says which column of the source '{seen.source.id}' holds the comments."
        raise DefinitionError(("source",), message, "Say `columns: {comment: …}` in the source.")
    if kept.choose != "newest" and shape == "tickets":
        message = f"Tickets have no score, so none is the {kept.choose}."
        raise DefinitionError(("choose",), message, "Leave `choose` out: the newest are kept.")
    first, until = seen.ends
    months = periods_between(local_day(first, zone), local_day(until, zone) + timedelta(days=1), "month", zone)
    if not months:
        raise DefinitionError(("source",), f"The rows of '{seen.source.id}' fill no whole month.", "Add rows.")
    months = months[-kept.months :]
    queries = _queries(kept, seen, months, is_scored=shape != "tickets")
    return CommentsQuestion(kept, place, queries, months, KINDS[shape])


_ALL_SHAPES = "responses, reviews or tickets"


def _says_where(source: DataSource) -> bool:
    preset = preset_of(source)
    return bool(source.columns.comment or (preset and preset.columns.comment))


def _queries(
    kept: CommentDefinition, seen: OpenedSource, months: Sequence[Period], *, is_scored: bool
) -> Mapping[str, ibis.Table]:
    table = seen.opened.table
    inside = (table.time >= moment(months[0].start, table.time)) & (table.time < moment(months[-1].end, table.time))
    wanted = inside & fitting(seen.opened, kept.where, kept.unless, ())
    wanted = wanted & (table.score.notnull() if is_scored else table.event == "created")
    score = table.score if is_scored else ibis.null("float64")
    found = table.filter(wanted & (table.comment.strip() != "")).select(time="time", score=score, comment="comment")
    newest = [found.time.desc(), found.comment.asc()]
    order = {"newest": newest, "lowest": [found.score.asc(), *newest], "highest": [found.score.desc(), *newest]}
    return {
        "comments": found.order_by(order[kept.choose]).limit(_SPARE * kept.limit),
        "count": found.agg(n=found.count()),
    }
