"""Replies are kept as JSON until they leave: they come back whole, also those written by an older version."""

import json

from itgov_bot.messages import Chart, Choice, Export, Outgoing, Reply

REPLIES = (
    Reply("¿Sí o no?", (Choice("Enviar", "send", answers="yes"), Choice("Volver", "back"))),
    Reply("", attachment=Outgoing("a/b.pdf", "b.pdf"), card="ticket:1", columns=2),
    Reply("", chart=Chart("t", ("ene",), (None,), "%", 95, "t.png")),
    Reply("", export=Export("csv", "casos.csv", states=("closed",))),
)


def test_a_reply_comes_back_as_it_was() -> None:
    for reply in REPLIES:
        assert Reply.from_json(reply.to_json()) == reply


def test_a_choice_of_an_older_version_answers_nothing() -> None:
    raw = json.loads(Reply("¿Qué?", (Choice("Sí", "y"),)).to_json())
    del raw["choices"][0]["answers"]
    assert Reply.from_json(json.dumps(raw)).choices == (Choice("Sí", "y"),)
