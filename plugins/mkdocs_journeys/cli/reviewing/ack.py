"""`journeys ack`: accept a change as it is, until a day."""

from datetime import date, datetime
from pathlib import Path

import click

from mkdocs_journeys.cli.common import mend_file, print_diff, project_options, replace_file
from mkdocs_journeys.cli.reviewing.sides import Side, choose_sides
from mkdocs_journeys.diff import Change, Comparison
from mkdocs_journeys.diff.sides import readable_sides
from mkdocs_journeys.load import FileRole, parse_file
from mkdocs_journeys.load.files import ACKNOWLEDGED
from mkdocs_journeys.problem import suggest
from mkdocs_journeys.reports.text import format_line
from mkdocs_journeys.sources.git_process import GitError, run_git
from mkdocs_journeys.unified_diff import unified_diff
from mkdocs_journeys.wording import terminal_safe
from mkdocs_journeys.yamlfile.editing.blocks import Lines, insertion, replacement
from mkdocs_journeys.yamlfile.editing.edit import Edit
from mkdocs_journeys.yamlfile.editing.fields import assignment
from mkdocs_journeys.yamlfile.editing.layout import Layout
from mkdocs_journeys.yamlfile.writing import yaml_of

HEAD = "Changes that are accepted as they are, for now: see the guide, Review a change."
DAY = click.DateTime(["%Y-%m-%d"])
SHORTEST = 6
"""Digits of a fingerprint that have to be typed."""
Entry = dict[str, str | date]


@click.command()
@click.argument("fingerprint")
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.option("--reason", required=True, help="Say why it is accepted.")
@click.option("--who", "by", help="Say who accepts it; without it, it is the name that git commits under.")
@click.option("--until", type=DAY, required=True, help="Accept it up to this day, such as 2026-12-31.")
@project_options
def ack(
    fingerprint: str,
    base: str | None,
    head: str | None,
    reason: str,
    by: str | None,
    until: datetime,
    root: Path | None,
    journeys_dir: str,
) -> None:
    """Accept a change as it is, so that gates leave it out.

    FINGERPRINT is what `journeys diff` prints behind the change, BASE and HEAD what it takes. Writes the change with
    its sentence, the reason, who and until when into acknowledged.yml in the journeys folder; an entry that is there
    gets the new words. Exits with 1 if that file cannot be written, and with 2 if the command was called wrongly or
    there is no such change.
    """
    try:
        sides = choose_sides(base, head, root, journeys_dir)
        name = by or run_git(sides[1].root, "config", "user.name").stdout.strip()
    except GitError as trouble:
        raise click.UsageError(terminal_safe(str(trouble))) from None
    if not name.strip() or not reason.strip():
        raise click.UsageError("Say who accepts the change with --who, and why with --reason.")
    change = _change(fingerprint, sides)
    entry: Entry = {
        "change": change.fingerprint,
        "says": change.text,
        "reason": reason.strip(),
        "by": name.strip(),
        "until": until.date(),
    }
    _write(sides[1].root, f"{sides[1].tree.folder}/{ACKNOWLEDGED}", entry)


def _change(fingerprint: str, sides: tuple[Side, Side]) -> Change:
    """The change of a fingerprint, which may be cut where no other one begins in this way. Raises BadParameter."""
    read = readable_sides(sides[0].tree, sides[1].tree)
    changes = Comparison(read.old, read.new).changes
    found = [change for change in changes if change.fingerprint.startswith(fingerprint)]
    if len(found) == 1 and len(fingerprint) >= SHORTEST:
        return found[0]
    known = {change.fingerprint: change for change in changes}
    near = suggest(fingerprint, known) or (found[0].fingerprint if found else None)
    hint = f" Did you mean {near}, {terminal_safe(known[near].text)}?" if near else " See journeys diff."
    raise click.BadParameter(f"No change here has it.{hint}", param_hint="FINGERPRINT")


def _write(root: Path, path: str, entry: Entry) -> None:
    """Add an entry to the file, or give the one that is there its words. Raises ClickException."""
    file = root / path
    before = file.read_bytes() if file.is_file() else b""
    after = _with_entry(before, entry) if before.strip() else yaml_of({"format": 1, "changes": [entry]}, HEAD).encode()
    wrong = parse_file(FileRole(path, "acknowledged", "acknowledged"), after).problems if after else ()
    if after is None or wrong:
        why = format_line(wrong[0]) if wrong else f"{terminal_safe(path)} is written in a way that is not edited here."
        lines = yaml_of({"changes": [entry]})
        raise click.ClickException(f"{why}\nNothing was written. Write it by hand:\n\n{terminal_safe(lines)}")
    print_diff(unified_diff({path: before}, {path: after}))
    if before:
        mend_file(root, path, before, after)
    else:
        replace_file(file, after)


def _with_entry(content: bytes, entry: Entry) -> bytes | None:
    """The file with the entry, all else left as it is; None where it is written in a way that cannot be edited."""
    layout = Layout.from_bytes(content)
    if layout is None:
        return None
    edit = _edit(layout, entry)
    return layout.source.applied(edit) if edit else None


def _edit(layout: Layout, entry: Entry) -> Edit | None:
    item = yaml_of({"changes": [entry]}).partition("\n")[2]
    lines = Lines(item, len(item) - len(item.lstrip(" ")))
    there = layout.find(("changes",))
    if there is None or not there.meant.parts:
        return assignment(layout, (), "changes", [entry], ("format",))
    for number in range(len(there.meant.parts)):
        known = layout.find(("changes", number, "change"))
        if known and known.text == entry["change"]:
            return replacement(layout, ("changes", number), lines, comments=False)
    return insertion(layout, ("changes",), len(there.meant.parts), lines)
