"""A journey as Mermaid's own `journey` diagram: the text that readers copy into other documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_journeys.site.diagrams import emotion, escape
from mkdocs_journeys.site.diagrams.mermaid import body, library, within_limits

NEUTRAL = 3


@dataclass(frozen=True, slots=True)
class DiagramTask:
    """A step: its emotion from -2 to 2 (None if unknown) and the names of its actors."""

    name: str
    emotion: float | None = None
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DiagramSection:
    """A stage and its steps; a stage without steps is left out."""

    name: str
    tasks: tuple[DiagramTask, ...] = ()


def user_journey(title: str, sections: Sequence[DiagramSection], description: str = "") -> str | None:
    """Mermaid text of a journey; None without tasks, or if it is too long to draw.

    Mermaid has no task without a score: one whose emotion is not known scores 3 and says so with a `(?)`.
    """
    filled = [section for section in sections if section.tasks]
    if not filled:
        return None
    userjourney = library().userjourney
    script = userjourney.UserJourney("T", [_section(userjourney, section) for section in filled]).script
    head, _title, *lines = body(script)
    accessible = [f"\taccDescr: {escape.sentence(description)}"] if description else []
    # mermaid-py ends a task that has no actor with an empty one.
    tasks = [line.removesuffix(":").rstrip() for line in lines]
    titled = [head, f"\ttitle {escape.label(title, 'journey')}"]
    return within_limits("\n".join([*titled, *accessible, *tasks]) + "\n")


def _section(userjourney: Any, section: DiagramSection) -> Any:
    tasks = [_task(userjourney, task) for task in section.tasks]
    return userjourney.Section(escape.label(section.name, "journey"), tasks)


def _task(userjourney: Any, task: DiagramTask) -> Any:
    actors = [userjourney.Actor(escape.actor(name)) for name in task.actors]
    if task.emotion is None:
        name = escape.label(task.name, "journey", escape.LABEL_LENGTH - 4) + " (?)"
        return userjourney.Task(name, NEUTRAL, actors)
    return userjourney.Task(escape.label(task.name, "journey"), emotion.face(task.emotion), actors)
