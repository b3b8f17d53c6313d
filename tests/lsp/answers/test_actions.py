"""Quick fixes: applied, they leave a file that is better, and nothing else changed."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from lsp.support_marked import SMALL, snapshot_of
from mkdocs_journeys.lint.engine import check_atlas
from mkdocs_journeys.load import Loader
from mkdocs_journeys.lsp.answers.actions import Action, FixRequest, actions_for, worth_fixing
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.refactor.outcome import edited
from mkdocs_journeys.sources.tree import Tree

BUY = "journeys/maps/buy.yml"
TODAY = date(2026, 6, 1)


def problems_in(files: Mapping[str, str], root: Path) -> list[Problem]:
    tree = Tree({path: text.encode() for path, text in files.items()})
    atlas, problems = Loader().load(tree)
    return problems if atlas is None else check_atlas(atlas, problems, tree.files, root, TODAY)


def actions_in(files: Mapping[str, str], path: str, root: Path, rule: str = "") -> list[Action]:
    snapshot = snapshot_of(files)
    role = snapshot.role(path)
    assert role
    asked = FixRequest(role, files[path], snapshot, ".journeys/schema", TODAY)
    wanted = [one for one in problems_in(files, root) if one.position.file == path and rule in ("", one.rule)]
    return [action for problem in worth_fixing(wanted) for action in actions_for(problem, asked)]


def after(files: Mapping[str, str], action: Action) -> dict[str, str]:
    changed = {path: edited(files[path].encode(), edits).decode() for path, edits in action.edits.items()}
    return {**files, **changed, **action.created}


def with_text(path: str, old: str, new: str) -> dict[str, str]:
    assert old in SMALL[path]
    return SMALL | {path: SMALL[path].replace(old, new, 1)}


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("touchpoint: pricing-page", "touchpoint: pricing-pag", "Write 'pricing-page' for 'pricing-pag'"),
        ("personas: ana", "persona: ana", "Write 'personas' for 'persona'"),
        ("name: Pays", "name: Pays\n        moment_of_truth: yes", "Write true for yes"),
        ("severity: major", "severity: majr", "Write 'major' for 'majr'"),
        ("title: Buy it", "title: Buy: it", 'Put "Buy: it" in quotes'),
        ("name: Pays", "name:Pays", "Put a space after the colon"),
        ("  - stage: decision", "\t- stage: decision", "Indent the line with spaces"),
    ],
)
def test_a_fix_is_offered_and_mends_the_file(old: str, new: str, title: str, tmp_path: Path) -> None:
    files = with_text(BUY, old, new)
    assert problems_in(files, tmp_path)
    found = {action.title: action for action in actions_in(files, BUY, tmp_path)}
    assert title in found
    errors = [one for one in problems_in(after(files, found[title]), tmp_path) if one.severity == "error"]
    assert errors == []


def test_a_missing_persona_is_created(tmp_path: Path) -> None:
    files = with_text(BUY, "personas: ana", "personas: somebody-new")
    (action,) = actions_in(files, BUY, tmp_path, "reference-unknown")
    assert action.title == "Create journeys/personas/somebody-new.yml"
    text = action.created["journeys/personas/somebody-new.yml"]
    assert text.startswith("# yaml-language-server: $schema=../../.journeys/schema/persona.json\nname: Somebody new\n")
    assert not [one for one in problems_in(after(files, action), tmp_path) if one.severity == "error"]


def test_without_a_copy_of_the_schema_a_new_file_names_none(tmp_path: Path) -> None:
    files = with_text(BUY, "personas: ana", "personas: somebody-new")
    snapshot = snapshot_of(files)
    role = snapshot.role(BUY)
    assert role
    asked = FixRequest(role, files[BUY], snapshot, "", TODAY)
    (problem,) = [one for one in problems_in(files, tmp_path) if one.rule == "reference-unknown"]
    (action,) = actions_for(problem, asked)
    assert action.created["journeys/personas/somebody-new.yml"].startswith("name: Somebody new\n")


@pytest.mark.parametrize(
    ("old", "new", "entry"),
    [
        ("touchpoint: pricing-page", "touchpoint: lobby", {"id": "lobby", "name": "Lobby", "channel": "web"}),
        ("touchpoint: pricing-page", "channel: fax", {"id": "fax", "name": "Fax", "kind": "digital"}),
        ("touchpoint: pricing-page", "team: sales-people", {"id": "sales-people", "name": "Sales people"}),
        ("touchpoint: pricing-page", "metrics: [calls]", {"id": "calls", "name": "Calls", "kind": "count"}),
        ("personas: ana", "personas: ana\nsegments: [families]", {"id": "families", "name": "Families"}),
    ],
)
def test_a_missing_entry_is_added_to_the_catalog(old: str, new: str, entry: dict[str, str], tmp_path: Path) -> None:
    files = with_text(BUY, old, new)
    found = [one for one in actions_in(files, BUY, tmp_path, "reference-unknown") if "to the catalog" in one.title]
    assert len(found) == 1
    now = after(files, found[0])
    assert not [one for one in problems_in(now, tmp_path) if one.severity == "error"]
    for field, value in entry.items():
        assert f"{field}: {value}" in now["journeys/catalog.yml"]
    assert all(line in now["journeys/catalog.yml"] for line in SMALL["journeys/catalog.yml"].splitlines())


def test_an_entry_is_added_behind_the_last_of_its_list(tmp_path: Path) -> None:
    files = with_text(BUY, "touchpoint: pricing-page", "team: sales")
    files["journeys/catalog.yml"] = files["journeys/catalog.yml"].replace(
        "  - {id: growth, name: Growth}\n", "  - id: growth\n    name: Growth   # ours\n"
    )
    (action,) = [one for one in actions_in(files, BUY, tmp_path) if "to the catalog" in one.title]
    text = after(files, action)["journeys/catalog.yml"]
    assert "  - id: growth\n    name: Growth   # ours\n  - id: sales\n    name: Sales\nmetrics:\n" in text


@pytest.mark.parametrize("teams", ["teams: [{id: growth, name: Growth}]\n", "teams: &x\n  - {id: growth, name: G}\n"])
def test_a_list_in_another_style_is_left_alone(teams: str, tmp_path: Path) -> None:
    files = with_text(BUY, "touchpoint: pricing-page", "team: sales")
    catalog = files["journeys/catalog.yml"].replace("teams:\n  - {id: growth, name: Growth}\n", teams)
    files["journeys/catalog.yml"] = catalog
    assert [one for one in actions_in(files, BUY, tmp_path) if "to the catalog" in one.title and teams[6] == "["] == []


def test_a_word_that_cannot_be_an_id_creates_nothing(tmp_path: Path) -> None:
    files = with_text(BUY, "personas: ana", "personas: Ana Maria")
    assert not [one for one in actions_in(files, BUY, tmp_path) if one.created]


def test_a_finding_can_be_ignored_with_a_reason_to_be_written(tmp_path: Path) -> None:
    files = with_text(BUY, "name: Pays", "name: We send the customer an invoice")
    (action,) = actions_in(files, BUY, tmp_path, "company-voice")
    assert action.title == "Ignore company-voice here, and say why"
    now = after(files, action)
    assert "\n      # journeys: ignore company-voice because …\n      - name: We send" in now[BUY]
    assert "company-voice" not in {one.rule for one in problems_in(now, tmp_path)}


def test_only_a_safe_fix_is_preferred(tmp_path: Path) -> None:
    files = with_text(BUY, "name: Pays", "name: Pays\n        moment_of_truth: yes\n        severty: x")
    found = {action.title: action.preferred for action in actions_in(files, BUY, tmp_path)}
    assert found["Write true for yes"]
    assert not any(preferred for title, preferred in found.items() if title != "Write true for yes")
