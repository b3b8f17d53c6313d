"""`python -m bench.history`: how long histories of journeys take from many commits, with a cold and a warm cache."""

# ruff: noqa: S311, S603, S607 - nothing here is a secret, and git is the one of this machine

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.atlas import write_atlas
from bench.measure import measured

EMOTION = re.compile(r"emotion: (-?\d)\b")
BEGUN, HOUR = 1_700_000_000, 3_600
PROGRAM = """
import sys
from pathlib import Path
from mkdocs_journeys.history import HistoryCache
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree
root = Path(sys.argv[1])
atlas, problems = load(worktree(root))
if len(sys.argv) > 2:
    cache = HistoryCache()
    found = cache.histories(root, "journeys", atlas)
    assert cache.obstacle is None and found, cache.obstacle
"""


def main() -> None:
    """The command: prints seconds and processor seconds beyond those of loading the atlas alone."""
    parser = argparse.ArgumentParser(prog="python -m bench.history", description="Measure histories of journeys.")
    parser.add_argument("--journeys", type=int, default=40)
    parser.add_argument("--commits", type=int, default=2_000)
    given = parser.parse_args()
    with TemporaryDirectory(prefix="journeys-history-") as name:
        root = Path(name)
        write_atlas(root, given.journeys)
        commit_edits(root, given.commits)
        command = [sys.executable, "-c", PROGRAM, str(root)]
        alone, cold, warm = (
            measured([*command, *more], root, log=root / "said", fresh=()) for more in ([], ["history"], ["history"])
        )
    for words, run in (("cold", cold), ("warm", warm)):
        print(
            f"history of {given.commits:,} commits, {given.journeys:,} journeys, {words}: "
            f"{run.seconds - alone.seconds:.2f} s, {run.cpu_seconds - alone.cpu_seconds:.2f} CPU s"
        )


def commit_edits(root: Path, commits: int) -> None:
    """Make the atlas a repository: a first commit, then one for each edit of an emotion of some journey."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(root)], check=True)
    stream = b"".join(_commits(root, commits))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=stream, check=True)
    subprocess.run(["git", "reset", "--quiet", "--hard"], cwd=root, check=True)


def _commits(root: Path, commits: int) -> Iterator[bytes]:
    """What `git fast-import` reads."""
    random = Random(1)
    maps = sorted((root / "journeys" / "maps").rglob("*.yml"))
    texts = {file: file.read_text("utf-8") for file in maps}
    yield _commit(0)
    for file in sorted(one for one in (root / "journeys").rglob("*") if one.is_file()):
        yield _file(file.relative_to(root), file.read_bytes())
    for number in range(1, commits):
        file = random.choice(maps)
        found = random.choice([*EMOTION.finditer(texts[file])])
        other = random.choice([felt for felt in range(-2, 3) if str(felt) != found[1]])
        texts[file] = f"{texts[file][: found.start(1)]}{other}{texts[file][found.end(1) :]}"
        yield _commit(number)
        yield _file(file.relative_to(root), texts[file].encode())


def _commit(number: int) -> bytes:
    when = BEGUN + number * HOUR
    return b"commit refs/heads/main\ncommitter Ann <ann@example.com> %d +0000\ndata 4\nEdit\n" % when


def _file(path: Path, content: bytes) -> bytes:
    return b"M 100644 inline %s\ndata %d\n%s\n" % (path.as_posix().encode(), len(content), content)


if __name__ == "__main__":
    main()
