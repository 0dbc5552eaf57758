"""The commonest words of German with its dialects, and of other languages; for telling them apart.

Most come from spaCy's lists of stop words. Added are the small words of dialects, and what people say to an office that
may not speak their language („please“, „potrzebuję“). All words are in `plain` form.
"""
from __future__ import annotations

import runpy
import unicodedata
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

GERMAN = "de"
OTHER = "other"
"""All languages that have no code of their own here."""
_LISTS = {OTHER: ("hr", "cs", "pt", "sq", "bg", "mk", "sr", "ur")}

_SAID_TO_AN_OFFICE = {
    "en": """
        hello have please thanks thank sorry need want help helps speak speaking speaks talk english understand
        looking know morning evening dear would could love like got get dont cant don't can't i'm i'd i've it's
        where's what's isn't doesn't didn't won't wanna anyone somebody nobody free tell
    """,
    "tr": """
        merhaba merhabalar selam selamlar sagolun yardim lutfen tesekkur tesekkurler istiyorum istiyoruz isterim
        isteriz lazim gerekli gerekiyor gerek biliyor bilmiyorum bilen anlamadim anlamiyorum anliyor konusuyor konusan
        konusmak nerede nereden nereye nasil kac hangi evet hayir gunaydin gunler aksamlar fikrim fikir turkce almanca
        misiniz musunuz midir var yok miyim edebilir alabilir olabilir kimsiniz siz bizim dernek basvuru destek
        randevu ucretsiz kurmak
    """,
    "pl": """
        dzien dobry czesc witam dziekuje dziekujemy dzieki prosze potrzebuje potrzebujemy potrzebny potrzebna pomocy
        pomoc pomozcie rozumiem mowi mowie mowicie chce chcemy chcialbym chcialabym szukam szukamy moge mozna gdzie
        skad kto ktos polsku polski niemiecku niemiecki jestem jestesmy mamy pomysl ile nasz nasze mieszkam
        pieniadze stowarzyszenie wniosek spotkanie tlumacz darmo czy
    """,
    "fr": """
        bonjour bonsoir oui s'il merci beaucoup aide aider besoin voudrais voudrions veux voulons cherche cherchons
        parle parler parlez francais allemand comprends comment pouvez puis j'ai j'aimerais je vous c'est est-ce
        qu'est d'aide nous gratuit argent rendez-vous
    """,
    "es": """
        hola buenos buenas gracias ayuda ayudar necesito necesitamos quiero queremos quisiera busco buscamos hablo
        hablan habla espanol aleman entiendo donde cuanto cuantas quien quienes tengo tenemos puedo pueden dinero cita
    """,
    "it": """
        buongiorno buonasera salve grazie aiuto bisogno vorrei vogliamo voglio cerco cerchiamo parlo parlate parla
        tedesco italiano capisco dove quanto quante chi abbiamo siete posso possiamo soldi appuntamento
    """,
    "ro": """
        buna ziua multumesc ajutor nevoie vreau vrem caut cautam vorbesc vorbiti vorbeste romaneste
        inteleg cine cate sunteti avem suntem trebuie puteti multumim programare
    """,
    "vi": "xin toi chung khong hieu tieng giup duoc muon nhieu",
    "ru": "привет здравствуйте добрый добрая спасибо помощь пожалуйста нужна нужно нужен хочу хотим понимаю русски",
    "uk": "привіт добрий доброго дякую допомога допомоги потрібна потрібно треба хочу хочемо розумію українською",
    "ar": "مرحبا السلام عليكم سلام شكرا بدي بدنا شو وين هاد عندي عربي العربية مساعدة اريد لازم",
    "fa": "ممنون لطفا کمک سپاس هستم هستیم فارسی",
    OTHER: """
        pomoc dobar trebam trebamo hvala govorim njemacki razumijem molim zelim zelimo pershendetje faleminderit ndihme
        flas gjermanisht kuptoj obrigado obrigada preciso ajuda falo alemao entendo queremos prosim potrebuji
        potrebujeme dekuji nemluvim nemecky rozumim chceme silav alikari naxwazim dixwazim dipeyivim nizanim
        recice serbsce
    """,
}
_GERMAN_AS_IT_IS_SPOKEN = """
    bitte danke hallo moin servus gruss gott hilfe geld verein idee tag guten morgen abend gibt gibts geht suche
    brauche brauchen euch ihr ihrer name herr frau ick icke ik isch wat dat dit ditte det nich nech nicht ook ooch ok
    oke uff uf up op wi ji jie uns unsa unsan onser onsa unse unsre us hebb hebbt heff hett hest hat hot het hed hat's
    bruuk bruukt krieg kriegt kreeg kriag kriagt kriech griag griech kritt weet weess woiss woass woaz weten wo woneem
    wokeen wos was wa war warn keen keene koa koan koi koin en een eene ene ne nen nem n nee noe noi na nae nu nua nur
    di mer mir mia ma mr i a an am as da do dor dr de der dem den des dees dies net ned nit ni nett niet et es au
    aa auch hob hab hamma hamm ham hom han hend hen hon send san samma sind sinn sin fia fuer fier fir for foer furn
    fuern vo vum vom vun oa oan scho schon jo joo ja jau gloar gell jut jode joot he hier hia oder odder ond un on und
    mit met mid bei bi by wie wia woe wann jetz jetzt host hosch hast haste habter bin bischt bist sei sein se sie so
    too tau veel viel velen mal ens bissle bissl wull wuellt wolln well wellet daed dad mechad mecht moechd schall
    sall soll solln goot gut guet god goden kost koscht kostn gost gifft gipt jibt jibts leev geern gern gans ganz giv
    under binnen buten man mannen all alle alles mei mein meine dei o wir weer wer wen wenn kann kannste kennts konn
    ka ko schee basst wohin wech
"""
_WITHOUT_MARK = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "’": "'"})
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def plain(word: str) -> str:
    """Small letters without any marks, as people type on a foreign keyboard: „için“ and „icin“ are one."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(one for one in decomposed if not unicodedata.combining(one)).translate(_WITHOUT_MARK)


@lru_cache(maxsize=None)
def weighty_words(code: str) -> frozenset[str]:
    """What somebody says to an office in that language; such a word tells more than a small one."""
    return frozenset(map(plain, _SAID_TO_AN_OFFICE.get(code, "").split()))


@lru_cache(maxsize=None)
def common_words(code: str) -> frozenset[str]:
    """The commonest words of a language, the weighty ones among them; German also with umlauts written out."""
    listed = {word for source in _LISTS.get(code, (code,)) for word in _stop_words(source)}
    if code == GERMAN:
        listed |= {word.translate(_WRITTEN_OUT) for word in listed} | set(_GERMAN_AS_IT_IS_SPOKEN.split())
    return frozenset(map(plain, listed)) | weighty_words(code)


def _stop_words(code: str) -> set[str]:
    """Read from the file: importing spaCy's package of a language brings its tokenizer along (French: two seconds)."""
    folder = Path(find_spec("spacy").origin).parent
    return set(runpy.run_path(str(folder / "lang" / code / "stop_words.py"))["STOP_WORDS"])
