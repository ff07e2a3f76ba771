// Changed volumes, mounts, tolerations and schedules back into the tree.
#include <algorithm>
#include <set>

#include "core/targets/argo/build.h"
#include "core/targets/argo/volumes.h"
#include "core/targets/argo/writing.h"

namespace weft::argo {
namespace {

std::vector<NodePtr> items_of(const NodePtr& list) {
    const NodePtr at = followed(list);
    return at && at->is_sequence() ? at->items : std::vector<NodePtr>{};
}

NodePtr list_like(const NodePtr& old, std::vector<NodePtr> items) {
    const NodePtr at = followed(old);
    if (at && at->is_sequence() && items == at->items) return old;
    if (items.empty()) return nullptr;
    return yaml::make_sequence(std::move(items), at && at->is_sequence() ? at->style : yaml::Style::any);
}

std::vector<Volume> mounted(const std::vector<Volume>& volumes) {
    std::vector<Volume> out;
    for (const Volume& volume : volumes)
        if (!volume.path.empty()) out.push_back(volume);
    return out;
}

const char* source_key(Volume::Kind kind) {
    switch (kind) {
        case Volume::Kind::claim: return "persistentVolumeClaim";
        case Volume::Kind::secret: return "secret";
        case Volume::Kind::config_map: return "configMap";
        case Volume::Kind::empty_dir: return "emptyDir";
        case Volume::Kind::host_path: return "hostPath";
        default: return nullptr;
    }
}

const char* source_field(Volume::Kind kind) {
    switch (kind) {
        case Volume::Kind::claim: return "claimName";
        case Volume::Kind::secret: return "secretName";
        case Volume::Kind::config_map: return "name";
        default: return "path";
    }
}

// A changed declaration: fields beside the one that changed stay.
NodePtr changed_volume(const NodePtr& item, const Volume& before, const Volume& after) {
    if (before.kind != after.kind) return volume_node(after);
    if (before.kind == Volume::Kind::empty_dir)
        return sync_entry(item, "emptyDir", [&](const NodePtr& empty) { return sync_scalar(empty && empty->is_map() ? empty : yaml::make_map({}), "sizeLimit", before.size, after.size); });
    const char* key = source_key(after.kind);
    return key ? sync_below(item, key, [&](const NodePtr& map) { return sync_text(map, source_field(after.kind), before.source, after.source); }) : nullptr;
}

NodePtr changed_claim(const NodePtr& item, const Volume& before, const Volume& after) {
    return sync_below(item, "spec", [&](NodePtr spec) {
        spec = sync_text(spec, "storageClassName", before.source, after.source);
        return sync_below(spec, "resources", [&](const NodePtr& resources) {
            return sync_below(resources, "requests", [&](const NodePtr& requests) { return sync_scalar(requests, "storage", before.size, after.size); });
        });
    });
}

void refuse_other(Writing& writing, const Volume& volume) {
    writing.refuse({WEFT_TR("core", "the volume `%1` is of a kind that stands in the text only; change it there"), {volume.name}});
}

// Declarations by name. `claims`: the list is volumeClaimTemplates.
NodePtr write_declarations(Writing& writing, const NodePtr& list, const std::vector<Volume>& before, const std::vector<Volume>& after, bool claims,
                           const std::vector<Volume>* declared_above) {
    const auto name_of = [&](const NodePtr& item) { return claims ? yaml::text_at(yaml::find(item, "metadata"), "name") : yaml::text_at(item, "name"); };
    const auto belongs = [&](const Volume& volume) { return (volume.kind == Volume::Kind::claim_template) == claims; };
    std::vector<NodePtr> out;
    std::set<std::string> here;
    for (const NodePtr& item : items_of(list)) {
        const NodePtr at = followed(item);
        const std::string name = name_of(at);
        const Volume* was = volume_named(before, name);
        const Volume* now = volume_named(after, name);
        if (was && (!now || !belongs(*now))) continue;   // gone
        here.insert(name);
        if (!was || !now || same_source(*was, *now)) {
            out.push_back(item);
            continue;
        }
        const NodePtr changed = claims ? changed_claim(at, *was, *now) : changed_volume(at, *was, *now);
        if (!changed) refuse_other(writing, *now);
        out.push_back(changed ? changed : item);
    }
    for (const Volume& volume : after) {
        if (!belongs(volume) || here.count(volume.name)) continue;
        if (declared_above && volume_named(*declared_above, volume.name)) continue;
        const Volume* was = volume_named(before, volume.name);
        if (was && was->kind == Volume::Kind::other && was->source.empty() && same_source(*was, volume)) continue;   // mounted, declared nowhere
        const NodePtr fresh = claims ? claim_template_node(volume) : volume_node(volume);
        here.insert(volume.name);
        if (fresh) out.push_back(fresh);
        else refuse_other(writing, volume);
    }
    return list_like(list, std::move(out));
}

}  // namespace

NodePtr write_mounts(const NodePtr& list, const std::vector<Volume>& before_all, const std::vector<Volume>& after_all) {
    const std::vector<Volume> before = mounted(before_all), after = mounted(after_all);
    if (before == after) return list;
    const std::vector<NodePtr> items = items_of(list);
    std::vector<int> node_of(before.size(), -1);
    std::vector<bool> known(items.size(), false), used(before.size(), false);
    for (std::size_t b = 0; b < before.size(); ++b)
        for (std::size_t i = 0; i < items.size() && node_of[b] < 0; ++i)
            if (!known[i] && yaml::text_at(followed(items[i]), "name") == before[b].name && yaml::text_at(followed(items[i]), "mountPath") == before[b].path) {
                node_of[b] = int(i);
                known[i] = true;
            }
    std::vector<int> partner(after.size(), -1);
    const auto pair_by = [&](const auto& same) {
        for (std::size_t a = 0; a < after.size(); ++a)
            for (std::size_t b = 0; b < before.size() && partner[a] < 0; ++b)
                if (!used[b] && node_of[b] >= 0 && same(before[b], after[a])) {
                    partner[a] = int(b);
                    used[b] = true;
                }
    };
    pair_by([](const Volume& x, const Volume& y) { return x.name == y.name && x.path == y.path; });
    pair_by([](const Volume& x, const Volume& y) { return x.name == y.name; });
    pair_by([](const Volume& x, const Volume& y) { return x.path == y.path; });
    std::vector<NodePtr> out;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!known[i]) out.push_back(items[i]);   // the memory volume at /dev/shm
    for (std::size_t a = 0; a < after.size(); ++a) {
        if (partner[a] < 0) {
            out.push_back(mount_node(after[a]));
            continue;
        }
        const Volume& was = before[std::size_t(partner[a])];
        const NodePtr item = items[std::size_t(node_of[std::size_t(partner[a])])], at = followed(item);
        NodePtr changed = sync_text(at, "name", was.name, after[a].name);
        changed = sync_text(changed, "mountPath", was.path, after[a].path);
        changed = sync_text(changed, "subPath", was.sub_path, after[a].sub_path);
        changed = sync_flag(changed, "readOnly", was.read_only, after[a].read_only);
        out.push_back(changed == at ? item : changed);
    }
    return list_like(list, std::move(out));
}

NodePtr write_template_volumes(Writing& writing, const NodePtr& list, const std::vector<Volume>& before, const std::vector<Volume>& after) {
    if (before == after) return list;
    for (const Volume& volume : after)
        if (volume.kind == Volume::Kind::claim_template && !volume_named(writing.after.environment.volumes, volume.name)) {
            writing.refuse({WEFT_TR("core", "the volume `%1` is a claim made for each run; Argo has those for the whole workflow only: put it into the flow's environment"), {volume.name}});
            return list;
        }
    return write_declarations(writing, list, before, after, false, &writing.after.environment.volumes);
}

NodePtr write_flow_volumes(Writing& writing, const NodePtr& spec) {
    const std::vector<Volume>&before = writing.before.environment.volumes, &after = writing.after.environment.volumes;
    if (before == after) return spec;
    NodePtr out = sync_entry(spec, "volumes", [&](const NodePtr& list) { return write_declarations(writing, list, before, after, false, nullptr); }, "entrypoint");
    return sync_entry(out, "volumeClaimTemplates", [&](const NodePtr& list) { return write_declarations(writing, list, before, after, true, nullptr); }, "entrypoint");
}

NodePtr write_tolerations(const NodePtr& list, const std::vector<Toleration>& before, const std::vector<Toleration>& after) {
    if (before == after) return list;
    const auto change = [](const NodePtr& item, const Toleration& b, const Toleration& a) {
        if (b == a) return item;
        NodePtr out = sync_text(item, "key", b.key, a.key);
        out = sync_text(out, "operator", b.op, a.op);
        out = sync_text(out, "value", b.value, a.value);
        out = sync_text(out, "effect", b.effect, a.effect);
        return sync_scalar(out, "tolerationSeconds", b.seconds, a.seconds);
    };
    return sync_list<Toleration>(list, before, after, {[](const Toleration& t) { return t.key; }, change, toleration_node});
}

NodePtr write_schedule(Writing& writing, const NodePtr& root) {
    const std::optional<Schedule>&before = writing.before.schedule, &after = writing.after.schedule;
    if (before == after) return root;
    if (!before) {
        writing.refuse({WEFT_TR("core", "only a CronWorkflow of Argo starts by itself, and this file holds a %1; export the flow to get a CronWorkflow"), {writing.reading.root.text_at("kind")}});
        return root;
    }
    if (!after || after->crons.empty()) {
        writing.refuse({WEFT_TR("core", "a CronWorkflow needs at least one cron line; suspend it to stop it")});
        return root;
    }
    if (!after->start.empty() || !after->end.empty()) {
        writing.refuse({WEFT_TR("core", "a schedule of Argo has no first and no last day")});
        return root;
    }
    return sync_below(root, "spec", [&](NodePtr spec) {
        if (before->crons != after->crons) {
            const bool old_field = has_value(spec, "schedule") && !has_value(spec, "schedules");   // before 4.0
            std::vector<Scalar> was, now;
            for (const std::string& cron : before->crons) was.push_back({cron});
            for (const std::string& cron : after->crons) now.push_back({cron});
            if (old_field && now.size() == 1) {
                spec = sync_text(spec, "schedule", before->crons.front(), after->crons.front());
            } else {
                if (old_field) spec = yaml::without_entry(yaml::with_entry_after(spec, "schedule", "schedules", sync_words(nullptr, {}, now)), "schedule");
                else spec = sync_entry(spec, "schedules", [&](const NodePtr& list) { return sync_words(list, was, now); });
            }
        }
        const auto number = [](const std::optional<int>& value) { return value ? std::optional(Scalar{std::to_string(*value), true}) : std::nullopt; };
        spec = sync_text(spec, "timezone", before->timezone, after->timezone);
        spec = sync_text(spec, "concurrencyPolicy", before->concurrency, after->concurrency);
        spec = sync_flag(spec, "suspend", before->suspended, after->suspended);
        spec = sync_scalar(spec, "startingDeadlineSeconds", before->starting_deadline, after->starting_deadline);
        spec = sync_scalar(spec, "successfulJobsHistoryLimit", number(before->keep_succeeded), number(after->keep_succeeded));
        return sync_scalar(spec, "failedJobsHistoryLimit", number(before->keep_failed), number(after->keep_failed));
    });
}

std::vector<Volume> settled_flow_volumes(const std::vector<Volume>& wanted) {
    // One declaration a name, with its first mount; claims stand in a list of their own; further mounts are read after all declarations.
    std::vector<Volume> first, further;
    for (const Volume& volume : wanted) {
        const Volume* known = volume_named(first, volume.name);
        if (!known) {
            first.push_back(volume);
            continue;
        }
        const auto same = [&](const Volume& v) { return v.name == volume.name && v.path == volume.path; };
        if (volume.path.empty() || std::any_of(first.begin(), first.end(), same) || std::any_of(further.begin(), further.end(), same)) continue;
        further.push_back(volume);
        further.back().kind = known->kind;
        further.back().source = known->source;
        further.back().size = known->size;
    }
    std::stable_partition(first.begin(), first.end(), [](const Volume& v) { return v.kind != Volume::Kind::claim_template; });
    for (Volume& volume : further) {
        const auto declared = std::find_if(first.begin(), first.end(), [&](Volume& v) { return v.name == volume.name && v.path.empty(); });
        if (declared != first.end()) *declared = std::move(volume);
        else first.push_back(std::move(volume));
    }
    return first;
}

Result<std::vector<Volume>> settled_volumes(const std::vector<Volume>& wanted, const std::vector<Volume>& before, const Flow& old, const Flow& now) {
    if (wanted == before && old.environment.volumes == now.environment.volumes) return wanted;
    std::vector<Volume> out;
    for (const Volume& given : wanted) {
        Volume volume = given;
        const Volume* above = volume_named(now.environment.volumes, volume.name);
        const Volume* was = volume_named(before, volume.name);
        const Volume* was_above = volume_named(old.environment.volumes, volume.name);
        const bool own = was && !(was_above && same_source(*was, *was_above));   // the template declares it itself
        if (above && !own) {
            if (volume.path.empty()) continue;
            if (!same_source(volume, *above)) {
                if (was_above && same_source(*was_above, *above) && !(was && same_source(*was, volume)))
                    return fail({WEFT_TR("core", "the volume `%1` is declared by the workflow; change it in the flow's environment"), {volume.name}});
                volume.kind = above->kind;
                volume.source = above->source;
                volume.size = above->size;
            }
        } else if (!above && was && !own) {
            return fail({WEFT_TR("core", "the volume `%1` is still mounted by a template; take the mount away first"), {volume.name}});
        }
        out.push_back(std::move(volume));
    }
    std::stable_partition(out.begin(), out.end(), [](const Volume& v) { return !v.path.empty(); });
    std::vector<Volume> once;   // a declaration beside its own mount says nothing more, nor does the same mount again
    for (Volume& volume : out) {
        const auto same = [&](const Volume& v) { return v.name == volume.name && v.path == volume.path; };
        const bool was_twice = std::count_if(before.begin(), before.end(), same) > 1;
        if (volume.path.empty() ? volume_named(once, volume.name) != nullptr : !was_twice && std::any_of(once.begin(), once.end(), same)) continue;
        if (const Volume* known = volume_named(once, volume.name); known && !was_twice) volume.kind = known->kind, volume.source = known->source, volume.size = known->size;
        once.push_back(std::move(volume));
    }
    return once;
}

}  // namespace weft::argo
