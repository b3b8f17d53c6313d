"""Syntax errors of libyaml in plain sentences, with a likely cause and a hint."""

import re
from collections.abc import Callable

from mkdocs_journeys.yamlfile.editing.quoting import QUOTE_IT, quote_hint, value_column
from mkdocs_journeys.yamlfile.layout_errors import (
    Explanation,
    SyntaxFailure,
    indentation,
    line_without_colon,
    not_a_list_item,
    not_in_group,
    unexpected_colon,
    unmeant_comment,
)


def in_brackets(failure: SyntaxFailure) -> Explanation:
    """A bracket that is not closed, or a comma that is missing."""
    opener = failure.lines[failure.since[0] - 1][failure.since[1] - 1 :][:1]
    closer = "]" if opener == "[" else "}"
    if failure.at[0] > failure.since[0] or failure.at_end():
        closed_in_comment = re.compile(rf"^(?:(?!\s#).)*+\s(?P<lost>#.*\{closer}.*)")
        if lost := unmeant_comment(failure, range(failure.since[0], failure.at[0] + 1), closed_in_comment):
            return lost
        line = failure.lines[failure.since[0] - 1]
        is_inside = indentation(failure.line()) > indentation(line) and not failure.at_end()
        if is_inside and not line[failure.since[1] :].strip():
            return failure.at, "A comma is missing before this.", "Put one at the end of the line above."
        hint = f"Close it with '{closer}'. Text that starts with a bracket must be in quotes."
        return failure.since, f"The '{opener}' that opens here is not closed.", hint
    if failure.rest().startswith(":"):
        hint = "Put it in quotes, or put a comma before the next field."
        return failure.at, "A text that contains ': ' must be in quotes.", hint
    hint = "Put a comma between items, and quotes around text with commas, colons, brackets or quotes."
    return failure.at, f"A ',' or the closing '{closer}' is missing here.", hint


def no_value(failure: SyntaxFailure) -> Explanation:
    """A bracket or comma where a value should stand."""
    character = failure.rest()[:1]
    if not character:
        hint = "Close every '[' with ']' and every '{' with '}'."
        return failure.at, "A value or a closing bracket is missing here.", hint
    numbers = [number for number in (failure.line_above(), failure.at[0]) if number]
    if lost := unmeant_comment(failure, numbers, re.compile(r"^(?:(?!\s#).)*+\s(?P<lost>#.*[\]}].*)")):
        return lost
    message = f"A '{character}' is not expected here."
    return failure.at, message, "Put text that starts with it in quotes, or remove it."


def bad_first_character(failure: SyntaxFailure) -> Explanation:
    """An unquoted text that starts with '@', '%' or a back-tick."""
    character = failure.rest()[:1]
    hint = quote_hint(failure.line(), failure.rest())
    return failure.at, f"A text that starts with '{character}' must be in quotes.", hint


def star(failure: SyntaxFailure) -> Explanation:
    """An unquoted text that starts with '*' or '&'."""
    place = failure.since if failure.context.startswith("while scanning an") else failure.at
    line = failure.lines[place[0] - 1]
    if item := re.match(r"\s*\*\s+(?P<text>.*)", line):
        return place, "A '*' starts no list item in YAML.", f"Start it with a hyphen and a space: `- {item['text']}`."
    hint = quote_hint(line, line[place[1] - 1 :])
    return place, "YAML reads a '*' or '&' at the start of a text as a reference.", hint


def block_mark(failure: SyntaxFailure) -> Explanation:
    """A text that starts with '|' or '>'."""
    line = failure.lines[failure.since[0] - 1]
    hint = quote_hint(line) if value_column(line) > indentation(line) + 1 else QUOTE_IT
    return failure.since, "A text that starts with '|' or '>' must be in quotes.", hint


def question_mark(failure: SyntaxFailure) -> Explanation:
    """A text that starts with '? '."""
    return failure.at, "A text that starts with '? ' must be in quotes.", quote_hint(failure.line())


def bad_escape(failure: SyntaxFailure) -> Explanation:
    """A backslash in double quotes that starts no escape, or only half of a character."""
    start = failure.before().rfind("\\")
    half = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}").match(failure.line(), max(start, 0))
    if half:
        hint = "Type the character itself, or write both halves, as in \\ud83d\\ude00."
        return (failure.at[0], start + 1), f"{half[0]} is half of a character, and the other half is missing.", hint
    hint = "Write \\\\ for a backslash, use single quotes, or type the character itself."
    message = "A backslash inside double quotes starts an escape, and YAML does not know this one."
    return failure.at, message, hint


def unknown(failure: SyntaxFailure) -> Explanation:
    """A syntax error whose cause is not known here."""
    hint = "Look for a missing quote, colon or bracket, or a wrong indentation, here and in the line above."
    said = f" The YAML reader says: {failure.problem:.120}." if failure.problem else ""
    return failure.at, "This is not valid YAML.", hint + said


def in_group(failure: SyntaxFailure) -> Explanation:
    """Something that does not fit the fields around it."""
    is_reference = re.search(r"[&*]\S+\s*$", failure.before())
    return not_in_group(failure) or (star(failure) if is_reference else unknown(failure))


def explain(failure: SyntaxFailure) -> Explanation:
    """The most likely cause of a syntax error."""
    if re.match(r" *\t", failure.line()) and "quoted" not in failure.context:
        place = failure.at[0], failure.line().index("\t") + 1
        return place, "This line is indented with a tab.", "Indent with spaces: YAML allows no tabs here."
    said = f"{failure.context}: {failure.problem}"
    for words, advise in _CAUSES:
        if words in said:
            return advise(failure)
    return unknown(failure)


def _at_problem(message: str, hint: str) -> Callable[[SyntaxFailure], Explanation]:
    return lambda failure: (failure.at, message, hint)


def _at_start(message: str, hint: str) -> Callable[[SyntaxFailure], Explanation]:
    return lambda failure: (failure.since, message, hint)


_NO_LIST_HERE = "Give each item its own line. Put a text that starts with '- ' in quotes."
_OPEN_QUOTE = _at_start(
    "The quote that opens here is never closed.",
    "Add the closing quote. An apostrophe inside single quotes is doubled: 'it''s'.",
)
_CAUSES: tuple[tuple[str, Callable[[SyntaxFailure], Explanation]], ...] = (
    ("mapping values are not allowed", unexpected_colon),
    ("could not find expected ':'", line_without_colon),
    ("block mapping: did not find expected key", in_group),
    ("did not find expected '-' indicator", not_a_list_item),
    ("did not find expected ',' or", in_brackets),
    ("found unexpected ':'", _at_problem("A text in brackets that contains ':' must be in quotes.", QUOTE_IT)),
    ("did not find expected node content", no_value),
    ("cannot start any token", bad_first_character),
    ("expected alphabetic or numeric character", star),
    ("unexpected end of stream", _OPEN_QUOTE),
    ("unexpected document indicator", _OPEN_QUOTE),
    ("escape c", bad_escape),
    ("expected hexdecimal number", bad_escape),
    ("block sequence entries are not", _at_problem("A list cannot start here.", _NO_LIST_HERE)),
    ("mapping keys are not", question_mark),
    ("scanning a block scalar", block_mark),
    ("incompatible YAML document", _at_problem("YAML 1.2 is read here, not this version.", "Remove the %YAML line.")),
    ("directive", _at_start("A line cannot start with '%' here.", "Put the text in quotes, or remove it.")),
    (" tag", _at_start("YAML reads a word that starts with '!' as a tag; tags are not allowed.", QUOTE_IT)),
    ("<document start>", _at_problem("There is text after the end of the document.", "Remove it.")),
)
