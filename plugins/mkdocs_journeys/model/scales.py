"""The words of every scale, lowest first, and the numbers that formulas use for them."""

from typing import Literal

SeverityWord = Literal["cosmetic", "minor", "major", "critical"]
Frequency = Literal["rare", "sometimes", "often", "always"]
Impact = Literal["low", "medium", "high", "critical"]
Effort = Literal["small", "medium", "large", "huge"]
Confidence = Literal["assumed", "inferred", "validated"]
PainStatus = Literal["open", "accepted", "in-progress", "resolved", "wont-fix"]
OpportunityStatus = Literal["new", "framed", "prioritised", "in-progress", "delivered", "parked", "rejected"]
JourneyStatus = Literal["draft", "live", "retired"]
JourneyState = Literal["current", "future"]
JourneyKind = Literal["experience", "blueprint"]

SEVERITY: dict[SeverityWord, int] = {"cosmetic": 1, "minor": 2, "major": 3, "critical": 4}
FREQUENCY: dict[Frequency, int] = {"rare": 1, "sometimes": 2, "often": 3, "always": 4}
IMPACT: dict[Impact, int] = {"low": 1, "medium": 2, "high": 3, "critical": 4}
EFFORT: dict[Effort, int] = {"small": 1, "medium": 2, "large": 3, "huge": 4}
CONFIDENCE: dict[Confidence, float] = {"assumed": 0.5, "inferred": 0.8, "validated": 1.0}
EMOTION_WORDS: dict[int, str] = {-2: "very negative", -1: "negative", 0: "neutral", 1: "positive", 2: "very positive"}

OPEN_PAIN_STATUSES: frozenset[PainStatus] = frozenset({"open", "accepted", "in-progress"})
