"""A small spaCy model as an installed package, built by the test: lemmas from a table, names from a ruler.

It stands for `de_core_news_md`, which no package index has: same files, same way to load, a pipeline with a lemmatizer
and named entities of label PER.
"""
from __future__ import annotations

from pathlib import Path

import spacy

LEMMAS = {"Dörfern": "Dorf", "liefen": "laufen", "Genossenschaften": "Genossenschaft-vom-Modell"}
PERSON = "Petra Lindner"


def install_model(site: Path, name: str, version: str) -> None:
    """Put the package `name` into the folder `site`, which has to be on the path of modules."""
    nlp = spacy.blank("de", meta={"name": name.removeprefix("de_"), "version": version})
    nlp.add_pipe("sentencizer")
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    lookups = spacy.lookups.Lookups()
    lookups.add_table("lemma_lookup", LEMMAS)
    lemmatizer.initialize(lookups=lookups)
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns([{"label": "PER", "pattern": PERSON}])
    package = site / name
    package.mkdir()
    nlp.to_disk(package / f"{name}-{version}")
    (package / "meta.json").write_text((package / f"{name}-{version}" / "meta.json").read_text("utf-8"), "utf-8")
    (package / "__init__.py").write_text(
        "from pathlib import Path\nfrom spacy.util import load_model_from_init_py\n\n"
        "def load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n",
        "utf-8",
    )
    told = site / f"{name}-{version}.dist-info"
    told.mkdir()
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")
