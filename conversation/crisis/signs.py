"""Words that together, in any order within one sentence, are a sign of need; read last and with more caution.

A line names the places with `&` between them, each written as in `phrases`. People tell the same need in \
endless
sentences; who and what recur. The price is caution: a message that plans something (PLAN), a sentence of the past or
of what might happen never counts.
"""
from __future__ import annotations

PLAN = (
    "projekt*|idee*|konzept*|app|förder*|zuschuss*|zuschüsse|kurs|kurse|schulung*|prävention*|kampagne*|gründen|gründung|"
    "initiative*|studie|aufbauen|anbieten|finanzieren|haftet|haften|haftung|versicherung|versichert|workshop*|vortrag|"
    "antrag*|anträge|genehmigung*|verein|vereins|referent*|aktionstag|aufklären|ehrenamtlich*|stiftung*|"
    "selbsthilfegruppe|gesprächskreis|planen|zahlt|bezahlt|kostet|erkennt|erkennen|vorbeugen|verhindern|damit|organisieren|"
    "ausbilden|spenden|gemeinderat|bürgermeister|veranstaltung*|thema|ministerium|initiieren|einrichten|eröffnen"
)
SIGN_SETS = {
    "ICHFORM": "ich|mir|mich|mein|meine",
    "WER": (
        "ich|mir|mich|wir|uns|er|sie|ihm|ihn|ihr|mann|frau|freund|freundin|vater|mutter|papa|mama|opa|oma|sohn|tochter|"
        "bruder|schwester|kind|kinder|baby|säugling|kleine|kleiner|kleinen|enkel|enkelin|nachbar|nachbarin|nachbarn|junge|"
        "mädchen|kollege|kollegin|chef|onkel|tante|schwiegermutter|schwiegervater|schwiegermama|schwiegerpapa|kumpel|"
        "mitbewohner|mitbewohnerin|jemand|einer|jemandem|gast|partner|partnerin|typ|ex|neffe|nichte|cousin|zwillinge"
    ),
    "JUNG": (
        "kind|kinder|baby|säugling|kleine|kleiner|kleinen|mädchen|junge|jungen|nachbarskind|nachbarskinder|bub|enkel|"
        "enkelin|sohn|tochter|geschwister|neugeborenes|kleinkind|schüler|schülerin"
    ),
    "JETZT": "jetzt|gerade|grad|plötzlich|eben|auf_einmal|sofort|schnell|hilfe|heute|gleich|bitte|dringend",
    "TÄTER": (
        "er|mann|freund|partner|ex|exmann|exfreund|vater|papa|stiefvater|bruder|sohn|onkel|opa|nachbar|chef|trainer|lehrer|"
        "pfleger|pflegerin|schwiegersohn|schwiegertochter|typ|frau|mutter|mama|stiefmutter|eltern|mitschüler|heim|jemand|wer"
    ),
    "OPFER": "mich|mir|mutter|oma|vater|opa|frau|freundin|schwester|nachbarin|tochter|kinder|kind|uns|sie|ihr|mama",
}

LIFE_DANGER = """
wasser & steigt & küche|keller|haus|dachboden|erdgeschoss|stube|flur|treppe
viel blut|soviel blut & kommt|läuft|verliere|verliert & JETZT|auf_einmal|ICHFORM|WER
gasgeruch & keller|haus|küche|wohnung|treppenhaus|flur|uns|mir|straße|heizung
WER & unter|unterm & traktor|auto|lkw|baum|maschine|anhänger|mauer|schlepper & liegt|lag|klemmt|gekommen
unfall & liegt|verletzt|verletzte|blutet|bewusstlos & einer|jemand|WER & da|hier|draußen|vorm|straße|gerade
WER & zusammengesunken|zusammengesackt|zusammengeklappt|umgekippt|umgeklappt|kollabiert|bewusstlos|ohnmächtig|\
weggetreten
blaue|blau & lippen|gesicht|baby|finger & WER
WER & augen & verdreht|verdrehen|starr|weiß
WER & zuckt|krampft|röchelt|verkrampft|erstickt
WER & kriegt|bekommt|kriege|bekomme & keine|kaum|schwer & luft
luftröhre|hals|kehle & gekommen|geraten|steckt|stecken|fest|quer|schwillt|geschwollen|zu & luft|WER & husten|atmen|\
kriege|luft|gräte|stück|bonbon
WER & verschluckt|geschluckt|gschluckt|runtergeschluckt & luft|murmel|münze|nadel|batterie|erstickt|luftröhre|glas*|\
nagel|lego|knopf*|magnet*
herzdruckmassage|mundzumund|reanimier*|wiederbeleb* & wie|schnell|JETZT & macht|man|ich|geht|mache
gesicht|mundwinkel|mund & hängt|schief|verzogen|runter|herunter & WER
WER & lallt|verwaschen|kauderwelsch
stechen|schmerz|schmerzen|druck|ziehen & links|arm|brust|herz|kiefer & schweiß|kribbelt|taub|luft|übel|schlecht|angst
arm|hand|gesicht|seite & kribbelt|taub|gelähmt|pelzig & plötzlich|auf_einmal|JETZT|links|sprechen
WER & nicht mehr|nicht & wach|aufwachen|aufgewacht|weckbar|wecken|wachzukriegen & JETZT|kriegen|zu|genommen|\
bekommen|kriege|atmet|liegt
WER & reagiert|rührt|bewegt|antwortet & nicht|nichts & liegt|gestürzt|gefallen|boden|umgefallen|runtergefallen|atmet
frau|ich|schwester|tochter|freundin & baby|kind & kommt|bekommen|bekommt|geburt & jetzt|wehen|schnell|auto|gleich|\
köpfchen
wehen|fruchtblase|blasensprung & WER|minuten|alle & geplatzt|minuten|stark|krankenhaus|schnee|auto|JETZT
WER & blut|blutet|blute|blutung & kopf|viel|überall|nicht|stark|hört|läuft|strömt|spritzt
WER & pool|teich|see|fluss|bach|kanal|regentonne & gefallen|gestürzt|gesprungen|unter|weg & nicht|wach|hilfe|atmet|\
bewusstlos
rauch|qualm & tür|flur|hausflur|treppenhaus|fenster|keller|dach|steckdose|wohnung & kommt|dringt|zieht|schwarzer|\
dichter|dicker|überall
feuer|flammen|brennt & haus|wohnung|küche|pfanne|herd|dach|keller|stall|scheune|zimmer|wald|vorhang|balkon|auto & \
hier|uns|JETZT|hilfe|nachbarn|raucht|unser|meine|steht|stehen
brennt & wald|feld|haus|wohnung & raucht|hinter|neben
heizung|ofen|kamin|therme|gastherme|grill & stinkt|riecht|abgas|abgase|melder|gas & uns|mir|frau|kinder|schwindlig|\
duselig|übel|schlecht|müde
gas & riecht|stinkt|riechts|zischt|strömt & uns|hier|wohnung|haus|treppenhaus|keller|küche|überall|JETZT
kind|kleiner|kleine|sohn|tochter|junge|mädchen|bub|enkel|enkelin & weg|verschwunden|unauffindbar|vermisst|finden|\
abgehauen & abgesucht|suchen|gesucht|stunden|seit|spielplatz|nirgends|heute|überall|polizei
dement|demenz|alzheimer|verwirrt|vergesslich & unauffindbar|weg|verschwunden|vermisst|weggelaufen|finden|suchen|\
gesucht & WER & seit|nacht|heute|nicht|nirgends|dunkel|kalt|polizei|heim
WER & auto|straße|draußen|brücke|bank|zelt|bahnhof & schlafe|schlafen|schläft|liegt|übernachten & minus|frost|\
erfriere|erfrieren|füße|eiskalt|friert|schnee
WER & genommen|geschluckt|geraucht|gespritzt & tabletten|drogen|irgendetwas|was|etwas|zeug|pillen|koks|heroin|\
ecstasy & wach|ansprechbar|atmet|bewusstlos|zittert|komisch
WER & vom|dem|von & gerüst|dach|leiter|baum|balkon|treppe|fenster & gefallen|gestürzt|gfallen & blut|kopf|nicht|\
bewegt|hilfe|bewusstlos|regt
wespe|biene|nuss|nüsse|erdnuss|allergie|allergisch & luft|schwillt|geschwollen|zunge|hals|atmen|atmet
ofen|ölofen|kessel|tank|gasflasche|grill|akku|motor & hochgegangen|explodiert|qualmt|raucht|brennt|zischt & alles|\
JETZT|hilfe|hier
auto|haus|keller|zelt|aufzug|wohnung|dach & fest|eingeschlossen|gefangen|sitzen|stecken & wasser|hochwasser|flut|\
feuer|rauch|schnee|steigt
WER|zwerg & entkalker|reiniger|spülmittel|putzmittel|tabletten|batterie|gift*|säure|benzin|öl|waschmittel|pilze|\
beeren & erwischt|getrunken|gegessen|geschluckt|spuckt|schaum|probiert|geleckt|mund
WER & eingeklemmt|gequetscht|verschüttet|überrollt|begraben & bein|beine|arm|brust|traktor|maschine|palette|stapler|\
auto|baum|presse|drunter|unter|raus
gasleitung|gasrohr|gastank & *gerissen|beschädigt|getroffen|angebohrt|undicht|bagger|strömt|zischt
ich|frau|freundin|schwester & geburt|wehen|frühgeburt|fruchtblase & früh|jetzt|gleich|geht|los|woche|auto|blut
sohn|tochter|kind|junge|mädchen|enkel|enkelin|kleine|kleiner & nicht & gekommen|heimgekommen|zurück|angekommen|\
aufgetaucht & hause|schule|fußball|bus|training|spielplatz|kindergarten|seit|immer
ich|mir & arm|bein|gesicht|hand & nicht & spüren|spüre|bewegen|heben & doppelt|sehe|sehstörung|sprechen|schwindlig|\
plötzlich|mehr
brennt & beim|bei|im|beim & stadl|stadel|scheune|stall|hof|haus|nachbarn|huber|wohnung
öffnet|aufmacht|macht & nicht & stöhnen|stöhnt|schreit|hilfe|röchelt|liegt & höre|hört|man|tür|wohnung|ich
WER & atmet|atem|atmung & flach|kaum|schwer|komisch|schnell|nicht|unregelmäßig|aussetzer
WER & treppe|treppen|leiter & *gestürzt|*gefallen & blut|bewusstlos|kopf|bewegt|nicht|stöhnt|schmerzen|wirr
hund|kampfhund & *gebissen|beißt|zerfleischt|fällt & blut|kind|hals|gesicht|bein|blutet
WER & strom|leitung|steckdose|blitz & schlag|gefasst|getroffen|gewischt|bekommen & nicht|bewusstlos|zittert|herz|\
gerade|komisch
frau|freundin|freindin|schwester|tochter|ich & schwanger|schwangerschaft & blutet|blute|bluat|blut|krämpfe|ohnmächtig|krampft
oma|opa|mutter|vater|mann|frau & demenz|dement|alzheimer|verwirrt & nicht & zurück|heimgekommen|gekommen|daheim & haus|heute|seit|heim|früh
WER & kopf & gefallen|gestürzt|geschlagen|getroffen|aufgeschlagen & wirres|wirr|komisch|erbricht|blut|bewusstlos|schläfrig|redet
ich|wir & schlafplatz|bleibe|unterkunft|wohnung|obdach & heute|nacht & bitterkalt|kalt|minus|frost|friert|baby|kind|kindern|schnee
WER|besucher|gast|klient|bewohner & krampfanfall|krampfanfälle|krämpfe|zuckungen & gerade|JETZT|hat|kommt|hört
WER|bewohner|bewohnerin & liegt|gefallen|umgefallen|lag|gestürzt & treppe|treppenhaus|boden|flur|keller|straße|garten & nichts|nicht|keine|antwort|hilfe|mehr
WER & keine & antwort & liegt|gibt|atmet|treppe|boden|tür
teich|see|fluss|kanal|eis|pool|freibad|bach & eingebrochen|untergegangen|ertrinkt|versunken|reingefallen
WER & tabletten|pillen|medikamente|drogen|alkohol & genommen|geschluckt|getrunken & müder|schläft|wach|ansprechbar|komisch|lallt|bewusstlos|kotzt
WER|alte & schmerz|schmerzen|druck|stechen & brust|herz & arm|weiß|blass|grau|schweiß|luft
WER & nicht & wach|aufwachen & heiß|fieber|zittern|zittert|krampft|blau
"""

SUICIDE = """
ich|habe & verschenkt & brief|briefe|abschied|verabschiedet|testament
ich|man|was|etwas|welche & tödlich|tödliche|letal|sterben & dosis|menge|tabletten|paracetamol|insulin|wieviel|viele|\
viel|schmerzlos
wie & bringt|bringe|tötet|erhängt|umbringt & sich|mich & um|schnellsten|schmerzlos|man
wie|was & schmerzlos|schnell|sicher|einfach & sterben|sterbe|stirbt|umbringen|selbstmord
sich & erhängt|ertränkt|umbringt|vergiftet|erschießt & weh|lange|schmerzen|schmerzhaft
ich|mir|mein & laster|zug|lkw|bahn|brücke|hochhaus|dach|gleise|gleis & springen|springe|laufen|werfen|gehen|gehe|\
ausgesucht|stürzen|lege|legen
gedanke|gedanken|gedanken & zug|laster|brücke|sterben|springen|tod|gleise & ich|mir|nicht|immer|los|einfach
ich|mir & ausgesucht|plan|geplant|überlegt & brücke|sterben|strick|umbringen|tabletten|gleise
ich & hänge|häng|erhänge|erschieße|erschiess & mich & auf|strick|balken|heute|gleich|jetzt|stall|baum|wald
ich & nicht & leben|weiterleben|existieren & will|wollen|mag|möchte|möchten & mehr|bitte & allein|traurig|müde|so|\
deutschland|schmerz|kraft
ich|morgen & gibt & mich & nicht mehr
mich & nicht mehr & geben|gibt & morgen|bald|wird|dann
welt|familie|alle|kinder|leben & ohne & mich & besser|besserer|leichter|froh|glücklicher|schöner
ich & ritze|ritz|schneide|geritzt|aufgeschnitten & arm|arme|bein|beine|abend|haut|blut|jeden
ich & müde|kaputt|kraftlos|leer & will|möchte & aufhört|aufhörd|aufhören|schlafen|ende|vorbei & es|immer|alles
ich & nicht mehr & auf & welt & sein|will|wolle|mag
er|sie|freund|freundin|kumpel|mann|frau|sohn|tochter|bruder|schwester|mutter|vater|papa|mama|kollege & nicht mehr & \
leben|welt|dasein & will|wolle|möchte|mag|sagt|schreibt
freund|freundin|kumpel|mann|frau|sohn|tochter|bruder|schwester|mutter|vater|papa|mama|kollege|mitschülerin & \
tschüss|tschüß|abschied|verabschiedet|ciao|lebewohl & immer|ran|handy|gruppe|geschrieben|erreichen
freund|mann|sohn|bruder|vater|papa|kollege|opa & gewehr|jagdgewehr|pistole|waffe|strick|tabletten & zettel|brief|\
leid|weg|mitgenommen|verschwunden|allein
ich & sterben|tot|tod & will|möchte|wünsche|sehne|warte|darf|lieber & nur|bald|endlich|nicht|einfach|so|ich
zettel|brief & abschied|hinterlassen|dagelassen & leid|handy|weg|suchen|verschwunden|kinder
ich & kein|keine & ausweg & leben|mehr|tod|ende|sehe|weiß
ich & will|möchte & endlich|einfach|nur|für & ruhe|frieden|schlafen|schlaf & immer|ewig|aufwachen|ewigen
WER & arme|arm|pulsadern|handgelenke|handgelenk & aufgeschnitten|aufgeritzt|geritzt|geschnitten|ritzt|schneidet
ich & geschluckt|eingeworfen|genommen & *tabletten|ibus|paracetamol|schlafmittel|pillen|ibuprofen|alle & angst|\
viele|alle|sterben|jetzt|gerade|grad|leid
ich|sitze|stehe|bin & bahnsteig|gleis|gleise|gleisen|bahnübergang|brücke|dach|klippe & warte|springe|zug|schluss|\
vorbei|leben|mitfahren|sterben|letzte
ich|mir & nicht mehr & pfiat|tschüss|lebt|lebewohl|ade|servus|verzeiht & kann|mag|will
niemand|keine & mich & braucht|liebt|vermisst|vermissen|mag|will & last|leben|mehr|tot|weg
er|sie|mann|frau|sohn|tochter|bruder|schwester|vater|mutter|freund|freundin & eingeschlossen|eingesperrt|\
verschwunden|weggefahren & schluss|umbringen|abschied|leben|sterben|tabletten|strick
er|sie|mitbewohner|kollege|kumpel|freund|freundin|mann|vater|sohn|nachbar & sterben|tod|selbstmord|suizid|schluss & \
redet|spricht|sagt|schreibt|postet & dauernd|verschenkt|weggegeben|verabschiedet|immer|ständig|sorgen|heute|jeden
ich & hof|haus|frau|mann|arbeit|vieh|familie & verloren|weg|tot|gestorben & leben|strick|ende|schluss|sinn|ausweg|\
sterben|einen
ich & wofür|wozu|warum & aufstehen|leben|weitermachen|weiterleben|kämpfen & noch|mehr|soll
ich & balkon|fenster|dach|brücke|hochhaus & springen|springe|runter|stürzen|fallen|hinunter & will|gleich|jetzt|\
möchte|könnte|einfach|denke
ich & aufhört|aufhören|vorbei & alles|leben|schmerz & immer|endlich|einfach & will|möchte & dass|für
ich|habe & schlaftabletten|tabletten|pillen & gespart|gesammelt|aufgehoben|besorgt|gehortet & nehme|heute|alle|morgen|reichen
ich|stehe|sitze & parkhaus|hochhaus|brücke|dach|balkon|geländer & oben|kante|rand|außen|runter & aufm|auf|am|hier|über
ich & himmel & mann|frau|kind|mama|papa|sohn|tochter|mutter|vater & will|möchte|komme & zu
tschüss|tschüß|lebwohl|ciao|adieu & welt|leben
nie geboren & ich|mich & wäre|wär|besser
WER & springen|springt|springe & brücke|dach|hochhaus|balkon|fenster|bahn|zug & will|möchte|droht|weint|steht|gleich|gerade
ich & schluss & mache|machen & sinn|danke|leben|nacht|abend|heute|alles|verzeiht
ich & sinn & keine|nicht & mehr & seit|leben|sehe|nacht|morgen|allem|hof|alles
er|sie|klientin|klient|schülerin|schüler|freund|freundin|kollege|kollegin|mann|frau|jemand & schluss & macht|machen & geschrieben|telefon|geht|abend|heute|leben|sagt
ich & tabletten|tabletta|pillen|strick|klinge|messer & hand|schon|vor & nicht|kann|leben|mehr
"""

CHILD = """
trainer|lehrer|betreuer|onkel|stiefvater|pfarrer|typ|mann|er & fotos|foto|bilder|bild|video|videos & ohne_klamotten|\
ohne_kleidung|ohne_kleider|nackt|unterwäsche|ausgezogen & mir|mich|ich
JUNG & allein|alleine|unbeaufsichtigt & tagen|tage|stunden & gegenüber|nebenan|wohnung|macht|aufmacht|haus
schule|schulhof|pausenhof|schulbus|klasse|heimweg & mich & treten|schlagen|prügeln|verprügeln|hauen|bespucken|abziehen
papa|vater|stiefvater|mama|onkel|opa|trainer & erzähle|sage|verrate|petze & heim|tot|weg|passiert|gefängnis|schlimmes
papa|mama|vater|mutter|stiefvater|stiefmutter|onkel|opa|bruder & mir|mich & faust|gürtel|gesicht|stock|geschlagen|\
gehauen|schlägt|haut|prügelt|ohrfeige|getreten|tritt|eingesperrt
mama|mutter & freund|mann & mir|mich|ich & duschen|anfasse|anfassen|nackt|bett|zimmer|fasst|streichelt|küsst
ich|mich|mir & lehrer|trainer|onkel|stiefvater|pfarrer|betreuer|opa|nachbar & anfassen|anfasse|angefasst|nackt|\
ausziehen|intim|fasst|duschen|streichelt|küsst|ins_bett
JUNG & veilchen|flecken|striemen|blutergüsse|bluterguss|schläge|geschlagen|misshandelt|verwahrlost|abgemagert|\
vernachlässigt & nebenan|nachbarn|familie|wohnt|kindergarten|kita|klasse|gegenüber|über|unter|oben
JUNG & schreit|weint|wimmert|brüllt|schreien|weinen & nebenan|nachbarn|nachbarin|wohnung|gegenüber|über|unter & \
stunden|abend|nacht|jeden|jede|kracht|schläge|ständig|allein|immer
ich|habe & baby|säugling|kind|kleine|kleinen & geschüttelt|geschleudert|geworfen|angeschrien|gehauen|geschlagen & \
nerven|eben|gerade|heute|nicht|aufs|bett|kann
JUNG & allein|alleine|eingesperrt & wohnung|auto|keller|zimmer|nebenan & tagen|stunden|tage|nacht|schreit|hunger|heiß
mutter|vater|mama|papa|stiefvater|stiefmutter|onkel|cousin|bruder|eltern|oma|opa & mich|mir & keller|gürtel|\
schließt|sperrt|zwingt|hungern|essen|anfassen|haut|hauen|schlagen|schlägt|prügelt|ausziehen & ich|noten|immer|wenn|\
darf|nicht
ich|mir|mich & zwingt|zwingen|gezwungen|soll & sachen|anfassen|ausziehen|küssen|sex & cousin|onkel|bruder|trainer|\
lehrer|vater|opa|stiefvater|nachbar
JUNG & balkon|straße|garten|hof|keller & nebenan|nachbarn|nachbar|gegenüber & kälte|kalt|hemd|schlafanzug|barfuß|\
stunde|stunden|nackt|eingesperrt
ich & sohn|tochter|kind|baby|kleinen|kleine & geknallt|geschlagen|gehauen|verprügelt|geschüttelt|gewürgt|geohrfeigt \
& gerade|eben|heute|blutet|schäme|kann
JUNG & nebenan|gegenüber|nachbarn|nachbarschaft & allein|alleine|bettelt|hunger|hungrig|dreckig|verwahrlost & essen|immer|tag|ständig|niemand|abends
ich|habe & angst & antue|antun|tue|wehtue & kind|baby|sohn|tochter|kinder|ihm|ihr|ihnen & gleich|etwas|was|mehr|nicht
JUNG & schreit|weint & oben|unten|nebenan|nachbar|nachbarn|wohnung & mann|vater|haut|schlägt|angst|nacht
"""

VIOLENCE = """
ex|exfreund|exmann|exfrau|exfreundin|expartner|stalker & mir|mich & nachrichten|anrufe|drohungen|lauert|beobachtet|verfolgt|\
überwacht|auflauert
nacktbilder|nacktfotos|nacktvideos|intime & er|ex|freund|exfreund|jemand|mann & schicken|rumschicken|verschicken|posten|\
veröffentlichen|hochladen|verschickt|droht
einer|jemand|typ|mann|kerl & haut|schlägt|tritt|prügelt & freundin|frau|mädchen & draußen|gerade|straße|zusammen|parkplatz
mann|freund|er & grob|aggressiv|brutal|handgreiflich & getrunken|gesoffen|gsoffen|säuft|trinkt|betrunken
TÄTER & OPFER & gewürgt|würgt|geprügelt|verprügelt|prügelt|misshandelt|vergewaltigt|zusammengeschlagen|geschlagen|\
getreten|verbrüht|eingesperrt
TÄTER & zuschlägt|haut|schlägt|prügelt|tritt & geld|trinkt|trinken|betrunken|getrunken|zu|wenn & ich|mich|mir|kinder
mann|freund|partner|vater & trinken|trinkt|betrunken|saufen & hauen|haut|schlagen|schlägt|angst & immer|kinder|\
weinen|mich|ich|dann
TÄTER & gesagt|sagt|droht|gedroht|schreibt & ich|mich|uns & tot|umbringen|umbringt|abstechen|abschlachten|killen
TÄTER & zerschmissen|zertrümmert|kaputtgeschlagen|zerschlagen & ich|mich|mir|handy|wohnung & angst|tot|polizei|\
gesagt|schreit
er & nebenzimmer|tür|nebenan|unten & laut|reden|leise|angst|gewürgt|messer|schlägt & ich|mich|nicht
pflegeheim|heim|altenheim|pfleger|pflegerin|pflegedienst & oma|mutter|opa|vater|mama|papa|mich & gebunden|\
angebunden|fixiert|blutergüsse|bluterguss|geschlagen|grob|schreit|schlägt|flecken
ich|mir|mich & glas|getränk|drink & getan|geschüttet|gemischt|tropfen & aufgewacht|halbnackt|nackt|erinnern|\
filmriss|weh
ich|mich|mir & halbnackt|nackt & aufgewacht|erinnern|festgehalten
ich & vergewaltigt|missbraucht|genötigt|überfallen|ausgeraubt & wurde|worden|bin|hat|werde
TÄTER & messer|pistole|waffe|axt|hammer|machete & mir|mich|uns|hand|tür|vor|bedroht|frau|kinder & steht|hat|bedroht|\
rennt|geht|läuft|kommt|hält
ich|mich|wir|uns & versteckt|verstecke|eingeschlossen|eingesperrt|verbarrikadiert & er|mann|freund|ex|angst|typ
ich & angst & er|ihm|mann|ex|freund|exmann & umbringt|schlägt|kommt|findet|rastet|tötet|gewalttätig|aggressiv|\
ausrastet
TÄTER & mich|mir & *geschubst|*gestoßen|*geschlagen|*getreten|*gewürgt|*geprügelt|*gebissen|*gezerrt|bespuckt|\
verbrannt
ich|wir & *gerannt|geflohen|geflüchtet|abgehauen|versteckt|weggelaufen & er|mann|ex|freund|vater & sucht|findet|\
kinder|kindern|verfolgt|bahnhof|schlägt|angst
TÄTER|einer|jemand & messer|machete|axt|pistole|gewehr|waffe|schwert & läuft|rennt|schreit|fuchtelt|steht|bedroht|\
steigt
mann|freund|vater|er & immer|viel|oft & schlägt|schlagen|hauen|haut|treten|brüllen & ich|mich|kinder|angst|hilfe
mann|freund|vater|er & schlägt|schlagen|haut|hauen & immer|wieder|jeden|heute & ich|mich|frau|kinder|angst|mehr
sohn|tochter|enkel|mann|freund|er & rente|geld|konto|schlüssel & schlägt|droht|nimmt|angst|schubst|abgenommen & ihr|\
mir|ihm|mich|sie
mich|mir|ich & sex|geschlechtsverkehr & gezwungen|zwingt|genötigt|gegen|gewalt
TÄTER & gedroht|droht|drohte & mich|mir|uns & anzuzünden|umzubringen|abzustechen|totzuschlagen|verbrennen|anzünden|säure
TÄTER & mich|mir & haaren|hals|arm|gesicht & zieht|reißt|packt|schlägt|drückt|würgt|anschreit
frau|mädchen|jemand & schreit|hilfe|weint & bedrängt|festgehalten|geschlagen|gezerrt|verfolgt & gerade|draußen|hier|jetzt|straße
TÄTER & mama|mutter|papa|oma & mein|meine|unser|papa|er & haut|schlägt|würgt|prügelt|tritt
TÄTER & frau|kinder|freundin & seine|siene|ihre & schlägt|haut|prügelt|tritt|würgt
er|mann|freund|ex|vater & bringt|brengt|tötet|ersticht & mich & um & gesagt|droht|heute|noch|angst|hause
"""

THREAT = """
ich & messer|axt|pistole|waffe|knarre|machete & komme|komm|warte & fertig|mach|mache|abstechen|dran
ich & spalte|spalt|breche|brech|schlage|schneide|schieße|schieß|zertrümmere|jage & ihm|ihr|dem|denen|euch|der|\
sachbearbeiter & schädel|kehle|hals|kopf|genick|kugel
ich|leg|lege & den|die|ihn|sie|euch|typen & um & lege|leg|bringe|niete
ich|hole & benzin|kanister & zünde|anzünden|anzünde|fackle|abfackeln|brennen|brennt|überschütte
ich|hole & axt|messer|pistole|gewehr|waffe|molotow|bombe & amt|rathaus|landratsamt|jobcenter|schule|\
jugendamt|bauamt|ihn|ihm|sie|alle|sachbearbeiter|die & hole|hol|nehme|komme|habe|gehe|fahre
morgen|heute|gleich & brennt|brennen|explodiert|fliegt & amt|rathaus|landratsamt|jobcenter|schule|jugendamt|bauamt|\
bude|laden & ich|kanister|luft
ich & kanister|benzin & anzünde|anzünden|zünde|brennt|abfackeln|abfackele
ich & alle|ihn|sie|den|die|euch|typen|sachbearbeiter & umbringen|abknallen|abstechen|totschlagen|erschießen|\
erstechen|abschlachten & will|werde|gehe|schwöre|komme|muss
ich & flinte|gewehr|pistole|messer|axt|knarre|schrotflinte & amt|bauamt|rathaus|landratsamt|bürgermeister|jobcenter|\
schule|nachbarn|nachbar|ihn|chef & besuche|besuch|komme|gehe|fahre|nehme|hole|lade|zeige
schwöre & bringe|steche|knalle|erschieße|schlage|mache|erwürge & nachbarn|nachbar|vermieter|chef|lehrer|mann|\
frau|ex|sachbearbeiter|vater|bruder|alle|ihn|sie|den|die & um|ab|tot|kalt
"""

MEDICAL = """
mir & schlecht|übel & kotze|kotz|erbreche|breche|spucke & noch|ständig|seit|dauernd
bauch|kopf|rücken|zahn|ohr|hals|knie & weh & seit|sehr & tage|tagen|doktor|arzt|gestern|sonntag
WER & glüht|fieber & 39|40|41|trinkt|hoch|hohes|runter|apathisch|schlapp
WER & finger|fingerkuppe|daumen|hand|arm|bein|fuß|knöchel|zeh|rippe|nase|kopf|auge & gebrochen|verbrannt|verbrüht|\
gequetscht|geschnitten|weggehobelt|eingeklemmt|ausgerenkt|umgeknickt|geschwollen|platzwunde|säure|gehauen
WER|seit & krämpfe|koliken|schmerzen|bauchschmerzen|erbrechen|durchfall|schwindel|herzrasen|atemnot & furchtbare|\
starke|schlimme|unerträgliche|heftige|tagen|stunden|nacht|aushalten
WER & doppelt|falsche|falschen|verwechselt|zuviel|versehen & tabletten|herztabletten|medikamente|medikament|\
blutdrucktabletten|dosis|insulin|pille
WER & erbricht|spuckt|kotzt & seit|blut|ständig|stunden|nur
WER & übergibt|bricht & sich|blut & seit|blut|ständig|stunden|nur
WER & arzt|doktor|notdienst|notaufnahme|bereitschaftsdienst|krankenhaus & schlecht|schmerzen|fieber|verletzt|\
dringend|krank|weh|elend & heute|jetzt|nacht|wochenende|sofort|dringend|wo|schnell|sonntag
WER & durchfall|stuhl|erbrochenes|urin|husten|huste & blut
wo|welcher|welche|wie & notdienst|bereitschaftsdienst|notfallpraxis|notfallapotheke|notapotheke|giftnotruf & finde|\
erreiche|heute|jetzt|offen|arzt|zahnärztlichen|zahnärztliche|hat|rufe|ist
ich|mir|bin|habe & umgeknickt|verstaucht|gebrochen|geprellt|ausgekugelt|verbrannt & dick|geschwollen|blau|fuß|arm|hand|\
schmerzen|knöchel
mir & kotzübel|speiübel|schwindlig|schwummrig|elend|hundeelend & seit|gestern|heute|so|ganz|ständig|kreislauf
WER & verbrüht|verbrannt|verätzt & heiß|heißem|heißes|kochendem|kochendes|wasser|öl|herd|säure|kaffee|tee|suppe
WER & starke|schlimme|heftige|furchtbare|unerträgliche & *schmerzen
WER & herzrasen|herzstolpern|kreislauf|zittrig|schwindel & seit|arzt|plötzlich|gerade
WER & gefallen|gestürzt|hingefallen & hüfte|arm|bein|rücken|knie|rippen|handgelenk|schulter & weh|schmerzen|geschwollen|gebrochen|tut
"""
