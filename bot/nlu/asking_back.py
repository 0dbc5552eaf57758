"""Where the need is too uncertain the assistant asks back; a possible emergency is never doubted away."""
from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.fallback_classifier import FallbackClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.need_classifier import EMERGENCY, NOTHING_ASKED


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class AskingBack(FallbackClassifier):
    """Rasa's classifier of doubt with its two thresholds. An emergency that goes first stays first, however unsure: the
    action for it asks back by itself, with 112 before everything (`actions.crisis`). What asks for nothing is asked back
    anyway."""

    def _should_fallback(self, message: Message) -> bool:
        return message.get(INTENT)[INTENT_NAME_KEY] not in (EMERGENCY, NOTHING_ASKED) and super()._should_fallback(message)
