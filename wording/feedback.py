"""Feedback in the conversation: its buttons, and what is said to it."""
from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Sequence, Union

from knowledge.office import OfficeProfile
from knowledge.schema import Record
from office.feedback import DAYS_KEPT, Reason
from wording.cards import NO_LEGAL_ADVICE, short_card
from wording.form_buttons import begin_button
from wording.links import source_link
from wording.needs import NEED_OF_KIND, TITLES, need_button, payload, record_button, shortened
from wording.opened import PLAIN
from wording.question_form import leave_button
from wording.reply import COURTESY, Button, Reply

INTENT, ENTITY = "rueckmeldung", "bewertung"
"""What Rasa calls it. It is no need: only buttons lead to it. `/rueckmeldung{"bewertung":"7.unhelpful"}` rates answer 7."""

OTHERS_SHOWN = "OTHERS_SHOWN"
"""The outcome of another try that shows records; like every answer it can be rated."""
HELPFUL, REASON_ASKED, WORDS_ASKED = "FEEDBACK_HELPFUL", "FEEDBACK_REASON_ASKED", "FEEDBACK_WORDS_ASKED"
PLACE_ASKED, KEPT, NEEDS_OFFERED = "FEEDBACK_PLACE_ASKED", "FEEDBACK_KEPT", "FEEDBACK_NEEDS_OFFERED"
TO_HUMAN = "FEEDBACK_TO_HUMAN"
PASSED_OVER = frozenset({HELPFUL, REASON_ASKED, WORDS_ASKED, PLACE_ASKED, KEPT, NEEDS_OFFERED, COURTESY})
"""Outcomes that „das war falsch“ is not about, but what was said before them."""

REASONS = {
    Reason.NOT_FITTING: "Passt nicht zu meiner Frage",
    Reason.OUTDATED: "Veraltet",
    Reason.WRONG_PLACE: "Falscher Ort",
    Reason.HARD_TO_UNDERSTAND: "Zu schwer zu verstehen",
    Reason.OTHER: "Etwas anderes",
}
_MOST_NEEDS = 3
_USUAL_NEEDS = ("foerderung", "kontakt", "rechtliche_huerde")
_NOTED = "Danke, das ist vermerkt."


class Press(str, Enum):
    """What a button says beside a Reason."""

    HELPFUL = "helpful"
    UNHELPFUL = "unhelpful"
    SKIP = "skip"


def rating_payload(number: int, what: Union[Press, Reason]) -> str:
    """What a button about the answer with this number sends."""
    return payload(INTENT, {ENTITY: f"{number}.{what.value}"})


def read_press(told: str) -> tuple[int, Union[Press, Reason]] | None:
    """Number of the answer and what was pressed, from the entity of a button; None if it is none of ours."""
    number, _, what = told.partition(".")
    known: dict[str, Union[Press, Reason]] = {one.value: one for kind in (Press, Reason) for one in kind}
    return (int(number), known[what]) if number.isdecimal() and what in known else None


def thanks() -> Reply:
    """After „hilfreich“."""
    return Reply("Danke für die Rückmeldung.", outcome=HELPFUL)


def already_kept() -> Reply:
    """The same rating once more."""
    return Reply("Das ist schon vermerkt.", outcome=KEPT)


def others_shown(records: Sequence[Record], today: date) -> Reply:
    """Another try: the next best records, which were not shown yet."""
    cards = [f"{number}. {short_card(record, today)}" for number, record in enumerate(records, 1)]
    about_law = any(record.kind == "rechtliche_huerden" for record in records)
    first = "Dann versuche ich es anders. Das hatte ich noch nicht gezeigt:"
    openers = (
        record_button(NEED_OF_KIND[record.kind], record.id, f"Mehr zu {number}: {shortened(record.name)}")
        for number, record in enumerate(records, 1)
    )
    return Reply(
        "\n\n".join([first, *cards, *([NO_LEGAL_ADVICE] if about_law else [])]),
        outcome=OTHERS_SHOWN,
        buttons=(*openers, leave_button(), need_button("mensch")),
        links=tuple(source_link(record) for record in records),
        records=tuple(record.id for record in records),
    )


def needs_offered(likely: Sequence[str], question: str, but: str) -> Reply:
    """Another try where there is nothing else to show: the needs that come nearest, `but` not the one that was served.

    They carry the question.
    """
    near = dict.fromkeys([*likely, *_USUAL_NEEDS])
    offered = [need for need in near if need in TITLES and need not in (but, "mensch")]
    return Reply(
        "Dann habe ich Sie vielleicht falsch verstanden. Etwas anderes Passendes kenne ich dazu nicht. Suchen Sie etwas "
        "davon? Sie können es auch mit anderen Worten schreiben.",
        outcome=NEEDS_OFFERED,
        buttons=(
            *(need_button(need, question) for need in offered[:_MOST_NEEDS]),
            leave_button(question), need_button("mensch"),
        ),  # fmt: skip
    )


def reason_asked(number: int) -> Reply:
    """Behind another try: why the answer did not help, if one likes to say so."""
    return Reply(
        "Was hat an der Antwort davor nicht gepasst? Die Angabe ist freiwillig. Sie wird mit Ihrer Frage höchstens "
        f"{DAYS_KEPT} Tage gespeichert. Namen und Nummern schwärze ich vorher, soweit ich sie erkenne.",
        outcome=REASON_ASKED,
        buttons=tuple(Button(title, rating_payload(number, reason)) for reason, title in REASONS.items()),
    )


def to_human(office: OfficeProfile) -> Reply:
    """The second time in a row that it did not help."""
    return Reply(
        f"Das hat wieder nicht geholfen. Ein Mensch kann besser nachfragen als ich: {office.name}, Telefon {office.phone} "
        f"({'; '.join(office.hours)}) oder E-Mail {office.email}. Ist gerade niemand da, können Sie um einen Rückruf "
        "bitten.",
        outcome=TO_HUMAN,
        buttons=(begin_button("rueckruf", "Um einen Rückruf bitten"), leave_button()),
    )


def reason_kept(reason: Reason, number: int, office: OfficeProfile, plain: Record | None) -> Reply:
    """After a reason was chosen: how it may go on. `plain` is a record of the answer that has a text in plain language."""
    if reason is Reason.OTHER:
        skip = Button("Nichts weiter", rating_payload(number, Press.SKIP))
        return Reply("Schreiben Sie es gern in Ihren Worten. Ein Satz genügt.", outcome=WORDS_ASKED, buttons=(skip,))
    if reason is Reason.WRONG_PLACE:
        return Reply(f"{_NOTED} Welcher Ort oder welches Bundesland ist richtig?", outcome=PLACE_ASKED)
    if reason is Reason.OUTDATED:
        told = f"Ob etwas noch gilt, erfahren Sie bei der angegebenen Quelle oder bei uns: Telefon {office.phone}."
        return Reply(f"{_NOTED} {told}", outcome=KEPT)
    if reason is Reason.HARD_TO_UNDERSTAND and plain is not None:
        button = record_button(NEED_OF_KIND[plain.kind], plain.id, "In Einfacher Sprache", PLAIN)
        return Reply(f"{_NOTED} Es gibt den Eintrag auch in Einfacher Sprache.", outcome=KEPT, buttons=(button,))
    if reason is Reason.HARD_TO_UNDERSTAND:
        told = f"Am Telefon können Sie sich das erklären lassen: {office.name}, {office.phone}."
        return Reply(f"{_NOTED} {told}", outcome=KEPT)
    return Reply(f"{_NOTED} Schreiben Sie gern genauer, was Sie suchen. Am besten mit Ort und Vorhaben.", outcome=KEPT)


def words_kept() -> Reply:
    """After a reason in own words."""
    return Reply(
        f"{_NOTED} Fragen Sie gern weiter, oder sprechen Sie mit einem Menschen.",
        outcome=KEPT,
        buttons=(need_button("mensch"),),
    )


def skipped() -> Reply:
    """No reason is given."""
    return Reply("Gut, dann lassen wir das so. Sie können einfach weiterschreiben.", outcome=KEPT)


def say_it_again(office: OfficeProfile) -> Reply:
    """„Das war falsch“ where there is no answer that it could be about, or where a human was named already."""
    return Reply(
        "Beschreiben Sie es bitte noch einmal mit anderen Worten, am besten mit Ort und Vorhaben. Oder sprechen Sie mit "
        f"einem Menschen: {office.name}, Telefon {office.phone} ({'; '.join(office.hours)}).",
        outcome=COURTESY,
        buttons=(need_button("mensch"),),
    )


def nothing_to_rate() -> Reply:
    """„Das war hilfreich“ where there is no answer that it could be about."""
    return Reply("Gut. Wenn Sie noch etwas wissen möchten, schreiben Sie einfach weiter.", outcome=COURTESY)


def not_rateable() -> Reply:
    """The answer is no longer there, or was never one to be rated."""
    return Reply("Diese Antwort lässt sich nicht mehr bewerten.", outcome=KEPT)


def feedback_unavailable(office: OfficeProfile) -> Reply:
    """When the database is away."""
    return Reply(
        "Ihre Rückmeldung konnte ich gerade nicht speichern. Bitte versuchen Sie es in einigen Minuten noch einmal. Wenn "
        f"Sie Hilfe brauchen: {office.name}, Telefon {office.phone}.",
        outcome="TECHNICAL_PROBLEM",
    )
