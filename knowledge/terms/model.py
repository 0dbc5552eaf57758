"""The words of the field: topics, target groups, legal forms and formats with the words that people use for them."""
from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, Extra, validator

from knowledge.content_files import checked, read_yaml
from knowledge.schema.record import OrganisationForm, Text, Topic, at_least_one

GAP = "…"
"""In a phrase of `not_words`: up to five words."""


class Term(BaseModel):
    """One thing with its public code, its name in sentences and the words that mean it (`*`: any letters).

    `not_words` only look like it („Kinderspiel“, „Initiative ergreifen“); in them, `…` stands for up to five words.
    """

    code: Text
    label: Text
    words: tuple[Text, ...]
    not_words: tuple[Text, ...] = ()

    _at_least_one = at_least_one("words")

    @validator("words", each_item=True)
    def _no_gap(cls, word: str) -> str:
        if GAP in word:
            raise ValueError(f"„{GAP}“ gibt es nur in not_words")
        return word

    @validator("not_words")
    def _no_own_word(cls, not_words: tuple[str, ...], values: dict) -> tuple[str, ...]:
        """A word cannot mean the term and not mean it."""
        both = set(not_words) & set(values.get("words", ()))
        if both:
            raise ValueError(f"steht auch in words: {', '.join(sorted(both))}")
        return not_words

    class Config:
        allow_mutation = False
        extra = Extra.forbid


class TopicTerm(Term):
    code: Topic


class OrganisationFormTerm(Term):
    code: OrganisationForm


class Terms(BaseModel):
    """All terms, by what they name."""

    topics: tuple[TopicTerm, ...]
    organisation_forms: tuple[OrganisationFormTerm, ...]
    target_groups: tuple[Term, ...]
    formats: tuple[Term, ...]

    class Config:
        allow_mutation = False
        extra = Extra.forbid

    def by_entity(self) -> dict[str, tuple[Term, ...]]:
        """The terms by the entity under which the assistant knows them."""
        return {
            "thema": self.topics,
            "organisationsform": self.organisation_forms,
            "zielgruppe": self.target_groups,
            "format": self.formats,
        }

    def label(self, entity: str, code: str) -> str:
        """The name of a term for sentences, or the code itself if there is none."""
        return next((term.label for term in self.by_entity()[entity] if term.code == code), code)


def read_terms(content: Path) -> Terms:
    """The terms from `terms.yml`; raises ContentError."""
    file = content / "terms.yml"
    return checked(Terms, read_yaml(file, dict), file, "terms")
