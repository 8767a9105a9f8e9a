"""Scenes for property tests: every construct of the language, with references that hold.

`scenes()` draws from the whole model; `scenes(performable=True)` leaves out the world, steering and files used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from hypothesis import strategies as st

from falter.model.conditions import Atom, Clause, Condition
from falter.model.coping import COPING
from falter.model.moves import Effect, Meant, Move, Utterance
from falter.model.people import (
    Arrival,
    Covering,
    DisplayRule,
    Felt,
    Hidden,
    Memory,
    Norm,
    Order,
    Person,
    Power,
    Promise,
    Tie,
    Want,
    Wonder,
    Words,
)  # fmt: skip
from falter.model.scene import (
    Aim,
    Close,
    Closing,
    Detail,
    Elision,
    Ending,
    Expectation,
    Fact,
    Happening,
    Later,
    Link,
    Mark,
    Must,
    Never,
    Part,
    Place,
    Reach,
    Scene,
    Thing,
    Told,
)  # fmt: skip
from falter.model.words import ACT_CHANNELS, DISPLAY_CHANNELS, FELT_WORDS, MEANINGS, MOTIVES, PRONOUNS, STRENGTHS, TIES, TONES

PEOPLE = ("ANNA", "BEN", "KYLO", "FATHER-TWO", "X2")
MARKS = ("door", "desk", "far_end")
MOVES = ("strike", "light", "walk-up", "answer", "answer-2", "x")
THINGS = ("mask", "cloak", "VASE")
FACTS = ("broke", "was-there")
OBJECTS = ("KNIFE", "LETTER")
MEMORIES = ("nights", "the-door")
ENDINGS = ("killed", "spared", "still-there")

Draw = Any


@dataclass(frozen=True)
class Cast:
    """The ids a scene has."""

    people: tuple[str, ...]
    moves: tuple[str, ...]
    marks: tuple[str, ...]
    performable: bool


strengths = st.one_of(st.sampled_from(sorted(STRENGTHS.values())), st.floats(0.0, 1.0), st.sampled_from((0.0, 1.0, 0.5)))
seconds = st.one_of(st.sampled_from((0.5, 1.0, 30.0, 60.0, 90.0, 600.0, 7200.0)), st.floats(0.01, 1e5))
metres = st.one_of(st.sampled_from((0.5, 1.5, 6.0)), st.floats(0.01, 100.0))

_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"), exclude_characters="{}[]|")
_PIECES = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=12),
    st.sampled_from(("{a|b}", "{&left|right}", "{!once}", "{~a|b|}", "[looks]", "[goes=went]", "{KYLO}", '"', "\\", "//", " no ")),
)
texts = st.lists(_PIECES, min_size=1, max_size=4).map("".join).filter(lambda text: bool(text.strip()))
titles = st.one_of(st.sampled_from(("The Gate", "An Office, dark: wholly", "K // Q")), st.text(_LETTERS, min_size=1, max_size=20)).filter(
    lambda text: bool(text.strip())
)


def _some(strategy: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


def _each(names: Sequence[str], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), min_size=1, max_size=most, unique=True).map(tuple)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


@cache
@st.composite
def atoms(draw: Draw, cast: Cast) -> Atom:
    """One atom, of any word."""
    person, move = st.sampled_from(cast.people), st.sampled_from(cast.moves)
    negated = draw(st.booleans())
    kind = draw(
        st.sampled_from(("done", "since", "lull", "bare", "person", "intent", "tie", "within", "named", "felt", "attends", "fact", "thing"))
    )
    if kind in ("done", "since", "lull"):
        fields: dict[str, Any] = {"word": kind, "negated": negated}
        fields |= {} if kind == "lull" else {"move": draw(move)}
        return Atom(**fields, amount=None if kind == "done" else draw(seconds))
    subject = draw(_maybe(person))
    if kind == "bare":
        body = ("heart races", "breath short", "hands shake", "frozen")
        bare = ("asked", "ignored", "answered", "torn", "gone", "dead", "here", "alone", "dark", "light", *body)
        fields = {"word": draw(st.sampled_from(bare))}
        if fields["word"] == "asked":
            by = draw(st.sampled_from(("", "move", "person")))
            fields |= {by: draw(move if by == "move" else person)} if by else {}
    elif kind == "person":
        fields = {"word": draw(st.sampled_from(("noticed", "noticed by", "near"))), "person": draw(person)}
    elif kind == "intent":
        fields = {"word": "suspects", "person": draw(person), "move": draw(move), "other": draw(_maybe(person))}
    elif kind == "tie":
        word = draw(st.sampled_from(("believes", "doubts")))
        fields = {"word": word, "person": draw(person), "name": draw(st.sampled_from(tuple(TIES))), "other": draw(person)}
    elif kind == "fact":
        word = draw(st.sampled_from(("knows", "suspects", "believes", "doubts")))
        fields = {"word": word, "name": draw(st.sampled_from(FACTS)), "person": draw(_maybe(person)) if word == "knows" else None}
    elif kind == "thing":
        word = draw(st.sampled_from(("sees", "holds", "near", "thinks")))
        fields = {"word": word, "name": draw(st.sampled_from(OBJECTS))}
        if word == "thinks":
            fields |= {"person": draw(_maybe(person)), "other": draw(st.sampled_from((*cast.marks, "RUG")))}
    elif kind == "within":
        fields = {"word": "within", "amount": draw(metres), "person": draw(_maybe(person))}
    elif kind == "felt":
        fields = {"word": draw(st.sampled_from(("feels", "shows", "rises", "slips"))), "name": draw(st.sampled_from(FELT_WORDS))}
    elif kind == "attends":
        fields = {"word": "attends", "name": draw(st.sampled_from(tuple(MOTIVES)))}
    else:
        names = {"at": cast.marks, "wears": THINGS[:2], "recalls": MEMORIES}
        word = draw(st.sampled_from(sorted(names)))
        fields = {"word": word, "name": draw(st.sampled_from(names[word]))}
    return Atom(**fields, subject=subject, negated=negated)


@cache
def conditions(cast: Cast, least: int = 0) -> st.SearchStrategy[Condition]:
    """A condition of up to two clauses of up to two atoms."""
    clause = st.lists(atoms(cast), min_size=1, max_size=2).map(lambda found: Clause(atoms=tuple(found)))
    return st.lists(clause, min_size=least, max_size=2).map(lambda found: Condition(clauses=tuple(found)))


@cache
@st.composite
def meanings(draw: Draw, cast: Cast) -> Meant:
    """A meaning with or without object, numbers and doer."""
    word = draw(st.sampled_from(tuple(MEANINGS)))
    objects: dict[str, tuple[str, ...]] = {
        "person": cast.people, "emotion": FELT_WORDS, "none": (), "memory": MEMORIES,
        "hidden": (*FELT_WORDS, *FACTS) if cast.performable else (*FELT_WORDS, *FACTS, *MEMORIES),
        "fact": FACTS,
    }  # fmt: skip
    names = (*objects[MEANINGS[word].object], *(FACTS if word == "asks" else ()))
    effect = st.builds(Effect, motive=st.sampled_from(tuple(MOTIVES)), value=st.one_of(st.sampled_from((0.6, -0.1)), st.floats(-1.0, 1.0)))
    return Meant(
        word=word,
        object=draw(_maybe(st.sampled_from(names))) if names else None,
        effects=draw(_some(effect)),
        by=draw(_maybe(st.sampled_from(cast.people))),
    )


felts = st.builds(Felt, emotion=st.sampled_from(FELT_WORDS), strength=_maybe(strengths))


@cache
def wordings(cast: Cast) -> st.SearchStrategy[Utterance]:
    """A `says` or `does` line."""
    return st.builds(
        Utterance,
        kind=st.sampled_from(("says", "does")),
        text=texts,
        tone=_maybe(st.sampled_from(tuple(TONES))),
        feels=_some(felts),
        when=conditions(cast),
        means=_some(meanings(cast)),
    )


@cache
@st.composite
def moves(draw: Draw, cast: Cast, id_: str) -> Move:
    """A move with everything a move may have."""
    towards = draw(_maybe(st.sampled_from(("to", "on", "toward", "from"))))
    walked = towards in ("toward", "from")
    targets = (*cast.people, *cast.marks) if walked else (*cast.people, "asker")
    own = draw(_some(st.builds(Utterance, text=texts), 1))
    fields: dict[str, Any] = {
        "who": draw(st.one_of(st.just(()), _each(cast.people))),
        "towards": towards,
        "target": draw(st.sampled_from(targets)) if towards else None,
        "wordings": own + draw(_some(wordings(cast))),
        "step": draw(_maybe(metres)) if walked else None,
        "leans": draw(st.one_of(st.just(0.0), st.sampled_from((0.15, 0.4)), st.floats(0.0, 0.99))),
        "takes": draw(_maybe(seconds)),
        "lands": draw(_maybe(seconds)),
        "uses": draw(st.one_of(st.just(()), _each(tuple(ACT_CHANNELS)))),
        "drops": draw(st.one_of(st.just(()), _each(THINGS[:2]))),
        "dons": draw(st.one_of(st.just(()), _each(THINGS[:2]))),
        "tells": draw(st.one_of(st.just(()), _each(FACTS))),
        "means": draw(_some(meanings(cast))),
        "needs": draw(conditions(cast)),
        "once": draw(_maybe(st.just("before-" + id_))),
    }
    fields |= {flag: draw(st.booleans()) for flag in ("inner", "aside", "again", "only_once", "lasting")}
    place = st.tuples(st.sampled_from(OBJECTS), st.sampled_from(("on", "in", "under", "behind")), st.sampled_from((*cast.marks, "RUG")))
    fields |= {
        "puts": draw(_maybe(place)),
        "gives": draw(_maybe(st.sampled_from(OBJECTS))),
        "searches": draw(_maybe(st.sampled_from((*cast.marks, "RUG")))),
        "grabs": draw(_maybe(st.sampled_from(OBJECTS))),
    }
    return Move(id=id_, **fields)


@cache
@st.composite
def ties(draw: Draw, cast: Cast) -> Tie:
    """A tie; where it need not be performable, perhaps a range."""
    low, high = sorted((draw(strengths), draw(strengths)))
    ranged = not cast.performable and draw(st.booleans())
    return Tie(
        word=draw(st.sampled_from(tuple(TIES))),
        person=draw(st.sampled_from(cast.people)),
        strength=low,
        upto=high if ranged else None,
        hidden=draw(st.booleans()),
        because=draw(_maybe(texts)),
    )


@cache
@st.composite
def orders(draw: Draw, cast: Cast) -> Order:
    """An order to make a move, or to keep someone on a link."""
    person, keeps = st.sampled_from(cast.people), not cast.performable and draw(st.booleans())
    fields: dict[str, Any] = {
        "by": draw(person),
        "strength": draw(strengths),
        "within": draw(_maybe(seconds)),
        "because": draw(_maybe(texts)),
    }
    if keeps:
        return Order(**fields, keeps=(draw(person), "phone"))
    return Order(**fields, move=draw(st.sampled_from(cast.moves)), target=draw(_maybe(person)))


@cache
@st.composite
def wonders(draw: Draw, cast: Cast) -> Wonder:
    """Something wondered about another's intent or tie, or a fact."""
    person = st.sampled_from(cast.people)
    about = draw(st.sampled_from(("means", "tie", "fact")))
    strength = draw(strengths)
    if about == "fact":
        return Wonder(about="fact", fact=draw(st.sampled_from(FACTS)), strength=strength)
    if about == "tie":
        tie = draw(st.sampled_from(tuple(TIES)))
        return Wonder(about="tie", person=draw(person), tie=tie, other=draw(person), strength=strength)
    return Wonder(
        about="means", person=draw(person), move=draw(st.sampled_from(cast.moves)), target=draw(_maybe(person)), strength=strength
    )


@cache
@st.composite
def words(draw: Draw, cast: Cast) -> Words:
    """Words for what is inside or seen."""
    kind = draw(st.sampled_from(("thinks", "senses", "waits", "sees")))
    person = draw(st.sampled_from(cast.people)) if kind == "sees" else None
    return Words(
        kind=kind, text=draw(texts), person=person, when=draw(conditions(cast)), again=draw(_some(texts)), last=draw(_maybe(texts))
    )


@cache
def coverings() -> st.SearchStrategy[tuple[Covering, ...]]:
    """What someone wears: each thing once, each channel once a thing."""
    over = _each(tuple(DISPLAY_CHANNELS)).flatmap(
        lambda names: st.tuples(*(st.builds(Hidden, channel=st.just(n), strength=strengths) for n in names))
    )
    return _each(THINGS[:2], 2).flatmap(
        lambda things: st.tuples(*(st.builds(Covering, thing=st.just(thing), over=over) for thing in things))
    )


@cache
@st.composite
def people(draw: Draw, cast: Cast, id_: str) -> Person:
    """A person with everything a person may have."""
    beside = draw(_maybe(st.sampled_from(cast.people)))
    tie = ties(cast)
    fields: dict[str, Any] = {
        "called": draw(_maybe(texts)),
        "pronoun": draw(st.sampled_from(tuple(PRONOUNS))),
        "away": draw(st.booleans()),
        "once": draw(_maybe(st.just(id_ + "-OLD"))),
        "tempo": draw(st.sampled_from(("slow", "even", "quick"))),
        "busy": draw(st.booleans()),
        "at": draw(_maybe(st.sampled_from(cast.marks))) if beside is None else None,
        "beside": beside,
        "apart": None if beside is None else draw(metres),
        "wears": draw(st.one_of(st.just(()), coverings())),
        "moods": draw(_some(st.builds(Felt, emotion=st.sampled_from(FELT_WORDS), strength=strengths))),
        "ties": draw(_some(tie)),
        "orders": draw(_some(orders(cast))),
        "norms": draw(_some(st.builds(Norm, against=st.booleans(), meaning=st.sampled_from(tuple(MEANINGS)), strength=strengths))),
        "wants": draw(
            _some(st.builds(Want, move=st.sampled_from(cast.moves), target=_maybe(st.sampled_from(cast.people)), strength=strengths))
        ),
        "hides": draw(st.one_of(st.just(()), _each(FELT_WORDS))),
        "shows": draw(_some(display_rules())),
        "copes": draw(st.one_of(st.none(), st.just(()), _each(tuple(COPING)))),
        "wonders": draw(_some(wonders(cast))),
        "words": draw(_some(words(cast))),
    }
    if id_ == cast.people[0]:
        fields["memories"] = draw(memories(cast))
    if not cast.performable:
        fields |= draw(_later_person(cast))
    return Person(id=id_, **fields)


@cache
@st.composite
def display_rules(draw: Draw) -> DisplayRule:
    """What is done with the display of a feeling; no check asks more of one than that a mask be another feeling."""
    rule = draw(st.sampled_from(("plays up", "plays down", "masks", "feigns")))
    emotion, by = draw(st.lists(st.sampled_from(FELT_WORDS), min_size=2, max_size=2, unique=True))
    if rule == "masks":
        return DisplayRule(rule="masks", emotion=emotion, by=by)
    return DisplayRule(rule=rule, emotion=emotion, strength=draw(strengths))


@cache
@st.composite
def memories(draw: Draw, cast: Cast) -> tuple[Memory, ...]:
    """All the memories that a scene's lines speak of."""
    cues = ("near", "voice", "touch", *cast.people, *cast.marks, *cast.moves, *FELT_WORDS[:3])
    return tuple(
        Memory(
            id=id_,
            text=draw(texts),
            with_=draw(_maybe(st.sampled_from(cast.people))),
            feels=draw(_some(felts)),
            woken=draw(_each(cues)),
        )
        for id_ in MEMORIES
    )


@cache
@st.composite
def _later_person(draw: Draw, cast: Cast) -> dict[str, Any]:
    """What a person may have and the engine cannot perform yet."""
    low, high = sorted((draw(seconds), draw(seconds)))
    arrival = st.builds(Arrival, mark=st.just(cast.marks[0]), earliest=st.just(low), latest=st.just(high), text=_maybe(texts))
    promise = st.builds(
        Promise,
        move=st.sampled_from(cast.moves),
        target=_maybe(st.sampled_from(cast.people)),
        unless=_maybe(conditions(cast, 1)),
        within=_maybe(seconds),
        strength=strengths,
    )
    return {
        "count": draw(st.sampled_from((1, 1, 6))),
        "arrives": draw(_maybe(arrival)),
        "promises": draw(_some(promise)),
        "powers": draw(_some(st.builds(Power, word=st.just("probe"), strength=strengths), 1)),
    }


@cache
@st.composite
def places(draw: Draw, cast: Cast) -> Place:
    """A place with the cast's marks, in a line."""
    marks = [Mark(id=cast.marks[0], called=draw(_maybe(texts)))]
    for at, id_ in enumerate(cast.marks[1:]):
        marks.append(Mark(id=id_, called=draw(_maybe(texts)), reaches=(Reach(metres=draw(metres), mark=cast.marks[at]),)))
    return Place(text=draw(titles), dark=draw(strengths), marks=tuple(marks))


@cache
@st.composite
def _closings(draw: Draw, cast: Cast) -> Closing:
    kind = draw(st.sampled_from(("after", "when", "at")))
    if kind == "after":
        return Closing(after=draw(st.sampled_from(cast.moves)), seconds=draw(seconds))
    return Closing(when=draw(conditions(cast, 1))) if kind == "when" else Closing(at=draw(seconds))


@cache
@st.composite
def _shares(draw: Draw) -> tuple[float, float]:
    share = st.one_of(st.integers(0, 100).map(float), st.floats(0.0, 100.0))
    low, high = sorted((draw(share), draw(share)))
    return low, high


@cache
@st.composite
def _world(draw: Draw, cast: Cast) -> dict[str, Any]:
    """What a scene may have and the engine cannot perform yet."""
    low, high = sorted((draw(seconds), draw(seconds)))
    move = st.sampled_from(cast.moves)
    carries = st.lists(st.tuples(st.sampled_from(tuple(DISPLAY_CHANNELS)), strengths), min_size=1, max_size=2).map(tuple)
    timed, judged = (
        Happening(id="lights", text="White.", earliest=low, latest=high, at=cast.marks[0], dark=0.4),
        st.builds(
            Happening,
            id=st.just("dawn"),
            text=texts,
            when=conditions(cast, 1),
            means=st.sampled_from(((), (Meant(word="threatens", object=cast.people[0]),))),
        ),
    )
    later = st.builds(Later, id=st.sampled_from(("later", "at-dawn")), passes=seconds, text=_maybe(texts), after=_maybe(move))
    aim = _shares().flatmap(lambda share: st.builds(Aim, ending=st.sampled_from(ENDINGS), least=st.just(share[0]), most=st.just(share[1])))
    link = st.builds(Link, id=st.just("phone"), between=st.just(cast.marks[:2]), closed=st.booleans(), carries=carries)
    return {
        "uses": draw(_some(st.just("people.falter"), 1)),
        "links": draw(_some(link, 1)),
        "happenings": draw(_some(st.one_of(st.just(timed), judged))),
        "laters": draw(_some(later)),
        "nevers": draw(_some(st.builds(Never, move=move, after=move))),
        "musts": draw(_some(st.builds(Must, move=move, before=_maybe(move)))),
        "aims": draw(_some(aim)),
    }


@st.composite
def scenes(draw: Draw, performable: bool = False) -> Scene:
    """A whole scene."""
    cast = Cast(draw(_each(PEOPLE, 3)), draw(_each(MOVES, 3)), MARKS[: draw(st.integers(2, 3))], performable)
    made = [draw(moves(cast, id_)) for id_ in cast.moves]
    split = draw(st.integers(1, len(made)))
    after = st.sampled_from(cast.moves)
    parts = (Part(id=draw(_maybe(st.just("roof"))), after=cast.moves[0], moves=tuple(made[split:])),) if made[split:] else ()
    told = st.builds(
        Told,
        close=_some(st.builds(Close, person=st.sampled_from(cast.people), after=_maybe(after))),
        tense=st.sampled_from(("past", "present")),
        elided=_some(st.builds(Elision, move=after, text=_maybe(texts))),
    )
    ending = st.builds(Ending, name=st.sampled_from(ENDINGS), when=conditions(cast, 1))
    shares = _shares().flatmap(
        lambda share: st.builds(Expectation, ending=st.sampled_from(ENDINGS), least=st.just(share[0]), most=st.just(share[1]))
    )
    return Scene(
        title=draw(titles),
        place=draw(places(cast)),
        told=draw(told),
        tempo=draw(st.sampled_from(("slow", "even", "quick"))),
        constants=draw(_some(st.tuples(st.just("theta0"), st.one_of(st.just(1.2), st.floats(-1e6, 1e6))), 1)),
        people=tuple(draw(people(cast, id_)) for id_ in cast.people),
        details=draw(
            _some(
                st.builds(
                    Detail,
                    id=st.sampled_from(("papers", "lamp")),
                    first=texts,
                    again=_some(texts),
                    last=_maybe(texts),
                    when=conditions(cast),
                )
            )
        ),
        moves=tuple(made[:split]),
        parts=parts,
        things=(
            Thing(id="KNIFE", preposition="held by", where=cast.people[0]),
            Thing(
                id="LETTER",
                called=draw(_maybe(texts)),
                preposition=draw(st.sampled_from(("on", "in"))),
                where=draw(st.sampled_from(("RUG", *cast.marks))),
            ),
            Thing(id="RUG", preposition="on", where=cast.marks[0]),
        ),
        facts=tuple(Fact(id=id_, text=draw(texts), true=draw(st.booleans())) for id_ in FACTS),
        closings=draw(_some(_closings(cast), 3)),
        endings=draw(_some(ending)) + draw(_some(st.just(Ending(name="else-ending")), 1)),
        expectations=draw(_some(st.one_of(shares, st.just(Expectation())))),
        **({} if performable else draw(_world(cast))),
    )
