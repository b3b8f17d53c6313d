"""Limits of a YAML file, the log of its problems, and the checks of single events, keys, anchors and aliases."""

from dataclasses import dataclass

from yaml.events import CollectionStartEvent, ScalarEvent

from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.yamlfile.values import LineCol, Map, Path, Value, locate


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds that real journey files (2 to 40 KB) stay far below.

    `values` counts keys and values as written, `expanded` after aliases are followed.
    """

    bytes: int = 1 << 20
    depth: int = 24
    values: int = 50_000
    expanded: int = 50_000
    aliases: int = 500
    text_characters: int = 65_536
    key_characters: int = 256
    problems: int = 100


DEFAULT_LIMITS = Limits()


class UnreadableError(Exception):
    """Reading cannot go on; the reason is in the report."""


class ProblemLog:
    """The problems of one file: at most `limit` errors, then reading stops, and `limit` lesser ones."""

    def __init__(self, file: str, limit: int) -> None:
        self.file = file
        self.limit = limit
        self.errors: list[Problem] = []
        self.others: list[Problem] = []

    def error(self, rule: str, place: LineCol, message: str, hint: str, first: LineCol | None = None) -> None:
        """Note a mistake; `first` is an earlier place that it clashes with. Raises UnreadableError at the limit."""
        related = ((self._position(first), "first given here"),) if first else ()
        self.errors.append(Problem(rule, self._position(place), message, hint, Severity.ERROR, related))
        if len(self.errors) >= self.limit:
            raise UnreadableError

    def stop(self, rule: str, place: LineCol, message: str, hint: str) -> UnreadableError:
        """Note a mistake after which nothing can be read: `raise report.stop(…)`."""
        self.error(rule, place, message, hint)
        return UnreadableError()

    def warn(
        self, rule: str, place: LineCol, message: str, hint: str, severity: Severity = Severity.WARNING, path: Path = ()
    ) -> None:
        """Note what is likely not meant or, as information, what is fine here and a trap elsewhere."""
        if len(self.others) < self.limit:
            self.others.append(Problem(rule, self._position(place), message, hint, severity, path=path))

    def problems(self) -> list[Problem]:
        """All of them in the order of the file."""
        return sorted(self.errors + self.others)

    def _position(self, place: LineCol) -> Position:
        return Position(self.file, *place)


def check_count(values: int, place: LineCol, limits: Limits, report: ProblemLog) -> None:
    """Refuse a file with too many values. Raises UnreadableError."""
    if values > limits.values:
        message = f"The file holds more than {limits.values:,} values."
        raise report.stop("yaml-size", place, message, "Split it: one journey, persona or study per file.")


def check_text(text: str, place: LineCol, limits: Limits, report: ProblemLog) -> None:
    """Refuse a text that is too long. Raises UnreadableError."""
    if len(text) > limits.text_characters:
        message = f"This text is longer than {limits.text_characters:,} characters."
        raise report.stop("yaml-size", place, message, "Shorten it. Is a closing quote missing?")


def check_tag(event: ScalarEvent | CollectionStartEvent, place: LineCol, report: ProblemLog) -> None:
    """Report a tag, which most often is a text that starts with an exclamation mark."""
    if event.tag is not None:
        message = "YAML reads a word that starts with '!' as a tag, and tags are not allowed."
        report.error("yaml-tag", place, message, "Put the text in quotes if the ! is part of it.")


def check_depth(depth: int, place: LineCol, limits: Limits, report: ProblemLog) -> None:
    """Refuse a mapping or list that is nested too deep. Raises UnreadableError."""
    if depth >= limits.depth:
        message = f"This is nested deeper than {limits.depth} levels."
        raise report.stop("yaml-depth", place, message, "Look for brackets too many or a line too far in.")


def key_is_usable(event: ScalarEvent, place: LineCol, container: Map, limits: Limits, report: ProblemLog) -> bool:
    """Whether a key can stand in the mapping; reports why not. Raises UnreadableError for a very long one."""
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
        first = locate(container, (text,), key=True)
        container.index = None
        message = f"{text!r:.80} is given twice; the first is on line {first[0]}."
        hint = "Keep one of the two."
        if container.places[1] > 1 and text == next(iter(container)):
            hint += " If it starts another item of a list, put '- ' before it."
        report.error("yaml-duplicate-key", place, message, hint, first=first)
    else:
        return True
    return False


_QUOTE_STAR = "Put the text in quotes if the * is part of it."


@dataclass(slots=True)
class _Anchor:
    """An anchor. `size` counts the value and all in it; 0 while the value is still being read."""

    place: LineCol
    value: Value = None
    size: int = 0


class Anchors:
    """The anchors of one file. `expanded` counts the values that aliases have added so far."""

    def __init__(self, limits: Limits, report: ProblemLog) -> None:
        self.limits = limits
        self.report = report
        self.expanded = 0
        self._known: dict[str, _Anchor] = {}
        self._used: set[str] = set()
        self._aliases = 0

    def define(self, name: str, place: LineCol, value: Value = None, size: int = 0) -> None:
        """Give a name to a value without parts, of `size` 1, or to a mapping or list that starts here, of size 0."""
        self._known[name] = _Anchor(place, value, size)

    def close(self, name: str, value: Value, size: int) -> None:
        """Complete the mapping or list of that name."""
        anchor = self._known[name]
        anchor.value, anchor.size = value, size

    def follow(self, name: str, place: LineCol, written: int) -> Value:
        """The value that `*name` stands for, or the text '*name' (with an error) when there is none.

        `written` is the number of values so far. Raises UnreadableError at the limits of aliases.
        """
        anchor = self._known.get(name)
        if anchor is None:
            message = f"*{name} refers to an anchor &{name}, and there is none above."
            self.report.error("yaml-anchor", place, message, _QUOTE_STAR)
            return f"*{name}"
        self._used.add(name)
        if not anchor.size:
            message = f"*{name} refers to the very value that it is a part of."
            self.report.error("yaml-anchor", place, message, _QUOTE_STAR, first=anchor.place)
            return f"*{name}"
        self._aliases += 1
        self.expanded += anchor.size
        if self._aliases > self.limits.aliases:
            message = f"There are more than {self.limits.aliases:,} references (*name)."
            raise self.report.stop("yaml-size", place, message, "Write the values out.")
        if written + self.expanded > self.limits.expanded:
            message = f"The references (*name) expand to more than {self.limits.expanded:,} values."
            raise self.report.stop("yaml-size", place, message, "Write the values out.")
        return anchor.value

    def warn_of_unused(self) -> None:
        """Warn of unused anchors: most often an & that starts a text, whose first word YAML takes away."""
        for name, anchor in self._known.items():
            if name not in self._used:
                message = f"YAML reads &{name} as an anchor, not as text, and nothing refers to it."
                hint = "Put the text in quotes if the & is part of it."
                self.report.warn("yaml-anchor", anchor.place, message, hint)
