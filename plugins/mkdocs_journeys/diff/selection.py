"""Select changes: without those ignored by fingerprint, and by group or owner."""

from collections.abc import Collection, Sequence

from mkdocs_journeys.diff.compare import Change
from mkdocs_journeys.diff.severity import Judgement

FAIL_ON = {
    "worse": frozenset({Judgement.WORSE}),
    "look": frozenset({Judgement.WORSE, Judgement.REVIEW}),
    "any": frozenset(Judgement),
}
"""The values of `--fail-on`, each with the judgements that make the run fail."""


def fingerprints(text: str) -> frozenset[str]:
    """The fingerprints in an ignore file: the first word of each line; the rest, and lines with #, are comments."""
    first = (line.split()[0] for line in text.splitlines() if line.strip())
    return frozenset(word for word in first if not word.startswith("#"))


def selected(
    changes: Sequence[Change],
    ignored: Collection[str] = (),
    groups: Collection[str] = (),
    owners: Collection[str] = (),
) -> list[Change]:
    """The changes that are not ignored and, if groups or owners are given, belong to one of each.

    A group includes its subgroups: `enterprise` those of `enterprise/europe`.
    """
    return [
        change
        for change in changes
        if change.fingerprint not in ignored
        and (not groups or any(_is_in(change, group) for group in groups))
        and (not owners or any(owner in owners for owner in change.owners))
    ]


def _is_in(change: Change, group: str) -> bool:
    wanted = group.strip("/")
    return change.journey is not None and f"{change.group}/".startswith(f"{wanted}/" if wanted else "")
