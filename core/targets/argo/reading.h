// What the parts of the reader share: the document's place, what has been read so far. Internal to targets/argo.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/targets/argo/place.h"
#include "core/targets/argo/values.h"
#include "core/targets/format.h"

namespace weft::argo {

// The steps template that holds several exit handlers, or one with a trigger, a name or arguments of its own.
inline constexpr const char* handlers_template = "exit-handlers";

struct Reading {
    ReadResult out;
    std::size_t document = 0;
    Place root, spec;                                   // spec: of the workflow, inside a CronWorkflow its workflowSpec
    Place defaults;                                     // templateDefaults
    std::unordered_map<std::string, Place> templates;   // first of a name
    std::unordered_map<std::string, Place> volumes;     // spec.volumes by name
    std::unordered_set<std::string> claims;             // volumeClaimTemplates by name

    // The first node of a path stays: names may stand twice in a file.
    void map(const std::string& path, const Place& place);
    void issue(const char* rule, Message what, const Place& at);
};

bool recognises(const yaml::Stream& stream);
std::size_t flow_count(const yaml::Stream& stream);
Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index);

// Position of the flow's document in the stream; npos when there is none.
std::size_t document_of_flow(const yaml::Stream& stream, std::size_t flow_index);
// The document and its named parts; nothing of the flow is read yet.
Result<Reading> find_document(const yaml::Stream& stream, std::size_t flow_index);

// The one key that says what a template is: "container", "dag" …; "" when there is none.
std::string template_kind(const Place& tmpl);
std::vector<std::string> template_kinds(const Place& tmpl);

Definition read_definition(Reading& reading, const Place& tmpl, const std::string& path, bool with_body);
void map_definition(Reading& reading, const std::string& prefix, const Place& tmpl);
std::vector<std::string> unsupported_of(const Reading& reading, const Place& tmpl);

// `prefix` is "" for main, "definitions.T." for a template's body.
Body read_body(Reading& reading, const Place& tmpl, const std::string& prefix, const Spelling& spelling);
Task read_task(Reading& reading, const Place& use, const std::string& path, const Spelling& spelling);
std::vector<Binding> read_arguments(Reading& reading, const Place& arguments, const std::string& path, const Spelling& spelling);
std::vector<InputFile> read_files(const Place& artifacts, const Spelling& spelling);
std::vector<Parameter> read_parameters(Reading& reading, const Place& parameters, const std::string& path, std::vector<std::string>& unsupported);

// What the handler of onExit is called: as its template, with "-exit" where a task of the flow has that name or uses that template.
// The templates that no other template, exit handler or hook of the file calls; without an entrypoint they are what is drawn.
std::vector<std::string> uncalled_templates(const Flow& flow);
std::string exit_handler_name(const Body& main, const std::string& definition);
// A step of the handlers' template says trigger and condition in one `when`.
struct HandlerCondition {
    Trigger trigger = Trigger::always;
    std::string when;
};
HandlerCondition handler_condition(const std::string& when);
std::string handler_when(Trigger trigger, const std::string& when);
void read_flow_handlers(Reading& reading);
std::vector<Handler> read_hooks(Reading& reading, const Place& use, const std::string& path, const Spelling& spelling);
// The steps of onExit when that is a template which this program wrote for several handlers; empty Place otherwise.
Place own_handlers_template(const Reading& reading);

Environment read_environment(const Reading& reading, const Place& container, const Place& tmpl);
Environment read_flow_environment(Reading& reading);
void map_environment(Reading& reading, const std::string& prefix, const Place& container, const Place& tmpl);
std::optional<Retry> read_retry(const Place& strategy);

}  // namespace weft::argo
