"""What a program can reach of the process that it runs in, how it was, and whether it is still so.

Everything that can change and to which something leads from the modules: their names, dictionaries, lists and sets in
them, the attributes of classes and of objects, what functions have closed over.
"""

import collections
import itertools
import sys
import types
from collections.abc import Callable
from typing import Any

from .places import (
    CellPlace,
    ClassPlace,
    CountPlace,
    DictPlace,
    FunctionsPlace,
    ListPlace,
    ObjectPlace,
    Place,
    SetPlace,
    has_own_attributes,
)

_hosts = ("_interleave_host", "_pyodide", "_pyodide_core", "js", "pyodide", "pyodide_js")
_foreign = {__name__.partition(".")[0], "__main__", *_hosts}


class Snapshot:
    """`skip` are containers that say nothing about a program, as caches do."""

    def __init__(self, skip=()):
        self._places: list[Place] = []
        self._seen = {id(each) for each in (sys.modules, *skip)}
        self._skip = skip  # an id is one's own for as long as one lives
        self._left: list[Any] = []
        self._functions: list[types.FunctionType] = []
        self._by_owner: dict[int, Place] = {}
        self.extend()

    def extend(self):
        """Takes in the modules that have been loaded since."""
        self._left += [module for name, module in list(sys.modules.items()) if not _is_foreign(name)]
        while self._left:
            value = self._left.pop()
            look = _lookers.get(type(value)) or _looker_of(type(value))
            if look is not None and id(value) not in self._seen:
                self._seen.add(id(value))
                look(self, value)
        if self._functions:
            self._keep(FunctionsPlace(self._functions))
            self._functions = []
            self._left.clear()

    def accept(self, *owners):
        """What these hold now is how they shall be."""
        for owner in owners:
            self._by_owner[id(owner)].accept()

    def changed(self):
        """The places that are not as they were."""
        return [place for place in self._places if not place.is_same()]

    def _keep(self, place):
        self._places.append(place)
        self._by_owner[id(place.owner)] = place
        self._left += place.values

    def _class(self, value):
        if has_own_attributes(value) and not _is_foreign(value.__module__):
            self._keep(ClassPlace(value))

    def _module(self, value):
        if not _is_foreign(value.__name__):
            self._left.append(vars(value))

    def _function(self, value):
        if not _is_foreign(value.__module__):
            self._left += value.__closure__ or ()
            if vars(value):
                self._left.append(vars(value))
            else:
                self._functions.append(value)

    def _object(self, value):
        if not _is_foreign(type(value).__module__):
            self._keep(ObjectPlace(value))


def _looks_at(kind: Callable[[Any], Place]):
    return lambda snapshot, value: snapshot._keep(kind(value))


def _looks_through(*names):
    return lambda snapshot, value: snapshot._left.extend(getattr(value, name) for name in names)


_lookers: dict[type, Callable[[Snapshot, Any], None] | None] = {
    dict: _looks_at(DictPlace),
    list: _looks_at(ListPlace),
    collections.deque: _looks_at(ListPlace),
    set: _looks_at(SetPlace),
    tuple: lambda snapshot, value: snapshot._left.extend(value),
    type: Snapshot._class,
    types.ModuleType: Snapshot._module,
    types.FunctionType: Snapshot._function,
    types.CellType: _looks_at(CellPlace),
    types.MethodType: _looks_through("__self__", "__func__"),
    types.BuiltinMethodType: _looks_through("__self__"),
    types.MethodWrapperType: _looks_through("__self__"),
    itertools.count: _looks_at(CountPlace),
    staticmethod: _looks_through("__func__"),
    classmethod: _looks_through("__func__"),
    property: _looks_through("fget", "fset", "fdel"),
}
"""How to look at a value by its kind. A kind that is not here is looked at as what it is made of."""


def _looker_of(kind):
    bases = (dict, list, collections.deque, set, tuple, type, types.ModuleType)
    base = next((base for base in bases if issubclass(kind, base)), None)
    look = _lookers[base] if base else Snapshot._object if has_own_attributes(kind) else None
    _lookers[kind] = look
    return look


def _is_foreign(name):
    """Whether what has this module is nothing that a program changes: ours, a host's, or the main module, which is
    another one for each program."""
    return isinstance(name, str) and name.partition(".")[0] in _foreign
