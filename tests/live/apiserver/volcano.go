package main

import (
	"encoding/json"
	"fmt"
	"strings"

	admissionv1 "k8s.io/api/admission/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation"

	jsonpatch "gopkg.in/evanphx/json-patch.v4"
	schedulingv1beta1 "volcano.sh/apis/pkg/apis/scheduling/v1beta1"
	schedulinglister "volcano.sh/apis/pkg/client/listers/scheduling/v1beta1"
	"volcano.sh/volcano/cmd/webhook-manager/app/options"
	jobflows "volcano.sh/volcano/pkg/webhooks/admission/jobflows/validate"
	mutate "volcano.sh/volcano/pkg/webhooks/admission/jobs/mutate"
	jobs "volcano.sh/volcano/pkg/webhooks/admission/jobs/validate"
	"volcano.sh/volcano/pkg/webhooks/router"
)

// Every queue exists and is open: which ones there are is the cluster's affair.
type openQueues struct{ schedulinglister.QueueLister }

func (openQueues) Get(name string) (*schedulingv1beta1.Queue, error) {
	queue := &schedulingv1beta1.Queue{}
	queue.Name = name
	queue.Status.State = schedulingv1beta1.QueueStateOpen
	return queue, nil
}

func (openQueues) List(labels.Selector) ([]*schedulingv1beta1.Queue, error) { return nil, nil }

func init() {
	_ = router.ForEachAdmission(&options.Config{EnabledAdmission: "/jobs/validate,/jobs/mutate"}, func(service *router.AdmissionService) error {
		service.Config.QueueLister = openQueues{}
		return nil
	})
}

// The vcjob that the JobFlow controller makes of a template: "<flow>-<template>", with its labels.
func controllersJobs(objects []object) ([]object, error) {
	templates := map[string]json.RawMessage{}
	for _, one := range objects {
		if one.Kind != "JobTemplate" {
			continue
		}
		var parts struct {
			Spec json.RawMessage `json:"spec"`
		}
		if err := json.Unmarshal(one.raw, &parts); err != nil {
			return nil, err
		}
		if _, twice := templates[one.Metadata.Name]; twice {
			return nil, fmt.Errorf("two JobTemplates are called %s", one.Metadata.Name)
		}
		templates[one.Metadata.Name] = parts.Spec
	}
	var out []object
	seen := map[string]string{}
	for _, one := range objects {
		if one.Kind != "JobFlow" {
			continue
		}
		made, err := jobsOfFlow(one, templates, seen)
		if err != nil {
			return nil, err
		}
		out = append(out, made...)
	}
	return out, nil
}

func jobsOfFlow(flow object, templates map[string]json.RawMessage, seen map[string]string) ([]object, error) {
	var parts struct {
		Spec struct {
			Flows []struct {
				Name string `json:"name"`
			} `json:"flows"`
		} `json:"spec"`
	}
	if err := json.Unmarshal(flow.raw, &parts); err != nil {
		return nil, err
	}
	namespace := flow.Metadata.Namespace
	var out []object
	for _, item := range parts.Spec.Flows {
		spec, here := templates[item.Name]
		name := flow.Metadata.Name + "-" + item.Name
		if other, twice := seen[name]; twice {
			return nil, fmt.Errorf("%s and %s both make the vcjob %s", other, flow.Metadata.Name, name)
		}
		seen[name] = flow.Metadata.Name
		for _, label := range []string{namespace + "." + flow.Metadata.Name, namespace + "." + item.Name} {
			if wrong := validation.IsValidLabelValue(label); len(wrong) > 0 {
				return nil, fmt.Errorf("the label %s of the vcjob %s: %s", label, name, strings.Join(wrong, "; "))
			}
		}
		if !here {
			continue
		}
		raw, err := json.Marshal(map[string]any{"apiVersion": "batch.volcano.sh/v1alpha1", "kind": "Job",
			"metadata": map[string]any{"name": name, "namespace": namespace}, "spec": spec})
		if err != nil {
			return nil, err
		}
		job := object{APIVersion: "batch.volcano.sh/v1alpha1", Kind: "Job", raw: raw}
		job.Metadata.Name, job.Metadata.Namespace = name, namespace
		out = append(out, job)
	}
	return out, nil
}

func review(one object, raw []byte, resource metav1.GroupVersionResource) admissionv1.AdmissionReview {
	return admissionv1.AdmissionReview{Request: &admissionv1.AdmissionRequest{Operation: admissionv1.Create, Resource: resource, Name: one.Metadata.Name,
		Namespace: one.Metadata.Namespace, Object: runtime.RawExtension{Raw: raw}}}
}

func answer(response *admissionv1.AdmissionResponse) error {
	if response.Allowed {
		return nil
	}
	if response.Result != nil {
		return fmt.Errorf("webhook: %s", response.Result.Message)
	}
	return fmt.Errorf("webhook: denied")
}

// What the API server would do: the mutating webhook first, its patch applied, then the validating one.
func admitJob(one object) error {
	resource := metav1.GroupVersionResource{Group: "batch.volcano.sh", Version: "v1alpha1", Resource: "jobs"}
	mutated := mutate.Jobs(review(one, one.raw, resource))
	if err := answer(mutated); err != nil {
		return err
	}
	raw := one.raw
	if len(mutated.Patch) > 0 {
		patch, err := jsonpatch.DecodePatch(mutated.Patch)
		if err != nil {
			return err
		}
		if raw, err = patch.Apply(raw); err != nil {
			return err
		}
	}
	return answer(jobs.AdmitJobs(review(one, raw, resource)))
}

func admit(objects []object) error {
	for _, one := range objects {
		var err error
		switch {
		case one.Kind == "Job" && strings.HasPrefix(one.APIVersion, "batch.volcano.sh/"):
			err = admitJob(one)
		case one.Kind == "JobFlow":
			err = answer(jobflows.AdmitJobFlows(review(one, one.raw, metav1.GroupVersionResource{Group: "flow.volcano.sh", Version: "v1alpha1", Resource: "jobflows"})))
		}
		if err != nil {
			return fmt.Errorf("%s %s: %w", one.Kind, one.Metadata.Name, err)
		}
	}
	return nil
}
