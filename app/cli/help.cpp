#include "app/cli/help.h"

#include <algorithm>
#include <cstdio>

#include "app/cli/output.h"
#include "app/cli/verbs.h"

namespace weft::cli {

namespace {

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size() + 1, width), ' ');
    return text;
}

std::string shown(const Option& option) {
    std::string names = option.name;
    if (const std::size_t comma = names.find(','); comma != names.npos) names = names.substr(comma + 1) + ", " + names.substr(0, comma);
    return names + (option.value ? std::string(" ") + option.value : "");
}

std::string wrapped(std::string_view text, std::size_t width) {
    std::string out;
    std::size_t column = 0;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        if (column > 0 && column + 1 + space > width) out += '\n', column = 0;
        if (column > 0) out += ' ', ++column;
        out += text.substr(0, space);
        column += space;
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return out + "\n";
}

std::string troff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '-' || c == '\\') out += '\\';
        out += c;
    }
    return !out.empty() && (out[0] == '.' || out[0] == '\'') ? "\\&" + out : out;
}

}  // namespace

std::string overview() {
    std::string out = "weft " WEFT_VERSION ": check, export, change and run workflows\n\nusage: weft VERB [OPTION]... [FILE]...\n\n";
    for (const Verb& verb : verbs()) out += "  " + padded(verb.name, 12) + verb.summary + "\n";
    return out + "\n\"weft VERB --help\" says more about one of them. - is standard input or output wherever a file stands.\n";
}

std::string verb_page(const Verb& verb) {
    std::string out = std::string("usage: weft ") + verb.name + " " + verb.usage + "\n\n" + verb.summary + "\n";
    if (*verb.description) out += "\n" + wrapped(verb.description, 100);
    if (!verb.options.empty()) out += "\n";
    for (const Option& option : verb.options) out += "  " + padded(shown(option), 26) + option.help + "\n";
    return out + "\nexit: " + verb.exits + "\n";
}

std::string man_page() {
    std::string out = ".TH WEFT 1 \"\" \"Weftwork " WEFT_VERSION "\" \"User Commands\"\n.SH NAME\nweft \\- check, export, change and run workflows\n"
                      ".SH SYNOPSIS\n.B weft\n.I VERB\n[\\fIOPTION\\fR]... [\\fIFILE\\fR]...\n.SH DESCRIPTION\n"
                      "The command line of Weftwork. \\fB\\-\\fR is standard input or output wherever a file stands. "
                      "Errors go to standard error as FILE:LINE:COLUMN: message.\n.SH VERBS\n";
    for (const Verb& verb : verbs()) {
        out += std::string(".SS weft ") + verb.name + " " + troff(verb.usage) + "\n" + troff(verb.summary) + ".\n";
        if (*verb.description) out += troff(verb.description) + "\n";
        for (const Option& option : verb.options) out += ".TP\n\\fB" + troff(shown(option)) + "\\fR\n" + troff(option.help) + "\n";
        out += ".PP\nExit status: " + troff(verb.exits) + ".\n";
    }
    return out + ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nno colours on a terminal\n.TP\n.B WEFT_SOCKET\nthe runner's socket, instead of $XDG_RUNTIME_DIR/weftwork/runner.sock\n";
}

std::string bash_completion() {
    std::string names, cases;
    for (const Verb& verb : verbs()) {
        names += (names.empty() ? "" : " ") + std::string(verb.name);
        std::string options = "--help";
        for (const Option& option : verb.options) options += " " + long_name(option);
        cases += std::string("        ") + verb.name + ") options=\"" + options + "\" ;;\n";
    }
    return "# bash completion of weft: source <(weft completion bash)\n"
           "_weft() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} options=\"\"\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "        COMPREPLY=($(compgen -W \"" + names + " --help --version\" -- \"$word\"))\n"
           "        return\n"
           "    fi\n"
           "    case ${COMP_WORDS[1]} in\n" + cases +
           "    esac\n"
           "    case $word in\n"
           "        -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
           "        *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
           "    esac\n"
           "}\n"
           "complete -o filenames -F _weft weft\n";
}

int verb_help(const Arguments& arguments) {
    if (arguments.has("--man")) return std::fputs(man_page().c_str(), stdout), exit_ok;
    if (arguments.positional.empty()) return std::fputs(overview().c_str(), stdout), exit_ok;
    const Verb* verb = find_verb(arguments.positional.front());
    if (!verb) return usage_error("there is no verb \"" + arguments.positional.front() + "\"");
    return std::fputs(verb_page(*verb).c_str(), stdout), exit_ok;
}

int verb_completion(const Arguments& arguments) {
    if (arguments.positional.front() != "bash") return usage_error("completion knows bash, not \"" + arguments.positional.front() + "\"");
    return std::fputs(bash_completion().c_str(), stdout), exit_ok;
}

}  // namespace weft::cli
