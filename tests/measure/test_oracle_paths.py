"""Cases of paths, and of paths against a map, worked out by hand."""

from measure.support_oracle import Step, against_map, collapsed, paths
from measure.support_oracle_cases import at, log


def test_repetitions_that_follow_one_another_are_one() -> None:
    assert collapsed(["a", "a", "b", "a", "a"]) == ["a", "b", "a"]
    assert collapsed([]) == []


EVENTS = (
    "ana: visit 0, visit 1, price 2, trial 3, paid 4",
    "ben: visit 0, price 1, price 2, trial 3, paid 9",
    "cem: visit 0, trial 1",
    "dana: price 0, visit 1, visit 2, trial 3, help 4, paid 5",
)


def test_a_path_is_collapsed_and_then_cut() -> None:
    assert paths(log(*EVENTS), 3) == [
        (("visit", "price", "trial"), 2),
        (("price", "visit", "trial"), 1),
        (("visit", "trial"), 1),
    ]


def test_how_buyers_came_ends_with_the_purchase_and_keeps_the_last_steps() -> None:
    assert paths(log(*EVENTS), 3, to=Step("paid")) == [
        (("price", "trial", "paid"), 2),
        (("trial", "help", "paid"), 1),
    ]


def test_a_path_may_begin_with_an_event() -> None:
    assert paths(log(*EVENTS), 2, start=Step("price")) == [(("price", "trial"), 2), (("price", "visit"), 1)]


def test_recent_buyers_are_those_whose_purchase_is_recent() -> None:
    # Payments at 4, 9 and 5.
    found = paths(log(*EVENTS), 2, to=Step("paid"), since=at(5), before=at(9))
    assert found == [(("help", "paid"), 1)]
    assert sum(number for _, number in paths(log(*EVENTS), 2, to=Step("paid"), since=at(5))) == 2


def test_only_the_first_event_of_a_path_is_looked_at_without_an_end() -> None:
    assert paths(log("ana: visit 0, trial 9", "ben: visit 5"), 2, since=at(1)) == [(("visit",), 1)]


def test_each_session_is_a_path_of_its_own() -> None:
    events = log("ana/s1: visit 0, price 1", "ana/s2: visit 100, price 101", "ben: visit 0")
    assert paths(events, 2, sessions=True) == [(("visit", "price"), 2)]


MAP = (
    ("come", [Step("visit")]),
    ("compare", [Step("price"), Step("gallery")]),
    ("tell the partner", []),
    ("try", [Step("trial")]),
    ("import", [Step("import")]),
    ("pay", [Step("paid"), Step("price")]),
)


def test_people_are_counted_at_each_step_that_has_events() -> None:
    found = against_map(log(*EVENTS), MAP)
    # `price` belongs to the first step that names it. Nobody imported; "tell the partner" cannot be seen.
    assert found.people == {"come": 4, "compare": 3, "try": 4, "import": 0, "pay": 3}
    assert found.unreached == ["import"]
    assert found.unmapped == {"help": (1, 1)}


def test_back_is_from_a_later_step_to_an_earlier_one() -> None:
    # dana goes from compare to come. The others go forward only, cem leaves steps out.
    found = against_map(log(*EVENTS), MAP)
    assert found.loops == {("compare", "come"): (1, 1)}
    assert (found.several, found.followed) == (4, 3)


def test_loops_are_counted_by_times_and_by_people() -> None:
    # ana: price, visit, price, visit = back twice; an event without a step between changes nothing. ben: one step only.
    found = against_map(log("ana: price 0, help 1, visit 2, price 3, visit 4", "ben: visit 0, visit 1"), MAP)
    assert found.loops == {("compare", "come"): (2, 1)}
    assert (found.several, found.followed) == (1, 0)
