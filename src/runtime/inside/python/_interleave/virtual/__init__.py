"""Python programs on a virtual clock: asyncio's own order, no time spent waiting, a deadlock said at once."""
