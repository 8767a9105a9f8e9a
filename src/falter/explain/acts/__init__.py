"""Why somebody did something, or did not: an act taken apart into what spoke for it and against it, and what was behind that."""
