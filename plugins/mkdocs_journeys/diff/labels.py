"""Words for kinds, fields, values and references in the sentence of a change."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.entities import Plain
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.insight.emotion import emotion_word
from mkdocs_journeys.translation.messages import message
from mkdocs_journeys.vocabulary import BY_NAME, KINDS
from mkdocs_journeys.wording import exact_number

JUDGEMENT_WORDS = {
    Judgement.WORSE: message("worse for the customer"),
    Judgement.REVIEW: message("to look at"),
    Judgement.BETTER: message("better"),
    Judgement.EDITORIAL: message("editorial"),
}
ENTITY_WORDS = {
    "catalog-stage": "stage of the lifecycle",
    "evidence": "study",
    "measure": "file of definitions",
    "source": "source of figures",
    "observed-journey": "observed journey",
}
FIELD_WORDS = {
    "reviewed": "review date",
    "part_of": "larger journey",
    "thinks": "thought",
    "says": "quotes",
    "expects": "expectation",
    "leads_to": "next steps",
    "group": "heading",
    "when": "condition",
    "repeats": "repetition",
    "map.lanes": "order of lanes",
    "map.hidden": "hidden lanes",
    "n": "sample size",
    "pending": "people left out",
    "by": "target date",
    "expires": "expiry date",
    "since": "start date",
    "resolved": "date of solution",
    "of": "what is counted",
    "every": "period",
    "by_segment": "figures of segments",
    "over": "number of periods",
    "base": "base of the share",
    "smallest": "fewest people of a figure",
    "until": "last complete day",
    "period_of": "end that says the period",
    "opens": "start of work",
    "closes": "end of work",
    "hold": "same property in all steps",
    "exclude": "what excludes",
    "back": "what counts as coming back",
    "unless": "exception",
    "where": "condition",
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
NAMES_OF_BLOCKS = ("text", "title", "name", "job", "path")
"""The keys that name a block of fields in a list, the first that it has."""
_NAMED = {"persona", "touchpoint", "channel", "team", "segment", "metric", "stage"}
_TITLED = {"journey", "opportunity"}


def entity_word(kind: str) -> str:
    """The noun for a kind of entity."""
    return ENTITY_WORDS.get(kind, kind)


def field_word(name: str) -> str:
    """The noun for a key of the format."""
    return FIELD_WORDS.get(name, name.replace("_", " "))


def emotion_words(*values: float) -> tuple[str, ...]:
    """`very negative` … `very positive` for each; with the numbers where one lies between two words."""
    if all(float(value).is_integer() for value in values):
        return tuple(map(emotion_word, values))
    return tuple(f"{emotion_number(value)} ({emotion_word(value)})" for value in values)


def emotion_number(value: float) -> str:
    """An emotion with its sign and all of its digits: `+1`, `−0.25`, `0`."""
    return f"{'+' if value > 0 else ''}{exact_number(value + 0.0)}"


def short(value: Plain) -> str | None:
    """A value as it stands in a sentence; None if it is too long or not a single value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return exact_number(value)
    return value if isinstance(value, str) and len(value) <= LONGEST_VALUE else None


def name_of_item(item: Plain) -> Plain:
    """What an item of a list is called: a block by one of its fields, or None; anything else is its own name."""
    return next((item[key] for key in NAMES_OF_BLOCKS if item.get(key)), None) if isinstance(item, dict) else item


def name_of_reference(field: str | None, id: str, *atlases: Atlas) -> str:
    """The name of what a field refers to by `id`, from the first atlas that has it; the id itself if none has."""
    head = (field or "").split(".")[0]
    kind, target = ("journey", id.removeprefix("journey:")) if id.startswith("journey:") else (head, id)
    kind = REFERENCE_KINDS.get(kind, kind)
    return next((name for atlas in atlases if (name := _name(kind, target, atlas))), id)


def _name(kind: str, id: str, atlas: Atlas) -> str | None:
    if kind in _NAMED | _TITLED:
        return getattr(getattr(atlas, BY_NAME[kind].plural).get(id), "name" if kind in _NAMED else "title", None)
    if kind == "map":
        return next((lane.name for lane in atlas.catalog.lanes if lane.id == id), None)
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
