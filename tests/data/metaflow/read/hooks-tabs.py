from metaflow import FlowSpec, exit_hook, project, schedule, step


def tell():
	print("done")


def mourn(run):
	print("oh")


@project(name="acme")
@schedule(daily=True, timezone="Europe/Berlin")
@exit_hook(on_success=[tell], on_error=[tell, mourn])
class Hooked(FlowSpec):
	@step
	def start(self):
		self.next(self.a, self.b)

	@step
	def a(self):
		self.next(self.join)

	@step
	def b(self):
		self.next(self.join)

	@step
	def join(self, inputs):
		print(inputs.a.x, inputs.b.x)
		self.next(self.end)

	@step
	def end(self):
		pass
