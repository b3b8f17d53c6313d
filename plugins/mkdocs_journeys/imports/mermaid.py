"""Diagrams of the kind `journey` of Mermaid: tasks, sections and people."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_journeys.imports.draft import DraftJourney, DraftStage, DraftStep
from mkdocs_journeys.yamlfile.writing import YamlValue

MIDDLE, BEST = 3.0, 5.0
"""The scores of a neutral and of the best task."""
BEST_OF_TEN = 10.0
LONGEST_NAME, MOST_WORDS = 40, 4
"""What is longer names nobody: it is a note that somebody typed where Mermaid has the people."""
BEFORE_SECTIONS, WITHOUT_SECTIONS = "Start", "The whole way"
"""What a stage is called for tasks above the first section, and in a diagram that has none."""
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<body>.*?)\n[ \t]*---[ \t]*(?=\n|\Z)", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title:[ \t]*(['\"]?)(?P<title>.*?)\1[ \t]*$", re.MULTILINE)
_DIRECTIVE = re.compile(r"%%\{.*?\}%%", re.DOTALL)
_DESCRIPTION = re.compile(r"^[ \t]*accDescr[ \t]*\{(?P<text>[^}]*)\}", re.MULTILINE)
_COMMENT = re.compile(r"%%(?P<text>[^\n]*)")
_ENTITY = re.compile(r"#(?P<code>\d{1,7}|[a-z]{2,8});")
_NAMED = {
    "quot": '"',
    "apos": "'",
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "nbsp": " ",
    "colon": ":",
    "semi": ";",
    "comma": ",",
    "num": "#",
    "percnt": "%",
}
_HIDDEN = {code: 0xE000 + code for code in (10, *range(33, 127))}
"""Characters that an entity stands for, as others while a line is taken apart: they part and begin nothing."""
_SHOWN = {hidden: shown for shown, hidden in _HIDDEN.items()}
_NUMBER = re.compile(r"\s*[-+]?\d{1,9}(?:\.\d{1,3})?\s*\Z")


class Diagram(NamedTuple):
    """The text of a diagram, the line of its file on which it begins, and the heading above it."""

    text: str
    line: int
    heading: str = ""


class Statement(NamedTuple):
    """A statement of a diagram, and the line of the file that it is on."""

    line: int
    text: str


class Task(NamedTuple):
    """A task as it is written; `slot` is what stands where Mermaid has the people, at its commas."""

    line: int
    name: str
    score: float | None
    slot: tuple[str, ...]


def journey_of(diagram: Diagram, origin: str, title: str) -> DraftJourney | None:
    """A diagram as a journey, None if it has no task. `title` is taken where it has none itself."""
    text, said = _taken_apart(diagram)
    sections: list[tuple[str, list[Task]]] = [("", [])]
    for statement in _statements(text, diagram.line):
        word, _, rest = statement.text.partition(" ")
        rest = _shown(rest)
        if word == "section":
            sections.append((rest, []))
        elif word == "title":
            said.setdefault("title", rest)
        elif found := re.match(r"acc(Title|Descr)[ \t]*:[ \t]*(?P<text>.*)", statement.text):
            said.setdefault(f"acc{found[1]}", _shown(found["text"]))
        else:
            sections[-1][1].append(_task(statement))
    tasks = [task for _, some in sections for task in some]
    if not tasks:
        return None
    known = _people(tasks)
    scale = _Scale(tasks)
    unplaced = [f"Section {name!r} has no task." for name, some in sections[1:] if not some]
    stages = []
    for name, some in sections:
        steps = [_step(task, known, scale, unplaced) for task in some]
        if steps:
            stages.append(
                DraftStage(name or (BEFORE_SECTIONS if len(sections) > 1 else WITHOUT_SECTIONS), tuple(steps))
            )
    unplaced += [f"Line {line}, a comment: {comment}" for line, comment in _comments(diagram)]
    own = said.get("title") or said.get("accTitle") or said.get("front") or diagram.heading or title
    if said.get("accTitle", own) != own:
        unplaced.append(f"Title for screen readers: {said['accTitle']}")
    fields: dict[str, YamlValue] = {"scenario": said["accDescr"]} if said.get("accDescr") else {}
    people = Counter(person for stage in stages for step in stage.steps for person in step.people)
    in_order = tuple(name for name, _ in people.most_common())
    return DraftJourney(own, origin, _merged(stages), in_order, fields, tuple(unplaced), scale.remarks)


def is_journey(text: str) -> bool:
    """Whether a text is a diagram of this kind, below comments, directives and front matter."""
    return kind_of(text) == "journey"


def kind_of(text: str) -> str:
    """The word with which a diagram begins, "" if there is none."""
    found = re.match(r"\s*([A-Za-z][\w-]*)", _without_head(text))
    return found[1] if found else ""


def _without_head(text: str) -> str:
    """A diagram from its kind on. What stood before it is blank, so that lines keep their numbers."""
    if text.lstrip().startswith("---"):
        text = _FRONT_MATTER.sub(_blank, text, count=1)
    return _COMMENT.sub(_blank, _DIRECTIVE.sub(_blank, text))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _taken_apart(diagram: Diagram) -> tuple[str, dict[str, str]]:
    """The statements of a diagram as text with hidden entities, and what is said of it outside of them."""
    said: dict[str, str] = {}
    front = _FRONT_MATTER.match(diagram.text)
    title = _FRONT_TITLE.search(front["body"]) if front else None
    if title:
        said["front"] = title["title"]
    text = _without_head(diagram.text)
    text = _ENTITY.sub(lambda found: _entity(found).translate(_HIDDEN), text)
    for found in _DESCRIPTION.finditer(text):
        said.setdefault("accDescr", _shown(found["text"]))
    return _DESCRIPTION.sub(_blank, text), said


def _statements(text: str, first: int) -> Iterator[Statement]:
    for number, line in enumerate(text.split("\n"), first):
        for part in re.split(";", line):
            words = part.strip()
            if words.startswith("journey") and not words[len("journey") :].strip():
                continue
            if words.startswith("journey ") and ":" not in words:
                words = words.removeprefix("journey ").strip()
            if words:
                yield Statement(number, words)


def _comments(diagram: Diagram) -> Iterator[tuple[int, str]]:
    text = _DIRECTIVE.sub(_blank, diagram.text)
    for number, line in enumerate(text.split("\n"), diagram.line):
        found = _COMMENT.search(line)
        if found and found["text"].strip():
            yield number, found["text"].strip()


def _task(statement: Statement) -> Task:
    parts = statement.text.split(":")
    scores = [at for at in range(1, len(parts)) if _NUMBER.match(parts[at])]
    if not scores:
        name, *slot = parts if len(parts) == 2 else [statement.text]
        return Task(statement.line, _shown(name), None, _commas(slot))
    at = scores[-1]
    return Task(statement.line, _shown(":".join(parts[:at])), float(parts[at]), _commas(parts[at + 1 :]))


def _commas(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(_shown, ":".join(parts).split(",")) if name))


def _people(tasks: Iterable[Task]) -> Counter[str]:
    """How often each is named where Mermaid has the people, if it may be the name of somebody."""
    return Counter(name for task in tasks for name in task.slot if _is_name(name))


def _is_name(text: str) -> bool:
    return len(text) <= LONGEST_NAME and len(text.split()) <= MOST_WORDS and text[-1] not in ".!?"


class _Scale:
    """How the scores of a diagram are read: 1 to 5 as Mermaid has them, or up to 10 where some are above 5."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        scores = [task.score for task in tasks if task.score is not None]
        small = [score for score in scores if 0 <= score <= BEST_OF_TEN]
        above = sum(score > BEST for score in small)
        self.is_of_ten = above > 1 and len(small) == len(scores)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was guessed."""
        return ("Its scores go above 5, so they are taken to be of 10.",) if self.is_of_ten else ()

    def emotion(self, score: float) -> float | None:
        """An emotion from -2 to 2; None for a score that is off the scale."""
        value = (score - 1) / (BEST_OF_TEN - 1) * 4 - 2 if self.is_of_ten and score >= 1 else score - MIDDLE
        return round(value, 1) if -2 <= value <= 2 else None


def _step(task: Task, known: Counter[str], scale: _Scale, unplaced: list[str]) -> DraftStep:
    name, slot, remarks = task.name, task.slot, []
    before, colon, last = name.rpartition(":")
    if not slot and colon and last.strip() in known:
        name, slot = before.strip(), (last.strip(),)
        remarks.append("the score and the person stood the other way round")
    if not all(name in known for name in slot):
        notes = [one for one in slot if known[one] < 2]
        slot = tuple(one for one in slot if one not in notes)
        unplaced.append(f"Line {task.line}, at {name!r}: {', '.join(notes)}")
        remarks.append("a note stood where Mermaid has the people")
    emotion = None if task.score is None else scale.emotion(task.score)
    if task.score is None:
        remarks.append("it has no score")
    elif emotion is None:
        remarks.append(f"its score is {task.score:g}, off the scale of 1 to 5")
    emotions = {} if emotion is None else {"": emotion}
    return DraftStep(name or "(no name)", slot, emotions, remark="; ".join(remarks))


def _merged(stages: Iterable[DraftStage]) -> tuple[DraftStage, ...]:
    """The stages; neighbours of one name are one."""
    found: list[DraftStage] = []
    for stage in stages:
        if found and found[-1].name == stage.name:
            found[-1] = DraftStage(stage.name, (*found[-1].steps, *stage.steps))
        else:
            found.append(stage)
    return tuple(found)


def _entity(found: re.Match[str]) -> str:
    code = found["code"]
    if code.isdigit():
        return chr(int(code)) if 31 < int(code) < 0x110000 and not 0xD800 <= int(code) < 0xE000 else "\ufffd"
    return _NAMED.get(code, found[0])


def _shown(text: str) -> str:
    return " ".join(text.translate(_SHOWN).split())
