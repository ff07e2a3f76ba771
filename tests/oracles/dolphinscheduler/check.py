"""YAML goes through pydolphinscheduler with a recorder in place of its py4j gateway; JSON has to have the server's shape, and passes the server's own classes."""
import json
import logging
import os
import subprocess
import sys
import warnings


class Answer:
    """An object of the server: every getter has something to say."""

    def __getattr__(self, name):
        return lambda *_: 1 if name in ("getId", "getCode") else "MYSQL" if name == "getType" else "some"


class Recorder:
    """Answers what the SDK asks the server, and keeps what it would submit."""

    def __init__(self):
        self.code = 1000
        self.submitted = []

    def get_code_and_version(self, *_):
        self.code += 1
        return {"code": self.code, "version": 1}

    def create_or_update_workflow(self, *args):
        self.submitted.append(args)
        return 1

    def __getattr__(self, name):
        def answer(*_args, **_named):
            self.code += 1
            if "environment" in name:
                return self.code
            if name.startswith("get_") and name != "get_datasource":
                return {"id": 1, "code": self.code, "projectCode": 1, "processDefinitionCode": self.code, "workflowDefinitionCode": self.code,
                        "taskDefinitionCode": self.code, "name": name}
            return Answer()
        return answer


def edges_in(tasks):
    """What the file says: task -> upstream names, with the edges that Condition and Switch stand for."""
    out = set()
    for task in tasks:
        name = task["name"]
        out |= {(dep, name) for dep in task.get("deps") or []}
        kind = task["task_type"].lower()
        if kind == "condition":
            for group in task["groups"]:
                out |= {(item["task"], name) for item in group["groups"]}
            out |= {(name, task[key]) for key in ("success_task", "failed_task")}
        if kind == "switch":
            out |= {(name, item["task"]) for item in task["condition"]}
    return out


def judge_yaml(path):
    logging.disable(logging.CRITICAL)   # it looks for a gateway first
    warnings.simplefilter("ignore")
    from pydolphinscheduler.core.yaml_workflow import YamlWorkflow
    import ruamel.yaml

    recorder = Recorder()
    for module in [m for m in list(sys.modules.values()) if getattr(m, "__name__", "").startswith("pydolphinscheduler")]:
        if hasattr(module, "gateway"):
            module.gateway = recorder
    here = os.getcwd()
    os.chdir(os.path.dirname(os.path.abspath(path)))
    try:
        YamlWorkflow.parse(path)
    finally:
        os.chdir(here)
    lists = [json.loads(a) for args in recorder.submitted[-1:] for a in args if isinstance(a, str) and a.startswith("[{")]
    definitions = next(x for x in lists if "taskType" in x[0])
    relations = next(x for x in lists if "postTaskCode" in x[0])
    with open(path, encoding="utf-8-sig") as file:
        tasks = ruamel.yaml.YAML(typ="safe", pure=True).load(file)["tasks"]
    names = {d["code"]: d["name"] for d in definitions}
    if sorted(names.values()) != sorted(t["name"] for t in tasks):
        raise ValueError(f"submits {sorted(names.values())}")
    sent = {(names[r["preTaskCode"]], names[r["postTaskCode"]]) for r in relations if r["preTaskCode"]}
    if sent != edges_in(tasks):
        raise ValueError(f"submits other edges: {sorted(sent ^ edges_in(tasks))}")


FLAG = {"YES", "NO"}
PRIORITY = {"HIGHEST", "HIGH", "MEDIUM", "LOW", "LOWEST"}
TYPES = {"VARCHAR", "INTEGER", "LONG", "FLOAT", "DOUBLE", "DATE", "TIME", "TIMESTAMP", "BOOLEAN", "LIST", "FILE"}


def need(holds, why):
    if not holds:
        raise ValueError(why)


def properties(items, where):
    seen = set()
    for item in items:
        need(set(item) == {"prop", "direct", "type", "value"}, f"{where}: {sorted(item)}")
        need(item["direct"] in ("IN", "OUT") and item["type"] in TYPES, f"{where}: {item}")
        need(isinstance(item["value"], str), f"{where}: value of {item['prop']} is no text")
        need((item["prop"], item["direct"]) not in seen and len(item["prop"]) <= 256, f"{where}: {item['prop']} twice")
        seen.add((item["prop"], item["direct"]))


def params_of(task, codes, old, pods):
    params = task["taskParams"]
    need(isinstance(params, dict), "taskParams is no object")
    properties(params["localParams"], task["name"])
    kind = task["taskType"]
    if kind in ("SHELL", "PYTHON"):
        need(params["rawScript"], f"{task['name']}: empty rawScript")
        for item in params["localParams"]:
            need(item["direct"] == "IN" or f"setValue({item['prop']}=" in params["rawScript"], f"{task['name']}: {item['prop']} is never set")
    if kind == "K8S":
        need(params["image"], f"{task['name']}: no image")
        for key in ("command", "args"):
            need(not params.get(key) or isinstance(json.loads(params[key]), list), f"{task['name']}: {key} is no list in a text")
        need(isinstance(json.loads(params["namespace"]), dict) if old else isinstance(params["datasource"], int), f"{task['name']}: namespace or datasource")
        import re
        need(re.fullmatch(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?", task["name"]) and len(task["name"]) < 50, f"{task['name']} is no name of a pod")
        for item in params["localParams"]:
            need(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", item["prop"]), f"{item['prop']} is no name of a variable")
    if kind == "CONDITIONS":
        for group in params["dependence"]["dependTaskList"]:
            need(group["relation"] in ("AND", "OR") and group["dependItemList"], f"{task['name']}: {group}")
            for item in group["dependItemList"]:
                need(item["depTaskCode"] in codes and item["status"] in ("SUCCESS", "FAILURE"), f"{task['name']}: {item}")
        result = params["conditionResult"]
        need(result["successNode"] and result["failedNode"], f"{task['name']}: a branch is empty")
        need(not set(result["successNode"]) & set(result["failedNode"]), f"{task['name']}: one node for both")
        need(set(result["successNode"] + result["failedNode"]) <= codes, f"{task['name']}: unknown branch")
    if kind == "SWITCH":
        result = params["switchResult"]
        need(result["dependTaskList"] and result["nextNode"] in codes, f"{task['name']}: no default")
        for case in result["dependTaskList"]:
            need("${" in case["condition"] and case["nextNode"] in codes, f"{task['name']}: {case}")
    if kind in ("SUB_WORKFLOW", "SUB_PROCESS"):
        need(kind == ("SUB_PROCESS" if old else "SUB_WORKFLOW"), f"{kind} in this version")
        need(params["processDefinitionCode" if old else "workflowDefinitionCode"] > 0, f"{task['name']}: no code")
    if kind == "DYNAMIC":   # DynamicParameters.checkParameters of 3.2
        need(old and not pods, f"{task['name']}: DYNAMIC in this version, or beside pods")
        need(params["processDefinitionCode"] > 0 and 0 < params["degreeOfParallelism"] <= params["maxNumOfSubWorkflowInstances"] <= 1024, f"{task['name']}: {params}")
        need(params["listParameters"] and isinstance(params["filterCondition"], str), f"{task['name']}: no lists")
        for item in params["listParameters"]:
            need(set(item) == {"name", "value", "separator"} and item["name"] and item["value"] and item["separator"], f"{task['name']}: {item}")
    if kind == "HTTP":
        need(params["url"] and params["httpMethod"] in ("GET", "POST", "PUT", "DELETE") and params["connectTimeout"] > 0, f"{task['name']}: {params}")


def judge_json(path):
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    need(isinstance(data, list) and data, "no array of definitions")
    for dag in data:
        old = "processDefinition" in dag
        head = dag["processDefinition" if old else "workflowDefinition"]
        need(set(dag) == {"processDefinition" if old else "workflowDefinition", ("process" if old else "workflow") + "TaskRelationList", "taskDefinitionList", "schedule"}, sorted(dag))
        need(len(head["description"]) <= 255 and 0 < len(head["name"]) <= 255, "name or description")
        properties(json.loads(head["globalParams"]), "globalParams")
        tasks, relations = dag["taskDefinitionList"], dag[("process" if old else "workflow") + "TaskRelationList"]
        need(tasks and relations, "no tasks or no relations")
        codes = {t["code"] for t in tasks}
        need(len(codes) == len(tasks) and len({t["name"] for t in tasks}) == len(tasks), "a code or a name twice")
        need({x["taskCode"] for x in json.loads(head["locations"])} == codes, "locations")
        pods = any(t["taskType"] == "K8S" for t in tasks)
        for task in tasks:
            need(0 < len(task["name"]) <= 100 and task["flag"] in FLAG and task["taskPriority"] in PRIORITY, task["name"])
            need(task["timeoutFlag"] in ("OPEN", "CLOSE") and (task["timeoutFlag"] == "OPEN") == (task["timeout"] > 0), f"{task['name']}: timeout")
            need(task["timeoutFlag"] == "CLOSE" or task["timeoutNotifyStrategy"] in ("WARN", "FAILED", "WARNFAILED"), f"{task['name']}: strategy")
            need(all(isinstance(task[k], int) for k in ("failRetryTimes", "failRetryInterval", "timeout", "delayTime")), f"{task['name']}: numbers")
            params_of(task, codes, old, pods)
        for relation in relations:
            need(relation["postTaskCode"] in codes and (relation["preTaskCode"] in codes or relation["preTaskCode"] == 0), "relation")
            need(("processDefinitionCode" if old else "workflowDefinitionCode") in relation, "relation's names")
        need({r["postTaskCode"] for r in relations} == codes, "a task without a relation")
        edges = {(r["preTaskCode"], r["postTaskCode"]) for r in relations if r["preTaskCode"]}
        for task in tasks:
            if task["taskType"] == "CONDITIONS":
                downstream = {b for a, b in edges if a == task["code"]}
                result = task["taskParams"]["conditionResult"]
                need(downstream == set(result["successNode"] + result["failedNode"]), f"{task['name']}: other followers than branches")
                upstream = {a for a, b in edges if b == task["code"]}
                need(not any((a, b) in edges for a in upstream for b in downstream), f"{task['name']}: an edge around it")
        if dag["schedule"]:
            need(len(dag["schedule"]["crontab"].split()) in (6, 7) and dag["schedule"]["timezoneId"] and dag["schedule"]["startTime"] and dag["schedule"]["endTime"], "schedule")


def by_server(folder, files):
    """The server's own classes know the names of 3.3 and later."""
    if not files or not os.path.isdir(f"{folder}/classes"):
        return {}
    out = subprocess.run(["java", "-cp", f"{folder}/classes:{folder}/jars/*", "Judge", *files], capture_output=True, text=True)
    said = {}
    for line in out.stdout.splitlines():
        if line.startswith("FAIL "):
            name, _, reason = line[5:].partition(": ")
            said[name] = "the server: " + reason
        elif line.startswith("ok "):
            said[line[3:]] = ""
    return {name: said.get(name, "the server's classes said nothing: " + out.stderr[-200:].replace("\n", " ")) for name in files}


def main():
    folder, files = sys.argv[1], sys.argv[2:]
    new = [f for f in files if f.endswith(".json") and '"workflowDefinition"' in open(f, encoding="utf-8").read()]
    server = by_server(folder, new)
    for path in files:
        try:
            judge_json(path) if path.endswith(".json") else judge_yaml(path)
            reason = server.get(path, "")
        except BaseException as problem:  # the SDK also exits
            reason = f"{type(problem).__name__}: {problem}".replace("\n", " ")
        print(f"FAIL {path}: {reason}" if reason else f"ok {path}", flush=True)


main()
