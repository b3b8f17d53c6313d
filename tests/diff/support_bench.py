"""A draft that random edits are made on, each thing at most once."""

from dataclasses import dataclass, field
from typing import Any

from diff.support_atlases import Draft, Values

Fact = tuple[Any, ...]
"""(kind, entity, id before or, of what is new, its name, field, old, new)."""


@dataclass
class Bench:
    """A draft at work. `held` are the ids of things that an edit has touched: each thing is edited once at most.

    `ids` and `homes` hold the first ids of the first steps and of their journeys, by identity.
    """

    draft: Draft
    held: set[str] = field(default_factory=set)
    ids: dict[int, str] = field(default_factory=dict)
    homes: dict[int, str] = field(default_factory=dict)
    first: list[Values] = field(default_factory=list)

    def hold(self, *names: str) -> bool:
        """Take things for an edit; False where another edit has one of them."""
        free = not self.held & set(names)
        if free:
            self.held |= set(names)
        return free

    def pick_step(self) -> tuple[str, Values, Values]:
        """A step of the first draft, with its journey and stage as they are now."""
        return self.draft.random.choice([one for one in self.draft.steps() if id(one[2]) in self.ids])

    def pick_journey(self) -> str:
        return self.draft.random.choice(sorted(self.draft.journeys))

    def follow(self, old: str, new: str) -> None:
        """Write another id wherever the old one stands."""
        for name in ("catalog", "journeys", "personas", "opportunities", "evidence", "figures"):
            _replace(getattr(self.draft, name), old, new)


def bench(draft: Draft) -> Bench:
    made = Bench(draft)
    for home, _, one in draft.steps():
        made.ids[id(one)] = f"{home}/{one.get('id') or one['name']}"
        made.homes[id(one)] = home
        made.first.append(one)
    return made


def _replace(values: Any, old: str, new: str) -> None:
    items = list(values.items()) if isinstance(values, dict) else list(enumerate(values))
    if isinstance(values, dict) and old in values:
        values.clear()
        values.update({new if key == old else key: value for key, value in items})
        items = list(values.items())
    for key, value in items:
        if isinstance(value, dict | list):
            _replace(value, old, new)
        elif value == old:
            values[key] = new
