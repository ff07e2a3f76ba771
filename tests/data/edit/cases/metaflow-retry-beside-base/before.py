"""limits

    python limits_flow.py run --max-workers 4
    python limits_flow.py argo-workflows create --max-workers 4 --workflow-timeout 7200

Written by Weftwork. BASE is the environment of every step; @base(...) above a step sets what it has of its own.
"""
import os
import subprocess

from metaflow import FlowSpec, catch, environment, kubernetes, retry, schedule, step, timeout
from metaflow.metaflow_config import DEFAULT_DATASTORE

BASE = dict(
    image="python:3.12-slim",
    image_pull_policy="IfNotPresent",
    cpu=0.5,
    memory=1074,
    disk=21475,
    shared_memory=64,
    image_pull_secrets=["registry"],
    node_selector={"disk": "ssd"},
    tolerations=[{"key": "gpu", "operator": "Exists", "effect": "NoSchedule"}],
    persistent_volume_claims={"shared": "/data"},
    secrets=["hub"],
    retry=1,
    retry_minutes=1,
    timeout=300,
)


def base(**own):
    """What every step gets, the first and the last too. What a step names itself stands on top."""
    given = {**BASE, **own, "env": {**BASE.get("env", {}), **own.get("env", {})}}
    env, tolerated = given.pop("env"), given.pop("tolerated", False)
    times, minutes, seconds = given.pop("retry", 0), given.pop("retry_minutes", 0), given.pop("timeout", 0)

    def decorate(function):
        if env:
            function = environment(vars=env)(function)
        if times:
            function = retry(times=times, minutes_between_retries=minutes)(function)
        if seconds:
            function = timeout(seconds=seconds)(function)
        if tolerated:
            function = catch(print_exception=True)(function)
        if DEFAULT_DATASTORE != "local":  # a run on this computer makes no pods, and @kubernetes refuses its datastore
            function = kubernetes(**given)(function)
        return function

    return decorate


def command(*words, env=None, cwd=None):
    """Runs a command with the step's variables. A failure fails the step."""
    subprocess.run(words, check=True, cwd=cwd, env={**os.environ, **(env or {})})


@schedule(cron="30 6 * * 1-5", timezone="Europe/Berlin")
class Limits(FlowSpec):
    @base()
    @step
    def start(self):
        """Begins the flow."""
        self.next(self.a)

    @base()
    @step
    def a(self):
        command("true", env={"TOKEN": os.environ.get("token", "")})
        self.next(self.b)

    @base(tolerated=True)
    @step
    def b(self):
        command("true", env={"TOKEN": os.environ.get("token", "")})
        self.next(self.end)

    @base()
    @step
    def end(self):
        """Ends the flow."""


if __name__ == "__main__":
    Limits()
