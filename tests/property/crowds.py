"""Scenes that nobody would write: up to forty people, every construct, numbers at the ends of their ranges. Each passes the checks.

`crowd(seed, count, dt, seconds)` is the text of one. What is drawn hangs on the seed alone, so that a scene that breaks something can be
made again from four numbers.
"""

from __future__ import annotations

from random import Random

from falter.model.constants import CONSTANTS
from falter.model.coping import COPING
from falter.model.words import ACT_CHANNELS, DISPLAY_CHANNELS, FELT_WORDS, MEANINGS, MOTIVES, TIES, TONES

MARKS = ("door", "desk", "yard", "field")
FACTS = ("broke", "sent")
LEFT_ALONE = frozenset(("dt",))
EDGES = ("0", "1e-9", ".0001", ".15", ".5", ".95", "1")
TARGETED = ("threatens", "harms", "comforts", "praises", "insults", "accuses", "touches", "forgives", "warns", "begs", "spares", "refuses")


def crowd(seed: int, count: int, dt: float, seconds: float) -> str:
    """The scene's text."""
    return _Crowd(Random(seed), count).text(dt, seconds)


class _Crowd:
    """One scene being made."""

    def __init__(self, random: Random, count: int) -> None:
        self.random = random
        self.ids = [f"P{number}" for number in range(count)]
        self.here = self.ids[: max(2, count - count // 8)]
        self.lines: list[str] = []

    def strength(self) -> str:
        found = self.random.choice((*EDGES, f"{self.random.random():.6f}"))
        return f"{float(found):.9f}".rstrip("0").rstrip(".")

    def felt(self) -> str:
        return self.random.choice(FELT_WORDS[:20])

    def pick(self, *options: str) -> str:
        return self.random.choice(options)

    def other(self, than: str, here: bool = True) -> str:
        return self.random.choice([one for one in (self.here if here else self.ids) if one != than])

    def often(self, share: float = 0.5) -> bool:
        return self.random.random() < share

    def text(self, dt: float, seconds: float) -> str:
        self.head(dt)
        for id_ in self.ids:
            self.person(id_)
        self.moves()
        self.world(seconds)
        return "\n".join([*filter(self.can_be, self.lines), ""])

    def can_be(self, line: str) -> bool:
        """Is a line one that the checks pass: who cannot walk is kept on a line only where he stands at an end of it, so nobody is."""
        walks = any(f" {word} {mark}," in one for one in self.lines for word in ("toward", "from") for mark in MARKS)
        one = self.here[0]
        return walks or " on phone:" not in line or (f"keep {one} " not in line and line not in self.block(one))

    def head(self, dt: float) -> None:
        gaps = [self.pick("0.01", "1", "6", "5000") for _ in MARKS[1:]]
        self.lines += ["falter 1", "scene The Crowd", f"place a hall, dark: {self.strength()}", f"  mark {MARKS[0]}"]
        self.lines += [f"  mark {mark}, {gap} m from {MARKS[0]}" for mark, gap in zip(MARKS[1:], gaps, strict=True)]
        self.lines.append(f"set dt {dt:g}")
        chosen = self.random.sample(sorted(set(CONSTANTS) - LEFT_ALONE), self.random.randint(0, 12))
        for name in chosen:
            constant = CONSTANTS[name]
            self.lines.append(f"set {name} {self.random.choice((constant.low, constant.high, constant.default)):.12f}")
        self.lines += [f'fact {fact} "It is so", {self.pick("true", "false")}' for fact in FACTS]
        self.lines += ['thing BOX "the box", on desk', f'thing CUP "the cup", held by {self.here[0]}']
        self.lines += ["link phone, door to field, carries voice, breath .3", "link grille, desk to yard, closed, carries face 0, gaze"]

    def person(self, id_: str) -> None:
        add = self.lines.append
        if id_ not in self.here:
            arrives = f", arrives door in 0.01..{self.pick('0.2', '3')} s" if self.often(0.7) else ""
            add(f'{id_} "the one", they, away{arrives}')
        else:
            size = f", {self.pick('2', '600')} people" if self.often(0.1) else ""
            add(f'{id_} "the one", {"they" if size else self.pick("he", "she", "it", "they")}{size}')
            add(f"  at {self.pick(*MARKS)}{self.pick('', ', busy')}")
        if self.often():
            add(f"  tempo {self.pick('slow', 'even', 'quick')}")
        add(f"  wears hood over {', '.join(f'{channel} {self.strength()}' for channel in DISPLAY_CHANNELS)}")
        moods = self.random.sample(FELT_WORDS[:20], 4)
        add(f"  mood {', '.join(f'{felt}: {self.strength()}' for felt in moods[:2])}")
        rule = self.pick("hides {0}", "plays down {0}: {2}", "plays up {0}: {2}", "masks {0} with {1}", "feigns {0}: {2}")
        add("  " + rule.format(moods[0], moods[1], self.strength()))
        if self.often():
            add(f"  copes by {self.pick('nothing', *COPING)}")
        self.bonds(id_)
        self.inside(id_, moods)

    def bonds(self, id_: str) -> None:
        add = self.lines.append
        for tie in self.random.sample(list(TIES), self.random.randint(0, 4)):
            add(f"  {tie} {self.other(id_, here=False)}: {self.strength()}{self.pick('', ', hidden')}")
        if self.often() and id_ != self.here[0]:
            within = self.pick("", ", within 0.01 s", ", within 5 s")
            add(f"  ordered by {self.other(id_, here=False)} to {self.pick('strike', 'slay')}: {self.strength()}{within}")
        if self.often(0.2) and id_ in self.here:
            add(f"  ordered by {self.other(id_)} to keep {self.other(id_)} on phone: {self.strength()}")
        add(f"  {self.pick('abhors', 'honours')} {self.pick('harms', 'kills', 'leaves', 'comforts')}: {self.strength()}")
        add(f"  wants to {self.pick('go-off', 'wave', 'brood')}: {self.strength()}")
        if self.often():
            unless = self.pick("", f" unless {self.here[0]} dead", " unless after bell")
            add(f"  promises wave{unless} within {self.pick('0.5', '20')} s: {self.strength()}")

    def inside(self, id_: str, moods: list[str]) -> None:
        add = self.lines.append
        if self.often(0.4):
            add(f"  can probe: {self.strength()}")
        who = self.other(id_)
        if self.often():
            add(f"  wonders if {who} means to strike: {self.strength()}")
        if self.often():
            add(f"  wonders how {who} {self.pick('loves', 'hates', 'fears')} {id_}: {self.strength()}")
        if self.often():
            add(f"  wonders if broke: {self.strength()}")
        if self.often(0.3):
            add(f"  knows sent, {self.other(id_)} knows sent")
        if self.often(0.6):
            woken = f"feels {moods[2]} {self.strength()}, woken by near, {moods[3]}, strike"
            add(f'  remembers m-{id_.lower()} "Warm dark." with {who}, {woken}')
        add(f'  thinks "So." when {moods[0]} slips or if {moods[1]} rises or if torn or if attends {self.pick(*list(MOTIVES)[-4:])}')

    def moves(self) -> None:
        add = self.lines.append
        one, two = self.here[0], self.here[1]
        add(f'anyone may strike "strikes" on {one}, {self.pick("harms", "harms, again")}, needs within 1.5 m')
        add(f'anyone may slay "slays" on {one}, kills, cannot be undone, needs within {self.pick("0.5", "9000")} m')
        add(f'anyone may talk to {two}, asks, again{self.pick("", ", aside")}\n  says "Well?" tone {self.pick(*TONES)}')
        add(f'anyone may pry to {one}, asks about broke, asks {one}, again\n  says "Was it you?" feels {self.felt()}')
        add('anyone may reply to asker, answers, again\n  says "No." if torn\n  says "Yes."')
        means = self.pick("answers", "confesses", "evades")
        add(f'{one} or {two} may own-up to asker, tells broke, {means}, again, if asked by pry or if asked by talk\n  says "I."')
        add(f'anyone may lie to {one}, denies sent, again\n  says "Not I."')
        add('anyone may break-it "breaks it" makes broke, takes 0.1 s')
        add(f'anyone may walk-up "steps" toward {self.pick(one, *MARKS)}, {self.pick("0.01", "2", "4000")} m, again')
        add(f'anyone may back-off "backs" from {self.pick(one, MARKS[1])}, {self.pick("0.01", "2", "4000")} m, again')
        back = f", returns door in 0.01..{self.pick('0.2', '9')} s" if self.often() else ""
        add(f'anyone may go-off "goes" leaves, leans {self.pick("barely", "0", ".95")}{back}')
        uses, takes = ", ".join(self.random.sample(list(ACT_CHANNELS)[:4], 2)), self.pick("0.01", "0.3", "2", "30", "86400")
        add(f'anyone may wave "waves" uses {uses}, takes {takes} s, again')
        add('anyone may take-it "takes it" grabs CUP')
        add(f'anyone may hand-it "hands it over" to {two}, gives CUP, again')
        add('anyone may put-it "puts it down" puts CUP under BOX, again')
        add('anyone may look-in "lifts the lid" searches BOX, again')
        add('anyone may hang-up "hangs up" closes phone, again')
        add('anyone may ring "rings" opens phone, again')
        add(f'anyone may brood "broods" inner, dwells on {self.felt()}, again')
        add(f'anyone may bare "bares it" drops hood, reveals {self.felt()}')
        add(f'anyone may hold-in "holds it in" inner, suppresses {self.felt()}, feigns {self.felt()}, again')
        for number, word in enumerate(self.random.sample(TARGETED, 4)):
            effects = f" ({self.pick(*list(MOTIVES)[:10])} {self.pick('+1', '-1', '+.3')})" if self.often() else ""
            aim = f"{self.pick('to', 'on')} {self.pick(one, two)}"
            add(f'anyone may do-{number} "does it" {aim}, {word}{effects}, {self.pick("again", "once")}')
        for id_ in self.here:
            if any(line.startswith("  can probe") for line in self.block(id_)):
                add(f'{id_} may probe-{id_.lower()} "reaches in" on {self.other(id_)}, probes, again, inner, if not frozen')
            if any("remembers" in line for line in self.block(id_)):
                add(f'{id_} may shut-{id_.lower()} "shuts it out" inner, shuts out m-{id_.lower()}, again')
        add(f"part after {self.pick('bell', 'break-it')}\n" + '  anyone may mourn "kneels" mourns ' + f"{one}, atones, again")
        assert set(TARGETED) <= set(MEANINGS)

    def block(self, id_: str) -> list[str]:
        start = next(at for at, line in enumerate(self.lines) if line.startswith(f"{id_} "))
        end = next((at for at in range(start + 1, len(self.lines)) if not self.lines[at].startswith(" ")), len(self.lines))
        return self.lines[start:end]

    def world(self, seconds: float) -> None:
        add = self.lines.append
        add(f'happens bell "A bell [rings]." in 0.01..{self.pick("0.3", "4")} s, at {self.pick(*MARKS)}, threatens {self.here[0]}')
        add(f'happens lamp "The lamp [goes] out." when lull {self.pick("0.2", "2")} s, dark: {self.strength()}')
        add(f"later dusk {self.pick('0.1 s', '20 min', '300 h' if len(self.ids) < 5 else '1 min')} after {self.pick('bell', 'wave')}")
        if self.often(0.3):
            add("never wave after bell")
        add(f"closes at {seconds:g} s")
        add(f"ends killed if {self.here[0]} dead; gone if {self.here[1]} gone; else stood")
