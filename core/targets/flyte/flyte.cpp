#include "core/targets/flyte/flyte.h"

#include "core/targets/flyte/decode.h"
#include "core/targets/flyte/export.h"
#include "core/targets/flyte/writing.h"

namespace weft {

const Format& flyte_format() {
    static const Format format = [] {
        Format f;
        f.id = "flyte";
        f.title = WEFT_TR("core", "Flyte task or workflow");
        f.abilities.groups = false;
        f.abilities.task_environment = true;
        f.recognises = flyte::recognises;
        f.read = flyte::read;
        f.flow_count = flyte::flow_count;
        f.write = flyte::write;
        f.settle = flyte::settle;
        f.fresh = flyte::fresh;
        f.encoded = flyte::encoded;
        f.decode = flyte::decode;
        return f;
    }();
    return format;
}

const Target& flyte_target() {
    static const Target target = [] {
        Target t;
        t.id = "flyte";
        t.title = "Flyte";
        t.versions = {"1.16"};
        t.export_flow = flyte::export_flow;
        t.capabilities = flyte::capabilities();
        t.check = flyte::check;
        t.names = flyte::names;
        t.passing = flyte::passing();
        return t;
    }();
    return target;
}

}  // namespace weft
