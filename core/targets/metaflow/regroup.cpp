// An exported flow says at each step which group it was drawn in: @base(group=["outer", "inner"]). The groups are drawn again where the edges are those of a group.
#include <algorithm>
#include <map>
#include <set>

#include "core/targets/metaflow/lower.h"
#include "core/targets/metaflow/reading.h"

namespace weft::metaflow {
namespace {

using Path = std::vector<std::string>;

Path common(const Path& a, const Path& b) {
    const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    return {a.begin(), end};
}

struct Regrouper {
    const Class& flow;

    static Path path_of(const Step& step) {
        const Decorator* base = step.find("base");
        const Argument* group = base ? base->arguments.find("group") : nullptr;
        if (!group) return {};
        if (group->value.kind == Literal::Kind::text) return {group->value.text};
        Path out;
        for (const Literal& one : group->value.items) out.push_back(one.text);
        return out;
    }

    // Of a looped group: where its steps say they are; its own name is the last.
    Path own_path(const DrawnStep& loop) const {
        Path out;
        bool first = true;
        for (const DrawnStep& inner : loop.inner) {
            const Path around = enclosing(inner);
            out = first ? around : common(out, around);
            first = false;
        }
        return out;
    }
    Path enclosing(const DrawnStep& step) const {
        if (!step.group) return path_of(flow.steps[step.step]);
        Path own = own_path(step);
        if (!own.empty()) own.pop_back();
        return own;
    }

    // Everything enters at the heads, and leaves from all the ends.
    static bool is_group(const std::vector<DrawnStep>& level, const std::set<std::string>& members) {
        std::set<std::string> ends = members;
        std::optional<std::set<std::string>> before;
        for (const DrawnStep& step : level) {
            if (!members.count(step.name)) continue;
            std::set<std::string> outer;
            bool head = true;
            for (const std::string& need : step.needs) {
                if (!members.count(need)) outer.insert(need);
                else {
                    head = false;
                    ends.erase(need);
                }
            }
            if (head && before && *before != outer) return false;
            if (!head && !outer.empty()) return false;
            if (head) before = outer;
        }
        for (const DrawnStep& step : level) {
            if (members.count(step.name)) continue;
            std::set<std::string> read;
            for (const std::string& need : step.needs)
                if (members.count(need)) read.insert(need);
            if (!read.empty() && read != ends) return false;
        }
        return before.has_value();
    }

    static void put_aside(std::vector<DrawnStep>& level, const std::string& name, const std::set<std::string>& members) {
        std::vector<DrawnStep> out;
        DrawnStep group;
        group.group = true;
        group.name = name;
        std::size_t at = level.size();
        for (DrawnStep& step : level) {
            std::vector<std::string> inner, outer;
            for (const std::string& need : step.needs) (members.count(need) ? inner : outer).push_back(need);
            if (members.count(step.name)) {
                if (at == level.size()) {
                    at = out.size();
                    group.step = step.step;
                    out.emplace_back();
                }
                for (const std::string& need : outer)
                    if (std::find(group.needs.begin(), group.needs.end(), need) == group.needs.end()) group.needs.push_back(need);
                step.needs = std::move(inner);
                group.inner.push_back(std::move(step));
                continue;
            }
            if (!inner.empty()) outer.insert(outer.begin(), name);
            step.needs = std::move(outer);
            out.push_back(std::move(step));
        }
        out[at] = std::move(group);
        level = std::move(out);
    }

    static void rename(std::vector<DrawnStep>& level, const std::map<std::string, std::string>& names) {
        for (DrawnStep& step : level) {
            if (const auto found = names.find(step.name); found != names.end()) step.name = found->second;
            for (std::string& need : step.needs)
                if (const auto found = names.find(need); found != names.end()) need = found->second;
        }
    }

    // The group's name stands in front of its steps' names.
    static void shorten(std::vector<DrawnStep>& level, const Path& around) {
        if (around.empty()) return;
        std::string whole;
        for (const std::string& one : around) whole += one + "_";
        const std::string prefix = folded(whole + "x").substr(0, folded(whole + "x").size() - 1);
        std::map<std::string, std::string> names;
        std::set<std::string> taken;
        for (const DrawnStep& step : level) taken.insert(step.name);
        for (const DrawnStep& step : level)
            if (!step.group && step.name.size() > prefix.size() && step.name.starts_with(prefix) && taken.insert(step.name.substr(prefix.size())).second)
                names[step.name] = step.name.substr(prefix.size());
        rename(level, names);
    }

    void run(std::vector<DrawnStep>& level, const Path& around) {
        std::set<std::string> taken;
        for (const DrawnStep& step : level) taken.insert(step.name);
        std::map<std::string, std::string> loops;
        for (const DrawnStep& step : level)
            if (step.group)
                if (const Path own = own_path(step); own.size() > around.size() && taken.insert(own.back()).second) loops[step.name] = own.back();
        rename(level, loops);
        std::vector<std::pair<std::string, std::set<std::string>>> groups;
        for (const DrawnStep& step : level) {
            const Path path = enclosing(step);
            if (path.size() <= around.size() || common(path, around).size() != around.size()) continue;
            auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.first == path[around.size()]; });
            if (found == groups.end()) found = groups.insert(groups.end(), {path[around.size()], {}});
            found->second.insert(step.name);
        }
        for (const auto& [name, members] : groups)
            if (!taken.count(name) && is_group(level, members)) {
                put_aside(level, name, members);
                taken.insert(name);
            }
        for (DrawnStep& step : level) {
            if (!step.group) continue;
            Path inner = step.loop ? own_path(step) : around;
            if (!step.loop) inner.push_back(step.name);
            run(step.inner, inner.empty() ? around : inner);
        }
        shorten(level, around);
    }
};

}  // namespace

void regroup(const Class& flow, std::vector<DrawnStep>& body) {
    if (std::all_of(flow.steps.begin(), flow.steps.end(), [](const Step& step) { return Regrouper::path_of(step).empty(); })) return;
    Regrouper{flow}.run(body, {});
}

}  // namespace weft::metaflow
