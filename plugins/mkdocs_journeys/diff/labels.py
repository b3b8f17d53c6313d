"""Words for kinds, fields, values and references in the sentence of a change."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.entities import Plain
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.model.scales import EMOTION_WORDS
from mkdocs_journeys.vocabulary import BY_NAME, KINDS

JUDGEMENT_WORDS = {
    Judgement.WORSE: "worse for the customer",
    Judgement.REVIEW: "to look at",
    Judgement.BETTER: "better",
    Judgement.EDITORIAL: "editorial",
}
ENTITY_WORDS = {"catalog-stage": "stage of the lifecycle", "evidence": "study"}
FIELD_WORDS = {
    "reviewed": "review date",
    "part_of": "larger journey",
    "thinks": "thought",
    "says": "quotes",
    "leads_to": "next steps",
    "n": "sample size",
    "by": "target date",
    "expires": "expiry date",
    "since": "start date",
    "resolved": "date of solution",
}
REFERENCE_KINDS = {
    "actors": "persona",
    "part_of": "journey",
    "baseline": "journey",
    "volume": "metric",
    **{kind.plural: kind.name for kind in KINDS},
}
"""Fields with another name than the kind that they refer to."""
LONGEST_VALUE = 60
_NAMED = {"persona", "touchpoint", "channel", "segment", "metric", "stage"}
_TITLED = {"journey", "opportunity"}
_MINUS = "\N{MINUS SIGN}"


def entity_word(kind: str) -> str:
    """The noun for a kind of entity."""
    return ENTITY_WORDS.get(kind, kind)


def field_word(name: str) -> str:
    """The noun for a key of the format."""
    return FIELD_WORDS.get(name, name.replace("_", " "))


def emotion_words(value: Plain) -> str:
    """`very negative` … `very positive`."""
    return EMOTION_WORDS.get(value, str(value))


def short(value: Plain) -> str | None:
    """A value as it stands in a sentence; None if it is too long or not a single value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:g}".replace("-", _MINUS)
    return value if isinstance(value, str) and len(value) <= LONGEST_VALUE else None


def name_of_reference(field: str | None, id: str, *atlases: Atlas) -> str:
    """The name of what a field refers to by `id`, from the first atlas that has it; the id itself if none has."""
    head = (field or "").split(".")[0]
    kind, target = ("journey", id.removeprefix("journey:")) if id.startswith("journey:") else (head, id)
    kind = REFERENCE_KINDS.get(kind, kind)
    return next((name for atlas in atlases if (name := _name(kind, target, atlas))), id)


def _name(kind: str, id: str, atlas: Atlas) -> str | None:
    if kind in _NAMED | _TITLED:
        return getattr(getattr(atlas, BY_NAME[kind].plural).get(id), "name" if kind in _NAMED else "title", None)
    if kind == "pain":
        return atlas.pains[id].pain.title if id in atlas.pains else None
    return _finding(id, atlas) if kind == "evidence" else None


def _finding(id: str, atlas: Atlas) -> str | None:
    """The text of a finding if it is short, else the title of its study."""
    study = atlas.evidence.get(id.partition("/")[0])
    if study is None:
        return None
    text = next((one.text for one in study.findings if f"{study.id}/{one.id}" == id), "")
    return text if 0 < len(text) <= LONGEST_VALUE * 2 else study.title
