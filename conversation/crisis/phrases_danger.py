"""Danger to life, as people tell it; written as in `phrases`."""
from __future__ import annotations

FELT_LIFE_DANGER = """
ich ~ bekomme|kriege|kriegt|habe ~ keine|kaum|schlecht|nicht|richtig luft
kriege|bekomme|bekommt ~ keine|kaum|schlecht luft
^ keine luft mehr? $
ich ~ nicht ~ atmen|schnaufen
ich ~ atemnot
ich ~ ersticke|erstick $
ich ~ verblute|verblut
ich blute ~ stark|sehr|heftig|schlimm|wie
ich ~ blute|verblute und ~ nicht
blute|blutung|blutungen ~ schwanger
schwanger ~ ~ blute|blutung|blutungen|blutet
ich ~ glaube|glaub|denke ~ herzinfarkt|schlaganfall|sterbe
ich ~ habe ~ herzinfarkt|schlaganfall
ich sterbe|sterb gerade|gleich|jetzt|$
ich ~ überdosis|vergiftet|unterzuckert
^ überdosis $
ich ~ GIFT ~ getrunken
ich ~ gift|reiniger|putzmittel|bleiche ~ geschluckt
brauche ~ NOTARZT
wir brauchen ~ NOTARZT $|hier|jetzt|sofort|schnell
bitte|schnell|sofort ~ NOTARZT
NOTARZT ~ bitte|schicken|rufen|schnell|sofort|kommen $
NOTARZT muss kommen|her|her?
^ NOTARZT $
ich ~ starke|heftige|stechende|schlimme|krasse brustschmerzen|herzschmerzen
schmerz|schmerzen|stechen|druck|enge|engegefühl|krampf in|auf der|meiner|seiner|ihrer brust
brust ~ drückt|eng|sticht
brustschmerzen ~ arm|kiefer|übel|schlecht|luft
zieht|strahlt ~ in ~ arm|kiefer|schulter ~ brust|herz|schlecht|übel
brust ~ zieht|strahlt
stechen im|am herz*
mein herz ~ setzt aus|rast|stolpert
ich ~ in lebensgefahr
ich ~ schwer verletzt
ich ~ mir ~ finger|hand|zeh|daumen ~ abgeschnitten|abgesägt|abgetrennt|abgehackt
fruchtblase ~ geplatzt|gesprungen
wehen ~ alle ~ minuten
presswehen
wehen ~ krankenhaus|klinik|auto|hebamme
baby|kind kommt jetzt|gerade|gleich|schon
schicken|schickt|schick|rufen|ruft|ruf|holen|holt|hol|schicke sie? ~ NOTARZT|feuerwehr
wir|ich ~ eingeschlossen|verschüttet|eingeklemmt
wir|ich ~ ~ kommen|komme ~ nicht ~ raus ~ $|rauch|feuer|wasser|qualm
ich|wir ~ stecke|stecken ~ fest ~ wasser|feuer|schnee|auto
wasser steigt ~ ~ HAUS|eingeschlossen|kinder|raus
ich ~ auf|am|an ~ gleisen|bahngleis|gleis
nicht wo ~ ~ heute nacht ~ schlafen|hin|bleibe|bleiben|übernachten|unterkommen|pennen
heute nacht ~ nicht wo ~ schlafen|hin|bleiben|übernachten|unterkommen|pennen
ich|wir ~ ~ heute nacht ~ auf der straße|draußen|parkbank
ich|wir ~ straße|draußen|bank|bahnhof|auto|zelt ~ ~ friert|erfriere|erfrieren|minus|frost|eiskalt
ich|wir ~ kindern|kind|baby auf der straße
ich|wir keine|nicht ~ platz|ort|bleibe|dach ~ schlafen|nacht
keine platz|ort|bleibe zum|für ~ schlafen|nacht $
ich erfriere
ich ~ am erfrieren|ertrinken|ersticken|verbluten|sterben $
atme|atmen fällt|geht ~ schwer|nicht $
ich ~ giftig* ~ gegessen|getrunken
stecke|stecken|eingeschlossen|gefangen ~ aufzug|fahrstuhl|keller ~ luft|rauch|wasser|feuer
auto ~ ~ steckt|stecken|versinkt|sinkt ~ wasser|schnee|fluss
ich|mir ~ ~ pulst|pulsiert ~ blut
lebensgefährlich ~ verletzt
ich ~ verbrenne
wohnung gekündigt|geräumt|zwangsgeräumt ~ ~ heute|straße ~ nacht|kinder
rausgeworfen|rausgeschmissen|rausgesetzt ~ ~ ~ kalt|minus|nacht|schlafen|straße|friert
"""

SEEN_LIFE_DANGER = """
es brennt ~ bei|hier|im|in|aufm|am uns|mir|hier|haus|wohnung|küche|keller|nachbar*|wald|heim|stall
es brennt ~ bei|hier|im|in der|dem|einem|unserer|unserem|meiner ~ HAUS
es brennt hier|bei|gerade|jetzt|alles
es brennt $
es brennt ~ im|beim|am *heim|*haus|*halle|*laden|*hof|*hütte|*raum|*saal|*platz|*gebäude|*block|*wald|*stall
hier|bei_uns|nebenan|drüben|gegenüber ~ brennt ~ es? im|in|beim ~ HAUS|nachbar*
hier|bei_uns|drüben|nebenan|gegenüber brennt es? $|alles|gerade
HAUS ~ brennt
brennt das|die|der|unser|unsere|mein|meine|ein|eine ~ HAUS
pfanne|fritteuse|herd|adventskranz|weihnachtsbaum|akku|matratze|bett|sofa|vorhang|vorhänge|fernseher ~ brennt|feuer|\
flammen
feld|wald|wiese|wiesen|strohballen|traktor|mähdrescher|mülleimer ~ brennt
es brennt ~ lichterloh
lichterloh
^ feuer $
^ feuer im|in|bei|am ~ HAUS|uns|nachbar*|stall|wald
hilfe|feuer feuer|hilfe
hier ist ~ feuer|brand $
brand|feuer ~ ausgebrochen|außer_kontrolle
feuer ~ gefangen ~ HAUS|kleidung|hose|haare|küche
HAUS ~ in flammen
aus|am ~ HAUS|fenster|nachbar* ~ flammen|qualm|rauch|qualmt
flammen ~ aus|am|im|schlagen ~ HAUS|fenster
steht|stehen in flammen|brand
feuer ~ HAUS
feuer bei uns|mir|nachbar*
feuer ~ kommt|breitet ~ näher|aus
waldbrand ~ hinter|bei|am|im|nahe|direkt
^ waldbrand $
brand bei|in|im uns|mir|der|unserer|meiner|HAUS HAUS?
rauch|qualm ~ im|aus|in|kommt ~ HAUS|steckdose|motorhaube|fenster|sicherungskasten
HAUS ~ voller|voll rauch|qualm
alles voller|voll rauch|qualm
riecht|stinkt ~ ~ nach|noch|verdächtig gas
gasgeruch|gasleck|gasalarm im|in|bei|hier|HAUS ~
gasleitung|gasflasche|gashahn ~ beschädigt|getroffen|angebohrt|undicht|explodiert|zischt
gas ~ strömt|ausgetreten|tritt|austritt
co|kohlenmonoxid|kohlenmonoxidmelder|comelder|gasmelder|comelder melder|warner|alarm|piept|warnmelder ~ piept|alarm|\
angesprungen|schlägt|uns|ausgelöst
kohlenmonoxidmelder|comelder|gasmelder|gaswarner ~ piept|alarm|angesprungen|schlägt|ausgelöst
gegrillt|grill|ofen|kamin|heizpilz|notstromaggregat|holzkohle|gasofen ~ ~ ~ kopfweh|kopfschmerzen|schwindlig|übel|\
benommen|ohnmächtig|schläfrig|umgekippt
alle|uns|mir|wir ~ ~ schwindlig|übel|benommen|kopfweh ~ ~ ofen|heizung|therme|kamin|grill|gas|abgase
MENSCH ~ hat|bekommt|kriegt|bekam|bekomt|nicht|keine ~ keine|kaum|schlecht|nicht|bekommen|kriegen luft
MENSCH ~ keine|kaum|schlecht luft $|bekommen|mehr|kriegen
MENSCH ~ nach luft ringt|schnappt|ringen|schnappen
MENSCH ~ ringt|schnappt nach luft
MENSCH ~ atmet|schnauft ~ nicht|kaum|schlecht|komisch|schwer|röchelnd
MENSCH ~ nicht ~ atmen|schnaufen|atmet
atmet|schnauft nicht mehr?
hört|hat auf|aufgehört ~ atmen
MENSCH ~ erstickt
MENSCH ~ röchelt
MENSCH ~ atemnot
MENSCH ~ bewusstlos|ohnmächtig|leblos|reglos|regungslos
MENSCH ~ nicht ~ ansprechbar
MENSCH ~ nicht mehr ~ bewusstsein
MENSCH ~ reagiert nicht mehr? $
MENSCH ~ rührt|bewegt|regt|muckst sich nicht
MENSCH ~ nicht ~ bewegen $
MENSCH ~ wacht|wachen|wird|kriege|bekomme|werden ~ nicht ~ auf|wach|munter
MENSCH ~ nicht ~ aufwachen|wachzukriegen|aufzuwecken|wecken|aufgewacht
umgekippt|umgefallen|gestürzt|hingefallen|zusammengesackt|gerutscht|gekippt|gefallen|liegt ~ ~ reagiert|antwortet|\
sagt|spricht|bewegt|rührt|zuckt ~ nicht|nichts
umgekippt|umgefallen|gestürzt|hingefallen|zusammengesackt|gerutscht|gekippt|gefallen ~ ~ ~ nichts|nicht_mehr|\
bewusstlos|blass|grau|blau|komisch
MENSCH ~ umgekippt|umgefallen|zusammengebrochen|kollabiert|zusammengesackt|zusammengeklappt
MENSCH ~ liegt ~ ~ boden|flur|treppe|graben|blut|straße|treppenhaus|bad|badezimmer|schnee ~ nicht|bewegt|blutet|\
hilfe|$
MENSCH liegt boden
grau|kreidebleich|leichenblass|kalkweiß|blau im|ums gesicht
keine puls|herzschlag ~
kind|baby|säugling|MENSCH ~ läuft|ist|wird|lippen|ganz ~ blau $|an|angelaufen
lippen ~ blau
KIND ~ ~ verschluckt
MENSCH ~ verschluckt ~ ~ luft|atmet|hustet|würgt|röchelt|blau
steckt|stecken ~ hals|luftröhre|speiseröhre
liegt|ist|bin|sind ~ bewusstlos
MENSCH ~ hat|bekommt|kriegt|erleidet|nen ~ herzinfarkt|schlaganfall|herzstillstand|hirnblutung
hat MENSCH|MEINE ~ herzinfarkt|schlaganfall
verdacht auf herzinfarkt|schlaganfall|hirnblutung|vergiftung
mundwinkel|gesicht|gesichtshälfte|auge|lid ~ hängt|schief|taub|gelähmt|runter
schiefes|schiefen|schiefer gesicht|mund
hängt ~ mundwinkel|gesicht|gesichtshälfte
MENSCH ~ redet|spricht|sprechen|reden|lallt|artikuliert ~ komisch|wirr|undeutlich|verwaschen|unverständlich|lallend|\
nuschelig|kauderwelsch
MENSCH ~ lallt
plötzlich|auf_einmal|gerade ~ ~ nicht ~ sprechen|reden|sehen|bewegen|heben|laufen
linke|rechte|linken|rechten|halbe ~ seite|arm|bein|hand|körperhälfte|gesichtshälfte ~ taub|gelähmt|nicht|gefühllos|\
kribbelt|schlaff
arm|bein|hand ~ nicht ~ heben|bewegen|spüren ~ spricht|redet|plötzlich|gesicht|komisch
MENSCH|mir ~ seite ~ taub|gelähmt
druck|schmerzen|stechen|enge ~ brust ~
MENSCH ~ fasst|greift|hält sich ~ brust|herz
MENSCH ~ blutet ~ stark|sehr|heftig|viel|kopf|schlimm|wie|überall|nicht
es|das blutet ~ stark|sehr|heftig|viel|schlimm|wie|überall|nicht
blut ~ hört|spritzt|überall|strömt|läuft ~ nicht|raus|auf|aus|$
überall|alles voll|voller blut
blutung ~ nicht ~ stoppen|stillen|auf
MENSCH ~ verblutet
nicht auf ~ bluten
kettensäge|motorsäge|kreissäge|axt|beil|häcksler|mähdrescher|mähwerk|flex|säge ~ ~ bein|hand|fuß|finger|arm|gekommen
finger|hand|arm|bein|zeh|daumen ~ abgeschnitten|abgesägt|abgetrennt|abgehackt|abgerissen
MENSCH ~ stirbt gerade|gleich|jetzt|hier|mir
MENSCH ~ in lebensgefahr
akute lebensgefahr
MENSCH ~ schwer|schlimm verletzt
MENSCH ~ gestürzt|hingefallen|gefallen|umgekippt|umgefallen ~ ~ nicht ~ auf|bewegen|aufstehen|hoch|reagiert
treppe|leiter|dach|gerüst|baum|heuboden|balkon|fenster|pferd ~ gefallen|gestürzt|runtergestürzt|runtergefallen|\
heruntergefallen|abgestürzt ~
MENSCH ~ ertrinkt|ertrunken|untergegangen
ertrinkt ~ MENSCH
MENSCH ~ WASSER ~ gefallen|gestürzt|gesprungen|geraten ~ ~ nicht|hoch|hilfe|weg|mehr|schwimmen
treibt ~ im|in ~ WASSER
MENSCH ~ ins|im|durchs ~ eis ~ eingebrochen|gebrochen
eingebrochen ~ eis
MENSCH ~ ~ GIFT ~ genommen|geschluckt|getrunken|verschluckt|gegessen|gefuttert|geleckt|erwischt
MENSCH ~ insulin ~ ~ gespritzt|komisch|nicht|vergessen
zu viel insulin
MENSCH ~ unterzuckert|unterzuckerung|unterzucker
unterzuckert|unterzuckerung|unterzucker ~ er|sie|krampft|bewusstlos|zittert|was
zuckerkrank|diabetiker|diabetikerin|diabetes ~ ~ wach|ansprechbar|zittert|bewusstlos|wirr|schwitzt
MENSCH ~ überdosis|vergiftet
MENSCH ~ krampft|krampfanfall|krampfanfälle
epileptischen|epileptischer anfall
krampfanfall|anfall ~ hört ~ nicht
schaum vor|vorm ~ mund
MENSCH ~ stromschlag
^ stromschlag
an ~ leitung|stromkabel|kabel|starkstrom ~ gefasst|gekommen|geraten
MENSCH ~ allergischen|allergischer|anaphylaktischen|anaphylaktischer schock
allergische|allergischer reaktion|schock ~ luft|hals|schwillt|gesicht|atmen|zunge
hals|zunge|rachen|gesicht|lippen|lippe ~ schwillt|anschwillt|zugeschwollen|angeschwollen|zuschwillt
schwillt|schwellen ~ hals|zunge|gesicht|lippen|rachen
wespe|wespenstich|biene|bienenstich|hornisse ~ ~ mund|hals|zunge|luft|schwillt|allergisch
das|es|hier ist ~ ein|medizinischer notfall
wir|ich habe|haben ~ einen ~ notfall
^ notfall $
gerade|eben ~ schwerer|schwerem|schweren unfall
schwerer unfall ~ passiert|verletzt*|tot*|straße|landstraße|bundesstraße|kreuzung
unfall ~ ~ verletzt|verletzte|verletzter|schwerverletzt*|blutet|eingeklemmt|bewusstlos
^ schwerer unfall
MENSCH ~ eingeklemmt|verschüttet|angefahren|überfahren|überrollt
MENSCH ~ liegt ~ drunter|darunter|unterm
unter|unterm ~ traktor|trecker|auto|baum|anhänger|maschine ~ liegt|eingeklemmt|begraben
traktor|trecker|bagger|quad|anhänger|gabelstapler|auto|bus ~ umgekippt|überschlagen|umgestürzt ~ ~ liegt|drunter|\
eingeklemmt|drin|fahrer|bauer|graben
auto|motorrad|moped ~ gegen|graben|baum|überschlagen ~ ~ verletzt|blutet|drin|eingeklemmt|fahrer
lawine|schlucht|gletscher ~ verschüttet|abgestürzt|gestürzt
MEINE|der|die|das|ein KIND ~ ~ verschwunden|entführt|vermisst|weggelaufen|abgehauen|verlaufen
KIND ~ nicht ~ heimgekommen|gekommen|daheim
KIND ~ ~ nicht ~ gekommen|heimgekommen|zurückgekommen|aufgetaucht ~ ~ wo|seit|stunden|handy
KIND ~ ~ seit ~ stunden|gestern|mittag|heute ~ weg|verschwunden|vermisst|nicht
KIND ~ ~ finden|finde|gefunden ~ nicht|nirgends
finden|finde ~ KIND ~ nicht|nirgends
niemand|keine weiß wo ~ er|sie|es|KIND ~ ist|steckt
KIND ~ alleine?|allein? ~ im auto ~ heiß|hitze|sonne|eingesperrt|schreit
dement|demenz|demente|alzheimer|verwirrte|verwirrter|dementer ~ ~ weggelaufen|verschwunden|weg|verlaufen|abgängig|\
vermisst|umher|irrt
MENSCH ~ ~ verschwunden ~ ~ dement|demenz|verwirrt|alzheimer
aus dem|vom ~ heim|pflegeheim|krankenhaus|altenheim ~ weg|weggelaufen|verschwunden|abgehauen
MENSCH ~ irrt ~ umher|herum|straße|nacht
MENSCH ~ macht|öffnet ~ seit ~ ~ nicht auf|mehr
MENSCH ~ seit ~ tagen ~ nicht gesehen|gemeldet|aufgemacht ~
MENSCH ~ liegt|schläft|sitzt|steht ~ ~ draußen|brücke|bank|parkbank|bahnhof|schnee|freien|decke ~ ~ minus|frost|\
erfroren|erfriert|friert|decke|kalt|eiskalt
minus ~ grad ~ ~ ~ draußen|brücke|bank|straße|liegt|schläft
MENSCH ~ halb? erfroren|unterkühlt|erfriert
^ hitzschlag|hirnblutung|lungenembolie|herzstillstand|atemstillstand $
MENSCH ~ keine puls
puls ~ nicht ~ fühlen|spüren|tasten
herz schlägt nicht ~
MENSCH ~ wiederbeleben|reanimieren ~ jetzt|gerade|wie|schnell
wiederbeleben|reanimieren wir|ich gerade
MENSCH ~ ist|sind ~ weggetreten|nicht bei sich
MENSCH ~ verdreht|verdrehen ~ augen
MENSCH ~ zuckt ~ ganzen|am|unkontrolliert|und
MENSCH ~ heiß|rot|hitze ~ ~ auto|sonne ~ bewusst*|umgekippt|redet|schwitzt
MENSCH ~ hitzschlag|hirnblutung|lungenembolie|aneurysma|blutvergiftung|sepsis
MENSCH ~ treibt ~ WASSER|oben|bauch
untergegangen ~ ~ nicht|WASSER
MENSCH ~ sich ~ reingebissen|aufgespießt|gepfählt
messer|glas|scherbe ~ steckt ~ bein|bauch|hand|arm|auge|rücken
auto ~ ~ steht in|im ~ WASSER|flammen
explosion|explodiert ~ ~ HAUS|verletzt*|hier|nachbar*|gas|gerade
es hat ~ explodiert|geknallt ~ feuer|rauch|verletzt*|flammen
zug|bus|auto|lkw ~ ~ entgleist|reingerast|gerast|gekracht|gestoßen ~
dach|haus|mauer|gerüst|decke ~ eingestürzt|zusammengestürzt ~
hochwasser|flutwelle|wasser ~ ~ eingeschlossen|dach|mitgerissen|weggespült
MENSCH ~ mitgerissen|abgetrieben|abgesoffen
giftig*|chemikalie* ~ gase|dämpfe|wolke|eingeatmet
MENSCH ~ eingeatmet ~ ~ husten|hustet|luft|atmet|bewusst*
es brennt und|wir|ich
wir kriegen|bekommen ~ keine|kaum luft ~ $
"""
