"""What an event may not be: too large, tagged, or a bad key."""

from yaml.events import CollectionStartEvent, ScalarEvent

from mkdocs_journeys.yamlfile.characters import forbidden_in_value
from mkdocs_journeys.yamlfile.limits import Limits
from mkdocs_journeys.yamlfile.report import Report
from mkdocs_journeys.yamlfile.values import Map, Place, locate


def check_count(values: int, place: Place, limits: Limits, report: Report) -> None:
    """Raises Stop when the file holds too many values."""
    if values > limits.values:
        message = f"The file holds more than {limits.values:,} values."
        raise report.stop("yaml-size", place, message, "Split it: one journey, persona or study per file.")


def check_text(text: str, place: Place, limits: Limits, report: Report) -> None:
    """Raises Stop when one text is too long."""
    if len(text) > limits.text_characters:
        message = f"This text is longer than {limits.text_characters:,} characters."
        raise report.stop("yaml-size", place, message, "Shorten it. Is a closing quote missing?")


def check_tag(event: ScalarEvent | CollectionStartEvent, place: Place, report: Report) -> None:
    """A tag, which most often is a text that starts with an exclamation mark."""
    if event.tag is not None:
        message = "YAML reads a word that starts with '!' as a tag, and tags are not allowed."
        report.error("yaml-tag", place, message, "Put the text in quotes if the ! is part of it.")


def check_depth(depth: int, place: Place, limits: Limits, report: Report) -> None:
    """Raises Stop when the mapping or list that starts here lies too deep."""
    if depth >= limits.depth:
        message = f"This is nested deeper than {limits.depth} levels."
        raise report.stop("yaml-depth", place, message, "Look for brackets too many or a line too far in.")


def check_escapes(text: str, place: Place, report: Report) -> None:
    """A control character that is written as an escape in double quotes."""
    name = forbidden_in_value(text)
    if name:
        message = f"An escape such as \\0 or \\x1b puts a control character into this text: {name}."
        report.error("yaml-control-character", place, message, "Remove the escape.")


def key_is_usable(event: ScalarEvent, place: Place, container: Map, limits: Limits, report: Report) -> bool:
    """Whether a key can stand in the mapping; reports why not. Raises Stop for a very long one."""
    text = event.value
    if len(text) > limits.key_characters:
        message = f"The name before this colon is longer than {limits.key_characters} characters."
        raise report.stop("yaml-size", place, message, "Put long text after the colon.")
    if event.anchor:
        message = f"YAML reads &{event.anchor} as an anchor, and a name before a colon cannot have one."
        report.error("yaml-anchor", place, message, "Put the name in quotes if the & is part of it.")
    if text == "<<" and not event.style:
        report.error("yaml-merge-key", place, "Merging with '<<' is not allowed.", "Repeat the fields here.")
    elif not text:
        report.error("yaml-key", place, "There is no name before this colon.", "Write one or remove the line.")
    elif text in container:
        _report_duplicate(text, place, container, report)
    else:
        return True
    return False


def _report_duplicate(text: str, place: Place, container: Map, report: Report) -> None:
    first = locate(container, (text,), key=True)
    container.index = None
    message = f"{text!r:.80} is given twice; the first is on line {first[0]}."
    report.error("yaml-duplicate-key", place, message, "Keep one of the two.", first=first)
