"""Irregular verbs of English: facts, in three columns. Knows nothing of scenes."""

from __future__ import annotations

from typing import Final, NamedTuple

_TABLE: Final = """
abide abode abode; arise arose arisen; awake awoke awoken; be was been; bear bore borne; beat beat beaten; become became become;
befall befell befallen; beget begot begotten; begin began begun; behold beheld beheld; bend bent bent; bereave bereft bereft;
beseech besought besought; beset beset beset; bet bet bet; betake betook betaken; bid bade bidden; bide bided bided; bind bound bound;
bite bit bitten; bleed bled bled; blow blew blown; break broke broken; breed bred bred; bring brought brought;
broadcast broadcast broadcast; build built built; burn burned burned; burst burst burst; buy bought bought; cast cast cast;
catch caught caught; choose chose chosen; cleave cleft cleft; cling clung clung; come came come; cost cost cost; creep crept crept;
cut cut cut; deal dealt dealt; dig dug dug; dive dived dived; do did done; draw drew drawn; dream dreamed dreamed;
drink drank drunk; drive drove driven; dwell dwelt dwelt; eat ate eaten; fall fell fallen; feed fed fed; feel felt felt;
fight fought fought; find found found; flee fled fled; fling flung flung; fly flew flown; forbear forbore forborne;
forbid forbade forbidden; forecast forecast forecast; foresee foresaw foreseen; foretell foretold foretold; forget forgot forgotten;
forgive forgave forgiven; forgo forwent forgone; forsake forsook forsaken; forswear forswore forsworn; freeze froze frozen;
get got got; gild gilded gilded; gird girded girded; give gave given; go went gone; grind ground ground; grow grew grown;
hang hung hung; have had had; hear heard heard; hew hewed hewn; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt;
inset inset inset; interweave interwove interwoven; keep kept kept; kneel knelt knelt; knit knitted knitted; know knew known;
lay laid laid; lead led led; lean leaned leaned; leap leapt leapt; learn learned learned; leave left left; lend lent lent; let let let;
lie lay lain; light lit lit; lose lost lost; make made made; mean meant meant; meet met met; mislay mislaid mislaid;
mislead misled misled; misread misread misread; mistake mistook mistaken; misunderstand misunderstood misunderstood; mow mowed mown;
outbid outbid outbid; outdo outdid outdone; outgrow outgrew outgrown; outrun outran outrun; outsell outsold outsold;
overcome overcame overcome; overdo overdid overdone; overdraw overdrew overdrawn; overeat overate overeaten;
overhang overhung overhung; overhear overheard overheard; override overrode overridden; overrun overran overrun;
oversee oversaw overseen; oversleep overslept overslept; overtake overtook overtaken; overthrow overthrew overthrown;
partake partook partaken; pay paid paid; plead pleaded pleaded; preset preset preset; prove proved proved; put put put;
quit quit quit; read read read; rebind rebound rebound; rebuild rebuilt rebuilt; recast recast recast; redo redid redone;
redraw redrew redrawn; regrow regrew regrown; relay relayed relayed; relight relit relit; remake remade remade; rend rent rent;
repay repaid repaid; reread reread reread; rerun reran rerun; resell resold resold; reset reset reset; resit resat resat;
retake retook retaken; retell retold retold; rethink rethought rethought; rewind rewound rewound; rewrite rewrote rewritten;
rid rid rid; ride rode ridden; ring rang rung; rise rose risen; run ran run; saw sawed sawn; say said said; see saw seen;
seek sought sought; sell sold sold; send sent sent; set set set; sew sewed sewn; shake shook shaken; shear sheared shorn;
shed shed shed; shine shone shone; shoe shod shod; shoot shot shot; show showed shown; shrink shrank shrunk; shrive shrove shriven;
shut shut shut; sing sang sung; sink sank sunk; sit sat sat; slay slew slain; sleep slept slept; slide slid slid; sling slung slung;
slink slunk slunk; slit slit slit; smell smelled smelled; smite smote smitten; sow sowed sown; speak spoke spoken; speed sped sped;
spell spelled spelled; spend spent spent; spill spilled spilled; spin spun spun; spit spat spat; split split split;
spoil spoiled spoiled; spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen; stick stuck stuck;
sting stung stung; stink stank stunk; strew strewed strewn; stride strode stridden; strike struck struck; string strung strung;
strive strove striven; sunburn sunburned sunburned; swear swore sworn; sweep swept swept; swell swelled swollen; swim swam swum;
swing swung swung; take took taken; teach taught taught; tear tore torn; tell told told; think thought thought;
thrive thrived thrived; throw threw thrown; thrust thrust thrust; tread trod trodden; unbend unbent unbent; unbind unbound unbound;
undercut undercut undercut; undergo underwent undergone; underlie underlay underlain; understand understood understood;
undertake undertook undertaken; undo undid undone; unmake unmade unmade; unsay unsaid unsaid; unwind unwound unwound;
uphold upheld upheld; upset upset upset; wake woke woken; waylay waylaid waylaid; wear wore worn; weave wove woven; weep wept wept;
wet wetted wetted; win won won; wind wound wound; withdraw withdrew withdrawn; withhold withheld withheld;
withstand withstood withstood; wring wrung wrung; write wrote written
"""


class Irregular(NamedTuple):
    """A verb's past and past participle."""

    past: str
    participle: str


def _read(table: str) -> dict[str, Irregular]:
    rows = (row.split() for row in table.replace("\n", " ").split(";"))
    return {base: Irregular(past, participle) for base, past, participle in rows}


def word_set(text: str) -> frozenset[str]:
    """A set of words, written as a line of them."""
    return frozenset(text.split())


IRREGULAR: Final[dict[str, Irregular]] = _read(_TABLE)
"""Base form to past and participle; a verb not here is regular. Where two forms are current, the one prose prefers."""

STRESSED_LAST: Final = word_set(
    """abet abhor acquit admit allot annul avow begin befit bedim commit compel concur confer control debar defer demur deter dispel
    emit enrol enthral equip excel expel extol forget format fulfil handicap impel incur infer instil inter intermit kidnap
    occur omit outwit patrol permit prefer program propel rebel rebut recur refer regret remit repel submit transfer transmit upset
    worship zigzag"""
)
"""Longer verbs that double their last consonant."""

KEEPS_E: Final = word_set("aches caches psyches toes shoes hoes canoes tiptoes woes dies lies ties vies belies unties underlies")
"""Third persons whose base is the word without its `s`, against the rule of their ending."""

BARE_S: Final = {"focuses": "focus", "biases": "bias", "gases": "gas", "buses": "bus", "trespasses": "trespass", "quizzes": "quiz"}
"""Third persons in -ses or -zzes whose base ends in s or z."""

PLURALS: Final = word_set(
    """ankles arms babies backs bags bells birds blankets boards bones books boots bottles bows boxes boys branches breaths bricks brothers
    brows buttons candles cards cats chairs cheeks children chips clothes coats coins cows crumbs cuffs cups curtains days dishes
    doctors dogs doors dreams drops ears edges eggs elbows eyebrows eyelids eyes fears feathers feet fingers fists flowers folders
    forks friends girls glasses gloves goods guns hairs hands hats hearts heels hinges hips hopes horses hours houses jars joints keys
    knees knives knuckles laces lashes leaves legs letters lids lights limbs lines lips logs lungs matches men miles minutes months
    muscles nails names nerves news nights notes oars orders pages palms pans papers pens pencils photographs pieces pins plates
    pockets pots prayers questions reports ribs roofs rooms ropes sandwiches seconds seeds sheets ships shirts shoes shoulders sides
    sighs signs sisters skies sleeves soldiers sounds spectacles spoons stairs stars steps sticks stones strings tables tears teeth
    temples things thumbs times toes tools towels toys trees trousers veins voices walls waves weeks windows wings wives words
    wounds wrists years"""
)
"""Words in -s that after *and* or a comma are more likely things than verbs."""
