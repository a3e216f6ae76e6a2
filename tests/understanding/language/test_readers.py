"""Every reader of Spanish against its table in `cases/`; and none is hurt by hostile text."""

from collections.abc import Callable
from datetime import date, datetime, time
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.reference import load
from itgov_bot.settings import ROOT
from itgov_bot.understanding.language.answers import choice_number, read_answers
from itgov_bot.understanding.language.cases.event_change import change_of_event
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.cases.one_case import mentioned_number
from itgov_bot.understanding.language.cases.own_orders import case_order
from itgov_bot.understanding.language.cases.review_words import review_order
from itgov_bot.understanding.language.courtesy import without_courtesy
from itgov_bot.understanding.language.introducing.details import find_details
from itgov_bot.understanding.language.introducing.introduction import introduction
from itgov_bot.understanding.language.maintenance import asks_about_maintenance
from itgov_bot.understanding.language.pauses import is_pause
from itgov_bot.understanding.language.people.contacts import contact_in, reads_as_contact, says_by_chat
from itgov_bot.understanding.language.people.data_refusal import data_refusal
from itgov_bot.understanding.language.people.erasing import erases_oneself
from itgov_bot.understanding.language.people.names import sensible_name
from itgov_bot.understanding.language.people.personal_data import read_scrubber
from itgov_bot.understanding.language.people.roles_asked import people_asked
from itgov_bot.understanding.language.pieces import announces_several, clauses, problems, sets_apart
from itgov_bot.understanding.language.questions import (
    asks_who_answers,
    is_clearly_asked,
    is_question,
    told_before_question,
)
from itgov_bot.understanding.language.request_type import request_type_of
from itgov_bot.understanding.language.respelling import Respelling
from itgov_bot.understanding.language.smalltalk import smalltalk_kind
from itgov_bot.understanding.language.stars import stars_of, stars_with_words
from itgov_bot.understanding.language.taken_back import as_corrected
from itgov_bot.understanding.language.time.coming import find_coming
from itgov_bot.understanding.language.time.days import is_far_ahead
from itgov_bot.understanding.language.time.hours_asked import find_hours_asked
from itgov_bot.understanding.language.time.spans import (
    find_finish,
    find_moment,
    find_span,
    told_apart_from_what,
)
from itgov_bot.understanding.language.time.stretches import find_stretch, find_times
from itgov_bot.understanding.language.time.times import find_end, find_event_time, find_start, is_ahead
from itgov_bot.understanding.language.where.answered import sensible_place
from itgov_bot.understanding.language.where.floors import completed, floor_said
from itgov_bot.understanding.language.where.place_told import place_told
from itgov_bot.understanding.language.where.places import is_everywhere, named_sites, names_a_place
from itgov_bot.understanding.urgency.cues import read_cues
from itgov_bot.understanding.words import read_words
from tests.rows import each_row

from .tables import BOGOTA, cases, moment

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
    "event change": change_of_event,
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


def said(*facts: tuple[str, bool]) -> str:
    return ",".join(name for name, is_so in facts if is_so) or "-"


def shown(at: time | None) -> str:
    return f"{at:%H:%M}" if at is not None else "-"


@each_row(("text", "now", "day", "start", "end"), cases("event_times"))
def test_when_an_event_is(text: str, now: str, day: str, start: str, end: str) -> None:
    found = find_event_time(text, moment(now))
    assert (day, start, end) == (
        (str(found.day), ("~" if found.is_assumed else "") + shown(found.begins), shown(found.end))
        if found
        else ("-", "-", "-")
    )


@each_row(("text", "starts", "ends"), cases("spans"))
def test_from_when_until_when(text: str, starts: str, ends: str) -> None:
    found = find_span(text, moment("2026-11-10 10:00"), whole_days=True)
    assert (starts, ends) == (tuple(f"{at:%Y-%m-%d %H:%M}" for at in found) if found else ("-", "-"))


@each_row(("text", "now", "since"), cases("since"))
def test_since_when(text: str, now: str, since: str) -> None:
    found = find_start(text, moment(now))
    assert (found.strftime("%Y-%m-%d %H:%M") if found else "-") == since


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("mañana a las 8", True),
        ("6/12/2026 10:40", True),
        ("23:00", True),
        ("6/10/2026 10:40", False),
        ("uf", False),
    ],
)
def test_what_has_not_come_is_told_from_what_is_not_read(text: str, ahead: bool) -> None:
    assert is_ahead(text, moment("2026-12-02 10:00")) is ahead


@each_row(("text", "now", "until"), cases("until"))
def test_until_when(text: str, now: str, until: str) -> None:
    found = find_end(text, moment(now))
    assert (found.strftime("%Y-%m-%d %H:%M") if found else "-") == until


def minute_of(found: datetime | None) -> str:
    return f"{found:%Y-%m-%d %H:%M}" if found else "-"


@each_row(("text", "now", "start", "end"), cases("spans_with_hours"))
def test_from_when_until_when_work_is_planned(text: str, now: str, start: str, end: str) -> None:
    span = find_span(text, moment(now))
    begins = span[0] if span else find_moment(text, moment(now))
    assert (minute_of(begins), minute_of(span[1] if span else None)) == (start, end)


@each_row(("text", "end"), cases("finishes"))
def test_when_what_is_planned_ends(text: str, end: str) -> None:
    assert minute_of(find_finish(text, moment("2026-11-14 20:00"))) == end


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("se cayó la red en la Aduana", "se cayó la red en la Aduana"),
        ("se cayó la red en la Aduana, ¿ya saben, o lo reporto?", "se cayó la red en la Aduana,"),
        ("buenas, se cayó la red. nadie trabaja, qué pasó?", "buenas, se cayó la red. nadie trabaja"),
        ("¿se cayó la red en la Aduana?", ""),
        ("se cayó la red?", ""),
        ("cuándo vuelve la red, que nadie trabaja", ""),
    ],
)
def test_what_is_told_before_a_question(text: str, told: str) -> None:
    assert told_before_question(text) == told


@each_row(("text", "asks"), cases("maintenance"))
def test_who_asks_after_what_is_planned(text: str, asks: str) -> None:
    assert asks_about_maintenance(text) is (asks == "yes")


@pytest.mark.parametrize(
    ("text", "when", "what"),
    [
        ("sábado 8:00 pm a 11 pm: cambio del switch", "sábado 8:00 pm a 11 pm", "cambio del switch"),
        ("sábado 8 pm\ncambio: del switch", "sábado 8 pm", "cambio: del switch"),
        ("sábado 8:00", "sábado 8:00", ""),
    ],
)
def test_a_time_told_apart_from_its_matter(text: str, when: str, what: str) -> None:
    assert told_apart_from_what(text) == (when, what)


@each_row(("text", "says"), cases("answers"))
def test_what_an_answer_says(text: str, says: str) -> None:
    plainly = ANSWERS.yes_or_no(text)
    assert says == said(
        ("yes", plainly is True),
        ("no", plainly is False),
        ("leaving", ANSWERS.is_leaving(text)),
        ("onward", ANSWERS.is_going_on(text)),
        ("back", ANSWERS.is_going_back(text)),
        ("unsure", ANSWERS.is_unsure(text)),
        ("every", ANSWERS.wants_every(text)),
    )


@each_row(("text", "change", "day"), cases("event_changes"))
def test_an_event_called_off_or_with_another_date(text: str, change: str, day: str) -> None:
    found = change_of_event(text)
    assert (found.change if found else "-") == change
    assert str((find_coming(found.words, NOW).day if found else None) or "-") == day


@each_row(("text", "reads_as"), cases("follow_ups"))
def test_what_goes_on_about_a_case(text: str, reads_as: str) -> None:
    found = what_is_said(text)
    assert reads_as == said(*((one, one in found) for one in Says))


@each_row(("text", "order"), cases("case_orders"))
def test_what_is_ordered_of_a_case_by_its_matter(text: str, order: str) -> None:
    assert (case_order(text) or "-") == order


@each_row(("text", "matter"), cases("courtesies"))
def test_what_is_said_between_formulas(text: str, matter: str) -> None:
    assert without_courtesy(text) == matter


@each_row(("text", "place", "contact"), cases("details"))
def test_where_somebody_is_and_how_to_reach_them(text: str, place: str, contact: str) -> None:
    found = find_details(text)
    assert (found.place or "-", found.contact or "-") == (place, contact)


@each_row(("text", "matter", "name", "place", "contact"), cases("introductions"))
def test_who_writes_about_what(text: str, matter: str, name: str, place: str, contact: str) -> None:
    found = introduction(text, OFFICES, KNOWN)
    assert (found.matter, found.name or "-", found.place or "-", found.contact or "-") == (
        matter,
        name,
        place,
        contact,
    )


@each_row(("text", "corrected"), cases("taken_back"))
def test_what_is_taken_back_is_replaced(text: str, corrected: str) -> None:
    assert as_corrected(text, KNOWN) == corrected


@each_row(("text", "place"), cases("places_answered"))
def test_what_is_kept_as_a_place(text: str, place: str) -> None:
    assert (sensible_place(text, OFFICES, KNOWN) or "-") == place


@each_row(("text", "floor"), cases("floors"))
def test_a_floor_told_alone(text: str, floor: str) -> None:
    assert (floor_said(text) or "-") == floor


@each_row(("known", "told", "place"), cases("places_completed"))
def test_what_is_told_completes_what_is_known(known: str, told: str, place: str) -> None:
    assert completed(None if known == "-" else known, told) == place


@each_row(("text", "pause"), cases("pauses"))
def test_who_only_goes_for_a_moment(text: str, pause: str) -> None:
    assert is_pause(text) is (pause == "yes")


@each_row(("text", "name"), cases("names_told"))
def test_what_is_kept_as_a_name(text: str, name: str) -> None:
    assert (sensible_name(text, KNOWN) or "-") == name


@each_row(("text", "contact", "chat"), cases("contacts_told"))
def test_what_is_kept_as_a_contact(text: str, contact: str, chat: str) -> None:
    assert (contact_in(text) or "-") == contact
    assert says_by_chat(text) is (chat == "yes")


@each_row(("text", "stars", "words"), cases("opinions"))
def test_ratings_with_words(text: str, stars: str, words: str) -> None:
    found = stars_with_words(text)
    assert (str(found[0]) if found else "-", (found[1] or "-") if found else "-") == (stars, words)


@each_row(("text", "reads_as"), cases("questions"))
def test_what_is_asked(text: str, reads_as: str) -> None:
    assert reads_as == said(("asked", is_clearly_asked(text)), ("who", asks_who_answers(text)))


@each_row(("text", "place", "sites"), cases("places"))
def test_what_is_a_place(text: str, place: str, sites: str) -> None:
    assert names_a_place(text) is (place == "yes")
    assert (",".join(sorted(named_sites(text))) or "-") == sites


@each_row(("text", "place"), cases("places_told"))
def test_where_a_report_says_that_it_happens(text: str, place: str) -> None:
    assert (place_told(text) or "-") == place


@each_row(("text", "said_in"), cases("clauses"))
def test_what_the_clauses_are(text: str, said_in: str) -> None:
    assert " | ".join(clauses(text)) == ("" if said_in == "-" else said_in)


@each_row(("text", "contact"), cases("contacts"))
def test_what_is_a_contact(text: str, contact: str) -> None:
    assert reads_as_contact(text) is (contact == "yes")


@each_row(("text", "stars"), cases("ratings"))
def test_ratings(text: str, stars: str) -> None:
    assert str(stars_of(text) or "-") == stars


@each_row(("text", "number"), cases("choices"))
def test_typed_choices(text: str, number: str) -> None:
    assert str(choice_number(text) or "-") == number


@each_row(("text", "stretches"), cases("several_stretches"))
def test_the_stretches_of_a_text(text: str, stretches: str) -> None:
    told = find_times(text, date(2026, 11, 29)).told
    assert ",".join(str(one.period) for one in told) == stretches


@each_row(("text", "stretch"), cases("stretches"))
def test_a_stretch_of_time(text: str, stretch: str) -> None:
    found = find_stretch(text, date(2026, 11, 29))
    written = found and (str(found.period) if found.period else f"{found.first}/{found.last}")
    assert (written or "-") == stretch


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


@pytest.mark.parametrize(
    ("text", "day", "year"),
    [
        ("el mejor mes del año", date(2027, 1, 13), 2026),
        ("cuántos hubo en el año", date(2027, 1, 13), 2026),
        ("el mejor mes del año", date(2027, 2, 3), 2027),
        ("este año cómo vamos", date(2027, 1, 13), 2027),
        ("cómo cerramos el año", date(2027, 3, 1), 2026),
        ("cómo cerramos el año", date(2026, 12, 29), 2026),
        ("cómo nos fue el año que acabó", date(2027, 1, 13), 2026),
    ],
)
def test_the_year_of_which_everybody_speaks(text: str, day: date, year: int) -> None:
    assert [str(one.period) for one in find_times(text, day).told] == [str(year)]
