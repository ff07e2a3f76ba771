#include "core/targets/local/launch.h"

#include <algorithm>
#include <cctype>

#include "core/model/environment.h"
#include "core/model/tags.h"
#include "core/targets/local/reproduce.h"
#include "core/targets/local/shell_text.h"

namespace weft::local {

namespace {

Result<std::string> shell_script(std::string_view text, const Resolver& resolver) {
    std::vector<std::size_t> offsets;
    for (const tags::Tag& tag : tags::find_tags(text)) offsets.push_back(tag.begin);
    const std::vector<Quoting> quoting = quoting_at(text, offsets);
    return substitute(text, resolver, [&](std::size_t at, std::string_view tag, const std::string& value) {
        const auto it = std::lower_bound(offsets.begin(), offsets.end(), at);
        const bool known = it != offsets.end() && *it == at;
        return why_not_paste(known ? quoting[std::size_t(it - offsets.begin())] : Quoting::tangled, tag, value);
    });
}

Result<void> fill_argv(const LeafRequest& request, Launch& launch) {
    const Definition& definition = request.definition;
    std::vector<std::string> raw;
    for (const auto* list : {&definition.command, &definition.args})
        for (const Scalar& word : *list) raw.push_back(word.text);
    if (definition.kind == DefinitionKind::script && definition.command.empty()) raw.insert(raw.begin(), "sh");
    if (raw.empty() || (definition.command.empty() && definition.kind != DefinitionKind::script))
        return fail(WEFT_TR("core", "there is no command: the image's own would be used, and images are not used on this computer"));
    const int script = script_argument(raw);
    for (std::size_t i = 0; i < raw.size(); ++i) {
        auto word = int(i) == script ? shell_script(raw[i], request.resolver) : substitute(raw[i], request.resolver);
        if (!word) return tl::unexpected(word.error());
        launch.argv.push_back(std::move(*word));
    }
    if (definition.kind != DefinitionKind::script) return {};
    auto source = std::any_of(launch.argv.begin(), launch.argv.end(), is_shell) ? shell_script(definition.source, request.resolver)
                                                                                 : substitute(definition.source, request.resolver);
    if (!source) return tl::unexpected(source.error());
    launch.script = std::move(*source);
    launch.has_script = true;
    return {};
}

bool is_base_name(std::string_view name) {
    static constexpr std::string_view names[] = {"PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TMPDIR", "SHELL", "PWD", "TERM"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names) || name.starts_with("WEFT_");
}

Result<void> fill_env(const LeafRequest& request, const EffectiveEnvironment& environment, Launch& launch) {
    for (const auto& [name, value] : request.params)
        if (is_env_identifier(name) && !is_base_name(name) && !is_dangerous_env(name) && value.find('\0') == std::string::npos) launch.env.emplace_back(name, value);
    for (const Binding& binding : environment.merged.env) {
        if (binding.name.empty() || binding.name.find('=') != std::string::npos)
            return fail({WEFT_TR("core", "\"%1\" is no name for an environment variable"), {binding.name}});
        auto value = resolve(binding.value, request.resolver);
        if (!value) return fail({WEFT_TR("core", "environment variable %1: %2"), {binding.name, english(value.error().message)}});
        if (is_dangerous_env(binding.name) && binding.value.source != Source::literal && *value != binding.value.text)
            return fail({WEFT_TR("core", "environment variable %1 changes how programs are loaded; only a literal value is allowed in it"), {binding.name}});
        const auto known = std::find_if(launch.env.begin(), launch.env.end(), [&](const auto& entry) { return entry.first == binding.name; });
        if (known != launch.env.end()) known->second = std::move(*value);
        else launch.env.emplace_back(binding.name, std::move(*value));
    }
    return {};
}

Result<LaunchFile> one_file(const InputFile& declared, const InputFile* given, const Resolver& resolver) {
    LaunchFile file{declared.path, {}, {}};
    const InputFile& source = given && (given->from || given->raw) ? *given : declared;
    if (source.raw) {
        auto text = substitute(*source.raw, resolver);
        if (!text) return tl::unexpected(text.error());
        file.content = std::move(*text);
    } else if (source.from) {
        auto path = resolve(*source.from, resolver);
        if (!path) return tl::unexpected(path.error());
        file.from = std::move(*path);
    } else {
        return fail({WEFT_TR("core", "nothing supplies the file \"%1\""), {declared.name}});
    }
    return file;
}

Result<void> fill_files(const LeafRequest& request, Launch& launch) {
    for (const InputFile& declared : request.definition.files) {
        const auto& files = request.task.files;
        const auto given = std::find_if(files.begin(), files.end(), [&](const InputFile& f) { return f.name == declared.name; });
        auto file = one_file(declared, given == files.end() ? nullptr : &*given, request.resolver);
        if (!file && (declared.optional || (given != files.end() && given->optional))) continue;
        if (!file) return fail({WEFT_TR("core", "input file \"%1\": %2"), {declared.name, english(file.error().message)}});
        launch.files.push_back(std::move(*file));
    }
    return {};
}

void fill_outputs(const LeafRequest& request, Launch& launch) {
    for (const Output& output : request.definition.outputs) {
        if (output.from == OutputFrom::expression) continue;
        launch.outputs.push_back({output.name, output.from, output.path, output.fallback, output.artifact, output.optional});
        launch.capture = launch.capture || output.from == OutputFrom::standard_output;
    }
    if (request.capture && !launch.capture) {
        launch.outputs.push_back({"result", OutputFrom::standard_output, {}, std::nullopt, false, true});
        launch.capture = true;
    }
}

std::string image_note(const EffectiveEnvironment& environment) {
    const Effective* image = environment.find("image");
    if (!image || image->origin == Origin::nothing) return "no image: nothing sets one; tasks run as processes on this computer";
    return "image " + english(origin_sentence(*image)) + "; not used: tasks run as processes on this computer";
}

}  // namespace

Result<std::shared_ptr<const Launch>> make_launch(const LeafRequest& request) {
    const auto launch = std::make_shared<Launch>();
    if (const std::string missing = missing_for(request.definition); !missing.empty())
        return fail({WEFT_TR("core", "it needs what this computer does not have: %1"), {missing}});
    static const Environment nothing;
    const bool plain = request.enclosing.empty() && request.definition.environment == nothing && request.task.environment == nothing;
    const EffectiveEnvironment own = plain ? EffectiveEnvironment() : effective_environment(request.flow, request.task, request.enclosing);
    const EffectiveEnvironment& environment = plain ? request.inherited : own;
    if (const std::string missing = missing_volume(environment.merged); !missing.empty())
        return fail({WEFT_TR("core", "it needs what this computer does not have: %1"), {missing}});
    launch->image_note = image_note(environment);
    for (auto step : {fill_argv(request, *launch), fill_env(request, environment, *launch), fill_files(request, *launch)})
        if (!step) return tl::unexpected(step.error());
    fill_outputs(request, *launch);
    const auto speaks_of_it = [](const std::string& text) { return text.find("WEFT_OUTPUTS") != std::string::npos; };
    launch->own_outputs = !launch->outputs.empty() || speaks_of_it(launch->script) || std::any_of(launch->argv.begin(), launch->argv.end(), speaks_of_it);
    auto folder = substitute(request.definition.working_dir, request.resolver);
    if (!folder) return tl::unexpected(folder.error());
    launch->working_dir = std::move(*folder);
    if (!request.sandbox && !private_paths(request.definition).empty())
        return fail({WEFT_TR("core", "\"%1\" is a path of the whole computer, and this computer cannot make it private to the task (bubblewrap is not usable)"),
                     {private_paths(request.definition).front()}});
    return std::shared_ptr<const Launch>(launch);
}

bool is_env_identifier(std::string_view name) {
    if (name.empty() || std::isdigit(static_cast<unsigned char>(name.front()))) return false;
    return std::all_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x80 && (std::isalnum(c) || c == '_'); });
}

bool is_dangerous_env(std::string_view name) {
    static constexpr std::string_view names[] = {"BASH_ENV", "ENV", "IFS", "PATH", "SHELLOPTS", "BASHOPTS", "PS4", "PROMPT_COMMAND", "CDPATH", "GLOBIGNORE",
                                                 "PERL5LIB", "PERL5OPT", "PERLLIB", "RUBYOPT", "RUBYLIB", "NODE_OPTIONS", "NODE_PATH", "JAVA_TOOL_OPTIONS",
                                                 "_JAVA_OPTIONS", "CLASSPATH", "PAGER", "EDITOR", "VISUAL", "LESSOPEN", "GCONV_PATH", "LOCPATH", "HOSTALIASES"};
    static constexpr std::string_view heads[] = {"LD_", "DYLD_", "PYTHON", "GIT_", "BASH_FUNC_", "GLIBC_", "MALLOC_"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names) ||
           std::any_of(std::begin(heads), std::end(heads), [&](std::string_view head) { return name.starts_with(head); });
}

std::vector<std::string> private_paths(const Definition& definition) {
    std::vector<std::string> paths;
    const auto add = [&](const std::string& path) {
        if (path.starts_with('/') && std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
    };
    for (const InputFile& file : definition.files) add(file.path);
    for (const Output& output : definition.outputs)
        if (output.from == OutputFrom::file) add(output.path);
    return paths;
}

}  // namespace weft::local
