"""A one-time code that cannot reach its mailbox: whoever waits for it is told. Called by the delivery."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.messages import Address
from itgov_bot.outbox.posting import post
from itgov_bot.storage import email_codes, people
from itgov_bot.storage.database import Session
from itgov_bot.storage.outbox import Waiting
from itgov_bot.wording.staff import mailbox as words

EMAIL = "email"


def mailbox(email: str) -> Address:
    """A mailbox as an address of the outbox."""
    return Address(EMAIL, email)


async def tell_of_lost_code(session: Session, item: Waiting, now: datetime) -> None:
    """The code is closed, because it will never arrive. A newer code to the same mailbox is not touched."""
    if item.address.channel != EMAIL:
        return
    for code in await email_codes.open_at(session, item.address.chat):
        if item.expires_at is None or code.expires_at == item.expires_at:
            await email_codes.close_all(session, code.person, now)
            person = await people.get(session, code.person)
            await post(session, person.address, words.not_delivered(code.email), now)
