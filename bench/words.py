"""Words that generated journeys are made of: several scripts, and every character that some format finds special."""

from random import Random

STAGES = (
    *(("awareness", "Awareness"), ("consideration", "Consideration"), ("decision", "Decision")),
    *(("onboarding", "Onboarding"), ("adoption", "Adoption"), ("support", "Support")),
    *(("renewal", "Renewal"), ("expansion", "Expansion"), ("advocacy", "Advocacy")),
)
CHANNELS = (
    *(("web", "Web", "digital", "screen"), ("mobile", "Mobile app", "digital", "app")),
    *(("email", "E-mail", "digital", "mail"), ("chat", "Chat", "digital", "chat")),
    *(("phone", "Telephone", "human", "phone"), ("meeting", "Meeting", "human", "person")),
    *(("branch", "Branch office", "physical", "store"), ("letter", "Letter", "physical", "document")),
)
TEAMS = (
    "Growth",
    "Product",
    "Support",
    "Billing",
    "Marketing",
    "Legal",
    "Field service",
    "Partners",
    "Données",
    "Büro",
)
SEGMENTS = ("Small firms", "Mid-size firms", "Enterprise", "Public sector", "Freelancers")
GROUPS = ("enterprise", "service", "nordics", "iberia", "public-sector", "partners", "retail", "retail/returns")
VERBS = (
    "Compares",
    "Opens",
    "Looks for",
    "Signs",
    "Corrects",
    "Forwards",
    "Asks about",
    "Waits for",
    "Prints",
    "Doubts",
)
THINGS = (
    *(
        "the plans & prices",
        "the invoice",
        "a second quote",
        "the contract",
        "her old spreadsheet",
        "the delivery date",
    ),
    *("the Überweisung", "le devis signé", "a list of <all> seats", "the 見積書", "the receipt for 30 % off"),
    *("the form for Łódź", "ένα απόδειξη", "the *starred* mail", "a seat | two seats", "the `export` button"),
)
MANNERS = (
    *(
        "on the phone, between two meetings",
        "before nine",
        "with a colleague beside her",
        "for the third time",
        "twice",
    ),
    *(
        "in a cellar without signal",
        "although nobody asked",
        "while the client waits",
        "at the counter",
        "late – again",
    ),
)
FEELINGS = (
    "hopeful",
    "sceptical",
    "relieved",
    "annoyed",
    "proud",
    "lost",
    "curious",
    "müde",
    "tense",
    "calm",
    "安心",
    "wary",
)
WHO = ("The accountant", "My partner", "Everybody here", "The client", "Frau Öztürk", "Someone in Kraków", "Nobody")
SAYS = (
    *(
        "wants one number, not five",
        "has never seen this screen",
        "will ask me again on Friday",
        "gave up here last year",
    ),
    *("reads only the first line", "said “it depends”", "needs it before Monday 🙂", "pays for what we don't use"),
)
REASONS = (
    *("because two teams each own half of it", "since the last release", "as the rule stands in no document"),
    *("because the address is asked for twice", "when the VAT number is missing", "whenever the session has ended"),
)
SYSTEMS = ("CRM", "Billing", "Identity", "Warehouse", "Ticket desk", "Mailer", "Search index", "Archive (Bücher)")
FIRST_NAMES = (
    "Noémie",
    "Jörgen",
    "Adaeze",
    "Tomasz",
    "Inês",
    "Μαρία",
    "美咲",
    "Zoë",
    "Łukasz",
    "Saoirse",
    "Ömer",
    "Anaïs",
)
LAST_NAMES = ("Castellan", "Lindqvist", "Okafor", "Wiśniewski", "Brandão", "Ó Briain", "Sørensen", "D'Angelo", "Nuñez")


def action(random: Random) -> str:
    """What a customer does, such as "Compares the plans & prices twice"."""
    manner = f" {random.choice(MANNERS)}" if random.random() < 0.4 else ""
    return f"{random.choice(VERBS)} {random.choice(THINGS)}{manner}"


def sentence(random: Random) -> str:
    """A sentence of about ten words."""
    # The number makes most sentences differ, as they do in life: no cache of texts may profit.
    return f"{random.choice(WHO)} {random.choice(SAYS)}, {random.choice(REASONS)} (ticket {random.randint(1, 99_999)})."


def paragraph(random: Random, sentences: int) -> str:
    """Several sentences."""
    return " ".join(sentence(random) for _ in range(sentences))
