"""From a performance to what a person reads: prose close to one mind, a screenplay, a timeline, the inner life, plain values."""

from falter.narrate.closeness import prose
from falter.narrate.inner import inner
from falter.narrate.prose import Paragraph, Prose, Sentence
from falter.narrate.record import as_json
from falter.narrate.script import script
from falter.narrate.timeline import timeline

__all__ = ["Paragraph", "Prose", "Sentence", "as_json", "inner", "prose", "script", "timeline"]
