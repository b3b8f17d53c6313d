"""How much a rule matters in a file: presets, then what a team says, the later word winning."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import get_args

from mkdocs_journeys.lint.rule import Rule
from mkdocs_journeys.model.lint import Level, Lint, Preset
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Severity

SIZES: tuple[Preset, ...] = get_args(Preset)
_STRICTER = {Severity.INFO: Severity.WARNING, Severity.WARNING: Severity.ERROR, Severity.ERROR: Severity.ERROR}


@dataclass(frozen=True, slots=True)
class Settings:
    """A preset, and levels of rules: for all files, or for those that a pattern matches; the later wins."""

    preset: Preset = "recommended"
    words: tuple[tuple[str | None, Mapping[str, Level]], ...] = ()

    def level(self, rule: Rule, path: str) -> Severity | None:
        """How much a rule matters in a file, given below the journeys folder; None where it is off."""
        level = self._of_preset(rule)
        for pattern, rules in self.words:
            word = rules.get(rule.id)
            if word and (pattern is None or matches(pattern, path)):
                level = None if word == "off" else Severity(word)
        return level

    def may_be_on(self, rule: Rule) -> bool:
        """Whether a rule holds in any file at all."""
        said = {rules[rule.id] for _, rules in self.words if rule.id in rules}
        return self._of_preset(rule) is not None or bool(said - {"off"})

    def _of_preset(self, rule: Rule) -> Severity | None:
        if SIZES.index(rule.preset) > SIZES.index(self.preset):
            return None
        return _STRICTER[rule.severity] if self.preset == "strict" else rule.severity


def settings_of(*given: Lint) -> Settings:
    """The settings that several places make together; each wins over those before it."""
    presets = [lint.preset for lint in given if lint.preset]
    words = [word for lint in given for word in ((None, lint.rules), *((one.path, one.rules) for one in lint.paths))]
    return Settings(presets[-1] if presets else "recommended", tuple(words))


def named_rules(lint: Lint) -> Iterator[tuple[Path, str]]:
    """Each rule that settings name, with the path to its key."""
    yield from ((("rules", id), id) for id in lint.rules)
    for number, one in enumerate(lint.paths):
        yield from ((("paths", number, "rules", id), id) for id in one.rules)


def matches(pattern: str, path: str) -> bool:
    """Whether a path matches a pattern: `**` is any number of folders, `*` and `?` stay inside one. Case counts."""
    names = path.split("/")
    reached = {0}
    for part in pattern.removeprefix("/").split("/"):
        if part == "**":
            reached = set(range(min(reached, default=len(names) + 1), len(names) + 1))
        else:
            reached = {index + 1 for index in reached if index < len(names) and fnmatchcase(names[index], part)}
    return len(names) in reached
