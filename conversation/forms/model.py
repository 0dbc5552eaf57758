"""What a form is made of, what a person says to it, and what comes of it. Plain data, nothing is stored here."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, unique
from typing import TYPE_CHECKING, Any, Callable, Mapping

if TYPE_CHECKING:  # the web process keeps drafts, and must not load the whole reader for that
    from conversation.forms.state import FormState
    from knowledge.understanding import Understanding

CONFIRM = "confirm"
"""Stands for the last step, at which everything is shown and the person says that it is right."""
YES, NO = "ja", "nein"
"""The choices of a consent and of the last step."""


@dataclass(frozen=True)
class Choice:
    """One of the answers that a field offers; `key` is what is kept. `is_other`: none of them, so „der letzte“ never means it."""

    key: str
    title: str
    is_other: bool = False


@dataclass(frozen=True)
class Taken:
    """An answer that a field could read; `value` is plain and fits into JSON."""

    value: Any


@dataclass(frozen=True)
class Refusal:
    """Why an answer cannot be taken: `key` names a sentence of `wording.form_refusals`, `about` fills its gaps."""

    key: str
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Spotted:
    """An answer to a field that stands somewhere in a message, in the stretches `text[start:end]` of `places`."""

    value: Any
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Unclear:
    """What an answer leaves open: the question about it, and what to choose from."""

    question: str
    choices: tuple[Choice, ...]


Read = Callable[[str, "Understanding", datetime], "Taken | Refusal"]
Spot = Callable[[str, "Understanding", datetime], "Spotted | None"]


@unique
class FieldKind(Enum):
    """How an answer is told from other things that people say.

    STRICT takes only what it can read (a choice, a number, an address). TEXT is a short answer in own words, PROSE a
    longer one, of which nothing is ever cut out because another field has found something in it.
    """

    STRICT = "strict"
    TEXT = "text"
    PROSE = "prose"


@dataclass(frozen=True)
class Field:
    """One question of a form.

    `names`: what people call it in „ändere …“, folded, all of them listed under `parts` in `commands/phrases.yml`.
    `read` makes a value of an answer or says why not; `spot` finds one in any message, only where it is sure.
    `show` says a value in German. `join` puts a new value together with the old one, where only a part is corrected.
    `limit`: characters of a TEXT or PROSE. `is_sensitive`: leads to a person, so it is repeated in the summary only.
    `takes_questions`: the answer is itself a question, so what looks like one in the middle is the answer.
    `is_asked`: the form asks for it in its turn; otherwise it is only found in what is said, or added at the last step,
    with `offer` as the title of a button there. `only_fills`: what is spotted of it counts only in a message that is an answer,
    and never replaces what is known; so a place in a question stays a question.
    `needs_consent`: it tells of the person, so before the consent it is only held. Where the consent comes late, what
    only tells which of the offered things is looked for or meant (a free hour, with whom) is kept at once.
    `tells_more`: a longer answer to it may answer other questions as well (`Said.told`).
    `leaves_open`: further words that leave it open as „nichts“ does („überall“ for a place).
    `implies`: what a choice says about other fields. `unclear` gives the question that a value leaves open, `settle` what
    the answer to that makes of the value (None: it is no answer to it); an empty one leaves it open for good.
    """

    key: str
    label: str
    question: str
    help: str
    read: Read
    names: tuple[str, ...] = ()
    kind: FieldKind = FieldKind.TEXT
    spot: Spot | None = None
    show: Callable[[Any], str] = str
    join: Callable[[Any, Any], Any] | None = None
    choices: tuple[Choice, ...] = ()
    is_optional: bool = False
    is_sensitive: bool = False
    takes_questions: bool = False
    is_asked: bool = True
    offer: str = ""
    only_fills: bool = False
    needs_consent: bool = True
    tells_more: bool = False
    leaves_open: Callable[[str], bool] | None = None
    limit: int = 300
    implies: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    unclear: Callable[[Any], "Unclear | None"] | None = None
    settle: Callable[[Any, str], Any] | None = None

    def asked_about(self, value: Any) -> tuple[str, tuple[Choice, ...]]:
        """The question and its choices, given the `value` that is there (None: there is none)."""
        open_ = self.unclear(value) if self.unclear and value is not None else None
        return (self.question, self.choices) if open_ is None else (open_.question, open_.choices)


@dataclass(frozen=True)
class Form:
    """The questions of one matter, in their order.

    `version` changes when the fields do. `consent` is the key of the field that has to be agreed to before anything
    else is kept: the first one, or a later one where something has to be found before anybody needs to tell who they are
    (a free hour); then the answers before it are held as well. `consent_version` is written down with it. `serves`: the need that opens the
    form; an answer in it often sounds like that need again. `asks_to_confirm`: everything is shown before it counts.
    `plan`: where most fields may stay open, the next question that is worth asking (None: no more); it is not asked
    before the consent. `asks_to_send`: who finds everything right is asked once more before it is sent.
    `loses_nothing`: what it is about stands elsewhere, so to end it is not asked back.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    version: int = 1
    consent: str | None = None
    consent_version: str = ""
    serves: str = ""
    asks_to_confirm: bool = True
    plan: Callable[[FormState], "str | None"] | None = None
    asks_to_send: bool = False
    loses_nothing: bool = False
    send_title: str = "Ja, absenden"

    def __post_init__(self) -> None:
        keys = [one.key for one in self.fields]
        if len(set(keys)) != len(keys) or CONFIRM in keys or any("." in key for key in [self.name, *keys]):
            raise ValueError(f"the keys of the form {self.name} are not unique or not usable")
        if any("." in one.key or one.key[:1] in ("", "!") for each in self.fields for one in each.choices):
            raise ValueError(f"a choice of the form {self.name} cannot stand on a button")
        if self.consent is not None and self.consent not in keys:
            raise ValueError(f"the form {self.name} has no field for its consent")
        if any(not (one.is_asked or one.is_optional) for one in self.fields):
            raise ValueError(f"the form {self.name} needs something that it does not ask for")

    def field(self, key: str) -> Field | None:
        """The field with this key."""
        return next((one for one in self.fields if one.key == key), None)

    def field_named(self, name: str) -> Field | None:
        """The field that people call `name` (folded)."""
        return next((one for one in self.fields if name in one.names), None)

    @property
    def agrees_late(self) -> bool:
        """Whether other questions are asked before the consent."""
        return self.consent is not None and self.fields[0].key != self.consent

    @property
    def asked_fields(self) -> tuple[Field, ...]:
        """The fields that are asked for in their turn."""
        return tuple(one for one in self.fields if one.is_asked)

    def position(self, key: str) -> int:
        """The number of a question that is asked for, from 1."""
        return 1 + next(at for at, one in enumerate(self.asked_fields) if one.key == key)


@dataclass(frozen=True)
class Said:
    """One message: its words, what they mean, what the classifier takes it for, and what was pressed.

    `message_id` is the client's own; the same one again is a repeat. `pressed` is what a button of a form carries
    (`wording.form_buttons`); then `text` does not count.
    """

    text: str
    understanding: Understanding
    message_id: str = ""
    need: str = ""
    confidence: float = 0.0
    pressed: str | None = None
    told: Mapping[str, Any] = field(default_factory=dict)
    """Answers by key that stand somewhere in a longer message; they fill only what is open."""

    @classmethod
    def of(cls, text: str, **more: Any) -> Said:
        """A message of which nothing is known but its words."""
        from knowledge.understanding import Understanding

        return cls(text, more.pop("understanding", None) or Understanding(text), **more)


@unique
class Outcome(str, Enum):
    """What came of a message. Whether the open question is to be asked with it says `FormTurn.asks`."""

    STARTED = "STARTED"
    ASKED = "ASKED"
    """Nothing new was said; the open question stands."""
    ACCEPTED = "ACCEPTED"
    INVALID = "INVALID"
    SKIPPED = "SKIPPED"
    CANNOT_SKIP = "CANNOT_SKIP"
    WENT_BACK = "WENT_BACK"
    SHOWN = "SHOWN"
    HELPED = "HELPED"
    CHANGING = "CHANGING"
    """A value is to be changed: `field` is asked anew, or without a `field` the person is asked which."""
    REMOVED = "REMOVED"
    PAUSED = "PAUSED"
    RESUMED = "RESUMED"
    ASKED_IF_SURE = "ASKED_IF_SURE"
    """Before everything is thrown away; `note` says what for: cancel or restart."""
    CANCELLED = "CANCELLED"
    DECLINED = "DECLINED"
    """No consent: nothing may be kept."""
    CONFIRM = "CONFIRM"
    ASKED_TO_SEND = "ASKED_TO_SEND"
    """All is right; whether it may be sent is asked, where the form wants that."""
    COMPLETED = "COMPLETED"
    NOT_AN_ANSWER = "NOT_AN_ANSWER"
    """A question in the middle: answer it, then `engine.ask_again` asks the open question once."""
    LEFT = "LEFT"
    """Crisis or the wish for a human (`note`); the form rests."""
    NOT_MINE = "NOT_MINE"
    """The form rests or is over, and the message does not want to go on with it."""


_SILENT = frozenset({
    Outcome.PAUSED, Outcome.ASKED_IF_SURE, Outcome.CANCELLED, Outcome.DECLINED, Outcome.COMPLETED,
    Outcome.NOT_AN_ANSWER, Outcome.LEFT, Outcome.NOT_MINE,
})  # fmt: skip


@dataclass(frozen=True)
class FormTurn:
    """What came of one message.

    `field`: the question that is open now (CONFIRM for the last step), None where there is none. `accepted` and
    `changed`: the keys that were taken or replaced by this message. `question`: a question that stood beside an
    answer and is still to be answered. `values`: what was filled in, only with COMPLETED. `is_repeat`: the message was
    here before; say the same again, but do nothing a second time.
    """

    state: FormState
    outcome: Outcome
    field: str | None = None
    accepted: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    refusal: Refusal | None = None
    note: str = ""
    question: str | None = None
    values: Mapping[str, Any] | None = None
    is_repeat: bool = False

    @property
    def asks(self) -> str | None:
        """The question that the reply to this turn asks, once: a field's key, CONFIRM or None."""
        return None if self.outcome in _SILENT else self.field

    @property
    def is_over(self) -> bool:
        """Whether the draft has no more use."""
        return self.state.has_ended
