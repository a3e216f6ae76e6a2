"""Replies are kept as JSON until they leave: they come back whole, also those written by an older version."""

import json
from pathlib import Path

import pytest

from itgov_bot.replies import Bar, Chart, Choice, Export, NeverDelivered, Outgoing, Panel, Reply, Report

REPLIES = (
    Reply("¿Sí o no?", (Choice("Enviar", "send", answers="yes"), Choice("Volver", "back"))),
    Reply("", attachment=Outgoing("a/b.pdf", "b.pdf"), card="ticket:1", columns=2),
    Reply("", chart=Chart("t", "t.png", (Panel("t", (Bar("ene"),), "%", 95),), is_dark=True)),
    Reply("", report=Report("pdf", "indicadores-2026.pdf", 2026)),
    Reply("", export=Export("csv", "casos.csv", states=("closed",))),
)


def test_a_reply_comes_back_as_it_was() -> None:
    for reply in REPLIES:
        assert Reply.from_json(reply.to_json()) == reply


def test_a_choice_of_an_older_version_answers_nothing() -> None:
    raw = json.loads(Reply("¿Qué?", (Choice("Sí", "y"),)).to_json())
    del raw["choices"][0]["answers"]
    assert Reply.from_json(json.dumps(raw)).choices == (Choice("Sí", "y"),)


def test_a_chart_of_an_older_version_has_nothing_to_draw() -> None:
    old = {"title": "t", "labels": ["ene"], "values": [1.0], "unit": "%", "target": 95, "file_name": "t.png"}
    assert Reply.from_json(json.dumps({"text": "hola", "chart": old})).chart == Chart("t", "t.png")


def test_an_attachment_is_looked_for_in_its_folder() -> None:
    whole = Reply("", attachment=Outgoing("aa/b.pdf", "b.pdf")).with_attachment_in(Path("/files"))
    assert whole.attachment == Outgoing("/files/aa/b.pdf", "b.pdf")


@pytest.mark.parametrize("path", ["/etc/passwd", "../itgov.db", "aa/../../itgov.db"])
def test_an_attachment_never_leads_out_of_its_folder(path: str) -> None:
    with pytest.raises(NeverDelivered):
        Reply("", attachment=Outgoing(path, "b.pdf")).with_attachment_in(Path("/files"))
