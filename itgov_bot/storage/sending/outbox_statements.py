"""What the outbox is asked again and again. Made once: building such a statement takes as long as running it."""

from datetime import datetime

from sqlalchemy import (
    BindParameter,
    Boolean,
    ColumnElement,
    Integer,
    String,
    and_,
    bindparam,
    case,
    exists,
    func,
    insert,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.orm import aliased
from sqlmodel import col

from itgov_bot.replies import Reply
from itgov_bot.storage.prepared import Prepared, among
from itgov_bot.storage.sending.outbox_items import ReplyItem
from itgov_bot.storage.statements import given, table_of
from itgov_bot.storage.tables import OutboxRow

EMPTY = Reply("").to_json()
_TABLE = table_of(OutboxRow)


def unsent() -> tuple[ColumnElement[bool], ...]:
    return (col(OutboxRow.sent_at).is_(None), col(OutboxRow.failed_at).is_(None))


_EARLIER = aliased(OutboxRow)
_NOW: BindParameter[datetime] = bindparam("now")
_BLOCKED = exists().where(
    col(_EARLIER.channel) == col(OutboxRow.channel),
    col(_EARLIER.chat) == col(OutboxRow.chat),
    col(_EARLIER.id) < col(OutboxRow.id),
    col(_EARLIER.urgent) >= col(OutboxRow.urgent),
    col(_EARLIER.sent_at).is_(None),
    col(_EARLIER.failed_at).is_(None),
    or_(col(_EARLIER.due_at) > _NOW, col(_EARLIER.claim).is_not(None)),
)
_UNCLAIMED = (*unsent(), col(OutboxRow.claim).is_(None), col(OutboxRow.due_at) <= _NOW)
_MAY_LEAVE = [and_(*_UNCLAIMED, ~_BLOCKED, listed) for listed in among(_TABLE.c.channel, "channels")]
_MOST = bindparam("most", type_=Integer())
_LEAVING = [
    select(_TABLE).where(may).order_by(_TABLE.c.urgent.desc(), _TABLE.c.id).limit(_MOST) for may in _MAY_LEAVE
]
READY = Prepared(*_LEAVING)
READY_IN_CHAT = Prepared(*(one.where(_TABLE.c.chat == bindparam("in_chat")) for one in _LEAVING))
_LANES = (_TABLE.c.chat, _TABLE.c.urgent)
CHATS_READY = Prepared(
    *(
        select(*_LANES)
        .where(may)
        .group_by(*_LANES)
        .order_by(_TABLE.c.urgent.desc(), func.min(_TABLE.c.id))
        .limit(_MOST)
        for may in _MAY_LEAVE
    )
)
LAST_REPLIES = Prepared(
    select(_TABLE.c.body)
    .where(_TABLE.c.channel == bindparam("channel"), _TABLE.c.chat == bindparam("chat"))
    .where(_TABLE.c.kind == ReplyItem.kind)
    .order_by(_TABLE.c.id.desc())
    .limit(_MOST)
)
_MARK_SENT = (
    update(_TABLE)
    .where(_TABLE.c.sent_at.is_(None), _TABLE.c.failed_at.is_(None), _TABLE.c.claim == bindparam("token"))
    .values(
        sent_at=bindparam("now", type_=_TABLE.c.sent_at.type),
        body=case((_TABLE.c.expires_at.is_(None), _TABLE.c.body), else_=EMPTY),
    )
    .returning(_TABLE.c.id)
)
SENT = Prepared(*(_MARK_SENT.where(listed) for listed in among(_TABLE.c.id, "items")))
_WORKER = bindparam("worker", type_=String())
_ANOTHER_WAITS = exists().where(
    col(_EARLIER.channel) == bindparam("channel", type_=String()),
    col(_EARLIER.chat) == bindparam("chat", type_=String()),
    col(_EARLIER.sent_at).is_(None),
    col(_EARLIER.failed_at).is_(None),
    col(_EARLIER.urgent) >= bindparam("urgent", type_=Boolean()),
    or_(col(_EARLIER.claim).is_(None), col(_EARLIER.claim) != _WORKER),
)
_POSTED = (
    "channel",
    "chat",
    "thread",
    "kind",
    "body",
    "urgent",
    "ticket_id",
    "card",
    "posted_at",
    "due_at",
    "expires_at",
)
POST = Prepared(
    insert(_TABLE)
    .values(given(_TABLE, _POSTED))
    .values(
        claim=case((_ANOTHER_WAITS, null()), else_=_WORKER), attempts=case((_WORKER.is_(None), 0), else_=1)
    )
    .returning(_TABLE.c.id, _TABLE.c.claim)
)
