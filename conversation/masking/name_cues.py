"""What stands around the names of persons: titles, relatives, „ich heiße“, greetings; as tokens for spaCy's Matcher."""
from __future__ import annotations

from typing import Any

from conversation.masking.name_words import Part

Token = dict[str, Any]
"""One token of a pattern."""


def words(text: str, op: str | None = None) -> Token:
    """One of these words, in any case; `op` as in spaCy („?“, „{0,2}“)."""
    return _repeated({"LOWER": {"IN": text.split()}}, op)


def tags(*parts: str, op: str | None = None) -> Token:
    """A word that may be one of these parts of a name."""
    return _repeated({"TAG": {"IN": list(parts)}}, op)


def signs(text: str, op: str | None = None) -> Token:
    """One of these signs, or several of them in one token; blanks and line ends count as well."""
    return _repeated({"TEXT": {"REGEX": rf"^[\s{text}]+$"}}, op)


def _repeated(token: Token, op: str | None) -> Token:
    return {**token, "OP": op} if op else token


FIRST = (Part.FIRST, Part.WEAK_FIRST)
LAST = (Part.SURNAME, Part.WEAK_SURNAME, Part.UNKNOWN)
CAPITAL = (*FIRST, Part.FIRST_OF, *LAST)
SURE_SMALL = (Part.FIRST_SMALL, Part.SURNAME_SMALL)
SMALL = (*SURE_SMALL, Part.CAPITAL_FIRST_SMALL, Part.WEAK_FIRST_SMALL, Part.WEAK_SURNAME_SMALL, Part.UNKNOWN_SMALL)
ANY = (*CAPITAL, *SMALL, Part.INITIAL)

_HONOURS = (
    "herr herrn hr hr. frau fr fr. fräulein familie fam fam. eheleute dr. doktor doktorin prof prof. professor professorin "
    "med dipl.-ing."
)
_OFFICES = (
    "bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin ortsvorsteher ortsvorsteherin landrat landrätin "
    "pfarrer pfarrerin pastor pastorin diakon diakonin vikar bischof pater schwester bruder minister ministerin "
    "vorsitzende vorsitzender vorsitzenden"
)
_NEIGHBOURS = (
    "nachbar nachbarin kollege kollegin hausmeister hausmeisterin vermieter vermieterin trainer trainerin kassenwart "
    "kassenwartin schatzmeister schatzmeisterin"
)
_RELATIVES = (
    "oma opa omi opi tante onkel mutter vater mama papa tochter sohn enkel enkelin kind kinder mann frau partner partnerin "
    "bruder schwester cousin cousine schwager schwägerin neffe nichte schwiegermutter schwiegervater freund freundin freunde"
)
_ACQUAINTANCES = (
    "nachbarn kollegen lehrer lehrerin schriftführer schriftführerin leiter leiterin chef chefin betreuer betreuerin bauer "
    "hausarzt ansprechpartner ansprechpartnerin kontaktperson vorstand vorsitzende vorsitzender mitarbeiter mitarbeiterin "
    "sozialarbeiter sozialarbeiterin gemeindeschwester hebamme architekt architektin steuerberater steuerberaterin anwalt "
    "anwältin notar notarin wirt wirtin imam hauptamtsleiter hauptamtsleiterin sachbearbeiter sachbearbeiterin"
)
TITLE_WORDS = frozenset(f"{_HONOURS} {_OFFICES}".split())
"""Words before a name that are none themselves; they stay."""

HONOUR = words(_HONOURS)
TITLE = words(f"{_HONOURS} {_OFFICES}")
MORE_TITLES = words(f"{_HONOURS} {_OFFICES} .", "{0,3}")
NEIGHBOUR = words(_NEIGHBOURS)
RELATIVE = words(f"{_RELATIVES} {_NEIGHBOURS} {_ACQUAINTANCES}")
PARTICLES = (words("von van de del della di da dos al el ben ibn ten"), words("der den dem la ten", "?"))

I_SAY = words("ich i ik ick icke isch")
AM_CALLED = words("heiße heisse heise heiß heiss hoaß hoass hoaße hoiß hoiss heeß heeße heess heet heit")
IS_CALLED = words("heißt heisst hieß hiess namens genannt")
AM = words("bin bins bün bi")
HERE = words("hier da do")
IS_OR_SPEAKS = words("ist is isch spricht schreibt")
SPEAKS = words("spricht schreibt")
FILLER = words("der die de da dr d a und ja übrigens auch ist is isch hier doch halt", "{0,2}")
MY_NAME = (words("mein mei my min meine mien mai"), words("name nam naam namen nachname vorname"))
IS = words("ist is isch war lautet wäre : der die , -", "{1,2}")
NAME_FIELD = (
    words("name namens vorname nachname kontakt ansprechpartner ansprechpartnerin kontoinhaber kontoinhaberin"),
    words(": ist =", "{0,2}"),
)
GREETING = words(
    "grüße grüßen grüsse grüssen gruesse gruessen gruß gruss grüßle gruaß grüßli lg glg vg mfg bg hg hochachtungsvoll"
)
PARTING = words("ihr ihre euer eure dein deine danke dank tschüss tschüß tschau ciao servus eich euch bald dann ade")
HELLO = words("hallo hi hey moin liebe lieber servus")
SIGNED = (words("gez gez. gezeichnet unterschrieben"), words(": von . i. a. v.", "{0,3}"))
BORN = (words("geb geb. geborene geborener"), words(". :", "?"))
SAYS = words("sagt sagte meint meinte schrieb erzählt erzählte rief fragt fragte wohnt antwortete")
DOES = words("aus vom von hat hot is ist isch kann der die und will macht sagt meint")
STOPS = words(", . ! : von vom aus und")
ARTICLE = words("der die de da dr unser unsere dem den")
AND = words("und & , / oder sowie un u.")
WITH = words("mit von bei")
ABOUT = words("von mit bei an durch über frage fragt fragen")
