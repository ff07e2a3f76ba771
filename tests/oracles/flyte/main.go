// Asks Flyte's own compiler. Reads lines "FILE<tab>JSON", JSON a list of {"kind", "message"}; prints "ok FILE" or "FAIL FILE: reason" for each.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/flyteorg/flyte/flyteidl/gen/pb-go/flyteidl/admin"
	"github.com/flyteorg/flyte/flyteidl/gen/pb-go/flyteidl/core"
	"github.com/flyteorg/flyte/flytepropeller/pkg/compiler"
	"github.com/flyteorg/flyte/flytepropeller/pkg/compiler/common"
	"github.com/robfig/cron/v3"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
)

type item struct {
	Kind    string          `json:"kind"`
	Message json.RawMessage `json:"message"`
}

func parse[T proto.Message](raw json.RawMessage, into T) (T, error) {
	return into, protojson.Unmarshal(raw, into)
}

func schedule(spec *admin.LaunchPlanSpec) error {
	given := spec.GetEntityMetadata().GetSchedule()
	text := given.GetCronExpression() + given.GetCronSchedule().GetSchedule()
	if text == "" {
		return nil
	}
	_, err := cron.ParseStandard(text)
	return err
}

// Flyteadmin's own demand on a task's metadata; the rest of its validator asks a database.
func required(task *core.TaskTemplate) error {
	if task.GetType() == "" || task.GetMetadata() == nil || task.GetInterface() == nil {
		return fmt.Errorf("a task needs type, metadata and interface")
	}
	if task.GetMetadata().GetRuntime() != nil && task.GetMetadata().GetRuntime().GetVersion() == "" {
		return fmt.Errorf("missing runtime version")
	}
	return nil
}

func check(items []item) error {
	tasks := []*core.CompiledTask{}
	var flows []*admin.WorkflowSpec
	for _, one := range items {
		switch one.Kind {
		case "TaskCreateRequest":
			request, err := parse(one.Message, &admin.TaskCreateRequest{})
			if err != nil {
				return err
			}
			if err := required(request.GetSpec().GetTemplate()); err != nil {
				return err
			}
			compiled, err := compiler.CompileTask(request.GetSpec().GetTemplate())
			if err != nil {
				return err
			}
			tasks = append(tasks, compiled)
		case "WorkflowCreateRequest":
			request, err := parse(one.Message, &admin.WorkflowCreateRequest{})
			if err != nil {
				return err
			}
			flows = append(flows, request.GetSpec())
		case "LaunchPlanCreateRequest":
			request, err := parse(one.Message, &admin.LaunchPlanCreateRequest{})
			if err != nil {
				return err
			}
			if err := schedule(request.GetSpec()); err != nil {
				return err
			}
		}
	}
	for _, flow := range flows {
		if _, err := compiler.CompileWorkflow(flow.GetTemplate(), flow.GetSubWorkflows(), tasks, []common.InterfaceProvider{}); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	for {
		line, err := in.ReadString('\n')
		if name, text, found := strings.Cut(strings.TrimRight(line, "\n"), "\t"); found {
			var items []item
			problem := json.Unmarshal([]byte(text), &items)
			if problem == nil {
				problem = check(items)
			}
			if problem == nil {
				fmt.Println("ok " + name)
			} else {
				fmt.Println("FAIL " + name + ": " + strings.Join(strings.Fields(problem.Error()), " "))
			}
		}
		if err != nil {
			return
		}
	}
}
