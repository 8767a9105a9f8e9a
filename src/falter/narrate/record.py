"""The performance as plain values, for programs: what `--as json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import Field

from falter.model.record import Record, Seconds
from falter.narrate.script import plain_words, wording_of

if TYPE_CHECKING:
    from falter.narrate.performed import Performed
    from falter.performance.event import Event, Incident


class ActRecord(Record):
    """One act, as done. Times are in s of story time from the start."""

    t: Seconds = Field(description="when it began")
    lands: Seconds = Field(description="when it takes effect")
    ends: Seconds = Field(description="when it is over, or was cut off")
    who: str = Field(description="the doer's id")
    move: str = Field(description="the move's id")
    to: str | None = Field(description="the id of the person or mark it is meant for, if any")
    text: str = Field(description="its words: what is said, or what is done, in the present tense and without the doer")
    said: bool = Field(description="is the text speech?")
    tone: str | None = Field(description="the tone it is said in, if the scene gives one")
    id: str = Field(description="the id of the text: `scene/move/variant`; `scene/PERSON-move/variant` where several moves share the id")
    inner: bool = Field(description="an inner move, which nobody else perceives")
    cut: bool = Field(description="stopped before it took effect")
    late: bool = Field(description="settles an answer that was overdue")
    heard_by: tuple[str, ...] = Field(description="the ids of those who perceived it, the doer included")
    waited: Seconds = Field(description="s since the doer could first have done it, or since his last act")
    cause: str = Field(description="the motive that weighed most for it, and its object")
    serves: bool = Field(description="does the act serve that motive? If not, it only goes less against it than what else was open")
    author: float = Field(description="share of the threshold that the author's `leans` gave and that had not leaked away")


class IncidentRecord(Record):
    """Something that befell someone and was no act. Times are in s of story time from the start."""

    t: Seconds = Field(description="when")
    kind: str = Field(description="what: a word of the list of incidents")
    who: str = Field(description="the id of the person it befell; empty for nobody in particular")
    whom: str | None = Field(description="the id of the person it is about, if any")
    what: str | None = Field(description="what it is about, as the kind says")
    known_to: tuple[str, ...] = Field(description="the ids of those who know of it")
    amount: float = Field(description="how much, as the kind says")
    channel: str | None = Field(description="the display channel it showed on, if it showed")


class PerformanceRecord(Record):
    """One performance of a scene."""

    scene: str = Field(description="the scene's title")
    seed: int
    run: int = Field(description="which performance of the seed")
    ending: str = Field(description="the name of the ending it came to; `undecided` where none of the scene's holds")
    passed_over: int = Field(description="performances before it that did not meet what the scene says must be")
    seconds: Seconds = Field(description="its length in s of story time")
    events: tuple[ActRecord, ...] = Field(description="every act, in order of its beginning")
    incidents: tuple[IncidentRecord, ...] = Field(description="what befell people and was no act, in order of time")


def as_json(trace: Performed) -> dict[str, Any]:
    """Scene, seed, ending, length in s, and every act in order of its beginning, and every incident, as JSON values."""
    events = tuple(_act(trace, event) for event in sorted(trace.events, key=lambda event: (event.t, event.index)))
    record = PerformanceRecord(
        scene=trace.scene.title,
        seed=trace.seed,
        run=trace.run,
        ending=trace.ending,
        passed_over=trace.passed_over,
        seconds=round(trace.seconds, 3),
        events=events,
        incidents=tuple(_incident(incident) for incident in trace.incidents),
    )
    return record.model_dump(mode="json")


def _act(trace: Performed, event: Event) -> ActRecord:
    wording = wording_of(trace.scene, event)
    return ActRecord(
        t=round(event.t, 3),
        lands=round(event.lands, 3),
        ends=round(event.ends, 3),
        who=event.who,
        move=event.move,
        to=event.to,
        text=plain_words(trace.scene, event, trace.seed),
        said=wording.kind == "says",
        tone=wording.tone,
        id=event.text_id,
        inner=event.inner,
        cut=event.cut,
        late=event.late,
        heard_by=event.heard_by,
        waited=round(event.waited, 3),
        cause=event.cause,
        serves=event.serves,
        author=round(event.author, 6),
    )


def _incident(incident: Incident) -> IncidentRecord:
    return IncidentRecord(
        t=round(incident.t, 3),
        kind=incident.kind,
        who=incident.who,
        whom=incident.whom,
        what=incident.what,
        known_to=incident.known_to,
        amount=round(incident.amount, 6),
        channel=incident.channel,
    )
