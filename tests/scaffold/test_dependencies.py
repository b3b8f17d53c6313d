"""What a site needs is found and installed as the site does it, whatever it is kept in."""

from collections.abc import Iterable

import pytest

from mkdocs_journeys.scaffold.dependencies import Dependencies, dependencies

OURS = "git+https://git.example.com/j.git"
PIP = f'pip install "{OURS}"'
LINE = f"mkdocs-journeys @ {OURS}"


def found(files: dict[str, str], locks: Iterable[str] = ()) -> Dependencies:
    return dependencies(files | dict.fromkeys(locks, ""), OURS)


def test_without_any_file_this_package_alone_is_installed() -> None:
    assert found({}) == Dependencies((PIP,))
    assert found({}).lacks_ours


@pytest.mark.parametrize(
    "text",
    ["mkdocs-material==9.6 --hash=sha256:0\n", "-r base.txt\nMkDocs>=1.6\n", "# site\nproperdocs[i18n] ~= 1.6 # x\n"],
)
def test_a_requirements_file_that_names_a_generator_is_installed_first(text: str) -> None:
    needs = found({"../requirements-docs.txt": text})
    assert needs.install == ("pip install -r ../requirements-docs.txt", PIP)
    assert (needs.file, needs.to_add, needs.run) == ("../requirements-docs.txt", LINE, "")


@pytest.mark.parametrize("line", [LINE, "mkdocs_journeys==0.1", "MkDocs.Journeys"])
def test_one_that_names_this_package_too_is_enough(line: str) -> None:
    needs = found({"requirements.txt": f"mkdocs\n{line}\n"})
    assert (needs.install, needs.to_add, needs.lacks_ours) == (("pip install -r requirements.txt",), "", False)


def test_requirements_of_something_else_are_passed_over_for_those_of_the_site() -> None:
    needs = found({"requirements.txt": "flask\nnot-mkdocs\nmkdocsx\n", "../docs/requirements.txt": "mkdocs\n"})
    assert needs.file == "../docs/requirements.txt"


def test_a_file_name_is_quoted_for_the_shell() -> None:
    assert found({"our docs/requirements.txt": "mkdocs"}).install[0] == "pip install -r 'our docs/requirements.txt'"


POETRY = '[tool.poetry]\nname = "x"\n[tool.poetry.group.docs.dependencies]\nmkdocs = "^1.6"\n'
UV = '[project]\nname = "x"\n[dependency-groups]\na = ["pytest"]\ndocs = ["mkdocs-material", {include-group = "a"}]\n'
EXTRA = '[project]\nname = "x"\n[project.optional-dependencies]\ndocs = ["mkdocs>=1.6"]\n'


@pytest.mark.parametrize(
    ("text", "locks", "install", "run", "add"),
    [
        (
            POETRY,
            ["poetry.lock"],
            ("pipx install poetry", "poetry install --with docs", f"poetry run {PIP}"),
            "poetry run ",
            f"poetry add --group docs {OURS}",
        ),
        (
            '[tool.poetry.dependencies]\nmkdocs = "*"\n',
            [],
            ("pipx install poetry", "poetry install", f"poetry run {PIP}"),
            "poetry run ",
            f"poetry add {OURS}",
        ),
        (
            UV,
            ["uv.lock"],
            ("pip install uv", "uv sync --group docs", f"uv {PIP}"),
            "uv run --no-sync ",
            f"uv add --group docs '{LINE}'",
        ),
        (
            EXTRA,
            ["uv.lock"],
            ("pip install uv", "uv sync --extra docs", f"uv {PIP}"),
            "uv run --no-sync ",
            f"uv add --optional docs '{LINE}'",
        ),
        (
            UV,
            [],
            ("pip install --upgrade pip", "pip install . --group docs", PIP),
            "",
            f'[dependency-groups]\ndocs = ["{LINE}"]   # one more item of the list that is there',
        ),
        (
            UV.partition("name")[2].partition("\n")[2],
            [],
            ("pip install --upgrade pip", "pip install --group docs", PIP),
            "",
            f'[dependency-groups]\ndocs = ["{LINE}"]   # one more item of the list that is there',
        ),
        (
            EXTRA,
            [],
            ("pip install '.[docs]'", PIP),
            "",
            f'[project.optional-dependencies]\ndocs = ["{LINE}"]   # one more item of the list that is there',
        ),
        (
            '[project]\nname = "x"\ndependencies = ["mkdocs"]\n',
            [],
            ("pip install .", PIP),
            "",
            f'[project]\ndependencies = ["{LINE}"]   # one more item of the list that is there',
        ),
    ],
    ids=["poetry", "poetry, own", "uv", "uv, extra", "pip", "pip, no package", "pip, extra", "pip, own"],
)
def test_a_group_of_pyproject_is_installed_by_the_tool_that_keeps_it(
    text: str, locks: list[str], install: tuple[str, ...], run: str, add: str
) -> None:
    needs = found({"pyproject.toml": text}, locks)
    assert (needs.install, needs.run, needs.file) == (install, run, "pyproject.toml")
    assert (needs.to_add, needs.by_command) == (add, bool(run))


def test_a_group_further_up_is_named_with_its_file() -> None:
    assert found({"../pyproject.toml": UV}).install[1] == "pip install .. --group ../pyproject.toml:docs"
    assert found({"../pyproject.toml": EXTRA}).install[0] == "pip install '..[docs]'"
    assert found({"../pyproject.toml": UV}, ["../uv.lock"]).run == "uv run --no-sync "


def test_a_group_that_names_this_package_needs_no_more() -> None:
    needs = found({"pyproject.toml": UV.replace('"mkdocs-material"', '"mkdocs-material", "mkdocs-journeys @ git+x"')})
    assert (needs.install[-1], needs.to_add) == ("pip install . --group docs", "")


@pytest.mark.parametrize(
    "text",
    [
        "[",
        "",
        '[project]\nname = "x"\ndependencies = "mkdocs"\n',
        '[dependency-groups]\n"a; rm -rf ." = ["mkdocs"]\n',
        "dependency-groups = 3\ntool = [1]\nproject = {optional-dependencies = []}\n",
        '[tool.poetry.group]\ndocs = ["mkdocs"]\n',
    ],
)
def test_a_pyproject_that_says_nothing_sound_of_a_site_is_passed_over(text: str) -> None:
    assert found({"pyproject.toml": text}) == Dependencies((PIP,))
