"""The table of judgements as a page of the guide, in Markdown: `python -m mkdocs_journeys.diff.severity.page`."""

from collections.abc import Iterator

from mkdocs_journeys.diff.differences import ChangeKind
from mkdocs_journeys.diff.labels import entity_word, field_word
from mkdocs_journeys.diff.severity.rule import SeverityRule
from mkdocs_journeys.diff.severity.rules import RULES_BY_TOPIC
from mkdocs_journeys.wording import listed

_INTRO = """\
# Judgements

How [a review](review.md#what-a-change-means) comes to call a change *worse*, *better*, to *look* at or *editorial*. The
rows are tried from the top of this page to its end, and the first that fits counts; a change that none fits is
editorial. The page is made from the program itself: `make judgements` writes it.

Three thoughts are behind it:

- **What comes or goes is judged by its less favourable reading.** Something bad that is new is worse, and so is
  something good that is gone. Something bad that is gone, or good that is new, is to look at: leaving it out of a map
  does not make it vanish, and writing it down does not make it happen.
- **What a thing holds counts, and what it does to its journey**: the mean emotion of its main way, its lowest and
  highest point, its open pains and moments of truth. A journey is compared with itself without that thing, so that two
  changes do not blur each other.
- **Knowing less is no better and no worse for the customer.** It is to look at.
"""
_KINDS = {
    ChangeKind.ADDED: "new",
    ChangeKind.REMOVED: "removed",
    ChangeKind.CHANGED: "changed",
    ChangeKind.MOVED: "moved",
    ChangeKind.RENAMED: "another id",
}
_ANY = "anything"


def judgements_page() -> str:
    """The whole page: a table for each topic."""
    return "\n".join([_INTRO, *(_section(topic, rules) for topic, rules in RULES_BY_TOPIC.items())])


def _section(topic: str, rules: tuple[SeverityRule, ...]) -> str:
    rows = "\n".join(f"| {' | '.join(_cells(rule))} |" for rule in rules)
    return f"## {topic}\n\n| of what | what changed | if | judgement | why |\n|---|---|---|---|---|\n{rows}\n"


def _cells(rule: SeverityRule) -> Iterator[str]:
    yield listed([entity_word(kind) for kind in rule.entities.split()], "or") or _ANY
    kinds = listed([_KINDS[kind] for kind in rule.kinds], "or")
    fields = listed([_field(name) for name in rule.fields.split()], "or")
    yield (
        fields if fields and rule.kinds != (ChangeKind.MOVED,) else f"{kinds}{f' from its {fields}' if fields else ''}"
    )
    yield rule.condition.words
    yield f"**{rule.judgement}**"
    yield rule.why


def _field(name: str) -> str:
    """The key, behind its noun where that is another word."""
    word = field_word(name)
    return f"`{name}`" if word == name.replace("_", " ") else f"{word} (`{name}`)"


if __name__ == "__main__":
    print(judgements_page(), end="")
