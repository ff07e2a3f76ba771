#!/usr/bin/env python3
"""Counts what a pipeline holds, from the file alone: count.py FILE… prints one JSON line a file. Exit 77: no PyYAML.

Drawn as Weftwork draws it: a pipeline that stands as a whole in one exit group is that group's tasks, its exit tasks are handlers. Each DAG counts once.
Order edges are dependentTasks; data edges the pairs of tasks that hand over a value, for which an order edge is not counted twice.
"""
import json
import re
import sys

try:
    import yaml
except ImportError:
    sys.exit(77)

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def upstream(task):
    needs = task.get("dependentTasks") or []
    return needs[0] if len(needs) == 1 else None


def is_exit(task):
    if (task.get("triggerPolicy") or {}).get("strategy") != "ALL_UPSTREAM_TASKS_COMPLETED" or upstream(task) is None:
        return False
    parameters = (task.get("inputs") or {}).get("parameters") or {}
    return any("taskFinalStatus" in value for value in parameters.values()) or upstream(task).startswith("exit-handler-")


def count(path):
    with open(path, encoding="utf-8") as file:
        spec = next(d for d in yaml.load_all(file, Loader=LOADER) if isinstance(d, dict) and "root" in d)
    components = spec.get("components") or {}
    bodies = {name: dict(c["dag"].get("tasks") or {}) for name, c in components.items() if "dag" in c}
    root = dict(spec["root"]["dag"].get("tasks") or {})
    body_tasks = {key: task for key, task in root.items() if not is_exit(task)}
    whole = len(body_tasks) == 1 and next(iter(body_tasks)).startswith("exit-handler-")
    flows = list(bodies.values())
    handlers = sum(1 for task in root.values() if is_exit(task))
    if whole:
        root = {}
    flows.append(root)
    out = {"tasks": 0, "order": 0, "data": 0, "conditions": 0, "loops": 0, "handlers": handlers}
    for tasks in flows:
        ordinary = {key: task for key, task in tasks.items() if not is_exit(task)}
        out["tasks"] += len(ordinary)
        for task in ordinary.values():
            inputs = task.get("inputs") or {}
            read = set()
            for value in (inputs.get("parameters") or {}).values():
                read.add((value.get("taskOutputParameter") or {}).get("producerTask"))
            for value in (inputs.get("artifacts") or {}).values():
                read.add((value.get("taskOutputArtifact") or {}).get("producerTask"))
            read = {one for one in read if one in ordinary}
            needs = {one for one in task.get("dependentTasks") or [] if one in ordinary}
            out["order"] += len(needs)
            out["data"] += len(read)
            out["conditions"] += bool((task.get("triggerPolicy") or {}).get("condition"))
            out["loops"] += "parameterIterator" in task or "artifactIterator" in task
    return out


for name in sys.argv[1:]:
    print(json.dumps({"file": name, **count(name)}))
