"""Messages in templates: `{{ _("…") }}`, `{{ ngettext(…) }}` and `{% trans %}`, with their values escaped."""

from collections.abc import Mapping
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

from mkdocs_journeys.site.rendering.compat import escaped, safe
from mkdocs_journeys.translation.languages import ENGLISH, Language
from mkdocs_journeys.translation.messages import filled, spoken_language, translated


def speak_in(environment: Environment) -> None:
    """Let the templates of an environment say messages in the language that is being spoken."""
    environment.add_extension("jinja2.ext.i18n")
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals |= {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext}
    environment.globals["english"] = english


def gettext(message: str, /, **values: object) -> Markup:
    """The translation of a message, which may hold tags of ours, with its `%(name)s` filled by escaped values."""
    language = spoken_language()
    return _shown(language, translated(language, message), values) if values else _plain(language, message)


@lru_cache(maxsize=4_096)
def _plain(language: Language, message: str) -> Markup:
    """A message without values, kept as `translated` is."""
    return _shown(language, translated(language, message), {})


def ngettext(one: str, many: str, number: int, /, **values: object) -> Markup:
    """As `gettext`, in the form that the number asks for; `%(num)s` is the number."""
    language = spoken_language()
    return _shown(language, language.messages.ngettext(one, many, number), {"num": number, **values})


def pgettext(context: str, message: str, /, **values: object) -> Markup:
    """As `gettext`, for a message that means different things in different places."""
    language = spoken_language()
    return _shown(language, language.messages.pgettext(context, message), values)


def english() -> Markup:
    """The attributes of an element whose text of ours is in English only; none where the page is in English."""
    return Markup("") if spoken_language() is ENGLISH else Markup(' lang="en" dir="ltr"')


def _shown(language: Language, text: str, values: Mapping[str, object]) -> Markup:
    return safe(filled(language, text, {name: _escaped(value) for name, value in values.items()}))


def _escaped(value: object) -> object:
    """A value as it may stand in HTML; a whole number stays one, as each language writes it in its own way."""
    return value if type(value) is int else escaped(value)
