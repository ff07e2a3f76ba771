#include "ui/inspector/placement_section.h"

#include <QVBoxLayout>
#include <algorithm>

#include "ui/base/widgets.h"
#include "ui/bridge/text.h"
#include "ui/inspector/rows.h"

namespace weft::ui {

namespace {

struct Word { Volume::Kind kind; const char* word; bool named; };
constexpr Word words[] = {{Volume::Kind::claim, "pvc", true},          {Volume::Kind::secret, "secret", true},      {Volume::Kind::config_map, "configMap", true},
                          {Volume::Kind::empty_dir, "emptyDir", false}, {Volume::Kind::host_path, "hostPath", true}, {Volume::Kind::claim_template, "newClaim", false}};

Value literal(const QString& text) {
    Value value;
    value.text = utf8(text);
    return value;
}

// "/mnt/data" -> "data": a volume needs a name.
std::string name_for(const Volume& volume, const std::vector<Volume>& others) {
    std::string base = volume.source.empty() || volume.kind == Volume::Kind::host_path ? volume.path.substr(volume.path.rfind('/') + 1) : volume.source;
    for (char& c : base) c = std::isalnum(static_cast<unsigned char>(c)) ? char(std::tolower(static_cast<unsigned char>(c))) : '-';
    while (!base.empty() && base.front() == '-') base.erase(0, 1);
    if (base.empty()) base = "volume";
    std::string name = base;
    for (int n = 2; std::any_of(others.begin(), others.end(), [&](const Volume& one) { return one.name == name; }); ++n) name = base + "-" + std::to_string(n);
    return name;
}

}  // namespace

QString volume_text(const Volume& volume) {
    QString out;
    for (const Word& one : words)
        if (one.kind == volume.kind) out = QLatin1String(one.word);
    if (out.isEmpty()) return QStringLiteral("…");
    if (!volume.source.empty()) out += u' ' + qs(volume.source);
    if (!volume.sub_path.empty()) out += QStringLiteral(" sub ") + qs(volume.sub_path);
    if (volume.size) out += u' ' + qs(volume.size->text);
    if (volume.read_only) out += QStringLiteral(" ro");
    return out;
}

bool read_volume(const QString& text, Volume& volume) {
    QStringList parts = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty()) return false;
    const auto found = std::find_if(std::begin(words), std::end(words), [&](const Word& one) { return parts[0].compare(QLatin1String(one.word), Qt::CaseInsensitive) == 0; });
    if (found == std::end(words)) return false;
    Volume out = volume;
    out.kind = found->kind;
    out.source.clear();
    out.sub_path.clear();
    out.size.reset();
    parts.removeFirst();
    out.read_only = !parts.isEmpty() && parts.last() == QLatin1String("ro");
    if (out.read_only) parts.removeLast();
    if (const qsizetype sub = parts.indexOf(QLatin1String("sub")); sub >= 0) {
        if (sub + 1 >= parts.size()) return false;
        out.sub_path = utf8(parts[sub + 1]);
        parts.remove(sub, 2);
    }
    const bool sized = out.kind == Volume::Kind::empty_dir || out.kind == Volume::Kind::claim_template;
    if (sized && !parts.isEmpty() && parts.last().front().isDigit()) {
        out.size = Scalar{utf8(parts.last()), false};
        parts.removeLast();
    }
    if (!parts.isEmpty()) {
        out.source = utf8(parts.front());
        parts.removeFirst();
    }
    if (!parts.isEmpty() || (found->named && out.source.empty())) return false;
    volume = std::move(out);
    return true;
}

QString toleration_key(const Toleration& toleration) { return toleration.op == "Exists" ? qs(toleration.key) : qs(toleration.key) + u'=' + qs(toleration.value); }

Toleration toleration_of(const QString& key, const QString& effect, const Toleration& before) {
    Toleration out = before;
    const qsizetype at = key.indexOf(u'=');
    out.key = utf8(at < 0 ? key : key.left(at));
    out.value = at < 0 ? std::string() : utf8(key.mid(at + 1));
    if (at < 0) out.op = "Exists";
    else if (out.op == "Exists") out.op.clear();
    out.effect = utf8(effect);
    if (out.effect != "NoExecute") out.seconds.reset();
    return out;
}

PlacementSection::PlacementSection(QWidget* parent) : QWidget(parent), open_(button("placement-open", {}, "link")), body_(new QWidget) {
    setObjectName(QStringLiteral("task-placement"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(open_, 0, Qt::AlignLeft);
    layout->addWidget(body_);
    auto* inner = new QVBoxLayout(body_);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(8);
    struct Part { QLabel** title; Rows** rows; const char* name; };
    for (const Part& part : {Part{&volumes_title_, &volumes_, "task-volumes"}, Part{&selector_title_, &selector_, "task-selector"}, Part{&tolerations_title_, &tolerations_, "task-tolerations"}}) {
        *part.title = label(QLatin1String(part.name) + QStringLiteral("-title"), {}, "section");
        *part.rows = new Rows(QLatin1String(part.name));
        inner->addWidget(*part.title);
        inner->addWidget(*part.rows);
    }
    connect(open_, &QPushButton::clicked, this, [this] {
        opened_ = true;
        fold();
        volumes_->setFocus();
    });
    connect(volumes_, &Rows::edited, this, [this](const std::vector<Row>& rows) {
        std::vector<Volume> out;
        for (const Row& row : rows) {
            if (row.name.isEmpty()) continue;
            const std::string path = utf8(row.name);
            const auto known = std::find_if(own_.volumes.begin(), own_.volumes.end(), [&](const Volume& one) { return one.path == path; });
            Volume volume = known != own_.volumes.end() ? *known : rows.size() == own_.volumes.size() ? own_.volumes[std::size_t(&row - rows.data())] : Volume{};
            volume.path = path;
            const QString text = qs(row.value.text);
            if (text != volume_text(volume) && !read_volume(text, volume)) {
                if (!text.isEmpty()) emit refused(tr("\"%1\" is no volume: write pvc NAME, secret NAME, configMap NAME, emptyDir or hostPath PATH").arg(text));
                return;
            }
            if (volume.name.empty()) volume.name = name_for(volume, out);
            out.push_back(std::move(volume));
        }
        for (const Volume& one : own_.volumes)
            if (one.path.empty()) out.push_back(one);   // declared, mounted by nobody here
        emit volumes_edited(out);
    });
    connect(selector_, &Rows::edited, this, [this](const std::vector<Row>& rows) {
        std::vector<Binding> out;
        for (const Row& row : rows)
            if (!row.name.isEmpty()) out.push_back({utf8(row.name), row.value});
        emit selector_edited(out);
    });
    connect(tolerations_, &Rows::edited, this, [this](const std::vector<Row>& rows) {
        std::vector<Toleration> out;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (!rows[i].name.isEmpty()) out.push_back(toleration_of(rows[i].name, qs(rows[i].value.text), i < own_.tolerations.size() ? own_.tolerations[i] : Toleration{}));
        emit tolerations_edited(out);
    });
    retranslate();
    fold();
}

void PlacementSection::show_environment(const Environment& own) {
    own_ = own;
    std::vector<Row> volumes, selector, tolerations;
    for (const Volume& one : own.volumes)
        if (!one.path.empty()) volumes.push_back({qs(one.path), literal(volume_text(one)), {}, {}});
    for (const Binding& one : own.node_selector) selector.push_back({qs(one.name), one.value, {}, {}});
    for (const Toleration& one : own.tolerations) tolerations.push_back({toleration_key(one), literal(qs(one.effect)), {}, {}});
    std::vector<ValueChoice> kinds, effects;
    for (const char* text : {"pvc NAME", "secret NAME", "configMap NAME", "emptyDir", "hostPath /PATH"}) kinds.push_back({QLatin1String(text), literal(QLatin1String(text))});
    for (const char* text : {"NoSchedule", "PreferNoSchedule", "NoExecute"}) effects.push_back({QLatin1String(text), literal(QLatin1String(text))});
    volumes_->show_rows(std::move(volumes), std::move(kinds));
    selector_->show_rows(std::move(selector));
    tolerations_->show_rows(std::move(tolerations), std::move(effects));
    fold();
}

void PlacementSection::fold() {
    const bool any = opened_ || !own_.volumes.empty() || !own_.node_selector.empty() || !own_.tolerations.empty();
    open_->setVisible(!any);
    body_->setVisible(any);
}

void PlacementSection::retranslate() {
    open_->setText(tr("Volumes, node selector, tolerations…"));
    volumes_title_->setText(tr("Volumes"));
    volumes_->set_texts(tr("Add a volume"), tr("mounted at"), tr("pvc NAME, secret NAME…"));
    selector_title_->setText(tr("Node selector"));
    selector_->set_texts(tr("Add a label"), tr("label"), tr("value"));
    tolerations_title_->setText(tr("Tolerations"));
    tolerations_->set_texts(tr("Add a toleration"), tr("key or key=value"), tr("every effect"));
}

}  // namespace weft::ui
