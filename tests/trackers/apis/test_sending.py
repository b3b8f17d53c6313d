"""Three trackers, asked and told by HTTP: each topic has one ticket, whatever happens on the way."""

from collections.abc import Iterator

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model.settings.trackers import Trackers
from mkdocs_journeys.trackers.apis.api import Connection, TrackerApi
from mkdocs_journeys.trackers.apis.client import TrackerError
from mkdocs_journeys.trackers.apis.plan import SendPlan
from mkdocs_journeys.trackers.apis.sending import Sent, connect, look, send
from mkdocs_journeys.trackers.issue import TrackerIssue, issues_of
from support.atlases import atlas, journey, opportunity, pain, step
from support.trackers import DROP_AFTER, DROP_BEFORE, ENVIRONMENT, PROJECTS, TOKEN, TrackerStandIn, tracker_stand_in

every_tracker = pytest.mark.parametrize("tracker", list(PROJECTS))


@pytest.fixture
def stand_in() -> Iterator[TrackerStandIn]:
    with tracker_stand_in() as found:
        yield found


class Wire:
    """A connection to the stand-in, and how long and why it waited."""

    def __init__(self, stand_in: TrackerStandIn, tracker: str, **environment: str) -> None:
        self.waits: list[float] = []
        self.told: list[str] = []
        self._given = Connection(
            PROJECTS[tracker],
            stand_in.url,
            {**ENVIRONMENT, **environment},
            Trackers(),
            self.waits.append,
            self.told.append,
        )
        self.api: TrackerApi = connect(tracker, self._given)

    def plan(self, issues: list[TrackerIssue]) -> SendPlan:
        return look(self.api, issues)

    def apply(self, issues: list[TrackerIssue]) -> list[Sent]:
        return list(send(self.api, self.plan(issues)))


def some(*titles: str, **fields: str) -> list[TrackerIssue]:
    """A ticket for each pain with such a title, below an opportunity."""
    pains = [pain(f"p{number}", title=title, **fields) for number, title in enumerate(titles)]
    return issues(atlas(journey("buy", step("Pays", pains=pains)), opportunity("better", pains=["p0"])))


def issues(of: Atlas) -> list[TrackerIssue]:
    return issues_of(of, list(of.journeys.values()))


@every_tracker
def test_a_second_run_changes_nothing(stand_in: TrackerStandIn, tracker: str) -> None:
    wire, wanted = Wire(stand_in, tracker), some("One", "Two", "Three", "Four")
    assert len(wire.apply(wanted)) == 5
    before = list(stand_in.writes)
    plan = wire.plan(wanted)
    assert (len(plan.unchanged), plan.create, plan.update, plan.notes) == (5, [], [], [])
    assert stand_in.writes == before


@every_tracker
def test_what_changed_in_the_map_changes_there_and_what_people_wrote_stays(
    stand_in: TrackerStandIn, tracker: str
) -> None:
    wire = Wire(stand_in, tracker)
    wire.apply(some("One", "Two"))
    ticket = next(one for one in stand_in.tickets.values() if one.title == "One")
    ticket.text = f"Above\n\n{ticket.text}\n\nA plan of ours"
    [sent] = [one for one in wire.apply(some("One and more", "Two")) if one.topic.kind == "pain"]
    assert (sent.topic.id, sent.is_new, ticket.title) == ("p0", False, "One and more")
    lines = ticket.text.replace("\r", "")
    assert lines.startswith("Above\n\n")
    assert lines.endswith("\n\nA plan of ours")
    assert wire.plan(some("One and more", "Two")).summary == "create 0, update 0, unchanged 3"


@every_tracker
def test_a_ticket_whose_label_is_gone_is_found_by_its_address(stand_in: TrackerStandIn, tracker: str) -> None:
    wire = Wire(stand_in, tracker)
    made = {sent.topic.id: sent.ticket.address for sent in wire.apply(some("One"))}
    for ticket in stand_in.tickets.values():
        ticket.labels = []
    assert wire.plan(some("One", issue=made["p0"])).unchanged[0].id == "p0"
    assert [one.topic.id for one in wire.plan(some("One")).create] == ["better", "p0"]


@every_tracker
def test_what_the_map_names_and_nobody_has_is_told(stand_in: TrackerStandIn, tracker: str) -> None:
    wire = Wire(stand_in, tracker)
    gone = {
        "github": "https://github.example/acme/shop/issues/99",
        "gitlab": "https://gitlab.example/acme/shop/-/issues/99",
        "jira": f"{stand_in.url}/browse/SHOP-99",
    }[tracker]
    for address in (gone, "https://elsewhere.example/browse/OLD-1"):
        plan = wire.plan(some("One", issue=address))
        assert plan.notes == [f"pain p0: its ticket {address} is gone, or in another project"]
        assert [one.topic.kind for one in plan.create] == ["opportunity"]


@every_tracker
def test_a_closed_ticket_is_left_alone(stand_in: TrackerStandIn, tracker: str) -> None:
    wire = Wire(stand_in, tracker)
    wire.apply(some("One"))
    for ticket in stand_in.tickets.values():
        ticket.status = "closed"
    plan = wire.plan(some("Another"))
    assert (plan.create, plan.update) == ([], [])
    assert [note.rpartition(" is ")[2] for note in plan.notes] == ["closed", "closed"]


@every_tracker
def test_markers_that_somebody_broke_or_copied_are_told(stand_in: TrackerStandIn, tracker: str) -> None:
    wire = Wire(stand_in, tracker)
    wire.apply(some("One", "Two"))
    one, two = (ticket for ticket in stand_in.tickets.values() if ticket.title in ("One", "Two"))
    one.text = one.text.partition("/journeys:")[0]
    stand_in.add("A copy", two.text, ["journeys"])
    plan = wire.plan(some("One!", "Two!"))
    assert [(one.topic.id) for one in plan.create] == []
    assert "the markers in" in plan.notes[0]
    assert "its marker stands in" in plan.notes[1]


@every_tracker
def test_a_marker_in_another_ticket_than_the_map_names_is_told(stand_in: TrackerStandIn, tracker: str) -> None:
    wire = Wire(stand_in, tracker)
    wire.apply(some("One"))
    before = list(stand_in.writes)
    plan = wire.plan(some("Another", issue="https://elsewhere.example/browse/OLD-1"))
    assert plan.notes[0].startswith("pain p0: the map names https://elsewhere.example/browse/OLD-1, and its marker ")
    assert [one.issue.topic.kind for one in plan.update] == ["opportunity"]
    assert stand_in.writes == before


@every_tracker
def test_a_connection_lost_on_a_new_ticket_makes_no_second_one(stand_in: TrackerStandIn, tracker: str) -> None:
    wire, wanted = Wire(stand_in, tracker), some("One", "Two")
    stand_in.trouble = [DROP_AFTER]
    with pytest.raises(TrackerError, match="may have been made or not"):
        wire.apply(wanted)
    assert [sent.topic.id for sent in wire.apply(wanted)] == ["p0", "p1"]
    assert [ticket.title for ticket in stand_in.tickets.values()].count("better") == 1


@every_tracker
def test_a_failure_on_a_new_ticket_is_not_tried_again(stand_in: TrackerStandIn, tracker: str) -> None:
    stand_in.trouble = [(502, {})]
    with pytest.raises(TrackerError, match=r"failed on a new ticket \(502\)"):
        Wire(stand_in, tracker).apply(some("One"))
    assert len(stand_in.writes) == 1


@every_tracker
@pytest.mark.parametrize("trouble", [(503, {}), DROP_BEFORE])
def test_a_question_is_asked_again(stand_in: TrackerStandIn, tracker: str, trouble: tuple[int, dict[str, str]]) -> None:
    wire = Wire(stand_in, tracker)
    stand_in.reading = [trouble, trouble]
    assert len(wire.plan(some("One")).create) == 2
    assert wire.waits == [1, 2]


@every_tracker
@pytest.mark.parametrize(
    ("limit", "seconds"),
    [((429, {"Retry-After": "7"}), 7), ((403, {"Retry-After": "30"}), 30), ((403, {"X-RateLimit-Remaining": "0"}), 60)],
)
def test_a_tracker_that_asks_to_wait_gets_its_time(
    stand_in: TrackerStandIn, tracker: str, limit: tuple[int, dict[str, str]], seconds: float
) -> None:
    wire = Wire(stand_in, tracker)
    stand_in.trouble = [limit]
    assert len(wire.apply(some("One"))) == 2
    assert seconds in wire.waits
    assert any("asks for it" in sentence for sentence in wire.told)


@every_tracker
def test_nobody_waits_for_an_hour(stand_in: TrackerStandIn, tracker: str) -> None:
    wire = Wire(stand_in, tracker)
    stand_in.reading = [(429, {"Retry-After": "3600"})]
    with pytest.raises(TrackerError, match="asks to wait 3,600 seconds"):
        wire.plan(some("One"))
    assert wire.waits == []


@every_tracker
@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "does not accept the token"), (403, "does not let this token do that"), (422, "answers 422")],
)
def test_a_refusal_is_a_sentence_without_the_token(
    stand_in: TrackerStandIn, tracker: str, status: int, words: str
) -> None:
    stand_in.trouble = [(status, {})]
    with pytest.raises(TrackerError, match=words) as caught:
        Wire(stand_in, tracker).apply(some("One"))
    assert TOKEN not in str(caught.value)
    assert "***" in str(caught.value)


@every_tracker
def test_no_token_follows_to_another_address(stand_in: TrackerStandIn, tracker: str) -> None:
    stand_in.reading = [(302, {"Location": f"{stand_in.url}/stolen"})]
    with pytest.raises(TrackerError, match=r"is at .*/stolen now"):
        Wire(stand_in, tracker).plan(some("One"))
    assert not any("stolen" in request for request in stand_in.requests)


@every_tracker
def test_a_wrong_token_and_none_are_told(stand_in: TrackerStandIn, tracker: str) -> None:
    wrong = {"GITHUB_TOKEN": "x", "GITLAB_TOKEN": "x", "JIRA_API_TOKEN": "x"}
    with pytest.raises(TrackerError, match="does not accept the token"):
        Wire(stand_in, tracker, **wrong).plan(some("One"))
    with pytest.raises(TrackerError, match=r"^Set "):
        Wire(stand_in, tracker, **dict.fromkeys(wrong, ""))
    with pytest.raises(TrackerError, match="characters that no token has"):
        Wire(stand_in, tracker, **dict.fromkeys(wrong, "a\nb"))


def test_a_repository_that_is_not_there_is_told(stand_in: TrackerStandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    for tracker in ("github", "gitlab"):
        monkeypatch.setitem(PROJECTS, tracker, "acme/nothing")
        with pytest.raises(TrackerError, match=r"knows no (repository|project) acme/nothing"):
            Wire(stand_in, tracker).plan(some("One"))


def test_tickets_without_their_label_stop_github(stand_in: TrackerStandIn) -> None:
    stand_in.sets_labels = False
    with pytest.raises(TrackerError, match="without the label journeys"):
        Wire(stand_in, "github").apply(some("One", "Two"))
    assert len(stand_in.tickets) == 1


def test_github_has_a_second_between_tickets_and_pull_requests_are_none(stand_in: TrackerStandIn) -> None:
    wire = Wire(stand_in, "github")
    stand_in.add("A change", "<!-- journeys:pain:p0 -->\n", ["journeys"], pull_request={})
    assert len(wire.apply(some("One", "Two"))) == 3
    assert wire.waits == [1, 1]


def test_jira_has_types_priorities_and_parents_where_it_takes_them(stand_in: TrackerStandIn) -> None:
    Wire(stand_in, "jira").apply(some("One"))
    epic, task = stand_in.tickets.values()
    assert (epic.more["issuetype"], task.more["issuetype"]) == ({"name": "Epic"}, {"name": "Task"})
    assert task.more["parent"] == {"key": "SHOP-1"}
    assert task.more["priority"] == {"name": "Low"}


def test_jira_may_refuse_priorities_and_parents(stand_in: TrackerStandIn) -> None:
    stand_in.refused = frozenset({"priority", "parent"})
    Wire(stand_in, "jira").apply(some("One"))
    assert [list(one.more) for one in stand_in.tickets.values()] == [["issuetype"], ["issuetype"]]
