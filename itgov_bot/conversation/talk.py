"""Where a conversation stands: the form being filled in, and what was last spoken of. Kept as JSON in storage."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from secrets import token_urlsafe
from typing import Any

IDLE_MINUTES = 30
"""After this long, free text is no longer taken as the answer to a form's question without asking."""


@dataclass
class Form:
    """A form at one of its steps. `token` marks the buttons of this step: older ones are answered kindly."""

    flow: str
    step: str
    token: str
    values: dict[str, Any] = field(default_factory=dict)
    asked_at: str = ""

    def is_idle(self, now: datetime) -> bool:
        asked = datetime.fromisoformat(self.asked_at) if self.asked_at else now
        return (now - asked).total_seconds() > IDLE_MINUTES * 60


@dataclass
class Topic:
    """What was last spoken of, so that «y a qué hora atienden eso» is understood.

    `others` are the services of the further problems that the same message told of: they come after the first.
    """

    text: str = ""
    service: str | None = None
    candidates: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    ticket: str | None = None
    exception: str | None = None
    others: list[str] = field(default_factory=list)


@dataclass
class Talk:
    """`paused` is the form that another one (an urgent report, an addition) interrupted: it comes back after it.

    `report` waits for the answer to «¿es lo mismo?»; `other_outages` are the cases of which it was said that it is not.
    """

    form: Form | None = None
    paused: Form | None = None
    topic: Topic = field(default_factory=Topic)
    view_as: str | None = None
    waiting_files: list[dict[str, Any]] = field(default_factory=list)
    held_text: str | None = None
    report: dict[str, Any] | None = None
    other_outages: list[str] = field(default_factory=list)

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Talk:
        """A state written by an older version may lack parts; what is unknown is left out."""
        form, paused, topic = state.get("form"), state.get("paused"), state.get("topic") or {}
        known = {name: topic[name] for name in Topic.__dataclass_fields__ if name in topic}
        return cls(
            form=Form(**form) if form else None,
            paused=Form(**paused) if paused else None,
            topic=Topic(**known),
            view_as=state.get("view_as"),
            waiting_files=state.get("waiting_files", []),
            held_text=state.get("held_text"),
            report=state.get("report"),
            other_outages=state.get("other_outages", []),
        )

    def to_state(self) -> dict[str, Any]:
        return asdict(self)

    def start(self, flow: str, step: str, values: dict[str, Any]) -> None:
        if self.form and self.form.flow != flow:
            self.paused = self.form
        self.form = Form(flow, step, new_token(), values)
        self.held_text = None

    def end(self) -> None:
        """The present form is over; the one that it interrupted is there again."""
        self.form, self.paused, self.held_text = self.paused, None, None


def new_token() -> str:
    """Short, so that a button's data stays far below 64 bytes."""
    return token_urlsafe(4)
