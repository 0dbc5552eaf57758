"""The classifier of needs as a component of Rasa's graph."""
from __future__ import annotations

import inspect
import re
from typing import Any, Dict, List, Optional, Text, Tuple

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import need_model, ngrams
from bot.nlu.field_entities import CLAUSES
from bot.nlu.need_model import NeedModel
from bot.nlu.two_needs import OtherNeed, find_other_need
from bot.settings import read_settings
from knowledge import folding
from knowledge.spelling import correction, courtesy, dictionary, style_wish, typos
from knowledge.spelling.correction import Correction, read_dialects
from knowledge.embedding import UseEmbedder

EMERGENCY = "notlage"
CARE = 0.25
"""Share from which an emergency goes before whatever is likelier: what is doubtful is asked back, with 112 first. From
0.4 on both nets found 340 of 351 cries, with this 344; of 2,488 ordinary messages 7 are alarms instead of 3."""
NOTHING_ASKED = DEFAULT_NLU_FALLBACK_INTENT_NAME
"""What people only tell („ich sitze im Rollstuhl“) is learned under the name of Rasa's doubt: it is asked back as well."""
CARE_WHERE_NOTHING_IS_ASKED = 0.1
"""Share from which an emergency goes before a statement that asks for nothing: no need waits behind it. Of 100 quiet cries
98 are found instead of 95; of 300 statements 26 are asked back with 112 first instead of 17."""
SECOND_NEED = "second_need"
"""Under this name a reading holds the need to offer after the first one, with its confidence, or None."""
_MASKED = re.compile(r"\[[A-ZÄÖÜ][\w-]*(?: [a-z2-7]+)?\][, ]*")
"""What stands for personal data and codes: „[Telefon]“ is no question about a telephone number."""
Ranking = List[Dict[Text, Any]]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class NeedClassifier(IntentClassifier, GraphComponent):
    """Names the need of a message with a calibrated confidence and the ranking of all needs."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """`strength`: inverse regularisation (scikit-learn's C); `ranking_length`: how many needs are passed on."""
        return {"strength": 1.0, "ranking_length": 5}

    @staticmethod
    def required_packages() -> List[Text]:
        return ["sklearn"]

    @classmethod
    def fingerprint_addon(cls, config: Dict[Text, Any]) -> Optional[str]:
        """Train anew when the code of the features, the spelling or the embedding changes."""
        modules = (need_model, ngrams, folding, correction, courtesy, style_wish, typos)
        sources = [inspect.getsource(module) for module in modules]
        return "\n".join([UseEmbedder.name, dictionary.SOURCE, repr(read_dialects(read_settings().content)), *sources])

    def __init__(
        self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource, model: NeedModel | None = None
    ) -> None:
        self._config, self._storage, self._resource, self._model = config, storage, resource, model

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NeedClassifier:
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from all messages that have an intent."""
        examples = [(one.get(TEXT), one.get(INTENT)) for one in training_data.intent_examples if one.get(TEXT)]
        texts, needs = zip(*examples)
        spelling = Correction.learn(texts, read_dialects(read_settings().content))
        self._model = NeedModel.train(texts, needs, UseEmbedder(), spelling, self._config["strength"])
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NeedClassifier:
        """Read a stored model; raises ValueError if it was made with another embedding or is not plain numbers."""
        embedder = UseEmbedder()
        with model_storage.read_from(resource) as folder:
            model = NeedModel.load(folder, embedder)
        model.probabilities(["Guten Tag"])  # loads weights and dictionary now, not at the first message
        return cls(config, model_storage, resource, model)

    def process(self, messages: List[Message]) -> List[Message]:
        """Set the need, the ranking and a second need of each message; a message without text has none."""
        for message in messages:
            ranking = self._ranking(_MASKED.sub(" ", message.get(TEXT) or ""))
            ranking, second = self._in_order(ranking, [_MASKED.sub(" ", clause) for clause in message.get(CLAUSES) or []])
            best = ranking[0] if ranking else {INTENT_NAME_KEY: None, PREDICTED_CONFIDENCE_KEY: 0.0}
            message.set(INTENT, dict(best), add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
            message.set(SECOND_NEED, second, add_to_output=True)
        return messages

    def _ranking(self, text: str) -> Ranking:
        if self._model is None or not text.strip():
            return []
        likely = self._model.probabilities([text])[0]
        in_order = sorted(zip(self._model.needs, likely), key=lambda pair: (-pair[1], pair[0]))
        ranking = [
            {INTENT_NAME_KEY: need, PREDICTED_CONFIDENCE_KEY: float(share)}
            for need, share in in_order[: self._config["ranking_length"]]
        ]
        return emergency_first(ranking)

    def _in_order(self, ranking: Ranking, clauses: List[Text]) -> Tuple[Ranking, Optional[Dict[Text, Any]]]:
        """The ranking with the need that is asked for first at its head, and the second need, if there are two."""
        if self._model is None or not ranking:
            return ranking, None
        main = ranking[0][INTENT_NAME_KEY]
        if main == EMERGENCY:  # nothing is served before it, nothing is offered behind it
            return ranking, None
        other = find_other_need(main, clauses, self._model)
        if other is None:
            return ranking, None
        if main == NOTHING_ASKED:  # whoever tells something and asks for something else asks for that
            return _headed_by(other.need, ranking), None
        if not other.comes_first:
            return ranking, _beside(other.need, other)
        return _headed_by(other.need, ranking), _beside(main, other)


def emergency_first(ranking: Ranking) -> Ranking:
    """The ranking with an emergency at its head if its share is large enough; the others keep their order."""
    care = CARE_WHERE_NOTHING_IS_ASKED if ranking[0][INTENT_NAME_KEY] == NOTHING_ASKED else CARE
    return sorted(ranking, key=lambda one: one[INTENT_NAME_KEY] != EMERGENCY or one[PREDICTED_CONFIDENCE_KEY] < care)


def _headed_by(need: str, ranking: Ranking) -> Ranking:
    """The ranking with the names moved so that `need` comes first; the shares stay in their places."""
    names = [one[INTENT_NAME_KEY] for one in ranking]
    names = [need, *(name for name in names if name != need)][: len(names)]
    return [{**one, INTENT_NAME_KEY: name} for one, name in zip(ranking, names)]


def _beside(need: str, other: OtherNeed) -> Dict[Text, Any]:
    """The second need as it is passed on, with the `third` one if there is."""
    third = {"third": other.third} if other.third else {}
    return {INTENT_NAME_KEY: need, PREDICTED_CONFIDENCE_KEY: other.confidence, **third}
