"""What somebody who looks for money has told, and what is still worth asking: what for, where, who, how much."""
from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from enum import Enum
from typing import Any, Mapping

from knowledge.folding import fold
from knowledge.frequent_words import GERMAN, common_words, plain
from knowledge.places import Resolution
from knowledge.told_form import denied_legal_forms
from knowledge.told_place import in_words, lands_of, somewhere_in, without_places
from knowledge.understanding import Entity, Reader, Understanding

LONGEST_KEPT = 500
"""Characters of a message that are kept as what it is about."""


class Question(str, Enum):
    """What the finder asks, in this order, and only what is not known yet."""

    PURPOSE = "wofuer"
    PLACE = "wo"
    FORM = "wer"
    AMOUNT = "wieviel"


@dataclass(frozen=True)
class Told:
    """What one message tells the finder. `rest` are the words that name neither place, legal form nor sum."""

    text: str
    rest: tuple[str, ...] = ()
    purpose: bool = False
    has_subject: bool = False
    """Whether a topic or people whom it is for are named, which is more than some word."""
    where: str = ""
    lands: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    amount_eur: int | None = None
    staff_costs: bool = False

    @property
    def answers(self) -> frozenset[Question]:
        """The questions that it answers."""
        told = {
            Question.PURPOSE: self.purpose,
            Question.PLACE: bool(self.where),
            Question.FORM: bool(self.forms),
            Question.AMOUNT: self.amount_eur is not None,
        }
        return frozenset(question for question, is_told in told.items() if is_told)

    @property
    def is_only_a_change(self) -> bool:
        """Whether it corrects place, legal form or sum („eher 2.000 Euro“) and asks for nothing of its own."""
        return bool(self.answers - {Question.PURPOSE}) and not self.has_subject and len(self.rest) <= 1


@dataclass(frozen=True)
class FundingWish:
    """All that is known of what somebody looks for.

    `words` are what the search goes by: the message that began it, or the answer to „Wofür?“. `has_purpose` says
    whether they tell what the money is for. `was_shown`: a list was given, further answers refine it.
    """

    words: str = ""
    has_purpose: bool = False
    where: str = ""
    lands: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    amount_eur: int | None = None
    wants_staff_costs: bool = False
    skipped: tuple[Question, ...] = ()
    was_shown: bool = False

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any] | None) -> FundingWish:
        """What `to_dict` has written; nothing known if there is none."""
        if not kept:
            return cls()
        skipped = tuple(Question(one) for one in kept["skipped"])
        return cls(**{**kept, "lands": tuple(kept["lands"]), "forms": tuple(kept["forms"]), "skipped": skipped})

    def to_dict(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        return {**asdict(self), "lands": [*self.lands], "forms": [*self.forms],
                "skipped": [one.value for one in self.skipped]}  # fmt: skip

    @property
    def known(self) -> frozenset[Question]:
        """The questions that are answered."""
        told = Told("", purpose=self.has_purpose, where=self.where, forms=self.forms, amount_eur=self.amount_eur)
        return told.answers

    @property
    def open_question(self) -> Question | None:
        """The first question that is neither answered nor skipped."""
        return next((one for one in Question if one not in self.known and one not in self.skipped), None)

    def skip(self, *questions: Question) -> FundingWish:
        """Do not ask these any more."""
        return replace(self, skipped=(*self.skipped, *(one for one in questions if one not in self.skipped)))

    def begun_anew(self) -> FundingWish:
        """Another search of the same people: who and where they are stays, the rest goes."""
        return FundingWish(where=self.where, lands=self.lands, forms=self.forms)

    def with_told(self, told: Told, reader: Reader, is_new_search: bool = False) -> FundingWish:
        """What is known after a message; what it tells replaces what was known.

        `is_new_search`: the message is a question of its own, so that its purpose replaces the one that was known.
        """
        wish = self
        if told.purpose and (is_new_search or not wish.has_purpose):
            begun = wish.begun_anew() if wish.has_purpose else wish
            wish = replace(begun, words=told.text[:LONGEST_KEPT], has_purpose=True, was_shown=self.was_shown)
        elif is_new_search and not wish.words and told.answers:
            wish = replace(wish, words=told.text[:LONGEST_KEPT])
        if told.where:
            words = wish.words if wish.words == told.text[:LONGEST_KEPT] else without_places(wish.words, reader)
            wish = replace(wish, words=words, where=told.where, lands=told.lands)
        return replace(
            wish,
            forms=told.forms or wish.forms,
            amount_eur=wish.amount_eur if told.amount_eur is None else told.amount_eur,
            wants_staff_costs=wish.wants_staff_costs or told.staff_costs,
        )

    def asked(self, reader: Reader) -> Understanding:
        """The question to the search that says all of this."""
        read = reader.read(self.words)
        if self.where and not read.where.candidates:
            read = reader.read(f"{self.words} {self.where}".strip())
        where = read.where if read.lands == set(self.lands) else somewhere_in(self.lands)
        said = [one for one in read.entities if one.entity not in ("organisationsform", "betrag")]
        said += [Entity("organisationsform", form, 0, 0) for form in self.forms]
        said += [Entity("betrag", str(self.amount_eur), 0, 0)] if self.amount_eur is not None else []
        return Understanding(read.text, tuple(said), where)


SKIPS = frozenset(
    fold(one)
    for one in (
        "egal", "ist egal", "mir egal", "ist mir egal", "das ist egal", "überspringen", "weiß nicht", "weiß ich nicht",
        "ich weiß nicht", "ich weiß es nicht", "weiß ich noch nicht", "das weiß ich nicht", "das weiß ich noch nicht",
        "noch nicht klar", "noch unklar", "noch offen", "keine ahnung", "k.a", "ka", "keine angabe", "weiter",
        "nächste frage", "möchte ich nicht sagen", "das möchte ich nicht sagen",
    )
)  # fmt: skip
"""Messages that skip a question."""
ENOUGH = frozenset(
    fold(one)
    for one in ("das reicht", "das reicht mir", "reicht", "reicht mir", "genug", "genug gefragt", "keine fragen mehr")
)
"""Messages that end the questions."""
_ANYWHERE = frozenset(
    fold(one) for one in ("bundesweit", "deutschlandweit", "überall", "in ganz deutschland", "ganz deutschland")
)
_STAFF_COSTS = re.compile(
    r"\bpersonal(?:kosten|mittel|stellen?|ausgaben)?\b|\bgeh[aä]lt(?:er|s)?\b|\bl(?:o|ö|oe)hne?\b|\blohnkosten\b|"
    r"\bentwicklungszeit\b|\barbeitszeit\b|\bhauptamtlich\w*",
    re.IGNORECASE,
)
_PEOPLE = {
    "einzelperson": re.compile(r"\bprivat\w*|\ballein\b|\bnur ich\b|\bich selbst\b|\bniemand sonst\b", re.IGNORECASE),
    "initiative": re.compile(r"\bgruppe\b|\bein paar (?:leute|menschen)\b|\bfreund\w*|\bnachbar\w*", re.IGNORECASE),
}
"""Legal forms in the words of people who have none; only as an answer to „Wer stellt den Antrag?“."""
_TELLS_NO_PURPOSE = re.compile(
    r"(?:geld(?:er|es|s)?|foerder(?:ung|ungen|mittel|geld|gelder|gelds|programme?n?|moeglichkeit(?:en)?|t|n|er)?|"
    r"zusch(?:uss|uesse|uessen|usses)|finanz(?:ier(?:t|en|ung|ungen)?|iell\w*|en|mittel|spritze)|mittel|budget|euro|eur|"
    r"such\w*|brauch\w*|benoetig\w*|find\w*|bekomm\w*|krieg\w*|erhalt\w*|beantrag\w*|antraege?n?|programme?n?|"
    r"moeglichkeit(?:en)?|projekte?[ns]?|vorhaben[s]?|ideen?|hilfen?|helf\w*|unterstuetz\w*|toepfe?n?|topf|kosten|"
    r"anzeigen|zeig\w*|ansehen|frag\w*|nenn\w*|ort|region|gegend|bundesland|dorf|stadt|gemeinwohl|soziale?[nrs]?|"
    r"passend\w*|offen\w*|aktuell\w*|informier\w*|informationen|wissen|gern\w*|wuerd\w*|moecht\w*|koenn\w*|sollt\w*|"
    r"doch|eher|lieber|statt|stattdessen|sondern|ungefaehr|circa|ca|etwa|rund|maximal|mindestens|hoechstens|summe|"
    r"umsetz\w*|start(?:en)?|verwirklich\w*|realisier\w*|dringend|schnell|bezahl\w*|zahl\w*|wieviel|woher|sowas|dafuer|"
    r"unser\w*|wuss\w*|tausend|uebernomm\w*|uebernehm\w*|sachkosten|ja|nein|ok|okay|danke|hallo|tschuess|sitz|kommen|liegt|bundesweit|deutschlandweit|deutschland)"
)
"""Words with which people look for money without saying what for."""
_WORD = re.compile(r"[^\W\d_](?:[\w-]*\w)?")


def read_told(text: str, reader: Reader, question: Question | None = None) -> Told:
    """What `text` tells, read as an answer to `question` if one was asked."""
    read = reader.read(text)
    where = reader.places.resolve(text, expected=question is Question.PLACE)
    amount = read.amount_eur
    if amount is None and question is Question.AMOUNT:
        amount = reader.read(f"{text} Euro").amount_eur
    denied = denied_legal_forms(read)
    forms = tuple(form for form in read.organisation_forms if form not in denied)
    if not forms and question is Question.FORM:
        forms = tuple(form for form, words in _PEOPLE.items() if words.search(text))
    people = [words for words in _PEOPLE.values() if question is Question.FORM]
    rest = tuple(_rest(read, where, [_STAFF_COSTS, *people]))
    about = [one for one in (*read.topics, *read.values("zielgruppe")) if one != "finanzierung"]
    return Told(
        text=text.strip(),
        rest=rest,
        has_subject=bool(about),
        purpose=bool(about or rest and question in (None, Question.PURPOSE)),
        where=in_words(where, reader),
        lands=lands_of(where),
        forms=forms,
        amount_eur=amount,
        staff_costs=bool(_STAFF_COSTS.search(text)),
    )


def skips(text: str, question: Question | None) -> bool:
    """Whether `text` says that the person does not want to answer, or that it does not matter."""
    said = _bare(text)
    return said in SKIPS or (question is Question.PLACE and said in _ANYWHERE)


def has_enough(text: str) -> bool:
    """Whether `text` says that enough has been asked."""
    return _bare(text) in ENOUGH


def _bare(text: str) -> str:
    return " ".join(fold(text).strip(" .,:;!?…-").split())


def _rest(read: Understanding, where: Resolution, heard: list[re.Pattern[str]]) -> list[str]:
    spans = [(one.start, one.end) for one in read.entities if one.entity in ("organisationsform", "betrag")]
    spans += [(one.start, one.end) for one in where.mentions]
    spans += [one.span() for words in heard for one in words.finditer(read.text)]
    words = _WORD.findall(_cut(read.text, spans))
    return [word for word in words if plain(word) not in common_words(GERMAN)
            and fold(word) not in common_words(GERMAN) and not _TELLS_NO_PURPOSE.fullmatch(fold(word))]  # fmt: skip


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + " " + text[end:]
    return " ".join(text.split())
