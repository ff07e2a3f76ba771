"""Compares our table of messages (message_rows.cpp) with flyteidl's own descriptors, both ways: table.py message_rows.cpp. Prints what differs."""
import re
import sys

from flyteidl.admin import execution_pb2, launch_plan_pb2, task_pb2, workflow_pb2
from flyteidl.core import compiler_pb2, dynamic_job_pb2, tasks_pb2
from flyteidl.core import workflow_pb2 as core_workflow_pb2

ROOTS = [task_pb2.TaskCreateRequest, task_pb2.Task, workflow_pb2.WorkflowCreateRequest, workflow_pb2.Workflow, launch_plan_pb2.LaunchPlanCreateRequest, launch_plan_pb2.LaunchPlan,
         execution_pb2.ExecutionCreateRequest, compiler_pb2.CompiledWorkflowClosure, tasks_pb2.TaskTemplate, core_workflow_pb2.WorkflowTemplate, dynamic_job_pb2.DynamicJobSpec]
CODES = {1: "d", 2: "f", 3: "l", 4: "l", 5: "i", 8: "b", 9: "s", 12: "y", 13: "i"}


def short(descriptor):
    return re.sub(r"^(flyteidl\.(core|admin)|google\.protobuf)\.", "", descriptor.full_name)


def type_of(field):
    if field.message_type and field.message_type.GetOptions().map_entry:
        return "{" + type_of(field.message_type.fields_by_name["value"]) + "}"
    kind = short(field.message_type) if field.message_type else "e:" + short(field.enum_type) if field.enum_type else CODES[field.type]
    return "[" + kind + "]" if field.label == 3 else kind


def published():
    messages, enums, open_ = {}, {}, [root.DESCRIPTOR for root in ROOTS]
    while open_:
        one = open_.pop()
        if one.full_name.startswith("google.") or short(one) in messages:
            continue
        messages[short(one)] = {(f.number, f.json_name, type_of(f)) for f in one.fields}
        for field in one.fields:
            if field.message_type:
                entry = field.message_type.GetOptions().map_entry
                inner = field.message_type.fields_by_name["value"].message_type if entry else field.message_type
                if inner:
                    open_.append(inner)
            if field.enum_type:
                enums[short(field.enum_type)] = {(v.number, v.name) for v in field.enum_type.values}
    return messages, enums


def ours(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    messages, enums = {}, {}
    for name, body in re.findall(r'\{"([^"]+)",((?:\s*"[^"]*")+)\}', text):
        rows = [entry.split(" ") for entry in "".join(re.findall(r'"([^"]*)"', body)).split("|") if entry]
        if rows and len(rows[0]) == 2:
            enums[name] = {(int(n), w) for n, w in rows}
        else:
            messages[name] = {(int(n), f, t) for n, f, t in rows}
    messages.pop("CompilerInput", None)
    return messages, enums


bad = 0
for mine, theirs in zip(ours(sys.argv[1]), published()):
    for name in sorted(set(mine) | set(theirs)):
        if mine.get(name) != theirs.get(name):
            bad += 1
            print(name, "differs:", sorted(mine.get(name, set()) ^ theirs.get(name, set())))
print("ok" if not bad else f"{bad} differ")
