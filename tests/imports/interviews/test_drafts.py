"""Drafts of interviews: what the gate lets through as files, and what it refuses, each mistake at its place."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.cli import main
from mkdocs_journeys.imports.interviews.gate import problems_of, read_draft
from mkdocs_journeys.imports.interviews.json_values import values_of
from mkdocs_journeys.imports.interviews.transcripts import transcript_of
from mkdocs_journeys.load import load
from mkdocs_journeys.model.scales import Confidence
from mkdocs_journeys.schema import text_of
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.yamlfile.values import plain_copy

CASES = Path(__file__).parent / "cases"
ACCEPTED, REFUSED = (sorted(path for path in (CASES / name).iterdir()) for name in ("accepted", "refused"))
SCHEMA = json.loads(text_of("draft"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CASES / "base", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(case: Path, project: Path, *options: str) -> Result:
    shutil.copy(case / "draft.json", project)
    result = CliRunner().invoke(main, ["import", "json", "--draft", "draft.json", *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def files_in(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("case", ACCEPTED, ids=lambda case: case.name)
def test_an_accepted_draft_becomes_the_files_of_its_case(case: Path, project: Path) -> None:
    before = files_in(project)
    result = imported(case, project)
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    written = {path: text for path, text in files_in(project).items() if before.get(path) != text}
    del written["draft.json"]
    assert "".join(f"--- # {path}\n{text}" for path, text in written.items()) == (case / "expected.yml").read_text(
        "utf-8"
    )
    atlas, problems = load(worktree(project, "journeys"))
    assert atlas and not problems


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_a_refused_draft_is_told_all_its_mistakes_and_nothing_is_written(case: Path, project: Path) -> None:
    before = files_in(project)
    result = imported(case, project)
    (project / "draft.json").unlink()
    assert (result.exit_code, result.stdout, files_in(project)) == (1, "", before)
    assert result.stderr == (case / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize("case", ACCEPTED, ids=lambda case: case.name)
def test_what_is_accepted_fits_the_schema_that_is_given_to_a_language_model(case: Path) -> None:
    jsonschema.validate(json.loads((case / "draft.json").read_text("utf-8")), SCHEMA)


@pytest.mark.parametrize("case", ["wrong-form", "more-than-an-interview-shows", "nothing-in-it", "a-list"])
def test_what_is_of_another_form_does_not_fit_the_schema(case: str) -> None:
    document = json.loads((CASES / "refused" / case / "draft.json").read_text("utf-8"))
    assert not jsonschema.Draft7Validator(SCHEMA).is_valid(document)


def test_a_second_import_of_the_same_draft_changes_nothing(project: Path) -> None:
    case = CASES / "accepted/all"
    imported(case, project)
    before = files_in(project)
    result = imported(case, project)
    assert (result.exit_code, files_in(project)) == (0, before)
    assert {line.split()[0] for line in result.stdout.splitlines()[1:]} == {"same"}


def test_a_dry_run_of_a_draft_writes_nothing(project: Path) -> None:
    before = files_in(project)
    result = imported(CASES / "accepted/all", project, "--dry-run")
    (project / "draft.json").unlink()
    assert (result.exit_code, files_in(project)) == (0, before)
    assert "created  journeys/maps/choose.yml\n" in result.stdout


def test_nothing_of_a_draft_counts_as_validated(project: Path) -> None:
    imported(CASES / "accepted/all", project)
    atlas, _ = load(worktree(project, "journeys"))
    assert atlas
    steps = atlas.journeys["choose"].steps
    believed: list[Confidence | None] = [step.confidence for step in steps]
    believed += [one.pain.confidence for one in atlas.pains.values()]
    believed += [atlas.personas["tom"].confidence, atlas.opportunities["one-price"].confidence]
    assert believed == ["inferred", "assumed", "assumed", "inferred", "assumed", "inferred", "inferred"]


def test_a_persona_that_somebody_wrote_is_kept(project: Path) -> None:
    (project / "journeys/personas/tom.yml").write_text("name: Tom of IT\n", "utf-8")
    result = imported(CASES / "accepted/all", project)
    assert result.exit_code == 1
    assert "kept     journeys/personas/tom.yml\n" in result.stdout
    assert (project / "journeys/personas/tom.yml").read_text("utf-8") == "name: Tom of IT\n"


def test_nothing_is_written_that_would_rest_on_a_study_that_somebody_wrote(project: Path) -> None:
    imported(CASES / "accepted/all", project)
    study = project / "journeys/evidence/talks.yml"
    study.write_text("title: My own talks\ndate: 2026-11-12\n", "utf-8")
    before = files_in(project)
    draft = (CASES / "accepted/all/draft.json").read_text("utf-8")
    (project / "draft.json").write_text(draft.replace("Asks the boss", "Asks the team"), "utf-8")
    result = CliRunner().invoke(main, ["import", "json", "--draft", "draft.json"])
    (project / "draft.json").write_text(draft, "utf-8")
    assert (result.exit_code, files_in(project)) == (1, before)
    assert "The study 'talks' has no finding 'costs'." in result.stderr


def test_a_journey_stays_where_it_was_moved_to(project: Path) -> None:
    imported(CASES / "accepted/smallest", project, "--group", "trial")
    assert (project / "journeys/maps/trial/choose.yml").is_file()
    result = imported(CASES / "accepted/smallest", project)
    assert "same     journeys/maps/trial/choose.yml\n" in result.stdout


def test_a_transcript_elsewhere_is_given_by_itself(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "ann.txt"
    (project / "ann.txt").rename(elsewhere)
    assert imported(CASES / "accepted/smallest", project).exit_code == 1
    assert imported(CASES / "accepted/smallest", project, "--transcript", str(elsewhere)).exit_code == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b"\x7fELF\0\0", "is no text"), (b"a" * 20_000_001, "has more than 5,000,000 letters")],
    ids=["empty", "program", "large"],
)
def test_a_transcript_that_is_none_is_told(project: Path, content: bytes, said: str) -> None:
    (project / "ann.txt").write_bytes(content)
    result = imported(CASES / "accepted/smallest", project)
    assert result.exit_code == 1
    assert result.stderr.startswith("draft.json:1:25: error[import] The transcript 'ann'")
    assert said in result.stderr.splitlines()[0]


@pytest.mark.parametrize("options", [["mermaid", "--draft"], ["json", "--transcript", "ann.txt"]])
def test_options_of_drafts_belong_to_drafts(project: Path, options: list[str]) -> None:
    result = CliRunner().invoke(main, ["import", *options, "ann.txt"])
    assert (result.exit_code, "journeys import json --draft FILE" in result.stderr) == (2, True)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


@given(value=st.dictionaries(st.text(max_size=8), JSON, max_size=5), indent=st.sampled_from([None, 1, "\t"]))
def test_json_is_read_as_python_reads_it(value: dict[str, object], indent: int | str | None) -> None:
    text = json.dumps(value, indent=indent)
    found, problems = values_of(text, "a.json")
    halves = any("half a character" in one.message for one in problems)
    assert halves or (plain_copy(found), problems) == (json.loads(text), [])


PARTS = st.sampled_from([
    "transcripts", "proposes", "evidence", "journeys", "opportunities", "personas", "stages", "talks", "choose",
    "findings", "text", "transcript", "ann", "steps", "says", "pains", "id", "title", "name", "empathy", "quote",
])  # fmt: skip
DRAFTS = st.recursive(
    st.none() | st.integers() | PARTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PARTS, inner),
    max_leaves=25,
)


@given(draft=st.dictionaries(PARTS, DRAFTS, max_size=6))
def test_no_draft_of_a_wrong_form_breaks_the_gate(draft: dict[str, object]) -> None:
    read = read_draft(json.dumps(draft).encode(), "draft.json", Tree())
    found = problems_of(read, {"ann": transcript_of("I said so", "ann.txt")}, Tree())
    assert found and all(problem.position.file == "draft.json" for problem in found)
