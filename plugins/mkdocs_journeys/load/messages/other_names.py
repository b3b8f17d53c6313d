"""What people call the fields and the words of the format elsewhere: in other tools, languages and books."""

from collections.abc import Collection, Mapping

NAME = ("name", "title")
TEXT = ("description", "summary", "notes")
OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("action", "activity", "heading", "label", "name", "step", "task", "title"), NAME),
    **dict.fromkeys(("comment", "comments", "description", "details", "note", "notes", "summary", "text"), TEXT),
    **dict.fromkeys(("actor", "customer", "persona", "role", "user", "users", "who"), ("actors", "personas")),
    **dict.fromkeys(("feeling", "mood", "moods"), ("feelings", "emotion")),
    **dict.fromkeys(("sentiment", "score"), ("emotion",)),
    **dict.fromkeys(("quote", "quotes", "verbatim", "verbatims"), ("says", "quote")),
    **dict.fromkeys(("thought", "thoughts", "thinking"), ("thinks",)),
    **dict.fromkeys(("expectation", "expectations"), ("expects", "expectation")),
    **dict.fromkeys(("indicator", "indicators", "kpi", "kpis"), ("metrics", "figures")),
    **dict.fromkeys(("data", "numbers", "statistics", "stats"), ("figures", "metrics")),
    **dict.fromkeys(("jtbd", "job", "job_to_be_done", "jobs_to_be_done"), ("jobs",)),
    **dict.fromkeys(("condition", "if"), ("when",)),
    **dict.fromkeys(("alternative", "branch", "variant"), ("path",)),
    **dict.fromkeys(("alternatives", "branches", "variants"), ("paths", "leads_to")),
    **dict.fromkeys(("length", "takes", "time"), ("duration",)),
    **dict.fromkeys(("loop", "repeat"), ("repeats",)),
    **dict.fromkeys(("section", "substage", "sub_stage"), ("group",)),
    **dict.fromkeys(
        ("friction", "pain", "pain_point", "pain_points", "painpoints", "problems"), ("pains", "frustrations")
    ),
    **dict.fromkeys(("opportunity", "solution", "solutions"), ("opportunities", "ideas")),
    **dict.fromkeys(("phase", "phases"), ("stage", "stages")),
    **dict.fromkeys(("touch_point", "touch_points", "touchpoints"), ("touchpoint",)),
    **dict.fromkeys(("source", "sources", "research"), ("evidence",)),
    **dict.fromkeys(("next", "then"), ("leads_to",)),
    **dict.fromkeys(("goal", "goals"), ("objective", "goal")),
    **dict.fromkeys(("avatar", "photo", "picture", "portrait", "screenshot"), ("image",)),
    **dict.fromkeys(("about", "bio", "biography"), ("summary", "description")),
    **dict.fromkeys(("job", "job_title", "occupation", "position"), ("role",)),
    **dict.fromkeys(("titel", "titre", "título", "titulo"), ("title", "name")),
    **dict.fromkeys(("nom", "nombre"), ("name", "title")),
    **dict.fromkeys(("etapas", "etapes", "phasen", "étapes"), ("stages",)),
    **dict.fromkeys(("pasos", "schritte"), ("steps",)),
    **dict.fromkeys(("ziel", "ziele"), ("goals", "goal", "objective")),
}
"""Another word for a field, to the fields that it may mean, the likeliest first."""
OF_TEXT = frozenset(name for name, meant in OTHER_NAMES.items() if meant == TEXT)
"""Words for text of no particular kind, which steps and stages have no field for."""


FACTS = frozenset(
    ("age", "city", "country", "education", "family", "gender", "income", "location", "place", "residence")
)
"""Words for facts about a person, which a persona has one field for."""
OTHER_COLUMNS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("datum", "day", "month", "period", "quarter", "time", "week"), ("date",)),
    **dict.fromkeys(("amount", "figure", "percent", "percentage", "rate", "result", "score", "wert"), ("value",)),
    **dict.fromkeys(("answers", "respondents", "responses", "sample", "sample_size"), ("n",)),
    **dict.fromkeys(("cohort", "group"), ("segment",)),
    **dict.fromkeys(("ci_low", "lower", "lower_bound"), ("low",)),
    **dict.fromkeys(("ci_high", "upper", "upper_bound"), ("high",)),
    **dict.fromkeys(("converted", "successes"), ("numerator",)),
    **dict.fromkeys(("base", "total"), ("denominator",)),
    **dict.fromkeys(("comment", "reason", "remark"), ("note",)),
}
"""Another word for a column of a file of figures, to the column that it means."""
OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("active", "published"), ("live",)),
    **dict.fromkeys(("archived", "deprecated", "off"), ("retired",)),
    **dict.fromkeys(("as_is", "today"), ("current",)),
    **dict.fromkeys(("to_be", "vision"), ("future",)),
    **dict.fromkeys(("closed", "completed", "done", "finished", "fixed"), ("resolved", "delivered")),
    **dict.fromkeys(("backlog", "todo", "to_do"), ("open", "new")),
    **dict.fromkeys(("doing", "ongoing", "wip"), ("in-progress",)),
    **dict.fromkeys(("prioritized",), ("prioritised",)),
    "online": ("digital",),
    "offline": ("physical",),
    "up": ("higher",),
    "down": ("lower",),
    **dict(zip("sml", (("small",), ("medium",), ("large",)), strict=True)),
    "xl": ("huge",),
}
"""Another word for one of a scale or choice, to the words that it may mean."""


def word_called(name: str, words: Collection[str]) -> str | None:
    """The one of these words of a scale or choice that people put in this way elsewhere, None where there is none."""
    return _first_of(OTHER_WORDS, name, words)


def field_called(name: str, fields: Collection[str]) -> str | None:
    """The one of these fields that people call by this name elsewhere, None where there is none."""
    return _first_of(OTHER_NAMES, name, fields)


def column_called(name: str, columns: Collection[str]) -> str | None:
    """The one of these columns of figures that people call by this name elsewhere, None where there is none."""
    return _first_of(OTHER_COLUMNS, name, columns)


def _first_of(meanings: Mapping[str, tuple[str, ...]], name: str, there: Collection[str]) -> str | None:
    word = name.casefold().replace("-", "_").replace(" ", "_")
    return next((meant for meant in meanings.get(word, ()) if meant in there), None)
