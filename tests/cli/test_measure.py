"""`journeys measure` as somebody types it: what it writes, says, refuses and leaves alone."""

import json
import signal
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.measure import LOCK
from mkdocs_journeys.measure.lock import locked
from support.processes import BIN, run, running
from support.waiting import until

CATALOG = """\
format: 1
stages: [{id: buying, name: Buying}]
segments: [{id: small, name: Small firms}]
metrics:
  - {id: visits, name: Visits, kind: count}
  - {id: bought, name: Visit to purchase, kind: conversion, unit: "%"}
  - {id: days, name: Days to buy, kind: duration, unit: d}
  - {id: nps, name: Recommendation, kind: nps}
"""
MEASURE = """\
format: 1
smallest: 2
sources:
  - id: web
    shape: events
    files: exports/web.csv
    columns: {person: who, event: what, time: at}
    until: 2026-02-28
  - id: survey
    shape: responses
    files: exports/survey.csv
    columns: {time: day, score: answer}
    until: 2026-02-28
counts:
  - {metric: visits, source: web, event: seen}
funnels:
  - metric: bought
    source: web
    window: 10 d
    steps: [{event: seen}, {event: bought}]
scores:
  - {metric: nps, source: survey, score: nps}
journeys:
  - {journey: buy, source: web, goal: bought, window: 10 d, steps: {look: seen}}
"""
MAP = "title: Buy\npersonas: ann\nstages:\n  - stage: buying\n    steps: [{id: look, name: Looks}]\n"
WEB = "who,what,at\n" + "".join(
    f"p{person},{event},2026-0{month}-{day:02}T10:00:00Z\n"
    for month in (1, 2)
    for person in range(10 * month, 10 * month + 6)
    for event, day in (("seen", 1), *((("bought", 3),) if person % 2 else ()))
)
SURVEY = "day,answer\n" + "".join(f"2026-01-{day:02},{answer}\n" for day, answer in enumerate((10, 9, 7, 3, 0), 1))
FILES = {
    "journeys/catalog.yml": CATALOG,
    "journeys/measure.yml": MEASURE,
    "journeys/maps/buy.yml": MAP,
    "journeys/personas/ann.yml": "name: Ann\n",
    "exports/web.csv": WEB,
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


def figures(folder: Path, metric: str) -> str:
    return (folder / f"journeys/metrics/{metric}.csv").read_text("utf-8")


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "journeys").rglob("*.csv")}


def test_figures_are_written_and_said(tmp_path: Path) -> None:
    result = measure(project(tmp_path))
    assert result.exit_code == 0, result.output
    assert figures(tmp_path, "visits") == "date,value\n2026-01-31,6\n2026-02-28,6\n"
    assert figures(tmp_path, "bought") == "date,numerator,denominator\n2026-01-31,3,6\n2026-02-28,3,6\n"
    assert figures(tmp_path, "nps").splitlines()[1:] == ["2026-01-31,2,1,2,", "2026-02-28,,,,nobody in this period"]
    assert "2026-02-28,reached,goal,,6,12" in (tmp_path / "journeys/observed/buy.csv").read_text("utf-8")
    assert result.stdout.splitlines()[0] == "wrote    journeys/metrics/bought.csv"
    assert "web: 18 rows, 2026-01-01 to 2026-02-28" in result.stderr
    assert not (tmp_path / "journeys" / LOCK).exists()
    checked = CliRunner().invoke(main, ["check", "--root", str(tmp_path), "--fail-on", "error"])
    assert checked.exit_code == 0, checked.output


def test_a_definition_that_no_row_fits_any_more_is_found_by_check_without_the_exports(tmp_path: Path) -> None:
    root = project(tmp_path)
    measure(root)
    renamed = MEASURE.replace("event: seen}\nfunnels", "event: viewed}\nfunnels").replace(
        "{look: seen}", "{look: viewed}"
    )
    project(root, {"journeys/measure.yml": renamed.replace("[{event: seen}", "[{event: viewed}")})
    measure(root)
    assert figures(root, "bought") == (
        "date,numerator,denominator,note\n2026-01-31,3,6,\n2026-02-28,,,nobody in this period\n"
    )
    for path in (root / "exports").iterdir():
        path.unlink()
    found = CliRunner().invoke(main, ["check", "--root", str(root), "--quiet"]).output.splitlines()
    told = [
        line.removeprefix("journeys/measure.yml:").partition(" Look in")[0] for line in found if "measure.yml" in line
    ]
    none = "warning[definition-without-rows] No row fits this definition"
    assert told == [
        f"15:14: {none}: 'visits' has no figure of anybody.",
        f"17:13: {none} after 2026-01-31: 'bought' has no figure of anybody.",
        f"22:14: {none} after 2026-01-31: 'nps' has no figure of anybody.",
        "24:69: warning[step-unreached] None of 12 people was seen at 'look' up to 2026-02-28.",
    ]


def test_measuring_again_changes_no_byte(tmp_path: Path) -> None:
    measure(project(tmp_path))
    before = written(tmp_path)
    result = measure(tmp_path)
    assert written(tmp_path) == before
    assert result.stdout == "4 files of figures stayed the same.\n"


def test_a_dry_run_says_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    project(tmp_path, {"journeys/metrics/visits.csv": "date,value\n2026-01-31,4\n"})
    before = written(tmp_path)
    result = measure(tmp_path, "--dry-run")
    assert written(tmp_path) == before
    assert "Visits" in result.stdout and "6" in result.stdout
    assert "Nothing was written." in result.stderr


def test_some_metrics_alone(tmp_path: Path) -> None:
    assert measure(project(tmp_path), "visits").exit_code == 0
    assert list(written(tmp_path)) == ["visits.csv"]
    result = measure(tmp_path, "vists")
    assert (result.exit_code, "no metric 'vists'" in result.stderr) == (2, True)


def test_since_keeps_older_figures(tmp_path: Path) -> None:
    project(tmp_path, {"journeys/metrics/visits.csv": "date,value\n2025-12-31,9\n2026-01-31,4\n"})
    measure(tmp_path, "--since", "2026-02-01", "visits")
    assert figures(tmp_path, "visits") == "date,value\n2025-12-31,9\n2026-01-31,4\n2026-02-28,6\n"


def test_explain_prints_sql_and_measures_nothing(tmp_path: Path) -> None:
    result = measure(project(tmp_path), "--explain")
    assert result.exit_code == 0
    assert (
        "-- counts 1: visits, from web\nWITH" in result.stdout
        or "-- counts 1: visits, from web\nSELECT" in result.stdout
    )
    assert "-- journeys 1: buy, way, from web" in result.stdout
    assert written(tmp_path) == {}


def test_what_cannot_be_measured_is_told_and_stops_no_other(tmp_path: Path) -> None:
    result = measure(project(tmp_path, {"exports/survey.csv": "day,answer\n2026-01-03,good\n"}))
    assert result.exit_code == 1
    assert "survey" in result.stderr and "answer" in result.stderr and "row 2" in result.stderr
    assert sorted(written(tmp_path)) == ["bought.csv", "buy.csv", "visits.csv"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"exports/web.csv": "who,what\np,seen\n"}, "at"),
        ({"exports/web.csv": ""}, "exports/web.csv"),
        ({"exports/web.csv": "who,what,at\np,seen,2026-13-01\n"}, "row 2"),
        ({"exports/web.csv": "who,what,at\np,seen,1066-10-14\n"}, "row 2"),
        ({"journeys/measure.yml": MEASURE.replace("exports/web.csv", "exports/wbe.csv")}, "no file"),
        (
            {"journeys/measure.yml": MEASURE.replace("event: seen}\n", "event: {event: seen, where: {plan: x}}}\n")},
            "'plan'",
        ),
        ({"journeys/measure.yml": MEASURE.replace("score: nps}", "score: csat-mean}")}, "kind nps"),
        ({"journeys/measure.yml": MEASURE.replace("source: survey", "source: web")}, "holds events"),
        ({"journeys/measure.yml": MEASURE.replace("look: seen", "lok: seen")}, "Did you mean 'look'?"),
        ({"exports/web.csv": "who,what,at\np,seen,2026-02-20T10:00:00Z\n"}, "no whole month"),
    ],
    ids=[
        "no column",
        "empty",
        "no date",
        "long ago",
        "no file",
        "no property",
        "other kind",
        "other shape",
        "no step",
        "no month",
    ],
)
def test_a_mistake_is_one_sentence_with_its_place(tmp_path: Path, changed: dict[str, str], said: str) -> None:
    if said == "no whole month":
        changed["journeys/measure.yml"] = MEASURE.replace("    until: 2026-02-28\n", "", 1)
    result = measure(project(tmp_path, changed))
    assert result.exit_code == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert "error[" in result.stderr and "Hint:" in result.stderr


def test_mistakes_of_the_definitions_are_found_before_anything_is_read(tmp_path: Path) -> None:
    changed = {"journeys/measure.yml": MEASURE.replace("metric: visits", "metric: visitors"), "exports/web.csv": ""}
    result = measure(project(tmp_path, changed))
    assert (result.exit_code, "There is no metric 'visitors'" in result.stderr) == (1, True)
    assert written(tmp_path) == {}


def test_without_definitions_it_is_said_where_to_read(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "journeys/measure.yml").unlink()
    result = measure(tmp_path)
    assert (result.exit_code, "Measure a journey" in result.stderr) == (1, True)


def test_older_figures_in_other_columns_are_not_lost(tmp_path: Path) -> None:
    older = "date,value\n2025-12-31,40\n"
    result = measure(project(tmp_path, {"journeys/metrics/bought.csv": older}))
    assert result.exit_code == 1
    assert "older figures in other columns" in result.stderr
    assert figures(tmp_path, "bought") == older
    assert figures(tmp_path, "visits")


def test_only_one_measures_at_a_time(tmp_path: Path) -> None:
    with locked(project(tmp_path) / "journeys" / LOCK):
        result = measure(tmp_path)
    assert (result.exit_code, "is measuring here since" in result.stderr) == (1, True)
    assert written(tmp_path) == {}


@pytest.mark.slow
def test_without_the_extra_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['ibis'] = None\n"
        "from mkdocs_journeys.cli import main\n"
        f"main(['measure', '--root', {str(project(tmp_path))!r}])\n"
    )
    done = run([BIN / "python", "-c", code], code=None)
    assert done.returncode == 1
    assert "pip install 'mkdocs-journeys[measure]'" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_ctrl_c_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    rows = "".join(
        f'{{"who": "p{n}", "what": "seen", "at": "2026-01-01T00:00:00Z", "id": "{n}"}}\n' for n in range(400_000)
    )
    columns = "columns: {person: who, event: what, time: at, id: id}"
    definitions = MEASURE.replace("web.csv", "web.jsonl").replace(
        "columns: {person: who, event: what, time: at}", columns
    )
    project(tmp_path, {"journeys/measure.yml": definitions, "exports/web.jsonl": rows})
    (tmp_path / "journeys/metrics").mkdir()
    (tmp_path / "journeys/metrics/visits.csv").write_text("date,value\n2026-01-31,4\n", "utf-8")
    before = written(tmp_path)
    lock = tmp_path / "journeys" / LOCK
    with running([BIN / "journeys", "measure", "--root", tmp_path], tmp_path / "log") as process:
        until(lock.exists, process.said)
        code = process.end(signal.SIGINT)
    assert code == 130, process.said()
    assert "The files are as they were." in process.said()
    assert written(tmp_path) == before
    assert not lock.exists()


@pytest.mark.slow
def test_after_a_kill_the_next_run_takes_over(tmp_path: Path) -> None:
    project(tmp_path)
    gone = int(run([BIN / "python", "-c", "import os; print(os.getpid())"]).stdout)
    host = run([BIN / "python", "-c", "import socket; print(socket.gethostname())"]).stdout.strip()
    (tmp_path / "journeys" / LOCK).write_text(json.dumps({"host": host, "process": gone}), "utf-8")
    assert measure(tmp_path).exit_code == 0
