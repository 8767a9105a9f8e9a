"""Everyday words that are no words of the language, and the word that says it: what spelling can't tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from falter.diagnostics.nearest import nearest, offer

MEANT: Final[dict[str, tuple[str, ...]]] = {
    "fear": ("anxiety", "anxious", "afraid", "worry", "worried", "panic", "scared", "frightened", "nervous", "alarm", "horror"),
    "sadness": ("sad", "unhappy", "misery", "melancholy", "depressed", "lonely", "loneliness"),
    "grief": ("loss", "bereavement"),
    "anger": ("angry", "fury", "furious", "irritation", "annoyed", "annoyance", "irritated", "frustration"),
    "joy": ("happy", "happiness", "glad", "gladness", "delight", "amusement"),
    "shame": ("embarrassment", "embarrassed", "ashamed", "humiliation"),
    "guilt": ("guilty", "regret", "sorry"),
    "love": ("affection", "fondness", "warmth", "desire"),
    "contempt": ("disgust", "scorn", "disdain"),
    "resentment": ("envy", "jealousy", "jealous", "bitterness"),
    "pity": ("compassion", "sympathy"),
    "pride": ("proud",),
    "gratitude": ("grateful", "thankful"),
    "hurt": ("wounded", "rejected", "rejection"),
    "soft": ("low", "quiet", "gentle", "whisper", "whispered", "hushed"),
    "sharp": ("angry", "loud", "harsh", "shouted"),
    "plain": ("neutral", "normal", "flat"),
    "warm": ("kind", "friendly"),
    "weary": ("tired",),
    "mocking": ("sarcastic", "ironic"),
    "pleading": ("begging", "desperate"),
    "grave": ("serious", "solemn"),
    "denies": ("lies", "lie", "lying", "deceives"),
    "confesses": ("admits", "owns-up"),
    "says": ("yells", "shouts", "whispers", "asks-aloud", "replies", "speaks", "mutters", "cries"),
}
"""A word of the language, and words that people write for it. One may stand for words of several lists."""


def meant(word: str, options: Iterable[str]) -> str | None:
    """The option that an unknown word was meant to be: one that means the same, else one spelt like it.

    >>> meant("anxiety", ["joy", "fear"]), meant("angry", ["sharp", "soft"]), meant("sofft", ["sharp", "soft"])
    ('fear', 'sharp', 'soft')
    """
    known = list(options)
    return same(word, known) or nearest(word, known)


def same(word: str, options: Iterable[str]) -> str | None:
    """The option that is the word, or says the same."""
    known = list(options)
    return word if word in known else next((option for option in known if word.lower() in MEANT.get(option, ())), None)


def instead(word: str, options: Iterable[str]) -> str:
    """What to write instead of an unknown word of a closed list; where the list is long, where all of it stands."""
    known = list(options)
    found = meant(word, known)
    if found is not None:
        return f"write `{found}`"
    return offer(word, known) + ("; all of them are on docs/reference/words.md" if len(known) > LONG else "")


LONG: Final = 12
"""Words that a fault lists."""
