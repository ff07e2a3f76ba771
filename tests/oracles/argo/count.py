#!/usr/bin/env python3
"""Counts what an Argo file draws, and compares with `weft graph --format json`: count.py WEFT FILE... ("-": file names on standard input).

Of every Argo object of the file, in order: of every template that is a DAG or steps (inline ones too) its tasks, order edges, data edges, conditions, loops
and hooks; of the workflow its exit handler and hooks. Prints "ok FILE: objects tasks order data conditions loops handlers" or "FAIL FILE: what".
Written from Argo's documentation of fields and variables; shares nothing with Weftwork's own reader. 77: no PyYAML.

- order edge: a pair of tasks, from `dependencies`, `depends` or the group of steps in front.
- data edge: a pair of tasks; one says `tasks.NAME.…` or `steps.NAME.…` of the other in a tag or in a field that is an expression. What a hook says is the
  hook's own, `depends` is order.
- hook: `onExit` and `hooks.exit` are one and the same (onExit wins), every other entry of `hooks` is one of its own.
"""
import json
import re
import subprocess
import sys

try:
    import yaml
except ImportError:
    sys.exit(77)

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
KINDS = {"Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate", "CronWorkflow"}
TAG = re.compile(r"\{\{(=?)(.*?)\}\}", re.S)
TERM = re.compile(r"[a-zA-Z0-9][-a-zA-Z0-9]*(?:\.[A-Z][a-zA-Z]+)?")
SIMPLE = re.compile(r"^\s*(?:tasks|steps)\.([^.]+)\.")
EXPRESSION = re.compile(r"""(?<![\w.\]-])(?:tasks|steps)(?:\?)?(?:\.([A-Za-z_]\w*)|\[\s*(['"])(.*?)\2\s*\])""")
WHAT = "tasks, order edges, data edges, conditions, loops, hooks"


def as_list(value):
    return value if isinstance(value, list) else []


def as_map(value):
    return value if isinstance(value, dict) else {}


def named_in(value, key=""):
    """Names of tasks that a text, list or map reads from."""
    if isinstance(value, dict):
        return set().union(*[named_in(inner, name) for name, inner in value.items()]) if value else set()
    if isinstance(value, list):
        return set().union(*[named_in(inner, key) for inner in value]) if value else set()
    if not isinstance(value, str):
        return set()
    expression = lambda text: {dotted or quoted for dotted, _, quoted in EXPRESSION.findall(text)}
    out = set()
    for equals, inner in TAG.findall(value):
        if equals:
            out |= expression(inner)
        elif match := SIMPLE.match(inner):
            out.add(match.group(1))
    return out | (expression(value) if key in ("fromExpression", "expression") else set())


def use(task):
    """What is the task's own to say: not its hooks', not its edges', not what an inline template says about itself."""
    out = {key: value for key, value in task.items() if key not in ("name", "hooks", "onExit", "depends", "dependencies", "inline")}
    inline = as_map(task.get("inline"))
    out["inline"] = {key: value for key, value in inline.items() if key not in ("dag", "steps", "outputs")}
    return out


def hooks_of(holder):
    hooks = as_map(holder.get("hooks"))
    named = sum(1 for name, hook in hooks.items() if name != "exit" and hook)
    return named + (1 if holder.get("onExit") or hooks.get("exit") else 0)


def body(template, name, bodies):
    """Adds (name, counts) of a DAG or steps template and of its inline ones."""
    order = set()
    if template.get("dag"):
        tasks = [task for task in as_list(template["dag"].get("tasks")) if isinstance(task, dict)]
        names = {str(task.get("name")) for task in tasks}
        for task in tasks:
            before = {str(one) for one in as_list(task.get("dependencies"))} | {term.split(".")[0] for term in TERM.findall(task.get("depends") or "")}
            order |= {(one, str(task.get("name"))) for one in before if one in names}
    else:
        tasks, previous = [], []
        for group in as_list(template.get("steps")):
            members = [group] if isinstance(group, dict) else [step for step in as_list(group) if isinstance(step, dict)]
            for step in members:
                order |= {(one, str(step.get("name"))) for one in previous}
            tasks += members
            if members:
                previous = [str(step.get("name")) for step in members]
        names = {str(task.get("name")) for task in tasks}
    data = {(one, str(task.get("name"))) for task in tasks for one in named_in(use(task)) if one in names}
    loops = sum(1 for task in tasks if any(task.get(key) is not None for key in ("withItems", "withParam", "withSequence")))
    bodies.append((name, (len(tasks), len(order), len(data), sum(1 for task in tasks if task.get("when")), loops, sum(hooks_of(task) for task in tasks))))
    for task in tasks:
        inline = as_map(task.get("inline"))
        if inline.get("dag") or inline.get("steps"):
            body(inline, str(task.get("name")), bodies)


def counts(document):
    """(bodies, tasks of a workflow that is no body, handlers)"""
    spec = as_map(document.get("spec"))
    if document.get("kind") == "CronWorkflow":
        spec = as_map(spec.get("workflowSpec"))
    bodies, seen, entry = [], set(), None
    for template in as_list(spec.get("templates")):
        if not isinstance(template, dict) or template.get("name") in seen:
            continue
        seen.add(template.get("name"))
        if spec.get("entrypoint") and template.get("name") == spec["entrypoint"]:
            entry = template
        if template.get("dag") or template.get("steps"):
            body(template, str(template.get("name")), bodies)
    lone = None
    if spec.get("workflowTemplateRef") or (entry and not (entry.get("dag") or entry.get("steps"))):
        lone = 1
    return bodies, lone, hooks_of(spec)


def drawn(flow):
    """The same of what weft draws."""
    out = []

    def walk(one, top):
        pairs = lambda kind: {(edge["from"], edge["to"]) for edge in one.get("edges", []) if edge["kind"] == kind}
        tasks, ids = one.get("tasks", []), {task["id"] for task in one.get("tasks", [])}
        data = {(start, end) for start, end in pairs("data") if start in ids and end in ids}
        hooks = sum(1 for handler in one.get("handlers", []) if handler.get("scope") in ids and handler.get("scope") != "")
        if top:
            hooks = sum(1 for handler in one.get("handlers", []) if handler.get("scope") != "flow")
        out.append((one["name"], (len(tasks), len(pairs("order")), len(data), sum(1 for t in tasks if t["when"]), sum(1 for t in tasks if t["loop"]), hooks)))
        for inner in one.get("flows", []):
            walk(inner, False)

    walk(flow, True)
    return out, sum(1 for handler in flow.get("handlers", []) if handler.get("scope") == "flow")


def compare(document, flow):
    theirs, lone, handlers = counts(document)
    ours, have = drawn(flow)
    main, rest = ours[0], list(ours)
    if lone is not None and main[1][0] != lone:
        return f"the workflow is one task, drawn are {main[1][0]}"
    for name, count in theirs:
        if (name, count) in rest:
            rest.remove((name, count))
            continue
        same = [other for known, other in rest if known == name]
        return f"{name}: {WHAT} are {count}, drawn are {same[0]}" if same else f"{name} is not drawn"
    if lone is not None or not theirs or not as_map(document.get("spec")).get("entrypoint", as_map(as_map(document.get("spec")).get("workflowSpec")).get("entrypoint")):
        rest = [one for one in rest if one != main]   # a lone template, or an object without an entrypoint: main is no template of its own
    if rest:
        return f"{rest[0][0]} is drawn and no template"
    return "" if have == handlers else f"{handlers} exit handlers and hooks of the workflow, drawn are {have}"


def check(weft, name):
    with open(name, encoding="utf-8-sig") as file:
        documents = [d for d in yaml.load_all(file, Loader=LOADER) if isinstance(d, dict) and d.get("kind") in KINDS and str(d.get("apiVersion") or "argoproj.io/").startswith("argoproj.io/")]
    if not documents:
        return None, ""
    run = subprocess.run([weft, "graph", "--format", "json", name], capture_output=True, text=True)
    if run.returncode != 0:
        return "is not drawn: " + run.stderr.strip()[:200], ""
    flows = json.loads(run.stdout)["flows"]
    if len(flows) != len(documents):
        return f"{len(documents)} objects, drawn are {len(flows)}", ""
    total = [0] * 6
    handlers = 0
    for number, (document, flow) in enumerate(zip(documents, flows)):
        what = compare(document, flow)
        if what:
            return f"object {number + 1}: {what}", ""
        bodies, _, of_flow = counts(document)
        total = [sum(column) for column in zip(total, *[count for _, count in bodies])]
        handlers += of_flow
    return "", f"{len(documents)} objects, {total[0]} tasks, {total[1]} order, {total[2]} data, {total[3]} conditions, {total[4]} loops, {total[5]} hooks, {handlers} handlers"


def main():
    weft, names = sys.argv[1], sys.argv[2:]
    if names == ["-"]:
        names = [line.rstrip("\n") for line in sys.stdin]
    wrong = 0
    for name in names:
        try:
            what, said = check(weft, name)
        except (yaml.YAMLError, AttributeError, TypeError) as error:
            what, said = (None, "") if isinstance(error, yaml.YAMLError) else (f"counting: {error}", "")
        if what is None:
            continue
        print(f"FAIL {name}: {what}" if what else f"ok {name}: {said}")
        wrong += bool(what)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
