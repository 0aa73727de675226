"""Runs programs on the virtual clock, each in a process that none of the others has touched."""

from .repeat import Repeater


def run_all(files, emit):
    """Calls `emit` with one dict for each file, up to one that leaves behind what cannot be put back."""
    repeater = Repeater()
    for file in files:
        (outcome,) = repeater.prepare(file)([None])
        if outcome.stopped is None:
            emit({"file": file, "lines": outcome.lines(), "exit": outcome.exit, "elapsed": outcome.elapsed})
        else:
            emit({"file": file, "stopped": outcome.stopped.as_dict()})
        if outcome.is_spoilt:
            return
