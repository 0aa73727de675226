"""The locks, channels and signals of a program: which there are, what it calls them, and what strands do to them."""

import weakref
from collections import Counter

from ..frames import inlined
from ..local_variables import local_variables
from ..waits import for_sync_object
from .locations import locate

LONG = 40
"""Characters of an item that are shown."""

_plain = (int, float, complex, bool, str, bytes, type(None))


class SyncObjects:
    def __init__(self, events, program):
        self._events = events
        self._program = program
        self._numbers = weakref.WeakKeyDictionary()
        self._names = weakref.WeakKeyDictionary()
        self._counts = Counter()
        self._waits = {}

    def emit(self, kind, sync_object, frame, strand, how, line=None, **more):
        """`frame` is one in which it happens; where no line is given, the strand's own is found from it."""
        number = self._numbers.get(sync_object)
        if number is None:
            self._counts[kind] += 1
            number = self._numbers[sync_object] = self._counts[kind]
        if how == "wait":
            self._waits[strand] = for_sync_object(kind, number, "put" if "item" in more else "get")
        if line is None:
            line, _ = locate(frame, self._program)
        words = {kind: number, "name": self.name_of(sync_object, frame), "how": how, **more}
        self._events.emit(kind, strand=strand, line=line, **words)

    def waited_for(self, strand):
        """For what the strand that gives way just now has to wait; None for anything else. Asked once."""
        return self._waits.pop(strand, None)

    def name_of(self, sync_object, frame):
        """Kept once the program has been seen to have a name for it."""
        if sync_object in self._names:
            return self._names[sync_object]
        kind = word_of(sync_object)
        own = _found(lambda value: value is sync_object, frame, self._program)
        if own is None:
            own = _found(lambda value: getattr(value, "_lock", None) is sync_object, frame, self._program)
            own = own and f"of {own}"
        if own is None:
            return kind
        name = self._names[sync_object] = kind if own == kind else f"{kind} {own}"
        return name


def word_of(sync_object):
    """What it is, by the name of its class or of the library's class that it extends: "priority queue" is a queue."""
    for kind in type(sync_object).__mro__:
        for word in ("Semaphore", "Condition", "Barrier", "Event", "Result", "Queue", "Channel", "Lock", "LockType"):
            if kind.__name__.endswith(word):
                return "lock" if word == "LockType" else word.lower()
    return type(sync_object).__name__


def item_of(*item):
    """An item in words, without asking it for any: what a program's own __repr__ does would count."""
    if not item:
        return {}
    return {"item": shown(item[0])}


def shown(value):
    """A value in words that are not too long."""
    text = _shown(value)
    return text if len(text) <= LONG else f"{text[: LONG - 1]}…"


def _shown(item, deep=True):
    if type(item) in _plain:
        return repr(item)
    if deep and type(item) is tuple:
        return f"({', '.join(_shown(part, False) for part in item[:LONG])}{',' if len(item) == 1 else ''})"
    if deep and type(item) is list:
        return f"[{', '.join(_shown(part, False) for part in item[:LONG])}]"
    return item.__name__ if type(item).__name__ == "function" else f"a {type(item).__name__}"


def _found(is_it, frame, program):
    """The name under which the program has an object, looked for from where it stands outwards."""
    while frame is not None:
        if frame.f_code.co_filename == program and frame.f_code.co_name not in inlined:
            name = _named(is_it, local_variables(frame)) or _named(is_it, frame.f_globals)
            if name:
                return name
        frame = frame.f_back
    return None


def _named(is_it, scope):
    return next((name for name, value in variables(scope) if is_it(value)), None)


def variables(scope):
    """Name and value of all variables, then of what they hold in lists, dictionaries and `self`: "forks[1]"."""
    own = [(name, value) for name, value in scope.items() if not name.startswith("__")]
    yield from own
    for name, value in own:
        if type(value) in (list, tuple):
            yield from ((f"{name}[{index}]", part) for index, part in enumerate(value[:LONG]))
        elif type(value) is dict:
            parts = list(value.items())[:LONG]
            yield from ((f"{name}[{key!r}]", part) for key, part in parts if type(key) in _plain)
        elif name == "self" and hasattr(value, "__dict__"):
            yield from list(value.__dict__.items())
