"""a topic's state has columns of its own; menus are JSON like the other items."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

import itgov_bot.storage.tables

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_INSTANT = itgov_bot.storage.tables.Instant(timezone=True)
_ASKED_AGAIN_AFTER = timedelta(hours=1)

_TOPIC = sa.table(
    "topic",
    sa.column("ticket_id"),
    sa.column("channel"),
    sa.column("chat"),
    sa.column("thread"),
    sa.column("title"),
    sa.column("closed", sa.Boolean()),
    sa.column("opening_since", _INSTANT),
    sa.column("refused_until", _INSTANT),
)
_OUTBOX = sa.table("outbox", sa.column("id"), sa.column("kind"), sa.column("body"))
_SENT = sa.table(
    "sent_message", *(sa.column(name) for name in ("channel", "chat", "ref", "card", "fingerprint"))
)


def upgrade() -> None:
    with op.batch_alter_table("topic") as topic:
        topic.alter_column("thread", existing_type=sa.String(), nullable=True)
        topic.add_column(sa.Column("title", sa.String(), nullable=True))
        topic.add_column(sa.Column("closed", sa.Boolean(), nullable=False, server_default=sa.false()))
        topic.add_column(sa.Column("opening_since", _INSTANT, nullable=True))
        topic.add_column(sa.Column("refused_until", _INSTANT, nullable=True))
    with op.batch_alter_table("topic") as topic:
        topic.alter_column("closed", existing_type=sa.Boolean(), server_default=None)
    _move_marks_of_topics()
    _move_what_topics_show()
    _rewrite_menus(lambda body: json.dumps(list(_entries(body)), ensure_ascii=False))


def _move_marks_of_topics() -> None:
    """`opening@<instant>` and `refused@<instant>` stood in the place of the thread."""
    for row in op.get_bind().execute(sa.select(_TOPIC)).all():
        mark, marked, instant = row.thread.partition("@")
        if not marked:
            continue
        since = datetime.fromisoformat(instant)
        values = (
            {"opening_since": since} if mark == "opening" else {"refused_until": since + _ASKED_AGAIN_AFTER}
        )
        _update_topic(row.ticket_id, row.channel, row.chat, {"thread": None, **values})


def _move_what_topics_show() -> None:
    """It was kept like a card: as a message `topic:<thread>` whose fingerprint was JSON."""
    bind = op.get_bind()
    kept = _SENT.c.card.like("topic:%") & _SENT.c.ref.like("topic:%") & _SENT.c.fingerprint.is_not(None)
    for row in bind.execute(sa.select(_SENT).where(kept)).all():
        ticket = int(row.card.removeprefix("topic:"))
        _update_topic(ticket, row.channel, row.chat, json.loads(row.fingerprint))
    bind.execute(sa.delete(_SENT).where(_SENT.c.ref.like("topic:%")))


def _update_topic(ticket: int, channel: str, chat: str, values: dict[str, Any]) -> None:
    where = (_TOPIC.c.ticket_id == ticket, _TOPIC.c.channel == channel, _TOPIC.c.chat == chat)
    op.get_bind().execute(sa.update(_TOPIC).where(*where).values(**values))


def _entries(body: str) -> Iterator[dict[str, str]]:
    """A line an entry, its two parts parted by a tab."""
    for line in body.splitlines():
        command, _, description = line.partition("\t")
        yield {"command": command, "description": description}


def _rewrite_menus(rewritten: Any) -> None:
    bind = op.get_bind()
    for row in bind.execute(sa.select(_OUTBOX).where(_OUTBOX.c.kind == "menu")).all():
        values = {"body": rewritten(row.body)}
        bind.execute(sa.update(_OUTBOX).where(_OUTBOX.c.id == row.id).values(**values))


def downgrade() -> None:
    """What topics showed is not put back: the older version tells it once more."""
    bind = op.get_bind()
    for row in bind.execute(sa.select(_TOPIC).where(_TOPIC.c.thread.is_(None))).all():
        if row.opening_since:
            mark = f"opening@{row.opening_since.isoformat()}"
        else:
            mark = f"refused@{(row.refused_until - _ASKED_AGAIN_AFTER).isoformat()}"
        _update_topic(row.ticket_id, row.channel, row.chat, {"thread": mark})
    with op.batch_alter_table("topic") as topic:
        for name in ("title", "closed", "opening_since", "refused_until"):
            topic.drop_column(name)
        topic.alter_column("thread", existing_type=sa.String(), nullable=False)
    _rewrite_menus(
        lambda body: "\n".join(f"{one['command']}\t{one['description']}" for one in json.loads(body))
    )
