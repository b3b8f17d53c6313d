"""The steps of a journey before and after, side by side."""

from diff.reports.support_documents import document
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Catalog, Journey

CATALOG = Catalog.model_validate(
    {"format": 1, "id": "catalog", "path": "journeys/catalog.yml", "stages": [{"id": "decision", "name": "Decision"}]}
)


def atlas(*steps: tuple[str, int | None], id: str = "buy") -> Atlas:
    values = {
        "id": id,
        "path": f"journeys/maps/{id}.yml",
        "title": "Buy it",
        "personas": ["maya"],
        "stages": [{"stage": "decision", "steps": [{"name": name, "emotion": felt} for name, felt in steps]}],
    }
    return Atlas(catalog=CATALOG, journeys={id: Journey.model_validate(values)})


def aligned(old: Atlas, new: Atlas) -> list[tuple[object, ...]]:
    [journey] = document(old, new).journeys
    return [(step.name, step.was, step.number, step.before, step.after) for step in journey.steps]


def test_a_step_that_came_and_one_that_went_stand_in_their_places() -> None:
    old = atlas(("Looks around", 1), ("Asks a friend", -1), ("Pays the bill", 0))
    new = atlas(("Looks around", 2), ("Pays the bill", 0), ("Gets it by post", 1))
    assert aligned(old, new) == [
        ("Looks around", 1, 1, 1.0, 2.0),
        ("Asks a friend", 2, None, -1.0, None),
        ("Pays the bill", 3, 2, 0.0, 0.0),
        ("Gets it by post", None, 3, None, 1.0),
    ]


def test_a_journey_of_another_name_is_still_compared_with_itself() -> None:
    steps = (("Looks around", 1), ("Pays the bill", 0))
    assert aligned(atlas(*steps), atlas(*steps, id="purchase"))[0] == ("Looks around", 1, 1, 1.0, 1.0)


def test_a_new_journey_has_nothing_before() -> None:
    new = atlas(("Looks around", 1))
    assert aligned(Atlas(catalog=CATALOG), new) == [("Looks around", None, 1, None, 1.0)]
    assert aligned(new, Atlas(catalog=CATALOG)) == [("Looks around", 1, None, 1.0, None)]
