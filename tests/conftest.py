"""Shared by all tests: properties are checked for what holds, not for how fast a loaded machine is."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("desk", deadline=None)
settings.load_profile("desk")
