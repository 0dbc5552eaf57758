"""Whether a message to a form is an answer at all: questions in the middle, a crisis, a human, yes and no."""
from __future__ import annotations

import re
from enum import Enum, unique
from itertools import dropwhile

from conversation.commands import find_command
from conversation.commands.phrase_list import folded_words
from conversation.crisis import find_crisis, names_only_the_field, only_chooses, only_tells_where, tells_of_oneself
from conversation.forms.model import Field, FieldKind, Form, Said

SURE = 0.85
"""Confidence of the classifier from which a need counts inside a form."""
QUESTION_NEEDS = frozenset(
    "foerderung rechtliche_huerde kontakt fallbeispiele methode veranstaltungen mentoring vernetzung idee_status "
    "datenschutz ueber_bot".split()
)
"""Needs that somebody may have in the middle of a form and that are answered at once."""
OTHER_MATTERS = frozenset({"idee_einreichen", "beratung_buchen", "beratung_aendern", "huerde_melden", "anliegen"})
"""Needs with a form of their own: no answer to a strict question either."""
LONGEST_QUESTION = 40
"""Words; what is longer tells something, even if it ends with a question mark."""
MOST_WORDS_TO_LEAVE = 8
"""„Ich möchte mit einem Menschen sprechen“ is short; in own words a longer text is the answer."""

_QUESTION_WORDS = frozenset(
    "wer wen wem wessen was wie wo wann warum wieso weshalb wozu wofuer womit woher wohin welche welcher welches "
    "welchen".split()
)
_ASKING_VERBS = frozenset(
    "gibt kann kannst koennen koennte koennten darf duerfen muss muessen ist sind bin bist hat habt haben hast wird "
    "werden bekomme bekommen kriege kriegen speichert speichern kostet lohnt weisst wissen kennen kennst stimmt "
    "zeig zeige zeigen nenn nenne nennen erklaer erklaere erklaeren such suche suchen sag sagen".split()
)
"""First words of a question without its mark, and of a request that is meant as one; „Ist mir egal“ begins so too."""
_BEFORE_QUESTION = frozenset("ja nein aber und ok okay gut moment hm also ach achso halt".split())
"""„Ja, aber was kostet das“"""
_YES = frozenset(
    "ja jo jep jepp joa jawohl jau yes klar sicher gerne gern genau richtig korrekt passt stimmt einverstanden ok "
    "okay natuerlich freilich selbstverstaendlich unbedingt absenden abschicken senden".split()
)
_YES_PHRASES = frozenset({
    "ja gern", "ja gerne", "ja bitte", "ja klar", "ja natuerlich", "na klar", "auf jeden fall", "in ordnung",
    "passt so", "stimmt so", "das stimmt", "das stimmt so", "das passt", "das passt so", "das ist richtig",
    "alles richtig", "so ist es", "alles korrekt", "ich stimme zu", "stimme zu", "zustimmen",
    "ich bin einverstanden", "bin einverstanden", "ja ich stimme zu", "ja ich bin einverstanden",
    "ja einverstanden", "ja das stimmt", "ja stimmt", "ja so abschicken", "ja absenden", "so abschicken",
    "bitte absenden", "bitte abschicken", "ja das ist richtig", "ja alles richtig", "ja passt", "ja passt so",
    "ja in ordnung", "ja das darf sie", "ja duerfen sie", "ja sicher", "ja genau", "ja ja", "alles gut",
    "ja mach das", "ja machen sie das", "ja bitte absenden", "ja so stimmt es", "von mir aus", "meinetwegen",
})  # fmt: skip
_BESIDE_YES = frozenset(
    "aber doch so alles das es ist ich mach machen sie mach's gut sehr auch mal und bitte danke mir wir koennen nehmen "
    "abschicken absenden senden voll ganz absolut auf jeden fall freut mich super prima perfekt wunderbar".split()
)
"""Words that may stand beside a yes without making it doubtful; „geht so“, „irgendwie“ or „glaub“ are not among them."""
_NO = frozenset("nein nee ne noe nicht niemals keinesfalls ablehnen falsch no".split())
_NO_PHRASES = frozenset({
    "nein danke", "lieber nicht", "auf keinen fall", "ich stimme nicht zu", "stimme nicht zu",
    "nein ich stimme nicht zu", "ich bin nicht einverstanden", "nicht einverstanden", "nein nicht einverstanden",
    "das moechte ich nicht", "das will ich nicht", "nein das moechte ich nicht", "nein das will ich nicht",
    "nein lieber nicht", "ich lehne ab", "moechte ich nicht", "will ich nicht", "nicht richtig", "das ist falsch",
    "nein das ist falsch", "nein doch nicht", "stimmt nicht", "das stimmt nicht", "nein das stimmt nicht",
    "ne danke", "nee danke", "nein weitermachen", "nein behalten", "behalten", "nein noch nicht", "noch nicht",
})  # fmt: skip
_SAYS_NOTHING = frozenset({
    *"ja jo jep joa nein nee ne ok okay danke hallo hi hey moin gut so hm aeh tschuess ciao bitte test toll super klar "
    "genau".split(),
    "guten tag", "guten morgen", "vielen dank", "danke schoen", "auf wiedersehen", "bis bald", "nein danke", "ja gern",
})  # fmt: skip
_DROPS = frozenset({"nichts", "keins", "keines", "keine", "keiner", "keinen", "entfaellt"})
_NONE_OF_IT = _DROPS | {"egal", "nein", "nein danke", "nee"}
_LONGEST_YES = 6
_INSULTS = frozenset(
    "arschloch arsch idiot idioten depp deppen wichser hurensohn fotze schlampe scheisse scheiss kacke mist bloedmann "
    "vollidiot vollpfosten trottel dummkopf missgeburt spast penner".split()
)
"""What is no name, even as one word."""
_TITLES_OF_PEOPLE = frozenset("herr herrn frau familie dr doktor prof".split())
_TO_SEND = frozenset("absenden abschicken senden abgeschickt bitte jetzt so das es alles ja ok okay einfach".split())
_FAREWELLS = frozenset("tschuess tschuessi tschau ciao bye ade servus tschoe wiedersehen adieu".split())
"""The classifier takes any single word that it does not know for one: „Sabine“."""
_LONGEST_INSULT, _LONGEST_INSULT_IN_PROSE = 8, 4
"""Words; whoever tells more in own words may also be angry about something."""
_MARK = re.compile(r"\?\W*$")


@unique
class Heard(Enum):
    """What a message is to the open question, apart from commands."""

    ANSWER = "answer"
    QUESTION = "question"
    HUMAN = "human"
    GOODBYE = "goodbye"


def is_sending(text: str) -> bool:
    """„Absenden“: a yes to „Stimmt alles so?“, but never to „Wirklich abbrechen?“ or to a consent."""
    return bool({"absenden", "abschicken", "senden", "abgeschickt"} & set(folded_words(text)))


def says_only_to_send(text: str) -> bool:
    """„Bitte absenden“ and nothing else, which is no answer to any question before the last."""
    words = set(folded_words(text))
    return is_sending(text) and words <= _TO_SEND


def is_crisis(said: Said) -> bool:
    """Whether somebody is in need: the closed lists, which look at all words, or a sure classifier."""
    is_sure = said.need == "notlage" and said.confidence >= SURE and not names_only_the_field(said.understanding)
    is_harmless = (
        tells_of_oneself(said.text) or only_chooses(said.text) or only_tells_where(said.text)
        or find_command(said.text) is not None
    )  # fmt: skip
    return is_sure and not is_harmless or find_crisis(said.text) is not None


def is_insult(said: Said, field: Field | None) -> bool:
    """Whether somebody only lets off steam. A single word may be a name, unless it is one of a closed list."""
    words = folded_words(said.text)
    if not words or any(map(str.isdigit, said.text)) or "@" in said.text:
        return False
    if set(words) <= _INSULTS:
        return True
    longest = _LONGEST_INSULT_IN_PROSE if field is not None and field.kind is FieldKind.PROSE else _LONGEST_INSULT
    is_name = len(words) == 1 or words[0] in _TITLES_OF_PEOPLE
    is_sure = said.need == "beleidigung" and said.confidence >= SURE
    return is_sure and not is_name and len(words) <= longest


def heard_as(said: Said, text: str, field: Field | None, form: Form) -> Heard:
    """Whether `text`, the part of a message that nobody has read yet, is an answer to `field` (None: the last step).

    Asked only after a strict field has failed to read an answer in it, so „Rufen Sie mich an: 0171 …“ stays one.

    - A sure wish for a human leaves the form. In own words only a short message is one: whoever writes about a talk
      with somebody, or fills in the form that the wish for a human has opened, tells something.
    - A strict question is not answered by anything that has a question mark or a question's word, or that surely is
      another need.
    - A question in own words takes anything, except what is both surely one of QUESTION_NEEDS and looks like a
      question (a question mark at its end, or a question's word or verb as its first) and is no longer than one.
    """
    words = folded_words(text)
    sure = said.need if said.confidence >= SURE else ""
    is_strict = field is None or field.kind is FieldKind.STRICT
    if sure == "mensch" and (is_strict or len(words) <= (MOST_WORDS_TO_LEAVE if form.serves != "mensch" else 6)):
        return Heard.HUMAN
    if sure == "abschied" and 0 < len(words) <= 5 and (len(words) > 1 or words[0] in _FAREWELLS):
        return Heard.GOODBYE
    if is_strict:
        asks = looks_like_question(text, verbs=False)
        return Heard.QUESTION if asks or sure in (QUESTION_NEEDS | OTHER_MATTERS) - {form.serves} else Heard.ANSWER
    asks = sure in QUESTION_NEEDS and looks_like_question(text) and not field.takes_questions
    return Heard.QUESTION if asks else Heard.ANSWER


def looks_like_question(text: str, verbs: bool = True) -> bool:
    """Whether `text` ends with a question mark or begins as questions do, and is no longer than a question.

    `verbs`: a verb as the first word counts as well.
    """
    words = folded_words(text)
    if not 0 < len(words) <= LONGEST_QUESTION:
        return False
    words = [*dropwhile(_BEFORE_QUESTION.__contains__, words)] or words
    begins = words[0] in _QUESTION_WORDS or verbs and words[0] in _ASKING_VERBS
    return bool(_MARK.search(text)) or begins and len(words) > 2


def yes_or_no(said: Said, text: str | None = None) -> bool | None:
    """Whether a message says yes or no and nothing else; None if it does not, or asks („Ja, aber was kostet das?“).

    A yes lets something be stored, sent or thrown away, so it is one only by its words: the classifier takes „na ja,
    geht so“ for one as well.
    """
    text = said.text if text is None else text
    words = folded_words(text)
    joined = " ".join(words)
    if "?" in text or not words:
        return None
    plain = " ".join(word for word in words if word not in ("bitte", "danke", "doch", "ach", "also"))
    for one in (joined, plain):
        if one in _NO or one in _NO_PHRASES:
            return False
        if one in _YES or one in _YES_PHRASES:
            return True
    if words[0] in ("nein", "nee") and len(words) <= 5 and not any(map(str.isdigit, joined)):
        return False
    if words[0] in _YES - {"gern", "gerne"} and len(words) <= _LONGEST_YES and _YES | _BESIDE_YES >= set(words):
        return True
    if said.confidence >= SURE and said.need == "nein" and len(words) <= 5 and text == said.text:
        return False
    return None


def says_nothing(text: str) -> bool:
    """Whether a short answer in own words is only courtesy or an empty yes or no."""
    words = folded_words(text)
    return not words or " ".join(words) in _SAYS_NOTHING


def says_none(text: str) -> bool:
    """„nichts“, „egal“, „keins“: an optional question is left open."""
    return " ".join(folded_words(text)) in _NONE_OF_IT


def drops_answer(text: str) -> bool:
    """„nichts“, „keins“: even an answer that is there shall go."""
    return " ".join(folded_words(text)) in _DROPS
