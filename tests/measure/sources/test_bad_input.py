"""What is wrong with a source is said with file, row and column in one sentence."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mkdocs_journeys.measure.sources import Opened

Refusal = Callable[..., list[str]]
EVENTS = {"shape": "events", "columns": {"person": "who", "event": "what", "time": "at"}}
HEADER = "who,what,at\n"


def test_a_time_that_cannot_be_read(refusal: Refusal) -> None:
    rows = "ana,paid,2026-03-01\nbo,paid,soon\n"
    assert refusal({"a.csv": HEADER + rows}, **EVENTS) == [
        "a.csv:3 Source 'product': a.csv, row 3, column 'at': 'soon' cannot be read as a time. See `time_unit:`."
    ]


def test_a_day_with_slashes_is_refused_where_its_order_is_not_said(refusal: Refusal) -> None:
    (said,) = refusal({"a.csv": HEADER + "ana,paid,03/04/2026\n"}, **EVENTS)
    assert said.endswith("'03/04/2026' cannot be read as a time. Say `date_order: day-first` or `month-first`.")
    (said,) = refusal({"a.csv": HEADER + "ana,paid,03/04/2026\nbo,paid,04/31/2026\n"}, **EVENTS, date_order="day-first")
    assert "row 3, column 'at': '04/31/2026'" in said


def test_five_values_are_named_and_the_rest_counted(refusal: Refusal) -> None:
    said = refusal({"a.csv": HEADER + "ana,paid,x\n" * 4, "b.csv": HEADER + "ana,paid,y\n" * 4}, **EVENTS)
    assert [line.partition(" ")[0] for line in said] == ["a.csv:2", "a.csv:3", "a.csv:4", "a.csv:5", "b.csv:2"]
    assert said[-1].count("There are 3 such values more.") == 1


@pytest.mark.parametrize("when", ["1989-12-31", "2999-01-01", "infinity"])
def test_a_date_that_cannot_be(refusal: Refusal, when: str) -> None:
    (said,) = refusal({"a.csv": f"{HEADER}ana,paid,{when}\n"}, **EVENTS)
    assert f"a.csv, row 2, column 'at': '{when}' is before 1990 or after tomorrow." in said


def test_milliseconds_taken_for_seconds(refusal: Refusal) -> None:
    (said,) = refusal({"a.csv": HEADER + "ana,paid,1772359200000\n"}, **EVENTS, time_unit="seconds")
    assert "'1772359200000' cannot be read as a time." in said


def test_the_rows_of_a_header_with_line_breaks_count(refusal: Refusal) -> None:
    text = '"who",what,at\nWho?,"What\nis it?",When?\nana,paid,soon\n'
    (said,) = refusal({"a.csv": text}, **EVENTS, header_rows=2)
    assert "a.csv, row 3, column 'at'" in said


def test_a_number_that_cannot_be_read(refusal: Refusal) -> None:
    text = 'at,score\n2026-03-01,"7,5"\n'
    (said,) = refusal({"a.csv": text}, shape="responses", columns={"time": "at", "score": "score"})
    assert said.endswith("a.csv, row 2, column 'score': '7,5' cannot be read as a number. See `decimal:`.")


def test_a_row_that_does_not_count_may_hold_anything(opening: Callable[..., Opened]) -> None:
    text = "who,what,at,test\nana,paid,2026-03-01,no\nbo,paid,soon,yes\n"
    opened = opening({"a.csv": text}, **EVENTS, unless={"test": "yes"})
    assert opened.table.count().to_pyarrow().as_py() == 1


def test_a_missing_column_and_the_nearest_name(refusal: Refusal) -> None:
    columns = {"person": "users", "event": "what", "time": "x"}
    person, time = refusal({"a.csv": "user,what,att\n"}, shape="events", columns=columns)
    assert person.startswith("journeys/measure.yml:1 ")
    assert person.endswith("its rows have no column 'users', which holds the person. Did you mean 'user'?")
    assert time.endswith("its rows have no column 'x', which holds the time. There are att, user and what.")


def test_a_column_that_nothing_names(refusal: Refusal) -> None:
    (said,) = refusal({"a.csv": HEADER}, shape="events", columns={"person": "who", "event": "what"})
    assert "nothing says which column holds the time. Say `columns: {time: …}`. There are at, what and who." in said


def test_a_column_that_one_of_the_files_lacks(refusal: Refusal) -> None:
    files = {"a.csv": HEADER + "ana,paid,2026-03-01\n", "b.csv": "who,what,when\nana,paid,2026-03-01\n"}
    (said,) = refusal(files, **EVENTS)
    assert "the file b.csv has no column 'at', which holds the time." in said


def test_a_field_that_one_of_the_files_of_json_lacks(refusal: Refusal) -> None:
    files = {
        "a.jsonl": '{"who": "ana", "what": "paid", "at": "2026-03-01"}\n',
        "b.jsonl": '{"who": "ana", "what": "paid", "when": "2026-03-01"}\n',
    }
    (said,) = refusal(files, **EVENTS)
    assert "no row of the file b.jsonl has a value in 'at', which holds the time." in said


def test_a_property_of_a_condition_that_is_missing(refusal: Refusal) -> None:
    (said,) = refusal({"a.csv": "who,what,at,plan\n"}, **EVENTS, where={"plans": "team"})
    assert said.endswith("no property 'plans', which decides whether they count. Did you mean 'plan'?")


def test_no_file(refusal: Refusal) -> None:
    said = refusal({"exports/a.csv": HEADER}, **EVENTS | {"files": ["exports/b.csv", "../secret.csv", "/etc/passwd"]})
    assert [line.partition(": ")[2] for line in said] == [
        "no file fits 'exports/b.csv'. Did you mean 'a.csv'?",
        "the pattern '../secret.csv' leads out of the folder that holds the journeys folder. Name files below it.",
        "the pattern '/etc/passwd' leads out of the folder that holds the journeys folder. Name files below it.",
    ]


def test_a_link_that_leads_out_is_not_followed(refusal: Refusal, tmp_path: Path) -> None:
    (tmp_path / "outside.csv").write_text(HEADER, "utf-8")
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "a.csv").symlink_to(tmp_path / "outside.csv")
    assert "no file fits 'a.csv'." in refusal({}, **EVENTS | {"files": "a.csv"})[0]


def packed(text: str) -> bytes:
    return gzip.compress(text.encode(), mtime=0)


def parquet(path: Path) -> bytes:
    pq.write_table(pa.table({"who": ["ana"], "what": ["paid"], "at": ["2026-03-01"]}), path)
    return path.read_bytes()


def test_a_file_that_is_cut(refusal: Refusal, tmp_path: Path) -> None:
    rows = "".join(f"person {number},paid,2026-03-01\n" for number in range(20_000))
    files = {
        "a.parquet": parquet(tmp_path / "whole.parquet")[:-20],
        "b.csv.gz": packed(HEADER + rows)[:-2_000],
        "c.csv": HEADER + "ana,paid,2026-03-01\nbo,pa",
        "d.jsonl": '{"who": "ana", "what": "paid", "at": "2026-03-01"}\n{"who": "an',
        "e.csv": "",
        "f.csv": "# a comment alone\n",
    }
    said = [refusal(files, **EVENTS | {"files": name})[0].partition(": ")[2] for name in files]
    assert said == [
        "the file a.parquet is cut off, damaged, or written in another way. Export it again, or say `form:`.",
        "the file b.csv.gz is cut off, damaged, or written in another way. Export it again, or say `form:`.",
        "row 3 of the file c.csv has more or fewer cells than the header. Is it cut off, or the `delimiter:` another?",
        "row 2 of the file d.jsonl is no JSON. Is it cut off?",
        "the file e.csv is empty. Export it again.",
        "the file f.csv has no row that names its columns. Export it again, with headers.",
    ]


def test_another_encoding(refusal: Refusal, opening: Callable[..., Opened]) -> None:
    latin = (HEADER + "Jürgen,paid,2026-03-01\n").encode("latin-1")
    (said,) = refusal({"a.csv": latin}, **EVENTS)
    assert said.endswith("row 2 of the file a.csv is not UTF-8. Say `encoding:`.")
    people = opening({"a.csv": latin}, **EVENTS, encoding="latin-1").table.person.to_pyarrow().to_pylist()
    assert people == ["Jürgen"]
    (said,) = refusal({"a.csv": latin}, **EVENTS, encoding="ascii")
    assert "the file a.csv is not written in the encoding ascii." in said


def test_numbers_where_times_are_looked_for(refusal: Refusal, tmp_path: Path) -> None:
    table = pa.table({"who": ["ana"], "what": ["paid"], "at": [1_772_359_200]})
    pq.write_table(table, tmp_path / "numbers.parquet")
    (said,) = refusal({"a.parquet": (tmp_path / "numbers.parquet").read_bytes()}, **EVENTS)
    assert "the column 'at' holds no times, but values of the type int64." in said


def test_files_of_two_forms(refusal: Refusal) -> None:
    (said,) = refusal({"a.csv": HEADER, "b.jsonl": "{}\n"}, **EVENTS)
    assert "its files are written in different ways: csv and json-lines. Make a source of each." in said


def test_rows_without_person_or_time_are_left_out_and_counted(opening: Callable[..., Opened]) -> None:
    opened = opening({"a.csv": HEADER + "ana,paid,2026-03-01\n,paid,2026-03-01\nbo,paid,\n"}, **EVENTS)
    assert opened.table.person.to_pyarrow().to_pylist() == ["ana"]
    assert opened.dropped is not None
    assert opened.dropped.to_pyarrow().as_py() == 2


def test_names_with_the_letters_of_patterns_are_plain_names(opening: Callable[..., Opened]) -> None:
    files = {"a[1].csv": HEADER + "ana,paid,2026-03-01\n", "a1.csv": "nothing"}
    opened = opening(files, **EVENTS, files="a[[]1].csv")
    assert opened.table.person.to_pyarrow().to_pylist() == ["ana"]


def test_names_of_columns_are_no_code(opening: Callable[..., Opened]) -> None:
    text = 'who,what,at,"x"";drop table t;--",person,Plan,plan\nana,paid,2026-03-01,1,other,a,b\n'
    opened = opening({"a.csv": text}, **EVENTS)
    names = ('x";drop table t;--', "person", "Plan", "plan 2")
    values = [opened.table.select(x=opened.property_of(name)).to_pyarrow().to_pylist()[0]["x"] for name in names]
    assert values == ["1", "other", "a", "b"]
    assert opened.table.person.to_pyarrow().to_pylist() == ["ana"]


def test_true_is_true_however_it_is_written(opening: Callable[..., Opened]) -> None:
    text = "who,what,at,staff\nana,paid,2026-03-01,True\nbo,paid,2026-03-01,FALSE\ncy,paid,2026-03-01,\n"
    opened = opening({"a.csv": text}, **EVENTS, unless={"staff": True})
    assert sorted(opened.table.person.to_pyarrow().to_pylist()) == ["bo", "cy"]
