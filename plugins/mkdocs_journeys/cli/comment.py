"""`journeys comment`: a report of `journeys diff` as a comment; and the options for its links."""

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, BinaryIO

import click

from mkdocs_journeys.cli.common import FILE, Function, output_option, replace_file
from mkdocs_journeys.reports.comment.links import CommentLinks, is_address

COMMIT = re.compile(r"[0-9a-f]{7,64}")
LINKS = {
    "repository_url": click.option(
        "--repository-url",
        default="",
        envvar="JOURNEYS_REPOSITORY_URL",
        help="Link to the repository at this address, https://….",
    ),
    "pull_request": click.option(
        "--pull-request",
        type=click.IntRange(1),
        envvar="JOURNEYS_PULL_REQUEST",
        help="Link to what the pull request of this number changes, on GitHub.",
    ),
    "merge_request": click.option(
        "--merge-request",
        type=click.IntRange(1),
        envvar="JOURNEYS_MERGE_REQUEST",
        help="Link to what the merge request of this number changes, on GitLab.",
    ),
    "commit": click.option(
        "--commit",
        default="",
        envvar="JOURNEYS_COMMIT",
        help="Name the commit that the report is about, in hexadecimal digits, and link to its lines.",
    ),
    "base_commit": click.option(
        "--base-commit",
        default="",
        envvar="JOURNEYS_BASE_COMMIT",
        help="Link to lines that are gone in this commit, in hexadecimal digits.",
    ),
    "pictures_url": click.option(
        "--pictures-url",
        default="",
        envvar="JOURNEYS_PICTURES_URL",
        help="Link to pictures of the maps before and after at this address, https://….",
    ),
    "preview_url": click.option(
        "--preview-url",
        default="",
        envvar="JOURNEYS_PREVIEW_URL",
        help="Link to the preview of the site at this address, https://….",
    ),
}
"""The options that `link_options` adds, by their names in Python."""


def link_options(command: Function) -> Callable[..., Any]:
    """Add the options for links, which the command gets as one `CommentLinks` called `links`."""

    @wraps(command)
    def with_links(*words: Any, **values: Any) -> Any:
        links = _links(**{name: values.pop(name) for name in LINKS})
        return command(*words, links=links, **values)

    found: Callable[..., Any] = with_links
    for option in reversed(LINKS.values()):
        found = option(found)
    return found


def _links(
    repository_url: str,
    pull_request: int | None,
    merge_request: int | None,
    commit: str,
    base_commit: str,
    pictures_url: str,
    preview_url: str,
) -> CommentLinks:
    """The links that options ask for. Raises UsageError for what is no address and no commit."""
    addresses = {"--repository-url": repository_url, "--pictures-url": pictures_url, "--preview-url": preview_url}
    for name, address in addresses.items():
        if address and not is_address(address):
            raise click.BadParameter(
                "It is not an address such as https://git.example.com/acme/atlas.", param_hint=name
            )
    for name, hash in (("--commit", commit), ("--base-commit", base_commit)):
        if hash and not COMMIT.fullmatch(hash):
            raise click.BadParameter("It is not the name of a commit.", param_hint=name)
    if pull_request and merge_request:
        raise click.UsageError("Give --pull-request or --merge-request: a report belongs to one of them.")
    return CommentLinks(
        repository=repository_url,
        number=merge_request or pull_request or 0,
        on_gitlab=bool(merge_request),
        commit=commit,
        base=base_commit,
        preview=preview_url,
        pictures=pictures_url,
    )


@click.command()
@click.argument("report", type=click.File("rb"))
@link_options
@click.option(
    "--project-folder", "folder", default="", help="Link to files below this folder of the repository, the project's."
)
@output_option(FILE)
def comment(report: BinaryIO, links: CommentLinks, folder: str, output: Path | None) -> None:
    """Turn a REPORT of `journeys diff --format json` into a comment in Markdown.

    Nothing else is read, and nothing in the report is believed: it is checked against the schema, and every text
    in it is shown as code. Exits with 1 if it does not fit or is too large.
    """
    from mkdocs_journeys.reports.document import LARGEST, InvalidReport, read
    from mkdocs_journeys.reports.markdown import format_diff

    try:
        text = format_diff(read(report.read(LARGEST + 1)), links=links.below(folder))
    except InvalidReport as error:
        raise click.ClickException(f"This is no report of journeys diff: {error}") from None
    if output:
        replace_file(output, text.encode("utf-8", "backslashreplace"))
    else:
        click.echo(text, nl=False)
