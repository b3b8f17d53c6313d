"""Each folder in cases/ holds an atlas and, in expected/, the files for each importer."""

import csv
import io
import shlex
from pathlib import Path

import pytest
from hypothesis import given, settings

from exports.support_drawn import atlases
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.csvcell import unguarded
from mkdocs_journeys.model.settings.trackers import Trackers
from mkdocs_journeys.trackers.tables import FORMS, files_of
from support.atlases import atlas, journey, pain, step
from support.budgets import examples
from trackers.support_atlas import CASES, atlas_in, issues_in, tree_of

NAMES = sorted(path.name for path in CASES.iterdir())
WRITTEN_ANEW = """\
To write them anew: PYTHONPATH=tests .venv/bin/python -m trackers.support_expected; then read what differs."""


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", NAMES)
def test_files_are_those_that_the_case_expects(case: str, form: str) -> None:
    found = written(case, form)
    expected = {path.name: path.read_text("utf-8") for path in (CASES / case / "expected").glob(f"{form}.*")}
    assert found == expected, WRITTEN_ANEW


def written(case: str, form: str) -> dict[str, str]:
    """The files of a form for a case by their names; a second one is `FORM.2.csv`, notes `FORM.notes.txt`."""
    of = atlas_in(tree_of(case))
    files = files_of(form, issues_in(of), of.catalog.trackers)
    ending = "sh" if form == "github" else "csv"
    found = {
        f"{form}.{f'{at}.' if at > 1 else ''}{ending}": part.content.decode() for at, part in enumerate(files.parts, 1)
    }
    notes = {f"{form}.notes.txt": "".join(f"{note}\n" for note in files.notes)} if files.notes else {}
    return found | notes


@pytest.mark.parametrize("form", [form for form in FORMS if form != "github"])
@settings(max_examples=examples(5), deadline=None)
@given(atlases())
def test_no_cell_is_a_formula_and_titles_come_back(form: str, of: Atlas) -> None:
    issues = issues_in(of)
    [part] = files_of(form, issues, Trackers()).parts
    for row in csv.reader(io.StringIO(part.content.decode())):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    titles = [unguarded(row.get("Title") or row.get("title") or row.get("Summary") or "") for row in rows(part.content)]
    assert titles == [issue.title for issue in issues]


@pytest.mark.parametrize(("form", "sizes"), [("jira-bulk", [250, 250, 1]), ("jira", [501]), ("azure", [501])])
def test_importers_get_as_many_rows_as_they_take(form: str, sizes: list[int]) -> None:
    of = atlas(journey("buy", step("Pays", pains=[pain(f"p{number}") for number in range(501)])))
    parts = files_of(form, issues_in(of, site=""), Trackers()).parts
    assert [len(rows(part.content)) for part in parts] == sizes
    assert [part.says for part in parts] == [f"{size} new" for size in sizes]


def test_nothing_to_import_is_a_file_with_its_columns() -> None:
    [part] = files_of("linear", [], Trackers()).parts
    assert part.content.startswith(b"Id,Team,Title,")
    assert part.says == "empty"


def test_trailing_commas_of_jira_stay() -> None:
    lines = (CASES / "plain/expected/jira.csv").read_text("utf-8")
    known = next(row for row in csv.reader(io.StringIO(lines)) if row[0] == "SHOP-7")
    assert (len(known), known[-3:]) == (9, ["", "", ""])


def test_a_script_asks_for_the_repository(tmp_path: Path) -> None:
    text = (CASES / "plain/expected/github.sh").read_text("utf-8")
    words = shlex.split(text.partition("\ncreate '")[2].partition("\n\ncreate '")[0].join(("'", "")))
    assert words[1:3] == ["opportunity", "How might we say the whole price before anyone asks?"]
