"""Verbs: from the third person present, as scenes are written, to the tense told. Imports nothing of scenes, so that checks may use it."""

from __future__ import annotations

import re
from typing import Final, Literal

from falter.text.irregular import BARE_S, IRREGULAR, KEEPS_E, PLURALS, STRESSED_LAST, word_set

Form = Literal["present", "past", "base", "participle", "gerund"]

_FIXED: Final[dict[str, tuple[str, str, str, str, str]]] = {
    # third person: present, past, base, participle, gerund
    "is": ("is", "was", "be", "been", "being"),
    "are": ("are", "were", "be", "been", "being"),
    "isn't": ("isn't", "wasn't", "not be", "not been", "not being"),
    "has": ("has", "had", "have", "had", "having"),
    "hasn't": ("hasn't", "hadn't", "not have", "not had", "not having"),
    "does": ("does", "did", "do", "done", "doing"),
    "doesn't": ("doesn't", "didn't", "not", "not", "not"),
    "can": ("can", "could", "be able to", "been able to", "being able to"),
    "can't": ("can't", "couldn't", "be unable to", "been unable to", "being unable to"),
    "cannot": ("cannot", "could not", "be unable to", "been unable to", "being unable to"),
    "will": ("will", "would", "be going to", "been going to", "going to"),
    "won't": ("won't", "wouldn't", "refuse to", "refused to", "refusing to"),
    "may": ("may", "might", "perhaps", "perhaps", "perhaps"),
    "must": ("must", "had to", "have to", "had to", "having to"),
}
_ORDER: Final[tuple[Form, ...]] = ("present", "past", "base", "participle", "gerund")
_PLURAL: Final = {
    "is": "are",
    "isn't": "aren't",
    "has": "have",
    "hasn't": "haven't",
    "does": "do",
    "doesn't": "don't",
    "was": "were",
    "wasn't": "weren't",
}
_BEFORE: Final = word_set("just then never still almost only barely now not nearly hardly at last once again always suddenly half")
"""Words that may stand before the first verb, beside adverbs in -ly."""
_AFTER: Final = word_set(
    "up down away back round around out off in over on forward again aside under through past by still once twice there here"
)
"""Particles that may stand between a verb and the `and` of the next."""
_MARKED: Final = re.compile(r"\[([^\]=\s]+)(?:=([^\]]+))?\]")
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_JOINED: Final = re.compile(
    r"(?P<sign>,)?\s+(?:(?P<joint>and|but|then)\s+(?:then\s+)?)?(?:[a-z]+ly\s+)?(?P<word>[a-z][a-z'’-]*s)\b(?P<rest>[^|}]*)"
)
"""A word in -s behind a comma or *and*."""
_OBJECT: Final = re.compile(
    r"\s+(?:the|an?|his|her|its|their|him|it|them|himself|herself|itself|themselves|nothing|something|up|down|away|out)\b"
)
"""What follows a verb, and hardly ever a noun in the plural."""
_OWN: Final = re.compile(r"\b(?:his|her|its|their)\s(?:[a-z]+\s)?[a-z]+$")
_SUBORDINATE: Final = re.compile(r"\b(?:who|that|which|what|as|when|while|if|how|where|because|whose)\b")
_NOT_THIRD: Final = word_set("this his its hers ours yours theirs us as was thus perhaps always towards yes less across")


def base(third: str) -> str | None:
    """The base form of a third person present, or None if it is not one.

    >>> base("goes"), base("tries"), base("closes"), base("moving")
    ('go', 'try', 'close', None)
    """
    word = third.lower()
    if word in _FIXED:
        return _FIXED[word][2]
    if len(word) < 3 or not word.endswith("s") or word.endswith(("ss", "'s", "us", "is")) or word in _NOT_THIRD:
        return None
    if word in BARE_S:
        return BARE_S[word]
    if word not in KEEPS_E:
        if word.endswith("ies"):
            return word[:-3] + "y"
        if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
            return word[:-2]
    return word[:-1]


def _doubles(verb: str) -> bool:
    if verb in STRESSED_LAST:
        return verb[-1] not in "aeiouw"
    if re.search(r"[^aeiou][aeiou]l$", verb) and len(re.findall(r"[aeiouy]+", verb)) > 1:
        return not verb.endswith("llel")
    return bool(re.fullmatch(r"(?:[^aeiou]*|[^aeiou]*qu)[aeiouy][^aeiouwxy]", verb))


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    if verb.endswith("c"):
        return verb + "ked"
    return verb + (verb[-1] if _doubles(verb) else "") + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye", "inge")) and verb != "be":
        return verb[:-1] + "ing"
    if verb.endswith("c"):
        return verb + "king"
    doubled = _doubles(verb) or verb in ("begin", "forget", "upset", "cut", "put")
    return verb + (verb[-1] if doubled and verb[-1] not in "aeiouwxy" else "") + "ing"


def inflect(third: str, form: Form, *, plural: bool = False) -> str | None:
    """One verb, from the third person present to `form`; None if it is no such verb.

    `plural` is agreement with *they*.

    >>> inflect("turns", "past"), inflect("goes", "past"), inflect("stops", "gerund"), inflect("is", "past", plural=True)
    ('turned', 'went', 'stopping', 'were')
    """
    word = third.lower()
    verb = base(word)
    if verb is None:
        return None
    if word in _FIXED:
        found = _FIXED[word][_ORDER.index(form)]
        return _PLURAL.get(found, found) if plural else found
    if form == "present":
        return verb if plural else word
    if form == "base":
        return verb
    if form == "gerund":
        return _gerund(verb)
    if verb in IRREGULAR:
        return IRREGULAR[verb].past if form == "past" else IRREGULAR[verb].participle
    prefix, dash, rest = verb.rpartition("-")
    if dash and rest in IRREGULAR:
        return prefix + dash + (IRREGULAR[rest].past if form == "past" else IRREGULAR[rest].participle)
    return _past(verb)


def _first_verbs(text: str) -> list[re.Match[str]]:
    """The first verb, and those that follow it with nothing between: `turns and goes`, `gets up and goes`, `bends, rises, and goes`."""
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words) - 1 and (words[at][0].lower() in _BEFORE or words[at][0].endswith("ly")):
        at += 1
    if at >= len(words) or not _touching(text, words[: at + 1]):
        return []
    verbs = [words[at]]
    while True:
        row = _in_a_row(text, words, at)
        if row:
            at = row
            verbs.append(words[at])
            continue
        ahead = _past_particles(words, at + 1)
        if ahead + 1 >= len(words) or words[ahead][0].lower() not in ("and", "but", "then"):
            return verbs
        at = ahead + 1
        if words[at][0].lower() == "then" and at + 1 < len(words):
            at += 1
        if base(words[at][0]) is None or "[" in text[words[ahead].start() : words[at].start()]:
            return verbs
        verbs.append(words[at])


def _in_a_row(text: str, words: list[re.Match[str]], at: int) -> int:
    """The place of the verb behind `words[at]` and a comma, if a comma follows it too; else 0. A noun would have more to it."""
    ahead = _past_particles(words, at + 1)
    after = _past_particles(words, ahead + 1)
    if ahead == len(words) or after == len(words) or base(words[ahead][0]) is None or words[ahead][0] in PLURALS:
        return 0
    between = [text[words[last].end() : words[last + 1].start()].strip() for last in (ahead - 1, after - 1)]
    return ahead if between == [",", ","] else 0


def _past_particles(words: list[re.Match[str]], at: int) -> int:
    while at < len(words) and (words[at][0].lower() in _AFTER or words[at][0].endswith("ly")):
        at += 1
    return at


def _touching(text: str, words: list[re.Match[str]]) -> bool:
    """Do these words open the text, with nothing marked between?"""
    return bool(words) and "[" not in text[: words[-1].end()]


def conjugate(text: str, form: Form, *, plural: bool = False) -> str:
    """A text without its doer in another form: first verb, those joined to it by a bare *and*, and those in brackets.

    In forms other than present and past only the first verb and its fellows change as asked; bracketed ones follow too.

    >>> conjugate("turns and goes", "past"), conjugate("looks up and [says] nothing", "past"), conjugate("[hastes=hasted] away", "past")
    ('turned and went', 'looked up and said nothing', 'hasted away')
    """
    pieces: list[str] = []
    end = 0
    for match in _first_verbs(text):
        pieces += [text[end : match.start()], _keep_case(match[0], inflect(match[0], form, plural=plural))]
        end = match.end()
    pieces.append(text[end:])
    return _MARKED.sub(lambda mark: _marked(mark, form, plural), "".join(pieces))


def _marked(mark: re.Match[str], form: Form, plural: bool) -> str:
    present = mark[1]
    if mark[2] and form in ("past", "participle"):
        return given(mark[2], form)
    return _keep_case(present, inflect(present, form, plural=plural))


def given(forms: str, form: Form) -> str:
    """Of the forms that an author gives behind the sign, the past or the participle: one where only one is given.

    >>> given("wove=woven", "past"), given("wove=woven", "participle"), given("hasted", "participle")
    ('wove', 'woven', 'hasted')
    """
    past, _, participle = forms.partition("=")
    return participle or past if form == "participle" else past


def marked_only(text: str, form: Form, *, plural: bool = False) -> str:
    """Inflect what stands in brackets and nothing else: for sentences that have their own subject.

    >>> marked_only("Nobody [moves].", "past")
    'Nobody moved.'
    """
    return _MARKED.sub(lambda mark: _marked(mark, form, plural), text)


def _keep_case(word: str, found: str | None) -> str:
    if found is None:
        return word
    return found[:1].upper() + found[1:] if word[:1].isupper() else found


def uninflectable(text: str) -> list[str]:
    """The words of a move's text that should be verbs in the third person present and are not; empty if it can be told.

    >>> uninflectable("turns and goes"), uninflectable("bring it down"), uninflectable("turns, [went] out")
    ([], ['bring'], ['went'])
    """
    from falter.text.variants import readings

    found: list[str] = []
    for reading in readings(text):
        if not reading.strip():
            continue
        opens = reading.lstrip().startswith("[")
        verbs = [match[0] for match in _first_verbs(reading)]
        if not verbs and not opens:
            first = _WORD.search(reading)
            verbs = [first[0] if first else reading.strip()]
        found += [verb for verb in verbs if base(verb) is None]
        found += [mark[1] for mark in _MARKED.finditer(reading) if not mark[2] and base(mark[1]) is None]
    return list(dict.fromkeys(found))


def no_verbs_marked(text: str) -> list[str]:
    """The words in brackets that are no verbs in the third person present, and have no second form given.

    >>> no_verbs_marked("Nobody [sleeps]; the geese [are] about, and [went] far, and [go=gone] home.")
    ['went']
    """
    return list(dict.fromkeys(mark[1] for mark in _MARKED.finditer(text) if not mark[2] and base(mark[1]) is None))


def left_in_the_present(text: str) -> list[str]:
    """Words that look like a second verb which nothing would inflect: behind *and* or a comma, in -s, not in brackets.

    >>> left_in_the_present("moves the salt and laughs"), left_in_the_present("takes up his cups and plates")
    (['laughs'], [])
    """
    from falter.text.variants import readings

    found: list[str] = []
    for reading in readings(text):
        verbs = _first_verbs(reading)
        inflected, ends = {match.start() for match in verbs}, {match.end() for match in verbs}
        at = 0
        while match := _JOINED.search(reading, at):
            at = match.start("word")
            if at not in inflected and _like_a_verb(reading, match, ends):
                found.append(match["word"])
    return list(dict.fromkeys(found))


def _like_a_verb(text: str, match: re.Match[str], ends: set[int]) -> bool:
    """Is the word rather a verb than a noun in the plural? `ends`: where the inflected verbs end."""
    word, rest, before = match["word"], match["rest"], text[: match.start()]
    if not (match["sign"] or match["joint"]) or base(word) is None or _SUBORDINATE.search(before) or before.count("[") > before.count("]"):
        return False
    if _OBJECT.match(rest):
        return True
    if word in PLURALS:
        return False
    if not match["joint"]:
        return not rest.strip(" .") or (match.start() in ends and rest.startswith((" and ", " but ")))
    # `cups and plates`: two of a kind, unless the first is a part of somebody, as in `crosses his arms and laughs`.
    pair = re.search(r"[^s]s$", before.rstrip(",")) and not _OWN.search(before)
    return not pair or base(word) in IRREGULAR
