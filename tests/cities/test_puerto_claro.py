"""Another city changes only `data/`: a small invented one, talked to in the terminal as `make chat` starts it."""

import asyncio
import re
import shutil
from pathlib import Path

import pytest

from itgov_bot.reference import Reference, load
from itgov_bot.settings import ROOT
from itgov_bot.wording.staff.steps.mailbox import letter
from tests.journeys.program import run
from tests.made import trained_models

PUERTO_CLARO = Path(__file__).parent / "puerto_claro"
CARTAGENA = re.compile(
    r"cartagena|alcald[ií]a|despacho del alcalde|aduana|hacienda|6411370|018000|inform[aá]tica de|mesa de servicios? de"
    r"|oficina asesora|wapp|\bmipg\b|1581|SER-0(0[3-9]|[1-9]\d)(?! no existe)",
    re.IGNORECASE,
)
"""Words and facts of the first city. The prefix of the case numbers belongs to the program."""


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load(PUERTO_CLARO)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With the city's data in it; how people answer and what sounds urgent is the Spanish of everybody, kept as it is."""
    home = tmp_path_factory.mktemp("puerto_claro")
    shutil.copytree(PUERTO_CLARO, home / "data")
    for words in (ROOT / "data" / "vocabulary").glob("*.yaml"):
        if words.name != "calibration.yaml" and not (home / "data" / "vocabulary" / words.name).exists():
            shutil.copy(words, home / "data" / "vocabulary")
    (home / "models").symlink_to(trained_models(home / "data"), target_is_directory=True)
    return home


def says(home: Path, *lines: str, clock: str) -> str:
    """What is printed for these lines."""
    typed = "\n".join(lines) + "\n"
    code, out, errors = asyncio.run(run(home, typed, ITGOV_CLOCK=clock, ITGOV_DATA=str(home / "data")))
    assert code == 0, errors
    return out


@pytest.fixture(scope="module")
def on_a_saturday(home: Path) -> str:
    """A long talk in working hours, through all that a person and an administrator can ask."""
    return says(
        home, "/start", "/ayuda", "quién eres", "/horario", "/horario impresoras", "/canales", "/canales correo",
        "no me abre el correo", "ver ficha", "Faro, piso 1", "1", "/misdatos", "/casos", "/servicio correo",
        "no hay wifi en el muelle", "/caso", "la impresora no imprime", "Faro, piso 1", "2", "/cancelar",
        "/servicios", "1", "/servicio", "/servicio 99", "/servicio impresoras", "/procesos", "/procesos barcos",
        "/urgente", "/urgente se cayó la red para todos", "/registro", "/cancelar",
        "/kpi", "/kpi 1", "/mesa", "/guardia", "/caidas", "/salud", "/aprender",
        "quiero pedir vacaciones", "hola", "ayuda", "esto no funciona",
        clock="2026-11-14T10:00",
    )  # fmt: skip


@pytest.fixture(scope="module")
def on_a_holiday(home: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Somebody else's talk, with the same trained model."""
    other = tmp_path_factory.mktemp("on_a_holiday")
    for shared in ("models", "data"):
        (other / shared).symlink_to(home / shared, target_is_directory=True)
    return says(
        other,
        "/horario",
        "se cayó la red en todo el puerto y nadie puede trabajar",
        "sí",
        clock="2026-11-10T10:00",
    )


@pytest.mark.parametrize(
    "part",
    [
        "Soy Marea, la asistente de la central de ayuda de Sistemas de la Municipalidad de Puerto Claro.",
        "Lunes a sábado de 7:00 a. m. a 3:00 p. m., en jornada continua. No atendemos los domingos ni los festivos.",
        "Ahora: abierto hasta las 3:00 p. m.",
        "• El portal de ayuda: https://ayuda.puertoclaro.example",
        "• Correo: ayuda@puertoclaro.example",
        "🏢 Dirección de Sistemas. Sede de la Municipalidad: Malecón 12, segundo piso",
        "📞 Líneas de la Municipalidad: 601 555 0142 ext. 33 (pida la central de ayuda de Sistemas)",
        "🔗 Manual de procesos: https://procesos.puertoclaro.example",
        "Correo de la Municipalidad · SER-001",
        "📨 Por dónde se pide: aquí mismo, el portal de ayuda (https://ayuda.puertoclaro.example) o correo "
        "(ayuda@puertoclaro.example).",
        "Buzón de cada empleado, con agenda y contactos.",
        "¿Con qué es?",
        "(por ejemplo: Faro Viejo, segundo piso)",
        "🔒 Protección de datos (Ley 81 de 2019): la Dirección de Sistemas de Puerto Claro usa su nombre",
        "Su caso quedó abierto: SAUS-2026-000001",
        "aviso PC-7",
        "Los números van de SER-001 a SER-004 (SER-003 no existe)",
        "llame a la línea 601 555 0142 ext. 33",
    ],
)
def test_it_speaks_of_itself(on_a_saturday: str, part: str) -> None:
    assert part in on_a_saturday


def test_its_holidays_and_closed_days_are_its_own(on_a_holiday: str) -> None:
    assert "hoy es festivo: Primer Grito de Independencia" in on_a_holiday
    assert "mañana miércoles es festivo: Fundación de Puerto Claro" in on_a_holiday


def test_an_outage_on_a_holiday_is_urgent_there_too(on_a_holiday: str) -> None:
    assert "¿Aviso ya a la guardia?" in on_a_holiday
    assert "Ya avisé a la guardia" in on_a_holiday


def test_nothing_it_says_is_of_another_city(on_a_saturday: str, on_a_holiday: str) -> None:
    said = (on_a_saturday + on_a_holiday).replace("SER-004", "")
    assert [found[0] for found in CARTAGENA.finditer(said)] == []


def test_the_letter_with_the_code_is_signed_by_the_city(reference: Reference) -> None:
    text = letter(reference.city, "123456").text
    assert text.startswith("Su código para la central de ayuda de Sistemas\n")
    assert "la Municipalidad de Puerto Claro" in text


def test_its_data_are_complete(reference: Reference) -> None:
    assert (len(reference.catalog.services), len(reference.indicators)) == (3, 2)
    assert (reference.holidays_country, reference.city.notice.version) == ("PA", "PC-7")


@pytest.mark.parametrize(
    "folder", ["wording", "conversation", "rendering", "desk", "outbox", "jobs", "channels"]
)
def test_no_code_that_speaks_knows_a_city(folder: str) -> None:
    facts = re.compile(r"alcald[ií]a de|6411370|018000|mipg|wapp\b|oficina asesora", re.IGNORECASE)
    files = sorted((ROOT / "itgov_bot" / folder).rglob("*.py"))
    assert files
    assert [file.name for file in files if facts.search(file.read_text(encoding="utf-8"))] == []
