"""What a command is given: settings, the city's data, an instant, a number. What is wrong ends it with one line."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from itgov_bot.cli.lines import refuse
from itgov_bot.reference import DataError, Reference, load
from itgov_bot.settings import Settings, SettingsError, load_settings
from itgov_bot.understanding import VocabularyError

YEARS = (1970, 2200)
"""Holidays are known for these; anything else is a slip of the pen."""


def read_settings() -> Settings:
    try:
        return load_settings()
    except SettingsError as error:
        refuse(str(error))


def read_reference(settings: Settings) -> Reference:
    try:
        return load(settings.itgov_data)
    except (DataError, VocabularyError) as error:
        refuse(str(error))


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
