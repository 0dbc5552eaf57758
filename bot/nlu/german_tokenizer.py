"""spaCy's German tokenizer for Rasa."""
from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from knowledge.language import german_words


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class GermanTokenizer(Tokenizer):
    """Cuts a message into words by spaCy's rules for German („z. B.“, „e.V.“, „50.000 €“)."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Names of intents are not cut; `longest_text` characters of a message are."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "longest_text": 2_000}

    @staticmethod
    def required_packages() -> List[Text]:
        return ["spacy"]

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing that is learned looks at the words; Rasa would copy and hash them again and again."""
        return training_data

    def tokenize(self, message: Message, attribute: Text) -> List[Token]:
        """The words of `attribute`, with their offsets."""
        text = message.get(attribute)[: self._config["longest_text"]]
        return [Token(one.text, one.idx, one.idx + len(one)) for one in german_words()(text) if not one.is_space]
