"""Syntax errors of libyaml in plain sentences, with a likely cause and a hint."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mkdocs_journeys.yamlfile.text import LONGEST_QUOTED, LOST_WORDS, quote
from mkdocs_journeys.yamlfile.values import LineCol


@dataclass(frozen=True, slots=True)
class SyntaxFailure:
    """What libyaml said: `at` is where it gave up, `since` where the thing that it was reading began."""

    problem: str
    context: str
    at: LineCol
    since: LineCol
    lines: list[str]

    def line(self) -> str:
        """The line where libyaml gave up."""
        return self.lines[self.at[0] - 1]

    def before(self) -> str:
        """What stands on that line before the place."""
        return self.line()[: self.at[1] - 1]

    def rest(self) -> str:
        """What stands on that line from the place on."""
        return self.line()[self.at[1] - 1 :]

    def at_end(self) -> bool:
        """Whether libyaml gave up at the end of the file."""
        return not "".join([self.rest(), *self.lines[self.at[0] :]]).strip()

    def line_above(self) -> int:
        """The number of the last line above with anything but a comment, or 0."""
        above = range(self.at[0] - 1, 0, -1)
        return next((n for n in above if self.lines[n - 1].split("#")[0].strip()), 0)


Explanation = tuple[LineCol, str, str]
"""Where the author should look, the message and the hint."""
LONGEST_NAME = 1000
QUOTE_IT = "Put the whole text in quotes."

_ALIGN = "Give lines of the same group exactly the same indentation."


def unexpected_colon(failure: SyntaxFailure) -> Explanation:
    """A ': ' inside a text, a line indented too deep, or a line above without a colon."""
    before = failure.before()
    if len(before.strip()) > LONGEST_NAME:
        hint = "Put long text after the colon."
        return failure.at, "The name before this colon is far too long.", hint
    if re.search(r":\s", before):
        return failure.at, "A text that contains ': ' must be in quotes.", _quoted(failure.line())
    above = failure.line_above()
    glued = re.match(r"\s*-(?=[\w-]+:\s)", failure.lines[above - 1]) if above else None
    if glued:
        place = above, glued.end()
        return place, "A space is missing after this hyphen.", "Write '- name: value'."
    if above and re.search(r":\s+\S", failure.lines[above - 1]):
        message = f"This line is indented deeper than line {above}, which already has a value."
        place = failure.at[0], _indentation(before) + 1
        return place, message, f"{_ALIGN} If the text of line {above} goes on here, put it in quotes."
    if above:
        return _no_field(failure, above)
    return failure.at, "A colon is not expected here.", "Put text that contains ': ' in quotes."


def _quoted(line: str) -> str:
    """What to do with a line whose text holds a colon, with the text itself where that is short and plain."""
    text = re.search(r":\s+([^\"\\#]{1,60})$", line.rstrip())
    return f"{QUOTE_IT[:-1]}: {quote(text[1])}." if text else QUOTE_IT


def line_without_colon(failure: SyntaxFailure) -> Explanation:
    """A line that should have been 'name: value'."""
    return _no_field(failure, failure.since[0])


def _no_field(failure: SyntaxFailure, number: int) -> Explanation:
    line = failure.lines[number - 1]
    glued = re.match(r"\s*(?:- )?[\w-]+(?=:[^\s/])", line)
    if glued:
        place = number, glued.end() + 1
        return place, "A space is missing after this colon.", "Write 'name: value'."
    place = number, _indentation(line) + 1
    hint = "Write 'name: value', start a list item with '- ', or indent a line that continues the text above."
    return place, "This line is neither a field nor a list item: it has no colon.", hint


def _unmeant_comment(failure: SyntaxFailure, numbers: Iterable[int], comment: re.Pattern[str]) -> Explanation | None:
    """A # in one of these lines that starts a comment where none is meant."""
    for number in numbers:
        found = comment.search(failure.lines[number - 1])
        if found:
            message = (
                f"'{found['lost']:.{LONGEST_QUOTED}}' is read as a comment, because a # behind a space starts one."
            )
            return (number, found.start("lost") + 1), message, "Put the text that holds the # in quotes."
    return None


def not_in_group(failure: SyntaxFailure) -> Explanation:
    """Something that does not fit the fields around it."""
    before, rest = failure.before(), failure.rest()
    if not before.strip():
        return _bad_line_start(failure, rest)
    last = before.rstrip()[-1]
    if last in "\"'":
        hint = "Put quotes around the whole text; inside single quotes, double an apostrophe: 'it''s'."
        return failure.at, "There is more text after the closing quote.", hint
    if last in "]}":
        message = f"There is more text after the closing '{last}'."
        return failure.at, message, "Remove it, or put the whole text in quotes."
    if re.search(r"[&*]\S+\s*$", before):
        return star(failure)
    return unknown(failure)


def _bad_line_start(failure: SyntaxFailure, rest: str) -> Explanation:
    if re.match(r"-(\s|$)", rest):
        hint = f"{_ALIGN} One place holds a list or fields, never both."
        return failure.at, "This list item does not line up with a list.", hint
    if rest.startswith(":"):
        return failure.at, "There is no name before this colon.", "Write one, or remove the line."
    above = failure.line_above()
    if above and not re.match(r"[\w-]+:(\s|$)", rest) and (lost := _unmeant_comment(failure, [above], LOST_WORDS)):
        return lost
    return failure.at, "The indentation of this line fits no group of fields above.", _ALIGN


def not_a_list_item(failure: SyntaxFailure) -> Explanation:
    """A line among list items that is none."""
    message = f"This line does not fit the list that starts on line {failure.since[0]}."
    hint = f"Start it with '- ' right under the other items, or indent it as part of one. {_ALIGN}"
    return failure.at, message, hint


def in_brackets(failure: SyntaxFailure) -> Explanation:
    """A bracket that is not closed, or a comma that is missing."""
    opener = failure.lines[failure.since[0] - 1][failure.since[1] - 1 :][:1]
    closer = "]" if opener == "[" else "}"
    if failure.at[0] > failure.since[0] or failure.at_end():
        closed_in_comment = re.compile(rf"^(?:(?!\s#).)*+\s(?P<lost>#.*\{closer}.*)")
        if lost := _unmeant_comment(failure, range(failure.since[0], failure.at[0] + 1), closed_in_comment):
            return lost
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
    message = f"A '{character}' is not expected here."
    return failure.at, message, "Put text that starts with it in quotes, or remove it."


def bad_first_character(failure: SyntaxFailure) -> Explanation:
    """An unquoted text that starts with '@', '%' or a back-tick."""
    character = failure.rest()[:1]
    return failure.at, f"A text that starts with '{character}' must be in quotes.", QUOTE_IT


def star(failure: SyntaxFailure) -> Explanation:
    """An unquoted text that starts with '*' or '&'."""
    place = failure.since if failure.context.startswith("while scanning an") else failure.at
    return place, "YAML reads a '*' or '&' at the start of a text as a reference.", QUOTE_IT


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


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


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


_OPEN_QUOTE = _at_start(
    "The quote that opens here is never closed.",
    "Add the closing quote. An apostrophe inside single quotes is doubled: 'it''s'.",
)
_CAUSES: tuple[tuple[str, Callable[[SyntaxFailure], Explanation]], ...] = (
    ("mapping values are not allowed", unexpected_colon),
    ("could not find expected ':'", line_without_colon),
    ("block mapping: did not find expected key", not_in_group),
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
    ("block sequence entries are not", _at_problem("A list cannot start here.", "Give each item its own line.")),
    ("mapping keys are not", _at_problem("A text that starts with '? ' must be in quotes.", QUOTE_IT)),
    ("scanning a block scalar", _at_start("A text that starts with '|' or '>' must be in quotes.", QUOTE_IT)),
    ("incompatible YAML document", _at_problem("YAML 1.2 is read here, not this version.", "Remove the %YAML line.")),
    ("directive", _at_start("A line cannot start with '%' here.", "Put the text in quotes, or remove it.")),
    (" tag", _at_start("YAML reads a word that starts with '!' as a tag; tags are not allowed.", QUOTE_IT)),
    ("<document start>", _at_problem("There is text after the end of the document.", "Remove it.")),
)
