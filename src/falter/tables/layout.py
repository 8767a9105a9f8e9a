"""The layout of tables and state: every section and column, declared once with its unit and meaning.

`tables/columns.py` holds the offsets as plain constants, which both modes read; it is written from here by
`python -m falter.tables.layout` and a test keeps the two in step. Nothing here knows a scene.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

BLOCKS: Final = {
    "ti": "table integers",
    "tf": "table floats",
    "tu": "table words: addresses of draws",
    "si": "state integers",
    "sf": "state floats",
}


LANES: Final = 8
"""Cells of a reading's grid that stand side by side in a row, so that a processor can do them at once."""
ENDLESS: Final = 1e18
"""Beyond any number that the state can hold."""
_RANGE: Final = re.compile(r"in [\[(](-?[\d.]+), (-?[\d.]+)[\])]")


class Column(NamedTuple):
    """A column: name, block, width in cells, unit (`1` for none, `row` for a row number, `flag`), meaning."""

    name: str
    block: str
    width: int
    unit: str
    meaning: str

    @property
    def stated(self) -> tuple[float, float]:
        """The range its meaning states, ends included: `in [0, 1]`, `at least 0`; a flag is 0 or 1, a row at least −2; else any number
        that is finite. Times reach from −10¹⁸ to 10¹⁸ s, which stand for never."""
        found = _RANGE.search(self.meaning)
        if found is not None:
            return float(found[1]), float(found[2])
        if self.unit == "flag":
            return 0.0, 1.0
        if self.unit == "row":
            return -2.0, ENDLESS
        return (0.0 if "at least 0" in self.meaning else -ENDLESS), ENDLESS


class Section(NamedTuple):
    """Rows of one kind; `rows` says what a row is."""

    name: str
    rows: str
    columns: tuple[Column, ...]

    def size(self, block: str) -> int:
        """Cells a row takes in a block."""
        return sum(column.width for column in self.columns if column.block == block)


def _section(name: str, rows: str, text: str) -> Section:
    columns = []
    for line in text.strip().splitlines():
        head, meaning = line.strip().split(" : ")
        block, column, unit, *width = head.split()
        columns.append(Column(column, block, int(width[0]) if width else 1, unit, meaning))
    return Section(name, rows, tuple(columns))


_DECLARED: Final[tuple[Section, ...]] = (
    _section(
        "run",
        "one for the performance",
        """
        sf T s : story time at the start of the step
        sf LAST s : when anything was done last that was no inner move
        sf CLOSE s : when it closes, as far as decided; beyond reach if not
        sf SWITCH 1 : chance that attention is drawn anew in a step, in [0, 1]
        sf DARKNESS 1 : of the place, in [0, 1]
        sf PASSED s : time passed over so far, which no step was taken for, at least 0
        si MET flag : once closed: all that must be done was
        si STATUS 1 : 0 going on, 1 closed, 2 buffer full
        si ENDING 1 : row of the ending, once closed
        si EVENTS 1 : events recorded so far
        si INCIDENTS 1 : incidents recorded so far
        si TILTED flag : luck is tilted, and what it comes to is summed up
        si MEDDLED flag : acts have been barred, hushed or asked for from outside
        si STIRRED flag : something began or took effect since the ways of closing were judged
        ti CAPACITY 1 : event rows there is room for
        ti ROOM 1 : incident rows there is room for
        ti EVERY 1 : steps from one refresh to the next
        ti READ_EVERY 1 : steps from one taking stock to the next
        tf RISE_KEPT 1 : share of what a feeling lacks that is left after a refresh
        tf RECENT_KEPT 1 : share left after a refresh of how far the remembered feeling lags behind
        tf CUE_KEPT 1 : share of what cues add that is left after a refresh
        tf HOMING 1 : share of the way from home that a mood keeps over a refresh
        tf SECONDS s : length of a refresh
        tf HOLLOW_KEPT 1 : share of emptiness left after a refresh
        tf WAKE_KEPT 1 : share left after a refresh of what is still in the ear or on the skin
        tf LIMIT s : latest time of closing
    """,
    ),
    _section(
        "person",
        "a person, in the scene's id order",
        """
        ti MOTIVES row : first motive
        ti MOTIVES_END row : past the last motive
        ti ACTS row : first act
        ti ACTS_END row : past the last act
        ti READS row : first reading of another
        ti READS_END row : past the last reading
        ti WONDERS row : first of what is wondered about others
        ti WONDERS_END row : past the last
        ti COVERS row : first covering
        ti COVERS_END row : past the last covering
        ti MEMORIES row : first memory
        ti MEMORIES_END row : past the last memory
        ti RIVALRY 1 : where in the rivalry section the square of acts starts
        ti AWAY flag : not in the scene
        ti BUSY flag : with attention elsewhere at the start
        tf X0 m : place at the start
        tf Y0 m : place at the start
        tf COUNT 1 : how many they are, in one mind
        tf TEMPER 1 : what thresholds are multiplied by
        tf HOME 1 3 : mood one comes in with and returns to: pleasure, arousal, dominance, in [-1, 1]
        tu ATTEND 1 : address of the chance to attend anew
        tu TURN 1 : address that orders simultaneous acts
        tu LAPSE 1 : address of the lapse
        tu RECALL 1 : address of the attempt to recall something
        si PRESENCE 1 : 0 here, 1 away, 2 gone, 3 dead
        si ATTENDED row : motive in mind, -1 none
        si OPEN 1 : acts open now
        si CREDITOR row : who is owed an answer to the question in hand, -1 none
        si DEBTOR row : who owes this one an answer to what he asked last, -1 none
        si ANSWERED flag : the last question was answered
        si QUESTION row : of the questions this one owes an answer to, the one in hand, -1 none
        si SLIP_SEEN 1 : bit mask of those who saw or heard what got away last
        si BUSY_NOW flag : attention is elsewhere
        si STALE flag : to be refreshed before the next step
        si LEADING row : act nearest its threshold, -1 none
        sf X m : place
        sf Y m : place
        sf DRIVE 1 : sum of w g kappa over motives, at least 0
        sf OWED s : since when the question in hand presses
        sf ASKED s : when the question was asked that this one waits for
        sf NEXT_LAND s : when the next act in hand takes effect
        sf FREE s 5 : when each act channel is free again
        sf LISTENS s : until when someone else is heard to speak
        sf SEEN_FREE s 5 : when each act channel is free again, as far as others can see
        si SEEN_TAKEN 1 : bit mask of act channels in use now, as far as others can see
        sf NEAREST 1 : preference over threshold of the leading act
        sf CONFLICT 1 : C of the leading act, in [0, 1]
        sf ACTED s : when this one did anything last
        sf HIDES 1 23 : how far the display of each emotion is held down: 1 hidden, 0 let be, below 0 played up, in [-1, 1]
        sf POSES 1 23 : how strongly each emotion is feigned, in [0, 1]
        si MASKS 1 : how many emotions have another put on in their place
        si MASKED row 23 : emotion put on in place of each emotion, -1 none
        sf EFFORT 1 : effort of keeping up a display, in [0, 1]
        sf RESERVE 1 : what is left to make such efforts with, in [0, 1]
        sf PACE 1 : felt seconds in a second, at least 0
        sf FELT_TIME s : time as this one has felt it go by, at least 0
        sf IN_VAIN s : when the question was asked that was found to stay without an answer
        sf UNDERTONE 1 : what is heard under the tone of what is being said does to the one it is for, in [-1, 1]
        sf SLIPPED s : when a feeling held down got away last
        tu SLIP_ON 1 6 : addresses of the channel it gets away on
        sf GRIP 1 : share of the control over display that is exercised: less with the reserve low, none when alone, in [0, 1]
        sf MOOD 1 3 : mood now: pleasure, arousal, dominance, in [-1, 1]
        sf VIGOUR 1 : what mood multiplies drifts by, in [0.5, 1.5]
        sf AROUSAL 1 : arousal of the body, in [0, 1]
        sf HEART 1/min : heart rate, in [0, 300]
        sf BREATH 1/min : breathing rate, in [0, 100]
        sf TREMOR 1 : shaking of the hands, in [0, 1]
        sf FROZEN 1 : how far he is frozen, in [0, 1]
        sf USED_TO 1 : how far he is used to being stared down, in [0, 1]
        si TAKEN 1 : bit mask of act channels in use now
        si CHOSEN row : act that crossed its threshold in this step, -1 none
        sf CHOSEN_AT 1 : where in the step, in [0, 1]
        ti GLANCES row : first of those whose feelings this one reads
        ti GLANCES_END row : past the last
        tu MANNERS 1 18 : addresses of this one's own manner, channel x axis
        sf MANNER 1 18 : this one's own manner, in its deviations
        tu EXPRESSES 1 7 : addresses of which feeling comes to the fore, by family, and of when another does
        si FOREMOST 1 : family of feeling to the fore in the display, -1 none
        tf PROBES 1 : how well this one reaches into minds, in [0, 1]
        tu ELSEWHERE 1 : address of attention that is elsewhere
        si ELSEWHERE_NOW flag : attention is elsewhere until the next refresh
        sf CAUGHT 1 4 : what has been taken on of others' joy, sadness, anger, fear, in all; at least 0
        sf AVERTED s : until when the eyes are kept off others
        sf BRACED 1 : how much harder than by habit displays are held down, in [0, 1]
        sf HOLLOW 1 : emptiness since motives lost their object, in [0, 1]
        sf COLD flag : in this step nothing stirs this one, as is wanted from outside
    """,
    ),
    _section(
        "emotion",
        "an emotion of the closed list",
        """
        tf HALF_LIFE s : half-life
        tf KEPT 1 : share of the excess left after one refresh
        tf PAD 1 3 : its pleasure, arousal and dominance, in [-1, 1]
        tf LENGTH 1 : length of that vector
        tf LOOKS 1 6 : how much it looks like each family of feeling, in [0, 1]
    """,
    ),
    _section(
        "display",
        "person x display channel",
        """
        sf SHOWN 1 6 : how much of each family of feeling would show if nothing were worn, in [0, 1]
    """,
    ),
    _section(
        "feeling",
        "person x emotion",
        """
        tf MOOD 1 : what the person comes in with
        sf FELT 1 : intensity, in [0, 1]
        sf BASE 1 : what mood, ties and odds keep up, in [0, 1]
        sf BEFORE 1 : intensity some seconds ago, in [0, 1]
        sf LOOSE s : until when its display is out of hand
        tu SLIP 1 : address of its getting away
        sf PRIOR 1 : intensity before the act that is taking effect, in [0, 1]
    """,
    ),
    _section(
        "motive",
        "a motive; rows by owner",
        """
        ti OWNER row : person
        ti KIND 1 : index into the list of motives
        ti OBJECT row : person it is about, -1 none
        ti MOVE row : move it is about, -1 none
        ti TARGET row : person the move is for, -1 none
        ti FEELING row : emotion it is about (secrecy) or driven by (a tendency), -1 none
        ti GAINS row : first gain row
        ti GAINS_END row : past the last
        ti AGAINST flag : a norm against
        ti OUTLIVES flag : its move may be done on the dead
        ti FACT row : fact it is about, -1 none
        ti LINK row : link that someone is to be kept on, -1 none
        ti CLAUSES row : first clause of what releases from a promise
        ti CLAUSES_END row : past the last
        ti TOLD row : what another wonders that would give this secret away, -1 none
        tf W0 1 : weight at the start; for a tendency, weight per unit of feeling
        tf P0 1 : prospect at the start
        tf DEADLINE s : when it must be met; beyond reach if never
        tu DRAW 1 : address in the race for attention
        si SETTLED flag : met, lost or past
        si URGED flag : as an urge of one who is empty it has been written down
        si MUTED flag : it weighs nothing, as is wanted from outside
        sf W 1 : weight now, in [0, 1]
        sf P 1 : prospect, in [0, 1]
        sf G 1 : emotional gain, in [0.5, 3]
        sf CUE 1 : what cues and focus add to attention, in [0, 3]
        sf SHARE 1 : w g kappa, at least 0
        sf IDLE 1 : use of doing nothing
        sf TOTAL 1 : sum of U over the open acts
        sf NOTED 1 : prospect when it was last news, in [0, 1]
        sf HELD 1 : weight at the last refresh, in [0, 1]
    """,
    ),
    _section(
        "gain",
        "an emotion's effect on a motive's gain",
        """
        ti FEELING row : emotion
        tf SLOPE 1 : added to the gain per unit of feeling
    """,
    ),
    _section(
        "move",
        "a move of the scene",
        """
        si DONE 1 : times done
        sf FIRST s : when first done (landed)
        sf LATEST s : when last done
        ti PART row : part it belongs to, -1 none
        ti STANDING flag : stays open when a part opens
        ti TALLY row : the first move of this id, which counts for all of them
        ti NEVERS row : first of what it may not be done after
        ti NEVERS_END row : past the last
    """,
    ),
    _section(
        "never",
        "what a move may not be done after",
        """
        ti AFTER row : move
    """,
    ),
    _section(
        "must",
        "what a performance is asked for",
        """
        ti MOVE row : move that must be done
        ti BEFORE row : only before this one, -1 in any case
    """,
    ),
    _section(
        "part",
        "a part of the scene",
        """
        ti AFTER row : move that opens it
    """,
    ),
    _section(
        "act",
        "move x doer x target; rows by doer",
        """
        ti OWNER row : doer
        ti MOVE row : move
        ti TARGET row : person, -1 none, -2 whoever is owed an answer
        ti MARK row : mark walked to or from, -1 none
        ti CHANNELS 1 : bit mask of act channels
        ti INNER flag : nobody sees it
        ti LASTING flag : cannot be undone
        ti GRAVE flag : the scene would turn with it: that it all but happened is worth noting
        ti AGAIN flag : its texts start over
        ti ONCE flag : one time only
        ti WAY 1 : 1 toward, -1 from, 0 neither
        ti WORDINGS row : first wording
        ti WORDINGS_END row : past the last
        ti CLAUSES row : first clause of what it needs
        ti CLAUSES_END row : past the last
        ti SWITCHES row : first covering taken off or put on
        ti SWITCHES_END row : past the last
        ti USE 1 : where in the use section its row over motives starts
        ti SPOKEN flag : it occupies the voice
        ti HANDLES 1 : 0 nothing, 1 takes a thing, 2 gives it away, 3 puts it somewhere, 4 searches a place
        ti THING row : thing handled, or walked to, -1 none
        ti SPOT row : spot a thing is put at, or that is searched, -1 none
        ti HIDES flag : it is put out of sight
        ti LINK row : link it opens or closes, -1 none
        ti OPENS flag : it opens it
        ti ASIDE flag : heard within arm's length only
        ti ANSWERS row : move whose question it answers first, -1 any
        ti PRIVATE flag : whether it is open cannot be seen from outside
        tf REACH m : how near its target must be; beyond reach if anywhere
        ti OBJECTLESS flag : it may be done on the dead: it belongs to a part, or is a walk
        tf STEP m : how far it walks
        tf REST s : a built-in way of coping: how long until it may be done again; 0 for a move of the scene
        tf LEAN 1 : starting preference as a share of the threshold
        tu NOISE 1 : address of the noise
        tu CROSS 1 : address of crossing within a step
        tu PICK 1 : address in the lapse's race
        tu BREAK 1 : address of its breaking off
        si BREAKS flag : the speech in hand will break off
        si OPEN flag : may be done now
        si READY flag : open, past its latency
        si BRINK flag : it has come near its threshold, and has not fallen back since
        si COUNT 1 : times done
        si NEXT row : wording it would take, -1 none
        si AIM row : target person now, -1 none
        si PENDING row : event in hand, -1 none
        sf P √s : preference
        sf THETA √s : threshold, at least 0
        sf MEAN 1 : weighted mean use
        sf DRIFT 1/√s : drift without leak and inhibition
        sf CONFLICT 1 : C, in [0, 1]
        sf SINCE s : when it opened
        sf LAND s : when what is in hand takes effect
        sf NOISE_NOW 1 : this step's noise
        sf SIZE 1 : length of its vector of weighted uses, at least 0
        sf HINDRANCE √s : what rivals stand in its way, by rivalry and preference, at least 0
        sf AHEAD √s : preference at the end of the step
    """,
    ),
    _section(
        "list",
        "a person's open acts, from the row of the first act on",
        """
        si ACT row : an open act
    """,
    ),
    _section(
        "use",
        "act x motive",
        """
        sf X 1 : relative use
    """,
    ),
    _section(
        "guess",
        "act x motive, as some reader supposes",
        """
        sf X 1 : relative use
    """,
    ),
    _section(
        "supposed",
        "an act seen to be open, as some reader supposes; from the row of the actor's first act on",
        """
        si ACT row : act
        si SCORED flag : done, or free to be done
        sf PRO 1 : what speaks for it, of the motives whose weight is known
        sf CON 1 : what speaks against it, of those
        sf SQUARE 1 : weighted square of their uses
    """,
    ),
    _section(
        "worth",
        "wording x motive",
        """
        tf V 1 : change of prospect expected, with a part of what the act brings nearer
        tf OWN 1 : change of prospect by the act itself
    """,
    ),
    _section(
        "rivalry",
        "act x act of one person",
        """
        ti SHARED flag : they share an act channel
        sf S 1 : how far the one stands in the other's way, in [0, 1]
    """,
    ),
    _section(
        "wording",
        "a wording of an act",
        """
        ti ACT row : act
        ti CLAUSES row : first clause
        ti CLAUSES_END row : past the last
        ti WORTH 1 : where its row over motives starts
        ti MEANINGS row : first meaning
        ti MEANINGS_END row : past the last
        ti SAYINGS row : first thing it says of a fact
        ti SAYINGS_END row : past the last
        ti FAMILY 1 : family of feeling that its tone puts into the voice, -1 none
        tf WARMTH 1 : what its tone does to the one it is for, in [-1, 1]
        tf TAKES s : how long
        tf LANDS s : when it takes effect
        si USED 1 : times used
    """,
    ),
    _section(
        "meaning",
        "a meaning of a wording",
        """
        ti WORD 1 : index into the list of meaning words
        ti PERSON row : whom it is about, -1 none, -2 the target
        ti FEELING row : emotion it is about, -1 none
        ti QUESTION row : question it puts, -1 none of its own
        ti MEMORY row : memory it is about, -1 none
    """,
    ),
    _section(
        "word",
        "a meaning word",
        """
        tf GOOD 1 : what it does to the one it is about, in [-1, 1]
        tf WORTHY 1 : how it stands to common norms, in [-1, 1]
        tf LIKELY 1 : how likely it makes what it does, in (0, 1]: 1 for what is done and over
    """,
    ),
    _section(
        "clause",
        "all of these atoms",
        """
        ti ATOMS row : first atom
        ti ATOMS_END row : past the last
    """,
    ),
    _section(
        "atom",
        "one thing that holds or does not",
        """
        ti OP 1 : index into the list of condition words
        ti SUBJECT row : person, -1 the doer
        ti A row : its first argument
        ti B row : its second argument
        ti NEGATED flag : it must not hold
        ti C 1 : of a fact, 0 at least the amount, 1 at most, 2 more; of a thing, 1 near it; whose mind; row of `known`, -1 what is so
        ti KNOWER row : the person whose knowledge decides who is here, gone or dead; -1 what is so
        tf AMOUNT 1 : m, s or a strength
    """,
    ),
    _section(
        "known",
        "a move as one knows it whose conditions ask about it",
        """
        ti KNOWER row : person
        ti MOVE row : move
        si DONE flag : he has perceived that it was done
        sf LATEST s : when, the last time
    """,
    ),
    _section(
        "question",
        "what an act may ask; rows by act",
        """
        ti ACT row : act
        ti ASKER row : who asks
        ti MOVE row : move
        ti FACT row : fact it is about, -1 none
        si DEBTOR row : who owes the answer, -1 while it is not open
        si HUSHED flag : that he keeps silent on it has been taken note of
        sf SINCE s : since when it is open, or the one that it follows up
        sf LATEST s : when it was asked last
    """,
    ),
    _section(
        "pair",
        "person x person",
        """
        tf START 1 8 : each tie at the start, in the order of the tie words
        sf LOVES 1 : tie now, in [0, 1]; so the next seven, in the order of the tie words
        sf HATES 1 : tie now, in [0, 1]
        sf HURT 1 : tie now, in [0, 1]
        sf FEARS 1 : tie now, in [0, 1]
        sf RESPECTS 1 : tie now, in [0, 1]
        sf OWES 1 : tie now, in [0, 1]
        sf TRUSTS 1 : tie now, in [0, 1]
        sf FAMILIAR 1 : tie now, in [0, 1]
        sf NOTED 1 8 : each tie when its moving was written down last, in [0, 1]
        tu NOTICE 1 : address of noticing
        tu CATCH 1 : address of what the second's voice and face give away to the first
        si NOTICED flag : the first knows that the second is there
        si KNOWN 1 : presence of the second as the first knows it: 0 here, 1 away, 2 gone, 3 dead
        si AWARE flag : the first knows that the second knows that the first is there
    """,
    ),
    _section(
        "cover",
        "a covering worn",
        """
        ti OWNER row : person
        tf OVER 1 6 : share hidden of each display channel
        si ON flag : it is on
    """,
    ),
    _section(
        "switch",
        "a covering an act takes off or puts on",
        """
        ti COVER row : covering
        ti ON flag : put on
    """,
    ),
    _section(
        "memory",
        "a memory; rows by owner, the places for new episodes after what was written down",
        """
        ti OWNER row : person
        ti EPISODE flag : a place for what happens in the scene
        ti WAKERS row : first of what wakes it
        ti WAKERS_END row : past the last
        ti ECHOES row : first of the feelings it carries
        ti ECHOES_END row : past the last
        tu COME 1 : address of the noise of its activation
        si WITH row : person it is about, -1 none
        si EVENT row : the act it is of, -1 none
        si COUNT 1 : times it has come back
        si TRIES 1 : times it has been shut out
        si KEPT 1 : how many of its latest uses are kept one by one, at most 4
        sf USED s 4 : when it was used, the latest first
        sf OLDER 1 : uses not kept one by one, at least 0
        sf BORN s : when it was laid down; before 0 if before the scene
        sf LATEST s : when it came back last
        sf A 1 : activation, without noise
        sf READY 1 : chance that an attempt succeeds, in [0, 1]
        sf SHUT s : until when it is being shut out
        sf SHUT_SINCE s : when that began
    """,
    ),
    _section(
        "waker",
        "what wakes a memory",
        """
        ti KIND 1 : index into the list of what wakes memories
        ti ABOUT row : person, emotion, mark, move or covering, by its kind; -1 none
        tf FAN 1 : how many of its owner's memories it goes with
        sf HEAT 1 : how much of it is still there from when it was heard, felt or seen, in [0, 1]
    """,
    ),
    _section(
        "echo",
        "a feeling that a memory carries",
        """
        si FEELING row : emotion, -1 none
        sf STRENGTH 1 : how strong, in [0, 1]
    """,
    ),
    _section(
        "mark",
        "a mark of the place",
        """
        tf X m : place
        tf Y m : place
    """,
    ),
    _section(
        "read",
        "what one person wonders about another, jointly",
        """
        ti READER row : person
        ti ACTOR row : person
        ti CELLS row : first cell
        ti CELLS_END row : past the last
        ti MOMENTS row : first moment row: act of the actor x eight cells
        ti WEIGHING row : first weighing row
        ti WEIGHTS row : first row of the weights: what is wondered about x eight cells
        ti VIEWS row : first of the reader's picture of the actor's motives
        ti WONDERED row : first of the motives whose weight is wondered about
        ti WONDERED_END row : past the last
        ti ASKS row : first of what is wondered
        ti ASKS_END row : past the last
        tf CARE0 1 : tie expected at the start
        tf ODDS0 1 : odds of any of the intents at the start
        sf CARE 1 : tie expected now, in [0, 1]
        sf ODDS 1 : odds of any of the intents now, in [0, 1]
        sf STOCK s : when stock was taken last
    """,
    ),
    _section(
        "cell",
        "read x (tie, intent)",
        """
        tf CARE 1 : tie, in {0, 1/4, 1/2, 3/4, 1}
        ti INTENT 1 : which of the intents, from 1; 0 none of them
        tf PRIOR 1 : log of the prior
        tf GUESSED 1 : log of the prior that the actor takes the reader to have
        sf LOGL 1 : log-likelihood gathered
        sf SHARED 1 : log-likelihood gathered of what the actor knows that the reader perceived
        sf POST 1 : posterior, in [0, 1]
        sf THEIRS 1 : posterior that the actor takes the reader to have, in [0, 1]
    """,
    ),
    _section(
        "moment",
        "read x act of the actor x eight cells, side by side",
        """
        sf M √s 8 : mean of the preference as the reader reckons it
        sf VAR s 8 : its variance, at least 0
        sf PUSH √s 8 : how far it is reckoned to stand above 0, at least 0
        sf HELD √s 8 : what rivals hold down of it, at least 0
        sf PRO 1 8 : what speaks for it, at least 0
        sf CON 1 8 : what speaks against it, at least 0
        sf SQUARE 1 8 : weighted square of its uses, at least 0
        sf DRIVE 1 8 : sum of the motives' weights, at least 0
        sf INVERSE 1 8 : 1 / that, 0 for 0; at least 0
        sf AHEAD √s 8 : its mean, before it is known whether it was done
        sf SPREAD s 8 : its variance, before that, at least 0
        sf STAYS 1 8 : chance that it was not done, in [0, 1]
        sf SHIFT 1 8 : how far not having been done lowers it, in deviations
        sf CUT 1 8 : share of the variance that this takes
    """,
    ),
    _section(
        "weighing",
        "read x eight cells, side by side, while stock is taken",
        """
        sf DRIVE 1 8 : sum of the motives' weights, at least 0
        sf INVERSE 1 8 : 1 / that, 0 for 0; at least 0
        sf SCORE 1 8 : log rate of the act that was done
        sf ABOVE 1 8 : sum of the chances that other acts were done, at least 0
        sf BELOW 1 8 : product of the chances that they were not, in [0, 1]
        sf SHIFTS 1 8 : sum of the shifts
        sf CUTS 1 8 : sum of the cuts
        sf TOLD 1 8 : what all of it says of the cell, as a log-likelihood
        sf LOG_ODDS 1 8 : log of the odds of the cell
        sf ODDS 1 8 : odds of the cell, at least 0
    """,
    ),
    _section(
        "weight",
        "read x motive wondered about x eight cells, side by side, while stock is taken",
        """
        sf HELD 1 8 : the motive's weight, at least 0
    """,
    ),
    _section(
        "picture",
        "read x motive of the actor",
        """
        ti ROLE 1 : 0 known, 1 the tie wondered about, 2 the intent wondered about
        tf W 1 : weight as the reader knows it
        sf P 1 : prospect as the reader reckons it, in [0, 1]
    """,
    ),
    _section(
        "wondered",
        "a motive of the actor's whose weight differs by cell",
        """
        ti MOTIVE 1 : which of the actor's motives, from 0
        ti ROLE 1 : 1 the tie wondered about, 2 the intent wondered about
        ti ASK row : the wonder, -1 for the tie
        tf W 1 : weight of the intent in one who has it
    """,
    ),
    _section(
        "glance",
        "what one person makes of another's face, voice and bearing",
        """
        ti READER row : person
        ti ACTOR row : person
        ti READ row : the reading of how much the actor loves the reader, -1 none
        tf PRIOR 1 7 : log of what is to be looked for, by family of feeling, the last for none
        tf EXPECTED 1 7 : what is to be looked for, e to the power of that, in [0, 1]
        tu CUE 1 18 : addresses of the noise of a look, channel x axis
        tu PROBE 1 7 : addresses of what a probe mistakes, by family, and of its being noticed
        sf LOGL 1 7 : log of the belief, but for a constant
        sf BELIEF 1 7 : belief, in [0, 1]
        sf FOUND 1 7 : log-likelihood of the last look
        sf SINCE s : since when the family that leads has led
        si LEADS 1 : family believed, -1 none
        si TOLD 1 : bit mask of the families written down
        si PROBING flag : a probe took effect in this step
    """,
    ),
    _section(
        "score",
        "workings of one look",
        """
        sf RULES 1 32 : log-likelihood, rule of display x feeling, eight side by side
        sf CUE 1 3 : the cue of one channel
        sf FOUND 1 8 : log-likelihood of each feeling, whatever the rule
        sf ODDS 1 8 : odds of each feeling
    """,
    ),
    _section(
        "spot",
        "where a thing can be: the marks, then the things that stay where they are",
        """
        tf X m : place
        tf Y m : place
    """,
    ),
    _section(
        "thing",
        "a thing of the scene, by id",
        """
        si SPOT row : spot it is at, -1 none
        si BY row : person who has it in hand, -1 none
        si HIDDEN flag : in, under or behind something
    """,
    ),
    _section(
        "whereabouts",
        "person x person x thing: where the first takes the second to think it is; of himself, where he thinks it is",
        """
        si SPOT row : spot, -1 none, -2 not where it was thought to be
        si BY row : person, -1 none
        si HIDDEN flag : in, under or behind something
    """,
    ),
    _section(
        "link",
        "a way people at two marks reach one another by, by id",
        """
        ti ONE row : mark at the one end
        ti OTHER row : mark at the other
        tf CARRIES 1 6 : share of each display channel that comes through
        si OPEN flag : it is open
        sf SPOKEN s : until when anybody last spoke into it; or when it was opened
    """,
    ),
    _section(
        "fact",
        "a fact of the scene, by id",
        """
        si SO flag : it is so
    """,
    ),
    _section(
        "belief",
        "person x person x fact: what the first takes the second to hold of it; of himself, what he holds",
        """
        si FIRM flag : seen, or known from the start: words do not move it
        si SAID 1 : what the second has said of it in the first's hearing: 1 that it is so, 2 that it is not, 3 both
        sf ODDS 1 : odds that it is so, in [0, 1]
    """,
    ),
    _section(
        "saying",
        "what a wording does to a fact",
        """
        ti FACT row : fact
        ti KIND 1 : 0 says that it is not so, 1 that it is so, 2 makes it so
    """,
    ),
    _section(
        "wonder",
        "one thing that one person wonders about another; rows by the one who wonders",
        """
        ti READER row : who wonders
        ti ACTOR row : about whom
        ti READ row : the reading that tells
        ti ORDER 1 : which of the reader's wonders
        ti INTENT 1 : which of the reading's intents, from 1; 0 the tie
        ti MOVE row : move meant, -1 none
        ti THREAT flag : what is wondered would harm the reader
        ti MUTUAL row : what the other wonders about this one alike, -1 none
        ti TIE 1 : tie wondered about, as an index into the list of tie words, -1 none
        ti WHOM row : person that tie is to, -1 none
        sf TAKEN 1 : what was thought when the reader's own ties took account of it last, in [0, 1]
        si KEPT flag : the last reading of it has been written down
        tf START 1 : odds, or tie expected, at the start
        tf TRUE 1 : the tie as it is at the start; 1 for an intent that is there
        sf NOW 1 : odds, or tie expected, in [0, 1]
        sf HELD 1 : odds of the intent, or of a tie of at least ½, in [0, 1]
        sf THEIRS 1 : what the other takes NOW to be, in [0, 1]
        sf THEIRS_HELD 1 : what the other takes HELD to be, in [0, 1]
        sf HIGHEST 1 : mark reached so far, in [0, 1]
        si DONE flag : the reader saw what was wondered about done
        si OPEN flag : it has been asked about, and both know it
        si BOTH flag : each has known, and known that the other knows
    """,
    ),
    _section(
        "closing",
        "a way the performance closes",
        """
        ti MOVE row : after this move, -1 none
        ti CLAUSES row : first clause
        ti CLAUSES_END row : past the last
        tf SECONDS s : after that move; or at this time
    """,
    ),
    _section(
        "turn",
        "something that comes about of itself: an event of nobody's, an arrival, a return, time passed over",
        """
        ti KIND 1 : 0 event, 1 arrival, 2 return, 3 time passed over
        ti MOVE row : its row among the moves, -1 none
        ti PERSON row : who comes in, -1 none
        ti MARK row : where it is, -1 nowhere in particular
        ti ARMS row : the act that it comes after, -1 none
        ti WORDING row : what it means, -1 nothing
        ti CLAUSES row : first clause of what must hold
        ti CLAUSES_END row : past the last
        tf EARLIEST s : time from the start, or from the act
        tf LATEST s : time from the start, or from the act
        tf DARK 1 : darkness from then on, -1 as before
        tf PASSES s : time passed over
        tu WHEN 1 : address of the time
        si STAGE 1 : 0 waiting, 1 its time is drawn, 2 over
        si COUNT 1 : times the act had been done when its time was drawn
        sf AT s : its time
    """,
    ),
    _section(
        "ending",
        "an ending, judged first to last",
        """
        ti CLAUSES row : first clause; none means always
        ti CLAUSES_END row : past the last
    """,
    ),
    _section(
        "event",
        "an act done",
        """
        si ACT row : act
        si WORDING row : wording
        si USE 1 : earlier uses of the wording
        si AIM row : target person, -1 none
        si HEARD 1 : bit mask of persons who perceived it
        si CUT flag : stopped before it landed
        si LATE flag : it settled an answer that was overdue
        si CAUSE row : motive that weighed most
        sf T s : when it began
        sf LANDS s : when it takes effect
        sf ENDS s : when it is over
        sf WAITED s : since it could have been done, or since the doer's last act
        sf AUTHOR 1 : share of the threshold that came of the author's `leans`
        sf CONFLICT 1 : C of it when it was begun, in [0, 1)
    """,
    ),
    _section(
        "tilting",
        "an act, by its row: how its luck is tilted, and what tells how likely that luck was without",
        """
        sf DRIFT 1/√s 4 : drift its noise is given, by the quarter of its threshold that it stands in
        sf STEPS 1 4 : draws of its noise so far in each quarter, at least 0
        sf NOISE 1 4 : their sum, tilt and all
    """,
    ),
    _section(
        "meddling",
        "an act, by its row: what was done to it from outside",
        """
        si BARRED flag : it is never open
        si QUIET flag : no luck has a part in it
        si DUE flag : it is done as soon as it can be
    """,
    ),
    _section(
        "incident",
        "something that befell someone and was no act",
        """
        si KIND 1 : index into the list of incidents
        si WHO row : person it befell
        si WHOM row : person it is about, -1 none
        si WHAT row : row of what its kind says, -1 none
        si SEEN 1 : bit mask of persons who know of it
        si CHANNEL 1 : display channel it showed on, from 1; 0 none
        si CAUSE row : event that brought it about, -1 none
        sf T s : when
        sf AMOUNT 1 : how much, by its kind
    """,
    ),
)

UNTRACED: Final = frozenset(
    {
        "list",
        "use",
        "guess",
        "supposed",
        "wondered",
        "rivalry",
        "moment",
        "weighing",
        "weight",
        "score",
        "event",
        "tilting",
        "meddling",
        "incident",
    }
)
"""Sections that a trace does not copy at every step: workings that follow from the rest, and the events, which it copies once."""

SECTIONS: Final = tuple(sorted(_DECLARED, key=lambda section: section.name in UNTRACED))
"""Traced sections first, so that a row of a trace is one stretch of the state."""


def header_names() -> list[str]:
    """Names of the header cells of `ti`: for each section its row count and its base in each block, then the sizes of the blocks."""
    names = []
    for section in SECTIONS:
        names.append(f"N_{section.name.upper()}")
        names += [f"{block.upper()}_{section.name.upper()}" for block in BLOCKS if section.size(block)]
    return names


def constant_names() -> list[str]:
    """Constants of the mind in the order they stand at the head of `tf`."""
    from falter.model.constants import CONSTANTS

    return list(CONSTANTS)


def closed_lists() -> list[tuple[str, list[str]]]:
    """The closed lists that step code tells apart, with the prefix of their constants."""
    from falter.model.words import (
        ACT_CHANNELS,
        CONDITIONS,
        DISPLAY_CHANNELS,
        EMOTIONS,
        FAMILIES,
        INCIDENTS,
        MEANINGS,
        MOTIVES,
        TIES,
        WAKERS,
    )

    return [
        ("OP", list(CONDITIONS)),
        ("MOTIVE_IS", list(MOTIVES)),
        ("FEELS", list(EMOTIONS)),
        ("MEANS", list(MEANINGS)),
        ("USES", list(ACT_CHANNELS)),
        ("BEFALLS", list(INCIDENTS)),
        ("SHOWS", list(FAMILIES)),
        ("ON", list(DISPLAY_CHANNELS)),
        ("TIE_IS", list(TIES)),
        ("WAKES", list(WAKERS)),
    ]


def render_columns() -> str:
    """The text of `columns.py`."""
    lines = [
        '"""Offsets of the layout as plain constants. Written by `python -m falter.tables.layout`; do not edit."""',
        "",
        "# header of ti",
    ]
    lines += [f"{name} = {index}" for index, name in enumerate(header_names())]
    lines += [f"HEADER = {len(header_names())}", "", "# constants of the mind at the head of tf"]
    lines += [f"K_{name.upper()} = {index}" for index, name in enumerate(constant_names())]
    lines.append(f"CONSTANTS_SIZE = {len(constant_names())}")
    lines += ["", "# cells side by side in a row", f"LANES = {LANES}"]
    for prefix, words in closed_lists():
        lines += ["", f"# {prefix.lower()}: places in the closed lists of `model.words`"]
        lines += [f"{prefix}_{word.upper().replace(' ', '_').replace('-', '_')} = {index}" for index, word in enumerate(words)]
    for section in SECTIONS:
        lines += ["", f"# {section.name}: {section.rows}"]
        for block in BLOCKS:
            at = 0
            for column in section.columns:
                if column.block == block:
                    lines.append(f"{section.name.upper()}_{column.name} = {at}")
                    at += column.width
            if at:
                lines.append(f"{block.upper()}_{section.name.upper()}_SIZE = {at}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    from pathlib import Path

    Path(__file__).with_name("columns.py").write_text(render_columns())
