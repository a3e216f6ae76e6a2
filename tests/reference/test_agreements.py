"""`data/agreements.yaml`: what is printed there is what the desk works with, and a mistake is explained."""

from datetime import timedelta
from pathlib import Path

import pytest

from itgov_bot.domain.tickets.ticket import Priority
from itgov_bot.reference import DataError, load

DATA = Path(__file__).parents[2] / "data"
FILE = "agreements.yaml"
NORMAL = '    normal: {first_answer: "4:00", solution: "20:00"}\n'


def _change(folder: Path, old: str, new: str) -> None:
    text = (folder / FILE).read_text(encoding="utf-8")
    assert old in text
    (folder / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_city_has_no_targets_yet() -> None:
    agreements = load(DATA).agreements
    assert not agreements.targets.enabled
    assert [agreements.targets.of(priority) for priority in Priority] == [None] * 4
    assert (agreements.rating.remind_after_days, agreements.rating.close_after_days) == (1, 3)
    assert (agreements.outage.window_minutes, agreements.duty.climb_after) == (120, timedelta(minutes=15))


def test_enabled_targets_are_working_time_by_priority(folder: Path) -> None:
    _change(folder, "enabled: false", "enabled: true")
    _change(folder, NORMAL, '    normal: {first_answer: "0:45", solution: "100:30"}\n')
    target = load(folder).agreements.targets.of(Priority.NORMAL)
    assert target
    assert (target.first_answer, target.solution) == (timedelta(minutes=45), timedelta(hours=100, minutes=30))


# Text of the file, what it is changed to, what the message must say.
MISTAKES: list[tuple[str, str, list[str]]] = [
    (
        "  enabled: false",
        "  enabled: si",
        ["data/agreements.yaml, targets: `enabled: si` no es sí ni no", "`enabled: true`"],
    ),
    ("  enabled: false\n", "", ["targets: falta si los plazos están encendidos; escriba `enabled: false`"]),
    (
        'first_answer: "4:00"',
        "first_answer: 4:00",
        ["prioridad normal: el tiempo de `first_answer` no está entre comillas", '`first_answer: "4:00"`'],
    ),
    ('first_answer: "4:00"', 'first_answer: "4 horas"', ["prioridad normal: «4 horas» no es un tiempo"]),
    ('first_answer: "4:00"', 'first_answer: "0:00"', ["prioridad normal: «0:00» no es un tiempo"]),
    ('first_answer: "4:00"', 'first_answer: "4:75"', ["prioridad normal: «4:75» no es un tiempo"]),
    ('first_answer: "4:00"', "first_answer: -4", ["prioridad normal: «-4» no es un tiempo"]),
    (
        'solution: "20:00"',
        'solution: "3:00"',
        ["prioridad normal: la solución (3:00) vence antes que la primera respuesta (4:00)"],
    ),
    (', solution: "20:00"', "", ["prioridad normal: falta el plazo de la solución"]),
    (NORMAL, "", ["targets, priorities: falta `normal`"]),
    ("    normal: {", "    nomal: {", ["falta `normal`", "la clave `nomal` no existe; ¿quiso escribir `normal`?"]),
    ("  priorities:\n", "  prioridades:\n", ["targets: falta la lista de prioridades"]),
    (
        'remind_before: "0:30"',
        'remind_before: "1:00"',
        ["targets: `remind_before` (1:00) no es menor que el plazo más corto (1:00)"],
    ),
    ("close_after_days: 3", "close_after_days: 1", ["rating: el caso se cierra (1 días) antes de recordar"]),
    ("tell_after_days: 10", "tell_after_days: 5", ["readings: a los gerentes se les cuenta (5 días) antes"]),
    ('remind_at: "9:00"', 'remind_at: "25:00"', ["readings: «25:00»", "una hora (de 24 horas)"]),
    ("close_after_days: 3", "close_after_days: 0", ["rating: `close_after_days` es 0", "desde 1"]),
    ("close_after_days: 3", "close_after_days: tres", ["rating: `close_after_days` no es un número entero"]),
    ("  remind_after_days: 1\n", "", ["rating: falta a los cuántos días hábiles se recuerda"]),
    ("window_minutes: 120", "window_minutes: -5", ["outage: `window_minutes` es -5"]),
    ("climb_minutes: 15", "minutes: 15", ["duty: falta cuántos minutos espera", "la clave `minutes` no existe"]),
    ("duty:\n", "guardia:\n", ["falta la parte de la guardia", "la clave `guardia` no existe"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), [pytest.param(*row, id=row[2][0][:60]) for row in MISTAKES])
def test_a_mistake_is_explained(folder: Path, old: str, new: str, said: list[str]) -> None:
    _change(folder, old, new)
    with pytest.raises(DataError) as caught:
        load(folder)
    for fragment in said:
        assert fragment in str(caught.value)


def test_one_mistake_is_said_once(folder: Path) -> None:
    _change(folder, "  close_after_days: 3\n", "")
    with pytest.raises(DataError) as caught:
        load(folder)
    assert len(caught.value.problems) == 1


def test_without_the_file_nothing_is_guessed(folder: Path) -> None:
    (folder / FILE).unlink()
    with pytest.raises(DataError, match=r"data/agreements\.yaml: falta el archivo"):
        load(folder)
