"""Text to model and back: the reader, the printer, the lossless tree, and the other forms of the same scene."""

from falter.scene.reader import Reading, read

__all__ = ["Reading", "read"]
