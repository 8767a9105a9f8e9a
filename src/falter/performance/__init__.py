"""Performances and what is kept of them."""

from falter.performance.event import Event
from falter.performance.perform import Intervention, perform
from falter.performance.trace import StateRow, Trace

__all__ = ["Event", "Intervention", "StateRow", "Trace", "perform"]
