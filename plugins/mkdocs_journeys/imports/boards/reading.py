"""Files of whiteboards as journeys."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from mkdocs_journeys.imports.boards.areas import areas_of
from mkdocs_journeys.imports.boards.board import Board, BoardNote, with_texts_on_shapes
from mkdocs_journeys.imports.boards.drawn import drawing_of
from mkdocs_journeys.imports.boards.formats import (
    drawio,
    excalidraw,
    figjam,
    jsoncanvas,
    lucidspark,
    miro,
    mural,
    pdf,
    tldraw,
)
from mkdocs_journeys.imports.boards.journeys import NO_STEP, journey_of
from mkdocs_journeys.imports.boards.layout import layout_of
from mkdocs_journeys.imports.draft import DraftJourney, DraftStage, DraftStep, Understood
from mkdocs_journeys.imports.drawing import Drawing
from mkdocs_journeys.imports.tables.rows import WITHOUT_STAGES
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.wording import counted

BoardReader = Callable[[bytes, str], Sequence[Board] | Problem]
READERS: Mapping[str, BoardReader] = {
    "drawio": drawio.boards_of,
    "excalidraw": excalidraw.boards_of,
    "figjam": figjam.boards_of,
    "jsoncanvas": jsoncanvas.boards_of,
    "lucidspark": lucidspark.boards_of,
    "pdf": pdf.boards_of,
    "tldraw": tldraw.boards_of,
}
"""The programs whose boards stand in one file each."""
READERS_OF_PARTS: Mapping[str, Callable[[Sequence[tuple[bytes, str]]], Sequence[Board] | Problem]] = {
    "miro": miro.boards_of,
    "mural": mural.boards_of,
}
"""The programs that answer a part of a board at a time, so that it may stand in several files."""
MOST_NOTES = 50_000


def understood_board(format_: str, data: bytes, file: str) -> Understood:
    """The journeys of a file of one of READERS, or of the only file of a board of READERS_OF_PARTS."""
    return (
        _understood(READERS[format_](data, file), file)
        if format_ in READERS
        else understood_parts(format_, [(data, file)])
    )


def understood_parts(format_: str, files: Sequence[tuple[bytes, str]]) -> Understood:
    """The journeys of a board of one of READERS_OF_PARTS; the first file names where they come from."""
    return _understood(READERS_OF_PARTS[format_](files), files[0][1])


def _understood(boards: Sequence[Board] | Problem, file: str) -> Understood:
    if isinstance(boards, Problem):
        return Understood((), (boards,))
    if sum(len(board.notes) for board in boards) > MOST_NOTES:
        return _refused(file, f"It has more than {MOST_NOTES:,} notes.", "Export its parts.")
    journeys: list[DraftJourney] = []
    drawings: list[Drawing] = []
    stem = PurePosixPath(file).stem.replace("-", " ").replace("_", " ").strip() or "Journey"
    used: set[str] = set()
    for board in boards:
        page = f", page {board.title.removeprefix('Page ')}" if len(boards) > 1 and board.title else ""
        found = len(journeys)
        pending: list[tuple[str, BoardNote]] = []
        for part in areas_of(with_texts_on_shapes(_with_ids(board))):
            area = part._replace(aside=[*pending, *part.aside])
            layout = layout_of(area, board.connectors)
            if layout is None:
                pending = [*area.aside, *((f"In {area.title!r}", note) for note in area.notes if note.text)]
                continue
            pending = []
            where = f", {area.where}" if area.where else ""
            origin = _only(f"{file}{page}{where}", used)
            journeys.append(journey_of(layout, board.connectors, board.title or stem, origin))
            drawings.append(drawing_of(layout, journeys[-1].title))
        if pending and len(journeys) > found:
            unplaced = (*journeys[-1].unplaced, *(f"{where}: {note.text}" for where, note in pending))
            journeys[-1] = replace(journeys[-1], unplaced=unplaced)
        if board.listed:
            journeys.append(_listed(board, _only(f"{file}{page}", used), stem))
        if len(journeys) > found and board.pictures:
            said = f"{counted(board.pictures, 'picture')} of the board had no text."
            remarks = (*journeys[found].remarks, said)
            journeys[found] = replace(journeys[found], remarks=remarks)
    troubles = [board.trouble for board in boards if board.trouble]
    if not journeys:
        said = troubles[0] if troubles else "No note on it may be a step."
        return _refused(file, said, "The board has to hold notes with texts.")
    left = tuple(Problem("import", Position(file, 1, 1), said, severity=Severity.WARNING) for said in troubles)
    return Understood(tuple(journeys), left, drawings=tuple(drawings))


def _with_ids(board: Board) -> Board:
    """A board whose notes all have an id of their own."""
    seen: set[str] = set()
    notes = []
    for at, note in enumerate(board.notes):
        id = note.id if note.id and note.id not in seen else f"{note.id}#{at}"
        seen.add(id)
        notes.append(note._replace(id=id))
    return board._replace(notes=notes)


def _listed(board: Board, origin: str, stem: str) -> DraftJourney:
    """Texts without places: what they are nobody can tell, so they all stand in the notes."""
    stage = DraftStage(WITHOUT_STAGES, (DraftStep("Does something", remark=NO_STEP),))
    remark = "The file tells neither places nor colours: all its texts stand in the notes."
    return DraftJourney(board.title or stem, origin, (stage,), unplaced=tuple(board.listed), remarks=(remark,))


def _only(origin: str, used: set[str]) -> str:
    """An origin that no other journey of the source has."""
    number, found = 1, origin
    while found in used:
        number += 1
        found = f"{origin} ({number})"
    used.add(found)
    return found


def _refused(file: str, message: str, hint: str) -> Understood:
    return Understood((), (Problem("import", Position(file, 1, 1), message, hint),))
