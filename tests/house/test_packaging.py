"""What is shipped is whole, and builds a site where nothing else of ours is.

ProperDocs reads `properdocs.yml` first and falls back to `mkdocs.yml`; it loads the plugins of the
entry-point group `mkdocs.plugins` beside its own, and its command makes every import of `mkdocs.*` an
import of `properdocs.*`. So one wheel with one entry point serves both hosts.
"""

import os
import shutil
import sys
import tarfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

from support import processes

SITE = {
    "mkdocs.yml": "site_name: X\ndocs_dir: docs\ntheme: {name: material}\nplugins: [search, journeys]\n",
    "docs/.gitkeep": "",
    "journeys/catalog.yml": "format: 1\nname: A small atlas\nstages:\n  - {id: decision, name: Decision}\n",
    "journeys/personas/ana.yml": "name: Ana\nrole: Buyer\n",
    "journeys/maps/buy.yml": (
        "title: Buy it\npersonas: ana\nstages:\n  - stage: decision\n    steps:\n      - name: Pays\n"
        "        emotion: -1\n        pains:\n          - {id: slow, title: Paying is slow}\n"
    ),
}
PAGES = ("index.html", "journeys/buy/index.html", "personas/ana/index.html", "pains/index.html")


@dataclass(frozen=True)
class Distributions:
    """The two files that are published."""

    sdist: Path
    wheel: Path


def run(*command: str | Path, cwd: Path) -> str:
    """The output of a command; its failure is the test's failure, with that output."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = processes.run(command, cwd=cwd, only_env=environment)
    return done.stdout + done.stderr


def package_files(root: Path) -> set[str]:
    """Every file that an installed package must hold, as its path in the wheel."""
    sources = {"mkdocs_journeys": root / "plugins" / "mkdocs_journeys"}
    sources["mkdocs_journeys/templates"] = root / "templates"
    sources["mkdocs_journeys/schema/files"] = root / "schema"
    return {
        f"{prefix}/{path.relative_to(folder).as_posix()}"
        for prefix, folder in sources.items()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def copy(repository_root: Path, repository_files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what git holds, so that no ignored file helps and nothing is written into the repository."""
    folder = tmp_path_factory.mktemp("copy")
    for path in repository_files:
        target = folder / path.relative_to(repository_root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return folder


@pytest.fixture(scope="module")
def distributions(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Distributions:
    """The sdist of the copy, and the wheel made from that sdist."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, copy, cwd=out)
    (sdist,) = out.glob("*.tar.gz")
    (wheel,) = out.glob("*.whl")
    return Distributions(sdist, wheel)


@pytest.fixture(scope="module")
def clean_environment(distributions: Distributions, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a new environment: the wheel, what it asks for, and ProperDocs; without the network."""
    folder = tmp_path_factory.mktemp("clean")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    programs = folder / "venv" / "bin"
    pip = (sys.executable, "-m", "pip", "--python", programs / "python")
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", distributions.wheel, cwd=folder)
    (packages,) = (folder / "venv" / "lib").glob("python*/site-packages")
    (ours,) = metadata.distributions(name="mkdocs-journeys", path=[str(packages)])
    for one in asked_for([*(ours.requires or ()), "properdocs"]):
        link(one, packages)
    run(*pip, "check", cwd=folder)
    return programs


def asked_for(requirements: Iterable[str]) -> Iterator[metadata.Distribution]:
    """The packages of the tests' own environment that these lines ask for, directly or through another package."""
    wanted, seen = [(line, "") for line in requirements], set[tuple[str, str]]()
    while wanted:
        line, extra = wanted.pop()
        one = Requirement(line)
        if one.marker and not one.marker.evaluate({"extra": extra}):
            continue
        for inner in ("", *one.extras):
            if (one.name, inner) not in seen:
                seen.add((one.name, inner))
                found = metadata.distribution(one.name)
                yield found
                wanted += [(each, inner) for each in found.requires or ()]


def link(one: metadata.Distribution, packages: Path) -> None:
    """Let the modules of a package and what is known of it be found in another environment too."""
    for name in {file.parts[0] for file in one.files or ()} - {"..", "__pycache__"}:
        if not (packages / name).exists():
            (packages / name).symlink_to(Path(str(one.locate_file(name))))


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    for name, text in SITE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_every_package_folder_is_listed(repository_root: Path) -> None:
    project = tomllib.loads((repository_root / "pyproject.toml").read_text("utf-8"))
    folder = repository_root / "plugins" / "mkdocs_journeys"
    holding_code = {path.parent for path in folder.rglob("*.py")}
    assert {path for path in holding_code if not (path / "__init__.py").exists()} == set()
    dotted = {".".join(path.relative_to(folder.parent).parts) for path in holding_code}
    mapped = {"mkdocs_journeys.schema.files", "mkdocs_journeys.templates"}
    assert set(project["tool"]["setuptools"]["packages"]) == dotted | mapped


def test_the_wheel_holds_the_package_its_templates_and_assets(distributions: Distributions, copy: Path) -> None:
    with ZipFile(distributions.wheel) as archive:
        names = set(archive.namelist())
    ours = {name for name in names if ".dist-info/" not in name}
    assert ours == package_files(copy)
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_sdist_holds_them_too(distributions: Distributions, copy: Path) -> None:
    with tarfile.open(distributions.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    folders = ("plugins/mkdocs_journeys", "schema", "templates")
    expected = {
        path.relative_to(copy).as_posix() for folder in folders for path in (copy / folder).rglob("*") if path.is_file()
    }
    assert expected <= names
    assert {"LICENSE", "README.md", "pyproject.toml"} <= names


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_the_installed_wheel_builds_a_site_in_another_folder(
    clean_environment: Path, small_site: Path, host: str
) -> None:
    run(clean_environment / "python", "-m", host, "build", "--strict", "--config-file", "mkdocs.yml", cwd=small_site)
    assert [page for page in PAGES if not (small_site / "site" / page).is_file()] == []
    assert "Paying is slow" in (small_site / "site" / "pains" / "index.html").read_text("utf-8")


def test_the_command_is_installed(clean_environment: Path, small_site: Path) -> None:
    run(clean_environment / "journeys", "check", cwd=small_site)
    where = run(
        *(clean_environment / "python", "-c", "import mkdocs_journeys as m; print(m.__file__)"),
        cwd=small_site,
    )
    assert Path(where.strip()).is_relative_to(clean_environment.parent)
