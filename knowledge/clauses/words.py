"""The words by which German begins another clause. All lists are read without regard to case, umlauts and slips."""
from __future__ import annotations

from knowledge.spelling.known_words import KnownWords, words

JOINING = words("und oder aber sowie plus u & ond un sondern bzw")
"""Words that join clauses as well as nouns: a cut needs more evidence behind them."""
OR = words("oder bzw")
FILLERS = words(
    "ähm äh hm öh also halt eben ja so na nun mal noch auch dann da jetzt zwar außerdem zusätzlich übrigens"
    " vielleicht bitte vor allem zweitens drittens viertens deshalb darum drum daher deswegen dafür dazu danach ach"
    " nochmal natürlich eigentlich"
)
"""What may stand between a joining word and the clause it joins."""
CONNECTORS = words(
    "außerdem zusätzlich ansonsten deshalb darum drum daher deswegen dafür dazu danach dann jetzt nun nebenbei ferner"
    " weiterhin zudem desweiteren übrigens"
)
"""Adverbs that begin a main clause when a verb and its subject follow („dafür brauchen wir“)."""
ORDINALS = words("erstens zweitens drittens viertens fünftens übrigens")
PHRASES = (
    ("ach", "ja"), ("ach", "und"), ("ach", "so"), ("noch", "was"), ("noch", "etwas"), ("noch", "eine", "frage"),
    ("noch", "ne", "frage"), ("noch", "eine", "bitte"), ("eine", "weitere", "frage"), ("des", "weiteren"),
    ("zum", "anderen"), ("noch", "eins"),
)  # fmt: skip
"""Phrases that announce another request."""
FIRST_OF_PHRASES = frozenset(phrase[0] for phrase in PHRASES)
NO_PHRASE = ("und", "zwar")
"""This announces nothing but more of the same."""
ASKED_FOR = (
    ("die", "frage"), ("eine", "frage"), ("meine", "frage"), ("bitte", "um"), ("noch", "was"), ("noch", "etwas"),
    ("die", "bitte"), ("zweitens",), ("drittens",),
)  # fmt: skip
"""After a joining word these make it a request („sowie die Frage, ob“)."""

QUESTION = words(
    "wer wie wo was wann warum wieso weshalb welche welcher welches welchen welchem wohin woher wofür womit woran"
    " wozu worauf worum wobei wem wen wieviel wieviele wia wi wat wodurch"
)
OPEN_QUESTION = words("welche welcher welches welchen welchem wieviel wieviele")
"""Question words with which other words may stand before the verb („welche Fristen gelten“)."""
DEGREES = words("viel viele lange lang hoch teuer oft weit groß gut schnell alt genau für")
"""Behind „wie“ and „was“ these do the same („wie viele Stunden sind“, „was für Fristen gelten“)."""
INDEFINITE = words("wer was wem wen wat")
"""Question words that also mean „jemand“ and „etwas“."""
BEFORE_INDEFINITE = words("sich mal schon ihnen man ihr er ich wir dir euch mir noch so da irgendwo")
BEFORE_QUESTION = words("an von mit bei für bis ab seit auf unter zu in nach")
"""Prepositions that may stand before a question word („an wen“)."""
ALMOST = words("noch so etwas alles nichts vieles irgend als genauso genau egal das jemand jeder jede alle")
"""After these a question word is none („noch was“, „alles was“, „so wie“)."""
ASKING = words(
    "sagen sage sag wissen weiß wüsste wüssten weis fragen frage gefragt verraten erklären erklär zeigen interessiert"
    " interessieren überlegen überlege egal ahnung erfahren mitteilen beschreiben klar unklar klären sicher"
    " herausfinden nennen rausfinden überlegt gehört gewusst suche verstehen verstehe sehen gesehen schauen gucken"
)
"""With one of these before it, a question word begins a subordinate clause of what is asked."""
THINKING = words(
    "glaube glauben denke denken finde finden meine meinen hoffe hoffen weiß schätze vermute sage sagt sagen meint"
    " ist wäre heißt dachte fürchte möchte glaub denk find mein gedacht dacht gedenkt überlegt gehört meinte gesagt"
)
"""A main clause right behind these is what is thought („ich glaube, wir brauchen …“)."""
SUBORDINATING = words(
    "wenn weil da damit ob falls sobald solange obwohl nachdem bevor dass als je indem sofern soweit sodass während"
    " bis wia"
)
RELATIVE = words("der die das den dem deren dessen denen")

SUBJECTS = words("ich wir man ihr sie es du mir mer mr ma i jemand das des")
SPEAKERS = words("ich wir mir mer mr i")
"""Who asks; „mir“ and „mer“ are „wir“ in half of the country."""
NO_WE_BEFORE = words("ist sagen helfen machen geben fehlt wurde war")
"""Verbs before which „mir“ is no „wir“."""
ADDRESSED = words("ihr sie du")
VERBS = words(
    "kann können könnt könnte könnten kannst darf dürfen dürft muss müssen müsst müsste müssten muß soll sollen"
    " sollte sollten will wollen wollte wollten wolln möchte möchten würde würden hätte hätten hätt habe hab haben"
    " habt hast hat ham hend ist sind bin seid wäre wär wären sein gibt gibts geben gäbe brauche brauch brauchen"
    " brauchn braucht bräuchte bräuchten suche such suchen sucht suchet weiß wissen wisst weißt wüsste helfen hilft"
    " helft hilfst fördert fördern kennen kennt bekomme bekommen bekommt kriege krieg kriegen kriegt lohnt gilt gelten"
    " haftet zahlt zahlen bezahlt bietet bieten macht machen mache geht gehört heißt kostet kosten läuft finde finden"
    " findet melde melden wende wenden frage fragen erfahre steht stehen kommt kommen plane planen plant benötige"
    " benötigen benötigt dauert stimmt stellt nimmt nehmen wird werden berät beraten unterstützt beantrage gründe"
    " bleibt erreiche anmelden beginnt fängt bitten war waren wurde wurden hatte hatten konnte konnten wollt ko derf"
    " mecht mechat brauchat brauchatn kinna kennts"
)
"""Finite verbs with which people ask, tell and request."""
REQUESTING = words(
    "möchte möchten will wollen wolln suche suchen such sucht suchet brauche brauchen brauchn braucht bräuchte"
    " bräuchten benötige benötigen benötigt plane planen plant hätte hätten hätt würde würden bitte bitten wünsche"
    " wünschen frage"
)
"""Verbs that make a request without their subject being said again („wir sind … und suchen …“)."""
MODALS = words("kann können könnte könnten darf dürfen muss müssen soll sollen will wollen möchte möchten")
ASKS_READER = words(
    "könnt können könnten könnte kannst habt haben wisst wissen kennt kennen kannst hast braucht brauchen gebt macht"
    " dürft müsst weißt bietet bieten helft helfen seid"
)
"""With „ihr“, „Sie“ or „du“ behind, a question to the reader even where nothing is punctuated."""
ASKS_LEAVE = words("darf dürfen muss müssen brauche brauchen kann können soll sollen")
"""With „ich“, „wir“ or „man“ behind, a question to the reader."""
ASKED_FOR_LEAVE = words("ich wir man da")
THERE = words("da dafür für irgend irgendein irgendeine irgendwelche auch eigentlich bei hier sowas so irgendwo")
FRONTED = words(
    "das dann da hier dort so jetzt leider deshalb dafür dazu außerdem aber nicht auch darum daher deswegen bisher"
    " heute schon nun trotzdem sonst drum vielleicht und oder wo wie was wer wann welche dies dabei damit mehr"
)
"""Before a verb these are the beginning of its clause, so it asks nothing."""
IMPERATIVES = words(
    "sag sagt schick schickt gib gebt zeig zeigt erklär erklärt hilf helft ruf ruft nenn nennt lösch löscht"
)
NO_SUBJECT_BEFORE = words(
    "dass weil ob wenn die das der den dem was wo wie wer wann wohin als da damit bevor obwohl falls sobald nachdem"
    " welche und oder aber haben hatten kann können soll sollen will wollen möchten möchte würden müssen dürfen"
    " brauchen warum womit für mit bei von zu hätte hätten bin sind habe hab deshalb dann weiß solange während daß"
    " wieso weshalb bis seit wofür"
)
"""Before „ich“ or „wir“ these show that the clause has begun already."""
COURTESY = words(
    "hallo hi hey guten tag morgen abend moin servus grüß gott grüezi danke dankeschön schön vielen dank im voraus"
    " bitte liebe viele herzliche grüße gruß grüsse lieber liebes sehr geehrte damen herren mit freundlichen besten"
    " mfg lg vg tschüss ciao ok okay ja nein ähm äh also so ach noch was etwas eine frage übrigens und eins besten"
    " leute team zusammen tschüß bis bald zweitens erstens drittens außerdem übrigens auch mal na nun halt"
)
"""Greeting, thanks and announcements: a clause of nothing else belongs to its neighbour."""
GREETINGS = words("grüße gruß grüsse grüßen mfg lg vg")
"""At the end of a letter a name follows these."""
NO_VERBS = words(
    "gegen neben wegen zwischen morgen oben unten hinten eben neben den einen keinen meinen deinen seinen ihren"
    " unseren euren diesen jeden allen vielen anderen selben ihn verein verlauf an in man von kein ein mein dein sein"
    " wen denn wenn danke bitte"
)
"""Words whose ending or lemma looks like that of a verb."""
END_MARKS = frozenset(".!?,;:–—-…")
SOFT_MARKS = frozenset(",;–—")

KNOWN = KnownWords(
    frozenset().union(
        VERBS, REQUESTING, ASKING, THINKING, SUBORDINATING, QUESTION, FILLERS, CONNECTORS, COURTESY, SUBJECTS, JOINING,
        NO_VERBS, IMPERATIVES,
    )  # fmt: skip
)
"""All of them, to find the one that a token means."""
