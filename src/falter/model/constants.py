"""Every constant of the mind, once: unit, range, default, source. A scene may override any with `set`.

Forms are in `mind/`; here are only numbers. «Ours» means our own assumption, set so that the published directions hold.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Constant(NamedTuple):
    """A number of the mind: default, inclusive range, unit (`1` for none), what it is, where it is from."""

    default: float
    low: float
    high: float
    unit: str
    meaning: str
    source: str


CONSTANTS: Final[dict[str, Constant]] = {
    # deliberation
    "dt": Constant(0.1, 0.005, 0.5, "s", "length of a step", "ours; closed forms met at .02, .1 and .5, thresholds of 1 √s or more"),
    "gain": Constant(1.5, 0.0, 10.0, "1/√s", "drift per unit of weighted use", "ours"),
    "leak": Constant(0.05, 0.0, 5.0, "1/s", "how fast a preference fades", "Usher & McClelland 2001, form"),
    "inhibition": Constant(0.1, 0.0, 5.0, "1/s", "how much a preference holds down its rivals", "Usher & McClelland 2001, form"),
    "theta0": Constant(2.0, 0.05, 20.0, "√s", "threshold of a light act without conflict", "ours"),
    "kappa_i": Constant(1.0, 0.0, 10.0, "1", "how much higher the threshold of what cannot be undone", "ours"),
    "kappa_c": Constant(1.5, 0.0, 10.0, "1", "how much conflict raises a threshold", "ours; direction Frank 2006"),
    "u_min": Constant(0.4, 0.0, 1.0, "1", "share of the threshold left at a deadline", "ours; form Cisek et al. 2009"),
    "tau_u": Constant(60.0, 0.1, 3600.0, "s", "how long before a deadline urgency is felt", "ours"),
    "psi": Constant(0.3, 0.0, 1.0, "1", "how much the attended motive outweighs the rest", "Busemeyer & Townsend 1993, form"),
    "tau_attention": Constant(2.0, 0.05, 60.0, "s", "mean time a motive stays in mind", "ours"),
    "near_share": Constant(0.3, 0.0, 1.0, "1", "how much an act that brings another nearer inherits of it", "ours"),
    "carry": Constant(0.5, 0.0, 1.0, "1", "how much of a rival's preference an act done takes away", "ours"),
    "hold": Constant(0.95, 0.5, 1.0, "1", "share of the threshold that a blocked act may reach", "ours"),
    "latency": Constant(0.3, 0.0, 2.0, "s", "time before a newly open act gathers evidence", "Ratcliff & McKoon 2008, typical"),
    "lapse": Constant(0.0001, 0.0, 0.1, "1/s", "rate of acts done for no reason, those that can be undone only", "ours"),
    # attention and coping
    "cue_bump": Constant(0.6, 0.0, 5.0, "1", "how much an event raises attention to the motives about its doer", "ours"),
    "dwell_bump": Constant(1.0, 0.0, 5.0, "1", "how much dwelling on a feeling raises attention to what it drives", "ours"),
    "dwell_feeling": Constant(0.25, 0.0, 1.0, "1", "share of what is left that dwelling adds to the feeling", "ours"),
    "master_feeling": Constant(0.4, 0.0, 1.0, "1", "share of a feeling that mastering it takes away", "ours"),
    "cue_half_life": Constant(15.0, 0.1, 600.0, "s", "half-life of what cues add to attention", "ours"),
    # feeling
    "rise": Constant(4.0, 0.1, 600.0, "s", "time constant towards what the situation keeps up", "ours"),
    "recent": Constant(5.0, 0.1, 600.0, "s", "how far back `rises` looks (a time constant)", "ours"),
    "presence": Constant(3.0, 0.1, 100.0, "m", "distance at which a tie's feeling is at half strength", "ours"),
    "appraisal": Constant(0.6, 0.0, 2.0, "1", "intensity of an emotion per unit of desirability", "ours"),
    "prospect_feeling": Constant(
        1.0, 0.0, 2.0, "1", "intensity of hope, fear and what follows them per unit of a motive's prospect", "ours"
    ),
    # mood
    "mood_weight": Constant(1.0, 0.0, 2.0, "1", "how much mood acts on feelings and drifts; at 0 it is a bystander", "ours"),
    "mood_bias": Constant(
        0.8, 0.0, 3.0, "1", "change of a new or lasting emotion's intensity per unit of mood along it", "ours; Bower 1981, direction"
    ),
    "mood_vigour": Constant(
        0.6, 0.0, 2.0, "1", "change of drifts per unit of mood's arousal and dominance together", "ours; Niv et al. 2007, direction"
    ),
    "mood_pull": Constant(90.0, 1.0, 36000.0, "s", "time constant of mood towards emotions of full intensity", "ours; form Gebhard 2005"),
    "mood_push": Constant(
        600.0, 1.0, 36000.0, "s", "time in which full emotions push a mood on by their own length", "ours; form Gebhard 2005"
    ),
    "mood_home": Constant(1200.0, 1.0, 360000.0, "s", "time in which a mood is home, all but a twentieth", "Gebhard 2005, about 20 min"),
    # body
    "arousal_rise": Constant(2.5, 0.1, 600.0, "s", "time constant of rising arousal", "ours"),
    "arousal_fall": Constant(25.0, 0.1, 3600.0, "s", "time constant of falling arousal", "ours"),
    "arousal_mood": Constant(0.3, 0.0, 1.0, "1", "arousal per unit of the mood's arousal", "ours"),
    "arousal_conflict": Constant(
        0.2, 0.0, 1.0, "1", "share of what is left that full conflict adds to arousal", "ours; direction Critchley et al. 2003"
    ),
    "arousal_effort": Constant(
        0.2, 0.0, 1.0, "1", "share of what is left that full effort adds to arousal", "ours; direction Gross & Levenson 1993"
    ),
    "heart_rest": Constant(65.0, 30.0, 120.0, "1/min", "heart rate at rest", "ours; usual in adults"),
    "heart_peak": Constant(160.0, 60.0, 220.0, "1/min", "heart rate at full arousal, sitting or standing", "ours"),
    "heart_lag": Constant(4.0, 0.1, 120.0, "s", "time constant of the heart behind arousal", "ours; Berntson et al. 1997, order of size"),
    "breath_rest": Constant(14.0, 4.0, 30.0, "1/min", "breathing rate at rest", "ours; usual in adults"),
    "breath_peak": Constant(36.0, 10.0, 60.0, "1/min", "breathing rate at full arousal", "ours"),
    "breath_lag": Constant(6.0, 0.1, 120.0, "s", "time constant of breathing behind arousal", "ours"),
    "tremor_from": Constant(0.35, 0.0, 1.0, "1", "arousal at which hands begin to shake", "ours"),
    "tremor_lag": Constant(8.0, 0.1, 120.0, "s", "time constant of shaking behind arousal", "ours"),
    # freezing
    "freezing": Constant(4.0, 0.0, 50.0, "1", "freezing per unit of arousal, conflict and fear together", "ours; direction Roelofs 2017"),
    "freezing_half_life": Constant(5.0, 0.1, 120.0, "s", "half-life of being frozen", "ours"),
    "freezing_habit": Constant(0.5, 0.0, 1.0, "1", "share of what is left by which each time makes one more used to it", "ours"),
    "freezing_heart": Constant(0.4, 0.0, 1.0, "1", "share of the heart's quickening that freezing takes", "ours; direction Roelofs 2017"),
    # ties
    "tie_rate": Constant(
        0.12,
        0.0,
        1.0,
        "1",
        "share of the way a tie goes at one deed of full weight; 0: ties stand still",
        "ours; form Bush & Mosteller 1955",
    ),
    "tie_news": Constant(0.5, 0.0, 2.0, "1", "weight of what is learned of another, beside what is done, per unit of belief", "ours"),
    "tie_news_step": Constant(0.2, 0.01, 1.0, "1", "how far a belief must move before ties take account of it", "ours"),
    "tie_told": Constant(0.05, 0.001, 1.0, "1", "change of a tie that is written down", "ours"),
    # ways of coping that everybody has
    "cope": Constant(1.0, 0.0, 1.0, "1", "1: everybody has the ways of coping that the scene leaves him; 0: nobody has", "ours"),
    "cope_rest": Constant(40.0, 0.0, 600.0, "s", "how long until one copes in the same way again", "ours"),
    "reappraise": Constant(
        0.25, 0.0, 1.0, "1", "share of a feeling that seeing it in another light takes away", "ours; direction Gross 1998"
    ),
    "avert": Constant(
        0.15, 0.0, 1.0, "1", "share of fear, hurt, love and shame that looking away takes", "ours; direction Argyle & Dean 1965"
    ),
    "brace": Constant(0.6, 0.0, 1.0, "1", "how much of what is lacking to full control bracing oneself adds", "ours"),
    # nearness
    "authority_near": Constant(
        0.6, 0.0, 2.0, "1", "how much more an order weighs with its giver at hand; 0: no more", "ours; Milgram 1974"
    ),
    "victim_near": Constant(0.6, 0.0, 2.0, "1", "how much more a norm weighs with the one at hand on whom it falls", "ours; Milgram 1974"),
    # aftermath
    "hollow": Constant(
        1.0, 0.0, 2.0, "1", "emptiness for each share of drive that loses its object; 0: nobody is emptied", "ours; Klinger 1975, form"
    ),
    "hollow_half_life": Constant(300.0, 1.0, 36000.0, "s", "half-life of emptiness", "ours"),
    "hollow_told": Constant(0.2, 0.01, 1.0, "1", "emptiness that is written down", "ours"),
    "hollow_live": Constant(0.6, 0.0, 1.0, "1", "share of the will to live that full emptiness takes", "ours"),
    "urge_told": Constant(0.25, 0.01, 1.0, "1", "weight of an urge that is written down", "ours"),
    "remorse_conflict": Constant(
        0.6, 0.0, 2.0, "1", "remorse by how close the decision was, per unit of ill and tie; 0: none", "ours; direction Festinger 1957"
    ),
    # touch
    "touch": Constant(
        0.5,
        0.0,
        1.0,
        "1",
        "how far a wholly welcome touch calms and draws nearer; 0: a touch is like any act",
        "ours; direction Coan et al. 2006",
    ),
    # noticing
    "notice": Constant(1.2, 0.0, 100.0, "1/s", "rate of noticing someone in the light at arm's length", "ours"),
    "notice_busy": Constant(0.08, 0.0, 1.0, "1", "what is left of that for someone busy", "ours"),
    "sight": Constant(10.0, 0.1, 500.0, "m", "distance at which seeing is at half strength by day", "ours"),
    "dim": Constant(0.8, 0.0, 1.0, "1", "share of sight that full darkness takes", "ours"),
    "earshot": Constant(20.0, 0.1, 1000.0, "m", "how far plain speech is heard", "ours"),
    "crowd_eyes": Constant(1.0, 0.0, 1.0, "1", "share of the others of a group who look for themselves", "form Pulliam 1973; size ours"),
    "crowd_voice": Constant(0.5, 0.0, 1.0, "1", "share of the others of a group who raise their voices at once", "ours"),
    "line_near": Constant(
        4.0, 0.1, 1e6, "m", "how near someone on a line feels, who is heard in full", "direction Short, Williams & Christie 1976; size ours"
    ),
    "line_hold": Constant(0.3, -1.0, 1.0, "1", "how far any speech holds the one it is for on a line", "ours"),
    "line_due": Constant(6.0, 0.1, 600.0, "s", "how long a silence on a line may last", "ours"),
    "line_press": Constant(0.5, 0.0, 1.0, "1", "what a silence comes to cost who is to keep someone on a line", "ours"),
    "legible": Constant(0.1, 0.0, 1.0, "1", "least visibility at which a deed is made out", "ours"),
    "later_lull": Constant(20.0, 0.1, 3600.0, "s", "lull in which time is passed over, where the scene doesn't say when", "ours"),
    "promise_rise": Constant(5.0, 0.1, 600.0, "s", "how long before it falls due a promise with an `unless` comes to bind", "ours"),
    "onset": Constant(
        0.05, 0.0, 1.0, "1", "least visibility at which one who is not busy sees another come in", "ours; direction Yantis & Jonides 1984"
    ),
    "absent": Constant(0.04, 0.0, 1.0, "1", "chance, each refresh, that attention is elsewhere till the next", "ours"),
    "absent_busy": Constant(0.5, 0.0, 1.0, "1", "the same for someone busy", "Simons & Chabris 1999: about half missed the gorilla"),
    "contagion": Constant(0.03, 0.0, 1.0, "1/s", "how fast another's mood is taken on", "ours; direction Hatfield et al. 1993"),
    "caught": Constant(0.12, 0.0, 1.0, "1", "how much of it must have been before one feels that it has", "ours"),
    "hiding": Constant(1.0, 0.0, 1.0, "1", "how hard a hidden feeling is held down, as far as each channel can be controlled", "ours"),
    # display
    "depletion": Constant(0.7, 0.0, 1.0, "1", "share of the control over display that goes with the reserve", "ours; disputed"),
    "drain": Constant(0.02, 0.0, 1.0, "1/s", "how fast full effort drains the reserve", "ours; form of a resource, Baumeister et al. 1998"),
    "spent": Constant(0.5, 0.0, 1.0, "1", "reserve below which one has tired", "ours"),
    "respite": Constant(300.0, 1.0, 36000.0, "s", "time constant of the reserve's recovery at rest", "ours"),
    "feigning": Constant(1.0, 0.0, 1.0, "1", "how well a feeling is feigned, as far as each channel can be controlled", "ours"),
    # reading feelings
    "cue_noise": Constant(1.3, 0.05, 20.0, "1", "noise of one look, in units of the noise of a clip of 2.5 s", "fitted: Cao et al. 2014"),
    "manner": Constant(0.7, 0.0, 5.0, "1", "how far people's own manners differ, in the same units", "ours"),
    "tau_cue": Constant(1.0, 0.1, 60.0, "s", "time between two looks that say different things", "ours"),
    "cue_memory": Constant(4.0, 0.1, 600.0, "s", "how long what was seen in a face is gone by", "ours"),
    "expression_holds": Constant(3.0, 0.1, 600.0, "s", "how long one of several feelings stays to the fore", "ours"),
    "blend": Constant(0.3, 0.0, 1.0, "1", "how much of the feelings behind it shows beside it", "ours; Ekman & Friesen 1975, blends"),
    "familiar": Constant(1.0, 0.0, 1.0, "1", "how much knowing someone counts in reading him", "direction Stinson & Ickes 1992"),
    "familiar_prior": Constant(0.3, 0.0, 1.0, "1", "share of what one looks for that comes of knowing how the other has been", "ours"),
    "believed": Constant(0.35, 0.0, 1.0, "1", "least belief at which someone is seen to show a feeling", "ours; chance is 1/7"),
    "read_settled": Constant(0.6, 0.0, 1.0, "1", "least belief of one who has made up his mind about a face", "ours"),
    "read_for": Constant(2.0, 0.0, 60.0, "s", "how long a feeling must be read before it is settled", "ours"),
    "display_weight": Constant(0.5, 0.0, 1.0, "1", "share of what a face says that counts for how much he loves one", "ours"),
    "tender_share": Constant(0.6, 0.0, 1.0, "1", "share of the time that one who loves wholly shows it beside the other", "ours"),
    "slip": Constant(0.04, 0.0, 1.0, "1/s", "rate at which a full feeling, wholly held down by one who is fresh, gets away", "ours"),
    "slip_lasts": Constant(2.0, 0.1, 60.0, "s", "how long it then shows", "ours; under 4 s, Ekman & Friesen 1969"),
    "slip_rest": Constant(20.0, 0.0, 3600.0, "s", "least time between two slips of one person", "ours"),
    "slip_seen": Constant(0.1, 0.0, 1.0, "1", "least of a feeling that makes a slip, coverings counted", "ours"),
    "breath_heard": Constant(2.0, 0.0, 100.0, "m", "how far a breath is heard", "ours"),
    "put_on": Constant(0.7, 0.0, 1.0, "1", "how strongly a move that feigns a feeling puts it on", "ours"),
    # probing
    "probe_noise": Constant(0.1, 0.01, 1.0, "1", "noise of what a probe finds of a feeling", "ours"),
    "probe_sharp": Constant(12.0, 0.0, 100.0, "1", "how much surer a probe is of what is felt more strongly", "ours"),
    "probe_noticed": Constant(0.8, 0.0, 1.0, "1", "chance that the probe of one who can do it wholly is noticed", "ours"),
    "intrusion": Constant(0.7, 0.0, 1.0, "1", "how ill it is taken to be probed", "ours"),
    # memory
    "memory_decay": Constant(0.5, 0.05, 0.95, "1", "d: how fast a use of a memory fades with its age", "Anderson & Schooler 1991"),
    "memory_age": Constant(3.6e6, 1.0, 1e9, "s", "how long before the scene a memory was laid down", "ours; six weeks"),
    "memory_uses": Constant(20.0, 0.0, 1e6, "1", "how often it had come back since", "ours"),
    "cue_strength": Constant(2.0, 0.0, 10.0, "1", "S: what a cue that goes with one memory alone adds", "ACT-R, 1.5 to 2"),
    "cue_weight": Constant(0.5, 0.0, 1.0, "1", "share of attention a cue takes; all together at most 1", "ours; ΣW = 1 in ACT-R"),
    "cue_fades": Constant(8.0, 0.1, 600.0, "s", "half-life of a voice in the ear, a touch on the skin", "ours"),
    "recall_noise": Constant(0.4, 0.05, 5.0, "1", "s: scale of the noise of activation", "ACT-R, .2 to .5"),
    "recall_threshold": Constant(-2.2, -20.0, 20.0, "1", "τ: activation at which recall is an even thing", "ours"),
    "recall_rate": Constant(0.04, 0.0, 10.0, "1/s", "attempts of a memory to come unasked; 0: none ever does", "ours"),
    "recall_rest": Constant(25.0, 0.0, 3600.0, "s", "how long one that came does not come again", "ours"),
    "recall_lasts": Constant(7.0, 0.1, 600.0, "s", "how long a memory that came is in mind", "ours"),
    "recall_feeling": Constant(0.5, 0.0, 1.0, "1", "share of its feeling that comes back with a memory", "ours"),
    "recall_bump": Constant(0.6, 0.0, 5.0, "1", "how much a memory draws attention to what it is about", "ours"),
    "congruence_ill": Constant(1.66, 1.0, 10.0, "1", "how much likelier an ill memory comes in an ill mood", "Cohen & Kahana 2022"),
    "congruence_good": Constant(1.25, 1.0, 10.0, "1", "how much likelier a good one in a good mood", "Cohen & Kahana 2022"),
    "congruence_across": Constant(0.86, 0.05, 1.0, "1", "how much less likely one of the other kind", "Cohen & Kahana 2022: .82, .91"),
    "shut_block": Constant(3.3, 0.0, 20.0, "1", "what shutting a memory out takes from its log odds", "Legrand et al. 2022, fitted"),
    "shut_lasts": Constant(20.0, 0.1, 3600.0, "s", "how long one such effort lasts", "ours"),
    "shut_learns": Constant(0.6, 0.0, 5.0, "1", "what practice takes from them, times ln of the tries", "Legrand et al. 2022, fitted"),
    "shut_effort": Constant(0.4, 0.0, 1.0, "1", "effort of shutting one memory out", "ours"),
    "shut_rebound": Constant(1.2, 0.0, 20.0, "1", "what comes back on top when the effort ends", "ours; direction Wegner et al. 1987"),
    "rebound_half_life": Constant(30.0, 0.1, 3600.0, "s", "half-life of that", "ours"),
    "episode_least": Constant(0.5, 0.0, 100.0, "1", "how much feeling an event must stir to be remembered; 100: none is", "ours"),
    # speech
    "stretch": Constant(0.6, 0.0, 5.0, "1", "felt seconds that full arousal adds to a second", "ours; direction Droit-Volet & Meck 2007"),
    "undertone": Constant(1.0, 0.0, 3.0, "1", "how much what is heard under the words counts to the one they are for", "ours"),
    "undertone_heard": Constant(0.1, 0.0, 1.0, "1", "least of a feeling that is heard in a voice", "ours"),
    "break_off": Constant(0.12, 0.0, 10.0, "1/s", "rate of breaking off under full arousal and conflict", "ours; direction Mahl 1956"),
    "answer_due": Constant(4.0, 0.1, 600.0, "s", "when an answer is late", "ours; gaps over 1 s are marked (Roberts 2011)"),
    "answer_weight": Constant(0.7, 0.0, 1.0, "1", "weight of the motive to answer", "ours"),
    "answer_press": Constant(0.6, 0.0, 1.0, "1", "what staying silent comes to cost while an answer is owed", "ours"),
    "deadline_press": Constant(0.3, 0.0, 1.0, "1", "what waiting comes to cost as a deadline nears", "ours"),
    "word_time": Constant(0.3, 0.01, 5.0, "s", "time a word takes", "ours; about 200 words a minute"),
    "least_time": Constant(1.5, 0.1, 60.0, "s", "least time an act takes", "ours"),
    # facts and words
    "spotting": Constant(
        1.0, 0.0, 10.0, "1", "how well things are seen, beside people; 0: nobody sees a thing that he does not handle", "ours"
    ),
    "hearsay": Constant(1.0, 0.0, 2.0, "1", "how much what one is told weighs; 0: words move nobody", "Bayes' rule at 1"),
    "credit": Constant(
        0.75,
        0.5,
        0.98,
        "1",
        "how far anyone's word is taken, without a tie",
        "direction Levine 2014 (people take others to be truthful); size ours",
    ),
    "lie_leak": Constant(
        0.2, 0.0, 3.0, "1", "by how much a lie differs in voice and face from the truth, in deviations", "Bond & DePaulo 2006"
    ),
    "evasion": Constant(0.7, 0.0, 5.0, "1", "how much not answering speaks for what was asked about, as a log of odds", "ours"),
    "lie_fear": Constant(0.2, 0.0, 1.0, "1", "fear of being found out that a lie adds", "Ekman 1985, direction; size ours"),
    "others_knowledge": Constant(1.0, 0.0, 1.0, "1", "share of what another was seen to learn that one takes him to know", "ours"),
    # weights every person has
    "live_weight": Constant(0.6, 0.0, 1.0, "1", "weight of staying alive", "ours"),
    "secrecy_weight": Constant(0.3, 0.0, 1.0, "1", "weight of keeping a hidden feeling hidden", "ours"),
    "know_weight": Constant(0.5, 0.0, 1.0, "1", "weight of finding out what one wonders about", "ours"),
    "tendency": Constant(0.6, 0.0, 1.0, "1", "weight of an emotion's action tendency per unit of feeling", "ours; Frijda 1986, form"),
    # inference
    "delay_weight": Constant(
        0.25, 0.0, 1.0, "1", "share of the information in delay that people use", "Konovalov & Krajbich 2023: .63 displayed, .2–.3 felt"
    ),
    "act_weight": Constant(1.0, 0.0, 1.0, "1", "share of the information in an act that people use", "ours; less in Edwards 1968"),
    "intent_weight": Constant(0.8, 0.0, 1.0, "1", "weight of an intention in the reader's picture of one who has it", "ours"),
    "second_order": Constant(1.0, 0.0, 1.0, "1", "how far what another is seen to perceive tells what he thinks", "ours"),
    "transparency": Constant(
        0.2, 0.0, 1.0, "1", "how much one takes one's own mind to be an open book", "Gilovich, Savitsky & Medvec 1998, direction; size ours"
    ),
    "nothing_to_hide": Constant(0.8, 0.0, 1.0, "1", "share of a secret's prospect that goes when it is taken to be known", "ours"),
    "asked_tells": Constant(2.0, 0.0, 10.0, "nat", "how much a question about intent tells that it is suspected", "ours"),
    "avowal": Constant(2.0, 0.0, 10.0, "nat", "how much owning up to an intent, or denying it to one who trusts, tells of it", "ours"),
    "evaded": Constant(0.5, 0.0, 10.0, "nat", "how much evading a question about it tells of an intent", "ours"),
    "read_every": Constant(1.0, 0.1, 10.0, "s", "how often a reader takes stock", "ours"),
    "refresh": Constant(1.0, 0.05, 5.0, "s", "how often feelings, weights and what is open are worked out anew", "ours"),
}

PROSPECTS: Final[dict[str, float]] = {
    "obey": 0.1,
    "cherish": 0.7,
    "redress": 0.2,
    "safety": 0.7,
    "live": 0.95,
    "regard": 0.6,
    "norm": 0.9,
    "want": 0.1,
    "secrecy": 0.9,
    "know": 0.3,
    "answer": 0.0,
    "keep": 0.1,
    "attack": 0.2,
    "flee": 0.2,
    "still": 0.3,
    "atone": 0.2,
}
"""Prospect of each kind of motive at the start, in [0, 1]: ours."""

GAINS: Final[dict[str, dict[str, float]]] = {
    "cherish": {"love": 0.8, "pity": 0.6, "anger": -0.3, "hope": 0.5},
    "redress": {"hurt": 0.8, "anger": 0.6, "pity": -0.3, "hate": 0.6, "disappointment": 0.4},
    "safety": {"fear": 0.8},
    "live": {"fear": 1.0, "distress": -0.4},
    "obey": {"fear": 0.3, "shame": 0.3},
    "regard": {"admiration": 0.5, "shame": 0.5},
    "norm": {"pity": 0.4, "anger": -0.3},
    "secrecy": {"shame": 0.6, "distress": -0.2},
    "know": {"fear": 0.3, "hope": 0.3},
    "answer": {"shame": 0.3, "hurt": -0.2},
}
"""How much each emotion adds to a motive's gain, per unit of feeling: ours. The sum is held in [0.5, 3]."""

TENDENCIES: Final[dict[str, str]] = {"attack": "anger", "flee": "fear", "still": "distress", "atone": "remorse"}
"""The emotion behind each action tendency (Frijda 1986)."""

DEEDS: Final[dict[str, tuple[float, float]]] = {
    "kills": (-1.0, -0.8),
    "harms": (-0.8, -0.6),
    "threatens": (-0.5, -0.3),
    "spares": (0.9, 0.6),
    "touches": (0.3, 0.1),
    "comforts": (0.5, 0.5),
    "protects": (0.7, 0.7),
    "warns": (0.4, 0.4),
    "summons": (-0.3, 0.0),
    "defies": (-0.3, 0.0),
    "obeys": (0.3, 0.1),
    "leaves": (0.0, 0.0),
    "stays": (0.1, 0.1),
    "mourns": (0.0, 0.3),
    "atones": (0.0, 0.2),
    "dies": (0.0, -0.2),
    "arms": (-0.2, 0.0),
    "asks": (0.0, 0.0),
    "asks intent": (-0.05, 0.0),
    "answers": (0.15, 0.1),
    "evades": (-0.15, -0.1),
    "confesses": (0.3, 0.4),
    "reveals": (0.1, 0.1),
    "denies": (-0.1, -0.1),
    "accuses": (-0.4, -0.1),
    "insults": (-0.5, -0.4),
    "praises": (0.4, 0.3),
    "thanks": (0.4, 0.4),
    "forgives": (0.7, 0.6),
    "begs": (-0.1, 0.0),
    "submits": (0.2, 0.0),
    "dismisses": (-0.4, -0.2),
    "refuses": (-0.3, -0.1),
    "agrees": (0.4, 0.2),
    "makes": (0.0, 0.0),
    "dwells on": (0.0, 0.0),
    "masters": (0.0, 0.0),
    "suppresses": (0.0, 0.0),
    "feigns": (0.0, 0.0),
    "shuts out": (0.0, 0.0),
    "reappraises": (0.0, 0.0),
    "looks away": (-0.05, 0.0),
    "probes": (-0.3, -0.3),
}
"""Of each meaning word: what it does to the one it is about, and how it stands to common norms, both in [-1, 1]: ours."""

LIKELY: Final[dict[str, float]] = {"threatens": 0.7, "arms": 0.6, "summons": 0.6, "warns": 0.6, "dismisses": 0.9}
"""How likely each makes the good or ill it stands for, where that is still to come: what is so is hoped or feared.
Of all others it is done: ours."""

TONES_GOOD: Final[dict[str, float]] = {
    "plain": 0.0,
    "weary": -0.05,
    "cold": -0.3,
    "warm": 0.3,
    "soft": 0.25,
    "sharp": -0.3,
    "bitter": -0.25,
    "pleading": 0.1,
    "mocking": -0.4,
    "grave": 0.0,
    "light": 0.1,
    "broken": 0.15,
}
"""What a tone does to the one spoken to, beside what is said, in [-1, 1]: ours."""

DWELL_WORTH: Final = 0.3
"""What dwelling on a feeling is worth to a motive whose gain the feeling raises (or lowers), per unit of slope: ours."""
LEAST_GAIN: Final = 0.5
MOST_GAIN: Final = 3.0
"""Range of a motive's emotional gain, unit 1: ours."""
NEAR: Final = 1.5
"""m: what `near` means."""
TEMPI: Final[dict[str, float]] = {"slow": 1.3, "even": 1.0, "quick": 0.77}
"""What `tempo` multiplies thresholds by."""

TIES_BY_DEEDS: Final[dict[str, tuple[float, float, float]]] = {
    "loves": (0.25, -0.4, 0.0),
    "hates": (-0.2, 0.3, 0.0),
    "hurt by": (-0.3, 0.0, 1.0),
    "fears": (-0.2, 0.3, 0.0),
    "respects": (0.15, -0.2, 0.0),
    "owes": (0.2, -0.2, 0.0),
    "trusts": (0.3, -1.0, 0.0),
    "familiar with": (0.02, 0.02, 0.0),
}
"""How far a deed moves each tie of the one it was done to, towards its doer: per unit of good, of ill, and of ill from one who is loved or
trusted, each in [-1, 1]: ours. Ill counts for more than good: Baumeister et al. 2001;
trust is lost faster than it is won: Slovic 1993; hurt by who matters: Leary et al. 1998."""

LESIONS: Final[dict[str, dict[str, float]]] = {
    "hiding": {"hiding": 0.0},
    "reserve": {"depletion": 0.0},
    "leak": {"slip": 0.0},
    "felt time": {"stretch": 0.0},
    "undertone": {"undertone": 0.0},
    "faltering": {"break_off": 0.0},
    "familiarity": {"familiar": 0.0},
    "display evidence": {"display_weight": 0.0},
    "mood": {"mood_weight": 0.0},
    "things seen": {"spotting": 0.0},
    "telling": {"hearsay": 0.0, "evasion": 0.0},
    "lies betrayed": {"lie_leak": 0.0},
    "fear of being found out": {"lie_fear": 0.0},
    "what others know": {"others_knowledge": 0.0},
    "delay reading": {"delay_weight": 0.0},
    "act reading": {"act_weight": 0.0},
    "second order": {"second_order": 0.0},
    "asking outright": {"asked_tells": 0.0, "avowal": 0.0, "evaded": 0.0},
    "freezing": {"freezing": 0.0},
    "prospects felt": {"prospect_feeling": 0.0},
    "missed acts": {"absent": 0.0, "absent_busy": 0.0},
    "ambient mood": {"contagion": 0.0},
    "probe noticed": {"probe_noticed": 0.0},
    "ties that move": {"tie_rate": 0.0},
    "coping": {"cope": 0.0},
    "aftermath": {"hollow": 0.0, "remorse_conflict": 0.0},
    "touch": {"touch": 0.0},
    "memory": {"recall_rate": 0.0},
    "suppression": {"shut_block": 0.0, "shut_learns": 0.0, "shut_rebound": 0.0, "shut_effort": 0.0},
    "new episodes": {"episode_least": 100.0},
    "mood-congruent recall": {"congruence_ill": 1.0, "congruence_good": 1.0, "congruence_across": 1.0},
    "nearness": {"authority_near": 0.0, "victim_near": 0.0},
}
"""Each mechanism, and the constants that switch it off wholly: a lesion is `set NAME VALUE`."""
