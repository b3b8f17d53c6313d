"""What mkdocs.yml may say below `journeys:`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from mkdocs.config import config_options
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from mkdocs_journeys.translation.languages import NAMES, PSEUDO

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class HistoryOptions:
    """Whether journeys show their history, and who wrote it."""

    shown: bool = True
    authors: bool = True


@dataclass(frozen=True, slots=True)
class HealthOptions:
    """Whether the site has a page *Health*, and the file of known findings, as in `check --baseline`."""

    shown: bool = True
    baseline: str = ""


class SwitchOption(BaseConfigOption[Value], Generic[Value]):
    """An option that is `true`, `false`, or a mapping with the single key `key`, whose value is a `kind`.

    `make(shown, value)` makes what the plugin reads; `value` is None where there is no mapping.
    """

    def __init__(self, make: Callable[[bool, object], Value], key: str, kind: type, example: str) -> None:
        super().__init__()
        self.make, self.key, self.kind, self.example = make, key, kind, example
        self.default = make(True, None)

    def run_validation(self, value: object) -> Value:
        """The option's value; raises ValidationError for anything else."""
        if isinstance(value, type(self.default)):
            made: Value = value
            return made
        if isinstance(value, bool):
            return self.make(value, None)
        if isinstance(value, dict) and value.keys() <= {self.key} and isinstance(value.get(self.key), self.kind):
            return self.make(True, value[self.key])
        raise ValidationError(f"Expected true, false, or a mapping with `{self.example}`.")


class MarkdownUri(config_options.Type[str]):
    """The uri of a page, such as `atlas.md`."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default=default)

    def run_validation(self, value: object) -> str:
        """The uri; raises ValidationError for what no page can have."""
        uri = super().run_validation(value)
        if not uri.endswith(".md") or uri.startswith("/") or ".." in uri.split("/"):
            raise ValidationError(f"Expected the path of a page such as 'atlas.md', not '{uri}'.")
        return uri


class Options(Config):
    """The plugin's options; folders are relative to mkdocs.yml."""

    journeys_dir = config_options.Type(str, default="journeys")
    templates_dir = config_options.Optional(config_options.Type(str))
    home = MarkdownUri(default="index.md")
    compare = config_options.Optional(config_options.Type(str))
    history = SwitchOption(
        lambda shown, authors: HistoryOptions(shown, authors is not False), "authors", bool, "authors: false"
    )
    releases = config_options.Optional(config_options.Type(str))
    health = SwitchOption(
        lambda shown, baseline: HealthOptions(shown, str(baseline or "")), "baseline", str, "baseline: FILE"
    )
    rule_pages = config_options.Type(bool, default=False)
    api = config_options.Type(bool, default=True)
    llms = config_options.Type(bool, default=False)
    embed = config_options.Type(bool, default=False)
    language = config_options.Optional(config_options.Choice((*NAMES, PSEUDO)))
