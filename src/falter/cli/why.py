"""`falter why`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from falter.cli.options import RUN, TILT, fitting, for_scenes, one_of, performed, seed_number, story_time, wrong

if TYPE_CHECKING:
    from falter.api.run import Run


class Told(Protocol):
    """An explanation, of whatever."""

    def told(self, everything: bool = False) -> str:
        """For a person to read."""

    def record(self) -> dict[str, Any]:
        """As plain values."""


FORMS = ("text", "json")
SEED = Annotated[int | None, typer.Option("--seed", parser=seed_number, metavar="NUMBER", help="Which performance; 1 if not said.")]
ACT = Annotated[str | None, typer.Option("--act", metavar="ACT", help="Which act: `strike`, or `KYLO strike HUX`; the first so called.")]
AT = Annotated[float | None, typer.Option("--at", parser=story_time, metavar="TIME", help="When: 1:52, or 112 s.")]
NOT = Annotated[str | None, typer.Option("--not", metavar="ACT", help="Which act was not done, as in `spare`.")]
FEELS = Annotated[
    str | None, typer.Option("--feels", metavar="WHO FEELING", help="Whose feeling: `KYLO grief`; with `--at`, else when it was strongest.")
]
BELIEVES = Annotated[
    str | None,
    typer.Option("--believes", metavar="WHO: WHAT", help="Whose belief: `HUX: KYLO loves HUX`, or a fact; with `--at`, else at the last."),
]
LULL = Annotated[
    str | None,
    typer.Option("--lull", metavar="TIME", help="Why nothing was done: about a time, 1:40; 1:34-1:52; or in the `longest` lull."),
]
ALL = Annotated[bool, typer.Option("--all", help="Everything that had a part in it.")]
TEST = Annotated[bool, typer.Option("--test", help="Take the first things that spoke for it away, one by one, under the same luck.")]
FORM = Annotated[str, typer.Option("--as", parser=one_of(*FORMS), metavar="|".join(FORMS), help="How to print it.")]


def why(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A scene, or a performance saved with `falter run --save`.")],
    seed: SEED = None,
    run: RUN = None,
    tilt: TILT = None,
    act: ACT = None,
    at: AT = None,
    absent: NOT = None,
    feels: FEELS = None,
    believes: BELIEVES = None,
    lull: LULL = None,
    everything: ALL = False,
    test: TEST = False,
    form: FORM = "text",
) -> None:
    """Say why somebody did something, did not, felt or believed something, or nobody did anything: what spoke for it, what against."""
    from falter.api.why import Explanation

    asked = {"act": act, "absent": absent, "feels": feels, "believes": believes, "lull": lull}
    _one_question(context, asked, at)
    if test and (absent or feels or believes or lull) is not None:
        raise wrong(context, "test", "is about what was done", "leave out `--test`, or ask with `--act`")
    for_scenes(context, file, "seed", "run", "tilt")
    found = _found(context, performed(context, file), asked, at)
    tested = found.tested() if test and isinstance(found, Explanation) else None
    if form == "json":
        record = (tested or found).record(everything) if isinstance(found, Explanation) else found.record()
        print(json.dumps(record, ensure_ascii=False, indent=2))
    else:
        print(found.told(everything) + (f"\n{tested.told()}" if tested else ""), end="")


def _one_question(context: typer.Context, asked: dict[str, str | None], at: float | None) -> None:
    """One thing is asked about, and a time is named where that is of use."""
    questions = [name for name, value in asked.items() if value is not None]
    if not questions and at is None:
        raise wrong(
            context, "file", "is named, and nothing is asked about it", "add `--act`, `--at`, `--not`, `--feels`, `--believes` or `--lull`"
        )
    if len(questions) > 1:
        raise wrong(context, questions[1], "is another question", "ask one thing at a time")
    if questions == ["lull"] and at is not None:
        raise wrong(context, questions[0], "says by itself what is meant", "leave out `--at`")


def _found(context: typer.Context, run: Run, asked: dict[str, str | None], at: float | None) -> Told:
    """The answer. What the performance has not is a fault of the flag that named it."""
    question, what = next(((name, value) for name, value in asked.items() if value is not None), ("act", None))
    with fitting(context, act=question, feeling="feels", belief="believes", begun="lull", ended="lull"):
        if question == "feels":
            return run.why_felt(what or "", at)
        if question == "believes":
            return run.why_believed(what or "", at)
        if question == "lull":
            return run.why_nothing(*_stretch(context, what or ""))
        return run.why_not(what or "", at) if question == "absent" else run.why(what, at)


def _stretch(context: typer.Context, text: str) -> list[float]:
    """`longest`, `1:40`, `1:34-1:52`, in s."""
    from falter.narrate.timeline import seconds_of

    if text == "longest":
        return []
    times = [seconds_of(each) for each in text.replace("–", "-").split("-", 1)]
    if None in times:
        raise wrong(context, "lull", f"must be a time from 0 on, as in `1:52`, or two with a hyphen between; got `{text}`")
    return [time for time in times if time is not None]
