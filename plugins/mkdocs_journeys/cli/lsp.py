"""`journeys lsp`: the language server, which editors start and talk to over standard input and output."""

from datetime import datetime

import click

from mkdocs_journeys.cli.common import today_option

_MISSING = "The language server needs pygls: pip install 'mkdocs-journeys[lsp]'"


@click.command()
@click.option("--site", help="Where the pages are, for links to them; mkdocs serve, unless you say otherwise.")
@click.option(
    "--journeys-dir",
    default="journeys",
    show_default=True,
    help="Read the journeys from this folder below the root.",
)
@today_option
@click.option("--stdio", is_flag=True, hidden=True, help="Taken, as editors give it; there is no other way to talk.")
@click.pass_context
def lsp(context: click.Context, site: str | None, journeys_dir: str, today: datetime | None, stdio: bool) -> None:
    """Help an editor with journey files: a language server, to be started by the editor.

    It shows what `journeys check` finds while you type, completes keys and ids, explains, finds, mends and renames.
    """
    try:
        import pygls  # noqa: F401
    except ImportError as error:
        raise click.ClickException(_MISSING) from error
    from mkdocs_journeys.lsp.answers.lenses import DEFAULT_SITE
    from mkdocs_journeys.lsp.server import ServerOptions, serve

    context.exit(serve(ServerOptions(journeys_dir, site or DEFAULT_SITE, today.date() if today else None)))
