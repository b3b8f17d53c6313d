"""`journeys build`: the pages as Markdown files, once or on every change of the journeys."""

import signal
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

import click
from jinja2 import Environment, TemplateError

from mkdocs_journeys.cli.common import (
    FOLDER,
    NEW_FOLDER,
    find_project,
    output_option,
    project_options,
    quiet_option,
    today_option,
)
from mkdocs_journeys.codeframe import frame, lines_of
from mkdocs_journeys.load import Loader
from mkdocs_journeys.markdown import FileResult, markdown_files, write_folder
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.reports.text import format_line
from mkdocs_journeys.site.blocks.markdown_pages import handwritten_files, mentions_among
from mkdocs_journeys.site.context import SiteSettings
from mkdocs_journeys.site.rendering.environment import environment
from mkdocs_journeys.sources.worktree import Stamps, stamps, worktree
from mkdocs_journeys.wording import counted, terminal_safe

POLL_SECONDS = 0.3
"""Seconds between looks. File events would miss network drives and a folder that is removed and comes back."""


@click.command()
@output_option(NEW_FOLDER, old="--out", required=True)
@click.option(
    "--pages", type=FOLDER, help="Write the pages of yours in this folder too, with what they show of the atlas."
)
@click.option("--watch", is_flag=True, help="Go on, and write again whenever a journey file changes.")
@project_options
@click.option("--templates-dir", type=FOLDER, help="Prefer the templates in this folder to ours of the same name.")
@click.option(
    "--directory-urls/--no-directory-urls",
    default=True,
    show_default=True,
    help="Say whether your generator serves a page as PAGE/ or as PAGE.html.",
)
@today_option
@quiet_option
@click.pass_context
def build(
    context: click.Context,
    output: Path,
    pages: Path | None,
    watch: bool,
    root: Path | None,
    journeys_dir: str,
    templates_dir: Path | None,
    directory_urls: bool,
    today: datetime | None,
    quiet: bool,
) -> None:
    """Write the pages of the atlas as Markdown files.

    They are for Zensical, Backstage TechDocs and others that build Markdown. Only files that changed are written, and
    only files that an earlier run wrote are removed: your own pages may stand in the same folder, and win. Exits with
    1 where the journeys have errors; then nothing is written. It also does for a mistake in a page of yours, which is
    written with a note in that place.
    """
    base = find_project(root, journeys_dir)
    _check_folders_are_apart(output, base / journeys_dir, "the journeys' folder")
    if pages:
        _check_folders_are_apart(output, pages, "the folder of your pages")
    settings = SiteSettings(today.date() if today else date.today(), directory_urls)
    templates = environment(str(templates_dir.absolute()) if templates_dir else None)
    builder = Builder(base, journeys_dir, output, settings, templates, quiet, pages)
    if watch:
        builder.watch()
    elif not builder.run():
        context.exit(1)


def _check_folders_are_apart(out: Path, read: Path, name: str) -> None:
    """Refuse one folder inside the other: our own pages would be read, and be changes to the watcher."""
    target, source = out.resolve(), read.resolve()
    if target.is_relative_to(source) or source.is_relative_to(target):
        raise click.BadParameter(
            f"it must not hold {name} or stand in it; take one such as docs.",
            param_hint="'--output' / '-o'",
        )


@dataclass(slots=True)
class Builder:
    """Builds one project into one folder, repeatedly; unchanged files are not parsed again."""

    root: Path
    journeys_dir: str
    out: Path
    settings: SiteSettings
    templates: Environment
    quiet: bool = False
    pages: Path | None = None
    _loader: Loader = field(default_factory=Loader)
    _stamps: Stamps = field(default_factory=dict)

    def run(self) -> bool:
        """Build once; False, with nothing written, if the journeys have errors, and for a mistake in a page."""
        self._stamps = self._now()
        tree = worktree(self.root, self.journeys_dir)
        atlas, problems = self._loader.load(tree)
        for problem in problems:
            self._print_problem(problem, tree.files.get(problem.position.file, b""))
        if atlas is None or any(problem.severity is Severity.ERROR for problem in problems):
            if not self.quiet:
                click.echo("Nothing was written: the journeys have errors.", err=True)
            return False
        try:
            pages = self._pages()
            settings = replace(self.settings, mentions=mentions_among(pages, self.settings.directory_urls))
            files = markdown_files(atlas, settings, self.templates, self.root)
            folder = self.pages.name if self.pages else ""
            written, mistakes = handwritten_files(atlas, settings, self.templates, pages, folder)
            results = write_folder(self.out, files | written)
        except TemplateError as error:
            raise click.ClickException(f"A template of yours fails: {terminal_safe(str(error))}") from error
        except OSError as error:
            where = terminal_safe(str(error.filename or self.out))
            raise click.ClickException(f"{where}: {error.strerror or terminal_safe(str(error))}") from error
        for problem in mistakes:
            self._print_problem(problem, pages[problem.position.file.removeprefix(f"{folder}/")])
        self._print_results(results)
        return not mistakes

    def watch(self) -> None:
        """Build, and again whenever a file below the journeys' folder has changed, until Ctrl+C or SIGTERM."""
        try:
            for end in (signal.SIGINT, signal.SIGTERM):  # a shell lets its background jobs ignore SIGINT
                signal.signal(end, signal.default_int_handler)
            self._run_and_show_errors()
            if not self.quiet:
                click.echo("Watching for changes; Ctrl+C ends.", err=True)
            while True:
                time.sleep(POLL_SECONDS)
                if self._now() != self._stamps:
                    self._run_and_show_errors()
        except KeyboardInterrupt:
            click.echo("", err=True)

    def _now(self) -> Stamps:
        """The files that are read, as they are now."""
        return stamps(self.root / self.journeys_dir) | (stamps(self.pages) if self.pages else {})

    def _pages(self) -> dict[str, bytes]:
        """The handwritten files by their path below their folder; hidden ones and links are left out."""
        found = sorted(self.pages.rglob("*")) if self.pages else []
        paths = {path.relative_to(self.pages or path).as_posix(): path for path in found}
        return {
            name: path.read_bytes()
            for name, path in paths.items()
            if path.is_file() and not path.is_symlink() and not any(part.startswith(".") for part in name.split("/"))
        }

    def _print_problem(self, problem: Problem, data: bytes) -> None:
        if self.quiet:
            click.echo(format_line(problem), err=True)
            return
        click.echo(str(problem), err=True)
        if lines := frame(problem, lines_of(data.decode("utf-8", errors="replace"))):
            click.echo(lines, err=True)
        if problem.hint:
            click.echo(f"  hint: {terminal_safe(problem.hint)}", err=True)

    def _print_results(self, results: dict[str, FileResult]) -> None:
        count = Counter(results.values())
        done = ", ".join(f"{count[word]} {word}" for word in (FileResult.MADE, FileResult.CHANGED, FileResult.REMOVED))
        if not self.quiet:
            click.echo(f"{counted(len(results) - count[FileResult.REMOVED], 'file')}: {done}", err=True)
        for path, result in sorted(results.items()):
            if result is FileResult.THEIRS:
                click.echo(f"  {terminal_safe(path)} is not ours and stands in place of our page", err=True)
            if result is FileResult.EDITED:
                click.echo(f"  {terminal_safe(path)} was edited since we wrote it, and is left as it is", err=True)

    def _run_and_show_errors(self) -> None:
        """Build; a failure is shown, as the next change may mend it."""
        try:
            self.run()
        except click.ClickException as error:
            error.show()
