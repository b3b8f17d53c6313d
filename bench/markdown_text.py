"""Values as Markdown: headings, tables and lists in which the authors' characters mean nothing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_SPECIAL = re.compile(r"([\\`*_{}\[\]>|#])")
_OWN_LINK = re.compile(r"\[([^\]]*)\]\((?:journey|persona|pain|opportunity|evidence):[^)]*\)")


def plain(text: object) -> str:
    """Text on one line, with Markdown's characters escaped."""
    line = " ".join(str(text).split()).replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\1", line)


def cell(value: Any) -> str:
    """Whatever a field holds, as the text of a table's cell."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        if "text" in value:
            return plain(f"{value['text']} ({value['evidence']})" if "evidence" in value else value["text"])
        if "id" in value and "title" in value:
            return plain(value["title"])
        return "; ".join(f"{plain(key)}: {cell(part)}" for key, part in value.items())
    if isinstance(value, list):
        return ", ".join(cell(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return plain(value)


def heading(level: int, title: object, anchor: str = "") -> str:
    """A heading, with an id of its own where one is given."""
    return f"{'#' * level} {plain(title)}{f' {{#{anchor}}}' if anchor else ''}\n\n"


def labelled(values: Mapping[str, Any], keys: Iterable[str]) -> str:
    """A table of two columns: the names of the given keys that have a value, and their values."""
    return table(["", ""], ([key.replace("_", " ").capitalize(), cell(values[key])] for key in keys if key in values))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; `head` and the cells are Markdown already."""
    lines = (f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))
    return "\n".join(lines) + "\n\n"


def bullets(items: Iterable[Any]) -> str:
    """A list."""
    return "".join(f"- {cell(item)}\n" for item in items) + "\n"


def linked(text: str) -> str:
    """A rich text as it is, its links to things of the atlas as plain words: nothing here would resolve them."""
    return _OWN_LINK.sub(r"\1", text)


def mermaid_journey(journey: Mapping[str, Any]) -> str:
    """The journey as Mermaid's own diagram: a section for each stage, a task for each step."""
    lines = [f"section {_word(stage['stage'])}\n{_tasks(stage['steps'])}" for stage in journey["stages"]]
    return f"```mermaid\njourney\n{''.join(lines)}```\n\n"


def _tasks(steps: Iterable[Mapping[str, Any]]) -> str:
    felt = ((step, step["emotion"]) for step in steps if isinstance(step.get("emotion"), int))
    return "".join(f"  {_word(step['name'])}: {emotion + 3}\n" for step, emotion in felt)


def _word(text: str) -> str:
    return re.sub(r"[^\w ]", " ", text)
