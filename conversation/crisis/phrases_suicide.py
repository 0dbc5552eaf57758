"""Not wanting to live, loud and quiet, one's own and that of somebody near; written as in `phrases`."""
from __future__ import annotations

FELT_SUICIDE = """
nie|nicht auf ~ welt gekommen
nicht mehr kann|will|möchte leben|weiterleben
stehe|sitze|steh ~ auf|an ~ brücke|dach|gleis|bahnsteig|geländer|klippe ~ ~ schritt|springen|loslassen|sprung
ich ~ weiß nicht mehr wozu ~ $
wie es wäre nicht mehr zu? existieren|leben|da_zu_sein|da_sein|aufzuwachen
ich ~ PILLEN ~ genommen|geschluckt|eingenommen|eingeworfen
habe ~ PILLEN ~ genommen|geschluckt|eingenommen|eingeworfen|intus
zu viele PILLEN
ich ~ nehme ~ alle|viele|ganze ~ PILLEN
PILLEN ~ liegen|liegt|gesammelt|gehortet|bereit|parat|hier ~ schon|da|vor|bereit|mir|seit|$
habe ~ PILLEN ~ schon|da|gesammelt|gehortet|bereit|parat
WILL|kann|mag|wollen ~ nicht mehr so? leben
WILL|kann|mag|wollen ~ nicht mehr|länger so|einfach|wirklich|länger|damit? weiterleben|leben|existieren
WILL|kann|mag ~ nicht mehr|länger länger|weiter? leben
WILL ~ nicht ~ weiterleben
nicht mehr leben WILL|kann
nicht mehr weiterleben
nicht mehr weiter leben
nicht wollen|will|möchten|möchte ~ leben|lebe
wollen|möchten nicht ~ leben $|mehr
keine lust|kraft|mut|freude|bock|grund|sinn mehr? zu|zum|am|auf|für ~ leben
keine ~ lebensmut|lebenswillen|lebenswille|lebensfreude
lebensmut|lebenswillen ~ verloren
müde vom|des leben|lebens
satt ~ leben|lebens $
leben ~ satt $
ich ~ hasse mein leben ~ $
denke|denk|dachte ~ an|über selbstmord|suizid|freitod|schluss|sterben|tod
denke ~ daran ~ schluss|zu sterben|springen|beenden
bringe ich mich ~ um
weg|raus von|aus ~ dieser|der welt
weg von allem ~ $|und|nie|mehr
WILL ~ weg von allem|allen|hier ~ nie|für immer|endgültig
ich WILL ~ nur noch? weg $
am liebsten ~ wäre|wär|wären ich ~  weg|tot|verschwunden|nicht_mehr|fort
wenn ich ~ weg|tot|fort ~ bin|wäre|wär
wenn ich ~ nicht mehr da|hier|lebe|leben ~
wenn ich ~ nicht mehr bin|wäre
wäre|wär|bin ich ~ nicht mehr da|hier $
bald|morgen|heute|dann bin ich ~ nicht mehr da|hier|am leben|tot
wenn ihr|du|sie das|dies lest|liest|lesen ~
meine|ein ~ letzte|letzter nachricht|brief|gruß|worte $|an|lebt|leb|verzeiht|ich
lebt|leb wohl ~ alle|$
niemand|keine würde|wird|würd mich ~ vermissen
niemand|keine ~ vermisst|vermissen mich ~
mich ~ niemand|keine ~ vermissen|vermisst
niemand|keine ~ merken|merkt|interessiert|auffallen|kümmert ~ wenn|ob|dass ich ~ weg|tot|da|lebe|sterbe|bin
ohne mich ~ ~ besser|leichter|froh|glücklicher|erleichtert
besser|leichter|froh|froher|erleichtert ~ ~ ohne mich
besser|leichter|froh|erleichtert ~ ~ wenn ich ~ nicht_mehr|weg|tot|fort|gehe|sterbe
am ende ~ WILL nicht mehr $
^ ich? will|mag nicht mehr $
digga|alter|bro|leute|alles|ende|schluss|müde|fertig ich ~ WILL nicht mehr $
ich WILL nicht mehr ich? ~ springe|bringe|nehme|werfe|erhänge ~ mich|mir|tabletten|schluss|runter
mache ~ schluss mit|jetzt ~ leben|allem|mir|alles|ganzen
mache heute|jetzt|morgen|gleich|bald ~ schluss $
heute|jetzt|morgen|gleich|bald ~ mache ich ~ schluss $
schluss ~ mit ~ mein*|seinem|ihrem|dem leben
WILL ~ schluss machen $|mit_allem|mit_dem_leben|mit_meinem_leben
daran ~ schluss zu machen
ende|schluss ~ machen|mache|setzen|setze ~ leben|selbst|ganzen
mache|machen|setze ~ dem|allem|meinem|diesem ~ ende
allem ein ende ~ setzen|machen|setze|mache|bereiten
MENSCH ~ ritzt|schneidet sich
MENSCH ~ sich ~ erhängt|erschossen|umgebracht|aufgehängt
droht|drohte|gedroht ~ mit|sich selbstmord|suizid|umzubringen|aufzuhängen
nicht mehr auf ~ welt sein
auf dieser welt ~ nicht mehr ~
WILL ~ nicht_mehr|nie_wieder|nie_mehr ~ aufwachen
nie_wieder|nie_mehr|nicht_mehr ~ aufwachen|aufwache|aufzuwachen $|müssen|und|das
für|auf immer|ewig schlafen|einschlafen|weg|gehen ~ $|und
einschlafen ~ nicht_mehr|nie_wieder|nie_mehr
WILL ~ nicht mehr da|hier sein
WILL ~ sterben
WILL ~ tot|tod ~ sein
lieber|einfach|nur sterben
sterben WILL
sterben ~ dürfen|darf $
wäre|wär|wünschte|wünsche ~ tot
wäre|wünschte|wünsch* ~ nie geboren
nie geboren ~ worden|wäre
lieber|besser ~ tot
tot|tod sein ~ WILL|besser
ich ~ mich ~ UMBRINGEN
ich ~ bringe|brächte mich ~ um
WILL ~ mich|sich ~ UMBRINGEN|ritzen|verletzen
MENSCH ~ sich ~ UMBRINGEN
MENSCH ~ bringt sich ~ um
ich ~ erhänge|erhäng|erschieße|ertränke|vergifte|vergase|verbrenne mich
mir|sich|ihr|ihm ~ das leben ~ nehmen|nehme|nimmt
sich|mir|dir das leben nehmen|genommen|zu_nehmen
nehme|nehm mir ~ das leben
mir|sich ~ etwas|selbst ~ antun|anzutun|antue|antut|angetan
tue mir ~ etwas ~ an
tut sich ~ etwas ~ an
mir ~ wehtun|weh zu tun|verletzen
stimmen ~ wehtun|umbringen|springen|sagen ~ mir|mich|ich
mir ~ pulsadern|adern
pulsadern ~ auf|aufschneiden|aufgeschnitten|schneide
mir|sich die|ne|eine kugel ~ geben|gebe|jagen|jage|kopf
leben ~ ein ende setzen|machen|bereiten|setze|mache
mein|meinem|meines leben|lebens ~ beenden|beende|wegwerfen
leben ~ keine sinn|zweck|wert mehr|$
leben ~ sinnlos|wertlos ~ $
keine sinn|zweck mehr im|am|zu leben
keine sinn ~ weiterzuleben|weiterleben
alles|das ~ keine sinn|zweck mehr ~ ich|mir|ohne|will|mit|seit
keine zweck mehr mit mir
leben ~ nichts ~ wert
ich ~ sehe|seh ~ keine sinn mehr $
ich ~ sehe|seh|weiß|finde|habe ~ keine ~ ausweg ~ $|außer|als|ich
ausweg ~ tod|sterben|selbstmord
leben ~ nicht mehr lebenswert
nicht mehr lebenswert
ich|MENSCH ~ bin|habe|hat|ist|hege ~ suizidgedanken|selbstmordgedanken|suizidal|suizidgefährdet|selbstmordgefährdet|todessehnsucht
ich|MENSCH ~ gedanken an selbstmord|suizid
ich ~ an|über selbstmord|suizid|freitod
selbstmord|suizid ~ einzige|ausweg|lösung|weg ~ bleibt|$|mir
ich|MENSCH ~ selbstmord|suizid ~ begehen|machen|begangen|versucht|nachgedacht|gedroht|angekündigt|redet
selbstmordversuch|suizidversuch ~ gemacht|begangen|hinter
ich ~ bin ~ lebensmüde
ich ~ springe|werfe|springen|schmeiße|stürze ~ brücke|dach|zug|fenster|balkon|bahn|turm|klippe|hochhaus
ich springe|spring jetzt|gleich|runter|$
ich ~ springe ~ gleich|jetzt ~ $|runter
ich ~ stehe|sitze ~ auf|am|oben ~ brücke|dach|balkon|geländer|hochhaus|turm|brückengeländer|klippe|parkhaus|\
fensterbrett
vor ~ zug|bahn|lkw|laster werfen|springen|schmeißen|schmeiße|legen|lege|laufen|gehen
vor|vorn|vorm ~ zug|bahn|lkw|laster ~ $
gehe ~ vorn|vor|vorm ~ zug|bahn
gehe ~ ins wasser ~ $|und|dann|heute|weil|i|ich|wenn
gehe ~ in den|die|see|fluss|elbe|main|rhein|donau ~ komme|nicht_mehr ~ zurück|raus|$
auf|von|vom ~ brücke|dach|balkon|hochhaus|turm ~ springen|stürzen|spring|springe|runter|stürze
auf|an ~ schienen|gleise|gleisen|gleis ~ legen|lege|sitze|gehe|stehe
ich ritze|ritz|schneide|verletze mich ~ selbst|selber|arm|arme|wieder|$
mich|mir ~ geritzt|aufgeritzt
mich ~ selbst verletzt
verletze|verletz mich ~
strick|seil|schlinge|galgen ~ hängt|bereit|schon|um|hals|scheune|dachboden|balken|gekauft|geknotet|liegt
habe|mit ~ strick|galgenstrick ~
gewehr|pistole|waffe|flinte|revolver ~ ~ neben_mir|vor_mir|kopf|opa|schläfe|mund|geladen
ich ~ halte ~ leben nicht mehr aus
^ ich? kann einfach|wirklich|echt|so|langsam|bald? nicht mehr $
^ ich? halte es|das einfach? nicht mehr aus $
kann|mag|will ~ nicht mehr ~ ~ ~ wäre|wären|tot|sterben|weg|froh|schluss|ende|erlösung $|wenn|ich
abschiedsbrief|abschiedsbriefe|abschiedsvideo|abschiedsnachricht ~
alles ~ geregelt|vorbereitet|erledigt ~ ~ verabschiedet|gehen|heute abend|testament|abschied
verabschiedet ~ ~ geregelt|vorbereitet|verschenkt|abschied
sich|mich ~ von allen|euch|kindern|familie verabschiedet
alles vorbereitet ~ heute|morgen|für ~ abend|nacht|schluss|$
von allen|allem ~ verabschiedet ~
bald|gleich|heute|dann ist|wird|hat ~ alles|es ~ vorbei|ende ~ sein? $|für|ich|endlich|schlafen|ruhe
es ~ bald ~ vorbei ~ schlafen|ruhe|frieden|immer|erlöst
WILL|wollen ~ dass es ~ aufhört|vorbei|ende $
das es aufhört
es soll ~ endlich? ~ aufhören|vorbei ~ $
niemand|keine|euch|allen|anderen ~ zur last fallen|liegen
nur ~ eine last ~ $|für|und
ich ~ bin ~ last ~ für ~ alle|familie|kinder|euch|mann|frau|$
zu nichts ~ nütze|mehr
WILL ~ zu ihr|ihm|dir ~ $
WILL ~ bei ihr|ihm ~ sein
seit ~ tot|gestorben|verstorben|gegangen|weg ~ ~ keine|sinn|WILL ~ sinn|leben|mehr|ihr|ihm
wozu ~ noch ~ leben|aufstehen|weitermachen|weiterleben
warum ~ noch ~ leben|weiterleben
nicht wie ich ~ nacht|tag|morgen ~ überstehen|überleben|schaffen
jemand|jemanden|wem ~ zum reden sonst ~
brauche ~ jemand|jemanden|wem ~ reden ~ sonst|jetzt|dringend|sofort ~ passiert|tue|umbringe|$
mit mir|dem leben ist es? ~ aus|vorbei $
^ ich? bin ~ wirklich|völlig|total|echt|einfach am ende $
keine kann mir ~ helfen $
alles schwarz|dunkel|leer ~ in mir
erlöst|erlösung|erlöse ~ mich|endlich
WILL ~ erlöst werden
^ suizid|selbstmord $
^ ich? WILL nur? tot|sterben|verschwinden $
WILL ~ einfach|nur ~ verschwinden ~ für immer|$
was|etwas macht|mache|tun|machen ~ man|ich wenn jemand|wer|freund* ~ nicht mehr leben
kms
^ kys $
unalive|unaliven|unalived|sewerslide|sewer
mache mich weg|kalt|tot ~ $
mich ~ wegmachen|kaltmachen|abknallen|totspritzen|totfahren|totsaufen
suizidplan|suizidpläne|selbstmordplan
ich|MENSCH ~ ankündigt|plant|überlegt ~ suizid|selbstmord
leben ~ nicht mehr ~ packe|schaffe|ertrage|aushalten|ertragen|pack|schaff|will
packe|pack|schaffe|schaff|ertrage|ertrag ~ leben nicht ~
ich ~ höre|hör auf zu leben
WILL|kann|mag nicht mehr ~ existieren|atmen|dasein|weitermachen $|müssen|und
WILL nicht ~ existieren
es|alles soll|sollte ~ vorbei sein
WILL ~ dass ~ vorbei ist
ihr seid mich ~ los
seid ihr mich ~ los
mich ~ endlich los $
ich gehe|geh jetzt|heute|gleich für immer
für immer ~ gehen|weggehen|einschlafen|verschwinden|schlafen|ruhe $
gehe|verschwinde|verlasse ~ für immer
welt|familie|alle|kinder|euch|allen ~ ~ besser ~ ohne mich
ich ~ bin ~ belastung ~ für|$
ich ~ mit dem|meinem leben ~ abgeschlossen
leben ~ abgeschlossen $
WILL|werde|folge ~ meiner|meinem ~ nachfolgen|folgen|nachgehen $|ins|in
folge ~ ins|in ~ grab|tod
gott|herrgott|tod|sensenmann ~ ~ holen|holt|hole|nehmen ~ mich|$
mich ~ gott|herrgott|tod ~ ~ holen|holt|hole|nehme
warte ~ nur ~ auf ~ tod|sterben
hoffentlich|hoffe ~ sterbe|tot ~
hoffentlich wache|wach|sterbe ich ~
nicht mehr ~ wach|wache ~ auf ~ hoffe*|hoffentlich
morgen ~ nicht mehr aufwache|aufwachen
warum|wieso ~ ich ~ noch am leben|leben
warum|wieso ~ ich ~ noch da|hier $|es|besser
wofür|wozu|warum ~ lebe|leb ich ~
fahre|fahr|rase ~ gegen ~ baum|wand|pfeiler|brückenpfeiler|mauer
gegen ~ baum|pfeiler|brückenpfeiler fahren|rasen|lenken
gas ~ aufdrehen|aufdrehe ~
abgase|auspuff|schlauch ~ ~ garage|auto ~ sterben|einschlafen|schluss|leben|ich
mir ~ kopf|hirn|birne|schädel ~ wegschießen|wegschieße|wegpusten|schießen|schieße
mich ~ zu tode ~ saufen|saufe|hungern|hungere|trinken
ich ~ plan ~ wie ich ~ sterbe|mache|umbringe|beende
sterben ~ besser|erlösung|schöner|leichter ~ $|als
tot|tod ~ besser|erlösung als|wäre|für ~ leben|so|mich|alle
sehne|sehn|wünsche|wünsch ~ mich|mir ~ tod|tot|sterben ~
gedanken ~ an den tod
todeswunsch|todesgedanken|todessehnsucht|selbstverletzung ~ habe|ich|mein*|jeden
rasierklinge|klinge|messer ~ ~ arm|arme|handgelenk|pulsadern|haut|mir
mein* ~ testament|abschied ~ geschrieben ~ heute|morgen|weg|tot
jemand|freund*|bekannt*|bruder|schwester|sohn|tochter|mann|frau|vater|mutter|mitschüler*|kollege|kollegin|kumpel ~ \
~ WILL|mag|kann nicht mehr leben
MENSCH ~ schreibt|sagt|geschrieben|gesagt ~ ~ nicht mehr|sterben|tot|umbringen|schluss ~ leben|WILL|sein|machen|macht|da
MENSCH ~ ~ abschiedsnachricht|abschied ~ geschickt|geschrieben|genommen ~
MENSCH ~ ~ vom|auf dem|der ~ dach|brücke|geländer ~ springen|will|steht
MENSCH ~ steht ~ auf ~ dach|geländer|brückengeländer|bahngleis|gleisen
MENSCH ~ sich ~ vor ~ zug|bahn ~ werfen|geworfen|schmeißen
er|sie ~ WILL ~ springen
tue|mache ~ mir ~ heute|jetzt|gleich|noch etwas ~ an
wenn ~ so ~ weitergeht|bleibt tue ~ mir etwas ~
wenn ~ weitergeht|bleibt|kommt ~ ~ springe|erhänge|mache|nehme|tue ~ mich|mir|ich|schluss ~ $|etwas|an|strick|schluss|leben
ich ~ mache nicht mehr ~ mit im|in|lähm|leben ~
mit mir|uns ist es aus|vorbei $
^ wirklich|völlig|total am ende $
keine|niemand ~ liebt|braucht|will mich ~ ~ sterben|tot|leben|weg|mehr $
ich ~ will|möchte mama|mutter|vater|frau|mann ~ im himmel ~
in ~ himmel ~ ich ~ will|möchte
schlafen ~ nie ~ aufwachen
zwölften|balkon|stock|fenster ~ ~ springe|springen|spring|stürze ~ $|jetzt|gleich|ich
WILL ~ nicht weiter leben
es mich nicht ~ gäbe|gebe|gibt
mich nicht mehr ~ gäbe|gebe|gibt
WILL ~ nie|nicht mehr|wieder ~ wach werden
WILL nur noch ~ schlafen ~ nie|immer|für|nicht
nur noch einen weg|ausweg $
schmerz|schmerzen|leid|qual ~ nicht mehr|länger ~ ertragen|aushalten $|heute|ich
heute|morgen|dann|jetzt nacht|abend|früh? ist ~ schluss $
heute nacht|abend ist schluss
MENSCH ~ sagt|schreibt|droht|gesagt ~ ~ macht|mache|machen schluss $
hoffe|wünsche|bete ~ ~ nicht mehr? aufwache|aufwachen|aufzuwachen
falle|fall ~ zur last
MENSCH ~ redet|spricht ~ vom|von|über sterben|tod|selbstmord|suizid
WILL ~ den tod
den tod ~ wünsche|herbei|WILL
warte|warten ~ auf ~ zug|ice|güterzug ~ nicht zum
WILL|kann|mag nicht mehr in|auf ~ welt|erde
nicht mehr lebend ~ sehen|sehn|finden|antreffen
nicht ~ ob ich ~ erleben WILL|mag|kann
nicht mehr da|hier sein WILL
nur noch|nochmal ~ mit ~ reden|schreiben ~ bevor ich es|ichs mache|tue|durchziehe
MENSCH|sagt|sagen|sagen_sie|ausrichten ~ nicht ihre|seine|eure|deine schuld ~ war|ist|gewesen
auf der|dr falschen|anderen seite ~ geländer|brückengeländer|absperrung
"""
