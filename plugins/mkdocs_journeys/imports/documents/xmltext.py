"""XML from somebody else: no document type, no entities, one problem where it breaks."""

import re
from xml.etree.ElementTree import Element, ParseError, fromstring

from mkdocs_journeys.problem import Position, Problem

_DECLARED = re.compile(r"<!(?:DOCTYPE|ENTITY)")


def parsed_xml(text: str, file: str, hint: str) -> Element | Problem:
    """The root of a document. One that declares a type is refused, as entities could be in it that grow without end."""
    if declared := _DECLARED.search(text):
        line = text.count("\n", 0, declared.start()) + 1
        column = declared.start() - text.rfind("\n", 0, declared.start())
        message = "This XML declares a document type, which no such file does."
        return Problem("import", Position(file, line, column), message, hint)
    try:
        return fromstring(text)  # noqa: S314 - nothing declares entities here, see above
    except (ParseError, ValueError) as error:
        line, column = getattr(error, "position", (1, 0))
        return Problem("import", Position(file, max(line, 1), column + 1), f"This is no XML: {error}.", hint)
