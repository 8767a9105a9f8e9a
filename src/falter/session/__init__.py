"""One performance under control: advance it, act in it, keep it, go back in it, branch from it."""

from falter.session.session import Session

__all__ = ["Session"]
