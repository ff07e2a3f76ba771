// The table. One entry a verb, in reading order; options and exit codes as in CLI.md.
#include "app/cli/verbs.h"

namespace weft::cli {

namespace {

const Option target_option{"--target", "T[@V]", "an engine, with its version if it matters: argo@4.1; may be given more than once", true};
const Option one_target{"--target", "T[@V]", "the engine, with its version if it matters: argo@4.1"};
const Option flow_option{"--flow", "N", "which flow of a file that holds several: its number from 1, or its name"};
const Option default_image_option{"--default-image", "IMAGE", "for tasks where nothing sets one"};
const Option json_option{"--json", nullptr, "stable, versioned JSON"};
const Option out_option{"--output,-o", "OUT", "where to; - is standard output"};

}  // namespace

const std::vector<Verb>& verbs() {
    static const std::vector<Verb> all{
        {"lint", "[OPTION]... PATH...", "find the mistakes of flows, all at once",
         "A folder is walked; files in it that are no flows are passed over. JSON: {\"version\":1,\"findings\":[{\"rule\",\"severity\",\"message\",\"why\",\"file\",\"line\",\"column\",\"task\",\"fixes\":[title]}]}.",
         {target_option,
          {"--k8s", "VERSION", "the Kubernetes version the flow will meet (1.31)"},
          {"--format", "F", "text, json, sarif, github or junit"},
          {"--fix", nullptr, "apply the first fix of every finding that has one, then report what is left"},
          {"--fail-on", "SEVERITY", "error (default) or warning: what makes the exit code 1"},
          {"--baseline", "FILE", "findings that stand in FILE (made by --format json) are passed over"},
          {"--advice", nullptr, "hints too"},
          {"--explain", "RULE", "print the rule's page and do nothing else"}},
         0, std::size_t(-1), "0 clean, 1 findings at or above --fail-on, 2 usage, 3 unreadable", verb_lint},
        {"rules", "[RULE]", "list the rules of lint, or show one rule's page", "", {json_option}, 0, 1, "0 shown, 2 no such rule", verb_rules},
        {"targets", "[--matrix FILE]", "list the engines and their versions; with a file, what it fits", "",
         {{"--matrix", "FILE", "for each engine: fits, fits with a change, or refused with the reason"}, json_option}, 0, 0, "0 shown, 2 usage, 3 unreadable", verb_targets},
        {"env", "FILE", "the effective environment of every task, with the origin of each value", "With --target: as it arrives on that engine.", {flow_option, target_option, default_image_option, json_option}, 1, 1, "0 no problems, 1 problems, 2 usage, 3 unreadable", verb_env},
        {"images", "FILE", "which image each task gets, and why", "", {flow_option, target_option, default_image_option, json_option}, 1, 1, "0 no problems, 1 problems, 2 usage, 3 unreadable", verb_images},
        {"names", "[--target T] FILE", "the final names of tasks and variables, and what collides", "", {flow_option, target_option, json_option}, 1, 1, "0 no problems, 1 problems, 2 usage, 3 unreadable", verb_names},
        {"graph", "FILE [--format F]", "the drawing: every DAG or steps template is a flow",
         "JSON: {\"version\":1,\"flows\":[{\"name\",\"tasks\":[{\"id\",\"name\",\"kind\",\"image\",\"when\",\"loop\",\"x\",\"y\",\"w\",\"h\"}],\"edges\":[{\"from\",\"to\",\"kind\",\"condition\"}],\"handlers\":[{\"task\",\"scope\",\"when\"}],\"flows\":[...]}]}.",
         {{"--format", "F", "json (default), dot, svg, png or pdf"}, {"--theme", "T", "light (default) or dark"}, {"--run", "RUN", "with the state that each task has in this run"}, out_option}, 1, 1, "0 drawn, 2 usage, 3 unreadable", verb_graph},
        {"diff", "A B", "what changed in meaning; layout and comments are no change", "", {{"--format", "F", "text (default), json or svg"}, {"--theme", "T", "svg: light (default) or dark"}}, 2, 7, "0 same, 1 different, 2 usage, 3 unreadable", verb_diff},
        {"export", "--target T[@V] FILE [-o OUT|DIR]", "write the engine's files", "What the engine cannot express, and what lint calls an error for it, is refused with reasons.",
         {one_target, {"--from", "FORMAT", "the format that FILE must have: native, argo ..."}, flow_option, default_image_option, {"--handlers-apart", nullptr, "exit handlers that the engine cannot run leave in files of their own, to be started when the flow has ended (Volcano)"}, {"--force", nullptr, "write even if lint finds errors"}, out_option},
         1, 1, "0 written, 1 refused, 2 usage, 3 unreadable", verb_export},
        {"edit", "FILE [EDIT]... [-o OUT | --in-place]", "change a flow; everything else stays byte for byte",
         "Edits are made in the order given; without one the same bytes come out. PATH is a name path: tasks.train.image.",
         {{"--set", "PATH=VALUE", "set a field", true}, {"--rename", "OLD=NEW", "rename a task or a shared definition; references follow", true},
          {"--add-task", "NAME", "add a task; BODY/NAME adds it to a sub-flow", true}, {"--remove-task", "NAME", "remove a task; what refers to it is unhooked", true},
          {"--connect", "A:B", "B waits for A", true}, {"--disconnect", "A:B", "B waits for A no longer", true},
          {"--scope", "WHICH", "for a task of a shared definition: all (default) or this"}, flow_option, out_option, {"--in-place", nullptr, "write FILE itself"}},
         1, 1, "0 written, 1 refused, 2 usage, 3 unreadable", verb_edit},
        {"layout", "GRAPH.json -o OUT.lay", "lay a bench graph out, layers along y", "",
         {{"--previous", "OLD.lay", "an earlier drawing of it: nothing in it moves, and what is new finds a place"}, out_option}, 1, 1, "0 written, 2 usage, 3 unreadable", verb_layout},
        {"run", "FILE [OPTION]...", "run a flow and follow it to its end", "A live tree on a terminal, JSON lines otherwise. Without a terminal and without --yes an untrusted file is not run.",
         {{"--param", "K=V", "a parameter's value", true}, {"--on", "CONNECTION", "where: local (default)"}, flow_option, {"--yes", nullptr, "trust this file"}, json_option},
         1, 1, "0 Succeeded, 1 Failed, 2 usage or not trusted, 3 unreadable, 4 cancelled, 5 unknown", verb_run},
        {"submit", "FILE [OPTION]...", "start a flow and return", "", {{"--param", "K=V", "a parameter's value", true}, {"--on", "CONNECTION", "where: local (default)"}, flow_option, {"--yes", nullptr, "trust this file"}, json_option},
         1, 1, "0 started, 2 usage or not trusted, 3 unreadable", verb_submit},
        {"watch", "[RUN]", "follow a run to its end", "RUN is an id, the beginning of one, FLOW#14, or nothing for the newest.", {json_option}, 0, 1, "as run", verb_watch},
        {"runs", "[list|show|logs|cancel|retry|export] [RUN] [TASK]", "history and control", "",
         {{"--task", "PATH", "one task: logs, cancel"}, {"--limit", "N", "list: how many (50)"}, {"--kill", nullptr, "cancel: at once, no exit handlers"}, out_option, json_option}, 0, 3,
         "0 done, 2 usage, 3 unreadable", verb_runs},
        {"simulate", "FILE --fail TASK...", "what runs, what is skipped, what the handlers see, what is true", "", {{"--fail", "TASK", "a task that fails", true}, one_target, flow_option, json_option}, 1,
         std::size_t(-1), "0 told truly, 1 the engine's word differs, 2 usage, 3 unreadable", verb_simulate},
        {"verdict", "[--target T[@V]] STATUS", "from a recorded status: the engine's word and the verdict", "", {one_target, {"--flow", "FILE", "the flow that ran"}, json_option}, 1, 1, "as run", verb_verdict},
        {"runner", "[status|stop]", "the process that runs flows", "Without a word it is that process, in the foreground.", {json_option}, 0, 1, "0 running or stopped, 1 not running", verb_runner},
        {"completion", "bash", "print the shell's completion script", "", {}, 1, 1, "0, 2 usage", verb_completion},
        {"help", "[VERB]", "what the verbs do", "", {{"--man", nullptr, "the man page"}}, 0, 1, "0, 2 no such verb", verb_help},
    };
    return all;
}

const Verb* find_verb(std::string_view name) {
    for (const Verb& verb : verbs())
        if (verb.name == name) return &verb;
    return nullptr;
}

}  // namespace weft::cli
