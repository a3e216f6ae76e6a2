"""The desk's first tables. Their constraints and indexes are named by the convention of `storage/tables/columns.py`."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from itgov_bot.storage.tables import Instant

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "desk_chat",
        sa.Column("purpose", sa.String(), primary_key=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("has_topics", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("username", sa.String()),
        sa.Column("dependencia", sa.String()),
        sa.Column("contact", sa.String()),
        sa.Column("consent_version", sa.String()),
        sa.Column("consent_at", INSTANT),
        sa.Column("email", sa.String()),
        sa.Column("email_verified_at", INSTANT),
        sa.Column("registered_at", INSTANT),
        sa.Column("forgotten_at", INSTANT),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.UniqueConstraint("channel", "user"),
    )
    op.create_table(
        "seen_update",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("seen_at", INSTANT, nullable=False, index=True),
    )
    op.create_table(
        "ticket_counter",
        sa.Column("year", sa.Integer(), primary_key=True),
        sa.Column("last", sa.Integer(), nullable=False),
    )
    op.create_table(
        "duty",
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("step", sa.Integer(), nullable=False),
    )
    op.create_table(
        "email_code",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False, index=True),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sent_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("closed_at", INSTANT),
    )
    op.create_table(
        "consent_event",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
    )
    op.create_table(
        "invitation",
        sa.Column("code_hash", sa.String(), primary_key=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("created_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("used_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("used_at", INSTANT),
        sa.Column("revoked_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("revoked_at", INSTANT),
    )
    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("indicator", sa.Integer(), nullable=False, index=True),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("numerator", sa.Float()),
        sa.Column("denominator", sa.Float()),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("reason", sa.String()),
    )
    op.create_table(
        "role_grant",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False, index=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("granted_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("granted_at", INSTANT, nullable=False),
        sa.Column("ended_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("ended_at", INSTANT),
    )
    op.create_index(
        "uq_role_grant_in_force",
        "role_grant",
        ["person_id", "role"],
        unique=True,
        **_only("ended_at IS NULL"),
    )
    op.create_table(
        "talk",
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("chat", sa.String(), primary_key=True),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
    )
    op.create_table(
        "ticket",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("number", sa.String(), nullable=False, unique=True),
        sa.Column("state", sa.String(), nullable=False, index=True),
        sa.Column("requester_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False, index=True),
        sa.Column("assignee_id", sa.Integer(), sa.ForeignKey("person.id"), index=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("service", sa.String()),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("exception", sa.String()),
        sa.Column("priority", sa.String(), nullable=False),
        sa.Column("kind", sa.String()),
        sa.Column("solution", sa.String()),
        sa.Column("outcome", sa.Text()),
        sa.Column("waiting_for", sa.Text()),
        sa.Column("is_outage", sa.Boolean(), nullable=False),
        sa.Column("outage_from", INSTANT),
        sa.Column("outage_id", sa.Integer(), sa.ForeignKey("ticket.id"), index=True),
        sa.Column("merged_into_id", sa.Integer(), sa.ForeignKey("ticket.id")),
        sa.Column("first_answer_at", INSTANT),
        sa.Column("resolved_at", INSTANT),
        sa.Column("first_answer_due", INSTANT, index=True),
        sa.Column("solution_due", INSTANT, index=True),
        sa.Column("rating", sa.Integer()),
        sa.Column("rating_comment", sa.Text()),
        sa.Column("opened_at", INSTANT, nullable=False, index=True),
        sa.Column("attended_from", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
    )
    op.create_table(
        "unmatched",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("text", sa.String(), nullable=False, unique=True),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("suggested", sa.String()),
        sa.Column("first_at", INSTANT, nullable=False),
        sa.Column("last_at", INSTANT, nullable=False),
        sa.Column("label", sa.String()),
        sa.Column("decided_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("decided_at", INSTANT),
    )
    op.create_table(
        "affected",
        sa.Column("ticket_id", sa.Integer(), sa.ForeignKey("ticket.id"), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), primary_key=True, index=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
    )
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("ticket_id", sa.Integer(), sa.ForeignKey("ticket.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mime", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("added_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("added_at", INSTANT, nullable=False),
    )
    op.create_table(
        "notice",
        sa.Column("ticket_id", sa.Integer(), sa.ForeignKey("ticket.id"), primary_key=True),
        sa.Column("kind", sa.String(), primary_key=True),
        sa.Column("round", sa.Integer(), primary_key=True),
        sa.Column("told_at", INSTANT, nullable=False),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("thread", sa.String()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), sa.ForeignKey("ticket.id")),
        sa.Column("card", sa.String()),
        sa.Column("posted_at", INSTANT, nullable=False, index=True),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT),
        sa.Column("claimed_at", INSTANT),
        sa.Column("claim", sa.String()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sent_at", INSTANT),
        sa.Column("failed_at", INSTANT),
        sa.Column("failure", sa.String()),
    )
    op.create_index("ix_outbox_place", "outbox", ["channel", "chat", "id"])
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["channel", "chat", "id"],
        **_only("sent_at IS NULL AND failed_at IS NULL"),
    )
    op.create_table(
        "page",
        sa.Column("ticket_id", sa.Integer(), sa.ForeignKey("ticket.id"), primary_key=True),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("next_at", INSTANT, index=True),
        sa.Column("taken_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("taken_at", INSTANT),
    )
    op.create_table(
        "sent_message",
        sa.Column("channel", sa.String(), primary_key=True),
        sa.Column("chat", sa.String(), primary_key=True),
        sa.Column("ref", sa.String(), primary_key=True),
        sa.Column("ticket_id", sa.Integer(), sa.ForeignKey("ticket.id")),
        sa.Column("card", sa.String()),
        sa.Column("fingerprint", sa.String()),
        sa.Column("sent_at", INSTANT, nullable=False),
    )
    op.create_index("ix_sent_message_card", "sent_message", ["channel", "chat", "card"])
    op.create_table(
        "ticket_event",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("ticket_id", sa.Integer(), sa.ForeignKey("ticket.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("actor_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("data", sa.JSON(), nullable=False),
    )
    op.create_table(
        "topic",
        sa.Column("ticket_id", sa.Integer(), sa.ForeignKey("ticket.id"), primary_key=True),
        sa.Column("channel", sa.String(), primary_key=True),
        sa.Column("chat", sa.String(), primary_key=True),
        sa.Column("thread", sa.String(), nullable=False),
    )


def _only(where: str) -> dict[str, Any]:
    """The rows that an index is for, on either engine."""
    return {"sqlite_where": sa.text(where), "postgresql_where": sa.text(where)}


def downgrade() -> None:
    """In the order in which nothing refers to what is gone."""
    for name in (
        "topic", "ticket_event", "sent_message", "page", "outbox", "notice", "attachment", "affected",
        "unmatched", "ticket", "talk", "role_grant", "reading", "invitation", "consent_event", "email_code",
        "duty", "ticket_counter", "seen_update", "person", "desk_chat",
    ):  # fmt: skip
        op.drop_table(name)
