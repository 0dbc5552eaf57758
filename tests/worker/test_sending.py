"""Sending to a real server that accepts, refuses, hangs and dies, at each phase of the talk."""
from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest

from office.mail import MailState, Outbox, Phase
from tests.fakes.smtp_server import DIE, HANG, MoodySmtpServer
from tests.office.mail_setup import NOW
from worker.smtp import Patience
from tests.worker.mailing import a_job, a_transport, enqueue_mails, mails, problem_of, real_time

LATER = NOW + timedelta(days=1)
AT_THE_DOOR = ("connect", "hello")
SURELY_NOT_TAKEN = ("connect", "hello", "mail", "rcpt", "data")
PHASE_OF = {"connect": Phase.CONNECT, "hello": Phase.HELLO, "mail": Phase.MAIL, "rcpt": Phase.RECIPIENT,
            "data": Phase.DATA, "dot": Phase.DOT}  # fmt: skip


def test_many_mails_go_over_one_connection_each_once(store):
    enqueue_mails(store, "k1", "k2", "k3")
    with MoodySmtpServer() as server:
        job = a_job(store, a_transport(server))
        assert job(NOW) == 3 and job(NOW) == 0
        assert [one.recipient for one in server.received] == [f"{key}@example.org" for key in ("k1", "k2", "k3")]
        assert server.connections == 1 and len({one.message_id for one in server.received}) == 3
    assert set(mails(store).values()) == {MailState.SENT}


def test_without_a_server_the_mails_stay(store):
    enqueue_mails(store, "k1")
    assert a_job(store, None)(NOW) == 0 and mails(store) == {"k1": MailState.WAITING}


@pytest.mark.parametrize("phase", [*SURELY_NOT_TAKEN, "dot"])
def test_a_temporary_refusal_at_any_phase_is_tried_again_and_then_arrives_once(store, phase):
    enqueue_mails(store, "k1")
    with MoodySmtpServer({phase: "451 4.3.0 uli@example.org later"}) as server:
        assert a_job(store, a_transport(server))(NOW) == 0
        kept = problem_of(store, "k1")
        assert (kept.state, kept.tries) == (MailState.WAITING, 1) and kept.next_try_at > NOW
        assert (kept.problem.phase, kept.problem.code) == (PHASE_OF[phase], 451) and "uli" not in str(kept.problem)
        server.moods.clear()
        assert a_job(store, a_transport(server))(NOW) == 0, "not before its time"
        assert a_job(store, a_transport(server))(kept.next_try_at) == 1 and len(server.received) == 1
    assert mails(store) == {"k1": MailState.SENT}


@pytest.mark.parametrize("phase", ["mail", "rcpt", "data", "dot"])
def test_a_permanent_refusal_of_the_mail_fails_at_once_and_the_next_one_goes(store, phase):
    enqueue_mails(store, "k1")
    with MoodySmtpServer({phase: "550 5.1.1 no"}) as server:
        assert a_job(store, a_transport(server))(NOW) == 0
        kept = problem_of(store, "k1")
        assert (kept.state, kept.problem.code, kept.problem.phase) == (MailState.FAILED, 550, PHASE_OF[phase])
        server.moods.clear()
        enqueue_mails(store, "k2")
        assert a_job(store, a_transport(server))(LATER) == 1
    assert mails(store) == {"k1": MailState.FAILED, "k2": MailState.SENT}


@pytest.mark.parametrize("phase", AT_THE_DOOR)
def test_a_server_that_lets_nobody_in_costs_no_mail(store, phase):
    """A 5xx at the door is about us, a wrong password say, and must not fail all that waits."""
    enqueue_mails(store, "k1", "k2")
    with MoodySmtpServer({phase: "554 5.7.1 no"}) as server:
        assert a_job(store, a_transport(server))(NOW) == 0
    assert mails(store) == {"k1": MailState.WAITING, "k2": MailState.WAITING}
    assert problem_of(store, "k1").problem.code == 554 and problem_of(store, "k2").tries == 0


@pytest.mark.parametrize("mood", [HANG, DIE])
@pytest.mark.parametrize("phase", SURELY_NOT_TAKEN)
def test_a_server_that_hangs_or_dies_before_the_end_gets_it_again(store, phase, mood):
    enqueue_mails(store, "k1", "k2")
    with MoodySmtpServer({phase: mood}) as server:
        began = time.monotonic()
        assert a_job(store, a_transport(server))(NOW) == 0
        assert time.monotonic() - began < 4
        assert mails(store) == {"k1": MailState.WAITING, "k2": MailState.WAITING}
        assert problem_of(store, "k1").problem.code is None and problem_of(store, "k2").tries == 0
        server.moods.clear()
        assert a_job(store, a_transport(server))(LATER) == 2 and len(server.received) == 2


@pytest.mark.parametrize("mood", [HANG, DIE])
def test_a_server_that_has_it_and_does_not_answer_leaves_a_doubt_and_gets_it_never_again_by_itself(store, mood):
    enqueue_mails(store, "k1", "k2")
    with MoodySmtpServer({"dot": mood}) as server:
        assert a_job(store, a_transport(server))(NOW) == 0
        assert mails(store) == {"k1": MailState.UNCERTAIN, "k2": MailState.WAITING}
        server.moods.clear()
        assert a_job(store, a_transport(server))(LATER) == 1
        assert [one.recipient for one in server.received] == ["k1@example.org", "k2@example.org"]
        outbox = Outbox(store)
        outbox.retry(problem_of(store, "k1").id, LATER)
        assert a_job(store, a_transport(server))(LATER) == 1
        first, _, again = server.received
        assert first.message_id == again.message_id, "so that the recipient's server can see that both are one"
    assert set(mails(store).values()) == {MailState.SENT}


@pytest.mark.parametrize("mood", [HANG, DIE])
def test_a_server_that_stops_in_the_middle_of_the_content_never_gets_two(store, mood):
    enqueue_mails(store, "k1")
    with MoodySmtpServer({"content": mood}) as server:
        a_job(store, a_transport(server))(NOW)
        assert server.received == [] and mails(store)["k1"] in (MailState.WAITING, MailState.UNCERTAIN)


def test_nobody_listens(store):
    enqueue_mails(store, "k1")
    with MoodySmtpServer() as server:
        transport = a_transport(server)
    assert a_job(store, a_transport(server, port=1))(NOW) == 0 and transport is not None
    assert problem_of(store, "k1").problem.kind == "ConnectionRefusedError"


def test_a_recipient_who_is_refused_does_not_keep_the_others(store):
    enqueue_mails(store, "k1", "k2", "k3", "k4")
    with MoodySmtpServer() as server:
        server.moods_of["k1@example.org"] = {"rcpt": "550 no"}
        server.moods_of["k3@example.org"] = {"rcpt": "450 greylisted"}
        assert a_job(store, a_transport(server))(NOW) == 2 and server.connections == 1
    states = mails(store)
    assert [states[key] for key in ("k1", "k2", "k3", "k4")] == [
        MailState.FAILED, MailState.SENT, MailState.WAITING, MailState.SENT,
    ]  # fmt: skip


def test_after_trouble_with_the_server_it_is_left_alone_for_a_while(store):
    enqueue_mails(store, "k1", "k2")
    real = [real_time()]
    with MoodySmtpServer({"connect": "421 busy"}) as server:
        job = a_job(store, a_transport(server), clock=lambda: real[0])
        job(NOW), job(NOW)
        assert server.connections == 1
        real[0] += timedelta(seconds=11)
        job(NOW), job(NOW)
        assert server.connections == 2
        real[0] += timedelta(seconds=11)
        job(NOW)
        assert server.connections == 2, "the pause has doubled"


def test_what_cannot_stand_in_a_message_or_be_carried_fails_and_the_next_one_goes(store):
    enqueue_mails(store, "k1", "k2", "k3")
    with store.writing() as session:
        session.connection().exec_driver_sql("UPDATE outbox_mail SET recipient = 'a@' || 'b..example' WHERE key = 'k1'")
        session.connection().exec_driver_sql("UPDATE outbox_mail SET recipient = 'ü@example.org' WHERE key = 'k2'")
    with MoodySmtpServer() as server:
        assert a_job(store, a_transport(server))(NOW) == 1
        assert [one.recipient for one in server.received] == ["k3@example.org"]
    for key in ("k1", "k2"):
        kept = problem_of(store, key)
        assert kept.state is MailState.FAILED and kept.problem.phase is Phase.WRITING


def test_an_address_with_umlauts_arrives_where_the_server_can(store):
    enqueue_mails(store, "k1")
    with store.writing() as session:
        session.connection().exec_driver_sql("UPDATE outbox_mail SET recipient = 'jörg@görlitz.example'")
    with MoodySmtpServer(enable_SMTPUTF8=True) as server:
        assert a_job(store, a_transport(server))(NOW) == 1
        assert server.received[0].recipient == "jörg@xn--grlitz-wxa.example"


@pytest.mark.parametrize("phase", ["connect", "rcpt", "data"])
def test_to_stop_while_the_server_hangs_takes_a_moment_and_costs_no_try(store, phase):
    enqueue_mails(store, "k1")
    with MoodySmtpServer({phase: HANG}) as server:
        transport = a_transport(server, Patience())
        working = threading.Thread(target=a_job(store, transport), args=(NOW,))
        working.start()
        time.sleep(0.5)
        transport.stop()
        working.join(3)
        assert not working.is_alive()
    assert mails(store) == {"k1": MailState.WAITING} and problem_of(store, "k1").tries == 0


def test_to_stop_after_the_dot_waits_a_little_for_the_answer(store):
    enqueue_mails(store, "k1")
    with MoodySmtpServer(pause=0.8) as server:
        transport = a_transport(server, Patience(ending=3))
        working = threading.Thread(target=a_job(store, transport), args=(NOW,))
        working.start()
        time.sleep(0.5)
        transport.stop()
        working.join(4)
    assert mails(store) == {"k1": MailState.SENT}
