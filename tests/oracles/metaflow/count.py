#!/usr/bin/env python3
"""Counts what a flow.py holds, from Python's own syntax tree: reads file names on standard input, one JSON line a flow, "-" ends each file.
A .json file is a topology of Metaflow's own tests.

Drawn as Weftwork draws it: a foreach around several steps is a group with a loop, around one step that step with a loop; a switch is a condition on every step
that one of its choices leaves out. Several steps of a group that lead to its join are one edge, from the group. Only classes whose steps all stand in this file are counted as whole; for others "partial" is true.
"""
import ast
import json
import sys


def name_of(node):
    if isinstance(node, ast.Call):
        return name_of(node.func)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


class Step:
    def __init__(self, function):
        self.name, self.next, self.cases, self.groups = function.name, [], False, ()
        self.asks = any(isinstance(one, ast.If) for one in function.body)
        for decorator in function.decorator_list:   # an exported flow: @base(group="block")
            if name_of(decorator) == "base" and isinstance(decorator, ast.Call):
                held = next((ast.literal_eval(keyword.value) for keyword in decorator.keywords if keyword.arg == "group"), ())
                self.groups = (held,) if isinstance(held, str) else tuple(held)
        self.loop = False
        arguments = function.args.posonlyargs + function.args.args
        self.join = len(arguments) > 1
        last = function.body[-1]
        if not (isinstance(last, ast.Expr) and isinstance(last.value, ast.Call) and name_of(last.value) == "next"):
            return
        for argument in last.value.args:
            if isinstance(argument, ast.Dict):
                self.cases = True
            for target in argument.values if isinstance(argument, ast.Dict) else [argument]:
                if isinstance(target, ast.Attribute):
                    self.next.append(target.attr)
        self.loop = any(keyword.arg in ("foreach", "num_parallel") for keyword in last.value.keywords)


def topology(path):
    with open(path, encoding="utf-8") as file:
        whole = json.load(file)
    steps = {}
    for name, one in whole["graph"].items():
        step = steps[name] = Step.__new__(Step)
        step.name, step.join, step.cases, step.groups = name, bool(one.get("join")), "switch" in one, ()
        step.asks = False
        step.loop = "foreach" in one or "num_parallel" in one
        way = one.get("linear") or one.get("branch") or one.get("foreach") or one.get("parallel") or one.get("switch") or []
        step.next = [way] if isinstance(way, str) else list(way.values() if isinstance(way, dict) else way)
    return {"flow": whole["name"], "partial": False, "hooks": 0, **count(steps)}


def classes(body):
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield node
        for part in ("body", "orelse", "handlers", "finalbody"):
            if not isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                yield from classes(getattr(node, part, []))


def steps_of(node, renamed):
    return {one.name: Step(one) for one in node.body if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef))
            and any(renamed.get(name_of(d), name_of(d)) == "step" for d in one.decorator_list)}


def hooks_of(node):
    found = set()
    for decorator in node.decorator_list:
        if name_of(decorator) == "exit_hook" and isinstance(decorator, ast.Call):
            for keyword in decorator.keywords:
                if keyword.arg in ("on_success", "on_error") and isinstance(keyword.value, (ast.List, ast.Tuple)):
                    found |= {one.value if isinstance(one, ast.Constant) else name_of(one) for one in keyword.value.elts}
    return found


def levels(steps, order):
    """The foreach steps that are open around each step, outermost first: a split or foreach opens, a join closes the last."""
    around, opened = {}, {}
    for name in order:
        step, before = steps[name], [one for one in steps.values() if name in one.next and one.name != name and one.name in opened]
        stack = []
        if before:
            first = before[0]
            stack = opened[first.name] + ([(first.name, first.loop)] if first.loop or (not first.cases and len(set(first.next)) > 1) else [])
        if step.join and stack:
            stack = stack[:-1]
        opened[name] = stack
        loops = [one for one, loop in stack if loop]
        around[name] = loops[-1] if loops else None
    return around


def sorted_steps(steps):
    waiting = {name: {one.name for one in steps.values() if name in one.next and one.name != name} for name in steps}
    order = []
    while True:
        ready = [name for name in steps if name not in order and waiting[name] <= set(order)]
        if not ready:
            return order
        order += ready


def count(steps):
    order = sorted_steps(steps)
    around = levels(steps, order)
    ways = {name: [to for to in dict.fromkeys(steps[name].next) if to in steps and to != name] for name in steps}

    def must_reach(name, goal, known):
        """Whatever the switches choose, the goal is run once this step is."""
        if name == goal:
            return True
        if name not in known:
            found = [must_reach(to, goal, known) for to in ways[name]]
            known[name] = bool(found) and (all(found) if steps[name].cases else any(found))
        return known[name]

    def conditional(name):
        inside = around[name]
        heads = ways[inside][:1] if inside else [one for one in order if not any(one in to for to in ways.values())]
        return not any(must_reach(head, name, {}) for head in heads)

    loops = [name for name in order if steps[name].loop and ways[name]]
    single = {}
    for name in loops:
        inside = [one for one in order if around[one] == name]
        if len(inside) == 1 and not steps[inside[0]].loop:
            single[inside[0]] = name
    def end_of(name, to):
        """A step inside a loop that leads out of it: the loop does."""
        while around[name] != around[to] and around[name] is not None and around[name] != to and not steps[name].loop:
            name = around[name]
        return name

    def seen_from(name, other):
        """The step, or the group around it that the other one is not in."""
        shared = 0
        while shared < min(len(steps[name].groups), len(steps[other].groups)) and steps[name].groups[shared] == steps[other].groups[shared]:
            shared += 1
        return name if shared == len(steps[name].groups) else steps[name].groups[:shared + 1]

    named = {steps[name].groups[:depth] for name in order for depth in range(1, len(steps[name].groups) + 1)}
    if named:
        edges = {(seen_from(name, to), seen_from(to, name)) for name in order for to in ways[name]}
    else:
        edges = {(end_of(name, to), to) for name in order for to in ways[name]}
    asked = [name for name in order if name not in single] + loops   # a looped step is asked as its foreach is, a group too
    return {
        "steps": len(steps), "edges": len(edges), "loops": len(loops), "groups": len(named) or len(loops) - len(single),
        "conditions": sum(conditional(name) for name in asked), "meets": sum(1 for goal in {to for _, to in edges} if sum(to == goal for _, to in edges) > 1),
        "joins": sum(steps[name].join for name in order)}


def told(hooks):
    """An exported flow tells a hook how it ended by two functions that call it."""
    return {hook.removesuffix("_on_success").removesuffix("_on_error") for hook in hooks}


def main():
    for line in sys.stdin:
        if line.rstrip("\n").endswith(".json"):
            print(json.dumps(topology(line.rstrip("\n"))))
            print("-")
            continue
        with open(line.rstrip("\n"), encoding="utf-8-sig") as file:
            tree = ast.parse(file.read())
        renamed = {one.asname: one.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for one in node.names if one.asname}
        called = {one.func.id for one in ast.walk(tree) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)}
        ours = any(isinstance(one, ast.Assign) and name_of(one.targets[0]) == "BASE" for one in tree.body)
        known, parents = {}, set()
        for node in classes(tree.body):
            bases = [renamed.get(name_of(base), name_of(base)) for base in node.bases]
            own = steps_of(node, renamed)
            if not own and "FlowSpec" not in bases and not any(base in known for base in bases):
                continue
            steps, partial = {}, False
            for base in bases:
                if base in known:
                    parents.add(base)
                    steps = {**known[base][0], **steps}
                    partial = partial or known[base][1]
                elif base not in ("FlowSpec", "object"):
                    partial = True
            known[node.name] = ({**steps, **own}, partial, hooks_of(node))
        for name, (steps, partial, hooks) in known.items():
            whole = {"start", "end", *(to for step in steps.values() for to in step.next)} <= set(steps)
            if steps and (name not in parents or name in called or whole):
                counted = count(steps)
                if ours:   # in an exported flow an `if` in a step is its condition
                    counted["conditions"] += sum(step.asks for step in steps.values())
                print(json.dumps({"flow": name, "partial": partial, "hooks": len(told(hooks)) if ours else len(hooks), **counted}))
        print("-")


main()
