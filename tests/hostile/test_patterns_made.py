"""Patterns that are made while a message is read, with its verbs and with the names of people: none looks back and forth."""

import asyncio
import re
import sys
from collections.abc import Iterator
from itertools import islice

import pytest

from itgov_bot.domain.people import Role
from tests.hostile.world import World, written
from tests.understanding.test_patterns import slow_for

SAID = (
    "asígnele el 1 a Eustaquio Zambrano y ciérrele el 2 a Zulma, que ya quedó",
    "dígale a Zulma Quiñones que mañana paso por la impresora",
    "tomo el de Zulma y devuélvale el suyo a Eustaquio",
    "los casos de Eustaquio Zambrano sin tomar desde ayer",
    "¿quién está de guardia el sábado por Zulma?",
    "póngale alta al de la impresora de Zulma Quiñones y déjelo en espera hasta el lunes",
    "cámbiele el turno a Eustaquio con Zulma la semana entrante",
    "se cayó el servidor en la sede de Zulma y nadie puede entrar",
    "¿cómo va el indicador 3 de Eustaquio frente al mes pasado?",
    "/mesa zulma quiñones impresora",
)
OF_A_PLACE = 1
"""Those made at one line differ by their words alone."""


class Recorder:
    """What is compiled, by the file and the line that asked for it."""

    def __init__(self) -> None:
        self.made: dict[tuple[str, int], set[re.Pattern[str]]] = {}
        self._compile = re._compile  # type: ignore[attr-defined]

    def __call__(self, pattern: str | re.Pattern[str], flags: int) -> re.Pattern[str]:
        compiled: re.Pattern[str] = self._compile(pattern, flags)
        asked = sys._getframe(2)
        if "itgov_bot" in asked.f_code.co_filename:
            self.made.setdefault((asked.f_code.co_filename, asked.f_lineno), set()).add(compiled)
        return compiled

    def some_of_each(self) -> Iterator[tuple[str, re.Pattern[str]]]:
        for (file, line), patterns in sorted(self.made.items()):
            for one in islice(sorted(patterns, key=lambda each: -len(each.pattern)), OF_A_PLACE):
                yield f"{file}:{line}", one


@pytest.mark.timing
def test_what_is_made_of_a_message_reads_hostile_texts_quickly(
    world: World, runner: asyncio.Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Recorder()
    monkeypatch.setattr(re, "_compile", recorder)
    for said in SAID:
        runner.run(world.done(written(said), None, [Role.AGENT, Role.ADMIN, Role.ON_CALL, Role.MANAGER]))
    monkeypatch.undo()
    assert len(recorder.made) > 5
    assert [(where, slow) for where, one in recorder.some_of_each() if (slow := slow_for(one))] == []
