"""The rows of the matrix: plugins, themes and features beside ours, each with its effect on our pages.

A row is a table in a TOML file in `rows/`; `Row` says what it may hold.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HOSTS = ("mkdocs", "properdocs")
LOCK = ROOT / "requirements-plugins.txt"
_ROWS = Path(__file__).resolve().parent / "rows"
_REST = ("hypothesis", "properdocs", "pytest", "pytest-xdist", "setuptools")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One plugin, theme or feature, tried on a scratch site made with `journeys init`.

    `shows`, `lacks`: path in the built site, or `output` of the build, to regular expressions that it must or must not
    match. Every row's map must be readable at `map`, where that is not empty.
    """

    name: str
    effect: str
    """What a reader of the guide is told: one sentence, in Markdown."""
    group: str = ""
    """The heading in the guide that it stands below: that of its file."""
    package: str = ""
    """A PyPI requirement; empty for what MkDocs or Material bring along."""
    also: tuple[str, ...] = ()
    """More requirements."""
    part_of: str = ""
    """The package that brings it along, where it has none of its own: that of its file."""
    hosts: tuple[str, ...] = HOSTS
    why_not: str = ""
    """Why it is not for all hosts."""
    config: dict[str, Any] = field(default_factory=dict)
    """Merged into mkdocs.yml; lists and scalars replace what is there."""
    plugins: tuple[Any, ...] = ()
    """Plugins after search and ours."""
    first: tuple[Any, ...] = ()
    """Plugins before search and ours."""
    files: dict[str, str] = field(default_factory=dict)
    """Files of the site, by path; each replaces one that is there."""
    pictures: tuple[str, ...] = ()
    """Paths at which a small picture is put."""
    edits: tuple[tuple[str, str, str], ...] = ()
    """File, old text, new text: changes to what `journeys init` wrote."""
    git: bool = False
    """Whether all is committed, by Ana Ruiz on 2021-03-04."""
    builds: tuple[str, ...] = ("build --strict",)
    """The commands of the host, one after the other."""
    not_strict: str = ""
    """Why a strict build cannot pass."""
    map: str = "journeys/try-it/index.html"
    shows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lacks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    """Paths that must not be in the built site."""

    @property
    def project(self) -> str:
        """The name of the package that it comes with."""
        return re.split(r"[\[<>=!~ ]", self.package or self.part_of, maxsplit=1)[0].lower()


@dataclass(frozen=True)
class LeftOut:
    """What was looked at and is not in the matrix."""

    name: str
    reason: str


def rows() -> list[Row]:
    """Every row, in the order of the files and within them."""
    return [
        _row({"group": text["group"], "part_of": text.get("part_of", ""), **found})
        for text in _texts()
        for found in text["row"]
    ]


def left_out() -> list[LeftOut]:
    """What is not in the matrix, with the reason."""
    return [LeftOut(**found) for text in _texts() for found in text.get("left_out", ())]


def requirements() -> list[str]:
    """What the environment of the matrix holds beside our own package."""
    return sorted({*_REST, *(name for row in rows() for name in (row.package, *row.also) if name)})


def versions() -> dict[str, str]:
    """The version of every package in the lock, by its name."""
    return dict(re.findall(r"(?m)^([a-z0-9.-]+)(?:\[[a-z,]+\])?==([^\s\\;]+)", LOCK.read_text("utf-8")))


def _texts() -> Iterator[dict[str, Any]]:
    for path in sorted(_ROWS.glob("*.toml")):
        yield tomllib.loads(path.read_text("utf-8"))


def _row(found: dict[str, Any]) -> Row:
    values = {name: tuple(map(_frozen, value)) if isinstance(value, list) else value for name, value in found.items()}
    for name in ("shows", "lacks"):
        values[name] = {path: _patterns(value) for path, value in found.get(name, {}).items()}
    return Row(**values)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _patterns(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


if __name__ == "__main__":
    print("\n".join(requirements()))
