"""Why an answer in a form cannot be taken, each with what helps. One sentence or two, never a reproach."""
from __future__ import annotations

from typing import Any, Mapping

from wording.dates import listed

SENTENCES = {
    "empty": "Darin kann ich nichts lesen. Schreiben Sie bitte ein paar Wörter.",
    "says_nothing": "Daraus kann ich noch keine Antwort machen. Ein kurzer Satz genügt.",
    "insult": (
        "Das nehme ich nicht auf. Wenn es gerade nicht gut läuft, hilft ein Mensch vielleicht besser: Schreiben Sie „Mensch“."
    ),
    "too_long": (
        "Ihr Text hat {length} Zeichen, hier passen {limit} hinein: {over} zu viel. Ich habe ihn aufgehoben. "
        "Schicken Sie eine kürzere Fassung, oder ich übernehme den Anfang."
    ),
    "send_later": "Absenden können Sie am Ende. Vorher brauche ich noch diese Antwort.",
    "no_choice": "Bitte wählen Sie eines davon: {choices}.",
    "yes_or_no": "Bitte antworten Sie mit Ja oder Nein. Ohne ein klares Ja geht es nicht weiter.",
    "confirm_yes_or_no": "Schreiben Sie bitte Ja, wenn alles stimmt, oder was sich ändern soll.",
    "name_missing": "Das habe ich nicht als Namen erkannt. Ein Vorname oder ein erfundener Name genügt.",
    "name_is_number": "Das sieht nach einer Nummer oder Adresse aus. Wie dürfen wir Sie nennen?",
    "name_too_long": "Für den Namen sind {limit} Zeichen Platz. Eine kurze Form genügt.",
    "contact_missing": (
        "Darin finde ich keine Telefonnummer und keine E-Mail-Adresse. Zum Beispiel: 030 23125 412 oder "
        "name@beispiel.de."
    ),
    "no_way_for_answer": (
        "Darin finde ich weder E-Mail-Adresse noch Telefonnummer. Schreiben Sie eine, oder wählen Sie einen der Knöpfe."
    ),
    "phone_missing": "Das sieht nach Datum oder Uhrzeit aus. Bitte nennen Sie eine Telefonnummer mit Vorwahl.",
    "phone_without_area_code": "Bitte schreiben Sie die Nummer mit Vorwahl, also mit 0 oder +49 am Anfang.",
    "phone_too_short": "Diese Telefonnummer ist zu kurz. Bitte schreiben Sie sie mit Vorwahl und vollständig.",
    "phone_too_long": "Diese Telefonnummer hat zu viele Ziffern. Bitte sehen Sie noch einmal nach.",
    "phone_not_own": "Unter dieser Nummer können wir Sie nicht zurückrufen. Bitte nennen Sie Ihre eigene.",
    "mail_incomplete": "Diese E-Mail-Adresse ist nicht vollständig. Sie sieht etwa so aus: name@beispiel.de.",
    "mail_too_long": "Diese E-Mail-Adresse ist länger, als Adressen sein dürfen. Bitte sehen Sie noch einmal nach.",
    "mail_begun": (
        "Das sieht nach einer E-Mail-Adresse aus, gefragt ist hier die Zeit. Schreiben Sie zum Beispiel: werktags ab 16 Uhr. "
        "Die Adresse ändern Sie so: „ändere die Mail“."
    ),
    "case_missing": (
        "Darin finde ich nicht beides, Nummer und Code. Schreiben Sie bitte beides in eine Nachricht. Ist der Code verloren, "
        "schreiben Sie: Code verloren, und die Nummer."
    ),
    "no_slot": (
        "Daraus kann ich keine Zeit lesen. Wählen Sie eine der Zeiten, oder schreiben Sie zum Beispiel: nächste Woche vormittags, "
        "nicht montags oder nach 16 Uhr."
    ),
    "which_slot": "Welche Zeit meinen Sie? Schreiben Sie zum Beispiel: die erste.",
    "place_unnamed": (
        "Welcher Ort ist das? Schreiben Sie bitte den Namen. Sie möchten keinen nennen? Schreiben Sie: überspringen."
    ),
    "phone_for_call": "Für ein Gespräch am Telefon brauche ich eine Telefonnummer mit Vorwahl.",
    "time_missing": "Das habe ich nicht als Zeit erkannt. Schreiben Sie zum Beispiel: werktags ab 16 Uhr.",
    "time_is_past": "Dieser Tag ist schon vorbei. Wann passt es Ihnen in den nächsten Tagen?",
}
"""Key of a refusal → the sentence, with the gaps that the refusal fills."""


def refusal_in_words(key: str, about: Mapping[str, Any]) -> str:
    """The sentence for a refusal; raises KeyError for one that nobody has put into words."""
    told = {name: listed(value, "oder") if isinstance(value, (list, tuple)) else value for name, value in about.items()}
    return SENTENCES[key].format(**told)
