"""A network in memory: the loopback of the process, whose messages the virtual clock carries."""
