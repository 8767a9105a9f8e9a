"""Scenes to try the telling on: a pair of one pronoun, a pair of two, and three at a table."""

from __future__ import annotations

from falter.model.scene import Scene
from falter.scene import read

FERRY = """falter 1
scene The Ferry
place a landing before dawn, dark: strongly
  mark bank
  mark boat, 5 m from bank
told close to ODA, past; push elided "Afterwards,"
ODA "the ferrywoman", she
  at boat, busy
  loves WIT: somewhat
  wonders if WIT means to go: barely
  wonders how WIT loves ODA: somewhat
  waits "coils the rope" again "[looks] at the water" when not noticed WIT
  waits "keeps her hand on the pole"
  thinks "He had always been early." when attends cherish
  thinks "Let him ask." again "Let him." when attends know and torn
  senses "The cold came up through her boots." when feels fear
  sees WIT "grey in that light" again "smaller than she remembered" when shows grief
WIT "the boy", he
  at bank
  loves ODA: strongly
  wonders how ODA loves WIT: somewhat
  waits "stands on the bank"
  thinks "It was only a river." when attends flee
  senses "His throat had closed." when feels fear
detail mist "Mist lay on the river." again "The mist had thinned." last "The mist was going."
detail bell "A bell rope hung from the post."
ODA may look "looks up at {WIT}" to WIT, again
ODA may ask to WIT, asks, again
  says "Are you crossing?" tone weary
  says "Well?" tone sharp
  says "There is room. There was always room." tone soft
ODA may push "pushes off" leaves, cannot be undone
ODA may reach "holds out {a hand|the pole|the lantern} to {WIT}" on WIT, comforts
WIT may step "takes {a step|another step} down" toward ODA, again
WIT may answer to ODA, answers
  says "Not today."
  says "I don't know. I thought I knew."
  says "Take me over."
WIT may kneel "kneels by {ODA's} boat and [trails=trailed] a hand"
WIT may swallow "masters {himself|his breath}" inner, again
WIT may go "turns and goes" leaves
closes when WIT gone or at 2 min
ends gone if WIT gone; else crossing
"""

TABLE = """falter 1
scene The Table
place a kitchen
  mark table
told close to MARA, present
MARA "the mother", she
  at table
  wonders if TOM means to tell: barely
  waits "turns the spoon over"
  thinks "One of them knows." when attends know
LENE "the daughter", she
  at table
TOM "the boy", he
  at table
THEY-NEXT-DOOR "the neighbours", they
  at table
MARA may look "looks from {LENE} to {TOM}" again
MARA may ask to LENE, asks, again
  says "Who was it?" tone plain
  says "{TOM}. Look at me." tone sharp
LENE may touch "puts a hand on {MARA's} arm" on MARA, touches
LENE may laugh "laughs, and [stops], and [looks] at {LENE's} hands" again
LENE may deny to MARA, answers
  says "Not me."
  says "Why is it always me?"
TOM may shift "moves {his plate|his cup|his chair} away from {LENE}" again
TOM may tell to MARA, answers
  says "It was me."
THEY-NEXT-DOOR may knock "knocks on the wall" again
closes at 90 s
ends done if MARA dead; else over
"""


def scene(text: str) -> Scene:
    """A scene of these, read."""
    reading = read(text, "test.falter")
    assert reading.scene is not None and not reading.faults.found, reading.faults.found
    return reading.scene
