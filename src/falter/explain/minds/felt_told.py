"""Why somebody felt what he felt, and what of it shows, told."""

from __future__ import annotations

from typing import Final

from falter.explain.agreeing import agreeing
from falter.explain.minds.felt import Felt, Part
from falter.explain.minds.felt_wording import FeltWording, Told
from falter.explain.minds.hidden import Channel, Display
from falter.explain.minds.occasions import KEEPING
from falter.explain.minds.showing import in_hundredths, until_outweighed
from falter.explain.paragraph import paragraph
from falter.explain.wording import Place
from falter.model.words import STRENGTHS
from falter.narrate.timeline import clock

FEW: Final = 5
LEAST: Final = 0.02
"""Share of a feeling below which a part of it is left out where one does not ask for all; and of a display, below which it is nothing."""
FAINT: Final = 0.02
"""What is felt less than this is not felt."""
HALF: Final = 0.5
SHOWS: Final = {
    "face": "on {his} face",
    "voice": "in {his} voice",
    "body": "in how {he} stands",
    "hands": "on {his} hands",
    "breath": "in {his} breath",
    "gaze": "in {his} eyes",
}
"""Where something shows, by channel."""


def told(felt: Felt, place: Place, everything: bool = False) -> str:
    """How strongly it was felt, what it is owed to, and what of it shows."""
    wording = FeltWording(felt, place)
    name = wording.words.names[felt.person]
    head = f"{clock(felt.t)}  {name} feels {felt.word}"
    if felt.strength < FAINT:
        return agreeing(f"{clock(felt.t)}  {name} feels no {felt.word}\n\n{_never(felt, wording)}\n", felt.trace.scene)
    lines = [f"{head} {_degree(felt.strength)}", "", *paragraph([_first(felt, wording)]), ""]
    lines += [*_parts_told(felt, wording, everything), *_taken_told(felt, wording, everything), "", *_shown(felt, wording, everything)]
    return agreeing("\n".join(lines) + "\n", felt.trace.scene)


def _degree(strength: float) -> str:
    """How strongly, in the words that scenes are written in.

    >>> _degree(0.9), _degree(0.45)
    ('wholly', 'somewhat')
    """
    return min(STRENGTHS, key=lambda word: abs(STRENGTHS[word] - strength))


def _never(felt: Felt, wording: FeltWording) -> str:
    """When it was felt, if it ever was."""
    t, most = felt.most
    he = wording.words.pronouns["he"].capitalize()
    if most < FAINT:
        return f"{he} has not felt any so far."
    return f"{he} felt it most at {clock(t)}, {_degree(most)}; since then it has passed."


def _first(felt: Felt, wording: FeltWording) -> str:
    first = max(_alike(felt, wording).items(), key=lambda one: one[1].left)[0]
    return f"First of all {first.what}. In parts of what {wording.words.pronouns['he']} feels:"


def _alike(felt: Felt, wording: FeltWording) -> dict[Told, Part]:
    """What is told alike, as one part."""
    alike: dict[Told, Part] = {}
    for part in felt.parts:
        told = wording.reason(part.reason)
        before = alike.get(told, part._replace(left=0.0, gave=0.0))
        alike[told] = before._replace(left=before.left + part.left, gave=before.gave + part.gave)
    return alike


def _parts_told(felt: Felt, wording: FeltWording, everything: bool) -> list[str]:
    """The weightiest parts, and all else: they add up to 100 %."""
    most = sorted(_alike(felt, wording).items(), key=lambda one: -abs(one[1].left))
    few = sum(abs(part.left) >= LEAST * felt.strength for _, part in most[:FEW])
    count = len(most) if everything else until_outweighed([part.left for _, part in most], few)
    rows = [(part.left, f"{words}{_faded(part)}") for words, part in most[:count]]
    rows.append((sum(part.left for _, part in most[count:]), "all else"))
    figures = in_hundredths([left / felt.strength for left, _ in rows])
    return [f"{_percent(figure):>8}  {words}" for figure, (_, words) in zip(figures, rows, strict=True) if figure != 0]


def _faded(part: Part) -> str:
    """How much of it has passed since."""
    if part.reason.kind in KEEPING or part.left > HALF * part.gave:
        return ""
    return f"; {100.0 * (1.0 - part.left / part.gave):.0f} % of it has passed since"


def _taken_told(felt: Felt, wording: FeltWording, everything: bool) -> list[str]:
    """What took from it at once."""
    taken = [one for one in felt.taken if everything or one[1] >= 0.1 * felt.strength][: None if everything else 2]
    return ["", "it would be more, but", *(f"{'':10}{wording.lowered(reason)}" for reason, _ in taken)] if taken else []


def _shown(felt: Felt, wording: FeltWording, everything: bool) -> list[str]:
    """What shows of it, and why no more."""
    display = Display(felt.trace, felt.person, felt.emotion, felt.step)
    shows = max(display.channels, key=lambda one: one.shows)
    where, face = "None of it shows", display.channels[0]
    if shows.shows >= LEAST:
        where = f"It shows most {_where(shows.name, wording)}: {100.0 * shows.shows:.0f} % of it"
        where += f"; {_least(face.shows)} {_where('face', wording)}" if shows is not face else ""
    told = [f"{where}.", *_why_no_more(display, wording), *([_slipped(display, wording)] if display.slips else [])]
    return [*paragraph(told), *(_table(display.channels) if everything else [])]


def _where(channel: str, wording: FeltWording) -> str:
    return SHOWS[channel].format(**wording.words.pronouns)


def _least(share: float) -> str:
    return f"{100.0 * share:.0f} %" if share >= LEAST else "nothing"


def _why_no_more(display: Display, wording: FeltWording) -> list[str]:
    """What keeps the rest from showing, in sentences."""
    he = wording.words.pronouns["he"].capitalize()
    held, covered = sum(one.held for one in display.channels), sum(one.covered for one in display.channels)
    line = wording.place(display.rule) if display.rule else ""
    rule = f" ({line})" if line else ""
    told = []
    if display.alone and display.rule:
        told.append(f"{he} would hold it down{rule}, but thinks there is nobody to see.")
    elif held > LEAST:
        mask = f" and puts on {display.mask} in its place" if display.mask else ""
        weak = ", as well as strength still serves" if display.grip < 0.8 else ""
        told.append(f"{he} holds it down{mask}{weak}{rule}.")
    elif held < -LEAST:
        told.append(f"{he} makes more of it than there is{rule}.")
    if covered > LEAST and display.worn:
        told.append(f"The {' and the '.join(display.worn)} cover{'s' if len(display.worn) == 1 else ''} more.")
    return told


def _slipped(display: Display, wording: FeltWording) -> str:
    """When it got away from him."""
    slips = ", ".join(f"{clock(t)} {_where(channel, wording)}" if channel else clock(t) for t, channel in display.slips[-3:])
    return f"It has got away from {wording.words.pronouns['him']} before, if only for a moment: {slips}."


def _table(channels: tuple[Channel, ...]) -> list[str]:
    """Every channel, in parts of what is felt."""
    rows = [f"  {'':8}{'let be':>10}{'held down':>12}{'covered':>10}{'shows':>8}"]
    for one in channels:
        cells = (f"{100.0 * value:.0f} %".replace("-", "−") for value in (one.let_be, one.held, one.covered, one.shows))
        rows.append("  {:8}{:>10}{:>12}{:>10}{:>8}".format(one.name, *cells))
    return ["", *rows]


def _percent(figure: int) -> str:
    return f"{figure:+} %".replace("-", "−")
