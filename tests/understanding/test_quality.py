"""Floors under what is reached honestly on messages by another hand, which are never trained on. See messages/README.md."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.understanding import Intent, Understanding
from itgov_bot.understanding.quality.evaluation import measure, outcomes, read_messages

MESSAGES = Path(__file__).parent / "messages"
LABELLED = MESSAGES / "messages.jsonl"


@pytest.fixture(scope="module")
def figures(understanding: Understanding) -> dict[str, Any]:
    return measure(outcomes(read_messages(LABELLED), understanding.match))


@pytest.mark.parametrize(
    ("figure", "floor"),
    [
        ("top_1", 0.95),
        ("top_3", 0.98),
        ("helped", 0.96),
        ("direct", 0.75),
        ("refused", 0.93),
        ("smalltalk", 1.0),
    ],
)
def test_floor(figures: dict[str, Any], figure: str, floor: float) -> None:
    assert figures[figure] >= floor


def test_few_direct_answers_are_wrong(figures: dict[str, Any]) -> None:
    assert figures["wrong_direct"] <= 0.03


@dataclass(frozen=True)
class Read:
    """What is wanted and what was read of the labelled messages of a file."""

    wanted: tuple[bool, ...]
    urgent: tuple[bool, ...]
    doubtful: tuple[bool, ...]

    @property
    def right(self) -> float:
        return float(np.equal(self.wanted, self.urgent).mean())

    @property
    def missed(self) -> float:
        """The share of the urgent ones that is neither seen nor asked about."""
        seen = np.logical_or(self.urgent, self.doubtful)
        return float(1 - seen[np.array(self.wanted)].mean())


def read(understanding: Understanding, calendar: WorkCalendar, file: str) -> Read:
    items = [json.loads(line) for line in (MESSAGES / file).read_text("utf-8").splitlines()]
    found = []
    for item in items:
        when = datetime.fromisoformat(item["when"]).replace(tzinfo=calendar.zone)
        reading = understanding.urgency(item["text"], when, calendar)
        found.append((not calendar.is_open(when) and reading.exception is not None, reading.doubtful))
    urgent, doubtful = zip(*found, strict=True)
    return Read(tuple(item["accept_urgent"] for item in items), urgent, doubtful)


def test_urgency(understanding: Understanding, calendar: WorkCalendar) -> None:
    assert read(understanding, calendar, "urgency.jsonl").right >= 0.98


def test_hard_urgency(understanding: Understanding, calendar: WorkCalendar) -> None:
    hard = read(understanding, calendar, "urgency_hard.jsonl")
    assert hard.right >= 0.95
    assert hard.missed <= 0.04
    assert sum(hard.doubtful) / len(hard.doubtful) <= 0.09


def test_few_ordinary_messages_are_asked_about(understanding: Understanding, calendar: WorkCalendar) -> None:
    night = datetime(2026, 11, 25, 22, tzinfo=calendar.zone)
    texts = [message.text for message in read_messages(LABELLED)]
    doubtful = [text for text in texts if understanding.urgency(text, night, calendar).doubtful]
    assert len(doubtful) / len(texts) <= 0.08


@pytest.mark.parametrize(
    ("text", "is_doubtful"),
    [
        (
            "se cayó el internet en la Aduana, nadie puede trabajar en todo el edificio, ¿es algo programado?",
            False,
        ),
        ("se cayó el internet en toda la sede, ninguno tiene, ¿es por mantenimiento?", False),
        ("no hay red en toda la alcaldía, ¿ustedes la bajaron?", False),
        ("no sirve el SIAPA, ¿es general?", True),
        ("se cayó la red, ¿es solo en mi oficina?", True),
    ],
)
def test_what_is_told_of_everybody_is_not_doubted_for_a_question_behind_it(
    understanding: Understanding, calendar: WorkCalendar, text: str, is_doubtful: bool
) -> None:
    night = datetime(2026, 11, 25, 22, tzinfo=calendar.zone)
    read = understanding.urgency(text, night, calendar)
    assert (read.doubtful, read.exception is not None or is_doubtful) == (is_doubtful, True)


@pytest.mark.parametrize(
    ("text", "is_doubtful"),
    [("¿qué es dependencia?", False), ("vamos en camino", False), ("¿por qué no hay internet?", True)],
)
def test_a_doubt_counts_only_where_a_fault_is_told(
    understanding: Understanding, calendar: WorkCalendar, text: str, is_doubtful: bool
) -> None:
    night = datetime(2026, 11, 25, 22, tzinfo=calendar.zone)
    assert understanding.urgency(text, night, calendar).doubtful == is_doubtful


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("no tengo internet", {"SER-001", "SER-003"}),
        ("no abre la intranet", {"SER-002", "SER-012"}),
        ("antivirus", {"SER-007", "SER-026"}),
    ],
)
def test_near_twins_are_asked_about(understanding: Understanding, text: str, offered: set[str]) -> None:
    understood = understanding.match(text)
    assert understood.decision == "choose"
    assert {each.service for each in understood.candidates[: understood.offered]} == offered


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("no tengo internet por el wifi del celular", "SER-001"),
        ("el chrome no carga ninguna página, internet caído en el pc de mesa", "SER-003"),
        ("publicar una circular en la intranet", "SER-012"),
    ],
)
def test_unless_the_message_tells(understanding: Understanding, text: str, service: str) -> None:
    understood = understanding.match(text)
    assert (understood.decision, understood.best) == ("answer", service)


@pytest.mark.parametrize(
    ("text", "services"),
    [
        ("la impresora no imprime y además no me llegan los correos", ["SER-025", "SER-004"]),
        ("Buenas, el teléfono no da tono y la impresora está atascada, gracias", ["SER-023", "SER-025"]),
        ("no me abre el correo y el wifi no conecta en el celular", ["SER-004", "SER-001"]),
        (
            "no me abre el correo, el teléfono no suena y la impresora atasca papel",
            ["SER-004", "SER-023", "SER-025"],
        ),
    ],
)
def test_several_problems_are_told_apart_and_offered(
    understanding: Understanding, text: str, services: list[str]
) -> None:
    understood = understanding.match(text)
    assert [part.candidates[0].service for part in understood.parts] == services
    assert understood.decision == "choose"
    assert [each.service for each in understood.candidates[: understood.offered]] == services


@pytest.mark.parametrize(
    "text",
    [
        "no me abre el correo, soy Ana Ruiz de Hacienda, ext 4521",
        "no me abre el correo y necesito enviar un informe urgente",
        "no me abre el correo, el wifi sí está bien",
        "la impresora no imprime y no saca ni una hoja",
    ],
)
def test_a_signature_a_reason_and_what_is_well_are_no_second_problem(
    understanding: Understanding, text: str
) -> None:
    assert understanding.match(text).parts == ()


def test_few_messages_with_one_problem_are_taken_for_several(understanding: Understanding) -> None:
    messages = [message for message in read_messages(LABELLED) if message.kind == "service"]
    several = [message.text for message in messages if understanding.match(message.text).parts]
    assert len(several) / len(messages) <= 0.015


def test_a_certainty_is_a_probability(figures: dict[str, Any]) -> None:
    assert figures["ece"] <= 0.08


@pytest.mark.parametrize(
    ("text", "about", "service"),
    [
        ("¿hasta qué hora atienden?", Intent.HOURS, None),
        ("por dónde reporto un daño", Intent.CHANNELS, None),
        ("a qué hora atienden lo del correo", Intent.HOURS, "SER-004"),
        ("¿por dónde pido la vpn?", Intent.CHANNELS, "SER-027"),
    ],
)
def test_hours_and_channels(
    understanding: Understanding, text: str, about: Intent, service: str | None
) -> None:
    understood = understanding.match(text)
    assert understood.intent is about
    assert understood.decision == "none" if service is None else understood.best == service


@pytest.mark.parametrize("text", ["no sirve", "no funciona", "tengo un problema"])
def test_what_does_not_say_what_it_is_about_gets_no_card(understanding: Understanding, text: str) -> None:
    understood = understanding.match(text)
    assert (understood.decision, understood.intent) == ("none", Intent.SERVICE)
