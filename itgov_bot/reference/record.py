"""Reads one entry of a data file key by key, noting what is missing, wrong or unknown. For the loaders."""

import re
from collections.abc import Sequence
from datetime import time, timedelta
from difflib import get_close_matches
from typing import TypeVar

from .problems import Checker

Option = TypeVar("Option", bound=str)

# How each key is called when it is missing.
SPANISH = {
    "agreement": "el acuerdo (ANS)",
    "availability": "el horario de prestación",
    "calendars": "la lista de calendarios",
    "category": "la categoría",
    "channels": "la lista de canales",
    "climb_minutes": "cuántos minutos espera cada escalón de la guardia",
    "close_after_days": "a los cuántos días hábiles se cierra",
    "computed_from": "de dónde se calcula",
    "data_source": "el origen de datos",
    "date": "la fecha",
    "description": "la descripción",
    "difference": "la diferencia",
    "documents": "la columna de documentos",
    "duty": "la parte de la guardia",
    "enabled": "si los plazos están encendidos",
    "exceptions": "la lista de excepciones",
    "field": "el campo",
    "first_answer": "el plazo de la primera respuesta",
    "formula": "la fórmula",
    "frequency": "la frecuencia",
    "from": "la hora de apertura",
    "holidays": "el país de los festivos",
    "indicators": "la lista de indicadores",
    "label": "el nombre corto",
    "macroprocess": "el macroproceso",
    "macroprocesses": "la lista de macroprocesos",
    "name": "el nombre",
    "note": "la nota",
    "number": "el número",
    "office": "el nombre de la dependencia",
    "outage": "la parte de las caídas",
    "owner": "el responsable de la medición",
    "printed": "el texto impreso",
    "printed_average": "el PROMEDIO impreso",
    "priorities": "la lista de prioridades",
    "process": "el proceso",
    "processes": "la lista de procesos",
    "purpose": "el propósito",
    "rating": "la parte de la calificación",
    "remind_after_days": "a los cuántos días hábiles se recuerda",
    "remind_before": "la anticipación del recordatorio",
    "responsible": "el responsable",
    "services": "la lista de servicios",
    "solution": "el plazo de la solución",
    "subprocess": "el subproceso",
    "subprocesses": "la lista de subprocesos",
    "target": "la meta",
    "target_printed": "la meta impresa",
    "targets": "la parte de los plazos",
    "timezone": "la zona horaria",
    "to": "la hora de cierre",
    "type": "el tipo",
    "unit": "la unidad de medida",
    "users": "los usuarios",
    "week": "la semana",
    "window_minutes": "la ventana en minutos",
}


class Record:
    """A mapping of the file. Each getter reports its own problem and answers a blank; `close` reports what is
    left over. A record that is no mapping at all is reported once and then stays silent."""

    def __init__(self, checker: Checker, entry: str, data: object) -> None:
        self.checker, self.entry = checker, entry
        self._data: dict[object, object] = data if isinstance(data, dict) else {}
        self._read: list[str] = []
        self.usable = isinstance(data, dict)
        if not self.usable:
            self.report("no tiene la forma `clave: valor`", "escriba una clave por línea, con dos puntos")

    def report(self, problem: str, remedy: str) -> None:
        self.checker.report(self.entry, problem, remedy)

    def has(self, key: str) -> bool:
        """Whether it was given; the key counts as known from here on."""
        self._read.append(key)
        return self._data.get(key) is not None

    def names(self) -> list[str]:
        """The keys of a mapping whose keys are names the city chooses."""
        return [str(key) for key in self._data]

    def raw(self, key: str, example: str = "…") -> object:
        if not self.has(key) and self.usable:
            self.report(f"falta {SPANISH.get(key, f'`{key}`')}", f"escriba `{key}: {example}`")
        return self._data.get(key)

    def text(self, key: str, limit: int | None = None) -> str:
        value = self.raw(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.report(f"`{key}` no es un texto", f'escríbalo entre comillas: `{key}: "{value}"`')
            return ""
        if not value.strip():
            self.report(f"`{key}` está en blanco", f"escriba `{key}: …`")
        if limit and len(value) > limit:
            self.report(f"`{key}` tiene {len(value)} caracteres", f"acórtelo a {limit} o menos")
        return value

    def optional_text(self, key: str, limit: int | None = None) -> str | None:
        return self.text(key, limit) if self.has(key) else None

    def integer(self, key: str) -> int:
        value = self.raw(key, "0")
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            self.report(f"`{key}` no es un número entero: «{value}»", f"escriba, por ejemplo, `{key}: 95`")
        return value if isinstance(value, int) else 0

    def optional_integer(self, key: str) -> int | None:
        return self.integer(key) if self.has(key) else None

    def at_least_one(self, key: str) -> int:
        """A whole number from 1 on."""
        value = self.integer(key)
        if value < 1 and self.has(key) and isinstance(self._data[key], int):
            self.report(f"`{key}` es {value}", f"escriba un número entero desde 1: `{key}: 1`")
        return value

    def flag(self, key: str) -> bool:
        value = self.raw(key, "false")
        if value is not None and not isinstance(value, bool):
            self.report(f"`{key}: {value}` no es sí ni no", f"escriba `{key}: true` o `{key}: false`")
        return value is True

    def duration(self, key: str) -> timedelta:
        """A length of time that is not zero, written "hours:minutes"."""
        value = self.raw(key, '"4:00"')
        written = re.fullmatch(r"(\d{1,3}):([0-5]\d)", value) if isinstance(value, str) else None
        length = timedelta(hours=int(written[1]), minutes=int(written[2])) if written else timedelta()
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            # YAML reads 4:00 without quotes as 240, four times sixty.
            typed = hours_minutes(timedelta(minutes=value))
            self.report(f"el tiempo de `{key}` no está entre comillas", f'escriba `{key}: "{typed}"`')
        elif value is not None and not length:
            self.report(f"«{value}» no es un tiempo", f'escriba horas y minutos: `{key}: "4:00"`')
        return length

    def choice(self, key: str, options: Sequence[Option]) -> Option:
        value = self.raw(key, options[0])
        for option in options:
            if value == option:
                return option
        if value is not None:
            self.report(f"`{key}: {value}` no existe", f"escriba uno de estos: {', '.join(options)}")
        return options[0]

    def items(self, key: str, required: bool = True) -> list[object]:
        """A list; reported when it is none, or empty though required."""
        if not required and not self.has(key):
            return []
        value = self.raw(key, "[…]")
        if value is not None and not isinstance(value, list):
            self.report(f"`{key}` no es una lista", f"escriba `{key}: [uno, otro]` o un guion por línea")
        if value == [] and required:
            self.report(f"la lista `{key}` está vacía", "escriba al menos un elemento")
        return value if isinstance(value, list) else []

    def texts(self, key: str, required: bool = True) -> tuple[str, ...]:
        found = self.items(key, required)
        for value in found:
            if not isinstance(value, str) or not value.strip():
                self.report(
                    f"`{key}` tiene un elemento que no es texto: «{value}»", "escríbalo entre comillas"
                )
        return tuple(value for value in found if isinstance(value, str))

    def record(self, key: str, entry: str | None = None) -> "Record":
        """A mapping within, called `entry` in its problems; a missing one is reported once, as missing."""
        value = self.raw(key, "{…}")
        inner = Record(self.checker, entry or self.entry, {} if value is None else value)
        inner.usable = inner.usable and value is not None
        return inner

    def span(self) -> tuple[time, time]:
        """`from` and `to` of this record; a closing of 00:00 is the end of the day."""
        opens, closes = self._clock("from"), self._clock("to")
        if opens and closes and closes != time(0) and closes <= opens:
            self.report(f"cierra ({closes:%H:%M}) antes de abrir ({opens:%H:%M})", "corrija `from` o `to`")
        self.close()
        return opens or time(0), closes or time(0)

    def _clock(self, key: str) -> time | None:
        value = self.raw(key, '"08:00"')
        if value is None:
            return None
        if isinstance(value, int) and 0 <= value < 24 * 60:
            # YAML reads 16:00 without quotes as 960, sixteen times sixty.
            typed = f"{value // 60:02d}:{value % 60:02d}"
            self.report(f"la hora de `{key}` no está entre comillas", f'escriba `{key}: "{typed}"`')
            return None
        written = re.fullmatch(r"(\d{1,2}):([0-5]\d)", str(value))
        if written and int(written[1]) < 24:
            return time(int(written[1]), int(written[2]))
        self.report(f"«{value}» no es una hora", f'escriba la hora de 24 horas: `{key}: "08:00"`')
        return None

    def close(self) -> None:
        """Reports the keys nobody asked for."""
        for key in self._data:
            if key not in self._read:
                near = get_close_matches(str(key), self._read, 1)
                remedy = f"¿quiso escribir `{near[0]}`?" if near else "bórrela"
                self.report(f"la clave `{key}` no existe", remedy)


def hours_minutes(length: timedelta) -> str:
    """«4:00», as a duration is written in the files."""
    minutes = int(length.total_seconds() // 60)
    return f"{minutes // 60}:{minutes % 60:02d}"
