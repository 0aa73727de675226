"""What is said of a run in which no strand can ever go on: who waits, where, and for what."""

import linecache
import sys

_objects = {
    "Event": "the event",
    "Condition": "the condition",
    "Semaphore": "the semaphore",
    "Barrier": "the barrier",
    "Queue": "the queue",
    "_PySimpleQueue": "the queue",
    "_RLock": "the lock",
    "lock": "the lock",
    "Future": "the future",
}
"""What a program calls an object of a class of the standard library, or of one that is built on it."""

_sides = {"get": "an item of ", "put": "room in ", "join": "the end of all work of ", "result": "the result of "}
"""What a method waits for."""


_held = ("the lock", "the condition")
"""What one strand has at a time."""


def waiting(scheduler):
    """For each strand that waits a sentence, and the text of the line at which it does."""
    return [_sentence(strand, scheduler) for strand in scheduler.strands if strand.wants is not None]


def describe(waits):
    """What stands on stderr."""
    lines = [f"  {sentence}{text and ': ' + text}\n" for sentence, text in waits]
    return "nothing left can wake this: every thread waits for another\n" + "".join(lines)


def _sentence(strand, scheduler):
    calls, frame = _calls(strand.waits_in, scheduler.is_program)
    at = f" at line {strand.line}" if strand.line else ""
    text = linecache.getline(frame.f_code.co_filename, strand.line).strip() if frame and strand.line else ""
    return f"{strand.name} waits{at} {_what(strand, calls, frame, scheduler)}", text


def _calls(frame, is_program):
    """The calls by which a strand came to wait, outermost first, each as its name and what it is a method of; and the frame
    of the program that made the first of them, None where a library did."""
    calls = []
    while frame is not None and not is_program(frame.f_code.co_filename):
        calls.append((frame.f_code.co_name, frame.f_locals.get("self")))
        frame = frame.f_back
    return calls[::-1], frame


def _what(strand, calls, frame, scheduler):
    wants = strand.wants
    if wants.ends is not None:
        return f"for the end of {scheduler.ever[wants.ends].name}"
    if wants.kind == "event loop":
        return "in the event loop"
    if frame is None:
        return "for work"
    method, owner = next(((method, owner) for method, owner in calls if _word(owner)), ("", wants))
    name = _name_in_program(owner, frame)
    what = f"for {_sides.get(method, '')}{_word(owner)}{name and ' ' + name}"
    takes = method in ("", "acquire", "__enter__") and _word(owner) in _held
    holder = wants.holder if takes else None
    if holder is None:
        return what
    return f"{what}, which {'it holds itself' if holder is strand else f'{holder.name} holds'}"


def _word(owner):
    return next((_objects[base.__name__] for base in type(owner).__mro__ if base.__name__ in _objects), None)


def _name_in_program(wanted, frame):
    """By which expression the program can name this object where it stands: `lock`, `locks['ann']` or `self.lock`."""
    for name, value in [*frame.f_locals.items(), *vars(sys.modules["__main__"]).items()]:
        if value is wanted:
            return name
        for key, part in _parts(value):
            if part is wanted:
                return name + key
    return ""


def _parts(value):
    if isinstance(value, dict):
        return [(f"[{key!r}]", part) for key, part in list(value.items())]
    if isinstance(value, (list, tuple)):
        return [(f"[{index}]", part) for index, part in enumerate(value)]
    if type(value).__module__ == "__main__":
        return [(f".{key}", part) for key, part in list(getattr(value, "__dict__", {}).items())]
    return []
