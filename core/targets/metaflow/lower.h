// A flow of any origin as Metaflow steps: joins and splits in steps of their own, loops as foreach, values as attributes. emit.cpp writes them as Python.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/model/environment.h"
#include "core/targets/target.h"

namespace weft::metaflow {

using Lines = std::vector<std::string>;

struct PlanStep {
    std::string name, doc;
    Lines body;                          // Python, without indentation
    bool join = false, user = false;     // user: a task of the flow
    std::vector<std::string> next;
    std::string foreach;                 // attribute
    std::vector<std::string> groups;     // that it is drawn in, outermost first
    std::vector<std::pair<std::string, std::string>> own;   // arguments of @base, on top of BASE
};

struct PlanHook {
    std::string name, doc;
    Lines body;
    bool on_success = false, on_error = false;
    bool takes_run = false, takes_status = false;   // reads values of the run; is told how it ended
};

struct PlanParameter { std::string attribute, arguments; };

struct Plan {
    std::string class_name, description;
    std::vector<std::pair<std::string, std::string>> base;   // arguments of BASE
    std::vector<PlanParameter> parameters;
    std::vector<PlanStep> steps;                             // in file order, start first, end last
    std::vector<PlanHook> hooks;
    std::vector<std::pair<std::string, std::string>> schedule;
    std::vector<std::string> run_flags, deploy_flags;        // what only the command line can say
    std::vector<Remark> remarks;
    std::vector<NameUse> names;
    bool waits = false;                                      // uses time.sleep
};

Plan lower(const Flow& flow, const ExportOptions& options);
const Task* start_task(const Flow& flow);                    // the task that is the start step itself; null: one is put in front

// --- names (names.cpp) ---------------------------------------------------------------------------------------------------------------
std::string folded(const std::string& wanted);               // "Für alle" -> "f_r_alle"
std::string class_name(const std::string& flow);             // "nightly-train" -> "NightlyTrain"
std::string argo_name(const std::string& class_name);        // as Metaflow makes it
std::string file_name(const std::string& flow);              // "nightly_train_flow.py"
class NamePool {
  public:
    NamePool();
    // a to z, 0 to 9 and _, no keyword, nothing that FlowSpec has, and not given before.
    std::string take(const std::string& wanted, std::string* collides = nullptr);
    void release(const std::string& name) { taken_.erase(name); }   // a name of the engine's own that a task may have here
    bool free(const std::string& name) const { return !taken_.count(name); }
  private:
    std::map<std::string, std::string> taken_;   // name -> who wanted it
};

// --- environments (lower_environment.cpp) ----------------------------------------------------------------------------------------------
// What every step has: the flow's own, what all tasks share, the image and account that most of them use, and the engine's defaults spelt out.
Environment base_environment(const Flow& flow, const ExportOptions& options);
// The literal environment that a task's pod has in the export.
Environment exported_environment(const Flow& flow, const Task& task, const std::vector<const Task*>& enclosing, const Environment& base);
std::vector<std::pair<std::string, std::string>> environment_arguments(const Environment& environment, const Environment* base);
Environment literal_part(Environment environment);

// --- texts (lower_text.cpp) -------------------------------------------------------------------------------------------------------------
struct Piece { bool code = false; std::string text; bool number = false; };   // code: a Python expression that gives text, or a number
using Pieces = std::vector<Piece>;
std::string python(const Pieces& pieces);                    // "text", f"text {self.x}" or self.x
Lines python_lines(const Pieces& pieces);                    // one literal a line of the text
// A `when` as a Python expression; `text_of` turns a text with tags into pieces. Sets `problem` where it cannot.
using TextOf = std::function<Pieces(const std::string&)>;
std::string condition(const std::string& when, const TextOf& text_of, Message& problem);

}  // namespace weft::metaflow
