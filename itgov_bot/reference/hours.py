"""Loads `hours.yaml`: support calendars, closed days and the exceptions of the ANS. Called by `load`."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, get_args
from zoneinfo import ZoneInfo

from holidays.registry import EntityLoader
from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass

from itgov_bot.domain.catalog import AgreementException, ExceptionKey
from itgov_bot.validation import wrong

from .entries import CLOSED, Entry, Some, Span
from .files import DataFile, Finding
from .model import SupportHours


def _timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, badly formed, or the name of a folder
        raise wrong(f"la zona horaria «{name}» no existe", "escriba `timezone: America/Bogota`") from None
    return name


def _country(code: str) -> str:
    if code not in EntityLoader.get_country_codes():
        raise wrong(f"no se conocen los festivos de «{code}»", "escriba `holidays: CO`")
    return code


class WeekEntry(Entry):
    """A weekday that is missing is closed."""

    monday: Span | None = None
    tuesday: Span | None = None
    wednesday: Span | None = None
    thursday: Span | None = None
    friday: Span | None = None
    saturday: Span | None = None
    sunday: Span | None = None

    def hours(self) -> SupportHours:
        return {number: (span.opens, span.closes) for number, (_, span) in enumerate(self) if span}


class CalendarEntry(Entry):
    """`printed` is the ANS text."""

    printed: str = Field(title="el texto impreso")
    week: WeekEntry = Field(title="la semana")


class ClosedDay(Entry):
    date: dt.date = Field(title="la fecha", description="una fecha (año-mes-día)", examples=['"2026-12-24"'])
    name: str = Field(title="el nombre")


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class ExceptionEntry(AgreementException):
    printed: str = Field(title="el texto impreso")


class HoursFile(Entry):
    timezone: Annotated[str, AfterValidator(_timezone)] = Field(title="la zona horaria")
    holidays: Annotated[str, AfterValidator(_country)] = Field(title="el país de los festivos")
    calendars: dict[str, CalendarEntry] = Field(title="la lista de calendarios")
    closed_days: tuple[ClosedDay, ...] = ()
    exceptions: Some[ExceptionEntry] = Field(title="la lista de excepciones")


def load_hours(folder: Path) -> HoursFile:
    return DataFile(folder, "hours.yaml").read(HoursFile, _calendars, _closed_once, _both_exceptions)


def _calendars(file: HoursFile) -> Iterator[Finding]:
    for name, calendar in file.calendars.items():
        if not calendar.week.hours():
            remedy = 'escriba `monday: {from: "08:00", to: "18:00"}`'
            yield f"calendario {name}", "no tiene ningún día de atención", remedy
    if "general" not in file.calendars:
        yield "", "falta el calendario `general`", "escríbalo en `calendars`: es el de toda la mesa"


def _closed_once(file: HoursFile) -> Iterator[Finding]:
    days = [closed.date for closed in file.closed_days]
    for number, day in enumerate(days):
        if day in days[:number]:
            yield f"día cerrado n.º {number + 1}", f"la fecha {day} está dos veces", "deje una sola"


def _both_exceptions(file: HoursFile) -> Iterator[Finding]:
    given = Counter(exception.key for exception in file.exceptions)
    for key in get_args(ExceptionKey):
        if given[key] > 1:
            yield "exceptions", f"la excepción `{key}` está dos veces", "deje una sola"
        if not given[key]:
            yield "", f"falta la excepción `{key}`", f"escriba `- {{key: {key}, printed: …}}`"
