"""`journeys measure` keeps comments as evidence where measure.yml asks for it, and nowhere else."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main

CATALOG = """\
format: 1
stages: [{id: buying, name: Buying}]
metrics: [{id: nps, name: Recommendation, kind: nps}]
"""
SOURCE = """\
format: 1
smallest: 2
sources:
  - id: survey
    shape: responses
    files: exports/survey.csv
    columns: {person: who, time: day, score: answer, comment: why}
    until: 2026-03-31
scores: [{metric: nps, source: survey, score: nps}]
"""
KEPT = "comments: [{evidence: said, title: What people write, source: survey, limit: 3, choose: lowest, months: 2}]\n"
MAP = "title: Buy\npersonas: ann\nstages:\n  - stage: buying\n    steps: [{id: look, name: Looks}]\n"
SURVEY = """\
who,day,answer,why,lang
p-0001,2026-01-03,1,January is too long ago.,en
p-0002,2026-02-03,2,"Hi Anna, the board is slow. Regards, Maya Kern",en
p-0003,2026-02-04,9,I like it.,en
p-0004,2026-03-05,0,Refund to DE89 3704 0044 0532 0130 00,en
p-0005,2026-03-06,3,Zu teuer.,de
p-0006,2026-03-07,8,,en
"""
STUDY = "journeys/evidence/said.yml"
FILES = {
    "journeys/catalog.yml": CATALOG,
    "journeys/measure.yml": SOURCE + KEPT,
    "journeys/maps/buy.yml": MAP,
    "journeys/personas/ann.yml": "name: Ann\n",
    "exports/survey.csv": SURVEY,
}


def project(folder: Path, changed: Mapping[str, str] = {}) -> Path:
    for path, text in (FILES | changed).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def measure(folder: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["measure", "--root", str(folder), *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def check(folder: Path) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(folder), "--fail-on", "error"])


def quotes(folder: Path) -> list[str]:
    study = yaml.safe_load((folder / STUDY).read_text("utf-8"))
    return [finding["text"] for finding in study.get("findings", [])]


def kept(*words: tuple[str, str]) -> str:
    text = KEPT
    for old, new in words:
        assert old in text
        text = text.replace(old, new)
    return SOURCE + text


def test_nothing_is_kept_unless_it_is_asked_for(tmp_path: Path) -> None:
    result = measure(project(tmp_path, {"journeys/measure.yml": SOURCE}))
    assert result.exit_code == 0, result.output
    assert not (tmp_path / "journeys/evidence").exists()
    everything = b"".join(path.read_bytes() for path in (tmp_path / "journeys").rglob("*") if path.is_file())
    assert b"slow" not in everything


def test_comments_are_kept_masked_without_a_day_or_anybodys_id(tmp_path: Path) -> None:
    result = measure(project(tmp_path))
    assert result.exit_code == 0, result.output
    assert f"wrote    {STUDY}" in result.stdout
    assert quotes(tmp_path) == ["Refund to [account]", "Hi [name], the board is slow. Regards, [name]", "Zu teuer."]
    text = (tmp_path / STUDY).read_text("utf-8")
    assert "month: 2026-02\n    score: 2\n" in text
    assert "n: 4\n" in text and "date: 2026-03-31\n" in text and "comments of survey," in text
    assert not any(secret in text for secret in ("p-000", "-03-05", "-02-03", "Maya", "Anna", "3704"))
    assert check(tmp_path).exit_code == 0, check(tmp_path).output


def test_measuring_again_changes_no_byte(tmp_path: Path) -> None:
    measure(project(tmp_path))
    before = (tmp_path / STUDY).read_bytes()
    assert measure(tmp_path).stdout == "2 files of figures stayed the same.\n"
    assert (tmp_path / STUDY).read_bytes() == before


def test_the_newest_come_first_if_nothing_is_said(tmp_path: Path) -> None:
    measure(project(tmp_path, {"journeys/measure.yml": kept((" choose: lowest,", ""), ("limit: 3", "limit: 1"))}))
    assert quotes(tmp_path) == ["Zu teuer."]


def test_conditions_choose_whose_comments_are_kept(tmp_path: Path) -> None:
    where = ("limit: 3", "where: {lang: en}, unless: {answer: 9}, limit: 3")
    measure(project(tmp_path, {"journeys/measure.yml": kept(where)}))
    assert quotes(tmp_path) == ["Refund to [account]", "Hi [name], the board is slow. Regards, [name]"]


def test_the_comments_of_very_few_people_are_not_kept(tmp_path: Path) -> None:
    result = measure(project(tmp_path, {"journeys/measure.yml": kept().replace("smallest: 2", "smallest: 5")}))
    assert result.exit_code == 0, result.output
    assert quotes(tmp_path) == []


def test_a_dry_run_tells_what_would_come_and_go(tmp_path: Path) -> None:
    measure(project(tmp_path))
    before = (tmp_path / STUDY).read_bytes()
    row = "p-0007,2026-03-08,1,It lost my card.,en\n"
    (tmp_path / "exports/survey.csv").write_text(SURVEY + row, "utf-8")
    result = measure(tmp_path, "--dry-run")
    assert (tmp_path / STUDY).read_bytes() == before
    assert "It lost my card." in result.stdout
    assert "Zu teuer." in result.stdout
    assert "Nothing was written." in result.stderr


def test_a_comment_that_something_cites_stays_until_it_is_cited_no_more(tmp_path: Path) -> None:
    measure(project(tmp_path))
    text = (tmp_path / STUDY).read_text("utf-8")
    id = text[: text.index("Zu teuer.")].rpartition("- id: ")[2].partition("\n")[0]
    cites = MAP.replace("name: Looks", f"name: Looks, evidence: [said/{id}]")
    rows = "".join(f"p-1{n},2026-03-09,{n},It lost card {n}.,en\n" for n in range(2))
    project(tmp_path, {"journeys/maps/buy.yml": cites, "exports/survey.csv": SURVEY + rows})
    assert measure(tmp_path).exit_code == 0
    assert quotes(tmp_path) == ["Refund to [account]", "It lost card 0.", "It lost card 1.", "Zu teuer."]
    assert check(tmp_path).exit_code == 0, check(tmp_path).output
    (tmp_path / "journeys/maps/buy.yml").write_text(MAP, "utf-8")
    measure(tmp_path)
    assert "Zu teuer." not in quotes(tmp_path)


def test_a_study_that_a_person_wrote_is_not_overwritten(tmp_path: Path) -> None:
    own = "title: Twelve interviews\ndate: 2026-01-31\n"
    result = measure(project(tmp_path, {STUDY: own}))
    assert result.exit_code == 1
    assert "was not written by `journeys measure`" in result.stderr and "measure.yml:10:" in result.stderr
    assert (tmp_path / STUDY).read_text("utf-8") == own
    assert (tmp_path / "journeys/metrics/nps.csv").exists()


def test_some_metrics_alone_keep_no_comments(tmp_path: Path) -> None:
    assert measure(project(tmp_path), "nps").exit_code == 0
    assert not (tmp_path / STUDY).exists()


def test_what_is_asked_for_comments_can_be_read_as_sql(tmp_path: Path) -> None:
    result = measure(project(tmp_path), "--explain")
    assert "-- comments 1: said, comments, from survey" in result.stdout
    assert not (tmp_path / STUDY).exists()


TICKETS = SOURCE.replace("shape: responses", "shape: tickets").replace("time: day, score: answer", "created: day")
TICKETS = TICKETS.replace("scores: [{metric: nps, source: survey, score: nps}]\n", "")


def test_tickets_have_comments_where_a_column_is_named(tmp_path: Path) -> None:
    result = measure(project(tmp_path, {"journeys/measure.yml": TICKETS + KEPT.replace(" choose: lowest,", "")}))
    assert result.exit_code == 0, result.output
    assert len(quotes(tmp_path)) == 3
    assert "kind: support-tickets\n" in (tmp_path / STUDY).read_text("utf-8")


@pytest.mark.parametrize(
    ("definitions", "said"),
    [
        (kept().replace(", comment: why", ""), "Nothing says which column of the source 'survey' holds the comments"),
        (kept().replace("comment: why", "comment: whi"), "no column 'whi', which holds the comment"),
        (TICKETS + KEPT, "Tickets have no score"),
        (
            TICKETS.replace("tickets", "events").replace("created: day", "time: day, event: answer") + KEPT,
            "comments are written beside responses, reviews or tickets",
        ),
        (kept(("limit: 3", "where: {language: en}, limit: 3")), "no property 'language'"),
        (kept(("limit: 3", "limit: 100")), "limit"),
        (kept(("source: survey", "source: surveys")), "Did you mean 'survey'?"),
        (
            SOURCE + "comments:\n" + 2 * "  - {evidence: said, title: A, source: survey}\n",
            "holds other comments already",
        ),
    ],
    ids=["no column", "wrong column", "no score", "other shape", "no property", "limit", "no source", "twice"],
)
def test_a_mistake_is_one_sentence_with_its_place(tmp_path: Path, definitions: str, said: str) -> None:
    result = measure(project(tmp_path, {"journeys/measure.yml": definitions}))
    assert result.exit_code == 1
    assert said in result.stderr
    assert "error[" in result.stderr and "measure.yml:" in result.stderr and "Hint:" in result.stderr
    assert not (tmp_path / STUDY).exists()


def test_a_hostile_comment_is_a_line_of_text(tmp_path: Path) -> None:
    hostile = '<script>alert(1)</script> {{ 7 * 191 }} - key: [value] ""\nno\x00\x1b[31m' + "x" * 100_000
    rows = f'p-0009,2026-03-09,0,"{hostile}",en\n'
    result = measure(project(tmp_path, {"exports/survey.csv": SURVEY + rows}))
    assert result.exit_code == 0, result.output
    [line] = [one for one in quotes(tmp_path) if "script" in one]
    assert line.startswith("<script>alert(1)</script> {{ 7 * 191 }} - key: [value]")
    assert len((tmp_path / STUDY).read_bytes()) < 2_000
    assert check(tmp_path).exit_code == 0, check(tmp_path).output
