"""What somebody is known by taken out of what others read: in the words of a message, never in its keys or its data.

People choose their names themselves. Only what can hardly be anything else is looked for: a name of two words, a user
name, a number, a mailbox; never the name of something of the city.
"""

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape

from itgov_bot.domain.people import Person
from itgov_bot.patterns import regex
from itgov_bot.replies import MAX_LABEL, Choice, Reply
from itgov_bot.storage.sending.outbox_items import MenuItem, ReplyItem, TopicItem, UnreadableItem, read_item

WITHHELD = "(borrado)"
MIN_NAME = 6
"""Characters of a name, which has two words at least."""
MIN_DIGITS = 4
"""Of a number by which somebody is reached."""
STEM = 8
"""Characters of a name that are left of it, at least, where a button was too short for it."""


@dataclass(frozen=True)
class Words:
    """What somebody is known by. `told` stands in messages about their cases alone: a number may be many people's."""

    own: frozenset[str]
    told: frozenset[str] = frozenset()

    @cached_property
    def everywhere(self) -> re.Pattern[str] | None:
        return _pattern(self.own)

    @cached_property
    def in_own_cases(self) -> re.Pattern[str] | None:
        return _pattern(self.own | self.told)

    @property
    def stems(self) -> set[str]:
        """Each of these is in every stored body that any of `own` is in, whole or clipped."""
        begun = {one[:STEM] for one in self.own}
        return {_in_json(shown) for one in begun for shown in (one, escape(one, quote=False))}


def words_of(person: Person, contacts: Iterable[str], common: Collection[str]) -> Words:
    """`common` are names of the city's own, by which nobody is known, whatever they call themselves."""
    known = {one.casefold() for one in common}
    own = {f"@{person.username}"} if person.username else set()
    own |= {one for one in (person.name, person.email or "") if _is_name(one) or "@" in one}
    told = {one for one in (person.contact or "", *contacts) if _reaches(one)}
    return Words(
        frozenset(one for one in own if one.casefold() not in known),
        frozenset(one for one in told if one.casefold() not in known),
    )


def without(kind: str, body: str, words: re.Pattern[str] | None) -> str:
    """The body of an item of the outbox without them; as it is where there is nothing to take, or it cannot be read."""
    item = read_item(kind, body)
    if words is None:
        return body
    if isinstance(item, ReplyItem):
        said = _said_without(item.reply, words)
        return body if said == item.reply else ReplyItem(said).to_body()
    if isinstance(item, TopicItem):
        return replace(item, title=_taken(item.title, words)).to_body()
    return body if isinstance(item, MenuItem | UnreadableItem) else _data_without(body, words)


def in_values(kept: object, words: re.Pattern[str]) -> object:
    """The same JSON value without them in its strings; the keys stay."""
    if isinstance(kept, str):
        return _taken(kept, words)
    if isinstance(kept, list):
        return [in_values(one, words) for one in kept]
    if isinstance(kept, dict):
        return {key: in_values(one, words) for key, one in kept.items()}
    return kept


def _is_name(text: str) -> bool:
    return len(text) >= MIN_NAME and len(text.split()) > 1


def _reaches(text: str) -> bool:
    return "@" in text or sum(one.isdigit() for one in text) >= MIN_DIGITS


def _pattern(words: Collection[str]) -> re.Pattern[str] | None:
    """Whole words, escaped for HTML or not, or clipped; a tag is met as a whole, so that nothing in it is changed."""
    shown = {form for one in words for form in (one, escape(one, quote=False))}
    clipped = {f"{form[:end]}…" for form in shown for end in range(STEM, min(len(form), MAX_LABEL))}
    whole = "|".join(map(re.escape, sorted(shown, key=len, reverse=True)))
    begun = "|".join(map(re.escape, sorted(clipped, key=len, reverse=True)))
    ways = rf"(?<![\w-])(?:(?:{whole})(?![\w-])" + (f"|(?:{begun})" if begun else "") + ")"
    return regex(rf"(?P<tag></?[a-z][^>]*>)|{ways}") if shown else None


def _taken(text: str, words: re.Pattern[str]) -> str:
    return words.sub(lambda found: found["tag"] or WITHHELD, text)


def _said_without(reply: Reply, words: re.Pattern[str]) -> Reply:
    choices = tuple(Choice(_taken(one.label, words), one.data, one.answers) for one in reply.choices)
    return replace(reply, text=_taken(reply.text, words), choices=choices)


def _data_without(body: str, words: re.Pattern[str]) -> str:
    try:
        return _in_whole_json(in_values(json.loads(body), words))
    except ValueError:
        return body


def _in_whole_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _in_json(text: str) -> str:
    """As it stands within a string of JSON."""
    return _in_whole_json(text)[1:-1]
