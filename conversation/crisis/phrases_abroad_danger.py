"""Danger to life and illness in the languages that are met most often beside German; written as in `phrases`."""
from __future__ import annotations

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
cant|cannot|not breathe|breathing
he|she|father|mother|baby|child|son|daughter|husband|wife|dad|mom|man|woman|somebody|someone ~ not|isnt|stopped \
breathing
he|she|father|mother|baby|child|son|daughter|husband|wife|dad|mom|man|woman|somebody|someone ~ collapsed|\
unconscious|choking|drowning|bleeding|dying
wont|not|doesnt wake up
not waking up
not responding $
chest pain
pain in my chest
heart attack|stroke ~ please|help|now
having|has|had ~ a? heart attack|stroke
had a seizure
fell ~ not|cant move|moving
swallowed ~ pills|bleach|battery|poison
house|kitchen|flat|apartment|barn|car|building|room is|on ~ fire|burning
smell ~ gas
call|need|send ~ ambulance|911|112
bleeding ~ heavily|badly|stop|lot
my child|son|daughter|kid ~ is|has|went missing|gone
nefes ~ alamıyor*|almıyor*
kalp krizi ~ geçiriyor*
felç geçiriyor*|geçirdi
bayıldı|bayildi|uyanmıyor|uyanmiyor
bilinci ~ kapalı|yok|kapandı
bilincini kaybetti
kanaması|kanama ~ var|durmuyor
kan ~ kaybediyor|durmuyor
boğuluyor*
evimiz|ev|mutfak|bina|apartman|daire ~ yanıyor
yangın ~ var|çıktı
gaz ~ kokusu|kokuyor|kaçağı
ambulans ~ çağırın|lazım|gönderin|acil|çağır
acil ~ ambulans
çocuğum|kızım|oğlum ~ kayıp|kayboldu|yuttu
ilaç|deterjan|çamaşır ~ içti|yuttu
не ~ дихає|дышит|дихати|дышать
без свідомості|сознания
непритомн*
знепритомнів|знепритомніла
втратив|втратила свідомість
потерял|потеряла сознание
сильна|сильно кровотеча|кровить|кровоточить
сильное|сильно кровотечение|кровоточит
не ~ зупиняється|останавливается кров|кровь
кров|кровь ~ не ~ зупиняється|останавливается
інсульт|инсульт|інфаркт|инфаркт у|в|викличте|вызовите|допоможіть|помогите|$
инсульт|инфаркт ~ вызовите|скорую|помогите
пожежа|пожар ~ у|в|дома|вдома|помогите|допоможіть|$
горить|горит|палає ~ дім|будинок|хата|квартира|кухня|дом
дім|будинок|хата|квартира|кухня|дом ~ горить|горит|палає
горим|горимо
пахне|пахнет|запах ~ газом|газу|газа
тоне|тонет ~
потонула|потонув|утонул|утонула ~
задихається|задыхается|задыхаюсь|задихаюся
швидку|швидка|скорую|скорая ~ викличте|потрібна|потрібно|нужна|вызовите|будь ласка|пожалуйста|терміново|срочно
викличте|вызовите ~ швидку|скорую|пожежників|пожарных
зник|зникла|пропал|пропала ~ дитина|донька|син|сын|дочь|ребенок
дитина|донька|син|сын|дочь|ребенок ~ зник|зникла|пропал|пропала|проковтнула|проглотил|проглотила|выпил|випила
не ~ oddycha|oddychać
nie ~ oddycha|oddychać|oddychac
ma|mam|dostał|dostała|miał ~ zawał|zawal|udar
nieprzytomn*
stracił|straciła ~ przytomność
nie ~ obudzić|budzi ~ się|sie|$
mocno|bardzo krwawi
krwawi ~ mocno|bardzo
krew ~ nie ~ przestaje
dusi się
tonie ~
pali|palą|płonie ~ się? ~ dom|mieszkanie|kuchnia|u nas|stodoła
dom|mieszkanie|kuchnia|stodoła ~ pali|płonie
pożar ~ u|w|domu|mieszkaniu|$
czuć|śmierdzi|zapach ~ gaz|gazem|gazu
wezwijcie|potrzebuję|potrzebna|potrzebne|wyślijcie ~ karetkę|karetki|karetka|pogotowie|pogotowia
dziecko|córka|syn ~ zaginęło|zaginął|zaginęła|połknęło|połknął|połknęła
لا ~ يتنفس|تتنفس|اتنفس|التنفس
ما ~ يتنفس|تتنفس|عم يتنفس
لا استطيع|اقدر ~ التنفس|اتنفس
ما اقدر|قادر ~ اتنفس
فقد|فقدت|فاقد|فاقدة ~ الوعي|وعيه|وعيها
مغمى|اغمي عليه|عليها
ينزف|تنزف ~
نزيف ~ حاد|شديد|قوي
جلطة|سكتة ~ قلبية|دماغية
حريق ~ في|عندنا|بيتنا|البيت
البيت|بيتنا|الشقة|المطبخ ~ يحترق|تحترق|يشتعل
رائحة|ريحة غاز|الغاز
يغرق|غرق ~ طفل|ابني|ابنتي|شخص
ابني|ابنتي|طفلي|طفلتي|الطفل ~ يغرق|اختفى|اختفت|مفقود|ضاع|ضاعت|ابتلع|شرب|يختنق|تختنق
اتصلوا|اطلبوا ~ الاسعاف|بالاسعاف|اسعاف
سيارة اسعاف
не реагує|реагирует ~
чоловік|мама|тато|бабуся|дідусь|муж|папа|бабушка|дедушка|он|вона|она|він ~ впав|упал|упала|впала ~ не ~
face ~ is? drooping
slurred|slurring ~
بنتي|ابني|امي|ابي|زوجي|زوجتي|طفلي ~ ما|لا|مش ~ تتنفس|يتنفس|عم|يستيقظ|تستيقظ|يتحرك|تتحرك
ما ~ عم ~ تتنفس|يتنفس
nie ~ reaguje|rusza ~
"""

MEDICAL = """
i need a doctor now|urgently|tonight|$
doktora ihtiyacım var
мені ~ потрібен лікар
мне ~ нужен врач
potrzebuję lekarza
احتاج طبيب
i|we ~ need ~ doctor ~ now|urgently|tonight|today|quickly|fast|$
my child|baby|son|daughter ~ high fever
i feel|am very|really ill|sick|bad
ağrım|ağrısı|ağrı|ateşi ~ var|çok|yüksek|doktor|dayanılmaz
doktor ~ lazım|gerekiyor|gerek
doktora ~ ihtiyacım|gitmem
мені|мне ~ потрібен|нужен|погано|плохо|зле ~ лікар|врач|доктор
потрібен|нужен ~ лікар|врач|доктор
мне|мені ~ дуже|очень погано|плохо|зле
висока|высокая температура
potrzebuję|potrzebny|potrzebujemy ~ lekarza|lekarz|doktora
wysoka|wysoką gorączka|gorączkę
bardzo ~ boli|źle
احتاج|بحاجة|نحتاج|بدي ~ طبيب|لطبيب|الى طبيب|دكتور|لدكتور
حرارة ~ مرتفعة|عالية
"""
