"""Why somebody did something, or did not, in a notebook: what is told in ten lines, and each of them opens further."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

from falter.explain.acts import whynot_told
from falter.explain.acts.deeper import deeper
from falter.explain.acts.why import Part, Why
from falter.explain.acts.why_told import Joined, above, behind_of, few_of, part_named, percent, shown_of, sides_of, told_at_all, wording_of
from falter.explain.acts.whynot import WhyNot
from falter.explain.agreeing import agreeing
from falter.explain.paragraph import of_html
from falter.explain.standing import Cause
from falter.explain.wording import Place, Wording
from falter.model.scene import Scene

FIGURE: Final = '<span style="display: inline-block; min-width: 4em; text-align: right; margin-right: .8em">{}</span>'
LIST: Final = '<ul style="list-style: none; margin: 0; padding-left: 1.5em">{}</ul>'


def why_html(why: Why, place: Place) -> str:
    """An act: what decided it, its parts, what was behind each, and behind that. Performs it again to see."""
    if why.crossing is None:
        return _page(above(why, place), "", why.trace.scene)
    wording = wording_of(why)
    further = {one.cause: one.told for one in deeper(why, wording)}
    return _page(above(why, place), Opening(wording, place, further).parts(why.parts), why.trace.scene)


def whynot_html(one: WhyNot, place: Place) -> str:
    """An act that was not done: what kept it shut, or how near it came and what held it back."""
    parts = Opening(whynot_told.wording_of(one), place, {}).parts(one.parts) if whynot_told.came_near(one) else ""
    return _page(whynot_told.above(one, place), parts, one.trace.scene)


def _page(lines: list[str], parts: str, scene: Scene) -> str:
    head, _, *sentences = lines
    return agreeing(f"<article><h4>{escape(head)}</h4><p>{of_html(' '.join(sentences))}</p>{parts}</article>", scene)


class Opening:
    """The parts of a preference, in lines that open: what is told stands there, and all else behind the line that sums it up."""

    def __init__(self, wording: Wording, place: Place, further: Mapping[Cause, str]) -> None:
        self.wording, self.place, self.further = wording, place, further

    def parts(self, parts: tuple[Part, ...]) -> str:
        """What spoke for it and what against it; and all else."""
        shown = shown_of(parts)
        sides = (f"<p>{side}</p>{_list(map(self._part, those))}" for side, those in sides_of(parts, shown))
        rest = [part for part in parts if part not in shown]
        opening = told_at_all(rest)
        return "".join(sides) + (_list([_line(_sum(rest), "all else", map(self._part, opening))]) if opening else "")

    def _part(self, part: Part) -> str:
        behind = behind_of(part)
        few = few_of(behind) or told_at_all(behind)
        rest = behind[len(few) :]
        opening = told_at_all(rest)
        smaller = [_line(_sum(rest), f"and {len(rest)} smaller", map(self._behind, opening))] if opening else []
        return _line(part.share, part_named(part, self.wording, self.place), [*map(self._behind, few), *smaller])

    def _behind(self, one: Joined) -> str:
        further = self.further.get(one.ways[0].cause)
        return _line(one.share, self.wording.behind(one.ways), [f"<li>{escape(further)}</li>"] if further else [])


def _sum(parts: Iterable[Part | Joined]) -> float:
    return sum(part.share for part in parts)


def _line(share: float, words: str, below: Iterable[str]) -> str:
    """A line with its figure; it opens where something hangs on it."""
    said, lines = FIGURE.format(percent(share)) + escape(words), list(below)
    return f"<li><details><summary>{said}</summary>{_list(lines)}</details></li>" if lines else f"<li>{said}</li>"


def _list(lines: Iterable[str]) -> str:
    return LIST.format("".join(lines))
