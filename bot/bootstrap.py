"""The one place where services and adapters are joined."""
from __future__ import annotations

from rasa_sdk import Action

from actions.changing import ChangeContext
from actions.crisis import AnswerCrisis
from actions.feedback import TakeFeedback
from actions.forms import FillForm
from actions.handing_in import HandInIdea
from actions.knowledge import AnswerFromKnowledge
from actions.office import AnswerForOffice, AskBack
from actions.privacy import AnswerPrivacy
from actions.remembering import KeepRememberList
from actions.reporting import BeginReport
from actions.services import ActionServices
from bot.compose_office import my_data, office_services
from bot.settings import Settings, read_settings
from conversation.drafts import DraftStore
from conversation.given_answers import GivenAnswers
from conversation.masking.masking import open_masking
from conversation.office_answers import OfficeAnswers
from conversation.remembering import RememberLists
from conversation.secrecy.kept_codes import KeptCodes
from knowledge.entries import read_entries
from knowledge.embedding import CachedEmbedder, UseEmbedder
from knowledge.library import Library
from knowledge.obstacle_kinds import ObstacleKinds, read_examples
from knowledge.office import read_office
from knowledge.reading import open_reader
from knowledge.search import Search
from knowledge.search.index import embedded_texts
from knowledge.store import LoadReport, RecordStore
from knowledge.terms import read_terms
from storage import Database
from storage.migrate import migrate


def load_knowledge(settings: Settings) -> LoadReport:
    """Check all content, bring the database up to date and load records, their embeddings and advisers.

    Raises ContentError before anything is written when a file is wrong.
    """
    entries = read_entries(settings.content)
    read_office(settings.content)
    examples = read_examples(settings.content)
    open_reader(settings.content, settings.spacy_model)
    database = Database(settings.database_url)
    try:
        migrate(database)
        store = RecordStore(database)
        report = store.load(entries, settings.now())
        served = store.records()
        embedder = CachedEmbedder(UseEmbedder(), database)
        told = [text for texts in examples.values() for text in texts]
        embedder.encode([*told, *(text for record in served for text in embedded_texts(record))])
        return report
    finally:
        database.close()


def open_library(settings: Settings) -> Library:
    """The knowledge base as it stands in the database."""
    database = Database(settings.database_url)
    embedder = UseEmbedder()
    cached = CachedEmbedder(embedder, database)
    return Library(
        office=read_office(settings.content),
        terms=read_terms(settings.content),
        reader=open_reader(settings.content, settings.spacy_model, settings.now),
        search=Search(RecordStore(database).records(), cached, embedder),
        obstacle_kinds=ObstacleKinds(read_examples(settings.content), cached, embedder),
    )


def action_services(settings: Settings | None = None) -> ActionServices:
    """What the actions of this process work with."""
    settings = settings or read_settings()
    database = Database(settings.database_url)
    library = open_library(settings)
    return ActionServices(
        library=library,
        now=settings.now,
        remember_lists=RememberLists(database, settings.now),
        drafts=DraftStore(database),
        codes=KeptCodes(database),
        office=office_services(settings),
        office_answers=OfficeAnswers(database),
        given_answers=GivenAnswers(database),
        masking=open_masking(settings.content, library.reader),
        my_data=my_data(database, settings),
    )


def actions(services: ActionServices) -> list[Action]:
    """All actions, with their services injected."""
    kinds = (
        AnswerFromKnowledge, AnswerForOffice, AskBack, AnswerCrisis, KeepRememberList, FillForm, ChangeContext, TakeFeedback,
        AnswerPrivacy, HandInIdea, BeginReport,
    )  # fmt: skip
    return [kind(lambda: services) for kind in kinds]
