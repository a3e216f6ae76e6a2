"""What the flows work with during one turn: the desk, the person, their talk, and `say`.

`roles` are those that count now; `own_roles` are the person's, also while an administrator tries another role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from itgov_bot.conversation.talk import Talk
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.files import FileProblem, StoredFile
from itgov_bot.messages import Address, Choice, Incoming, MenuEntry, Reply
from itgov_bot.outbox.posting import post, post_menu
from itgov_bot.understanding import Understanding
from itgov_bot.understanding.evaluation import Labelled


@dataclass
class ReceivedFiles:
    """The files of a message: those that were kept, and why each of the others was not."""

    kept: list[StoredFile] = field(default_factory=list)
    refused: list[tuple[str, FileProblem]] = field(default_factory=list)


@dataclass
class Turn:
    """One turn. Everything it says is posted when it ends, in the same transaction as what it did.

    `taught` is set by a turn that taught the understanding something: it is read again once the turn is committed.
    """

    desk: Desk
    incoming: Incoming
    person: Person
    roles: frozenset[Role]
    own_roles: frozenset[Role]
    talk: Talk
    mind: Understanding
    files: ReceivedFiles = field(default_factory=ReceivedFiles)
    max_file_mb: int = 20
    bot_name: str = ""
    email_domains: frozenset[str] = frozenset()
    files_folder: Path = Path("files")
    labelled: Sequence[Labelled] = ()
    taught: bool = False
    _said: list[tuple[Reply, int | None]] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        return self.desk.now

    @property
    def text(self) -> str:
        return self.incoming.text.strip()

    def say(self, reply: Reply, *, ticket: int | None = None) -> None:
        """Answers where the person wrote. `ticket`: an answer to this message belongs to that case."""
        self._said.append((reply, ticket))

    @property
    def has_spoken(self) -> bool:
        return bool(self._said)

    async def tell(
        self,
        address: Address,
        reply: Reply,
        *,
        urgent: bool = False,
        ticket: int | None = None,
        expires_at: datetime | None = None,
    ) -> None:
        """Says something elsewhere than where the person wrote."""
        await post(
            self.desk.session, address, reply, self.now, urgent=urgent, ticket=ticket, expires_at=expires_at
        )

    async def post_all(self) -> None:
        for reply, ticket in self._said:
            await post(self.desk.session, self.incoming.address, reply, self.now, ticket=ticket)

    async def show_menu(self, address: Address, entries: Sequence[MenuEntry]) -> None:
        await post_menu(self.desk.session, address, entries, self.now)

    def choice(self, label: str, value: str) -> Choice:
        """A button of the form's present step."""
        assert self.talk.form is not None
        return Choice(label, f"f:{self.talk.form.token}:{value}")

    def update_person(self, **changes: object) -> None:
        self.person = replace(self.person, **changes)  # type: ignore[arg-type]
