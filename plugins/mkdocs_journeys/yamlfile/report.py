"""Collects the problems of one file."""

from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.yamlfile.values import Place


class Stop(Exception):  # noqa: N818
    """Reading cannot go on; the reason is in the report."""


class Report:
    """The problems of one file: at most `limit` errors, then reading stops, and `limit` lesser ones."""

    def __init__(self, file: str, limit: int) -> None:
        self.file = file
        self.limit = limit
        self.errors: list[Problem] = []
        self.others: list[Problem] = []

    def error(self, rule: str, place: Place, message: str, hint: str, first: Place | None = None) -> None:
        """Note a mistake; `first` is an earlier place that it clashes with. Raises Stop at the limit."""
        related = ((self._position(first), "first given here"),) if first else ()
        self.errors.append(Problem(rule, self._position(place), message, hint, Severity.ERROR, related))
        if len(self.errors) >= self.limit:
            raise Stop

    def stop(self, rule: str, place: Place, message: str, hint: str) -> Stop:
        """Note a mistake after which nothing can be read: `raise report.stop(…)`."""
        self.error(rule, place, message, hint)
        return Stop()

    def warn(self, rule: str, place: Place, message: str, hint: str) -> None:
        """Note something that is likely not what the author meant."""
        self._other(Problem(rule, self._position(place), message, hint, Severity.WARNING))

    def inform(self, rule: str, place: Place, message: str, hint: str) -> None:
        """Note something that is fine here and a trap elsewhere."""
        self._other(Problem(rule, self._position(place), message, hint, Severity.INFO))

    def problems(self) -> list[Problem]:
        """All of them in the order of the file."""
        return sorted(self.errors + self.others)

    def _other(self, problem: Problem) -> None:
        if len(self.others) < self.limit:
            self.others.append(problem)

    def _position(self, place: Place) -> Position:
        return Position(self.file, *place)
