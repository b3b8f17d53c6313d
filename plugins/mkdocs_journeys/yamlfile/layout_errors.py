"""Where libyaml gave up, and its errors about the layout of lines: indentation, hyphens, colons."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.yamlfile.editing.quoting import LONGEST_QUOTED, quote_hint
from mkdocs_journeys.yamlfile.text import LOST_WORDS
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
GLUED = re.compile(r"\s*(?:- )?[\w-]+(?=:[^\s/])")
"""A name with a colon and no space behind it, up to the colon."""
NEARLY = 3
"""Columns by which lines that belong together differ at most."""

_ALIGN = "Give lines of the same group exactly the same indentation."


def unexpected_colon(failure: SyntaxFailure) -> Explanation:
    """A ': ' inside a text, a line indented too deep, or a line above without a colon."""
    before = failure.before()
    if len(before.strip()) > LONGEST_NAME:
        hint = "Put long text after the colon."
        return failure.at, "The name before this colon is far too long.", hint
    if re.search(r":\s", before):
        return failure.at, "A text that contains ': ' must be in quotes.", quote_hint(failure.line())
    above = failure.line_above()
    glued = re.match(r"\s*-(?=[\w-]+:\s)", failure.lines[above - 1]) if above else None
    if glued:
        place = above, glued.end()
        return place, "A space is missing after this hyphen.", "Write '- name: value'."
    item = re.match(r"\s*-\s+(?P<text>[^\s:].*)", failure.lines[above - 1]) if above else None
    if item and ": " not in item["text"] and not GLUED.match(failure.lines[above - 1]):
        place = above, item.start("text") + 1
        hint = f"Make it a field, such as `- name: {item['text'].rstrip():.{LONGEST_QUOTED}}`."
        return place, "This list item is a text, and no fields can stand below a text.", hint
    if above and re.search(r":\s+\S", failure.lines[above - 1]):
        message = f"This line is indented deeper than line {above}, which already has a value."
        place = failure.at[0], indentation(before) + 1
        return place, message, f"{_ALIGN} If the text of line {above} goes on here, put it in quotes."
    if above:
        return _no_field(failure, above)
    return failure.at, "A colon is not expected here.", "Put text that contains ': ' in quotes."


def line_without_colon(failure: SyntaxFailure) -> Explanation:
    """A line that should have been 'name: value'."""
    return _no_field(failure, failure.since[0])


def _no_field(failure: SyntaxFailure, number: int) -> Explanation:
    line = failure.lines[number - 1]
    glued = GLUED.match(line)
    if glued:
        place = number, glued.end() + 1
        return place, "A space is missing after this colon.", "Write 'name: value'."
    foreign = re.match(r"\s*(?:- )?[\w-]+ ?(?:(?P<space>:[\u00a0\u2007\u202f\u3000])|(?P<colon>：))", line)
    if foreign:
        said = ("The space behind this colon", "no-break space") if foreign["space"] else ("This colon", "wide one")
        return (number, foreign.end()), f"{said[0]} is a {said[1]}.", "Type a colon and an ordinary space."
    place = number, indentation(line) + 1
    above = next((n for n in range(number - 1, 0, -1) if failure.lines[n - 1].strip()), 0)
    if above and re.search(r":(\s+[|>][-+]?)?\s*$", failure.lines[above - 1]):
        hint = f"Indent it by {indentation(failure.lines[above - 1]) + 2} spaces or more, and the lines below it alike."
        return place, f"This text belongs to line {above}, and is not indented.", hint
    hint = "Write 'name: value', start a list item with '- ', or indent a line that continues the text above."
    return place, "This line is neither a field nor a list item: it has no colon.", hint


def unmeant_comment(failure: SyntaxFailure, numbers: Iterable[int], comment: re.Pattern[str]) -> Explanation | None:
    """A # in one of these lines that starts a comment where none is meant."""
    for number in numbers:
        found = comment.search(failure.lines[number - 1])
        if found:
            message = (
                f"'{found['lost']:.{LONGEST_QUOTED}}' is read as a comment, because a # behind a space starts one."
            )
            return (number, found.start("lost") + 1), message, "Put the text that holds the # in quotes."
    return None


def not_in_group(failure: SyntaxFailure) -> Explanation | None:
    """Something that does not fit the fields around it; None where it is not a matter of layout."""
    before, rest = failure.before(), failure.rest()
    if not before.strip():
        return _bad_line_start(failure, rest)
    last = before.rstrip()[-1]
    if last in "\"'":
        return failure.at, "There is more text after the closing quote.", quote_hint(failure.line())
    link = re.search(r"\[([^\]]+)\]$", before[-LONGEST_QUOTED:]) if rest.startswith("(http") else None
    if link:
        address = rest[1:].split(")")[0][:LONGEST_QUOTED]
        hint = f"Put the whole text in quotes. In a list of links, write `- title: {link[1]}` and `url: {address}`."
        return failure.at, "A link in Markdown cannot stand here without quotes.", hint
    if last in "]}":
        message = f"There is more text after the closing '{last}'."
        return failure.at, message, quote_hint(failure.line())
    return None


def _bad_line_start(failure: SyntaxFailure, rest: str) -> Explanation:
    if re.match(r"-(\s|$)", rest):
        hint = _indentation_of(failure, r" *(?=- )") or f"{_ALIGN} One place holds a list or fields, never both."
        return failure.at, "This list item does not line up with a list.", hint
    if rest.startswith(":"):
        return failure.at, "There is no name before this colon.", "Write one, or remove the line."
    above = failure.line_above()
    if above and not re.match(r"[\w-]+:(\s|$)", rest) and (lost := unmeant_comment(failure, [above], LOST_WORDS)):
        return lost
    hint = _indentation_of(failure, r" *(?:- +)?(?=[\w-]+:(?:\s|$))") or _ALIGN
    return failure.at, "The indentation of this line fits no group of fields above.", hint


def _indentation_of(failure: SyntaxFailure, start: str) -> str:
    """How far to indent a line to stand with the next line above that starts in a certain way and nearly as far."""
    here = indentation(failure.line())
    for number in range(failure.at[0] - 1, 0, -1):
        found = re.match(start, failure.lines[number - 1])
        if found and abs(found.end() - here) <= NEARLY:
            return f"Indent it by {found.end()} spaces, as on line {number}."
    return ""


def not_a_list_item(failure: SyntaxFailure) -> Explanation:
    """A line among list items that is none."""
    message = f"This line does not fit the list that starts on line {failure.since[0]}."
    dash = re.compile(r"-\s*").match(failure.lines[failure.since[0] - 1], failure.since[1] - 1)
    inside = dash.end() if dash else failure.since[1] + 1
    hint = f"Indent it by {inside} spaces to make it part of the item above, or start it with '- ' as an item."
    return failure.at, message, hint


def indentation(line: str) -> int:
    """The number of spaces that a line starts with."""
    return len(line) - len(line.lstrip(" "))
