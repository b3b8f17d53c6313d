"""The measurement itself: every host on the same atlases, each build a fresh process."""

import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from bench.edits import edits, read, write
from bench.hosts import HOSTS, Host, program, run_quietly
from bench.measure import CommandFailedError, Run, measured, middle

Say = Callable[[str], None]
CHANGED, MOST_EDITS = 20, 200
"""How many journeys a review is of, and after how many edits it is left at fewer: of a small atlas."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and how: the work folder, the runs that a median is taken of, caps by host, and who is told of progress.

    `failures` collects a sentence for each other host that could not build an atlas; our own failure ends it all.
    """

    work: Path
    runs: int
    caps: Mapping[str, int | None]
    say: Say
    seed: int = 1
    failures: list[str] = field(default_factory=list)

    def atlas(self, journeys: int, name: str = "atlas") -> Path:
        """The root of a fresh atlas, checked to be without mistakes."""
        root = self.work / f"{name}-{journeys}"
        _remove(root)
        run_quietly([sys.executable, "-m", "bench.atlas", str(journeys), str(root), "--seed", str(self.seed)])
        run_quietly([program("journeys"), "check", "--quiet", "--root", str(root)])
        return root

    def hosts(self, journeys: int) -> list[Host]:
        """The hosts that are measured at a size."""
        caps = {host.key: self.caps.get(host.key, host.cap) for host in HOSTS}
        return [host for host in HOSTS if (cap := caps[host.key]) is None or journeys <= cap]

    def builds(self, journeys: int) -> tuple[dict[str, list[Run]], dict[str, list[Run]]]:
        """The runs of each host, and of each command (`check`, `diff` where there is one), at one size.

        Hosts take turns, so that a busy moment of the machine does not hit one alone.
        """
        self.say(f"{journeys:,} journeys: writing them")
        atlas = self.atlas(journeys)
        ready = [(host, host.prepared(atlas), host.command()) for host in self.hosts(journeys)]
        runs: defaultdict[str, list[Run]] = defaultdict(list)
        commands: defaultdict[str, list[Run]] = defaultdict(list)
        for turn in range(self.runs):
            for host, folder, command in list(ready):
                run = self._build(host, folder, command, journeys)
                if run is None:
                    ready.remove((host, folder, command))
                    continue
                runs[host.key].append(run)
                self.say(f"{journeys:,} journeys, run {turn + 1} of {self.runs}: ({host.key}) {run.seconds:.2f} s")
            check = [program("journeys"), "check", "--quiet", "--root", str(atlas)]
            commands["check"].append(measured(check, atlas, log=self._log("check", journeys), fresh=()))
        if has_command("diff"):
            _changed_since_commit(atlas)
            diff = [program("journeys"), "diff", "HEAD"]
            for _ in range(self.runs):
                commands["diff"].append(measured(diff, atlas, log=self._log("diff", journeys), fresh=()))
        _remove(atlas)
        return dict(runs), dict(commands)

    def _build(self, host: Host, folder: Path, command: Sequence[str], journeys: int) -> Run | None:
        try:
            return measured(command, folder, log=self._log(host.key, journeys), fresh=host.fresh)
        except CommandFailedError as error:
            if host.key == "a":
                raise
            self.failures.append(f"({host.key}) failed at {journeys:,} journeys: {str(error).splitlines()[-1]}")
            self.say(self.failures[-1])
            return None
        finally:
            shutil.rmtree(folder / "site", ignore_errors=True)

    def _log(self, name: str, journeys: int) -> Path:
        return self.work / f"{name}-{journeys}.log"


def _remove(atlas: Path) -> None:
    """The atlas and every site of it."""
    for folder in (atlas, *atlas.parent.glob(f"{atlas.name}-*")):
        shutil.rmtree(folder, ignore_errors=True)


def medians(runs: Mapping[str, Sequence[Run]], journeys: int) -> dict[tuple[str, int], Run]:
    """The median run of each name at one size."""
    return {(name, journeys): middle(of_it) for name, of_it in runs.items()}


def has_command(name: str) -> bool:
    """Whether the installed `journeys` has a command of this name."""
    asked = [program("journeys"), name, "--help"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0  # noqa: S603


def _changed_since_commit(atlas: Path) -> None:
    """A git repository in the atlas' folder whose work tree differs from its one commit: in CHANGED journeys."""
    who = ["-c", "user.name=bench", "-c", "user.email=bench@example.com"]
    for arguments in (["init", "--quiet"], ["add", "journeys"], [*who, "commit", "--quiet", "--message", "atlas"]):
        run_quietly(["git", *arguments], atlas)
    # Breaking a file is the one kind of edit that a diff refuses.
    made = (edit for edit in edits(read(atlas)) if edit.kind not in ("break a file", "mend it"))
    changed: set[str] = set()
    for edit in islice(made, MOST_EDITS):
        write(atlas, edit)
        changed |= {path for path in edit.changes if "/maps/" in path}
        if len(changed) >= CHANGED:
            break
