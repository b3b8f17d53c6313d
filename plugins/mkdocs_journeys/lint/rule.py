"""What a rule is, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model.lint import Preset
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a rule found at a path inside a file; `key` means the field's name, not its value.

    The rule knows neither its own id nor how much it matters: the runner adds both.
    """

    file: str
    path: Path
    message: str
    hint: str
    key: bool = False


Check = Callable[[Atlas, date], Iterator[Finding]]
"""Takes the atlas and the day on which it is judged."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its docstring, that of `check`, is its page. It holds in its preset and in all larger ones."""

    id: str
    group: str
    severity: Severity
    check: Check
    preset: Preset = "recommended"

    @property
    def text(self) -> str:
        """What the rule asks, why, how to mend it, and an example of each kind; Markdown."""
        lines = (self.check.__doc__ or "").strip().split("\n")
        return "\n".join(line.removeprefix("    ") for line in lines)

    @property
    def summary(self) -> str:
        """The first line: what is wrong, in one sentence."""
        return self.text.partition("\n")[0]
