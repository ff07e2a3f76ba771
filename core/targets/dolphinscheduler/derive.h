// What follows from a file without standing in it: edges in the order of the tasks, the failure that a CONDITIONS task takes upon itself, which task a
// ${name} comes from, names that a DYNAMIC task leaks into pods. Both readers end with it, and so does settling, so that a drawn flow and a read one agree.
#pragma once

#include <string>
#include <vector>

#include "core/model/flow.h"

namespace weft::dolphin {

Body derived(const Body&, const std::vector<Parameter>& globals);

// A literal text read as a value at a place: ${name} is the output of the one task before it that has it, else the workflow's parameter.
class Providers {
  public:
    Providers(const Body&, const std::vector<Parameter>& globals);
    Value resolve(const Task&, Value literal) const;

  private:
    std::vector<std::size_t> before(const Task&) const;   // indexes of all tasks upstream
    const Body& body_;
    const std::vector<Parameter>& globals_;
};

// Success and failed nodes of a CONDITIONS task, cases of a SWITCH, as the edges say them.
bool is_met(const Need&);
bool is_unmet(const Need&);
// The one task whose success a CONDITIONS task asks for; "" when it asks for more or otherwise.
std::string only_asked(const Task& gate);
bool is_leak(const Binding&);   // dynamic.out(task)

}  // namespace weft::dolphin
