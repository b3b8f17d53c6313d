"""What was understood of a source: journeys as their author named things, before anything has an id."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_journeys.imports.drawing import Drawing
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.yamlfile.writing import YamlValue


@dataclass(frozen=True, slots=True)
class DraftPain:
    """What hurts at a step, in the words of the source."""

    title: str
    fields: Mapping[str, YamlValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DraftStep:
    """A step. People, touchpoints and teams are names; `fields` are fields of the format that name nothing else.

    `emotions` are those of people by name, or that of all under "". `remark` says what was guessed.
    """

    name: str
    people: tuple[str, ...] = ()
    emotions: Mapping[str, float] = field(default_factory=dict)
    touchpoints: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    pains: tuple[DraftPain, ...] = ()
    fields: Mapping[str, YamlValue] = field(default_factory=dict)
    remark: str = ""
    lanes: Mapping[str, str] = field(default_factory=dict)
    """What the source says in rows of its own, by their names."""


@dataclass(frozen=True, slots=True)
class DraftStage:
    """A stage with its steps, in order."""

    name: str
    steps: tuple[DraftStep, ...]
    fields: Mapping[str, YamlValue] = field(default_factory=dict)
    remark: str = ""


@dataclass(frozen=True, slots=True)
class DraftJourney:
    """A journey. `origin` tells where it stands in its source, and stays the same from run to run.

    `unplaced` is what was read and has no place in a journey, each with where it was; `remarks` say what was guessed
    of the whole.
    """

    title: str
    origin: str
    stages: tuple[DraftStage, ...]
    people: tuple[str, ...] = ()
    fields: Mapping[str, YamlValue] = field(default_factory=dict)
    unplaced: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """The journeys that a source holds, and what is wrong with it.

    `mapping` says of each column of a table what it was taken to hold; `drawings` are what was seen of sources that
    are drawn.
    """

    journeys: tuple[DraftJourney, ...]
    problems: tuple[Problem, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    drawings: tuple[Drawing, ...] = ()
