"""What is being typed at a place of a text: a key or a value, at which path, and what a proposal would replace."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from mkdocs_journeys.lsp.text.outline import Outline, lines_of_text, tokens_of
from mkdocs_journeys.lsp.text.tokens import Block, Bracket, Token, TokenKind
from mkdocs_journeys.model.references import Path


class Role(Enum):
    """What can be typed at a cursor.

    A key of the mapping at `path`; the value at `path`, on the line of its key or in brackets; either of them, or an
    item, where the value at `path` begins on a line of its own; words of a longer text; or nothing.
    """

    KEY = 1
    VALUE = 2
    START = 3
    TEXT = 4
    NOTHING = 5


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place of a cursor in the document.

    A proposal replaces the characters `start` to `end`, of which `prefix` are before the cursor. `given` are the keys
    or items beside it. `column` is where the proposal begins, `indent` how far its line is indented, `in_brackets`
    whether it is in flow style, `quote` the quote before it, `colon` whether a colon follows, `space` whether a space
    has to come first, and `dash` whether it needs a dash as an item of a list.
    """

    role: Role
    path: Path = ()
    start: int = 0
    end: int = 0
    prefix: str = ""
    given: frozenset[str] = frozenset()
    column: int = 0
    indent: int = 0
    in_brackets: bool = False
    quote: str = ""
    colon: bool = False
    space: bool = False
    dash: bool = False


def cursor_at(text: str, offset: int) -> Cursor:
    """What is being typed at an offset of a text. Never raises, however broken the text is."""
    before = text[:offset]
    outline = Outline()
    line, begins = "", 0
    for line, begins in lines_of_text(before):
        outline.feed(line, begins)
    here = _Line(line, begins, [token for token in outline.tokens[-_MOST_TOKENS:] if token.start >= begins])
    role, path, start, more = _place(outline, here)
    if role in (Role.NOTHING, Role.TEXT):
        return Cursor(role, path, offset, offset, before[start:] if role is Role.TEXT else "")
    in_brackets = bool(outline.brackets)
    indent = len(line) - len(line.lstrip(" "))
    quote = text[start - 1] if more == "quote" else ""
    end, colon = _end(text, start, offset, quote)
    return Cursor(
        role,
        path,
        start,
        end,
        before[start:],
        _given(text, role, path, start),
        start - begins,
        indent,
        in_brackets,
        quote,
        colon,
        more == "space",
        more == "dash",
    )


_MOST_TOKENS = 200
_Place = tuple[Role, Path, int, str]
"""Role, path, the offset at which what is being typed began, and what else there is to know about it."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The line of the cursor up to it, its offset, and the tokens that begin in it."""

    text: str
    begins: int
    tokens: Sequence[Token]

    @property
    def offset(self) -> int:
        return self.begins + len(self.text)

    def only_spaces_from(self, at: int) -> bool:
        return not self.text[at - self.begins :].strip(" ")


def _place(outline: Outline, line: _Line) -> _Place:
    nothing = (Role.NOTHING, (), line.offset, "")
    if outline.in_comment:
        return nothing
    node, last = outline.open, line.tokens[-1] if line.tokens else None
    if node and node.form == "brackets":
        return _in_brackets(outline.brackets[-1], last, line)
    if not line.text.strip(" "):
        is_text = node is not None and node.form != "plain" and len(line.text) > node.floor
        return (Role.TEXT, node.path, line.begins, "") if node and is_text else _by_column(outline.blocks, line)
    if last is None:
        return nothing
    if last.kind is TokenKind.TEXT:
        return Role.TEXT, last.path, last.start, ""
    return nothing if node and node.form == "literal" else _behind(last, outline, line)


def _behind(last: Token, outline: Outline, line: _Line) -> _Place:
    """The place behind the last token of a line by indentation."""
    if last.kind is TokenKind.HALF_KEY:
        touches = last.end == line.offset
        return (Role.KEY, last.path[:-1], last.start, "") if touches else (Role.NOTHING, (), line.offset, "")
    if last.kind is TokenKind.ITEM:
        return Role.START, last.path, line.offset, "space" if last.end == line.offset else ""
    if last.kind is TokenKind.KEY:
        colon = last.end + line.text[last.end - line.begins :].find(":") + 1
        if colon > last.end and line.only_spaces_from(colon):
            return Role.VALUE, last.path, line.offset, "space" if colon == line.offset else ""
        return Role.NOTHING, (), line.offset, ""
    quote = line.text[last.start - line.begins]
    if quote in "\"'":
        is_open = outline.open is not None and outline.open.form == quote
        return (_role(line, last), last.path, last.start + 1, "quote") if is_open else (Role.NOTHING, (), last.end, "")
    return (_role(line, last), last.path, last.start, "") if outline.open else (Role.NOTHING, (), last.end, "")


def _role(line: _Line, value: Token) -> Role:
    """Whether a value stands behind its key, or begins where a key or an item could."""
    behind_key = any(token.kind is TokenKind.KEY and token.path == value.path for token in line.tokens)
    return Role.VALUE if behind_key else Role.START


def _in_brackets(top: Bracket, last: Token | None, line: _Line) -> _Place:
    if last and last.end == line.offset and last.kind in (TokenKind.KEY, TokenKind.VALUE):
        is_key = last.kind is TokenKind.KEY
        quote = line.text[last.start - line.begins]
        if quote in "\"'":
            closed = last.end - last.start > 1 and line.text.endswith(quote)
            more = (Role.NOTHING, (), line.offset, "") if closed else None
            return more or (Role.KEY if is_key else Role.VALUE, _of(last), last.start + 1, "quote")
        return Role.KEY if is_key else Role.VALUE, _of(last), last.start, ""
    if top.full:
        return Role.NOTHING, (), line.offset, ""
    if top.is_list or top.colon:
        return Role.VALUE, top.inside, line.offset, "space" if line.text.endswith(":") else ""
    return Role.KEY, top.path, line.offset, ""


def _of(token: Token) -> Path:
    return token.path[:-1] if token.is_key else token.path


def _by_column(blocks: Sequence[Block], line: _Line) -> _Place:
    """What could begin at the column of a blank line's cursor."""
    column = len(line.text)
    around = [block for block in blocks if block.column <= column]
    if not around:
        return Role.KEY, (), line.offset, ""
    top = around[-1]
    if top.column == column and top.is_list:
        above = around[-2] if len(around) > 1 else None
        if above and above.column == column:
            return Role.KEY, above.path, line.offset, ""
        return Role.START, (*top.path, int(top.child) + 1), line.offset, "dash"
    if top.column == column:
        return Role.KEY, top.path, line.offset, ""
    if top.full:
        return Role.TEXT, top.inside, line.begins, ""
    return Role.START, top.inside, line.offset, ""


def _end(text: str, start: int, offset: int, quote: str) -> tuple[int, bool]:
    """Where the word ends that begins at `start` and that the cursor is in, and whether a colon follows it."""
    begin = start - len(quote)
    token = next(
        (token for token in tokens_of(text) if token.start == begin and token.kind is not TokenKind.ITEM), None
    )
    if token is None or token.end < offset or token.kind is TokenKind.TEXT:
        return offset, False
    closed = bool(quote) and token.end > offset and text[token.end - 1] == quote
    return token.end - closed, token.kind is TokenKind.KEY and ":" in text[token.end : token.end + 2]


def _given(text: str, role: Role, path: Path, start: int) -> frozenset[str]:
    """The keys of the mapping that is typed in, or the items of the list."""
    tokens = [token for token in tokens_of(text) if not token.start <= start <= token.end]
    keys = {token.text for token in tokens if token.is_key and token.path[:-1] == path}
    if role is Role.KEY or not path or not isinstance(path[-1], int):
        return frozenset(keys)
    items = {token.text for token in tokens if token.kind is TokenKind.VALUE and token.path[:-1] == path[:-1]}
    return frozenset(keys | items)
