"""The JSON Schema of a scene, from the model itself: what editors and other programs read.

`python -m falter.model.schema` prints it; it is published as docs/reference/scene.schema.json.
"""

from __future__ import annotations

import json
from typing import Any

from falter.model.scene import Scene


def scene_schema() -> dict[str, Any]:
    """The schema as JSON values."""
    made = Scene.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def schema_text() -> str:
    """The schema as it is published."""
    return json.dumps(scene_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(schema_text(), end="")
