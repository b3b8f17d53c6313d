"""What a path says about a file."""

import pytest

from mkdocs_journeys.load.files import FileRole, duplicate_files, id_like, is_id, role_of
from mkdocs_journeys.problem import Problem


@pytest.mark.parametrize(
    ("path", "kind", "id", "group"),
    [
        ("journeys/catalog.yml", "catalog", "catalog", ""),
        ("journeys/maps/buy.yml", "journey", "buy", ""),
        ("journeys/maps/Nordic countries/level 2/buy.yml", "journey", "buy", "Nordic countries/level 2"),
        ("journeys/personas/maya-ops-lead.yml", "persona", "maya-ops-lead", ""),
        ("journeys/opportunities/one.yml", "opportunity", "one", ""),
        ("journeys/evidence/2026-06.yml", "evidence", "2026-06", ""),
        ("journeys/metrics/nps.csv", "figures", "nps", ""),
    ],
)
def test_a_path_gives_kind_id_and_group(path: str, kind: str, id: str, group: str) -> None:
    assert role_of(path, "journeys") == FileRole(path, kind, id, group)


@pytest.mark.parametrize(
    "path",
    [
        "journeys/README.md",
        "journeys/maps/notes.txt",
        "journeys/maps/figures.csv",
        "journeys/figures.csv",
        "journeys/metrics/notes.yml",
        "journeys/assets/portrait.png",
    ],
)
def test_files_of_other_kinds_are_left_alone(path: str) -> None:
    assert role_of(path, "journeys") is None


@pytest.mark.parametrize(
    ("path", "rule", "hint"),
    [
        ("journeys/maps/Buy.yml", "file-name", "Rename it to buy.yml."),
        ("journeys/maps/buy it.YML", "file-name", "Rename it to buy-it.yml."),
        ("journeys/maps/größe.yml", "file-name", "Rename it to grosse.yml."),
        ("journeys/maps/…….yml", "file-name", "An id is made of"),
        ("journeys/maps/-buy.yml", "file-name", "Rename it to buy.yml."),
        ("journeys/maps/buy\n.yml", "file-name", "Rename it to buy.yml."),
        ("journeys/maps/readme.yml", "file-name", "another name"),
        ("journeys/metrics/nps.CSV", "file-name", "Rename it to nps.csv."),
        ("journeys/Catalog.yml", "file-name", "Rename it to catalog.yml."),
        ("journeys/evidence/2026/one.yml", "file-place", "Move it to evidence/one.yml."),
        ("journeys/map/buy.yml", "file-place", "Move it to maps/"),
    ],
)
def test_a_bad_name_comes_with_a_better_one(path: str, rule: str, hint: str) -> None:
    problem = role_of(path, "journeys")
    assert isinstance(problem, Problem)
    assert problem.rule == rule
    assert hint in problem.hint
    assert (problem.position.line, problem.position.column) == (1, 1)


def test_the_longest_id_has_64_characters() -> None:
    assert is_id("a" * 64)
    assert not is_id("a" * 65)
    assert not is_id("a\n")
    assert id_like("A" * 70) == "a" * 64


def test_one_id_may_name_a_journey_and_a_persona() -> None:
    assert list(duplicate_files([FileRole("a", "journey", "buy"), FileRole("b", "persona", "buy")])) == []


def test_the_second_of_two_files_with_one_id_is_the_wrong_one() -> None:
    first, second = (
        FileRole("maps/a/buy.yml", "journey", "buy", "a"),
        FileRole("maps/b/buy.yml", "journey", "buy", "b"),
    )
    (problem,) = duplicate_files([first, second])
    assert problem.position.file == "maps/b/buy.yml"
    assert "maps/a/buy.yml" in problem.message
