"""The words of libyaml for a syntax error to plain sentences with a likely cause."""

import re
from collections.abc import Callable

from mkdocs_journeys.yamlfile import causes
from mkdocs_journeys.yamlfile.trouble import Advice, Trouble


def explain(trouble: Trouble) -> Advice:
    """The most likely cause of a syntax error."""
    if re.match(r" *\t", trouble.line()) and "quoted" not in trouble.context:
        place = trouble.at[0], trouble.line().index("\t") + 1
        return Advice(place, "This line is indented with a tab.", "Indent with spaces: YAML allows no tabs here.")
    said = f"{trouble.context}: {trouble.problem}"
    for words, advise in _CAUSES:
        if words in said:
            return advise(trouble)
    return causes.unknown(trouble)


def _at_problem(message: str, hint: str) -> Callable[[Trouble], Advice]:
    return lambda trouble: Advice(trouble.at, message, hint)


def _at_start(message: str, hint: str) -> Callable[[Trouble], Advice]:
    return lambda trouble: Advice(trouble.since, message, hint)


_DIRECTIVE = _at_start("A line cannot start with '%' here.", "Put the text in quotes, or remove it.")
_COLON_IN_BRACKETS = _at_problem("A text in brackets that contains ':' must be in quotes.", causes.QUOTE_IT)
_BLOCK = _at_start("A text that starts with '|' or '>' must be in quotes.", causes.QUOTE_IT)
_TAG = _at_start("YAML reads a word that starts with '!' as a tag; tags are not allowed.", causes.QUOTE_IT)
_VERSION = _at_problem("YAML 1.2 is read here, not this version.", "Remove the %YAML line.")
_ESCAPE = _at_problem(
    "A backslash inside double quotes starts an escape, and YAML does not know this one.",
    "Write \\\\ for a backslash, use single quotes, or type the character itself.",
)
_CAUSES: tuple[tuple[str, Callable[[Trouble], Advice]], ...] = (
    ("mapping values are not allowed", causes.unexpected_colon),
    ("could not find expected ':'", causes.line_without_colon),
    ("block mapping: did not find expected key", causes.not_in_group),
    ("did not find expected '-' indicator", causes.not_a_list_item),
    ("did not find expected ',' or", causes.in_brackets),
    ("found unexpected ':'", _COLON_IN_BRACKETS),
    ("did not find expected node content", causes.no_value),
    ("cannot start any token", causes.bad_first_character),
    ("expected alphabetic or numeric character", causes.star),
    ("unexpected end of stream", causes.open_quote),
    ("unexpected document indicator", causes.open_quote),
    ("escape c", _ESCAPE),
    ("expected hexdecimal number", _ESCAPE),
    (
        "block sequence entries are not",
        _at_problem("A list cannot start here.", "Give each item its own line."),
    ),
    ("mapping keys are not", _at_problem("A text that starts with '? ' must be in quotes.", causes.QUOTE_IT)),
    ("scanning a block scalar", _BLOCK),
    ("incompatible YAML document", _VERSION),
    ("directive", _DIRECTIVE),
    (" tag", _TAG),
    ("<document start>", _at_problem("There is text after the end of the document.", "Remove it.")),
)
