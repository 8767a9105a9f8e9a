"""Many performances of one scene: how it can end, when, and what decides. No name is taken from here; see `api.explore`."""
