"""Loads `hours.yaml`: support calendars, closed days and the exceptions of the ANS. Called by `load`."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args
from zoneinfo import ZoneInfo

import holidays

from itgov_bot.domain.catalog import AgreementException, ExceptionKey

from .files import checker_for, read_yaml
from .model import SupportHours
from .problems import Checker
from .record import Record

FILE = "hours.yaml"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Hours:
    """`printed` is the ANS text of each calendar."""

    timezone: str
    holidays_country: str
    support_hours: dict[str, SupportHours]
    printed: dict[str, str]
    closed_days: dict[date, str]
    exceptions: tuple[AgreementException, ...]


def load_hours(folder: Path) -> Hours:
    checker = checker_for(folder, FILE)
    file = Record(checker, "", read_yaml(folder, FILE, checker))
    weeks, printed = _calendars(file)
    hours = Hours(_timezone(file), _country(file), weeks, printed, _closed_days(file), _exceptions(file))
    file.close()
    checker.finish()
    return hours


def _timezone(file: Record) -> str:
    name = file.text("timezone")
    try:
        ZoneInfo(name or "UTC")
    except (KeyError, ValueError, OSError):  # unknown, badly formed, or the name of a folder
        file.report(f"la zona horaria «{name}» no existe", "escriba `timezone: America/Bogota`")
    return name


def _country(file: Record) -> str:
    country = file.text("holidays")
    if country and country not in holidays.list_supported_countries():
        file.report(f"no se conocen los festivos de «{country}»", "escriba `holidays: CO`")
    return country


def _calendars(file: Record) -> tuple[dict[str, SupportHours], dict[str, str]]:
    weeks: dict[str, SupportHours] = {}
    printed: dict[str, str] = {}
    calendars = file.record("calendars")
    for key in calendars.names():
        calendar = calendars.record(key, f"calendario {key}")
        printed[key] = calendar.text("printed")
        weeks[key] = _week(calendar)
        calendar.close()
    if calendars.usable and "general" not in weeks:
        file.report("falta el calendario `general`", "escríbalo en `calendars`: es el de toda la mesa")
    return weeks, printed


def _week(calendar: Record) -> SupportHours:
    week = calendar.record("week")
    hours = {}
    for number, day in enumerate(WEEKDAYS):
        if week.has(day):
            hours[number] = week.record(day, f"{calendar.entry}, {day}").span()
    week.close()
    if week.usable and not hours:
        calendar.report("no tiene ningún día de atención", 'escriba `monday: {from: "08:00", to: "18:00"}`')
    return hours


def _closed_days(file: Record) -> dict[date, str]:
    days: dict[date, str] = {}
    for number, item in enumerate(file.items("closed_days", required=False), 1):
        closed = Record(file.checker, f"día cerrado n.º {number}", item)
        day, name = _day(closed), closed.text("name")
        closed.close()
        if day in days:
            closed.report(f"la fecha {day} está dos veces", "deje una sola")
        if day:
            days[day] = name
    return days


def _day(closed: Record) -> date | None:
    value = closed.raw("date", '"2026-12-24"')
    if type(value) is date:  # YAML reads an unquoted date as one
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        if value is not None:
            closed.report(f"«{value}» no es una fecha", 'escriba año-mes-día: `date: "2026-12-24"`')
        return None


def _exceptions(file: Record) -> tuple[AgreementException, ...]:
    keys: tuple[ExceptionKey, ...] = get_args(ExceptionKey)
    found: dict[ExceptionKey, AgreementException] = {}
    for number, item in enumerate(file.items("exceptions"), 1):
        record = Record(file.checker, f"excepción n.º {number}", item)
        key = record.choice("key", keys)
        if key in found:
            record.report(f"la excepción `{key}` está dos veces", "deje una sola")
        found[key] = AgreementException(key, record.text("printed"))
        record.close()
    _all_there(file.checker, keys, found)
    return tuple(found.values())


def _all_there(
    checker: Checker, keys: tuple[ExceptionKey, ...], found: dict[ExceptionKey, AgreementException]
) -> None:
    for key in keys:
        if found and key not in found:
            checker.report("", f"falta la excepción `{key}`", f"escriba `- {{key: {key}, printed: …}}`")
