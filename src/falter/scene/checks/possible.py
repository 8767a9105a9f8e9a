"""What can come about in a scene at all: which moves can ever be done, and which conditions can ever hold.

Only what is plain from the scene is called impossible; whatever depends on feelings, chance or time is taken as possible.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from falter.model.conditions import Atom, Clause
from falter.model.scene import Scene
from falter.scene.checks.cast import Cast
from falter.scene.checks.geometry import ARM, apart
from falter.scene.checks.walk import ASKER, Made, is_of_a_fact, means

LATEST = 600.0
"""Seconds: when a scene closes that does not say when it closes at the latest."""
NEAR = 1.5
"""Metres: `near`."""


class Bar(NamedTuple):
    """Why something cannot be: the code of the fault it is, in a half-sentence, and what to type instead."""

    code: str
    reason: str
    fix: str


WAITS = "waits"
"""The code of a bar that is only the consequence of another fault: a move that waits for one that can't be done."""


class Possible:
    """Which moves of a scene can ever be done, and why an atom can never hold."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.doable: set[str] = set()
        latest = [closing.at for closing in cast.scene.closings if closing.at is not None]
        self.end = min(latest, default=LATEST)
        while True:
            more = {each.move.id for each in cast.made if each.move.id not in self.doable and self._can_be_done(each)}
            if not more:
                break
            self.doable |= more

    def able(self, each: Made) -> list[str]:
        """The doers of a move who are ever in the scene."""
        return [who for who in self.cast.doers(each.move) if self.cast.here(who)]

    def _can_be_done(self, each: Made) -> bool:
        if each.part is not None and each.part.after in self.cast.moves and each.part.after not in self.doable:
            return False
        clauses = each.move.needs.clauses
        able = self.able(each)
        return bool(able) and (not clauses or any(self.clause(clause, able, each) is None for clause in clauses))

    def clause(self, clause: Clause, own: Iterable[str], each: Made | None = None) -> Bar | None:
        """Why no clause like this can hold for any of those it is about, or None."""
        for atom in clause.atoms:
            found = self.atom(atom, own, each)
            if found is not None:
                return found
        return None

    def atom(self, atom: Atom, own: Iterable[str], each: Made | None = None) -> Bar | None:
        """Why an atom can never hold, or None; a negated one is taken as possible."""
        if atom.negated:
            return None
        subjects = [atom.subject] if atom.subject else list(own)
        if atom.word in ("done", "since"):
            return self._done(atom)
        if atom.word in ("dark", "light"):
            return _light(self.cast.scene, atom.word)
        known = [who for who in subjects if who in self.cast.people]
        if not known or len(known) < len(subjects):
            return None
        bars = [self._of(atom, who, each) for who in known]
        return bars[0] if all(bars) else None

    def _done(self, atom: Atom) -> Bar | None:
        move = atom.move or ""
        if move not in self.cast.moves:
            return None
        if move not in self.doable:
            return Bar(WAITS, f"`{move}` can never be done", f"make `{move}` possible")
        if atom.word == "since" and (atom.amount or 0.0) >= self.end:
            return Bar("FAL2320", f"the scene closes at {self.end:g} s", f"write a time under {self.end:g} s, or let the scene close later")
        return None

    def _of(self, atom: Atom, who: str, each: Made | None) -> Bar | None:
        """Why the atom can never hold for one person."""
        match atom.word:
            case "asked" | "ignored" | "answered":
                return self._asked(atom, who)
            case "knows" | "suspects" | "believes" | "doubts" if is_of_a_fact(atom):
                return self._learns(atom, who)
            case "wears":
                return self._wears(atom.name or "", who)
            case "suspected by" | "believed by":
                return self._wondered_about(atom, who)
            case "suspects" | "believes" | "doubts":
                return self._wonders(atom, who)
            case "gone" | "dead":
                return self._ended(atom.word, who)
            case "here" if not self.cast.here(who):
                return Bar("FAL2321", f"`{who}` is away", f"drop `away` from the line that opens `{who}`")
            case "attends":
                return self._attends(atom.name or "", who)
            case "near" if atom.name is not None:
                return None
            case "near" | "within" | "noticed" | "noticed by":
                return self._reached(atom, who, each)
        return None

    def _asked(self, atom: Atom, who: str) -> Bar | None:
        asked = [each for each in self.cast.asked(who) if atom.move in (None, each.move.id)]
        if atom.word == "asked" and not any(atom.person in (None, *self.cast.doers(each.move)) for each in asked):
            by = f"`{atom.move or atom.person}`" if atom.move or atom.person else "nobody"
            whose = by if atom.person else "another"
            fix = f"give `{atom.move}` the words `to {who}, asks`" if atom.move else f"give {whose}'s move `to {who}, asks`"
            return Bar("FAL2304", f"{by} asks `{who}` {'anything' if by == 'nobody' else 'nothing'}", fix)
        if atom.word != "asked" and not self.cast.asking(who):
            return Bar("FAL2305", f"`{who}` asks nobody anything", f"give a move of `{who}` the word `asks`")
        return None

    def _learns(self, atom: Atom, who: str) -> Bar | None:
        """Nothing is known of a fact that nobody tells, asks about or brings about, and that one neither knows nor wonders about."""
        fact, person = atom.name or "", self.cast.people[who]
        if fact not in {each.id for each in self.cast.scene.facts}:
            return None
        carried = (*person.knows, *(known.fact for known in person.knows_of), *(wonder.fact for wonder in person.wonders))
        if (fact in carried and atom.person is None) or any(known.fact == fact for known in person.knows_of):
            return None
        if any(fact in each.move.tells or any(meant.object == fact for meant in means(each.move, "denies", "makes", "asks"))
               for each in self.cast.made):  # fmt: skip
            return None
        fix = f"under `{who}`, write `knows {fact}` or `wonders if {fact}: barely`; or let a move say `tells {fact}`"
        return Bar("FAL3404", f"nothing brings `{who}` any word of it", fix)

    def _wears(self, thing: str, who: str) -> Bar | None:
        own = [covering.thing for covering in self.cast.people[who].wears]
        if thing in own or thing not in self.cast.coverings:
            return None
        has = " and ".join(f"`{name}`" for name in self.cast.coverings[thing])
        fix = f"write `{self.cast.coverings[thing][0]} wears {thing}`, or let `{who}` wear it"
        return Bar("FAL2306", f"`{thing}` is worn by {has}, not by `{who}`", fix)

    def _wonders(self, atom: Atom, who: str) -> Bar | None:
        for wonder in self.cast.people[who].wonders:
            if wonder.person != atom.person:
                continue
            if atom.word == "suspects" and wonder.about == "means" and wonder.move == atom.move:
                return None
            if atom.word != "suspects" and wonder.about == "tie" and wonder.tie == atom.name and wonder.other == atom.other:
                return None
        if atom.word == "suspects":
            line = f"wonders if {atom.person} means to {atom.move}: barely"
            return Bar("FAL2307", f"`{who}` does not wonder whether `{atom.person}` means to {atom.move}", f"under `{who}`, write `{line}`")
        line = f"wonders how {atom.person} {atom.name} {atom.other}: somewhat"
        return Bar("FAL2308", f"`{who}` does not wonder how `{atom.person}` {atom.name} `{atom.other}`", f"under `{who}`, write `{line}`")

    def _wondered_about(self, atom: Atom, who: str) -> Bar | None:
        other, about = atom.person or "", "means" if atom.word == "suspected by" else "tie"
        if other not in self.cast.people or any(w.about == about and w.person == who for w in self.cast.people[other].wonders):
            return None
        line = f"wonders if {who} means to …: barely" if about == "means" else f"wonders how {who} loves …: somewhat"
        what = "what he means to do" if about == "means" else "of any tie of his"
        reason = f"`{other}` does not wonder about `{who}`, {what}"
        return Bar("FAL3303", reason, f"under `{other}`, write `{line}`")

    def _ended(self, word: str, who: str) -> Bar | None:
        if word == "dead" and not self.cast.killing(who):
            return Bar("FAL2302", f"no move kills `{who}`", f"give a move `on {who}, kills, cannot be undone`")
        if word == "gone" and not self.cast.leaving(who) and not self.cast.people[who].away:
            return Bar("FAL2303", f"no move takes `{who}` out of the scene", f'write `{who} may leave "turns and goes" leaves`')
        ways = self.cast.killing(who) if word == "dead" else self.cast.leaving(who)
        if ways and all(way.move.id not in self.doable for way in ways):
            return Bar(WAITS, f"`{ways[0].move.id}` can never be done", f"make `{ways[0].move.id}` possible")
        return None

    def _attends(self, motive: str, who: str) -> Bar | None:
        person = self.cast.people[who]
        ties = {tie.word for tie in person.ties}
        feeds = {
            "obey": (bool(person.orders), "has no order", "ordered by … to …: strongly"),
            "cherish": ("loves" in ties, "loves nobody", "loves …: strongly"),
            "redress": (bool(ties & {"hates", "hurt by"}), "is hurt by nobody and hates nobody", "hurt by …: strongly"),
            "safety": ("fears" in ties, "fears nobody", "fears …: strongly"),
            "regard": (bool(ties & {"respects", "owes"}), "respects nobody and owes nobody", "respects …: strongly"),
            "norm": (bool(person.norms), "abhors and honours nothing", "abhors …: strongly"),
            "keep": (bool(person.promises), "promises nothing", "promises …"),
            "want": (bool(person.wants), "wants nothing", "wants to …: somewhat"),
        }
        fed, reason, line = feeds.get(motive, (True, "", ""))
        return None if fed else Bar("FAL2309", f"`{who}` {reason}", f"under `{who}`, write `{line}`, or name another motive")

    def _reached(self, atom: Atom, who: str, each: Made | None) -> Bar | None:
        other = atom.person or (each.move.target if each is not None else None)
        if other is None or other in (ASKER, who) or other not in self.cast.people:
            return None
        if not self.cast.here(other):
            return Bar("FAL2321", f"`{other}` is away", f"drop `away` from the line that opens `{other}`")
        if atom.word not in ("near", "within"):
            return None
        limit = NEAR if atom.word == "near" else atom.amount or 0.0
        start = apart(self.cast, who, other)
        walk = self.cast.walks(who) or self.cast.walks(other)
        if limit < ARM and (start is None or start > limit):
            return Bar("FAL2312", f"nobody walks nearer to another than {ARM:g} m", f"write `within {ARM:g} m` or more")
        if start is not None and start > limit and not walk:
            reason = f"`{who}` and `{other}` stand {start:g} m apart and neither can walk"
            return Bar("FAL2310", reason, f'write `{who} may approach "takes a step" toward {other}, again`')
        return None


def _light(scene: Scene, word: str) -> Bar | None:
    """Why it is never dark, or never light: the light stays what the place says, but for what happens to it."""
    if scene.place is None or any(happening.dark is not None for happening in scene.happenings):
        return None
    is_dark = 1.0 - scene.place.dark < 0.4
    if is_dark == (word == "dark"):
        return None
    fix = "leave the condition out, or change `dark:` on the place's line"
    return Bar("FAL2322", f"the place is {'dark' if is_dark else 'light'} all through", fix)
