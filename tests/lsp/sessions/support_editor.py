"""An editor with one file of the example open, as tests of whole sessions use it."""

from pathlib import Path
from typing import Any

from lsp.sessions.support_client import Client, uri
from mkdocs_journeys.lsp.text.document import BufferText

TRY = "journeys/maps/try-before-paying.yml"


class Editor:
    """A client with one file of the example open."""

    def __init__(self, client: Client, root: Path, path: str = TRY) -> None:
        self.client, self.root, self.path = client, root, root / path
        self.uri, self.text, self.version = uri(self.path), self.path.read_text("utf-8"), 1
        client.open(self.uri, self.text)

    def place(self, words: str, inside: int = 1) -> tuple[int, int]:
        """Line and character of the first of these words, so many characters in."""
        place = BufferText(self.text).place(self.text.index(words) + inside)
        return place.line, place.character

    def replace(self, old: str, new: str) -> None:
        """Change the first of some words in the buffer."""
        start, end = (BufferText(self.text).place(self.text.index(old) + more) for more in (0, len(old)))
        self.text = self.text.replace(old, new, 1)
        self.version += 1
        where = {"start": start._asdict(), "end": end._asdict()}
        self.client.change(self.uri, self.version, {"range": where, "text": new})

    def problems(self) -> list[dict[str, Any]]:
        """The problems of the buffer as it is now: those of loading are the first to come."""
        return self.client.problems(self.uri, self.version)

    def rules(self) -> set[str]:
        """The rules of these problems."""
        return {problem["code"] for problem in self.problems()}
