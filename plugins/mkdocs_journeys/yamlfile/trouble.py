"""A syntax error as libyaml tells it, and the advice that comes of it."""

from dataclasses import dataclass

from mkdocs_journeys.yamlfile.values import Place


@dataclass(frozen=True, slots=True)
class Trouble:
    """What libyaml said: `at` is where it gave up, `since` where the thing that it was reading began."""

    problem: str
    context: str
    at: Place
    since: Place
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


@dataclass(frozen=True, slots=True)
class Advice:
    """What to tell the author, and where."""

    place: Place
    message: str
    hint: str
