"""The likely causes of the syntax errors that need a look at the lines around them."""

import re

from mkdocs_journeys.yamlfile.trouble import Advice, Trouble

LONGEST_NAME = 1000
QUOTE_IT = "Put the whole text in quotes."

_ALIGN = "Give lines of the same group exactly the same indentation."


def unexpected_colon(trouble: Trouble) -> Advice:
    """A ': ' inside a text, a line indented too deep, or a line above without a colon."""
    before = trouble.before()
    if len(before.strip()) > LONGEST_NAME:
        hint = "Put long text after the colon."
        return Advice(trouble.at, "The name before this colon is far too long.", hint)
    if re.search(r":\s", before):
        return Advice(trouble.at, "A text that contains ': ' must be in quotes.", _quoted(trouble.line()))
    above = trouble.line_above()
    glued = re.match(r"\s*-(?=[\w-]+:\s)", trouble.lines[above - 1]) if above else None
    if glued:
        place = above, glued.end()
        return Advice(place, "A space is missing after this hyphen.", "Write '- name: value'.")
    if above and re.search(r":\s+\S", trouble.lines[above - 1]):
        message = f"This line is indented deeper than line {above}, which already has a value."
        place = trouble.at[0], _indentation(before) + 1
        return Advice(place, message, f"{_ALIGN} If the text of line {above} goes on here, put it in quotes.")
    if above:
        return _no_field(trouble, above)
    return Advice(trouble.at, "A colon is not expected here.", "Put text that contains ': ' in quotes.")


def _quoted(line: str) -> str:
    """What to do with a line whose text holds a colon, with the text itself where that is short and plain."""
    text = re.search(r":\s+([^\"\\#]{1,60})$", line.rstrip())
    return f'{QUOTE_IT[:-1]}: "{text[1]}".' if text else QUOTE_IT


def line_without_colon(trouble: Trouble) -> Advice:
    """A line that should have been 'name: value'."""
    return _no_field(trouble, trouble.since[0])


def _no_field(trouble: Trouble, number: int) -> Advice:
    line = trouble.lines[number - 1]
    glued = re.match(r"\s*(?:- )?[\w-]+(?=:[^\s/])", line)
    if glued:
        place = number, glued.end() + 1
        return Advice(place, "A space is missing after this colon.", "Write 'name: value'.")
    place = number, _indentation(line) + 1
    hint = "Write 'name: value', start a list item with '- ', or indent a line that continues the text above."
    return Advice(place, "This line is neither a field nor a list item: it has no colon.", hint)


def not_in_group(trouble: Trouble) -> Advice:
    """Something that does not fit the fields around it."""
    before, rest = trouble.before(), trouble.rest()
    if not before.strip():
        return _bad_line_start(trouble, rest)
    last = before.rstrip()[-1]
    if last in "\"'":
        hint = "Put quotes around the whole text; inside single quotes, double an apostrophe: 'it''s'."
        return Advice(trouble.at, "There is more text after the closing quote.", hint)
    if last in "]}":
        message = f"There is more text after the closing '{last}'."
        return Advice(trouble.at, message, "Remove it, or put the whole text in quotes.")
    if re.search(r"[&*]\S+\s*$", before):
        return star(trouble)
    return unknown(trouble)


def _bad_line_start(trouble: Trouble, rest: str) -> Advice:
    if re.match(r"-(\s|$)", rest):
        hint = f"{_ALIGN} One place holds a list or fields, never both."
        return Advice(trouble.at, "This list item does not line up with a list.", hint)
    if rest.startswith(":"):
        return Advice(trouble.at, "There is no name before this colon.", "Write one, or remove the line.")
    return Advice(trouble.at, "The indentation of this line fits no group of fields above.", _ALIGN)


def not_a_list_item(trouble: Trouble) -> Advice:
    """A line among list items that is none."""
    message = f"This line does not fit the list that starts on line {trouble.since[0]}."
    hint = f"Start it with '- ' right under the other items, or indent it as part of one. {_ALIGN}"
    return Advice(trouble.at, message, hint)


def in_brackets(trouble: Trouble) -> Advice:
    """A bracket that is not closed, or a comma that is missing."""
    opener = trouble.lines[trouble.since[0] - 1][trouble.since[1] - 1 :][:1]
    closer = "]" if opener == "[" else "}"
    if trouble.at[0] > trouble.since[0] or trouble.at_end():
        hint = f"Close it with '{closer}'. Text that starts with a bracket must be in quotes."
        return Advice(trouble.since, f"The '{opener}' that opens here is not closed.", hint)
    if trouble.rest().startswith(":"):
        hint = "Put it in quotes, or put a comma before the next field."
        return Advice(trouble.at, "A text that contains ': ' must be in quotes.", hint)
    hint = "Put a comma between items, and quotes around text with commas, colons, brackets or quotes."
    return Advice(trouble.at, f"A ',' or the closing '{closer}' is missing here.", hint)


def no_value(trouble: Trouble) -> Advice:
    """A bracket or comma where a value should stand."""
    character = trouble.rest()[:1]
    if not character:
        hint = "Close every '[' with ']' and every '{' with '}'."
        return Advice(trouble.at, "A value or a closing bracket is missing here.", hint)
    message = f"A '{character}' is not expected here."
    return Advice(trouble.at, message, "Put text that starts with it in quotes, or remove it.")


def bad_first_character(trouble: Trouble) -> Advice:
    """An unquoted text that starts with '@', '%' or a back-tick."""
    character = trouble.rest()[:1]
    return Advice(trouble.at, f"A text that starts with '{character}' must be in quotes.", QUOTE_IT)


def star(trouble: Trouble) -> Advice:
    """An unquoted text that starts with '*' or '&'."""
    place = trouble.since if trouble.context.startswith("while scanning an") else trouble.at
    return Advice(place, "YAML reads a '*' or '&' at the start of a text as a reference.", QUOTE_IT)


def open_quote(trouble: Trouble) -> Advice:
    """A quote without its partner."""
    hint = "Add the closing quote. An apostrophe inside single quotes is doubled: 'it''s'."
    return Advice(trouble.since, "The quote that opens here is never closed.", hint)


def unknown(trouble: Trouble) -> Advice:
    """A syntax error whose cause is not known here."""
    hint = "Look for a missing quote, colon or bracket, or a wrong indentation, here and in the line above."
    said = f" The YAML reader says: {trouble.problem:.120}." if trouble.problem else ""
    return Advice(trouble.at, "This is not valid YAML.", hint + said)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
