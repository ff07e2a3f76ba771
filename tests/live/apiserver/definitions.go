package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"

	"sigs.k8s.io/yaml"
)

// One kind that the server is to know.
type definition struct {
	group, version, plural, kind string
	namespaced                   bool
	body                         []byte
}

func (d definition) path(namespace string) string {
	if !d.namespaced {
		return "/apis/" + d.group + "/" + d.version + "/" + d.plural
	}
	return "/apis/" + d.group + "/" + d.version + "/namespaces/" + namespace + "/" + d.plural
}

var documents = regexp.MustCompile(`(?m)^---`)

func parseDefinition(text []byte) (definition, bool, error) {
	var crd struct {
		Kind string `json:"kind"`
		Spec struct {
			Group string `json:"group"`
			Scope string `json:"scope"`
			Names struct {
				Kind   string `json:"kind"`
				Plural string `json:"plural"`
			} `json:"names"`
			Versions []struct {
				Name   string `json:"name"`
				Served bool   `json:"served"`
			} `json:"versions"`
		} `json:"spec"`
	}
	if err := yaml.Unmarshal(text, &crd); err != nil || crd.Kind != "CustomResourceDefinition" {
		return definition{}, false, err
	}
	out := definition{crd.Spec.Group, "", crd.Spec.Names.Plural, crd.Spec.Names.Kind, crd.Spec.Scope == "Namespaced", text}
	for _, version := range crd.Spec.Versions {
		if version.Served {
			out.version = version.Name
		}
	}
	return out, out.version != "", nil
}

func readDefinitions(crds []string) ([]definition, error) {
	var out []definition
	for _, folder := range crds {
		files, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
		if err != nil {
			return nil, err
		}
		sort.Strings(files)
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			if !strings.Contains(string(text), "CustomResourceDefinition") {
				continue // examples and policies stand in the same folder
			}
			for _, one := range documents.Split(string(text), -1) {
				found, is, err := parseDefinition([]byte(one))
				if err != nil {
					return nil, fmt.Errorf("%s: %w", file, err)
				}
				if is {
					out = append(out, found)
				}
			}
		}
	}
	return out, nil
}

func reason(status int, answer []byte) error {
	var told struct {
		Message string `json:"message"`
	}
	if json.Unmarshal(answer, &told) == nil && told.Message != "" {
		return fmt.Errorf("%s", told.Message)
	}
	return fmt.Errorf("HTTP %d: %s", status, answer)
}

func (c *cluster) define(ctx context.Context) error {
	for _, one := range c.known {
		status, answer, err := c.request(ctx, http.MethodPost, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", "application/yaml", one.body)
		if err != nil {
			return err
		}
		if status >= 300 && status != http.StatusConflict {
			return fmt.Errorf("%s.%s: %w", one.plural, one.group, reason(status, answer))
		}
	}
	for _, one := range c.known {
		if err := c.wait(ctx, one.plural, func() bool {
			status, _, err := c.request(ctx, http.MethodGet, one.path("default")+"?limit=1", "", nil)
			return err == nil && status == http.StatusOK
		}); err != nil {
			return err
		}
	}
	return nil
}
