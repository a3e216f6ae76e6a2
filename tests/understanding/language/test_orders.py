"""What an agent orders of a case, and what they only write to somebody; how a case was handled, as they tell it."""

import pytest

from itgov_bot.domain.tickets.ticket import Kind, Priority
from itgov_bot.understanding.language.handled import first_way_told, kind_told, way_told
from itgov_bot.understanding.language.orders import (
    names_coordinator,
    order_in,
    order_of_number,
    priority_named,
)
from itgov_bot.understanding.language.to_team import meant_for_team
from tests.rows import each_row

from .tables import cases


@each_row(("said", "order", "rest"), cases("orders"))
def test_an_order_is_told_from_words_for_somebody(said: str, order: str, rest: str) -> None:
    found = order_in(said)
    assert (found.order.value if found else "-") == order
    assert (found.rest if found and found.rest else "-") == rest


@pytest.mark.parametrize(
    ("said", "order", "rest"),
    [
        ("cerrar 2: se cambió tóner", "solve", "2 se cambió tóner"),
        ("Cierre el caso 12 se reinstaló el programa", "solve", "12 se reinstaló el programa"),
        ("por favor resuelva SAUS-2026-000012: quedó", "solve", "SAUS-2026-000012 quedó"),
        ("resolver #7, ya imprime", "solve", "7 ya imprime"),
        ("cerrar 2 porque era el cable", "solve", "2 porque era el cable"),
        ("cerrar 2", "solve", "2"),
        ("asignar 1 a Darío", "assign", "1 a Darío"),
        ("Asígnale el 3: Ana", "assign", "3 Ana"),
        ("reasigna el caso 3 al coordinador", "assign", "3 al coordinador"),
        ("escalar 4: no tengo permisos", "escalate", "4 no tengo permisos"),
        ("nota en el 4: reincide", "note", "4 reincide"),
        ("cerrar 2 ventanas me bloquea el Excel", "-", "-"),
        ("asignar 1 IP fija a mi equipo", "-", "-"),
        ("resolver 3 problemas del correo", "-", "-"),
        ("nota 4", "-", "-"),
        ("cerrar sesión 2 veces", "-", "-"),
        ("¿cerrar 2 se puede?", "-", "-"),
        ("imprimir 2: no sale el papel", "-", "-"),
        ("el 2 no funciona", "-", "-"),
    ],
)
def test_an_order_of_a_number_is_told_from_a_trouble(said: str, order: str, rest: str) -> None:
    assert (order_of_number(said) or ("-", "-")) == (order, rest)


@each_row(("done", "by_service", "kind", "way"), cases("handled"))
def test_how_it_was_handled(done: str, by_service: str, kind: str, way: str) -> None:
    known = None if by_service == "-" else Kind(by_service)
    assert (kind_told(done, known) or "-", way_told(done) or "-") == (kind, way)


def test_the_first_words_that_tell_the_way_count() -> None:
    assert first_way_told(["quedó funcionando", "voy para su puesto", "por remoto"]) == "on_site"
    assert first_way_told(["quedó funcionando"]) is None


@pytest.mark.parametrize(
    ("said", "priority"),
    [("Alta", Priority.HIGH), ("prioridad baja", Priority.LOW), ("high", Priority.HIGH), ("red alta", None)],
)
def test_a_priority_is_named_alone(said: str, priority: Priority | None) -> None:
    assert priority_named(said) is priority


@pytest.mark.parametrize(
    ("said", "is_one"),
    [("al coordinador", True), ("la jefe", True), ("quien coordina", True), ("Coral", False)],
)
def test_whoever_coordinates_is_named(said: str, is_one: bool) -> None:
    assert names_coordinator(said) is is_one


COLLEAGUES = ["Darío Pérez", "@dperez", "Marta", "Ana Gil"]


@each_row(("said", "inside", "name"), cases("to_team"))
def test_words_for_the_desk_are_told_from_words_for_the_requester(said: str, inside: str, name: str) -> None:
    found = meant_for_team(said, COLLEAGUES, "Ana Ruiz")
    assert ("yes" if found else "no", found.name if found and found.name else "-") == (inside, name)
