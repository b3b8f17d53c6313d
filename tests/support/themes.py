"""Themes of the sites that tests build in their own process: listed and compiled once, not once a build."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme

from mkdocs_journeys.site.rendering.template_cache import template_cache

_OF_PACKAGES = "site-packages"


class ThemeFiles(FileSystemLoader):
    """Lists the files of a theme without those in hidden folders.

    MkDocs leaves them out itself, in a tenth of a second a build: Material has 14,000 icons there.
    """

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.searchpath for name in _listed(Path(folder))})


def _listed(folder: Path) -> frozenset[str]:
    """The files below a folder; those of an installed package stay the same."""
    return _installed(folder) if _OF_PACKAGES in folder.parts else frozenset(_files_in(folder))


@cache
def _installed(folder: Path) -> frozenset[str]:
    return frozenset(_files_in(folder))


def _files_in(folder: Path) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from ((Path(place) / name).relative_to(folder).as_posix() for name in files)


@pytest.fixture(scope="session", autouse=True)
def themes_are_read_once() -> Iterator[None]:
    """Builds in this process find what an earlier one has found out of their theme. For the conftest of a folder."""
    made = Theme.get_env

    def quick(self: Theme) -> Environment:
        env = made(self)
        env.loader, env.bytecode_cache = ThemeFiles(self.dirs), template_cache()
        return env

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Theme, "get_env", quick)
        yield
