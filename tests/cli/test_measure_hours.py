"""Times until the first answer in working hours as `journeys measure` writes them, and what it refuses."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main

CATALOG = """\
format: 1
metrics:
  - {id: answer, name: First answer, kind: duration, unit: h}
  - {id: days, name: Days to the first answer, kind: duration, unit: d}
"""
MEASURE = """\
format: 1
time_zone: Europe/Berlin
sources:
  - {id: help, preset: zendesk, files: tickets.jsonl, until: 2026-04-30}
durations:
  - metric: answer
    source: help
    start: created
    end: answered
    window: 20 d
    working_hours: {opens: "08:00", closes: "19:00", holidays: [2026-04-03, 2026-04-06]}
"""
ASKED = "2026-04-02T16:00:00Z"
"""The Thursday before Easter, 18:00 in Berlin: support has one hour left, and works again on Tuesday."""
TICKETS = "".join(
    json.dumps(
        {
            "id": number,
            "created_at": "2026-03-31T21:59:00Z" if number == 0 else ASKED,
            "metric_set": {"reply_time_in_minutes": {"calendar": minutes, "business": 0}},
        }
    )
    + "\n"
    # Until nothing, Thursday 18:30, Saturday, Tuesday 08:00, 10:00 and 19:00.
    for number, minutes in enumerate((1, 30, 2 * 1440, 110 * 60, 112 * 60, 121 * 60))
)


def measure(folder: Path, definitions: str = MEASURE) -> Result:
    (folder / "journeys").mkdir(exist_ok=True)
    (folder / "journeys/catalog.yml").write_text(CATALOG, "utf-8")
    (folder / "journeys/measure.yml").write_text(definitions, "utf-8")
    (folder / "tickets.jsonl").write_text(TICKETS, "utf-8")
    result = CliRunner().invoke(main, ["measure", "--root", str(folder)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_nights_weekends_and_holidays_do_not_count(tmp_path: Path) -> None:
    result = measure(tmp_path)
    assert result.exit_code == 0, result.output
    rows = (tmp_path / "journeys/metrics/answer.csv").read_text("utf-8").splitlines()
    # 0.5, 1, 1, 3 and 12 hours.
    assert rows[-1] == "2026-04-30,1,5,0.5,12"


def test_all_time_counts_without_them(tmp_path: Path) -> None:
    measure(tmp_path, MEASURE[: MEASURE.index("    working_hours")])
    rows = (tmp_path / "journeys/metrics/answer.csv").read_text("utf-8").splitlines()
    assert rows[-1] == "2026-04-30,110,5,0.5,121"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"08:00"', '^"8 am"', "needs a time of day"),
        ('"19:00"', '^"24:30"', "needs a time of day"),
        ('{opens: "08:00"', '^{opens: "20:00"', "closes before it opens"),
        ("2026-04-03", "^2026-04-31", "is '2026-04-31', which is no date."),
        ('closes: "19:00"', 'closes: "19:00", days: ^monday', "cannot be 'monday'"),
        ("metric: answer", "metric: ^days", "Working hours are counted, and the unit of 'days' is d."),
    ],
)
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = MEASURE.replace(old, new)
    before = text.partition("^")[0].splitlines()
    result = measure(tmp_path, text.replace("^", ""))
    assert result.exit_code == 1
    assert said in result.stderr
    assert f"journeys/measure.yml:{len(before)}:{len(before[-1]) + 1}:" in result.stderr
