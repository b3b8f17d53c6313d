"""The repository is whole, and knows neither the machine it was written on nor where packages come from."""

import ast
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from support.processes import run

# Put together from pieces, so that this file does not hold what it looks for.
HOMES = "|".join(
    ["wo" + "rk/(?:main|sha" + "red)", "ro" + "ot", "ho" + r"me/\w+", "Us" + r"ers/\w+", "tm" + "p/te" + "am"]
)
MACHINE_PATH = re.compile(rf"(?<![\w.:/-])/(?:{HOMES})(?:/|\b)".encode())


def test_no_file_holds_a_path_of_a_build_machine(repository_root: Path, repository_files: list[Path]) -> None:
    found = [
        f"{path.relative_to(repository_root).as_posix()}: {match.group().decode()}"
        for path in repository_files
        for match in MACHINE_PATH.finditer(path.read_bytes())
    ]
    assert found == []


def test_a_path_of_a_build_machine_would_be_found() -> None:
    for path in ("/ho" + "me/ana/atlas/mkdocs.yml", "see (/ro" + "ot/x)", "'/Us" + "ers/ana/x'"):
        assert MACHINE_PATH.search(path.encode())
    for text in ("docs/ho" + "me/ana", "https://example.com/ro" + "ot/", "/journeys/buy/"):
        assert not MACHINE_PATH.search(text.encode())


def test_no_source_file_is_ignored(repository_root: Path) -> None:
    folders = ["plugins", "schema", "templates", "tests", "tools", "journeys", "site_src"]
    command = ["git", "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--", *folders]
    ignored = run(command, cwd=repository_root).stdout.split("\0")
    assert [name for name in ignored if name and "__pycache__" not in name] == []


def test_the_lock_pins_every_package_with_hashes_and_names_no_index(repository_root: Path) -> None:
    lock = (repository_root / "requirements-dev.txt").read_text("utf-8")
    entries = re.split(r"(?m)^(?=[a-z])", lock)[1:]
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links", lock)


@pytest.mark.parametrize("tool", sorted((Path(__file__).parents[2] / "tools").glob("*.py")), ids=lambda path: path.stem)
def test_every_tool_finds_what_it_imports(tool: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tool.parent))
    for name in imported_modules(tool):
        assert find_spec(name) is not None, name


def imported_modules(program: Path) -> list[str]:
    """The dotted names that a program imports from."""
    nodes = list(ast.walk(ast.parse(program.read_text("utf-8"))))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return plain + [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
