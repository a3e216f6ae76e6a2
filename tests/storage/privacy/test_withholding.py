"""What somebody is known by goes from the words of a message: its keys, its data and what is everybody's stay."""

import json
from dataclasses import replace

import pytest

from itgov_bot.domain.people import Person
from itgov_bot.replies import Choice, Reply
from itgov_bot.storage.privacy.withholding import WITHHELD, Words, without, words_of
from itgov_bot.storage.sending.outbox_items import ReplyItem, TopicItem, WebhookItem

ZULEMA = Person(
    7, "telegram", "7", "Zulema Quiñonez <de> Ríos", "7", "zulema_q", "Hacienda", "3104445566", email="z@x.co"
)


def words(person: Person = ZULEMA, *contacts: str, common: tuple[str, ...] = ()) -> Words:
    return words_of(person, contacts, common)


def left_of(reply: Reply, known: Words) -> Reply:
    return Reply.from_json(without("reply", ReplyItem(reply).to_body(), known.in_own_cases))


@pytest.mark.parametrize("said", ["{}", "Abrió: {}.", "<b>{}</b>\n«ayuda»", "({})"])
@pytest.mark.parametrize(
    "shown", ["Zulema Quiñonez &lt;de&gt; Ríos", "@zulema_q", "3104445566", "z@x.co", "Zulema Quiñon…"]
)
def test_it_goes_wherever_it_stands(said: str, shown: str) -> None:
    assert left_of(Reply(said.format(shown)), words()).text == said.format(WITHHELD)


@pytest.mark.parametrize(
    "said",
    [
        '<a href="tg://user?id=3104445566">llamar</a>',
        "SAUS-2026-3104445566",
        "Zulema no vino",
        "en Hacienda",
        "otro@zulema_q",
        "@zulema_qr",
    ],
)
def test_what_is_no_word_of_theirs_stays(said: str) -> None:
    assert left_of(Reply(said), words()).text == said


def test_buttons_lose_their_words_and_keep_their_data() -> None:
    reply = Reply("¿Es ella?", (Choice("Zulema Quiñonez <de>…", "person:3104445566", "yes"),))
    assert left_of(reply, words()).choices == (Choice(WITHHELD, "person:3104445566", "yes"),)


@pytest.mark.parametrize("name", ["text", "choices", "label data", "caso", "null, "])
def test_whatever_a_name_is_a_message_stays_one(name: str) -> None:
    told = Reply("El caso: text y choices", (Choice("Abrir", "ticket:1"),), columns=2, card="ticket:1")
    assert left_of(told, words(replace(ZULEMA, name=name, contact=name))) == told


def test_nobody_is_known_by_what_is_of_the_city() -> None:
    person = replace(ZULEMA, name="secretaría de hacienda")
    told = Reply("En la Secretaría de Hacienda, secretaría de hacienda")
    assert left_of(told, words(person, common=("Secretaría de Hacienda",))) == told


def test_facts_for_programs_and_titles_lose_it_too() -> None:
    known = words(ZULEMA, "ext. 4321").in_own_cases
    body = json.dumps({"3104445566": "k", "ticket": {"contact": "ext. 4321", "n": [4321, "@zulema_q"]}})
    left = json.loads(without("webhook", WebhookItem(body).to_body(), known))
    assert left == {"3104445566": "k", "ticket": {"contact": WITHHELD, "n": [4321, WITHHELD]}}
    topic = TopicItem("SAUS-1 · @zulema_q", closed=True)
    assert TopicItem.from_body(without("topic", topic.to_body(), known)) == replace(
        topic, title=f"SAUS-1 · {WITHHELD}"
    )


@pytest.mark.parametrize("body", ["", "{", '{"(borrado)": "@zulema_q"}', "[1]"])
@pytest.mark.parametrize("kind", ["reply", "topic", "menu", "of a later version"])
def test_what_cannot_be_read_is_left_alone(kind: str, body: str) -> None:
    assert without(kind, body, words().in_own_cases) == body
