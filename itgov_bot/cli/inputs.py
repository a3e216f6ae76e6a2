"""What a command is given: settings, data, a service, an instant, a number. What is wrong ends it with one line."""

from datetime import datetime
from zoneinfo import ZoneInfo

from itgov_bot.cli.lines import refuse
from itgov_bot.domain.catalog import Service
from itgov_bot.reference import Reference, load
from itgov_bot.settings import Settings, load_settings
from itgov_bot.wording.staff.asked.services import numbers

YEARS = (1970, 2200)
"""Holidays are known for these; anything else is a slip of the pen."""


def read_reference() -> tuple[Settings, Reference]:
    """The settings, and the city's data that they point to."""
    settings = load_settings()
    return settings, load(settings.itgov_data)


def read_service(reference: Reference, asked: str) -> Service:
    """By its id or an alias."""
    found = reference.catalog.find(asked)
    if found is None:
        refuse(f"--service: «{asked}» no está en el catálogo, que va de {numbers(reference.catalog)}")
    return found


def read_instant(option: str, written: str, zone: ZoneInfo) -> datetime:
    """ISO; an instant without an offset is local time."""
    try:
        when = datetime.fromisoformat(written.strip())
    except ValueError:
        refuse(f"{option}: «{written}» no es un instante ISO, como 2026-03-11T20:40")
    if not YEARS[0] <= when.year < YEARS[1]:
        refuse(f"{option}: {when.isoformat()} está fuera del calendario que se conoce")
    return when if when.tzinfo else when.replace(tzinfo=zone)


def read_number(option: str, written: str, least: int, most: int, called: str) -> int:
    """Digits within bounds; `called` says what it is: «un año»."""
    digits = written.strip()
    if not digits.isdecimal() or len(digits) > 9 or not least <= int(digits) <= most:
        refuse(f"{option}: «{written}» no es {called} (de {least} a {most})")
    return int(digits)
