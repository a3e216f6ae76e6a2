"""Loads `indicators.yaml`: what is measured, as printed. Called by `load`; the values are in `readings`."""

from pathlib import Path
from typing import get_args

from itgov_bot.domain.indicators import ComputedFrom, Frequency, Indicator

from .files import checker_for, read_yaml
from .record import Record

FILE = "indicators.yaml"
FREQUENCIES: tuple[Frequency, ...] = get_args(Frequency)
SOURCES: tuple[ComputedFrom, ...] = get_args(ComputedFrom)


def load_indicators(folder: Path) -> tuple[tuple[Indicator, ...], tuple[str, ...]]:
    """The indicators and the remarks on the sheet as a whole."""
    checker = checker_for(folder, FILE)
    file = Record(checker, "", read_yaml(folder, FILE, checker))
    remarks = file.texts("remarks", required=False)
    found: dict[int, Indicator] = {}
    for place, item in enumerate(file.items("indicators"), 1):
        indicator = _indicator(Record(checker, f"indicador n.º {place} de la lista", item))
        if indicator.number in found:
            checker.report(f"indicador {indicator.number}", "está dos veces", "deje uno o corrija `number`")
        found[indicator.number] = indicator
    file.close()
    checker.finish()
    return tuple(found.values()), remarks


def _indicator(record: Record) -> Indicator:
    number = record.integer("number")
    if number:
        record.entry = f"indicador {number}"
    indicator = Indicator(
        number=number,
        macroprocess=record.text("macroprocess"),
        process=record.text("process"),
        subprocess=record.text("subprocess"),
        name=record.text("name"),
        purpose=record.text("purpose"),
        type=record.text("type"),
        formula=record.text("formula"),
        data_source=record.optional_text("data_source"),
        target=record.optional_integer("target"),
        target_printed=record.text("target_printed"),
        frequency=record.choice("frequency", FREQUENCIES),
        unit=record.text("unit"),
        owner=record.text("owner"),
        printed_average=record.integer("printed_average"),
        computed_from=record.choice("computed_from", SOURCES) if record.has("computed_from") else None,
        remarks=record.texts("remarks", required=False),
    )
    _target_agrees(record, indicator)
    record.close()
    return indicator


def _target_agrees(record: Record, indicator: Indicator) -> None:
    """A printed number needs its number, and "linea base" must not have one."""
    printed = indicator.target_printed
    digits = printed.removesuffix("%").strip()
    expected = digits if digits.isdecimal() else "null"
    given = "null" if indicator.target is None else str(indicator.target)
    if printed and given != expected:
        record.report(
            f"la meta impresa es «{printed}» y `target` es {given}", f"escriba `target: {expected}`"
        )
