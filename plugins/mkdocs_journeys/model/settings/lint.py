"""The settings of the rules, in catalog.yml."""

from typing import Literal

from pydantic import Field

from mkdocs_journeys.model.base import Id, Model, Text

Preset = Literal["minimal", "recommended", "strict"]
Level = Literal["error", "warning", "info", "off"]


class LintPath(Model):
    """Other levels of rules for some of the files."""

    path: Text
    """A pattern below the journeys folder; `*` stays inside a folder. Example: maps/enterprise/**"""
    rules: dict[Id, Level]
    """How much each of these rules matters in those files. Example: {name-too-long: off}"""


class Lint(Model):
    """The settings of the rules. A later word wins: the preset, then `rules`, then `paths` in their order."""

    preset: Preset | None = None
    """Which rules hold to begin with; recommended if nothing else is said. Example: recommended"""
    rules: dict[Id, Level] = Field(default_factory=dict)
    """How much each of these rules matters. Example: {no-low-point: error, evidence-unused: off}"""
    paths: tuple[LintPath, ...] = ()
    """Other levels for some of the files; a later one wins.
    Example: [{path: maps/old/**, rules: {review-overdue: off}}]
    """
