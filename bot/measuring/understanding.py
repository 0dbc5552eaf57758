"""`./lotse eval nlu`: needs, entities and crises over the development set, printed and written to the docs."""
from __future__ import annotations

from pathlib import Path

from actions.crisis import SURE
from bot.measuring.models import MeasuredModel, read_with
from bot.model import ensure_model
from bot.progress import say_on_stderr
from bot.settings import ROOT, Settings
from conversation.crisis import find_crisis
from evaluation import entity_measures, need_report
from evaluation.measures import Share, two_needs
from evaluation.message_sets import NeedMessage, read_crisis_messages, read_need_messages, read_statements, read_two_needs
from evaluation.readings import ACCEPTED, accept, changed_sides
from evaluation.tables import interval, put_between_marks, shares, table

DOCUMENT = ROOT / "docs" / "understanding.md"
MISTAKES = ROOT / "var" / "eval"
CRISIS = "notlage"


def run(arguments, settings: Settings) -> int:
    """Measure, print, and do as the options say."""
    model = ensure_model(settings, report=say_on_stderr)
    name = "needs_sealed" if arguments.sealed else "needs"
    measured = read_with(model, read_need_messages(name), settings)
    sections = {f"nlu-{name.removeprefix('needs').strip('_') or 'summary'}": _summary(measured)}
    if not arguments.sealed:
        sections |= _sections(measured, model, settings)
    for part in sections.values():
        print(part, end="\n\n")
    _write_mistakes(measured, name)
    if not arguments.sealed:
        compared = ACCEPTED.is_file()
        print(need_report.changes(changed_sides(measured.readings)) if compared else "No model has been accepted yet.")
    if arguments.parts:
        from bot.measuring.parts import worth_of_parts

        sections["nlu-parts"] = worth_of_parts(settings)
        print(sections["nlu-parts"])
    if arguments.stock:
        from bot.measuring.stock import against_stock

        sections["nlu-stock"] = against_stock(settings)
        print(sections["nlu-stock"])
    if arguments.write:
        for mark, part in sections.items():
            put_between_marks(DOCUMENT, mark, part)
    if arguments.accept and not arguments.sealed:
        accept(measured.readings)
    return 0


def _summary(measured: MeasuredModel) -> str:
    return (
        f"{need_report.summary(measured.readings)}\n\nOne message takes {measured.median_milliseconds:.1f} ms at the "
        f"median on one core (95 %: {measured.p95_milliseconds:.1f} ms); the process is ready after "
        f"{measured.seconds_to_ready:.1f} s and holds {measured.megabytes:.0f} MB."
    )


def _sections(measured: MeasuredModel, model: Path, settings: Settings) -> dict[str, str]:
    return {
        "nlu-styles": need_report.styles(measured.readings),
        "nlu-needs": need_report.needs(measured.readings),
        "nlu-calibration": need_report.calibration(measured.readings),
        "nlu-confusions": need_report.confusions(measured.readings),
        "nlu-two-needs": _two_needs(model, settings),
        "nlu-entities": _entities(settings),
        "nlu-crisis": _crisis(model, settings),
        "nlu-statements": _statements(model, settings),
    }


def _two_needs(model: Path, settings: Settings) -> str:
    messages, wanted = zip(*read_two_needs())
    return shares("two needs in one message", two_needs(read_with(model, messages, settings).readings, wanted))


def _entities(settings: Settings) -> str:
    from knowledge.reading import open_reader

    reader = open_reader(settings.content, settings.spacy_model, settings.now)
    scores, mistakes = entity_measures.score(
        entity_measures.read_marked_messages(), lambda text: reader.read(text).entities
    )
    _write(MISTAKES / "entities.txt", "\n".join(mistakes))
    rows = [
        [one.kind, str(one.marked), f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}", interval(one.interval)]
        for one in scores
    ]
    return table(["entity", "n", "precision", "recall", "F1", "95 %"], rows)


def _crisis(model: Path, settings: Settings) -> str:
    """The phrase list alone, and both nets: a message counts as found if either of them sees a crisis."""
    in_need, harmless = read_crisis_messages()
    messages = [NeedMessage(text, CRISIS, "") for text in in_need] + [NeedMessage(text, "", "") for text in harmless]
    readings = read_with(model, messages, settings).readings
    by_list = {one.message.text: find_crisis(one.message.text) is not None for one in readings}
    by_both = {one.message.text: by_list[one.message.text] or one.acted == CRISIS for one in readings}
    _write(
        MISTAKES / "crisis.txt",
        "\n".join([f"missed: {text}" for text in in_need if not by_both[text]]
                  + [f"false alarm: {text}" for text in harmless if by_both[text]]),
    )  # fmt: skip
    return shares("crisis", [
        Share("found by the phrases", sum(by_list[text] for text in in_need), len(in_need)),
        Share("found by phrases or classifier", sum(by_both[text] for text in in_need), len(in_need)),
        Share("false alarms of the phrases", sum(by_list[text] for text in harmless), len(harmless)),
        Share("false alarms of both", sum(by_both[text] for text in harmless), len(harmless)),
    ])  # fmt: skip


def _statements(model: Path, settings: Settings) -> str:
    """What asks for nothing is asked back, without 112; the quiet cries beside it are found by either net."""
    statements, cries = read_statements()
    readings = read_with(model, [NeedMessage(text, "", "") for text in [*statements, *cries]], settings).readings
    by_list = {text for text in [*statements, *cries] if find_crisis(text) is not None}
    alarms = by_list | {one.message.text for one in readings if one.acted == CRISIS}
    sure = by_list | {one.message.text for one in readings if one.acted == CRISIS and one.confidence >= SURE}
    back = {one.message.text for one in readings if one.asks_back} - alarms
    _write(
        MISTAKES / "statements.txt",
        "\n".join([f"missed: {text}" for text in cries if text not in alarms]
                  + [f"112 first: {text}" for text in statements if text in alarms]
                  + [f"served: {text}" for text in statements if text not in alarms | back]),
    )  # fmt: skip
    return shares("what asks for nothing", [
        Share("statements: asked back", len(back.intersection(statements)), len(statements)),
        Share("statements: 112 first", len(alarms.intersection(statements)), len(statements)),
        Share("statements: 112 first, surely", len(sure.intersection(statements)), len(statements)),
        Share("quiet cries: found", len(alarms.intersection(cries)), len(cries)),
    ])  # fmt: skip


def _write_mistakes(measured: MeasuredModel, name: str) -> None:
    _write(MISTAKES / f"{name}.txt", need_report.mistakes(measured.readings))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text + "\n", "utf-8")
