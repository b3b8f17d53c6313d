"""What a journey felt like before and after: a Mermaid chart without a word of an author's, and a table."""

from collections.abc import Iterator, Sequence

from mkdocs_journeys.diff.change import Change
from mkdocs_journeys.diff.labels import emotion_words
from mkdocs_journeys.diff.reports.escape import code
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.model import Journey

MOST_STEPS = 12
MOST_CHARACTERS = 1_800
"""GitLab draws no more than 2,000 characters of Mermaid in a comment."""


def felt(journey: Journey) -> list[float | None]:
    """The mean emotion of each step."""
    return [step_emotion(step) for step in journey.steps]


def emotion_chart(before: Sequence[float | None], after: Sequence[float | None]) -> str | None:
    """Bars for before and a line for after, over the numbers of the steps where something is known.

    None where there are too many steps, or where a step is known on one side only: a chart would invent a value.
    """
    if len(before) != len(after) or not 2 <= len(after) <= MOST_STEPS:
        return None
    known = [(at, was, now) for at, (was, now) in enumerate(zip(before, after, strict=True), 1)]
    if any((was is None) != (now is None) for _, was, now in known):
        return None
    pairs = [(at, was, now) for at, was, now in known if was is not None and now is not None]
    if len(pairs) < 2:
        return None
    return "\n".join(
        [
            "xychart-beta",
            '    title "Emotion by step: bars before, line after"',
            f"    x-axis [{', '.join(_quoted(at) for at, _, _ in pairs)}]",
            '    y-axis "very negative to very positive" -2 --> 2',
            f"    bar [{', '.join(f'{was:g}' for _, was, _ in pairs)}]",
            f"    line [{', '.join(f'{now:g}' for _, _, now in pairs)}]",
        ]
    )


def emotion_table(changes: Sequence[Change], journey: Journey) -> Iterator[str]:
    """A row for each step whose emotion changed, numbered as in the chart."""
    rows = [change for change in changes if change.entity == "step" and (change.field or "").startswith("emotion")]
    if not rows:
        return
    yield "| Step | | Before | After |"
    yield "|---:|---|---|---|"
    for change in rows:
        number, name = _step(change, journey)
        yield f"| {number} | {code(name)} | {_word(change.old)} | {_word(change.new)} |"


def _step(change: Change, journey: Journey) -> tuple[int | str, str]:
    key = change.id.partition("/")[2]
    for number, step in enumerate(journey.steps, 1):
        if key in (step.id, step.name):
            return number, step.name
    return "", key


def _word(value: object) -> str:
    return "not known" if value is None else emotion_words(value)


def _quoted(number: int) -> str:
    return f'"{number}"'
