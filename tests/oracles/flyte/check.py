"""Strict proto-JSON parse of every message of every file, then the Go compiler for the files that parse."""
import json
import subprocess
import sys

import yaml
from flyteidl.admin import execution_pb2, launch_plan_pb2, task_pb2, workflow_pb2
from flyteidl.core import compiler_pb2
from google.protobuf import json_format

MESSAGES = {
    "TaskCreateRequest": task_pb2.TaskCreateRequest,
    "WorkflowCreateRequest": workflow_pb2.WorkflowCreateRequest,
    "LaunchPlanCreateRequest": launch_plan_pb2.LaunchPlanCreateRequest,
    "LaunchPlan": launch_plan_pb2.LaunchPlan,
    "ExecutionCreateRequest": execution_pb2.ExecutionCreateRequest,
    "TaskSpec": task_pb2.TaskSpec,
    "WorkflowSpec": workflow_pb2.WorkflowSpec,
    "CompiledWorkflowClosure": compiler_pb2.CompiledWorkflowClosure,
}


class Loader(yaml.SafeLoader):
    """YAML as Flyte's messages want it: a date stays the text that it is."""


Loader.yaml_implicit_resolvers = {key: [(tag, regexp) for tag, regexp in found if tag != "tag:yaml.org,2002:timestamp"] for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def messages_of(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for document in yaml.load_all(text, Loader):
        if document is None:
            continue
        yield from document if isinstance(document, list) else [document]


def kind_of(message):
    if "primary" in message:
        return "CompiledWorkflowClosure"
    if "launchPlan" in message.get("spec", {}) or "launch_plan" in message.get("spec", {}):
        return "ExecutionCreateRequest"
    type_ = (message.get("id") or {}).get("resourceType")
    if "template" in message:
        return "WorkflowSpec" if message["template"].get("id", {}).get("resourceType") == "WORKFLOW" else "TaskSpec"
    if type_ == "LAUNCH_PLAN":
        return "LaunchPlan" if "closure" in message else "LaunchPlanCreateRequest"
    return {"TASK": "TaskCreateRequest", "WORKFLOW": "WorkflowCreateRequest"}.get(type_, "")


def references(node, found):
    """Identifiers of tasks, workflows and launch plans that nodes name."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("referenceId", "subWorkflowRef", "launchplanRef") and isinstance(value, dict):
                found.add((key, value.get("name")))
            else:
                references(value, found)
    elif isinstance(node, list):
        for value in node:
            references(value, found)


def whole(items):
    tasks = {item["message"]["id"]["name"] for item in items if item["kind"] == "TaskCreateRequest"}
    wanted = set()
    for item in items:
        references(item["message"], wanted)
    return all(key != "launchplanRef" and (key != "referenceId" or name in tasks) for key, name in wanted)


def main():
    compiler, files = sys.argv[1], sys.argv[2:]
    lines = []
    for path in files:
        try:
            items = [{"kind": kind_of(message), "message": message} for message in messages_of(path)]
            for item in items:
                if item["kind"] not in MESSAGES:
                    raise ValueError("no message of Flyte: " + ", ".join(item["message"]))
                json_format.ParseDict(item["message"], MESSAGES[item["kind"]]())
        except Exception as error:  # the reason is what counts
            print(f"FAIL {path}: {' '.join(str(error).split())}", flush=True)
            continue
        if whole(items):
            lines.append(path + "\t" + json.dumps(items))
        else:
            print(f"ok {path}", flush=True)
    if lines:
        answer = subprocess.run([compiler], input="\n".join(lines) + "\n", capture_output=True, text=True)
        print(answer.stdout, end="")


main()
