"""The card of a service in lines, and labels that fit on a button."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.catalog import Service
from itgov_bot.replies import Reply
from itgov_bot.wording.staff.asked import everyday
from itgov_bot.wording.staff.asked import services as words
from tests.made import city

MAX_LABEL = 30
"""Characters."""
REFERENCE = city()
SERVICES = REFERENCE.catalog.services
CALENDARS = Calendars.of(REFERENCE)
OPEN = datetime(2026, 11, 10, 15, tzinfo=UTC)
HOLIDAY = datetime(2026, 11, 16, 15, tzinfo=UTC)


def named(service_id: str) -> Service:
    return next(one for one in SERVICES if one.id == service_id)


@pytest.mark.parametrize(
    ("service", "now", "lines"),
    [
        ("SER-004", OPEN, "📧 <b>Correo electrónico</b>\n🟢 Atienden hasta las 6:00 p. m."),
        ("SER-001", OPEN, "📶 <b>Internet por wifi</b>\n🟢 Atienden hasta las 6:00 p. m."),
        (
            "SER-025",
            HOLIDAY,
            "🖨 <b>Impresoras</b>\n🔴 Ahora no atienden; vuelven mañana martes a las 8:00 a. m., "
            "hoy es festivo: Independencia de Cartagena.",
        ),
    ],
)
def test_a_card_says_which_service_it_is_and_whether_people_answer(
    service: str, now: datetime, lines: str
) -> None:
    one = named(service)
    assert words.card_lines(one, CALENDARS.of_service(one), now) == lines


@pytest.mark.parametrize("service", SERVICES, ids=lambda one: one.id)
def test_when_a_service_runs_stands_in_its_sheet_alone(service: Service) -> None:
    calendar = CALENDARS.of_service(service)
    sheet = words.sheet(REFERENCE.city, service, calendar, OPEN).text
    assert "Las personas atienden:" in sheet
    assert "El servicio funciona:" in sheet
    assert ".." not in sheet
    for card in (words.report_card(service, calendar, OPEN), words.answer_card(service, calendar, OPEN)):
        assert "funciona" not in card.text
        assert service.description not in card.text


def replies() -> Iterator[Reply]:
    catalog = REFERENCE.catalog
    yield from (words.choose(SERVICES[at : at + 3]) for at in range(0, len(SERVICES), 3))
    yield words.several(SERVICES[:3])
    yield words.categories(catalog)
    yield from (words.category(name, services) for name, services in catalog.by_category().items())
    yield everyday.with_what(REFERENCE.everyday, SERVICES[:2])
    yield from (everyday.what_of_it(group) for group in REFERENCE.everyday)
    yield everyday.out_of_scope(REFERENCE.city, None, is_open=True)


@pytest.mark.parametrize("reply", list(replies()))
def test_labels_fit_on_a_button_and_are_said_once(reply: Reply) -> None:
    labels = [choice.label for choice in reply.choices]
    assert [label for label in labels if len(label) > MAX_LABEL or label.endswith("…")] == []
    assert len(set(labels)) == len(labels)


def test_a_line_tells_apart_only_what_the_labels_do_not() -> None:
    twins = words.choose([named("SER-001"), named("SER-003")])
    assert twins.text.count("\n") == 0
    alike = words.choose([named("SER-024"), named("SER-030")])
    assert alike.text.count("\n• ") == 2
