# a flow with odd but legal shapes
from metaflow import (
    FlowSpec,
    Parameter,
    kubernetes as k8s,   # renamed
    retry,
    step,
)
import metaflow

IMAGE = "ghcr.io/acme/train:1.2"
COMMON = {"A": "1", "B": "two"}
TEXT = """
@retry(times=9)
@kubernetes(image="not a decorator")
"""


def helper(f):
    return f


class Shapes(FlowSpec):
    """Odd shapes.

    Second line with é and 漢字.
    """

    class Inner:
        @property
        def start(self):
            return "@step"

    alpha = Parameter("alpha", default=0.5, help="learning rate", type=float)
    data_path = Parameter(
        "data-path",
        default="/data",
    )

    # above
    @k8s(
        image=IMAGE,  # the image, "quoted"
        cpu=2,

        # a comment in between
        memory=8000,
    )
    # between the decorators @retry(times=1)
    @retry(times=2)  # twice
    @step
    def start(self):
        """Begins."""
        self.items = ["é", "@step"]
        text = '''
    @step
    def fake(self):
        pass
'''
        self.next(
            self.train,  # here
            foreach="items",
        )

    @metaflow.resources(cpu=1)
    @step
    def train(self):
        self.x = self.input
        self.next(self.check)

    @k8s(image="ghcr.io/acme/other:1", **dict(cpu=1))
    @metaflow.environment(vars={**COMMON, 'C': "3"})
    @step
    def check(self): self.ok = "yes"; self.next(self.gather)

    @helper
    @metaflow.environment(vars=dict(A="x"))
    @step
    def gather(self, inputs):
        self.merge_artifacts(inputs, exclude=["x", "ok"])
        print(inputs.check if False else "check")
        self.kind = "a"
        self.next({"a": self.left, 'b': self.right}, condition="kind")

    @step
    def left(self):
        self.next(self.end)

    @metaflow.timeout(hours=1, minutes=30)
    @metaflow.catch(var="problem")
    @step
    def right(self):
        self.next(self.end)

    @step
    def end(self):
        pass


if __name__ == "__main__":
    Shapes()
