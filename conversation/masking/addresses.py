"""Where a person can be reached or was born: e-mail, link, profile, street with number, date of birth."""
from __future__ import annotations

import re
from typing import Callable, Iterator

from conversation.masking.model import Found, Kind
from conversation.masking.streets import find_streets

_AT = r"(?:@|[ ]?[\[({](?:at|ät)[\])}][ ]?| @ )"
_DOT = r"(?:\.|[ ]?[\[({](?:punkt|dot)[\])}][ ]?)"
_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]+{_AT}(?:[\w-]+(?:{_DOT}[\w-]+)+"
    r"|(?:web|gmx|gmail|googlemail|t-online|freenet|yahoo|outlook)(?!\w))",
    re.IGNORECASE,
)
_JOIN = "(?:punkt|minus|bindestrich|unterstrich|strich)"
_EMAIL_SPOKEN = re.compile(
    rf"(?<!\w)\w+(?: {_JOIN} \w+){{0,4}} (?:at|ät|et|klammeraffe|@) [\w-]+(?: {_JOIN} \w+){{0,3}}(?: punkt \w+|\.\w{{2,}})",
    re.IGNORECASE,
)
_URL = re.compile(
    r"(?<![\w@.-])(?:https?://\S+|www\.\S+"
    r"|(?:[\w-]+\.)+(?:de|com|org|net|eu|info|me|app|at|ch|tv|social|example)(?![\w-])(?:/\S*)?)",
    re.IGNORECASE,
)
_SOCIAL = re.compile(
    r"(?:^|\.)(?:facebook|fb|instagram|linkedin|xing|tiktok|twitter|x|t|wa|youtube|snapchat|threads|mastodon|telegram|"
    r"linktr|pinterest|paypal|dropbox|docs\.google|drive\.google|1drv)\.\w+$",
    re.IGNORECASE,
)
_PERSONAL_PATH = re.compile(
    r"/~|/@|/(?:in|u|user|users|profil|profile|people|person|personen|team|mitarbeiter)/[^/]+", re.IGNORECASE
)
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z_][\w.]{1,40}")
_HANDLE_TOLD = re.compile(
    r"(?<!\w)(?:insta|instagram|facebook|fb|tiktok|telegram|twitter|snapchat|discord|skype|mastodon|threads|linkedin|xing)"
    r"(?!\w)(?:[ :,-]{1,2}(?:heiße|heisse|bin|ich|als|unter|dem|namen|name|profil|account|ist|findest|findet|ihr|du|mich)"
    r"(?!\w)){0,6}"
    r"[ :„\"]{1,3}(?P<data>(?=\w*[\d_.])(?=\S*[a-z])\w+(?:\.\w+)*)",
    re.IGNORECASE,
)

_LOGIN = re.compile(
    r"(?<!\w)(?:benutzer(?:name)?|username|nickname|login)(?: ?(?:ist|:|lautet)){0,2} ?[„\"]?"
    r"(?P<data>(?=[\w.-]*[\d_.]\w)[\w.-]*\w)",
    re.IGNORECASE,
)

_MONTH = "(?:januar|jänner|februar|märz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember)"
_YEAR = r"(?:\d{4}|\d{2}|(?:neunzehnhundert|zweitausend)\w*)"
_DATE = (
    rf"(?:\d{{1,2}} ?\. ?\d{{1,2}} ?\. ?(?:\d{{4}}|\d{{2}})?|\d{{1,2}}[/-]\d{{1,2}}[/-]\d{{2,4}}|\d{{4}}-\d\d-\d\d"
    rf"|(?:\d{{1,2}}\.?|\w{{3,20}}te[nr]?) ?{_MONTH}(?: {_YEAR})?)(?!\w)"
)
_BORN_BEFORE = re.compile(
    r"(?<!\w)(?:geb\.?|geboren|geborn|geburtsdatum|geburtstag|geburtstags?datum|zur welt gekommen|\*)(?!\w)"
    r"(?:[ :,]{0,2}(?:bin|ich|am|ist|is|der|den|dem|wurde|habe|hab|lautet|war)(?!\w)){0,4}"
    rf"[ :,]{{0,3}}(?P<data>{_DATE})",
    re.IGNORECASE,
)
_BORN_BEHIND = re.compile(
    rf"(?<!\w)(?P<data>{_DATE})(?: in [\w-]+| hier| bin| ich| wurde){{0,3}}[ ,]{{1,2}}"
    r"(?:geboren|geborn|geb\.|geburtstag|auf die welt|zur welt)",
    re.IGNORECASE,
)


def find_addresses(text: str, is_first_name: Callable[[str], bool]) -> Iterator[Found]:
    """All addresses, the surest kinds first; some may overlap. `is_first_name` judges a part of a web address."""
    yield from (Found(Kind.EMAIL, *one.span()) for one in _EMAIL.finditer(text))
    yield from (Found(Kind.EMAIL, *one.span()) for one in _EMAIL_SPOKEN.finditer(text))
    for one in _URL.finditer(text):
        written = one.group().rstrip(".,;:!?)“\"")
        if _is_personal(written, is_first_name):
            yield Found(Kind.LINK, one.start(), one.start() + len(written))
    for one in _HANDLE.finditer(text):
        yield Found(Kind.PROFILE, one.start(), one.start() + len(one.group().rstrip(".")))
    for told in (_HANDLE_TOLD, _LOGIN):
        yield from (Found(Kind.PROFILE, *one.span("data")) for one in told.finditer(text))
    for born in (_BORN_BEFORE, _BORN_BEHIND):
        yield from (Found(Kind.BIRTH_DATE, *one.span("data")) for one in born.finditer(text))
    yield from (Found(Kind.ADDRESS, start, end) for start, end in find_streets(text))


def _is_personal(url: str, is_first_name: Callable[[str], bool]) -> bool:
    """Whether the address leads to one person: a profile, a shared file, a name in host or path."""
    host, _, path = re.sub(r"^https?://", "", url, flags=re.IGNORECASE).partition("/")
    if path and _SOCIAL.search(host.lower().removeprefix("www.")):
        return True
    if _PERSONAL_PATH.search("/" + path):
        return True
    groups = [re.split(r"[-_.]", group) for group in [*host.split("."), *re.split(r"[/?&=]", path)]]
    return any(any(map(is_first_name, group)) and len(group) < 3 for group in groups)
