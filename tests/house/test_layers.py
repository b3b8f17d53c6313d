"""Imports only ever point to the left."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

LAYERS = (
    (
        "atomicfile",
        "csvcell",
        "wording",
        "vocabulary",
        "problem",
        "codeframe",
        "unified_diff",
        "parallel",
        "garbage",
        "translation",
        "sources.tree",
        "yamlfile",
    ),
    ("model",),
    ("atlas", "load"),
    ("insight", "schema"),
    ("lint", "diff", "history", "site", "codeowners", "scaffold", "refactor", "imports", "merging"),
    ("reports", "changelog", "exports", "trackers"),
    ("mkdocs", "markdown", "lsp", "mcp", "measure"),
    ("cli",),
)
BESIDE = {
    "sources.worktree": ("mkdocs", "cli", "lsp", "mcp", "sources.git"),
    "sources.sites": ("cli",),
    "sources.git": ("mkdocs", "cli", "history", "mcp"),
    "sources.git_process": ("sources.git", "sources.moved", "mkdocs", "cli", "history", "mcp"),
    "sources.moved": ("mkdocs", "cli"),
}
"""Modules outside the row, each with those that may import it."""
FOR_THOSE_BESIDE = {"wording", "vocabulary", "problem", "sources.tree"}
"""What they import themselves: mistakes, and the shape in which `load` takes files."""

PACKAGE = "mkdocs_journeys"
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


def part_of(parts: Sequence[str]) -> str:
    """The part of the package that a module belongs to; the modules of `sources` are parts of their own."""
    return ".".join(parts[1:3] if parts[1] == "sources" else parts[1:2])


def rooms_imported(source: str, module: str, *, package: bool) -> Iterator[tuple[int, str]]:
    """Each (line, top-level part of the package) that the source of `module` imports.

    `module` is dotted and starts with the package's name; `package` tells that it is an `__init__.py`.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name in _names(node, module, package):
                parts = name.split(".")
                if parts[0] == PACKAGE and len(parts) > 1:
                    yield node.lineno, part_of(parts)


def _names(node: ast.Import | ast.ImportFrom, module: str, package: bool) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    parts = module.split(".")
    here = parts[: len(parts) - node.level + package] if node.level else []
    start = ".".join([*here, *([node.module] if node.module else [])])
    return [f"{start}.{alias.name}" for alias in node.names] if start == PACKAGE else [start]


def may_import(importer: str, imported: str) -> bool:
    """Whether one top-level part of the package may import another."""
    if importer == imported:
        return True
    if imported in BESIDE:
        return importer in BESIDE[imported]
    if importer in BESIDE:
        return imported in FOR_THOSE_BESIDE
    return importer in RANK and imported in RANK and RANK[imported] <= RANK[importer]


def complaints(source: str, module: str, *, package: bool = False) -> list[str]:
    """One line for each import in the source that the layers forbid."""
    importer = part_of(module.split("."))
    return [
        f"{module}:{line}: {importer} must not import {imported}"
        for line, imported in rooms_imported(source, module, package=package)
        if not imported.startswith("__") and not may_import(importer, imported)
    ]


def modules(root: Path) -> Iterator[tuple[str, Path]]:
    """Every (dotted name, file) of the package except its own `__init__.py`."""
    folder = root / "plugins" / PACKAGE
    for path in sorted(folder.rglob("*.py")):
        parts = [PACKAGE, *path.relative_to(folder).with_suffix("").parts]
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name != PACKAGE:
            yield name, path


def test_every_import_points_to_the_left(repository_root: Path) -> None:
    found = [
        line
        for name, path in modules(repository_root)
        for line in complaints(path.read_text("utf-8"), name, package=path.name == "__init__.py")
    ]
    assert found == []


def test_every_part_of_the_package_has_its_place_in_the_table(repository_root: Path) -> None:
    parts = {part_of(name.split(".")) for name, _ in modules(repository_root)}
    assert parts - {"__main__", "sources"} <= {*RANK, *BESIDE}


def test_the_package_itself_imports_none_of_its_parts(repository_root: Path) -> None:
    source = (repository_root / "plugins" / PACKAGE / "__init__.py").read_text("utf-8")
    assert list(rooms_imported(source, PACKAGE, package=True)) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("mkdocs_journeys.model.journey", "from mkdocs_journeys.site.pages import pages"),
        ("mkdocs_journeys.model.journey", "import mkdocs_journeys.atlas"),
        ("mkdocs_journeys.model.journey", "def late():\n    from mkdocs_journeys import atlas"),
        ("mkdocs_journeys.model.journey", "from ..atlas import Atlas"),
        ("mkdocs_journeys.problem", "from . import mkdocs"),
        ("mkdocs_journeys.load", "from mkdocs_journeys.sources.worktree import worktree"),
        ("mkdocs_journeys.sources.worktree", "from mkdocs_journeys.atlas import Atlas"),
        ("mkdocs_journeys.stranger", "from mkdocs_journeys.atlas import Atlas"),
    ],
)
def test_an_import_to_the_right_is_found(module: str, source: str) -> None:
    assert len(complaints(source, module)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("mkdocs_journeys.site.pages", "from mkdocs_journeys.insight.emotion import mean"),
        ("mkdocs_journeys.site.pages", "from . import views\nfrom .views import journey"),
        ("mkdocs_journeys.mkdocs.plugin", "from mkdocs_journeys.sources.worktree import worktree"),
        ("mkdocs_journeys.sources.worktree", "from mkdocs_journeys.problem import Problem"),
        ("mkdocs_journeys.cli", "from mkdocs_journeys import __version__, load\nimport pathlib"),
    ],
)
def test_an_import_to_the_left_is_allowed(module: str, source: str) -> None:
    assert complaints(source, module) == []


def test_a_relative_import_starts_at_the_package_that_holds_it() -> None:
    source = "from .site import pages"
    assert complaints(source, "mkdocs_journeys.model", package=True) == []
    assert len(complaints(source, "mkdocs_journeys.model")) == 1
