#!/usr/bin/env python3
"""Counts what a DolphinScheduler file holds, and compares with `weft graph --format json`: count.py WEFT FILE... ("-": file names on standard input).

Tasks, order edges, edges for another result than success, data edges, conditions of SWITCH tasks, loops (DYNAMIC tasks with lists) and calls of other
workflows, over all workflows of the file. Prints "ok FILE" or "FAIL FILE: what", and nothing for a file that is none of DolphinScheduler's. Shares nothing
with Weftwork's own reader; 77: no PyYAML.

How edges count: a pair of tasks counts once, whether a relation, a condition or a branch names it. Behind a CONDITIONS task that asks for the success of one
task alone, its failed branch also follows from that task's failure. A data edge is a parameter that is "${x}" and nothing else, where exactly one task
before hands out x.
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
WHOLE = re.compile(r"\$\{([^}$]+)\}$")
CLASSES = {"condition": "CONDITIONS", "switch": "SWITCH", "subworkflow": "SUB_WORKFLOW"}
KEYS = ("tasks", "order", "results", "data", "conditions", "loops", "calls")


def inner(value):
    """Lists and maps stand as they are, or as JSON in a text."""
    if isinstance(value, str):
        try:
            return yaml.load(value, Loader=LOADER) if value.strip()[:1] in "[{" and value.strip() else None
        except yaml.YAMLError:
            return None
    return value


class Workflow:
    def __init__(self):
        self.names, self.order, self.other = [], set(), set()
        self.takes, self.gives = {}, {}
        self.when, self.loops, self.calls = set(), 0, 0
        self.gates = {}     # CONDITIONS task -> [(task, failure)]
        self.failed = {}    # CONDITIONS task -> tasks of its failed branch

    def edge(self, before, after, other=False):
        if before in self.names and after in self.names:
            self.order.add((before, after))
            (self.other.add if other else self.other.discard)((before, after))

    def gate(self, name, asked, met, unmet):
        for task, failure in asked:
            self.edge(task, name, failure)
        for task in met:
            self.edge(name, task)
        for task in unmet:
            self.edge(name, task, True)
        self.gates[name], self.failed[name] = asked, unmet

    def counts(self):
        for name, asked in self.gates.items():
            if len(asked) == 1 and not asked[0][1] and not any(b == name and a != asked[0][0] and (a, b) not in self.other for a, b in self.order):
                for task in self.failed[name]:
                    if (asked[0][0], task) not in self.order:
                        self.edge(asked[0][0], task, True)
        before = {name: {a for a, b in self.order if b == name} for name in self.names}
        data = set()
        for name, values in self.takes.items():
            seen, todo = set(), list(before[name])
            while todo:
                at = todo.pop()
                if at not in seen:
                    seen.add(at)
                    todo += before[at]
            for value in values:
                found = WHOLE.match(str(value or ""))
                if found and not found[1].startswith("system."):
                    makers = {at for at in seen if found[1] in self.gives.get(at, ())}
                    data |= {(maker, name) for maker in makers if len(makers) == 1}
        return (len(self.names), len(self.order), len(self.other), len(data), len(self.when), self.loops, self.calls)


def next_task(case):
    node = case.get("nextNode")
    return (node or [None])[0] if isinstance(node, list) else node


def of_definition(tasks, relations):
    flow = Workflow()
    by_code = {str(task.get("code")): task.get("name") for task in tasks}
    flow.names = [task.get("name") for task in tasks]
    kinds = {task.get("name"): task.get("taskType") for task in tasks}

    def name(code):
        return by_code.get(str(code))

    for relation in relations:
        after = name(relation.get("postTaskCode"))
        flow.edge(name(relation.get("preTaskCode")), after, kinds.get(after) == "CONDITIONS")
    for task in tasks:
        me, kind, params = task.get("name"), task.get("taskType"), inner(task.get("taskParams")) or {}
        local = inner(params.get("localParams")) or []
        flow.takes[me] = [p.get("value") for p in local if p.get("direct") != "OUT"]
        flow.gives[me] = {p.get("prop") for p in local if p.get("direct") == "OUT"}
        flow.calls += kind in ("SUB_PROCESS", "SUB_WORKFLOW", "DYNAMIC")
        flow.loops += kind == "DYNAMIC" and bool(params.get("listParameters"))
        if kind == "CONDITIONS":
            groups = (inner(params.get("dependence")) or {}).get("dependTaskList") or []
            asked = [(name(i.get("depTaskCode")), i.get("status") == "FAILURE") for g in groups for i in g.get("dependItemList") or []]
            result = inner(params.get("conditionResult")) or {}
            flow.gate(me, [one for one in asked if one[0]], [name(c) for c in result.get("successNode") or []], [name(c) for c in result.get("failedNode") or []])
        if kind == "SWITCH":
            result = inner(params.get("switchResult")) or {}
            for case in result.get("dependTaskList") or []:
                flow.edge(me, name(next_task(case)))
                if case.get("condition") and name(next_task(case)):
                    flow.when.add(name(next_task(case)))
            flow.edge(me, name(next_task(result)))
    return flow


def of_sdk(tasks):
    flow = Workflow()
    flow.names = [task["name"] for task in tasks]
    kinds = {task["name"]: CLASSES.get(str(task.get("task_type")).lower(), "") for task in tasks}
    for task in tasks:
        for dep in task.get("deps") or []:
            flow.edge(dep, task["name"], kinds[task["name"]] == "CONDITIONS")
    for task in tasks:
        me, kind = task["name"], kinds[task["name"]]
        flow.takes[me] = [re.sub(r"^[A-Z]+\((.*)\)$", r"\1", str(value)) for value in (task.get("input_params") or {}).values()]
        flow.gives[me] = set(task.get("output_params") or {})
        flow.calls += kind == "SUB_WORKFLOW"
        if kind == "CONDITIONS":
            asked = [(item["task"], not item.get("flag")) for group in task.get("groups") or [] for item in group.get("groups") or []]
            flow.gate(me, asked, [task.get("success_task")], [task.get("failed_task")])
        if kind == "SWITCH":
            for case in task.get("condition") or []:
                flow.edge(me, case.get("task"))
                if case.get("condition"):
                    flow.when.add(case.get("task"))
    return flow


def definitions(root):
    """Every workflow of a document, whatever holds it."""
    if isinstance(root, list):
        return [flow for item in root for flow in definitions(item)]
    if not isinstance(root, dict):
        return []
    if "taskDefinitionList" in root and ("workflowDefinition" in root or "processDefinition" in root):
        relations = root.get("processTaskRelationList") or root.get("workflowTaskRelationList") or []
        return [of_definition(root["taskDefinitionList"] or [], relations)]
    if "taskDefinitionJson" in root:
        return [of_definition(inner(root["taskDefinitionJson"]) or [], inner(root.get("taskRelationJson")) or [])]
    if "workflows" in root and "taskRelations" in root:
        out = []
        for head in root["workflows"]:
            mine = [r for r in root["taskRelations"] if str(r.get("workflowDefinitionCode")) == str(head.get("code"))]
            codes = {str(r.get(key)) for r in mine for key in ("preTaskCode", "postTaskCode")}
            out.append(of_definition([t for t in root["tasks"] if str(t.get("code")) in codes], mine))
        return out
    if isinstance(root.get("workflow"), dict) and isinstance(root.get("tasks"), list):
        return [of_sdk(root["tasks"])]
    return definitions(root.get("data"))


def drawn(graph):
    out = [0] * len(KEYS)
    for flow in graph["flows"]:
        order = {(e["from"], e["to"]) for e in flow["edges"] if e["kind"] == "order"}
        other = {(e["from"], e["to"]) for e in flow["edges"] if e["kind"] == "order" and e["condition"]}
        data = {(e["from"], e["to"]) for e in flow["edges"] if e["kind"] == "data"}
        tasks = flow["tasks"]
        row = (len(tasks), len(order), len(other), len(data), sum(1 for t in tasks if t["when"]), sum(1 for t in tasks if t["loop"]), sum(1 for t in tasks if t["kind"] == "reference"))
        out = [a + b for a, b in zip(out, row)]
    return out


def check(weft, name):
    with open(name, encoding="utf-8-sig") as file:
        flows = [flow for document in yaml.load_all(file, Loader=LOADER) for flow in definitions(document)]
    if not flows:
        return None
    run = subprocess.run([weft, "graph", "--format", "json", name], capture_output=True, text=True)
    if run.returncode != 0:
        return "is not drawn: " + run.stderr.strip()[:200]
    theirs = [sum(column) for column in zip(*(flow.counts() for flow in flows))]
    ours = drawn(json.loads(run.stdout))
    wrong = [f"{key} are {a}, drawn are {b}" for key, a, b in zip(KEYS, theirs, ours) if a != b]
    return "; ".join(wrong)


def main():
    weft, names = sys.argv[1], sys.argv[2:]
    if names == ["-"]:
        names = [line.rstrip("\n") for line in sys.stdin]
    wrong = 0
    for name in names:
        try:
            what = check(weft, name)
        except yaml.YAMLError:
            what = None
        if what is None:
            continue
        print(f"FAIL {name}: {what}" if what else f"ok {name}")
        wrong += bool(what)
    return 1 if wrong else 0


sys.exit(main())
