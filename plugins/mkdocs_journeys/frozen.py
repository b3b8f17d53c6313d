"""Values: classes of named parts that nothing changes later, of which the package has two hundred."""

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[Kind]) -> type[Kind]:
    """A dataclass with slots, equal by value; that nothing sets its parts is for mypy to see, Python lets it be.

    `dataclass(frozen=True)` compiles seven functions for each class, four times the work, and every part of every
    value is then set by a call.
    """
    made = dataclass(slots=True, eq=False, repr=False)(kind)
    parts = attrgetter(*(part.name for part in fields(made) if part.compare))  # type: ignore[arg-type]

    def equal(self: Any, other: Any) -> bool:
        return parts(self) == parts(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(parts(self))

    for name, method in (("__eq__", equal), ("__hash__", hashed), ("__repr__", _shown)):
        if name not in vars(kind):
            setattr(made, name, method)
    return made


def _shown(self: Any) -> str:
    parts = (f"{part.name}={getattr(self, part.name)!r}" for part in fields(self) if part.repr)
    return f"{type(self).__qualname__}({', '.join(parts)})"
