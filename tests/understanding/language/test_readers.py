"""Any text can be read by every reader, and none takes long over hostile text."""

from collections.abc import Callable
from datetime import date, datetime, time
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.reference import load
from itgov_bot.settings import ROOT
from itgov_bot.understanding.language.answering.answers import choice_number, read_answers
from itgov_bot.understanding.language.answering.pauses import is_pause
from itgov_bot.understanding.language.answering.stars import stars_of, stars_with_words
from itgov_bot.understanding.language.cases.event_change import without_old
from itgov_bot.understanding.language.cases.follow_up import what_is_said
from itgov_bot.understanding.language.cases.one_case import mentioned_number
from itgov_bot.understanding.language.cases.own_orders import case_order
from itgov_bot.understanding.language.cases.review_words import review_order
from itgov_bot.understanding.language.courtesy import without_courtesy
from itgov_bot.understanding.language.introducing.details import find_details
from itgov_bot.understanding.language.introducing.introduction import introduction
from itgov_bot.understanding.language.maintenance import asks_about_maintenance
from itgov_bot.understanding.language.message.pieces import announces_several, clauses, problems, sets_apart
from itgov_bot.understanding.language.message.taken_back import as_corrected
from itgov_bot.understanding.language.people.contacts import contact_in, reads_as_contact, says_by_chat
from itgov_bot.understanding.language.people.data_refusal import data_refusal
from itgov_bot.understanding.language.people.erasing import erases_oneself
from itgov_bot.understanding.language.people.names import sensible_name
from itgov_bot.understanding.language.people.personal_data import read_scrubber
from itgov_bot.understanding.language.people.roles_asked import people_asked
from itgov_bot.understanding.language.questions import (
    asks_who_answers,
    is_clearly_asked,
    is_question,
)
from itgov_bot.understanding.language.request_type import request_type_of
from itgov_bot.understanding.language.respelling import Respelling
from itgov_bot.understanding.language.smalltalk import smalltalk_kind
from itgov_bot.understanding.language.time.coming import find_coming
from itgov_bot.understanding.language.time.days import is_far_ahead
from itgov_bot.understanding.language.time.hours_asked import find_hours_asked
from itgov_bot.understanding.language.time.spans import (
    find_finish,
    find_span,
)
from itgov_bot.understanding.language.time.stretches import find_times
from itgov_bot.understanding.language.time.times import find_end, find_event_time, find_start, is_ahead
from itgov_bot.understanding.language.where.answered import sensible_place
from itgov_bot.understanding.language.where.floors import floor_said
from itgov_bot.understanding.language.where.place_told import place_told
from itgov_bot.understanding.language.where.places import is_everywhere, named_sites, names_a_place
from itgov_bot.understanding.urgency.cues import read_cues
from itgov_bot.understanding.words import read_words

from .tables import BOGOTA

REFERENCE = load(ROOT / "data")
OFFICES = REFERENCE.processes.offices
KNOWN = read_words(ROOT / "data", [service.id for service in REFERENCE.catalog.services]).known
ANSWERS = read_answers(ROOT / "data")
CUES = read_cues(ROOT / "data")
RESPELLING = Respelling(("servidor", "internet", "sede", "toda", "todo", "para"), ("hola",))
NOW = datetime(2026, 11, 25, 22, tzinfo=BOGOTA)
READERS: dict[str, Callable[[str], object]] = {
    "yes or no": ANSWERS.yes_or_no,
    "leaving": ANSWERS.is_leaving,
    "onward": ANSWERS.is_going_on,
    "going back": ANSWERS.is_going_back,
    "unsure": ANSWERS.is_unsure,
    "review": review_order,
    "refusal": data_refusal,
    "choice": choice_number,
    "stars": stars_of,
    "contact": reads_as_contact,
    "rating with words": stars_with_words,
    "follow-up": what_is_said,
    "courtesy": without_courtesy,
    "case order": case_order,
    "erasing": erases_oneself,
    "people": people_asked,
    "details": find_details,
    "introduction": lambda text: introduction(text, OFFICES, KNOWN),
    "corrected": lambda text: as_corrected(text, KNOWN),
    "place answered": lambda text: sensible_place(text, OFFICES, KNOWN),
    "place told": place_told,
    "floor": floor_said,
    "pause": is_pause,
    "name": lambda text: sensible_name(text, KNOWN),
    "contact told": contact_in,
    "by chat": says_by_chat,
    "number": mentioned_number,
    "scrubbing": read_scrubber(ROOT / "data").scrub,
    "announces several": announces_several,
    "sets apart": sets_apart,
    "problems": problems,
    "clauses": clauses,
    "respelling": RESPELLING.respell,
    "far ahead": lambda text: is_far_ahead(text, NOW.date()),
    "place": names_a_place,
    "sites": named_sites,
    "everywhere": is_everywhere,
    "who": asks_who_answers,
    "asked": is_clearly_asked,
    "question": is_question,
    "request": request_type_of,
    "small talk": smalltalk_kind,
    "event": lambda text: find_event_time(text, NOW),
    "coming": lambda text: find_coming(text, NOW),
    "event change": without_old,
    "since": lambda text: find_start(text, NOW),
    "until": lambda text: find_end(text, NOW),
    "span": lambda text: find_span(text, NOW, whole_days=True),
    "span with hours": lambda text: find_span(text, NOW),
    "finish": lambda text: find_finish(text, NOW),
    "maintenance": asks_about_maintenance,
    "cues": CUES.of,
    "stretch": lambda text: find_times(text, NOW.date()),
    "hours": lambda text: find_hours_asked(text, NOW),
}
HOSTILE = (
    *(
        "a",
        " ",
        "\n",
        "1",
        "-",
        "((",
        "¿",
        "@",
        "@a.",
        ", ",
        "🙂",
        "9:",
        "1 2 ",
        "no ",
        "si ",
        "ya ",
        "ja",
        "www.",
        "cc ",
    ),
    *(
        "de 8 a ",
        "entre 8 y 10 y ",
        "un cuarto para las ",
        "usuario es ",
        "en la ",
        "quiero ",
        "y media ",
        "hace ",
        "a las ",
        "el dia ",
        "viernes ",
        "se cayo ",
        "soy ana ",
        "la sede ",
        "caso saus ",
        "soy ana de ",
        "tel: ",
        "ext. 12 ",
        "Ana, ",
        "300 ",
        "piso 2, ",
        "por aqui ",
        "y mi cel es el ",
        "piso 2 ",
        "no es el piso 2 ",
        "ofc. ",
        "espere un momento ",
        "muchas gracias y ",
        "muy buenas ",
        "cancele el caso ",
        "vuelvo a las ",
        "quedo atenta a ",
    ),
)
CHARACTERS = 4000
SECONDS = 1.0
"""Far more than any of them takes; what grows with the square of the length or worse takes longer."""


@pytest.mark.timing
@pytest.mark.parametrize("name", READERS)
def test_hostile_text_is_read_in_no_time(name: str) -> None:
    read = READERS[name]
    for piece in HOSTILE:
        begun = perf_counter()
        read((piece * CHARACTERS)[:CHARACTERS] + "x")
        spent = perf_counter() - begun
        assert spent < SECONDS, (piece, spent)


@given(st.text(max_size=80), st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.times())
def test_any_text_can_be_read(text: str, day: date, hour: time) -> None:
    for read in READERS.values():
        read(text)
    local = datetime.combine(day, hour, BOGOTA)
    find_event_time(text, local)
    since = find_start(text, local)
    assert since is None or since <= local
    is_ahead(text, local)
