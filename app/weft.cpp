// The command line: finds the verb, checks its arguments, runs it. Everything else stands in cli/.
#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

#include "app/cli/help.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"

using namespace weft;

int main(int count, char** values) {
    std::signal(SIGPIPE, SIG_IGN);  // "weft rules | head" is not an error of ours
    std::vector<std::string> words(values + 1, values + count);
    if (words.empty()) return std::fputs(cli::overview().c_str(), stderr), cli::exit_usage;
    const std::string name = words.front();
    words.erase(words.begin());
    if (name == "--version") return std::printf("weft %s\n", WEFT_VERSION), cli::exit_ok;
    if (name == "--help" || name == "-h") return std::fputs(cli::overview().c_str(), stdout), cli::exit_ok;
    const cli::Verb* verb = cli::find_verb(name);
    if (!verb) return cli::usage_error("there is no verb \"" + name + "\"; \"weft --help\" lists them");
    for (const std::string& word : words) {
        if (word == "--") break;
        if (word == "--help" || word == "-h") return std::fputs(cli::verb_page(*verb).c_str(), stdout), cli::exit_ok;
    }
    const auto arguments = cli::parse_arguments(*verb, words);
    if (!arguments) return cli::usage_error(english(arguments.error().message));
    return verb->run(*arguments);
}
