"""How large a YAML file may be before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds that real journey files (2 to 40 KB) stay far below.

    `values` counts keys and values as written, `expanded` after aliases are followed.
    """

    bytes: int = 1 << 20
    depth: int = 24
    values: int = 50_000
    expanded: int = 50_000
    aliases: int = 500
    text_characters: int = 65_536
    key_characters: int = 256
    problems: int = 100


DEFAULT_LIMITS = Limits()
