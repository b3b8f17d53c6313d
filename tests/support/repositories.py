"""Scratch repositories whose commits have the authors and days that a test gives them."""

from dataclasses import dataclass
from pathlib import Path

from support.processes import run


@dataclass(frozen=True)
class Repository:
    """A repository in a folder."""

    root: Path

    def git(self, *words: str, **environment: str) -> str:
        """What git answers; fails where git does."""
        return run(["git", *words], cwd=self.root, env=environment).stdout.strip()

    def write(self, path: str, text: str) -> None:
        """Put a file into the work tree."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace the first place of a text that must be there."""
        text = (self.root / path).read_text("utf-8")
        assert old in text, old
        self.write(path, text.replace(old, new, 1))

    def commit(self, day: str = "2026-01-31", author: str = "Ann", message: str = "An edit") -> str:
        """Commit everything at noon of a day; gives the hash."""
        self.git("add", "--all")
        when = f"{day}T12:00:00+00:00"
        person = {"NAME": author, "EMAIL": "somebody@example.com", "DATE": when}
        who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in person.items()}
        self.git("commit", "--quiet", "--allow-empty", "-m", message, **who)
        return self.git("rev-parse", "HEAD")


def repository(root: Path) -> Repository:
    """A new repository on main, without a commit."""
    root.mkdir(parents=True, exist_ok=True)
    made = Repository(root)
    made.git("init", "--quiet", "--initial-branch=main")
    return made
