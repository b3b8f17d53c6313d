"""A page of a PDF as a board: filled shapes with words on them are notes, other words stand by themselves."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from mkdocs_journeys.imports.boards.board import Board, BoardFrame, BoardNote, Box, Connector, around, by_geometry

SMALLEST = 6.0
"""How many points a shape is wide and high at least that may be a note."""
WHOLE_PAGE = 0.9
"""How much of the page a shape covers that is its background."""
HOLDS = 2.5
"""How many times as large as the only note on it a shape is that is more than its shadow."""
NEAR = 12.0
"""How many points the end of a line may be away from the note that it leads to."""
CELLS = 40
"""In how many parts a page is cut across and down, to find what lies at a place."""
MOST_SHAPES, MOST_LINES = 20_000, 500
WHITE = "#ffffff"
WORD_GAP, LINE_GAP = 1.2, 0.8
"""How far apart, in heights of letters, words of one line and lines of one text may be."""
SAME_LINE = 0.6
"""How many heights of letters the middles of words of one line may be apart."""


class PdfShape(NamedTuple):
    """A rectangle or another closed path; `colour` is `#rrggbb`, "" where it is not filled."""

    box: Box
    colour: str


PdfLine = tuple[tuple[float, float], tuple[float, float]]
"""A line from one end to the other."""


class PdfText(NamedTuple):
    """Words that belong together, on one line or on several."""

    text: str
    box: Box
    height: float


def board_of_page(title: str, page: Any) -> Board:
    """The board that a page of pdfplumber shows."""
    written = {id(char): at for at, char in enumerate(page.chars)}
    words = sorted(
        page.extract_words(return_chars=True), key=lambda one: written.get(id(one["chars"][0]), len(written))
    )
    texts = [PdfText(str(one["text"]), _box(one), float(one["bottom"]) - float(one["top"])) for one in words]
    board = board_of(texts, _shapes(page), list(_lines(page)))
    shown = [_box(one) for one in page.images]
    return board._replace(title=title, pictures=sum(not _is_behind(box, board.notes) for box in shown))


def board_of(words: Sequence[PdfText], shapes: Sequence[PdfShape], lines: Sequence[PdfLine]) -> Board:
    """The board of words in the order in which they were written, and of shapes and lines."""
    index = _Shapes(shapes)
    held, loose = _on_shapes(words, index)
    inside: dict[int, list[int]] = {}
    for at in held:
        box, holder = shapes[at].box, index.around(shapes[at].box, _area(shapes[at].box))
        while holder is not None:
            inside.setdefault(holder, []).append(at)
            holder = index.around(box, _area(shapes[holder].box))
    holders = {
        at for at, some in inside.items() if len(some) > 1 or _area(shapes[at].box) > HOLDS * _area(shapes[some[0]].box)
    }
    notes = [
        BoardNote(f"note-{at}", _joined(some), shapes[at].box, shapes[at].colour)
        for at, some in held.items()
        if at not in holders
    ]
    frames: list[BoardFrame] = []
    texts = texts_of(loose)
    framed: set[tuple[int, ...]] = set()
    for at in sorted(holders, key=lambda one: _area(shapes[one].box)):
        own = texts_of(held.get(at, ()))
        is_its_border = tuple(inside[at]) in framed
        name = None if is_its_border else _title(shapes[at].box, own, texts, [shapes[one].box for one in inside[at]])
        if name:
            framed.add(tuple(inside[at]))
            frames.append(BoardFrame(f"frame-{at}", name.text, shapes[at].box))
        texts = [one for one in (*texts, *own) if one is not name]
    notes += [BoardNote(f"text-{at}", one.text, one.box, "", "text") for at, one in enumerate(texts)]
    notes.sort(key=lambda note: (round(note.box.y0), note.box.x0))
    heads = [shape.box for shape in shapes if max(shape.box.width, shape.box.height) < 2 * NEAR and shape.colour]
    board = by_geometry(notes, frames)
    return board._replace(connectors=_connectors(notes, lines, heads))


def _on_shapes(words: Sequence[PdfText], index: "_Shapes") -> tuple[dict[int, list[PdfText]], list[PdfText]]:
    """The words on each shape, and those on none. Where notes overlap, a text stays on the note that it began on."""
    held: dict[int, list[PdfText]] = {}
    loose: list[PdfText] = []
    before, holder, left = words[0] if words else None, None, 0.0
    for word in words:
        at = index.around(word.box)
        is_beside = before is not None and _continues_line(before, word)
        is_below = before is not None and _begins_next_line(before, word, left)
        if holder is not None and (is_beside or is_below) and _is_inside(index.shapes[holder].box, word.box):
            at = holder
        if at is None:
            loose.append(word)
        else:
            held.setdefault(at, []).append(word)
        before, holder, left = word, at, left if is_beside else word.box.x0
    return held, loose


def _begins_next_line(word: PdfText, following: PdfText, left: float) -> bool:
    """Whether a word stands on the line below another, where that line has begun."""
    down = following.box.y - word.box.y
    return 0.7 * word.height < down < 1.6 * word.height and abs(following.box.x0 - left) < 2 * word.height


def _is_inside(box: Box, other: Box) -> bool:
    return box.x0 <= other.x <= box.x1 and box.y0 <= other.y <= box.y1


def texts_of(words: Iterable[PdfText]) -> list[PdfText]:
    """Words as texts: those side by side are a line, lines close above each other a text."""
    lines = _grouped((word for line in _lines_of(words) for word in line), _continues_line, " ")
    return _grouped(sorted(lines, key=lambda one: (one.box.y0, one.box.x0)), _continues_text, "\n")


def _joined(words: Sequence[PdfText]) -> str:
    """All words on a note, line by line."""
    return "\n".join(" ".join(word.text for word in line) for line in _lines_of(words))


def _lines_of(words: Iterable[PdfText]) -> list[list[PdfText]]:
    """Words by the level that they stand on, each from left to right; a note may hang a little askew."""
    found: list[list[PdfText]] = []
    for word in sorted(words, key=lambda one: one.box.y):
        if found and word.box.y - found[-1][0].box.y <= SAME_LINE * word.height:
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(line, key=lambda one: one.box.x0) for line in found]


def _grouped(parts: Iterable[PdfText], continues: Callable[[PdfText, PdfText], bool], sign: str) -> list[PdfText]:
    """Parts, from the top left, that continue each other as one."""
    found: list[PdfText] = []
    first = 0
    for part in parts:
        while first < len(found) and found[first].box.y1 < part.box.y0 - 3 * part.height:
            first += 1
        at = next((at for at in range(len(found) - 1, first - 1, -1) if continues(found[at], part)), None)
        if at is None:
            found.append(part)
        else:
            text = f"{found[at].text}{sign}{part.text}"
            found[at] = PdfText(text, around([found[at].box, part.box]), part.height)
    return found


def _continues_line(line: PdfText, word: PdfText) -> bool:
    gap = word.box.x0 - line.box.x1
    return _overlap(line.box, word.box) > 0.5 and -0.5 * word.height <= gap <= WORD_GAP * word.height


def _continues_text(text: PdfText, line: PdfText) -> bool:
    gap = line.box.y0 - text.box.y1
    is_below = -0.5 * line.height <= gap <= LINE_GAP * line.height
    is_alike = 0.7 < line.height / max(text.height, 0.1) < 1.4
    width = min(text.box.x1, line.box.x1) - max(text.box.x0, line.box.x0)
    return is_below and is_alike and width > 0.3 * min(text.box.width, line.box.width)


def _overlap(one: Box, other: Box) -> float:
    """How much of the lower of two boxes stands on one level with the other."""
    return (min(one.y1, other.y1) - max(one.y0, other.y0)) / max(min(one.height, other.height), 0.1)


def _title(box: Box, own: Sequence[PdfText], texts: Sequence[PdfText], notes: Sequence[Box]) -> PdfText | None:
    """The name of a shape with notes on it: above or left of them all, or just above the shape."""
    top, left = min(note.y0 for note in notes), min(note.x0 for note in notes)
    first = [one for one in own if one.box.y < top or one.box.x1 <= left]
    above = [
        one
        for one in texts
        if 0 <= box.y0 - one.box.y1 < 2 * one.height and box.x0 - one.height <= one.box.x0 and one.box.x1 <= box.x1
    ]
    if first:
        return min(first, key=lambda one: (one.box.y0, one.box.x0))
    return max(above, key=lambda one: (one.box.y1, -one.box.x0), default=None)


def _is_behind(box: Box, notes: Sequence[BoardNote]) -> bool:
    """Whether a picture is the shadow or the paper of a note."""
    return any(_is_inside(note.box, box) for note in notes)


class _Shapes:
    """The shapes of a page, found by where they lie."""

    def __init__(self, shapes: Sequence[PdfShape]) -> None:
        self.shapes = shapes
        whole = around([shape.box for shape in shapes]) if shapes else Box(0, 0, 1, 1)
        self.size = max(whole.width, whole.height) / CELLS
        self.cells: dict[tuple[int, int], list[int]] = {}
        for at in sorted(range(len(shapes)), key=lambda one: (_area(shapes[one].box), -one)):
            for cell in self._cells(shapes[at].box):
                self.cells.setdefault(cell, []).append(at)

    def _cells(self, box: Box) -> Iterator[tuple[int, int]]:
        for column in range(int(box.x0 // self.size), int(box.x1 // self.size) + 1):
            for row in range(int(box.y0 // self.size), int(box.y1 // self.size) + 1):
                yield column, row

    def around(self, box: Box, above: float = 0.0) -> int | None:
        """The smallest shape around the middle of a box, of those with an area above one."""
        for at in self.cells.get((int(box.x // self.size), int(box.y // self.size)), ()):
            one = self.shapes[at].box
            if _area(one) > above and _is_inside(one, box):
                return at
        return None


def _connectors(notes: Sequence[BoardNote], lines: Sequence[PdfLine], heads: Sequence[Box]) -> list[Connector]:
    """The lines between two notes; one with a head at its beginning leads the other way."""
    found = []
    for line in lines[:MOST_LINES]:
        start, end = (_note_at(notes, place) for place in line)
        if start and end and start != end:
            at_start, at_end = (any(_is_near(box, place) for box in heads) for place in line)
            found.append(Connector(end, start) if at_start and not at_end else Connector(start, end))
    return found


def _note_at(notes: Sequence[BoardNote], place: tuple[float, float]) -> str:
    near = [note for note in notes if _is_near(note.box, place)]
    return min(near, key=lambda note: _area(note.box)).id if near else ""


def _is_near(box: Box, place: tuple[float, float]) -> bool:
    x, y = place
    return box.x0 - NEAR <= x <= box.x1 + NEAR and box.y0 - NEAR <= y <= box.y1 + NEAR


def _shapes(page: Any) -> list[PdfShape]:
    """The shapes of a page that may be notes or hold some; of several at one place the last that is coloured."""
    found: dict[tuple[int, ...], PdfShape] = {}
    whole = float(page.width) * float(page.height)
    for one in (*page.rects, *(curve for curve in page.curves if curve.get("fill"))):
        box = _box(one)
        if min(box.width, box.height) < SMALLEST or _area(box) > WHOLE_PAGE * whole:
            continue
        colour = _colour(one.get("non_stroking_color")) if one.get("fill") else ""
        place = tuple(round(edge / 2) for edge in box)
        if place not in found or colour not in ("", WHITE):
            found[place] = PdfShape(box, colour)
    return list(found.values())[:MOST_SHAPES]


def _lines(page: Any) -> Iterator[PdfLine]:
    for one in (*page.lines, *(curve for curve in page.curves if not curve.get("fill"))):
        points: list[Any] = list(one.get("pts") or ())
        if len(points) > 1 and points[0] != points[-1]:
            (x0, y0), (x1, y1) = points[0], points[-1]
            yield (float(x0), float(y0)), (float(x1), float(y1))


def _box(one: Mapping[str, Any]) -> Box:
    return Box(float(one["x0"]), float(one["top"]), float(one["x1"]), float(one["bottom"]))


def _colour(value: Any) -> str:
    """A colour in grey, red green blue or cyan magenta yellow black as `#rrggbb`; "" for a pattern."""
    parts = list(value) if isinstance(value, tuple | list) else [value]
    if not all(isinstance(part, int | float) for part in parts):
        return ""
    if len(parts) == 4:
        *inks, black = parts
        parts = [(1 - ink) * (1 - black) for ink in inks]
    parts = parts * 3 if len(parts) == 1 else parts
    if len(parts) != 3:
        return ""
    return "#" + "".join(f"{round(255 * min(max(part, 0.0), 1.0)):02x}" for part in parts)


def _area(box: Box) -> float:
    return box.width * box.height
