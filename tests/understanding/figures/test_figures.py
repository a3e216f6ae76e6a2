"""What managers ask of the figures: orders, sentences, what goes on, what is counted; and what is none of it."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.summary import Figure, Split
from itgov_bot.settings import ROOT
from itgov_bot.understanding import RequestType, Understanding
from itgov_bot.understanding.figures.asked import Asked, Wanted
from itgov_bot.understanding.figures.beside import asks_its_cases, asks_of_outage, beside_told
from itgov_bot.understanding.figures.counts import as_count, count_question, count_questions
from itgov_bot.understanding.figures.files import wants_file_of_cases
from itgov_bot.understanding.figures.further import further, is_which_alone
from itgov_bot.understanding.figures.going_on import with_one_before
from itgov_bot.understanding.figures.kinds import read_managers
from itgov_bot.understanding.figures.of_case import asked_of_it
from itgov_bot.understanding.figures.orders import value_given
from itgov_bot.understanding.figures.pointed import case_asked, case_pointed
from itgov_bot.understanding.figures.reading import FiguresReader
from itgov_bot.understanding.figures.terms import terms_asked
from itgov_bot.understanding.language.folding import fold, plain
from itgov_bot.understanding.language.managing.indicator_names import read_indicator_names
from itgov_bot.understanding.language.request_type import request_type_of
from itgov_bot.understanding.language.time.stretches import find_times
from itgov_bot.understanding.language.word_file import VocabularyError
from tests.rows import each_row

TODAY = date(2026, 11, 29)
CASES = Path(__file__).parent / "cases"
MESSAGES = Path(__file__).parents[1] / "messages" / "messages.jsonl"
ORDERS = FiguresReader(read_indicator_names(ROOT / "data"))


def cases(name: str) -> list[list[str]]:
    lines = (CASES / f"{name}.tsv").read_text("utf-8").splitlines()
    width = len(lines[1].split("\t"))
    return [line.split("\t") + [""] * (width - len(line.split("\t"))) for line in lines[2:]]


def numbers(asked: Asked) -> str:
    return ",".join(map(str, asked.indicators))


def times(asked: Asked) -> str:
    return ",".join(map(as_written, asked.times))


def as_written(stretch: Stretch) -> str:
    return str(stretch.period) if stretch.period else f"{stretch.first}/{stretch.last}"


@each_row(("text", "kind", "indicators", "told", "aspect"), cases("orders"))
def test_an_order(text: str, kind: str, indicators: str, told: str, aspect: str) -> None:
    asked = ORDERS.order(text, TODAY)
    if asked is None:
        assert kind == "-"
        return
    assert (asked.kind, numbers(asked), times(asked)) == (kind, indicators, told)
    assert (asked.aspect or "") == aspect


@each_row(("text", "kind", "indicators"), cases("sentences"))
def test_a_sentence(understanding: Understanding, text: str, kind: str, indicators: str) -> None:
    asked = understanding.figures.sentence(text, TODAY)
    assert asked
    assert (asked.kind, numbers(asked)) == (kind, indicators)


def test_no_case_is_a_phrase() -> None:
    phrases = {plain(phrase.text) for phrase in read_managers(ROOT / "data")}
    assert [text for text, *_ in cases("sentences") if plain(text) in phrases] == []


@each_row(("text", "expected"), cases("several"))
def test_one_message_may_ask_for_several_things(
    understanding: Understanding, text: str, expected: str
) -> None:
    found = understanding.figures.sentences(text, TODAY)
    assert "|".join(f"{one.kind}:{numbers(one)}:{times(one)}" for one in found) == expected


@each_row(("text", "kind", "indicators", "aspect", "told"), cases("aspects"))
def test_one_thing_of_an_indicator(
    understanding: Understanding, text: str, kind: str, indicators: str, aspect: str, told: str
) -> None:
    asked = understanding.figures.sentence(text, TODAY)
    assert asked
    assert (asked.kind, numbers(asked), asked.aspect or "", times(asked)) == (kind, indicators, aspect, told)


@each_row(("text", "expected"), cases("beside"))
def test_what_is_asked_beside_the_figures(text: str, expected: str) -> None:
    assert (beside_told(text) or "-") == expected


@each_row(("text", "number", "person"), cases("cases_asked"))
def test_a_case_is_asked_for(text: str, number: str, person: str) -> None:
    asked = case_asked(text)
    assert (asked.number if asked else "-") == number
    assert ("yes" if asked and asked.of_person else "") == person


@each_row(("text", "words", "how"), cases("pointed"))
def test_a_case_is_pointed_at(text: str, words: str, how: str) -> None:
    found = case_pointed(text)
    assert (found.words if found else "") == words
    ways = ("shown", "case", "that", "oldest", "linked")
    assert [way for way in ways if found and getattr(found, f"is_{way}")] == how.split()


@each_row(("text", "expected"), cases("of_it"))
def test_what_is_asked_of_a_case(text: str, expected: str) -> None:
    assert (asked_of_it(text) or "-") == expected


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("cuántos llegaron y se resolvieron en octubre", [Figure.RECEIVED, Figure.SOLVED]),
        ("recibidos, resueltos y pendientes", [Figure.RECEIVED, Figure.SOLVED, Figure.BACKLOG]),
        ("cuántos casos urgentes siguen pendientes", [Figure.URGENT_NOW]),
        ("entre enero y marzo cuántos se cerraron", [Figure.SOLVED]),
    ],
)
def test_figures_beside_one_another(text: str, figures: list[Figure]) -> None:
    asked = Asked(Wanted.CASES, times=find_times(text, TODAY).told, text=text)
    assert [one.figure for one in count_questions(asked)] == figures


@pytest.mark.parametrize(
    ("text", "kind", "lists"),
    [
        ("cuáles casos llevan más tiempo abiertos", "cases", True),
        ("dime los comentarios de los usuarios", "ratings", True),
        ("lista de los casos resueltos en octubre", "cases", True),
        ("cuál es el caso más viejo", "cases", True),
        ("los tres casos más antiguos", "cases", True),
        ("cuántos casos hay abiertos", "cases", False),
        ("pendientes por dependencia", "cases", False),
    ],
)
def test_which_are_asked_for_and_not_how_many(text: str, kind: str, lists: bool) -> None:
    question = count_question(Asked(Wanted(kind), times=find_times(text, TODAY).told, text=text))
    assert (question.lists, question.about) == (lists, ())


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("calificaciones bajas", True),
        ("las calificaciones negativas", True),
        ("quién ha calificado mal", True),
        ("¿quiénes nos pusieron mala nota?", True),
        ("a quién califican mal", False),
        ("cuántas calificaciones malas hubo", False),
    ],
)
def test_low_ratings_are_shown_and_not_counted(text: str, lists: bool) -> None:
    question = count_question(Asked(Wanted.RATINGS, text=text))
    assert (question.figure, question.lists) == (Figure.RATED_LOW, lists)


@pytest.mark.parametrize("text", [row[0] for row in cases("troubles")])
def test_a_trouble_of_a_manager_is_a_trouble(understanding: Understanding, text: str) -> None:
    assert understanding.figures.sentence(text, TODAY) is None


def test_no_labelled_trouble_is_taken_for_a_question_of_figures(understanding: Understanding) -> None:
    told = [json.loads(line)["text"] for line in MESSAGES.read_text("utf-8").splitlines()]
    troubles = [text for text in told if request_type_of(text) is RequestType.INCIDENT]
    taken = [text for text in troubles if surely(understanding, text)]
    assert len(troubles) > 100
    assert taken == []


def surely(understanding: Understanding, text: str) -> bool:
    """So sure that the conversation does not look at what else the words may be about."""
    asked = understanding.figures.sentence(text, TODAY)
    return asked is not None and asked.margin >= 0.3


@each_row(("last", "text", "kind", "indicators", "told"), cases("follow_ups"))
def test_what_goes_on(last: str, text: str, kind: str, indicators: str, told: str) -> None:
    before = ORDERS.order(last, TODAY)
    assert before
    asked = ORDERS.follow_up(text, before, TODAY)
    assert (kind, indicators, told) == ("-", "", "") if asked is None else True
    if asked:
        assert (asked.kind, numbers(asked), times(asked)) == (kind, indicators, told)


@each_row(("text", "kind", "figure", "by", "days"), cases("counts"))
def test_what_is_counted(text: str, kind: str, figure: str, by: str, days: str) -> None:
    question = count_question(Asked(Wanted(kind), times=find_times(text, TODAY).told, text=text))
    assert question.figure.name == figure
    assert (question.by.name if question.by else "") == by
    assert (question.days.code if question.days else "") == days


@each_row(("text", "figure", "about", "age", "manner"), cases("narrowed"))
def test_what_it_is_narrowed_to(text: str, figure: str, about: str, age: str, manner: str) -> None:
    asked = count_question(Asked(Wanted.CASES, times=find_times(text, TODAY).told, text=text))
    assert (asked.figure.name, "|".join(asked.about)) == (figure, about)
    assert (f"{'>' if asked.age.is_over else '<'}{asked.age.days}" if asked.age else "") == age
    told = {"strange": asked.is_strange, "duration": asked.is_duration}
    assert [name for name, is_so in told.items() if is_so] == ([manner] if manner else [])


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("cuántos llegaron por teléfono", "call"),
        ("casos por correo electrónico en octubre", "mail"),
        ("los presenciales de hoy", "in_person"),
        ("cuántos por whatsapp", "whatsapp"),
        ("cuántos entraron por el bot", "telegram"),
        ("casos de correo", None),
        ("por qué canal llegan más", None),
    ],
)
def test_by_which_way_they_came(text: str, channel: str | None) -> None:
    question = count_question(Asked(Wanted.CASES, text=text))
    assert [one.key for one in question.told] == ([channel] if channel else [])
    assert (question.by is Split.CHANNEL) == ("canal" in text)


@pytest.mark.parametrize(
    ("text", "figure", "ways"),
    [
        ("cuántos se resolvieron en sitio en octubre", Figure.SOLVED, ["on_site"]),
        ("cuántos casos fueron en sitio", Figure.SOLVED, ["on_site"]),
        ("cuántos resolvimos de manera presencial", Figure.SOLVED, ["on_site"]),
        ("cuántos arreglamos yendo al puesto y cuántos de lejos", Figure.SOLVED, ["remote", "on_site"]),
        ("cuántos casos se atendieron a distancia", Figure.SOLVED, ["remote"]),
        ("cuántos se cerraron por remoto este mes", Figure.SOLVED, ["remote"]),
        ("cuánto se demoran los casos remotos", Figure.SOLVED, ["remote"]),
        ("cuántos llegaron en persona", Figure.RECEIVED, ["in_person"]),
        ("cuántos por correo o por llamada", Figure.RECEIVED, ["call", "mail"]),
    ],
)
def test_how_they_were_solved(text: str, figure: Figure, ways: list[str]) -> None:
    question = count_question(Asked(Wanted.CASES, text=text))
    assert ([one.key for one in question.told], question.about) == (ways, ())
    assert question.figure is figure or question.is_duration


@pytest.mark.parametrize(
    "text", ["cuáles", "¿cuáles fueron?", "y cuáles son", "muéstremelos", "deme esos casos"]
)
def test_which_cases_a_count_was_of(text: str) -> None:
    assert is_which_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "cuáles casos son esos",
        "qué casos lo tumban",
        "muéstreme los casos",
        "qué casos dañan la satisfacción de octubre",
    ],
)
def test_which_cases_a_value_is_made_of(text: str) -> None:
    assert asks_its_cases(text)


@pytest.mark.parametrize(
    "text", ["cuáles casos son de Hacienda", "qué casos resolvió Carla", "cuántos casos son"]
)
def test_other_cases_are_not_those_of_a_value(text: str) -> None:
    assert not asks_its_cases(text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("quién la tomó", True),
        ("¿y a quién despertaron primero?", True),
        ("en cuánto tiempo la atendieron", True),
        ("a qué hora la arreglaron y quién la reportó", True),
        ("cuánto duró", False),
        ("qué otras hubo", False),
    ],
)
def test_what_is_asked_of_an_outage(text: str, asks: bool) -> None:
    assert asks_of_outage(text) is asks


def test_other_words_ask_for_no_cases_of_a_count() -> None:
    assert not is_which_alone("cuáles están en rojo")


@pytest.mark.parametrize(
    ("text", "figure", "by", "told", "days"),
    [
        ("y resueltos cuántos", Figure.SOLVED, None, "call", "20261001-20261031"),
        ("y por agente", Figure.RECEIVED, Split.AGENT, "call", "20261001-20261031"),
        ("y en septiembre", Figure.RECEIVED, None, "call", "20260901-20260930"),
        ("¿y los de sep.?", Figure.RECEIVED, None, "call", "20260901-20260930"),
        ("quién los resolvió", Figure.SOLVED, Split.AGENT, "call", "20261001-20261031"),
        ("y por correo", Figure.RECEIVED, None, "mail", "20261001-20261031"),
        ("y cuántos se resolvieron en sitio", Figure.SOLVED, None, "call|on_site", "20261001-20261031"),
        ("y en total", Figure.RECEIVED, None, "", "20261001-20261031"),
        ("y cuántos siguen pendientes", Figure.BACKLOG, None, "call", "20261001-20261031"),
    ],
)
def test_a_count_goes_on_with_all_that_is_not_told_anew(
    text: str, figure: Figure, by: Split | None, told: str, days: str
) -> None:
    before = "cuántos casos de Hacienda llegaron por llamada en octubre"
    last = Asked(Wanted.CASES, times=find_times(before, TODAY).told, text=before)
    found = further(text, last, TODAY)
    assert found
    question = found.over(count_question(last))
    assert (question.figure, question.by) == (figure, by)
    assert "|".join(str(one.key) for one in question.told) == told
    assert question.days == Days.parse(days)


@pytest.mark.parametrize(
    "text", ["y cómo vamos en la red", "cuántos computadores hay", "gracias", "y cuántos computadores hay"]
)
def test_what_leans_on_no_count(text: str) -> None:
    assert further(text, Asked(Wanted.CASES, text="cuántos casos hubo"), TODAY) is None


def test_what_goes_on_counts_the_same() -> None:
    """«¿Y en octubre?» is of Hacienda's solved ones as well."""
    text = "¿cuántos casos de Hacienda se resolvieron en marzo?"
    before = Asked(Wanted.CASES, times=find_times(text, TODAY).told, text=text)
    asked = ORDERS.follow_up("¿y en octubre?", before, TODAY)
    assert asked
    question = count_question(asked)
    assert (question.figure, question.about) == (Figure.SOLVED, ("hacienda",))
    assert question.days == Days(date(2026, 10, 1), date(2026, 10, 31))


@given(st.text(max_size=80) | st.from_regex(r"[0-9 ,/.\-a-zé¿?]{0,40}"))
def test_nothing_hurts_it(text: str) -> None:
    asked = ORDERS.order(text, TODAY)
    if asked:
        ORDERS.follow_up(text, asked, TODAY)
        count_question(asked)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.from_regex(r"[a-zé0-9 ¿?,.]{0,60}"))
def test_nothing_hurts_the_reader_of_sentences(understanding: Understanding, text: str) -> None:
    asked = understanding.figures.sentence(text, TODAY)
    assert asked is None or asked.text


def test_a_city_without_phrases_of_managers_reads_orders_alone() -> None:
    assert ORDERS.sentence("cómo vamos en soporte remoto", TODAY) is None


def test_a_row_that_cannot_be_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "indicators.yaml").write_text("indicators: [{number: 1, name: Red, owner: Ana}]", "utf-8")
    (tmp_path / "vocabulary" / "indicators.tsv").write_text("indicator\tsaid\n7\tla red\n", "utf-8")
    with pytest.raises(VocabularyError, match=r"indicators.tsv, línea 2: .* corrija esa línea"):
        read_indicator_names(tmp_path)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mándeme el excel de los casos de este mes", True),
        ("los casos de noviembre en excel", True),
        ("exportar noviembre", True),
        ("descargar casos", True),
        ("exportar los indicadores de 2023", False),
        ("no me abre el excel de los casos", False),
        ("pase los casos de Carla a Darío", False),
        ("no puedo exportar el archivo", False),
    ],
)
def test_a_file_of_cases_is_wanted(text: str, wanted: bool) -> None:
    assert wants_file_of_cases(text, of_cases_alone=True) is wanted


@pytest.mark.parametrize(
    ("text", "lists", "of_received"),
    [
        ("cuántos de correo hay sin resolver y desde cuándo", True, False),
        ("cuántos siguen en cola y cuáles son", True, False),
        ("cuántos quedaron sin cerrar en octubre", False, True),
        ("cuáles no se atendieron en octubre", True, True),
        ("cuántos hay pendientes este mes", False, False),
    ],
)
def test_what_was_not_solved_is_of_those_that_came_then(text: str, lists: bool, of_received: bool) -> None:
    question = count_question(Asked(Wanted.CASES, times=find_times(text, TODAY).told, text=text))
    assert (question.figure, question.lists) == (Figure.BACKLOG, lists)
    assert question.of_received is of_received


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("explíqueme el semáforo", ["lights"]),
        ("¿qué quiere decir que esté en amarillo?", ["lights"]),
        ("qué significa eficacia", ["efficacy"]),
        ("la diferencia entre eficacia y eficiencia", ["efficacy", "efficiency"]),
        ("qué es una línea base", ["baseline"]),
        ("para qué sirven las flechas", ["arrows"]),
        ("no entiendo la mediana", ["median"]),
        ("qué es lo que está en rojo", []),
        ("explíqueme por qué bajó tanto y sigue en rojo", []),
        ("cuáles están en verde", []),
    ],
)
def test_a_word_of_the_board_is_explained(text: str, terms: list[str]) -> None:
    assert list(terms_asked(text)) == terms


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("la semana pasada frente a la anterior", "2026-11-09/2026-11-15,2026-11-16/2026-11-22"),
        ("octubre contra agosto", "2026-10,2026-08"),
        ("cómo nos fue en octubre", "2026-10"),
    ],
)
def test_the_stretch_before_the_one_that_is_told(text: str, told: str) -> None:
    found = with_one_before(find_times(text, TODAY).told, fold(text))
    assert ",".join(map(as_written, found)) == told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("esta semana mejor o peor que la pasada", [Figure.RECEIVED, Figure.SOLVED]),
        ("cómo vamos esta semana contra la anterior", [Figure.RECEIVED, Figure.SOLVED]),
        ("entraron más casos en octubre que en septiembre", [Figure.RECEIVED]),
    ],
)
def test_what_is_no_month_is_compared_by_its_cases(text: str, figures: list[Figure]) -> None:
    told = with_one_before(find_times(text, TODAY).told, fold(text))
    asked = as_count(Asked(Wanted.COMPARE, times=told, text=text), TODAY)
    assert (asked.kind, len(asked.times)) == (Wanted.CASES, 2)
    assert [one.figure for one in count_questions(asked)] == figures


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("los de hardware pendientes", "hardware"),
        ("casos de soporte software en octubre", "software"),
        ("casos de impresoras", None),
    ],
)
def test_of_which_kind_they_are(text: str, kind: str | None) -> None:
    told = count_question(Asked(Wanted.CASES, text=text)).told
    assert [one.key for one in told if one.by is Split.KIND] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [("por qué dio 128 en marzo", 128.0), ("el 80 % de diciembre", 80.0), ("qué pasó en 2023", None)],
)
def test_the_value_that_is_spoken_of(text: str, value: float | None) -> None:
    assert value_given(text) == value
