"""Sets of tasks and of futures, as asyncio makes them: Python orders a set by addresses, which no run could bring about
again. Here it is the order in which their members were made, and where a schedule chooses, any other (`sets`).

Who goes through a set again finds the same order, as in Python; what was added since comes behind.
"""

import asyncio
import itertools
import sys
import weakref
from asyncio import futures, taskgroups, tasks
from typing import Any

_tasks: Any = tasks
_numbers = itertools.count(1 << 32)
"""Of what no loop has numbered when it was made: a future, or a coroutine that is to become a task."""

_harmless = {tasks.wait.__code__, _tasks._wait.__code__, tasks.gather.__code__}
"""Functions of asyncio that do the same with each member: nobody can tell in which order."""

_starts = {getattr(_tasks, "_AsCompletedIterator", tasks).__init__, tasks.as_completed}
_starting = {each.__code__ for each in _starts if hasattr(each, "__code__")}
"""Those that make tasks of members that are none yet: these start in the order of the set."""


_ours = __name__.partition(".")[0]


class Orders:
    """`choose` is that of the run; None where nothing is chosen."""

    choose: Any = None


class TaskSet(set):
    """Python's own for a program: it has its name and its module."""

    __slots__ = ("_first", "_numbers")

    def __init__(self, members=(), /):
        super().__init__()
        self._first = []  # those whose order has been chosen
        self._numbers = {}  # of those that cannot keep one themselves
        self.update(members)

    def add(self, member, /):
        super().add(member)
        if not hasattr(member, "_made"):
            try:
                member._made = next(_numbers)
            except AttributeError:
                self._numbers.setdefault(id(member), next(_numbers))

    def update(self, *others):
        for other in others:
            for member in other.in_order() if isinstance(other, TaskSet) else other:
                self.add(member)

    def __ior__(self, other):
        self.update(other)
        return self

    def pop(self):
        if not self:
            return super().pop()
        member = next(iter(self.in_order()) if Orders.choose is None else self._chosen())
        self.remove(member)
        return member

    def copy(self):
        return self._like_this(super().copy())

    def __iter__(self):
        if len(self) < 2 or Orders.choose is None or self._is_for_harmless(sys._getframe(1)):
            return iter(self.in_order())
        return self._chosen()

    def __repr__(self):
        return f"{{{', '.join(map(repr, self.in_order()))}}}" if self else "set()"

    def in_order(self):
        """Those that have been chosen first, the others as they were made."""
        self._first = [member for member in self._first if member in self]
        return [*self._first, *self._left()]

    def _is_for_harmless(self, caller):
        code = caller.f_code
        if code in _starting:
            return all(map(futures.isfuture, super().__iter__()))
        return code in _harmless or caller.f_globals.get("__name__", "").startswith(_ours)

    def _chosen(self):
        """One after the other. It is an error to change the set meanwhile, as for any set."""
        size = len(self)
        self.in_order()
        for position in range(size):
            if position == len(self._first):
                self._first.append(self._next())
            yield self._first[position]
            if len(self) != size:
                raise RuntimeError("Set changed size during iteration")

    def _next(self):
        left = self._left()
        return left[Orders.choose("sets", len(left), 0, {"what": "set"}, of=left) if len(left) > 1 else 0]

    def _left(self):
        """Those whose order nobody has chosen, as they were made."""
        chosen = set(map(id, self._first))
        left = [member for member in super().__iter__() if id(member) not in chosen]
        left.sort(key=self._number_of)
        return left

    def _number_of(self, member):
        number = getattr(member, "_made", None)
        return self._numbers.get(id(member), 0) if number is None else number

    def _like_this(self, members):
        """A set with these members, in the order that this one has."""
        other = TaskSet(members)
        other._first = [member for member in self._first if member in other]
        return other


TaskSet.__name__ = TaskSet.__qualname__ = "set"
TaskSet.__module__ = "builtins"


def _keeps_kind(name):
    operation = getattr(set, name)

    def method(self, *others):
        made = operation(self, *others)
        return made if made is NotImplemented else self._like_this(made)

    method.__name__ = name
    setattr(TaskSet, name, method)


for _name in ("and", "or", "sub", "xor", "rand", "ror", "rsub", "rxor"):
    _keeps_kind(f"__{_name}__")
for _name in ("union", "intersection", "difference", "symmetric_difference"):
    _keeps_kind(_name)


class Generators(weakref.WeakSet):
    """The asynchronous generators of a loop, closed at its end in the order of a set."""

    def __init__(self):
        super().__init__()
        self._order = weakref.WeakKeyDictionary()

    def add(self, item):
        super().add(item)
        self._order.setdefault(item, next(_numbers))

    def __iter__(self):
        members = TaskSet(sorted(super().__iter__(), key=lambda each: self._order.get(each, 0)))
        return iter(members.in_order()) if Orders.choose is None else members._chosen()


def install_task_sets():
    """From now on asyncio makes such sets."""
    if vars(tasks).get("set") is TaskSet:
        return
    _tasks.set = TaskSet
    setattr(taskgroups, "set", TaskSet)  # noqa: B010
    all_of_loop = tasks.all_tasks

    def all_tasks(loop=None):
        return TaskSet(all_of_loop(loop or asyncio.get_running_loop()))

    all_tasks.__doc__ = all_of_loop.__doc__
    all_tasks.__module__ = all_of_loop.__module__
    tasks.all_tasks = asyncio.all_tasks = all_tasks
