"""Names however they were typed: which one is meant, and when none is."""

import pytest

from itgov_bot.understanding.language.fuzzy import closest, near, same_word, spelled_out
from itgov_bot.understanding.services.names import find_named
from tests.made import city

SERVICES = city().catalog.services
OFFICES = (
    "Secretaría de Hacienda",
    "Secretaría de Educación",
    "Oficina Asesora Jurídica",
    "Alcaldía Local 1",
)
LABELS = ("Sí, SAUS-2026-000001", "Sí, cancelar", "Ver el catálogo", "No", "Abrir un caso")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("sigob", "sigov", True),
        ("predis", "predial", False),
        ("luz", "lus", False),  # too short to be sure
        ("000001", "000002", False),
        ("hacienda", "hacienda360", False),
        ("vpn", "vpn", True),
    ],
)
def test_a_slip_in_a_word(one: str, other: str, same: bool) -> None:
    assert same_word(one, other) is same


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hacienda", OFFICES[0]),
        ("Secretaria de hacinda", OFFICES[0]),
        ("educacion", OFFICES[1]),
        ("EDUC", OFFICES[1]),
        ("jurídica", OFFICES[2]),
        ("secretaría", None),
        ("alcaldía local 2", None),
        ("cafetería", None),
        ("", None),
    ],
)
def test_the_closest_name(typed: str, meant: str | None) -> None:
    assert closest(typed, OFFICES) == meant


def test_the_likest_comes_first() -> None:
    assert near("secretaria de educacion", OFFICES) == [OFFICES[1]]
    assert near("secretaria", OFFICES) == [OFFICES[0], OFFICES[1]]


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("ver el catalogo", "Ver el catálogo"),
        ("VER EL CATÁLOGO", "Ver el catálogo"),
        ("abrir un cazo", None),  # four letters, two of them doubtful
        ("ver el catalago", "Ver el catálogo"),
        ("no cancelar", None),
        ("si saus 2026 000001", "Sí, SAUS-2026-000001"),
        ("si saus 2026 000002", None),
        ("no", "No"),
        ("caso", None),
        ("😀", None),
    ],
)
def test_a_label_is_typed_from_end_to_end(typed: str, label: str | None) -> None:
    assert spelled_out(typed, LABELS) == label


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("corrreo", {"SER-004"}),
        ("antivirus", {"SER-007", "SER-026"}),
        ("antibirus", {"SER-007", "SER-026"}),
        ("impres", {"SER-025"}),
        ("zorgluf", set()),
        ("", set()),
    ],
)
def test_services_by_name(typed: str, found: set[str]) -> None:
    assert {service.id for service in find_named(SERVICES, typed)} == found
