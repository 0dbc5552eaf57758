"""Around reports: one that is told while another form is open, and what fits it behind the receipt."""
from __future__ import annotations

from typing import Sequence

from knowledge.schema import Record
from wording import concern_form, obstacle_form
from wording.form_buttons import begin_button
from wording.needs import NEED_OF_KIND, record_button, shortened
from wording.reply import Button, Reply

_TITLES = {obstacle_form.FORM: obstacle_form.TITLE, concern_form.FORM: concern_form.TITLE}


def after_this_form(form: str, told: str) -> Reply:
    """A report is told while another form waits for its answer."""
    return Reply(
        "Das gehört an die Stelle, und ich nehme es gern auf. Hier ist noch ein anderes Formular offen. Mit dem Knopf beginnt "
        "die Meldung, das Offene bleibt aufgehoben.",
        outcome="REPORT_OFFERED",
        buttons=(begin_button(form, _TITLES[form], told),),
    )


def fitting_records(records: Sequence[Record]) -> tuple[str, tuple[Button, ...]]:
    """What is said behind the receipt of a report, and the buttons that open the records; empty if none fits."""
    if not records:
        return "", ()
    names = {"rechtliche_huerden": "Die Regel dazu", "fallbeispiele": "So ging es anderswo"}
    buttons = tuple(
        record_button(NEED_OF_KIND[one.kind], one.id, shortened(f"{names[one.kind]}: {one.name}")) for one in records
    )
    return "Vielleicht hilft Ihnen schon jetzt, was in meiner Sammlung steht. Ob es genau passt, sehen Sie selbst:", buttons
