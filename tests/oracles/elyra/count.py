#!/usr/bin/env python3
"""Reads file names on standard input and prints for each: nodes and order edges of the primary pipeline, super nodes, nodes inside them, inputs that come from other nodes."""
import json
import sys


def is_task(node):
    return node.get("type") in ("execution_node", "super_node")


def edges(nodes):
    ids = {node["id"] for node in nodes if is_task(node)}
    return sum(len({link["node_id_ref"] for port in node.get("inputs") or [] for link in port.get("links") or []} & ids) for node in nodes if is_task(node))


def inputs(nodes):
    ids = {node["id"] for node in nodes if is_task(node)}
    found = 0
    for node in nodes:
        for value in ((node.get("app_data") or {}).get("component_parameters") or {}).values():
            inner = value.get("value") if isinstance(value, dict) and "widget" in value else value
            found += isinstance(inner, dict) and "option" in inner and inner.get("value") in ids
    return found


for line in sys.stdin:
    with open(line.rstrip("\n"), encoding="utf-8") as file:
        flow = json.load(file)
    pipelines = {p.get("id"): p.get("nodes") or [] for p in flow["pipelines"]}
    main = pipelines.get(flow.get("primary_pipeline")) or (flow["pipelines"][0].get("nodes") or [] if flow["pipelines"] else [])
    supers = [n for n in main if n.get("type") == "super_node"]
    inside = [pipelines.get((n.get("subflow_ref") or {}).get("pipeline_id_ref")) or [] for n in supers]
    print(sum(map(is_task, main)), edges(main), len(supers), sum(sum(map(is_task, nodes)) for nodes in inside), inputs(main) + sum(map(inputs, inside)))
