"""Names of people in text, by the words beside them: salutations, closings of letters, "my name is …".

No list of first names is kept: a name is a word with a capital letter where a letter or a mail has one.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

_LETTERS = [chr(number) for number in range(0x530)]
_CAPITAL = f"[{''.join(letter for letter in _LETTERS if letter.isupper())}]"
_SMALL = f"[{''.join(letter for letter in _LETTERS if letter.islower())}]"
_SPACE = r"[ \t\xa0]{1,3}"
_INSIDE = r"[\w\u0300-\u036f]"

_GREETINGS = (
    *("Hi", "Hello", "Hey", "Dear", "Good morning", "Good afternoon", "Good evening", "Greetings"),
    *("Hallo", "Moin", "Servus", "Guten Tag", "Guten Morgen", "Guten Abend", "Sehr geehrter?", "Werter?"),
    *("Bonjour", "Bonsoir", "Salut", "Coucou"),
    *("Hola", "Buenos días", "Buenas tardes", "Buenas noches", "Estimad[oa]", "Querid[oa]"),
    *("Hoi", "Goedemorgen", "Goedemiddag", "Goedenavond", "Goedendag", "Geachte"),
    *("Olá", "Oi", "Bom dia", "Boa tarde", "Boa noite", "Prezad[oa]"),
)
_WORDS_TOO = ("Lieber?", "Beste", "Dag", "Ch(?:er|ère)", "Car[oa]")
"""Greetings that are everyday words as well."""
_TITLES = (
    *("Mrs?", "Ms", "Miss", "Mister", "Dr", "Prof", "Professor"),
    *("Herrn?", "Frau", "Monsieur", "Madame", "Mme", "Mlle", "Señora?", "Sra?"),
    *("Meneer", "Mevrouw", "Dhr", "Mevr", "Mw", "Senhora?", "Dra"),
)
_GREETED_ONLY = ("M", "Don", "Doña", "Dona", "heer", "Sir", "Lady")
"""Titles that are other words as well, and count after a greeting alone."""
_CLOSINGS = (
    *("Regards", "Best regards", "Kind(?:est)? regards", "Warm regards", "With kind regards", "Best wishes"),
    *("Sincerely", "Yours sincerely", "Yours faithfully", "Yours truly", "Greetings", "Gr(?:ü|ue)(?:ß|ss)en?"),
    *("Cordialement", "Bien cordialement", "Bien à vous", "Salutations"),
    *("Saludos?(?: cordial(?:es)?)?", "Un saludo", "Atentamente", "Cordialmente"),
    *("Groet(?:en|jes)?", "Met vriendelijke groet(?:en)?", "Cumprimentos", "Com os melhores cumprimentos"),
    *("Atenciosamente", "Abraços?", "Um abraço"),
)
_SHORT_CLOSINGS = (
    *("Thanks", "Thank you", "Cheers", "Best", "Love", "Danke", "Dank", "Gruß", "LG", "VG", "MfG"),
    *("Merci", "Gracias", "Bedankt", "Dank je", "Mvg", "Obrigad[oa]"),
)
"""Closings that are everyday words as well."""
_FROM = rf"(?: (?:from|aus|von|vom|de|du|des|desde|uit|van|da|do)(?: {_INSIDE}{{1,30}}){{1,4}}(?=[,\n]))?"
"""Where the greetings come from, up to a comma."""
_SAID = (
    *("My name is", "Name ist", "Ich heiße", "Je m(?:'|’)appelle", "Mon nom est", "Me llamo", "Mi nombre es"),
    *("Mijn naam is", "Ik heet", "Meu nome é", "Chamo-me", "Me chamo"),
)
_NOBODY = (
    # English, German, French, Spanish, Dutch, Portuguese
    *(
        "there",
        "all",
        "again",
        "every(?:body|one)",
        "team",
        "folks",
        "guys",
        "people",
        "friends?",
        "colleagues?",
        "world",
    ),
    *("customers?", "users?", "members?", "readers?", "visitors?", "clients?", "support", "service", "sales", "staff"),
    *("madam", "god", "lord", "diary", "santa", "neighbou?rs?", "partners?", "ladies", "gentlemen", "man", "mate"),
    *("I", "we", "you", "it", "this", "that", "these", "they", "the", "an?", "my", "your", "our", "his", "her", "its"),
    *(
        "i['’](?:m|ve|d|ll)",
        "please",
        "thanks?",
        "and",
        "but",
        "or",
        "if",
        "when",
        "why",
        "what",
        "how",
        "who",
        "where",
    ),
    *("is", "are", "was", "can", "could", "would", "do", "does", "did", "not", "no", "yes", "so", "to", "for", "from"),
    *("in", "on", "at", "of", "as", "by", "with", "just", "very", "much", "many", "too", "now", "then", "here"),
    *(
        "zusammen",
        "alle[rs]?",
        "allerseits",
        "welt",
        "kund(?:e|in|en|innen)",
        "kolleg(?:e|in|en|innen)",
        "damen",
        "herren",
    ),
    *("leute", "freunde?", "freundinnen", "gr(?:ü|ue)(?:ß|ss)en?", "gruß", "gott", "ich", "wir", "sie", "ihr", "euch"),
    *("das", "der", "die", "ein", "eine", "und", "aber", "oder", "mein", "unser", "es", "ist", "auch", "liebe[rs]?"),
    *("nutzer(?:in|innen)?", "mitglied(?:er)?", "tous", "toutes", "monde", "client(?:e|s|es)?", "équipe", "collègues"),
    *("amie?s?", "messieurs", "mesdames", "je", "nous", "vous", "il", "elle", "les", "un", "une", "et", "mais"),
    *(
        "todos",
        "todas",
        "mundo",
        "equipo",
        "amig[oa]s?",
        "compañer[oa]s?",
        "yo",
        "el",
        "los",
        "las",
        "una",
        "y",
        "pero",
    ),
    *("señor(?:es|as)?", "allemaal", "iedereen", "wereld", "klant(?:en)?", "collega['’]?s?", "vrienden", "ik", "wij"),
    *("het", "een", "maar", "dames", "heren", "pessoal", "gente", "equip[ae]", "colegas?", "eu", "nós", "os", "as"),
    *("uma?", "mas", "senhor(?:es|as)?", "good", "guten", "bom", "boa", "buen[oa]s", "best", "kind", "regards"),
)
"""Words after a salutation that name nobody."""
_PARTICLES = "(?:v[ao]n|de[rnls]?|d[aio]s?|du|la|le|zu[rm]?|ter?|ten|y|e|bin|al)"


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})"


_NO = rf"(?!(?i:{_any((*_NOBODY, *_TITLES, *_GREETED_ONLY))})(?!\w))"
_WORD = rf"{_NO}(?:{_CAPITAL}\.|{_CAPITAL}{_INSIDE}{{0,40}}(?:['’-]{_INSIDE}{{1,40}}){{0,3}})"
_NAME = rf"({_WORD}(?:{_SPACE}(?:{_PARTICLES}{_SPACE}){{0,2}}{_WORD}){{0,3}})(?!\w)"
_SMALL_NAME = rf"({_NO}{_SMALL}{_INSIDE}{{1,30}})(?!\w)"
_END = r"(?=[ \t]*(?:[,.!;:)\]\n\\\"'”’»]|[–—-] |\Z))"
_TITLED = rf"(?:{_any((*_TITLES, *_GREETED_ONLY))}\.?{_SPACE}){{1,3}}"
_AFTER_TITLE = _NAME.replace("(", rf"((?:{_PARTICLES}{_SPACE}){{0,2}}", 1)
_GREETING, _ANY_GREETING = _any(_GREETINGS), _any((*_GREETINGS, *_WORDS_TOO))
_CLOSING = rf"{_any(_CLOSINGS)}{_FROM}[ \t]{{0,3}}"
_MY_NAME = "my name is"
_START = r"(?<!\w)"

_SURE = re.compile(
    rf"{_START}(?:{_ANY_GREETING},?{_SPACE}{_TITLED}{_AFTER_TITLE}|{_GREETING},?{_SPACE}{_NAME}{_END}"
    rf"|{_CLOSING}(?:[,.!–—]\s{{1,12}}|\n\s{{0,40}}){_NAME}{_END}|{_any((*_SAID, _MY_NAME))}{_SPACE}{_NAME})"
)
_POSSIBLE = tuple(
    map(
        re.compile,
        (
            rf"(?i:{_ANY_GREETING}),?{_SPACE}(?i:{_TITLED})(?:{_AFTER_TITLE}|{_SMALL_NAME})",
            rf"(?i:{_GREETING}){_SPACE}(?:{_NAME}|{_SMALL_NAME}{_END})",
            rf"(?i:{_GREETING}),{_SPACE}{_NAME}{_END}",
            rf"(?i:{_any(_WORDS_TOO)}),?{_SPACE}{_NAME}[ \t]?,",
            rf"(?i:{_CLOSING})[,.!–—]?\s{{1,12}}{_NAME}",
            rf"(?i:{_any(_SHORT_CLOSINGS)})[ \t]{{0,3}}[,.!–—]?\s{{1,12}}{_NAME}{_END}",
            rf"(?i:{_any(_SAID)}){_SPACE}(?:{_NAME}|{_SMALL_NAME}{_END})",
            rf"(?i:{_any(_TITLES)})\.?{_SPACE}(?i:{_TITLED})?{_AFTER_TITLE}",
        ),
    )
)
_WORDS = re.compile(r"\w+")
_ALL = (*_GREETINGS, *_WORDS_TOO, *_CLOSINGS, *_SHORT_CLOSINGS, *_SAID, *_TITLES)
_FIRST_LETTERS = frozenset(words[:2].casefold() for words in _ALL)


def _grouped(words: Iterable[str]) -> str:
    """An alternation that the engine finds by the first letters, twenty times as fast as one in any order."""
    groups = groupby(sorted(words), key=lambda word: word[0])
    return "|".join(f"{letter}{_any(word[1:] for word in group)}" for letter, group in groups)


_LEADS = re.compile(f"(?:{_grouped((*_GREETINGS, *_WORDS_TOO, *_CLOSINGS, *_SAID))})\\W".encode())


def may_hold_names(data: bytes) -> bool:
    """Whether it is worth looking for any in these bytes of UTF-8; a quick look."""
    return _MY_NAME.encode() in data or _LEADS.search(data) is not None


def names_in(text: str) -> Iterator[tuple[int, int]]:
    """From where to where a text holds what is surely a name, without title: rather too few than too many."""
    return (found.span(found.lastindex or 0) for found in _SURE.finditer(text))


def possible_names_in(text: str) -> Iterator[tuple[int, int]]:
    """From where to where a text holds what may be a name: rather too many than too few; they may overlap."""
    for word in _WORDS.finditer(text):
        if word[0][:2].casefold() in _FIRST_LETTERS:
            for pattern in _POSSIBLE:
                if found := pattern.match(text, word.start()):
                    yield found.span(found.lastindex or 0)
