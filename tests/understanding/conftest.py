"""The general calendar, and the small vocabulary of a desk with four services."""

import shutil
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.domain.calendar import WorkCalendar
from tests.made import DATA, city

SMALL = {
    "SER-001": ["el wifi no coge", "clave del wifi", "no hay señal inalámbrica"],
    "SER-003": ["no hay internet por cable", "el navegador no abre nada", "internet lento en el pc de mesa"],
    "SER-004": ["el correo no abre", "no me llegan los correos", "buzón lleno"],
    "SER-025": ["la impresora no imprime", "se acabó el tóner", "papel atascado"],
    "out_of_scope": ["licencia de maternidad", "hay un hueco en la calle", "receta de arroz con coco"],
    "smalltalk": ["hola", "gracias", "buenos días"],
}


OUTAGES = """
subjects:
  network: {services: [SER-001, SER-003], words: internet|red, one_site: true}
  application: {words: "sistemas?"}
systems: [sigob]
sites: [manga]
"""


@pytest.fixture(scope="session")
def calendar() -> WorkCalendar:
    reference = city()
    zone = ZoneInfo(reference.timezone)
    return WorkCalendar("general", reference.support_hours["general"], zone, reference.holidays_country)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A data folder with a few phrases by two authors."""
    folder = tmp_path / "data"
    phrases = folder / "vocabulary" / "phrases"
    phrases.mkdir(parents=True)
    services = "".join(
        f"  - {{id: {name}, name: Servicio {name}}}\n" for name in SMALL if name.startswith("SER")
    )
    (folder / "catalog.yaml").write_text(f"services:\n{services}twins:\n  - [SER-001, SER-003]\n", "utf-8")
    for name in ("cues.yaml", "answers.yaml", "given_names.yaml"):
        shutil.copy(DATA / "vocabulary" / name, folder / "vocabulary")
    (folder / "vocabulary" / "outages.yaml").write_text(OUTAGES, "utf-8")
    terms = "terms:\n  wifi: [guaifai]\nambiguous:\n  - open: [internet]\n    tells: {SER-001: [wifi], SER-003: [cable]}\n"
    (folder / "vocabulary" / "terms.yaml").write_text(terms, "utf-8")
    for name, said in SMALL.items():
        rows = [f"{text}\t{voice}" for text in said for voice in ("ana", "beto")]
        (phrases / f"{name}.tsv").write_text("\n".join(["text\tvoice", *rows]) + "\n", "utf-8")
    urgent = [
        "se cayó el servidor\tana\toutage",
        "evento del alcalde\tana\tmayor_event",
        "mi pc no prende\tana\tnone_one_user",
    ]
    (phrases / "urgency.tsv").write_text("\n".join(["text\tvoice\tkind", *urgent]) + "\n", "utf-8")
    return folder
