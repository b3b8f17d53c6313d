"""One log in the formats of four vendors: `journeys measure` writes the same files, and they say what loops say."""

from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import pytest
from click.testing import CliRunner
from tools.event_log.log import Log, log_of

from measure.support_generated import events_of, subscriptions_of
from measure.support_oracle import Event, Funnel, Step, churn, count, funnel
from mkdocs_journeys.cli import main

FILES = {"ga4": "ga4/*", "mixpanel": "mixpanel/*", "amplitude": "amplitude/*", "segment": "segment/tracks*"}
CATALOG = """\
format: 1
stages: [{id: buying, name: Buying}]
segments: [{id: small-firm, name: Small}, {id: growing-firm, name: Growing}]
metrics:
  - {id: visits, name: Visits, kind: count}
  - {id: trials, name: Trials, kind: count}
  - {id: paid, name: Paid, kind: conversion}
  - {id: days, name: Days, kind: duration, unit: d}
  - {id: back, name: Back, kind: retention}
  - {id: lost, name: Lost, kind: churn}
"""
MEASURE = """\
format: 1
time_zone: Europe/Berlin
since: 2024-11-01
smallest: 1
sources:
  - id: product
    preset: {preset}
    files: "{files}"
    until: 2026-10-31
    unless: {{user_agent: "BrackenWatch/2.1 (bot; +https://example.com/bot)"}}
    segments: {{small-firm: {{segment: small-firm}}, growing-firm: {{segment: growing-firm}}}}
  - {{id: billing, preset: stripe, files: tables/stripe.csv, until: 2026-10-31}}
counts:
  - {{metric: visits, source: product, event: site_visited, of: sessions}}
  - {{metric: trials, source: product, event: trial_started, by_segment: true}}
funnels:
  - metric: paid
    source: product
    window: 45 d
    steps: [{{event: trial_started}}, {{event: {{event: invoice_paid, where: {{number: 1}}}}}}]
durations:
  - {{metric: days, source: product, start: trial_started, end: first_week_finished, window: 60 d}}
retention:
  - {{metric: back, source: product, start: trial_started, back: board_used, after: 14 d, counting: within}}
churn:
  - {{metric: lost, source: billing}}
journeys:
  - journey: buy
    source: product
    goal: plan_chosen
    window: 45 d
    steps: {{look: pricing_viewed, try: trial_started}}
"""
MAP = """\
title: Buy
personas: ann
stages:
  - stage: buying
    steps: [{id: look, name: Looks}, {id: try, name: Tries}]
"""
END = datetime(2026, 10, 31, 22, 59, 59, 999_999, tzinfo=UTC)
"""When October is over in Berlin."""


@pytest.fixture(scope="module")
def log() -> Log:
    return log_of(3, 0.01)


@pytest.fixture(scope="module")
def written(log: Log, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """By vendor, the text of each file that is measured over its export."""
    root = tmp_path_factory.mktemp("vendors")
    for folder in (*FILES, "tables"):
        import_module(f"tools.event_log.writers.{folder}").write(log, root / folder)
    found = {}
    for preset, files in FILES.items():
        for path, text in {
            "catalog.yml": CATALOG,
            "measure.yml": MEASURE.format(preset=preset, files=files),
            "personas/ann.yml": "name: Ann\n",
            "maps/buy.yml": MAP,
        }.items():
            (root / preset / "journeys" / path).parent.mkdir(parents=True, exist_ok=True)
            (root / preset / "journeys" / path).write_text(text, "utf-8")
        project = tmp_path_factory.mktemp(preset)
        (root / preset / "journeys").rename(project / "journeys")
        for folder in (preset, "tables"):
            (project / folder).mkdir()
            for file in (root / folder).iterdir():
                (project / folder / file.name).hardlink_to(file)
        result = CliRunner().invoke(main, ["measure", "--root", str(project)])
        assert result.exit_code == 0, result.output
        found[preset] = {path.name: path.read_text("utf-8") for path in (project / "journeys").rglob("*.csv")}
    return found


@pytest.fixture(scope="module")
def events(log: Log) -> list[Event]:
    return events_of(log)


def rows_of(text: str) -> dict[date, list[str]]:
    """The cells of the whole base by the last day of their month."""
    header, *rows = (line.split(",") for line in text.splitlines())
    at = header.index("segment") if "segment" in header else None
    return {date.fromisoformat(row[0]): row[1:] for row in rows if at is None or not row[at]}


def month_of(last: date) -> date:
    return last.replace(day=1)


@pytest.mark.slow
def test_four_vendors_exports_give_the_same_files(written: dict[str, dict[str, str]]) -> None:
    first = written["mixpanel"]
    assert sorted(first) == ["back.csv", "buy.csv", "days.csv", "lost.csv", "paid.csv", "trials.csv", "visits.csv"]
    assert [vendor for vendor, files in written.items() if files != first] == []


@pytest.mark.slow
def test_counts_are_those_of_plain_loops(written: dict[str, dict[str, str]], events: list[Event]) -> None:
    for metric, event, of in (("visits", "site_visited", "sessions"), ("trials", "trial_started", "people")):
        wanted = count(events, [Step(event)], of, "month", "Europe/Berlin")  # type: ignore[arg-type]
        found = rows_of(written["mixpanel"][f"{metric}.csv"])
        assert len(found) == 24
        assert {month_of(last): int(row[0]) for last, row in found.items()} == {
            month_of(last): wanted.get((month_of(last), None), 0) for last in found
        }


@pytest.mark.slow
def test_the_funnel_is_that_of_plain_loops(written: dict[str, dict[str, str]], events: list[Event]) -> None:
    steps = [Step("trial_started"), Step("invoice_paid", {"number": 1})]
    wanted = funnel(events, Funnel(steps, timedelta(days=45)), "month", "Europe/Berlin", end=END)
    for last, (part, whole, pending, *_) in rows_of(written["mixpanel"]["paid.csv"]).items():
        row = wanted[month_of(last), None]
        assert (int(part or 0), int(whole or 0), int(pending or 0)) == (row.people[1], row.people[0], row.pending)


@pytest.mark.slow
def test_churn_is_that_of_plain_loops(written: dict[str, dict[str, str]], log: Log) -> None:
    for last, (part, whole, *_) in rows_of(written["mixpanel"]["lost.csv"]).items():
        wanted = churn(subscriptions_of(log), month_of(last), "month", "Europe/Berlin")
        assert (int(part), int(whole)) == wanted[None]
