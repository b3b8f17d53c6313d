"""What the rules say of the atlas of a build: for the page *Health*, which asks when it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mkdocs.config.base import BaseConfigOption, ValidationError

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.host.reading import Reading
from mkdocs_journeys.lint.engine import CheckResult, check_atlas
from mkdocs_journeys.lint.suppressions import parse_baseline, without_baselined
from mkdocs_journeys.problem import Position, Problem, Severity

RULE = "health-baseline"


@dataclass(frozen=True, slots=True)
class HealthWish:
    """Whether the site says how healthy it is, and the file of known findings, as in `check --baseline`."""

    shown: bool = True
    baseline: str = ""


class HealthOption(BaseConfigOption[HealthWish]):
    """`true`, `false`, or `{baseline: FILE}`."""

    def __init__(self) -> None:
        super().__init__()
        self.default = HealthWish()

    def run_validation(self, value: object) -> HealthWish:
        """What was wished; raises ValidationError for anything else."""
        if isinstance(value, HealthWish):
            return value
        if isinstance(value, bool):
            return HealthWish(shown=value)
        if isinstance(value, dict) and value.keys() == {"baseline"} and isinstance(value["baseline"], str):
            return HealthWish(baseline=value["baseline"])
        raise ValidationError("Expected true, false, or a mapping with `baseline: FILE`.")


@dataclass(slots=True, eq=False)
class Health:
    """Remembers the files of the last good atlas, which comments and baselines are about."""

    _root: Path = Path()
    _today: date = date.min
    _loaded: tuple[Problem, ...] = ()
    _files: Mapping[str, bytes] = field(default_factory=dict)
    _known: frozenset[str] = frozenset()

    def look(self, wish: HealthWish, root: Path, today: date, reading: Reading) -> tuple[Problem, ...]:
        """After a reading: what is judged from now on. Gives what is wrong with the baseline."""
        if reading.items is None or not wish.shown:
            return ()
        self._root, self._today, self._loaded, self._files = root, today, reading.problems, reading.texts
        self._known, problems = _baseline(root, wish.baseline)
        return problems

    def judged(self, atlas: Atlas) -> CheckResult:
        """What `journeys check` would list, and how much the baseline holds back."""
        found = check_atlas(atlas, self._loaded, self._files, self._root, self._today)
        new = without_baselined(found, self._files, self._known) if self._known else found
        return CheckResult(tuple(new), len(found) - len(new))


def _baseline(root: Path, name: str) -> tuple[frozenset[str], tuple[Problem, ...]]:
    if not name:
        return frozenset(), ()
    try:
        return parse_baseline((root / name).read_text("utf-8")), ()
    except OSError as error:
        said = f"The baseline of the page Health cannot be read: {error.strerror}."
    except ValueError as error:
        said = f"The baseline of the page Health cannot be read. {error}"
    hint = "Write it with `journeys check --baseline FILE --write-baseline`."
    return frozenset(), (Problem(RULE, Position(name, 1, 1), said, hint, Severity.WARNING),)
