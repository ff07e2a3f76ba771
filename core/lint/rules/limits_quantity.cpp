#include "core/lint/quantity.h"

#include <algorithm>
#include <cctype>

#include "core/lint/image_reference.h"
#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

using Slot = std::optional<Scalar> Environment::*;
struct Field { const char* name; Slot slot; bool bytes; };
constexpr Field fields[] = {
    {"cpu", &Environment::cpu, false},          {"memory", &Environment::memory, true},
    {"disk", &Environment::disk, true},         {"gpu", &Environment::gpu, false},
    {"shared_memory", &Environment::shared_memory, true}, {"cpu_limit", &Environment::cpu_limit, false},
    {"memory_limit", &Environment::memory_limit, true},
};

// "512mb" -> "512Mi", "1 GB" -> "1G", "512m" of memory -> "512Mi"; "" when nothing sure can be said.
std::string mended(std::string_view text, bool bytes) {
    std::string out;
    for (const char c : text)
        if (c != ' ') out += c;
    if (parse_quantity(out) && out != text) return out;
    std::size_t number = 0;
    while (number < out.size() && (std::isdigit(static_cast<unsigned char>(out[number])) || out[number] == '.')) ++number;
    std::string unit = out.substr(number);
    if (!bytes || number == 0 || unit.empty()) return {};
    if (unit.size() > 1 && (unit.back() == 'b' || unit.back() == 'B')) unit.pop_back();
    const bool small = unit[0] == 'm' || unit[0] == 'g' || unit[0] == 'k' || unit[0] == 't';
    unit[0] = unit[0] == 'k' && unit.size() == 1 ? 'k' : char(std::toupper(static_cast<unsigned char>(unit[0])));
    if (small && unit.size() == 1 && unit != "k") unit += 'i';
    out = out.substr(0, number) + unit;
    return parse_quantity(out) && out != text ? out : std::string();
}

void check(const Context& context, Report& report) {
    if (!context.on_kubernetes()) return;
    for_each_layer(context, [&](const Layer& layer) {
        if (sets_nothing(layer.environment)) return;
        for (const Field& field : fields) {
            const std::optional<Scalar>& scalar = layer.environment.*field.slot;
            if (!scalar || is_templated(scalar->text)) continue;
            const std::optional<Quantity> quantity = parse_quantity(scalar->text);
            const bool milli = quantity && field.bytes && (quantity->suffix == "m" || quantity->suffix == "u" || quantity->suffix == "n");
            if (quantity && quantity->value >= 0 && !milli) continue;
            Finding finding = finding_of("limits/quantity", milli ? Severity::warning : Severity::error, layer.item, layer.path + '.' + field.name,
                                         milli      ? Message{WEFT_TR("core", "%1 of %2 are thousandths of a byte; mebibytes are Mi"), {quoted(scalar->text), field.name}}
                                         : quantity ? Message{WEFT_TR("core", "%1 of %2: a quantity cannot be negative"), {quoted(scalar->text), field.name}}
                                         : field.bytes
                                             ? Message{WEFT_TR("core", "%1 of %2 is no quantity: a number and Ki, Mi, Gi, Ti or k, M, G, T"), {quoted(scalar->text), field.name}}
                                             : Message{WEFT_TR("core", "%1 of %2 is no quantity: a number as in 2 or 0.5, or thousandths as in 500m"), {quoted(scalar->text), field.name}},
                                         WEFT_TR("core", "Kubernetes cannot parse it and refuses the pod, or starts it with next to nothing"));
            finding.target = context.kubernetes_target();
            if (const std::string better = mended(scalar->text, field.bytes); !better.empty())
                finding.fixes.push_back({Message{WEFT_TR("core", "Write %1"), {better}}, environment_fix(layer, [slot = field.slot, better](Environment& environment) {
                                             (environment.*slot)->text = better;
                                         })});
            report.add(std::move(finding));
        }
    });
}

}  // namespace

extern const Rule limits_quantity{"limits/quantity", Severity::error, WEFT_TR("core", "an amount of cpu, memory or disk that Kubernetes cannot read"),
                                  "Kubernetes apimachinery resource/quantity.go", check};

}  // namespace weft::lint::rules
