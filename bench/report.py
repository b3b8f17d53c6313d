"""All figures of one go, as text for a terminal that is Markdown too."""

from collections.abc import Mapping, Sequence

from bench.comparison import CHANGED
from bench.figures import Results, table_text
from bench.hosts import HOSTS
from bench.saving import Saving
from bench.typing import Typing

__all__ = ["Results", "report"]


def report(
    results: Results,
    commands: Results,
    saves: Sequence[Saving],
    caps: Mapping[str, int | None],
    failures: Sequence[str] = (),
    typings: Sequence[Typing] = (),
) -> str:
    """The table of builds with its notes, then the commands, keystrokes and saves. `caps` are sizes by host."""
    parts = [table_text(results, [*_notes(results, caps), *failures])]
    parts += ["\n".join(_commands(commands))] if commands else []
    parts += ["\n".join(_keystrokes(one)) for one in typings]
    parts += ["\n".join(_saves(one)) for one in saves]
    return "\n\n".join(parts)


def _notes(results: Results, caps: Mapping[str, int | None]) -> list[str]:
    largest = max((journeys for _, journeys in results), default=0)
    return [
        *(f"({host.key}) {host.title}" for host in HOSTS),
        *(f"({key}) is not measured beyond {cap:,} journeys" for key, cap in caps.items() if cap and largest > cap),
        "every way starts from the YAML; peak MB is that of all processes of a build together",
    ]


def _commands(commands: Results) -> list[str]:
    changed = {"diff": f" of which {CHANGED} changed"}
    return [
        f"journeys {name}, {journeys:,} journeys{changed.get(name, '')}: {run.seconds:.2f} s "
        f"({run.seconds / journeys * 1000:.2f} s per 1,000), {run.peak_bytes / 1e6:.0f} MB, {run.cpu_seconds:.2f} CPU s"
        for (name, journeys), run in commands.items()
    ]


def _keystrokes(one: Typing) -> list[str]:
    said = {
        "loading": f"keystroke to diagnostics, {one.journeys:,} journeys",
        "rules": "- until the rules have looked, too",
        "sound": "- proposals in a file that can be read",
        "broken": "- proposals in a broken file",
    }
    summary = one.summary()
    lines = [
        f"{text}: p50 {summary[f'{name}_p50'] * 1000:.0f} ms, p95 {summary[f'{name}_p95'] * 1000:.0f} ms"
        for name, text in said.items()
    ]
    return [*lines, f"- from the start to the first diagnostics: {one.start:.2f} s"]


def _saves(one: Saving) -> list[str]:
    pace = "with a pause after each" if one.paced else "without a pause"
    said = {
        "save": f"save to fresh page, {one.journeys:,} journeys, {one.site}, {len(one.edits)} edits {pace}",
        "polling": "- of that MkDocs' own polling, until it calls for a build",
        "beyond": "- of that ours, beyond polling",
        "rebuild": "- until the journeys are loaded again",
    }
    summary = one.summary()
    lines = [
        f"{text}: p50 {summary[f'{name}_p50']:.2f} s, p95 {summary[f'{name}_p95']:.2f} s" for name, text in said.items()
    ]
    return [*lines, *(f"- {kind}, beyond polling: {seconds:.2f} s" for kind, seconds in one.kinds().items())]
