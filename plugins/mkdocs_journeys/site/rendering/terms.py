"""The words of the format's own values, such as `in-progress`, as readers see them."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from mkdocs_journeys.translation.languages import Language
from mkdocs_journeys.translation.messages import message, spoken_language, translated

_TERMS: Mapping[str, str] = MappingProxyType(
    {
        # Severity, frequency, impact, effort
        "cosmetic": message("cosmetic"),
        "minor": message("minor"),
        "major": message("major"),
        "critical": message("critical"),
        "rare": message("rare"),
        "sometimes": message("sometimes"),
        "often": message("often"),
        "always": message("always"),
        "low": message("low"),
        "medium": message("medium"),
        "high": message("high"),
        "small": message("small"),
        "large": message("large"),
        "huge": message("huge"),
        # Confidence
        "assumed": message("assumed"),
        "inferred": message("inferred"),
        "validated": message("validated"),
        # Statuses
        "open": message("open"),
        "accepted": message("accepted"),
        "in-progress": message("in progress"),
        "resolved": message("resolved"),
        "wont-fix": message("won’t fix"),
        "new": message("new"),
        "framed": message("framed"),
        "prioritised": message("prioritised"),
        "delivered": message("delivered"),
        "parked": message("parked"),
        "rejected": message("rejected"),
        "draft": message("draft"),
        "live": message("live"),
        "planned": message("planned"),
        "retired": message("retired"),
        # Journeys
        "current": message("current"),
        "future": message("future"),
        "experience": message("experience"),
        "blueprint": message("blueprint"),
        # Who is hurt, who begins, personas
        "customer": message("customer"),
        "company": message("company"),
        "employee": message("employee"),
        "system": message("system"),
        "persona": message("persona"),
        "proto-persona": message("proto-persona"),
        "segment": message("segment"),
        "internal": message("internal"),
        # Research
        "quote": message("quote"),
        "observation": message("observation"),
        "trend": message("trend"),
        "need": message("need"),
        "interview": message("interview"),
        "survey": message("survey"),
        "usability": message("usability test"),
        "support-tickets": message("support tickets"),
        "analytics": message("analytics"),
        "sales-calls": message("sales calls"),
        "desk": message("desk research"),
        "workshop": message("workshop"),
        # Experiments
        "ab-test": message("A/B test"),
        "pilot": message("pilot"),
        "adopt": message("adopt"),
        "iterate": message("iterate"),
        "drop": message("drop"),
        # Channels
        "digital": message("digital"),
        "physical": message("physical"),
        "human": message("human"),
        # Emotions
        "very negative": message("very negative"),
        "negative": message("negative"),
        "neutral": message("neutral"),
        "positive": message("positive"),
        "very positive": message("very positive"),
        # Groups of rules
        "references and structure": message("references and structure"),
        "ownership": message("ownership"),
        "freshness": message("freshness"),
        "truth": message("truth"),
        "clarity": message("clarity"),
        "honesty": message("honesty"),
        "action": message("action"),
        "loading": message("loading"),
    }
)


def term(value: str) -> str:
    """A value of the format in words; what is none of its values with spaces for hyphens."""
    return _in_words(spoken_language(), value)


@lru_cache(maxsize=1_024)
def _in_words(language: Language, value: str) -> str:
    known = _TERMS.get(value)
    return translated(language, known) if known else value.replace("-", " ")


def term_as_title(value: str) -> str:
    """A value of the format as a heading: with a capital."""
    word = term(value)
    return f"{word[:1].upper()}{word[1:]}"
