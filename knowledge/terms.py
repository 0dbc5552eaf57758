"""The words of the field: topics, target groups, legal forms and formats with the words that people use for them."""
from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, Extra

from knowledge.content_files import checked, read_yaml
from knowledge.schema.record import OrganisationForm, Text, Topic, at_least_one


class Term(BaseModel):
    """One thing with its public code, its name in sentences and the words that mean it (`*`: any letters)."""

    code: Text
    label: Text
    words: tuple[Text, ...]

    _at_least_one = at_least_one("words")

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
