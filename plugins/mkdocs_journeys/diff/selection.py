"""Which changes a reader asked for: not those set aside by their fingerprint, of some groups or owners only."""

from collections.abc import Collection, Sequence

from mkdocs_journeys.diff.change import Change, Judgement

FAIL_ON = {
    "worse": frozenset({Judgement.WORSE}),
    "look": frozenset({Judgement.WORSE, Judgement.LOOK}),
    "any": frozenset(Judgement),
}
"""What a run may be told to fail on."""


def fingerprints(text: str) -> frozenset[str]:
    """The fingerprints in an ignore file: one a line, first on it; what follows and lines with # are remarks."""
    first = (line.split()[0] for line in text.splitlines() if line.strip())
    return frozenset(word for word in first if not word.startswith("#"))


def selected(
    changes: Sequence[Change],
    ignored: Collection[str] = (),
    groups: Collection[str] = (),
    owners: Collection[str] = (),
) -> list[Change]:
    """The changes that are not ignored and, where groups or owners are named, belong to one of each.

    A group holds the groups below it, too: `enterprise` those of `enterprise/europe`.
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
