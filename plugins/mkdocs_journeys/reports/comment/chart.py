"""The emotion curve of a journey around what changed in it: as a Mermaid chart, with a table of the changed steps."""

from collections.abc import Iterator, Sequence

from mkdocs_journeys.reports.curves import emotions_in_words, number_of
from mkdocs_journeys.reports.document import JourneyPart, StepPart
from mkdocs_journeys.reports.escape import markdown_code
from mkdocs_journeys.wording import listed

MOST_STEPS = 12
MOST_CHARACTERS = 1_800
"""GitLab draws no more than 2,000 characters of Mermaid in a comment."""
LOWEST = -2.5
"""Where the scale begins: a bar starts there, so that one for "very negative" has a height."""
NO_BAR = -2.58
"""A value whose bar has no height that could be seen: Mermaid draws 8 pixels of each below the scale."""


def steps_to_chart(journey: JourneyPart) -> list[StepPart]:
    """The steps for a chart: at most twelve of those whose emotion changed, and between them their neighbours.

    Only steps that are there now with a known emotion, on the main way, for a chart has one line without gaps. Empty if
    no emotion that was known changed, or fewer than two are known.
    """
    known = [step for step in journey.steps if step.number and step.after is not None and _is_main(step, journey)]
    changed = [at for at, step in enumerate(known) if _has_changed(step)]
    if len(known) < 2 or not changed or all(step.before is None for step in known):
        return []
    around = sorted({at for one in changed for at in (one - 1, one, one + 1) if 0 <= at < len(known)})
    return [known[at] for at in (around if len(around) <= MOST_STEPS else changed[:MOST_STEPS])]


def mermaid_chart(steps: Sequence[StepPart]) -> str:
    """Bars for before where that was different, and a line for now, over the marked numbers of the steps.

    It is free of texts by authors.
    """
    before = [step.before if _has_changed(step) and step.before is not None else NO_BAR for step in steps]
    return "\n".join(
        [
            "xychart-beta",
            '    title "Line: now. Bars: before, where that was different"',
            f"    x-axis [{', '.join(_label(step) for step in steps)}]",
            f'    y-axis "very negative to very positive" {LOWEST:g} --> 2',
            f"    bar [{', '.join(f'{value:g}' for value in before)}]",
            f"    line [{', '.join(f'{step.after:g}' for step in steps)}]",
        ]
    )


def chart_key(steps: Sequence[StepPart]) -> Iterator[str]:
    """The lines of a Markdown table that names the steps of a chart which changed."""
    yield "| Step | | Before | Now |"
    yield "|---:|---|---|---|"
    for step in filter(_has_changed, steps):
        before, after = emotions_in_words(step)
        was = "new step" if step.was is None else before
        yield f"| {number_of(step)} | {markdown_code(step.name)} | {was} | **{after}** |"


def left_out(journey: JourneyPart, steps: Sequence[StepPart]) -> str:
    """The sentence on steps whose emotion changed that a chart of these steps leaves out; "" for none."""
    shown = {step.number for step in steps}
    numbers = [
        str(step.number)
        for step in journey.steps
        if step.number and step.number not in shown and step.after is not None and _has_changed(step)
    ]
    if not numbers:
        return ""
    more = len(numbers) - MOST_STEPS
    which = f"{', '.join(numbers[:MOST_STEPS])} and {more:,} more" if more > 0 else listed(numbers, "and")
    one = len(numbers) == 1
    return f"{'Step' if one else 'Steps'} {which} changed, too, and {'is' if one else 'are'} not in the chart."


def _label(step: StepPart) -> str:
    """The number of a step, with a mark if its emotion changed."""
    if not _has_changed(step):
        return f'"{step.number}"'
    before, after = step.before, step.after or 0
    mark = "new" if step.was is None else "" if before is None else "▲" if after > before else "▼"
    return f'"{step.number} {mark}"' if mark else f'"{step.number}"'


def _has_changed(step: StepPart) -> bool:
    return step.before != step.after


def _is_main(step: StepPart, journey: JourneyPart) -> bool:
    return not journey.ways_after or step.number in journey.ways_after[0]
