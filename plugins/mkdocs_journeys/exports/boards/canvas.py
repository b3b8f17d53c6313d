"""Journeys as boards of JSON Canvas: a column for each step, a row for each lane, a group for each stage."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.tables import Value, lines_of, step_table
from mkdocs_journeys.imports.files import escaped_markdown
from mkdocs_journeys.insight.emotion import level, step_emotion
from mkdocs_journeys.model import Journey

WIDTH, GAP, MARGIN = 260, 20, 40
"""The width of a card, the room between two of them, and that inside of a group; in pixels."""
LABEL_WIDTH = 180
LINE_HEIGHT, LETTERS, PADDING = 26, 28, 36
"""How high a line of a card is, how many letters fit on it, and the height of what is around them."""
BETWEEN_JOURNEYS = 240
COLOURS = {-2: "1", -1: "2", 0: "3", 1: "4", 2: "4"}
"""The colours of JSON Canvas from red to green, by emotion."""
Node = dict[str, Any]


def boards(atlas: Atlas, journeys: Sequence[Journey]) -> bytes:
    """A canvas with a board for each journey, one below the other."""
    groups: list[Node] = []
    cards: list[Node] = []
    edges: list[Node] = []
    top = 0
    for journey in journeys:
        board = _Board(atlas, journey, top)
        groups += board.groups()
        cards += board.cards()
        edges += board.edges()
        top = board.bottom + BETWEEN_JOURNEYS
    document = {"nodes": [*groups, *cards], "edges": edges}
    return f"{json.dumps(document, indent=2, ensure_ascii=False)}\n".encode("utf-8", "replace")


class _Board:
    """The board of one journey, whose first row of cards begins at `top`."""

    def __init__(self, atlas: Atlas, journey: Journey, top: int) -> None:
        self.atlas, self.journey, self.top = atlas, journey, top
        self.places = atlas.places[journey.id]
        table = step_table(atlas, journey)
        shown = [at for at, name in enumerate(table.names) if at >= len(table.columns) or name != "stage"]
        self.names = [table.names[at] for at in shown]
        self.rows = [[_text(row[at]) for row in table.rows] for at in shown]
        self.heights = [max(map(_height, [name, *texts])) for name, texts in zip(self.names, self.rows, strict=True)]
        self.tops = [top + sum(self.heights[:at]) + GAP * at for at in range(len(shown))]
        self.bottom = self.tops[-1] + self.heights[-1]

    def groups(self) -> Iterator[Node]:
        """The journey as a group, and in it one for each stage."""
        left, right = -LABEL_WIDTH - GAP - 2 * MARGIN, self._left(len(self.places)) - GAP + 2 * MARGIN
        yield self._group("board", self.journey.title, left, right, 3 * MARGIN)
        for number, places in groupby(enumerate(self.places), key=lambda one: one[1].stage_number):
            first, *others = list(places)
            last = others[-1] if others else first
            name = self.atlas.stage_name(first[1].stage)
            left, right = self._left(first[0]) - GAP // 2 + 2, self._left(last[0]) + WIDTH + GAP // 2 - 2
            yield self._group(f"stage-{number}", name, left, right, MARGIN)

    def _group(self, id: str, label: str, left: int, right: int, margin: int) -> Node:
        y, height = self.top - margin, self.bottom - self.top + 2 * margin
        return self._node(id, "group", left, y, right - left, height) | {"label": " ".join(label.split())}

    def cards(self) -> Iterator[Node]:
        """A card for the name of each lane, and one for each step that says something in it."""
        lanes = zip(self.names, self.rows, self.tops, self.heights, strict=True)
        for row, (name, texts, top, height) in enumerate(lanes):
            label = self._node(f"lane-{row}", "text", -LABEL_WIDTH - GAP, top, LABEL_WIDTH, height)
            yield label | {"text": f"**{escaped_markdown(name[:1].upper() + name[1:])}**"}
            for number, text in enumerate(texts):
                if text:
                    card = self._node(f"card-{row}-{number}", "text", self._left(number), top, WIDTH, height)
                    yield card | self._colour(name, number) | {"text": text}

    def _colour(self, name: str, number: int) -> Node:
        emotion = step_emotion(self.places[number].step) if name == "emotion" else None
        return {} if emotion is None else {"color": COLOURS[level(emotion)]}

    def edges(self) -> Iterator[Node]:
        """An arrow from each step to the one beside it."""
        row = self.names.index("step")
        for number in range(len(self.places) - 1):
            ends = [f"{self.journey.id}/card-{row}-{at}" for at in (number, number + 1)]
            sides = {"fromSide": "right", "toSide": "left"}
            yield {"id": f"{self.journey.id}/edge-{number}", "fromNode": ends[0], "toNode": ends[1], **sides}

    def _node(self, id: str, kind: str, x: int, y: int, width: int, height: int) -> Node:
        return {"id": f"{self.journey.id}/{id}", "type": kind, "x": x, "y": y, "width": width, "height": height}

    @staticmethod
    def _left(number: int) -> int:
        return number * (WIDTH + GAP)


def _text(value: Value) -> str:
    """A value as Markdown, with a line for each of several texts."""
    lines = lines_of(value)
    return "\n".join(lines if isinstance(value, int | float) else map(escaped_markdown, lines))


def _height(text: str) -> int:
    """How high a card has to be for a text, about."""
    return PADDING + LINE_HEIGHT * sum(1 + len(line) // LETTERS for line in text.split("\n"))
