"""Telegram's HTML: the cases that Telegram's own library is tested with, and ours."""

import pytest

from .html import HtmlError, parse_html

BAD_UNICODE = "invalid Unicode characters after decoding HTML entities"

REFUSED = [
    ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    ("a <b", "Unclosed start tag at byte offset 2"),
    ("si 1 < 2 > 0", 'Unsupported start tag "" at byte offset 5'),
    ("<<b>x</b>", 'Unsupported start tag "<b" at byte offset 0'),
    ("ñ<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
    ("a<br>b", 'Unsupported start tag "br" at byte offset 1'),
    ("<ana@x.co>", 'Unsupported start tag "ana@x.co" at byte offset 0'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b>x<i>y</b></i>", 'Unmatched end tag at byte offset 8, expected "</i>", found "</b>"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<b>x</b y>", "Unclosed end tag at byte offset 4"),
    ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
    ("<i =x>y</i>", 'Empty attribute name in the tag "i" at byte offset 0'),
    ("🏟<i a = 1,>", "Unexpected end of name token at byte offset 11"),
    ("<i a = ", 'Unclosed start tag "i" at byte offset 0'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("&#xDFDF;", BAD_UNICODE),
]

READ = [
    ("", "", []),
    ("a > b & c", "a > b & c", []),
    ("&lt;&gt;&amp;&quot;&#65;&#x42;", '<>&"AB', []),
    ("&ge;&nbsp;&apos;&#12345678;", "&ge;&nbsp;&apos;&#12345678;", []),
    ("&lt b", "< b", []),
    ("<B>x</b>", "x", [("bold", 0, 1)]),
    ("<b>x</>", "x", [("bold", 0, 1)]),
    ("x<b></b>", "x", []),
    ("🏟<b>ñ🏟</b>", "🏟ñ🏟", [("bold", 2, 3)]),
    ("<i>a<b>b</b></i>", "ab", [("italic", 0, 2), ("bold", 1, 1)]),
    ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
    ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
    ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
    ("<a href='javascript:x'>y</a>", "y", []),
    ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
]


@pytest.mark.parametrize(("source", "complaint"), REFUSED)
def test_what_telegram_refuses(source: str, complaint: str) -> None:
    with pytest.raises(HtmlError) as refused:
        parse_html(source)
    assert complaint in str(refused.value)


@pytest.mark.parametrize(("source", "text", "entities"), READ)
def test_what_telegram_reads(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    read, found = parse_html(source)
    assert read == text
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in found] == entities


@pytest.mark.parametrize("tag", ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre"])
def test_every_simple_tag(tag: str) -> None:
    assert parse_html(f"<{tag}>x</{tag}>")[0] == "x"


def test_what_tags_carry() -> None:
    _, (link,) = parse_html('<a href="https://x.co/?a=1&amp;b=2">y</a>')
    assert link["url"] == "https://x.co/?a=1&b=2"
    _, (emoji,) = parse_html('<tg-emoji emoji-id="54">👍</tg-emoji>')
    assert emoji["custom_emoji_id"] == "54"
    _, (code,) = parse_html('<pre><code class="language-py">x</code></pre>')
    assert code["language"] == "py"
