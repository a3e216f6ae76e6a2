"""Cases as rules: how a number is written, which moves there are, which files are taken and under which name."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.domain.tickets.files import MAX_NAME, FileProblem, ending, problem_with, safe_name
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed, after, allowed
from itgov_bot.domain.tickets.ticket import LIVE, State, format_number, parse_number
from itgov_bot.messages import FileKind
from tests.rows import each_row


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("SAUS-2026-000123", "SAUS-2026-000123"),
        ("saus-2026-123", "SAUS-2026-000123"),
        ("  Saus 2026 123 \n", "SAUS-2026-000123"),
        ("SAUS_2025_7", "SAUS-2025-000007"),
        ("SAUS2026000123", "SAUS-2026-000123"),
        ("2026-123", "SAUS-2026-000123"),
        ("2025-000123", "SAUS-2025-000123"),
        ("saus-123", "SAUS-2026-000123"),
        ("#123", "SAUS-2026-000123"),
        ("# 123", "SAUS-2026-000123"),
        ("123", "SAUS-2026-000123"),
        ("caso 123", "SAUS-2026-000123"),
        ("estado caso número 123", "SAUS-2026-000123"),
        ("ticket SAUS-2026-000123", "SAUS-2026-000123"),
        ("2026", "SAUS-2026-002026"),  # alone it is a sequence: whoever asks decides whether one is expected
        ("0", None),
        ("#0", None),
        ("", None),
        ("saus", None),
        ("#", None),
        ("1234567", None),
        ("SAUS-2026-1234567", None),
        ("SAUS-1999-000123", None),
        ("300 123 4567", None),
        ("12.5", None),
        ("-123", None),
        ("necesito 3 mouse", None),
        ("SAUS-2026-000123 sigue igual", None),
    ],
)
def test_the_number_somebody_wrote(text: str, number: str | None) -> None:
    assert parse_number(text, 2026) == number


@given(st.integers(2000, 2099), st.integers(1, 999_999))
def test_a_number_is_written_and_read_alike(year: int, sequence: int) -> None:
    number = format_number(year, sequence)
    assert parse_number(number, 1) == number


# From each state: the moves, in the order of Move, and where they lead.
ENDED = {Move.REOPEN: State.REOPENED}
OPEN = {Move.RESOLVE: State.RESOLVED, Move.CANCEL: State.CANCELLED, Move.MERGE: State.CLOSED}
TAKEN = OPEN | {Move.ASSIGN: State.ASSIGNED, Move.WAIT: State.WAITING, Move.RELEASE: State.NEW}
LIFE: dict[State, dict[Move, State]] = {
    State.NEW: OPEN | {Move.TAKE: State.IN_PROGRESS, Move.ASSIGN: State.ASSIGNED},
    State.ASSIGNED: TAKEN | {Move.TAKE: State.IN_PROGRESS, Move.TAKE_OVER: State.IN_PROGRESS},
    State.IN_PROGRESS: TAKEN | {Move.TAKE_OVER: State.IN_PROGRESS},
    State.WAITING: OPEN
    | {Move.TAKE_OVER: State.WAITING}
    | {Move.ASSIGN: State.WAITING, Move.RESUME: State.IN_PROGRESS, Move.RELEASE: State.NEW},
    State.REOPENED: TAKEN | {Move.TAKE: State.IN_PROGRESS, Move.TAKE_OVER: State.IN_PROGRESS},
    State.RESOLVED: ENDED | {Move.CLOSE: State.CLOSED},
    State.CLOSED: ENDED,
    State.CANCELLED: {},
}


@each_row(("state", "move"), product(State, Move))
def test_the_life_of_a_case(state: State, move: Move) -> None:
    to = LIFE[state].get(move)
    assert allowed(move, state) is (to is not None)
    if to is not None:
        assert after(move, state) is to
        return
    with pytest.raises(MoveNotAllowed) as refused:
        after(move, state)
    assert (refused.value.move, refused.value.state) == (move, state)


def test_somebody_owes_something_exactly_while_it_can_be_resolved() -> None:
    assert {state for state in State if allowed(Move.RESOLVE, state)} == LIVE


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("informe.pdf", "document", "informe.pdf"),
        ("Señal año 2026 (1).PDF", "document", "Señal año 2026 (1).PDF"),
        ("C:\\Users\\ana\\foto.jpg", "photo", "foto.jpg"),
        ("../../etc/passwd", "document", "passwd"),
        ("..", "document", "archivo"),
        (".bashrc", "document", "bashrc"),
        ("", "photo", "foto.jpg"),
        ("", "voice", "nota-de-voz.ogg"),
        ("/", "document", "archivo"),
        ("a\x00b\r\nc\t.txt", "document", "abc.txt"),
        ("foto\u202egpj.exe", "photo", "fotogpj.exe"),  # shown from right to left it would read "fotoexe.jpg"
        ("virus.exe. . ", "document", "virus.exe"),
        ("vi\u200brus.ex\u200be", "document", "virus.exe"),
        ('<b>"x"|?*:</b>.txt', "document", "b.txt"),
        ("😀.png", "photo", "😀.png"),
        ("x" * 200 + ".pdf", "document", "x" * (MAX_NAME - 4) + ".pdf"),
    ],
)
def test_under_which_name_a_file_is_kept(name: str, kind: FileKind, shown: str) -> None:
    assert safe_name(name, kind) == shown


@given(st.text(), st.sampled_from(["photo", "document", "voice"]))
def test_a_name_never_leads_out_of_its_folder(name: str, kind: FileKind) -> None:
    kept = safe_name(name, kind)
    assert 1 <= len(kept) <= MAX_NAME
    assert not set(kept) & set('/\\\0\n\r<>"')
    assert kept not in (".", "..")


@pytest.mark.parametrize(
    ("name", "size", "problem"),
    [
        ("informe.pdf", 100, None),
        ("informe.pdf", None, None),  # the channel does not say; it is counted while it is fetched
        ("informe.pdf", 101, "too_big"),
        ("informe.pdf", 0, "empty"),
        ("virus.exe", 10, "not_taken"),
        ("VIRUS.EXE", 10, "not_taken"),
        ("factura.pdf.exe", 10, "not_taken"),
        ("virus.exe  ", 10, "not_taken"),
        ("macro.vbs", 10, "not_taken"),
        ("virus.exe", 101, "too_big"),
        ("exe", 10, None),
        ("comunicado.docx", 10, None),
        ("sin-terminación", 10, None),
    ],
)
def test_which_files_are_taken(name: str, size: int | None, problem: FileProblem | None) -> None:
    assert problem_with(name, size, 100) == problem


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.PDF", "pdf"),
        ("a.tar.gz", "gz"),
        ("a", ""),
        ("a.", ""),
        (".", ""),
        ("a.ñ", ""),
        ("a.toolongending", ""),
    ],
)
def test_the_ending_of_a_name(name: str, found: str) -> None:
    assert ending(name) == found
