// Helm and Jinja text that only looks like YAML. Internal to core/yaml.
#pragma once

#include <string_view>

#include "core/base/message.h"

namespace weft::yaml {

// True if the "{{" or "{%" at `at` opens a Go or Jinja action ("{{- if", "{{ .Values", "{% for"); an Argo tag ("{{inputs…}}") does not.
bool is_template_action(std::string_view text, std::size_t at);
// The first action that stands where YAML expects a value, at or before the end of the line at `at`; npos if none.
std::size_t find_template_action(std::string_view text, std::size_t at);
Message template_message(std::string_view text, std::size_t at);

}  // namespace weft::yaml
