"""Whether a name that was found is meant as a place: what stands around it decides."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Callable

from knowledge.places.gazetteer import AmbiguousName
from knowledge.places.name import Name, Use
from knowledge.places.spelling import KREIS, Word
from knowledge.spelling.dictionary import is_word

DESIGNATORS = frozenset(
    "stadt hansestadt kreisstadt gemeinde ort ortsteil wohnort dorf raum grossraum region bahnhof richtung markt plz".split()
) | {KREIS}
"""What is said before the name of a place only."""

PREPOSITIONS = frozenset("in aus bei nach nahe von um fuer bis".split())
_NEAR = frozenset("naehe umgebung umland noerdlich suedlich oestlich westlich unweit stadt gemeinde ausserhalb".split())
_DETERMINERS = frozenset("der die das den dem des ein eine einer eines einem einen unser unsere unserer zur zum im beim".split())
_CODE_LEADS = frozenset("land bundesland raum region foerderung foerdermittel foerderprogramme".split())
_HONORIFICS = frozenset("herr herrn frau hr fr dr prof familie fam onkel tante oma opa kollege kollegin".split())
_OCCUPATIONS = frozenset(
    "hausmeister hausmeisterin pfarrer pfarrerin trainer trainerin nachbar nachbarin doktor schwester bruder chef chefin "
    "schatzmeister schatzmeisterin kassenwart kassenwartin vorsitzender vorsitzende vermieter vermieterin anwalt notar".split()
)
"""What is said before a surname, when the word for it is capitalised."""
_BEFORE_A_VILLAGE = DESIGNATORS | {"in", "aus", "nahe", "nach"}
_MUNICIPALITIES = frozenset("gemeinde ortsteil dorf ort wohnort ortschaft kommune".split())
_SETTLEMENTS = tuple("dorf hausen heim ingen burg stadt hagen feld felde buettel born wald walde bach kirchen see".split())
_OFFICES = frozenset("buergermeister buergermeisterin ortsvorsteher ortsvorsteherin einwohner bewohner gemeinde".split())
_SEVERAL = frozenset("in aus zwischen".split())
_NAMING = frozenset("heisse heisst namens".split())
_PERSON_LEADS = frozenset("als wir ihr bin sind echte echter gebuertige gebuertiger waschechter alle liebe viele".split())
_STREETS = frozenset("strasse str allee platz weg ring tor gasse chaussee ufer damm bruecke landstrasse".split())
_PARTS_AFTER_HYPHEN = frozenset("land stadt nord sued ost west mitte kreis umland altstadt region".split())
_AREAS = frozenset(
    "umland raum land landkreis region gegend ecke rand speckguertel dorf doerfer gemeinde gemeinden vorort vororte "
    "norden sueden osten westen verein vereine stadtteil bezirk bezirke kiez innenstadt altstadt".split()
) | {KREIS}
_PRODUCTS = frozenset(
    "wuerstchen wurst wuerste bratwurst bratwuerste rostbratwurst kaese stollen christstollen torte kirschtorte gurken "
    "gurke allerlei porzellan marzipan printen lebkuchen schnitzel weisse pfannkuchen roller schinken kloesse klopse "
    "kranz platte menue sprotten braten kochwurst pinkel dom brot senf bier bude rippchen".split()
)
_FIRST_NAMES = frozenset(
    "anna anne anja andrea andreas alexander barbara bernd birgit britta christian christina claudia daniel david "
    "dieter dirk elke emma erika eva frank franziska fritz gabi georg gerd gisela hannah hans heike heinz helga helmut "
    "hermann horst ines ingrid irving jan jana jens johannes juergen julia karin karl katja katrin kerstin klaus lars "
    "laura lena lisa ludwig lukas manfred maria marie markus martin martina matthias max michael monika nadine nicole "
    "nils olaf oliver paul peter petra ralf renate robert rolf sabine sandra sarah sebastian silke simone sophie "
    "stefan stefanie steffen susanne sven tanja thomas tim tobias torsten ulrich ursula ute uwe werner wolfgang".split()
)


_NO_BREAK = " \t\n\"„“‚'(:"
"""Signs that may stand between a preposition and a name."""


@dataclass(frozen=True)
class Surroundings:
    """A name at `words[first:behind]` of `text`. `expected`: the person was asked for a place."""

    text: str
    words: list[Word]
    first: int
    behind: int
    expected: bool
    is_name: Callable[[str], bool]
    is_sure_name: Callable[[str], bool]

    @property
    def word(self) -> Word:
        return self.words[self.first]

    @property
    def end(self) -> int:
        return self.words[self.behind - 1].end

    @property
    def written(self) -> str:
        return self.text[self.word.start : self.end]

    @property
    def sign_before(self) -> str:
        return self.word.before[-1:]

    @property
    def sign_behind(self) -> str:
        return self.text[self.end : self.end + 1]

    @cached_property
    def before(self) -> str:
        """The key of the word before, '' when something other than space stands between."""
        return self.previous(1)

    def previous(self, back: int) -> str:
        """As `before`, for the word that stands `back` words before."""
        at = self.first - back
        if at < 0:
            return ""
        for word in self.words[at + 1 : self.first + 1]:
            if word.before != " " and word.before.strip(_NO_BREAK):
                return ""
        return self.words[at].key

    @cached_property
    def next(self) -> str:
        """The key of the word behind, '' at the end and after a sign other than a hyphen."""
        if self.behind >= len(self.words) or self.words[self.behind].before.strip(" \t\n-"):
            return ""
        return self.words[self.behind].key

    @cached_property
    def following(self) -> str:
        """The keys of the next words in one string, as far as no sign ends the clause."""
        keys = []
        for word in self.words[self.behind : self.behind + 3]:
            if word.before.strip():
                break
            keys.append(word.key)
        return " ".join(keys)


def counts(name: Name, here: Surroundings) -> bool:
    """Whether the name is a place here."""
    if name.capitals and not here.word.capitalised:
        return False
    if name.exact is not None and not here.written.endswith(name.exact):
        return False
    if _is_person(here) or _is_street(here) or _is_another_bad(name, here):
        return False
    return _CHECKS[name.use](name, here)


def _plain(name: Name, here: Surroundings) -> bool:
    return True


def _adjective(name: Name, here: Surroundings) -> bool:
    return here.next not in _PRODUCTS


def _dish(name: Name, here: Surroundings) -> bool:
    """'Hamburger Umland' and 'wir Berliner', but not 'Hamburger essen' and 'zwei Berliner'."""
    if here.next in _PRODUCTS:
        return False
    if here.before in _PERSON_LEADS or here.next in _AREAS:
        return True
    return bool(here.next) and here.words[here.behind].capitalised and here.word.capitalised


def _code(name: Name, here: Surroundings) -> bool:
    """Codes in capitals, unless the whole text is in capitals or an article makes a thing of it ('die MV')."""
    if here.written != name.exact or _touches_hyphen(here):
        return False
    if here.text.isupper() and len(here.words) > 2:
        return False
    before = here.before
    if before in _DETERMINERS:
        return False
    if name.use is Use.FREE_CODE or before in PREPOSITIONS or before in _CODE_LEADS:
        return True
    in_brackets = here.sign_before == "(" and here.sign_behind == ")"
    return in_brackets or (here.expected and len(here.words) == 1) or here.is_name(before)


def _word(name: Name, here: Surroundings) -> bool:
    """Ordinary words: only where a place is spoken of."""
    rule = name.rule
    assert rule is not None
    if (rule.capitalised_only and not here.word.capitalised) or _forbidden(rule, here):
        return False
    if len(rule.word) == 2 and here.written != rule.word:
        return False
    if not rule.needs_context or _in_phrase(rule, here):
        return True
    if here.expected and len(here.words) <= 2 and rule.candidates and rule.prepositions:
        return True
    return bool(rule.candidates) and (_after_a_place_word(rule, here) or _beside_a_place(rule, here))


def _village(name: Name, here: Surroundings) -> bool:
    """Names of villages are often words or surnames: they count only written large and where a place is spoken of."""
    words = [word.text for word in here.words[here.first : here.behind]]
    if not here.word.capitalised or _touches_hyphen(here):
        return False
    if "(" not in here.written and all(map(is_word, words)):
        is_sure = all(word[:1].isupper() for word in words) if len(words) > 1 else here.word.key.endswith(_SETTLEMENTS)
        return here.before in (_BEFORE_A_VILLAGE if is_sure else _MUNICIPALITIES)
    alone = len(words) > 1 or (here.expected and len(here.words) <= 2)
    return alone or here.before in _BEFORE_A_VILLAGE or (here.before == "von" and here.previous(2) in _NEAR | _OFFICES)


def _no_place(name: Name, here: Surroundings) -> bool:
    return True


_CHECKS = {
    Use.PLAIN: _plain,
    Use.ADJECTIVE: _adjective,
    Use.DISH: _dish,
    Use.CODE: _code,
    Use.FREE_CODE: _code,
    Use.WORD: _word,
    Use.VILLAGE: _village,
    Use.NO_PLACE: _no_place,
}


def _forbidden(rule: AmbiguousName, here: Surroundings) -> bool:
    if here.before in rule.not_after or (_is_adjective_before(here) and here.previous(2) in rule.not_after):
        return True
    if _touches_hyphen(here) and here.next not in _PARTS_AFTER_HYPHEN:
        return True
    if rule.needs_context and _number_follows(here):
        return True
    following = here.following if rule.not_before else ""
    for start in rule.not_before:
        if following == start or following.startswith(start + " ") or (len(start) > 3 and following.startswith(start)):
            return True
    return False


def _is_adjective_before(here: Surroundings) -> bool:
    """Whether the word before is written small and inflected as one behind an article: 'einen kaputten Kiel'."""
    return here.before.endswith(("e", "en", "er", "em", "es")) and not here.words[here.first - 1].capitalised


def _in_phrase(rule: AmbiguousName, here: Surroundings) -> bool:
    for lead in rule.leads:
        if all(here.previous(back) == key for back, key in enumerate(reversed(lead), start=1)):
            return True
    return False


def _after_a_place_word(rule: AmbiguousName, here: Surroundings) -> bool:
    """'Stadt Leer', 'in Essen', 'in der Nähe von Hof'; but not 'bei Essen und Trinken'."""
    before = here.before
    if before in DESIGNATORS:
        return bool(rule.prepositions) and (here.word.capitalised or before == KREIS)
    if before == "von":
        return bool(rule.prepositions) and here.previous(2) in _NEAR
    if before not in rule.prepositions:
        return False
    return before not in ("bei", "nach") or not _goes_on_with_another_thing(here)


def _beside_a_place(rule: AmbiguousName, here: Surroundings) -> bool:
    """'in Aurich und Leer', 'zwischen Heide und Husum': one preposition for two names, of which the other one is sure."""
    if not rule.prepositions or not here.word.capitalised:
        return False
    if here.before in ("und", "oder"):
        return here.is_sure_name(here.previous(2)) and here.previous(3) in _SEVERAL
    following = here.following.split()
    return here.before == "zwischen" and following[:1] == ["und"] and len(following) > 1 and here.is_sure_name(following[1])


def _goes_on_with_another_thing(here: Surroundings) -> bool:
    following = here.following.split()
    return len(following) > 1 and following[0] in ("und", "oder") and not here.is_name(following[1])


def _is_person(here: Surroundings) -> bool:
    """'Herr Hesse', 'Frau von Essen', 'Anna Berlin', 'ich heiße Sachse'."""
    before = here.before
    if before in _NAMING or (before in _HONORIFICS and not _is_article_of_dialect(here)):
        return True
    if before in _OCCUPATIONS and here.words[here.first - 1].capitalised and here.word.capitalised:
        return True
    if before == "von" and here.previous(2) in _HONORIFICS or before == "ist" and here.previous(2) == "name":
        return True
    named = before in _FIRST_NAMES and here.words[here.first - 1].capitalised and here.word.capitalised
    return named and here.behind - here.first == 1


def _is_article_of_dialect(here: Surroundings) -> bool:
    """'vo dr Schwäbischen Alb': no doctor, who has a capital or a full stop."""
    return here.before == "dr" and not here.words[here.first - 1].capitalised and "." not in here.word.before


def _is_street(here: Surroundings) -> bool:
    return here.next in _STREETS


def _is_another_bad(name: Name, here: Surroundings) -> bool:
    """Bad Homburg is not Homburg."""
    return here.before == "bad" and name.use is not Use.NO_PLACE


def _touches_hyphen(here: Surroundings) -> bool:
    return here.sign_behind == "-" or here.sign_before == "-"


def _number_follows(here: Surroundings) -> bool:
    """'Halle 3', 'Bergstraße 12', but not a year or a postcode."""
    behind = here.text[here.end : here.end + 8].lstrip()
    digits = behind[: len(behind) - len(behind.lstrip("0123456789"))]
    return 0 < len(digits) <= 3
