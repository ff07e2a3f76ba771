// `weft env`, `weft images`, `weft names`: what a task really gets, and where it comes from.
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/open.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/lint/names.h"
#include "core/model/environment.h"

namespace weft::cli {

using nlohmann::ordered_json;

namespace {

const char* origin_name(Origin origin) {
    switch (origin) {
    case Origin::engine: return "engine";
    case Origin::flow: return "flow";
    case Origin::group: return "group";
    case Origin::definition: return "definition";
    case Origin::task: return "task";
    case Origin::nothing: break;
    }
    return "nothing";
}

bool makes_a_process(const lint::Context::Item& item) {
    return item.definition && (item.definition->kind == DefinitionKind::container || item.definition->kind == DefinitionKind::script);
}

void print_json(const char* name, ordered_json list) {
    std::printf("%s\n", ordered_json{{"version", 1}, {name, std::move(list)}}.dump(2, ' ', false, ordered_json::error_handler_t::replace).c_str());
}

// Says the problems and gives the exit code.
int judged(const Document& document, const Arguments& arguments, const std::vector<std::string>& families) {
    const auto targets = chosen_targets(arguments);
    if (!targets) return usage_error(english(targets.error().message));
    const auto found = problems(document, *targets, families);
    complain(found);
    return found.empty() ? exit_ok : exit_found;
}

DocumentPtr open_first(const Arguments& arguments, int& code) { return open_argument(arguments.positional.front(), arguments, code); }

}  // namespace

int verb_env(const Arguments& arguments) {
    int code = exit_ok;
    const DocumentPtr document = open_first(arguments, code);
    if (!document) return code;
    const lint::Context context = lint::make_context(*document->flow, {});
    ordered_json list = ordered_json::array();
    for (const lint::Context::Item& item : context.items) {
        if (!makes_a_process(item)) continue;
        const EffectiveEnvironment environment = effective_environment(*document->flow, *item.task, item.enclosing);
        ordered_json fields = ordered_json::array();
        if (!arguments.has("--json")) std::printf("%s\n", colour(item.path, "1").c_str());
        for (const Effective& field : environment.fields) {
            if (arguments.has("--json")) fields.push_back({{"field", field.field}, {"value", field.value}, {"origin", origin_name(field.origin)}, {"from", field.origin_name}});
            else if (field.origin != Origin::nothing) std::printf("  %-20s %s\n", field.field.c_str(), english(origin_sentence(field)).c_str());
        }
        list.push_back({{"task", item.path}, {"fields", std::move(fields)}});
    }
    if (arguments.has("--json")) print_json("tasks", std::move(list));
    return judged(*document, arguments, {"env/"});
}

int verb_images(const Arguments& arguments) {
    int code = exit_ok;
    const DocumentPtr document = open_first(arguments, code);
    if (!document) return code;
    const lint::Context context = lint::make_context(*document->flow, {});
    ordered_json list = ordered_json::array();
    for (const lint::Context::Item& item : context.items) {
        if (!makes_a_process(item)) continue;
        const EffectiveEnvironment environment = effective_environment(*document->flow, *item.task, item.enclosing);
        const Effective* image = environment.find("image");
        const Effective none{"image", "", Origin::nothing, ""};
        const Effective& shown = image ? *image : none;
        if (arguments.has("--json")) list.push_back({{"task", item.path}, {"image", shown.value}, {"origin", origin_name(shown.origin)}, {"from", shown.origin_name}});
        else std::printf("%-40s %s\n", item.path.c_str(), english(origin_sentence(shown)).c_str());
    }
    if (arguments.has("--json")) print_json("tasks", std::move(list));
    return judged(*document, arguments, {"image/"});
}

int verb_names(const Arguments& arguments) {
    int code = exit_ok;
    const DocumentPtr document = open_first(arguments, code);
    if (!document) return code;
    const lint::Context context = lint::make_context(*document->flow, {});
    ordered_json list = ordered_json::array();
    for (const lint::Context::Item& item : context.items) {
        ordered_json variables = ordered_json::array();
        if (!arguments.has("--json")) std::printf("%s\n", item.path.c_str());
        const EffectiveEnvironment environment = effective_environment(*document->flow, *item.task, item.enclosing);   // outlives the loop over its parts
        if (makes_a_process(item))
            for (const Binding& variable : environment.merged.env) {
                const std::string read_as = lint::is_c_identifier(variable.name) ? variable.name : lint::shell_name(variable.name);
                variables.push_back({{"name", variable.name}, {"shell", read_as}});
                if (!arguments.has("--json")) std::printf("  %-30s $%s%s\n", variable.name.c_str(), read_as.c_str(), read_as == variable.name ? "" : "  (a shell cannot read the name as it is)");
            }
        list.push_back({{"task", item.path}, {"name", item.task->name}, {"variables", std::move(variables)}});
    }
    if (arguments.has("--json")) print_json("tasks", std::move(list));
    return judged(*document, arguments, {"name/", "env/name", "env/collision"});
}

}  // namespace weft::cli
