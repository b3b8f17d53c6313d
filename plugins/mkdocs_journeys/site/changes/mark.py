"""A change as a place on the site shows it: never by a colour alone, always with a word."""

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.diff.compare import Change
from mkdocs_journeys.diff.differences import ChangeKind
from mkdocs_journeys.diff.sentences import Sentence
from mkdocs_journeys.diff.severity import Judgement

KIND_WORDS = {
    ChangeKind.ADDED: "new",
    ChangeKind.REMOVED: "removed",
    ChangeKind.CHANGED: "changed",
    ChangeKind.MOVED: "moved",
    ChangeKind.RENAMED: "renamed",
}
JUDGEMENT_WORDS = {
    Judgement.WORSE: "worse for the customer",
    Judgement.REVIEW: "to look at",
    Judgement.BETTER: "better",
    Judgement.EDITORIAL: "editorial",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One change. `words` is its sentence with the authors' texts told apart.

    `old` and `new` are texts for a reader, both None where the thing itself came or went.
    """

    kind: ChangeKind
    judgement: Judgement
    words: Sentence
    old: str | None
    new: str | None
    fingerprint: str

    @property
    def word(self) -> str:
        """`new`, `changed` …"""
        return KIND_WORDS[self.kind]

    @property
    def verdict(self) -> str:
        """`worse for the customer` …"""
        return JUDGEMENT_WORDS[self.judgement]

    @property
    def anchor(self) -> str:
        """Its place on the page of changes."""
        return f"change-{self.fingerprint}"


@dataclass(frozen=True, slots=True)
class Gone:
    """Something that stood before the step of this number, or after the last one where that is None."""

    name: str
    mark: Mark
    before: int | None


@dataclass(frozen=True, slots=True)
class Badge:
    """What an index says of a changed thing: one word, the weightiest judgement, and how many changes."""

    word: str
    judgement: Judgement
    count: int

    @property
    def verdict(self) -> str:
        """`worse for the customer` …"""
        return JUDGEMENT_WORDS[self.judgement]


def mark_of(change: Change, old: str | None, new: str | None) -> Mark:
    """The mark of a change, with both values as texts."""
    return Mark(change.kind, change.judgement, change.sentence, old, new, change.fingerprint)


def badge_of(changes: Iterable[Change], whole: str) -> Badge:
    """The badge of a thing that has these changes (at least one); `whole` is the entity of the thing itself."""
    found = list(changes)
    itself = {change.kind for change in found if change.entity == whole}
    word = KIND_WORDS[ChangeKind.ADDED] if ChangeKind.ADDED in itself else KIND_WORDS[ChangeKind.CHANGED]
    return Badge(word, weightiest(change.judgement for change in found), len(found))


def weightiest(judgements: Iterable[Judgement]) -> Judgement:
    """The first of them in the order of weight; raises ValueError for none."""
    return min(judgements, key=list(Judgement).index)
