"""What a journey felt like before and after: a Mermaid chart without a word of an author's, and its key."""

from collections.abc import Iterator, Sequence

from mkdocs_journeys.diff.reports.document import StepPart
from mkdocs_journeys.diff.reports.escape import code
from mkdocs_journeys.insight.emotion import emotion_word

MOST_STEPS = 12
MOST_CHARACTERS = 1_800
"""GitLab draws no more than 2,000 characters of Mermaid in a comment."""


def charted(steps: Sequence[StepPart]) -> list[StepPart]:
    """The steps that a chart can show: known before and after, at most twelve of them, around those that changed.

    Empty where nobody feels different, or where fewer than two are known. A chart cannot show a gap.
    """
    known = [step for step in steps if step.before is not None and step.after is not None]
    changed = [at for at, step in enumerate(known) if step.before != step.after]
    if not changed or len(known) < 2:
        return []
    room = MOST_STEPS - (changed[-1] - changed[0] + 1)
    first = max(0, min(changed[0] - max(room, 0) // 2, len(known) - MOST_STEPS))
    return known[first : first + MOST_STEPS]


def emotion_chart(steps: Sequence[StepPart]) -> str:
    """Bars for before and a line for after, over the numbers of the steps."""
    return "\n".join(
        [
            "xychart-beta",
            '    title "Emotion by step: bars before, line after"',
            f"    x-axis [{', '.join(map(_quoted, steps))}]",
            '    y-axis "very negative to very positive" -2 --> 2',
            f"    bar [{', '.join(f'{step.before:g}' for step in steps)}]",
            f"    line [{', '.join(f'{step.after:g}' for step in steps)}]",
        ]
    )


def chart_key(steps: Sequence[StepPart]) -> Iterator[str]:
    """A table of what the numbers below the chart stand for; what stayed the same says so by saying nothing."""
    yield "| Step | | Before | Changed to |"
    yield "|---:|---|---|---|"
    for step in steps:
        before, after = _word(step.before), _word(step.after)
        shown = f"**{after}**" if step.before != step.after else ""
        yield f"| {_number(step)} | {code(step.name)} | {before} | {shown} |"


def _quoted(step: StepPart) -> str:
    return f'"{_number(step)}"'


def _number(step: StepPart) -> int:
    return step.number or step.was or 0


def _word(value: float | None) -> str:
    return "not known" if value is None else emotion_word(value)
