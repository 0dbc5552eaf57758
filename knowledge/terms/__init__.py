"""The words of the field: topics, target groups, legal forms and formats, and how they are found in texts."""
from knowledge.terms.model import GAP, OrganisationFormTerm, Term, Terms, TopicTerm, read_terms

__all__ = ["GAP", "OrganisationFormTerm", "Term", "Terms", "TopicTerm", "read_terms"]
