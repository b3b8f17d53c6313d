"""People who were known by several names, and rows that came twice."""

from collections.abc import Callable

from mkdocs_journeys.measure.sources import Opened

Opening = Callable[..., Opened]
EVENTS = {"shape": "events", "columns": {"person": ["user", "device"], "event": "what", "time": "at"}}


def people(opened: Opened) -> list[tuple[str, str]]:
    """Event and person of each row, by time."""
    rows = opened.table.order_by("time", "event").select("event", "person").to_pyarrow().to_pylist()
    return [(row["event"], row["person"]) for row in rows]


def test_what_a_device_did_belongs_to_whoever_was_seen_with_it(opening: Opening) -> None:
    text = (
        "user,device,what,at\n"
        ",d1,looked,2026-03-01\n"
        "ana,d1,signed up,2026-03-02\n"
        "ana,d2,paid,2026-03-03\n"
        ",d2,looked,2026-03-04\n"
        ",d3,looked,2026-03-05\n"
    )
    assert people(opening({"a.csv": text}, **EVENTS)) == [
        ("looked", "ana"),
        ("signed up", "ana"),
        ("paid", "ana"),
        ("looked", "ana"),
        ("looked", "d3"),
    ]


def test_a_device_of_two_people_belongs_to_the_same_one_always(opening: Opening) -> None:
    text = "user,device,what,at\n,d1,looked,2026-03-01\nbo,d1,paid,2026-03-02\nana,d1,paid,2026-03-03\n"
    assert people(opening({"a.csv": text}, **EVENTS)) == [("looked", "bo"), ("paid", "bo"), ("paid", "ana")]


def test_three_names_are_tried_in_order(opening: Opening) -> None:
    text = (
        "user,device,cookie,what,at\n"
        ",,c1,first,2026-03-01\n"
        ",d1,c1,second,2026-03-02\n"
        "ana,d1,,third,2026-03-03\n"
        "ana,,c2,fourth,2026-03-04\n"
        ",,c2,fifth,2026-03-05\n"
    )
    columns = {"person": ["user", "device", "cookie"], "event": "what", "time": "at"}
    found = dict(people(opening({"a.csv": text}, shape="events", columns=columns)))
    assert found == {"first": "ana", "second": "ana", "third": "ana", "fourth": "ana", "fifth": "ana"}


def test_the_earliest_of_rows_with_the_same_id_stays(opening: Opening) -> None:
    rows = "ana,,paid,2026-03-02,1\nana,,paid,2026-03-01,1\nana,,paid,2026-03-03,\nbo,,paid,2026-03-04,\n"
    text = f"user,device,what,at,id\n{rows}"
    columns = EVENTS["columns"] | {"id": "id"}
    opened = opening({"a.csv": text}, shape="events", columns=columns)
    days = [value.day for value in opened.table.order_by("time").time.to_pyarrow().to_pylist()]
    assert days == [1, 3, 4]


def test_several_columns_of_an_id_have_to_be_the_same_together(opening: Opening) -> None:
    text = "user,device,what,at,a,b\nana,,one,2026-03-01,1,1\nana,,two,2026-03-02,1,2\nana,,three,2026-03-03,1,2\n"
    columns = EVENTS["columns"] | {"id": ["a", "b"]}
    assert people(opening({"a.csv": text}, shape="events", columns=columns)) == [("one", "ana"), ("two", "ana")]
