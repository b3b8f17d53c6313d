"""CSV of Lucidspark: texts with what contains them and lines between them, without places."""

import csv
import io
from collections.abc import Mapping, Sequence

from mkdocs_journeys.imports.boards.board import Board, BoardFrame, BoardNote, Box, Connector
from mkdocs_journeys.imports.boards.formats.values import refused
from mkdocs_journeys.imports.text import decoded
from mkdocs_journeys.problem import Problem

HINT = "Export the board as CSV of shape data."
SIDE, PITCH = 100.0, 120.0
"""How wide a note is, and how far apart two are, on the board that is laid out for want of places."""
MOST_NOTES = 50_000


def boards_of(data: bytes, file: str) -> Sequence[Board] | Problem:
    """The pages of a CSV. Containers lie side by side in the order of the file, their notes in a row."""
    said = decoded(data, file)
    if isinstance(said, Problem):
        return said
    csv.field_size_limit(10_000_000)
    table = csv.DictReader(io.StringIO(said))
    try:
        # A row that is cut, as the last of half a download is, lacks columns.
        rows = [
            {"Id": "", "Name": "", **{str(name): value for name, value in row.items() if isinstance(value, str)}}
            for row in table
        ]
    except csv.Error as error:
        return refused(file, f"It cannot be read as a table: {error}.", HINT)
    if not rows or not {"Id", "Name", "Text Area 1"} <= set(table.fieldnames or ()):
        return refused(file, "This is no CSV of Lucidspark: it has no columns Id, Name and Text Area 1.", HINT)
    if len(rows) > MOST_NOTES:
        return refused(file, f"It has more than {MOST_NOTES:,} rows.", "Export its parts.")
    pages = {row["Id"]: _text(row) for row in rows if row["Name"] == "Page"}
    title = next((_text(row) for row in rows if row["Name"] == "Document"), "")
    found = []
    for page in pages or {"": ""}:
        own = [row for row in rows if row.get("Page ID", "") == page and row["Name"] not in ("Page", "Document")]
        if any(_text(row) for row in own):
            found.append(_board(pages.get(page, "") if len(pages) > 1 else title, own))
    return found


def _text(row: Mapping[str, str]) -> str:
    return "\n".join(value.strip() for name, value in row.items() if name.startswith("Text Area") and value.strip())


def _board(title: str, rows: Sequence[Mapping[str, str]]) -> Board:
    containers = {part for row in rows for part in row.get("Contained By", "").split("|") if part}
    inner: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        if row["Name"] != "Line" and row["Id"] not in containers and _text(row):
            inner.setdefault(row.get("Contained By", "").split("|")[-1], []).append(row)
    titles = {row["Id"]: _text(row) for row in rows if row["Id"] in containers}
    notes: list[BoardNote] = []
    frames: list[BoardFrame] = []
    x = 0.0
    for container in sorted(inner, key=list(titles).index if inner.keys() <= titles.keys() else None):
        some = inner[container]
        width = PITCH * len(some)
        if container:
            frames.append(BoardFrame(container, titles.get(container, ""), Box.at(x, 0, width, 2 * SIDE)))
        for at, row in enumerate(some):
            box = Box.at(x + at * PITCH + 10, SIDE / 2, SIDE, SIDE)
            notes.append(BoardNote(row["Id"], _text(row), box, "", "note", container))
        x += width + SIDE
    lines = [row for row in rows if row["Name"] == "Line"]
    links = [Connector(row.get("Line Source", ""), row.get("Line Destination", ""), _text(row)) for row in lines]
    return Board(title, notes, frames, links)
