"""Texts below a bar: `|` keeps the line ends, `>` folds them."""

import re

from mkdocs_journeys.yamlfile.everyday.refusal import NotEveryday

_HEADS = frozenset(("|", "|-", ">", ">-"))
_ONE_LINE_END = re.compile(r"(?<!\n)\n(?!\n)")
_MORE_LINE_ENDS = re.compile(r"\n(\n+)")


def literal(written: str) -> str:
    """A text whose line ends stay."""
    end, body = _parted(written)
    return body + end


def folded(written: str) -> str:
    """A text whose lines are one, and whose blank lines are line ends; none may be indented further."""
    end, body = _parted(written)
    if "\n " in body:
        raise NotEveryday
    return _MORE_LINE_ENDS.sub(r"\1", _ONE_LINE_END.sub(" ", body)) + end


def _parted(written: str) -> tuple[str, str]:
    """The end that the text has, and its lines without the indentation of the first."""
    head, *lines = written.rstrip("\n").split("\n")
    head = head.rstrip(" ")
    if head not in _HEADS or not lines or not lines[0]:
        raise NotEveryday
    margin = " " * (len(lines[0]) - len(lines[0].lstrip(" ")))
    if any(line and (line.isspace() or not line.startswith(margin)) for line in lines):
        raise NotEveryday
    return "" if head.endswith("-") else "\n", "\n".join(line[len(margin) :] for line in lines)
