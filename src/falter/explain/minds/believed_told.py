"""Why somebody believed what he did, told: what each thing did to the odds, the weightiest first."""

from __future__ import annotations

from collections.abc import Callable
from math import exp
from typing import Final

from falter.diagnostics.source import Path
from falter.explain.agreeing import agreeing
from falter.explain.minds.believed import LASTING, Believed, Row, Weight
from falter.explain.minds.showing import until_outweighed
from falter.explain.paragraph import paragraph
from falter.explain.quality import quality
from falter.explain.wording import Place, Wording
from falter.narrate.pronouns import possessive
from falter.narrate.timeline import clock
from falter.tables import columns as at

FEW: Final = 6
LEAST: Final = 0.02
"""Nats below which something told nothing, where one does not ask for all."""
UNMOVED: Final = 0.1
"""Nats below which odds that read the same are the same."""
LATE: Final = 3.0
"""s after which it is worth saying how long an act was in coming."""
HUGE: Final = 1e6
SURE: Final = (
    (0.05, "does not believe for a moment that"),
    (0.2, "does not believe that"),
    (0.4, "rather doubts that"),
    (0.6, "cannot tell whether"),
    (0.8, "rather thinks that"),
    (0.95, "thinks that"),
    (1.01, "is sure that"),
)
"""How a belief is put, up to each chance."""
OF_IT: Final = {
    at.MEANS_CONFESSES: "owned up to it",
    at.MEANS_DENIES: "denied it",
    at.MEANS_EVADES: "was no answer",
    at.MEANS_REFUSES: "was no answer",
}
"""What a reply did, by its meaning."""
OF_ANOTHER: Final = {
    at.MEANS_CONFESSES: "owned that",
    at.MEANS_DENIES: "denied that",
    at.MEANS_EVADES: "did not say whether",
    at.MEANS_REFUSES: "did not say whether",
}
"""The same, where something else was asked."""


class BelievedWording:
    """What the things that told of one belief are called."""

    def __init__(self, believed: Believed, place: Place) -> None:
        self.believed, self.place = believed, place
        self.words = Wording(believed.trace, believed.person, believed.step)
        self.name = self.words.names[believed.person]
        self.he = self.words.pronouns["he"]

    def what(self) -> str:
        """`Kylo loves Hux`; of a fact, as the scene has it."""
        if self.believed.wonder < 0:
            fact = next(one for one in self.believed.trace.scene.facts if one.id == self.believed.label)
            return f"it is so: “{fact.text}”"
        return " ".join(self.words.names.get(word, word) for word in self.believed.label.split(" "))

    def came_in(self) -> str:
        """The line of the scene that says what he came in with."""
        return self.place(self._line()) if self._line() else ""

    def _line(self) -> Path:
        if self.believed.wonder >= 0:
            return self.believed.trace.tables.labels["wonder"][self.believed.wonder].path
        people, fact = self.believed.trace.scene.people, self.believed.label
        index, person = next((row, one) for row, one in enumerate(people) if one.id == self.believed.person)
        knows: list[Path] = [("people", index, "knows", row) for row, known in enumerate(person.knows) if known == fact]
        wonders: list[Path] = [("people", index, "wonders", row) for row, one in enumerate(person.wonders) if one.fact == fact]
        return next(iter(knows + wonders), ())

    def row(self, row: Row) -> str:
        """One thing; of many stretches, that he did nothing, over and over, for so long in all."""
        if row.many == 1:
            return self.weight(row.weight)
        over = f", over and over, for {_length(row.lasted)} in all ({clock(row.weight.begun)}–{clock(row.weight.ended)})"
        return self._lasting(row.weight) + over

    def weight(self, weight: Weight) -> str:
        """`he saw Kylo do nothing for 21 s (1:02.1–1:23.0)`."""
        if weight.kind in LASTING:
            return f"{self._lasting(weight)} for {_length(weight.ended - weight.begun)} ({clock(weight.begun)}–{clock(weight.ended)})"
        told: dict[str, Callable[[Weight], str]] = {
            "act": self._act,
            "reply": self._reply,
            "probe": lambda one: f"{self.he} reached into {possessive(self._whom(one))} mind ({clock(one.begun)})",
            "saw": self._saw,
            "word": self._word,
            "manner": lambda one: f"how {self._whom(one)} said it ({clock(one.begun)})",
            "evaded": lambda one: f"{self._did(one)}, which was no answer",
            "silence": lambda one: f"{self._whom(one)} was asked, and said nothing ({clock(one.begun)})",
        }
        return told[weight.kind](weight)

    def _lasting(self, weight: Weight) -> str:
        return f"{self.he} saw {self._whom(weight)} do nothing" if weight.kind == "held" else self._look(weight)

    def _whom(self, weight: Weight) -> str:
        return self.words.names[self.believed.trace.tables.names.people[weight.whom].id] if weight.whom >= 0 else "nobody"

    def _did(self, weight: Weight) -> str:
        return self.words.cause(("act", weight.event))

    def _act(self, weight: Weight) -> str:
        waited = self.believed.trace.events[weight.event].waited
        return f"{self._did(weight)}{f', after {waited:.0f} s' if waited >= LATE else ''}"

    def _reply(self, weight: Weight) -> str:
        """What was said to one who asked what is meant; that is told of, where it is not what is believed that was asked."""
        if weight.about == self.believed.wonder:
            return f"{self._did(weight)}, which {OF_IT[weight.said]}"
        asked = self.words.thought(self.believed.trace.tables.labels["wonder"][weight.about].label.split(" "))
        return f"{self._did(weight)}, which {OF_ANOTHER[weight.said]} {asked}"

    def _saw(self, weight: Weight) -> str:
        if weight.event < 0:
            return f"it came about before {self.words.pronouns['his']} eyes ({clock(weight.begun)})"
        own = self.believed.trace.events[weight.event].who == self.believed.person
        how = "and so saw it" if own else f"before {self.words.pronouns['his']} eyes"
        return f"{self._did(weight)}, {how}"

    def _look(self, weight: Weight) -> str:
        """What was seen and heard of a tie is tenderness, or that there was none."""
        if not self.believed.of_a_tie:
            return f"how {self._whom(weight)} looked and sounded"
        return f"tenderness that showed in {self._whom(weight)}" if weight.nats > 0.0 else f"{self._whom(weight)} showed no tenderness"

    def _word(self, weight: Weight) -> str:
        """What was said; that it was not for these ears, that it was a lie."""
        at_once = [one for one in self.believed.trace.incidents if abs(one.t - weight.begun) < 1e-6 and one.what == self.believed.label]
        did, told = self._did(weight), quality(self.believed.trace, ("act", weight.event), self.believed.person, self.believed.step)
        if told != "overheard" and any(one.kind == "overhears" and one.who == self.believed.person for one in at_once):
            did += ", and was overheard"
        return f"{did}, which was a lie" if told != "lie" and any(one.kind == "lies" for one in at_once) else did


def told(believed: Believed, place: Place, everything: bool = False) -> str:
    """What is believed, at what odds, and what each thing did to them."""
    wording = BelievedWording(believed, place)
    head = f"{clock(believed.t)}  {wording.name} {_degree(believed.log_odds)} {wording.what()}"
    came_in = _came_in(believed, wording)
    if not believed.weights or not (everything or _moved(believed)):
        lines = [head, "", *paragraph([came_in, f"Nothing has moved that so far{' to speak of' if believed.weights else ''}."])]
    else:
        lines = [head, "", *paragraph([came_in, _now(believed, wording)]), "", *_weights_told(believed, wording, everything)]
    return agreeing("\n".join(lines) + "\n", believed.trace.scene)


def _moved(believed: Believed) -> bool:
    """Has anything moved it, or all that did together, so much that it is worth telling?"""
    return max(abs(believed.log_odds - believed.prior), *(abs(row.weight.nats) for row in believed.rows)) >= LEAST


def _came_in(believed: Believed, wording: BelievedWording) -> str:
    line = wording.came_in()
    return f"{wording.he.capitalize()} came in with odds of {odds(believed.prior)}{f' ({line})' if line else ''}."


def _now(believed: Believed, wording: BelievedWording) -> str:
    """The odds now, and what moved them there first of all; or that they are where they were."""
    moved = abs(believed.log_odds - believed.prior)
    if moved < UNMOVED and odds(believed.log_odds) == odds(believed.prior):
        return f"{_as_before(believed)} What each thing did to the odds:"
    way = believed.log_odds - believed.prior
    first = next((row for row in believed.rows if row.weight.nats * way > 0.0), believed.rows[0])
    return f"Now they are {odds(believed.log_odds)}, first of all because of this: {wording.row(first)}. What each thing did to the odds:"


def _as_before(believed: Believed) -> str:
    """How the odds came to be what they were at the beginning."""
    ways = {row.weight.nats > 0.0 for row in believed.rows if abs(row.weight.nats) >= LEAST}
    even = "They are so again: what told for it and what told against it came out even."
    return even if len(ways) > 1 else "They have hardly moved from there."


def _weights_told(believed: Believed, wording: BelievedWording, everything: bool) -> list[str]:
    """Every single thing; or the weightiest, with all stretches of a kind as one, until what is left weighs less than the last of them."""
    if everything:
        return [f"{factor(one.nats):>12}  {wording.weight(one)}" for one in believed.weights]
    few = sum(abs(row.weight.nats) >= LEAST for row in believed.rows[:FEW])
    most = until_outweighed([row.weight.nats for row in believed.rows], few)
    rest = sum(row.weight.nats for row in believed.rows[most:])
    shown = sorted(believed.rows[:most], key=lambda row: (row.weight.nats < 0.0, -abs(row.weight.nats)))
    told = [f"{factor(row.weight.nats):>12}  {wording.row(row)}" for row in shown]
    return [*told, *([f"{factor(rest):>12}  all else"] if abs(rest) >= LEAST else [])]


def _degree(log_odds: float) -> str:
    """How a belief is put.

    >>> _degree(0.0), _degree(4.0)
    ('cannot tell whether', 'is sure that')
    """
    chance = 1.0 / (1.0 + exp(-log_odds))
    return next(words for most, words in SURE if chance < most)


def odds(log_odds: float) -> str:
    """Odds as one bets: `2.2 to 1`, `1 to 6`.

    >>> odds(0.788), odds(-1.8), odds(-0.01)
    ('2.2 to 1', '1 to 6', '1 to 1')
    """
    ratio = _number(exp(min(abs(log_odds), 30.0)), hundredths=False)
    return f"{ratio} to 1" if log_odds >= 0.0 else f"1 to {ratio}"


def factor(nats: float) -> str:
    """What something did to the odds.

    >>> factor(0.8), factor(-0.8)
    ('× 2.2', '÷ 2.2')
    """
    return f"{'×' if nats >= 0.0 else '÷'} {_number(exp(min(abs(nats), 30.0)))}"


def _number(ratio: float, hundredths: bool = True) -> str:
    if ratio >= HUGE:
        return "1,000,000+"
    if ratio < 1.005:
        return "1"
    return f"{ratio:.2f}" if hundredths and ratio < 1.095 else f"{ratio:.1f}".removesuffix(".0") if ratio < 9.95 else f"{ratio:,.0f}"


def _length(seconds: float) -> str:
    """How long.

    >>> _length(21.2), _length(250.0)
    ('21 s', '4 min 10 s')
    """
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
