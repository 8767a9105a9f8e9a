"""The closed lists of the language: every word with a fixed meaning, once, with the sentence that documents it.

The reader, the checks, the editors' completion, the reference pages and the tables all read from here. Nothing in
this module knows what a scene is.
"""

from __future__ import annotations

from typing import Final, NamedTuple

STRENGTHS: Final[dict[str, float]] = {"barely": 0.15, "somewhat": 0.4, "strongly": 0.7, "wholly": 0.95}
"""Strength words of language version 1; fixed for ever, in [0, 1]."""

PRONOUNS: Final[dict[str, str]] = {
    "he": "he, him, his",
    "she": "she, her, her",
    "they": "they, them, their",
    "it": "it, it, its",
}

DISPLAY_CHANNELS: Final[dict[str, str]] = {
    "face": "the face",
    "voice": "the voice, beside its words",
    "body": "posture and gait",
    "hands": "the hands",
    "breath": "the breathing",
    "gaze": "where the eyes go",
}
"""What a feeling shows on, and what a covering may hide."""

ACT_CHANNELS: Final[dict[str, str]] = {
    "voice": "speaking",
    "hands": "doing",
    "body": "moving",
    "gaze": "looking",
    "mind": "an inner move",
}
"""What an act occupies while it lasts; acts on disjoint channels overlap."""


FAMILIES: Final[dict[str, str]] = {
    "joy": "gladness, pride, relief",
    "sadness": "grief, remorse, hurt",
    "anger": "anger, and what goes with it",
    "fear": "fear, dread",
    "tenderness": "love, gratitude, pity",
    "aversion": "contempt, disgust, hate",
}
"""What can be told apart in another's display: families of feeling. Five of the prototypes of Shaver et al. (1987), without surprise,
and the aversion of Ekman's (1992) disgust and contempt."""


class TieWord(NamedTuple):
    """A tie: the motive it feeds (or none) and what it means, strength in [0, 1]."""

    motive: str | None
    meaning: str


TIES: Final[dict[str, TieWord]] = {
    "loves": TieWord("cherish", "wants the other's good, and to be near"),
    "hates": TieWord("redress", "wants the other hurt"),
    "hurt by": TieWord("redress", "was wronged by the other, and has not got over it"),
    "fears": TieWord("safety", "expects harm from the other"),
    "respects": TieWord("regard", "wants the other's good opinion"),
    "owes": TieWord("regard", "is in the other's debt"),
    "trusts": TieWord(None, "takes the other's word; what is broken of it becomes hurt"),
    "familiar with": TieWord(None, "knows the other's manner, and how he has been"),
}

MOTIVES: Final[dict[str, str]] = {
    "obey": "to do what an authority has ordered",
    "cherish": "someone's good",
    "redress": "to have a hurt made good",
    "safety": "to be unharmed by someone feared",
    "live": "to stay alive",
    "regard": "someone's good opinion",
    "norm": "not to do, or to do, what one holds to",
    "want": "to do a thing for its own sake",
    "secrecy": "to keep something hidden",
    "know": "to find out",
    "answer": "to give an answer that is owed",
    "keep": "to keep a promise",
    "attack": "anger's tendency: against someone",
    "flee": "fear's tendency: away",
    "still": "sadness's tendency: to stay where one is",
    "atone": "remorse's tendency: to pay",
}

TONES: Final[dict[str, str]] = {
    "plain": "nothing beside the words",
    "weary": "tired, past caring how it sounds",
    "cold": "with the warmth held back",
    "warm": "with the warmth let through",
    "soft": "low and careful",
    "sharp": "quick, with an edge",
    "bitter": "with an old hurt in it",
    "pleading": "asking more than the words ask",
    "mocking": "making less of the other",
    "grave": "with weight",
    "light": "making little of it",
    "broken": "hardly under control",
}


TONE_LOOKS: Final[dict[str, str]] = {
    "weary": "sadness",
    "cold": "aversion",
    "warm": "tenderness",
    "soft": "tenderness",
    "sharp": "anger",
    "bitter": "anger",
    "pleading": "fear",
    "mocking": "aversion",
    "grave": "sadness",
    "light": "joy",
    "broken": "sadness",
}
"""The family of feeling that a tone sounds like: ours."""


class Emotion(NamedTuple):
    """An emotion: its half-life in s, valence in {-1, 1}, and what it is."""

    half_life: float
    valence: int
    meaning: str


EMOTIONS: Final[dict[str, Emotion]] = {
    "joy": Emotion(90.0, 1, "pleased that something wanted came about"),
    "distress": Emotion(180.0, -1, "displeased that something unwanted came about"),
    "hope": Emotion(60.0, 1, "pleased at the prospect of something wanted"),
    "fear": Emotion(40.0, -1, "displeased at the prospect of something unwanted"),
    "satisfaction": Emotion(60.0, 1, "what was hoped for came about"),
    "fears-confirmed": Emotion(90.0, -1, "what was feared came about"),
    "relief": Emotion(45.0, 1, "what was feared did not come about"),
    "disappointment": Emotion(90.0, -1, "what was hoped for did not come about"),
    "happy-for": Emotion(60.0, 1, "pleased at another's good"),
    "pity": Emotion(90.0, -1, "displeased at another's ill"),
    "resentment": Emotion(90.0, -1, "displeased at another's good"),
    "gloating": Emotion(45.0, 1, "pleased at another's ill"),
    "pride": Emotion(60.0, 1, "approving of what one did oneself"),
    "shame": Emotion(60.0, -1, "disapproving of what one did oneself"),
    "admiration": Emotion(60.0, 1, "approving of what another did"),
    "reproach": Emotion(60.0, -1, "disapproving of what another did"),
    "gratification": Emotion(60.0, 1, "pride in a good one brought about"),
    "remorse": Emotion(240.0, -1, "shame at an ill one brought about"),
    "gratitude": Emotion(90.0, 1, "admiration for a good another brought about"),
    "anger": Emotion(60.0, -1, "reproach for an ill another brought about"),
    "love": Emotion(180.0, 1, "drawn to someone"),
    "hate": Emotion(180.0, -1, "repelled by someone"),
    "hurt": Emotion(180.0, -1, "mattering less than one should to one who matters (Leary et al. 1998)"),
}
"""The 22 emotions of Ortony, Clore & Collins (1988), and hurt. Half-lives: our assumption, in the order of Verduyn &
Lavrijsen (2015)."""

PAD: Final[dict[str, tuple[float, float, float]]] = {
    "joy": (0.4, 0.2, 0.1),
    "distress": (-0.4, -0.2, -0.5),
    "hope": (0.2, 0.2, -0.1),
    "fear": (-0.64, 0.6, -0.43),
    "satisfaction": (0.3, -0.2, 0.4),
    "fears-confirmed": (-0.5, -0.3, -0.7),
    "relief": (0.2, -0.3, 0.4),
    "disappointment": (-0.3, 0.1, -0.4),
    "happy-for": (0.4, 0.2, 0.2),
    "pity": (-0.4, -0.2, -0.5),
    "resentment": (-0.2, -0.3, -0.2),
    "gloating": (0.3, -0.3, -0.1),
    "pride": (0.4, 0.3, 0.3),
    "shame": (-0.3, 0.1, -0.6),
    "admiration": (0.5, 0.3, -0.2),
    "reproach": (-0.3, -0.1, 0.4),
    "gratification": (0.6, 0.5, 0.4),
    "remorse": (-0.3, 0.1, -0.6),
    "gratitude": (0.4, 0.2, -0.3),
    "anger": (-0.51, 0.59, 0.25),
    "love": (0.3, 0.1, 0.2),
    "hate": (-0.6, 0.6, 0.3),
    "hurt": (-0.4, 0.2, -0.5),
}
"""Each emotion in pleasure, arousal and dominance, in [-1, 1]: Gebhard 2005, table 1; that of hurt is ours."""

EMOTION_ALIASES: Final[dict[str, str]] = {
    "grief": "distress",
    "sorrow": "distress",
    "sadness": "distress",
    "despair": "distress",
    "dread": "fear",
    "terror": "fear",
    "tenderness": "love",
    "longing": "love",
    "guilt": "remorse",
    "rage": "anger",
    "contempt": "reproach",
}
"""Writers' words for the same columns; the scene keeps the writer's word."""

FELT_WORDS: Final[tuple[str, ...]] = (*EMOTIONS, *EMOTION_ALIASES)


class Meaning(NamedTuple):
    """A meaning word: its default effect on motives of the actor, in [-1, 1], and what it says.

    `effects` are (motive kind, whose, value); whose is `target` (the motive's object is the act's target), `self`
    (the motive's object is the actor) or `any`.
    """

    object: str
    effects: tuple[tuple[str, str, float], ...]
    meaning: str


def _m(obj: str, effects: str, meaning: str) -> Meaning:
    rows = []
    for part in effects.split(";") if effects else []:
        kind, whose, value = part.split()
        rows.append((kind, whose, float(value)))
    return Meaning(obj, tuple(rows), meaning)


MEANINGS: Final[dict[str, Meaning]] = {
    # deeds
    "kills": _m(
        "person", "cherish target -1;redress target .5;safety target .9;regard target -1;attack target .8;live self .15", "ends a life"
    ),
    "harms": _m("person", "cherish target -.6;redress target .6;safety target .3;regard target -.6;attack target .8", "hurts the body"),
    "threatens": _m(
        "person",
        "cherish target -.35;redress target .35;safety target .2;regard target -.4;attack target .6;live self .3",
        "shows that harm may follow",
    ),
    "spares": _m("person", "cherish target .8;redress target -.4;regard target .4;attack target -.5", "gives up a harm one could do"),
    "touches": _m("person", "cherish target .35;attack target -.2", "lays a hand on, gently"),
    "comforts": _m("person", "cherish target .5;redress target -.15;regard target .2;attack target -.4;atone any .2", "eases another"),
    "protects": _m("person", "cherish target .6;regard target .3;atone any .3", "stands between another and harm"),
    "warns": _m("person", "cherish target .5;regard target .2", "tells of a danger"),
    "summons": _m("none", "live self .7;safety any .5;flee any .5", "calls for help"),
    "defies": _m("person", "obey any -.6;safety target -.5;regard target -.6", "goes against an authority"),
    "obeys": _m("person", "obey any .4;safety target .3;regard target .4", "does as told"),
    "leaves": _m("none", "cherish any -.1;flee any .9;live self .4;still any -.5;obey any -.3", "goes out of the scene"),
    "stays": _m("none", "still any .6;flee any -.3", "stays where one is"),
    "mourns": _m("person", "still any .8;cherish target .3;atone any .3", "gives way to grief"),
    "atones": _m("none", "atone any .9;live self -.3", "makes oneself pay"),
    "dies": _m("none", "live self -1;atone any .9;flee any .5;still any .3", "ends one's own life"),
    "arms": _m("none", "live self .5;flee any -.1", "makes ready to fight"),
    # speech
    "asks": _m("person", "know target .4", "puts a question; an answer is owed"),
    "asks intent": _m("person", "know target .7", "asks the other what he means to do; an answer is owed"),
    "answers": _m("person", "answer any .9", "settles what is owed"),
    "evades": _m("person", "answer any .3;secrecy any .3", "speaks, and settles nothing"),
    "confesses": _m("person", "cherish target .3;secrecy any -.5;atone any .5;answer any .5", "says what one had kept back"),
    "reveals": _m("hidden", "secrecy any -.6", "lets something hidden be seen"),
    "denies": _m("hidden", "secrecy any .4;answer any .4", "says it is not so"),
    "accuses": _m("person", "redress target .5;cherish target -.2;attack target .6;regard target -.3", "lays a wrong at another's door"),
    "insults": _m("person", "redress target .5;cherish target -.35;attack target .7;regard target -.5", "makes less of another"),
    "praises": _m("person", "cherish target .3;regard target .4;redress target -.2", "makes more of another"),
    "thanks": _m("person", "cherish target .3;regard target .4", "gives thanks"),
    "forgives": _m("person", "cherish target .6;redress target -.8;attack target -.7", "lets a hurt go"),
    "begs": _m("person", "live self .5;regard target -.2", "asks for mercy"),
    "submits": _m("person", "safety target .5;live self .2;attack target -.5;regard target .2", "gives way"),
    "dismisses": _m("person", "cherish target -.4;redress target .4;attack target .4", "sends another away"),
    "refuses": _m("person", "answer any .6;regard target -.3;cherish target -.1", "says no"),
    "agrees": _m("person", "answer any .7;regard target .3", "says yes"),
    "makes": _m("fact", "", "brings it about that a fact is so"),
    # inner moves
    "dwells on": _m("emotion", "", "holds one feeling in mind; raises what it drives"),
    "masters": _m("emotion", "still any -.3;atone any -.2;live self .3", "puts a feeling down"),
    "suppresses": _m("emotion", "secrecy any .4", "keeps a feeling from showing"),
    "feigns": _m("emotion", "secrecy any .3", "puts on a feeling that is not felt"),
    "shuts out": _m("memory", "obey any .25;secrecy any .15;live self .15", "keeps a memory from coming, for a while"),
    "probes": _m(
        "person", "know target .6;secrecy any -.6;live self -.5;safety any -.5;obey any -.3", "reaches into another's mind, who may notice"
    ),
    "reappraises": _m(
        "none", "flee any .15;attack any -.2;still any .1;live self .1", "sees a thing in another light: the feeling itself goes down"
    ),
    "looks away": _m("person", "flee any .2;secrecy any .1;know target -.1", "takes the eyes off another"),
}
"""Each meaning word's documented default effect; a line may override any of it with numbers. The values are our
assumption: directions from the ties' definitions, sizes set so that a deed outweighs a word."""

CONDITIONS: Final[dict[str, str]] = {
    "noticed": "noticed P: the subject knows that P is there",
    "noticed by": "noticed by P: P knows that the subject is there",
    "suspects": "suspects P means to MOVE: the odds are at least even in the subject's mind; suspects FACT: better than even",
    "believes": "believes P loves Q: the subject puts the tie at .6 or more; believes FACT: its odds",
    "doubts": "doubts P loves Q: the subject puts the tie at .4 or less; doubts FACT: its odds",
    "suspected by": "suspected by P: the subject takes P to suspect him of what P wonders whether he means",
    "believed by": "believed by P: the subject takes P to put the tie P wonders about in him at .6 or more",
    "near": "near P: within 1.5 m",
    "within": "within N m of P",
    "at": "at MARK: within 0.5 m of the mark",
    "asked": "asked: the subject owes an answer; asked by MOVE, asked by P: to what was asked by that move, or that person",
    "ignored": "ignored: the subject is owed an answer, and it is late",
    "answered": "answered: the subject was given the answer to what was asked last",
    "feels": "feels E: the subject feels it at .3 or more",
    "shows": "shows E: whoever reads the subject's face believes to see it there (`believed`); to one who does not, it shows at .2 or more",
    "rises": "E rises: it grew by .1 or more within the last seconds",
    "slips": "E slips: it is held down, and is getting away from the subject now; of another, as far as it was seen or heard",
    "torn": "torn: what speaks for and against the leading act is nearly in balance",
    "attends": "attends MOTIVE: it is the one in mind now",
    "done": "MOVE: it has been done; also «after MOVE»",
    "since": "N s after MOVE: that long since it was done",
    "gone": "gone: the subject has left",
    "dead": "dead: the subject is dead",
    "here": "here: the subject is in the scene",
    "alone": "alone: nobody else alive is near enough to see or hear him, as far as he has noticed",
    "wears": "wears THING: the covering is on",
    "dark": "dark: light below .4",
    "light": "light: light at .4 or more",
    "lull": "lull N s: nothing that could be seen or heard has been done for that long",
    "sees": "sees THING: it is in the subject's sight, or hand",
    "holds": "holds THING: the subject has it in hand",
    "thinks": "thinks THING in PLACE: the subject takes it to be there; thinks P thinks THING in PLACE: he takes P to",
    "knows": "knows FACT: the subject takes it for certain, at .8 or more; knows P knows FACT: he takes P to",
    "heart races": "heart races: the subject's heart beats 100 times a minute or more",
    "breath short": "breath short: the subject breathes 22 times a minute or more; of another, as far as it can be seen",
    "hands shake": "hands shake: a tremor of .25 or more; of another, as far as it can be seen",
    "frozen": "frozen: the subject has been stopped dead, and has not begun to thaw",
    "recalls": "recalls MEMORY: it came back within the last seconds",
    "on": "on LINK: it is open, and the subject is within 1.5 m of an end of it",
}


class IncidentKind(NamedTuple):
    """A kind of incident: what its `what` names, and its meaning. `what` is a section of the tables, or `emotions`, `ties`, or
    `display channels`; None where it names nothing."""

    what: str | None
    meaning: str


INCIDENTS: Final[dict[str, IncidentKind]] = {
    "notices": IncidentKind(None, "becomes aware that the other is there"),
    "undertone": IncidentKind("families", "something felt is heard under the tone that was meant; how much of it, in [0, 1]"),
    "falters": IncidentKind(None, "breaks off in the middle of speech; how much of it was said, in [0, 1]"),
    "unanswered": IncidentKind(None, "waits for an answer, and it is late; how many seconds, as felt"),
    "tires": IncidentKind(None, "is worn by keeping up a display; how much: the effort it is"),
    "slips": IncidentKind("emotions", "a feeling held down shows for a moment; how much is what shows, in [0, 1]"),
    "reads": IncidentKind("families", "sees, for a while, what the other indeed feels; `amount` is the belief"),
    "misses": IncidentKind("act", "does not see or hear what the other does, with attention elsewhere"),
    "catches": IncidentKind("families", "has taken on some of the mood about; `amount` is what is felt of it"),
    "probe noticed": IncidentKind(None, "notices that the other has reached into this one's mind"),
    "misreads": IncidentKind("families", "sees, for a while, what the other does not feel; `amount` is the belief"),
    "finds": IncidentKind("thing", "sees a thing where one did not think it was, perhaps in the hands of the other"),
    "finds gone": IncidentKind("thing", "looks where one thought a thing was, and it is not there"),
    "learns": IncidentKind(
        "fact", "becomes sure, from the other or by seeing it, that something is so, or is not; how much: the odds that it is"
    ),
    "lies": IncidentKind("fact", "tells the other what one holds for untrue; how much: the odds one gives to what one says"),
    "sees through": IncidentKind("fact", "hears the other out, and takes it for a lie; how much: how sure one is of that"),
    "overhears": IncidentKind("fact", "hears what the other says of something, not being the one it is for and not known to be in hearing"),
    "barred": IncidentKind("move", "the author's `never` closes what was open to him; how near its threshold it was"),
    "happens": IncidentKind("turn", "something comes about that is nobody's act; `who` is nobody"),
    "later": IncidentKind("turn", "time is passed over, `amount` s of it; `who` is nobody"),
    "lapses": IncidentKind("motive", "what he promised no longer binds him"),
    "arrives": IncidentKind("mark", "comes into the scene (amount 0), or back into it (1)"),
    "realises": IncidentKind("wonder", "what was wondered passes even odds or .9, or falls back; `amount` is what is thought now"),
    "in the open": IncidentKind("wonder", "asks the other what he means to do: both know now that it is wondered; `amount` is the odds"),
    "both know": IncidentKind("wonder", "knows it of the other, who knows that it is known; `amount` is the least of what each thinks"),
    "freezes": IncidentKind(None, "is stopped dead by what the other does; `amount` is how hard, in [0, 1]"),
    "thaws": IncidentKind(None, "can move again"),
    "tie moves": IncidentKind(
        "ties", "what binds one to the other is no longer what it was; the amount is the change since it was noted last"
    ),
    "hollow": IncidentKind(None, "what drove one has lost its object; the amount is how empty it leaves one"),
    "urge": IncidentKind("motive", "in one who is empty, an urge has grown strong: to stay, to pay, to get away; the amount is its weight"),
    "touched": IncidentKind(None, "is touched by the other; the amount is how welcome it is, below 0 if it is not"),
    "last reading": IncidentKind("ties", "what one believed of the other's tie at the last; the amount is its strength as believed"),
    "wavers": IncidentKind("act", "came near to doing what would turn the scene, and fell back; how much: how near it still is"),
    "recalls": IncidentKind("memory", "a memory comes back unasked; how much: its activation"),
    "cut off": IncidentKind("link", "is on a line with the other, and the other closes it"),
}
"""What befalls people without being done as a move: `who` it befalls, `whom` it is about."""

TURNS: Final[frozenset[str]] = frozenset(("kills", "harms", "threatens", "spares", "confesses", "reveals", "dies"))
"""Meaning words of acts with which a scene turns, beside those that cannot be undone."""

WAKERS: Final[dict[str, str]] = {
    "near": "being near the one it is with, or anyone if it is with nobody; the nearer, the more",
    "voice": "hearing that one speak, a moment ago",
    "touch": "touching that one, or being touched, a moment ago",
    "person": "a person's id: that one is here, and has been noticed",
    "emotion": "an emotion: it is felt",
    "mark": "a mark: one is there",
    "move": "a move: it was perceived a moment ago",
    "covering": "a covering: one sees it worn",
}
"""What wakes a memory: three words of the language, and five kinds of thing that are called by their own names."""

CUES: Final[tuple[str, ...]] = ("near", "voice", "touch")
"""Those of them that are words."""

UNITS: Final[dict[str, float]] = {
    "s": 1.0,
    "sec": 1.0,
    "second": 1.0,
    "seconds": 1.0,
    "min": 60.0,
    "minute": 60.0,
    "minutes": 60.0,
    "h": 3600.0,
    "hour": 3600.0,
    "hours": 3600.0,
}
"""Units of time, in s. Metres are written `m`."""
