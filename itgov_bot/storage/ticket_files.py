"""The files of a ticket."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.tickets.files import Attachment, StoredFile
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import inserted, table_of
from itgov_bot.storage.tables import AttachmentRow
from itgov_bot.storage.ticket_reading import ids_of


async def attach(session: AsyncSession, ticket: int, file: StoredFile, by: int, now: datetime) -> None:
    await inserted(
        session,
        AttachmentRow(
            ticket_id=ticket,
            kind=file.kind,
            name=file.name,
            mime=file.mime,
            size=file.size,
            path=file.path,
            added_by=by,
            added_at=now,
        ),
    )


async def attachments(session: AsyncSession, ticket: int) -> list[Attachment]:
    return [_as_attachment(row) for row in await _OF.rows(session, {"of": ticket})]


_TABLE = table_of(AttachmentRow)
_OF = Prepared(select(_TABLE).where(_TABLE.c.ticket_id == bindparam("of")).order_by(_TABLE.c.id))


async def attachments_of(session: AsyncSession, requester: int) -> dict[int, list[Attachment]]:
    """Of all cases of a person, by the id of the case."""
    query = (
        select(AttachmentRow)
        .where(col(AttachmentRow.ticket_id).in_(ids_of(requester)))
        .order_by(col(AttachmentRow.id))
    )
    found: dict[int, list[Attachment]] = {}
    for row in await session.scalars(query):
        found.setdefault(row.ticket_id, []).append(_as_attachment(row))
    return found


def _as_attachment(row: AttachmentRow) -> Attachment:
    file = StoredFile(row.kind, row.name, row.mime, row.size, row.path)  # type: ignore[arg-type]
    return Attachment(row.ticket_id, file, row.added_at)
