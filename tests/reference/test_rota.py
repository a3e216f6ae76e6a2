"""`data/rota.yaml`: what is printed there is what the desk works with, it may be missing, and a mistake is explained."""

import shutil
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from itgov_bot.domain.rota import RotaRules
from itgov_bot.reference import DataError, load
from itgov_bot.reference.rota import load_rota

DATA = Path(__file__).parents[2] / "data"
AS_PRINTED = RotaRules(weekday=0, hour=time(8), steps=2, warn_days=3)
ORDER = "# order: [700000001, 700000002, 700000003]\n"
FROM = '# from: "2026-11-16"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def _change(folder: Path, old: str, new: str) -> None:
    text = (folder / "rota.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "rota.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")


def test_nobody_takes_turns_until_the_city_says_so() -> None:
    assert load(DATA).rota == AS_PRINTED


def test_a_folder_of_an_earlier_version_has_no_such_file(folder: Path) -> None:
    (folder / "rota.yaml").unlink()
    assert load(folder).rota == AS_PRINTED


def test_an_order_counts_from_a_week(folder: Path) -> None:
    _change(folder, ORDER + FROM, ORDER.removeprefix("# ") + FROM.removeprefix("# "))
    _change(folder, 'day: monday, hour: "08:00"', 'day: friday, hour: "17:30"')
    assert load_rota(folder) == replace(
        AS_PRINTED,
        weekday=4,
        hour=time(17, 30),
        order=("700000001", "700000002", "700000003"),
        counts_from=date(2026, 11, 16),
    )


# Text of the file, what it is changed to, what the message must say.
MISTAKES: list[tuple[str, str, list[str]]] = [
    ("steps: 2", "steps: 0", ["data/rota.yaml: `steps` es 0", "desde 1"]),
    ("steps: 2", "steps: dos", ["`steps` no es un número entero: «dos»"]),
    ("steps: 2", "step: 2", ["la clave `step` no existe; ¿quiso escribir `steps`?"]),
    ("warn_days: 3", "warn_days: -1", ["`warn_days` es -1"]),
    ("day: monday", "day: lunes", ["hand_over: `day: lunes` no existe", "monday, tuesday"]),
    ('hour: "08:00"', "hour: 8:00", ["hand_over: la hora de `hour` no está entre comillas"]),
    ('hour: "08:00"', 'hour: "25:00"', ["hand_over: «25:00» no es una hora"]),
    (ORDER, 'order: ["@ana"]\n', ["`order` no es un número entero: «@ana»", "`order: [700000001, 700000002]`"]),
    (ORDER, "order: 5\n", ["`order` no es una lista"]),
    (ORDER, "order: [7, 8, 7]\n", ["en `order` la persona 7 está dos veces; deje una sola"]),
    (ORDER, "order: [7, 8]\n", ["no se sabe de quién es cada semana", "`from: "]),
    (ORDER + FROM, 'order: [7]\nfrom: "2026-11-16"\n', ["rotan 2 escalones y en `order` no hay tantas personas (1)"]),
    (FROM, "from: el lunes\n", ["«el lunes» no es una fecha (año-mes-día)", '`from: "2026-11-16"`']),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), [pytest.param(*row, id=row[1][:30]) for row in MISTAKES])
def test_a_mistake_is_explained(folder: Path, old: str, new: str, said: list[str]) -> None:
    _change(folder, old, new)
    with pytest.raises(DataError) as caught:
        load_rota(folder)
    assert len(caught.value.problems) == 1
    for fragment in said:
        assert fragment in str(caught.value)
