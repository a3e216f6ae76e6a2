"""The catalogue: finding a service however it is typed, categories."""

import pytest

from itgov_bot.domain.catalog import Availability, Catalog, Service, normal_id


def _service(service_id: str, category: str = "SEGURIDAD", aliases: tuple[str, ...] = ()) -> Service:
    always = Availability("always", None, None, "24 HORAS, 7 DÍAS A LA SEMANA")
    return Service(
        service_id, aliases, "n", "l", "d", category, "u", always, ("Wapp",), "general", "a", difference="x"
    )


CATALOG = Catalog(
    (
        _service("SER-003", "CONECTIVIDAD"),
        _service("SER-004", "SOFTWARE"),
        _service("SER-024", "CONECTIVIDAD"),
        _service("SER-034", "SOFTWARE", aliases=("SFR-034",)),
    ),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("SER-004", "SER-004"),
        ("ser-004", "SER-004"),
        ("ser4", "SER-004"),
        ("SER 004", "SER-004"),
        ("ser-4", "SER-004"),
        ("Ser – 04", "SER-004"),
        ("  ser_0004. ", "SER-004"),
        ("¿SER-004?", "SER-004"),
        ("SFR-034", "SER-034"),
        ("sfr34", "SER-034"),
        ("SER-034", "SER-034"),
        ("SFR-004", None),
        ("SER-028", None),
        ("SER-", None),
        ("004", None),
        ("el ser-004 no sirve", None),
        ("serv 4", None),
        ("", None),
    ],
)
def test_find(typed: str, found: str | None) -> None:
    service = CATALOG.find(typed)
    assert (service.id if service else None) == found


def test_what_is_no_id_has_no_normal_form() -> None:
    assert normal_id("correo") is None
    assert normal_id("ser 4") == "SER-004"


def test_categories_keep_the_printed_order() -> None:
    groups = {name: [service.id for service in group] for name, group in CATALOG.by_category().items()}
    assert groups == {"CONECTIVIDAD": ["SER-003", "SER-024"], "SOFTWARE": ["SER-004", "SER-034"]}
