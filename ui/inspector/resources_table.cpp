#include "ui/inspector/resources_table.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <algorithm>

#include "ui/base/widgets.h"
#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

struct FieldSpec { const char* field; const char* caption; };
const FieldSpec table[] = {
    {"cpu", QT_TRANSLATE_NOOP("weft::ui::ResourcesTable", "CPU")},
    {"memory", QT_TRANSLATE_NOOP("weft::ui::ResourcesTable", "Memory")},
    {"gpu", QT_TRANSLATE_NOOP("weft::ui::ResourcesTable", "GPU")},
    {"disk", QT_TRANSLATE_NOOP("weft::ui::ResourcesTable", "Disk")},
    {"shared_memory", QT_TRANSLATE_NOOP("weft::ui::ResourcesTable", "Shared memory")},
    {"service_account", QT_TRANSLATE_NOOP("weft::ui::ResourcesTable", "Service account")},
};

std::optional<Scalar> Environment::* scalar_member(std::string_view field) {
    if (field == "cpu") return &Environment::cpu;
    if (field == "memory") return &Environment::memory;
    if (field == "gpu") return &Environment::gpu;
    if (field == "disk") return &Environment::disk;
    if (field == "shared_memory") return &Environment::shared_memory;
    return nullptr;
}

bool is_number(const std::string& text) {
    bool ok = false;
    qs(text).toDouble(&ok);
    return ok;
}

}  // namespace

std::string environment_text(const Environment& environment, std::string_view field) {
    if (field == "image") return environment.image.value_or("");
    if (field == "service_account") return environment.service_account.value_or("");
    if (const auto member = scalar_member(field))
        if (const std::optional<Scalar>& value = environment.*member) return value->text;
    return {};
}

void set_environment_text(Environment& environment, std::string_view field, const std::string& value) {
    const auto text = [&value]() -> std::optional<std::string> { return value.empty() ? std::nullopt : std::optional<std::string>(value); };
    if (field == "image") environment.image = text();
    else if (field == "service_account") environment.service_account = text();
    else if (const auto member = scalar_member(field)) {
        std::optional<Scalar>& scalar = environment.*member;
        if (value.empty()) scalar.reset();
        else scalar = Scalar{value, scalar ? scalar->plain && is_number(value) : is_number(value)};
    }
}

QString short_origin(const Effective& effective, bool here) {
    const auto text = [](const char* source) { return QCoreApplication::translate("weft::ui::ResourcesTable", source); };
    if (here) return text(QT_TRANSLATE_NOOP("weft::ui::ResourcesTable", "here"));
    switch (effective.origin) {
        case Origin::nothing: return {};
        case Origin::engine: return text(QT_TRANSLATE_NOOP("weft::ui::ResourcesTable", "engine"));
        case Origin::flow: return text(QT_TRANSLATE_NOOP("weft::ui::ResourcesTable", "flow"));
        case Origin::task: return text(QT_TRANSLATE_NOOP("weft::ui::ResourcesTable", "here"));
        case Origin::group:
        case Origin::definition: return qs(effective.origin_name);
    }
    return {};
}

ResourcesTable::ResourcesTable(const QString& name, QWidget* parent) : QWidget(parent) {
    setObjectName(name);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, 104);
    grid->setColumnMinimumWidth(2, 56);
    int row = 0;
    for (const FieldSpec& spec : table) {
        const QString base = name + u'-' + QLatin1String(spec.field);
        Line line{spec.field, label(base + "-caption", {}, "muted"), new QLineEdit, label(base + "-origin", {}, "faint"), label(base + "-problem", {}, "error"), {}};
        line.value->setObjectName(base);
        line.origin->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        line.caption->setBuddy(line.value);
        line.problem->setWordWrap(true);
        line.problem->hide();
        const std::size_t index = lines_.size();
        connect(line.value, &QLineEdit::editingFinished, this, [this, index] {
            Line& edited_line = lines_[index];
            const QString text = edited_line.value->text().trimmed();
            if (text == edited_line.shown) return;
            edited_line.shown = text;
            emit edited(QLatin1String(edited_line.field), text);
        });
        grid->addWidget(line.caption, row, 0);
        grid->addWidget(line.value, row, 1);
        grid->addWidget(line.origin, row, 2);
        grid->addWidget(line.problem, row + 1, 0, 1, 3);
        lines_.push_back(line);
        row += 2;
    }
    retranslate();
}

void ResourcesTable::retranslate() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        lines_[i].caption->setText(tr(table[i].caption));
        lines_[i].value->setAccessibleName(tr(table[i].caption));
    }
}

void ResourcesTable::show_environment(const Environment& own, const EffectiveEnvironment* effective) {
    for (Line& line : lines_) {
        const QString text = qs(environment_text(own, line.field));
        const Effective* found = effective ? effective->find(line.field) : nullptr;
        line.value->setPlaceholderText(found && text.isEmpty() ? qs(found->value) : QString());
        if (text != line.shown || !line.value->hasFocus()) {
            line.value->setText(text);
            line.value->setCursorPosition(0);
        }
        line.shown = text;
        const bool here = !text.isEmpty();
        line.origin->setText(here || found ? short_origin(found ? *found : Effective{}, here) : QString());
        line.origin->setProperty("here", here);
        set_look(line.origin, here ? "accent" : "faint");
    }
}

void ResourcesTable::show_several(const std::vector<Environment>& own) {
    Environment common;
    std::vector<const char*> mixed;
    for (const Line& line : lines_) {
        const std::string first = own.empty() ? std::string() : environment_text(own.front(), line.field);
        const bool same = std::all_of(own.begin(), own.end(), [&](const Environment& one) { return environment_text(one, line.field) == first; });
        if (same) set_environment_text(common, line.field, first);
        else mixed.push_back(line.field);
    }
    show_environment(common, nullptr);
    for (Line& line : lines_)
        if (std::find(mixed.begin(), mixed.end(), line.field) != mixed.end()) line.value->setPlaceholderText(tr("different values"));
}

void ResourcesTable::show_problem(const std::string& field, const QString& problem) {
    for (Line& line : lines_) {
        if (!field.empty() && field != line.field) continue;
        set_bad(line.value, !problem.isEmpty());
        line.problem->setText(problem);
        line.problem->setVisible(!problem.isEmpty());
    }
}

}  // namespace weft::ui
