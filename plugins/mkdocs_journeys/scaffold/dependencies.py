"""How the requirements of a site are installed: from a requirements file, or by pip, uv or Poetry."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname
from shlex import quote
from typing import Any, NamedTuple

OURS = "mkdocs-journeys"
PYPROJECT = "pyproject.toml"
POETRY_LOCK, UV_LOCK = "poetry.lock", "uv.lock"
FILES = (
    "requirements-docs.txt",
    "requirements_docs.txt",
    "docs-requirements.txt",
    "requirements/docs.txt",
    "docs/requirements.txt",
    "requirements.txt",
    PYPROJECT,
    POETRY_LOCK,
    UV_LOCK,
)
"""What in a folder may tell what a site needs, the likeliest first."""
_NAME = re.compile(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)")
_GENERATOR = re.compile(r"(?:mkdocs|properdocs)(?:-|$)")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Dependencies:
    """How a site is installed in CI; all paths are relative to the project.

    `install` are commands for a shell, `run` stands before each program that they installed. `file` names what the
    site needs, "" where nothing does. `to_add` is what it has to name besides, "" if it names this package: lines for
    the file or, if `by_command`, a command that adds it.
    """

    install: tuple[str, ...]
    run: str = ""
    file: str = ""
    to_add: str = ""
    by_command: bool = False

    @property
    def lacks_ours(self) -> bool:
        """Whether CI has to install this package besides."""
        return not self.file or bool(self.to_add)


class _Group(NamedTuple):
    """A list of names in pyproject.toml; `kind` is "group", "extra", or "" for what the project itself needs."""

    kind: str
    name: str
    names: tuple[str, ...]


class _Tool(NamedTuple):
    """How a tool installs a group, what stands before programs and before `pip`, and the command that adds to it."""

    install: tuple[str, ...]
    run: str = ""
    pip: str = ""
    add: str = ""


def dependencies(files: Mapping[str, str], requirement: str) -> Dependencies:
    """How a site with these files is installed: path to text, the likeliest first; of lock files, only the path counts.

    `requirement` is what pip installs to get this package.
    """
    for path, text in files.items():
        name = path.rpartition("/")[2]
        if name == PYPROJECT:
            locks = {lock for lock in (POETRY_LOCK, UV_LOCK) if f"{path.removesuffix(PYPROJECT)}{lock}" in files}
            found = _of_pyproject(path, text, locks, requirement)
        else:
            found = _of_requirements(path, text, requirement) if name.endswith(".txt") else None
        if found:
            return found
    return Dependencies((_pip(requirement),))


def line_of(requirement: str) -> str:
    """A requirement as a line of a file: with its name, where it is an address."""
    return f"{OURS} @ {requirement}" if "://" in requirement else requirement


def _of_requirements(path: str, text: str, requirement: str) -> Dependencies | None:
    names = _names(text.splitlines())
    if not any(map(_GENERATOR.match, names)):
        return None
    install = f"pip install -r {quote(path)}"
    if OURS in names:
        return Dependencies((install,), file=path)
    return Dependencies((install, _pip(requirement)), file=path, to_add=line_of(requirement))


def _of_pyproject(path: str, text: str, locks: set[str], requirement: str) -> Dependencies | None:
    try:
        project: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    group = next((one for one in _groups(project) if any(map(_GENERATOR.match, one.names))), None)
    if group is None or not _PLAIN.fullmatch(group.name or "x"):
        return None
    if POETRY_LOCK in locks or _table(project, "tool", "poetry"):
        tool = _poetry(group, requirement)
    elif _table(project, "project") and (UV_LOCK in locks or _table(project, "tool", "uv")):
        tool = _uv(group, requirement)
    else:
        tool = _plain_pip(group, path, is_package=bool(_table(project, "project")))
    if OURS in group.names:
        return Dependencies(tool.install, tool.run, path)
    install = (*tool.install, f"{tool.pip}{_pip(requirement)}")
    return Dependencies(install, tool.run, path, tool.add or _lines(group, requirement), by_command=bool(tool.add))


def _poetry(group: _Group, requirement: str) -> _Tool:
    chosen = {"group": f" --with {group.name}", "extra": f" --extras {group.name}"}.get(group.kind, "")
    add = {"group": f" --group {group.name}", "extra": f" --optional {group.name}"}.get(group.kind, "")
    install = ("pipx install poetry", f"poetry install{chosen}")
    return _Tool(install, "poetry run ", "poetry run ", f"poetry add{add} {quote(requirement)}")


def _uv(group: _Group, requirement: str) -> _Tool:
    chosen = f" --{group.kind} {group.name}" if group.kind else ""
    add = {"group": f" --group {group.name}", "extra": f" --optional {group.name}"}.get(group.kind, "")
    install = ("pip install uv", f"uv sync{chosen}")
    return _Tool(install, "uv run --no-sync ", "uv ", f"uv add{add} {quote(line_of(requirement))}")


def _plain_pip(group: _Group, path: str, *, is_package: bool) -> _Tool:
    folder = dirname(path) or "."
    if group.kind == "group":
        project = f"{quote(folder)} " if is_package else ""
        named = group.name if path == PYPROJECT else f"{path}:{group.name}"
        return _Tool(("pip install --upgrade pip", f"pip install {project}--group {quote(named)}"))
    return _Tool((f"pip install {quote(f'{folder}[{group.name}]' if group.kind else folder)}",))


def _pip(requirement: str) -> str:
    return f'pip install "{requirement}"'


def _lines(group: _Group, requirement: str) -> str:
    """The lines that a table of pyproject.toml lacks."""
    table, key = {
        "group": ("dependency-groups", group.name),
        "extra": ("project.optional-dependencies", group.name),
    }.get(group.kind, ("project", "dependencies"))
    return f'[{table}]\n{key} = ["{line_of(requirement)}"]   # one more item of the list that is there'


def _groups(project: Any) -> Iterator[_Group]:
    """Every list of requirements in a pyproject.toml, those of groups first."""
    poetry, own = _table(project, "tool", "poetry"), _table(project, "project")
    for name, table in _table(poetry, "group").items():
        yield _Group("group", name, _names(_table(table, "dependencies")))
    yield _Group("group", "dev", _names(_table(poetry, "dev-dependencies")))
    for name, listed in _table(project, "dependency-groups").items():
        yield _Group("group", name, _names(listed))
    yield _Group("group", "dev", _names(_table(project, "tool", "uv").get("dev-dependencies")))
    for name, listed in _table(own, "optional-dependencies").items():
        yield _Group("extra", name, _names(listed))
    yield _Group("", "", _names(own.get("dependencies")))
    yield _Group("", "", _names(_table(poetry, "dependencies")))


def _table(values: Any, *names: str) -> dict[str, Any]:
    """The table below these names, {} where there is none."""
    for name in names:
        values = values.get(name) if isinstance(values, dict) else None
    return values if isinstance(values, dict) else {}


def _names(requirements: Any) -> tuple[str, ...]:
    """The packages that requirements name, in lower case and with hyphens; of anything but texts, none."""
    if not isinstance(requirements, Iterable):
        return ()
    found = (_NAME.match(one) for one in requirements if isinstance(one, str))
    return tuple(re.sub(r"[-_.]+", "-", one[1]).lower() for one in found if one)
