"""Journeys as drafts: plain values with comments and styles of their own, the edits of two people, and their text.

An item keeps its `KEY` through all edits; so what a merge has to come to is known without looking at any name.
"""

import json
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

KEY, ABOVE, BEHIND = "_key", "_above", "_behind"
HIDDEN = (KEY, ABOVE, BEHIND)
WORDS = ("prices", "plan", "trial", "invoice", "help", "door", "call", "wait")
Item = dict[str, Any]


class Author:
    """Makes up journeys, and edits them; `mark` tells what it makes from what another one makes."""

    def __init__(self, random: Random, mark: str) -> None:
        self.random, self.mark, self.count = random, mark, 0

    def key(self) -> str:
        self.count += 1
        return f"{self.mark}{self.count}"

    def text(self) -> str:
        return f"{self.random.choice(WORDS)} {self.random.choice(WORDS)} {self.key()}"

    def pain(self) -> Item:
        key = self.key()
        made = {KEY: key, "id": f"pain-{key}", "title": self.text(), "severity": self.random.choice(("minor", "major"))}
        return self.commented(made)

    def step(self) -> Item:
        key = self.key()
        made: Item = {KEY: key, "id": f"step-{key}"} if self.random.random() < 0.5 else {KEY: key}
        made |= {"name": f"Step {key}", "touchpoint": f"desk-{self.random.randint(1, 9)}"}
        for name, make in FIELDS.items():
            if self.random.random() < 0.4:
                made[name] = make(self)
        return self.commented(made)

    def stage(self) -> Item:
        key = self.key()
        steps = [self.step() for _ in range(self.random.randint(1, 4))]
        return self.commented({KEY: key, "stage": f"stage-{key}", "goal": self.text(), "steps": steps})

    def journey(self) -> Item:
        stages = [self.stage() for _ in range(self.random.randint(1, 3))]
        head: Item = {KEY: "root", "title": self.text(), "personas": [self.key()], "tags": [self.key(), self.key()]}
        head |= {"scope": {"starts": self.text(), "ends": self.text()}, "notes": self.lines()}
        return self.commented({**head, "stages": stages})

    def lines(self) -> str:
        return "".join(f"{self.text()}\n" for _ in range(self.random.randint(2, 6)))

    def commented(self, made: Item) -> Item:
        names = [name for name in made if name not in HIDDEN]
        made[ABOVE] = {name: self.comment() for name in names[1:] if self.random.random() < 0.1}
        plain = [name for name in names if isinstance(made[name], (str, int)) and "\n" not in str(made[name])]
        made[BEHIND] = {name: self.comment() for name in plain if self.random.random() < 0.1}
        return made

    def comment(self) -> str:
        return f"# {self.text()}"


FIELDS: dict[str, Callable[[Author], Any]] = {
    "emotion": lambda author: author.random.randint(-2, 2),
    "thinks": Author.text,
    "feelings": lambda author: [author.key() for _ in range(author.random.randint(1, 3))],
    "evidence": lambda author: [author.key()],
    "confidence": lambda author: author.random.choice(("assumed", "inferred", "validated")),
    "moment_of_truth": lambda author: True,
    "lanes": lambda author: {f"lane-{number}": author.text() for number in range(author.random.randint(1, 3))},
    "policy": Author.lines,
    "pains": lambda author: [author.pain() for _ in range(author.random.randint(1, 2))],
    "duration": lambda author: f"{author.random.randint(1, 50)} min",
}


def steps_of(journey: Item) -> list[tuple[Item, Item]]:
    """Each step with its stage."""
    return [(stage, step) for stage in journey["stages"] for step in stage["steps"]]


def set_a_field(author: Author, journey: Item) -> None:
    _, step = author.random.choice(steps_of(journey))
    name = author.random.choice([name for name in FIELDS if name != "pains"])
    step[name] = FIELDS[name](author)


def drop_a_field(author: Author, journey: Item) -> None:
    _, step = author.random.choice(steps_of(journey))
    names = [name for name in FIELDS if name in step and name != "pains"]
    if names:
        name = author.random.choice(names)
        for values in (step, step[ABOVE], step[BEHIND]):
            values.pop(name, None)


def rename_a_step(author: Author, journey: Item) -> None:
    _, step = author.random.choice(steps_of(journey))
    if "id" in step:
        step["name"] = author.text()


def add_a_step(author: Author, journey: Item) -> None:
    steps = author.random.choice(journey["stages"])["steps"]
    steps.insert(author.random.randint(0, len(steps)), author.step())


def drop_a_step(author: Author, journey: Item) -> None:
    stage, step = author.random.choice(steps_of(journey))
    if len(stage["steps"]) > 2:
        stage["steps"].remove(step)


def move_a_step_to_another_stage(author: Author, journey: Item) -> None:
    stage, step = author.random.choice(steps_of(journey))
    other = author.random.choice(journey["stages"])
    if len(stage["steps"]) > 2 and other is not stage:
        stage["steps"].remove(step)
        other["steps"].append(step)


def move_a_step_to_the_end(author: Author, journey: Item) -> None:
    stage, step = author.random.choice(steps_of(journey))
    stage["steps"].remove(step)
    stage["steps"].append(step)


def change_a_list(author: Author, journey: Item) -> None:
    owners = [journey, *(step for _, step in steps_of(journey))]
    found = [owner[name] for owner in owners for name in ("tags", "feelings", "evidence") if name in owner]
    values = author.random.choice(found)
    if len(values) > 2 and author.random.random() < 0.4:
        values.pop(author.random.randrange(len(values)))
    else:
        values.insert(author.random.randint(0, len(values)), author.key())


def change_a_mapping(author: Author, journey: Item) -> None:
    found = [journey["scope"], *(step["lanes"] for _, step in steps_of(journey) if "lanes" in step)]
    values = author.random.choice(found)
    values[author.random.choice([*values, "more"])] = author.text()


def change_a_line(author: Author, journey: Item) -> None:
    owner, name = journey, "notes"
    lines = owner[name].split("\n")[:-1]
    lines[author.random.randrange(len(lines))] = author.text()
    owner[name] = "".join(f"{line}\n" for line in lines)


def change_the_head(author: Author, journey: Item) -> None:
    journey[author.random.choice(("title", "objective", "trigger", "owner"))] = author.text()


def change_a_stage(author: Author, journey: Item) -> None:
    author.random.choice(journey["stages"])[author.random.choice(("goal", "expectation"))] = author.text()


def change_a_pain(author: Author, journey: Item) -> None:
    pains = [pain for _, step in steps_of(journey) for pain in step.get("pains", ())]
    if pains:
        author.random.choice(pains)[author.random.choice(("title", "severity", "cause"))] = author.text()


def add_a_pain(author: Author, journey: Item) -> None:
    _, step = author.random.choice(steps_of(journey))
    step.setdefault("pains", []).append(author.pain())


def add_a_stage(author: Author, journey: Item) -> None:
    journey["stages"].insert(author.random.randint(0, len(journey["stages"])), author.stage())


def write_a_comment(author: Author, journey: Item) -> None:
    _, step = author.random.choice(steps_of(journey))
    names = [name for name in step if name not in HIDDEN][1:]
    step[ABOVE][author.random.choice(names)] = author.comment()


EDITS = (
    *(set_a_field, set_a_field, set_a_field, drop_a_field, rename_a_step, add_a_step, add_a_step, drop_a_step),
    *(move_a_step_to_another_stage, move_a_step_to_the_end, change_a_list, change_a_list, change_a_mapping),
    *(change_a_line, change_the_head, change_a_stage, change_a_pain, add_a_pain, add_a_stage, write_a_comment),
)


def edited(journey: Item, author: Author, count: int) -> Item:
    """A copy after some edits."""
    copy = deepcopy(journey)
    for edit in author.random.choices(EDITS, k=count):
        edit(author, copy)
    return copy


def text_of(journey: Item, seed: int) -> str:
    """The journey in YAML; how a value is written depends on the seed and on where it is, and no edit changes it."""
    below = 2 * (seed % 2)
    lines = ["# yaml-language-server: $schema=../x.json", *_fields(journey, 0, below, seed), "# the end"]
    return "".join(f"{line}\n" for line in lines)


def _fields(values: Item, margin: int, below: int, seed: int) -> list[str]:
    indent, lines = " " * margin, list[str]()
    for name, value in values.items():
        if name in HIDDEN:
            continue
        style = Random(f"{seed} {values.get(KEY)} {name}").random()
        if comment := values.get(ABOVE, {}).get(name):
            lines.append(f"{indent}{comment}")
        behind = values.get(BEHIND, {}).get(name)
        lines += _field(f"{indent}{name}:", value, margin, below, style, f"  {behind}" if behind else "", seed)
    return lines


def _field(start: str, value: Any, margin: int, below: int, style: float, behind: str, seed: int) -> list[str]:
    indent = " " * (margin + below)
    if isinstance(value, dict):
        if style < 0.5:
            return [f"{start} {{{', '.join(f'{name}: {text}' for name, text in value.items())}}}"]
        return [start, *(f"{' ' * margin}    {name}: {text}" for name, text in value.items())]
    if isinstance(value, list) and isinstance(value[0], dict):
        lines = [start]
        for number, item in enumerate(value):
            if Random(f"{seed} {item[KEY]}").random() < 0.3 and number:
                lines.append("")
            first, *rest = _fields(item, margin + below + 2, below, seed)
            lines += [f"{indent}- {first.strip()}", *rest]
        return lines
    if isinstance(value, list):
        return [f"{start} [{', '.join(value)}]"] if style < 0.6 else [start, *(f"{indent}- {one}" for one in value)]
    if isinstance(value, str) and "\n" in value:
        return [f"{start} |", *(f"{' ' * margin}  {line}" for line in value.split("\n")[:-1])]
    shown = json.dumps(value) if style < 0.3 or not isinstance(value, str) else value
    return [f"{start} {shown}{behind}"]


def comments_of(text: str) -> list[str]:
    """The comments in a text that this module wrote."""
    return [f"#{part.strip()}" for line in text.splitlines() for part in line.split("#")[1:2]]
