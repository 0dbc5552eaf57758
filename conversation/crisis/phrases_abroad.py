"""Despair, violence and threats in the languages that are met most often beside German; written as in `phrases`."""
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
i want|wanna|going|gonna ~ to? kill|end myself|it|everything
i ~ dont|do want|wanna ~ live|exist|be here|alive|anymore
i ~ dont wanna live|exist
wish ~ never been born|wake
never wake up
nobody|no_one would|will ~ miss me
better off without me|dead
better ~ if i was|were gone|dead
no reason|point to|in ~ live|living
i cant ~ take|do it|this anymore
suicidal
took ~ overdose
my last|goodbye message|note
say|saying goodbye
wants|going|threatens ~ to kill himself|herself|themselves
jump|jumping off|from ~ bridge|roof|building
cut|cutting|hurt|hurting myself
ölmek ~ istiyorum|istiyor
yaşamak ~ istemiyorum|istemiyor
intihar ~ etmek|edeceğim|etmeyi|edicem|edecek|etti|düşünüyorum
canıma ~ kıymak|kıyacağım|kıyarım
kendimi ~ öldürmek|öldüreceğim|öldürücem|asacağım|atacağım
kendini ~ öldürmek|öldürecek
hayatıma son vermek|vereceğim
yaşamanın|hayatın anlamı kalmadı|yok
keşke ölsem|ölseydim
dayanamıyorum ~ artık
artık ~ dayanamıyorum
жити не хочу|хочеться
не хочеться ~ жити|жить
не хочу ~ жити|жить|існувати|прокидатися|просыпаться
жить не хочу|хочется
не бачу|вижу ~ сенсу|смысла
хочу|хочет|хоче ~ вбити|убить себе|себя
хоче ~ померти|вмерти|себе
накласти|наложить на себе|себя руки
накладу на себе
заподіяти|заподію ~ собі
вкоротити|вкорочу ~ собі|віку
покінчу|покінчити ~ собою|життям
краще ~ вмерти|померти
лучше ~ умереть|сдохнуть
краще ~ без мене
лучше ~ без меня
наглоталась|наглотался|наковталася|выпила|випила ~ таблеток|снодійного
убью|убить|убьет себя
вбю|убю|вбє себе
покончить|покончу|покончит ~ собой|жизнью
суицид*|самогуб*|самоуб*
вскрою|порежу ~ вены
nie chcę|chce ~ żyć|zyc
żyć|zyc ~ nie chcę|chce
zabiję|zabije|zabić|zabic się|sie
chcę|chce ~ się|sie zabić|zabic|powiesić
chcę|chce skończyć ze sobą|życiem
skończę|skończyć ~ ze sobą|życiem
samobójstw*|samobojstw*
mam dość życia
nie mam ~ siły|sił żyć
życie nie ma ~ sensu
lepiej ~ beze mnie
texting|texted|writing|wrote ~ goodbye|farewell
хочу|хотіла|хотел|хотела|хотів|хотелось ~ ~ попрощаться|попрощатися
ما بدو|بدها|عاد بده يعيش|تعيش
wziąłem|wzięłam|połknęłam|połknąłem ~ tabletki|tabletek|leki
rzucę|skoczę ~ pociąg|mostu|dachu
سأقتل نفسي
ساقتل نفسي
اقتل|قتل نفسي
اريد|بدي|ابغى|اتمنى ~ الموت|اموت|انتحر
لم اعد ~ العيش|الحياة|احتمل|اتحمل
لا ~ اريد|ابغى|بدي ~ العيش|اعيش|الحياة
ما ~ بدي|عاد|اريد ~ عيش|اعيش|العيش
تعبت من الحياة
افكر ~ الانتحار|بالانتحار
بالانتحار|انتحار
انهي|انهاء حياتي
хочу ~ зникнути|исчезнуть ~ назавжди|навсегда
більше|больше ~ не ~ витримую|вывезу|выдержу|можу|могу ~ жити|жить|зникнути|исчезнуть|$
nie mam ~ po co żyć|zyc
po co ~ żyć|zyc
nie ma sensu ~ żyć|zyc
chcę|chce ~ zniknąć ~ zawsze|$
zniknąć na zawsze
no|not ~ point|worth living
life is|isnt ~ not|worth ~ living|it|meaningless
لا معنى ~ للحياة|لحياتي
الحياة ~ بلا|بدون معنى
hayat ~ yaşamaya değmez
yaşamak için ~ sebep|neden
ending|end|ended my own? life
не хоче|хочет ~ жити|жить
thoughts of dying|suicide
i ~ want ~ all|everything to end|stop
незачем|нащо|навіщо ~ жити|жить
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
my ~ husband|boyfriend|partner|ex|wife|son|girlfriend ~ beating|threatened|threatens|choked|attacked|strangled|\
kicks|abuses|hurts|hitting|kill ~ me
he|she ~ kill|hurt|hit|beat|choked|attacked|threatened|raped me
threatened|threatens|threatening ~ to kill ~ me|us
going|gonna|wants to kill me|us
i|was|got|been raped|assaulted|stabbed|robbed
i am|im ~ afraid|scared of my husband|boyfriend|partner|ex
has a knife|gun
someone|somebody ~ breaking into|in
someone is following me
locked ~ me in
kocam|eşim|sevgilim|babam|oğlum|adam ~ dövüyor|vuruyor|dövdü|öldürecek|tehdit|bıçak
beni ~ dövüyor|öldürecek|dövdü|tehdit|bıçakladı|taciz|takip
bana ~ vuruyor|vurdu|tecavüz|saldırdı
tecavüze uğradım
şiddet görüyorum
öldürecek beni
kocamdan ~ korkuyorum
чоловік|хлопець|він ~ бє|побив|вбє|душить|погрожує|душив
муж|парень|он|сожитель ~ бьет|избивает|избил|бил|душит|угрожает|убьет|ударил
мене ~ бє|бють|побив|зґвалтували|зґвалтував|вбє|переслідує|душить
меня ~ бьет|бьют|избивает|изнасиловали|избили|изнасиловал|убьет|преследует|душит
погрожує|угрожает ~ вбити|убить|ножем|ножом|мені|мне
боюся|боюсь ~ чоловіка|мужа|його|его
mąż|maż|maz|chłopak|partner|on|syn ~ bije|pobił|bil|bił|dusi|grozi|uderzył|zabije
mnie ~ bije|biją|pobił|zgwałcił|zgwałcono|dusi|zabije
zgwałcił|zgwałcono|pobił|pobito|zabije mnie
zostałam|zostałem zgwałcona|pobita|pobity|napadnięta
grozi mi ~
boję się ~ męża
زوجي|صديقي|هو ~ يضربني|ضربني|يهددني|يقتلني|سيقتلني|يريد قتلي
يهددني|هددني ~
يهدد بقتلي
يضربنا|ضربني
اغتصبوني|اغتصبني|يغتصبني
يريد ~ يقتلني|قتلي
سيقتلني|يقتلني
"""

CHILD = """
my parents|dad|mom|mum|father|mother ~ beat|beats|hit|hits ~ me
i ran away from home
babam|annem ~ dövüyor|vuruyor
батько|тато|мама ~ мене бє
папа|отец|мама ~ меня бьет
tata|ojciec|mama ~ mnie bije
ابي|امي ~ يضربني|تضربني
my ~ parents|dad|mom|mum|father|mother|stepdad|stepfather|uncle ~ beat|beats|hit|hits|touches|touched|hurts|beating|\
hitting ~ me
my ~ stepdad|stepfather|uncle|teacher|coach ~ touches|touched|molested ~ me
babam|annem|üvey|amcam|dayım ~ dövüyor|vuruyor|dokunuyor|dövdü|vurdu|taciz
батько|тато|мама|вітчим|дядько ~ бє|чіпає|торкається|побив ~
папа|отец|мама|отчим|дядя ~ бьет|трогает|избивает|избил|лапает ~
сосед*|сусід* ~ бьют|бє|бють|избивают ~ ребенка|дитину|детей|дітей
tata|ojciec|mama|ojczym|wujek|tato ~ mnie ~ bije|dotyka|pobił
tata|ojciec|mama|ojczym|wujek|tato ~ bije|dotyka ~ mnie
ابي|امي|عمي|خالي ~ يضربني|تضربني|يلمسني|ضربني
زوج امي ~
والدي|والدتي ~ يضربني|تضربني
"""

THREAT = """
i ~ will|going|gonna|want|wanna ~ kill|stab|shoot him|her|them|you|everyone|my
im going|gonna to? kill|stab|shoot him|her|them|you|everyone|my
shoot up ~ school
onu|onları|hepsini|hepinizi|seni|kocamı|karımı ~ öldüreceğim|öldürücem|vuracağım|bıçaklayacağım|gebertirim
я ~ убью|зарежу|застрелю ~ его|ее|их|тебя|всех|мужа|жену
убью|зарежу|застрелю его|ее|их|тебя|всех|мужа|жену
я ~ вбю|убю|заріжу|застрелю ~ його|її|їх|тебе|всіх|чоловіка
zabiję|zabije go|ją|ich|cię|wszystkich|męża
سأقتله|ساقتله|سأقتلها|ساقتلها|سأقتلهم|ساقتلهم|اقتله|اقتلهم
"""
