"""The words of a crisis in the languages that are met most often beside German; written as in `crisis_phrases`."""
from __future__ import annotations

SUICIDE = """
i want|wanna ~ die
i wish i was|were dead
kill myself
end my life
commit suicide
i am|im suicidal
i ~ dont want to live
i ~ do not want to live
i cant|cannot go on living|$
hurt|harm myself
ölmek istiyorum
ölmek istiyor
yaşamak istemiyorum
intihar etmek|edeceğim|etmeyi|edicem
kendimi öldürmek|öldüreceğim
canıma kıymak|kıyacağım
хочу померти|вмерти
не хочу ~ жити
хочу ~ вбити себе
вбити себе
покінчити ~ собою
самогубство
хочу ~ умереть|сдохнуть
не хочу ~ жить
убить себя
покончить ~ собой
покончу ~ собой
самоубийство
chcę|chce ~ umrzeć|umrzec
nie chcę|chce ~ żyć
zabić|zabic się
chcę się zabić
odebrać sobie życie
popełnić samobójstwo
اريد ان اموت
أريد الموت
اريد اموت
بدي موت|اموت
لا اريد ان اعيش
لا اريد العيش
ما بدي عيش|اعيش
سأنتحر|انتحر|الانتحار
اريد ان اقتل نفسي
اقتل نفسي
"""

VIOLENCE = """
my husband|boyfriend|partner|ex|wife|father|dad|son ~ beats|hits|beat|hit|beating|hitting|raped|threatens me|us
he|she beats|hits|is beating|hitting|raped me
is beating|hitting me
i was|am|have been raped
i am being|getting beaten|abused
domestic violence ~ me
kocam ~ dövüyor
kocam ~ vuruyor
eşim ~ dövüyor|vuruyor
beni dövüyor|öldürecek
bana vuruyor
tecavüz etti|edildi
чоловік ~ бє|побив|вбє
мене бє|бють|побив|зґвалтували
муж ~ бьет|избивает|избил|бил
меня бьет|бьют|избивает|изнасиловали|избили
mąż|maż ~ bije|pobił|bil|bił
bije mnie
zgwałcił mnie
zostałam zgwałcona
زوجي ~ يضربني|ضربني
يضربني
اغتصبني
تعرضت للاغتصاب
"""

LIFE_DANGER = """
i cant|cannot breathe
i can not breathe
he|she|father|mother|baby|child ~ not breathing
he|she|father|mother|baby|child|isnt ~ isnt breathing
having a heart attack|stroke
has a heart attack|stroke
is unconscious
took ~ pills
i overdosed
house|kitchen|flat|apartment is on fire
there is|s a fire
theres a fire
call an? ambulance
need an? ambulance
bleeding heavily|badly
nefes alamıyor*
kalp krizi geçiriyor*
yangın var
evimiz|ev yanıyor
ambulans çağırın|lazım
не можу ~ дихати
не дихає
інфаркт у
у ~ інфаркт|інсульт
пожежа у нас|вдома|в
у нас пожежа
викличте швидку
потрібна швидка
не могу ~ дышать
не дышит
у ~ инфаркт|инсульт
у нас пожар
пожар у нас|дома|в
вызовите скорую
нужна скорая
горит дом|квартира|кухня
nie mogę|moge oddychać
nie oddycha
ma zawał|udar
pali się dom|mieszkanie|u
dom|mieszkanie się pali
u nas ~ pali
wezwijcie karetkę|pogotowie
potrzebuję karetki
لا استطيع التنفس
لا استطيع ان اتنفس
لا يتنفس
مش قادر اتنفس
نوبة قلبية
البيت يحترق
حريق في|عندنا
اطلبوا الاسعاف
احتاج اسعاف
"""

CHILD = """
my parents|dad|mom|mum|father|mother ~ beat|beats|hit|hits ~ me
i ran away from home
babam|annem ~ dövüyor|vuruyor
батько|тато|мама ~ мене бє
папа|отец|мама ~ меня бьет
tata|ojciec|mama ~ mnie bije
ابي|امي ~ يضربني|تضربني
"""

MEDICAL = """
i need a doctor now|urgently|tonight|$
doktora ihtiyacım var
мені ~ потрібен лікар
мне ~ нужен врач
potrzebuję lekarza
احتاج طبيب
"""
