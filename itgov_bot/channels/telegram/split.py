"""Cuts a text that is too long for one Telegram message, without losing a character or a tag. Pure."""

from collections.abc import Sequence

from itgov_bot.channels.markup import Token, plain_text, tokens, utf16_length, visible_length

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_BORDERS = ("\n\n", "\n", " ")


def split_html(html: str, limit: int = TEXT_LIMIT) -> list[str]:
    """Parts of at most `limit` visible UTF-16 units, cut at paragraphs, lines or words where possible.

    Tags open at a cut are closed there and opened again. Only blank parts are dropped: Telegram
    refuses them.
    """
    if utf16_length(html) <= limit or visible_length(html) <= limit:  # what is shown is never longer
        return [html]
    rest, parts, opened = list(tokens(html)), [], list[Token]()
    while rest:
        cut = _cut(rest, limit)
        part, opened = _rendered(rest[:cut], opened)
        rest = rest[cut:]
        if plain_text(part).strip():
            parts.append(part)
    return parts or [""]


def _cut(given: Sequence[Token], limit: int) -> int:
    """How many tokens go into the next part. A border in its first half would leave it too short."""
    reach = _reach(given, limit)
    if reach == len(given):
        return reach
    shown = [index for index in range(reach) if given[index].text]
    text = "".join(given[index].text for index in shown)
    for border in _BORDERS:
        end = text.rfind(border) + len(border)
        if end > len(text) // 2:
            return shown[end - 1] + 1
    return reach


def _reach(given: Sequence[Token], limit: int) -> int:
    used = 0
    for index, token in enumerate(given):
        used += utf16_length(token.text)
        if used > limit:
            return max(index, 1)
    return len(given)


def _rendered(given: Sequence[Token], inherited: Sequence[Token]) -> tuple[str, list[Token]]:
    """The part as HTML, and the tags that its end leaves open."""
    opened = list(inherited)
    for token in given:
        if token.opens:
            opened.append(token)
        elif token.closes and opened and opened[-1].opens == token.closes:
            opened.pop()
    pieces = [*(tag.source for tag in inherited), *(token.source for token in given)]
    return "".join([*pieces, *(f"</{tag.opens}>" for tag in reversed(opened))]), opened
