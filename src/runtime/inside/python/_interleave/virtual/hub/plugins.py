"""gevent looks for plug-ins at each step of its patching, among all that is installed: once will do for all forks."""

import functools
from importlib import metadata


def look_for_plugins_once():
    try:
        from gevent import events
    except ImportError:  # the program will say so
        return
    metadata.entry_points = functools.cache(metadata.entry_points)
    for group in {getattr(value, "ENTRY_POINT_NAME", None) for value in vars(events).values()} - {None}:
        metadata.entry_points(group=group)
