"""For what a strand waits, as src/trace/waits.ts has it."""

import math

YIELD = {"kind": "yield"}
FUTURE = {"kind": "await", "what": "future"}
GATHER = {"kind": "group", "call": "gather"}
TASK_GROUP = {"kind": "group", "call": "task group"}
POOL = {"kind": "pool"}
EVENT_LOOP = {"kind": "runs", "what": "event loop"}
HUB = {"kind": "runs", "what": "hub"}
ANOTHER_GREENLET = {"kind": "runs", "what": "another greenlet"}


def sleep(seconds):
    """Of no known length where `seconds` is no number: what a program's own numbers do would count."""
    if type(seconds) not in (int, float) or not seconds < math.inf:
        return {"kind": "sleep"}
    return {"kind": "turn"} if seconds <= 0 else {"kind": "sleep", "ms": round(seconds * 1000, 6)}


def inside(function):
    """Of a function by its qualified name the last part: "Pool.map" is map."""
    return {"kind": "call", "name": function.rpartition(".")[2]}


def for_strand(strand, how):
    return {"kind": "strand", "strand": strand, "how": how}


def for_sync_object(kind, key, how):
    """`how` says of a channel what the strand wants to do: get, put or join."""
    return {"kind": kind, kind: key, **({"how": how} if kind == "channel" else {})}
