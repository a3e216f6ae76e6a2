"""E-mail as a channel: a reply leaves as a plain letter over SMTP. Nothing comes in this way."""

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from mimetypes import guess_type
from pathlib import Path
from typing import Any

import aiosmtplib
import structlog

from itgov_bot.channels.markup import plain_text
from itgov_bot.messages import Address
from itgov_bot.replies import Delivered, NeverDelivered, Outgoing, Reply, TryLater
from itgov_bot.settings import Settings

log = structlog.get_logger(__name__)

PORTS = {"starttls": 587, "ssl": 465, "none": 25}
STEP_SECONDS = 20.0
"""For each step of the talk with the mail server; far below the time a claim of the outbox holds."""


class EmailChannel:
    """A `Channel[Reply]`. The chat of an address is the e-mail; the first line of a reply is its subject."""

    name = "email"

    def __init__(self, settings: Settings, *, trust: ssl.SSLContext | None = None) -> None:
        """`trust`: other certificates than those of the system."""
        assert settings.smtp_host
        assert settings.smtp_from
        self._host, self._from = settings.smtp_host, settings.smtp_from
        self._tls = settings.smtp_tls
        self._port = settings.smtp_port or PORTS[self._tls]
        self._user = settings.smtp_user
        self._password = settings.smtp_password
        self._trust = trust

    async def send(self, address: Address, reply: Reply, *, editing: str | None = None) -> Delivered:
        """A letter cannot be edited: the new text is a new letter."""
        with _as_ours():
            letter = await self._letter(address, reply)
            await aiosmtplib.send(letter, **self._server())
        return Delivered(letter["Message-ID"], (letter["Message-ID"],))

    async def try_out(self) -> None:
        """Says good day to the server as before a letter, and goes. Raises what `send` raises."""
        server = aiosmtplib.SMTP(**self._server())
        with _as_ours():
            try:
                await server.connect()
            finally:
                server.close()  # also after a login that was refused

    async def _letter(self, address: Address, reply: Reply) -> EmailMessage:
        text = plain_text(reply.text)
        letter = EmailMessage()
        letter["From"], letter["To"] = self._from, address.chat
        letter["Subject"] = text.strip().partition("\n")[0]
        letter["Date"] = formatdate()
        letter["Message-ID"] = make_msgid(domain=self._from.rpartition("@")[2])
        letter["Auto-Submitted"] = "auto-generated"  # no answering machine answers it
        letter.set_content(text)
        for file in reply.files:
            await asyncio.to_thread(_attach, letter, file)
        return letter

    def _server(self) -> dict[str, Any]:
        return {
            "hostname": self._host,
            "port": self._port,
            "username": self._user,
            "password": self._password.get_secret_value() if self._password else None,
            "use_tls": self._tls == "ssl",
            "start_tls": self._tls == "starttls",
            "tls_context": self._trust,
            "timeout": STEP_SECONDS,
        }


@contextmanager
def _as_ours() -> Iterator[None]:
    """What goes wrong with the server, in the words of the contract."""
    try:
        yield
    except aiosmtplib.SMTPRecipientsRefused as refused:
        raise _failure(refused.recipients[0]) from None
    except aiosmtplib.SMTPResponseException as refused:
        raise _failure(refused) from None
    except (aiosmtplib.SMTPException, OSError, ValueError) as failure:
        raise _other_failure(failure) from None


def _attach(letter: EmailMessage, file: Outgoing) -> None:
    """A file that is gone does not hold up the words."""
    main, _, sub = (guess_type(file.name)[0] or "application/octet-stream").partition("/")
    try:
        letter.add_attachment(Path(file.path).read_bytes(), maintype=main, subtype=sub, filename=file.name)
    except OSError:
        log.error("email.attachment_lost", name=file.name)


def _failure(refused: aiosmtplib.SMTPResponseException) -> NeverDelivered | TryLater:
    """By SMTP's own rule: 4xx is for now, 5xx is for good. The server's words may hold the address: not repeated."""
    said = f"{type(refused).__name__} {refused.code}"
    return NeverDelivered(said) if refused.code >= 500 else TryLater(said)


def _other_failure(failure: Exception) -> NeverDelivered | TryLater:
    """The network comes back; a server without the encryption we ask for, or an address it cannot read, stays so."""
    said = type(failure).__name__
    return TryLater(said) if isinstance(failure, OSError) else NeverDelivered(said)
