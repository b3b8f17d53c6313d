"""Comments as the text of a study's file: masked, cut, without a day and without anybody's id."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple
from unicodedata import category, normalize
from zoneinfo import ZoneInfo

from mkdocs_journeys.insight.personal_data import masked
from mkdocs_journeys.insight.personal_data.masking import REMOVED
from mkdocs_journeys.measure.comments.question import CommentsQuestion
from mkdocs_journeys.measure.periods import local_day
from mkdocs_journeys.model import Finding
from mkdocs_journeys.yamlfile.writing import YamlValue, yaml_of

LONGEST = 500
"""How many letters of a comment are kept."""
_MADE = "Made by `journeys measure` "
_FULL_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}


class KeptComment(NamedTuple):
    """A comment as it is kept: a finding of the study. `month` is YYYY-MM; `score` is None where none was given."""

    id: str
    text: str
    month: str
    score: float | None


def is_made(data: bytes) -> bool:
    """Whether a study's file was written by `journeys measure` and not by a person."""
    return data.startswith(f"# {_MADE}".encode())


def kept_comments(
    question: CommentsQuestion, rows: Iterable[Mapping[str, Any]], cited: Sequence[Finding], zone: ZoneInfo
) -> list[KeptComment]:
    """The comments to keep of the rows of a query, each text once, and the findings that something cites already."""
    staying = [KeptComment(one.id, comment_text(one.text), one.month or "", one.score) for one in cited]
    new: dict[str, KeptComment] = {}
    for one in _comments(rows, zone):
        if len(new) == question.definition.limit:
            break
        new.setdefault(one.text, one)
    texts = {one.text for one in staying}
    sign = {"newest": 0, "lowest": 1, "highest": -1}[question.definition.choose]
    found = [*staying, *(one for one in new.values() if one.text not in texts)]
    by_month = sorted(sorted(found, key=lambda one: one.id), key=lambda one: one.month, reverse=True)
    return sorted(by_month, key=lambda one: sign * (one.score or 0))


def _comments(rows: Iterable[Mapping[str, Any]], zone: ZoneInfo) -> Iterator[KeptComment]:
    for row in rows:
        text = comment_text(str(row["comment"]))
        if text and text != REMOVED:
            time: datetime = row["time"]
            name = sha256(text.encode()).hexdigest()[:10]
            yield KeptComment(f"comment-{name}", text, f"{local_day(time, zone):%Y-%m}", row["score"])


def comment_text(raw: str) -> str:
    """What is kept of a comment: one line of at most `LONGEST` letters, masked, without what cannot be seen."""
    text = masked(one_line(raw))
    if len(text) > LONGEST:
        start = text[: LONGEST - 1]
        text = masked(f"{start.rsplit(' ', 1)[0]}…")
    return text


def one_line(text: str) -> str:
    """A text on one line, in the usual form of its letters, without those that control or hide something."""
    letters = (_plain(letter) for letter in normalize("NFC", text.translate(_FULL_WIDTH)))
    return " ".join("".join(letters).split())


def _plain(letter: str) -> str:
    kind = category(letter)
    if kind in ("Cc", "Zl", "Zp"):
        return " "
    return "" if kind[0] == "C" else letter


def study_file(question: CommentsQuestion, kept: Sequence[KeptComment], n: int) -> bytes:
    """The whole file of the study. `n` is how many comments there were."""
    definition = question.definition
    first, last = f"{question.months[0].first:%Y-%m}", f"{question.months[-1].first:%Y-%m}"
    span = first if first == last else f"{first} to {last}"
    method = f"The {definition.choose} comments of {definition.source}, {span}, masked"
    values: dict[str, YamlValue] = {
        "title": one_line(definition.title),
        "kind": question.kind,
        "date": question.months[-1].last,
        "method": method,
        "n": n,
    }
    if definition.owner:
        values["owner"] = definition.owner
    if kept:
        values["findings"] = [_finding(one) for one in kept]
    head = f"{_MADE}from the source {definition.source}. To change it, change measure.yml."
    return yaml_of(values, head).encode()


def _finding(one: KeptComment) -> dict[str, YamlValue]:
    values: dict[str, YamlValue] = {"id": one.id, "type": "quote", "text": one.text}
    if one.month:
        values["month"] = one.month
    if one.score is not None:
        values["score"] = int(one.score) if float(one.score).is_integer() else one.score
    return values
