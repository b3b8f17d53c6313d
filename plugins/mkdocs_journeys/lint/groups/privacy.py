"""Privacy: what belongs to a person does not belong into a repository."""

import re
from collections.abc import Iterator
from datetime import date
from weakref import WeakKeyDictionary

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.personal_data import may_hold_personal_data, personal_data_in
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.model import Observation, Withheld
from mkdocs_journeys.yamlfile import Source
from mkdocs_journeys.yamlfile.values import LineCol

ADDRESSES = frozenset({"codeowner", "contact", "issue", "link", "path", "src", "url"})
"""Fields that say where a team or a page is reached."""
_FIELD = re.compile(r"(?:^|(?<=[\s{,-]))([a-z_]+): ")
_known: WeakKeyDictionary[Source, tuple[tuple[str, LineCol], ...]] = WeakKeyDictionary()
"""What was found in files that are still in use, so that an editor's next check reads the edited one alone."""
_HINT = "Take it out, and out of the history of the repository: say who it was by role or persona."


def personal_data(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A file holds what looks like data of a person: a name, a mail address, a phone number, an account, a card.

    Why: quotes and tickets bring it along. A repository keeps it in its history and in every copy, and the site shows
    it to all who can read.

    To mend: take it out, and out of the history. Contacts of teams, links and addresses that belong to nobody, such as
    those at example.com, are let pass. Comments, the notes of figures and observed ways are read, too. Rather too
    little is found than too much: names after a salutation or the closing of a letter alone, accounts and cards only
    with a sound checksum.

    Bad:

        - {text: "Write to me at maya.k@studio.test, I am locked out. Best regards, Maya Kern", source: Ticket}

    Good:

        - {text: "Write to me at [mail], I am locked out. Best regards, [name]", source: Ticket}
    """
    for file, source in atlas.sources.items():
        if source not in _known:
            _known[source] = tuple(_places(source.lines)) if may_hold_personal_data(source.data) else ()
        for kind, place in _known[source]:
            yield Violation(file, (), f"This looks like {kind}.", _HINT, place=place)
    for metric in atlas.catalog.metrics:
        rows: tuple[Observation | Withheld, ...] = atlas.observations.get(metric.id, ())
        for row in (*rows, *atlas.withheld.get(metric.id, ())):
            for found in personal_data_in(row.note or ""):
                yield walk.in_figures(atlas, metric, row, f"Its note holds what looks like {found.kind}.", _HINT)
    folder = atlas.catalog.path.removesuffix("catalog.yml")
    for id, ways in atlas.observed.items():
        for way in ways:
            for found in personal_data_in(way.path):
                message = f"This row holds what looks like {found.kind}."
                yield Violation(f"{folder}observed/{id}.csv", (), message, _HINT, place=(way.line, 1))


def _places(text: str) -> Iterator[tuple[str, LineCol]]:
    """What a file holds, and the line and column; what says how to reach a team or a page is let pass."""
    for found in personal_data_in(text):
        start = text.rfind("\n", 0, found.start) + 1
        field = [one[1] for one in _FIELD.finditer(text[start : found.start])][-1:]
        if ADDRESSES.isdisjoint(field):
            yield found.kind, (text.count("\n", 0, start) + 1, found.start - start + 1)
