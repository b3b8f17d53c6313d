"""Exports of trackers, as they are and as they should not be."""

import csv
import json
from datetime import date

import pytest

from mkdocs_journeys.problem import Problem
from mkdocs_journeys.trackers.reading import LONGEST_CELL, TicketFile, tickets_of


def read(data: bytes | str, tracker: str = "") -> TicketFile | Problem:
    return tickets_of(data if isinstance(data, bytes) else data.encode(), "tickets.csv", tracker)


def test_lines_are_those_of_the_file() -> None:
    text = 'Issue key,Summary,Status,Description\nS-1,A,Done,"one\ntwo"\n\nS-2,B,Done,\n'
    found = read(text)
    assert isinstance(found, TicketFile)
    assert [(ticket.line, ticket.key) for ticket in found.tickets] == [(2, "S-1"), (5, "S-2")]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_guards_and_encodings_are_seen(separator: str) -> None:
    rows = ["Issue key", "Summary", "Status", "Description"], ["S-1", "'=Ü", "Done", ""]
    text = "".join(separator.join(row) + "\r\n" for row in rows)
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        found = read(text.encode(encoding))
        assert isinstance(found, TicketFile)
        assert found.tickets[0].title == "=Ü"


@pytest.mark.parametrize("wrapped", ["%s", "[%s]", ' {"issues": [%s]}', "[[%s], []]", "%s\n%s\n"])
def test_json_comes_in_pages_lists_and_lines(wrapped: str) -> None:
    item = json.dumps({"number": 4, "html_url": "https://github.com/a/b/issues/4", "state": "closed", "body": None})
    found = read(wrapped.replace("%s", item))
    assert isinstance(found, TicketFile)
    assert {ticket.key for ticket in found.tickets} == {"4"}


def test_github_says_why_a_ticket_was_closed() -> None:
    item = {
        "number": 4,
        "url": "u",
        "state": "CLOSED",
        "stateReason": "NOT_PLANNED",
        "closedAt": "2026-10-02T08:00:00Z",
    }
    found = read(json.dumps([item]))
    assert isinstance(found, TicketFile)
    assert (found.tickets[0].status, found.tickets[0].closed) == ("not planned", date(2026, 10, 2))


def test_jira_may_answer_in_its_own_form_of_text() -> None:
    text = {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "journeys:pain:x"}]}]}
    item = {"key": "S-1", "self": "https://acme.atlassian.net/rest/api/3/issue/1", "fields": {"description": text}}
    found = read(json.dumps({"issues": [item]}))
    assert isinstance(found, TicketFile)
    assert found.tickets[0].text == "journeys:pain:x"
    assert found.tickets[0].address == "https://acme.atlassian.net/browse/S-1"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Its columns are not those of any tracker that is known: it begins with nothing."),
        (b"a,b\n1,2\n", "it begins with 'a', 'b'."),
        (b"\x00\x01\x02", "This file is no text."),
        (b"PK\x03\x04\x00\x00", "This file is no text."),
        (b"[1, 2", "It is no JSON."),
        (b"[1, 2]", "It holds no tickets of any tracker that is known."),
        (b'[{"a": 1}]', "It holds no tickets of any tracker that is known."),
        (b"[" * 100_000, "too deep to be read"),
        (b'Issue key,Summary\nS-1,"' + b"x" * (LONGEST_CELL + 1), "cannot be read as a table"),
    ],
)
def test_what_is_no_export_is_one_located_sentence(data: bytes, words: str) -> None:
    found = read(data)
    assert isinstance(found, Problem)
    assert words in found.message
    assert found.position.file == "tickets.csv"


@pytest.mark.parametrize("text", ["[]", ' {"issues": []}', "[[], []]"])
def test_a_tracker_without_tickets_changes_nothing(text: str) -> None:
    found = read(text)
    assert isinstance(found, TicketFile)
    assert not found.tickets


def test_a_file_of_another_tracker_is_refused() -> None:
    found = read("Issue key,Summary\n", "azure")
    assert isinstance(found, Problem)
    assert found.message == "Its columns are not those of azure: it begins with 'issue key', 'summary'."


def test_a_row_may_be_too_short_or_too_long() -> None:
    found = read("Issue key,Summary,Status,Description\nS-1\nS-2,a,b,c,d,e\n")
    assert isinstance(found, TicketFile)
    assert [ticket.key for ticket in found.tickets] == ["S-1", "S-2"]


def test_other_readers_keep_their_limit() -> None:
    before = csv.field_size_limit()
    read("Issue key,Summary\n")
    assert csv.field_size_limit() == before
