"""Descriptions of fields and of the words that they take, for authors.

Those of fields are the string literals below them in the source of the models. The source is read when a schema is
made, so that no other command pays for it at start-up.
"""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mkdocs_journeys.model import Model

Word = str | int
_CHOICES: Sequence[Mapping[Word, str]] = (
    {1: "the first version, and so far the only one"},
    {-2: "very negative", -1: "negative", 0: "neutral", 1: "positive", 2: "very positive"},
    {-1: "bad news", 0: "neither good nor bad", 1: "good news"},
    {
        "cosmetic": "hardly anybody would mention it",
        "minor": "annoys, and costs little",
        "major": "costs the customer real time, money or trust",
        "critical": "the customer cannot go on, or leaves",
    },
    {
        "rare": "a few of those who take this step",
        "sometimes": "less than half of them",
        "often": "more than half of them",
        "always": "all of them, or nearly",
    },
    {
        "low": "nobody outside the team would notice",
        "medium": "shows in one team's figures",
        "high": "shows in the company's figures",
        "critical": "decides whether the company reaches its goals",
    },
    {
        "small": "days, one team",
        "medium": "weeks, one team",
        "large": "months, or several teams",
        "huge": "a programme of its own",
    },
    {
        "assumed": "we believe it and have not looked",
        "inferred": "evidence points to it",
        "validated": "tested with customers and found true",
    },
    {
        "open": "nobody has decided about it yet",
        "accepted": "we agree that it should be mended",
        "in-progress": "somebody is mending it",
        "resolved": "it is mended",
        "wont-fix": "we decided to live with it",
    },
    {
        "new": "just written down",
        "framed": "put as a question, with the pains behind it",
        "prioritised": "chosen to be done next",
        "in-progress": "somebody is working on it",
        "delivered": "customers have it",
        "parked": "put off until later",
        "rejected": "decided against",
    },
    {
        "draft": "still being written or checked",
        "live": "agreed, and kept up to date",
        "retired": "no longer true; it counts nowhere",
    },
    {
        "experience": "what the customer lives through",
        "blueprint": "above all what we do for it, seen and unseen; emotions are not asked for",
    },
    {"current": "what happens today", "future": "what should happen instead"},
    {
        "severity-frequency-impact": "severity × frequency × impact × confidence",
        "severity-reach": "severity × reach × confidence",
    },
    {"value-effort": "value against effort, with confidence", "rice": "reach × impact × confidence ÷ effort"},
    {
        "digital": "software: website, app, mail",
        "physical": "things and places: shop, parcel, letter",
        "human": "people: a call, a visit",
    },
    {
        "screen": "a website",
        "phone": "a call",
        "mail": "mail or letters",
        "chat": "a chat",
        "person": "somebody in the room",
        "store": "a shop or branch",
        "document": "a contract, invoice or brochure",
        "event": "a fair or webinar",
        "app": "an app",
    },
    {
        "nps": "net promoter score, −100 to 100",
        "csat": "how content customers are",
        "ces": "how much effort it was for them",
        "clv": "what a customer is worth over the years",
        "conversion": "percent who go on to the next stage",
        "churn": "percent who leave",
        "retention": "percent who stay",
        "duration": "how long something takes",
        "count": "how many; the volume of a stage needs this kind",
        "money": "an amount of money",
        "other": "anything else",
    },
    {"customer": "the customer comes to us", "company": "we come to the customer"},
    {"planned": "not there yet", "live": "customers can meet it today", "retired": "no longer there"},
    {"higher": "more is better", "lower": "less is better"},
    {
        "customer": "the customer suffers",
        "employee": "the people who serve the customer suffer",
        "system": "the software behind it fails or slows",
    },
    {
        "persona": "rests on research",
        "proto-persona": "what the team believes before any research",
        "segment": "a part of the customer base rather than a person",
        "internal": "somebody who works here",
    },
    {
        "ab-test": "two versions, side by side",
        "survey": "questions to many",
        "usability": "watching people use it",
        "pilot": "a small start with real customers",
    },
    {"adopt": "it worked: everybody gets it", "iterate": "change it and try again", "drop": "it did not work"},
    {
        "interview": "talks with single customers",
        "survey": "the same questions to many",
        "usability": "watching people use something",
        "support-tickets": "what customers wrote to support",
        "analytics": "counted behaviour",
        "sales-calls": "what was said on sales calls",
        "desk": "what others have published",
        "workshop": "what colleagues know, gathered in a room",
    },
    {
        "quote": "a customer's own words",
        "observation": "something that was seen",
        "trend": "something that grows or shrinks",
        "need": "something that customers cannot do without",
    },
    {"minimal": "only what makes a map wrong", "recommended": "what most teams want", "strict": "everything"},
    {
        "error": "the check fails",
        "warning": "should be looked at",
        "info": "good to know",
        "off": "the rule is not asked",
    },
)
_BY_WORDS = {tuple(choice): tuple(choice.values()) for choice in _CHOICES}


@dataclass(frozen=True, slots=True)
class Description:
    """One sentence on a field, and an example of its value as YAML."""

    sentence: str
    example: str


@cache
def described(model: type[Model]) -> Mapping[str, Description]:
    """Field name to its description, those of the classes above included; fields without a text are left out."""
    found: dict[str, Description] = {}
    for cls in reversed(model.__mro__):
        if issubclass(cls, Model):
            found |= _classes(cls.__module__).get(cls.__name__, {})
    return found


@cache
def _classes(module: str) -> Mapping[str, Mapping[str, Description]]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: dict(_texts(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _texts(node: ast.ClassDef) -> Iterator[tuple[str, Description]]:
    for field, below in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            text = below.value if isinstance(below, ast.Expr) else None
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                sentence, _, example = " ".join(text.value.split()).partition("Example: ")
                yield field.target.id, Description(sentence.strip(), example)


def meanings_of(words: Sequence[Word]) -> tuple[str, ...]:
    """The meanings of the words of a choice, in their order. Raises KeyError for an unknown choice."""
    return _BY_WORDS[tuple(words)]
