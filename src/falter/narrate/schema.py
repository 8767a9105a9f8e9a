"""The JSON Schema of a performance, from the record itself.

`python -m falter.narrate.schema` prints it; it is published as docs/reference/performance.schema.json.
"""

from __future__ import annotations

import json

from falter.narrate.record import PerformanceRecord


def schema_text() -> str:
    """The schema as it is published."""
    made = PerformanceRecord.model_json_schema()
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **made}, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(schema_text(), end="")
