#!/usr/bin/env python3
"""Checks Argo files against the structural schema of Argo's CRDs: argo_schema.py SCHEMA FILE... ("-": file names on standard input).

Prints "FILE: PATH: what is wrong" for each violation. Exit 0: none, 1: some, 77: no PyYAML or no schema. Shares nothing with Weftwork's own reader.
"""
import json
import re
import sys

try:
    import yaml
except ImportError:
    sys.exit(77)

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def is_integer(value):
    return isinstance(value, int) and not isinstance(value, bool)


class Validator:
    def __init__(self, schema):
        self.defs = schema["defs"]
        self.roots = schema["roots"]

    def resolve(self, node):
        while "$ref" in node:
            node = self.defs[node["$ref"]]
        return node

    def check(self, node, value, path):
        node = self.resolve(node)
        if value is None:
            return
        if node.get("x-kubernetes-int-or-string"):
            if not (is_integer(value) or isinstance(value, str)):
                yield path, f"{value!r} is neither an integer nor a string"
            return
        kind = node.get("type")
        if kind == "object" and not isinstance(value, dict):
            yield path, "is not an object"
        elif kind == "array" and not isinstance(value, list):
            yield path, "is not an array"
        elif kind == "string" and not isinstance(value, str):
            yield path, f"{value!r} is not a string"
        elif kind == "integer" and not is_integer(value):
            yield path, f"{value!r} is not an integer"
        elif kind == "number" and not (is_integer(value) or isinstance(value, float)):
            yield path, f"{value!r} is not a number"
        elif kind == "boolean" and not isinstance(value, bool):
            yield path, f"{value!r} is not a boolean"
        else:
            yield from self.inside(node, value, path)

    def inside(self, node, value, path):
        if "enum" in node and value not in node["enum"]:
            yield path, f"{value!r} is none of {node['enum']}"
        if isinstance(value, str) and "pattern" in node and not re.search(node["pattern"], value):
            yield path, f"{value!r} does not match {node['pattern']}"
        if is_integer(value):
            if value < node.get("minimum", value) or value > node.get("maximum", value):
                yield path, f"{value} is out of range"
        if isinstance(value, list):
            if not node.get("minItems", 0) <= len(value) <= node.get("maxItems", len(value)):
                yield path, f"has {len(value)} items"
            for index, item in enumerate(value):
                yield from self.check(node.get("items", {}), item, f"{path}[{index}]")
        if isinstance(value, dict):
            yield from self.members(node, value, path)

    def members(self, node, value, path):
        properties = node.get("properties")
        extra = node.get("additionalProperties")
        for name in node.get("required", []):
            if name not in value:
                yield path, f"{name} is missing"
        for key, item in value.items():
            if properties is not None and key in properties:
                yield from self.check(properties[key], item, f"{path}.{key}")
            elif isinstance(extra, dict):
                yield from self.check(extra, item, f"{path}.{key}")
            elif properties is not None and not node.get("x-kubernetes-preserve-unknown-fields"):
                yield f"{path}.{key}", "is no known field"

    def document(self, value):
        kind = value.get("kind") if isinstance(value, dict) else None
        if kind not in self.roots:
            return
        value = {key: item for key, item in value.items() if key != "status"}
        yield from self.check(self.roots[kind], value, kind)


def main():
    try:
        with open(sys.argv[1], encoding="utf-8") as file:
            validator = Validator(json.load(file))
    except OSError:
        return 77
    names = sys.argv[2:]
    if names == ["-"]:
        names = [line.rstrip("\n") for line in sys.stdin]
    wrong = 0
    for name in names:
        with open(name, encoding="utf-8") as file:
            try:
                documents = list(yaml.load_all(file, Loader=LOADER))
            except yaml.YAMLError as error:
                print(f"{name}: {error}".replace("\n", " "))
                wrong += 1
                continue
        for document in documents:
            for path, what in validator.document(document):
                print(f"{name}: {path}: {what}")
                wrong += 1
    return 1 if wrong else 0


sys.exit(main())
