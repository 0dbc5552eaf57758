"""The funding finder in words: its questions with buttons, its lists, and ways to begin without a grant."""
from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Mapping, Sequence

from knowledge.funding_finder import FundingWish, Question
from knowledge.funding_reasons import FundingList
from knowledge.office import OfficeProfile
from knowledge.places import PlaceResolver
from knowledge.schema import Record
from knowledge.search import Outcome
from knowledge.terms import Terms
from knowledge.understanding import Understanding
from wording.cards import NO_LEGAL_ADVICE, short_card
from wording.findings import nothing_found, search_reply, understood
from wording.funding_reasons import ReasonsInWords
from wording.needs import NEED_OF_KIND, need_button, payload, record_button
from wording.places import PlaceNotes
from wording.reply import Button, Link, Reply

NEED = "foerderung"
COMMAND = "finder"
"""The entity with which a button tells the finder what to do: one of the words below, or `SKIP` and a question."""
SKIP = "skip_"
ENOUGH, STAFF, ALL, WITHOUT_MONEY = "genug", "personal", "alle", "ohne_geld"

_FIRST = (
    "Wofür suchen Sie Geld? Schreiben Sie es in wenigen Worten, gern gleich mit Ort, Summe und wer Sie sind. "
    "Was fehlt, frage ich nach. Jede Frage dürfen Sie überspringen."
)
_QUESTIONS = {
    Question.PURPOSE: "Wofür suchen Sie Geld?",
    Question.PLACE: "In welchem Ort oder Bundesland liegt Ihr Vorhaben?",
    Question.FORM: "Wer stellt den Antrag, zum Beispiel ein Verein, eine lose Gruppe oder die Gemeinde?",
    Question.AMOUNT: "Wie viel Geld brauchen Sie ungefähr?",
}
_NOT_UNDERSTOOD = {
    Question.PURPOSE: "Das habe ich nicht verstanden.",
    Question.PLACE: "Diesen Ort kenne ich nicht. Nennen Sie bitte den Landkreis oder das Bundesland.",
    Question.FORM: "Das habe ich nicht als Rechtsform erkannt.",
    Question.AMOUNT: "Das habe ich nicht als Summe erkannt. Schreiben Sie zum Beispiel: 5.000 Euro.",
}
_PURPOSES = {
    "Treffpunkt im Ort": "Treffpunkt und Begegnung im Dorf",
    "Dorfladen": "Dorfladen",
    "Fahren und Mobilität": "Bürgerbus und Mobilität",
    "Kinder und Jugend": "Angebot für Kinder und Jugendliche",
    "Ältere und Pflege": "Angebot für ältere Menschen und Pflege",
}
_FORMS = {
    "Verein": "verein",
    "Gruppe ohne Rechtsform": "initiative",
    "Einzelperson": "einzelperson",
    "Gemeinde oder Stadt": "kommune",
    "Gemeinnützige GmbH": "ggmbh",
}
_AMOUNTS = {"Etwa 1.000 Euro": "1000", "Etwa 5.000 Euro": "5000", "Etwa 20.000 Euro": "20000",
            "Etwa 100.000 Euro": "100000"}  # fmt: skip
_WITHOUT_MONEY = Button("Ohne Fördergeld starten", payload(NEED, {COMMAND: WITHOUT_MONEY}))
_STAFF = Button("Nur was Personal und Entwicklungszeit bezahlt", payload(NEED, {COMMAND: STAFF}))
_ALL = Button("Auch andere Förderungen zeigen", payload(NEED, {COMMAND: ALL}))


def question_reply(
    question: Question, wish: FundingWish, asked: Understanding, terms: Terms, places: PlaceResolver,
    lands: Mapping[str, str], not_understood: bool = False,
) -> Reply:  # fmt: skip
    """One question with its buttons; says what is understood so far. `lands` are offered: names and what they stand for."""
    told = understood(asked, terms, places)
    parts = [
        _NOT_UNDERSTOOD[question] if not_understood else "",
        f"Verstanden: {told}." if told and not not_understood else "",
        _FIRST if question is Question.PURPOSE and not wish.known and not not_understood else _QUESTIONS[question],
    ]
    enough = (_enough_button(),) if wish.known or wish.skipped else ()
    return Reply(
        " ".join(filter(None, parts)),
        outcome="ASKED_FOR_MORE",
        buttons=(*answer_buttons(question, lands), *enough),
    )


def nothing_yet_reply(question: Question, lands: Mapping[str, str], office: OfficeProfile) -> Reply:
    """When nothing is known for the purpose alone: the next question, since much funding is open to many purposes."""
    nothing = nothing_found(office)
    more = f"Manche Förderungen sind nicht auf einen Zweck festgelegt. Danach suche ich gern: {_QUESTIONS[question]}"
    buttons = (*answer_buttons(question, lands), _WITHOUT_MONEY, *nothing.buttons)
    return replace(nothing, text=f"{nothing.text}\n\n{more}", buttons=buttons)


def list_reply(
    found: FundingList, wish: FundingWish, question: Question | None, office: OfficeProfile, terms: Terms,
    places: PlaceResolver, lands: Mapping[str, str], today: date, notes: PlaceNotes = PlaceNotes(),
) -> Reply:  # fmt: skip
    """The funding that was found, each with its reasons, and the question that is still open."""
    if found.result.outcome is Outcome.NOTHING_FOUND:
        nothing = nothing_found(office, found.asked.text)
        return replace(nothing, buttons=(_WITHOUT_MONEY, *nothing.buttons))
    words = ReasonsInWords(terms, places)
    matches = {match.record.id: match for match in found.matches}
    reply = search_reply(
        found.result, found.asked, "foerderung", office, terms, places, today,
        card=lambda record, day: words.card(matches[record.id], day), notes=notes,
    )  # fmt: skip
    *more, next_step = reply.buttons
    if question is not None:
        offered = [*answer_buttons(question, lands), _enough_button()]
    else:
        offered = [_ALL if wish.wants_staff_costs else _STAFF]
    if question is None or not found.something_fits:
        offered.append(_WITHOUT_MONEY)
    parts = [*_honest_words(found, wish), reply.text]
    if question is not None:
        parts.append(f"Damit es genauer passt: {_QUESTIONS[question]}")
    return replace(reply, text="\n\n".join(parts), buttons=(*more, *offered, next_step))


def enough_reply(wish: FundingWish) -> Reply:
    """When nothing is left to ask and the list stands already."""
    return Reply(
        "Gut, dann bleibt es bei diesen Vorschlägen. Wenn sich etwas ändert, schreiben Sie es einfach, "
        "zum Beispiel einen anderen Ort oder eine andere Summe.",
        buttons=(_ALL if wish.wants_staff_costs else _STAFF, _WITHOUT_MONEY,
                 need_button("fallbeispiele", wish.words, "Ähnliche Projekte ansehen")),
    )  # fmt: skip


def without_money_reply(records: Sequence[Record], office: OfficeProfile, today: date) -> Reply:
    """Ways to begin without a grant; they rest on records of several kinds."""
    if not records:
        return nothing_found(office)
    cards = [f"{number}. {short_card(record, today)}" for number, record in enumerate(records, 1)]
    intro = (
        "Viele Vorhaben beginnen ohne Fördergeld: klein anfangen, Menschen gewinnen, Spenden sammeln oder gemeinsam "
        "eine Genossenschaft gründen. Das hilft dabei:"
    )
    about_law = any(record.kind == "rechtliche_huerden" for record in records)
    return Reply(
        "\n\n".join([intro, *cards, *([NO_LEGAL_ADVICE] if about_law else [])]),
        outcome=Outcome.FOUND.value,
        buttons=(
            *(record_button(NEED_OF_KIND[record.kind], record.id, f"Mehr zu {number}")
              for number, record in enumerate(records, 1)),
            need_button("mensch"),
        ),
        links=tuple(Link(f"Quelle: {record.source_title}", record.source_url) for record in records),
        records=tuple(record.id for record in records),
    )  # fmt: skip


def answer_buttons(question: Question, lands: Mapping[str, str]) -> list[Button]:
    """Likely answers, and a way past the question."""
    answers = {
        Question.PURPOSE: _PURPOSES, Question.PLACE: lands, Question.FORM: _FORMS, Question.AMOUNT: _AMOUNTS,
    }[question]  # fmt: skip
    buttons = [Button(title, payload(NEED, {question.value: value})) for title, value in answers.items()]
    return [*buttons, Button("Überspringen", payload(NEED, {COMMAND: SKIP + question.value}))]


def _enough_button() -> Button:
    return Button("Das reicht mir", payload(NEED, {COMMAND: ENOUGH}))


def _honest_words(found: FundingList, wish: FundingWish) -> list[str]:
    """What has to be said before the list if it is not quite what was asked for."""
    if wish.wants_staff_costs and not found.surely_pays_staff:
        return ["Ob eine dieser Förderungen Personal oder Entwicklungszeit bezahlt, wissen wir nicht sicher. "
                "Bitte fragen Sie dort nach."]  # fmt: skip
    if found.result.outcome is Outcome.FOUND and not found.something_fits:
        return ["Ganz passend ist davon keine. Was nicht passt, steht jeweils dabei."]
    return []
