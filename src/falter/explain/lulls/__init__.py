"""Why nobody did anything for so long: what drew and what held back, of everybody there."""
