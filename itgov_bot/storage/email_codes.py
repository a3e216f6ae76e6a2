"""One-time codes on their way to a corporate mailbox. Only hashes are kept; the newest open code of a person counts."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.records import dataclass
from itgov_bot.storage.statements import changed, inserted, number_of
from itgov_bot.storage.tables import CodeSentRow, EmailCodeRow


@dataclass(frozen=True, slots=True)
class EmailCode:
    id: int
    person: int
    email: str
    hash: str
    attempts: int
    expires_at: datetime


async def add(
    session: AsyncSession, person: int, email: str, code_hash: str, now: datetime, expires_at: datetime
) -> None:
    """The person's older codes no longer count."""
    await close_all(session, person, now)
    await inserted(
        session,
        EmailCodeRow(person_id=person, email=email, code_hash=code_hash, sent_at=now, expires_at=expires_at),
    )


async def open_of(session: AsyncSession, person: int) -> EmailCode | None:
    """The code that the person has to type, expired or not."""
    query = select(EmailCodeRow).where(
        col(EmailCodeRow.person_id) == person, col(EmailCodeRow.closed_at).is_(None)
    )
    row = await session.scalar(query)
    return _as_code(row) if row else None


async def open_at(session: AsyncSession, email: str) -> list[EmailCode]:
    """Codes on their way to a mailbox: whom to tell when it cannot be reached."""
    query = select(EmailCodeRow).where(
        col(EmailCodeRow.email) == email, col(EmailCodeRow.closed_at).is_(None)
    )
    return [_as_code(row) for row in await session.scalars(query)]


async def count_sent(session: AsyncSession, whose: str, now: datetime) -> None:
    """One more code for somebody or for a mailbox, by a hash: also who is forgotten has had it."""
    await inserted(session, CodeSentRow(whose=whose, at=now))


async def sent_since(session: AsyncSession, whose: str, moment: datetime) -> int:
    where = (col(CodeSentRow.whose) == whose, col(CodeSentRow.at) > moment)
    return await number_of(session, CodeSentRow, *where)


async def count_try(session: AsyncSession, code: int, most: int) -> bool:
    """Counts a try before it is looked at; False when there are none left."""
    where = (col(EmailCodeRow.id) == code, col(EmailCodeRow.attempts) < most)
    values = {"attempts": EmailCodeRow.attempts + 1}
    return await changed(session, update(EmailCodeRow).where(*where).values(**values))


async def close_all(session: AsyncSession, person: int, now: datetime) -> None:
    """Used, replaced or never delivered: the person's codes no longer count."""
    where = (col(EmailCodeRow.person_id) == person, col(EmailCodeRow.closed_at).is_(None))
    await session.execute(update(EmailCodeRow).where(*where).values(closed_at=now))


async def addresses_of(session: AsyncSession, person: int) -> set[str]:
    """The mailboxes to which codes were sent for a person, shown to be theirs or not."""
    query = select(col(EmailCodeRow.email)).where(col(EmailCodeRow.person_id) == person)
    return set(await session.scalars(query))


async def forget(session: AsyncSession, person: int) -> None:
    await session.execute(delete(EmailCodeRow).where(col(EmailCodeRow.person_id) == person))


async def forget_before(session: AsyncSession, moment: datetime) -> None:
    await session.execute(delete(EmailCodeRow).where(col(EmailCodeRow.sent_at) < moment))
    await session.execute(delete(CodeSentRow).where(col(CodeSentRow.at) < moment))


def _as_code(row: EmailCodeRow) -> EmailCode:
    assert row.id is not None
    return EmailCode(row.id, row.person_id, row.email, row.code_hash, row.attempts, row.expires_at)
