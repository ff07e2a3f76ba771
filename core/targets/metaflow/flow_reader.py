"""Reads a Metaflow flow without running it: Python source on standard input, what stands in it as JSON on standard output.

Started by Weftwork as "python3 -I -S -c THIS". Imports nothing of the flow; every "at" is [begin, end) in bytes of the input.
"""
import ast
import bisect
import json
import re
import resource
import sys

STEP_NAMES = {"step"}
PARAMETERS = {"Parameter", "IncludeFile", "Config", "JSONParameter"}


def limit():
    for what, most in ((resource.RLIMIT_AS, 1 << 30), (resource.RLIMIT_CPU, 20), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            pass


class Text:
    """Lines and columns of the parser as bytes of the file. Python ends lines at LF, CRLF and CR."""

    def __init__(self, data):
        self.data = data
        self.bom = 3 if data.startswith(b"\xef\xbb\xbf") else 0
        self.lines = [self.bom] + [found.end() for found in re.finditer(rb"\r\n|\r|\n", data)]

    def at(self, line, column):
        return self.lines[line - 1] + column

    def span(self, node):
        return [self.at(node.lineno, node.col_offset), self.at(node.end_lineno, node.end_col_offset)]

    def line_begin(self, offset):
        return self.lines[max(0, bisect.bisect_right(self.lines, offset) - 1)]

    def piece(self, span):
        return self.data[span[0]:span[1]].decode("utf-8", "replace")

    def indent(self, offset):
        begin = self.line_begin(offset)
        head = self.data[begin:offset].decode("utf-8", "replace")
        return head if not head.strip() else re.match(r"\s*", head).group()


def last_name(node):
    if isinstance(node, ast.Call):
        return last_name(node.func)
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


class Reader:
    def __init__(self, data):
        self.text = Text(data)
        self.tree = ast.parse(data[self.text.bom:].decode("utf-8"))
        self.constants = {}
        self.issues = []
        self.aliases = {}
        self.imports = {"names": {}, "star": False, "end": None, "module": "", "own_line": False, "indent": ""}
        for node in self.tree.body:
            self.learn(node)

    def learn(self, node):
        if isinstance(node, ast.Import):
            for name in node.names:
                if name.name == "metaflow":
                    self.imports["module"] = name.asname or name.name
        if isinstance(node, ast.ImportFrom) and node.module == "metaflow":
            for name in node.names:
                if name.name == "*":
                    self.imports["star"] = True
                else:
                    self.imports["names"][name.name] = name.asname or name.name
            if self.imports["end"] is None and node.names[-1].name != "*" and hasattr(node.names[-1], "end_lineno"):
                self.imports["end"] = self.text.span(node.names[-1])[1]
                first = self.text.span(node.names[0])[0]
                last = self.text.span(node.names[-1])[0]
                self.imports["own_line"] = len(node.names) > 1 and self.text.line_begin(last) != self.text.line_begin(self.text.span(node.names[-2])[0])
                self.imports["indent"] = self.text.indent(last) if self.imports["own_line"] else self.text.indent(first)
        if isinstance(node, ast.ImportFrom):
            for name in node.names:
                if name.asname:
                    self.aliases[name.asname] = name.name
        target = None
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            target = node.target
        if isinstance(target, ast.Name):
            # set twice: nobody knows which one holds
            self.constants[target.id] = None if target.id in self.constants else node.value

    def name(self, node):
        found = last_name(node)
        return self.aliases.get(found, found)

    def issue(self, node, what, *arguments):
        self.issues.append({"at": self.text.span(node), "what": what, "arguments": [str(a) for a in arguments]})

    # --- values -----------------------------------------------------------------------------------------------------------
    def literal(self, node, depth=0):
        """(True, value) for what needs no running; names of the module's constants are looked up."""
        if depth > 20:
            return False, None
        if isinstance(node, ast.Name) and self.constants.get(node.id) is not None:
            return self.literal(self.constants[node.id], depth + 1)
        if isinstance(node, ast.Call) and last_name(node) == "dict" and not node.args and all(k.arg for k in node.keywords):
            out = {}
            for keyword in node.keywords:
                known, out[keyword.arg] = self.literal(keyword.value, depth + 1)
                if not known:
                    return False, None
            return True, out
        if isinstance(node, ast.Dict):
            out = {}
            for key, value in zip(node.keys, node.values):
                if key is None:
                    known, held = self.literal(value, depth + 1)
                    if not known or not isinstance(held, dict):
                        return False, None
                    out.update(held)
                    continue
                key_known, name = self.literal(key, depth + 1)
                known, held = self.literal(value, depth + 1)
                if not (known and key_known and isinstance(name, (str, int, float, bool))):
                    return False, None
                out[str(name)] = held
            return True, out
        if isinstance(node, (ast.List, ast.Tuple)):
            found = [self.literal(item, depth + 1) for item in node.elts]
            return all(known for known, _ in found), [value for _, value in found]
        try:
            value = ast.literal_eval(node)
        except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
            return False, None
        if isinstance(value, (str, int, bool, type(None))) or (isinstance(value, float) and value == value and abs(value) != float("inf")):
            return True, value
        return False, None

    def value(self, node):
        span = self.text.span(node)
        known, held = self.literal(node)
        out = {"at": span, "text": self.text.piece(span), "known": known}
        if known:
            out["value"] = held
            out["plain"] = isinstance(node, (ast.Constant, ast.UnaryOp))
            if isinstance(held, float):
                out["number"] = self.text.piece(span) if isinstance(node, ast.Constant) else repr(held)
        if isinstance(node, ast.Dict):
            out["entries"] = [[self.text.span(k), self.text.span(v), self.literal(k)[1], *self.literal(v)]
                              for k, v in zip(node.keys, node.values) if k is not None]
        elif isinstance(node, ast.Call) and last_name(node) == "dict" and not node.args:
            out["entries"] = [[self.text.span(k), self.text.span(k.value), k.arg, *self.literal(k.value)] for k in node.keywords if k.arg]
            out["call"] = True
        if isinstance(node, (ast.List, ast.Tuple)):
            out["items"] = [{"at": self.text.span(item), "name": self.name(item)} for item in node.elts]
        return out

    def call(self, node):
        """Arguments of a call, and where a further one goes."""
        begin = self.text.at(node.func.end_lineno, node.func.end_col_offset)
        opened = self.text.data.index(b"(", begin)
        end = self.text.span(node)[1]
        out = {"open": opened + 1, "close": end - 1, "arguments": []}
        for argument in node.args:
            held = self.value(argument)
            held["name"], held["whole"] = "", self.text.span(argument)
            held["id"] = last_name(argument)
            if isinstance(argument, ast.Starred):
                held["name"] = "*"
            out["arguments"].append(held)
        for keyword in node.keywords:
            held = self.value(keyword.value)
            held["name"], held["whole"] = keyword.arg or "**", self.text.span(keyword)
            held["id"] = last_name(keyword.value)
            out["arguments"].append(held)
        out["arguments"].sort(key=lambda one: one["whole"][0])
        return out

    def decorator(self, node):
        begin, end = self.text.span(node)
        sign = self.text.data.rindex(b"@", 0, begin)
        out = {"name": self.name(node), "at": [sign, end], "called": isinstance(node, ast.Call)}
        if isinstance(node, ast.Call):
            out.update(self.call(node))
        return out

    # --- steps ------------------------------------------------------------------------------------------------------------
    def is_step(self, node):
        return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and any(self.name(d) in STEP_NAMES for d in node.decorator_list)

    def name_span(self, node, keyword):
        begin = self.text.span(node)[0]
        found = re.compile(keyword + rb"(?:\s|\\\r?\n)+").search(self.text.data, begin)
        at = found.end() if found else begin
        return [at, at + len(node.name.encode())]

    def step(self, node):
        arguments = [a.arg for a in node.args.posonlyargs + node.args.args]
        me = arguments[0] if arguments else "self"
        body = list(node.body)
        doc = self.doc(node)
        if doc:
            body = body[1:]
        out = {"name": node.name, "name_at": self.name_span(node, b"def"), "doc": doc, "decorators": [self.decorator(d) for d in node.decorator_list],
               "join": len(arguments) > 1, "inputs": arguments[1] if len(arguments) > 1 else "", "next": None, "outputs": [], "mentions": [], "input_mentions": [], "runs": None}
        span = self.text.span(node)
        first = min([d["at"][0] for d in out["decorators"]] + [span[0]])
        out["at"] = [first, span[1]]
        out["indent"] = self.text.indent(first)
        tail = node.body[-1] if node.body else None
        if isinstance(tail, ast.Expr) and self.is_next(tail.value, me):
            out["next"] = self.next(tail.value, me)
            body = body[:-1] if body else body
        out["body_at"] = [self.text.span(body[0])[0], self.text.span(body[-1])[1]] if body else [span[1], span[1]]
        out["empty"] = all(isinstance(one, ast.Pass) for one in body)
        self.mentions(node, me, arguments, tail, out)
        out["work"] = self.work(body, me)
        return out

    def work(self, body, me):
        """Commands given to command() and script(), and the attributes that take what they leave: what an exported flow holds. None: more than that."""
        out = []
        for one in body:
            if isinstance(one, ast.Pass):
                continue
            if isinstance(one, ast.If) and not one.orelse and not any("when" in known for known in out):
                guard, inner = self.condition(one.test, me), self.work(one.body, me)
                if guard is None or inner is None:
                    return None
                out += [dict(entry, when=guard) for entry in inner]
            elif isinstance(one, ast.Expr) and isinstance(one.value, ast.Call):
                call = one.value
                if last_name(call) == "merge_artifacts":
                    continue
                out.append({"call": last_name(call), "arguments": [self.pieces(a, me) for a in call.args],
                            "keywords": {k.arg or "**": self.deep(k.value, me) for k in call.keywords}})
            elif isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.List) and isinstance(one.value, ast.Call):
                call = one.value
                out.append({"call": last_name(call), "takes": [last_name(t) for t in one.targets[0].elts],
                            "arguments": [self.pieces(a, me) for a in call.args],
                            "keywords": {k.arg or "**": self.deep(k.value, me) for k in call.keywords}})
            elif isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Attribute):
                known, value = self.literal(one.value)
                held = self.pieces(one.value, me)
                out.append({"set": one.targets[0].attr, "known": known, "value": value, "pieces": held if isinstance(held, list) else None,
                            "collect": self.collected(one.value), "list": self.listed(one.value, me)})
            else:
                return None
        return out

    def collected(self, node):
        """json.dumps([one.NAME for one in inputs]) -> NAME"""
        if isinstance(node, ast.Call) and last_name(node) == "dumps" and len(node.args) == 1 and isinstance(node.args[0], ast.ListComp):
            inner = node.args[0]
            if len(inner.generators) == 1 and isinstance(inner.elt, ast.Attribute) and last_name(inner.elt.value) == last_name(inner.generators[0].target):
                return inner.elt.attr
        return ""

    def listed(self, node, me):
        """The items of a foreach, as an exported flow lists them."""
        if isinstance(node, ast.List):
            items = [self.pieces(item, me) for item in node.elts]
            return {"items": items} if all(isinstance(item, list) for item in items) else None
        if isinstance(node, ast.Call) and last_name(node) == "listed" and len(node.args) == 1:
            over = self.pieces(node.args[0], me)
            return {"over": over} if isinstance(over, list) else None
        if not (isinstance(node, ast.ListComp) and len(node.generators) == 1 and last_name(node.generators[0].iter) == "range"):
            return None
        out = self.numbers(node.generators[0].iter.args, me)
        if out and isinstance(node.elt, ast.BinOp) and isinstance(node.elt.op, ast.Mod) and isinstance(node.elt.left, ast.Constant):
            out["format"] = str(node.elt.left.value)
        return out

    def numbers(self, arguments, me):
        """range(count), range(start, start + count), range(start, end + 1), range(start, end - 1, -1)"""
        plain = [self.literal(one)[1] if self.literal(one)[0] else None for one in arguments]
        if len(arguments) == 1:
            count = self.number(arguments[0], me)
            return {"count": count} if count else None
        start, last = self.number(arguments[0], me), arguments[1]
        if not start or (len(arguments) == 3 and plain[2] != -1):
            return None
        if isinstance(plain[1], int):
            return {"start": start, "end": [str(plain[1] + (1 if len(arguments) == 3 else -1))]}
        if isinstance(last, ast.BinOp) and isinstance(last.op, ast.Add):
            right = self.number(last.right, me)
            if right == ["1"] and not isinstance(last.left, ast.Constant):
                return {"start": start, "end": self.number(last.left, me)} if self.number(last.left, me) else None
            return {"start": start, "count": right} if right and self.number(last.left, me) == start else None
        return None

    def number(self, node, me):
        known, value = self.literal(node)
        if known:
            return [str(value)] if isinstance(value, int) else None
        if isinstance(node, ast.Call) and last_name(node) == "int" and len(node.args) == 1:
            held = self.pieces(node.args[0], me)
            return held if isinstance(held, list) else None
        return None

    # --- conditions: Python as an exported flow writes it -> the text that it came from -----------------------------------------------
    SIGNS = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.In: "in"}

    def condition(self, node, me):
        if isinstance(node, ast.BoolOp):
            sign = " && " if isinstance(node.op, ast.And) else " || "
            out = []
            for one in node.values:
                part = self.condition(one, me)
                if part is None:
                    return None
                out += ([sign] if out else []) + (["("] + part + [")"] if isinstance(one, ast.BoolOp) else part)
            return out
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            if self.is_search(node.operand):
                return self.search(node.operand, " !~ ", me)
            part = self.condition(node.operand, me)
            return None if part is None else ["!("] + part + [")"]
        if self.is_search(node):
            return self.search(node, " =~ ", me)
        if isinstance(node, ast.Constant) and isinstance(node.value, bool):
            return ["true" if node.value else "false"]
        if not (isinstance(node, ast.Compare) and len(node.ops) == 1):
            return None
        left, right = node.left, node.comparators[0]
        if isinstance(node.ops[0], ast.Is):
            return self.side(left, me, True) if isinstance(right, ast.Constant) and right.value is True and last_name(left) == "value_of" else None
        sign = self.SIGNS.get(type(node.ops[0]))
        texts = not any(self.is_word(one) for one in (left, right))   # two tags that are compared as texts: one of them is quoted
        one, two = self.side(left, me, False, texts), self.side(right, me, False)
        return None if sign is None or one is None or two is None else one + [" " + sign + " "] + two

    def is_search(self, node):
        return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "search" and len(node.args) == 2

    def search(self, node, sign, me):
        pattern, text = self.side(node.args[0], me, False), self.side(node.args[1], me, False)
        return None if pattern is None or text is None else text + [sign] + pattern

    def is_word(self, node):
        return isinstance(node, (ast.Constant, ast.Tuple, ast.UnaryOp, ast.JoinedStr)) or last_name(node) == "value_of"

    def side(self, node, me, truth, quote=False):
        if isinstance(node, ast.Call) and last_name(node) == "value_of" and len(node.args) == 1:
            held = self.pieces(node.args[0], me)
            return held if isinstance(held, list) else None
        if truth:
            return None
        if isinstance(node, ast.Tuple):
            out = ["("]
            for one in node.elts:
                part = self.side(one, me, False)
                if part is None:
                    return None
                out += ([", "] if len(out) > 1 else []) + part
            return out + [")"]
        known, value = self.literal(node)
        if known and isinstance(value, bool):
            return ["true" if value else "false"]
        if known and isinstance(value, (int, float)):
            return [self.text.piece(self.text.span(node))]
        held = self.pieces(node, me)
        if not isinstance(held, list):
            return None
        if not quote and len(held) == 1 and isinstance(held[0], list):
            return held
        return ["'"] + [part if isinstance(part, list) else part.replace("\\", "\\\\").replace("'", "\\'") for part in held] + ["'"]

    def deep(self, node, me):
        if isinstance(node, ast.Dict):
            return {"entries": [[self.literal(k)[1] if k is not None else None, self.pieces(v, me)] for k, v in zip(node.keys, node.values)]}
        if isinstance(node, (ast.List, ast.Tuple)):
            return {"items": [self.pieces(item, me) for item in node.elts]}
        return self.pieces(node, me)

    def pieces(self, node, me):
        """A text as its parts: "text", or ["name"] for self.name; None for what is more."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return [node.value]
        if isinstance(node, ast.Name) and node.id in ("status", "run"):
            return [["(" + node.id + ")"]]   # what an exit hook is told
        if isinstance(node, ast.Call) and last_name(node) == "recorded" and len(node.args) == 3:
            held = [self.literal(one) for one in node.args[1:]]
            return [["(recorded)" + str(held[0][1]) + "." + str(held[1][1])]] if held[0][0] and held[1][0] else None
        if isinstance(node, ast.Call) and last_name(node) == "text" and len(node.args) == 1 and isinstance(node.args[0], ast.Subscript):
            field = self.literal(node.args[0].slice)
            return [["(item)" + str(field[1])]] if field[0] and last_name(node.args[0].value) == "loads" else None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            left, right = self.pieces(node.left, me), self.pieces(node.right, me)
            return left + right if isinstance(left, list) and isinstance(right, list) else None
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == me:
            return [[node.attr]]
        if isinstance(node, ast.Call) and last_name(node) == "lower" and isinstance(node.func, ast.Attribute) and not node.args:
            return self.pieces(node.func.value, me)
        if isinstance(node, ast.Call) and last_name(node) == "str" and len(node.args) == 1:
            return self.pieces(node.args[0], me)
        if isinstance(node, (ast.List, ast.Tuple)):
            return {"items": [self.pieces(item, me) for item in node.elts]}
        if isinstance(node, ast.JoinedStr):
            out = []
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    if part.format_spec is not None or part.conversion != -1:
                        return None
                    inner = self.pieces(part.value, me)
                else:
                    inner = self.pieces(part, me)
                if not isinstance(inner, list):
                    return None
                out += inner
            return out
        known, value = self.literal(node)
        return {"value": value} if known else None

    def is_next(self, node, me):
        return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "next" \
            and isinstance(node.func.value, ast.Name) and node.func.value.id == me

    def target(self, node, me):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == me:
            end = self.text.span(node)[1]
            return {"name": node.attr, "at": [end - len(node.attr.encode()), end]}
        return None

    def next(self, node, me):
        out = {"at": self.text.span(node), "targets": [], "cases": [], "foreach": None, "parallel": None, "condition": None}
        for argument in node.args:
            if isinstance(argument, ast.Dict):
                for key, value in zip(argument.keys, argument.values):
                    case = self.target(value, me)
                    if case is None or key is None:
                        self.issue(value, "\"%1\" names no step: write self.name", self.text.piece(self.text.span(value)))
                        continue
                    known, held = self.literal(key)
                    case["key"] = str(held) if known else self.text.piece(self.text.span(key))
                    case["known"] = known
                    out["cases"].append(case)
                continue
            found = self.target(argument, me)
            if found:
                out["targets"].append(found)
            else:
                self.issue(argument, "\"%1\" names no step: write self.name", self.text.piece(self.text.span(argument)))
        for keyword in node.keywords:
            if keyword.arg in ("foreach", "condition", "num_parallel"):
                out["parallel" if keyword.arg == "num_parallel" else keyword.arg] = self.value(keyword.value)
        return out

    def mentions(self, node, me, arguments, tail, out):
        nexts = set()
        if out["next"]:
            nexts = {id(found) for found in ast.walk(tail)}
        stores = []
        for one in ast.walk(node):
            if id(one) in nexts:
                continue
            if isinstance(one, ast.Call) and self.is_next(one, me) and not out["next"]:
                self.issue(one, "self.next stands in the middle of step %1: it must be its last line", node.name)
            if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name):
                end = self.text.span(one)[1]
                place = [one.attr, end - len(one.attr.encode()), end]
                if one.value.id == me:
                    out["mentions"].append(place)
                    if isinstance(one.ctx, ast.Store):
                        stores.append((place[1], one.attr))
                elif len(arguments) > 1 and one.value.id == arguments[1]:
                    out["input_mentions"].append(place)
            if isinstance(one, ast.Call) and last_name(one) == "getattr" and len(one.args) > 1 and isinstance(one.args[1], ast.Constant):
                out["mentions"].append([str(one.args[1].value), *self.text.span(one.args[1])])
            if isinstance(one, ast.Subscript) and isinstance(one.slice, ast.Constant) and isinstance(one.slice.value, str):
                out["mentions"].append([one.slice.value, *self.text.span(one.slice)])
        for _, name in sorted(stores):
            if name not in out["outputs"]:
                out["outputs"].append(name)

    # --- flows ------------------------------------------------------------------------------------------------------------
    def doc(self, node):
        first = node.body[0] if node.body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
            return {"at": self.text.span(first), "text": ast.get_docstring(node) or ""}
        return None

    def parameter(self, node):
        target, value = None, None
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
        elif isinstance(node, ast.AnnAssign):
            target, value = node.target, node.value
        if not isinstance(target, ast.Name) or not isinstance(value, ast.Call) or self.name(value) not in PARAMETERS:
            return None
        out = {"attribute": target.id, "kind": self.name(value), "at": self.text.span(node)}
        out.update(self.call(value))
        return out

    def flow(self, node):
        out = {"name": node.name, "name_at": self.name_span(node, b"class"), "doc": self.doc(node), "decorators": [self.decorator(d) for d in node.decorator_list],
               "parameters": [], "steps": [], "bases": [last_name(base) for base in node.bases]}
        span = self.text.span(node)
        first = min([d["at"][0] for d in out["decorators"]] + [span[0]])
        out["at"] = [first, span[1]]
        out["indent"] = self.text.indent(first)
        for one in node.body:
            if self.is_step(one):
                out["steps"].append(self.step(one))
            else:
                found = self.parameter(one)
                if found:
                    out["parameters"].append(found)
        return out

    def classes(self, body):
        for node in body:
            if isinstance(node, ast.ClassDef):
                yield node
            elif isinstance(node, (ast.If, ast.Try, ast.With)):
                for part in ("body", "orelse", "handlers", "finalbody"):
                    for inner in getattr(node, part, []):
                        yield from self.classes(inner.body if isinstance(inner, ast.ExceptHandler) else [inner])

    def functions(self):
        out = {}
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if self.doc(node) else node.body
                out[node.name] = {"at": self.text.span(node), "doc": self.doc(node), "work": self.work(body, "self"),
                                  "source": self.text.piece([self.text.span(body[0])[0], self.text.span(body[-1])[1]]) if body else ""}
        return out

    def base(self):
        """BASE = dict(...): what an exported flow gives to all its steps."""
        node = self.constants.get("BASE")
        if not isinstance(node, (ast.Call, ast.Dict)):
            return None
        held = self.value(node)
        if isinstance(node, ast.Call) and last_name(node) == "dict":
            held.update(self.call(node))
            return held
        return None

    def complete(self, steps):
        names = {step["name"] for step in steps}
        ways = [target["name"] for step in steps if step["next"] for target in step["next"]["targets"] + step["next"]["cases"]]
        return {"start", "end", *ways} <= names

    def read(self):
        flows, by_name, used = [], {}, set()
        called = {one.func.id for one in ast.walk(self.tree) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)}
        for node in self.classes(self.tree.body):
            found = self.flow(node)
            own = any(base == "FlowSpec" or self.aliases.get(base) == "FlowSpec" or base in by_name for base in found["bases"])
            if not own and not found["steps"]:
                continue
            found["partial"], found["started"] = False, node.name in called
            for base in found["bases"]:
                inherited = by_name.get(base)
                if inherited:
                    used.add(base)
                    found["partial"] = found["partial"] or inherited["partial"]
                    names = {one["name"] for one in found["steps"]}
                    found["steps"] = [dict(one, inherited=True) for one in inherited["steps"] if one["name"] not in names] + found["steps"]
                    known = {one["attribute"] for one in found["parameters"]}
                    found["parameters"] = [one for one in inherited["parameters"] if one["attribute"] not in known] + found["parameters"]
                elif not (base in ("FlowSpec", "object") or self.aliases.get(base) == "FlowSpec"):
                    found["partial"] = True
                    self.issue(node, "class %1 takes part of its flow from \"%2\", which stands in another file", node.name, base)
            by_name[node.name] = found
            flows.append(found)
        whole = [one for one in flows if one["steps"] and (one["name"] not in used or one["started"] or self.complete(one["steps"]))]
        return {"flows": whole, "issues": self.issues, "functions": self.functions(), "imports": self.imports, "base": self.base()}


def main():
    limit()
    data = sys.stdin.buffer.read()
    try:
        out = Reader(data).read()
    except SyntaxError as error:
        out = {"error": error.msg or "invalid syntax", "line": error.lineno or 0, "column": error.offset or 0}
    except UnicodeDecodeError as error:
        out = {"error": "the text is no UTF-8", "line": data.count(b"\n", 0, error.start) + 1, "column": 1}
    except ValueError as error:
        out = {"error": str(error), "line": 0, "column": 0}
    except (RecursionError, MemoryError):
        out = {"error": "it is nested too deeply", "line": 0, "column": 0}
    sys.stdout.write(json.dumps(out))


main()
