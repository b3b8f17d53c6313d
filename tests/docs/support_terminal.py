"""A terminal in a scratch project, for the commands of a page."""

import os
import re
import shlex
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from docs.support_documents import TUTORIAL, Block, blocks_of, files_of, typed_in, write_files
from docs.support_ways import reason_not_to_run
from mkdocs_journeys.cli import main
from support.builds import mkdocs
from support.processes import BIN, run

EMPTY = frozenset({"README.md", "write-a-journey.md", "editor.md", "whiteboard.md", "measure.md"})
"""Pages that begin with nothing; the others begin in the project of the tutorial."""
MAY_FIND = ("journeys check", "journeys diff")
"""Commands that end with 1 where they find something."""
BESIDE = {
    "journeys/maps/enterprise/renew-it.yml": (
        "title: Renew it\npersonas: maya\nowner: marketing\n"
        "stages:\n  - stage: onboarding\n    steps: [{name: Asks for an offer}]\n"
    ),
}
"""What else stands in the project: a group that pages name."""
_OURS = re.compile(r"(journeys|mkdocs build)\b[^|&;<>$*`()]*")
"""A command of ours, or a build, that no shell has a part in."""
WHO = {
    "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
    "GIT_AUTHOR_NAME": "Ann",
    "GIT_AUTHOR_EMAIL": "ann@example.com",
    "GIT_COMMITTER_NAME": "Ann",
    "GIT_COMMITTER_EMAIL": "ann@example.com",
}
HISTORY = (
    "git init --quiet --initial-branch main",
    "git add .",
    "git commit --quiet --message first",
    "git tag v1",
    "git clone --quiet --bare . ../origin.git",
    "git remote add origin ../origin.git",
    "git fetch --quiet origin",
    "git checkout --quiet -b topic",
    "git commit --quiet --allow-empty --message second",
    "git tag v2",
)


@dataclass
class Terminal:
    """Where a reader has got to; `folder` follows `cd`."""

    folder: Path

    def run(self, line: str) -> str:
        """Run a command as it is typed; gives what it printed. Fails the test where it went wrong."""
        if line.startswith("cd "):
            self.folder = self.folder / shlex.split(line)[1]
            return ""
        code, output, errors = self._here(line) if _OURS.fullmatch(line) else self._shell(line)
        well = (0, 1) if line.startswith(MAY_FIND) else (0,)
        assert code in well, f"$ {line}\n{output}{errors}"
        assert "Traceback" not in errors, f"$ {line}\n{errors}"
        return output

    def _shell(self, line: str) -> tuple[int, str, str]:
        done = run(["sh", "-c", line], cwd=self.folder, env=WHO, code=None)
        return done.returncode, done.stdout, done.stderr

    def _here(self, line: str) -> tuple[int, str, str]:
        """A command in this process: a process of its own for each takes minutes for the whole guide."""
        program, *words = shlex.split(line, comments=True)
        if program == "mkdocs":
            done = mkdocs(self.folder, *words)
        else:
            with chdir(self.folder):
                done = CliRunner().invoke(main, words)
        raised = done.exception
        assert raised is None or isinstance(raised, SystemExit), f"$ {line}\n{raised!r}"
        return done.exit_code, done.stdout, done.stderr


def walk(document: Path, folder: Path) -> list[str]:
    """Do what a page says, from top to bottom: save its files, run its commands. Gives the commands that ran."""
    terminal = Terminal(begin(document, folder))
    ran = []
    for block in blocks_of(document):
        if block.is_file:
            write_files([block], terminal.folder)
        for line in typed_in(block):
            if not reason_not_to_run(line):
                terminal.run(line)
                ran.append(line)
    return ran


def begin(document: Path, folder: Path) -> Path:
    """The folder in which a page begins: empty, or the tutorial's project with an older version of it in git."""
    project = folder / "project"
    project.mkdir()
    if document.name in EMPTY:
        return project
    files = [*files_of(TUTORIAL), *(Block("", path, text) for path, text in BESIDE.items())]
    for place in (folder / "atlas", project):
        write_files(files, place)
    terminal = Terminal(project)
    for line in HISTORY:
        terminal.run(line)
    return project
