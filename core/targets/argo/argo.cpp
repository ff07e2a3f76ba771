#include "core/targets/argo/argo.h"

#include "core/targets/argo/export.h"
#include "core/targets/argo/rules/rules.h"
#include "core/targets/argo/writing.h"

namespace weft {

const Format& argo_format() {
    static const Format format = [] {
        Format f;
        f.id = "argo";
        f.title = WEFT_TR("core", "Argo Workflow");
        f.abilities.groups = false;
        f.abilities.task_environment = false;
        f.abilities.structured_bindings = false;
        f.recognises = argo::recognises;
        f.read = argo::read;
        f.flow_count = argo::flow_count;
        f.write = argo::write;
        f.settle = argo::settle;
        f.fresh = argo::fresh;
        return f;
    }();
    return format;
}

const Target& argo_target() {
    static const Target target = [] {
        Target t;
        t.id = "argo";
        t.title = "Argo Workflows";
        t.versions = {"4.1", "4.0", "3.7"};
        t.rules = argo::rules();
        t.export_flow = argo::export_flow;
        t.capabilities = argo::capabilities();
        t.passing = argo::passing();
        t.check = argo::check;
        t.names = argo::names;
        t.arriving = argo::arriving;
        return t;
    }();
    return target;
}

}  // namespace weft
