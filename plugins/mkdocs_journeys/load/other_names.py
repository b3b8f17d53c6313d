"""What people call the fields of the format elsewhere: in other tools, on whiteboards, in books."""

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
}
"""Another word for a field, to the fields that it may mean, the likeliest first."""
OF_TEXT = frozenset(name for name, meant in OTHER_NAMES.items() if meant == TEXT)
"""Words for text of no particular kind, which steps and stages have no field for."""


def field_called(name: str, fields: Collection[str]) -> str | None:
    """The one of these fields that people call by this name elsewhere, None where there is none."""
    word = name.casefold().replace("-", "_").replace(" ", "_")
    return next((field for field in OTHER_NAMES.get(word, ()) if field in fields), None)
