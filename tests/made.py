"""What tests of many folders begin with: the city's own data and an understanding trained on them, made once a worker."""

import fcntl
import tempfile
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.reference import Reference, load
from itgov_bot.settings import ROOT
from itgov_bot.understanding import Understanding
from itgov_bot.understanding.cache import fingerprint

DATA = ROOT / "data"

load_once = cache(load)
"""For tests that change no file: reading and checking `data/` takes longer than most of them."""


def city() -> Reference:
    return load_once(DATA)


@cache
def trained_models(data: Path = DATA) -> Path:
    """The folder of the trained model, named by what it is made from: one process trains it, the others wait for it."""
    folder = Path(tempfile.gettempdir()) / f"itgov-models-{fingerprint(data)}"
    folder.mkdir(exist_ok=True)
    with (folder / "training.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not Understanding.is_trained(data, folder):
            Understanding.train(data, folder)
    return folder


load_understanding = Understanding.load
"""The method itself, whatever a fixture has put in its place."""


@cache
def understanding(data: Path, models: Path) -> Understanding:
    """Trained models are never changed, so the tests of a worker share one."""
    return load_understanding(data, models)


LONG = "<b>&🙂 palabras " * 400
"""More than any message holds, with signs that must be escaped."""


def long_ticket(at: datetime, **facts: Any) -> Ticket:
    """A ticket whose people wrote at length; `facts` are what else it has."""
    ticket = Ticket(
        id=1,
        number="SAUS-2026-000001",
        state=State.NEW,
        requester=1,
        text=LONG,
        service="SER-004",
        place=LONG,
        contact=LONG,
        channel="telegram",
        opened_at=at,
        attended_from=at,
        waiting_for=LONG,
        outcome=LONG,
    )
    return replace(ticket, **facts)
