"""Answers to what is said beside any question: no promise is made, and there are ways without a telephone."""
from __future__ import annotations

from knowledge.office import OfficeProfile
from wording.form_buttons import begin_button
from wording.needs import need_button
from wording.published_ideas import PAGE, TITLE
from wording.reply import Link, Reply
from wording.small_talk import PLAIN_BUTTON

NOTHING_PROMISED = "NOTHING_PROMISED"
_CALL = begin_button("rueckruf", "Um einen Rückruf bitten")


def nothing_promised(office: OfficeProfile) -> Reply:
    """„Garantieren Sie mir, dass …“, „kriegen wir sicher Geld?“"""
    return Reply(
        "Das kann ich nicht versprechen. Über Geld entscheidet der Geldgeber. Bei Erlaubnissen entscheidet das Amt. "
        f"Wann jemand antwortet, entscheidet die {office.name}. Ich suche nur heraus, was passen kann.",
        outcome=NOTHING_PROMISED,
        buttons=(need_button("foerderung"), need_button("mensch")),
    )


def without_telephone(office: OfficeProfile) -> Reply:
    """„Ich kann nicht telefonieren“"""
    return Reply(
        f"Sie müssen nicht telefonieren. Schreiben Sie der {office.name} eine E-Mail: {office.email}. Oder bitten Sie "
        "hier um einen Rückruf. Geben Sie dann Ihre E-Mail-Adresse an.",
        buttons=(_CALL,),
    )


def number_of_office(office: OfficeProfile) -> Reply:
    """„Haben Sie eine Nummer, unter der ich jemanden erreiche?“"""
    return Reply(
        f"Menschen erreichen Sie bei der {office.name}.\nTelefon: {office.phone}\n"
        f"Zeiten am Telefon: {'; '.join(office.hours)}\nE-Mail: {office.email}",
        buttons=(_CALL,),
    )


def ideas_of_others(office: OfficeProfile) -> Reply:
    """„Welche Ideen gibt es schon?“"""
    return Reply(
        f"Die {office.name} hat Ideen ausgewählt. Sie stehen auf der Seite „{TITLE}“. Wer dahinter steht, verrät "
        "die Seite nicht. "
        "Was anderswo schon läuft, suche ich hier. Schreiben Sie dazu das Thema, zum Beispiel Dorfladen.",
        outcome="IDEAS_OF_OTHERS",
        links=(Link(TITLE, PAGE),),
        buttons=(need_button("fallbeispiele"), need_button("idee_einreichen")),
    )


def what_is_unclear(office: OfficeProfile, is_plain: bool) -> Reply:
    """„Ich verstehe das nicht“"""
    easier = "" if is_plain else "Ich kann auch einfacher schreiben. "
    return Reply(
        f"Welches Wort ist unklar? Schreiben Sie es mir. {easier}Oder fragen Sie einen Menschen: {office.phone}.",
        outcome="NOTHING_TO_STEER",
        buttons=(*(() if is_plain else (PLAIN_BUTTON,)), need_button("mensch")),
    )
