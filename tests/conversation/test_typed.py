"""A choice that is typed instead of pressed: by its label, with slips, by a yes or a no."""

import pytest

from itgov_bot.conversation.typed import by_any, by_label, by_words, by_yes_or_no
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.replies import Choice
from itgov_bot.wording import general
from itgov_bot.wording.staff import urgent
from itgov_bot.wording.staff.asked import everyday
from itgov_bot.wording.staff.asked import services as service_words
from tests.made import city

URGENT = urgent.offer(city().city, ExceptionKind.SERVICE_OUTAGE, True).choices
HOW_MANY = urgent.ask_how_many(city().city, True, is_open=False).choices
SAME_BEGINNING = (Choice("Abrir: el mouse", "one"), Choice("Abrir: el teclado", "two"))
CASES = (
    Choice("SAUS-2026-000001: la impresora", "first"),
    Choice("SAUS-2026-000002: la impresora", "second"),
)
OTHERS = (
    Choice("Ver el catálogo", "catalogue"),
    Choice("Ver más", "more"),
    Choice("5", "five"),
    Choice("📎 Archivos", "files"),
    Choice("Autorizo", "yes"),
    Choice("No autorizo", "no"),
    Choice("Ver más", "other more"),
)


@pytest.mark.parametrize(
    ("choices", "typed", "pressed"),
    [
        (OTHERS, "Ver el catálogo", "catalogue"),
        (OTHERS, "ver el catalogo", "catalogue"),
        (OTHERS, "¡VER EL CATÁLOGO!", "catalogue"),
        (OTHERS, "ver el catalgo", "catalogue"),
        (OTHERS, "ver el catálogoo", "catalogue"),
        (OTHERS, "ver el", None),
        (OTHERS, "el catálogo", None),
        (OTHERS, "archivos", "files"),
        (OTHERS, "archvos", "files"),
        (OTHERS, "ver mas", "more"),
        (OTHERS, "ver mes", None),
        ((*OTHERS, Choice("Ver el catálogo", "of an older message")), "ver el catalgo", "catalogue"),
        (OTHERS, "5", "five"),
        (OTHERS, "6", None),
        (OTHERS, "autorizo", "yes"),
        (OTHERS, "no autorizo", "no"),
        (OTHERS, "no autoriso", "no"),
        (OTHERS, "😀", None),
        (URGENT, "no es urgente caso normal", "urgent:no"),
        (URGENT, "no es urgente caso nomal", "urgent:no"),
        (URGENT, "es urgente caso normal", None),
        (URGENT, "no es urgente", "urgent:no"),
        (HOW_MANY, "a muchas", "urgent:go"),
        (HOW_MANY, "solo a mi", "urgent:no"),
        (CASES, "SAUS-2026-000002", "second"),
        (SAME_BEGINNING, "abrir", None),
        (URGENT, "no avisar ya a la guardia", None),
        (URGENT, "si avisar ya a la guarda", "urgent:go"),
        (CASES, "SAUS-2026-000001 la impresora", "first"),
        (CASES, "SAUS-2026-000003 la impresora", None),
        (CASES, "SAUS-2026-000002 la impresra", "second"),
        (general.START_CHOICES, "horarioo", "hours:"),
    ],
)
def test_a_label_may_be_typed(choices: tuple[Choice, ...], typed: str, pressed: str | None) -> None:
    assert by_label(choices, typed) == pressed


def test_what_two_labels_come_near_to_is_neither() -> None:
    assert by_label((Choice("Impresora", "one"), Choice("Impresoras", "two")), "impresoraz") is None


@pytest.mark.parametrize(
    ("said", "pressed"),
    [(True, "urgent:go"), (False, "urgent:no"), (None, None)],
)
def test_a_yes_presses_the_choice_that_says_it_is_the_yes(said: bool | None, pressed: str | None) -> None:
    assert by_yes_or_no(URGENT, said) == pressed


def test_a_yes_is_the_only_one_that_is_offered() -> None:
    services = list(city().catalog.services)
    one, two = service_words.choose(services[:1]), service_words.choose(services[:2])
    assert by_yes_or_no(one.choices, said=True) == f"pick:{services[0].id}"
    assert by_yes_or_no(two.choices, said=True) is None


def test_a_yes_presses_nothing_where_no_choice_is_the_yes() -> None:
    assert by_yes_or_no((Choice("Sí, señor", "looks like it"),), True) is None


CHOICE = service_words.choose(
    [one for one in city().catalog.services if one.id in ("SER-001", "SER-003")]
).choices
GROUPS = everyday.with_what(city().everyday).choices


@pytest.mark.parametrize(
    ("choices", "typed", "pressed"),
    [
        (CHOICE, "el de cable", "pick:SER-003"),
        (CHOICE, "wifi", "pick:SER-001"),
        (CHOICE, "la primera", "pick:SER-001"),
        (CHOICE, "el segundo", "pick:SER-003"),
        (CHOICE, "el último", "pick:SER-003"),
        (CHOICE, "la tercera", None),
        (CHOICE, "ninguna de esas", "other:"),
        (CHOICE, "internet", None),
        (CHOICE, "la impresora no imprime", None),
        (GROUPS, "el de arriba", "day:computer"),
        (GROUPS, "el correo", "day:account"),
        (GROUPS, "una impresora", "day:printer"),
        (GROUPS, "otra cosa", "day:other"),
        (GROUPS, "se me dañó la impresora", None),
        (URGENT, "la guardia", None),
        (URGENT, "normal", None),
        (CASES, "el de la impresora", None),
        (CASES, "el segundo", "second"),
    ],
)
def test_a_choice_is_said_in_other_words(
    choices: tuple[Choice, ...], typed: str, pressed: str | None
) -> None:
    assert by_words(choices, typed) == pressed


def test_who_cannot_say_presses_the_choice_that_leaves_it_open() -> None:
    assert by_any(CHOICE, is_any=True) == "pick:"
    assert by_any(GROUPS, is_any=True) == "new:"
    assert by_any(CHOICE, is_any=False) is None
    assert by_any(URGENT, is_any=True) is None
