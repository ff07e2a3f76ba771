// The judge: Argo's own strict decoding and workflow/validate, for Workflow, WorkflowTemplate, ClusterWorkflowTemplate and CronWorkflow.
//
//	judge FILE…      ("-": one file name a line on standard input)
//
// prints "ok FILE" or "FAIL FILE: reason". References resolve among the files given: the same file first, then the same folder, then any.
package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"sigs.k8s.io/yaml"

	wfv1 "github.com/argoproj/argo-workflows/v4/pkg/apis/workflow/v1alpha1"
	"github.com/argoproj/argo-workflows/v4/util/logging"
	"github.com/argoproj/argo-workflows/v4/workflow/common"
	"github.com/argoproj/argo-workflows/v4/workflow/validate"
)

type file struct {
	name    string
	objects []metav1.Object
	err     error
}

// nearest answers Argo's look-ups of templates as seen from one file.
type nearest struct {
	from  *file
	files []*file
}

func pick[T any](n nearest, wanted string, is func(metav1.Object) (T, bool)) (T, error) {
	var found T
	best := 0
	for _, other := range n.files {
		rank := 1
		if other == n.from {
			rank = 3
		} else if filepath.Dir(other.name) == filepath.Dir(n.from.name) {
			rank = 2
		}
		if rank <= best {
			continue
		}
		for _, object := range other.objects {
			if hit, ok := is(object); ok && object.GetName() == wanted {
				found, best = hit, rank
				break
			}
		}
	}
	if best == 0 {
		return found, fmt.Errorf("couldn't find workflow template %q", wanted)
	}
	return found, nil
}

type templates struct{ nearest }
type clusterTemplates struct{ nearest }

func (t templates) Get(_ context.Context, name string) (*wfv1.WorkflowTemplate, error) {
	return pick(t.nearest, name, func(o metav1.Object) (*wfv1.WorkflowTemplate, bool) {
		hit, ok := o.(*wfv1.WorkflowTemplate)
		return hit, ok
	})
}

func (t clusterTemplates) Get(_ context.Context, name string) (*wfv1.ClusterWorkflowTemplate, error) {
	return pick(t.nearest, name, func(o metav1.Object) (*wfv1.ClusterWorkflowTemplate, bool) {
		hit, ok := o.(*wfv1.ClusterWorkflowTemplate)
		return hit, ok
	})
}

// Fields that Argo 4.1 added; the newest module that the proxy serves is older and would call them unknown.
var newer = regexp.MustCompile(`unknown field "[^"]*\b(podResources|resourceClaims|executorPlugins)"`)
var unknown = regexp.MustCompile(`unknown field "[^"]*"`)

func onlyNewer(err error) bool {
	fields := unknown.FindAllString(err.Error(), -1)
	for _, field := range fields {
		if !newer.MatchString(field) {
			return false
		}
	}
	return len(fields) > 0
}

func ours(body []byte) (string, error) {
	var head struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
	}
	err := yaml.Unmarshal(body, &head) // refuses a key that stands twice, as the CLI does
	if err != nil || (head.Kind != "" && head.APIVersion != "" && !strings.HasPrefix(head.APIVersion, "argoproj.io/")) {
		return "", err
	}
	return head.Kind, nil
}

var documents = regexp.MustCompile(`(?m)^---`)

func read(ctx context.Context, name string) *file {
	out := &file{name: name}
	body, err := os.ReadFile(name)
	if err != nil {
		out.err = err
		return out
	}
	others := false
	for _, text := range documents.Split(strings.TrimPrefix(string(body), "\ufeff"), -1) {
		if strings.TrimSpace(text) == "" {
			continue
		}
		kind, err := ours([]byte(text))
		if err != nil && out.err == nil {
			out.err = err
		}
		if kind == "" {
			others = others || err == nil
			continue
		}
		var strict any // what ParseObjects says nothing about: a key that stands twice
		if err := yaml.UnmarshalStrict([]byte(text), &strict); err != nil && out.err == nil {
			out.err = err
		}
		for _, parsed := range common.ParseObjects(ctx, []byte(text), true) {
			if parsed.Err != nil && out.err == nil && !onlyNewer(parsed.Err) {
				out.err = parsed.Err
			}
			if parsed.Object != nil {
				out.objects = append(out.objects, parsed.Object)
			}
		}
	}
	if out.err == nil && len(out.objects) == 0 && !others {
		out.err = fmt.Errorf("no object that Argo knows")
	}
	return out
}

func verdict(ctx context.Context, one *file, files []*file) (err error) {
	defer func() { // some of Argo's own checks panic on half-written objects
		if broken := recover(); broken != nil {
			err = fmt.Errorf("panic: %v", broken)
		}
	}()
	if one.err != nil {
		return one.err
	}
	local, cluster := templates{nearest{one, files}}, clusterTemplates{nearest{one, files}}
	lint := validate.ValidateOpts{Lint: true}
	for _, object := range one.objects {
		switch known := object.(type) {
		case *wfv1.Workflow:
			err = validate.ValidateWorkflow(ctx, local, cluster, known, nil, lint)
		case *wfv1.WorkflowTemplate:
			err = validate.ValidateWorkflowTemplate(ctx, local, cluster, known, nil, lint)
		case *wfv1.ClusterWorkflowTemplate:
			err = validate.ValidateClusterWorkflowTemplate(ctx, local, cluster, known, nil, lint)
		case *wfv1.CronWorkflow:
			err = validate.ValidateCronWorkflow(ctx, local, cluster, known, nil)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func main() {
	ctx := logging.WithLogger(context.Background(), logging.NewSlogLoggerCustom(logging.Error, logging.Text, io.Discard))
	names := os.Args[1:]
	if len(names) == 1 && names[0] == "-" {
		names = nil
		for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
			names = append(names, lines.Text())
		}
	}
	var files []*file
	for _, name := range names {
		files = append(files, read(ctx, name))
	}
	for _, one := range files {
		if err := verdict(ctx, one, files); err != nil {
			fmt.Printf("FAIL %s: %s\n", one.name, strings.Join(strings.Fields(err.Error()), " "))
		} else {
			fmt.Printf("ok %s\n", one.name)
		}
	}
}
