"""Exports of trackers as tickets: their CSV, and the JSON of their APIs and programs."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from mkdocs_journeys.csvcell import unguarded
from mkdocs_journeys.imports.text import decoded
from mkdocs_journeys.model.base import iso_date
from mkdocs_journeys.problem import Position, Problem

LONGEST_CELL = 1_000_000
"""How many characters a cell may have; the standard library stops at 131,072."""


class Ticket(NamedTuple):
    """A ticket as its tracker tells it: `text` is its description, `closed` the day it ended."""

    line: int
    key: str
    address: str
    title: str
    text: str
    status: str
    closed: date | None = None


class TicketFile(NamedTuple):
    """The tickets of a file, and the tracker that it comes from."""

    tracker: str
    tickets: Sequence[Ticket]


class CsvForm(NamedTuple):
    """The columns of a tracker's table, in small letters; a tracker is recognised by the first ones."""

    known_by: tuple[str, ...]
    key: str
    status: str
    closed: str
    title: str = "title"
    text: str = "description"
    address: str = "url"


_CSV: Mapping[str, CsvForm] = {
    "jira": CsvForm(("issue key", "summary"), "issue key", "status", "resolved", "summary"),
    "azure": CsvForm(("id", "work item type", "title"), "id", "state", "closed date"),
    "linear": CsvForm(("id", "team", "title", "status"), "id", "status", "completed"),
    "gitlab": CsvForm(("title", "url", "state"), "issue id", "state", "closed at (utc)"),
}
_BLANKS = re.compile(r"\s*")
_HINT = "Export tickets with their descriptions, as the guide's page on trackers says."


def tickets_of(data: bytes, file: str, tracker: str = "") -> TicketFile | Problem:
    """The tickets of a file that a tracker wrote, which is recognised by its columns or fields if none is named."""
    text = decoded(data, file)
    if isinstance(text, Problem):
        return _refused(file, text.message)
    limit = csv.field_size_limit(LONGEST_CELL)
    try:
        return (_of_json if text.lstrip()[:1] in ("[", "{") else _of_csv)(text, file, tracker)
    except RecursionError:
        return _refused(file, "It holds lists in lists, too deep to be read.")
    except csv.Error as error:
        return _refused(file, f"It cannot be read as a table: {error}.")
    finally:
        csv.field_size_limit(limit)


def _refused(file: str, message: str, line: int = 1) -> Problem:
    return Problem("sync", Position(file, line, 1), message, _HINT)


def _of_csv(text: str, file: str, tracker: str) -> TicketFile | Problem:
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    header = [cell.strip().casefold() for cell in next(reader, [])]
    found = [name for name, form in _CSV.items() if set(form.known_by) <= set(header)]
    if not found or (tracker and tracker not in found):
        columns = ", ".join(repr(one) for one in header[:8] if one) or "nothing"
        what = f"those of {tracker}" if tracker else "those of any tracker that is known"
        return _refused(file, f"Its columns are not {what}: it begins with {columns[:200]}.")
    name = tracker or found[0]
    return TicketFile(name, list(_rows(_CSV[name], header, reader)))


def _rows(form: CsvForm, header: Sequence[str], reader: Any) -> Iterator[Ticket]:
    line = reader.line_num + 1
    for row in reader:
        values = dict(reversed(list(zip(header, row, strict=False))))
        if any(cell.strip() for cell in row):
            yield Ticket(
                line,
                values.get(form.key, "").strip(),
                values.get(form.address, "").strip(),
                unguarded(values.get(form.title, "")),
                unguarded(values.get(form.text, "")),
                values.get(form.status, "").strip(),
                _day(values.get(form.closed)),
            )
        line = reader.line_num + 1


def _of_json(text: str, file: str, tracker: str) -> TicketFile | Problem:
    try:
        found = [one for value in _documents(text) for one in _listed(value)]
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        return _refused(file, "It is no JSON.", line)
    forms = [_form_of(one) if isinstance(one, dict) else "" for one in found]
    name = tracker or next(filter(None, forms), "")
    if found and (not name or name not in forms):
        return _refused(file, f"It holds no tickets of {tracker or 'any tracker that is known'}.")
    tickets = [_JSON[name](one, at) for at, (one, form) in enumerate(zip(found, forms, strict=True), 1) if form == name]
    return TicketFile(name or "github", tickets)


def _documents(text: str) -> Iterator[Any]:
    """The values of JSON that stand in a text one below the other. Raises ValueError."""
    decoder, at = json.JSONDecoder(), _end_of_blanks(text, 0)
    while at < len(text):
        found, end = decoder.raw_decode(text, at)
        yield found
        at = _end_of_blanks(text, end)


def _end_of_blanks(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _listed(value: Any) -> Iterator[Any]:
    """The items of a list, of lists in it, or of a page of answers; any other value itself."""
    if isinstance(value, dict):
        inside = value.get("issues", value.get("items"))
        value = inside if isinstance(inside, list) else [value]
    for one in value if isinstance(value, list) else [value]:
        yield from one if isinstance(one, list) else [one]


def _form_of(item: Mapping[str, Any]) -> str:
    if "iid" in item and "web_url" in item:
        return "gitlab"
    if "number" in item and ("html_url" in item or "url" in item) and "pull_request" not in item:
        return "github"
    return "jira" if "key" in item and isinstance(item.get("fields"), dict) else ""


def github_ticket(item: Mapping[str, Any], line: int = 1) -> Ticket:
    """A ticket of GitHub, as its API or `gh issue list --json` tells it."""
    reason = _text(item.get("state_reason") or item.get("stateReason")).casefold().replace("_", " ")
    state = _text(item.get("state")).casefold()
    return Ticket(
        line,
        _text(item.get("number")),
        _text(item.get("html_url") or item.get("url")),
        _text(item.get("title")),
        _text(item.get("body")),
        reason if reason == "not planned" and state == "closed" else state,
        _day(item.get("closed_at") or item.get("closedAt")),
    )


def gitlab_ticket(item: Mapping[str, Any], line: int = 1) -> Ticket:
    """A ticket of GitLab, as its API tells it."""
    state = _text(item.get("state"))
    return Ticket(
        line,
        _text(item.get("iid")),
        _text(item.get("web_url")),
        _text(item.get("title")),
        _text(item.get("description")),
        "open" if state == "opened" else state,
        _day(item.get("closed_at")),
    )


def jira_ticket(item: Mapping[str, Any], line: int = 1) -> Ticket:
    """A ticket of Jira, as version 2 of its API tells it."""
    found = item.get("fields")
    fields: Mapping[str, Any] = found if isinstance(found, dict) else {}
    status = fields.get("status")
    key, host = _text(item.get("key")), urlsplit(_text(item.get("self")))
    return Ticket(
        line,
        key,
        f"{host.scheme}://{host.netloc}/browse/{key}" if host.netloc else "",
        _text(fields.get("summary")),
        _text(fields.get("description")),
        _text(status.get("name")) if isinstance(status, dict) else "",
        _day(fields.get("resolutiondate")),
    )


_JSON = {"github": github_ticket, "gitlab": gitlab_ticket, "jira": jira_ticket}


def _text(value: object) -> str:
    return "" if value is None else "\n".join(_words(value)) if isinstance(value, dict | list) else str(value)


def _words(value: object) -> Iterable[str]:
    """The texts in a document of Jira's own form, a line each."""
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        value = value.get("content", [])
    for one in value if isinstance(value, list) else ():
        yield from _words(one)


def _day(value: object) -> date | None:
    """The day of a time that begins with YYYY-MM-DD; None for other forms."""
    found = re.match(r"\d{4}-\d{2}-\d{2}(?=\D|$)", value.strip()) if isinstance(value, str) else None
    return iso_date(found[0]) if found else None
