"""The same scene as JSON or YAML, there and back. Both are the model's own fields, with defaults left out.

What is wrong with such a file is told by its model path. A scene that the language has no words for is a fault too: it
is printed, read back, and the reader's faults are put where they belong.
"""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import ValidationError

from falter.diagnostics.fault import Fault, Faults
from falter.diagnostics.page import fill, page
from falter.diagnostics.source import Path, Places, Source
from falter.model.scene import Scene
from falter.scene.encoding import decode
from falter.scene.printer import print_scene
from falter.scene.reader import Reading, read
from falter.scene.tree import grow


def to_json(scene: Scene) -> str:
    """The scene as JSON."""
    return json.dumps(_plain(scene), indent=2, ensure_ascii=False) + "\n"


def to_yaml(scene: Scene) -> str:
    """The scene as YAML."""
    import yaml

    text: str = yaml.safe_dump(_plain(scene), sort_keys=False, allow_unicode=True, width=120)
    return text


def _plain(scene: Scene) -> dict[str, Any]:
    """The scene as JSON values, version and title always there."""
    return {"falter": scene.falter, "title": scene.title, **scene.model_dump(mode="json", exclude_defaults=True)}


def from_json(data: bytes | str, name: str = "scene.json") -> Reading:
    """Read a scene from JSON. Never raises for what is in it."""
    reading = _empty(data, name)
    try:
        value = json.loads(reading.faults.source.text.removeprefix("\ufeff"), parse_constant=_constant)
    except (ValueError, RecursionError) as error:
        reading.faults.add("FAL1801", None, form="JSON", problem=_first_line(error))
        return reading
    return _validated(value, reading)


def from_yaml(data: bytes | str, name: str = "scene.yaml") -> Reading:
    """Read a scene from YAML. Never raises for what is in it."""
    import yaml

    reading = _empty(data, name)
    try:
        value = yaml.load(reading.faults.source.text, Loader=_loader())
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reading.faults.add("FAL1801", None, form="YAML", problem=_first_line(error))
        return reading
    return _validated(value, reading)


def from_model(scene: Scene, name: str = "scene") -> Reading:
    """A scene made in Python, read as one from a file would be: the faults of what cannot be said."""
    return _sayable(scene, _empty("", name))


def _loader() -> Any:
    """YAML's safe loader with two ways less to go wrong: only `true` and `false` are truth values (`towards: on` is a
    word), and no aliases, which could make a few lines stand for a million records."""
    import yaml

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {  # noqa: RUF012 - as the class above declares it
            first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
            for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("a scene has no aliases (`*name`)")
            return super().compose_node(parent, index)

    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z"), list("tf"))
    return Loader


def _constant(word: str) -> float:
    raise ValueError(f"{word} is no number of a scene")


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def _empty(data: bytes | str, name: str) -> Reading:
    text, _ = decode(data)
    source = Source(name, text)
    return Reading(None, grow(Source(name, "")), {}, Faults(source))


def _validated(value: object, reading: Reading) -> Reading:
    if not isinstance(value, dict):
        reading.faults.add("FAL1802", None, found=type(value).__name__)
        return reading
    try:
        scene = Scene.model_validate_json(json.dumps(value))
    except ValidationError as error:
        for each in error.errors(include_url=False):
            _fault(reading.faults, each["loc"], each["msg"], each["input"])
        return reading
    except (TypeError, ValueError, RecursionError) as error:
        reading.faults.add("FAL1801", None, form="a scene", problem=_first_line(error))
        return reading
    return _sayable(scene, reading)


def _fault(faults: Faults, path: Path, message: str, value: object) -> None:
    shown = repr(value)
    faults.add("FAL1803", None, path=path, problem=message[:1].lower() + message[1:], found=shown if len(shown) <= 60 else shown[:59] + "…")


def _sayable(scene: Scene, reading: Reading) -> Reading:
    """Print the scene and read it back: what the reader faults, or reads otherwise, could not be written as text."""
    again = read(print_scene(scene), reading.faults.source.name)
    for fault in again.faults.found:
        reading.faults.add(
            "FAL1804", None, path=_path(fault, again.places), rule=fault.code, problem=fill(page(fault.code).what, fault.holes)
        )
    if not reading.faults.found and again.scene != scene:
        reading.faults.add("FAL1805", None, path=_difference(scene.model_dump(), again.scene.model_dump() if again.scene else {}))
    return reading._replace(scene=scene)


def _path(fault: Fault, places: Places) -> Path:
    """The deepest record whose span holds the fault."""
    if fault.span is None:
        return ()
    around = [
        (span.end - span.start, -len(path), path)
        for path, span in places.items()
        if span.start <= fault.span.start < max(span.end, span.start + 1)
    ]
    return min(around, key=lambda found: found[:2])[2] if around else ()


def _difference(one: object, other: object) -> Path:
    """The path at which two values first differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        key = next((key for key in one if one[key] != other.get(key)), None)
        return () if key is None else (key, *_difference(one[key], other.get(key)))
    if isinstance(one, list | tuple) and isinstance(other, list | tuple) and len(one) == len(other):
        at = next((at for at in range(len(one)) if one[at] != other[at]), None)
        return () if at is None else (at, *_difference(one[at], other[at]))
    return ()
