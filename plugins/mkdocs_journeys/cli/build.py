"""`journeys build`: the pages as Markdown files, for generators that run no plugin of ours."""

import os
import time
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import click
from jinja2 import TemplateError

from mkdocs_journeys.codeframe import frame
from mkdocs_journeys.load import Loader
from mkdocs_journeys.markdown_host.edition import Editions
from mkdocs_journeys.markdown_host.folder import Verdict, write
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.site.render import environment
from mkdocs_journeys.site.settings import Settings
from mkdocs_journeys.sources.worktree import find_root, worktree
from mkdocs_journeys.wording import counted, terminal_safe

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
PAUSE = 0.3
"""Seconds from one look at the files to the next."""


@click.command()
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder to write to.")
@click.option("--watch", is_flag=True, help="Go on, and write again whenever a journey file changes.")
@click.option("--root", type=FOLDER, help="The project's folder.")
@click.option("--journeys-dir", default="journeys", show_default=True, help="The journeys' folder below the root.")
@click.option("--templates-dir", type=FOLDER, help="Templates of your own, which win over ours by name.")
@click.option(
    "--directory-urls/--no-directory-urls",
    default=True,
    show_default=True,
    help="Whether your generator serves a page as PAGE/ or as PAGE.html.",
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Count ages from this day.")
@click.pass_context
def build(
    context: click.Context,
    out: Path,
    watch: bool,
    root: Path | None,
    journeys_dir: str,
    templates_dir: Path | None,
    directory_urls: bool,
    today: datetime | None,
) -> None:
    """Write the atlas as Markdown files, for Zensical, Backstage TechDocs and others that build Markdown.

    Only files that changed are written, and only files that an earlier run wrote are removed: your own pages
    may stand in the same folder, and win. Exits with 1 where the journeys have errors; then nothing is written.
    """
    base = root.absolute() if root else find_root(Path.cwd(), journeys_dir)
    if base is None:
        missing = f"There is no folder {terminal_safe(journeys_dir)}/ here or above."
        raise click.UsageError(f"{missing} Name the project's folder with --root.")
    _refuse_a_mixture(out, base / journeys_dir)
    templates = str(templates_dir.absolute()) if templates_dir else None
    settings = Settings(
        today=today.date() if today else date.today(), directory_urls=directory_urls, templates_dir=templates
    )
    builder = Builder(base, journeys_dir, out, Editions(settings, environment(templates)))
    if watch:
        builder.go_on()
    elif not builder.run():
        context.exit(1)


def _refuse_a_mixture(out: Path, journeys: Path) -> None:
    """Pages beside the files that they are made of would be read, and seen as changes, again and again."""
    there, here = out.resolve(), journeys.resolve()
    if there.is_relative_to(here) or here.is_relative_to(there):
        raise click.BadParameter(
            "it must not hold the journeys' folder or stand in it; take one such as docs.", param_hint="'--out'"
        )


class Builder:
    """Builds one project into one folder, again and again; what did not change is not read again."""

    def __init__(self, root: Path, journeys_dir: str, out: Path, editions: Editions) -> None:
        self._root = root
        self._journeys_dir = journeys_dir
        self._out = out
        self._editions = editions
        self._memory = Loader()
        self._folder = root / journeys_dir
        self._seen: dict[str, tuple[int, int, int]] = {}

    def run(self) -> bool:
        """One build; False, with nothing written, where the journeys have errors."""
        self._seen = _stamps(self._folder)
        tree = worktree(self._root, self._journeys_dir)
        atlas, problems = self._memory.load(tree)
        for problem in problems:
            _tell(problem, tree.files.get(problem.position.file, b""))
        if atlas is None or any(problem.severity is Severity.ERROR for problem in problems):
            click.echo("Nothing was written: the journeys have errors.", err=True)
            return False
        try:
            verdicts = write(self._out, self._editions.files(atlas, self._root))
        except TemplateError as error:
            raise click.ClickException(f"A template of yours fails: {terminal_safe(str(error))}") from error
        except OSError as error:
            where = terminal_safe(str(error.filename or self._out))
            raise click.ClickException(f"{where}: {error.strerror or terminal_safe(str(error))}") from error
        _say(verdicts)
        return True

    def go_on(self) -> None:
        """A build, and one more whenever a file below the journeys' folder has changed, until Ctrl+C."""
        try:
            self._try()
            click.echo("Watching for changes; Ctrl+C ends.", err=True)
            while True:
                time.sleep(PAUSE)
                if _stamps(self._folder) != self._seen:
                    self._try()
        except KeyboardInterrupt:
            click.echo("", err=True)

    def _try(self) -> None:
        """A build that may fail: the next change may mend it."""
        try:
            self.run()
        except click.ClickException as error:
            error.show()


def _stamps(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What tells one state of the files from the next; a file that goes while we look is not there."""
    stamps = {}
    for above, folders, names in os.walk(folder):
        for path in (Path(above, name) for name in (*folders, *names)):
            try:
                about = path.lstat()
            except OSError:
                continue
            stamps[str(path)] = (about.st_mtime_ns, about.st_size, about.st_ino)
    return stamps


def _tell(problem: Problem, data: bytes) -> None:
    click.echo(str(problem), err=True)
    if drawn := frame(problem, data.decode("utf-8", errors="replace")):
        click.echo(drawn, err=True)
    if problem.hint:
        click.echo(f"  hint: {terminal_safe(problem.hint)}", err=True)


def _say(verdicts: dict[str, Verdict]) -> None:
    """What was done, and what was left alone and why."""
    count = Counter(verdicts.values())
    done = ", ".join(f"{count[word]} {word}" for word in (Verdict.MADE, Verdict.CHANGED, Verdict.REMOVED))
    click.echo(f"{counted(len(verdicts) - count[Verdict.REMOVED], 'file')}: {done}", err=True)
    for path, verdict in sorted(verdicts.items()):
        if verdict is Verdict.THEIRS:
            click.echo(f"  {terminal_safe(path)} is not ours and stands in place of our page", err=True)
        if verdict is Verdict.EDITED:
            click.echo(f"  {terminal_safe(path)} was edited since we wrote it, and is left as it is", err=True)
