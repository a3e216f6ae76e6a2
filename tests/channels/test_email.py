"""Mail as a channel, against a real SMTP server: what arrives, and which refusals are for now and which for good."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from itgov_bot.channels.email import EmailChannel
from itgov_bot.channels.optional import optional_channels
from itgov_bot.messages import Address
from itgov_bot.replies import NeverDelivered, Outgoing, Reply, TryLater
from itgov_bot.settings import Settings, SettingsError, load_settings
from tests.mail import MailServer, mail_server

ANA = Address("email", "ana.perez@cartagena.gov.co")
LETTER = Reply("Su código de mesa\n\n123456\n\nNo se lo dé a nadie: a &lt; b, ñandú.")


def channel(port: int, **more: object) -> EmailChannel:
    known: dict[str, object] = {"smtp_tls": "none", "smtp_from": "mesa@cartagena.gov.co", **more}
    return EmailChannel(Settings(_env_file=None, smtp_host="127.0.0.1", smtp_port=port, **known))  # type: ignore[arg-type]


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as running:
        yield running


async def test_a_reply_arrives_as_a_plain_letter(server: MailServer) -> None:
    sent = await channel(server.port).send(ANA, LETTER)
    (letter,) = server.letters
    assert letter["To"] == ANA.chat
    assert letter["From"] == "mesa@cartagena.gov.co"
    assert letter["Subject"] == "Su código de mesa"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Message-ID"] == sent.ref
    assert "123456\n\nNo se lo dé a nadie: a < b, ñandú." in letter.get_content().replace("\r\n", "\n")


async def test_a_file_goes_with_it_and_a_lost_one_does_not_hold_up_the_words(
    server: MailServer, tmp_path: Path
) -> None:
    (tmp_path / "x").write_bytes(b"a;b\n")
    await channel(server.port).send(ANA, Reply("Va", attachment=Outgoing(str(tmp_path / "x"), "casos.csv")))
    await channel(server.port).send(ANA, Reply("Va", attachment=Outgoing("/no/hay", "casos.csv")))
    files = [[part.get_filename() for part in letter.iter_attachments()] for letter in server.letters]
    assert files == [["casos.csv"], []]


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        ("550 no such mailbox", NeverDelivered),
        ("553 not here", NeverDelivered),
        ("450 try again", TryLater),
        ("421 too many", TryLater),
    ],
)
async def test_the_code_of_a_refusal_says_whether_it_is_for_good(
    server: MailServer, answer: str, failure: type[Exception]
) -> None:
    server.answer = answer
    with pytest.raises(failure):
        await channel(server.port).send(ANA, LETTER)
    assert server.letters == []


async def test_a_server_that_is_down_is_tried_again() -> None:
    async with mail_server() as gone:
        port = gone.port
    with pytest.raises(TryLater):
        await channel(port).send(ANA, LETTER)


@pytest.mark.filterwarnings("ignore:Requiring AUTH:UserWarning", "ignore:.*login_data:DeprecationWarning")
async def test_it_logs_in(server: MailServer) -> None:
    async with mail_server(password=b"secreta") as closed:
        await channel(closed.port, smtp_user="mesa", smtp_password="secreta").send(ANA, LETTER)
        assert len(closed.letters) == 1
        with pytest.raises(NeverDelivered) as refused:
            await channel(closed.port, smtp_user="mesa", smtp_password="otra").send(ANA, LETTER)
    assert "otra" not in str(refused.value)


async def test_a_letter_is_never_sent_in_the_clear_when_encryption_is_asked_for(server: MailServer) -> None:
    with pytest.raises(NeverDelivered):
        await channel(server.port, smtp_tls="starttls").send(ANA, LETTER)
    with pytest.raises((TryLater, NeverDelivered)):
        await channel(server.port, smtp_tls="ssl").send(ANA, LETTER)
    assert server.letters == []


@pytest.mark.parametrize("chat", ["sin arroba", "a@b\nBcc: otro@x.co", ""])
async def test_an_address_that_is_none_never_leaves(server: MailServer, chat: str) -> None:
    with pytest.raises((NeverDelivered, TryLater)):
        await channel(server.port).send(Address("email", chat), LETTER)
    assert server.recipients == []


MAIL = {"itgov_email_domains": "cartagena.gov.co", "smtp_host": "127.0.0.1", "smtp_from": "mesa@x.co"}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"smtp_host": ""}, "ITGOV_EMAIL_DOMAINS necesita SMTP_HOST y SMTP_FROM"),
        ({"smtp_from": ""}, "ITGOV_EMAIL_DOMAINS necesita SMTP_HOST y SMTP_FROM"),
        ({"smtp_user": "mesa"}, "SMTP_USER y SMTP_PASSWORD van juntos"),
        ({"smtp_password": "x"}, "SMTP_USER y SMTP_PASSWORD van juntos"),
        ({"itgov_email_domains": "alcaldia"}, "«alcaldia» no es una lista de dominios"),
        ({"smtp_from": "mesa"}, "«mesa» no es una dirección de correo"),
        ({"smtp_tls": "tls"}, "SMTP_TLS"),
        ({"smtp_port": "70000"}, "SMTP_PORT"),
    ],
)
def test_settings_that_do_not_fit_are_said(changes: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        load_settings(_env_file=None, **{**MAIL, **changes})


def test_the_channel_is_there_when_there_is_a_mail_server() -> None:
    assert [one.name for one in optional_channels(load_settings(_env_file=None, **MAIL))] == ["email"]
    settings = load_settings(_env_file=None, **{**MAIL, "itgov_email_domains": " @Cartagena.gov.co, x.co "})
    assert settings.itgov_email_domains == ("cartagena.gov.co", "x.co")
    assert [one.name for one in optional_channels(settings)] == ["email"]
    assert optional_channels(load_settings(_env_file=None)) == []
