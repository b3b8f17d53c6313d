"""Single values that are plainly meant otherwise than they are read, and comments that say nothing."""

import re

from mkdocs_journeys.lint.fixes.source import Edit, Source, in_quotes
from mkdocs_journeys.model.scales import EMOTION_WORDS
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.yamlfile.characters import character_name

ZERO_WIDTH_SPACE = "\u200b"
INVISIBLE = frozenset((ZERO_WIDTH_SPACE, "\u2060", "\ufeff", "\u00ad"))
_TRUE, _FALSE = frozenset(("true", "yes", "on", "y")), frozenset(("false", "no", "off", "n"))
_NUMBER = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?").fullmatch
_NUMBER_WITH_UNIT = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,6})?)\s*(?:%|[a-z]{1,10})", re.IGNORECASE).fullmatch
_FEELING = {word: str(number) for number, word in EMOTION_WORDS.items()}
_MEANT = re.compile(r"Did you mean (?P<mark>['`])(?P<word>[^'`]+)(?P=mark)\?")


def ambiguous(problem: Problem, source: Source) -> Edit | None:
    """Quotes around a text that other readers of YAML take for something else."""
    found = source.scalar(problem.position)
    if not found or found.quoted:
        return None
    return Edit(found.start, found.end, in_quotes(found.text), f"put {found.text!r} in quotes")


def invisible(problem: Problem, source: Source) -> Edit | None:
    """Away with a character that nobody can see; not where some script needs it between its letters."""
    at = source.offset(problem.position)
    character = source.text[at : at + 1]
    around = source.text[max(at - 1, 0) : at] + source.text[at + 1 : at + 2]
    if character not in INVISIBLE or (character == ZERO_WIDTH_SPACE and not around.isascii()):
        return None
    return Edit(at, at + 1, "", f"removed {character_name(character)}")


def flag(problem: Problem, source: Source) -> Edit | None:
    """`yes` and its like become true, `no` and its like false."""
    found = source.scalar(problem.position)
    word = found.text.casefold() if found else ""
    if not found or not problem.hint.startswith("Write true or false") or word not in _TRUE | _FALSE:
        return None
    value = "true" if word in _TRUE else "false"
    return Edit(found.start, found.end, value, f"wrote {value} for {source.text[found.start : found.end]}")


def feeling(problem: Problem, source: Source) -> Edit | None:
    """The name of a step of the emotion scale becomes its number."""
    found = source.scalar(problem.position)
    number = _FEELING.get(" ".join(found.text.casefold().split())) if found else None
    if not found or not number or "which is no number" not in problem.message:
        return None
    return Edit(found.start, found.end, number, f"wrote {number} for '{found.text}'")


def quoted_number(problem: Problem, source: Source) -> Edit | None:
    """A number that is in quotes comes out of them."""
    found = source.scalar(problem.position)
    if not found or not found.quoted or not _NUMBER(found.text) or "no number" not in problem.message:
        return None
    return Edit(found.start, found.end, found.text, f"took {found.text} out of its quotes")


def unit(problem: Problem, source: Source) -> Edit | None:
    """A number loses its unit."""
    found = source.scalar(problem.position)
    parts = _NUMBER_WITH_UNIT(found.text) if found else None
    if not found or not parts or not problem.hint.startswith("Write the number alone"):
        return None
    return Edit(found.start, found.end, parts[1], f"wrote {parts[1]} for '{found.text}'")


def suggestion(problem: Problem, source: Source) -> Edit | None:
    """The word that the hint asks about, for the one that the message names."""
    found, meant = source.scalar(problem.position), _MEANT.search(problem.hint)
    if not found or not meant or not any(f"{mark}{found.text}{mark}" in problem.message for mark in "'`"):
        return None
    return Edit(found.start, found.end, meant["word"], f"wrote '{meant['word']}' for '{found.text}'")


def idle_comment(problem: Problem, source: Source) -> Edit | None:
    """Away with a comment that ignores nothing, and with its line where it stands alone."""
    at, number = source.offset(problem.position), problem.position.line
    line, start = source.line(number), source.starts[number - 1]
    if source.text[at : at + 1] != "#":
        return None
    before = source.text[start:at].rstrip()
    alone = not before and number < len(source.starts)
    end = source.starts[number] if alone else start + len(line)
    return Edit(start + len(before), end, "", "removed a comment that ignores nothing")
