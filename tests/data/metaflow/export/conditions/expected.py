"""conditions

    python conditions_flow.py run
    python conditions_flow.py argo-workflows create

Written by Weftwork. BASE is the environment of every step; @base(...) above a step sets what it has of its own.

Names in Weftwork:
    group_a: tasks.group.tasks.a
    group_b: tasks.group.tasks.b
"""
import os
import re
import subprocess
import tempfile

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
    given.pop("group", None)  # where it is drawn
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


def command(*words, env=None, cwd=None, files=None, outputs=(), artifacts=(), defaults=None):
    """Runs a command with the step's variables and gives back what it left in its outputs. A failure fails the step."""
    for path, content in (files or {}).items():
        path = os.path.join(cwd or "", path)
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            words, check=True, cwd=cwd, env={**os.environ, "WEFT_OUTPUTS": folder, **(env or {})},
            stdout=subprocess.PIPE if "<stdout>" in outputs else None)
        found = {"<exit code>": str(done.returncode).encode()}
        if done.stdout is not None:
            print(done.stdout.decode(errors="replace"), end="")
            found["<stdout>"] = done.stdout
        for path in (*outputs, *artifacts):
            place = os.path.join(cwd or "", path) if os.path.dirname(path) else os.path.join(folder, path)
            if path not in found and (path not in (defaults or {}) or os.path.exists(place)):
                with open(place, "rb") as file:
                    found[path] = file.read()
    texts = [found[path].decode().removesuffix("\n") if path in found else defaults[path] for path in outputs]
    return texts + [found[path] if path in found else defaults[path].encode() for path in artifacts]


def value_of(word):
    """What a word in a condition means: a number, true or false, or itself."""
    if word in ("true", "false"):
        return word == "true"
    try:
        return float(word)
    except ValueError:
        return word


class Conditions(FlowSpec):
    mode = Parameter("mode", default="full")
    n = Parameter("n", type=int, default=5)

    @base()
    @step
    def start(self):
        """Begins the flow."""
        self.next(self.yes)

    @base()
    @step
    def yes(self):
        self.yes_what = ""
        if self.mode == "full" and value_of(str(self.n)) > 4:
            [self.yes_what] = command("sh", "-c", 'echo ran > "$WEFT_OUTPUTS/what"', outputs=["what"])
        self.next(self.no)

    @base()
    @step
    def no(self):
        if self.mode != "full" or not (value_of(str(self.n)) in (5, 6)):
            command("false")
        self.next(self.after)

    @base()
    @step
    def after(self):
        command("sh", "-c", 'test "$WHAT" = ran', env={"WHAT": self.yes_what})
        self.next(self.group_a, self.group_b)

    @base(group="group")
    @step
    def group_a(self):
        if re.search("^f", self.mode):
            command("echo", "a")
        self.next(self.group_a_join)

    @base(group="group")
    @step
    def group_b(self):
        if re.search("^f", self.mode) and value_of(str(self.n)) < 1:
            command("false")
        self.next(self.group_a_join)

    @base()
    @step
    def group_a_join(self, inputs):
        """Brings the branches together."""
        self.merge_artifacts(inputs)
        self.next(self.end)

    @base()
    @step
    def end(self):
        """Ends the flow."""


if __name__ == "__main__":
    Conditions()
