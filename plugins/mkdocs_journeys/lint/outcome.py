"""The outcome of a check, which `reports` formats."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_journeys.lint.suppressions import fingerprints
from mkdocs_journeys.problem import Position, Problem, Severity

WORST_FIRST = list(Severity)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The problems by position, and the files that were checked; `fail_on` is the least severity that fails."""

    problems: Sequence[Problem]
    files: Mapping[str, bytes]
    fail_on: Severity = Severity.ERROR

    def fails(self, problem: Problem) -> bool:
        """Whether a problem makes the check fail."""
        return WORST_FIRST.index(problem.severity) <= WORST_FIRST.index(self.fail_on)

    @property
    def failed(self) -> bool:
        """Whether any problem makes the check fail."""
        return any(map(self.fails, self.problems))

    def fingerprinted(self) -> Iterator[tuple[Problem, str]]:
        """Each problem with its fingerprint, which is unique and independent of line numbers."""
        at_fault = {problem.position.file for problem in self.problems}
        return fingerprints(self.problems, {path: self.files[path] for path in at_fault if path in self.files})

    def below(self, folder: str) -> "Outcome":
        """The outcome with all paths below a folder: services expect paths from the top of a repository."""
        if not folder:
            return self
        files = {f"{folder}/{path}": content for path, content in self.files.items()}
        return replace(self, problems=[_moved(problem, folder) for problem in self.problems], files=files)


def advice(problem: Problem) -> str:
    """The message of a problem and, on a second line, its hint."""
    return f"{problem.message}\n{problem.hint}" if problem.hint else problem.message


def _moved(problem: Problem, folder: str) -> Problem:
    def further(position: Position) -> Position:
        return replace(position, file=f"{folder}/{position.file}")

    related = tuple((further(position), said) for position, said in problem.related)
    return replace(problem, position=further(problem.position), related=related)
