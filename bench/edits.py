"""Edits of an atlas, one kind after the other, each with how to tell that a site shows it.

They work on a generated atlas as {path below the project's root: text} and are the same for the same seed.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

Files = dict[str, str]
BROKEN = "\nbroken: [never closed\n"
_EMOTION = re.compile(r"(?m)^( *emotion: )(-?\d)$")
_PAINS = re.compile(r"(?m)^( *)pains:\n")
_TITLE = re.compile(r"(?m)^title: .*$")
_NAME = re.compile(r"(?m)^name: .*$")
_LIVE_RELOAD = re.compile(r"livereload\(\d+, \d+\)")


@dataclass(frozen=True, slots=True)
class Edit:
    """`changes` are new texts by path, None for a file that goes.

    The page at the address `page` shows the edit once it holds `text` (`holds` True) or no longer does; where
    `text` is empty, once it is another page than before.
    """

    kind: str
    changes: Mapping[str, str | None]
    page: str
    text: str = ""
    holds: bool = True

    def is_shown(self, html: str, before: str) -> bool:
        """Whether the page as served now, and as served before, tells that the edit has arrived."""
        if not self.text:
            return bool(html) and _LIVE_RELOAD.sub("", html) != _LIVE_RELOAD.sub("", before)
        return (self.text in html) is self.holds


def edits(files: Files, seed: int = 1) -> Iterator[Edit]:
    """An endless series of edits. Each is made for the files as the earlier ones leave them; `files` stays as it is."""
    random = Random(seed)  # noqa: S311 - no secret
    files = dict(files)
    number = 0
    while True:
        for make in KINDS:
            number += 1
            edit = make(files, random, number)
            files = applied(files, edit)
            yield edit


def applied(files: Files, edit: Edit) -> Files:
    """The files after an edit."""
    kept = {path: text for path, text in files.items() if path not in edit.changes}
    return kept | {path: text for path, text in edit.changes.items() if text is not None}


def write(root: Path, edit: Edit) -> None:
    """The edit on disk."""
    for name, text in edit.changes.items():
        path = root / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def read(root: Path) -> Files:
    """The text files of the atlas below a project's root."""
    paths = sorted(path for path in (root / "journeys").rglob("*") if path.suffix in (".yml", ".csv"))
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def change_an_emotion(files: Files, random: Random, number: int) -> Edit:
    """A step of a journey feels otherwise."""
    path = _any(files, random, "maps")
    found = random.choice(list(_EMOTION.finditer(files[path])))
    value = -2 if found[2] == "2" else int(found[2]) + 1
    text = f"{files[path][: found.start()]}{found[1]}{value}{files[path][found.end() :]}"
    return Edit("change an emotion", {path: text}, _page(path))


def change_a_title(files: Files, random: Random, number: int) -> Edit:
    """A journey has another title."""
    path = _any(files, random, "maps")
    title = f"Another title {number}"
    return Edit("change a title", {path: _TITLE.sub(f"title: {title}", files[path], count=1)}, _page(path), title)


def add_a_pain(files: Files, random: Random, number: int) -> Edit:
    """A step hurts in one more way."""
    path = _any(files, random, "maps")
    id, title = _unused(files, f"added-pain-{number}"), f"An added pain {number}"
    added = rf"\g<0>\1- {{id: {id}, title: {title}, severity: major, owner: support}}\n"
    return Edit("add a pain", {path: _PAINS.sub(added, files[path], count=1)}, _page(path), title)


def rename_a_persona(files: Files, random: Random, number: int) -> Edit:
    """A persona has another name."""
    path = _any(files, random, "personas")
    name = f"Zoë Newname {number}"
    return Edit("rename a persona", {path: _NAME.sub(f"name: {name}", files[path], count=1)}, _page(path), name)


def change_the_catalog(files: Files, random: Random, number: int) -> Edit:
    """A touchpoint, which many journeys show, has another name."""
    path = "journeys/catalog.yml"
    name = f"Renamed touchpoint {number}"
    text = re.sub(r"(- id: touchpoint-000\n *name: ).*", rf"\g<1>{name}", files[path], count=1)
    return Edit("change the catalog", {path: text}, "catalog/", name)


def add_a_journey(files: Files, random: Random, number: int) -> Edit:
    """One journey more: like another, with pains of its own."""
    path, title = f"journeys/maps/added-{number}.yml", f"An added journey {number}"
    like = _TITLE.sub(f"title: {title}", files[_any(files, random, "maps")], count=1)
    text = re.sub(r"(?m)^( *- (?:\{)?id: )(?=pain-|added-)", rf"\g<1>added-{number}-", like)
    return Edit("add a journey", {path: text}, _page(path), title)


def delete_a_journey(files: Files, random: Random, number: int) -> Edit:
    """A journey that nothing refers to goes: one that was added, which is done now where there is none."""
    added = [path for path in files if path.startswith("journeys/maps/added-")]
    if not added:
        return add_a_journey(files, random, number)
    title = _TITLE.findall(files[added[0]])[0].removeprefix("title: ")
    return Edit("delete a journey", {added[0]: None}, _page(added[0]), title, holds=False)


def break_a_file(files: Files, random: Random, number: int) -> Edit:
    """A journey can no longer be read: every page says so."""
    path = _any(files, random, "maps")
    return Edit("break a file", {path: files[path] + BROKEN}, _page(path), "journeys-problems-title")


def mend_it(files: Files, random: Random, number: int) -> Edit:
    """The broken file is right again; one breaks where none is broken."""
    broken = [path for path, text in files.items() if text.endswith(BROKEN)]
    if not broken:
        return break_a_file(files, random, number)
    text = files[broken[0]].removesuffix(BROKEN)
    return Edit("mend it", {broken[0]: text}, _page(broken[0]), "journeys-problems-title", holds=False)


KINDS: tuple[Callable[[Files, Random, int], Edit], ...] = (
    change_an_emotion,
    change_a_title,
    add_a_pain,
    rename_a_persona,
    change_the_catalog,
    add_a_journey,
    delete_a_journey,
    break_a_file,
    mend_it,
)


def _any(files: Files, random: Random, folder: str) -> str:
    return random.choice([path for path in files if path.startswith(f"journeys/{folder}/")])


def _page(path: str) -> str:
    folder = "journeys" if path.startswith("journeys/maps/") else "personas"
    return f"{folder}/{Path(path).stem}/"


def _unused(files: Files, id: str) -> str:
    return f"{id}-more" if any(f"id: {id}," in text for text in files.values()) else id
