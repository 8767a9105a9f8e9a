"""What each emotion looks like to another, where it shows. Nothing here knows who looks."""

from __future__ import annotations

from typing import Final

LOOKS: Final[dict[str, dict[str, float]]] = {
    "joy": {"joy": 1.0},
    "distress": {"sadness": 1.0},
    "hope": {"joy": 0.5},
    "fear": {"fear": 1.0},
    "satisfaction": {"joy": 0.8},
    "fears-confirmed": {"fear": 0.6, "sadness": 0.5},
    "relief": {"joy": 0.5},
    "disappointment": {"sadness": 0.7},
    "happy-for": {"joy": 0.6, "tenderness": 0.3},
    "pity": {"sadness": 0.5, "tenderness": 0.5},
    "resentment": {"anger": 0.5, "aversion": 0.5},
    "gloating": {"joy": 0.5, "aversion": 0.4},
    "pride": {"joy": 0.5},
    "shame": {"sadness": 0.4, "fear": 0.2},
    "admiration": {"joy": 0.4, "tenderness": 0.3},
    "reproach": {"anger": 0.3, "aversion": 0.7},
    "gratification": {"joy": 0.8},
    "remorse": {"sadness": 0.8},
    "gratitude": {"joy": 0.4, "tenderness": 0.5},
    "anger": {"anger": 1.0},
    "love": {"tenderness": 1.0},
    "hate": {"anger": 0.5, "aversion": 0.7},
    "hurt": {"sadness": 0.7, "anger": 0.3},
}
"""How much each emotion, where it shows, looks like each family, in [0, 1]: which family, after Shaver et al. (1987); how
much, our assumption."""
