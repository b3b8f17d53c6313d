"""Settings of the rules: presets, and levels from pyproject.toml and the catalog, for all files or by path."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple, get_args

from pydantic import ValidationError

from mkdocs_journeys.lint.rules import BY_ID, LOADING_RULES, Rule
from mkdocs_journeys.model.references import Path as FieldPath
from mkdocs_journeys.model.settings.lint import Level, Lint, Preset
from mkdocs_journeys.problem import Position, Problem, Severity, suggest

PRESETS: tuple[Preset, ...] = get_args(Preset)
"""The smallest first; each contains those before it."""
_PYPROJECT = "pyproject.toml"
_STRICTER = {Severity.INFO: Severity.WARNING, Severity.WARNING: Severity.ERROR, Severity.ERROR: Severity.ERROR}


@dataclass(frozen=True, slots=True)
class LintSettings:
    """A preset, and overrides of levels: (glob or None for all files, rule id to level); the last match wins."""

    preset: Preset = "recommended"
    overrides: tuple[tuple[str | None, Mapping[str, Level]], ...] = ()

    def level(self, rule: Rule, path: str) -> Severity | None:
        """Level of a rule in a file, given relative to the journeys folder; None where the rule is off."""
        level = self.preset_level(rule)
        for pattern, levels in self.overrides:
            override = levels.get(rule.id)
            if override and (pattern is None or path_matches(pattern, path)):
                level = _severity_of(override)
        return level

    def can_apply(self, rule: Rule) -> bool:
        """Whether a rule is on for any path at all."""
        overrides = {levels[rule.id] for _, levels in self.overrides if rule.id in levels}
        return self.preset_level(rule) is not None or bool(overrides - {"off"})

    def preset_level(self, rule: Rule) -> Severity | None:
        """Level of a rule by the preset alone; None where it does not contain the rule."""
        if PRESETS.index(rule.preset) > PRESETS.index(self.preset):
            return None
        return _STRICTER[rule.severity] if self.preset == "strict" else rule.severity


def merge_settings(*layers: Lint) -> LintSettings:
    """Settings of several sources; each overrides those before it."""
    presets = [layer.preset for layer in layers if layer.preset]
    overrides = [
        override
        for layer in layers
        for override in ((None, layer.rules), *((one.path, one.rules) for one in layer.paths))
    ]
    return LintSettings(presets[-1] if presets else "recommended", tuple(overrides))


class LevelSetting(NamedTuple):
    """A level of a rule, None for off, in the files of a `pattern`, None for all.

    `file` says so, or names the `preset` that does; both are "" where they have no part in it.
    """

    level: Severity | None
    file: str = ""
    pattern: str | None = None
    preset: str = ""


def levels_of(rule: Rule, layers: Mapping[str, Lint]) -> list[LevelSetting]:
    """What the settings of several files, each overriding those before it, make of a rule.

    The first holds for all files; the others are levels for some, a later one wins.
    """
    settings = merge_settings(*layers.values())
    naming = [file for file, lint in layers.items() if lint.preset]
    found = [LevelSetting(settings.preset_level(rule), naming[-1] if naming else "", preset=settings.preset)]
    for file, lint in layers.items():
        if level := lint.rules.get(rule.id):
            found = [LevelSetting(_severity_of(level), file)]
        for one in lint.paths:
            if level := one.rules.get(rule.id):
                others = [setting for setting in found if setting.pattern != one.path]
                found = [*others, LevelSetting(_severity_of(level), file, one.path)]
    return found


def _severity_of(level: Level) -> Severity | None:
    return None if level == "off" else Severity(level)


def named_rules(lint: Lint) -> Iterator[tuple[FieldPath, str]]:
    """Each rule id in a `lint` block, with the path of its key."""
    yield from ((("rules", id), id) for id in lint.rules)
    for number, one in enumerate(lint.paths):
        yield from ((("paths", number, "rules", id), id) for id in one.rules)


def path_matches(pattern: str, path: str) -> bool:
    """Whether a path matches a glob: `**` is any number of folders, `*` and `?` stay inside one. Case-sensitive."""
    names = path.split("/")
    reached = {0}
    for part in pattern.removeprefix("/").split("/"):
        if part == "**":
            reached = set(range(min(reached, default=len(names) + 1), len(names) + 1))
        else:
            reached = {index + 1 for index in reached if index < len(names) and fnmatchcase(names[index], part)}
    return len(names) in reached


def unknown_rule(id: str, position: Position) -> Problem:
    """The problem for a configured rule that does not exist, or that cannot be configured."""
    if id in LOADING_RULES:
        hint = "Remove the line. Only what can be read can be judged by other rules."
        return Problem("rule-unknown", position, f"'{id}' is always on: it is about whether files can be read.", hint)
    near = suggest(id, BY_ID)
    hint = f"Did you mean '{near}'?" if near else "`journeys rules` lists them all."
    return Problem("rule-unknown", position, f"There is no rule '{id}'.", hint)


def read_pyproject(root: Path) -> tuple[Lint, list[Problem]]:
    """`[tool.journeys.lint]` of a project's pyproject.toml, empty where there is none, and the mistakes in it."""
    try:
        text = (root / _PYPROJECT).read_text("utf-8")
    except FileNotFoundError:
        return Lint(), []
    except (OSError, UnicodeDecodeError):
        return Lint(), [_mistake(1, "This file cannot be read.", "Check that it is UTF-8, and its permissions.")]
    try:
        table: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Lint(), [_mistake(1, f"This is no TOML: {error}.", "The settings of the rules were not read.")]
    for name in ("tool", "journeys", "lint"):
        table = table.get(name, {}) if isinstance(table, dict) else {}
    try:
        lint = Lint.model_validate(table)
    except ValidationError as error:
        return Lint(), [_invalid_value(text, one["loc"], one["msg"]) for one in error.errors(include_url=False)]
    unknown_ids = dict.fromkeys(id for _, id in named_rules(lint) if id not in BY_ID)
    return lint, [unknown_rule(id, Position(_PYPROJECT, _line_of(text, id), 1)) for id in unknown_ids]


def _invalid_value(text: str, path: tuple[int | str, ...], message: str) -> Problem:
    names = [part for part in path if isinstance(part, str) and part != "[key]"]
    field = ".".join(["tool.journeys.lint", *names])
    hint = "It takes `preset`, `rules` and `paths`, as `lint` in the catalog does."
    return _mistake(_line_of(text, names[-1] if names else "journeys"), f"`{field}`: {message}.", hint)


def _line_of(text: str, word: str) -> int:
    """Number of the first line, from the table's header on, that contains a word."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if "tool.journeys" in line), 0)
    return next((number for number, line in enumerate(lines[start:], start + 1) if word in line), start + 1)


def _mistake(line: int, message: str, hint: str) -> Problem:
    return Problem("field-value", Position(_PYPROJECT, line, 1), message, hint)
