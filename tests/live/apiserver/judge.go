package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"

	"sigs.k8s.io/yaml"
)

type object struct {
	APIVersion string `json:"apiVersion"`
	Kind       string `json:"kind"`
	Metadata   struct {
		Name         string `json:"name"`
		GenerateName string `json:"generateName"`
		Namespace    string `json:"namespace"`
	} `json:"metadata"`
	raw []byte // JSON
}

func readObjects(name string) ([]object, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var out []object
	for _, one := range documents.Split(strings.TrimPrefix(string(text), "\ufeff"), -1) {
		if strings.TrimSpace(one) == "" {
			continue
		}
		var strict any
		if err := yaml.UnmarshalStrict([]byte(one), &strict); err != nil { // a key that stands twice
			return nil, err
		}
		if strict == nil {
			continue
		}
		raw, err := yaml.YAMLToJSON([]byte(one))
		if err != nil {
			return nil, err
		}
		var found object
		if err := json.Unmarshal(raw, &found); err != nil {
			return nil, err
		}
		if found.raw, err = placed(raw, &found); err != nil {
			return nil, err
		}
		out = append(out, found)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no object in the file")
	}
	return out, nil
}

// The object as it stands in a namespace: webhooks never see one without.
func placed(raw []byte, found *object) ([]byte, error) {
	if found.Metadata.Namespace != "" {
		return raw, nil
	}
	found.Metadata.Namespace = "default"
	var whole map[string]any
	if err := json.Unmarshal(raw, &whole); err != nil {
		return nil, err
	}
	metadata, is := whole["metadata"].(map[string]any)
	if !is {
		return raw, nil
	}
	metadata["namespace"] = "default"
	return json.Marshal(whole)
}

func withoutNamespace(raw []byte) ([]byte, error) {
	var whole map[string]any
	if err := json.Unmarshal(raw, &whole); err != nil {
		return nil, err
	}
	if metadata, is := whole["metadata"].(map[string]any); is {
		delete(metadata, "namespace")
	}
	return json.Marshal(whole)
}

func (c *cluster) definitionOf(one object) (definition, bool) {
	for _, known := range c.known {
		if known.kind == one.Kind && known.group+"/"+known.version == one.APIVersion {
			return known, true
		}
	}
	return definition{}, false
}

func (c *cluster) dryRun(ctx context.Context, one object) error {
	var err error
	known, is := c.definitionOf(one)
	if !is {
		return fmt.Errorf("no CustomResourceDefinition for %s %s", one.APIVersion, one.Kind)
	}
	raw := one.raw
	if !known.namespaced { // a cluster-wide kind has no namespace
		if raw, err = withoutNamespace(raw); err != nil {
			return err
		}
	}
	status, answer, err := c.request(ctx, http.MethodPost, known.path(one.Metadata.Namespace)+"?dryRun=All&fieldValidation=Strict", "application/json", raw)
	if err != nil {
		return err
	}
	if status >= 300 {
		return reason(status, answer)
	}
	return nil
}

// The schema of every object first, then what the webhooks of its engine say.
func (c *cluster) judge(ctx context.Context, name string) error {
	objects, err := readObjects(name)
	if err != nil {
		return err
	}
	for _, one := range objects {
		if err := c.dryRun(ctx, one); err != nil {
			return fmt.Errorf("%s %s: %w", one.Kind, one.Metadata.Name+one.Metadata.GenerateName, err)
		}
	}
	made, err := controllersJobs(objects)
	if err != nil {
		return err
	}
	for _, one := range made {
		if err := c.dryRun(ctx, one); err != nil {
			return fmt.Errorf("the vcjob %s that the controller makes: %w", one.Metadata.Name, err)
		}
	}
	return admit(append(objects, made...))
}
