"""Journeys as diagrams of the kind `journey` of Mermaid, in the blocks of a Markdown page."""

from collections.abc import Iterator, Sequence

from mkdocs_journeys.atlas import Atlas, actors_of
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.diagrams.escape import label

NEUTRAL = 3
"""The score of an emotion of 0: Mermaid has scores from 1 to 5."""
UNKNOWN = 0
"""The score of a step of which nobody knows how it feels: off the scale, so that it is read back as unknown."""
LONGEST = 10_000
"""How many characters of a text are written: all, but for the longest."""


def diagrams(atlas: Atlas, journeys: Sequence[Journey]) -> bytes:
    """A page with a diagram for each journey: a section for a stage, a task with score and people for a step."""
    blocks = ("".join(f"{line}\n" for line in ["```mermaid", *_lines(atlas, one), "```"]) for one in journeys)
    return "\n".join(blocks).encode("utf-8", "replace")


def _lines(atlas: Atlas, journey: Journey) -> Iterator[str]:
    yield "journey"
    yield f"    title {_text(journey.title)}"
    for stage in journey.stages:
        yield f"    section {_text(atlas.stage_name(stage))}"
        for step in stage.steps:
            people = ", ".join(_text(atlas.personas[id].name) for id in actors_of(journey, step))
            emotion = step_emotion(step)
            score = UNKNOWN if emotion is None else round(emotion + NEUTRAL, 1)
            yield f"      {_text(step.name)}: {score:g}: {people}"


def _text(text: str) -> str:
    """A text for Mermaid. Its first letter is an entity where it would begin a keyword of these diagrams."""
    written = label(text, LONGEST)
    is_keyword = written.lower().startswith(("journey", "section", "title", "acctitle", "accdescr"))
    return f"#{ord(written[0])};{written[1:]}" if is_keyword else written
