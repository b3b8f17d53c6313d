"""Diagrams of Mermaid in a file: alone, or in the blocks of a Markdown or HTML page."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath

from mkdocs_journeys.imports.draft import DraftJourney, Understood
from mkdocs_journeys.imports.mermaid import Diagram, is_journey, journey_of, kind_of
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.wording import listed

_FENCE = re.compile(
    r"^(?P<indent>[ \t>]*)(?P<fence>`{3,}|~{3,}|:{3,})[ \t]*(?P<info>[^\n`]*)\n(?P<body>.*?)"
    r"(?:^[ \t>]*(?P=fence)[`~:]*[ \t]*$|\Z)",
    re.DOTALL | re.MULTILINE,
)
_ELEMENT = re.compile(r"<(?P<tag>\w+)\b[^>]*\bmermaid\b[^>]*>(?P<body>.*?)</(?P=tag)>", re.DOTALL)
_HEADING = re.compile(r"^[ \t>]*#{1,6}[ \t]+(?P<text>.+?)[ \t#]*$", re.MULTILINE)
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&"}


def understood(text: str, file: str) -> Understood:
    """The journeys in the text of a file, in order; one that is shown twice, as text and drawn, is one."""
    found = list({" ".join(one.text.split()): one for one in reversed([*diagrams_in(text)])}.values())[::-1]
    journeys: list[DraftJourney] = []
    problems: list[Problem] = []
    stem = PurePosixPath(file).stem.replace("-", " ").replace("_", " ").strip() or "Journey"
    for number, diagram in enumerate((one for one in found if is_journey(one.text)), 1):
        origin = f"{file}, diagram {number}"
        journey = journey_of(diagram, origin, stem if number == 1 else f"{stem} {number}")
        if journey:
            journeys.append(journey)
        else:
            place = Position(file, diagram.line, 1)
            problems.append(Problem("import", place, "This diagram has no task.", "Each task is a line: Name: 3: Who"))
    if not journeys and not problems:
        kinds = sorted({kind_of(one.text) for one in found} - {""})
        what = f"The diagram is a {listed(kinds, 'and')}, and no journey." if kinds else "It holds no diagram."
        hint = "A diagram of a journey begins with the word journey on a line of its own."
        problems.append(Problem("import", Position(file, 1, 1), what, hint))
    return Understood(tuple(journeys), tuple(problems))


def diagrams_in(text: str) -> Iterator[Diagram]:
    """The diagrams of a text, each with its line and the heading above it."""
    if is_journey(text):
        yield Diagram(text, 1)
        return
    blocks = [*_fences(text), *_elements(text)]
    if not blocks:
        yield from _bare(text)
    for start, body in sorted(blocks):
        above = list(_HEADING.finditer(text, 0, start))
        yield Diagram(body, text.count("\n", 0, start) + 1, above[-1]["text"].strip() if above else "")


def _fences(text: str) -> Iterator[tuple[int, str]]:
    for found in _FENCE.finditer(text):
        info = found["info"].strip(" {}.").lower()
        if info.startswith("mermaid") or not info:
            quoted = re.escape(found["indent"].rstrip()) if ">" in found["indent"] else ""
            body = re.sub(rf"^[ \t]*{quoted}", "", found["body"], flags=re.MULTILINE) if quoted else found["body"]
            if info or is_journey(body):
                yield found.start("body"), body


def _elements(text: str) -> Iterator[tuple[int, str]]:
    for found in _ELEMENT.finditer(text):
        body = found["body"]
        for entity, character in _ENTITIES.items():
            body = body.replace(entity, character)
        if kind_of(body):
            yield found.start("body"), body


def _bare(text: str) -> Iterator[Diagram]:
    """Diagrams that stand in a text by themselves: from a line `journey` to the next one, or to two empty lines."""
    starts = [found.start() for found in re.finditer(r"^[ \t]*journey[ \t]*$", text, re.MULTILINE)]
    for start, end in pairwise([*starts, len(text)]):
        body = re.split(r"\n[ \t]*\n[ \t]*\n", text[start:end], maxsplit=1)[0]
        yield Diagram(body, text.count("\n", 0, start) + 1)
    if not starts and re.match(r"[A-Za-z-]+", kind_of(text)):
        yield Diagram(text, 1)
