// Every verb of `weft`, one function each, one line each in the table (verbs.cpp).
#pragma once

#include "app/cli/arguments.h"

namespace weft::cli {

const std::vector<Verb>& verbs();
const Verb* find_verb(std::string_view name);

// read and check
int verb_lint(const Arguments&);
int verb_rules(const Arguments&);
int verb_targets(const Arguments&);
int verb_env(const Arguments&);
int verb_names(const Arguments&);
int verb_images(const Arguments&);
int verb_graph(const Arguments&);
int verb_diff(const Arguments&);
int verb_layout(const Arguments&);
// change and export
int verb_export(const Arguments&);
int verb_edit(const Arguments&);
// run (run_*.cpp)
int verb_run(const Arguments&);
int verb_submit(const Arguments&);
int verb_watch(const Arguments&);
int verb_runs(const Arguments&);
int verb_runner(const Arguments&);
int verb_simulate(const Arguments&);
int verb_verdict(const Arguments&);
// about itself
int verb_completion(const Arguments&);
int verb_help(const Arguments&);

}  // namespace weft::cli
