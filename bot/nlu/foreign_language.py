"""Messages that are clearly not German: their language is told, and no German need is read into them."""
from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.need_classifier import EMERGENCY
from knowledge.written_language import LanguageRecogniser

NEED = "andere_sprache"
LANGUAGE = "language"
"""Under this name a reading holds the code of the language that a message is written in."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ForeignLanguage(IntentClassifier, GraphComponent):
    """Puts the need for another language first where script or words leave no doubt; stands behind NeedClassifier."""

    def __init__(self, config: Dict[Text, Any]) -> None:
        self._recogniser = LanguageRecogniser()

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ForeignLanguage:
        return cls(config)

    @staticmethod
    def required_packages() -> List[Text]:
        return ["lingua"]

    def process(self, messages: List[Message]) -> List[Message]:
        """Tell each message's language; what is clearly foreign, and no emergency, gets the need for another one."""
        for message in messages:
            written = self._recogniser.recognise(message.get(TEXT) or "")
            message.set(LANGUAGE, written.code, add_to_output=True)
            need = (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
            if written.is_clearly_foreign and need not in (None, NEED, EMERGENCY):
                _put_first(message, float(written.share))
        return messages


def _put_first(message: Message, confidence: float) -> None:
    """The need for another language with `confidence`, the others behind it with what is left."""
    others = [one for one in message.get(INTENT_RANKING_KEY) if one[INTENT_NAME_KEY] != NEED]
    left = (1 - confidence) / (sum(one[PREDICTED_CONFIDENCE_KEY] for one in others) or 1)
    first = {INTENT_NAME_KEY: NEED, PREDICTED_CONFIDENCE_KEY: confidence}
    ranking = [first, *({**one, PREDICTED_CONFIDENCE_KEY: one[PREDICTED_CONFIDENCE_KEY] * left} for one in others)]
    message.set(INTENT, dict(first), add_to_output=True)
    message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
