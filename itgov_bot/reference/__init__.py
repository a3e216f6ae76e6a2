"""Loads and checks `data/`: `load(folder)` gives a `Reference` or raises `DataError`. For app and the CLI."""

from .load import load
from .model import Reference, SupportHours
from .problems import DataError, Problem

__all__ = ["DataError", "Problem", "Reference", "SupportHours", "load"]
