"""What of a program more than one strand can see change: only that is worth a place where another may go on.

A name is fixed where it is bound once, to what does not change: a function, a class, a module, a number, a lock, or a
container of which the program only reads. A name that no function sees is the main strand's own.
"""

import ast

from .models import is_generator
from .scopes import FUNCTIONS, Scopes

SAFE = {"Lock", "RLock", "Condition", "Event", "Semaphore", "BoundedSemaphore", "Barrier", "Thread", "Timer", "local"}
SAFE |= {"Queue", "LifoQueue", "PriorityQueue", "SimpleQueue", "ThreadPoolExecutor", "ContextVar"}
"""What these make is safe to share: the places are inside its methods."""

READERS = {"items", "keys", "values", "get", "index", "count", "copy"}
"""Methods that leave a container as it is."""

_READING_CALLS = {"len", "sum", "sorted", "list", "tuple", "enumerate", "zip", "any", "all", "min", "max", "reversed"}
_DYNAMIC = {"setattr", "delattr", "vars", "exec", "eval", "globals"}
DISPLAYS = (ast.Dict, ast.List, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp, ast.Tuple)
_codes = (*FUNCTIONS, ast.ClassDef, ast.Import, ast.ImportFrom)


GUARDED = SAFE - {"local", "ContextVar", "Thread", "Timer", "ThreadPoolExecutor"}
"""All that another strand could see of these stands behind a lock of their own."""


class Shared:
    def __init__(self, tree):
        self.scopes = Scopes(tree)
        nodes = list(ast.walk(tree))
        self._dynamic = any(isinstance(node, ast.Name) and node.id in _DYNAMIC for node in nodes)
        self._changed = _changed_containers(nodes)
        self._attributes = _changed_attributes(nodes)
        self._guarded = set() if self._dynamic else _guarded_attributes(nodes)

    def sees(self, scope, name):
        """Whether reading this name here can show what another strand does."""
        home = scope.home(name)
        if home is None or (home is scope and name not in home.seen_inside and not self._dynamic):
            return False
        return self.is_read_at_places(home, name)

    def is_read_at_places(self, home, name):
        """Whether each reading of a name that this scope binds has a place; names that are fixed have none."""
        value = home.values.get(name)
        return home.bindings[name] > 1 or value is None or not self._is_constant(name, value)

    def name_of(self, home, name):
        """A name as it is told from others that are called so too."""
        return name if home.parent is None else f"{name} of line {home.node.lineno}"

    def shows(self, scope, name):
        """Whether binding this name here can be seen by another strand."""
        home = scope.elsewhere.get(name, scope)
        return self._dynamic or home is not scope or name in home.seen_inside

    def sees_attribute(self, name):
        return self._dynamic or name in self._attributes

    def is_module(self, scope, name):
        home = scope.home(name)
        return home is not None and isinstance(home.values.get(name), (ast.Import, ast.ImportFrom))

    def is_plain_function(self, scope, name):
        """Whether a call by this name is one of a function of the program, with places of its own."""
        home = scope.home(name)
        value = None if home is None or home.bindings[name] > 1 else home.values.get(name)
        return isinstance(value, ast.FunctionDef) and not value.decorator_list and not is_generator(value)

    def is_guarded(self, scope, node):
        """Whether this names, once and for all, what stands behind a lock of its own."""
        if isinstance(node, ast.Attribute):
            return node.attr in self._guarded
        home = scope.home(node.id) if isinstance(node, ast.Name) else None
        value = None if home is None or home.bindings[node.id] > 1 else home.values.get(node.id)
        return value is not None and _makes(value, GUARDED)

    def _is_constant(self, name, value):
        if isinstance(value, _codes) or _is_immutable(value) or _makes(value, SAFE):
            return True
        return name not in self._changed and isinstance(value, DISPLAYS)


def _changed_containers(nodes):
    """Names used in any other way than by reading from what they are: whoever got it may change it."""
    read = {id(name) for node in nodes for name in _read_only(node)}
    loads = [node for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    return {node.id for node in loads if id(node) not in read}


def _read_only(node):
    """The names in this node that are read from here, and no more."""
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        found = [node.value]
    elif isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
        found = [node.iter]
    elif isinstance(node, ast.Compare):
        found = node.comparators
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in READERS:
        found = [node.func.value]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _READING_CALLS:
        found = node.args
    else:
        found = []
    return [name for name in found if isinstance(name, ast.Name)]


def _changed_attributes(nodes):
    """The names of attributes that are set elsewhere than in a constructor."""
    constructors = [node for node in nodes if isinstance(node, ast.FunctionDef) and node.name == "__init__"]
    building = {id(node) for constructor in constructors for node in ast.walk(constructor)}
    attributes = [node for node in nodes if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load)]
    return {node.attr for node in attributes if id(node) not in building}


def _guarded_attributes(nodes):
    """The names of attributes that are set to nothing but what stands behind a lock of its own."""
    stored = {id(node): node.attr for node in nodes if isinstance(node, ast.Attribute) and not _is_load(node)}
    assigned = [(target, node.value) for node in nodes if isinstance(node, ast.Assign) for target in node.targets]
    guarded = {id(target) for target, value in assigned if id(target) in stored and _makes(value, GUARDED)}
    others = {name for target, name in stored.items() if target not in guarded}
    return set(stored.values()) - others


def _is_load(node):
    return isinstance(node.ctx, ast.Load)


def _is_immutable(value):
    if isinstance(value, ast.Tuple):
        return all(_is_immutable(part) for part in value.elts)
    if isinstance(value, ast.UnaryOp):
        return _is_immutable(value.operand)
    return isinstance(value, (ast.Constant, ast.JoinedStr))


def _makes(value, names):
    if not isinstance(value, ast.Call):
        return False
    function = value.func
    return getattr(function, "attr", getattr(function, "id", None)) in names
