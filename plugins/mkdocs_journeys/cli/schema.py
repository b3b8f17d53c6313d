"""`journeys schema`: what editors need to help with a file."""

from pathlib import Path

import click

from mkdocs_journeys.model import MODELS
from mkdocs_journeys.wording import terminal_safe


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
        _write(out / f"{one}.json", text_of(one))


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        where = terminal_safe(str(path))
        raise click.ClickException(f"{where} cannot be written: {error.strerror or type(error).__name__}.") from error
    click.echo(f"wrote {terminal_safe(str(path))}")
