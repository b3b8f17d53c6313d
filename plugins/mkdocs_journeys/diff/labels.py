"""What things and fields are called in a sentence."""

from mkdocs_journeys.diff.fields import Plain
from mkdocs_journeys.model.scales import EMOTION_WORDS

ENTITY_WORDS = {
    "atlas": "atlas",
    "catalog-stage": "stage of the lifecycle",
    "evidence": "study",
    "figure": "figure",
}
FIELD_WORDS = {
    "reviewed": "review date",
    "part_of": "larger journey",
    "thinks": "thought",
    "says": "quotes",
    "leads_to": "next steps",
    "n": "sample size",
    "by": "target date",
    "link": "link",
    "expires": "expiry date",
    "since": "start date",
    "resolved": "date of solution",
}
LONGEST_VALUE = 60
_MINUS = "\N{MINUS SIGN}"


def entity_word(entity: str) -> str:
    """The kind of a thing in words."""
    return ENTITY_WORDS.get(entity, entity)


def field_word(name: str) -> str:
    """The name of a key of the format in words."""
    return FIELD_WORDS.get(name, name.replace("_", " "))


def emotion_words(value: Plain) -> str:
    """`very negative` … `very positive`."""
    return EMOTION_WORDS.get(value, str(value))


def short(value: Plain) -> str | None:
    """A value as it fits into a sentence; None where it does not."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:g}".replace("-", _MINUS)
    return value if isinstance(value, str) and len(value) <= LONGEST_VALUE else None
