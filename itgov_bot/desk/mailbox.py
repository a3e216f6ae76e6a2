"""Showing that a corporate mailbox is one's own: a six-digit code that is sent there and typed here."""

import asyncio
import hmac
import re
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import scrypt, sha256
from secrets import randbelow, token_hex

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.people import Person, domain_of
from itgov_bot.patterns import regex
from itgov_bot.storage import email_codes, people

CODE_LASTS = timedelta(minutes=10)
MAX_TRIES = 5
LIMITS = ((timedelta(hours=1), 3), (timedelta(days=1), 10))
"""How many codes a person gets, and how many a mailbox, whoever asks for them. They are told apart by hash, so that the
limits hold also of who has their data erased."""
MAX_ADDRESS = 254

_ADDRESS = regex(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9-]+(\.[a-z0-9-]+)+")


class TooManyMails(Exception):
    """The person, or the mailbox, has had as many codes as they get."""


class CodeCheck(StrEnum):
    """What became of a typed code. `NONE`: no code is on its way (it was never sent, or never arrived)."""

    RIGHT = "right"
    WRONG = "wrong"
    EXPIRED = "expired"
    NO_TRIES_LEFT = "no_tries_left"
    NONE = "none"


def read_address(written: str, domains: frozenset[str] | None = None) -> str | None:
    """The address as it is kept, when it is one (of these domains); None when it is not."""
    address = written.strip().strip("<>").lower()
    if len(address) > MAX_ADDRESS or not _ADDRESS.fullmatch(address):
        return None
    return address if domains is None or domain_of(address) in domains else None


async def new_code(desk: Desk, person: Person, email: str) -> tuple[str, datetime]:
    """A fresh code and its end. Raises TooManyMails."""
    whose = [
        _anonymous(f"person:{person.channel}:{person.user}"),
        _anonymous(f"mailbox:{_mailbox_of(email)}"),
    ]
    for one in whose:
        await _refuse_too_many(desk, one)
    for one in whose:
        await email_codes.count_sent(desk.session, one, desk.now)
    code, expires_at = f"{randbelow(10**6):06d}", desk.now + CODE_LASTS
    kept = await asyncio.to_thread(_hash, code, token_hex(16))
    await email_codes.add(desk.session, person.id, email, kept, desk.now, expires_at)
    return code, expires_at


def _mailbox_of(email: str) -> str:
    """Where a letter comes in: behind «+» stands a label of the owner's. Dots are left, as they may tell people apart."""
    name, _, domain = email.lower().rpartition("@")
    return f"{name.partition('+')[0] or name}@{domain}"


async def _refuse_too_many(desk: Desk, whose: str) -> None:
    for span, most in LIMITS:
        if await email_codes.sent_since(desk.session, whose, desk.now - span) >= most:
            raise TooManyMails


def _anonymous(whose: str) -> str:
    return sha256(whose.encode()).hexdigest()


async def forget_codes(desk: Desk, person: Person) -> None:
    """Whoever leaves without having consented leaves no address either."""
    await email_codes.forget(desk.session, person.id)


async def check_code(desk: Desk, person: Person, typed: str) -> tuple[CodeCheck, Person]:
    """The person with their corporate mailbox when the code is right."""
    found, email = await prove(desk, person, typed)
    return found, await _verified(desk, person, email) if email else person


async def prove(desk: Desk, person: Person, typed: str) -> tuple[CodeCheck, str | None]:
    """The mailbox that is theirs when the code is right. Every try is counted before it is looked at."""
    code = await email_codes.open_of(desk.session, person.id)
    if code is None:
        return CodeCheck.NONE, None
    if code.expires_at <= desk.now:
        return CodeCheck.EXPIRED, None
    if not await email_codes.count_try(desk.session, code.id, MAX_TRIES):
        return CodeCheck.NO_TRIES_LEFT, None
    if not await asyncio.to_thread(_is_right, typed, code.hash):
        last = code.attempts + 1 >= MAX_TRIES
        return CodeCheck.NO_TRIES_LEFT if last else CodeCheck.WRONG, None
    await email_codes.close_all(desk.session, person.id, desk.now)
    return CodeCheck.RIGHT, code.email


async def _verified(desk: Desk, person: Person, email: str) -> Person:
    await people.update(desk.session, person.id, email=email, email_verified_at=desk.now)
    return replace(person, email=email, email_verified_at=desk.now)


def _is_right(typed: str, kept: str) -> bool:
    digits = "".join(re.findall(r"\d", typed))
    return hmac.compare_digest(_hash(digits, kept.partition("$")[0]), kept)


def _hash(code: str, salt: str) -> str:
    """Slow on purpose: six digits have few values, and a copy of the database must not give them away in time."""
    return f"{salt}${scrypt(code.encode(), salt=salt.encode(), n=2**14, r=8, p=1).hex()}"
