"""From a keystroke to its diagnostics, and from a request to its proposals, in a language server over its streams.

One journey is open. Each keystroke changes the buffer so that something is to be seen: an id that nothing has, which
loading finds, or a step whose name is too long, which a rule finds.
"""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pygls.uris import from_fs_path

from bench.figures import quantile
from bench.language_client import LanguageClient

LIMIT = 120.0
LONG = " and then looks at it again from every side before going on to anything else at all, as one does"


@dataclass(frozen=True, slots=True)
class Typing:
    """Seconds of each keystroke and request, in an atlas of so many journeys.

    `loading` are those to the first diagnostics of a keystroke, `rules` those to the findings of the rules; `sound`
    and `broken` those to the proposals in a file that can be read, and in one that cannot.
    """

    journeys: int
    start: float
    loading: list[float] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    sound: list[float] = field(default_factory=list)
    broken: list[float] = field(default_factory=list)

    def summary(self) -> dict[str, float]:
        """Median and 95th percentile of each."""
        parts = {"loading": self.loading, "rules": self.rules, "sound": self.sound, "broken": self.broken}
        return {
            f"{name}_{word}": quantile(values, share)
            for name, values in parts.items()
            for word, share in {"p50": 0.5, "p95": 0.95}.items()
        }


def typing(root: Path, journeys: int, strokes: int) -> Typing:
    """Type so many times in the first journey of the atlas at a folder, each time in four ways; measure each."""
    path = min((root / "journeys" / "maps").rglob("*.yml"))
    lines = path.read_text("utf-8").split("\n")
    with _server(root) as client:
        since = time.perf_counter()
        client.initialize(str(from_fs_path(str(root))))
        uri = str(from_fs_path(str(path)))
        client.open(uri, "\n".join(lines))
        client.problems(uri, 1)
        found = Typing(journeys, time.perf_counter() - since)
        pen = _Pen(client, uri)
        name, touchpoint = _line_with("name: ", lines), _line_with("touchpoint: ", lines)
        for _ in range(strokes):
            found.rules.append(pen.seconds(name, lines[name] + LONG, "name-too-long", True))
            found.rules.append(pen.seconds(name, lines[name], "name-too-long", False))
            found.loading.append(pen.seconds(touchpoint, f"{lines[touchpoint]}-x", "reference-unknown", True))
            found.loading.append(pen.seconds(touchpoint, lines[touchpoint], "reference-unknown", False))
            found.sound.append(pen.completion(touchpoint, len(lines[touchpoint])))
            pen.write(touchpoint, lines[touchpoint].replace(": ", ": ["))
            found.broken.append(pen.completion(touchpoint, len(lines[touchpoint])))
            pen.write(touchpoint, lines[touchpoint])
        client.leave()
    return found


def _line_with(field: str, lines: Sequence[str]) -> int:
    """The number of the first line of a step that gives a field."""
    return next(number for number, line in enumerate(lines) if line.lstrip(" -").startswith(field))


@dataclass(slots=True)
class _Pen:
    """Types in one buffer."""

    client: LanguageClient
    uri: str
    version: int = 1

    def write(self, line: int, text: str) -> None:
        """Put a text in the place of a line."""
        self.version += 1
        where = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 10_000}}
        self.client.change(self.uri, self.version, {"range": where, "text": text})

    def seconds(self, line: int, text: str, rule: str, is_there: bool) -> float:
        """From writing a line until the diagnostics of that version hold a rule there, or hold it no more."""
        since = time.perf_counter()
        self.write(line, text)

        def look() -> bool:
            version, problems = self.client.diagnostics[self.uri]
            here = {one["code"] for one in problems if one["range"]["start"]["line"] == line}
            return version == self.version and (rule in here) == is_there

        self.client.wait(look)
        return time.perf_counter() - since

    def completion(self, line: int, character: int) -> float:
        """From asking for proposals to having them."""
        since = time.perf_counter()
        self.client.at("completion", self.uri, line, character)
        return time.perf_counter() - since


@contextmanager
def _server(root: Path) -> Iterator[LanguageClient]:
    command = [str(Path(sys.executable).with_name("journeys")), "lsp"]
    with subprocess.Popen(  # noqa: S603
        command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        if not process.stdin or not process.stdout:
            raise RuntimeError("no pipes")
        try:
            yield LanguageClient(process.stdout, process.stdin, LIMIT)
        finally:
            process.kill()
