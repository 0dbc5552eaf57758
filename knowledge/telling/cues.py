"""The words by which people tell an idea: editable without touching the rules beside them.

How a phrase is written is said in `phrases.py`. Dialect and learner's forms stand beside the standard ones.
"""
from __future__ import annotations

from knowledge.spelling.known_words import KnownWords, words
from knowledge.telling.phrases import CuePhrases

# --- the problem ------------------------------------------------------------------------------------------------------
PROBLEM = CuePhrases(
    "einsam*", "vereinsam*", "niemand", "=keiner", "nirgends", "nirgendwo", "leider", "schade", "problem*",
    "schwierig*", "traurig", "langweil*", "gefährlich*", "kaum", "isoliert", "abgehängt", "ausgestorben", "verwaist",
    "überlastet", "überfordert", "vermüllt", "verfallen", "verfällt", "=kaputt", "stört", "marode", "abgeschoben",
    "sterben aus", "steht … leer", "stehen … leer", "leer steht", "leer stehen", "=leersteht", "ist leer", "sind leer",
    "schließen", "zumachen", "dichtmachen", "=dicht", "wegziehen", "stilllegen", "weit weg", "zu weit",
    "kilometer … entfernt", "kilometer weit", "=entfernt", "stundenlang", "stunden … warten", "kein … mehr",
    "koa … mehr", "nicht mehr", "nimmer", "nix mehr", "nichts mehr", "nur noch", "zu wenig", "zu wenige", "nicht genug",
    "gibt … kein", "gibts kein", "gibt … nichts", "gibt … nix", "gibts nix", "haben kein", "hab kein", "fährt … kein",
    "fährt … nicht", "kommt … nicht", "kommen nicht", "=ham koa", "=gibt koa", "kein haben", "fehlen", "mangeln",
    "mangel", "stinken", "verschlammt", "gesperrt", "viel zu", "so teuer", "verdreckt", "verschmutzt", "baufällig*",
    "undicht", "schimmel*", "überfüllt", "überaltert", "ist weg", "weg ist", "sind weg", "verschwunden", "gestrichen",
    "gekürzt", "eingestellt", "schließung", "keine zeit", "wartezeit*", "haben … =kein", "haben … =keine", "zu klein",
    "zu groß", "zu alt", "zu laut", "zu hoch", "zu eng", "zu gefährlich", "im stich", "wegfallen", "weggefallen",
    "fällt weg", "fällt aus", "abgeschafft", "abgerissen", "leiden", "trauen … nicht", "finden … kein",
    "finden … nicht", "kriegen … kein", "bekommen … kein", "kennt … keiner", "kennen sich nicht", "ist … zu",
    "sorgen um", "nerven", "haben … =keinen", "hat … =kein", "hat … =keine", "hat … =keinen", "zu hause sitzen",
    "sitzen … zu hause", "sitzen … daheim", "können nicht", "müssen … weit", "vermissen", "wissen nicht wohin",
    "=fehlts", "sein … allein", "allein sein", "sitzen … allein", "allein … sitzen", "allein … essen", "leben … allein",
    "allein leben", "sein … alleine", "angst", "keinen … gibt", "nix los", "nichts los", "zu teuer", "streit",
)  # fmt: skip
NO_PROBLEM = CuePhrases(
    "kein problem", "nicht allein", "nicht alleine", "von allein", "allein schon", "brauchen … nicht", "brauchen kein",
    "niemand allein", "nicht einsam", "weniger einsam", "leider nicht wissen",
)  # fmt: skip
REASON = words("weil denn")
"""Words behind which the reason stands, which is the problem."""

# --- the idea ---------------------------------------------------------------------------------------------------------
IDEA_NOUNS = CuePhrases(
    "idee", "projektidee", "grundidee", "vorschlag", "vorstellung", "vorhaben", "überlegung", "traum", "wunsch",
    "einfall", "gedanke", "plan", "ziel",
)  # fmt: skip
IDEA_PHRASES = CuePhrases(
    "was haltet ihr davon", "was halten sie davon", "was hältst du davon", "wie wäre es mit", "wie wär es mit",
    "wie wärs mit", "wie wäre es wenn", "wie wärs wenn", "was wäre , wenn", "was wäre wenn", "was haltet ihr von",
    "was halten sie von", "und zwar", "was ich mir vorstelle", "was wir uns vorstellen", "was wir vorhaben",
    "was ich vorhabe", "was wir wollen", "was mir vorschwebt", "was uns vorschwebt", "geplant ist", "angedacht ist",
    "gedacht ist an", "vorgesehen ist", "schön … =wäre … =wenn", "=wäre … schön … =wenn", "=wäre … toll … =wenn",
    "=wäre … gut … =wenn", "fände … gut … =wenn", "fände … schön … =wenn", "=wäre … denkbar … =dass", "warum nicht",
    "dachte an", "dachten an", "lasst uns doch", "lasst uns", "plädiere für", "bin dafür , dass",
)  # fmt: skip
PRESENTED = CuePhrases("projekt", "projektskizze", "ideen", "vorschlagen", "einreichen", "anmelden")
"""With one of these or an idea noun before it, a colon introduces the idea."""
POINTING_BACK = words("das dies so daraus sowas solches")
"""At the begin of a wish these mean what was said before („…, das möchten wir probieren“)."""
WANTING = words(
    "möchte möchten will wollen wolln woll wöllt wollet woin mecht mechtn plane planen plant wünsche wünschen träume"
    " träumen habe haben ham hend stelle stell stellen würde würd würden täten überlege überlegen könnte müsste sollte"
    " könnt müsst sollt beabsichtige beabsichtigt denke hab beabsichtigen hätte hätt hätten schlage schlägt schlagen"
    " schwebt soll wollten wollte"
)
"""Finite verbs that may begin an idea; some only with what stands in `ONLY_WITH` behind them."""
ONLY_WITH = {
    **dict.fromkeys(
        words("habe haben hab ham hend"),
        CuePhrases(
            "=vor", "uns überlegt", "uns gedacht", "mir überlegt", "mir gedacht", "uns ausgedacht", "mir ausgedacht",
        ),
    ),
    **dict.fromkeys(words("stelle stell stellen"), CuePhrases("=vor")),
    **dict.fromkeys(words("würde würd würden täten hätte hätt hätten"), CuePhrases("gern", "gerne", "am liebsten")),
    **dict.fromkeys(words("träume träumen"), CuePhrases("=von", "=davon")),
    **dict.fromkeys(words("überlege überlegen"), CuePhrases("=ob", "=zu")),
    "denke": CuePhrases("=an"),
    "soll": CuePhrases("soll … entstehen", "soll … geben", "soll es", "soll … werden"),
    **dict.fromkeys(words("schlage schlägt schlagen schwebt"), CuePhrases("=vor")),
    **dict.fromkeys(
        words("könnte müsste sollte könnt müsst sollt"),
        CuePhrases(
            "man müsste", "müsste man", "man könnte", "könnte man", "könnte … man", "man sollte", "sollte man",
            "es sollte", "es müsste", "es könnte", "man =könnt", "=könnt man", "=könnt ma", "ma =könnt", "man =müsst",
            "=müsst ma", "mer =müsst", "mr =könnt",
        ),
    ),
}  # fmt: skip
BEHIND_WANTING = words(
    "wir ich mir man es gern gerne uns mich doch mal bloß nur einfach auch jetzt nun eigentlich vor überlegt gedacht"
    " deshalb darum daher am liebsten also drum da dafür deswegen , ja halt hiermit schon lange folgendes"
)
"""Words between the verb and the idea itself."""
BEHIND_DREAMING = words("von an davon")
"""The same behind „träumen“ and „denken“."""
DREAMING = words("träume träumen denke")
SUGGESTING = words("könnte müsste sollte könnt müsst sollt")
"""„könnte man nicht“ suggests something, „wir wollen nicht“ refuses it."""
NO_IDEA = CuePhrases(
    "einreichen", "abgeben", "eintragen", "einbringen", "loswerden", "fragen", "wissen", "melden", "termin",
    "hinweisen", "anmelden", "vorstellen", "formular", "löschen", "sprechen", "beantragen", "sagen", "bewerben",
    "bedanken", "erfahren", "vorschlagen", "einsenden", "schicken", "hochladen", "vorlegen", "schildern", "erzählen",
    "weitergeben", "mitteilen",
)  # fmt: skip
NO_IDEA_BUT = CuePhrases("=dass", "stellen … uns … =vor", "stelle … mir … =vor", "sagen … idee")
"""With these it is one all the same."""

# --- what is needed, at which stage -----------------------------------------------------------------------------------
NEEDING = CuePhrases(
    "brauchen", "=brauchn", "benötigen", "suchen", "=suchet", "=such", "angewiesen", "auf der suche", "freuen … über",
    "dankbar für", "hoffen auf", "fehlen", "=fehlts", "mangeln", "haben … kein", "wünschen", "hilfreich",
    "würde … helfen", "hätten gern", "bitten um", "nötig", "notwendig", "vonnöten", "gesucht", "gebraucht",
)  # fmt: skip
LACKING = CuePhrases("fehlen", "=fehlts", "mangeln", "haben … kein")
"""Cues of a need which, with no noun of the table below, tell a problem."""
NEEDED = {
    "money": CuePhrases(
        "geld*", "zuschuss*", "zuschüsse*", "förder*", "finanz*", "euro", "spende*", "=mittel", "=mitteln",
        "startkapital", "kapital", "budget", "sponsor*", "darlehen", "kohle", "knete", "=fördermittel",
        "anschubfinanz*", "zuwendung*", "kredit*", "geldgeber*", "*euro", "€", "fördertopf*", "*förderung",
    ),
    "advice": CuePhrases(
        "=rat", "beratung*", "tipp", "=tipps", "rat und tat", "know-how", "knowhow", "anleitung", "ratschl*",
        "berater*", "auskennt", "auskennen", "coach*", "fachleute", "fachwissen", "erfahrung*", "rechtsberatung",
        "fachlich*", "=beraten",
    ),
    "partners": CuePhrases(
        "partner*", "kooperation*", "träger*", "verbündete*", "bündnispartner*", "*partner", "*träger",
    ),
    "permission": CuePhrases(
        "genehmigung*", "*genehmigung", "erlaubnis", "zulassung", "bewilligung", "*erlaubnis", "konzession",
    ),
    "volunteers": CuePhrases(
        "helfer*", "ehrenamt*", "freiwillig*", "mitstreiter*", "fahrer*", "leute", "leit", "leut", "mithelfer*",
        "mitmacher*", "mitwirkende*", "unterstützer*", "helfende hände", "*helfer", "*helferinnen", "menschen , die",
    ),
    "rooms": CuePhrases(
        "raum", "*raum", "räum*", "räumlich*", "saal", "gebäude", "grundstück*", "fläche*", "halle", "zimmer", "garage",
        "*räume", "*räumen", "stellplatz", "lagerplatz", "werkstatt", "scheune", "räumchen", "wiese", "platz", "laden",
        "ladenlokal",
    ),
}  # fmt: skip
"""The code of a need, and the nouns that name it."""
NEEDED_ANYWAY = {
    "money": CuePhrases("finanzierung … offen", "finanzierung … ungeklärt", "finanzierung fehlt"),
    "advice": CuePhrases(
        "niemanden … auskennt", "keiner … auskennt", "wissen nicht =wie", "wissen nicht … anfangen",
        "keine ahnung =wie",
    ),
    "permission": CuePhrases(
        "ob wir … dürfen", "ob ich … darf", "ob man … darf", "dürfen wir", "darf man", "ob … erlaubt",
    ),
}  # fmt: skip
"""What tells a need without the words of `NEEDING`."""
NOT = words("kein keine keinen keiner keinem koa koin ohne nicht")
HAVING = CuePhrases(
    "haben … schon", "haben … bereits", "ist … da", "sind … da", "vorhanden", "brauchen … nicht", "brauchen … keinen",
    "brauchen … keins", "nicht … brauchen", "=ned brauchen", "brauchen … ned",
)
"""What stands with these is not needed."""
ATTACHED = words("zur zum über für bei im in beim von")
"""Behind another need, a noun after these only tells more about it („Beratung zur Finanzierung“)."""

STAGES = {
    "idea": CuePhrases(
        "nur … idee", "erst … idee", "bloß … idee", "bloß … gedanke", "ganz am anfang", "noch am anfang", "unfertig*",
        "erst … gedanke", "nur … gedanke", "noch nichts konkret*", "noch nicht konkret*", "reine idee", "spinnerei",
        "noch nichts geplant",
    ),
    "running": CuePhrases(
        "läuft … =seit", "läuft schon", "läuft bereits", "läuft … gut", "laufen … =seit", "läuft … jahr*",
        "gibt … =seit", "gibts … =seit", "gibt es schon", "gibt es bereits", "gibt es unser*", "treffen … =jeden",
        "treffen … jede", "seit … jahr … wir", "seit … monat … wir", "wir … =seit … jahr", "wir … =seit … monat",
        "wir … schon lange", "regelmäßig", "besteht … =seit", "bestehen … =seit", "mache ich … =seit",
        "ich … =seit … jahr",
    ),
    "started": CuePhrases(
        "=angefangen", "begonnen", "gestartet", "im aufbau", "erste treffen", "ersten treffen", "probelauf",
        "testphase", "pilot*", "mittendrin", "losgelegt", "schon gegründet", "erstes treffen", "angelaufen",
        "haben … gegründet", "im probebetrieb",
    ),
    "planned": CuePhrases(
        "planen", "=planung", "geplant", "=konzept", "=konzeption", "pläne … fertig", "plan … fertig",
        "antrag … gestellt", "in vorbereitung", "haben … =vor", "ab nächst*", "soll … starten", "soll … losgehen",
    ),
}  # fmt: skip
"""The code of a stage, the plainest first: „wir planen … bisher ist es nur eine Idee“ is an idea."""

FIRST_PERSON = words("brauche brauch bräuchte suche such")
"""Without „ich“ before it, in dictated text, these begin a statement of their own."""

# --- the people and the name ------------------------------------------------------------------------------------------
ARTICLES = words(
    "ein eine einen einem einer a an ä die der das den drei zwei vier fünf sechs sieben acht zehn ein'ge einige"
    " mehrere nur junge unser unsere unserem unseren mein meine e ne nen zwölf elf neun kleine kleiner ä"
)
POSSESSIVES = words("unser unsere mein meine uns onser unsre")
TELLERS = words("wir ich mir mer")
BEING = words("sind bin sin san send")
NO_SORT = words("meinung ansicht uns einig sicher der auf am im dabei nicht noch gerade überzeugt neu")
"""After „wir sind“ these tell nothing about who."""
BELONGING = words("vom von beim aus")
"""„wir vom Sportverein“"""
OPINIONS = words("meinung ansicht überzeugung auffassung sicher einig")
ENDS_NOUN = words(
    "aus in von bei im vom mit und oder die das wo was wer möchte möchten wollen will haben hat plane planen wohne"
    " wohnen würde würden suchen suche brauchen weil denn ich wir mir hat ond am an auf für zu"
)
ORGANISATIONS = CuePhrases(
    "*verein", "*gruppe", "*gemeinde", "*initiative", "*schule", "*chor", "feuerwehr*", "*verband", "*genossenschaft",
    "*stiftung", "*haus", "*kreis", "*kita", "*bündnis", "*team", "*club", "*klub", "*gmbh", "stadt*", "*rat", "*werk",
    "*zentrum", "*kapelle", "diakonie", "caritas", "awo", "drk", "volkssolidarität", "kirche", "*gericht", "*ring",
)  # fmt: skip
PEOPLE = CuePhrases(
    "leute", "mensch", "mutter", "mütter", "vater", "väter", "*bewohner*", "nachbar", "nachbarin", "gast", "gäste",
    "tourist*", "schüler*", "azubi*", "pendler*", "patient*", "anwohner*", "jungs", "mädels", "single*", "witwe*",
    "neuzugezogen*", "besucher*", "bürger", "bürgerin", "alleinstehend*", "=alle", "=jeden", "kranke", "kranker",
    "wanderer", "radfahrer*", "gründer", "lehrling*", "student*", "studierende*", "männer", "alleinlebend*", "paare",
)  # fmt: skip
"""People for whom something may be meant, behind `FOR`."""
LONELY = CuePhrases("alleinlebend*", "alleinstehend*", "einsame", "einsamen")
"""People who count even without `FOR`."""
FOR = words("für bei zusammen")
BETWEEN = words("die den der unsere unseren alle mit das dem viele meine")

NAMING = CuePhrases(
    "nennen", "=heißt", "=heißen", "name", "namen", "titel", "motto", "arbeitstitel", "projekt", "projektname", "idee",
    "vorhaben",
)  # fmt: skip
NAMED_BARE = CuePhrases(
    "wir nennen das ganze", "wir nennen es", "wir nennen das", "ich nenne es", "ich nenne das", "nennen wir es",
    "nennen wir das", "arbeitstitel :", "arbeitstitel ist", "arbeitstitel", "titel :", "projekt heißt", "idee heißt",
    "vorhaben heißt", "ganze heißt", "name :", "soll heißen", "projektname :", "nennt sich", "ganze nennen wir",
)  # fmt: skip
"""What stands right behind is the name, also without quotation marks."""

KNOWN = KnownWords(
    set().union(
        WANTING, BEHIND_WANTING - {","}, NOT, BEING,
        *(cue.plain_words() for cue in (PROBLEM, IDEA_NOUNS, NO_IDEA, NEEDING, *NEEDED.values(), *STAGES.values())),
    )  # fmt: skip
)
