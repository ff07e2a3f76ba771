// Every place of a task where a value or a text with tags stands, for edits that rewrite them. The same places as references_of() reads.
#pragma once

#include "core/model/rebuild.h"

namespace weft::texts {

// fn(Value&) for structured values and texts alike; fn(std::string&) for plain texts. Not the inside of a group: its tags mean its own tasks.
template <class Fn> void for_each(Task& task, Fn&& fn);

namespace detail {

template <class Fn> void bindings(std::vector<Binding>& all, Fn& fn) {
    for (Binding& binding : all) fn(binding.value);
}
template <class Fn> void files(std::vector<InputFile>& all, Fn& fn) {
    for (InputFile& file : all) {
        if (file.from) fn(*file.from);
        if (file.raw) fn(*file.raw);
    }
}
template <class Fn> void environment(Environment& e, Fn& fn) {
    if (e.image) fn(*e.image);
    for (std::optional<Scalar>* field : {&e.cpu, &e.memory, &e.disk, &e.gpu, &e.shared_memory, &e.cpu_limit, &e.memory_limit})
        if (*field) fn((*field)->text);
    bindings(e.env, fn);
    bindings(e.node_selector, fn);
}

}  // namespace detail

template <class Fn> void for_each(Task& task, Fn&& fn) {
    detail::bindings(task.params, fn);
    detail::files(task.files, fn);
    detail::environment(task.environment, fn);
    fn(task.when);
    if (task.loop) {
        fn(task.loop->param);
        for (std::string& item : task.loop->items) fn(item);
        for (Scalar* bound : {&task.loop->count, &task.loop->start, &task.loop->end}) fn(bound->text);
    }
    if (task.own) {
        Definition own = *task.own;
        for (Scalar& word : own.command) fn(word.text);
        for (Scalar& word : own.args) fn(word.text);
        fn(own.source);
        fn(own.working_dir);
        detail::files(own.files, fn);
        detail::environment(own.environment, fn);
        if (!(own == *task.own)) task.own = std::make_shared<const Definition>(std::move(own));
    }
    for (Handler& hook : task.handlers) {
        fn(hook.expression);
        if (!hook.task) continue;
        Task inner = *hook.task;
        for_each(inner, fn);
        if (!(inner == *hook.task)) hook.task = std::make_shared<const Task>(std::move(inner));
    }
}

}  // namespace weft::texts
