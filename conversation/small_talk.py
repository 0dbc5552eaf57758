"""Which messages are small talk by their signs alone: silence, question marks, pictures, keys struck at random."""
from __future__ import annotations

import re
import unicodedata

from knowledge.folding import fold
from knowledge.spelling import dictionary
from wording.small_talk import Situation

_MEANINGS = {
    Situation.INSULT: "🖕",
    Situation.THANKS: "🙏❤💚💙💛🧡💜🤍🖤🤎🩷💕💖🥰😍😘👏🤝💐🌹🌷🌻",
    Situation.YES: "👍👌✅✔🆗☑",
    Situation.NO: "👎❌✖🙅🚫",
    Situation.GREETING: "👋",
}
"""Pictures that say something by themselves, the rudest first; all others only show a mood."""
_ADVANCE = re.compile(
    r"^\W*(?:willst|magst|kannst|möchtest|wollen|möchten|hast|stehst|darf ich|würdest) (?:du|sie|mit dir|dich)\b.{0,25}"
    r"\b(?:mit mir schlafen|sex\b|ficken|bumsen|ins bett|nackt\w*|küssen)",
    re.IGNORECASE,
)
_LONGEST_ADVANCE = 9
_MOST_WORDS = 4
_KEYS = ("qwertzuiop", "asdfghjkl", "yxcvbnm", "qwertyuiop", "zxcvbnm")
_RUN = 4
"""So many keys beside each other in their order are no word."""
_SAME = 4
"""So long a word of one or two different letters is none."""


def situation_of_signs(text: str) -> Situation | None:
    """What a message without any letter or digit says, or None if it has one."""
    if not text.strip() or any(map(str.isalnum, text)):
        return None
    for situation, pictures in _MEANINGS.items():
        if any(picture in text for picture in pictures):
            return situation
    if any(unicodedata.category(sign) == "So" for sign in text):
        return Situation.PICTURE
    return Situation.QUESTION_MARK if "?" in text else Situation.SILENCE


def is_advance(text: str) -> bool:
    """Whether somebody makes the assistant a sexual offer."""
    return bool(_ADVANCE.search(text)) and len(text.split()) <= _LONGEST_ADVANCE


def is_nonsense(text: str) -> bool:
    """Whether a short message is nothing but keys struck at random; a name or a slip of the keyboard is none."""
    words = re.findall(r"[^\W\d_]+", text)
    return 0 < len(words) <= _MOST_WORDS and not re.search(r"\d", text) and all(map(_is_struck, words))


def _is_struck(word: str) -> bool:
    folded = fold(word)
    if not folded.isascii() or dictionary.is_word(word):
        return False
    runs = {row[at : at + _RUN] for keys in _KEYS for row in (keys, keys[::-1]) for at in range(len(row) - _RUN + 1)}
    is_name_of_letters = word.isupper() and len(word) <= 6  # „BMBF“, „DRK“
    has_no_vowel = len(folded) >= _SAME and not re.search("[aeiouy]", folded) and not is_name_of_letters
    is_repetition = len(folded) >= _SAME and len(set(folded)) <= 2
    return has_no_vowel or is_repetition or any(run in folded for run in runs)
