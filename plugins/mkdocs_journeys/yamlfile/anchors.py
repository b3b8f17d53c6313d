"""Anchors (&name) and aliases (*name), with a budget for what they expand to."""

from dataclasses import dataclass

from mkdocs_journeys.yamlfile.limits import Limits
from mkdocs_journeys.yamlfile.report import Report
from mkdocs_journeys.yamlfile.values import Place, Value

_QUOTE_STAR = "Put the text in quotes if the * is part of it."


@dataclass(slots=True)
class _Anchor:
    """`size` counts the value and all in it; 0 while the value is still being read."""

    place: Place
    value: Value = None
    size: int = 0


class Anchors:
    """The anchors of one file. `expanded` counts the values that aliases have added so far."""

    def __init__(self, limits: Limits, report: Report) -> None:
        self.limits = limits
        self.report = report
        self.expanded = 0
        self._known: dict[str, _Anchor] = {}
        self._used: set[str] = set()
        self._aliases = 0

    def define(self, name: str, place: Place, value: Value) -> None:
        """Give a name to a value without parts."""
        self._known[name] = _Anchor(place, value, 1)

    def open(self, name: str, place: Place) -> None:
        """Give a name to a mapping or list that starts here."""
        self._known[name] = _Anchor(place)

    def close(self, name: str, value: Value, size: int) -> None:
        """The mapping or list of that name is complete."""
        anchor = self._known[name]
        anchor.value, anchor.size = value, size

    def follow(self, name: str, place: Place, written: int) -> Value:
        """The value that `*name` stands for, or the text '*name' (with an error) when there is none.

        `written` is the number of values so far. Raises Stop when aliases are too many or expand to too much.
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
        self._spend(anchor.size, place, written)
        return anchor.value

    def warn_of_unused(self) -> None:
        """Most often an & that starts a text: YAML takes its first word away."""
        for name, anchor in self._known.items():
            if name not in self._used:
                message = f"YAML reads &{name} as an anchor, not as text, and nothing refers to it."
                hint = "Put the text in quotes if the & is part of it."
                self.report.warn("yaml-anchor", anchor.place, message, hint)

    def _spend(self, size: int, place: Place, written: int) -> None:
        self._aliases += 1
        self.expanded += size
        if self._aliases > self.limits.aliases:
            message = f"There are more than {self.limits.aliases:,} references (*name)."
            raise self.report.stop("yaml-size", place, message, "Write the values out.")
        if written + self.expanded > self.limits.expanded:
            message = f"The references (*name) expand to more than {self.limits.expanded:,} values."
            raise self.report.stop("yaml-size", place, message, "Write the values out.")
