"""`journeys init` in a repository that has a site already: everything goes to its place, and theirs stays."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from cli.authoring.support_init import WORKFLOW, commands, put, texts, workflow, yaml_after
from mkdocs_journeys.cli import main
from support.builds import build_here

pytestmark = pytest.mark.slow

CONFIG = "site_name: Mine\ntheme: {name: material, font: false}\nplugins:\n  - search\n"
NAV = "nav:\n  - index.md\n  - More: [more.md]\n"
PAGES = {"docs/index.md": "# Hello\n", "docs/more.md": "# More\n"}
SETTINGS = ".vscode/settings.json"


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The top of a repository, in which the tests run."""
    folder = tmp_path / "repository"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def init(*words: str) -> Result:
    result = CliRunner().invoke(main, ["init", *words])
    assert "Traceback" not in result.output
    return result


def test_a_site_in_a_folder_is_found_and_gets_the_atlas_and_the_workflow_goes_to_the_top(top: Path) -> None:
    theirs = put(top, {"mkdocs.yml": CONFIG + NAV, **PAGES}, "docs")
    theirs |= put(top, {"requirements-docs.txt": "mkdocs-material\n", "src/app.py": ""})
    result = init()
    assert result.exit_code == 0
    found = texts(top)
    assert {path: found[path] for path in theirs} == theirs
    assert {WORKFLOW, SETTINGS, "docs/journeys/catalog.yml", "docs/.journeys/schema/journey.json"} <= set(found)
    assert not [path for path in found if path.startswith(("journeys/", "docs/.github", "docs/.vscode"))]
    assert f"kept     docs/mkdocs.yml\ncreated  {WORKFLOW}\n" in result.output
    assert "created  docs/journeys/catalog.yml\n" in result.output
    assert f"In {WORKFLOW} and requirements-docs.txt, write the address that you install" in result.output
    assert "Next: cd docs, journeys check, then mkdocs serve --livereload\n" in result.output
    assert commands(top) == [
        "pip install -r ../requirements-docs.txt",
        'pip install "mkdocs-journeys"',
        "journeys check --format github",
        "mkdocs build",
    ]
    made = workflow(top)
    assert made["jobs"]["check"]["defaults"]["run"]["working-directory"] == "docs"
    assert made["on"]["push"]["paths"] == ["docs/**", WORKFLOW, "requirements-docs.txt"]
    assert made["on"]["pull_request"] == made["on"]["push"]


def test_the_paths_that_a_workflow_watches_and_an_editor_maps_are_there(top: Path) -> None:
    put(top, {"mkdocs.yml": f"INHERIT: ../base.yml\n{CONFIG}docs_dir: ../pages\n"}, "web/site-1")
    put(top, {"web/base.yml": "site_name: X\n", "web/pages/index.md": "# X", "requirements.txt": "mkdocs\n"})
    assert init().exit_code == 0
    for pattern in workflow(top)["on"]["push"]["paths"]:
        assert (top / pattern.removesuffix("/**")).exists(), pattern
    assert {"web/pages/**", "web/base.yml", "requirements.txt"} < set(workflow(top)["on"]["push"]["paths"])
    for schema, files in json.loads((top / SETTINGS).read_text("utf-8"))["yaml.schemas"].items():
        assert (top / schema).is_file()
        assert list(top.glob(files)) or any(name in files for name in ("opportunities", "measure", "acknowledged"))
    inside = top / "web/site-1"
    assert (inside / commands(top)[0].removeprefix("pip install -r ")).resolve() == top / "requirements.txt"


@pytest.mark.parametrize("place", ["", "docs", "docs/pages/deep"])
def test_from_anywhere_in_a_site_its_own_folder_is_meant_and_paths_are_seen_from_here(
    top: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(top, {"mkdocs.yml": CONFIG, **PAGES})
    (top / place).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(top / place)
    result = init()
    up = "../" * len(Path(place).parts)
    assert f"created  {up}journeys/catalog.yml\n" in result.output
    assert (top / "journeys/catalog.yml").is_file()
    assert workflow(top)["on"] == ["push", "pull_request"]


def test_the_lines_for_the_navigation_are_those_of_the_pages_that_there_are(top: Path) -> None:
    put(top, {"mkdocs.yml": CONFIG + NAV, **PAGES})
    lines = yaml.safe_load(yaml_after(init().output, "Add to mkdocs.yml:"))
    assert lines == {
        "plugins": ["journeys"],
        "nav": [
            {"Journeys": ["atlas.md", "journeys.md", "personas.md", "hand-offs.md", "what-changed.md"]},
            {"Work": ["pains.md", "board.md"]},
            {"Proof": ["evidence.md", "findings.md", "traceability.md", "catalog.md", "health.md"]},
        ],
    }
    config = yaml.safe_load(CONFIG + NAV)
    both = config | {key: [*config[key], *value] for key, value in lines.items()}
    (top / "mkdocs.yml").write_text(yaml.safe_dump(both), encoding="utf-8")
    said = build_here(top)
    assert "No page of the atlas is in the navigation" not in said
    assert "Proof" in (top / "site" / "index.html").read_text("utf-8")
    assert "Add to mkdocs.yml" not in init().output


def test_without_the_lines_the_build_says_that_nobody_finds_the_pages(top: Path) -> None:
    put(top, {"mkdocs.yml": CONFIG + "  - journeys\n" + NAV, **PAGES})
    init()
    assert build_here(top).count("No page of the atlas is in the navigation") == 1


def test_tags_in_a_configuration_are_not_run_and_a_theme_of_theirs_can_stay(top: Path) -> None:
    config = (
        "site_name: !ENV [NAME, X]\ntheme: readthedocs\nx: !!python/object/apply:pathlib.Path.touch ['ran']\n"
        "markdown_extensions:\n  - x: {format: !!python/name:pymdownx.superfences.fence_code_format }\n"
    )
    put(top, {"mkdocs.yml": config})
    output = init().output
    assert yaml_after(output, "Add to mkdocs.yml:") == "plugins:\n  - search\n  - journeys"
    assert "The theme readthedocs can stay: all can be read in it" in output
    assert not (top / "ran").exists()


def test_several_sites_are_named_and_none_is_chosen(top: Path) -> None:
    put(top, {"a/mkdocs.yml": CONFIG, "packages/b/mkdocs.yml": CONFIG})
    before = texts(top)
    result = init()
    assert result.exit_code == 2
    assert "There are 2 sites here, in a and packages/b. Name one: journeys init a" in result.output
    assert texts(top) == before


def test_in_one_repository_every_site_gets_its_own_workflow_and_keeps_it(top: Path) -> None:
    put(top, {"a/mkdocs.yml": CONFIG, "packages/b/mkdocs.yml": CONFIG})
    other = ".github/workflows/journeys-packages-b.yml"
    for _ in range(2):
        assert [init("a", "-q").exit_code, init("packages/b", "-q").exit_code] == [0, 0]
        assert sorted(path.name for path in (top / WORKFLOW).parent.iterdir()) == [Path(other).name, "journeys.yml"]
    folders = [
        workflow(top, name)["jobs"]["check"]["defaults"]["run"]["working-directory"] for name in (WORKFLOW, other)
    ]
    assert folders == ["a", "packages/b"]


def test_a_workflow_of_theirs_with_our_name_stays_and_ours_has_another(top: Path) -> None:
    theirs = put(top, {"mkdocs.yml": CONFIG, WORKFLOW: "on: push\njobs: {trip: {}}\n"})
    init()
    assert (top / WORKFLOW).read_text("utf-8") == theirs[WORKFLOW]
    assert "journeys check --format github" in commands(top, ".github/workflows/journeys-check.yml")


def test_what_they_have_is_kept_and_the_lines_for_it_are_printed_once(top: Path) -> None:
    theirs = put(
        top,
        {
            "docs/mkdocs.yml": CONFIG + "  - journeys\n",
            ".gitattributes": "* text=auto\n",
            ".pre-commit-config.yaml": "repos: []\n",
            SETTINGS: '{\n  // mine\n  "editor.tabSize": 2\n}\n',
            "requirements.txt": "mkdocs\n",
            ".github/workflows/site.yml": "jobs: {b: {steps: [{run: mkdocs gh-deploy}]}}\n",
            ".github/workflows/test.yml": "jobs: {b: {steps: [{run: pytest}]}}\n",
        },
    )
    output = init().output
    found = texts(top)
    assert {path: found[path] for path in theirs} == theirs
    schemas = json.loads("{" + yaml_after(output, "Add to .vscode/settings.json, within the outermost braces:") + "}")
    hooks = yaml.safe_load(yaml_after(output, "To check each commit, add to .pre-commit-config.yaml:"))
    (hook,) = hooks["repos"][0]["hooks"]
    assert (hook["entry"], hook["files"]) == ("journeys check --root docs", "^docs/journeys/")
    line = yaml_after(output, "Add to requirements.txt, so that the site can be built everywhere:")
    assert line == "mkdocs-journeys"
    assert ".github/workflows/site.yml builds the site too: let it install mkdocs-journeys before" in output
    assert "test.yml" not in output
    put(
        top,
        {
            SETTINGS: json.dumps(schemas),
            ".pre-commit-config.yaml": yaml.safe_dump(hooks),
            "requirements.txt": f"mkdocs\n{line}\n",
            ".github/workflows/site.yml": "run: pip install -r requirements.txt && mkdocs build\n",
        },
    )
    again = init().output
    assert "add to" not in again.lower()
    assert "builds the site too" not in again


def test_settings_of_an_editor_beside_the_site_are_those_that_count(top: Path) -> None:
    put(top, {"docs/mkdocs.yml": CONFIG, "docs/.vscode/extensions.json": "{}"})
    init()
    schemas = json.loads((top / "docs" / SETTINGS).read_text("utf-8"))["yaml.schemas"]
    assert schemas["./.journeys/schema/catalog.json"] == "journeys/catalog.yml"
    assert not (top / ".vscode").exists()


def test_a_project_of_uv_is_checked_and_built_by_it(top: Path) -> None:
    put(top, {"docs/mkdocs.yml": CONFIG, "uv.lock": "", "pyproject.toml": UV})
    output = init().output
    assert commands(top)[1:] == [
        "uv sync --group docs",
        'uv pip install "mkdocs-journeys"',
        "uv run --no-sync journeys check --format github",
        "uv run --no-sync mkdocs build",
    ]
    asked = "Run this, so that pyproject.toml names what the site needs now:"
    assert yaml_after(output, asked) == "uv add --group docs mkdocs-journeys"


UV = '[project]\nname = "x"\nversion = "1"\n[dependency-groups]\ndocs = ["mkdocs-material"]\n'


@pytest.mark.parametrize("name", ["${{ github.token }}", "a'b; x", "$(x)", "a*"])
def test_a_folder_that_no_workflow_can_name_gets_none(top: Path, name: str) -> None:
    put(top, {f"{name}/mkdocs.yml": CONFIG})
    result = init()
    assert result.exit_code == 0
    assert "No workflow for CI was made" in result.output
    assert not (top / ".github").exists()
    assert (top / name / "journeys/catalog.yml").is_file()


def test_in_a_folder_of_their_choice_the_journeys_are_read_and_checked(top: Path) -> None:
    put(top, {"mkdocs.yml": CONFIG + "  - journeys: {journeys_dir: customers, home: c.md}\n" + NAV, **PAGES})
    output = init().output
    assert "created  customers/catalog.yml\n" in output
    assert "Next: journeys check --journeys-dir customers, then mkdocs serve" in output
    assert "      - c.md\n" in output
    assert "journeys check --format github --journeys-dir customers" in commands(top)
    checked = CliRunner().invoke(main, ["check", "--journeys-dir", "customers"])
    assert (checked.exit_code, checked.output) == (0, "No mistakes; 4 files checked\n")
    build_here(top)


def test_journeys_that_would_be_published_as_they_are_get_a_line_that_keeps_them_out(top: Path) -> None:
    put(top, {"mkdocs.yml": CONFIG + "docs_dir: .\n"})
    assert "exclude_docs: |\n  /journeys/" in init().output


def test_an_atlas_with_mistakes_gets_the_lines_too(top: Path) -> None:
    put(top, {"mkdocs.yml": CONFIG + NAV, "journeys/catalog.yml": "format: [", **PAGES})
    result = init()
    assert result.exit_code == 0
    assert "      - journeys.md\n      - personas.md\n" in result.output


def test_a_folder_that_is_named_is_taken_at_its_word(top: Path) -> None:
    put(top, {"docs/mkdocs.yml": CONFIG})
    result = init(".")
    assert "created  mkdocs.yml\n" in result.output
    shutil.rmtree(top / "docs")
    assert "created  journeys/catalog.yml\n" in init("customer-journeys").output
    other = ".github/workflows/journeys-customer-journeys.yml"
    assert workflow(top, other)["jobs"]["check"]["defaults"]["run"]["working-directory"] == "customer-journeys"


def test_without_a_page_of_health_no_line_names_it(top: Path) -> None:
    put(top, {"mkdocs.yml": CONFIG + "  - journeys: {health: false}\n" + NAV, **PAGES})
    output = init().output
    assert "      - catalog.md\n" in output
    assert "health.md" not in output


def test_nothing_that_they_wrote_steers_a_terminal(top: Path) -> None:
    config = 'theme: {name: "\\e[31mred"}\nplugins: [{journeys: {home: "\\e[31m.md"}}]\nnav: [x.md]\n'
    put(top, {"a\x1b[31m/mkdocs.yml": config, ".pre-commit-config.yaml": "", SETTINGS: "{}"})
    result = init()
    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert "\\x1b[31m.md" in result.output


def test_outside_of_a_repository_all_stays_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"docs/mkdocs.yml": CONFIG})
    monkeypatch.chdir(tmp_path / "docs")
    assert init().exit_code == 0
    assert [path for path in texts(tmp_path) if not path.startswith("docs/")] == []
    assert (tmp_path / "docs" / WORKFLOW).is_file()


def test_a_link_at_the_top_is_not_written_through(top: Path, tmp_path: Path) -> None:
    put(top, {"docs/mkdocs.yml": CONFIG})
    (tmp_path / "elsewhere").mkdir()
    (top / ".github").symlink_to(tmp_path / "elsewhere")
    result = init()
    assert result.exit_code == 1
    assert ".github is a symbolic link, and a folder is needed there. Nothing was written." in result.output
    assert not (top / "docs/journeys").exists()
    assert list((tmp_path / "elsewhere").iterdir()) == []
