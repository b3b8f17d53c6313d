"""New files: what is needed filled in, the rest as comments."""

import re
from collections.abc import Mapping
from datetime import date

import pytest
from jsonschema import Draft7Validator

from mkdocs_journeys.load import FileRole, parse_file
from mkdocs_journeys.model import Pain, Step
from mkdocs_journeys.scaffold import Start, blank
from mkdocs_journeys.scaffold.blank import WIDTH, hints
from mkdocs_journeys.schema import schema_of
from mkdocs_journeys.yamlfile import read

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
def test_every_field_of_the_format_stands_in_it(kind: str) -> None:
    values, _ = read(with_every_hint(blank(kind, start())).encode(), "new.yml")
    assert values is not None
    assert set(values) == set(schema_of(kind)["properties"])


def test_every_field_of_a_stage_and_of_a_step_stands_in_a_journey() -> None:
    values, _ = read(with_every_hint(blank("journey", start())).encode(), "new.yml")
    assert values is not None
    (stage,) = values["stages"]
    parts = schema_of("journey")["definitions"]
    assert set(stage) == set(parts["JourneyStage"]["properties"])
    assert set(stage["steps"][0]) == set(parts["Step"]["properties"])


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
