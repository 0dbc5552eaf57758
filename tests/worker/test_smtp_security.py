"""The line to the server: secured with a checked certificate, or not at all; logging in."""
from __future__ import annotations

import datetime
import ipaddress

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from office.mail import MailState, Phase
from tests.fakes.smtp_server import PASSWORD, USER, MoodySmtpServer, log_in, tls_context
from tests.office.mail_setup import NOW
from tests.worker.mailing import a_job, a_transport, enqueue_mails, mails, problem_of
from worker.smtp import Security


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """Files of a certificate for 127.0.0.1 that vouches for itself, and of its key."""
    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.test")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return folder / "cert.pem", folder / "key.pem"


@pytest.fixture
def trusted(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    return certificate


def server_with(security: Security, certificate, **more) -> MoodySmtpServer:
    context = tls_context(*certificate)
    return MoodySmtpServer(ssl=context, **more) if security is Security.TLS else MoodySmtpServer(tls_context=context, **more)


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_mails_go_over_a_secured_line_with_name_and_password(store, trusted, security):
    enqueue_mails(store, "k1")
    with server_with(security, trusted, authenticator=log_in, auth_required=True, auth_require_tls=security is Security.STARTTLS) as server:
        assert a_job(store, a_transport(server, security=security, user=USER, password=PASSWORD))(NOW) == 1
        assert len(server.received) == 1


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_certificate_that_nobody_vouches_for_gets_nothing(store, certificate, security):
    enqueue_mails(store, "k1")
    with server_with(security, certificate) as server:
        assert a_job(store, a_transport(server, security=security, user=USER, password=PASSWORD))(NOW) == 0
        assert server.received == []
    kept = problem_of(store, "k1")
    assert kept.problem.kind == "SSLCertVerificationError" and kept.state is MailState.WAITING


def test_a_certificate_for_another_name_gets_nothing(store, trusted):
    enqueue_mails(store, "k1")
    with server_with(Security.STARTTLS, trusted) as server:
        assert a_job(store, a_transport(server, security=Security.STARTTLS, host="localhost"))(NOW) == 0
    assert problem_of(store, "k1").problem.kind == "SSLCertVerificationError"


def test_a_server_without_starttls_learns_neither_password_nor_mail(store):
    enqueue_mails(store, "k1")
    with MoodySmtpServer(authenticator=log_in, auth_require_tls=False) as server:
        assert a_job(store, a_transport(server, security=Security.STARTTLS, user=USER, password=PASSWORD))(NOW) == 0
        assert server.received == []
    assert problem_of(store, "k1").problem.phase is Phase.TLS


def test_a_wrong_password_fails_no_mail(store):
    enqueue_mails(store, "k1", "k2")
    with MoodySmtpServer(authenticator=log_in, auth_required=True, auth_require_tls=False) as server:
        assert a_job(store, a_transport(server, user=USER, password="falsch"))(NOW) == 0
    assert set(mails(store).values()) == {MailState.WAITING}
    problem = problem_of(store, "k1").problem
    assert (problem.phase, problem.code) == (Phase.LOGIN, 535) and "falsch" not in str(problem)
