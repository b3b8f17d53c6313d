"""`journeys init`: a working atlas, or what is missing beside a site that is there."""

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import distribution
from pathlib import Path

import click

from mkdocs_journeys.cli.common import NEW_FOLDER, NewFile, create_files, print_created, quiet_option
from mkdocs_journeys.load.files import CATALOG
from mkdocs_journeys.scaffold import additions, project_files
from mkdocs_journeys.scaffold.additions import Addition
from mkdocs_journeys.scaffold.dependencies import FILES, OURS, Dependencies, dependencies
from mkdocs_journeys.scaffold.site_config import INDEX, NavEntry, SiteConfig, inherited, site_config
from mkdocs_journeys.scaffold.workflow import WORKFLOW, belongs_to, commands_of, file_names, is_plain, workflow
from mkdocs_journeys.sources.sites import config_in, find_sites, repository_of
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.wording import listed, terminal_safe

SETTINGS, IGNORED, HOOKS = ".vscode/settings.json", ".gitignore", ".pre-commit-config.yaml"
MOST_PARENTS = 5
"""Configurations that one may inherit from, one after the other."""
_ADDRESS = re.compile(r"[a-z+]+://(?:[^@/\s\"']*@)?([^@\s\"'\\$`]+)")


@dataclass(frozen=True, slots=True)
class InitTarget:
    """Where an atlas is made: the project's folder, the top of its repository, and the site's settings.

    `asked` is the folder that the user named or is in. `top` is the project itself outside of any repository. `config`
    is the name of the file of the settings, "" where there is no site yet; `parents` are those that it inherits from.
    """

    asked: Path
    project: Path
    top: Path
    config: str
    settings: SiteConfig
    parents: tuple[Path, ...] = ()

    @property
    def folder(self) -> str:
        """The project's folder in the repository, "" at its top."""
        return "" if self.project == self.top else self.project.relative_to(self.top).as_posix()

    @property
    def journeys_dir(self) -> str:
        """The folder of the journeys below the project's: that of the settings, unless it lies elsewhere."""
        return self.settings.journeys_dir if is_plain(self.settings.journeys_dir) else "journeys"

    def shown(self, path: Path) -> str:
        """A path as messages name it: as it is seen from the folder that the user named or is in."""
        return Path(os.path.relpath(path, self.asked)).as_posix()

    def seen(self, path: Path) -> str:
        """A path as it is seen from the project."""
        return Path(os.path.relpath(path, self.project)).as_posix()

    def in_repository(self, path: str) -> str:
        """A path that is seen from the project, as it is seen from the top."""
        return Path(os.path.relpath(self.project / path, self.top)).as_posix()


@click.command()
@click.argument("folder", metavar="[DIR]", required=False, type=NEW_FOLDER)
@quiet_option
def init(folder: Path | None, quiet: bool) -> None:
    """Make a working atlas in DIR, or add what is missing to a site that is there.

    Without DIR, that is the site whose mkdocs.yml lies here, above, or else below this folder in the same repository,
    and this folder where there is none. The workflow for CI and the settings for editors go to the top of the
    repository. A file that is there already is never changed: what was created and what was kept is printed, and so
    are the lines that your own files still need.
    """
    place, requirement = _place(folder), installed_from()
    needs = dependencies(_texts_of(place), requirement)
    wanted = list(_files(place, needs, requirement))
    created = create_files(wanted)
    theirs = {place.project / place.config: False} if place.config else {}
    print_created({place.shown(path): is_new for path, is_new in (theirs | created).items()})
    if quiet:
        return
    kept = [file for file in wanted if not created[file.target]]
    for one in _additions(place, needs, kept):
        click.echo(f"\n{one.sentence}")
        if one.lines:
            click.echo("\n".join(["", *map(terminal_safe, one.lines.splitlines())]))
    named = [place.shown(file.target) for file in wanted if created[file.target] and file.path.startswith(".github/")]
    named += [place.shown(place.project / needs.file)] if needs.to_add else []
    _print_next(place, named if requirement == OURS and needs.lacks_ours else [])


def installed_from() -> str:
    """The pip requirement of this package: its git repository without credentials, if it was installed from one."""
    try:
        origin = json.loads(distribution(OURS).read_text("direct_url.json") or "{}")
        address = _ADDRESS.fullmatch(origin["url"]) if origin["vcs_info"]["vcs"] == "git" else None
    except (KeyError, TypeError, ValueError):
        return OURS
    return f"git+https://{address[1]}" if address else OURS


def _place(folder: Path | None) -> InitTarget:
    """The place that a user means; raises UsageError where it may be one of several."""
    here = Path.cwd().resolve()
    sites = find_sites(here) if folder is None else []
    if len(sites) > 1:
        names = [terminal_safe(site.relative_to(here).as_posix()) for site in sites]
        raise click.UsageError(
            f"There are {len(sites)} sites here, in {listed(names, 'and')}. Name one: journeys init {names[0]}"
        )
    project = sites[0] if sites else here if folder is None else folder.resolve()
    config, texts, parents = config_in(project), list[bytes](), list[Path]()
    path = project / config if config else None
    while path and len(texts) <= MOST_PARENTS:
        texts.append(_content(path))
        above = inherited(texts[-1])
        path = path.parent / above if above else None
        parents += [path] if path else []
    return InitTarget(
        here if folder is None else project,
        project,
        repository_of(project) or project,
        config,
        site_config(*texts),
        tuple(parents),
    )


def _content(path: Path) -> bytes:
    """The bytes of an ordinary file; b"" of anything else, and of what cannot be read."""
    try:
        return path.read_bytes() if path.is_file() else b""
    except (OSError, ValueError):
        return b""


def _text(path: Path) -> str:
    return _content(path).decode("utf-8", "replace")


def _texts_of(place: InitTarget) -> dict[str, str]:
    """The files that may name what the site needs, the nearest folder first; paths are seen from the project."""
    found = (folder / name for folder in dict.fromkeys((place.project, place.top)) for name in FILES)
    seen = {place.seen(path): path for path in found if path.is_file()}
    return {name: _text(path) for name, path in seen.items() if is_plain(place.in_repository(name))}


def _files(place: InitTarget, needs: Dependencies, requirement: str) -> Iterator[NewFile]:
    """Every file of the atlas: no example beside a catalog, no second configuration, no page in an existing docs/."""
    unwanted = ["mkdocs.yml"] if place.config else []
    unwanted += [f"{place.journeys_dir}/"] if os.path.lexists(place.project / place.journeys_dir / CATALOG) else []
    unwanted += ["docs/"] if place.config or os.path.lexists(place.project / "docs") else []
    unwanted += [IGNORED] if place.config and place.folder else []
    in_project = os.path.lexists(place.project / ".vscode") and not os.path.lexists(place.top / ".vscode")
    editor = place.project if in_project else place.top
    for path, text in project_files(date.today(), requirement, place.journeys_dir).items():
        if path.startswith(tuple(unwanted)):
            continue
        if path == WORKFLOW:
            yield from _workflow(place, needs, text)
        elif path == SETTINGS:
            folder = "" if in_project else place.folder
            yield NewFile(editor, path, additions.editor_settings(text, folder, place.journeys_dir))
        elif path.startswith(".vscode/"):
            yield NewFile(editor, path, text)
        else:
            yield NewFile(place.project, path, text)


def _workflow(place: InitTarget, needs: Dependencies, text: str) -> Iterator[NewFile]:
    """The workflow, under a name that no other one has; none for a folder that cannot be named in one."""
    if place.folder and not is_plain(place.folder):
        return
    free = (name for name in file_names(place.folder) if _is_free(place, name))
    name = next(free, file_names(place.folder)[-1])
    from_outside = [needs.file] if needs.file else []
    from_outside += map(place.seen, place.parents)
    watched = [f"{place.in_repository(place.settings.docs_dir)}/**", name, *map(place.in_repository, from_outside)]
    commands = commands_of(needs, place.journeys_dir, place.config)
    yield NewFile(place.top, name, workflow(text, place.folder, watched, commands))


def _is_free(place: InitTarget, name: str) -> bool:
    """Whether a workflow of this name can be made for the project, or is there for it already."""
    path = place.top / name
    return not os.path.lexists(path) or belongs_to(_text(path), place.folder)


def _additions(place: InitTarget, needs: Dependencies, kept: Sequence[NewFile]) -> Iterator[Addition]:
    """What files that are there already still lack."""
    if place.config:
        yield from additions.of_config(place.shown(place.project / place.config), place.settings, _nav(place))
    yield from additions.of_requirements(place.shown(place.project / needs.file), needs)
    for file in kept:
        where, theirs = place.shown(file.target), _text(file.target)
        if file.path == SETTINGS:
            yield from additions.of_editor_settings(where, theirs, file.text)
        elif file.path == IGNORED and not place.config:
            yield from additions.of_ignored(where, theirs, file.text)
    for folder in dict.fromkeys((place.project, place.top)):
        if os.path.lexists(folder / HOOKS):
            where = place.shown(folder / HOOKS)
            yield from additions.of_hooks(where, _text(folder / HOOKS), place.folder, place.journeys_dir)
    ci = (*sorted((place.top / WORKFLOW).parent.glob("*.y*ml")), place.top / ".gitlab-ci.yml")
    for path in ci if place.config else ():
        yield from additions.of_pipeline(place.shown(path), _text(path), needs)
    if place.folder and not is_plain(place.folder):
        yield Addition("No workflow for CI was made: a path with characters such as these cannot be named in one.")


def _nav(place: InitTarget) -> list[NavEntry]:
    """The pages that belong in the navigation by the title of their group, the home of the atlas first."""
    from mkdocs_journeys.history.mainline import untold
    from mkdocs_journeys.lint.engine import CheckResult
    from mkdocs_journeys.load import load
    from mkdocs_journeys.site import PAGE_KINDS, items_of
    from mkdocs_journeys.site.context import SiteContext, SiteSettings
    from mkdocs_journeys.site.navigation import nav_groups
    from mkdocs_journeys.site.page import Asset, Page
    from mkdocs_journeys.site.rendering.environment import environment

    docs = place.project / place.settings.docs_dir
    names = INDEX if place.settings.home == INDEX[0] else (place.settings.home,)
    home = "atlas.md" if any((docs / name).is_file() for name in names) else place.settings.home
    atlas, _ = load(worktree(place.project, place.journeys_dir))
    items: Iterable[Page | Asset]
    if atlas is None:
        sure = (kind for kind in PAGE_KINDS if kind.name in ("home", "journeys", "personas", "pains", "catalog"))
        items = (Page(kind.uri or home, kind.title, tuple, in_nav=True, kind=kind.name) for kind in sure)
    else:
        health = (lambda found: CheckResult()) if place.settings.has_health else None
        recent = untold if place.settings.has_history else lambda found: None
        settings = SiteSettings(date.today(), home_uri=home, health=health, recent=recent)
        items = items_of(SiteContext(atlas, settings, environment()))
    return [(group.title, [page.uri for page in group.pages]) for group in nav_groups(items)]


def _print_next(place: InitTarget, without_address: Sequence[str]) -> None:
    """Print what to do now; the files `without_address` have this package by its name alone."""
    if without_address:
        names = listed([terminal_safe(name) for name in without_address], "and")
        click.echo(f"\nIn {names}, write the address that you install {OURS} from.")
    there = os.path.relpath(place.project)
    program = "properdocs" if place.config.startswith("properdocs") else "mkdocs"
    check = "journeys check" + (f" --journeys-dir {place.journeys_dir}" if place.journeys_dir != "journeys" else "")
    go = "" if there == "." else f"cd {terminal_safe(there)}, "
    click.echo(f"\nNext: {go}{check}, then {program} serve --livereload")
