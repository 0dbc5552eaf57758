"""Figures of speech and everyday sentences in which strong words mean no need; written as in `phrases`."""
from __future__ import annotations

HARMLESS = """
sterbe|sterb|gestorben ~ vor lachen|langeweile|neugier|hunger|scham|aufregung|hitze|durst|peinlichkeit|spannung|freude
sterben ~ vor lachen|langeweile|neugier|hunger|scham|aufregung|hitze|durst|peinlichkeit|spannung|freude
lach|lache|lachen|gelacht|ärgere|schufte|arbeite mich|uns tot|kaputt|schlapp
bringe|bringt mich|uns ~ um|weg ~ vor lachen
hier|dort|stadt|dorf|land|großstadt nicht mehr leben
so|hier ~ kann|will|mag man|doch|niemand|keine ~ nicht? mehr leben
von|davon ~ kann|können ~ nicht mehr leben
kann|können ~ von|davon ~ nicht mehr leben
nicht mehr leben von
zu|in|im|mit hause|würde|hospiz sterben
daheim|würdevoll|selbstbestimmt|zuhause|begleitet|würdig sterben
dorf|verein|idee|laden ~ sterben lassen
wo|wenn|falls ~ brennt
wo brennt es
brennt ~ unter|auf|an ~ nägeln|ecken|seele|herzen|zunge
brennt ~ für
brennt in mir
brennt durch
brennt die|der|uns|unser luft|hütte|baum|kittel
brennt das|die|eine|noch ~ licht|lampe|laterne|straßenlaterne
schlägt mich|uns ~ ~ schach|spiel|tennis|turnier|wettbewerb|fußball|skat|karten|tischtennis
schlägt|schlagen mir|ihm|ihr|ihnen? vor
schlägt|schlagen ~ ~ vor $|dass|zu
schlägt mich|uns ~ durch
^ bitte? schlägt|schlagt|haut mich nicht
das|es haut mich|uns ~ um|vom
haut|hauen ~ in ~ pfanne
geschlagen im|beim schach|spiel|wettbewerb|turnier|tennis
schach|spiel|tennis|turnier|wettbewerb|fußball geschlagen
geschlagen geben
ersticke|erstick|ersticken|erstickt ~ in|an|im|unter ~ arbeit|papier*|bürokratie|formularen|mails|anträgen|bergen|\
auflagen
ertrinke|ertrinken|ertrinkt ~ in ~ arbeit|papier*|bürokratie|formularen|mails|anträgen|auflagen
keine|kaum luft mehr? für|nach|im|oben|haushalt
keine|kaum luft mehr? ~ vor lauter vorschriften|arbeit|terminen|formularen|auflagen|papier*|bürokratie
die hütte brennt
vom|von ~ amt|behörde|pech|gedanken|bürokratie|thema verfolgt
hat ~ jahr|jahren|jahre|damals|früher ~ schlaganfall|herzinfarkt
hat ~ schlaganfall|herzinfarkt ~ gehabt|erlitten|überlebt|überstanden|hinter
hatte ~ schlaganfall|herzinfarkt
kriege|bekomme ~ gleich|noch|fast ~ ~ herzinfarkt|schlaganfall|herzkasper|krise ~ wenn|bei|wegen|mit
herzinfarkt|schlaganfall|herzkasper wenn ~ ~ sehe|lese|höre|denke
keine sinn mehr in|darin|für|das|den|die
genommen um ~ einzuschlafen|schlafen
springe ~ gleich? ~ punkt|thema|sache|frage
springe ~ ein $
springe ~ ins kalte
sprung|springe|springen ins kalte wasser
gehe|gehen ~ jeden|täglich|regelmäßig ~ ins wasser
gehe|gehen ~ ins wasser ~ jeden|morgens|täglich|schwimmen|baden|regelmäßig
bringe|bringt|bringen ~ ~ um den|die|das|jede|meinen|unsere|ihre ~ verstand|schlaf|chance|chancen|geld|ruhe|\
ersparten|erfolg|ecke
bringe|bringen ~ um #|halb|viertel|acht|neun|zehn|sieben|sechs ~ uhr|zur|in|ins|zum
ich könnte|könnt ihn|den|die|sie|das|alle ~ ~ erwürgen|erschlagen|umbringen|würgen|killen|erschießen
mache|machen ~ schluss mit ~ flächen*|verschwendung|plastik|müll|bürokratie|autos|lärm|langeweile|papier*|rauchen
weg von ~ kohle|auto|öl|gas|plastik|bildschirm|straße|handy
nicht mehr so|ganz? allein|alleine ~ leben|wohnen
nicht mehr in|auf ~ stadt|dorf|haus|wohnung|großstadt|block|land leben|wohnen
erkennt|erkennen ~ ob ~ ~ wird|werden
kinder|frauen|menschen|mädchen|jugendliche|mütter|männer|tiere|senioren die ~ ~ GESCHLAGEN ~ werden|wurden|worden
feuer und flamme
schluss für|fürs heute|jetzt|erste|diesmal|diese|dieses
droht|drohen|drohte mir|uns|ihm|ihr ~ mit ~ anwalt|anzeige|klage|abmahnung|kündigung|austritt|bußgeld|mahnung|gericht
daumen|finger ~ gehauen|geschlagen
auf ~ daumen|finger gehauen|geschlagen
GESCHLAGEN worden? das|es ist ~ jahre|jahrzehnte|jahren her
fleisch und blut
kriegt|bekommt|hat man keine|kaum luft
hatte|hatten ~ fieber
nach dem|seinem|ihrem tod|tode meines|meiner|von|des|der|unseres|unserer|seines|ihres
weiterläuft|weitergeht|weiterlebt|weitermacht|übernimmt|nachfolge ~ wenn ich ~ nicht mehr da|bin|kann
geht|läuft|lebt ~ ~ weiter wenn ich ~ nicht mehr da|bin|kann
bei|von euch|ihnen nicht mehr existieren|auftauchen|stehen
chef|chefin|arbeit|dienst lässt mich ~ nicht
ehrenamt|verein|projekt|dorf|engagement ~ umbringen|totmachen
im krieg ~ verschüttet|gefallen|vermisst|geblieben|umgekommen
menschen|leute|angehörige|hinterbliebene|familien|jugendliche ~ sich das leben genommen
stirbt langsam|uns? aus
tot gesagt|geglaubt
"""
