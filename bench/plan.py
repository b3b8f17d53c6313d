"""Which things an atlas of N journeys has, before any of them is written: so that each can refer to the others."""

# ruff: noqa: S311 - nothing here is a secret

from dataclasses import dataclass
from random import Random

from bench.words import GROUPS

JOURNEYS_PER_PERSONA = 25
MOST_PERSONAS = 40


@dataclass(frozen=True, slots=True)
class Plan:
    """The ids of an atlas. `stages`, `steps` and `pains` give the journey at the same index its size."""

    seed: int
    journeys: tuple[str, ...]
    stages: tuple[int, ...]
    steps: tuple[int, ...]
    pains: tuple[int, ...]
    personas: tuple[str, ...]
    studies: tuple[str, ...]
    metrics: tuple[str, ...]
    volumes: tuple[str, ...]
    touchpoints: tuple[str, ...]
    opportunities: tuple[str, ...]

    def random(self, *about: str | int) -> Random:
        """A source of chance of its own for one thing, whatever else the atlas holds."""
        return Random(":".join(map(str, (self.seed, *about))))

    def group(self, number: int) -> str:
        """The folder under maps/ of a journey; "" for one in seven."""
        return (*GROUPS[:6], "", *GROUPS[6:])[number // 4 % 9] if number else ""

    def pain(self, number: int, pain: int) -> str:
        """The id of the nth pain (from 0) that a journey defines."""
        return f"pain-{number:04}-{pain + 1}"

    def any_pain(self, random: Random) -> str:
        """A pain of whichever journey."""
        number = random.randrange(len(self.journeys))
        return self.pain(number, random.randrange(self.pains[number]))


def plan_of(journeys: int, seed: int) -> Plan:
    """The plan of an atlas; sizes as in real ones: 4–8 stages, 15–40 steps and 4–8 pains for each journey."""
    random = Random(f"{seed}:plan")
    few = min(MOST_PERSONAS, max(3, journeys // JOURNEYS_PER_PERSONA))
    return Plan(
        seed=seed,
        journeys=tuple(f"journey-{number:04}" for number in range(journeys)),
        stages=tuple(random.randint(4, 8) for _ in range(journeys)),
        steps=tuple(random.randint(15, 40) for _ in range(journeys)),
        pains=tuple(random.randint(4, 8) for _ in range(journeys)),
        personas=tuple(f"persona-{number:02}" for number in range(few)),
        studies=tuple(f"study-{number:03}" for number in range(max(3, journeys // 8))),
        metrics=("nps", "conversion", "effort", *(f"days-{n:02}" for n in range(min(40, max(4, journeys // 25))))),
        volumes=tuple(f"reached-{number:02}" for number in range(9)),
        touchpoints=tuple(f"touchpoint-{number:03}" for number in range(min(120, 24 + journeys // 20))),
        opportunities=tuple(f"opportunity-{number:04}" for number in range(max(2, journeys // 3))),
    )
