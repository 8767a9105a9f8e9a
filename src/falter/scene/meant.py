"""Everyday words that are no words of the language, and the word that says it: what spelling can't tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from falter.diagnostics.nearest import nearest, offer
from falter.model.words import FELT_WORDS, TONES

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
    "loves": ("likes", "adores"),
    "hates": ("dislikes", "despises", "detests", "loathes"),
    "respects": ("admires", "esteems"),
    "fears": ("dreads",),
    "touches": ("hugs", "embraces", "caresses"),
    "harms": ("hits", "beats", "injures", "attacks", "hurts"),
    "kills": ("murders", "slays"),
    "comforts": ("consoles", "soothes"),
    "accuses": ("blames", "reproaches"),
    "gone": ("leaves", "left", "departs", "exits"),
    "dead": ("dies", "died", "killed"),
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


def of_a_state(word: str) -> str | None:
    """What to write where a condition needs a word for how somebody is; None for a word that is none.

    >>> of_a_state("leaves"), of_a_state("angry")[:31], of_a_state("oblong") is None
    ('write `gone`', 'for what one feels write `feels', True)
    """
    state = same(word, ("gone", "dead"))
    if state is not None:
        return f"write `{state}`"
    feeling = same(word, FELT_WORDS)
    if feeling is not None:
        return f"for what one feels write `feels {feeling}`, for what is seen in somebody else `shows {feeling}`"
    if same(word, TONES) is not None:
        return "there is no condition for that; of what goes on in somebody there are `feels joy`, `shows joy`, `joy rises`, `torn`"
    return None


LONG: Final = 12
"""Words that a fault lists."""
