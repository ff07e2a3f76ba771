#!/usr/bin/env python3
"""Counts what an Argo file draws, and compares with `weft graph --format json`: count.py WEFT FILE... ("-": file names on standard input).

Tasks, order edges, conditions and loops of every template that is a DAG or steps, exit handlers and hooks of the workflow. Prints "ok FILE" or
"FAIL FILE: what". Shares nothing with Weftwork's own reader; 77: no PyYAML.
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
TERM = re.compile(r"[a-zA-Z0-9][-a-zA-Z0-9]*")


def terms(depends):
    return {word.split(".")[0] for word in re.findall(r"[a-zA-Z0-9][-a-zA-Z0-9]*(?:\.[A-Z][a-zA-Z]+)?", depends or "")}


def body(template):
    """(tasks, order edges, conditions, loops) of a DAG or steps template."""
    tasks, edges = [], set()
    if template.get("dag"):
        tasks = [task for task in template["dag"].get("tasks") or [] if isinstance(task, dict)]
        names = {task.get("name") for task in tasks}
        for task in tasks:
            before = set(task.get("dependencies") or []) | terms(task.get("depends"))
            edges |= {(name, task.get("name")) for name in before if name in names}
    else:
        previous = []
        for group in template.get("steps") or []:
            members = [group] if isinstance(group, dict) else [step for step in group or [] if isinstance(step, dict)]
            for step in members:
                edges |= {(name, step.get("name")) for name in previous}
            tasks += members
            if members:
                previous = [step.get("name") for step in members]
    loops = sum(1 for task in tasks if any(task.get(key) is not None for key in ("withItems", "withParam", "withSequence")))
    return len(tasks), len(edges), sum(1 for task in tasks if task.get("when")), loops


def counts(document):
    spec = document.get("spec") or {}
    if document.get("kind") == "CronWorkflow":
        spec = spec.get("workflowSpec") or {}
    out = {}
    for template in spec.get("templates") or []:
        if isinstance(template, dict) and (template.get("dag") or template.get("steps")):
            out.setdefault(template.get("name"), body(template))
    hooks = spec.get("hooks") or {}
    handlers = sum(1 for name, hook in hooks.items() if name != "exit" and hook)
    handlers += 1 if spec.get("onExit") or hooks.get("exit") else 0
    return spec, out, handlers


def drawn(graph):
    """The same of what weft draws, by body name; nested flows too."""
    out = {}

    def walk(flow):
        order = {(edge["from"], edge["to"]) for edge in flow.get("edges", []) if edge["kind"] == "order"}
        tasks = flow.get("tasks", [])
        out.setdefault(flow["name"], (len(tasks), len(order), sum(1 for t in tasks if t["when"]), sum(1 for t in tasks if t["loop"])))
        for inner in flow.get("flows", []):
            walk(inner)

    for flow in graph["flows"]:
        walk(flow)
    return out


def check(weft, name):
    with open(name, encoding="utf-8-sig") as file:
        documents = [d for d in yaml.load_all(file, Loader=LOADER) if isinstance(d, dict) and d.get("kind") in KINDS]
    if not documents:
        return None
    run = subprocess.run([weft, "graph", "--format", "json", name], capture_output=True, text=True)
    if run.returncode != 0:
        return "is not drawn: " + run.stderr.strip()[:200]
    graph = json.loads(run.stdout)
    ours = drawn(graph)
    spec, theirs, handlers = counts(documents[0])
    for template, count in theirs.items():
        if template not in ours:
            return f"template {template} is not drawn"
        if ours[template] != count:
            return f"template {template}: tasks, edges, conditions, loops are {count}, drawn are {ours[template]}"
    have = sum(1 for flow in graph["flows"][:1] for handler in flow.get("handlers", []) if handler.get("scope", "flow") in ("flow", ""))
    if have != handlers:
        return f"{handlers} exit handlers and hooks, drawn are {have}"
    return ""


def main():
    weft, names = sys.argv[1], sys.argv[2:]
    if names == ["-"]:
        names = [line.rstrip("\n") for line in sys.stdin]
    wrong = 0
    for name in names:
        try:
            what = check(weft, name)
        except (yaml.YAMLError, AttributeError, TypeError) as error:
            what = None if isinstance(error, yaml.YAMLError) else f"counting: {error}"
        if what is None:
            continue
        print(f"FAIL {name}: {what}" if what else f"ok {name}")
        wrong += bool(what)
    return 1 if wrong else 0


sys.exit(main())
