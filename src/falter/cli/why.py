"""`falter why`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from falter.cli.options import one_of, seed_number, unfit, wrong

FORMS = ("text", "json")
SEED = Annotated[int | None, typer.Option("--seed", parser=seed_number, metavar="NUMBER", help="Which performance; 1 if not said.")]
ACT = Annotated[str | None, typer.Option("--act", metavar="ACT", help="Which act: `strike`, or `KYLO strike HUX`; the first so called.")]
AT = Annotated[str | None, typer.Option("--at", metavar="TIME", help="When it was begun: 1:52, or 112 s.")]
NOT = Annotated[str | None, typer.Option("--not", metavar="ACT", help="Which act was not done, as in `spare`.")]
ALL = Annotated[bool, typer.Option("--all", help="Everything that had a part in it.")]
FORM = Annotated[str, typer.Option("--as", parser=one_of(*FORMS), metavar="|".join(FORMS), help="How to print it.")]


def why(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A scene, or a performance saved with `falter run --save`.")],
    seed: SEED = None,
    act: ACT = None,
    at: AT = None,
    absent: NOT = None,
    everything: ALL = False,
    form: FORM = "text",
) -> None:
    """Say why somebody did something, or did not: what spoke for it, what against, and what was behind that."""
    from falter.api.run import is_saved_run
    from falter.api.scene import load_or_perform
    from falter.api.why import NoSuchActError

    if act is None and at is None and absent is None:
        raise wrong(context, "act", "nothing is asked about", "add `--act`, `--at` or `--not`")
    if absent is not None and (act is not None or at is not None):
        raise wrong(context, "absent", "is about what was not done", "leave out `--act` and `--at`")
    if seed is not None and is_saved_run(file):
        raise wrong(context, "seed", "is for performing a scene, and this is a saved performance", "leave out `--seed`")
    performed = load_or_perform(file, seed)
    try:
        found = performed.why(act, _seconds(context, at)) if absent is None else performed.why_not(absent)
    except NoSuchActError as error:
        raise unfit(context, "absent" if absent else "act" if at is None else "at", str(error), error.fix) from None
    print(json.dumps(found.record(), ensure_ascii=False, indent=2) if form == "json" else found.told(everything).rstrip("\n"))


def _seconds(context: typer.Context, text: str | None) -> float | None:
    """`1:52.3`, `112`, `112 s`, in s."""
    if text is None:
        return None
    minutes, colon, seconds = text.removesuffix("s").strip().rpartition(":")
    try:
        return 60.0 * (int(minutes) if colon else 0) + float(seconds)
    except ValueError:
        raise wrong(context, "at", f"must be a time; got `{text}`", "write it as in 1:52, or 112") from None
