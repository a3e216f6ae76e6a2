"""Whatever data somebody without a role forges for a button: an answer, nothing of others in it, and nothing changed."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itgov_bot.actions import Action
from itgov_bot.domain.people import Role
from itgov_bot.messages import Sender
from tests.conversation.test_buttons import VERBS
from tests.hostile.world import ANA, MARKED, OUTSIDER, World, in_world, pressed

NUMBERS = (
    "SAUS-2026-000001",
    "SAUS-2026-000002",
    "SAUS-2026-000009",
    "SAUS-2026-²",
    "1",
    "0",
    "99999999999999999999",
    "²",
)
WORDS = sorted(
    {verb for verbs in VERBS.values() for verb in verbs}
    | set(Role)
    | {"SER-004", "put", "give", "all", "open"}
)
PARTS = st.sampled_from((*NUMBERS, *WORDS, "", "\ud800", "\u202e", "😀", "'; --")) | st.text(max_size=8)
TAILS = st.lists(PARTS, max_size=4).map(":".join)
OFTEN = settings(max_examples=2 * settings().max_examples)
"""Of the profile: a press is quickly done."""


@st.composite
def presses(draw: st.DrawFn) -> str:
    """Data that begins with a word of the grammar, often with the number of a case or a verb of its own behind it."""
    word = draw(st.sampled_from([*Action, "zz", ""]))
    verbs = st.sampled_from(sorted(VERBS.get(Action(word), ())) or [""]) if word in set(Action) else PARTS
    tail = draw(
        st.tuples(st.sampled_from(NUMBERS), verbs | PARTS).map(":".join)
        | st.tuples(verbs, PARTS).map(":".join)
        | TAILS
    )
    return f"{word}:{tail}"


def fits(data: str) -> bool:
    return 1 <= len(data.encode(errors="replace")) <= 64


@OFTEN
@given(data=presses(), held=st.integers(0, 1))
def test_a_forged_press_is_answered_and_does_nothing(
    world: World, runner: asyncio.Runner, data: str, held: int
) -> None:
    if not fits(data):
        return
    said, changed = in_world(world, runner)(pressed(data), world.held[held])
    assert said, f"{data!r} is met with silence"
    assert not changed, data
    assert not [one for one in MARKED if one.lower() in " ".join(said).lower()], data


@OFTEN
@given(
    data=presses(), by=st.sampled_from((ANA, OUTSIDER)), role=st.sampled_from(Role), held=st.integers(0, 4)
)
def test_a_nonsense_press_of_somebody_with_a_role_is_answered(
    world: World, runner: asyncio.Runner, data: str, by: Sender, role: Role, held: int
) -> None:
    """They may do things, but nothing fails and nothing is met with silence."""
    if fits(data):
        said, _ = in_world(world, runner)(pressed(data, by), world.held[held], {role})
        assert said, f"{data!r} is met with silence"


@pytest.mark.parametrize("action", Action)
def test_every_verb_of_every_word(world: World, runner: asyncio.Runner, action: Action) -> None:
    """The grammar itself, on the case of somebody else: in private, with a form left over from a former role, in a group."""
    do = in_world(world, runner)
    verbs = sorted(VERBS.get(action, ())) or [""]
    for verb in verbs:
        for data in (f"{action}:{world.new}:{verb}", f"{action}:{verb}:{world.solved}"):
            for incoming, form in (
                (pressed(data), None),
                (pressed(data), world.held[1]),
                (pressed(data, in_group=True), None),
            ):
                said, changed = do(incoming, form)
                assert said or incoming.is_group, f"{data!r} is met with silence"
                assert not changed, data
                assert not [one for one in MARKED if one.lower() in " ".join(said).lower()], data
