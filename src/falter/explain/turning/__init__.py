"""Where a performance turned: the chance of each ending from every moment of it on."""
