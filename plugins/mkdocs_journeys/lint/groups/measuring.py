"""Definitions of measure.yml that find nothing any more, and steps that nobody was seen at."""

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.load.files import MEASURE
from mkdocs_journeys.model import Observation, Step, Withheld
from mkdocs_journeys.model.measuring.document import NOBODY
from mkdocs_journeys.wording import counted, listed

MOST_NAMED = 3
"""More steps than these are counted."""


def definition_without_rows(atlas: Atlas, today: date) -> Iterator[Violation]:
    """No row of its source fits a definition any more.

    Why: somebody renamed an event, a column or a plan, and since then the figure tells nothing, or that nobody came.

    To mend: look in the source for what has another name now, write it here, and run `journeys measure`. Asked are the
    last figures of the whole base in `metrics/`: whether `journeys measure` noted that there was nobody, or counted 0
    where there were enough people before to be shown. If it is true that nobody did it, ignore the rule in a comment.

    Bad:

        counts:
          - {metric: trials, source: product, event: trial_started}    # 1480 in September, 0 in October

    Good:

        counts:
          - {metric: trials, source: product, event: trial_begun}
    """
    for metric, path in atlas.measure.metrics_given() if atlas.measure else ():
        every: list[Observation | Withheld] = [*atlas.observations.get(metric, ()), *atlas.withheld.get(metric, ())]
        rows = sorted((row for row in every if not row.segment), key=lambda row: row.date, reverse=True)
        empty = list(takewhile(_is_of_nobody, rows))
        before = rows[len(empty)] if len(rows) > len(empty) else None
        if empty and (before is None or isinstance(before, Observation)):
            since = f"No row fits this definition after {before.date}" if before else "No row fits this definition"
            hint = "Look in its source for what has another name now, then run `journeys measure`."
            yield Violation(_measure_file(atlas), path, f"{since}: '{metric}' has no figure of anybody.", hint)


def step_unreached(atlas: Atlas, today: date) -> Iterator[Violation]:
    """Nobody was seen at a step that has an event in measure.yml.

    Why: either the event has another name now, and all ways on the journey's page are wrong from there on; or the map
    shows a step that is not there.

    To mend: correct the event in `measure.yml` and run `journeys measure`, or take the step out of the map.

    Bad:

        journeys:
          - journey: buy
            source: product
            goal: paid
            window: 60 d
            steps: {compare: pricing_seen}    # since the spring it is called pricing_viewed

    Good:

        journeys:
          - journey: buy
            source: product
            goal: paid
            window: 60 d
            steps: {compare: pricing_viewed}
    """
    for number, entry in enumerate(atlas.measure.journeys if atlas.measure else ()):
        for row in atlas.observed.get(entry.journey, ()):
            if row.kind == "reached" and row.step in entry.steps and not row.people:
                message = f"None of {row.of:,} people was seen at '{row.step}' up to {row.date}."
                hint = "Look in the source for the event's name, or take the step out of the map."
                path = ("journeys", number, "steps", row.step)
                yield Violation(_measure_file(atlas), path, message, hint, key=True)


def steps_unmeasured(atlas: Atlas, today: date) -> Iterator[Violation]:
    """Steps that customers take online have no event, on a journey whose ways are measured.

    Why: who is there cannot be told from who has left. The journey's page counts them at the step before.

    To mend: name an event for each in `measure.yml`. Not asked are steps of which no channel is digital, optional ones,
    and the last one of the journey, which its `goal` shows.

    Bad:

        journeys:
          - journey: buy    # the map begins with "Compares the plans", which is online as well
            source: product
            goal: paid
            window: 60 d
            steps: {start: trial_started}

    Good:

        journeys:
          - journey: buy
            source: product
            goal: paid
            window: 60 d
            steps: {compare: pricing_viewed, start: trial_started}
    """
    for number, entry in enumerate(atlas.measure.journeys if atlas.measure else ()):
        if entry.journey not in atlas.observed:
            continue
        places = atlas.places[entry.journey]
        names = [one.step.name for one in places[:-1] if _is_online(atlas, one.step) and one.step.id not in entry.steps]
        if names:
            shown = [f"'{name}'" for name in names[:MOST_NAMED]]
            others = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
            message = f"No event shows who is at {counted(len(names), 'step')} of {len(places)}: "
            message += f"{listed([*shown, *others], 'and')}."
            hint = "Give each an `id` in the map, and an event for the id here."
            yield Violation(_measure_file(atlas), ("journeys", number, "steps"), message, hint, key=True)


def _is_online(atlas: Atlas, step: Step) -> bool:
    return not step.is_optional and any(channel.kind == "digital" for channel in atlas.channels_of(step))


def _is_of_nobody(row: Observation | Withheld) -> bool:
    """Whether a figure says that nothing was found; one of 0 with a note is explained."""
    if isinstance(row, Withheld):
        return row.note == NOBODY
    return not row.value and not row.note and not row.counts and row.low is None


def _measure_file(atlas: Atlas) -> str:
    return f"{atlas.catalog.path.removesuffix('catalog.yml')}{MEASURE}"
