"""The entities of the field for Rasa: places, topics, people, legal forms, formats, sums, dates, case numbers."""
from __future__ import annotations

import json
from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import (
    ENTITIES,
    ENTITY_ATTRIBUTE_END,
    ENTITY_ATTRIBUTE_START,
    ENTITY_ATTRIBUTE_TYPE,
    ENTITY_ATTRIBUTE_VALUE,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.settings import Settings, read_settings
from knowledge.clauses import clauses_of
from knowledge.language import check_pipeline, pipeline_signature
from knowledge.reading import open_reader

CLAUSES = "clauses"
"""Under this name a message carries its clauses to the components behind, as texts."""
_PIPELINE = "pipeline.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class FieldEntities(EntityExtractorMixin, GraphComponent):
    """Finds the entities by rules over `knowledge/content/`, with the spaCy pipeline that the model was trained with.

    No word is learned: new terms or places hold from the next start on, without training. The model only remembers
    which pipeline there was, so that nobody serves it with another one whose words and lemmas differ.
    """

    def __init__(self, settings: Settings, storage: ModelStorage, resource: Resource) -> None:
        self._settings, self._storage, self._resource = settings, storage, resource
        self._reader = open_reader(settings.content, settings.spacy_model, settings.now)

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FieldEntities:
        return cls(read_settings(), model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[Text, Any]) -> Text:
        """Remember anew when the pipeline changes."""
        return pipeline_signature(read_settings().spacy_model)

    def train(self, training_data: TrainingData) -> Resource:
        """Write down the pipeline's signature."""
        with self._storage.write_to(self._resource) as folder:
            (folder / _PIPELINE).write_text(json.dumps(pipeline_signature(self._settings.spacy_model)), "utf-8")
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> FieldEntities:
        """Open the pipeline; raises LanguageError if the model was trained with another one."""
        settings = read_settings()
        with model_storage.read_from(resource) as folder:
            check_pipeline(json.loads((folder / _PIPELINE).read_text("utf-8")), settings.spacy_model)
        component = cls(settings, model_storage, resource)
        component._reader.read("Guten Tag")  # loads the dictionary now, not at the first message
        return component

    @staticmethod
    def required_packages() -> List[Text]:
        return ["spacy"]

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing that is learned later looks at entities."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the entities of each message to those it has, and its clauses."""
        for message in messages:
            doc = self._reader.doc(message.get(TEXT) or "")
            message.set(CLAUSES, [clause.text for clause in clauses_of(doc)])
            found = [
                {
                    ENTITY_ATTRIBUTE_TYPE: one.entity,
                    ENTITY_ATTRIBUTE_VALUE: one.value,
                    ENTITY_ATTRIBUTE_START: one.start,
                    ENTITY_ATTRIBUTE_END: one.end,
                }
                for one in self._reader.read_doc(doc).entities
            ]
            known = message.get(ENTITIES, [])
            message.set(ENTITIES, known + self.add_extractor_name(found), add_to_output=True)
        return messages
