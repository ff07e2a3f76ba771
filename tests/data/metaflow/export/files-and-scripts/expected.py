"""files

    python files_flow.py run
    python files_flow.py argo-workflows create

Written by Weftwork. BASE is the environment of every step; @base(...) above a step sets what it has of its own.
"""
import os
import subprocess
import tempfile
import time

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


def script(interpreter, source, **given):
    """Gives a text to its interpreter, as a file."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(source)
        file.flush()
        return command(*interpreter, file.name, **given)


class Files(FlowSpec):
    @base()
    @step
    def start(self):
        """Begins the flow."""
        self.next(self.make)

    @base()
    @step
    def make(self):
        [self.make_said, self.make_model] = script(
            ["python3", "-u"],
            "import os, sys\n"
            'print("a \\"quoted\\" {brace}", sys.version_info[0] >= 3)\n'
            'open("model.bin", "wb").write(b"\\x00\\xff")\n',
            outputs=["<stdout>"],
            artifacts=["./model.bin"],
        )
        self.next(self.use)

    @base()
    @step
    def use(self):
        command(
            "sh",
            "-c",
            'cat etc/config && test "$(wc -c < in.bin)" -eq 2',
            files={"etc/config": f"said: {self.make_said}", "./in.bin": self.make_model},
        )
        self.next(self.pause)

    @base()
    @step
    def pause(self):
        time.sleep(1)
        self.next(self.end)

    @base()
    @step
    def end(self):
        """Ends the flow."""


if __name__ == "__main__":
    Files()
