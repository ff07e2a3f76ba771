// Ids: given by depth-first order when a file is read, carried over when its text is read again.
#include <algorithm>
#include <unordered_map>

#include "core/model/edit.h"

namespace weft {
namespace {

// Gives every task below a new id; `give` is asked in walking order.
template <class Give> Body with_ids(const Body& body, Give& give);

template <class Give> TaskPtr with_ids(const TaskPtr& task, Give& give) {
    if (!task) return task;
    Task copy = *task;
    copy.id = give(*task);
    if (copy.own && copy.own->body) {
        Definition own = *copy.own;
        own.body = std::make_shared<const Body>(with_ids(*own.body, give));
        copy.own = std::make_shared<const Definition>(std::move(own));
    }
    for (Handler& hook : copy.handlers) hook.task = with_ids(hook.task, give);
    return std::make_shared<const Task>(std::move(copy));
}

template <class Give> Body with_ids(const Body& body, Give& give) {
    Body made = body;
    for (TaskPtr& task : made.tasks) task = with_ids(task, give);
    for (Handler& handler : made.handlers) handler.task = with_ids(handler.task, give);
    return made;
}

template <class Give> Flow flow_with_ids(Flow flow, Give& give) {
    flow.main = with_ids(flow.main, give);
    for (DefinitionPtr& definition : flow.definitions) {
        if (!definition || !definition->body) continue;
        Definition copy = *definition;
        copy.body = std::make_shared<const Body>(with_ids(*copy.body, give));
        definition = std::make_shared<const Definition>(std::move(copy));
    }
    return flow;
}

// Pairs the tasks of an old and a new flow, body by body: first by name, then a vanished one with a new one that stands behind the same neighbour.
class Pairing {
  public:
    std::unordered_map<const Task*, const Task*> old_of;   // new -> old
    std::vector<std::pair<std::string, std::string>> renamed;

    void flows(const Flow& before, const Flow& after) {
        bodies(before.main, after.main, {}, {});
        std::vector<const Definition*> gone, fresh;
        for (const DefinitionPtr& now : after.definitions) {
            if (!now || !now->body) continue;
            const Definition* old = find_definition(before, now->name);
            if (old && old->body) bodies(*old->body, *now->body, old->name + ":", now->name + ":");
            else fresh.push_back(now.get());
        }
        for (const DefinitionPtr& old : before.definitions) {
            if (old && old->body && !find_definition(after, old->name)) gone.push_back(old.get());
        }
        if (gone.size() == 1 && fresh.size() == 1) bodies(*gone[0]->body, *fresh[0]->body, gone[0]->name + ":", fresh[0]->name + ":");
    }

  private:
    using List = std::vector<const Task*>;

    static List list_of(const Body& body, bool handlers) {
        List list;
        if (!handlers) {
            for (const TaskPtr& task : body.tasks) list.push_back(task.get());
        } else {
            for (const Handler& handler : body.handlers) list.push_back(handler.task.get());
        }
        std::erase(list, nullptr);
        return list;
    }
    static List hooks_of(const Task& task) {
        List list;
        for (const Handler& hook : task.handlers) {
            if (hook.task) list.push_back(hook.task.get());
        }
        return list;
    }

    void bodies(const Body& before, const Body& after, const std::string& old_prefix, const std::string& new_prefix) {
        if (&before == &after) return same_body(after);
        const List old_tasks = list_of(before, false), old_handlers = list_of(before, true);
        const List tasks = list_of(after, false), handlers = list_of(after, true);
        std::unordered_map<const Task*, const Task*> new_of;
        by_name(old_tasks, tasks, new_of);
        by_name(old_handlers, handlers, new_of);
        by_name(old_tasks, handlers, new_of);  // made a handler, or a task again
        by_name(old_handlers, tasks, new_of);
        by_place(old_tasks, tasks, new_of, old_prefix, new_prefix);
        by_place(old_handlers, handlers, new_of, old_prefix, new_prefix);
        for (const auto& [old, now] : new_of) below(*old, *now, old_prefix, new_prefix);
    }

    void same_body(const Body& body) {
        for (const Task* task : list_of(body, false)) same_task(*task);
        for (const Task* task : list_of(body, true)) same_task(*task);
    }
    void same_task(const Task& task) {
        old_of[&task] = &task;
        if (task.own && task.own->body) same_body(*task.own->body);
        for (const Task* hook : hooks_of(task)) same_task(*hook);
    }

    void below(const Task& old, const Task& now, const std::string& old_prefix, const std::string& new_prefix) {
        old_of[&now] = &old;
        const std::string old_path = old_prefix + old.name + "/", new_path = new_prefix + now.name + "/";
        if (old.own && old.own->body && now.own && now.own->body) bodies(*old.own->body, *now.own->body, old_path, new_path);
        std::unordered_map<const Task*, const Task*> new_of;
        by_name(hooks_of(old), hooks_of(now), new_of);
        by_place(hooks_of(old), hooks_of(now), new_of, old_path, new_path);
        for (const auto& [old_hook, hook] : new_of) below(*old_hook, *hook, old_path, new_path);
    }

    void by_name(const List& old, const List& now, std::unordered_map<const Task*, const Task*>& new_of) {
        std::unordered_map<std::string_view, std::vector<const Task*>> waiting;  // equal names pair in order
        for (auto task = old.rbegin(); task != old.rend(); ++task) {
            if (!new_of.count(*task)) waiting[(*task)->name].push_back(*task);
        }
        for (const Task* task : now) {
            if (old_of.count(task)) continue;
            const auto found = waiting.find(task->name);
            if (found == waiting.end() || found->second.empty()) continue;
            pair(*found->second.back(), *task, new_of);
            found->second.pop_back();
        }
    }

    void by_place(const List& old, const List& now, std::unordered_map<const Task*, const Task*>& new_of, const std::string& old_prefix, const std::string& new_prefix) {
        std::size_t at = 0;
        const Task* neighbour = nullptr;  // new task that stood before
        const auto place_of = [&](const Task* task) { return task ? std::size_t(std::find(now.begin(), now.end(), task) - now.begin()) + 1 : 0; };
        bool settled = true;
        for (const Task* task : old) {
            if (const auto known = new_of.find(task); known != new_of.end()) {
                neighbour = known->second;
                settled = true;
                continue;
            }
            if (settled) at = place_of(neighbour);
            settled = false;
            if (at >= now.size() || old_of.count(now[at])) continue;
            pair(*task, *now[at], new_of);
            renamed.emplace_back(old_prefix + task->name, new_prefix + now[at]->name);
            ++at;
        }
    }

    void pair(const Task& old, const Task& now, std::unordered_map<const Task*, const Task*>& new_of) {
        old_of[&now] = &old;
        new_of[&old] = &now;
    }
};

TaskId highest_id(const Flow& flow) {
    TaskId highest = 0;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { highest = std::max(highest, task.id); });
    return highest;
}

// Takes the old pointer wherever the new task says the same: comparing the two snapshots later costs nothing then.
TaskPtr shared(const TaskPtr& now, const std::unordered_map<TaskId, TaskPtr>& old) {
    if (!now) return now;
    const auto found = old.find(now->id);
    return found != old.end() && *found->second == *now ? found->second : now;
}

}  // namespace

Flow number_tasks(Flow flow) {
    TaskId next = 0;
    const auto give = [&](const Task&) { return ++next; };
    return flow_with_ids(std::move(flow), give);
}

Flow carry_ids(const Flow& before, Flow fresh, std::vector<std::pair<std::string, std::string>>* renamed) {
    Pairing pairing;
    pairing.flows(before, fresh);
    TaskId next = highest_id(before);
    const auto give = [&](const Task& task) {
        const auto old = pairing.old_of.find(&task);
        return old != pairing.old_of.end() ? old->second->id : ++next;
    };
    Flow made = flow_with_ids(fresh, give);
    std::unordered_map<TaskId, TaskPtr> old;
    for (const TaskPtr& task : before.main.tasks) {
        if (task) old.emplace(task->id, task);
    }
    for (const Handler& handler : before.main.handlers) {
        if (handler.task) old.emplace(handler.task->id, handler.task);
    }
    for (TaskPtr& task : made.main.tasks) task = shared(task, old);
    for (Handler& handler : made.main.handlers) handler.task = shared(handler.task, old);
    for (DefinitionPtr& definition : made.definitions) {
        for (const DefinitionPtr& known : before.definitions) {
            if (known && definition && known->name == definition->name && *known == *definition) {
                definition = known;
                break;
            }
        }
    }
    if (renamed) *renamed = std::move(pairing.renamed);
    return made;
}

}  // namespace weft
