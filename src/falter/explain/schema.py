"""The JSON Schema of what explanations say as plain values: one of these records, told apart by `kind`.

`python -m falter.explain.schema` prints it; it is published as docs/reference/explanation.schema.json. A new kind of explanation gives
its record a `Record` with a `kind` of its own, and a line in `Explained`.
"""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import Field, TypeAdapter

from falter.explain.acts.why_told import WhyRecord
from falter.explain.acts.whynot_told import WhyNotRecord
from falter.explain.changes.many_told import WhatIfManyRecord
from falter.explain.changes.removing_told import WhyTestedRecord, WithoutRecord
from falter.explain.changes.sidebyside import WhatIfRecord
from falter.explain.lulls.held_record import LullRecord
from falter.explain.minds.believed_record import BelievedRecord
from falter.explain.minds.felt_record import FeltRecord
from falter.explain.nearest.record import NearestRecord
from falter.explain.turning.record import TurningRecord
from falter.explore.causation_told import CausationRecord

Explained = Annotated[
    WhyRecord
    | WhyTestedRecord
    | WithoutRecord
    | WhyNotRecord
    | FeltRecord
    | BelievedRecord
    | LullRecord
    | WhatIfRecord
    | WhatIfManyRecord
    | NearestRecord
    | TurningRecord
    | CausationRecord,
    Field(discriminator="kind"),
]


def schema_text() -> str:
    """The schema as it is published."""
    made = TypeAdapter(Explained).json_schema()
    return (
        json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Explanation", **made}, indent=2, ensure_ascii=False
        )
        + "\n"
    )


if __name__ == "__main__":
    print(schema_text(), end="")
