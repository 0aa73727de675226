"""Puts the places of a model into the statements of a program: a pass over its syntax tree, which keeps lines and columns."""

import ast

from .expressions import Expressions
from .models import LINE, statement
from .scopes import bound_names
from .spinning import spins


def with_places(text, file, model, lines=False):
    """The compiled program; raises SyntaxError as `compile` does. `lines`: a hook is told of each line that is come to."""
    tree = ast.parse(text, file)
    compile(text, file, "exec")  # what is no syntax error for the parser alone
    (PlacesAndLines if lines else Places)(tree, model).visit(tree)
    return compile(ast.fix_missing_locations(tree), file, "exec", dont_inherit=True)


class Places(Expressions):
    """Of each statement: what it stores, what it takes and gives back, where it goes round."""

    def visit_Module(self, node):
        node.body = self._body(node.body)
        return node

    def _body(self, body, after_docstring=()):
        """The statements with what stands before and after each; `after_docstring` opens a function."""
        opening = 1 if body and _is_text(body[0]) else 0
        out = body[:opening] + list(after_docstring)
        for each in body[opening:]:
            out += self._reached(each)
            found = self.visit(each)
            out += found if isinstance(found, list) else [found]
        return out

    def _reached(self, node):
        """What stands before a statement, and where a loop comes back to it."""
        return []

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef):
        outer = self._scope
        node.decorator_list = [self.visit(each) for each in node.decorator_list]
        self._defaults(node.args)
        self._scope = self._shared.scopes.of[node]
        node.body = self._body(node.body, self._model.entry(node))
        self._scope = outer
        return self._bound(node, [node.name])

    def visit_AsyncFunctionDef(self, node):
        return self.visit_FunctionDef(node)

    def visit_ClassDef(self, node):
        outer = self._scope
        node.decorator_list = [self.visit(each) for each in node.decorator_list]
        node.bases = [self.visit(each) for each in node.bases]
        self._scope = self._shared.scopes.of[node]
        node.body = self._body(node.body)
        self._scope = outer
        return self._bound(node, [node.name])

    def visit_Import(self, node):
        return self._bound(node, bound_names(node))

    def visit_ImportFrom(self, node):
        return node if node.module == "__future__" else self._bound(node, bound_names(node))

    def _bound(self, node, names):
        touched = [self._written(name) for name in names if self._shared.shows(self._scope, name)]
        return self._model.bind(node, touched) if touched else node

    def visit_Assign(self, node):
        node.value = self.visit(node.value)
        node.targets = [self.visit(target) for target in node.targets]
        return self._store(node, node.targets)

    def visit_AnnAssign(self, node):
        if node.value is None:
            return node
        node.value = self.visit(node.value)
        return self._store(node, [node.target])

    def visit_AugAssign(self, node):
        """What is read is read before the value is worked out, and written after it."""
        node.value = self.visit(node.value)
        node.target = self.visit(node.target)
        return self._model.read_first(node, self._touched(node.target)) + self._store(node, [node.target])

    def _store(self, node, targets):
        touched = [name for target in targets for name in self._touched(target)]
        if not touched:
            return [node]
        node.value = self._model.store(node.value, touched)
        return self._model.stored(node, touched)

    def visit_Delete(self, node):
        touched = [name for target in node.targets for name in self._touched(target)]
        return self._model.bind(node, touched) if touched else node

    def visit_With(self, node):
        calls = all(isinstance(item.context_expr, ast.Call) for item in node.items)
        for item in node.items:
            item.context_expr = self.visit(item.context_expr)
            if not calls:
                item.context_expr = self._model.managed(item.context_expr)
        first, last, after = self._model.around_with(node, calls)
        bound = [name for item in node.items if item.optional_vars for name in self._touched(item.optional_vars)]
        node.body = [*first, *self._model.just_stored(node, bound), *self._body(node.body), *last]
        return [node, *after]

    def visit_AsyncWith(self, node):
        for item in node.items:
            item.context_expr = self.visit(item.context_expr)
        node.body = self._body(node.body)
        return node

    def visit_If(self, node):
        node.test = self.visit(node.test)
        node.body, node.orelse = self._body(node.body), self._body(node.orelse)
        return node

    def visit_Try(self, node: ast.Try | ast.TryStar):
        node.body, node.orelse = self._body(node.body), self._body(node.orelse)
        node.finalbody = self._body(node.finalbody)
        for handler in node.handlers:
            handler.body = self._body(handler.body)
        return node

    def visit_TryStar(self, node):
        return self.visit_Try(node)

    def visit_Match(self, node):
        node.subject = self.visit(node.subject)
        for case in node.cases:
            case.guard = case.guard and self.visit(case.guard)
            case.body = self._body(case.body)
        return node

    def visit_While(self, node):
        end = self._model.loop(node, spins(node, lambda name: self._shared.shows(self._scope, name)), False)
        node.test = self.visit(node.test)
        return self._loop(node, end)

    def visit_For(self, node: ast.For | ast.AsyncFor):
        end = self._model.loop(node, False, not self._is_private(node.iter))
        node.iter = self.visit(node.iter)
        return self._loop(node, end, self._model.just_stored(node, self._touched(node.target)))

    def visit_AsyncFor(self, node):
        return self.visit_For(node)

    def _loop(self, node, end, start=()):
        ends = [statement(end), *self._reached(node)]
        body = _Continues(ends).body(self._body(node.body))
        node.body = [*start, *body, *ends]
        node.orelse = self._body(node.orelse)
        return node


class PlacesAndLines(Places):
    def _reached(self, node):
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            return []
        call = ast.Call(ast.Name(LINE, ast.Load()), [ast.Constant(node.lineno)], [])
        return [ast.copy_location(ast.Expr(ast.copy_location(call, node)), node)]


class _Continues(ast.NodeTransformer):
    """Puts the end of a pass before each `continue` of a loop, not of the loops and functions inside it."""

    def __init__(self, ends):
        self._ends = ends

    def body(self, statements):
        out = []
        for each in statements:
            found = self.visit(each)
            out += found if isinstance(found, list) else [found]
        return out

    def visit_Continue(self, node):
        return [*self._ends, node]

    def _leave(self, node):
        return node

    visit_For = visit_AsyncFor = visit_While = visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = _leave


def _is_text(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
