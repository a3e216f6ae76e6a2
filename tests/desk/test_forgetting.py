"""Forgetting, table by table: a row with a mark in every column of words is put into each, and what is left is justified."""

import re
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Table, TypeDecorator, insert, select, update
from sqlmodel import SQLModel

from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.personal_data import forget_person
from itgov_bot.replies import Reply
from itgov_bot.storage import people
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.sending.outbox_items import ReplyItem
from itgov_bot.storage.tables import PersonRow
from tests.made import city
from tests.storage.made import NOW, sender

MAY_STAY = {
    "ticket.text": "the case stays, for the statistics and for whoever works on it: privacidad.md says so before",
    "ticket.number": "its number, which names nobody",
    "ticket.service": "of the catalogue",
    "ticket.outcome": "what the desk did",
    "ticket.rating_comment": "what was thought of a solution, without whose it is",
    "rating.comment": "the same, of each solution",
    "attachment.name": "a file of a case belongs to the case",
    "attachment.mime": "the same",
    "attachment.path": "the same",
    "plan_item.period": "which period of an indicator",
    "plan_item.text": "a public plan of the city",
    "reading.period": "which period of an indicator",
    "reading.source": "where a figure of the city comes from",
    "reading.reason": "why a figure of the city was corrected",
    "reading.note": "about a figure of the city",
    "reading.evidence_link": "of a figure of the city",
    "reading.evidence_lack": "about a figure of the city",
    "reading_file.name": "evidence of a figure of the city",
    "reading_file.mime": "the same",
    "reading_file.path": "the same",
    "maintenance.service": "of the catalogue",
    "maintenance.text": "what was announced to everybody",
    "canned.label": "an answer of the desk's own",
    "canned.text": "the same",
    "canned.service": "of the catalogue",
    "unmatched.text": "words without whose they are, and without names: they are taken out before",
    "unmatched.suggested": "what an administrator is offered",
    "unmatched.label": "what an administrator decided",
    "role_grant.office": "that somebody had a role is a fact of the city; whose is a number",
    "invitation.office": "of a role",
    "invitation.code_hash": "no code can be read from it, and it is used",
    "consent_event.version": "which notice was accepted: the city has to be able to show that",
    "person.consent_version": "in the row of its withdrawal: which notice it was",
    "kept_file.path": "until the sweeper has deleted the file: it is marked as gone",
    "code_sent.whose": "a fingerprint: who asks for codes without end is still refused",
    "inbox.body": "an update whose turn is to come: it is read for that turn and dropped with it",
    "inbox.key": "the same",
    "inbox.line": "the same",
    "inbox.claim": "a process",
    "worker.name": "a process",
    "seen_update.key": "the number of an update",
    "mark.name": "a round",
    "notice.kind": "of a case, which round it was told in",
    "desk_chat.purpose": "a group of the desk",
    "desk_chat.channel": "the same",
    "desk_chat.chat": "the same",
    "desk_chat.title": "the same",
    "desk_chat.rights": "the same",
    "topic.channel": "where the desk talks about a case",
    "topic.chat": "the same",
    "topic.thread": "the same",
    "topic.title": "it is made of the number and the service",
}
"""What a mark may be left of, and why."""
NOT_WORDS = {
    "person.channel": "telegram",
    "person.user": "ana",
    "person.chat": "ana",
    "person.urgent_news": "off",
    "role_grant.role": "agent",
    "invitation.role": "agent",
    "consent_event.kind": "accepted",
    "page_way.kind": "email",
    "subscription.kind": "weekly",
    "ticket.state": "in_progress",
    "ticket.channel": "telegram",
    "ticket.exception": None,
    "ticket.priority": "normal",
    "ticket.kind": None,
    "ticket.solution": None,
    "ticket.outage_id": None,
    "ticket.merged_into_id": None,
    "attachment.kind": "document",
    "reading_file.kind": "document",
    "canned.use": None,
    "ticket_event.kind": "details_told",
    "outbox.channel": "telegram",
    "outbox.chat": "ana",
    "outbox.kind": "reply",
    "sent_message.channel": "email",
    "sent_message.chat": "zarza person.email",
}
"""What is read as something else than words, or says where a thing is."""
MARK = "zarza "
_MARK = re.compile(rf"{MARK}(\w+\.\w+)")


def value(column: Column[Any], name: str, ana: int) -> object:
    if name in NOT_WORDS:
        return NOT_WORDS[name]
    if column.foreign_keys:
        return ana if next(iter(column.foreign_keys)).column.table.name == "person" else 1
    mark = f"{MARK}{name}"
    of_type: dict[type, object] = {
        int: 1,
        bool: False,
        float: 1.0,
        datetime: NOW,
        date: NOW.date(),
        dict: {"text": mark},
        str: ReplyItem(Reply(mark)).to_body() if name == "outbox.body" else mark,
    }
    return of_type[type_of(column)]


def type_of(column: Column[Any]) -> type:
    kind = column.type
    if isinstance(kind, JSON):
        return dict
    return (kind.impl_instance if isinstance(kind, TypeDecorator) else kind).python_type


async def fill(session: Session, ana: int) -> None:
    """A row of each table, as if it were about her."""
    for table in SQLModel.metadata.sorted_tables:
        row = {one.name: value(one, f"{table.name}.{one.name}", ana) for one in table.columns}
        if table.name == PersonRow.__tablename__:
            await session.execute(update(table).where(table.c.id == ana).values(row | {"id": ana}))
        else:
            await session.execute(insert(table).values(row))


async def marks_left(session: Session) -> set[str]:
    """By the names of the columns they were put into, wherever they are now."""
    found = set()
    for table in SQLModel.metadata.sorted_tables:
        rows = (await session.execute(select(table))).all()
        found |= {mark for row in rows for mark in _MARK.findall(repr(row))}
    return found


async def test_of_every_table_only_what_is_justified_stays(database: Database) -> None:
    async with database.transaction() as session:
        desk = Desk(session, NOW, city(), Calendars.of(city()))
        ana = await people.get_or_create(session, sender("ana"), "ana", NOW)
        await fill(session, ana.id)
        put = await marks_left(session)
        await forget_person(desk, await people.get(session, ana.id))
        left = await marks_left(session)
    assert {name.partition(".")[0] for name in put} >= {
        table.name for table in SQLModel.metadata.sorted_tables if has_words(table)
    }
    assert sorted(left - set(MAY_STAY)) == [], "it stays, and nobody says why"
    assert " ".join(sorted(set(MAY_STAY) - left)) == "", "it is said why it stays, and it goes"


def has_words(table: Table) -> bool:
    names = [one for one in table.columns if type_of(one) in (str, dict)]
    return any(f"{table.name}.{one.name}" not in NOT_WORDS for one in names)
