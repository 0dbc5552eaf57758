"""Violence suffered or seen, children in danger, threats against others; written as in `phrases`."""
from __future__ import annotations

FELT_VIOLENCE = """
hat|haben mir ~ ~ eine geknallt|gescheuert|geklebt|gelangt|reingehauen|verpasst|gewischt|gepfeffert|geschallert
lauert|lauern ~ mir ~ auf
mir ~ auflauert|aufgelauert|auflauern|nachgestellt|nachstellt
ich fürchte|fürcht mich ~ vor MEINE PARTNER|ELTERN|sohn|schwiegersohn
SCHLÄGT mich
MENSCH ~ SCHLÄGT ~ uns
MENSCH ~ SCHLÄGT|haut|bedroht|verfolgt|stalkt|schubst|tritt|beißt|schlagt|belästigt|quält|erpresst|begrapscht ~ mich
PARTNER ~ SCHLÄGT|haut|bedroht ~ uns|kinder|kind
mich ~ SCHLÄGT
mich ~ stalkt|verfolgt|belästigt ~ MENSCH
PARTNER ~ mich ~ schlagen|hauen|treten|würgen|prügeln|tot
MENSCH mich ~ schlagen|hauen|schlagt
PARTNER ~ schlagen|hauen ~ mich|kinder|kind
ich werde|wurde|bin|werd|worden ~ GESCHLAGEN|verfolgt|überfallen|genötigt|begrabscht|begrapscht|belästigt
ich ~ zusammen geschlagen
ich ~ zusammengeschlagen
hat mich ~ GESCHLAGEN|angefasst|begrabscht|begrapscht|überfallen|angegriffen|vergewaltigt|ausgezogen|genötigt
haben mich ~ GESCHLAGEN|überfallen|angegriffen|angefasst
mich ~ hat ~ MENSCH ~ GESCHLAGEN|angefasst|vergewaltigt
MENSCH mich ~ GESCHLAGEN
von|durch MEINE PARTNER ~ GESCHLAGEN
MENSCH ~ WILL|droht|gedroht|droht mir ~ mich ~ UMBRINGEN|abstechen|schlagen|totschlagen
MENSCH ~ droht|gedroht ~ mich ~ UMBRINGEN
MENSCH ~ droht mir
MENSCH ~ bringt mich um
MENSCH ~ bringt mich ~ um ~ $|wenn|noch|heute
MENSCH ~ geht|ging|losgegangen ~ auf mich ~
MENSCH ~ mich ~ tot|umbringen ~ machen|schlagen|sagt
ich ~ habe ~ angst vor MEINE PARTNER|ELTERN|sohn|tochter|schwiegersohn|chef
ich ~ habe ~ angst vor ihm|ihr $|ich|wenn|weil|und
angst ~ vor ihm ~ $
angst vor MEINE PARTNER|ELTERN
ich|wir ~ erlebe|erfahre|leide|erleide ~ gewalt
ich ~ opfer ~ gewalt|vergewaltigung|missbrauch
ich ~ morddrohungen
ich ~ vergewaltigt
zwingt|zwang|gezwungen|zwingen|nötigt ~ mich ~ sex|bett|sexuell|heiraten|ausziehen|schlafen
mich ~ zum|zu sex|geschlechtsverkehr|heiraten|hochzeit ~ gezwungen|zwingen|zwingt|genötigt
sex ~ obwohl|gegen ~ nicht|willen
ko tropfen
gewalt ~ zu hause ~ mich|mir
MENSCH|er lässt|will|lasst mich nicht ~ haus|raus|gehen|weg|wohnung|hause|gehn
nicht ~ raus|gehn|gehen lassen? ~ abgeschlossen|eingesperrt
PARTNER|er ~ sperrt|schließt|gesperrt|eingesperrt ~ mich ~ ein|zimmer|keller|$
PARTNER|er|sohn|tochter|schwiegertochter ~ nimmt|genommen|weggenommen|nahm ~ handy|pass|geld|schlüssel|papiere|\
ausweis|rente
hat mir ~ handy|pass|geld|schlüssel|papiere|ausweis ~ genommen|weggenommen|abgenommen
PARTNER|er|sohn|tochter|pfleger|pflegerin|schwiegertochter ~ schubst|kneift|schüttelt|tritt|fesselt ~ mich ~
PARTNER|er ~ kontrolliert|überwacht ~ mich ~ angst|handy|nicht
macht mich kaputt ~ ~ handy|pass|schlägt|raus|angst
habe|haben ~ mich|uns ~ bad|badezimmer|klo|zimmer|keller|schlafzimmer|toilette ~ eingeschlossen|eingesperrt|\
verbarrikadiert|versteckt
mich|uns ~ im|in ~ eingeschlossen|eingesperrt|verbarrikadiert ~ er|mann|freund|weil
verstecke|versteckt ~ mich|uns ~ vor|weil ~ ihm|er|mann|ex|freund
ich|wir verstecke|verstecken ~ mich|uns ~ vor
ex|exmann|exfreund|er|mann|stalker ~ steht ~ vor|unten|draußen ~ tür|haus|wohnung|auto|arbeit|wieder|$
tritt|hämmert|schlägt|poltert|trommelt ~ gegen|tür|dagegen|ein ~ tür|wohnungstür|ein|dagegen
er|mann|freund|PARTNER ~ zerschlägt|zertrümmert|demoliert ~ küche|wohnung|alles|möbel|zimmer
PARTNER|er|bruder|vater|sohn ~ dreht|rastet|flippt ~ durch|aus ~ ~ angst|messer|kinder|hilfe|bad|eingeschlossen|\
drogen|schlägt
eingeschlossen|eingesperrt|bad ~ ~ er dreht|rastet|flippt
WAFFE|drogen ~ ~ durchgedreht|dreht|rastet
MENSCH ~ hat|hält|zieht|holt|läuft ~ WAFFE ~ tür|gezogen|hand|kehle|hals|mir|uns|herum|und|$
MENSCH ~ mit ~ WAFFE ~ bedroht|auf|vor|hinter|angegriffen
WAFFE ~ gezogen|bedroht|hals|kehle
bedroht|droht|bedrohen|gedroht ~ WAFFE
einbrecher ~ HAUS|uns
bei uns|mir wird ~ eingebrochen
MENSCH ~ bricht ~ ein $|gerade|bei
jemand versucht ~ einzubrechen
jemand|wer|fremder ~ in|im ~ HAUS ~ hilfe|schleicht|höre|drin
ich ~ schüsse gehört
schüsse ~ gefallen|gehört|hier|fallen
ein|der mann|typ|kerl ~ verfolgt|läuft ~ mich|mir ~ nach|hinterher|gerade|seit|$
ich ~ werde|fühle ~ verfolgt ~
ich|wir muss|müssen|brauche ~ ~ frauenhaus ~ $|platz|heute|nimmt|jetzt
frauenhaus ~ ~ nimmt|aufnimmt|platz|aufnehmen ~ mich|uns|mir|kindern|frei
muss ~ ~ heute ~ kindern ~ raus|weg
MENSCH ~ gedroht|droht ~ kindern|kind|mir|uns ~ etwas|antun|anzutun|umzubringen
schreiben|schreibt|drohen|droht ~ ~ haus ~ anzünden|anzuzünden
schicken|schickt|rufen|ruft|ruf|holen|holt ~ polizei
ich ~ brauche ~ polizei $
bitte|schnell|sofort polizei ~ $
schlägerei|messerstecherei ~ gerade|hier|jetzt|draußen|straße
MENSCH ~ tut|tat ~ mir ~ weh $|wenn|jeden|immer|und|er
MENSCH ~ handgreiflich|gewalttätig|brutal ~ $|geworden|gegen|wird|wenn|und
MENSCH ~ mich ~ haaren|wand|treppe|boden|gesicht|hals ~ ~ gezogen|gestoßen|geschleudert|geworfen|geschlagen|\
gedrückt|geschubst|gepackt
MENSCH ~ mir ~ ~ ins gesicht|auf den kopf|eine reingehauen|gespuckt
MENSCH ~ hat ~ zugeschlagen|zugestochen|zugetreten
blaues auge|veilchen ~ ~ mann|freund|er|ex|partner
grün und blau ~
mann|freund|er|ex|partner|vater|stiefvater ~ ~ blaues auge
rastet|flippt|dreht ~ aus|durch ~ wenn er ~ trinkt|getrunken|betrunken
er|mann|vater|sohn ~ wenn er ~ trinkt|betrunken|besoffen ~ ~ schlägt|aggressiv|angst|brüllt|tritt|haut|zuschlägt
WILL|soll|muss|werde ~ ~ zwangsverheiratet|zwangsheirat|verheiraten|verheiratet ~ gegen|familie|eltern|vater|cousin|\
nicht
familie|eltern|vater|bruder|brüder ~ ~ zwangsverheiraten|verheiraten|ehrenmord|umbringen ~ mich|$
mich ~ zwangsverheiraten|umbringen|verschleppen|entführen
ich ~ werde|wurde|bin ~ ausgeraubt|entführt|festgehalten|gefangen|bedrängt|angegriffen|erpresst|zwangsverheiratet
MENSCH ~ hält|hielt ~ mich ~ fest|gefangen
gegen meinen willen ~ ~ geschlafen|angefasst|sex|ausgezogen|festgehalten|berührt
MENSCH ~ mich ~ festgehalten|festhält|gewaltsam|ausgezogen|bedrängt|belästigt
ich ~ nein gesagt ~ ~ weiter|trotzdem|aufgehört|er
intime|nackte|nacktfotos|nacktvideo ~ ~ erpresst|veröffentlich*|droht
ich ~ getraue|traue|trau mich nicht ~ ~ heim|hause|wohnung|raus ~ er|mann|weil|ex|$
flüchte|fliehe|geflohen|geflüchtet ~ ~ vor meinem|ihm ~
vor meinem|dem|ihm mann|exmann|ex|freund|vater ~ ~ versteckt|geflohen|flüchten|fliehen|geflüchtet|verstecken|sicher
bin|sind ~ nicht sicher ~ er|mann|zuhause|hause
bekomme|kriege|erhalte ~ drohungen|drohbriefe|morddrohungen
er|ex|sie ~ weiß wo ich wohne ~
tochter|sohn|schwiegertochter|enkel|pfleger|pflegerin|schwester ~ ~ gibt|lässt|schreit ~ mir|mich ~ ~ nichts zu|\
nicht essen|trinken|raus|liegen
lässt mich ~ liegen|hungern|verhungern ~ ~ nassen|dreck|stunden|nichts|$
"""

SEEN_VIOLENCE = """
PARTNER|er|nachbar|sohn|pfleger|pflegerin|schwiegertochter ~ SCHLÄGT|haut ~ seine|ihre|meine|unsere|die|mama|mutter \
~ frau|mutter|freundin|schwester|tochter|nachbarin|mama|oma|vater|opa|$
MEINE freundin|schwester|tochter|nachbarin|mutter|oma|vater|opa|kollegin|cousine|tante ~ wird|wurde|werden ~ \
GESCHLAGEN
die? nachbarin|frau|freundin ~ wird ~ ~ GESCHLAGEN ~
MENSCH ~ MEINE mutter|oma|vater|opa|schwester|freundin|tochter|nachbarin|mann|frau ~ GESCHLAGEN|fixiert|angebunden|\
festgebunden|angegriffen|angefasst
nachbar|nachbarn ~ SCHLÄGT|prügeln|schlagen ~ frau|kind|kinder
SCHLÄGT der|ihr|sein|dort|da ~ mann|vater|freund|partner ~ kinder|kind|frau|sie
höre|hör|sehe|seh|nebenan|nachbarwohnung|gegenüber ~ ~ GESCHLAGEN|schläge|prügelt|schlägt
höre|hört|hör|nebenan|gegenüber|nachbarwohnung ~ ~ schreit|schreie|schreien ~ frau|hilfe|nachbarin|sie|$|seit
frau|nachbarin ~ schreit|schreien|ruft|schrie ~ um? ~ hilfe ~
schreit|ruft ~ um hilfe
jemand|einer ist ~ wohnung|haus|keller|zimmer eingebrochen
pfleger|pflegerin|pflegedienst|heim|altenheim|pflegeheim|betreuer ~ ~ GESCHLAGEN|fixiert|angebunden|festgebunden|\
ruhiggestellt|hungern|verdursten
blaue flecken|flecke ~ mutter|oma|vater|opa|heim|pflege|nachbarin|frau|freundin
mutter|oma|vater|opa|nachbarin|freundin ~ ~ blaue flecken|flecke
nachbar|mann|er|freund ~ ~ grün und blau
MEINE freundin|schwester|tochter|nachbarin|mutter|oma|kollegin ~ hat ~ angst vor ihrem|ihm
MENSCH|MEINE ~ wird|wurde ~ ~ von ~ mann|freund|ex|vater|sohn|partner|pfleger ~ GESCHLAGEN|bedroht
mann|nachbar|freund|typ ~ geht|losgegangen ~ auf ~ frau|freundin ~ los
prügelt|schlägt|tritt ~ ~ auf ~ ein ~
schlägt|prügelt|tritt ~ gerade|grade ~ ~ frau|freundin|mann|mutter|zusammen
MENSCH ~ überfallen|ausgeraubt|niedergestochen|angeschossen|zusammengeschlagen|erstochen ~
frau|mädchen ~ ~ vergewaltigt|belästigt|festgehalten|entführt ~ gerade|hier|hilfe|worden|wird
papa|vater|mann|stiefvater|er|freund ~ SCHLÄGT|haut|würgt|verprügelt ~ ~ mama|mutter|frau ~
papa|vater|mann|stiefvater|freund ~ mama|mutter|frau ~ SCHLÄGT|haut|schlagen|hauen
MENSCH|kerl|typ ~ SCHLÄGT|haut ~ seine|siene frau|kinder|freundin
"""

FELT_CHILD = """
ELTERN ~ SCHLÄGT|schlagen|haut|hauen|verprügeln|prügeln|misshandeln|einsperren|sperrt|sperren|verhauen ~ mich|uns
ELTERN ~ mich ~ SCHLÄGT|schlagen|haut|hauen|verprügelt|verprügeln|misshandelt|verhauen
ELTERN ~ hat|haben mich ~ GESCHLAGEN
fasst|fasste|begrabscht|begrapscht|streichelt mich ~ an|unten|intim
ELTERN|trainer|lehrer|betreuer|pfarrer|mann|opa|nachbar ~ fasst|fast|begrabscht|begrapscht|berührt ~ mich ~ an|\
unten|$|überall
ELTERN|trainer|lehrer|betreuer ~ kommt|kam ~ nachts|nacht ~ zimmer|bett
ELTERN|trainer|lehrer|betreuer|pfarrer|typ|nachbar|mann ~ ~ nacktbilder|nacktfotos|nackt|auszieh*|auszuziehen
nacktbilder|nacktfotos ~ ~ mir|schicken|erpresst|mich
trainer|lehrer|betreuer|pfarrer|erzieher|onkel|stiefvater ~ ~ angefasst|begrapscht|befummelt|missbraucht|\
vergewaltigt|geküsst
von MEINE ELTERN ~ GESCHLAGEN
zu? hause|zuhause|daheim ~ geschlagen|verprügelt|misshandelt|verhauen
ich ~ halte ~ ~ zuhause|daheim|hause nicht mehr aus ~
ich ~ bin # ~ ~ abgehauen|weggelaufen|geschlagen|schlägt|angefasst
habe mein|meine|meinen baby|kind|kinder|sohn|tochter ~ geschüttelt|geschlagen|misshandelt|verprügelt
MENSCH ~ hat ~ kind|baby|sohn|tochter ~ geschüttelt
klasse|schule ~ werde|werd ich ~ gemobbt|geschlagen|verprügelt|fertiggemacht
ich ~ werde|werd ~ schule|klasse|mitschülern ~ gemobbt|geschlagen|verprügelt|fertiggemacht
mitschüler|klasse|alle ~ mobben|mobbt|schlagen|verprügeln mich
ich ~ von zu? hause|zuhause|daheim ~ weggelaufen|abgehauen|rausgeworfen|rausgeschmissen
abgehauen|weggelaufen ~ von zu? hause|zuhause|daheim ~ ich|weil
trau|traue mich nicht ~ hause|heim|zurück
angst ~ hause|heim zu? gehen
ich ~ schlage|schlug|schüttle|schüttel|schüttele ~ mein|meine|meinen kind|kinder|baby|sohn|tochter
MEINE kind|baby|sohn|tochter|kindern|säugling ~ etwas|weh antun|antue|anzutun|tue|tun
ich ~ kind|baby ~ an ~ wand|werfen|schmeißen|schütteln $
gewalt ~ zu hause ~ kind|mama|papa
mama|papa|mutter|vater|eltern ~ ~ trinkt|trinken|betrunken|besoffen|weg ~ ~ allein|alleine|angst|hunger|schreit
ich ~ bin # ~ ~ allein|alleine|angst|hunger|eltern|mama|papa ~ ~ weg|schreien|betrunken|trinkt|essen|hause
ich ~ darf ~ nichts|nicht ~ essen|trinken|raus|zimmer $|und|seit
ELTERN ~ ~ sperrt|sperren|gesperrt|eingesperrt ~ mich ~
ELTERN|trainer|lehrer|betreuer|er ~ macht|machte|gemacht ~ sachen|dinge|komische ~ mit mir ~
ELTERN|trainer|lehrer|betreuer|er ~ ~ zu mir ins|in bett|zimmer
ELTERN|trainer|lehrer|betreuer|er ~ legt|leg sich ~ zu mir ~
ich ~ soll|darf ~ niemandem|keinem|niemand|keine ~ sagen|erzählen|verraten ~ ~ anfasst|geheimnis|angefasst|schlägt|\
macht
unser geheimnis ~ ~ anfasst|angefasst|papa|onkel|trainer
unten angefasst|anfasst|berührt
im intimbereich ~
ELTERN ~ ~ angst ~ schlägt|haut|gürtel|schreit|trinkt
gürtel|kleiderbügel|stock|kochlöffel ~ ~ mich|geschlagen|schlägt|haut
gürtel|kleiderbügel|stock|kochlöffel ~ ELTERN
mitschüler|älteren|jungs|klasse ~ ~ verprügelt|schlagen|bedrohen|erpressen|abgezogen|treten ~ mich|$
mein baby|kind ~ ~ schreit ~ ~ ich ~ kann|raste|drehe|halte|schüttle|schüttel|werfe ~ nicht|durch|aus|mehr|es
angst ~ ~ meinem|meiner|meinen kind|baby|tochter|sohn|kindern ~ etwas|weh ~ tue|antue|tun
"""

SEEN_CHILD = """
NACHBARSKIND ~ ~ wird|wurde|werden ~ GESCHLAGEN|vernachlässigt
NACHBARSKIND ~ ~ GESCHLAGEN|vernachlässigt wird|wurde|werden
werden|wird ~ NACHBARSKIND ~ ~ GESCHLAGEN|vernachlässigt
SCHLÄGT|schlagen|haut ~ sein|ihr|seine|ihre kind|kinder|baby|sohn|tochter
nachbarn|nachbar|eltern|nachbarin ~ schlagen|schlägt|sperren|sperrt|schreien|verprügeln|prügeln|lassen ~ ~ kind|\
kinder|baby|sohn|tochter
NACHBARSKIND ~ ~ blaue|überall|lauter flecken|flecke|striemen|verletzungen|blaue
blaue flecken|flecke|striemen ~ ~ NACHBARSKIND
NACHBARSKIND ~ schreit|weint|schreien|weinen|wimmert ~ ~ seit|stunden|nacht|nächte|schläge|jede|jeden|allein
schreit|weint|schreien|weinen|wimmert ~ ~ NACHBARSKIND ~ ~ schläge|nebenan|stunden|seit|jede|nachts|allein|$
NACHBARSKIND ~ ~ eingesperrt|allein|alleine|hungern|verwahrlost ~ ~ hunger|tag|nacht|tage|eingesperrt|dreckig|\
gelassen|wohnung|keller
sperren|sperrt|eingesperrt ~ NACHBARSKIND ~ ~ keller|zimmer|balkon|ein|dunkel
NACHBARSKIND ~ ~ angefasst|begrapscht|befummelt|missbraucht
NACHBARSKIND ~ erzählt|sagt|gesagt|erzählte ~ ~ papa|vater|mama|onkel|stiefvater|trainer ~ ~ schlägt|haut|fasst|weh|\
war|anfasst
NACHBARSKIND ~ ~ abgemagert|verwahrlost|verwahrlosen|vernachlässigt|hungert|misshandelt ~
NACHBARSKIND ~ ~ angst ~ nach? hause|heim ~ zu? gehen|will
nachbar|nachbarin|nachbarn|eltern ~ ~ brüllt|schlägt|schüttelt|prügelt|würgt|misshandelt|verprügelt|haut ~ ~ \
NACHBARSKIND
tochter|sohn|enkel|enkelin|kind|nichte|neffe ~ ~ wird|wurde ~ ~ GESCHLAGEN|angefasst|begrapscht|befummelt ~
tochter|sohn|enkel|enkelin|kind|nichte|neffe ~ erzählt|sagt|gesagt ~ ~ angefasst|anfasst|schlägt|weh|geschlagen
NACHBARSKIND ~ ~ nicht abgeholt|versorgt ~ ~ tage|stunden|eltern
NACHBARSKIND ~ ~ barfuß|schlafanzug|windel ~ ~ allein|straße|draußen|schnee|kalt
eltern ~ ~ lassen ~ NACHBARSKIND ~ ~ allein|hungern|alleine|nacht
"""

THREAT = """
zünde|zünd ich ~ AMT|alles|ihn|euch ~ an
ich WILL ~ jemanden|ihn|sie|alle|den|die|meine* ~ UMBRINGEN|abstechen|abknallen|umlegen|totschlagen|kaltmachen
ich WILL ~ MEINE ~ umbringen|töten|erschießen|vergiften|abstechen|abknallen|totschlagen|erstechen
ich ~ bringe ~ ihn|jemanden|alle|sie|den|die|das|euch|dich|MEINE ~ um $|heute|morgen|wenn|weil|wirklich|ehrlich|und|\
ich|noch|gleich|der|die|er|sie
ich ~ bringe MEINE ~ um $
ich ~ bringe ihn|jemanden|alle um
bringe ich ~ ihn|jemanden|alle|sie|den|die|euch|dich|MEINE ~ um $|heute|morgen|wenn|weil|und
ich ~ steche ~ ihn|sie|den|die|alle|euch|dich|jemanden|MEINE ~ ab|nieder
ich ~ knalle ~ ihn|sie|den|die|alle|euch|dich|jemanden|MEINE ~ ab|nieder
knalle ~ die|ihn|sie|euch|den|alle ~ ab $
steche ~ die|ihn|sie|euch|den|alle ~ ab $
ich ~ mache ~ ihn|sie|den|die|alle|euch|dich|MEINE ~ kalt|alle|platt $
ich ~ schlage ~ ihn|sie|den|die|alle|euch|dich|MEINE ~ tot|schädel|krankenhausreif
ich ~ lege ~ ihn|sie|den|euch|dich ~ um $
ich ~ erschieße|erschlage|erwürge|vergifte|ersteche|töte|erdrossle|überfahre|köpfe|kille ~ ihn|sie|den|die|alle|\
euch|dich|jemanden|MEINE
erschieße|erschlage|erwürge|ersteche|töte|kille ich ~ ihn|sie|den|die|alle|euch|dich|jemanden|MEINE
ich ~ mit ~ WAFFE ~ ins|zum|zur|in die ~ AMT
ich ~ zünde ~ AMT|ihn|sie|alles|euch|ihnen ~ an
ich ~ fackle|fackel|brenne ~ AMT|alles ~ ab|nieder
ich ~ jage|sprenge ~ AMT|alle|alles|euch ~ luft|$
ich ~ laufe|lauf|renne ~ amok
laufe|lauf ~ ich? ~ amok
MENSCH ~ amok|amoklauf ~ laufen|läuft|plant|angekündigt|droht|machen
ich ~ amok|amoklauf ~ $|laufen|machen
bombe ~ in|im|gelegt|versteckt|bauen ~ AMT|gelegt|hochgehen|bahnhof
MENSCH ~ bringt|nimmt|hat ~ WAFFE|bombe ~ ~ schule|schießt|schießen|mit
MENSCH ~ droht|gedroht|WILL ~ alle|jemanden|ihn|sie|lehrer|mitschüler|lehrerin|familie ~ UMBRINGEN|abstechen|abknallen
ich habe|hätte ~ fast ~ kissen|gewürgt|erwürgt|totgeschlagen|umgebracht
kissen ~ aufs|auf|ins gesicht
ich ~ habe ~ ihn|sie|jemanden ~ umgebracht|erstochen|getötet|erschlagen|erschossen|totgeschlagen
ich ~ angst ~ dass ~ ich ~ ihn|ihr|ihm|jemandem|jemanden|mutter|vater|mann|frau ~ etwas|weh|umbringe|antue ~
ich ~ schieße|schieß ~ ihm|ihr|ihn|denen|dem|alle|euch ~ kopf|kugel|nieder|über|tot|weg
ich ~ schneide|schneid|steche ~ ihm|ihr|denen|dem ~ kehle|hals|bauch|auf|durch|messer
ich ~ ramme|hau|haue|stoße ~ ihm|ihr|dem ~ WAFFE ~
WAFFE ~ ~ in ~ schädel|bauch|rücken|brust|hals rammen|ramme|hauen|haue|stechen|steche
gibt|gibts ~ tote ~ $|wenn|morgen|dann
es wird ~ tote geben
wird blut fließen
nehme ~ welche|alle|paar|die ~ mit ~ in den|ins tod|grab|hölle
erlebt|überlebt ~ morgigen|nächsten tag nicht
überlebt ~ nicht ~ wenn ich ~ komme|erwische|kriege
ich ~ bringe sie alle um
umbringen|abstechen|abknallen|erschießen ~ WILL ich|ihn|sie|die|alle
der|die|er|sie muss|müssen sterben $|und|morgen|dafür
den|die|ihn|sie|dich|euch bringe ich ~ um
den|die|ihn|sie|dich|euch steche|knalle ich ~ ab
den|die|ihn|sie|dich|euch mache ich ~ kalt|platt $
den|die|ihn|sie|dich|euch schlage ich ~ tot
ich ~ habe ~ WAFFE ~ ~ und|damit ~ ~ rathaus|amt|schule|jobcenter|alle|ihn|komme
komme|fahre|gehe ~ mit ~ WAFFE ~ ~ AMT|vorbei|zu
MENSCH ~ WILL|droht|plant ~ ~ schule|lehrer|mitschüler|klasse|rathaus ~ ~ anschlag|amok|sprengen|schießen|anzünden|\
umbringen
anschlag ~ ~ geplant|planen|plant ~ ~ ich|wir|morgen|schule|er
steche|knalle|schlage|mache|bringe ich ~ MEINE ~ ab|tot|kalt|um $|wenn|noch|und
"""
