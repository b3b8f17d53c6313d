"""Somebody who types in an editor: letters, Enter, Tab, and proposals that are accepted."""

import re
from collections.abc import Callable
from typing import Any

from bench.language_client import LanguageClient

from mkdocs_journeys.lsp.text.document import BufferPlace, BufferText, TextChange, TextSpan

_PLACEHOLDER = re.compile(r"\$(\d)")


class Typist:
    """A buffer with a cursor, kept as an editor keeps it: what is typed reaches the server as small changes.

    Enter keeps the indentation, and adds to it below a key without a value, as editors do for YAML. An accepted snippet
    is indented like its line, and Tab goes to its next place. `accepted` are the labels of all proposals taken, `typed`
    the free text.
    """

    def __init__(self, client: LanguageClient, uri: str, text: str = "") -> None:
        self.client, self.uri, self.version = client, uri, 1
        self.text, self.at = text, len(text)
        self.accepted: list[str] = []
        self.typed: list[str] = []
        self._places: list[int] = []
        client.open(uri, text)

    def type(self, text: str) -> None:
        """Type free text, letter by letter."""
        self.typed.append(text)
        for letter in text:
            self._replace(self.at, self.at, letter)

    def enter(self, columns: int | None = None) -> None:
        """Begin a new line at the end of this one: indented as an editor would, or by so many columns."""
        self.end()
        line = self.text[self.text.rfind("\n", 0, self.at) + 1 : self.at]
        body = line.lstrip(" ")
        dash = len(body) - len(body.removeprefix("- "))
        indent = len(line) - len(body) + dash + (2 if line.endswith(":") else 0)
        self._replace(self.at, self.at, "\n" + " " * (indent if columns is None else columns))
        self._places = []

    def end(self) -> None:
        """Go to the end of the line."""
        found = self.text.find("\n", self.at)
        self.at = len(self.text) if found < 0 else found

    def tab(self) -> None:
        """Go to the next place of the snippet."""
        self.at = self._places.pop(0)

    def offered(self) -> list[dict[str, Any]]:
        """What is proposed at the cursor, the best first."""
        place = BufferText(self.text).place(self.at)
        found = self.client.at("completion", self.uri, place.line, place.character)
        return sorted(found["items"] if found else [], key=lambda item: item["sortText"])

    def accept(self, *labels: str) -> None:
        """Take these proposals, one after the other. Fails where one is not offered."""
        for label in labels:
            items = {item["label"]: item for item in self.offered()}
            assert label in items, f"{label} is not offered behind {self.text[: self.at][-60:]!r}: {list(items)}"
            self.accepted.append(label)
            self._insert(items[label])

    def mend(self, title: str) -> None:
        """Take the quick fix of this title, once the buffer has been looked at; the cursor goes to the line's end."""
        self.when_checked(bool)
        end = BufferText(self.text).place(len(self.text))
        everything = {"start": {"line": 0, "character": 0}, "end": {"line": end.line, "character": end.character}}
        asked = {"textDocument": {"uri": self.uri}, "range": everything, "context": {"diagnostics": []}}
        found = {one["title"]: one["edit"] for one in self.client.request("textDocument/codeAction", asked)}
        assert title in found, list(found)
        self.accepted.append(title)
        for change in found[title]["documentChanges"]:
            assert change["textDocument"] == {"uri": self.uri, "version": self.version}
            for edit in change["edits"]:
                document = BufferText(self.text)
                places = (BufferPlace(**edit["range"][name]) for name in ("start", "end"))
                self._replace(*map(document.offset, places), edit["newText"])
        self.end()

    def when_checked(self, look: Callable[[list[dict[str, Any]]], bool]) -> list[dict[str, Any]]:
        """The problems of the buffer as it is now, once they are as wanted."""

        def is_there() -> bool:
            version, problems = self.client.diagnostics.get(self.uri, (None, []))
            return version == self.version and look(problems)

        self.client.wait(is_there)
        return self.client.diagnostics[self.uri][1]

    def _insert(self, item: dict[str, Any]) -> None:
        document = BufferText(self.text)
        where = item["textEdit"]["range"]
        start, end = (
            document.offset(BufferPlace(at["line"], at["character"])) for at in (where["start"], where["end"])
        )
        assert start <= self.at <= end
        new = str(item["textEdit"]["newText"])
        is_snippet = item.get("insertTextFormat") == 2
        if is_snippet:
            line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
            new = new.replace("\n", "\n" + " " * (len(line) - len(line.lstrip(" "))))
        plain = _PLACEHOLDER.sub("", new) if is_snippet else new
        self._replace(start, end, plain)
        if is_snippet and _PLACEHOLDER.search(new):
            self._places = [start + at for at in _offsets(new)]
            self.tab()

    def _replace(self, start: int, end: int, text: str) -> None:
        document = BufferText(self.text)
        span = TextSpan(document.place(start), document.place(end))
        self.text = document.changed([TextChange(text, span)]).text
        grown = len(text) - (end - start)
        self._places = [place + grown if place >= end else place for place in self._places]
        self.at = start + len(text)
        self.version += 1
        where = {name: {"line": at.line, "character": at.character} for name, at in span._asdict().items()}
        self.client.change(self.uri, self.version, {"range": where, "text": text})


def _offsets(snippet: str) -> list[int]:
    """Where the places of a snippet are, in their order, once their signs are gone."""
    found = [(int(one[1]), one.start()) for one in _PLACEHOLDER.finditer(snippet)]
    in_text = sorted(at for _, at in found)
    return [at - 2 * in_text.index(at) for _, at in sorted(found)]
