"""What every record of the model is: frozen, closed to unknown fields, equal by value."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """A frozen record; unknown fields are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Strength = Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]
"""How strongly, in [0, 1]."""

Seconds = Annotated[float, Field(ge=0.0, allow_inf_nan=False)]
Metres = Annotated[float, Field(ge=0.0, allow_inf_nan=False)]
Name = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_'-]*$")]
"""An id: a person's in capitals, any other in lower case (things may be either)."""
