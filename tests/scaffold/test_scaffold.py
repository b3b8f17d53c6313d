"""A new project works at once, and so does a new file."""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from mkdocs_journeys.load import FileRole, load, parse_file
from mkdocs_journeys.model import MODELS, JourneyStage, Model, Pain, Step
from mkdocs_journeys.scaffold import SELDOM, WIDTH, Start, blank, hints, project_files
from mkdocs_journeys.schema import schema_of
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.yamlfile import read

FILES = project_files(date(2026, 10, 2), "git+https://example.com/atlas.git")


def test_what_an_atlas_needs_is_there() -> None:
    assert {
        "mkdocs.yml",
        "docs/about.md",
        "journeys/catalog.yml",
        "journeys/maps/try-it.yml",
        "journeys/personas/maya.yml",
        "journeys/evidence/first-interviews.yml",
        ".github/workflows/journeys.yml",
        ".gitignore",
        ".vscode/settings.json",
        ".vscode/extensions.json",
        ".journeys/schema/journey.json",
    } <= set(FILES)


def test_the_atlas_is_without_a_mistake() -> None:
    atlas, problems = load(Tree({path: text.encode() for path, text in FILES.items() if path.startswith("journeys/")}))
    assert problems == []
    assert atlas is not None
    assert [len(things) for things in (atlas.journeys, atlas.personas, atlas.evidence)] == [1, 1, 1]


def test_it_was_looked_at_today() -> None:
    assert "reviewed: 2026-10-02\n" in FILES["journeys/maps/try-it.yml"]
    assert not [path for path, text in FILES.items() if "TODAY" in text or "REQUIREMENT" in text]


def test_every_journey_file_names_a_schema_that_is_there_and_fits() -> None:
    for path, text in FILES.items():
        if path.startswith("journeys/"):
            named = text.splitlines()[0].partition("$schema=")[2]
            schema = FILES[
                (Path("/project") / path).parent.joinpath(named).resolve().relative_to("/project").as_posix()
            ]
            values, _ = read(text.encode(), path)
            assert list(Draft7Validator(json.loads(schema)).iter_errors(values)) == [], path


def test_the_settings_of_the_editor_map_every_schema() -> None:
    mapped = json.loads(FILES[".vscode/settings.json"])["yaml.schemas"]
    assert sorted(name.removeprefix("./") for name in mapped) == sorted(p for p in FILES if p.startswith(".journeys/"))
    assert json.loads(FILES[".vscode/extensions.json"]) == {"recommendations": ["redhat.vscode-yaml"]}


def test_ci_installs_what_was_named_then_checks_then_builds() -> None:
    steps = yaml.safe_load(FILES[".github/workflows/journeys.yml"])["jobs"]["check"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == [
        'pip install "git+https://example.com/atlas.git"',
        "journeys check --format github",
        "mkdocs build --strict",
    ]


def test_the_files_are_shipped(repository_root: Path) -> None:
    project = tomllib.loads((repository_root / "pyproject.toml").read_text("utf-8"))
    assert project["tool"]["setuptools"]["package-data"]["mkdocs_journeys.scaffold"] == ["files/**/*"]


def test_in_another_folder_the_journeys_name_their_schemas_from_there() -> None:
    files = project_files(date(2026, 10, 2), "x", "our/customers")
    assert not [path for path in files if path.startswith("journeys/")]
    text = files["our/customers/maps/try-it.yml"]
    assert text.startswith("# yaml-language-server: $schema=../../../.journeys/schema/journey.json\n")


KINDS = ("journey", "persona", "opportunity", "evidence")
every_kind = pytest.mark.parametrize("kind", KINDS)


def start(title: str = "Buy it", known: Mapping[str, str] | None = None) -> Start:
    known = known or {"persona": "maya", "stage": "decision"}
    return Start(title, "../../.journeys/schema/KIND.json", date(2026, 10, 2), known)


def problems(kind: str, text: str) -> list[str]:
    return [str(problem) for problem in parse_file(FileRole("new.yml", kind, "new"), text.encode()).problems]


def with_every_hint(text: str) -> str:
    """The file as it is once somebody has taken the `#` from every line that is YAML."""
    return re.sub(r"(?m)^( *)#(?=[a-z_]+: )", r"\1", text)


@every_kind
def test_a_new_file_is_without_a_mistake(kind: str) -> None:
    assert problems(kind, blank(kind, start())) == []


@every_kind
def test_it_names_its_schema_in_the_first_line(kind: str) -> None:
    first = blank(kind, start()).splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../.journeys/schema/KIND.json"


@every_kind
def test_with_every_hint_put_to_use_it_is_still_without_a_mistake(kind: str) -> None:
    text = with_every_hint(blank(kind, start()))
    assert problems(kind, text) == []
    values, _ = read(text.encode(), "new.yml")
    assert list(Draft7Validator(schema_of(kind)).iter_errors(values)) == []


@every_kind
def test_every_field_of_the_format_stands_in_it_but_those_that_are_seldom_needed(kind: str) -> None:
    values, _ = read(with_every_hint(blank(kind, start())).encode(), "new.yml")
    assert values is not None
    assert set(values) == set(schema_of(kind)["properties"]) - SELDOM.get(MODELS[kind], frozenset())


def test_so_do_the_fields_of_a_stage_and_of_a_step() -> None:
    values, _ = read(with_every_hint(blank("journey", start())).encode(), "new.yml")
    assert values is not None
    (stage,) = values["stages"]
    parts = schema_of("journey")["definitions"]
    assert set(stage) == set(parts["JourneyStage"]["properties"]) - SELDOM[JourneyStage]
    assert set(stage["steps"][0]) == set(parts["Step"]["properties"]) - SELDOM[Step]


@pytest.mark.parametrize("model", SELDOM)
def test_what_is_seldom_needed_is_named_in_one_line(model: type[Model]) -> None:
    assert SELDOM[model] <= set(model.model_fields)
    (line,) = (line for line in hints(model, {}).splitlines() if "Seldom needed" in line)
    assert all(name in line for name in SELDOM[model])


def test_an_example_in_words_stays_where_a_field_may_also_go_by_persona() -> None:
    found = hints(Step, {"persona": "maya"})
    assert "#feelings: [sceptical]\n" in found
    assert "#thinks: Which plan has single sign-on?\n" in found
    assert "#actors: [maya]\n" in found


def test_a_journey_takes_the_persona_the_stage_and_the_team_that_there_are() -> None:
    text = blank("journey", start(known={"persona": "tom", "stage": "renewal", "team": "growth"}))
    assert "personas: tom\n" in text
    assert "  - stage: renewal\n" in text
    assert "#owner: growth\n" in text


def test_a_study_is_dated() -> None:
    assert "\ndate: 2026-10-02\n" in blank("evidence", start())


@pytest.mark.parametrize(
    "title", ["Buy: it", "no", "# 1", "'s", '"q" - {', "12:30", "1.10", "Größe 🙂", "x" * 300, "!!int 3"]
)
def test_any_title_stays_what_it_was(title: str) -> None:
    values, _ = read(blank("persona", start(title)).encode(), "new.yml")
    assert values is not None
    assert values["name"] == title


def test_a_field_that_has_to_be_there_is_no_hint() -> None:
    assert not re.search(r"(?m)^#(id|title):", hints(Pain, {}))


def test_a_hint_says_what_the_field_is_and_which_words_it_takes() -> None:
    said = "# How bad it is when it happens. One of: cosmetic, minor, major, critical.\n#severity: major\n"
    assert hints(Pain, {}).startswith(said)


def test_ids_that_exist_take_the_place_of_the_example() -> None:
    found = hints(Step, {"touchpoint": "shop", "metric": "nps"}, "    ")
    assert "    #touchpoint: shop\n" in found
    assert "    #metrics: [nps]\n" in found
    assert "    #channel: web\n" in found


def test_sentences_are_broken_into_lines() -> None:
    prose = [line for line in hints(Step, {}).splitlines() if line.startswith("# ")]
    assert max(map(len, prose)) <= WIDTH
