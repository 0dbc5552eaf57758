"""How far a form is filled in: a value that survives a restart as plain JSON."""
from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any, Mapping

from conversation.forms.model import CONFIRM, Form

_LISTS = ("skipped", "history", "put")
SCHEMA = 1
"""The shape of the dictionary; changes when it does."""


class StateUnreadable(ValueError):
    """The dictionary is no state that this version can read."""


@dataclass(frozen=True)
class FormState:
    """A form in the making. Never changed, only replaced.

    `asked`: the open question (CONFIRM at the last step). `history`: questions that were asked before it, for „zurück“.
    `pending`: what was asked beside the questions: cancel, restart (is that sure?) or change (what?).
    `held`: answers that were given before the consent; they count with it and are dropped with a refusal or a rest.
    `kept`: texts that were too long, so that they can be shortened. `tries`: how often the open question was answered
    in vain. `resting`: why the form rests (later, stop, crisis, human), empty if it does not.
    `last`: what came of the last message, for a repeat of it. `put`: questions that were asked, in their order.
    `offered`: what was looked up for a question, as the form wants it (free hours); nothing that a person has told.
    """

    form: str
    form_version: int
    started_at: datetime
    updated_at: datetime
    asked: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    pending: str = ""
    held: Mapping[str, Any] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)
    tries: int = 0
    resting: str = ""
    has_ended: bool = False
    last_message_id: str = ""
    last: Mapping[str, Any] = field(default_factory=dict)
    put: tuple[str, ...] = ()
    offered: Mapping[str, Any] = field(default_factory=dict)

    @property
    def known(self) -> dict[str, Any]:
        """All answers that were given, also those that are only held."""
        return {**self.held, **self.values}

    def at_rest(self, why: str) -> FormState:
        """The same form while it waits; what was given before a consent is not kept so long."""
        return replace(self, resting=why, pending="", held={}, kept=self.kept if self.values else {})

    @classmethod
    def new(cls, form: Form, now: datetime) -> FormState:
        """Nothing filled in yet, the first question open."""
        return cls(form.name, form.version, now, now, asked=form.fields[0].key)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for `json.dumps`."""
        plain = asdict(self)
        moments = {name: plain[name].isoformat() for name in ("started_at", "updated_at")}
        lists = {name: list(plain[name]) for name in _LISTS}
        return {"schema": SCHEMA, **plain, **moments, **lists}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> FormState:
        """What `to_dict` wrote; raises StateUnreadable."""
        try:
            told = dict(plain)
            if told.pop("schema") != SCHEMA:
                raise StateUnreadable(f"schema {plain['schema']}")
            for name in ("started_at", "updated_at"):
                told[name] = datetime.fromisoformat(told[name])
            for name in _LISTS:
                told[name] = tuple(told.get(name, ()))
            return cls(**told)
        except (KeyError, TypeError, AttributeError) as error:
            raise StateUnreadable(type(error).__name__) from error

    def fitted(self, form: Form) -> FormState:
        """The same for `form` as it is today: what its fields no longer have is dropped, the rest stays."""
        if self.form_version == form.version:
            return self
        keys = {one.key for one in form.fields}
        fitted = replace(
            self,
            form_version=form.version,
            values={key: value for key, value in self.values.items() if key in keys},
            held={key: value for key, value in self.held.items() if key in keys},
            kept={key: text for key, text in self.kept.items() if key in keys},
            skipped=tuple(key for key in self.skipped if key in keys),
            history=tuple(key for key in self.history if key in keys),
            put=tuple(key for key in self.put if key in keys),
            pending="",
            last_message_id="",
            last={},
        )
        return replace(fitted, asked=fitted.next_open(form))

    def next_open(self, form: Form) -> str | None:
        """The first question without an answer that was not skipped, or that the form's plan wants; then CONFIRM, then None."""
        done = {*self.values, *self.held, *self.skipped}
        if form.plan is not None and (form.consent is None or form.consent in done):
            first = form.plan(self)
        else:
            first = next((one.key for one in form.asked_fields if one.key not in done), None)
        return first or (CONFIRM if form.asks_to_confirm else None)

    def told(self, form: Form) -> dict[str, Any]:
        """The answers in the order of the form, without the consent."""
        given = self.known if form.agrees_late else self.values
        return {one.key: given[one.key] for one in form.fields if one.key in given and one.key != form.consent}
