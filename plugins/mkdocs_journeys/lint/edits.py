"""Edits that fix single problems: each function gives the edit for a problem, or None if it has none.

Edits of layout make a file readable; the others change a value, or a comment, in a file that can be read.
"""

import re
from functools import cache

from mkdocs_journeys.model import Model
from mkdocs_journeys.model.scales import EMOTION_WORDS
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.yamlfile import quote
from mkdocs_journeys.yamlfile.editing.edit import Edit, SourceText
from mkdocs_journeys.yamlfile.text import LOST_WORDS, character_name

ZERO_WIDTH_SPACE = "\u200b"
INVISIBLE = frozenset((ZERO_WIDTH_SPACE, "\u2060", "\ufeff", "\u00ad"))
_UP_TO_COMMENT = re.compile(r"(?:(?! \#)[^\r\n])*")
_FIELD = re.compile(r"(?P<head>\s*(?:-\s+)*(?P<name>[a-z_]+):\s+)(?P<text>\S.*?)(?P<tail>\s+#.*|\s*)$")
_SECOND_FIELD = re.compile(r"(?:^|\s)([a-z_]+):(?:\s|$)")
_GLUED = re.compile(r"\s*(?:-\s+)*(?P<name>[a-z_]+):(?=\S)")
_GLUED_ITEM = re.compile(r"\s*-(?=(?P<name>[a-z_]+):\s)")
_OTHER_MEANING = tuple("\"'[{|>&*!#")
_NEEDS_QUOTES = tuple("@`%")
_TRUE, _FALSE = frozenset(("true", "yes", "on", "y")), frozenset(("false", "no", "off", "n"))
_NUMBER = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?").fullmatch
_NUMBER_WITH_UNIT = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,6})?)\s*(?:%|[a-z]{1,10})", re.IGNORECASE).fullmatch
_EMOTION_NUMBERS = {word: str(number) for number, word in EMOTION_WORDS.items()}
_SUGGESTED = re.compile(r"Did you mean (?P<mark>['`])(?P<word>[^'`]+)(?P=mark)\?")


def indent_with_spaces(problem: Problem, source: SourceText, tab_width: int) -> Edit | None:
    """Spaces for tabs before a line; a tab is as wide as `tab_width` columns."""
    line = source.line(problem.position.line)
    indentation = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" not in indentation or problem.position.column > len(indentation):
        return None
    start = source.starts[problem.position.line - 1]
    return Edit(start, start + len(indentation), indentation.expandtabs(tab_width), "indented the line with spaces")


def separate_glued(problem: Problem, source: SourceText, _tab_width: int) -> Edit | None:
    """A space after the colon of a field, or after the hyphen of an item."""
    for pattern, mark in ((_GLUED, "colon"), (_GLUED_ITEM, "hyphen")):
        found = pattern.match(source.line(problem.position.line))
        if found and found["name"] in _field_names() and problem.position.column == found.end():
            at = source.starts[problem.position.line - 1] + found.end()
            return Edit(at, at, " ", f"put a space after the {mark}")
    return None


def quote_text(problem: Problem, source: SourceText, _tab_width: int) -> Edit | None:
    """Quotes around the text of a field that contains a colon, or starts with a character that no text may.

    None around what may be a second field on the same line.
    """
    found = _FIELD.match(source.line(problem.position.line))
    if not found or found["name"] not in _field_names() or found["text"].startswith(_OTHER_MEANING):
        return None
    text, column = found["text"], problem.position.column - 1
    is_there = found.start("text") <= column < found.end("text")
    if not is_there or not (text.startswith(_NEEDS_QUOTES) or re.search(r":(?:\s|$)", text)):
        return None
    if any(name in _field_names() for name in _SECOND_FIELD.findall(text)):
        return None
    start = source.starts[problem.position.line - 1]
    quoted = quote(text)
    return Edit(start + found.start("text"), start + found.end("text"), quoted, f"put {quoted} in quotes")


@cache
def _field_names() -> frozenset[str]:
    models = [Model]
    for model in models:
        models += model.__subclasses__()
    return frozenset(name for model in models for name in model.model_fields)


def quote_ambiguous(problem: Problem, source: SourceText) -> Edit | None:
    """Quotes around a text that other YAML readers take for something else."""
    found = source.scalar(problem.position)
    if not found or found.quoted:
        return None
    return Edit(found.start, found.end, quote(found.text), f"put {found.text!r} in quotes")


def quote_cut(problem: Problem, source: SourceText) -> Edit | None:
    """Quotes around a text and the words behind it that YAML takes for a comment."""
    start = source.offset(problem.position)
    kept = _UP_TO_COMMENT.match(source.text, start)
    lost = LOST_WORDS.match(source.text, kept.end()) if kept else None
    if not kept or not lost:
        return None
    start += not kept[0]
    quoted = quote(source.text[start : lost.end()])
    return Edit(start, lost.end(), quoted, f"put {quoted} in quotes")


def remove_invisible(problem: Problem, source: SourceText) -> Edit | None:
    """Removal of an invisible character, except between letters of a script that needs it there."""
    at = source.offset(problem.position)
    character = source.text[at : at + 1]
    around = source.text[max(at - 1, 0) : at] + source.text[at + 1 : at + 2]
    if character not in INVISIBLE or (character == ZERO_WIDTH_SPACE and not around.isascii()):
        return None
    return Edit(at, at + 1, "", f"removed {character_name(character)}")


def write_boolean(problem: Problem, source: SourceText) -> Edit | None:
    """`true` for `yes`, `on` and `y`; `false` for `no`, `off` and `n`."""
    found = source.scalar(problem.position)
    word = found.text.casefold() if found else ""
    if not found or not problem.hint.startswith("Write true or false") or word not in _TRUE | _FALSE:
        return None
    value = "true" if word in _TRUE else "false"
    return Edit(found.start, found.end, value, f"wrote {value} for {source.text[found.start : found.end]}")


def number_emotion(problem: Problem, source: SourceText) -> Edit | None:
    """The number of an emotion that is given by its name on the scale."""
    found = source.scalar(problem.position)
    number = _EMOTION_NUMBERS.get(" ".join(found.text.casefold().split())) if found else None
    if not found or not number or "which is no number" not in problem.message:
        return None
    return Edit(found.start, found.end, number, f"wrote {number} for '{found.text}'")


def unquote_number(problem: Problem, source: SourceText) -> Edit | None:
    """A number without its quotes."""
    found = source.scalar(problem.position)
    if not found or not found.quoted or not _NUMBER(found.text) or "no number" not in problem.message:
        return None
    return Edit(found.start, found.end, found.text, f"took {found.text} out of its quotes")


def remove_unit(problem: Problem, source: SourceText) -> Edit | None:
    """A number without its unit."""
    found = source.scalar(problem.position)
    parts = _NUMBER_WITH_UNIT(found.text) if found else None
    if not found or not parts or not problem.hint.startswith("Write the number alone"):
        return None
    return Edit(found.start, found.end, parts[1], f"wrote {parts[1]} for '{found.text}'")


def take_suggestion(problem: Problem, source: SourceText) -> Edit | None:
    """The word that the hint suggests, for the one that the message names."""
    found, meant = source.scalar(problem.position), _SUGGESTED.search(problem.hint)
    if not found or not meant or not any(f"{mark}{found.text}{mark}" in problem.message for mark in "'`"):
        return None
    return Edit(found.start, found.end, meant["word"], f"wrote '{meant['word']}' for '{found.text}'")


def remove_unused_ignore(problem: Problem, source: SourceText) -> Edit | None:
    """Removal of an ignore comment, together with its line if it stands alone."""
    at, number = source.offset(problem.position), problem.position.line
    line, start = source.line(number), source.starts[number - 1]
    if source.text[at : at + 1] != "#":
        return None
    before = source.text[start:at].rstrip()
    alone = not before and number < len(source.starts)
    end = source.starts[number] if alone else start + len(line)
    return Edit(start + len(before), end, "", "removed a comment that ignores nothing")
