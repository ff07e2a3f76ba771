"""loops

    python loops_flow.py run
    python loops_flow.py argo-workflows create

Written by Weftwork. BASE is the environment of every step; @base(...) above a step sets what it has of its own.

Names in Weftwork:
    visit_arrive: tasks.visit.tasks.arrive
    visit_days: tasks.visit.tasks.days
    visit_photos: tasks.visit.tasks.photos
"""
import json
import os
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


def text(value):
    """A value as it stands in a command."""
    return value if isinstance(value, str) else json.dumps(value)


def listed(value):
    """The items of a list that comes as its JSON text."""
    return [text(item) for item in json.loads(value)]


class Loops(FlowSpec):
    cities = Parameter("cities", default='["Berlin", "Oslo"]')

    @base()
    @step
    def start(self):
        """Begins the flow."""
        self.next(self.measure_items)

    @base()
    @step
    def measure_items(self):
        """Lists the items."""
        self.items_of_measure = ["warp", "weft", "3"]
        self.next(self.measure, foreach="items_of_measure")

    @base()
    @step
    def measure(self):
        [self.measure_length] = command(
            "sh",
            "-c",
            'printf %s "$WORD" | wc -c > "$WEFT_OUTPUTS/length"',
            env={"WORD": self.input},
            outputs=["length"],
        )
        self.next(self.collect)

    @base()
    @step
    def collect(self, inputs):
        self.measure_length_list = json.dumps([one.measure_length for one in inputs])
        self.merge_artifacts(inputs, exclude=["measure_length"])
        command("sh", "-c", "test \"$LENGTHS\" = '[\"4\", \"4\", \"1\"]'", env={"LENGTHS": self.measure_length_list})
        self.next(self.visit_items)

    @base()
    @step
    def visit_items(self):
        """Lists the items."""
        self.items_of_visit = listed(self.cities)
        self.next(self.visit_begin, foreach="items_of_visit")

    @base(group="visit")
    @step
    def visit_begin(self):
        """Takes the item apart."""
        self.visit_city = self.input
        self.next(self.visit_arrive)

    @base(group="visit")
    @step
    def visit_arrive(self):
        command("sh", "-c", 'echo "$CITY"', env={"CITY": self.visit_city})
        self.next(self.visit_days_items, self.visit_photos_items)

    @base(group="visit")
    @step
    def visit_days_items(self):
        """Lists the items."""
        self.items_of_visit_days = [str(n) for n in range(1, 3)]
        self.next(self.visit_days, foreach="items_of_visit_days")

    @base(group="visit")
    @step
    def visit_days(self):
        command("sh", "-c", 'echo "$CITY $DAY"', env={"CITY": self.visit_city, "DAY": self.input})
        self.next(self.visit_days_collect)

    @base(group="visit")
    @step
    def visit_days_collect(self, inputs):
        """Collects what the items left."""
        self.merge_artifacts(inputs)
        self.next(self.visit_days_join)

    @base(group="visit")
    @step
    def visit_photos_items(self):
        """Lists the items."""
        self.items_of_visit_photos = ['{"size":"small"}', "{\"size\":\"it's\"}"]
        self.next(self.visit_photos, foreach="items_of_visit_photos")

    @base(group="visit")
    @step
    def visit_photos(self):
        command("sh", "-c", 'echo "$SIZE"', env={"SIZE": text(json.loads(self.input)['size'])})
        self.next(self.visit_photos_collect)

    @base(group="visit")
    @step
    def visit_photos_collect(self, inputs):
        """Collects what the items left."""
        self.merge_artifacts(inputs)
        self.next(self.visit_days_join)

    @base(group="visit")
    @step
    def visit_days_join(self, inputs):
        """Brings the branches together."""
        self.merge_artifacts(inputs)
        self.next(self.visit_collect)

    @base()
    @step
    def visit_collect(self, inputs):
        """Collects what the items left."""
        self.merge_artifacts(inputs, exclude=["visit_city"])
        self.next(self.end)

    @base()
    @step
    def end(self):
        """Ends the flow."""


if __name__ == "__main__":
    Loops()
