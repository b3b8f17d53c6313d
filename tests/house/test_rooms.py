"""The rooms of the house: few modules a folder, one meaning a class name, one door to the insides of other packages."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

MOST_MODULES = 12
OTHERS = ("jinja2", "markupsafe", "material", "mkdocs")
DOOR = "compat.py"
"""The only modules that may use private names of other packages."""


@pytest.fixture(scope="module")
def package(repository_root: Path) -> Path:
    return repository_root / "plugins" / "mkdocs_journeys"


def trees(package: Path) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(package.rglob("*.py")):
        yield path.relative_to(package), ast.parse(path.read_text("utf-8"))


def test_a_folder_is_a_table_of_contents(package: Path) -> None:
    counts = Counter(path.parent for path in package.rglob("*.py") if path.name != "__init__.py")
    assert {str(folder): count for folder, count in counts.items() if count > MOST_MODULES} == {}


def test_a_class_name_has_one_meaning(package: Path) -> None:
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for path, tree in trees(package):
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                homes[node.name].append(str(path))
    assert {name: places for name, places in homes.items() if len(places) > 1} == {}


def private_names(tree: ast.Module) -> Iterator[str]:
    """Private names that a module imports from another package, or reads off what it imported from one."""
    imported: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in OTHERS:
            parts = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            yield from (part for part in parts if is_private(part))
            imported.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            imported.update(
                alias.asname or alias.name.split(".")[0] for alias in node.names if alias.name.split(".")[0] in OTHERS
            )
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_private(node.attr):
            base = node.value
            while isinstance(base, ast.Attribute):
                base = base.value
            if isinstance(base, ast.Name) and base.id in imported | {"config", "server", "files"}:
                yield f"{ast.unparse(node)}"


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def test_private_names_of_other_packages_stand_in_compat_alone(package: Path) -> None:
    found = {str(path): names for path, tree in trees(package) if (names := [*private_names(tree)])}
    assert {path: names for path, names in found.items() if Path(path).name != DOOR} == {}


def test_a_private_name_would_be_found() -> None:
    source = (
        "from mkdocs.commands.build import _build_page\nimport jinja2\njinja2.compiler._x\nconfig.plugins._current\n"
    )
    assert [*private_names(ast.parse(source))] == ["_build_page", "jinja2.compiler._x", "config.plugins._current"]
