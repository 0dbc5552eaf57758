"""Illness and injury for which a doctor is needed today; written as in `phrases`."""
from __future__ import annotations

FELT_MEDICAL = """
ich ~ habe ~ hohes|starkes|40|41|39 grad? fieber
ich ~ habe ~ starke|heftige|schlimme|unerträgliche|extreme|höllische|wahnsinnige|furchtbare ~ schmerzen|\
bauchschmerzen|kopfschmerzen|zahnschmerzen|rückenschmerzen|bauchweh|kopfweh|unterleibsschmerzen
schmerzen ~ nicht ~ auszuhalten|ertragen|aushalten
ich ~ brauche ~ arzt|ärztin|doktor|doktorn $
habe ~ zahnschmerzen|zahnweh
ich? ~ brauche ~ dringend|sofort|schnell|jetzt|heute ~ arzt|ärztin|doktor
schlecht|elend|krank|schmerzen|fieber ~ brauche ~ arzt|ärztin|doktor
welcher|welche arzt|praxis|apotheke hat ~ notdienst|offen|geöffnet|auf
wo ~ ärztlichen|ärztlicher|ärztliche notdienst|bereitschaftsdienst|bereitschaftspraxis
wo ~ jetzt|heute|wochenende|sonntag|nacht|abend|feiertag ~ ~ arzt|ärztin|zahnarzt|apotheke $|offen|auf|meine*|mir|weil
arzt|zahnarzt|hausarzt|kinderarzt ~ zu ~ schmerzen|fieber|schlecht
mir geht es? ~ schlecht|beschissen|elend ~ ~ arzt|doktor|medikamente|fieber|schmerzen|erbreche|krankenhaus
mir ~ geht ~ sehr|richtig|total|ganz|echt|so|furchtbar ~ schlecht|elend|dreckig
mir|mich ~ schwarz vor augen
mir ~ so|total|ganz|dauernd|ständig|furchtbar|extrem schwindlig|schwindelig|übel
ich ~ gestürzt|hingefallen|umgeknickt ~ ~ auftreten|bein|arm|hüfte|schmerzen|geschwollen|weh
mir|ich ~ arm|bein|fuß|hand|finger|rippe|nase|hüfte|handgelenk ~ gebrochen|verstaucht|verbrannt|verbrüht|ausgekugelt
heißes|kochendes|heißem|heiße ~ öl|wasser|fett|suppe|tee|kaffee ~ ~ geschüttet|verbrüht|verbrannt|gekippt|über
ich|mir ~ verbrannt|verbrüht|gebissen|vergiftet
medikamente|tabletten|insulin ~ nicht_mehr|alle|leer|ausgegangen|vergessen ~ ~ schlecht|komisch|geht|herz|zittere|\
notdienst
MEINE insulin|blutdrucktabletten|herztabletten|medikamente ist|sind ~ alle|leer|ausgegangen
panikattacke|panikattacken ~ jetzt|gerade|zittere|hilfe|mache|habe|hört
ich ~ habe ~ panikattacke
ich ~ zittere ~ am ganzen|unkontrolliert|so
ich ~ blut ~ gespuckt|gehustet|erbrochen|stuhl|urin
ich ~ erbreche|kotze|übergebe ~ ~ seit|nur|ständig|blut|dauernd
seit ~ tagen nichts ~ gegessen|essen
ich ~ entzug ~ zittere|krämpfe|alkohol
ich ~ herzrasen|kreislauf|kreislaufkollaps|nierenkolik|nierenstein|migräne ~ $|nicht|gerade|seit|zusammen
ich ~ halte ~ schmerzen nicht ~
vor schmerzen ~ nicht|kaum|schreie|weine|ohnmächtig
ich ~ halte ~ vor schmerzen
ich ~ wunde ~ eitert|entzündet|offen|genäht|klafft
ich ~ falsche|falschen|doppelte|zwei ~ tabletten|medikamente|dosis|medikament
mir|ich ~ zahn|zähne ~ ausgeschlagen|abgebrochen|eitert
ich ~ bin ~ krank ~ niemand|allein|arzt
ich ~ in die notaufnahme
"""

SEEN_MEDICAL = """
MENSCH ~ hat ~ hohes|starkes|40|41|39 ~ fieber
MENSCH ~ 40|41|39 ~ fieber
fieber ~ geht nicht ~ runter|weg|sinkt
MENSCH ~ hat ~ starke|heftige|schlimme|unerträgliche|furchtbare|höllische ~ schmerzen|bauchschmerzen|kopfschmerzen|\
bauchweh|kopfweh
MENSCH ~ schreit vor schmerzen
kind|baby|sohn|tochter|enkel|enkelin ~ fieber ~ arzt|nacht|notdienst|krampf
MENSCH ~ braucht dringend|sofort|schnell|jetzt|heute ~ arzt|ärztin|doktor
MEINE MENSCH ~ braucht ~ arzt|doktor $
MEINE MENSCH geht es? ~ schlecht|elend|dreckig|beschissen
MEINE MENSCH geht es|gehts ~ schlecht|elend|dreckig
MEINE MENSCH gehts ~ schlecht|elend|dreckig
geht|gehts MEINE MENSCH ~ schlecht|elend|dreckig
geht es MEINE MENSCH ~ schlecht|elend|dreckig
MENSCH ~ erbricht|übergibt|kotzt|bricht ~ ~ ständig|dauernd|blut|seit|nur|stunden
MENSCH ~ seit ~ stunden|gestern|nacht ~ erbricht|übergibt|kotzt
erbricht ~ seit ~ stunden|gestern|nacht
MENSCH ~ verwirrt ~ ~ fieber|seit|plötzlich|trinkt|nicht_mehr
MENSCH ~ trinkt|isst ~ nichts|nicht_mehr ~ ~ fieber|schlapp|tagen|apathisch|schlecht
MEINE MENSCH ~ apathisch|dehydriert|ausgetrocknet
MENSCH ~ arm|bein|fuß|hand|finger|rippe|nase|hüfte|handgelenk|schlüsselbein ~ gebrochen|ausgekugelt|verbrannt|\
verbrüht|verletzt
MENSCH ~ gestürzt|hingefallen|gefallen|umgeknickt ~ ~ hüfte|arm|bein|kopf|schmerzen|auftreten|verletzt|beule|\
platzwunde|blutet|rücken
MENSCH ~ verbrüht|verbrannt|platzwunde
hund ~ ~ gebissen
gebissen ~ hund|schlange|kreuzotter|fuchs|katze|zecke
MENSCH ~ pseudokrupp|asthmaanfall|nierenkolik|gehirnerschütterung|blinddarm
MENSCH ~ falsche|falschen|doppelte|verwechselt ~ tabletten|medikamente|dosis|medikament
MENSCH ~ ausschlag|nasenbluten|ohrenschmerzen|durchfall|krampfhusten ~ ~ nicht|arzt|ganzen|schlimm|fieber|stunden
MENSCH ~ halluziniert|fantasiert|phantasiert
MENSCH ~ halluzinationen|delir
MENSCH ~ panikattacke
MENSCH ~ hat sich ~ geschnitten ~ nähen|tief|blut|finger|hand
"""
