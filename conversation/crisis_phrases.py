"""The words by which a crisis is known, as data: read `conversation.crisis` for how they are matched.

A line is a row of words. `a|b` is either, `a*` any ending, `a?` may be missing, `~` stands for up to three words,
`^` and `$` for the begin and the end of a sentence; words in capitals are the sets of WORD_SETS. Write umlauts, case
and double letters as you like. What is told of others (SEEN) gives way where a sentence speaks of a
case that might happen; what people say of themselves (FELT) never does.
"""
from __future__ import annotations

WORD_SETS = {
    "NICHT": "nicht|nich|nciht|nixht|nihct|net|ned|nimmer|nimma",
    "WILL": "will|wil|möchte|moechte|mag|würde|wollte|werde",
    "MEINE": "mein|meine|meinen|meinem|meiner|unser|unsere|unserem|unseren|unserer",
    "ELTERN": "papa|papi|mama|mami|vater|mutter|stiefvater|stiefmutter|eltern|opa|onkel|bruder",
    "PARTNER": "mann|ehemann|freund|partner|frau|ehefrau|freundin|partnerin|ex|exmann|exfreund|lebensgefährte",
    "MENSCH": (
        "er|sie|jemand|person|mann|ehemann|freund|partner|frau|ehefrau|freundin|partnerin|vater|papa|papi|mutter|mama|"
        "mami|bruder|schwester|sohn|tochter|onkel|tante|opa|oma|großvater|großmutter|kind|baby|säugling|enkel|enkelin|"
        "nachbar|nachbarin|kollege|kollegin|kumpel|mitbewohner|mitbewohnerin|teilnehmer|teilnehmerin|gast|junge|"
        "mädchen|chef|chefin|schwiegermutter|schwiegervater|cousin|cousine|neffe|nichte|ex|exmann|exfreund"
    ),
    "SCHLÄGT": "schlägt|prügelt|verprügelt|würgt|misshandelt|vergewaltigt|missbraucht|schlug|prügelte|würgte",
    "GESCHLAGEN": (
        "geschlagen|misshandelt|verprügelt|vergewaltigt|gewürgt|missbraucht|getreten|gestalkt|bedroht|eingesperrt"
    ),
    "UMBRINGEN": "umbringen|töten|erhängen|aufhängen|erschießen|vergiften|ertränken|umzubringen|umbringe",
    "HAUS": "haus|wohnung|küche|keller|dach|dachstuhl|zimmer|treppenhaus|auto|scheune|nachbarhaus|garage|heim|stall",
}

HARMLESS = """
sterbe|sterb|gestorben ~ vor lachen|langeweile|neugier|hunger|scham|aufregung|hitze|durst|peinlichkeit
lach|lache|lachen|gelacht mich|uns tot|kaputt|schlapp
hier|dort|stadt|dorf|land|großstadt NICHT mehr leben
von|davon ~ kann|können ~ NICHT mehr leben
kann|können ~ von|davon ~ NICHT mehr leben
zu|in|im|mit hause|würde|hospiz sterben
daheim|würdevoll|selbstbestimmt|zuhause sterben
wo|wenn|falls ~ brennt
wo brennt es
brennt ~ unter|auf|an ~ nägeln|ecken|seele|herzen|zunge
brennt ~ für
brennt in mir
brennt durch
schlägt mich|uns ~ ~ schach|spiel|tennis|turnier|wettbewerb|fußball|skat|karten|tischtennis
schlägt mich|uns ~ vor
schlägt mich|uns ~ durch
geschlagen im|beim schach|spiel|wettbewerb|turnier|tennis
schach|spiel|tennis|turnier|wettbewerb|fußball geschlagen
ersticke|erstick|ersticken ~ in|an|im ~ arbeit|papier*|bürokratie|formularen|mails|anträgen|bergen
keine|kaum luft mehr? für|nach|im kalender|oben|für
hat ~ jahr|jahren|jahre|damals|früher ~ schlaganfall|herzinfarkt
hat ~ schlaganfall|herzinfarkt ~ gehabt|erlitten|überlebt|überstanden|hinter
hatte ~ schlaganfall|herzinfarkt
keinen sinn mehr in|darin|für|das|den|die
genommen um ~ einzuschlafen|schlafen
"""

FELT_LIFE_DANGER = """
ich ~ bekomme|bekomm|krieg|kriege|kriegt|habe|hab ~ keine|kaum|schlecht luft
krieg|kriege|bekomme|bekomm ~ keine|kaum luft
ich ~ NICHT ~ atmen
ich ~ atemnot
ich ~ ersticke|erstick $
ich ~ verblute|verblut
ich blute ~ stark|sehr|heftig
ich ~ glaube|glaub|denke ~ herzinfarkt|schlaganfall|sterbe
ich ~ habe|hab ~ herzinfarkt|schlaganfall
ich sterbe|sterb gerade|gleich|jetzt|$
ich ~ überdosis|vergiftet
ich ~ gift|reiniger|putzmittel|bleiche ~ getrunken|geschluckt
brauche|brauch ~ krankenwagen|notarzt|rettungswagen
ich ~ starke|heftige|stechende|schlimme|krasse brustschmerzen|herzschmerzen
schmerzen|stechen|druck in der|meiner brust
stechen im herz*
ich ~ in lebensgefahr
ich ~ schwer verletzt
meine fruchtblase ~ geplatzt
baby kommt jetzt|gerade|gleich
schicken|schickt|schick|rufen|ruft|ruf|holen|holt|hol sie? ~ krankenwagen|notarzt|rettungswagen|feuerwehr
wir ~ eingeschlossen|verschüttet
ich ~ auf|am|an ~ gleisen|bahngleis|gleis
"""

SEEN_LIFE_DANGER = """
es brennt ~ bei|hier|im|in uns|mir|hier|haus|wohnung|küche|keller|nachbar*|wald|heim|stall
es brennt ~ bei|hier|im|in der|dem|einem|unserer|unserem|meiner ~ HAUS
es brennt hier|bei|gerade|jetzt
es brennt $
HAUS brennt
brennt die|das|der|unser|unsere|mein|meine|ein|eine HAUS
^ feuer $
hilfe|feuer feuer|hilfe
hier ist ~ feuer|brand $
brand|feuer ausgebrochen
HAUS steht in flammen
feuer ~ HAUS
feuer bei uns|mir
brand bei|in|im uns|mir|der|unserer|meiner HAUS
rauch im|aus|in der|dem? HAUS
riecht ~ nach gas
gasgeruch|gasleck im|in ~ HAUS
MENSCH ~ hat|bekommt|bekomt|kriegt|bekam ~ keine|kaum|schlecht luft
MENSCH ~ atmet ~ NICHT|kaum|schlecht
atmet NICHT mehr?
MENSCH ~ erstickt
MENSCH ~ atemnot
MENSCH ~ bewusstlos|ohnmächtig
MENSCH ~ NICHT ~ ansprechbar
MENSCH ~ NICHT mehr ~ bewusstsein
MENSCH ~ reagiert NICHT mehr? $
umgekippt|umgefallen|gestürzt|hingefallen ~ reagiert NICHT
MENSCH ~ zusammengebrochen|kollabiert
kind|baby|sohn|tochter|enkel|enkelin ~ ~ verschluckt
liegt|ist|bin ~ bewusstlos
MENSCH ~ hat|bekommt|kriegt|erleidet ~ herzinfarkt|schlaganfall|herzstillstand
hat MENSCH|MEINE ~ herzinfarkt|schlaganfall
verdacht auf herzinfarkt|schlaganfall
MENSCH ~ blutet ~ stark|sehr|heftig|viel|kopf
MENSCH ~ verblutet
NICHT auf zu bluten
MENSCH ~ stirbt gerade|gleich|jetzt
MENSCH ~ in lebensgefahr
akute lebensgefahr
MENSCH ~ schwer verletzt
MENSCH ~ gestürzt|hingefallen|gefallen|umgekippt|umgefallen ~ ~ NICHT ~ auf|bewegen|aufstehen|hoch|reagiert
MENSCH ~ ertrinkt|ertrunken
MENSCH ~ tabletten|pillen|medikamente|gift|putzmittel|reiniger|waschmittel ~ genommen|geschluckt|getrunken|verschluckt
MENSCH ~ überdosis|vergiftet
MENSCH ~ krampft|krampfanfall
MENSCH ~ stromschlag
MENSCH ~ allergischen|allergischer schock
das|es|hier ist ~ ein|medizinischer notfall
wir|ich habe|haben|hab ~ einen ~ notfall
^ notfall $
gerade|eben ~ schwerer|schwerem|schweren unfall
schwerer unfall ~ passiert
"""

FELT_SUICIDE = """
ich ~ tabletten|pillen|schlaftabletten|medikamente ~ genommen|geschluckt|eingenommen
habe|hab ~ tabletten|pillen|schlaftabletten ~ genommen|geschluckt|eingenommen
zu viele tabletten|pillen|schlaftabletten|medikamente
WILL|kann|mag ~ NICHT mehr so? leben|lebn
WILL|kann|mag ~ NICHT mehr|länger länger|weiter? leben|lebn
keine|kein lust|kraft|mut mehr? zu|zum leben
denke|denk|dachte ~ an|über selbstmord|suizid|freitod
bring|bringe ich mich ~ um
weg|raus von|aus dieser|der welt
am ende ~ WILL NICHT mehr $
MENSCH ~ ritzt|schneidet sich
MENSCH ~ sich ~ erhängt|erschossen|umgebracht|aufgehängt
droht ~ mit selbstmord|suizid
ich ~ nehme|nehm ~ alle|viele tabletten|pillen|schlaftabletten
NICHT mehr leben WILL|kann
NICHT mehr weiterleben
NICHT mehr weiter leben
NICHT mehr auf ~ welt sein
WILL ~ NICHT mehr aufwachen
WILL ~ NICHT mehr da sein
WILL ~ sterben
lieber|einfach|nur sterben
sterben WILL
WILL ~ tot sein
wäre|wär|wünschte ~ tot
lieber ~ tot
ich ~ mich ~ UMBRINGEN
ich ~ bring|bringe|brächte mich ~ um
WILL ~ mich|sich ~ UMBRINGEN|ritzen
MENSCH ~ sich ~ UMBRINGEN
MENSCH ~ bringt sich ~ um
mir ~ das leben ~ nehmen|nehme
sich|mir|dir das leben nehmen|genommen
mir|sich ~ etwas|was antun|anzutun|antue
mir ~ pulsadern|adern
mir die kugel geben
leben ~ ein ende setzen|machen|bereiten
mein|meinem|meines leben|lebens ~ beenden|beende
leben ~ keinen sinn mehr|$
keinen sinn mehr im|am leben
ich ~ sehe|seh ~ keinen sinn mehr $
leben ~ NICHT mehr lebenswert
ich|MENSCH ~ bin|habe|hab|hat|ist|hege ~ suizidgedanken|selbstmordgedanken|suizidal|suizidgefährdet|selbstmordgefährdet
ich|MENSCH ~ gedanken an selbstmord|suizid
ich ~ an selbstmord|suizid|freitod
ich|MENSCH ~ selbstmord|suizid ~ begehen|machen|begangen|versucht|nachgedacht
selbstmordversuch|suizidversuch ~ gemacht|begangen|hinter
ich ~ bin ~ lebensmüde
ich ~ spring|springe|werfe|springen ~ brücke|dach|zug|fenster|balkon|bahn
vor ~ zug|bahn werfen|springen|schmeißen|schmeiße
auf|von|vom ~ brücke|dach|balkon|hochhaus ~ springen|stürzen|spring|springe
nehme|nehm mir ~ das leben
ich ritze|ritz|schneide|verletze mich ~ selbst|selber|arm|arme|wieder|$
ich ~ halte|halt ~ leben NICHT mehr aus
^ ich? kann|kan einfach|wirklich|echt|so|langsam|bald? NICHT mehr $
^ ich? halte|halt es|das einfach? NICHT mehr aus $
besser dran ohne mich
ohne mich ~ besser dran
abschiedsbrief geschrieben
^ suizid|selbstmord $
^ ich? will|möchte nur? tot $
"""

FELT_VIOLENCE = """
SCHLÄGT mich
MENSCH ~ SCHLÄGT ~ uns
MENSCH ~ SCHLÄGT|haut|bedroht|verfolgt|stalkt|schubst|tritt|beisst ~ mich
PARTNER ~ SCHLÄGT|haut|bedroht ~ uns|kinder|kind
mich ~ SCHLÄGT
ich werde|wurde|bin|werd ~ GESCHLAGEN|verfolgt|überfallen|genötigt|begrabscht
ich ~ zusammen geschlagen
ich ~ zusammengeschlagen
hat mich ~ GESCHLAGEN|angefasst|begrabscht|überfallen|angegriffen|vergewaltigt
haben mich ~ GESCHLAGEN|überfallen|angegriffen
von|durch MEINE PARTNER ~ GESCHLAGEN
MENSCH ~ WILL|droht ~ mich ~ UMBRINGEN|abstechen|schlagen
MENSCH ~ droht mir
MENSCH ~ bringt mich um
ich habe|hab ~ angst vor MEINE PARTNER|ELTERN
ich|wir ~ erlebe|erfahre|leide|erleide ~ gewalt
ich ~ opfer ~ gewalt|vergewaltigung|missbrauch
ich ~ morddrohungen
ich ~ vergewaltigt
gewalt ~ zu hause ~ mich|mir
einbrecher ~ HAUS|uns
bei uns|mir wird ~ eingebrochen
jemand ~ bricht ~ ein
jemand versucht ~ einzubrechen
bedroht|droht ~ messer|waffe|pistole
ich ~ schüsse gehört
MEINE kind|tochter|sohn|baby ~ verschwunden|entführt|vermisst|weggelaufen
schicken|schickt|rufen|ruft|ruf ~ polizei
ich ~ brauche|brauch ~ polizei $
ich WILL ~ jemanden|ihn|alle UMBRINGEN|abstechen
ich bring|bringe ihn|jemanden|alle um
"""

SEEN_VIOLENCE = """
PARTNER|er ~ SCHLÄGT ~ seine|ihre|meine|unsere|die frau|mutter|freundin|schwester|tochter|nachbarin
MEINE freundin|schwester|tochter|nachbarin|mutter ~ wird|wurde ~ GESCHLAGEN
nachbar ~ SCHLÄGT ~ frau|kind|kinder
SCHLÄGT der|ihr|sein|dort|da ~ mann|vater|freund|partner ~ kinder|kind|frau|sie
höre|hör|sehe|seh|nebenan|nachbarwohnung ~ ~ GESCHLAGEN
jemand|einer ist ~ wohnung|haus|keller|zimmer eingebrochen
"""

FELT_CHILD = """
ELTERN ~ SCHLÄGT|schlagen|haut|hauen|verprügeln|prügeln|misshandeln|einsperren|sperrt|sperren ~ mich|uns
ELTERN ~ hat|haben mich ~ GESCHLAGEN
fasst|fasste|begrabscht mich ~ an
klasse|schule ~ werde|werd ich ~ gemobbt|geschlagen|verprügelt|fertiggemacht
habe|hab mein|meine|meinen baby|kind|kinder|sohn|tochter ~ geschüttelt|geschlagen|misshandelt
ELTERN|trainer|lehrer|betreuer|mann ~ fasst|fast|begrabscht ~ mich ~ an
von MEINE ELTERN ~ GESCHLAGEN
zu? hause|zuhause|daheim ~ geschlagen
ich ~ werde|werd ~ schule|klasse|mitschülern ~ gemobbt|geschlagen|verprügelt|fertiggemacht
mitschüler|klasse ~ mobben|mobbt|schlagen|hassen|verprügeln mich
ich ~ von zu? hause|zuhause|daheim ~ weggelaufen|abgehauen|rausgeworfen
trau|traue mich NICHT ~ nach hause
ich ~ schlage|schlag|schlug|schüttle|schüttel ~ mein|meine|meinen kind|kinder|baby|sohn|tochter
MEINE kind|baby|sohn|tochter|kindern ~ etwas|was antun|antue|anzutun
"""

SEEN_CHILD = """
kind|baby|nachbarskind|mädchen|junge|schüler|schülerin|enkel|nichte|neffe ~ wird|wurde ~ GESCHLAGEN|vernachlässigt
SCHLÄGT|schlagen ~ sein|ihr|seine|ihre kind|kinder|baby
nachbarn|eltern ~ schlagen ~ kind|kinder|baby
"""

FELT_MEDICAL = """
ich ~ habe|hab ~ hohes|starkes|40|41|39 grad? fieber
ich ~ habe|hab ~ starke|heftige|schlimme|unerträgliche|extreme schmerzen|bauchschmerzen|kopfschmerzen|zahnschmerzen
ich ~ brauche|brauch ~ arzt|ärztin $
habe|hab ~ zahnschmerzen|zahnweh
ich ~ brauche|brauch dringend|sofort|schnell|jetzt ~ arzt|ärztin
welcher|welche arzt|praxis|apotheke hat ~ notdienst|offen|geöffnet
wo ~ ärztlichen|ärztlicher|ärztliche notdienst|bereitschaftsdienst|bereitschaftspraxis
"""

SEEN_MEDICAL = """
MENSCH ~ hat ~ hohes|starkes|40|41|39 grad? fieber
MENSCH ~ hat ~ starke|heftige|schlimme|unerträgliche schmerzen|bauchschmerzen|kopfschmerzen
kind|baby ~ fieber ~ arzt|nacht|notdienst
MENSCH ~ braucht dringend|sofort|schnell ~ arzt|ärztin
kind|baby ~ erbricht|übergibt ~ ständig|dauernd|blut
"""

CONDITION = "wenn|falls|sobald|damit|deren|denen"
PROJECT = (
    "projekt*|idee*|konzept*|app|armband|notrufarmband|notrufsystem|sensor*|förder*|zuschuss*|kurs|kurse|schulung*|"
    "prävention*|kampagne*|gründen|gründung|initiative*|plattform|studie|entwickeln|aufbauen|finanzieren|alarm|haftet|"
    "haftung|versicherung|versichert"
)
REPORTED = (
    "viele|manche|einige|menschen|leute|senioren|jugendliche|betroffene|klienten|bewohner ~ "
    "sagen|denken|schreiben|berichten|meinen"
)
TITLED = r"(?:titel|heißt|heisst|namens|theaterstück|film|buch|roman|podcast|song|lied|kampagne|motto|slogan)"

ORDINARY = "vernetzt streben strebe scherzen schlafen schlag schläge schlaf erschlagen fieber verloren einladen umbauen"
"""Words one slip away from a word above that people mean as they write them."""
