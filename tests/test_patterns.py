"""A pattern is compiled when it is first asked, and then is as any other."""

import re

from itgov_bot.patterns import Uncompiled, regex


def is_compiled(pattern: object) -> bool:
    try:
        return bool(object.__getattribute__(pattern, "_compiled"))
    except AttributeError:
        return False


def test_it_is_compiled_by_the_first_search_alone() -> None:
    pattern = regex(r"(?P<what>correo|red)")
    assert isinstance(pattern, Uncompiled)
    assert not is_compiled(pattern)
    assert [found["what"] for found in pattern.finditer("correo y red")] == ["correo", "red"]
    assert is_compiled(pattern)


def test_it_does_what_a_compiled_one_does() -> None:
    ours, theirs = regex(r"(no) abre", re.IGNORECASE), re.compile(r"(no) abre", re.IGNORECASE)
    assert ours.sub("x", "NO abre") == theirs.sub("x", "NO abre")
    assert ours.split("y NO abre ya") == theirs.split("y NO abre ya")
    assert (ours.pattern, ours.flags, ours.groups) == (theirs.pattern, theirs.flags, theirs.groups)
    assert (ours == regex(ours.pattern, re.IGNORECASE), ours == regex(ours.pattern)) == (True, False)
    found = ours.fullmatch("no abre")
    assert found
    assert found.re.pattern == ours.pattern
