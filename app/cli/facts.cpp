// `weft env`, `weft images`, `weft names`: what a task really gets, and where it comes from.
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/open.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/lint/names.h"
#include "core/model/environment.h"
#include "core/targets/environment_matrix.h"

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
    const auto found = problems(document, *targets, families, arguments.value("--default-image"));
    complain(found);
    return found.empty() ? exit_ok : exit_found;
}

DocumentPtr open_first(const Arguments& arguments, int& code) { return open_argument(arguments.positional.front(), arguments, code); }

}  // namespace

int verb_env(const Arguments& arguments) {
    int code = exit_ok;
    const DocumentPtr document = open_first(arguments, code);
    if (!document) return code;
    ChosenTarget chosen;
    if (arguments.has("--target")) {
        const auto parsed = parse_target(arguments.value("--target"));
        if (!parsed) return usage_error(english(parsed.error().message));
        chosen = *parsed;
    }
    const EnvironmentMatrix matrix = environment_matrix(*document->flow, chosen.target, {chosen.version, arguments.value("--default-image")});
    ordered_json list = ordered_json::array();
    for (const MatrixRow& row : matrix.rows) {
        ordered_json fields = ordered_json::array();
        if (!arguments.has("--json")) std::printf("%s\n", colour(row.path, "1").c_str());
        for (const MatrixCell& cell : row.cells)
            for (const Effective& field : cell.values) {
                if (arguments.has("--json")) fields.push_back({{"field", field.field}, {"value", field.value}, {"origin", origin_name(field.origin)}, {"from", field.origin_name}});
                else std::printf("  %-20s %s\n", field.field.c_str(), english(origin_sentence(field)).c_str());
            }
        if (!arguments.has("--json") && row.cells.front().values.empty()) std::printf("  %-20s %s\n", "image", english(origin_sentence({"image", {}, Origin::nothing, {}})).c_str());
        list.push_back({{"task", row.path}, {"handler", row.handler}, {"fields", std::move(fields)}});
    }
    ordered_json uneven = ordered_json::array();
    for (std::size_t i = 0; i < matrix.columns.size(); ++i)
        if (matrix.uneven[i]) uneven.push_back(matrix.columns[i]);
    if (arguments.has("--json")) std::printf("%s\n", ordered_json{{"version", 1}, {"tasks", std::move(list)}, {"uneven", std::move(uneven)}}.dump(2, ' ', false, ordered_json::error_handler_t::replace).c_str());
    return judged(*document, arguments, {"env/"});
}

int verb_images(const Arguments& arguments) {
    int code = exit_ok;
    const DocumentPtr document = open_first(arguments, code);
    if (!document) return code;
    ChosenTarget chosen;
    if (arguments.has("--target")) {
        const auto parsed = parse_target(arguments.value("--target"));
        if (!parsed) return usage_error(english(parsed.error().message));
        chosen = *parsed;
    }
    ordered_json list = ordered_json::array();
    for (const MatrixRow& row : environment_matrix(*document->flow, chosen.target, {chosen.version, arguments.value("--default-image")}).rows) {
        const std::vector<Effective>& values = row.cells.front().values;
        const Effective none{"image", "", Origin::nothing, ""};
        const Effective& shown = values.empty() ? none : values.front();
        if (arguments.has("--json")) list.push_back({{"task", row.path}, {"image", shown.value}, {"origin", origin_name(shown.origin)}, {"from", shown.origin_name}});
        else std::printf("%-40s %s\n", row.path.c_str(), english(origin_sentence(shown)).c_str());
    }
    if (arguments.has("--json")) print_json("tasks", std::move(list));
    return judged(*document, arguments, {"image/"});
}

namespace {

constexpr const char* kind_words[] = {"flow", "task", "definition", "parameter", "output", "variable"};

// The names as the target will know them; where two wanted one name, both are told and one has got another.
int target_names(const Document& document, const ChosenTarget& chosen, const Arguments& arguments) {
    const std::vector<NameUse> names = chosen.target->names ? chosen.target->names(*document.flow, chosen.version) : std::vector<NameUse>();
    ordered_json list = ordered_json::array();
    for (const NameUse& name : names) {
        const char* kind = kind_words[std::size_t(name.kind)];
        list.push_back({{"kind", kind}, {"task", name.path}, {"name", name.original}, {"final", name.final}, {"how", english(name.how)}, {"collides", name.collides}});
        if (arguments.has("--json")) continue;
        std::string line = name.original == name.final ? name.original : name.original + " -> " + name.final;
        if (!name.how.empty()) line += "  (" + english(name.how) + ")";
        if (!name.collides.empty()) line += colour("  \"" + name.collides + "\" wanted it too", "33");
        std::printf("%-12s %-30s %s\n", kind, name.path.c_str(), line.c_str());
    }
    if (arguments.has("--json")) print_json("names", std::move(list));
    return judged(document, arguments, {"name/", "env/name", "env/collision"});
}

}  // namespace

int verb_names(const Arguments& arguments) {
    int code = exit_ok;
    const DocumentPtr document = open_first(arguments, code);
    if (!document) return code;
    if (arguments.has("--target")) {
        const auto chosen = parse_target(arguments.value("--target"));
        if (!chosen) return usage_error(english(chosen.error().message));
        if (chosen->target->names) return target_names(*document, *chosen, arguments);
    }
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
