"""The outline of a file that is being typed: its keys, items and values with their paths, whatever is broken in it.

Read line by line, by indentation and brackets alone. A text, a quote or a bracket that is never closed ends at the
first line that stands no deeper than the key that it belongs to, so that what follows it keeps its paths.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from mkdocs_journeys.lsp.text.tokens import Block, Bracket, OpenNode, Token, TokenKind
from mkdocs_journeys.model.references import Path

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_DASH = re.compile(r"-(?=\s|\Z)")
_PLAIN_KEY = r"[^\s\-#\[\]{},\"'&*!|>%@`](?:(?!:(?:\s|\Z)|\s\#).)*|-(?=\S)(?:(?!:(?:\s|\Z)|\s\#).)*"
_QUOTED = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'"
_TEXT_IN_QUOTES = re.compile(_QUOTED)
_KEY = re.compile(rf"(?P<key>{_QUOTED}|{_PLAIN_KEY})\s*:(?=\s|\Z)")
_FIELD = re.compile(r"[A-Za-z_][\w-]*:(?=\s|\Z)")
_PLAIN = re.compile(r"(?:(?!\s+#).)*")
_LITERAL = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?\Z")
_IN_BRACKETS = re.compile(
    r"""(?P<comment>(?<!\S)\#.*)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)|(?P<colon>:(?=[\s,\[\]{}]|\Z))
    |(?P<quoted>"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?)|(?P<plain>[^\s,\[\]{}](?:(?!:(?:[\s,\[\]{}]|\Z))(?!\s+\#)[^,\[\]{}])*)
    |(?P<other>.)""",
    re.VERBOSE,
)


@dataclass(slots=True)
class Outline:
    """The tokens of a text, and what is open at its end: blocks, brackets, a value, a comment."""

    tokens: list[Token] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    brackets: list[Bracket] = field(default_factory=list)
    open: OpenNode | None = None
    in_comment: bool = False

    def feed(self, line: str, start: int) -> None:
        """Read one more line, without its end; `start` is its offset."""
        rest = line.lstrip(" ")
        indent = len(line) - len(rest)
        self.in_comment = False
        if self.open and self._goes_on(self.open, rest, indent):
            self._go_on(self.open, line, start, indent)
            return
        self.open = None
        self.brackets.clear()
        if rest.startswith("#"):
            self.in_comment = True
        elif rest.strip():
            self._read_line(line, start, indent)

    def _goes_on(self, node: OpenNode, rest: str, indent: int) -> bool:
        if not rest.strip():
            return True
        if node.form == "brackets" and rest[0] in "]}":
            return True
        if indent <= node.floor:
            return False
        return node.form != "plain" or not (_DASH.match(rest) or (_FIELD.match(rest) and indent <= node.column))

    def _go_on(self, node: OpenNode, line: str, start: int, indent: int) -> None:
        if node.form == "brackets":
            self._read_brackets(line, start, indent)
        elif line.strip():
            at = start + indent
            self.tokens.append(Token(TokenKind.TEXT, at, start + len(line), node.path, line[indent:]))
            closed = node.form in "\"'" and _last_quote(line, node.form)
            self.open = None if closed else node

    def _read_line(self, line: str, start: int, at: int) -> None:
        floor = -1
        while dash := _DASH.match(line, at):
            floor = at
            path = self._item(at)
            self.tokens.append(Token(TokenKind.ITEM, start + at, start + at + 1, path, ""))
            at = _skip(line, dash.end())
            if self._is_over(line, at):
                return
        if key := _KEY.match(line, at):
            name = _unquoted(key["key"])
            block = self._mapping(at)
            block.child, block.full = name, False
            self.tokens.append(Token(TokenKind.KEY, start + at, start + key.end("key"), block.inside, name))
            at = _skip(line, key.end())
            if not self._is_over(line, at):
                block.full = True
                self._read_value(line, start, at, block.inside, block.column)
        else:
            self._read_lone(line, start, at, floor)

    def _read_lone(self, line: str, start: int, at: int, floor: int) -> None:
        """A value, or a key without its colon, that begins its line or stands behind a dash."""
        self._leave(at)
        top = self.blocks[-1] if self.blocks else None
        if line[at] not in "[{|>\"'" and (top is None or (not top.is_list and top.column == at)):
            text = _plain(line, at)
            path = top.path if top else ()
            self.tokens.append(Token(TokenKind.HALF_KEY, start + at, start + at + len(text), (*path, text), text))
            self._is_over(line, _skip(line, at + len(text)))
            return
        if top is not None and not top.is_list:
            floor = top.column
        self._read_value(line, start, at, top.inside if top else (), floor)

    def _read_value(self, line: str, start: int, at: int, path: Path, floor: int) -> None:
        first = line[at]
        if first in "[{":
            self.open = OpenNode("brackets", floor, path, at)
            self.brackets.append(Bracket(first == "[", path, 0 if first == "[" else ""))
            self._read_brackets(line, start, at + 1)
        elif _LITERAL.match(line, at):
            self.open = OpenNode("literal", floor, path, at)
        elif first in "\"'":
            found = _TEXT_IN_QUOTES.match(line, at)
            end = found.end() if found else len(line)
            text = _unquoted(line[at:end]) if found else line[at + 1 : end]
            self.tokens.append(Token(TokenKind.VALUE, start + at, start + end, path, text))
            if not found:
                self.open = OpenNode(first, floor, path, at)
            elif self._is_over(line, _skip(line, end)):
                return
        else:
            text = _plain(line, at)
            self.tokens.append(Token(TokenKind.VALUE, start + at, start + at + len(text), path, text))
            if not self._is_over(line, _skip(line, at + len(text))) or not self.in_comment:
                self.open = OpenNode("plain", floor, path, at)

    def _read_brackets(self, line: str, start: int, at: int) -> None:
        for found in _IN_BRACKETS.finditer(line, at):
            if not self.brackets:
                self.open = None
                self.in_comment = found.lastgroup == "comment"
                if self.in_comment:
                    return
                continue
            self._read_sign(found, start, self.brackets[-1])
        if not self.brackets:
            self.open = None

    def _read_sign(self, found: re.Match[str], start: int, top: Bracket) -> None:
        kind = found.lastgroup
        if kind == "comment":
            self.in_comment = True
        elif kind == "open":
            top.full = True
            is_list = found[0] == "["
            self.brackets.append(Bracket(is_list, top.inside, 0 if is_list else ""))
        elif kind == "close":
            self.brackets.pop()
        elif kind == "comma":
            top.child = int(top.child) + 1 if top.is_list else ""
            top.colon = top.full = False
        elif kind == "colon":
            top.colon, top.full = not top.is_list, top.full and top.is_list
        elif kind in ("plain", "quoted"):
            self._read_word(found[0].rstrip(), start + found.start(), top)

    def _read_word(self, word: str, at: int, top: Bracket) -> None:
        text = _unquoted(word)
        kind = TokenKind.VALUE
        if not top.is_list and not top.colon:
            top.child, kind = text, TokenKind.KEY
        top.full = True
        self.tokens.append(Token(kind, at, at + len(word), top.inside, text))

    def _is_over(self, line: str, at: int) -> bool:
        """Whether nothing but a comment is left of a line."""
        self.in_comment = line.startswith("#", at)
        return self.in_comment or at >= len(line)

    def _leave(self, column: int) -> None:
        """Leave the blocks that a line at this column, which begins with no dash, does not belong to."""
        while self.blocks and self.blocks[-1].column >= column + (not self.blocks[-1].is_list):
            self.blocks.pop()

    def _mapping(self, column: int) -> Block:
        self._leave(column)
        if not self.blocks or self.blocks[-1].column < column:
            path = self.blocks[-1].inside if self.blocks else ()
            self.blocks.append(Block(column, False, path))
        return self.blocks[-1]

    def _item(self, column: int) -> Path:
        while self.blocks and self.blocks[-1].column > column:
            self.blocks.pop()
        top = self.blocks[-1] if self.blocks else None
        if top and top.is_list and top.column == column:
            top.child = int(top.child) + 1
        else:
            self.blocks.append(Block(column, True, top.inside if top else (), 0))
        return self.blocks[-1].inside


def lines_of_text(text: str) -> Iterator[tuple[str, int]]:
    """Each line without its end, and its offset; a text that ends in a line end has an empty last line."""
    for found in _LINE.finditer(text):
        yield found[1], found.start()
        if found.end() == found.end(1):
            return


def outline_of(text: str) -> Outline:
    """The outline of a text, read to its end."""
    outline = Outline()
    for line, start in lines_of_text(text):
        outline.feed(line, start)
    return outline


@lru_cache(maxsize=32)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in its order."""
    return tuple(outline_of(text).tokens)


def _skip(line: str, at: int) -> int:
    while at < len(line) and line[at] in " \t":
        at += 1
    return at


def _plain(line: str, at: int) -> str:
    found = _PLAIN.match(line, at)
    return found[0].rstrip() if found else ""


def _unquoted(word: str) -> str:
    quote = word[:1]
    if quote not in ("'", '"'):
        return word
    text = word[1:-1] if len(word) > 1 and word.endswith(quote) else word[1:]
    return text.replace("''", "'") if quote == "'" else text


def _last_quote(line: str, quote: str) -> bool:
    """Whether a line that a quoted text goes on in has the quote that ends it."""
    rest = line.replace("''", "") if quote == "'" else re.sub(r"\\.", "", line)
    return quote in rest
