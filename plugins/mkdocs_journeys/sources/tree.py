"""The files of an atlas as bytes, from wherever they were read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_journeys.problem import Problem


@dataclass(frozen=True, slots=True)
class Tree:
    """What a reader found. Every path is relative to the project's root, with '/'.

    `files` holds the bytes of YAML and CSV files, `assets` the paths of pictures (never read), `problems`
    what could not be read and why; `folder` is the journeys folder that they all lie in.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    assets: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    folder: str = "journeys"
