"""Why nothing happened, told: what held each one back who was there, and what ended it."""

from __future__ import annotations

from typing import Final

from falter.explain.acts.why import Part
from falter.explain.agreeing import agreeing
from falter.explain.beat_words import act_told, befell_told
from falter.explain.lulls.held import HeldAct, HeldBack
from falter.explain.lulls.longest import Lull
from falter.explain.paragraph import paragraph
from falter.explain.wording import Place, Wording
from falter.narrate.pronouns import possessive
from falter.narrate.timeline import clock
from falter.performance.trace import Trace

FEW: Final = 3
"""Things that are told on either side, and inner moves, where one does not ask for all."""
LEAST: Final = 0.05
"""Share of what pulled most, below which something is left out where one does not ask for all."""
EVEN: Final = 0.1
"""Share of what speaks for an act within which what speaks against it is as strong."""
VERDICTS: Final = {
    "frozen": "{name} stood frozen{frozen}.",
    "nothing": "{name} had nothing to do: whatever {he} may do was shut.",
    "taken": "{name} had no hand or no voice free for {act}.",
    "torn": "{name} was torn over {act}.{lasting} Of {his} motives, those against it weighed {ratio} those for it.",
    "waiting": "{name} waited for {waits} answer.{nearest}",
    "against": "{name} had more against {act} than for it{luck}{done}.",
    "weak": "Little pulled at {name} either way.{nearest}",
    "far": "{name} had more for {act} than against it, and was far from it all the same{far}{done}.",
    "coming": "{name} was coming to {act}, which takes its time{luck}.{lasting} At its nearest it had {near} of what it takes ({t}){done}.",
}
"""What held somebody back, in a sentence."""
NEAREST: Final = " What came nearest was {act}: {near} of what it takes ({t}){done}."
UNDECIDED: Final = {
    "slipped": "; then, at {t}, it slipped out",
    "asked for": "; then, at {t}, it was done, as was asked of the performance",
}
"""That it was done in the end, where no pull decided it."""
HAND: Final = 0.5
"""Of what the stronger motives gave, what luck must have taken or given against them for that to be said."""
FAINT: Final = 0.1
"""Share of a threshold below which nothing came near."""


def told(trace: Trace, lull: Lull, people: tuple[HeldBack, ...], place: Place, everything: bool = False) -> str:
    """How long nobody did anything; of each one who was there, what held him back; and what ended it."""
    blocks = [f"{clock(lull.begun)}–{clock(lull.ended)}  nobody does anything for {lull.seconds:.0f} s"]
    blocks += ["What pulled at each, and what luck did, in parts of the stronger side:"] if any(one.act for one in people) else []
    blocks += ["\n".join(_of_one(one, lull, place, everything)) for one in people]
    return agreeing("\n\n".join([*blocks, _ended(trace, lull)]) + "\n", trace.scene)


def _ended(trace: Trace, lull: Lull) -> str:
    if lull.by is None:
        return "Nothing ended it but the end of the scene." if lull.ended >= trace.seconds else "It went on after that."
    kind, index = lull.by
    what = act_told(trace, trace.events[index]) if kind == "act" else befell_told(trace, trace.incidents[index])
    return "\n".join(paragraph([f"It ended with this: {what} ({clock(lull.ended)})."]))


def _of_one(one: HeldBack, lull: Lull, place: Place, everything: bool) -> list[str]:
    wording, act = Wording(one.trace, one.person), one.act
    lines = paragraph([_verdict(one, lull, wording, place)])
    if act is not None and one.verdict not in ("frozen", "taken"):
        lines += _pulls(act, wording, place, everything)
    beside = (_nearest(one, wording, place), _between(one, wording), _inwardly(one, wording, everything))
    return [*lines, *(line for sentences in beside for line in paragraph(sentences))]


def _verdict(one: HeldBack, lull: Lull, wording: Wording, place: Place) -> str:
    act, he = one.act, wording.pronouns["he"]
    holes = {"name": wording.names[one.person], "he": he, "his": wording.pronouns["his"], "frozen": _struck(one, wording)}
    holes["waits"] = possessive(wording.names[one.waits_for]) if one.waits_for else ""
    if act is not None:
        holes |= {
            "act": _named(one.trace, act, wording, place),
            "lasting": " It is not to be undone, and takes the more for that." if act.lasting else "",
            "ratio": _ratio(act),
            "luck": _luck(act),
            "far": "; what had gathered against it before had yet to fade" if act.began < -FAINT * act.threshold else _luck(act),
            "done": _done(act, lull, wording),
            "near": _percent(max(act.nearest, 0.0)),
            "t": clock(act.t),
        }
        holes["nearest"] = NEAREST.format(**holes) if act.nearest >= FAINT else ""
    far = one.verdict == "coming" and act is not None and act.nearest < FAINT
    return VERDICTS["far" if far else one.verdict].format(**holes)


def _ratio(act: HeldAct) -> str:
    """How the motives against it stand to those for it."""
    if abs(act.con - act.pro) <= EVEN * act.pro:
        return "as much as"
    return f"{_percent(act.con / act.pro)} of" if act.pro > 0.0 else "more than"


def _luck(act: HeldAct) -> str:
    """That luck drew the other way than the stronger motives, where it drew hard."""
    luck = sum(part.share for part in act.parts if part.kind == "chance")
    if abs(luck) < HAND * max(act.pro, act.con) or (luck > 0.0) == (act.pro > act.con):
        return ""
    return ", though luck was for it" if luck > 0.0 else ", with luck against it"


def _done(act: HeldAct, lull: Lull, wording: Wording) -> str:
    """That it was done in the end, if it was; and what did most for it, of all that carried it there from nothing."""
    if act.rose is None:
        return UNDECIDED[act.end].format(t=clock(lull.ended)) if act.end else ""
    by = f", most of all by {wording.motive(act.carried[0])}" if act.carried[0].share > 0.0 else ""
    return f"; then, at {clock(lull.ended)}, it was done, carried there in {_length(lull.ended - act.rose)}{by}"


def _length(seconds: float) -> str:
    """`2 s`; what is less than one is called one."""
    return f"{max(seconds, 1.0):.0f} s"


def _struck(one: HeldBack, wording: Wording) -> str:
    """What had frozen him."""
    until = one.steps.stop * one.trace.dt
    struck = [each for each in one.trace.incidents if each.kind == "freezes" and each.who == one.person and each.t <= until]
    return (
        f", since {wording.names[struck[-1].whom]} turned to {wording.pronouns['him']} ({clock(struck[-1].t)})"
        if struck and struck[-1].whom
        else ""
    )


def _named(trace: Trace, act: HeldAct, wording: Wording, place: Place) -> str:
    """`“strike” (Hux, line 210)`."""
    _, move, *to = act.label.split(" ")
    row = next(row for row in trace.tables.labels["act"] if row.label == act.label)
    about = [*(wording.names.get(word, word) for word in to), *filter(None, [place(row.path)])]
    return f"“{move.replace('-', ' ')}”" + (f" ({', '.join(about)})" if about else "")


def _pulls(act: HeldAct, wording: Wording, place: Place, everything: bool) -> list[str]:
    """What spoke for it and against it, in parts of what pulled harder."""
    whole = act.stronger
    if whole <= 0.0:
        return []
    lines = []
    for heading, side in (
        ("for it", [part for part in act.parts if part.share > 0.0]),
        ("against it", [part for part in act.parts[::-1] if part.share < 0.0]),
    ):
        shown = side if everything else [part for part in side if abs(part.share) >= LEAST * whole][:FEW]
        lines += [
            f"{heading if part is shown[0] else '':>14}  {_percent(abs(part.share) / whole):>5}  {_part(part, wording, place)}"
            for part in shown
        ]
    return lines


def _part(part: Part, wording: Wording, place: Place) -> str:
    line = place(part.path) if part.motive >= 0 else ""
    return f"{wording.motive(part)}{f' ({line})' if line else ''}"


def _nearest(one: HeldBack, wording: Wording, place: Place) -> list[str]:
    """What came nearest, where that is another thing than what it was about."""
    if not one.acts or one.acts[0] is one.act or one.acts[0].nearest <= 0.0:
        return []
    nearest = one.acts[0]
    return [
        f"Nearest came {_named(one.trace, nearest, wording, place)}: {_percent(nearest.nearest)} of what it takes ({clock(nearest.t)})."
    ]


def _between(one: HeldBack, wording: Wording) -> list[str]:
    """Who waited for whom."""
    he = wording.pronouns["he"].capitalize()
    told = [f"{he} owed {wording.names[one.owes]} an answer."] if one.owes else []
    if one.waits_for and one.verdict != "waiting":
        told.append(f"{he} had asked {wording.names[one.waits_for]} something, and had no answer yet.")
    return [" ".join(told)] if told else []


def _inwardly(one: HeldBack, wording: Wording, everything: bool) -> list[str]:
    """What was done inwardly meanwhile."""
    name = wording.names[one.person]
    times: dict[str, list[str]] = {}
    for event in (one.trace.events[index] for index in one.inward):
        times.setdefault(act_told(one.trace, event).removeprefix(name).strip(), []).append(clock(event.t))
    he = wording.pronouns["he"]
    did = [f"{he} {what} ({', '.join(when)})" for what, when in times.items()]
    shown = did if everything or len(did) == FEW + 1 else did[:FEW]
    more = f"; and {len(did) - len(shown)} things more" if len(did) > len(shown) else ""
    return [f"Inwardly {'; '.join(shown)}{more}."] if did else []


def _percent(share: float) -> str:
    return f"{100.0 * share:.0f} %"
