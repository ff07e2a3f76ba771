#!/usr/bin/env python3
"""Reads file names on standard input. For each flow of a file one line: tasks, order edges, tasks of several-task jobs, edges in these, jobs that are tried again.
A line "-" ends each file. Exit 77: no PyYAML."""
import sys

try:
    import yaml
except ImportError:
    sys.exit(77)


def edges(tasks):
    return sum(len((task.get("dependsOn") or {}).get("name") or []) for task in tasks)


def restarts(spec):
    for policy in spec.get("policies") or []:
        events = [policy.get("event")] + (policy.get("events") or [])
        if policy.get("action") in ("RestartJob", "RestartTask", "RestartPod") and {"PodFailed", "*"} & set(events):
            return 1
    return 0


def counts(path):
    with open(path, encoding="utf-8-sig") as file:
        documents = [d for d in yaml.safe_load_all(file) if isinstance(d, dict)]
    templates = [d.get("spec") or {} for d in documents if d.get("kind") == "JobTemplate"]
    bodies = [t.get("tasks") or [] for t in templates if len(t.get("tasks") or []) > 1]
    for document in documents:
        spec = document.get("spec") or {}
        if document.get("kind") == "JobFlow":
            flows = spec.get("flows") or []
            order = sum(len((flow.get("dependsOn") or {}).get("targets") or []) for flow in flows)
            yield len(flows), order, sum(map(len, bodies)), sum(map(edges, bodies)), sum(map(restarts, templates))
        elif document.get("kind") == "Job" and document.get("apiVersion", "").startswith("batch.volcano.sh/"):
            tasks = spec.get("tasks") or []
            yield len(tasks), edges(tasks), 0, 0, 0


for line in sys.stdin:
    for row in counts(line.rstrip("\n")):
        print(*row)
    print("-")
