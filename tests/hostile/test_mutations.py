"""What comes from outside with anything in it changed: an update, a data file, a line of an import: read or refused."""

import io
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs
from telegram import User

from handlers.telegram.receiver import UpdateReceiver
from itgov_bot.channels.telegram import make_bot
from itgov_bot.cli.lines import read_objects
from itgov_bot.messages import Arrival, Event, Incoming
from itgov_bot.reference import DataError
from itgov_bot.reference.agreements import load_agreements
from itgov_bot.reference.canned import load_canned
from itgov_bot.reference.catalog import load_catalog
from itgov_bot.reference.city import load_city
from itgov_bot.reference.everyday import load_everyday
from itgov_bot.reference.first_aid import load_first_aid
from itgov_bot.reference.hours import load_hours
from itgov_bot.reference.indicators import load_indicators
from itgov_bot.reference.processes import load_processes
from itgov_bot.reference.readings import load_readings
from itgov_bot.reference.rota import load_rota
from itgov_bot.understanding import VocabularyError
from itgov_bot.understanding.calibration import read_calibration
from itgov_bot.understanding.figures.kinds import read_managers
from itgov_bot.understanding.inside.kinds import Book, read_books
from itgov_bot.understanding.language.people.personal_data import read_scrubber
from itgov_bot.understanding.services.phrases import read_phrases
from itgov_bot.understanding.words import read_words
from tests.handlers.test_translate import MESSAGES, query
from tests.made import DATA, city

JUNK: list[Any] = [
    None,
    "",
    0,
    -1,
    2**70,
    1.5,
    True,
    [],
    {},
    "\ud800",
    "\x00",
    "²",
    "a" * 5000,
    [{}],
    {"id": {}},
]
FEW = settings(max_examples=max(10, settings().max_examples // 2))


def paths_of(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything in a JSON value."""
    yield path
    parts: Any = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, part in parts:
        yield from paths_of(part, (*path, key))


def changed(value: Any, path: Sequence[Any], junk: object) -> Any:
    """The same with something else at one place; or without it, where the junk is ``Ellipsis``."""
    if not path:
        return {} if junk is ... else junk
    first, *rest = path
    copy = dict(value) if isinstance(value, dict) else list(value)
    if not rest and junk is ...:
        del copy[first]
    else:
        copy[first] = changed(value[first], rest, junk)
    return copy


UPDATES: list[dict[str, Any]] = [
    *({"message": given} for given, _ in MESSAGES.values()),
    {"callback_query": query(data="case:new")},
]


class NoInbox:
    """For what only reads."""

    def open(self, read: Callable[[str], Event | None]) -> None: ...
    async def keep(self, arrivals: Sequence[Arrival]) -> list[Arrival]:
        return list(arrivals)

    async def has_room(self) -> None: ...


@pytest.fixture(scope="module")
def receiver() -> UpdateReceiver:
    bot = make_bot("1:token", "http://127.0.0.1:1/bot")
    bot._bot_user = User(1, "Mesa", is_bot=True, username="mesa_bot")  # as Telegram says it
    return UpdateReceiver(bot, NoInbox())


@given(data=st.data())
def test_an_update_is_read_or_left_out(receiver: UpdateReceiver, data: st.DataObject) -> None:
    update = data.draw(st.sampled_from(UPDATES))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(list(paths_of(update))))
        update = changed(update, path, data.draw(st.sampled_from([*JUNK, ...])))
        if not isinstance(update, dict):
            return
    with capture_logs():  # what is left out is told with its trace
        event = receiver.read(json.dumps({"update_id": 42} | update))
    if isinstance(event, Incoming):
        for said in (event.text, event.pressed or "", event.sender.name, *(one.name for one in event.files)):
            said.encode()


SERVICES = [one.id for one in city().catalog.services]
AGREEMENTS = {name: one.printed for name, one in load_hours(DATA).calendars.items()}
LOADERS: dict[str, Callable[[Path], object]] = {
    "agreements.yaml": load_agreements,
    "city.yaml": load_city,
    "hours.yaml": load_hours,
    "indicators.yaml": lambda folder: load_indicators(folder, city().catalog),
    "processes.yaml": load_processes,
    "rota.yaml": load_rota,
    "readings_2023.csv": lambda folder: load_readings(folder, city().indicators),
    "vocabulary/given_names.yaml": read_scrubber,
    "catalog.yaml": lambda folder: load_catalog(folder, AGREEMENTS),
    "canned.yaml": lambda folder: load_canned(folder, city().catalog),
    "everyday.yaml": lambda folder: load_everyday(folder, city().catalog),
    "first_aid.yaml": lambda folder: load_first_aid(folder, city().catalog),
    "vocabulary/calibration.yaml": read_calibration,
    "vocabulary/managers.tsv": read_managers,
    "vocabulary/phrases/SER-001.tsv": lambda folder: read_phrases(folder, SERVICES),
    **{f"vocabulary/{book}.tsv": read_books for book in Book},
    **{
        f"vocabulary/{file}": lambda folder: read_words(folder, SERVICES)
        for file in (
            "answers.yaml",
            "cues.yaml",
            "figures.yaml",
            "indicators.tsv",
            "outages.yaml",
            "terms.yaml",
        )
    },
}
BITS = st.sampled_from(
    (
        *(
            "",
            ":",
            "- ",
            "{",
            "[",
            "'",
            "&a *a",
            "!!python/object:os.system x",
            "\x00",
            "²",
            "9" * 20,
            "null",
        ),
        *("2026-02-30", "\ud7ff", "  ", "\t", "%", "-1", "<b>", ",,,", "é" * 500),
    )
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(DATA, tmp_path_factory.mktemp("data") / "data"))


@FEW
@given(name=st.sampled_from(sorted(LOADERS)), data=st.data())
def test_a_data_file_is_read_or_refused_with_a_line(folder: Path, name: str, data: st.DataObject) -> None:
    original = (DATA / name).read_text("utf-8")
    at, length = data.draw(st.integers(0, len(original))), data.draw(st.integers(0, 30))
    mutated = original[:at] + data.draw(BITS) + original[at + length :]
    (folder / name).write_text(mutated, "utf-8")
    told = name
    try:
        LOADERS[name](folder)
    except (DataError, VocabularyError) as refused:
        told = str(refused)
    (folder / name).write_text(original, "utf-8")
    assert name.rpartition("/")[2] in told


LINES = st.binary(max_size=40) | st.sampled_from((b'{"id": 1, "text": "a"}', b"[" * 99_999, b'{"id": 1}'))


@FEW
@given(lines=st.lists(LINES, max_size=4))
def test_a_line_of_an_import_is_read_or_refused(lines: list[bytes]) -> None:
    code = 2
    try:
        for _, one in read_objects(io.BytesIO(b"\n".join(lines)), "text"):
            assert isinstance(one["text"], str)
    except typer.Exit as refused:
        code = refused.exit_code
    assert code == 2


@pytest.mark.parametrize("name", LOADERS)
def test_as_it_is_each_is_read(name: str) -> None:
    LOADERS[name](DATA)


def test_every_file_of_data_that_is_read_is_tried() -> None:
    files = {
        str(file.relative_to(DATA)) for file in DATA.rglob("*") if file.suffix in (".yaml", ".tsv", ".csv")
    }
    alike = {name for name in files if name.startswith(("vocabulary/phrases/", "printed/"))}
    assert files - alike <= set(LOADERS) <= files
