"""The scopes of a program: which name is bound where, to what, and whether functions inside see it too."""

import ast
import collections

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_named = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Scope:
    def __init__(self, node, parent=None):
        self.node = node
        self.parent = parent
        self.bindings = collections.Counter()
        self.values = {}  # name → the node that it is bound to, where that is plain to see
        self.seen_inside = set()  # names that functions inside read or bind
        self.elsewhere = {}  # name → the scope to which `global` or `nonlocal` gives it

    def home(self, name):
        """The scope that binds a name as it is read here; None for a builtin."""
        if name in self.elsewhere:
            return self.elsewhere[name]
        scope = self
        while scope is not None:
            if name in scope.bindings and (scope is self or not isinstance(scope.node, ast.ClassDef)):
                return scope
            scope = scope.parent
        return None

    def bind(self, name, value=None):
        home = self.elsewhere.get(name, self)
        home.bindings[name] += 1
        if value is not None:
            home.values[name] = value

    def top(self):
        return self if self.parent is None else self.parent.top()


class Scopes:
    """`of` has the scope of each function, lambda and class, by its node, and of the module."""

    def __init__(self, tree):
        self.top = Scope(tree)
        self.of = {tree: self.top}
        self._uses = []
        self._enter(tree, self.top)
        for scope, name in self._uses:
            home = scope.home(name)
            if home is not None and home is not scope:
                home.seen_inside.add(name)

    def _enter(self, node, scope):
        body = [node.body] if isinstance(node, ast.Lambda) else node.body
        for each in body:
            self._declare(each, scope)
        for each in body:
            self._visit(each, scope)

    def _declare(self, node, scope):
        """`global` and `nonlocal` hold for all of a function, wherever in it they stand."""
        if isinstance(node, ast.Global):
            scope.elsewhere.update(dict.fromkeys(node.names, scope.top()))
        elif isinstance(node, ast.Nonlocal):
            for name in node.names:
                home = scope.parent and scope.parent.home(name)
                if home is not None:
                    scope.elsewhere[name] = home
        elif not isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            for child in ast.iter_child_nodes(node):
                self._declare(child, scope)

    def _visit(self, node, scope):
        if isinstance(node, _named):
            scope.bind(node.name, node)
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            self._visit_inner(node, scope)
            return
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for name in bound_names(node):
                scope.bind(name, node)
        elif isinstance(node, ast.Name):
            self._uses.append((scope, node.id))
            if not isinstance(node.ctx, ast.Load):
                scope.bind(node.id)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                _give(scope, target, node.value)
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            _give(scope, node.target, node.value)
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name is not None:
            scope.bind(node.name)
        for child in ast.iter_child_nodes(node):
            self._visit(child, scope)

    def _visit_inner(self, node, scope):
        inner = self.of[node] = Scope(node, scope)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.arguments):
                for argument in ast.walk(child):
                    if isinstance(argument, ast.arg):
                        inner.bind(argument.arg)
                for default in (*child.defaults, *child.kw_defaults):
                    if default is not None:
                        self._visit(default, scope)
            elif not isinstance(node, ast.Lambda) and child not in node.body:
                self._visit(child, scope)
        self._enter(node, inner)


def bound_names(node):
    """The names that an import binds."""
    return [(alias.asname or alias.name).partition(".")[0] for alias in node.names]


def _give(scope, target, value):
    """The name itself is bound where it is met as a node; here it gets its value, part by part of a tuple."""
    if isinstance(target, ast.Name):
        scope.elsewhere.get(target.id, scope).values[target.id] = value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        for one, part in zip(target.elts, value.elts, strict=True):
            _give(scope, one, part)
