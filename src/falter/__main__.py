"""`python -m falter`: the same as the command `falter`."""

from __future__ import annotations

import sys

from falter.cli import main

if __name__ == "__main__":
    sys.exit(main())
