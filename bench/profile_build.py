"""Where the time of a build goes: `python -m bench.profile_build ROOT` for a project with a mkdocs.yml.

First the processor seconds of each part of the way, undisturbed, with the peak of memory so far; then, unless
`--lines 0` is given, one whole build under cProfile, in processor seconds too.
"""

import argparse
import cProfile
import io
import logging
import pstats
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_journeys.load import load
from mkdocs_journeys.site import PAGE_KINDS
from mkdocs_journeys.site.assets import assets_of
from mkdocs_journeys.site.context import SiteContext, SiteSettings
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.rendering.environment import environment
from mkdocs_journeys.sources.worktree import worktree


@contextmanager
def _timed(name: str) -> Iterator[None]:
    start = time.process_time()
    yield
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    print(f"{time.process_time() - start:8.2f} s  {peak:6.0f} MB  {name}", flush=True)


def parts(root: Path) -> None:
    """Prints the processor seconds of each part: reading, loading, every kind of page, the whole build."""
    with _timed("worktree"):
        tree = worktree(root)
    with _timed("load"):
        atlas, problems = load(tree)
    if atlas is None:
        raise SystemExit(f"{len(problems)} problems, the first: {problems[0]}")
    site = SiteContext(atlas, SiteSettings(today=date(2026, 11, 1)), environment())
    for kind in PAGE_KINDS:
        with _timed(f"site: {kind.name}"):
            drawn = [page.sections for page in kind.pages(site) if isinstance(page, Page)]
        characters = sum(len(section.html) for sections in drawn for section in sections)
        print(f"{len(drawn):10,} pages, {characters:,} characters")
        del drawn
    with _timed("site: assets"):
        list(assets_of(atlas))
    with _timed("the whole build"):
        whole_build(root)


def whole_build(root: Path) -> None:
    """`mkdocs build` in this process."""
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()


def profile(root: Path, lines: int) -> str:
    """The functions of one whole build that cost most, by themselves and with what they call."""
    profiler = cProfile.Profile(time.process_time)
    profiler.runcall(whole_build, root)
    text = io.StringIO()
    figures = pstats.Stats(profiler, stream=text)
    figures.sort_stats("tottime").print_stats(lines).sort_stats("cumtime").print_stats(2 * lines)
    return text.getvalue()


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m bench.profile_build", description="Where a build's time goes.")
    parser.add_argument("root", type=Path)
    parser.add_argument("--lines", type=int, default=45)
    given = parser.parse_args()
    logging.disable(logging.INFO)
    parts(given.root)
    if given.lines:
        print(profile(given.root, given.lines))


if __name__ == "__main__":
    main()
