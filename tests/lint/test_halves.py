"""Many journeys are judged by two processes, which find what one finds."""

from dataclasses import replace

import pytest

from lint.support_cases import TODAY, atlas_of, tree_of
from mkdocs_journeys import lint as package
from mkdocs_journeys.lint import BY_ID, Settings, lint
from mkdocs_journeys.load import Tree


def careless() -> Tree:
    """A sound atlas, but nothing has an owner and every name speaks of users."""
    tree = tree_of()
    said = {b"owner: ": b"# owner: ", b"name: ": b"name: User "}
    files = dict(tree.files)
    for old, new in said.items():
        files = {path: data.replace(old, new) for path, data in files.items()}
    return replace(tree, files=files)


def test_two_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    tree, settings = careless(), Settings("strict")
    alone = lint(atlas_of(tree), TODAY, settings)
    monkeypatch.setattr(package, "MANY_JOURNEYS", 0)
    assert lint(atlas_of(tree), TODAY, settings) == alone
    halves = {BY_ID[problem.rule].group in package.LATE for problem in alone}
    assert halves == {True, False}
