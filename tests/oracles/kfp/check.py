"""Judges pipelines by KFP's own code: strict protobuf parse of both documents, what a server asks beyond that, load and recompile by the SDK.

With --run each pipeline is executed by kfp.local (SubprocessRunner). That runner refuses container components, because it has no container: here the tasks
are plain `sh -c`, so its two checks are switched off and the program of each container runs as a subprocess.
"""
import contextlib
import io
import json
import logging
import os
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")

import yaml
from google.protobuf import json_format
from kfp import compiler, components
from kfp.kubernetes import kubernetes_executor_config_pb2 as kubernetes
from kfp.pipeline_spec import pipeline_spec_pb2 as spec_pb2


class Refused(Exception):
    pass


def parse(document, message, where):
    try:
        return json_format.ParseDict(document, message)
    except json_format.ParseError as error:
        raise Refused(f"{where}: {error}") from error


def dags(spec):
    yield "root", spec.root.dag
    for name, component in spec.components.items():
        if component.HasField("dag"):
            yield name, component.dag


def check_dag(spec, name, dag):
    tasks = set(dag.tasks)
    waiting = {key: set(task.dependent_tasks) for key, task in dag.tasks.items()}
    for key, task in dag.tasks.items():
        component = task.component_ref.name
        if component not in spec.components:
            raise Refused(f"{name}.{key}: component spec for {component!r} not found")
        for need in task.dependent_tasks:
            if need not in tasks:
                raise Refused(f"{name}.{key}: unknown producer task {need!r}")
        for which, value in task.inputs.parameters.items():
            producer = value.task_output_parameter.producer_task or value.task_final_status.producer_task
            if producer and producer not in tasks:
                raise Refused(f"{name}.{key}.{which}: unknown producer task {producer!r}")
            if value.task_output_parameter.producer_task:
                made = spec.components[dag.tasks[producer].component_ref.name].output_definitions.parameters
                if value.task_output_parameter.output_parameter_key not in made:
                    raise Refused(f"{name}.{key}.{which}: {producer} has no output {value.task_output_parameter.output_parameter_key!r}")
        known = spec.components[component].input_definitions
        for which, parameter in known.parameters.items():
            iterated = which == task.parameter_iterator.item_input
            if which not in task.inputs.parameters and not parameter.is_optional and not iterated and not parameter.HasField("default_value"):
                raise Refused(f"{name}.{key}: input {which!r} of {component} is given nothing")
        if task.trigger_policy.strategy == 2 and len(task.dependent_tasks) != 1:
            raise Refused(f"{name}.{key}: ALL_UPSTREAM_TASKS_COMPLETED with {len(task.dependent_tasks)} upstream tasks")
    done = set()
    while waiting:
        free = [key for key, needs in waiting.items() if needs <= done]
        if not free:
            raise Refused(f"{name}: the tasks wait for each other: {sorted(waiting)}")
        for key in free:
            done.add(key)
            del waiting[key]


def check_server(spec):
    """What backend/src/apiserver and argocompiler refuse beyond the schema."""
    if spec.schema_version != "2.1.0":
        raise Refused(f"schemaVersion {spec.schema_version!r}")
    if not spec.pipeline_info.name:
        raise Refused("pipelineInfo.name is empty")
    if spec.root.WhichOneof("implementation") != "dag":
        raise Refused("root is no dag")
    deployment = parse(json_format.MessageToDict(spec.deployment_spec), spec_pb2.PipelineDeploymentConfig(), "deploymentSpec")
    for name, component in spec.components.items():
        kind = component.WhichOneof("implementation")
        if kind == "executor_label" and component.executor_label not in deployment.executors:
            raise Refused(f"{name}: executor {component.executor_label!r} not found")
    for label, executor in deployment.executors.items():
        if executor.WhichOneof("spec") == "container" and not executor.container.image:
            raise Refused(f"executor {label}: no image")
    if not any(task.trigger_policy.strategy != 2 for task in spec.root.dag.tasks.values()):
        raise Refused("DAG must contain one or more non-exit tasks")
    for name, dag in dags(spec):
        check_dag(spec, name, dag)
    return deployment


def check_platform(document, deployment):
    platform = parse(document, spec_pb2.PlatformSpec(), "platform document")
    kubernetes_part = platform.platforms.get("kubernetes")
    if kubernetes_part is None:
        raise Refused("the second document has no platforms.kubernetes")
    for label, config in kubernetes_part.deployment_spec.executors.items():
        parse(json_format.MessageToDict(config), kubernetes.KubernetesExecutorConfig(), f"executor {label}")
        if label not in deployment.executors:
            raise Refused(f"platform executor {label!r} has no executor in the pipeline")


def plain(spec):
    made = json_format.MessageToDict(spec)
    made.pop("sdkVersion", None)
    return made


def check_recompile(path, spec):
    loaded = components.load_component_from_file(path)
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "again.yaml")
        with contextlib.redirect_stdout(io.StringIO()):
            compiler.Compiler().compile(loaded, out)
        with open(out, encoding="utf-8") as file:
            again = json_format.ParseDict(next(yaml.safe_load_all(file)), spec_pb2.PipelineSpec())
    if plain(again) != plain(spec):
        raise Refused("the SDK reads it and writes another pipeline")


def check(path):
    with open(path, encoding="utf-8") as file:
        documents = [one for one in yaml.safe_load_all(file) if one is not None]
    if not 1 <= len(documents) <= 2:
        raise Refused(f"{len(documents)} documents")
    spec = parse(documents[0], spec_pb2.PipelineSpec(), "pipeline")
    deployment = check_server(spec)
    if len(documents) == 2:
        check_platform(documents[1], deployment)
    check_recompile(path, spec)
    return documents[0]


def run(document, arguments):
    from kfp import local
    from kfp.local import pipeline_orchestrator, subprocess_task_handler, task_dispatcher

    handler = subprocess_task_handler.SubprocessTaskHandler
    handler.validate_not_container_component = lambda self, full_command: None
    handler.validate_image = lambda self, image: None
    ran = []
    original = task_dispatcher.run_single_task_implementation

    def noted(*args, **kwargs):
        name = kwargs["component_name"]
        try:
            result = original(*args, **kwargs)
        except BaseException:
            ran.append([name, "FAILED"])
            raise
        ran.append([name, result[1].value if hasattr(result[1], "value") else str(result[1])])
        return result

    task_dispatcher.run_single_task_implementation = noted
    python = sys.executable
    verdict = "Succeeded"
    printed = io.StringIO()
    try:
        with tempfile.TemporaryDirectory() as root, contextlib.redirect_stdout(printed):
            # Components install their SDK with pip: kfp.local would do that to the judge's own environment.
            sys.executable = os.path.join(root, "python3")
            with open(sys.executable, "w", encoding="utf-8") as shim:
                shim.write(f'#!/bin/sh\n[ "$1 $2" = "-m pip" ] && exit 0\nexec "{python}" "$@"\n')
            os.chmod(sys.executable, 0o700)
            local.init(runner=local.SubprocessRunner(use_venv=False), pipeline_root=root, raise_on_error=True)
            spec = json_format.ParseDict(document, spec_pb2.PipelineSpec())
            pipeline_orchestrator.run_local_pipeline(pipeline_spec=spec, arguments=arguments)
    except Exception as error:
        verdict = "Failed"
        printed.write(f"\n{error}")
    finally:
        sys.executable = python
        task_dispatcher.run_single_task_implementation = original
    return {"verdict": verdict, "ran": ran, "printed": printed.getvalue()}


def main():
    logging.disable(logging.CRITICAL)
    arguments = sys.argv[1:]
    runs = arguments and arguments[0] == "--run"
    for path in arguments[1 if runs else 0:]:
        try:
            document = check(path)
            print(f"ok {path}", flush=True)
            if runs:
                print(f"ran {path}: {json.dumps(run(document, {}))}", flush=True)
        except Refused as refused:
            print(f"FAIL {path}: {str(refused).splitlines()[0]}", flush=True)
        except Exception as error:
            print(f"FAIL {path}: {type(error).__name__}: {(str(error).splitlines() or [''])[0]}", flush=True)


main()
