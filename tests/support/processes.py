"""Processes that a test starts, in a known environment, and ended with all their children when the test is done."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from support.waiting import LIMIT, until

BIN = Path(sys.executable).parent
"""The folder of the programs `journeys`, `mkdocs` and `python` of the tests."""
PYTHON = sys.executable
LONG = 5 * LIMIT
"""Seconds that a command may take from its beginning to its end."""

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Running:
    """A process that runs, and the file that it writes its output to."""

    process: subprocess.Popen[bytes]
    log: Path

    def said(self) -> str:
        """All output so far."""
        return self.log.read_text("utf-8", errors="replace")

    def is_over(self) -> bool:
        return self.process.poll() is not None

    def end(self, by: signal.Signals = signal.SIGINT) -> int:
        """Press Ctrl+C, or send another signal, and wait for the end; gives the exit code."""
        self.process.send_signal(by)
        until(self.is_over, self.said)
        return self.process.returncode


@contextmanager
def running(
    command: Command, log: Path, *, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Iterator[Running]:
    """Start a process in a session of its own; however the block ends, it is killed then with all its children.

    `env` is added to the environment; standard output and errors go to `log`.
    """
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env=os.environ | (env or {}),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield Running(process, log)
    finally:
        _kill_session(process)


@contextmanager
def talking(command: Command, log: Path, *, cwd: Path | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """Start a process whose input and output are pipes; errors go to `log`. It is killed when the block ends."""
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        _kill_session(process)
        for stream in (process.stdin, process.stdout):
            with suppress(BrokenPipeError):
                stream.close()  # type: ignore[union-attr]


def run(
    command: Command,
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    only_env: Mapping[str, str] | None = None,
    encoding: str = "utf-8",
    code: int | None = 0,
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; gives its output and errors, and fails with both where it ends with another code.

    `env` is added to the environment, `only_env` replaces it; any `code` is fine where it is None.
    """
    words = [str(part) for part in command]
    with subprocess.Popen(
        words,
        cwd=cwd,
        env=os.environ | (env or {}) if only_env is None else dict(only_env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding=encoding,
        start_new_session=True,
    ) as process:
        try:
            output, errors = process.communicate(timeout=LONG)
        finally:
            _kill_session(process)
    assert code is None or process.returncode == code, f"{words} ended with {process.returncode}:\n{output}\n{errors}"
    return subprocess.CompletedProcess(words, process.returncode, output, errors)


def mkdocs_build(project: Path, *options: str, env: Mapping[str, str] | None = None) -> str:
    """Build a site strictly; gives its output, errors last."""
    done = run([PYTHON, "-m", "mkdocs", "build", "--strict", *options], cwd=project, env=env)
    return done.stdout + done.stderr


def descendants(mark: str) -> list[tuple[int, str]]:
    """The (number, command) of every process that began with this word ("NAME=value") in its environment.

    Those that nobody waits for any more are found too, wherever they hang in the tree; only where there is /proc.
    """
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark.encode() in (folder / "environ").read_bytes().split(b"\0"):
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                found.append((int(folder.name), command[:200]))
    return found


def _kill_session(process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
