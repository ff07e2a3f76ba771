"""Counts nodes, order edges, data edges, conditions, loops and failure nodes of Flyte files, without Weftwork: count.py FILE…  (one JSON line a file).

tasks: nodes without start-node and end-node, then and else nodes and failure nodes too; a task alone, a launch plan and an execution are one each.
"""
import json
import sys

import yaml


def get(node, camel):
    snake = "".join("_" + c.lower() if c.isupper() else c for c in camel)
    return (node or {}).get(camel, (node or {}).get(snake))


def promises(data):
    if get(data, "promise"):
        yield get(data, "promise")
    for item in (get(get(data, "collection"), "bindings") or []):
        yield from promises(item)
    for item in (get(get(data, "map"), "bindings") or {}).values():
        yield from promises(item)


def inner(node):
    block = get(get(node, "branchNode"), "ifElse")
    if not block:
        return []
    found = [get(get(block, "case"), "thenNode")] + [get(one, "thenNode") for one in get(block, "other") or []] + [get(block, "elseNode")]
    return [one for one in found if one]


def outer_names(node):
    names = set(get(node, "upstreamNodeIds") or [])
    for binding in get(node, "inputs") or []:
        names |= {get(p, "nodeId") or "" for p in promises(get(binding, "binding"))}
    for one in inner(node):
        names |= outer_names(one)
    return names - {"", "start-node"}


def count_node(node, count, top):
    count["tasks"] += 1
    if top:
        count["order"] += len(outer_names(node) - {get(node, "id")})
    if get(node, "arrayNode"):
        count["loops"] += 1
    block = get(get(node, "branchNode"), "ifElse")
    if block:
        count["conditions"] += 1 + len(get(block, "other") or []) + bool(get(block, "elseNode"))
    for one in inner(node):
        count_node(one, count, False)


def count_workflow(template, count):
    for node in get(template, "nodes") or []:
        if get(node, "id") not in ("start-node", "end-node"):
            count_node(node, count, True)
    if get(template, "failureNode"):
        count_node(get(template, "failureNode"), count, False)
        count["handlers"] += 1


def count_file(path):
    with open(path, encoding="utf-8") as file:
        message = next(yaml.safe_load_all(file.read()))
    count = dict(tasks=0, order=0, conditions=0, loops=0, handlers=0)
    workflows = []
    if "primary" in message:
        workflows = [get(message["primary"], "template")] + [get(one, "template") for one in get(message, "subWorkflows") or []]
    elif "workflow" in message:
        workflows = [message["workflow"]]
    else:
        spec = message if "template" in message else message.get("spec", {})
        if get(spec.get("template"), "nodes"):
            workflows = [spec["template"]] + (get(spec, "subWorkflows") or [])
    for template in workflows:
        count_workflow(template, count)
    if not workflows:
        count["tasks"] = 1
    return count


for name in sys.argv[1:]:
    print(json.dumps({"file": name, **count_file(name)}))
