"""Serves a model that does not use TensorFlow without loading it: 300 MB and four seconds less.

Rasa imports TensorFlow whatever the pipeline is, because base classes of neural parts are defined on the way. A
stand-in lets these definitions pass; whoever would really use it gets an error that says so. It takes the place only
if no component that the model names imports TensorFlow itself.
"""
from __future__ import annotations

import importlib.util
import json
import re
import sys
import tarfile
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

_STANDS_FOR = {"tensorflow", "tensorflow_addons", "keras"}
_IMPORTS_IT = re.compile(r"^\s*(import|from) (tensorflow|keras)\b", re.M)


def leave_out_if_unused(model: Path) -> bool:
    """Put the stand-in in place if the model can do without; call it before Rasa is imported. Says whether it did.

    A file that is no model is left to Rasa to complain about.
    """
    try:
        components = _components(model)
    except (OSError, tarfile.TarError, KeyError, ValueError):
        return False
    if "tensorflow" in sys.modules or any(map(_imports_tensorflow, components)):
        return False
    sys.modules["tensorflow"] = None  # so that thinc, on which spaCy stands, does not find it
    import thinc.compat  # noqa: F401

    del sys.modules["tensorflow"]
    sys.meta_path.insert(0, _Finder())
    return True


def _components(model: Path) -> set[str]:
    """The classes, with their modules, that take part in an answer, from the description in the archive."""
    with tarfile.open(model) as archive:
        description = json.load(archive.extractfile("metadata.json"))
    return {node["uses"] for node in description["predict_schema"]["nodes"].values()}


def _imports_tensorflow(component: str) -> bool:
    """Reads the source instead of importing it: a package's file is found without running the module."""
    package, *inner = component.rpartition(".")[0].split(".")
    folder = importlib.util.find_spec(package).submodule_search_locations[0]
    source = Path(folder, *inner)
    file = source / "__init__.py" if source.is_dir() else source.with_suffix(".py")
    return bool(_IMPORTS_IT.search(file.read_text("utf-8")))


class _AnyName(type):
    """Classes of the stand-in have every attribute, each of them again such a class."""

    def __getattr__(cls, name: str) -> type:
        return _stand_in(name)


def _stand_in(name: str) -> type:
    """A class to inherit from or to decorate with; used for anything else it raises."""
    if name.startswith("__"):
        raise AttributeError(name)
    return _AnyName(name, (), {"__init__": _only_a_decorator, "__call__": lambda self, decorated: decorated})


def _only_a_decorator(_self: object, *given: object, **_options: object) -> None:
    if given and not callable(given[0]):
        raise RuntimeError("TensorFlow is not loaded here (bot/without_tensorflow.py), but something wants to compute")


class _StandIn(ModuleType):
    __path__: list[str] = []

    def __getattr__(self, name: str) -> type:
        return _stand_in(name)


class _Finder(MetaPathFinder, Loader):
    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Every module below the names that the stand-in has taken."""
        return ModuleSpec(name, self, is_package=True) if name.partition(".")[0] in _STANDS_FOR else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """An empty module with every name in it."""
        return _StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing to run."""
