// Changes of decorators in the text of a flow.py: one argument, one entry of a map, one decorator. Everything else keeps its bytes.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/targets/metaflow/source.h"
#include "core/yaml/patch.h"

namespace weft::metaflow {

class Patch {
  public:
    Patch(std::string_view text, const PythonSource& source);

    void replace(const Span& at, std::string with);
    void insert(std::size_t at, const std::string& text);   // several at one place stand in the order of the calls

    // `value` is Python text.
    void set(const Argument& argument, const std::string& value) { replace(argument.at, value); }
    void add(const Decorator& decorator, const std::vector<std::pair<std::string, std::string>>& arguments);
    void add(const Arguments& call, const std::vector<std::pair<std::string, std::string>>& arguments);
    void remove(const Arguments& call, const Argument& argument);
    void remove(const Decorator& decorator);                                    // with its line
    // A new line "@name(arguments)" above what stands at `at` (a decorator, "class"); imports the name.
    void add_decorator(std::size_t at, const std::string& indent, const std::string& name, const std::string& arguments);
    void set_entry(const Argument& map, const std::string& name, const std::string& value);   // of {"NAME": "value"}; adds it when missing
    Result<void> remove_entry(const Argument& map, const std::string& name);
    std::string line_of(std::size_t at) const;

    std::vector<yaml::TextEdit> edits() const;
    bool overlaps() const;   // two changes of one place: nothing may be written

  private:
    std::string imported(const std::string& name);
    std::string newline_and(const std::string& indent) const { return newline_ + indent; }
    std::optional<std::string> own_line(std::size_t at) const;   // the indentation, when nothing else stands before it
    std::size_t begin_of_line(std::size_t at) const;
    std::size_t end_of_line(std::size_t at) const;               // behind the line break
    void erase(std::size_t begin, std::size_t end) { replace({begin, end}, {}); }

    struct Change { std::size_t end; std::string text; };
    std::string_view text_;
    const PythonSource& source_;
    std::string newline_;
    std::map<std::size_t, Change> changes_;          // replaced spans by begin
    std::map<std::size_t, std::string> inserted_;
    std::set<std::string> imported_;
    bool overlap_ = false;
};

}  // namespace weft::metaflow
