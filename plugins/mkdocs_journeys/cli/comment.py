"""`journeys comment`: the comment on a pull request, from the untrusted report of an unprivileged run."""

import re
from pathlib import Path
from typing import BinaryIO

import click

from mkdocs_journeys.cli.common import FILE
from mkdocs_journeys.cli.files import replace_file

COMMIT = re.compile(r"[0-9a-f]{7,64}")


@click.command()
@click.argument("report", type=click.File("rb"))
@click.option("--commit", default="", help="The commit that the report is about, in hexadecimal digits.")
@click.option("--output", type=FILE, help="Write to this file.")
def comment(report: BinaryIO, commit: str, output: Path | None) -> None:
    """Turn a REPORT of `journeys diff --format json` into a comment in Markdown.

    Nothing else is read, and nothing in the report is believed: it is checked against the schema, and every text
    in it is shown as code. Exits with 1 if it does not fit or is too large.
    """
    from mkdocs_journeys.reports.document import LARGEST, InvalidReport, read
    from mkdocs_journeys.reports.markdown import format_diff as comment_of

    if commit and not COMMIT.fullmatch(commit):
        raise click.BadParameter("It is not the name of a commit.", param_hint="--commit")
    try:
        text = comment_of(read(report.read(LARGEST + 1)), commit=commit)
    except InvalidReport as error:
        raise click.ClickException(f"This is no report of journeys diff: {error}") from None
    if output:
        replace_file(output, text.encode("utf-8", "backslashreplace"))
    else:
        click.echo(text, nl=False)
