"""Cuts a message into the clauses that may carry a request of their own.

Sentences first, then main clauses that are joined ("…, und wo kann ich …"), also where a dictated message has no
punctuation. Lists of nouns stay whole, and so do a main clause and its subordinate clauses. Only tokens, lemmas and
sentence starts are used, which every German pipeline of ours has.
"""
from __future__ import annotations

from spacy.tokens import Doc, Span

from knowledge.clauses import words as w
from knowledge.clauses.tokens import ClauseTokens

MOST_WORDS = 1_000
"""Tokens of a message that are looked at; what comes later belongs to no clause."""
_LOOK_BACK = 100
"""Tokens of a clause that are looked at to see whether it is complete; keeps the time linear."""
_LONGEST_CONDITION = 20
"""In tokens, between „und falls“ and the comma behind the condition."""
_NO_QUESTION_AFTER = w.ALMOST | w.BEFORE_QUESTION | w.QUESTION | w.SUBORDINATING
_NO_SUBJECT_AFTER = w.NO_SUBJECT_BEFORE | w.THINKING | w.VERBS
_TO_ME = w.words("mir uns mich bitte mal")


def clauses_of(doc: Doc) -> tuple[Span, ...]:
    """The clauses of `doc` in the order of the text; together they hold every word of the first `MOST_WORDS` tokens.

    A clause begins with the word that joins it ("und wo …") and ends with its punctuation. A message without any word
    (only spaces) has no clause. `doc` must have sentence starts, else only joined clauses are found.
    """
    tokens = [token for token in doc[:MOST_WORDS] if not token.is_space]
    if not tokens:
        return ()
    words = ClauseTokens(tokens)
    starts = [0]
    for at in range(1, len(tokens)):
        if words.begins_sentence(at) or _begins_clause(words, starts[-1], at):
            starts.append(at)
    kept = [start for start, end in zip(starts, [*starts[1:], len(tokens)]) if not _is_courtesy(words, start, end)]
    edges = [0, *_without_courtesy(starts, kept)[1:], len(tokens)]
    return tuple(doc[tokens[start].i : tokens[end - 1].i + 1] for start, end in zip(edges, edges[1:]))


def _without_courtesy(starts: list[int], kept: list[int]) -> list[int]:
    """The starts that remain when courtesies join the clause behind them, and at the end the one before."""
    remaining, waiting = [], None
    for start in starts:
        if start in kept:
            remaining.append(start if waiting is None else waiting)
            waiting = None
        elif waiting is None:
            waiting = start
    return remaining or [0]


def _begins_clause(words: ClauseTokens, start: int, at: int) -> bool:
    """Whether, in the clause that runs from `start`, another one with a request of its own begins at `at`."""
    if at in words.protected or words.key(at - 1) in w.JOINING or at - start < 1:
        return False
    start = max(start, at - _LOOK_BACK)
    if words.key(at) in w.JOINING:
        return _joins(words, start, at)
    opens = (
        _announces(words, start, at)
        or _connects(words, at)
        or _asks(words, start, at)
        or _asks_reader(words, start, at)
        or _tells(words, start, at)
    )
    return opens and words.is_complete(start, at)


def _is_courtesy(words: ClauseTokens, start: int, end: int) -> bool:
    """Whether there is nothing but greeting, thanks or an announcement."""
    said = [words.keys[at] for at in range(start, end) if words.tokens[at].is_alpha]
    if any(mark.text == "?" for mark in words.tokens[start:end]) and said:
        return False
    if len(said) <= 7 and any(key in w.GREETINGS for key in said[:3]) and not words.has_verb(start, end):
        return True
    return all(key in w.COURTESY for key in said)


def _joins(words: ClauseTokens, start: int, at: int) -> bool:
    """Whether the joining word at `at` joins a request, not a noun or a verb of a list."""
    if words.has_phrase(at, w.NO_PHRASE):
        return False
    first = at + 1
    while words.key(first) in w.FILLERS and not words.begins_with(first, w.ASKED_FOR):
        first += 1
    has_verb = words.has_verb(start, at)
    if words.begins_with(first, w.ASKED_FOR) or (words.key(at) == "plus" and not words.tokens[at - 1].like_num):
        return has_verb
    if words.is_question(first) and (has_verb or words.content(start, at) > 1):
        return True
    if not has_verb:
        return False
    if words.key(at) in w.OR:
        return words.is_verb(first) and words.key(first + 1) in w.ADDRESSED
    if words.key(first) in w.QUESTION or words.key(first) == "ob":
        return any(key in w.ASKING for key in words.keys[start:at]) and not words.ends(first + 2)
    if words.key(first) in w.SUBORDINATING:
        return _requests_behind_condition(words, first)
    return _requests(words, first) or _requests_without_subject(words, at, first)


def _requests_behind_condition(words: ClauseTokens, first: int) -> bool:
    """„und falls es geht, hätte ich gern …“."""
    reach = range(first, min(first + _LONGEST_CONDITION, len(words.keys)))
    comma = next((at for at in reach if words.text(at) == ","), None)
    return comma is not None and words.key(comma + 1) in w.VERBS and words.key(comma + 2) in w.SPEAKERS


def _requests(words: ClauseTokens, first: int) -> bool:
    """„und darf ich …“, „und ich brauche …“, „und sagt mir …“, behind the joining word and its fillers."""
    if words.key(first) == "gibts" or words.is_verb(first) and words.key(first + 1) in w.SUBJECTS:
        return True
    if words.key(first) in w.SPEAKERS and words.is_verb(first + 1):
        return not words.ends(first + 2)
    return words.key(first) in w.IMPERATIVES and words.key(first + 1) in _TO_ME


def _requests_without_subject(words: ClauseTokens, at: int, first: int) -> bool:
    """„wir sind … und suchen …“, but not „die helfen können und wollen“."""
    is_last = words.ends(first + 1) and words.key(first + 2) != "dass"
    is_listed = words.key(at - 1) in w.MODALS or words.key(first + 1) in w.JOINING
    return words.key(first) in w.REQUESTING and not is_last and not is_listed


def _announces(words: ClauseTokens, start: int, at: int) -> bool:
    """Whether something else is announced: „ach ja“, „noch was“, „zweitens“."""
    if words.key(at) in w.ORDINALS:
        return not words.is_verb(at - 1) and words.key(at - 1) not in w.SPEAKERS
    if words.key(at) not in w.FIRST_OF_PHRASES or not words.begins_with(at, w.PHRASES):
        return False
    if words.key(at + 1) in {"was", "etwas"} and not (words.mark_before(at) or _opens(words, at + 2)):
        return False
    said_before = set(words.keys[max(start, at - 3) : at])
    return words.mark_before(at) or not said_before & (w.SPEAKERS | w.MODALS)


def _connects(words: ClauseTokens, at: int) -> bool:
    """Whether an adverb begins a main clause: „dafür brauchen wir“."""
    if words.key(at) not in w.CONNECTORS or words.key(at - 1) in w.FRONTED:
        return False
    if words.key(at) == "dann" and "wenn" in words.keys[max(0, at - 25) : at]:
        return False
    return words.key(at + 1) in w.VERBS and words.key(at + 2) in w.SUBJECTS


def _asks(words: ClauseTokens, start: int, at: int) -> bool:
    """Whether a question word begins a question, not a subordinate clause."""
    if not words.is_question(at) or words.key(at - 1) in _NO_QUESTION_AFTER:
        return False
    if not words.mark_before(at) and not _asks_unmarked(words, at):
        return False
    if words.mark_before(at) and words.ends(at + 2) and words.text(at + 2) not in {"", "?"}:
        return False
    if any(words.key(one) in w.ASKING for one in range(words.segment(start, at), at)):
        return False
    return words.tokens[at - 1].text != ":"


def _starts_asking(words: ClauseTokens, start: int) -> bool:
    """Whether the clause is a question, so that a verb behind its comma begins another one."""
    return words.is_question(start) or words.is_verb(start) and words.key(start + 1) in w.SUBJECTS


def _asks_unmarked(words: ClauseTokens, at: int) -> bool:
    """Whether a question word asks where no comma stands: not in „wir wollen was machen“, „hat schon mal wer“."""
    verb = words.key(at + 1)
    if words.key(at) in w.INDEFINITE:
        is_participle = verb.startswith("ge") and verb.endswith("t")
        is_finite = verb in w.VERBS and not verb.endswith("en") and not is_participle or verb in {"koennen", "muessen"}
        return is_finite and words.key(at - 1) not in w.VERBS | w.BEFORE_INDEFINITE
    is_followed = verb in w.VERBS | w.DEGREES | w.QUESTION or words.key(at + 2) in w.SUBJECTS
    return is_followed or words.key(at) in w.OPEN_QUESTION


def _asks_reader(words: ClauseTokens, start: int, at: int) -> bool:
    """Whether a question begins with its verb: „könnt ihr uns …“, „darf man …“, „gibt es dafür …“."""
    verb, subject = words.key(at), words.key(at + 1)
    asks = (
        verb == "gibts" and subject in w.THERE
        or verb == "gibt" and subject == "es" and words.key(at + 2) in w.THERE
        or verb in w.ASKS_READER and subject in w.ADDRESSED
        or verb in w.ASKS_LEAVE and subject in w.ASKED_FOR_LEAVE
    )  # fmt: skip
    if words.mark_before(at) and _starts_asking(words, start) and verb in w.VERBS and subject in w.SUBJECTS:
        return True
    if not asks or words.key(at - 1) in w.FRONTED or words.tokens[at - 1].text == ":":
        return False
    first = words.after_joining(start, at)
    return words.mark_before(at) or at - first > 2 and any(key in w.VERBS for key in words.keys[first:at])


def _tells(words: ClauseTokens, start: int, at: int) -> bool:
    """Whether the speaker begins anew: „wir wollen …“ behind a clause that is complete."""
    is_verb = words.key(at + 1) in w.VERBS or words.mark_before(at) and words.is_verb(at + 1)
    if words.key(at) not in w.SPEAKERS or not is_verb or words.ends(at + 2):
        return False
    if words.key(at) == "mir" and words.key(at + 1) in w.NO_WE_BEFORE:
        return False
    last = at - 2 if words.mark_before(at) else at - 1
    if words.key(last) in w.THINKING and last - start < 5 or words.tokens[at - 1].text == ":":
        return False
    return words.mark_before(at) or words.key(at - 1) not in _NO_SUBJECT_AFTER


def _opens(words: ClauseTokens, at: int) -> bool:
    """Whether a question or a statement of the speaker begins here, seen from its first words alone."""
    asks = words.is_verb(at) and words.key(at + 1) in w.SUBJECTS
    return asks or words.is_question(at) or words.key(at) in w.SPEAKERS or words.text(at) == ":"
