#include "ui/inspector/flow_form.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "core/model/edit.h"
#include "ui/base/theme.h"
#include "ui/base/widgets.h"
#include "ui/bridge/lineage_text.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/inspector/field.h"
#include "ui/inspector/resources_table.h"
#include "ui/inspector/rows.h"
#include "ui/inspector/schedule_form.h"

namespace weft::ui {

namespace {
constexpr std::size_t most_tasks_for_links = 500;   // with more nobody reads them here, and typing is not made to wait; the drawing shows them when asked
}

FlowForm::FlowForm(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("flow-form"));
    lay_out();
    connect_parts();
    retranslate();
}

void FlowForm::lay_out() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 18);
    layout->setSpacing(8);
    auto* head = new QHBoxLayout;
    name_ = new QLineEdit;
    name_->setObjectName(QStringLiteral("flow-name"));
    name_->setFont(Theme::instance().font(16, 600));
    name_->setProperty("look", "title");
    format_ = label("flow-format", {}, "muted");
    head->addWidget(name_, 1);
    head->addWidget(format_);
    layout->addLayout(head);
    description_ = label("flow-description", {}, "muted");
    description_->setWordWrap(true);
    layout->addWidget(description_);
    params_title_ = label("flow-params-title", {}, "section");
    params_ = new Rows("flow-params");
    image_ = new Field("flow-image", Field::Kind::line);
    resources_title_ = label("flow-resources-title", {}, "section");
    resources_ = new ResourcesTable("flow-resources");
    env_title_ = label("flow-env-title", {}, "section");
    env_ = new Rows("flow-env");
    schedule_ = new ScheduleForm;
    hint_ = label("flow-hint", {}, "faint");
    hint_->setWordWrap(true);
    for (QWidget* part : std::initializer_list<QWidget*>{params_title_, params_, image_, resources_title_, resources_, env_title_, env_, schedule_, hint_}) {
        if (part == params_title_ || part == schedule_ || part == image_ || part == resources_title_ || part == env_title_ || part == hint_) layout->addSpacing(6);
        layout->addWidget(part);
    }
    layout->addStretch(1);
}

void FlowForm::connect_parts() {
    connect(name_, &QLineEdit::editingFinished, this, [this] {
        if (!document_ || name_->text() == qs(document_->flow()->name)) return;
        (void)document_->commit(tr("Rename the flow"), [name = utf8(name_->text())](const Flow& flow) { return edit::set_flow_name(flow, name); });
        refresh();
    });
    const auto change_environment = [this](const QString& label, const std::function<void(Environment&)>& change) {
        if (!document_) return;
        (void)document_->commit(label, [&change](const Flow& flow) {
            Environment wanted = flow.environment;
            change(wanted);
            return edit::set_flow_environment(flow, wanted);
        });
        refresh();
    };
    connect(image_, &Field::edited, this, [this, change_environment](const QString& text) {
        change_environment(tr("Change the image"), [&text](Environment& wanted) { set_environment_text(wanted, "image", utf8(text.trimmed())); });
    });
    connect(resources_, &ResourcesTable::edited, this, [this, change_environment](const QString& field, const QString& value) {
        change_environment(tr("Change the environment"), [&](Environment& wanted) { set_environment_text(wanted, utf8(field), utf8(value)); });
    });
    connect(env_, &Rows::edited, this, [this, change_environment](const std::vector<Row>& rows) {
        change_environment(tr("Change the environment variables"), [&rows](Environment& wanted) {
            wanted.env.clear();
            for (const Row& row : rows) wanted.env.push_back({utf8(row.name), row.value});
        });
    });
    connect(params_, &Rows::linked, this, [this](TaskId task) {
        if (!document_) return;
        document_->open_scope(body_of(*document_->flow(), task));
        document_->select({task});
    });
    connect(params_, &Rows::traced, this, [this](const QString& name) { emit lineage_asked({ValuePlace{ValuePlace::Kind::flow_parameter, 0, utf8(name)}}); });
    connect(params_, &Rows::edited, this, [this](const std::vector<Row>& rows) {
        if (!document_) return;
        std::vector<Parameter> wanted;
        const std::vector<Parameter>& before = document_->flow()->parameters;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::string name = utf8(rows[i].name);
            const auto known = std::find_if(before.begin(), before.end(), [&name](const Parameter& p) { return p.name == name; });
            Parameter parameter = known != before.end() ? *known : rows.size() == before.size() ? before[i] : Parameter{};
            parameter.name = name;
            parameter.value = rows[i].value == Value{} ? std::nullopt : std::optional<Value>(rows[i].value);
            wanted.push_back(std::move(parameter));
        }
        (void)document_->commit(tr("Change the parameters"), [&wanted](const Flow& flow) { return edit::set_flow_parameters(flow, wanted); });
        refresh();
    });
}

void FlowForm::show_flow(FlowDocument* document) {
    document_ = document;
    schedule_->show_flow(document);
    refresh();
}

void FlowForm::refresh() {
    if (!document_) return;
    const FlowPtr held = document_->flow();
    const Flow& flow = *held;
    if (!name_->hasFocus() || name_->text() != qs(flow.name)) name_->setText(qs(flow.name));
    const Format* format = document_->document()->format;
    format_->setText(format ? translated(format->title) : QString());
    description_->setText(qs(flow.description));
    description_->setVisible(!flow.description.empty());
    std::vector<Row> params, env;
    for (const Parameter& parameter : flow.parameters) params.push_back({qs(parameter.name), parameter.value.value_or(Value{}), tr("asked for at the start"), {}});
    if (task_count(flow) <= most_tasks_for_links)
        for (Row& row : params)
            for (const ValuePlace& sink : sinks_of(flow, {ValuePlace::Kind::flow_parameter, 0, utf8(row.name)})) row.links.push_back({sink_text(flow, sink), sink.task});
    for (const Binding& variable : flow.environment.env) env.push_back({qs(variable.name), variable.value, {}, {}});
    for (const lint::Finding& finding : document_->findings()) {
        if (finding.task) continue;
        const auto mark = [&finding](std::vector<Row>& rows, const char* family) {
            for (Row& row : rows)
                if (const std::string own = join_path(family, utf8(row.name)); finding.field == own || finding.field.rfind(own + ".", 0) == 0) row.problem = translated(finding.what);
        };
        mark(params, "parameters");
        mark(env, "environment.env");
    }
    params_->show_rows(std::move(params));
    env_->show_rows(std::move(env));
    image_->show_text(qs(flow.environment.image.value_or("")), tr("none"));
    resources_->show_environment(flow.environment, nullptr);
    schedule_->refresh();
}

void FlowForm::retranslate() {
    name_->setAccessibleName(tr("Name of the flow"));
    params_title_->setText(tr("Parameters"));
    params_->set_texts(tr("Add a parameter"), tr("name"), tr("value"));
    image_->set_caption(tr("&Image for every task"));
    resources_title_->setText(tr("Environment of every task"));
    resources_->retranslate();
    env_title_->setText(tr("Environment variables of every task"));
    env_->set_texts(tr("Add a variable"), tr("NAME"), tr("value"));
    hint_->setText(tr("Tasks inherit these. Select a task to see what it gets and from where."));
}

void FlowForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
