"""What every report is made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_journeys.lint.suppressions import fingerprints
from mkdocs_journeys.problem import Position, Problem, Severity

ORDER = list(Severity)
"""The worst first."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found, by position, and the files that were asked about; `fail_on` is the least level that fails."""

    problems: Sequence[Problem]
    files: Mapping[str, bytes]
    fail_on: Severity = Severity.ERROR

    def fails(self, problem: Problem) -> bool:
        """Whether this problem makes the check fail."""
        return ORDER.index(problem.severity) <= ORDER.index(self.fail_on)

    @property
    def failed(self) -> bool:
        """Whether any problem does."""
        return any(map(self.fails, self.problems))

    def marked(self) -> Iterator[tuple[Problem, str]]:
        """Each problem with a word that no other has, and that stays the same when lines move."""
        at_fault = {problem.position.file for problem in self.problems}
        return fingerprints(self.problems, {path: self.files[path] for path in at_fault if path in self.files})

    def below(self, folder: str) -> "Outcome":
        """The same with all paths as seen from further up: services count from the top of a repository."""
        if not folder:
            return self
        files = {f"{folder}/{path}": content for path, content in self.files.items()}
        return replace(self, problems=[_moved(problem, folder) for problem in self.problems], files=files)


def advice(problem: Problem) -> str:
    """What is wrong and, on a line of its own, what to do."""
    return f"{problem.message}\n{problem.hint}" if problem.hint else problem.message


def _moved(problem: Problem, folder: str) -> Problem:
    def further(position: Position) -> Position:
        return replace(position, file=f"{folder}/{position.file}")

    related = tuple((further(position), said) for position, said in problem.related)
    return replace(problem, position=further(problem.position), related=related)
