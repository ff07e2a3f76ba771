"""2 odd-Names

    python n2_odd_names_flow.py run
    python n2_odd_names_flow.py argo-workflows create

Written by Weftwork. BASE is the environment of every step; @base(...) above a step sets what it has of its own.

Names in Weftwork:
    my_param_x: my param.x
    my_param_x_2: my-param-x
    next_2: next
    a_b: tasks.a-b
    a_b_2: tasks.a_b
    f_r_alle: tasks.Für alle
    class_2: tasks.class
"""
import os
import subprocess

from metaflow import FlowSpec, Parameter, catch, environment, kubernetes, retry, step, timeout
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


class Flow2OddNames(FlowSpec):
    my_param_x = Parameter("my_param_x", default="a")
    my_param_x_2 = Parameter("my_param_x_2", default="b")
    next_2 = Parameter("next_2", default="c")

    @base()
    @step
    def start(self):
        """Begins the flow."""
        self.next(self.a_b)

    @base()
    @step
    def a_b(self):
        command("echo", self.my_param_x_2)
        self.next(self.a_b_2)

    @base()
    @step
    def a_b_2(self):
        command("echo", self.next_2)
        self.next(self.f_r_alle)

    @base()
    @step
    def f_r_alle(self):
        command("echo", f"\x07 {self.my_param_x_2} {{x}} \\ \" '''")
        self.next(self.class_2)

    @base()
    @step
    def class_2(self):
        command("true")
        self.next(self.end)

    @base()
    @step
    def end(self):
        """Ends the flow."""


if __name__ == "__main__":
    Flow2OddNames()
