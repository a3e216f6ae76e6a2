"""What the flows work with during one turn: the desk, the person, their talk, and `say`.

`roles` are those that count now; `own_roles` are the person's, also while an administrator tries another role.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from itgov_bot.conversation.talk import Talk
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.city import City
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.files import FileProblem, StoredFile
from itgov_bot.messages import Address, Choice, Incoming, MenuEntry, Reply
from itgov_bot.outbox.posting import post, post_menu
from itgov_bot.understanding import Interpretation, Understanding
from itgov_bot.understanding.language.answers import Answers
from itgov_bot.understanding.quality.evaluation import Labelled

if TYPE_CHECKING:  # a flow works with turns, and a turn knows the flows
    from itgov_bot.conversation.forms import Flow


@dataclass
class ReceivedFiles:
    """The files of a message: those that were kept, and why each of the others was not."""

    kept: list[StoredFile] = field(default_factory=list)
    refused: list[tuple[str, FileProblem]] = field(default_factory=list)


@dataclass
class Turn:
    """One turn. Everything it says is posted when it ends, in the same transaction as what it did.

    `flows` are all the forms there are, by name (see `form_table`).
    `menus` are the command menus to show, each by its chat and the roles that it is for.
    `taught` is set by a turn that taught the understanding something: it is read again once the turn is committed.
    """

    desk: Desk
    incoming: Incoming
    person: Person
    roles: frozenset[Role]
    own_roles: frozenset[Role]
    talk: Talk
    flows: Mapping[str, Flow]
    understanding: Understanding
    files: ReceivedFiles = field(default_factory=ReceivedFiles)
    max_file_mb: int = 20
    bot_name: str = ""
    email_domains: frozenset[str] = frozenset()
    files_folder: Path = Path("files")
    labelled: Sequence[Labelled] = ()
    menus: list[tuple[Address, frozenset[Role]]] = field(default_factory=list)
    taught: bool = False
    _said: list[tuple[Reply, int | None]] = field(default_factory=list)
    _interpreted: dict[str, Interpretation] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        return self.desk.now

    @property
    def city(self) -> City:
        return self.desk.city

    @property
    def has_consented(self) -> bool:
        """To the privacy notice as it is now."""
        return self.city.notice.is_accepted_by(self.person)

    @property
    def is_registered(self) -> bool:
        """They told once what the desk needs to know, and are not asked again."""
        return self.has_consented and self.person.registered_at is not None

    @property
    def text(self) -> str:
        return self.incoming.text.strip()

    def interpret(self, text: str) -> Interpretation:
        """What was understood of a text. It is read once a turn, whoever asks."""
        if text not in self._interpreted:
            calendar = self.desk.calendars.general
            self._interpreted[text] = self.understanding.interpret(text, self.now, calendar)
        return self._interpreted[text]

    @property
    def answers(self) -> Answers:
        """The reader of short answers: yes, no, «déjelo así»."""
        return self.understanding.words.answers

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
