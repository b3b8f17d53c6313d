"""`journeys rules`, `journeys explain` and `journeys schema`: the rules, and the format of the files."""

from itertools import groupby
from pathlib import Path

import click

from mkdocs_journeys.cli.common import cannot_write, print_line
from mkdocs_journeys.lint import BY_ID, RULES
from mkdocs_journeys.lint.rules import LOADING_RULES
from mkdocs_journeys.model import MODELS
from mkdocs_journeys.problem import suggest
from mkdocs_journeys.reports.text import SEVERITY_COLOURS
from mkdocs_journeys.wording import terminal_safe

ID_WIDTH = max(map(len, (*BY_ID, *LOADING_RULES)))


@click.command()
def rules() -> None:
    """List all rules: how much each matters, and what it finds.

    Rules of the strict preset are off unless you ask for them; those of the minimal one always hold.
    """
    for group, members in groupby(RULES, key=lambda rule: rule.group):
        print_line(click.style(group, bold=True))
        for rule in members:
            level = click.style(f"{rule.severity:<7}", fg=SEVERITY_COLOURS[rule.severity])
            preset = "" if rule.preset == "recommended" else f" [{rule.preset}]"
            print_line(f"  {rule.id:<{ID_WIDTH}}  {level}  {rule.summary}{preset}")
        print_line("")
    print_line(click.style("loading", bold=True) + ": always on")
    for id, summary in LOADING_RULES.items():
        print_line(f"  {id:<{ID_WIDTH}}  {summary}")


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Say what a RULE finds, why it matters and how to mend it, with an example of each kind."""
    found = BY_ID.get(rule)
    if found:
        print_line(f"{click.style(found.id, bold=True)}: {found.severity}, {found.group}, preset {found.preset}\n")
        print_line(found.text)
    elif rule in LOADING_RULES:
        print_line(f"{click.style(rule, bold=True)}: loading, always on\n")
        print_line(LOADING_RULES[rule])
    else:
        near = suggest(rule, (*BY_ID, *LOADING_RULES))
        hint = f"Did you mean '{near}'?" if near else "`journeys rules` lists them all."
        raise click.UsageError(f"There is no rule '{terminal_safe(rule)}'. {hint}")


@click.command()
@click.argument("kind", required=False, type=click.Choice((*MODELS, "check")))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Write files KIND.json into this folder.")
@click.option("--markdown", is_flag=True, help="Print every key of every kind as a page of Markdown instead.")
def schema(kind: str | None, out: Path | None, markdown: bool) -> None:
    """Print the JSON Schema (draft-07) of a KIND of file, or of what `journeys check --format json` prints.

    With --out, the schemas of all kinds of files are written into a folder instead, or that of KIND alone; older copies
    there are replaced.
    """
    from mkdocs_journeys.schema import text_of
    from mkdocs_journeys.schema.reference import reference_page

    if markdown:
        if kind or out:
            raise click.UsageError("--markdown prints one page with every kind; it takes no KIND and no --out.")
        click.echo(reference_page(), nl=False)
        return
    if kind is None and out is None:
        raise click.UsageError(f"Name a kind ({', '.join(MODELS)}), or a folder for all of them with --out.")
    if out is None:
        click.echo(text_of(kind or ""), nl=False)
        return
    for one in [kind] if kind else MODELS:
        path = out / f"{one}.json"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text_of(one), encoding="utf-8", newline="\n")
        except OSError as error:
            raise cannot_write(path, error) from error
        click.echo(f"wrote {terminal_safe(str(path))}")
