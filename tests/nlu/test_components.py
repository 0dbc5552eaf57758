"""The graph components on their own: words, entities with their places in the text, needs with their confidence."""
from __future__ import annotations

import json

import numpy
import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.field_entities import FieldEntities
from bot.nlu.german_tokenizer import GermanTokenizer
from bot.nlu.need_classifier import NeedClassifier
from knowledge.language import BUILT_IN, OFFICIAL_MODEL, LanguageError
from tests.spacy_model import install_model

RESOURCE = Resource("needs")
EXAMPLES = {
    "foerderung": "Geld für den Verein|Zuschuss für den Dorfladen|wer fördert uns|Fördermittel|Stiftung gesucht|Preisgeld"
    "|wer bezahlt den Bürgerbus|Spenden sammeln|Crowdfunding|Zuschüsse beantragen",
    "gruss": "Hallo|Guten Tag|Moin|Grüß Gott|Servus|Guten Morgen|Hi|Guten Abend|Hallo zusammen|Tach",
    "danke": "Danke|vielen Dank|herzlichen Dank|danke schön|das war hilfreich, danke|super danke|besten Dank|merci"
    "|ich danke Ihnen|danke sehr",
}


def a_message(text: str) -> Message:
    return Message(data={TEXT: text})


@pytest.fixture(scope="module")
def tokenizer() -> GermanTokenizer:
    return GermanTokenizer(GermanTokenizer.get_default_config())


@pytest.fixture(scope="module")
def field_entities(tmp_path_factory) -> FieldEntities:
    """The component as it is served: trained, stored, loaded."""
    storage, resource = LocalModelStorage(tmp_path_factory.mktemp("entities")), Resource("entities")
    FieldEntities.create({}, storage, resource, None).train(TrainingData([]))
    return FieldEntities.load({}, storage, resource, None)


@pytest.fixture(scope="module")
def storage(tmp_path_factory) -> LocalModelStorage:
    """A store with a small trained classifier."""
    storage = LocalModelStorage(tmp_path_factory.mktemp("model"))
    messages = [
        Message(data={TEXT: text, INTENT: need}) for need, texts in EXAMPLES.items() for text in texts.split("|")
    ]
    NeedClassifier(NeedClassifier.get_default_config(), storage, RESOURCE).train(TrainingData(messages))
    return storage


def load(storage: LocalModelStorage) -> NeedClassifier:
    return NeedClassifier.load(NeedClassifier.get_default_config(), storage, RESOURCE, execution_context=None)


@pytest.fixture(scope="module")
def classifier(storage) -> NeedClassifier:
    return load(storage)


@pytest.fixture
def changeable(storage, tmp_path):
    """The folder of a copy of the stored classifier, and its store."""
    copy = LocalModelStorage(tmp_path)
    with storage.read_from(RESOURCE) as source, copy.write_to(RESOURCE) as target:
        for file in source.iterdir():
            (target / file.name).write_bytes(file.read_bytes())
    return tmp_path / RESOURCE.name, copy


def test_german_abbreviations_stay_whole_and_offsets_fit_the_text(tokenizer):
    text = "Der Jugend e.V. sucht z. B. 50.000 €,  für Görlitz!"
    tokens = tokenizer.tokenize(a_message(text), TEXT)
    assert [token.text for token in tokens if token.text in ("e.V.", "50.000")] == ["e.V.", "50.000"]
    assert all(text[token.start : token.end] == token.text for token in tokens)


@pytest.mark.parametrize("text", [" ", "\n\t", "🙂"])
def test_blank_messages_have_no_words_and_symbols_are_words(tokenizer, text):
    assert [token.text for token in tokenizer.tokenize(a_message(text), TEXT)] == ([text] if text.strip() else [])


def test_only_the_begin_of_a_very_long_message_is_cut_into_words(tokenizer):
    assert max(token.end for token in tokenizer.tokenize(a_message("Wort " * 4000), TEXT)) <= 2000


def test_entities_stand_where_the_text_names_them(field_entities):
    text = "Wir sind ein Verein in Görlitz und brauchen 5.000 Euro für Senioren, siehe idee-7k3m9q."
    (message,) = field_entities.process([a_message(text)])
    found = {(one["entity"], one["value"], text[one["start"] : one["end"]]) for one in message.get(ENTITIES)}
    assert {
        ("organisationsform", "verein", "Verein"), ("region", "Görlitz", "Görlitz"), ("betrag", "5000", "5.000 Euro"),
        ("thema", "alter", "Senioren"), ("zielgruppe", "aeltere", "Senioren"),
        ("vorgangsnummer", "IDEE-7K3M9Q", "idee-7k3m9q"),
    } <= found  # fmt: skip


def test_entities_of_others_are_kept_and_an_empty_message_has_none(field_entities):
    known = {"entity": "record", "value": "foe-1", "start": 0, "end": 5}
    carrying, empty = Message(data={TEXT: "hallo", ENTITIES: [known]}), a_message("")
    field_entities.process([carrying, empty])
    assert carrying.get(ENTITIES) == [known] and empty.get(ENTITIES) == []


def test_the_classifier_learns_and_ranks_all_needs_likeliest_first(classifier):
    (message,) = classifier.process([a_message("Wer gibt dem Verein Geld?")])
    ranking = message.get(INTENT_RANKING_KEY)
    assert message.get(INTENT) == ranking[0] and ranking[0]["name"] == "foerderung"
    assert [one["confidence"] for one in ranking] == sorted((one["confidence"] for one in ranking), reverse=True)


@pytest.mark.parametrize("text", ["Geld", "🙂", "x" * 20_000, "Merhaba", "0"])
def test_confidences_are_shares_of_one(classifier, text):
    (message,) = classifier.process([a_message(text)])
    confidences = [one["confidence"] for one in message.get(INTENT_RANKING_KEY)]
    assert len(confidences) == len(EXAMPLES) and all(0 <= one <= 1 for one in confidences)
    assert numpy.isclose(sum(confidences), 1)


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_a_message_without_text_has_no_need(classifier, text):
    (message,) = classifier.process([a_message(text)])
    assert message.get(INTENT) == {"name": None, "confidence": 0.0} and message.get(INTENT_RANKING_KEY) == []


def test_a_stored_classifier_answers_as_the_trained_one(storage, classifier):
    texts = ["Hallo", "danke", "Zuschuss"]
    first, second = (
        [message.get(INTENT_RANKING_KEY) for message in one.process([a_message(text) for text in texts])]
        for one in (classifier, load(storage))
    )
    assert first == second


def test_a_model_made_by_another_embedding_is_refused(changeable):
    folder, storage = changeable
    told = json.loads((folder / "model.json").read_text())
    (folder / "model.json").write_text(json.dumps({**told, "embedder": "another/1"}))
    with pytest.raises(ValueError, match="another/1.*neu trainieren"):
        load(storage)


class Stranger:
    """A type that no model of ours holds."""


def test_a_model_that_holds_objects_is_refused_before_anything_of_it_is_built(changeable):
    folder, storage = changeable
    with numpy.load(folder / "model.npz") as numbers:
        parts = {name: numbers[name] for name in numbers.files}
    numpy.savez(folder / "model.npz", **{**parts, "weights": numpy.array([Stranger()], dtype=object)})
    with pytest.raises(ValueError, match="allow_pickle"):
        load(storage)


def test_a_model_remembers_its_spacy_pipeline_and_refuses_another(tmp_path, monkeypatch):
    storage, resource = LocalModelStorage(tmp_path / "model"), Resource("entities")
    (tmp_path / "model").mkdir()
    FieldEntities.create({}, storage, resource, None).train(TrainingData([]))
    (tmp_path / "site").mkdir()
    install_model(tmp_path / "site", OFFICIAL_MODEL, "3.4.0")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    with pytest.raises(LanguageError, match=r"trainiert, hier ist de_core_news_md 3\.4\.0"):
        FieldEntities.load({}, storage, resource, None)
    monkeypatch.setenv("LOTSE_SPACY_MODEL", BUILT_IN)
    assert FieldEntities.load({}, storage, resource, None)


def test_dates_are_counted_from_the_time_that_is_set(field_entities, monkeypatch, tmp_path):
    monkeypatch.setenv("LOTSE_NOW", "2026-11-26T10:00")
    component = FieldEntities.create({}, LocalModelStorage(tmp_path), Resource("entities"), None)
    (message,) = component.process([a_message("Geht morgen um halb drei?")])
    found = {one["entity"]: one["value"] for one in message.get(ENTITIES)}
    assert found == {"datum": "2026-11-27", "uhrzeit": "14:30"}
