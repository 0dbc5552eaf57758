"""The form for a call back: its data, its consent, what it hands on."""
from __future__ import annotations

from conversation.commands import part_names
from conversation.forms.callback import CONSENT_VERSION, plain_values
from conversation.forms.model import Outcome
from conversation.forms.replies import reply_to
from tests.conversation.forms.forms_setup import FORMS, NOW, OFFICE, after, stored

FORM = FORMS["rueckruf"]


def test_what_is_handed_on_is_plain():
    turn = after(FORM, "ja", "Petra Lustig", "0171 5556677", "morgen ab 16 Uhr", "Bürgerbus", "ja")
    assert turn.outcome is Outcome.COMPLETED and turn.is_over
    assert plain_values(turn.values) == {
        "name": "Petra Lustig", "phone": "0171 5556677", "mail": None, "best_time": "morgen ab 16 Uhr",
        "best_time_understood": ("2026-11-25", "16:00/24:00"), "subject": "Bürgerbus",
        "consent_version": CONSENT_VERSION, "consent_at": NOW,
    }  # fmt: skip
    assert plain_values(stored(turn.state).values) == plain_values(turn.values)


def test_without_a_subject_and_with_a_mail_address():
    turn = after(FORM, "ja", "Waldfee", "petra@lustig.example", "egal", "überspringen", "ja")
    told = plain_values(turn.values)
    assert (told["name"], told["phone"], told["mail"], told["subject"]) == ("Waldfee", None, "petra@lustig.example", None)
    assert told["best_time_understood"] == ()


def test_a_refusal_is_polite_keeps_nothing_and_names_other_ways():
    turn = after(FORM, "nein", opening="Rückruf unter 0171 5556677")
    assert turn.outcome is Outcome.DECLINED and turn.is_over
    assert "5556677" not in str(turn.state.to_dict())
    text = reply_to(FORM, turn, OFFICE).text
    assert OFFICE.phone in text and OFFICE.email in text and "speichere ich nichts" in text


def test_what_is_cancelled_is_gone():
    turn = after(FORM, "ja", "Petra Lustig", "0171 5556677", "abbrechen", "ja")
    assert turn.outcome is Outcome.CANCELLED
    assert "5556677" not in str(turn.state.to_dict()) and "Petra" not in str(turn.state.to_dict())


def test_the_consent_says_who_what_for_and_how_to_take_it_back():
    question = FORM.fields[0].question
    assert OFFICE.name in question and OFFICE.privacy_contact.email in question and "zurücknehmen" in question
    assert [one.title for one in FORM.fields[0].choices] == ["Ja, ich stimme zu", "Nein, lieber nicht"]


def test_every_part_can_be_changed_by_its_names():
    for form in FORMS.values():
        names = [name for field in form.fields for name in field.names]
        assert len(set(names)) == len(names) and set(names) <= part_names()
        assert all(field.names for field in form.fields)
