"""small

    python small_flow.py run
    python small_flow.py argo-workflows create

Written by Weftwork. BASE is the environment of every step; @base(...) above a step sets what it has of its own.
"""
import os
import subprocess

from metaflow import FlowSpec, catch, environment, kubernetes, retry, step, timeout
from metaflow.metaflow_config import DEFAULT_DATASTORE

BASE = dict(
    cpu=1,
    memory=4096,
    disk=10240,
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


class Small(FlowSpec):
    @base()
    @step
    def start(self):
        """Begins the flow."""
        self.next(self.only)

    @base()
    @step
    def only(self):
        command("echo", "hello")
        self.next(self.end)

    @base()
    @step
    def end(self):
        """Ends the flow."""


if __name__ == "__main__":
    Small()
