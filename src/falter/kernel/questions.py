"""Questions that are open: who owes whom an answer, which of several is in hand, which an answer settles (docs/mind/speech.md)."""

from __future__ import annotations

from falter.kernel.acts import NO_TIME
from falter.kernel.conditions import presence
from falter.kernel.incidents import bit_of
from falter.kernel.telling import tells_of
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def debtor_of(ti: Ints, si: Ints, question: int) -> int:
    """Who owes an answer to a question, -1 where it is not open."""
    return si[ti[SI_QUESTION] + question * SI_QUESTION_SIZE + QUESTION_DEBTOR]


@step_code
def asker_of(ti: Ints, question: int) -> int:
    """Whose question it is."""
    return ti[ti[TI_QUESTION] + question * TI_QUESTION_SIZE + QUESTION_ASKER]


@step_code
def newest(ti: Ints, si: Ints, sf: Floats, debtor: int, asker: int) -> int:
    """The question asked last of those that the one owes an answer to, and the other put; -1 for either is anybody. -1 if there is none."""
    best = -1
    latest = 0.0
    for question in range(ti[N_QUESTION]):
        owing = debtor_of(ti, si, question)
        if owing < 0 or (debtor >= 0 and owing != debtor) or (asker >= 0 and asker_of(ti, question) != asker):
            continue
        asked = sf[ti[SF_QUESTION] + question * SF_QUESTION_SIZE + QUESTION_LATEST]
        if best < 0 or asked > latest:
            best = question
            latest = asked
    return best


@step_code
def take_up(ti: Ints, si: Ints, sf: Floats, person: int) -> None:
    """Of the questions somebody owes an answer to, the newest is the one in hand. One that comes back to hand presses from now on;
    one by which the same asker follows up another presses since that."""
    mine = ti[SI_PERSON] + person * SI_PERSON_SIZE
    owed = ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_OWED
    before = si[mine + PERSON_QUESTION]
    question = newest(ti, si, sf, person, -1)
    if question == before:
        return
    si[mine + PERSON_QUESTION] = question
    if question < 0:
        si[mine + PERSON_CREDITOR] = -1
        sf[owed] = NO_TIME
        return
    asker = asker_of(ti, question)
    follows = before >= 0 and debtor_of(ti, si, before) == person and asker_of(ti, before) == asker
    if follows:
        since = ti[SF_QUESTION] + QUESTION_SINCE
        sf[since + question * SF_QUESTION_SIZE] = sf[since + before * SF_QUESTION_SIZE]
    else:
        sf[owed] = sf[ti[SF_RUN] + RUN_T]
    si[mine + PERSON_CREDITOR] = asker


@step_code
def await_answer(ti: Ints, si: Ints, sf: Floats, person: int) -> None:
    """Of the questions somebody has put, the newest that is open is the one he waits for."""
    question = newest(ti, si, sf, -1, person)
    asked = NO_TIME
    if question >= 0:
        asked = sf[ti[SF_QUESTION] + question * SF_QUESTION_SIZE + QUESTION_SINCE]
    si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_DEBTOR] = debtor_of(ti, si, question) if question >= 0 else -1
    sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_ASKED] = asked


@step_code
def ask(ti: Ints, si: Ints, sf: Floats, question: int, aim: int, mask: int) -> None:
    """A question that was heard is open: an answer is owed. Asked again, it is the same question; asked of another, it is his."""
    asker = asker_of(ti, question)
    if aim < 0 or aim == asker or mask & bit_of(aim) == 0 or presence(ti, si, aim) != 0:
        return
    state = ti[SI_QUESTION] + question * SI_QUESTION_SIZE
    times = ti[SF_QUESTION] + question * SF_QUESTION_SIZE
    t = sf[ti[SF_RUN] + RUN_T]
    before = si[state + QUESTION_DEBTOR]
    if before != aim:
        sf[times + QUESTION_SINCE] = t
    sf[times + QUESTION_LATEST] = t
    si[state + QUESTION_DEBTOR] = aim
    si[state + QUESTION_HUSHED] = 0
    if before >= 0 and before != aim:
        take_up(ti, si, sf, before)
    take_up(ti, si, sf, aim)
    await_answer(ti, si, sf, asker)
    si[ti[SI_PERSON] + asker * SI_PERSON_SIZE + PERSON_ANSWERED] = 0


@step_code
def close_question(ti: Ints, si: Ints, sf: Floats, question: int) -> None:
    """A question is open no more; the one who owed, and the one who waited, turn to the next."""
    cell = ti[SI_QUESTION] + question * SI_QUESTION_SIZE + QUESTION_DEBTOR
    debtor = si[cell]
    si[cell] = -1
    take_up(ti, si, sf, debtor)
    await_answer(ti, si, sf, asker_of(ti, question))


@step_code
def settle_question(ti: Ints, tf: Floats, si: Ints, sf: Floats, question: int, event: int) -> None:
    """A question has had its answer, late or not."""
    waited = sf[ti[SF_EVENT] + event * SF_EVENT_SIZE + EVENT_T] - sf[ti[SF_QUESTION] + question * SF_QUESTION_SIZE + QUESTION_SINCE]
    if waited > tf[K_ANSWER_DUE]:
        si[ti[SI_EVENT] + event * SI_EVENT_SIZE + EVENT_LATE] = 1
    close_question(ti, si, sf, question)
    si[ti[SI_PERSON] + asker_of(ti, question) * SI_PERSON_SIZE + PERSON_ANSWERED] = 1


@step_code
def tell_what_was_asked(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, event: int) -> bool:
    """Saying of a fact how it stands settles every question about it whose asker hears that."""
    row = ti[SI_EVENT] + event * SI_EVENT_SIZE
    told = False
    for question in range(ti[N_QUESTION]):
        heard = si[row + EVENT_HEARD] & bit_of(asker_of(ti, question)) != 0
        fact = ti[ti[TI_QUESTION] + question * TI_QUESTION_SIZE + QUESTION_FACT]
        if debtor_of(ti, si, question) == doer and heard and tells_of(ti, si[row + EVENT_WORDING], fact):
            settle_question(ti, tf, si, sf, question, event)
            told = True
    return told


@step_code
def answer(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, event: int) -> None:
    """An answer settles one question whose asker hears it: the one its line names, else of the one it is for, else the newest."""
    row = ti[SI_EVENT] + event * SI_EVENT_SIZE
    named = ti[ti[TI_ACT] + si[row + EVENT_ACT] * TI_ACT_SIZE + ACT_ANSWERS]
    best = -1
    rank = 0
    latest = 0.0
    for question in range(ti[N_QUESTION]):
        asker = asker_of(ti, question)
        if debtor_of(ti, si, question) != doer or si[row + EVENT_HEARD] & bit_of(asker) == 0:
            continue
        fits = 1 if asker == si[row + EVENT_AIM] else 0
        if named >= 0 and ti[ti[TI_QUESTION] + question * TI_QUESTION_SIZE + QUESTION_MOVE] == named:
            fits = fits + 2
        asked = sf[ti[SF_QUESTION] + question * SF_QUESTION_SIZE + QUESTION_LATEST]
        if best < 0 or fits > rank or (fits == rank and asked > latest):
            best = question
            rank = fits
            latest = asked
    if best >= 0:
        settle_question(ti, tf, si, sf, best, event)


@step_code
def void(ti: Ints, si: Ints, sf: Floats, person: int) -> None:
    """What somebody owes, and what he is owed, is let go."""
    for question in range(ti[N_QUESTION]):
        debtor = debtor_of(ti, si, question)
        if debtor >= 0 and (debtor == person or asker_of(ti, question) == person):
            close_question(ti, si, sf, question)
