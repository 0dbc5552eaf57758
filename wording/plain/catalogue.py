"""Sentences of the assistant that are too hard for Einfache Sprache, each with the plain ones that take its place.

The key is the sentence as it stands in `wording`, `{}` for each gap; what fills the gaps fills those of the plain ones
(`str.format`). A test finds every sentence of `wording` that breaks the limits and stands neither here nor in a module of
EXEMPT, and every key that no module says.

Plain sentences on several lines end theirs: what is said after them begins a new one.
"""
from __future__ import annotations

CATALOGUE = {
    # sessions
    "Zum Beispiel: nächste Woche vormittags, nicht montags, nach 16 Uhr oder am 3. Dezember um halb drei.":
        "Zum Beispiel: nächste Woche vormittags.\nOder: nicht montags.\nOder: nach 16 Uhr.",
    "Zum Beispiel: ein Eingang ohne Stufen, Gebärdensprache, Einfache Sprache, mitschreiben, mehr Zeit.":
        "Zum Beispiel: ein Eingang ohne Stufen.\nOder Gebärdensprache.\nOder mehr Zeit.",
    "Einen Termin bekommen Sie auch am Telefon: {} ({}).":
        "Einen Termin bekommen Sie auch am Telefon: {0}.\nZeiten am Telefon: {1}",
    "Vielleicht weiß die Stelle einen anderen Weg: {} ({}).":
        "Vielleicht weiß die Stelle einen anderen Weg.\nTelefon: {0}\nZeiten am Telefon: {1}",
    "Bitte rufen Sie die {} an, sie klärt das mit Ihnen: {} ({}).":
        "Bitte rufen Sie die {0} an.\nTelefon: {1}\nZeiten am Telefon: {2}",
    "Einen Beratungstermin vereinbaren Sie hier im Chat: Sie sagen, worum es geht und wann es Ihnen passt, und ich zeige Ihnen freie "
    "Zeiten.":
        "Einen Termin machen Sie hier aus.\nSie sagen, worum es geht.\nSie sagen auch, wann es passt.\nIch zeige Ihnen freie Zeiten.",
    "Das sagt Ihnen die {}: {} ({}).": "Das sagt Ihnen die {0}.\nTelefon: {1}\nZeiten am Telefon: {2}",
    "Zu Ihrem Wunsch ({}) ist nichts frei.": "Sie möchten: {}\nDa ist nichts frei.",
    "Zu Ihrem Wunsch ({}) sind diese Zeiten frei.": "Sie möchten: {}\nDiese Zeiten sind frei.",
    "Für diese Adresse oder aus diesem Gespräch sind schon so viele Termine vereinbart, wie möglich sind.":
        "Sie haben schon viele Termine.\nMehr sind nicht möglich.",
    "Bitte sagen Sie einen ab, oder rufen Sie an: {} ({}).":
        "Bitte sagen Sie einen Termin ab.\nOder rufen Sie an: {0}.\nZeiten am Telefon: {1}",
    "Wie sind Nummer und Code Ihres Termins?": "Wie ist die Nummer von Ihrem Termin?\nUnd wie ist der Code?",
    "Beides steht in der Bestätigung Ihres Termins.": "Beides steht in der Bestätigung von Ihrem Termin.",
    "Zu einem Termin brauche ich Nummer und Code zusammen, in einer Nachricht: {} und dahinter der Code.":
        "Ich brauche die Nummer und den Code.\nSchreiben Sie beides in eine Nachricht.\nZuerst die Nummer: {}.\nDann den Code.",
    "Wählen Sie eine der Zeiten, oder schreiben Sie zum Beispiel: nächste Woche vormittags, nicht montags oder nach 16 Uhr.":
        "Wählen Sie eine der Zeiten.\nOder schreiben Sie zum Beispiel: nächste Woche vormittags.",
    # findings, places
    "Wofür suchen Sie Geld, in welchem Ort oder Bundesland, und wer sind Sie (zum Beispiel ein Verein)?":
        "Wofür suchen Sie Geld?\nIn welchem Ort?\nWer sind Sie?\nSind Sie zum Beispiel ein Verein?",
    "Für Ihre Gegend ({}) habe ich nichts gefunden.": "Sie suchen: {}\nFür diese Gegend habe ich nichts gefunden.",
    "Fragen Sie bitte die {}: Telefon {} ({}) oder E-Mail {}.":
        "Fragen Sie bitte die {0}.\nTelefon: {1}\nE-Mail: {3}\nZeiten am Telefon: {2}",
    "Ein Mensch kann Ihnen sicher weiterhelfen: {}, Telefon {} ({}).":
        "Ein Mensch kann Ihnen sicher helfen.\nRufen Sie die {0} an.\nTelefon: {1}\nZeiten am Telefon: {2}",
    # funding finder
    "Schreiben Sie es in wenigen Worten, gern gleich mit Ort, Summe und wer Sie sind.":
        "Schreiben Sie es in wenigen Worten.\nSchreiben Sie auch den Ort dazu.\nUnd wie viel Geld brauchen Sie?",
    "Viele Vorhaben beginnen ohne Fördergeld: klein anfangen, Menschen gewinnen, Spenden sammeln oder gemeinsam eine "
    "Genossenschaft gründen.":
        "Viele Ideen beginnen ohne Geld vom Amt.\nFangen Sie klein an.\nFinden Sie Menschen, die mitmachen.\n"
        "Sammeln Sie Spenden.",
    "Wenn sich etwas ändert, schreiben Sie es einfach, zum Beispiel einen anderen Ort oder eine andere Summe.":
        "Vielleicht ändert sich etwas.\nZum Beispiel der Ort oder die Summe.\nDann schreiben Sie es einfach.",
    # forms
    "Sie können jederzeit zurück, überspringen, später weitermachen, abbrechen oder alles zeigen lassen.":
        "Sie können immer „zurück“ oder „später“ schreiben.\nMit „überspringen“ lassen Sie eine Frage aus.\n"
        "Mit „abbrechen“ hören Sie auf.",
    "Wenn es gerade nicht klappt: Schreiben Sie „hilfe“, „später“ oder dass Sie mit einem Menschen sprechen möchten.":
        "Klappt es gerade nicht?\nSchreiben Sie „hilfe“ oder „später“.\nOder sprechen Sie mit einem Menschen.",
    "Gut, wir machen Pause ({}).": "Gut, wir machen Pause.\nSie waren hier: {}.",
    "Schreiben Sie bitte Ja, wenn alles stimmt, oder was sich ändern soll.":
        "Stimmt alles?\nDann schreiben Sie bitte Ja.\nSoll sich etwas ändern?\nDann schreiben Sie, was.",
    "Der Name steht auf dem Zettel für den Rückruf, damit wir wissen, nach wem wir fragen.":
        "Der Name steht auf dem Zettel für den Rückruf.\nWir fragen dann nach Ihnen.",
    "Schreiben Sie es, wie Sie es sagen würden: werktags ab 16 Uhr, Dienstag vormittag oder jederzeit.":
        "Schreiben Sie es mit Ihren Worten.\nZum Beispiel: Dienstag vormittag.",
    "Darf die {} für diesen Rückruf speichern, was Sie dazu angeben:":
        "Es geht um Ihre Erlaubnis.\nWir möchten Ihre Angaben speichern.\nSie dürfen auch Nein sagen.\n"
        "Das ist der genaue Text dazu:\n"
        "Darf die {} für diesen Rückruf speichern, was Sie dazu angeben:",
    "Schreiben Sie Nummer, Code und das Neue zusammen, zum Beispiel: {}, Ihr Code, neue Nummer 030 23125 412.":
        "Schreiben Sie alles zusammen in eine Nachricht.\nZum Beispiel so: {0}, Ihr Code, 030 23125 412.",
    " (freiwillig)": ". Sie müssen nicht antworten",
    "Bitte versuchen Sie es in einigen Minuten noch einmal oder rufen Sie an: {} ({}).":
        "Bitte versuchen Sie es in einigen Minuten noch einmal.\nOder rufen Sie an: {0}.\nZeiten am Telefon: {1}",
    "Wenn es eilt, rufen Sie bitte selbst an: {} ({}).":
        "Haben Sie es eilig?\nDann rufen Sie bitte an: {0}.\nZeiten am Telefon: {1}",
    "Wenn es eilt, rufen Sie bitte an: {} ({}).":
        "Haben Sie es eilig?\nDann rufen Sie bitte an: {0}.\nZeiten am Telefon: {1}",
    "Schreiben Sie Nummer, Code und das Neue zusammen, zum Beispiel: {}, Ihr Code, neue Frage: und dann Ihre Frage.":
        "Schreiben Sie alles zusammen in eine Nachricht.\nZuerst die Nummer: {0}.\nDann Ihren Code.\n"
        "Dann die Worte „neue Frage:“ und Ihre Frage.",
    "Sie können auch selbst anrufen: {} ({}).": "Sie können auch selbst anrufen: {0}.\nZeiten am Telefon: {1}",
    # ideas
    "Darf die {} speichern, was Sie zu Ihrer Idee angeben, um sie zu prüfen und Ihnen zu antworten, auch mit Mails, wenn Sie eine "
    "Adresse angeben?":
        "Es geht um Ihre Erlaubnis.\nWir möchten Ihre Idee speichern.\nDann können Menschen sie lesen und Ihnen antworten.\n"
        "Sie dürfen auch Nein sagen.\nSagen Sie Nein?\nDann speichern wir nichts.\nDas ist der genaue Text dazu:\n"
        "Darf die {} speichern, was Sie zu Ihrer Idee angeben, um sie zu prüfen und Ihnen zu antworten, auch mit Mails, wenn Sie "
        "eine Adresse angeben?",
    "Darf die {} Ihre Angaben außerdem auswerten, um zu sehen, was viele Menschen behindert?":
        "Wir möchten noch etwas wissen.\nWir möchten aus vielen Ideen lernen.\nZum Beispiel: Was ist für viele schwer?\n"
        "Das ist freiwillig.\nSie dürfen auch hier Nein sagen.\nDas ist der genaue Text dazu:\n"
        "Darf die {} Ihre Angaben außerdem auswerten, um zu sehen, was viele Menschen behindert?",
    "Erzählen Sie bitte von Ihrer Idee: Was ist das Problem, was haben Sie vor, für wen und wo?":
        "Erzählen Sie bitte von Ihrer Idee.\nWas ist das Problem?\nWas haben Sie vor?\nFür wen ist es, und wo?",
    "Ein Satz genügt: Was fehlt, was stört, für wen ist es schwierig?": "Ein Satz genügt.\nWas fehlt?\nWas stört?",
    "Zum Beispiel Geld, Rat, Partner, eine Genehmigung, Räume oder Menschen, die mitmachen.":
        "Zum Beispiel Geld oder Rat.\nOder Menschen, die mitmachen.",
    "Zum Beispiel Sie allein, eine Gruppe, ein Verein, eine Gemeinde.": "Sie allein?\nEine Gruppe?\nOder ein Verein?",
    "Sie können Ihre Idee auch so erzählen: {} ({}).":
        "Sie können Ihre Idee auch am Telefon erzählen: {0}.\nZeiten am Telefon: {1}",
    "Sie erzählen sie in Ihren Worten, ich frage höchstens zweimal nach und zeige Ihnen alles, bevor es an die {} geht.":
        "Sie erzählen mir Ihre Idee.\nIch frage höchstens zweimal nach.\nDann zeige ich Ihnen alles.\n"
        "Erst danach geht es an die {}.",
    "Danach bekommen Sie eine Nummer und einen Code, mit denen Sie nachsehen, ändern oder zurückziehen können.":
        "Danach bekommen Sie eine Nummer und einen Code.\nDamit können Sie nachsehen oder etwas ändern.",
    "Mit Nummer und Code sehen Sie hier den Stand, ändern Ihre Angaben, antworten der Stelle oder ziehen die Idee zurück.":
        "Mit Nummer und Code können Sie hier nachsehen.\nSie können auch etwas ändern.\n"
        "Oder Sie ziehen die Idee zurück.",
    "Ob Ihre Idee ausgewählt wird, entscheidet die Stelle; versprechen kann ich es nicht.":
        "Die Stelle entscheidet über Ihre Idee.\nIch kann Ihnen nichts versprechen.",
    "Schreiben Sie Nummer, Code und das Neue zusammen, zum Beispiel: {}, Ihr Code, neuer Titel: und dann den Titel.":
        "Schreiben Sie alles zusammen in eine Nachricht.\nZuerst die Nummer: {0}.\nDann Ihren Code.\n"
        "Dann die Worte „neuer Titel:“ und den Titel.",
    "So ändern Sie auch Idee, Problem, Zielgruppe, Ort, Stand, Rechtsform, Bedarf und Namen.":
        "So ändern Sie auch alles andere.\nZum Beispiel den Ort.",
    "Gehört zu {} eine bestätigte E-Mail-Adresse, dann schicke ich dorthin einen Link, der einen neuen Code macht.":
        "Vielleicht gehört zu {} eine bestätigte E-Mail-Adresse.\nDann schicke ich einen Link dorthin.\n"
        "Mit dem Link bekommen Sie einen neuen Code.",
    "Kommt nichts an, hilft die Stelle: {} ({}).": "Kommt nichts an?\nDann rufen Sie an: {0}.\nZeiten am Telefon: {1}",
    # help, feedback, data protection
    "Ich suche Förderungen, Regeln, Anlaufstellen, Beispiele, Vorgehen und Veranstaltungen heraus.":
        "Ich suche für Sie Förderungen, Regeln und Anlaufstellen.\nIch suche auch Beispiele, Methoden und Veranstaltungen.",
    "Ein Mensch kann besser nachfragen als ich: {}, Telefon {} ({}) oder E-Mail {}.":
        "Ein Mensch kann besser nachfragen als ich.\nFragen Sie bitte die {0}.\nTelefon: {1}\nE-Mail: {3}\n"
        "Zeiten am Telefon: {2}",
    "Oder sprechen Sie mit einem Menschen: {}, Telefon {} ({}).":
        "Oder sprechen Sie mit einem Menschen.\nRufen Sie die {0} an.\nTelefon: {1}\nZeiten am Telefon: {2}",
    "Wer Angaben erhält, auf welcher Grundlage und welche Rechte Sie haben, steht auf der Seite „Datenschutz“.":
        "Antworten finden Sie auf der Seite „Datenschutz“.\nWer bekommt Angaben?\nWarum ist das erlaubt?\n"
        "Welche Rechte haben Sie?",
    # remember list
    "Gespeichert werden nur die Einträge und der Zeitpunkt, unter der zufälligen Kennung dieses Gesprächs und ohne Ihren "
    "Namen.":
        "Ich speichere nur die Einträge und die Zeit.\nIhr Name steht nicht dabei.",
    "Die Seite zum Ausdrucken und die PDF-Datei lassen sich von hier aus zwei Stunden lang öffnen.":
        "Die Liste können Sie ausdrucken.\nDie Links dafür gehen zwei Stunden lang.",
    "Unter jedem Eintrag, den ich Ihnen zeige, steht ein Knopf zum Merken.":
        "Unter jedem Eintrag steht ein Knopf zum Merken.",
    "Auf dem anderen Gerät öffnen Sie den Ideenlotsen, wählen unten „Merkliste“ und geben den Code ein.":
        "Öffnen Sie den Ideenlotsen auf dem anderen Gerät.\nWählen Sie unten „Merkliste“.\nGeben Sie dort den Code ein.",
}  # fmt: skip
EXEMPT = {
    "consent.py": "what somebody agrees to stays word for word",
    "adviser_entry.py": "for staff",
    "advisory_list.py": "for staff",
    "misplaced.py": "for staff",
    "calendar_list.py": "for staff",
    "callback_list.py": "for staff",
    "feedback_list.py": "for staff",
    "figures.py": "for staff",
    "matter_list.py": "for staff",
    "outbox_list.py": "for staff",
    "privacy_report.py": "for staff",
    "transcript.py": "for staff",
    "mails/callback.py": "a mail",
    "mails/confirmation.py": "a mail",
    "mails/frame.py": "a mail",
    "mails/pages.py": "pages behind the links of a mail",
    "mails/code_page.py": "a page behind the link of a mail",
    "mails/matters.py": "mails",
    "idea_list.py": "for staff",
    "digest.py": "for staff",
    "privacy_page.py": "a page that names articles of law",
    "printing.py": "a file",
    "calendar.py": "a file",
    "calendar_lines.py": "a file",
    "session_calendar.py": "a file",
    "mails/sessions.py": "mails",
    "mails/advisers.py": "mails to the office",
    "mails/waiting.py": "mails",
    "mails/waiting_page.py": "a page behind the link of a mail",
    "money.py": "sums",
    "cards/sources.py": "names of sources",
}
"""Modules that `plainly` leaves as they are, by their path in `wording`, and why."""
