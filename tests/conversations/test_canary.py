"""What must not be written down stands nowhere: in no table, Rasa's events included, and in no line of a log."""
from __future__ import annotations

import logging
import re
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest
import pytest_asyncio
import sqlalchemy as sa
from aiohttp.test_utils import TestServer

from bot import bootstrap
from bot.compose_office import my_data, office_services
from bot.compose_web import web_services
from bot.tracker_store import DurableTrackerStore
from conversation.drafts import DraftStore
from conversation.remembering import RememberLists
from conversation.secrecy.kept_codes import KeptCodes
from knowledge.advisers import read_advisers
from knowledge.store import RecordStore
from storage import Database
from storage.migrate import migrate
from tests.conversations.assistant import Assistant
from tests.conversations.knowledge_base import loaded_services, loaded_settings
from bot.rehearsal.assistant import Pace
from bot.rehearsal.rasa_in_process import RasaInProcess
from wording.my_data import DELETED, Verb, my_data_payload

pytestmark = pytest.mark.asyncio(loop_scope="session")
PHONE, MAIL, IBAN = "0171 2345678", "canary.vogel@beispiel.example", "DE02 1203 0000 0000 2020 51"
SEND = ("rufen Sie mich bitte zurück", "ja", "Erika", "0341 7654321", "nach 17 Uhr", "Es geht um den Bürgerbus", "absenden")


@pytest_asyncio.fixture(params=["sqlite", "postgresql"], loop_scope="session")
async def running(request, trained_model, tmp_path):
    """The whole assistant over an own database, in which Rasa keeps its events as well."""
    sqlite = f"sqlite:///{tmp_path / 'lotse.db'}"
    url = sqlite if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    settings, database = replace(loaded_settings(), database_url=url), Database(url)
    migrate(database)
    records = loaded_services().library.search.records
    RecordStore(database).load([*records, *read_advisers(settings.content)], settings.now())
    services = replace(
        loaded_services(), remember_lists=RememberLists(database, settings.now), drafts=DraftStore(database),
        codes=KeptCodes(database), office=office_services(settings),
    )  # fmt: skip
    rasa = RasaInProcess.load(trained_model, bootstrap.actions(services))
    store = DurableTrackerStore(rasa.agent.domain, database_url=url)
    rasa.agent.tracker_store = rasa.agent.processor.tracker_store = store
    async with TestServer(rasa.create_app()) as server:
        settings = replace(settings, rasa_port=server.port)
        pace = Pace()
        web = web_services(settings, ticks=pace)
        async with AsyncExitStack() as stack:
            for context in web.contexts:
                await stack.enter_async_context(context)
            yield Assistant(web.turns, pace, rasa, services.library, settings)
    store.database.close()
    database.close()


def dump(url: str) -> str:
    """All rows of all tables as text."""
    engine = sa.create_engine(url)
    tables = sa.MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        rows = [f"{name}: {dict(row)}" for name, table in tables.tables.items()
                for row in connection.execute(sa.select(table)).mappings()]  # fmt: skip
    engine.dispose()
    return "\n".join(rows)


def spellings(canary: str) -> list[str]:
    bare = re.sub(r"[ -]", "", canary)
    return [canary, bare, canary.lower(), bare.lower(), canary.replace("-", " ")]


async def test_no_code_and_nothing_unasked_is_left_anywhere_after_whole_conversations(running, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    asking = running.begin()
    await asking.say(f"Meine Nummer ist {PHONE}. Welche Förderung gibt es für einen Bürgerbus in Sachsen?")
    await asking.say(f"Und in Thüringen? {MAIL}")
    await asking.press("Ähnliche Projekte")
    await asking.say(f"{IBAN}, wer hilft mir bei einem Verein?")
    codes = []
    for says in SEND:
        await asking.say(says)
    for _ in range(2):
        text = asking.answers[0].text
        assert asking.answers[0].outcome == "CALLBACK_REQUESTED", asking.log
        number, code = re.search(r"RUECKRUF-[0-9A-Z]{6}", text)[0], re.search(r"Code: (\S+)", text)[1]
        codes.append(code)
        other = running.begin()
        assert (await other.say(f"{number} {code}"))[0].outcome == "CALLBACK_SHOWN"
        assert (await other.say(f"{number}, {code.lower()}: neue Nummer 0351 1112223"))[0].outcome == "CALLBACK_CHANGED"
        await other.say(code)
        assert (await other.say(f"{number} {code.replace('-', ' ')} zurückziehen"))[0].outcome == "CALLBACK_WITHDRAWN"
        asking = running.begin()
        for says in SEND:
            await asking.say(says)
    codes.append(re.search(r"Code: (\S+)", asking.answers[0].text)[1])

    kept = dump(running.settings.database_url)
    assert "events:" in kept and "[Telefon]" in kept and "[Code " in kept and number in kept
    written = capfd.readouterr()
    logged = "\n".join([caplog.text, written.out, written.err])
    for canary in (PHONE, MAIL, IBAN, *codes):
        for spelling in spellings(canary):
            assert spelling not in kept, "in the database"
    own = [one for one in caplog.records if not one.name.startswith(("rasa", "asyncio"))]
    for canary in (PHONE, MAIL, IBAN, *codes):
        assert not any(canary in one.getMessage() for one in own) and canary not in logged


SESSION = {"topic": "Kanarienvogelschutz", "name": "Hildburg Kanaria", "phone": "0351 7766559",
           "mail": "kanaria@beispiel.example", "needs": "wegen Kanarienohren",
           "note": "zwitschert im Hintergrund"}  # fmt: skip
BOOKING = (
    f"Beratungstermin zum {SESSION['topic']}, am 1. Dezember um 9 Uhr, telefonisch", "überspringen", "ja",
    f"{SESSION['name']}, {SESSION['phone']}, {SESSION['mail']}", "ja", "Ich brauche Unterstützung",
    f"bitte mitschreiben {SESSION['needs']}", "Etwas dazu sagen", f"Der Vogel {SESSION['note']}", "absenden",
)  # fmt: skip


async def test_nothing_is_left_of_a_session_that_was_withdrawn_nor_of_one_that_was_never_booked(running, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    booking, half = running.begin(), running.begin()
    for says in BOOKING:
        await booking.say(says)
    assert booking.answers[0].outcome == "SESSION_BOOKED", booking.log
    text = booking.answers[0].text
    number, code = re.search(r"TERMIN-[0-9A-Z]{6}", text)[0], re.search(r"Code: (\S+)", text)[1]
    for says in (BOOKING[0].replace("1. Dezember", "2. Dezember"), *BOOKING[1:4]):
        await half.say(says)
    url = running.settings.database_url
    kept = dump(url)
    told = [*SESSION.values(), re.sub(r"^0| ", "", SESSION["phone"])]
    assert all(one in kept for one in told) and "outbox_mail: " in kept and "slot_claim: " in kept
    assert code not in kept

    await booking.say(f"{number} {code} alles löschen")
    await booking.say("ja")
    assert booking.answers[0].outcome == "SESSION_WITHDRAWN", booking.log
    for conversation in (booking, half):
        await conversation._send("[alles löschen]", payload=my_data_payload(Verb.DELETE_SURELY))
        assert conversation.answers[0].outcome == DELETED
    database = Database(url)
    assert my_data(database, running.settings).sweep(running.settings.now()).is_overwritten
    database.close()
    left = dump(url)
    files = {file.name: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    own = "\n".join(one.getMessage() for one in caplog.records if not one.name.startswith(("rasa", "asyncio")))
    for canary in (*told, code):
        assert canary not in left and canary not in own
        assert not [name for name, content in files.items() if canary.encode() in content]
