"""Values for every field of the format, made from the annotations of its models: a new field gets values by itself.

A thing is named by its number: `@7` stands for its id, `$7` for the address of a finding, as study/finding.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import StringConstraints

from mkdocs_journeys.model import Document, Model, base
from mkdocs_journeys.model.base import Ref, Scale

Values = dict[str, Any]
Asked = Callable[[str], str | None]
"""Gives a reference to a thing of a kind, None where there is none."""
LETTERS = "bcdfghjklmnpqrstvwxz"
EMOTIONS = (-2, -1.5, -1, -0.25, 0, 0.5, 1, 1.75, 2)
RICH = {"description", "notes", "summary"}
PICTURES = tuple(f"picture-{number}.png" for number in range(6))
FROM_THE_PATH = frozenset({"id", "path", "group"})
"""Fields of a document that are never written in it."""
CHANCE_OF_MORE = 0.6


class Maker:
    """Makes values by chance: of a type, of a field, or of all fields of a model."""

    def __init__(self, random: Random, asked: Asked) -> None:
        self.random = random
        self.asked = asked

    def word(self) -> str:
        """Seven letters that no other word has in this order."""
        return "".join(self.random.choices(LETTERS, k=7))

    def text(self, words: int = 4) -> str:
        return " ".join(self.word() for _ in range(words))

    def day(self) -> str:
        return (date(2026, 1, 1) + timedelta(days=self.random.randrange(3000))).isoformat()

    def block(self, model: type[Model], *, leave: frozenset[str] = frozenset(), full: bool = False) -> Values:
        """The fields of a model by chance; those that it needs are always there, those to leave never."""
        made: Values = {}
        for name, info in model.model_fields.items():
            chosen = info.is_required() or full or self.random.random() < CHANCE_OF_MORE
            own = issubclass(model, Document) and name in FROM_THE_PATH
            if name in leave or own or not chosen:
                continue
            value = self.field(model, name)
            if value is not None:
                made[name] = value
        return consistent(model, made)

    def field(self, model: type[Model], name: str) -> Any:
        """A value for a field; None where it would name something of which there is none."""
        if name in RICH and self.random.random() < 0.5 and (pain := self.asked("pain")):
            return f"{self.text(2)} [{self.word()}](pain:{pain}) {self.word()}"
        if name in ("opens", "closes"):
            return f"{self.random.randrange(6, 12) if name == 'opens' else self.random.randrange(13, 24):02}:30"
        return self.of_type(model.model_fields[name].rebuild_annotation())

    def of_type(self, annotation: Any) -> Any:
        marks: list[Any] = []
        while get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks += [inner for mark in more for inner in (mark, *getattr(mark, "metadata", ()))]
        for mark in sorted(marks, key=lambda mark: not isinstance(mark, Ref)):
            if isinstance(mark, Ref):
                return self.reference(mark.kind)
            if isinstance(mark, Scale):
                return self.random.choice(EMOTIONS)
            if isinstance(mark, StringConstraints) and mark.pattern:
                return self.of_pattern(str(mark.pattern))
            if own := getattr(self, f"_for{getattr(getattr(mark, 'func', None), '__name__', '')}", None):
                return own()
        return self.of_form(annotation, marks)

    def of_form(self, form: Any, marks: list[Any]) -> Any:
        bounds = {name: value for mark in marks for name in BOUNDS if (value := getattr(mark, name, None)) is not None}
        origin, args = get_origin(form), get_args(form)
        if origin is Literal:
            return self.random.choice(args)
        if isinstance(form, type) and issubclass(form, Model):
            return self.block(form)
        if origin in (tuple, list):
            return self._several(args[0], bounds)
        if origin is dict:
            found = ((self.of_type(args[0]), self.of_type(args[1])) for _ in range(self.random.choice((1, 2, 2))))
            return {key: value for key, value in found if key is not None and value is not None} or None
        if args:
            return self.of_type(self.random.choice([one for one in args if one is not NoneType]))
        if form is bool:
            return self.random.random() < 0.5
        if form in (int, float):
            return self._number(form, bounds)
        assert form in (str, date), f"no values for {form} yet: teach them to {__name__}"
        return self.day() if form is date else self.text()

    def _several(self, item: Any, bounds: Mapping[str, Any]) -> list[Any] | None:
        fewest = bounds.get("min_length", 1)
        most = min(bounds.get("max_length", 9), max(fewest, self.random.choice((1, 2, 3))))
        found: list[Any] = []
        for _ in range(9):
            value = self.of_type(item)
            if value is not None and value not in found and len(found) < most:
                found.append(value)
        return found if len(found) >= fewest else None

    def _number(self, form: type, bounds: Mapping[str, Any]) -> float:
        low, high = bounds.get("ge", bounds.get("gt", 0)), bounds.get("le", bounds.get("lt", 90))
        if high <= 1:
            return self.random.choice((-1, 0, 1) if low < 0 else (0.1, 0.25, 0.75, 0.9))
        whole = self.random.randint(max(int(low), 1), int(high) - 1)
        return whole if form is int or self.random.random() < 0.6 else whole + 0.5

    def reference(self, kind: str) -> str | None:
        if kind == "asset":
            return self.random.choice(PICTURES)
        return self.asked(kind)

    def of_pattern(self, pattern: str) -> str:
        known = {
            base.ID_PATTERN: self.word(),
            base.URL_PATTERN: f"https://example.com/{self.word()}",
            base.LANGUAGE_PATTERN: self.random.choice(("de", "fr", "pt-BR", "ja", "en")),
            base.MONTH_PATTERN: f"{self.random.randrange(2000, 2030)}-0{self.random.randrange(1, 10)}",
            base.ENVIRONMENT_PATTERN: self.word().upper(),
            base.COLOUR_PATTERN: f"#{self.random.randrange(10**5, 10**6)}",
        }
        return known[pattern]

    def _for_exact(self) -> str:
        return f"{self.random.randrange(1, 90)} {self.random.choice('dh')}"

    def _for_known_zone(self) -> str:
        return self.random.choice(("UTC", "Europe/Berlin", "Asia/Tokyo", "America/Lima", "Africa/Cairo"))

    def _for_fibonacci(self) -> int:
        return self.random.choice((1, 2, 3, 5, 8, 13, 20))

    def _for_texts_of(self) -> Any:
        return self.random.choice((self.word(), [self.word(), self.word()], True, 7))


BOUNDS = ("ge", "gt", "le", "lt", "min_length", "max_length")


def consistent(model: type[Model], values: Values) -> Values:
    """The values of a block, so that they do not contradict each other."""
    if {"low", "high"} <= values.keys() and all(isinstance(values[end], int | float) for end in ("low", "high")):
        values["low"], values["high"] = sorted((values["low"], values["high"]))
    if "converted" in values:
        values["converted"] = min(values["converted"], values["n"])
    if {"cost", "cost_factors"} <= values.keys():
        del values["cost_factors"]
    if "backend" in values and values.get("files"):
        del values["files"]
    return values
