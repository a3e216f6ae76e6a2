"""The process model: "¿quién responde por …?" and the dependencias to choose from."""

import pytest

from itgov_bot.domain.processes import Process, ProcessModel
from itgov_bot.understanding.processes import find_department, office_of_place, search

MODEL = ProcessModel(
    (
        Process(
            "MISIONALES",
            "Gestión en Salud",
            ("Salud pública", "Prestación de servicios de salud"),
            "Directora Departamento de Salud",
            "Departamento de Salud (DADIS)",
        ),
        Process("MISIONALES", "Gestión Social", ("Gerencia social",), None, "Secretaría de Participación"),
        Process("MISIONALES", "Gestión Ciudadana", ("Participación",), None, "Secretaría de Participación"),
        Process(
            "APOYO",
            "Gestión Documental",
            ("Gestión del archivo general", "Planeación documental"),
            "Director administrativo archivo general",
            "Archivo General",
        ),
        Process(
            "APOYO", "Gestión legal", ("Contratación estatal",), "Jefe Oficina Jurídica", "Oficina Jurídica"
        ),
        Process("APOYO", "Comunicación Pública", ("Informativa",), "Jefe de Prensa", "Oficina de Prensa"),
    )
)


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("¿quién responde por el archivo?", "Gestión Documental"),
        ("ARCHIVO", "Gestión Documental"),
        ("¿a quién le toca lo de los parqueaderos y lo del archivo?", "Gestión Documental"),
        ("quien es el jefe de juridica", "Gestión legal"),
        ("salud publica", "Gestión en Salud"),
        ("¿Quiénes son los responsables de los contratos?", "Gestión legal"),
        ("dadis", "Gestión en Salud"),
        ("gestión documental", "Gestión Documental"),
        ("comunicaciones", "Comunicación Pública"),
        ("servicios de salud", "Gestión en Salud"),
        ("planeación", "Gestión Documental"),
        ("quién responde por la comunicación institucional", "Comunicación Pública"),
    ],
)
def test_best_match(question: str, best: str) -> None:
    assert search(MODEL, question)[0].process.name == best


@pytest.mark.parametrize(
    "question", ["", "¿quién?", "la gestión de la alcaldía", "gracias, buenos días", "los buses"]
)
def test_nothing_is_found(question: str) -> None:
    assert search(MODEL, question) == ()


def test_only_the_subprocesses_that_answer_are_shown() -> None:
    (match,) = search(MODEL, "quién lleva el archivo")
    assert match.subprocesses == ("Gestión del archivo general",)


def test_a_process_found_by_its_responsible_shows_no_subprocess() -> None:
    (match,) = search(MODEL, "prensa")
    assert (match.process.name, match.subprocesses) == ("Comunicación Pública", ())


def test_what_only_half_fits_is_left_out() -> None:
    assert [match.process.name for match in search(MODEL, "salud pública")] == ["Gestión en Salud"]


def test_dependencias_are_readable_names_first_then_processes_once_each() -> None:
    assert MODEL.offices.count("Secretaría de Participación") == 1
    assert MODEL.dependencias[: len(MODEL.offices)] == MODEL.offices
    assert "Gestión Documental" in MODEL.dependencias
    assert len(set(MODEL.dependencias)) == len(MODEL.dependencias) == 11


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Oficina de Prensa", "Oficina de Prensa"),
        ("oficina de prenza", "Oficina de Prensa"),
        ("prensa", "Oficina de Prensa"),
        ("JURÍDICA", "Oficina Jurídica"),
        ("juridca", "Oficina Jurídica"),
        ("Gestión Documental", "Gestión Documental"),
        ("dadis", "Departamento de Salud (DADIS)"),
        ("oficina", None),
        ("prensa, piso 3", None),
        ("el quinto piso", None),
        ("", None),
    ],
)
def test_the_dependencia_that_somebody_means(typed: str, meant: str | None) -> None:
    assert find_department(MODEL, typed) == meant


@pytest.mark.parametrize(
    ("place", "office"),
    [
        ("Departamento de Salud (DADIS), piso 2", "Departamento de Salud (DADIS)"),
        ("DADIS piso 3", "Departamento de Salud (DADIS)"),
        ("Gestión Documental, sótano", "Archivo General"),
        ("Aduana, oficina de prensa", "Oficina de Prensa"),
        ("sala de juntas, piso 2", None),
        ("no dijo", None),
        ("", None),
    ],
)
def test_the_office_that_a_place_is_in(place: str, office: str | None) -> None:
    assert office_of_place(MODEL, place) == office
