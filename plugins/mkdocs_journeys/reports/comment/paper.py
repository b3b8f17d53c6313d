"""What a comment is written on: lines up to a total size, sentences and links as Markdown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from mkdocs_journeys.diff.sentences import Quote, Sentence, plain_text
from mkdocs_journeys.reports.escape import is_plain_markdown, markdown_code


@dataclass(slots=True)
class BoundedText:
    """Lines up to a total size, as `size_of` measures each; `is_cut` once some had no room."""

    room: int
    size_of: Callable[[str], int]
    lines: list[str] = field(default_factory=list)
    is_cut: bool = False

    def write(self, *lines: str) -> bool:
        """Write all of the lines or, if they do not fit, none of them."""
        size = sum(self.size_of(line) + 1 for line in lines)
        if size > self.room:
            self.is_cut = True
            return False
        self.room -= size
        self.lines += lines
        return True


def utf8_size(text: str) -> int:
    """The number of bytes in UTF-8."""
    return len(text.encode("utf-8", "backslashreplace"))


def markdown_sentence(sentence: Sentence) -> str:
    """A sentence with its quotes in code spans.

    All of it is one span if our own texts are more than plain words, or if two quotes touch: it was forged.
    """
    touching = any(isinstance(one, Quote) and isinstance(other, Quote) for one, other in pairwise(sentence))
    if touching or not all(is_plain_markdown(part) for part in sentence if isinstance(part, str)):
        return markdown_code(plain_text(sentence))
    return "".join(markdown_code(part.text) if isinstance(part, Quote) else part for part in sentence)


def markdown_links(links: Iterable[tuple[str, str]]) -> str:
    """Links of (text, address), each after a dot; both are ours and need no escape. "" for none."""
    return "".join(f" ·\N{NO-BREAK SPACE}[{text}]({address})" for text, address in links)
