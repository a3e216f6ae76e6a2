"""Cutting long texts: nothing is lost, every part fits, and every part is HTML that Telegram takes."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.channels.markup import plain_text, utf16_length, visible_length
from itgov_bot.channels.telegram.split import split_html
from tests.emulator.html import parse_html

TEXTS = st.text(alphabet=st.sampled_from("ab cñ\n<>&\"'😀"), max_size=40).map(escape)
HTML = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["b", "i", "code"]), inner).map(lambda t: f"<{t[0]}>{t[1]}</{t[0]}>"),
        st.lists(inner, max_size=6).map("".join),
    ),
    max_leaves=25,
)


def telegrams_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def marked(html: str) -> list[tuple[str, frozenset[str]]]:
    """Every character that is no white space, with how it is marked, in Telegram's own reading."""
    text, entities = parse_html(html)
    units = text.encode("utf-16-le")
    marks = [
        frozenset(e["type"] for e in entities if e["offset"] <= at < e["offset"] + e["length"])
        for at in range(len(units) // 2)
    ]
    shown, at = [], 0
    for character in text:
        if not character.isspace():
            shown.append((character, marks[at]))
        at += telegrams_length(character)
    return shown


@given(HTML, st.integers(2, 60))
def test_every_part_fits_and_no_character_or_mark_is_lost(html: str, limit: int) -> None:
    parts = split_html(html, limit)
    assert all(visible_length(part) <= limit for part in parts)
    assert [one for part in parts for one in marked(part)] == marked(html)


@given(HTML, st.integers(2, 60))
def test_only_white_space_between_parts_is_lost(html: str, limit: int) -> None:
    parts = [plain_text(part) for part in split_html(html, limit)]
    assert "".join("".join(parts).split()) == "".join(plain_text(html).split())


@given(st.text(max_size=120), st.integers(2, 50))
def test_any_text_at_all_can_be_cut(text: str, limit: int) -> None:
    parts = split_html(text, limit)
    assert all(visible_length(part) <= limit for part in parts)


@given(HTML)
def test_what_shows_is_what_telegram_would_show(html: str) -> None:
    text, _ = parse_html(html)
    assert plain_text(html) == text
    assert visible_length(html) == telegrams_length(text)


@given(st.text())
def test_lengths_are_telegrams(text: str) -> None:
    assert utf16_length(text) == telegrams_length(text)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("a &lt;b&gt; &amp; &quot;c&quot;", 'a <b> & "c"'),
        ("&#39;x&#x27;", "'x'"),
        ("&nbsp; &ltx;", "&nbsp; &ltx;"),
        ("2 < 3 y <juan> dijo", "2 < 3 y <juan> dijo"),
        ('<a href="https://x.co">enlace</a>', "enlace"),
        ("<B>fuerte</B>", "fuerte"),
        ("&#0;&#xD800;", "&#0;&#xD800;"),
    ],
)
def test_what_shows(html: str, shown: str) -> None:
    assert plain_text(html) == shown


def test_a_short_text_is_left_as_it_is() -> None:
    assert split_html("<b>hola</b>\n\nmundo") == ["<b>hola</b>\n\nmundo"]


def test_paragraphs_are_better_than_lines_and_lines_than_words() -> None:
    assert split_html("uno dos\n\ntres\ncuatro", 14) == ["uno dos\n\n", "tres\ncuatro"]
    assert split_html("uno dos\ntres cuatro", 14) == ["uno dos\n", "tres cuatro"]
    assert split_html("uno dos tres cuatro", 14) == ["uno dos tres ", "cuatro"]


def test_a_border_far_back_does_not_leave_a_tiny_part() -> None:
    assert split_html("a\n\n" + "b" * 18, 10) == ["a\n\n" + "b" * 7, "b" * 10, "b"]


def test_open_tags_are_closed_and_opened_again() -> None:
    html = '<b>uno <i>dos tres</i></b> <a href="https://x.co">cuatro</a>'
    assert split_html(html, 9) == [
        "<b>uno <i>dos </i></b>",
        "<b><i>tres</i></b> ",
        '<a href="https://x.co">cuatro</a>',
    ]


def test_a_text_of_nothing_but_white_space_is_one_empty_part() -> None:
    assert split_html(" " * 30, 10) == [""]
