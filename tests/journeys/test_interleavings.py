"""However questions, answers, merges, roles and ends follow each other: words reach whom their author saw named, and nobody
else. A story is drawn from a seed, so that one that fails can be told again."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random

import pytest

from tests.emulator import BotMessage, Person
from tests.emulator.people import Sent
from tests.journeys.desk import RunningDesk

STEPS = 50
PROBLEMS = (
    "no me abre el correo",
    "la impresora no imprime",
    "se cayó el internet en toda la alcaldía, nadie puede trabajar",
)
_NAMED = re.compile(
    r"¿Qué le digo a (\w+)|a (\w+)\? Si quería|· (\w+) (?:agregó|aclara|dijo)|respuesta a (\w+)|🙋 (\w+) ·"
    r"|(\w+) pregunta por"
)
_INSIDE = re.compile(r"Nota interna de|Nota guardada|le asignó|solo para la mesa")
_ALL_READ = re.compile(r"👁 Lo leerán? ([^.\n]+)\.")
NOBODY: frozenset[str] = frozenset()


@dataclass
class Words:
    """What an agent wrote, and whom they saw named where they wrote it."""

    text: str
    author: Person
    named: frozenset[str]
    sent: Sent | None = None


@dataclass
class Story:
    desk: RunningDesk
    draw: Random
    requesters: list[Person]
    agents: list[Person]
    numbers: list[str] = field(default_factory=list)
    written: list[Words] = field(default_factory=list)
    of_requesters: list[tuple[Person, str]] = field(default_factory=list)
    lost: set[int] = field(default_factory=set)
    """Ids of the agents who have no role now."""

    async def begins(self) -> None:
        await self.desk.has_group(*self.agents)
        for person, problem in zip(self.requesters, PROBLEMS, strict=True):
            self.numbers.append(await self.desk.opens_case(person, problem))
        await self._reads_all()
        await self.requesters[1].writes("no hay internet en ninguna oficina, nadie tiene")
        await self.requesters[1].receives("¿Es lo mismo?")
        await self.requesters[1].presses("Sí, es lo mismo")  # the outage hits Beto too
        await self._reads_all()

    async def goes_on(self) -> None:
        deeds: list[Callable[[], Awaitable[None]]] = [
            *[self._asks] * 4,
            *[self._answers] * 7,
            *[self._writes_plainly] * 2,
            *[self._presses_yes] * 2,
            *[self._requester_writes] * 3,
            self._edits,
            self._merges,
            self._changes_role,
            self._ends,
        ]
        for _ in range(STEPS):
            again = [self._changes_role] * (4 if self.lost else 0)
            await self.draw.choice([*deeds, *again])()
            await self._reads_all()
            self._holds()

    # What people do

    async def _asks(self) -> None:
        """An agent presses a button that asks for words, in the group or in private."""
        agent, number = self._agent(), self.draw.choice(self.numbers)
        word = self.draw.choice(["answer", "answer", "note", "annul", "wait"])
        await self._presses(agent, f"ag:{number}:{word}")

    async def _answers(self) -> None:
        """To any message that the agent can still see, newer ones more likely."""
        agent = self._agent()
        in_group = self.draw.random() < 0.5
        seen = [one for one in self._visible(agent, in_group) if "SAUS-" in one.text]
        if not seen:
            return
        message = seen[min(int(self.draw.expovariate(0.3)), len(seen) - 1)]
        words = self._words(agent, self._named_by(message), inside=self.draw.random() < 0.2)
        if in_group:
            words.sent = await agent.writes_in(self.desk.group, words.text, reply_to=message)
        else:
            words.sent = await agent.writes(words.text, reply_to=message)

    async def _writes_plainly(self) -> None:
        """In private, without pointing at anything: it is of what was asked there last, or of nothing."""
        agent = self._agent()
        named = [self._named_by(one) for one in self._visible(agent, False)]
        words = self._words(agent, NOBODY.union(*named))
        words.sent = await agent.writes(words.text)

    async def _presses_yes(self) -> None:
        agent = self._agent()
        asked = [
            one
            for in_group in (True, False)
            for one in self._visible(agent, in_group)
            if "Sí, enviarlo" in one.labels
        ]
        if asked:
            shown = self.draw.choice(asked)
            for words in self.written:
                if words.text in shown.text and words.author is agent:
                    words.named = self._named_by(shown)
            await agent.presses("Sí, enviarlo", shown)

    async def _requester_writes(self) -> None:
        person = self.draw.choice(self.requesters)
        text = f"dato del equipo nuevo {self._mark()}"
        self.of_requesters.append((person, text))
        await person.writes(text, reply_to=self._visible(person, False)[0])

    async def _edits(self) -> None:
        own = [one for one in self.written if one.sent and one.author.id not in self.lost]
        if not own:
            return
        words = self.draw.choice(own)
        changed = self._words(words.author, words.named)
        changed.sent = words.sent
        assert words.sent
        if words.text.startswith("//"):
            changed.named = NOBODY
        await words.author.edits(words.sent, changed.text)

    async def _merges(self) -> None:
        one, other = self.draw.sample(self.numbers, 2)
        await self._presses(self._agent(), f"ag:{one}:merge", in_group=False)
        await self._reads_all()
        shown = next((m for m in self._visible(self.agents[0], False) if "se junta" in m.text), None)
        if shown:
            await self.agents[0].writes(other, reply_to=shown)

    async def _changes_role(self) -> None:
        agent = self.agents[1]
        gives = agent.id in self.lost
        await self.desk.admin.writes(f"/rol {'dar' if gives else 'quitar'} agente {agent.id}")
        self.lost ^= {agent.id}

    async def _ends(self) -> None:
        """Its requester calls it off, or an agent opens it again."""
        number = self.draw.choice(self.numbers)
        await self._presses(self._agent(), f"ag:{number}:{self.draw.choice(['reopen', 'resume', 'release'])}")

    # What all of them need

    async def _presses(self, agent: Person, data: str, in_group: bool | None = None) -> None:
        in_group = self.draw.random() < 0.5 if in_group is None else in_group
        chat = self.desk.group.chat if in_group else agent.chat
        last = max(ref for ref, one in chat.messages.items() if one.from_bot)
        await agent._press(chat, last, "x", data)

    def _agent(self) -> Person:
        return self.draw.choice(self.agents)

    def _mark(self) -> str:
        return f"{self.draw.choice('kmpt')}{self.draw.choice('aeiou')}x-{len(self.written) + len(self.of_requesters):03}"

    def _words(self, author: Person, named: frozenset[str], *, inside: bool = False) -> Words:
        text = f"le cuento que se revisa el asunto {self._mark()}"
        words = Words(f"// {text}" if inside else text, author, NOBODY if inside else named)
        self.written.append(words)
        return words

    def _visible(self, reader: Person, in_group: bool) -> list[BotMessage]:
        """The bot's messages that stand in a chat, as they look now, the newest first."""
        place = self.desk.group if in_group else reader
        latest = {one.message_id: one for one in place.inbox.seen}
        there = [one for ref, one in latest.items() if ref in place.chat.messages]
        return sorted(there, key=lambda one: -one.message_id)

    def _named_by(self, message: BotMessage) -> frozenset[str]:
        """Those who stand in a message as readers of its answer; where nobody does, the one whose case it is."""
        if _INSIDE.search(message.text):
            return NOBODY
        if everybody := _ALL_READ.search(message.text):
            return frozenset(re.split(", | y ", everybody[1]))
        if found := _NAMED.search(message.text):
            return frozenset(filter(None, found.groups()))
        cases = zip(self.numbers, self.requesters, strict=True)
        return frozenset(_name(one) for number, one in cases if number in message.text)

    async def _reads_all(self) -> None:
        await self.desk.settled(*self.requesters, *self.agents, self.desk.admin, self.desk.group)

    def _holds(self) -> None:
        for words in self.written:
            read = self._read_by(words.text.removeprefix("// "))
            assert read <= words.named, f"«{words.text}» was for {set(words.named)} and reached {read}"
        for person, text in self.of_requesters:
            assert self._read_by(text) <= {_name(person)}, f"«{text}» reached another requester"

    def _read_by(self, text: str) -> set[str]:
        return {
            _name(one) for one in self.requesters if any(text in message.text for message in one.inbox.seen)
        }


def _name(person: Person) -> str:
    return str(person.user["first_name"])


@pytest.mark.parametrize("seed", [3, 14, 159])
async def test_words_reach_whom_their_author_saw_named_and_nobody_else(desk: RunningDesk, seed: int) -> None:
    desk.telegram.tolerate_rejections("can't be edited")
    eva = desk.telegram.person(3, "Eva", "eva")
    story = Story(desk, Random(seed), [desk.ana, desk.beto, eva], [desk.carla, desk.dario])
    await story.begins()
    await story.goes_on()
    reached = [one for one in story.written if story._read_by(one.text)]
    assert len(reached) > 2, "the story has to send something"
