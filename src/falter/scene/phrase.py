"""Numbers, strengths, conditions and meanings as words of the language: the small pieces the printer is made of."""

from __future__ import annotations

from decimal import Decimal

from falter.model.conditions import Atom, Clause, Condition
from falter.model.moves import Effect, Meant
from falter.model.people import Felt
from falter.model.words import STRENGTHS

_WORDS = {value: word for word, value in STRENGTHS.items()}
_UNITS = ((3600.0, "h"), (60.0, "min"), (1.0, "s"))


def number(value: float) -> str:
    """A number without an exponent and without a needless zero.

    >>> number(0.6), number(2.0), number(-0.05), number(-0.0)
    ('.6', '2', '-.05', '0')
    """
    text = f"{Decimal(repr(value + 0.0)):f}"  # a negative zero has no sign
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    return sign + (digits[1:] if digits.startswith("0.") else digits)


def signed(value: float) -> str:
    """A number with its sign: `+.6`."""
    return number(value) if value < 0 else "+" + number(value)


def strength(value: float) -> str:
    """A strength: the word, where one is exactly equal."""
    return _WORDS.get(value) or number(value)


def seconds(*values: float) -> str:
    """A time, or a range of two, in the largest unit that leaves whole numbers.

    >>> seconds(90.0), seconds(120.0, 300.0)
    ('90 s', '2..5 min')
    """
    size, unit = next(((size, unit) for size, unit in _UNITS if all(value and value % size == 0 for value in values)), _UNITS[-1])
    shown = dict.fromkeys(number(value / size) for value in values)
    return f"{'..'.join(shown)} {unit}"


def metres(value: float) -> str:
    """A distance."""
    return f"{number(value)} m"


def felt(value: Felt) -> str:
    """`grief strongly`."""
    return value.emotion if value.strength is None else f"{value.emotion} {strength(value.strength)}"


def condition(value: Condition) -> str:
    """A condition, its alternatives joined by `or if`."""
    return " or if ".join(clause(each) for each in value.clauses)


def clause(value: Clause) -> str:
    """Atoms joined by `and`."""
    return " and ".join(atom(each) for each in value.atoms)


def atom(value: Atom) -> str:
    """One atom.

    >>> atom(Atom(word="near", person="HUX", negated=True))
    'not near HUX'
    """
    words = ["not"] if value.negated else []
    if value.subject is not None:
        words.append(value.subject)
    return " ".join([*words, *_said(value)])


def _said(value: Atom) -> list[str]:
    named = [word for word in (value.person, value.name, value.other) if word is not None]
    match value.word:
        case "done":
            return ["after", value.move or ""]
        case "since":
            return [seconds(value.amount or 0.0), "after", value.move or ""]
        case "lull":
            return ["lull", seconds(value.amount or 0.0)]
        case "within":
            return ["within", metres(value.amount or 0.0), *(["of", value.person] if value.person else [])]
        case "suspects" | "believes" | "doubts" if value.person is None:
            return [value.word, value.name or ""]
        case "thinks":
            whose = [value.person, "thinks"] if value.person is not None else []
            return ["thinks", *whose, value.name or "", "in", value.other or ""]
        case "knows" if value.person is not None:
            return ["knows", value.person, "knows", value.name or ""]
        case "suspects":
            return ["suspects", value.person or "", "means to", value.move or "", *([value.other] if value.other else [])]
        case "rises" | "slips":
            return [value.name or "", value.word]
        case "asked" if value.move or value.person:
            return ["asked by", value.move or value.person or ""]
        case word:
            return [word, *named]


def meant(value: Meant) -> str:
    """A meaning with its object and numbers; with `means` where it holds for one doer only."""
    words = [value.word]
    if value.object is not None:
        words += ["about"] if value.word == "asks" and not value.object[:1].isupper() else []
        words.append(value.object)
    if value.effects:
        words.append(f"({', '.join(effect(each) for each in value.effects)})")
    said = " ".join(words)
    return said if value.by is None else f"means {said} if by {value.by}"


def effect(value: Effect) -> str:
    """`cherish +.6`."""
    return f"{value.motive} {signed(value.value)}"


def share(least: float, most: float) -> str:
    """`30..70 %`."""
    return f"{number(least)}..{number(most)} %"


def joined(head: str, clauses: list[str], space: bool = False) -> str:
    """A head and its clauses, with commas; `space` where the first needs none."""
    if not clauses:
        return head
    return head + (" " if space else ", ") + ", ".join(clauses)
