"""data and handlers: Values from here to there.

    python data_and_handlers_flow.py run
    python data_and_handlers_flow.py argo-workflows create

Written by Weftwork. BASE is the environment of every step; @base(...) above a step sets what it has of its own.

Names in Weftwork:
    count_lines: tasks.count-lines
"""
import json
import os
import subprocess
import tempfile

from metaflow import FlowSpec, Parameter, catch, environment, exit_hook, kubernetes, retry, step, timeout
from metaflow.metaflow_config import DEFAULT_DATASTORE

BASE = dict(
    image="ghcr.io/acme/train:1.2",
    service_account="trainer",
    cpu=1,
    memory=4096,
    disk=10240,
    env={"LANG": "C.UTF-8"},
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


def text(value):
    """A value as it stands in a command."""
    return value if isinstance(value, str) else json.dumps(value)


def recorded(run, step, name):
    """What a step of the ended run left behind; empty when it never came so far."""
    try:
        value = getattr(run[step].task.data, name)
    except Exception:
        return ""
    return str(value).lower() if isinstance(value, bool) else text(value)


def tell(status, run):
    command(
        "sh",
        "-c",
        'echo "$STATUS $URL $WHAT"',
        env={
            "LANG": "C.UTF-8",
            "ROUNDS": recorded(run, "_parameters", "rounds"),
            "STATUS": status,
            "URL": recorded(run, "_parameters", "url"),
            "WHAT": recorded(run, "fetch", "fetch_path"),
        },
    )


def tell_on_success(run):
    tell("Succeeded", run)


def tell_on_error(run):
    tell("Failed", run)


def mourn(run):
    command("sh", "-c", "true", env={"LANG": "C.UTF-8", "ROUNDS": recorded(run, "_parameters", "rounds")})


@exit_hook(on_success=[tell_on_success], on_error=[tell_on_error, mourn])
class DataAndHandlers(FlowSpec):
    """Values from here to there."""

    url = Parameter("url", default="https://example.org/data.csv")
    rounds = Parameter("rounds", type=int, default=3, help="how often")
    quick = Parameter("quick", type=bool, default=False)

    @base()
    @step
    def start(self):
        """Begins the flow."""
        self.next(self.fetch)

    @base()
    @step
    def fetch(self):
        [self.fetch_path] = command(
            "sh",
            "-c",
            "echo \"'$ROUNDS' \\\"rounds\\\" {of} %s\"\n"
            'echo data.csv > "$WEFT_OUTPUTS/path"\n',
            env={"ROUNDS": str(self.rounds)},
            outputs=["path"],
        )
        self.next(self.count_lines)

    @base(memory=8590, gpu=1, retry=2, retry_minutes=1)
    @step
    def count_lines(self):
        command(
            "sh",
            "-c",
            'echo "$FILE $TEXT"',
            env={
                "ROUNDS": str(self.rounds),
                "FILE": self.fetch_path,
                "TEXT": f"from {self.fetch_path} and {self.url}, quick {str(self.quick).lower()}",
            },
        )
        self.next(self.end)

    @base()
    @step
    def end(self):
        """Ends the flow."""


if __name__ == "__main__":
    DataAndHandlers()
