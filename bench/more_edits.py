"""Edits that many pages may or may not show, for series of random edits."""

import re
from collections.abc import Callable, Iterator
from random import Random

from bench.edits import BROKEN, KINDS, Edit, Files, applied, mend_it

Make = Callable[[Files, Random, int], Edit]


def random_edits(files: Files, seed: int) -> Iterator[Edit]:
    """An endless series of edits of any kind in any order; after a broken file mostly the mended one."""
    random = Random(seed)  # noqa: S311 - no secret
    files = dict(files)
    number = 0
    while True:
        number += 1
        edit = random.choice(_possible(files, random))(files, random, number)
        files = applied(files, edit)
        yield edit


def mended(files: Files) -> Edit | None:
    """The edit that makes a broken file right again."""
    return mend_it(files, Random(0), 0) if _is_broken(files) else None  # noqa: S311 - no secret


def remark(files: Files, random: Random, number: int) -> Edit:
    """A comment, which changes nothing."""
    path = random.choice([path for path in files if path.endswith(".yml")])
    return Edit("remark", {path: f"# remark {number}\n{files[path]}"}, "")


def change_a_study(files: Files, random: Random, number: int) -> Edit:
    """A study has another title."""
    return _line(files, random, "evidence", "title", f"title: Another study {number}")


def change_an_opportunity(files: Files, random: Random, number: int) -> Edit:
    """An opportunity is worth more or less."""
    return _line(files, random, "opportunities", "value", f"value: {random.choice(('low', 'medium', 'high'))}")


def change_an_owner(files: Files, random: Random, number: int) -> Edit:
    """A journey has another owner, or another state of work."""
    return _line(files, random, "maps", "owner", f"owner: {random.choice(('support', 'product', 'legal'))}")


def change_a_share(files: Files, random: Random, number: int) -> Edit:
    """A persona stands elsewhere among the others."""
    path = _any(files, random, "personas")
    text = re.sub(r"(?m)^share: .*\n", "", files[path])
    return Edit("change a share", {path: f"{text}share: {random.randint(1, 99)}\n"}, "")


def change_a_severity(files: Files, random: Random, number: int) -> Edit:
    """A pain hurts more or less, wherever it is felt."""
    path = _any(files, random, "maps")
    word = random.choice(("minor", "major", "critical"))
    return Edit("change a severity", {path: re.sub(r"severity: \w+", f"severity: {word}", files[path], count=1)}, "")


def rename_a_stage(files: Files, random: Random, number: int) -> Edit:
    """The lifecycle calls a stage otherwise."""
    return _catalog(
        files, r"(- id: \w+\n +name: |- \{id: \w+, name: )[^,}\n]+", rf"\g<1>Stage {number}", "rename a stage"
    )


def rename_a_team(files: Files, random: Random, number: int) -> Edit:
    """A team has another name."""
    return _catalog(
        files, r"(id: support\n +name: |id: support, name: )[^,}\n]+", rf"\g<1>Team {number}", "rename a team"
    )


def add_a_figure(files: Files, random: Random, number: int) -> Edit:
    """A metric has one more figure."""
    path = random.choice([path for path in files if path.endswith(".csv")])
    *_, last = files[path].rstrip("\n").split("\n")
    added = re.sub(r"^\d{4}-\d\d-\d\d", f"2026-10-{number % 28 + 1:02}", last)
    return Edit("add a figure", {path: f"{files[path].rstrip()}\n{added}\n"}, "")


MORE: tuple[Make, ...] = (
    remark,
    change_a_study,
    change_an_opportunity,
    change_an_owner,
    change_a_share,
    change_a_severity,
    rename_a_stage,
    rename_a_team,
    add_a_figure,
)


def _possible(files: Files, random: Random) -> tuple[Make, ...]:
    if _is_broken(files):
        return (mend_it,) if random.random() < 0.6 else MORE[:1]
    return (*KINDS, *MORE)


def _is_broken(files: Files) -> bool:
    return any(text.endswith(BROKEN) for text in files.values())


def _line(files: Files, random: Random, folder: str, key: str, line: str) -> Edit:
    path = _any(files, random, folder)
    return Edit(f"change {key} in {folder}", {path: re.sub(rf"(?m)^{key}: .*$", line, files[path], count=1)}, "")


def _catalog(files: Files, pattern: str, by: str, kind: str) -> Edit:
    path = "journeys/catalog.yml"
    return Edit(kind, {path: re.sub(pattern, by, files[path], count=1)}, "catalog/")


def _any(files: Files, random: Random, folder: str) -> str:
    return random.choice([path for path in files if path.startswith(f"journeys/{folder}/")])
