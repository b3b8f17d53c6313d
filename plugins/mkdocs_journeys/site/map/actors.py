"""The people on a map: who acts, and by which outline, colour, line and initials they are told apart."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas, said_per_actor
from mkdocs_journeys.model import Journey


class ActorLook(NamedTuple):
    """How a person is drawn: the outline of their faces as an SVG path around 0 0, colours, the dashes of the line."""

    outline: str
    light: str
    dark: str
    dashes: str


LOOKS = (
    ActorLook("M-15 0a15 15 0 1 0 30 0a15 15 0 1 0-30 0z", "#3f51b5", "#9aa8f5", "none"),
    ActorLook("M-9-14H9q5 0 5 5V9q0 5-5 5H-9q-5 0-5-5V-9q0-5 5-5z", "#b4378a", "#ee8fcb", "9 5"),
    ActorLook("M0-19.5L19.5 0L0 19.5L-19.5 0z", "#0b7a70", "#5fd3c6", "2 4"),
    ActorLook("M-8.5-15h17l8.5 15l-8.5 15h-17l-8.5-15z", "#9a5b00", "#f0b45f", "12 4 2 4"),
    ActorLook("M0-22L20 14H-20z", "#0077b3", "#6cc4f5", "18 5"),
    ActorLook("M-8-17H8v9h9V8H8v9H-8V8h-9V-8h9z", "#7a3fc0", "#c9a2ff", "6 3"),
    ActorLook("M-14-14H14V2Q14 12 0 18Q-14 12-14 2z", "#5f7300", "#c3d35a", "9 3 2 3 2 3"),
    ActorLook("M0-18L17-5L11 15H-11L-17-5z", "#c2334d", "#ff9aa8", "1 5"),
)
"""The marks of a map, each once; people beyond them have a curve each in a row of its own."""
_BOX = "-23 -23 46 46"


class Actor(NamedTuple):
    """A person on a map where several act: `number` counts them from 0 in the order of the legend.

    `badge` is their mark as HTML, for wherever they act.
    """

    number: int
    name: str
    initials: str
    badge: Markup = Markup()

    @property
    def look(self) -> int:
        """The number of the look, of those in `LOOKS`."""
        return self.number % len(LOOKS)

    @property
    def outline(self) -> str:
        """The outline of this person's faces."""
        return LOOKS[self.look].outline


def people_of(atlas: Atlas, journey: Journey, acting: Sequence[Sequence[str]]) -> Mapping[str, Actor]:
    """The people of a map by persona id: those of the journey in its order, then others as they appear.

    `acting` are the actors of each step. Empty where only the main persona acts: nobody has to be told apart.
    """
    told = [field for step in journey.steps for field in said_per_actor(step) if isinstance(field, dict)]
    found = dict.fromkeys(chain(*acting, *told))
    if found.keys() <= {journey.personas[0]}:
        return {}
    ids = [id for id in dict.fromkeys((*journey.personas, *found)) if id in found]
    names = [atlas.personas[id].name for id in ids]
    known = zip(ids, names, initials_of(names), strict=True)
    return {id: Actor(number, name, initials) for number, (id, name, initials) in enumerate(known)}


def initials_of(names: Iterable[str]) -> list[str]:
    """Two letters for each name, with a number behind those that are taken."""
    taken: dict[str, int] = {}
    found = []
    for name in names:
        words = name.split() or ["?"]
        initials = f"{words[0][0]}{words[-1][0]}".upper() if len(words) > 1 else words[0][:2].capitalize()
        taken[initials] = taken.get(initials, 0) + 1
        found.append(initials if taken[initials] == 1 else f"{initials}{taken[initials]}")
    return found


def actor_styles() -> str:
    """CSS with the looks: colours for both schemes, the outline as a mask, the dashes of the line."""
    light = "".join(f"--journeys-series-{number}:{look.light};" for number, look in enumerate(LOOKS))
    dark = "".join(f"--journeys-series-{number}:{look.dark};" for number, look in enumerate(LOOKS))
    schemes = (f":root{{{light}}}", f'@media screen{{[data-md-color-scheme="slate"]{{{dark}}}}}')
    return "\n".join((*schemes, *(_rules(number, look) for number, look in enumerate(LOOKS))))


def _rules(number: int, look: ActorLook) -> str:
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='{_BOX}'><path d='{look.outline}'/></svg>"
    outline = f'url("data:image/svg+xml,{quote(drawing, safe="/:= ")}")'
    dashes = f".journeys-series-{number} .journeys-line{{stroke-dasharray:{look.dashes}}}"
    return f".journeys-series-{number}{{--series:var(--journeys-series-{number});--outline:{outline}}}\n{dashes}"
