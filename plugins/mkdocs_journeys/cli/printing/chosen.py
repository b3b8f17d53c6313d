"""What exports through a browser have in common: their options, the things that are drawn, and the files of these."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.cli.common import quiet_option, today_option
from mkdocs_journeys.cli.exchange.chosen import (
    journeys_of,
    site_url_option,
    write_bytes,
)
from mkdocs_journeys.exports.printed.book import Thing
from mkdocs_journeys.exports.printed.document import files_beside
from mkdocs_journeys.problem import suggest
from mkdocs_journeys.translation.languages import NAMES
from mkdocs_journeys.vocabulary import BY_NAME
from mkdocs_journeys.wording import terminal_safe

Function = TypeVar("Function", bound=Callable[..., Any])
KINDS = ("journey", "persona")

browser_option = click.option(
    "--browser",
    envvar="CHROME",
    default="",
    metavar="PROGRAM",
    help="Start this Chromium, Chrome or Edge; without it, the first that is installed.",
)
language_option = click.option(
    "--language", type=click.Choice([*NAMES]), default="en", show_default=True, help="Write our own words in this one."
)
things_argument = click.argument("things", nargs=-1, metavar="[KIND:ID]...")


def in_browser(command: Function) -> Function:
    """Add the options of what a browser makes."""
    for add in (quiet_option, today_option, site_url_option, language_option, browser_option):
        command = add(command)
    return command


def wanted_things(atlas: Atlas, things: Sequence[str], filters: Sequence[str]) -> Sequence[Thing]:
    """The things that were named, else the journeys that fit the filters. Raises UsageError."""
    if things:
        return things_named(atlas, things, filters)
    return [("journey", journey.id) for journey in journeys_of(atlas, filters)]


def things_named(atlas: Atlas, things: Sequence[str], filters: Sequence[str]) -> Sequence[Thing]:
    """The things that were named. Raises UsageError."""
    if filters:
        raise click.UsageError("Name things or filters, not both.")
    return [*dict.fromkeys(_thing(atlas, text) for text in things)]


def _thing(atlas: Atlas, text: str) -> Thing:
    """The kind and id in a text such as persona:maya. Raises BadParameter."""
    kind, _, id = text.partition(":")
    if kind not in KINDS:
        message = f"'{text[:60]}' names nothing that can be printed alone. Write it as journey:ID or persona:ID."
        raise click.BadParameter(terminal_safe(message), param_hint="KIND:ID")
    known: Mapping[str, object] = getattr(atlas, BY_NAME[kind].plural)
    if id not in known:
        near = suggest(id, known)
        hint = f" Did you mean '{near}'?" if near else ""
        raise click.BadParameter(terminal_safe(f"There is no {kind} '{id[:60]}'.{hint}"), param_hint="KIND:ID")
    return kind, id


def targets_of(wanted: Sequence[Thing], output: Path, ending: str) -> Mapping[Thing, Path]:
    """The file of each thing. Raises BadParameter."""
    if output.suffix == ending and not output.is_dir():
        if len(wanted) != 1:
            raise click.BadParameter(
                f"These are {len(wanted)} files. Name a folder for them.", param_hint="'--output' / '-o'"
            )
        return {wanted[0]: output}
    if output.is_file():
        raise click.BadParameter("It is a file, and no folder.", param_hint="'--output' / '-o'")
    names = [id if kind == "journey" else f"{kind}-{id}" for kind, id in wanted]
    return {thing: output / f"{name}{ending}" for thing, name in zip(wanted, names, strict=True)}


def lay_out(folder: Path, base: Path, atlas: Atlas, style: str) -> Path:
    """Write what documents load into a folder for them."""
    for asset in files_beside(atlas, style):
        content = asset.content if asset.path is None else (base / asset.path).read_bytes()
        write_bytes(folder / asset.uri, content)
    return folder
