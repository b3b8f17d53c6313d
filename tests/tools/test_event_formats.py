"""The same log comes back out of every format, read by readers written from what the vendors say."""

import csv
import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pyarrow.parquet
import pytest
from tools.event_log.__main__ import FORMATS, main
from tools.event_log.clock import LOG_END
from tools.event_log.log import Log, log_of

SCALE, SEED = 0.01, 5


class Event(NamedTuple):
    """An event without its duplicates, as all formats can say it."""

    time: int
    person: str
    session: int
    event: str
    properties: tuple[tuple[str, str], ...]


Events = dict[str, Event]
"""By insert id, or by what stands for one."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("log")
    main([str(folder), "--scale", str(SCALE), "--seed", str(SEED), "--formats", ",".join(FORMATS)])
    return folder


@pytest.fixture(scope="module")
def log() -> Log:
    return log_of(SEED, SCALE)


@pytest.fixture(scope="module")
def mixpanel(folder: Path) -> Events:
    return read_mixpanel(folder / "mixpanel")


def objects(folder: Path, pattern: str) -> Iterator[dict[str, object]]:
    paths = sorted(folder.glob(pattern))
    assert paths
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def table(path: Path) -> list[dict[str, str]]:
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(text.decode("utf-8").splitlines()))


def stated(properties: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in properties.items() if value not in ("", None)))


def seconds(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def read_mixpanel(folder: Path) -> Events:
    found = {}
    for line in objects(folder, "*.jsonl.gz"):
        own = dict(line["properties"])  # type: ignore[call-overload]
        own.pop("mp_processing_time_ms")
        own.pop("$device_id")
        own.pop("$user_id", None)
        insert, time, person = own.pop("$insert_id"), own.pop("time"), own.pop("distinct_id")
        found[insert] = Event(time, person, own.pop("session_id"), str(line["event"]), stated(own))
    return found


def read_ga4(folder: Path) -> Events:
    lines = list(objects(folder, "events_*.json.gz"))
    users = {line["user_pseudo_id"]: line["user_id"] for line in lines if "user_id" in line}
    found = {}
    for line in lines:
        own = {param["key"]: next(iter(param["value"].values())) for param in line["event_params"]}  # type: ignore[attr-defined]
        session, device = int(own.pop("ga_session_id")), line["user_pseudo_id"]
        person = str(line.get("user_id") or users.get(device) or f"$device:{device}")
        time = int(str(line["event_timestamp"]))
        assert time % 1_000_000 == 0
        day = datetime.fromtimestamp(time // 1_000_000, ZoneInfo("Europe/Berlin"))
        assert f"{day:%Y%m%d}" == line["event_date"]
        name = f"e{int(str(line['event_bundle_sequence_id'])) - 10_000_000:08x}"
        found[name] = Event(time // 1_000_000, person, session, str(line["event_name"]), stated(own))
    return found


def read_segment(folder: Path) -> Events:
    users = {row["anonymous_id"]: row["user_id"] for row in table(folder / "identifies.csv")}
    found = {}
    for row in table(folder / "tracks.csv.gz"):
        device = row["anonymous_id"]
        person = row["user_id"] or users.get(device) or f"$device:{device}"
        own = {name: row[name] for name in list(row)[8:]}
        found[row["id"]] = Event(
            seconds(row["timestamp"].rstrip("Z")), person, int(row["session_id"]), row["event"], stated(own)
        )
    return found


def read_amplitude(folder: Path) -> Events:
    found = {}
    for line in objects(folder, "*.json.gz"):
        session, own = int(str(line["session_id"])), line["event_properties"]
        assert session % 1000 == 0
        time, person = seconds(str(line["event_time"])), f"amplitude {line['amplitude_id']}"
        found[str(line["$insert_id"])] = Event(time, person, session // 1000, str(line["event_type"]), stated(own))  # type: ignore[arg-type]
    return found


def read_parquet(folder: Path) -> Events:
    found = {}
    for row in pyarrow.parquet.read_table(folder / "events.parquet").to_pylist():
        insert, time, person = row.pop("insert_id"), row.pop("time"), row.pop("person")
        found[insert] = Event(int(time.timestamp()), person, row.pop("session"), row.pop("event"), stated(row))
    return found


@pytest.mark.parametrize("name", ["ga4", "segment", "parquet"])
def test_every_format_tells_the_same_events_of_the_same_people(name: str, folder: Path, mixpanel: Events) -> None:
    read = {"ga4": read_ga4, "segment": read_segment, "parquet": read_parquet}[name]
    assert len(mixpanel) > 10_000
    assert read(folder / name) == mixpanel


def test_amplitude_tells_them_with_numbers_of_its_own_for_the_people(folder: Path, mixpanel: Events) -> None:
    amplitude = read_amplitude(folder / "amplitude")
    pairs = {(event.person, mixpanel[name].person) for name, event in amplitude.items()}
    assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs})
    assert {name: event[2:] + event[:1] for name, event in amplitude.items()} == {
        name: event[2:] + event[:1] for name, event in mixpanel.items()
    }


def test_amplitude_keeps_an_event_in_the_file_of_its_upload(folder: Path) -> None:
    late = 0
    for path in (folder / "amplitude").glob("*.json.gz"):
        day = path.name.removesuffix(".json.gz").split("_")[1]
        for line in objects(path.parent, path.name):
            assert str(line["server_upload_time"]).startswith(day)
            late += not str(line["event_time"]).startswith(day)
    assert late > 100


def test_one_file_of_ga4_is_a_day_of_the_firm(folder: Path) -> None:
    names = [path.name for path in sorted((folder / "ga4").iterdir())]
    assert (names[0], names[-1]) == ("events_20241101.json.gz", "events_20261031.json.gz")
    assert len(names) == 730


def test_delighted_has_two_surveys_and_typeform_one_with_unfinished_rows(folder: Path, log: Log) -> None:
    answers = log.answers
    delighted, typeform = table(folder / "tables" / "delighted.csv"), table(folder / "tables" / "typeform.csv")
    expected = [(answer.survey, str(answer.score)) for answer in answers if answer.survey != "ces"]
    assert [(row["survey_type"], row["score"]) for row in delighted] == expected
    done = [row for row in typeform if row["Response Type"] == "completed"]
    question = "It was easy to get my team started"
    assert [row[question] for row in done] == [str(answer.score) for answer in answers if answer.survey == "ces"]
    assert [row[question] for row in typeform if row not in done] == [""] * (len(done) // 20)


def test_zendesk_has_every_case_with_its_times(folder: Path, log: Log) -> None:
    tickets = log.tickets
    lines = list(objects(folder / "tables", "zendesk.jsonl.gz"))
    assert len(lines) == len(tickets) > 0
    for line, ticket in zip(lines, tickets, strict=True):
        metrics = line["metric_set"]
        assert isinstance(metrics, dict)
        assert seconds(str(line["created_at"]).rstrip("Z")) == ticket.created
        replied = ticket.answered - ticket.created if ticket.answered < LOG_END else None
        assert metrics["reply_time_in_seconds"]["calendar"] == replied
        assert (metrics["solved_at"] is None) == (ticket.solved is None)
        score = {None: {"offered", "unoffered"}, True: {"good"}, False: {"bad"}}[ticket.score and ticket.score > 3]
        assert line["satisfaction_rating"]["score"] in score  # type: ignore[index]


def test_stripe_has_a_row_for_each_stretch_of_a_plan(folder: Path, log: Log) -> None:
    customers = log.customers
    expected = [
        (f"cus_{customer.person.number:07d}", term.start, term.end, term.cents)
        for customer in customers
        for term in customer.terms
    ]
    found = [
        (
            row["Customer ID"],
            seconds(row["Start (UTC)"]),
            seconds(row["Ended At (UTC)"]) if row["Ended At (UTC)"] else None,
            round(float(row["Amount"]) * 100),
        )
        for row in table(folder / "tables" / "stripe.csv")
    ]
    assert found == expected


def test_hubspot_says_when_a_stage_was_entered_in_the_zone_of_the_firm(folder: Path, log: Log) -> None:
    deals = {str(9_000_000 + deal.number): deal for deal in log.deals}
    rows = table(folder / "tables" / "hubspot.csv")
    assert rows
    for row in rows:
        for stage, time in deals[row["Record ID"]].entered:
            local = datetime.fromtimestamp(time, ZoneInfo("Europe/Berlin"))
            assert row[f'Date entered "{stage} (Enterprise)"'] == f"{local:%Y-%m-%d %H:%M}"


def test_what_is_true_of_the_log_stands_beside_it(folder: Path, log: Log) -> None:
    truth = json.loads((folder / "tables" / "truth.json").read_text("utf-8"))
    assert truth == log.truth
