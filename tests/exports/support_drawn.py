"""Atlases that Hypothesis makes up, whose authors write whatever a text can be."""

from hypothesis import strategies as st

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import JourneyStage, Step
from support.atlases import atlas, journey, observed, opportunity, pain, stage, step

HOSTILE = (
    "=1+1",
    "+49 30 1234",
    "-2",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "'=1+1",
    "''-x",
    "'tis",
    '=HYPERLINK("https://example.com","x")',
    "\uff1d1+1",
    "\u200b=1+1",
    "a,b;c",
    'He said "no", twice',
    "- a point",
    "1. first",
    "3.50",
    "true",
    "null",
    "2026-01-01",
    "<script>alert(1)</script>",
    "[a](javascript:b)",
    "# no comment",
    "a: 3: Me",
    "section of a town",
    "title of a book",
    "journeyman",
    "accTitle: x",
    "100 % | ``code`` | *b*",
    "%% no comment",
    "#35;4",
    "x;y",
    "click $$a$$ \\n",
    "end",
    "{a: b}",
    "«Zürich» 😀 日本",
    "\u202eabc",
)
texts = st.sampled_from(HOSTILE) | st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Zs", "Cf")), min_size=1, max_size=12
)
"""Texts on one line, without characters that nobody sees but those of HOSTILE."""
PLAIN = (
    "Compares the plans",
    "Waits for an answer",
    "The full price shows only at checkout",
    "Just tell me what it costs.",
    '<b>Bold</b> & "quoted" 5 < 6',
    "Zürich ✈ 日本",
    "Asks a colleague who has done this twice before and knows whom to call when nothing works",
    "Donaudampfschifffahrtsgesellschaftskapitänsmütze",
    "100 % of it",
    "x",
)
plain_texts = st.sampled_from(PLAIN)
"""Texts as people write them on a board, none of which is the name of a lane."""
emotions = st.none() | st.integers(-2, 2) | st.sampled_from([0.5, -1.5])
ids = st.sampled_from(["one", "two", "three"])


@st.composite
def steps(draw: st.DrawFn, texts: st.SearchStrategy[str] = texts) -> Step:
    """A step with some of what a step may have; its pains come later, as their ids are the atlas's."""
    many = st.lists(texts, max_size=2)
    fields = {
        "touchpoint": draw(st.lists(ids, max_size=2, unique=True)),
        "actors": draw(st.lists(st.sampled_from(["maya", "tom"]), max_size=2, unique=True)),
        "emotion": draw(emotions),
        "feelings": draw(many),
        "thinks": draw(st.none() | texts),
        "says": draw(many),
        "gains": draw(many),
        "ideas": draw(many),
        "policy": draw(st.none() | texts),
        "moment_of_truth": draw(st.booleans()),
        "lanes": draw(st.dictionaries(st.sampled_from(["law", "tone"]), texts, max_size=2)),
    }
    return step(draw(texts), **{name: value for name, value in fields.items() if value is not None})


@st.composite
def atlases(draw: st.DrawFn, texts: st.SearchStrategy[str] = texts) -> Atlas:
    """An atlas of one to three journeys with pains, an opportunity, and figures."""
    documents = []
    for number in range(draw(st.integers(1, 3))):
        stages: list[JourneyStage] = []
        for at, id in enumerate(draw(st.lists(ids, min_size=1, max_size=3, unique=True))):
            some = draw(st.lists(steps(texts), min_size=1, max_size=3))
            hurt = {
                place: [pain(f"p{number}-{at}-{place}-{one}", title=text) for one, text in enumerate(titles)]
                for place, titles in enumerate(draw(st.lists(st.lists(texts, max_size=2), max_size=3)))
            }
            stages.append(
                stage(id, *(one.model_copy(update={"pains": tuple(hurt.get(n, ()))}) for n, one in enumerate(some)))
            )
        group = draw(st.sampled_from(["", "sales", "sales/small"]))
        path = f"journeys/maps/{group + '/' if group else ''}j{number}.yml"
        documents.append(
            journey(f"j{number}", *stages, title=draw(texts), group=group, owner="growth").model_copy(
                update={"path": path}
            )
        )
    documents.append(opportunity("faster", title=draw(texts), journeys=["j0"]))
    rows = draw(st.lists(st.floats(-1e6, 1e6), max_size=3))
    figures = {"visits": observed(*((f"2026-01-0{day}", value) for day, value in enumerate(rows, 1)))}
    names = st.sampled_from(("=Law", "Law, and order", "Law"))
    return atlas(
        *documents,
        observations=figures,
        metrics=["visits"],
        name=draw(texts),
        lanes=[{"id": "law", "name": draw(names)}, {"id": "tone", "name": "Tone"}],
    )
