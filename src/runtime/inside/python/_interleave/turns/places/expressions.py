"""Puts the places of a model into the expressions of a program: what reads what is shared, and calls."""

import ast

from ..happened import EVERYTHING
from .models import OBJECTS, Gil
from .shared import DISPLAYS, READERS, SAFE, Shared

PURE = {"range", "int", "float", "bool", "isinstance", "issubclass", "type", "id"}
PURE |= {"chr", "ord", "abs", "round", "super"}
"""Builtins that look at nothing which strands share."""

_READING = {
    "len",
    "sum",
    "sorted",
    "list",
    "tuple",
    "set",
    "frozenset",
    "dict",
    "any",
    "all",
    "min",
    "max",
    "str",
    "repr",
}
"""Builtins that change nothing; what they call of the program has places of its own."""

_BUILTINS = {**dict.fromkeys(PURE, "pure"), **dict.fromkeys(_READING, "reads"), "print": "prints"}

_GOING_THROUGH = {"enumerate", "zip", "reversed", "sorted"}

_SELF_CONTROLLED = {"start", "join", "sleep"}
"""Another strand goes on inside, where the call waits: a place before it would say the same twice."""

_CLOCKS = {"time", "monotonic", "perf_counter", "time_ns", "monotonic_ns", "perf_counter_ns"}
"""Others see that a strand has looked at the clock by nothing but that time has passed."""


class Expressions(ast.NodeTransformer):
    def __init__(self, tree, model):
        self._shared = Shared(tree)
        self._model = model
        self._scope = self._shared.scopes.top

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Load) and self._shared.sees(self._scope, node.id):
            return self._model.access(node, self._shared.name_of(self._scope.home(node.id), node.id))
        return node

    def visit_Attribute(self, node):
        if not self._names_module(node.value):
            node.value = self.visit(node.value)
        if isinstance(node.ctx, ast.Load) and self._shared.sees_attribute(node.attr):
            return self._model.access(node, "." + node.attr)
        return node

    def visit_Subscript(self, node):
        node.slice = self.visit(node.slice)
        if not isinstance(node.value, ast.Name):
            node.value = self.visit(node.value)
        elif self._scope.home(node.value.id) is None or self._is_fixed(node.value.id):
            return node  # list[int], and what nobody changes
        return self._model.access(node, OBJECTS) if isinstance(node.ctx, ast.Load) else node

    def _is_fixed(self, name):
        home = self._scope.home(name)
        return home is not None and name in home.values and not self._shared.sees(self._scope, name)

    def visit_Compare(self, node):
        """`x in container` looks into what may be shared, whoever has the name of it."""
        node.left = self.visit(node.left)
        pairs = zip(node.ops, node.comparators, strict=True)
        node.comparators = [self._compared(isinstance(how, (ast.In, ast.NotIn)), other) for how, other in pairs]
        return node

    def _compared(self, looks_into, node):
        seen = self.visit(node)
        if not (looks_into and seen is node and isinstance(node, ast.Name)):
            return seen
        hidden = self._scope.home(node.id) is None or self._is_fixed(node.id)
        return seen if hidden else self._model.access(node, OBJECTS)

    def visit_NamedExpr(self, node):
        node.value = self.visit(node.value)
        touched = self._touched(node.target)
        if touched:
            node.value = self._model.store_inside(node.value, touched)
        return node

    def _touched(self, target):
        """The names of what another strand sees when this is stored to."""
        if isinstance(target, ast.Name):
            return [self._written(target.id)] if self._shared.shows(self._scope, target.id) else []
        if isinstance(target, (ast.Tuple, ast.List)):
            return [name for each in target.elts for name in self._touched(each)]
        if isinstance(target, ast.Starred):
            return self._touched(target.value)
        if isinstance(target, ast.Attribute):
            return ["." + target.attr] if self._shared.sees_attribute(target.attr) else []
        return [OBJECTS]

    def _written(self, name):
        """Where no place says who reads a name, whoever goes on may."""
        home = self._scope.elsewhere.get(name, self._scope)
        return self._shared.name_of(home, name) if self._shared.is_read_at_places(home, name) else EVERYTHING

    def visit_Call(self, node):
        kind = self._kind(node)
        if isinstance(node.func, ast.Attribute):
            if not self._names_module(node.func.value):
                node.func.value = self._visit_receiver(node.func.value)
        elif not isinstance(node.func, ast.Name):
            node.func = self.visit(node.func)
        node.args = [self.visit(each) for each in node.args]
        for keyword in node.keywords:
            keyword.value = self.visit(keyword.value)
        return self._model.call(node, kind)

    def _visit_receiver(self, node):
        """What a method is called of: the call itself is the place where a name's object is looked into."""
        return node if isinstance(node, ast.Name) and self._is_bound_once(node.id) else self.visit(node)

    def _is_bound_once(self, name):
        home = self._scope.home(name)
        return home is not None and home.bindings[name] == 1

    def _kind(self, call):
        """pure: looks at nothing shared; plain: a function of the program; guarded: of an object that stands behind a lock of
        its own; reads, prints: what their names say; unknown: may do anything."""
        function = call.func
        if isinstance(function, ast.Name):
            if self._shared.is_plain_function(self._scope, function.id):
                return "plain"
            name = function.id
            if self._scope.home(name) is None and name in _BUILTINS:
                return _BUILTINS[name]
        else:
            name = getattr(function, "attr", "")
            receiver = getattr(function, "value", None)
            if name in READERS and isinstance(receiver, ast.Name) and self._is_fixed(receiver.id):
                return "pure"
            if self._shared.is_guarded(self._scope, receiver):
                return "guarded"
            if name == "join" and isinstance(receiver, (ast.Constant, ast.JoinedStr)):
                return "reads"
        return "pure" if name in (*SAFE, *_SELF_CONTROLLED, *_CLOCKS) else "unknown"

    def _names_module(self, node):
        return isinstance(node, ast.Name) and self._shared.is_module(self._scope, node.id)

    def visit_Yield(self, node: ast.Yield | ast.YieldFrom | ast.Await):
        self.generic_visit(node)
        return self._model.resumed(node)

    def visit_YieldFrom(self, node):
        return self.visit_Yield(node)

    def visit_Await(self, node):
        return self.visit_Yield(node)

    def visit_JoinedStr(self, node):
        """The parts of an f-string that are text stay what they are."""
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                part.value = self.visit(part.value)
        return node

    def visit_Lambda(self, node):
        outer = self._scope
        self._defaults(node.args)
        self._scope = self._shared.scopes.of[node]
        node.body = self._model.entered(self.visit(node.body))
        self._scope = outer
        return node

    def _defaults(self, arguments):
        arguments.defaults = [self.visit(each) for each in arguments.defaults]
        arguments.kw_defaults = [each and self.visit(each) for each in arguments.kw_defaults]

    def _comprehension(self, node):
        for each in node.generators:
            reads = not self._is_private(each.iter)
            each.iter = self.visit(each.iter)
            each.ifs = [self.visit(test) for test in each.ifs]
            if reads or isinstance(self._model, Gil):
                asked = ast.UnaryOp(ast.Not(), self._model.loop(each.iter, False, reads))
                each.ifs.insert(0, ast.copy_location(asked, each.iter))
        for part in ("elt", "key", "value"):
            if hasattr(node, part):
                setattr(node, part, self.visit(getattr(node, part)))
        return node

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension

    def _is_private(self, node):
        """Whether going through this can show nothing of what other strands do."""
        if isinstance(node, ast.Name):
            value = getattr(self._scope.home(node.id), "values", {}).get(node.id)
            return isinstance(value, (*DISPLAYS, ast.Call)) and not self._shared.sees(self._scope, node.id)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return node.func.id in (*PURE, *_GOING_THROUGH) and all(map(self._is_private, node.args))
        if isinstance(node, (ast.Tuple, ast.List)):
            return all(map(self._is_private, node.elts))
        return isinstance(node, (ast.Constant, ast.ListComp))
