"""What release notes say: figures then and now, what changed by journey and by owner, the rest counted."""

import pytest

from changelog.support_notes import PEOPLE, journey, many_changed, maps, notes, states
from mkdocs_journeys.changelog import NotesScope
from mkdocs_journeys.changelog.escape import quoted
from mkdocs_journeys.changelog.figures import HeadlineFigure
from mkdocs_journeys.changelog.notes import ReleaseNotes
from mkdocs_journeys.diff import Judgement

FEES = "{name: Pays, emotion: 0, pains: [{id: fees, title: Fees, severity: major, owner: care}]}"
BUY = journey("Buy it", "growth", "{id: compare, name: Compares, emotion: 1}", FEES)
WORSE = BUY.replace("emotion: 1", "emotion: -2")


def figures(found: ReleaseNotes) -> dict[str, HeadlineFigure]:
    return {one.label: one for one in (*found.figures, *found.metrics)}


def lines(found: ReleaseNotes) -> dict[str, list[str]]:
    return {
        group.title: [f"{line.judgement}: {quoted(line.sentence)}" for line in group.lines] for group in found.groups
    }


def test_figures_stand_then_and_now() -> None:
    found = figures(notes(maps(buy=BUY), maps(buy=WORSE, ask=journey("Ask", "care", "{name: Writes, emotion: 2}"))))
    assert {label: (one.then, one.now) for label, one in found.items()} == {
        "Journeys": ("1", "2"),
        "Mean emotion, from −2 to +2": ("+0.5", "0.0"),
        "Open pains": ("1", "1"),
    }
    assert found["Mean emotion, from −2 to +2"].judgement is Judgement.WORSE
    assert found["Open pains"].judgement is None


def test_what_came_about_is_counted() -> None:
    resolved = WORSE.replace("severity: major", "severity: major, status: resolved")
    opportunity = {"journeys/opportunities/tell.yml": "title: Tell\npains: [fees]\nstatus: framed\n"}
    done = {path: text.replace("framed", "delivered") for path, text in opportunity.items()}
    old = maps(buy=BUY, leave=journey("Leave", "care", "{name: Goes}")) | opportunity
    new = maps(buy=resolved, come=journey("Come", "care", "{name: Comes}")) | done
    assert notes(old, new).events == (
        "1 new journey",
        "1 journey retired",
        "1 pain resolved",
        "1 opportunity delivered",
    )


def test_a_journey_has_its_mean_then_and_now_and_editorial_changes_are_counted_only() -> None:
    found = notes(maps(buy=BUY), maps(buy=WORSE.replace("title: Buy it", "title: Buy it now")))
    [group] = found.groups
    assert group.title == "Buy it now"
    assert group.judged_emotion == "Mean emotion +0.5 → −1.0: worse"
    assert lines(found) == {"Buy it now": ["worse: “Compares” fell from positive to very negative"]}
    assert group.rest == "and 1 editorial change"
    assert found.summary == "1 change in 1 journey: 1 for the worse. 1 editorial change is not listed."


def test_what_only_has_editorial_changes_is_in_no_list() -> None:
    found = notes(maps(buy=BUY), maps(buy=BUY.replace("Buy it", "Buy it now")))
    assert found.groups == ()
    assert found.summary == "Nothing changed for customers in this time. 1 editorial change is not listed."


def test_a_renamed_journey_is_told_once_and_compared_with_itself() -> None:
    found = notes(maps(buy=BUY), maps(get_it=WORSE))
    assert found.events == ()
    [group] = found.groups
    assert group.judged_emotion == "Mean emotion +0.5 → −1.0: worse"
    assert lines(found)["Buy it"] == [
        "worse: “Compares” fell from positive to very negative",
        "look: “Buy it” has the id get-it instead of buy: the address journeys/buy breaks",
    ]


def test_by_owner_each_team_has_what_concerns_it_and_says_where() -> None:
    changed = WORSE.replace("severity: major", "severity: critical")
    found = notes(maps(buy=BUY), maps(buy=changed), by="owner")
    told = lines(found)
    assert list(told) == ["Growth team", "Care team"]
    assert [line for line in told["Care team"] if "Fees" in line] == told["Care team"]
    assert {line.where for group in found.groups for line in group.lines} == {"Buy it"}


def test_what_nobody_owns_stands_last() -> None:
    plain = BUY.replace("owner: growth\n", "")
    ask = journey("Ask", "care", "{name: Writes, emotion: 2}")
    found = notes(
        maps(buy=plain, ask=ask),
        maps(buy=plain.replace("emotion: 1", "emotion: -2"), ask=ask.replace("2}", "1}")),
        by="owner",
    )
    assert list(lines(found)) == ["Care team", "Nobody owns it"]


def test_narrowed_to_a_team_figures_are_its_own() -> None:
    ask = journey("Ask", "care", "{name: Writes, emotion: 2}")
    found = notes(maps(buy=BUY, ask=ask), maps(buy=WORSE, ask=ask), scope=NotesScope(owners=("care",)))
    assert found.heading == "What changed for customers: Care team"
    assert {label: (one.then, one.now) for label, one in figures(found).items()} == {
        "Journeys": ("1", "1"),
        "Mean emotion, from −2 to +2": ("+2.0", "+2.0"),
        "Open pains": ("1", "1"),
    }
    assert found.summary == "Nothing changed for customers in this time."


def test_narrowed_to_a_group_its_subgroups_belong_to_it() -> None:
    old, new = (PEOPLE | {"journeys/maps/firms/large/buy.yml": text} for text in (BUY, WORSE))
    assert notes(old, new, scope=NotesScope(groups=("firms",))).counts == ((Judgement.WORSE, 1),)
    assert list(NotesScope(groups=("firms/",)).unknown(states(old, new).after)) == []
    assert list(NotesScope(("firm",), ("car",)).unknown(states(old, new).after)) == [
        "There is no team 'car' on either side.",
        "There is no group 'firm' on either side.",
    ]


def measured(**values: str) -> dict[str, str]:
    return maps(buy=BUY) | {f"journeys/metrics/{id}.csv": f"date,value\n{rows}\n" for id, rows in values.items()}


def test_metrics_stand_with_their_target_and_those_that_changed_come_first() -> None:
    found = notes(
        measured(nps="2026-03-31,35", sales="2026-03-31,10"),
        measured(nps="2026-03-31,35\n2026-06-30,13", sales="2026-03-31,10"),
    ).metrics
    assert [(one.label, one.then, one.now, one.judgement, one.aim) for one in found] == [
        (
            "Would recommend us",
            "35 points",
            "13 points",
            Judgement.WORSE,
            "target 40 points, by 2026-12-31, not reached",
        ),
        ("Sales", "10", "10", None, ""),
    ]


def test_two_figures_that_differ_never_look_alike() -> None:
    old, new = (measured(sales=f"2026-03-31,{value}") for value in ("3.51", "3.54"))
    assert [(one.then, one.now) for one in notes(old, new).metrics] == [("3.51", "3.54")]


def test_a_metric_without_a_figure_then_is_not_judged() -> None:
    [found] = notes(maps(buy=BUY), measured(nps="2026-06-30,45")).metrics
    assert (found.then, found.now, found.judgement) == ("not known", "45 points", None)
    assert found.target[-1] == "reached"


@pytest.mark.parametrize("forwards", [True, False])
def test_a_side_without_journeys_is_an_empty_atlas(forwards: bool) -> None:
    sides = ({}, maps(buy=BUY)) if forwards else (maps(buy=BUY), {})
    found = notes(*sides)
    assert found.events[0] == ("1 new journey" if forwards else "1 journey retired")
    assert (figures(found)["Journeys"].then, figures(found)["Journeys"].now) == (("0", "1") if forwards else ("1", "0"))


def test_contributors_are_named_and_many_are_counted() -> None:
    assert notes(maps(buy=BUY), maps(buy=BUY), contributors=["Ann", "Bo"]).thanks == "Contributors: Ann and Bo."
    many = notes(maps(buy=BUY), maps(buy=BUY), contributors=[f"P{at}" for at in range(40)])
    assert many.thanks.endswith("P29 and 10 more.")


def test_of_three_hundred_journeys_the_rest_is_counted() -> None:
    found = many_changed(300)
    assert len(found.groups) == 300
    assert found.rest(40) == "260 more journeys changed: 2,340 worse."
    assert found.groups[0].rest == "and 3 more changes"


def test_what_belongs_to_no_journey_is_none_of_those_that_are_counted() -> None:
    renamed = {path: text.replace("id: shop", "id: store") for path, text in maps(buy=WORSE).items()}
    found = notes(maps(buy=BUY), renamed)
    assert [group.title for group in found.groups] == ["Buy it", "Beside the journeys"]
    assert found.rest(0) == "1 more journey and things beside the journeys changed: 1 worse, 1 to look at."
    assert found.rest(1) == "Things beside the journeys changed: 1 to look at."
    assert found.rest(2) == ""
