"""A real SMTP server on loopback for tests: what arrives is kept, and it refuses what it is told to refuse."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


@dataclass
class MailServer:
    """`answer` is said to every recipient; None takes the letter. While `open` is cleared no letter is taken to its end;
    `begun` counts those that were handed over.
    """

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    answer: str | None = None
    logins: list[tuple[bytes, bytes]] = field(default_factory=list)
    password: bytes | None = None
    begun: int = 0
    open: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.open.set()

    def subjects(self) -> list[str]:
        return [str(letter["Subject"]) for letter in self.letters]

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.answer:
            return self.answer
        envelope.rcpt_tos.append(address)
        self.recipients.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.begun += 1
        await self.open.wait()
        assert isinstance(envelope.content, bytes)
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 OK"

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object
    ) -> AuthResult:
        assert isinstance(given, LoginPassword)
        self.logins.append((given.login, given.password))
        return AuthResult(success=given.password == self.password, handled=False)


@asynccontextmanager
async def mail_server(
    *, port: int = 0, password: bytes | None = None, tls: ssl.SSLContext | None = None
) -> AsyncIterator[MailServer]:
    """With a password it asks for a login; with `tls` it offers STARTTLS."""
    kept = MailServer(password=password)

    def serve() -> SMTP:
        return SMTP(
            kept,
            hostname="localhost",
            tls_context=tls,
            require_starttls=tls is not None,
            authenticator=kept.authenticate if password else None,
            auth_required=password is not None,
            auth_require_tls=False,
        )

    server = await asyncio.get_running_loop().create_server(serve, "127.0.0.1", port)
    kept.port = server.sockets[0].getsockname()[1]
    try:
        yield kept
    finally:
        server.close()
        await server.wait_closed()
