"""What can change in a process, one at a time: a dictionary, a list, the attributes of a class, and so on.

It is compared by identity, so that nothing of a program is called, and so that True is not taken for 1.
"""

from operator import attrgetter, is_
from typing import Any

_HEAP_TYPE = 1 << 9  # Py_TPFLAGS_HEAPTYPE

_code_of = attrgetter("__code__")
_attributes_of = attrgetter("__dict__")

_slots_of_kinds: dict[type, list[Any]] = {}


class Place:
    """`owner` is what can change, `values` are those that it held. `keys` say under which names, where it has names."""

    __slots__ = ("owner", "keys", "values")

    def __init__(self, owner):
        self.owner = owner
        self.accept()

    def accept(self):
        """From now on it shall be as it is now."""
        self.keys, self.values = self.now()

    def is_same(self):
        keys, values = self.now()
        return _alike(keys, self.keys) and _alike(values, self.values)

    def now(self):
        raise NotImplementedError

    def put_back(self):
        raise NotImplementedError


def _alike(some, others):
    return len(some) == len(others) and all(map(is_, some, others))


class DictPlace(Place):
    __slots__ = ()

    def now(self):
        return list(dict.keys(self.owner)), list(dict.values(self.owner))

    def put_back(self):
        dict.clear(self.owner)
        dict.update(self.owner, zip(self.keys, self.values, strict=True))


class ListPlace(Place):
    """Of a list or a deque."""

    __slots__ = ()

    def now(self):
        return [], list(self.owner)

    def put_back(self):
        self.owner.clear()
        self.owner.extend(self.values)


class SetPlace(Place):
    __slots__ = ()

    def now(self):
        return [], sorted(self.owner, key=id)

    def put_back(self):
        set.clear(self.owner)
        set.update(self.owner, self.values)


class CellPlace(Place):
    """What a function has closed over."""

    __slots__ = ()

    def now(self):
        try:
            return [], [self.owner.cell_contents]
        except ValueError:  # nothing yet
            return [], []

    def put_back(self):
        if self.values:
            self.owner.cell_contents = self.values[0]
        else:
            del self.owner.cell_contents


class ClassPlace(Place):
    __slots__ = ()

    def now(self):
        attributes = vars(self.owner)
        return list(attributes), list(attributes.values())

    def put_back(self):
        before = dict(zip(self.keys, self.values, strict=True))
        for name in vars(self.owner).keys() - before.keys():
            type.__delattr__(self.owner, name)
        now = vars(self.owner)
        for name, value in before.items():
            if now.get(name, _missing) is not value:
                type.__setattr__(self.owner, name, value)


class ObjectPlace(Place):
    """The attributes of an object, those in slots as well."""

    __slots__ = ()

    def now(self):
        owner = self.owner
        attributes = getattr(owner, "__dict__", None) or {}
        slots = _slots_of(type(owner))
        values = [slot.__get__(owner) if _is_set(slot, owner) else _missing for slot in slots]
        return [*attributes, *slots], [*attributes.values(), *values]

    def put_back(self):
        owner = self.owner
        attributes = getattr(owner, "__dict__", None)
        if attributes is not None:
            attributes.clear()
        for key, value in zip(self.keys, self.values, strict=True):
            if isinstance(key, str):
                attributes[key] = value  # pyright: ignore[reportOptionalSubscript]
            elif value is not _missing:
                key.__set__(owner, value)
            elif _is_set(key, owner):
                key.__delete__(owner)


class FunctionsPlace(Place):
    """What many functions do, and that none has attributes."""

    __slots__ = ()

    def now(self):
        return [], list(map(_code_of, self.owner))

    def is_same(self):
        return all(map(is_, map(_code_of, self.owner), self.values)) and not any(map(_attributes_of, self.owner))

    def put_back(self):
        for function, code in zip(self.owner, self.values, strict=True):
            function.__code__ = code
            function.__dict__.clear()


class CountPlace(Place):
    """A counter of itertools says where it stands and cannot be set."""

    __slots__ = ()

    def now(self):
        return [], [repr(self.owner)]

    def is_same(self):
        return repr(self.owner) == self.values[0]


_missing = object()


def _slots_of(kind):
    slots = _slots_of_kinds.get(kind)
    if slots is None:
        slots = _slots_of_kinds[kind] = [
            member
            for each in kind.__mro__
            for member in vars(each).values()
            if type(member).__name__ == "member_descriptor" and "__slots__" in vars(each)
        ]
    return slots


def _is_set(slot, owner):
    try:
        slot.__get__(owner)
    except AttributeError:
        return False
    return True


def has_own_attributes(kind: type):
    """Those of a class that C defines statically cannot be changed."""
    return bool(type.__dict__["__flags__"].__get__(kind) & _HEAP_TYPE)
