"""What an agent orders of a case, and what they only write to somebody; how a case was handled, as they tell it."""

import pytest

from itgov_bot.domain.tickets.ticket import Kind, Priority
from itgov_bot.understanding.language.cases.for_person import speaks_to_person
from itgov_bot.understanding.language.cases.handled import first_way_told, kind_told, way_told
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.orders import (
    Order,
    Ordered,
    cases_named,
    filled,
    filled_by_number,
    in_deeds,
    names_coordinator,
    numbered_order,
    order_in,
    priority_named,
    telling,
)
from itgov_bot.understanding.language.orders.verbs import verb_of
from itgov_bot.understanding.services.names import find_named
from tests.made import city
from tests.rows import each_row

from .tables import cases

NAMES = ("patricia", "dario", "perez", "marta", "luis")


def names_service(said: str) -> bool:
    return bool(find_named(city().catalog.services, said))


@each_row(("said", "order", "named", "text"), cases("orders"))
def test_an_order_is_told_from_words_for_somebody(said: str, order: str, named: str, text: str) -> None:
    found = order_in(said, NAMES, names_service)
    assert _cells(found) == (order, named, text)


@each_row(("said", "numbers"), cases("numbers_of_cases"))
def test_an_hour_is_no_number_of_a_case(said: str, numbers: str) -> None:
    assert " ".join(cases_named(said)) == numbers.replace("-", "")


@each_row(("said", "order", "numbers", "named", "text"), cases("orders_numbered"))
def test_an_order_of_numbers_is_told_from_a_trouble(
    said: str, order: str, numbers: str, named: str, text: str
) -> None:
    found = numbered_order(said, NAMES, names_service)
    assert (" ".join(found.numbers) if found else "-") == numbers
    assert _cells(found.ordered if found else None) == (order, named, text)


@pytest.mark.parametrize(("said", "order", "numbers", "named", "text"), cases("orders_guessed"))
def test_a_guessed_order_finds_what_it_names_and_tells(
    said: str, order: str, numbers: str, named: str, text: str
) -> None:
    of_numbers = filled_by_number(Order(order), said, NAMES, names_service)
    found = of_numbers.ordered if of_numbers else filled(Order(order), said, NAMES, names_service)
    assert (" ".join(of_numbers.numbers) if of_numbers else "-") == numbers
    assert _cells(found) == (order, named, text)


@each_row(("said", "deeds"), cases("several"))
def test_an_order_of_several_deeds_is_cut_into_each(said: str, deeds: str) -> None:
    def by_number(words: str) -> Ordered | None:
        found = numbered_order(words, NAMES, names_service)
        return found.ordered if found else None

    def under_card(words: str) -> Ordered | None:
        return None if is_by_number and cases_named(words) else order_in(words, NAMES, names_service)

    is_by_number = by_number(said) is not None
    first = by_number if is_by_number else under_card
    parts = in_deeds(said, first, under_card)
    read = [(one, (first if at == 0 else under_card)(one)) for at, one in enumerate(parts)]
    assert " | ".join(_told(words, ordered) for words, ordered in read) == deeds


def _told(words: str, ordered: Ordered | None) -> str:
    told = telling(words)
    if ordered:
        return ":".join(filter(None, (ordered.order.value, ordered.named, ordered.text)))
    if told:
        return f"!{told.whom}:{told.text}"
    return f"?{words}" if speaks_to_person(plain(words)) else "-"


def _cells(ordered: Ordered | None) -> tuple[str, str, str]:
    return (ordered.order.value, ordered.named or "-", ordered.text or "-") if ordered else ("-", "-", "-")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("asigneselo", ("asignar!", "selo")),
        ("cierrelo", ("cerrar!", "lo")),
        ("cerralo", ("cerrar!", "lo")),
        ("marquenlo", ("marcar!", "lo")),
        ("cojalo", ("coger!", "lo")),
        ("tomarlo", ("tomar_", "lo")),
        ("suelto", ("soltar*", "")),
        ("resuelto", ("resolver^", "")),
        ("unelo", ("unir!", "lo")),
        ("pongamelo", ("poner!", "melo")),
        ("una", None),
        ("ventana", None),
    ],
)
def test_a_verb_is_read_in_every_mood(said: str, read: tuple[str, str] | None) -> None:
    assert verb_of(said) == read


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
