#include "ui/inspector/task_form.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/base/theme.h"
#include "ui/base/widgets.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/document/task_places.h"
#include "ui/inspector/task_form_parts.h"

namespace weft::ui {

TaskForm::TaskForm(QWidget* parent) : QWidget(parent), d(std::make_unique<Parts>()) {
    setObjectName(QStringLiteral("task-form"));
    lay_out();
    connect_identity();
    connect_work();
    connect_lists();
    connect_completion();
    connect_links();
    connect_failure();
    connect_placement();
    retranslate();
}

TaskForm::~TaskForm() = default;

TaskEdit& TaskForm::edit() { return d->edit; }
NamesSection* TaskForm::names() const { return d->names; }
FailCard* TaskForm::fail_card() const { return d->fail; }
void TaskForm::focus_first() { (d->script->isVisible() ? d->script : d->command->isVisible() ? d->command : d->image)->editor()->setFocus(); }

void TaskForm::lay_out() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 18);
    layout->setSpacing(8);
    auto* head = new QHBoxLayout;
    d->name = new QLineEdit;
    d->name->setObjectName(QStringLiteral("task-name"));
    d->name->setFont(Theme::instance().font(16, 600));
    d->name->setProperty("look", "title");
    d->kind = label("task-kind", {}, "muted");
    head->addWidget(d->name, 1);
    head->addWidget(d->kind);
    layout->addLayout(head);
    d->name_problem = label("task-name-problem", {}, "error");
    d->shared = label("task-shared", {}, "faint");
    for (QLabel* line : {d->name_problem, d->shared}) {
        line->setWordWrap(true);
        layout->addWidget(line);
    }

    d->users = button(QStringLiteral("task-users"), {}, "link");
    d->elsewhere = button(QStringLiteral("task-elsewhere"), {}, "link");
    connect(d->users, &QPushButton::clicked, this, &TaskForm::usages_asked);
    connect(d->elsewhere, &QPushButton::clicked, this, &TaskForm::definition_asked);
    for (QPushButton* link : {d->users, d->elsewhere}) layout->addWidget(link, 0, Qt::AlignLeft);

    d->fail = new FailCard;
    layout->addWidget(d->fail);

    d->handler = new QWidget;
    d->handler->setObjectName(QStringLiteral("task-handler"));
    auto* handler = new QHBoxLayout(d->handler);
    handler->setContentsMargins(0, 0, 0, 0);
    for (QComboBox** box : {&d->trigger, &d->weight}) {
        *box = new QComboBox;
        handler->addWidget(*box, 1);
    }
    d->trigger->setObjectName(QStringLiteral("handler-trigger"));
    d->weight->setObjectName(QStringLiteral("handler-weight"));
    layout->addWidget(d->handler);

    d->image = new Field("task-image", Field::Kind::line);
    d->interpreter = new Field("task-interpreter", Field::Kind::mono_line);
    d->script = new Field("task-script", Field::Kind::text);
    d->command = new Field("task-command", Field::Kind::text);
    d->args = new Field("task-args", Field::Kind::text);
    d->detail = new Field("task-detail", Field::Kind::line);
    d->detail->set_read_only(true);
    for (Field* field : {d->image, d->command, d->args, d->script, d->interpreter, d->detail}) layout->addWidget(field);

    struct Section { QLabel** title; const char* name; QWidget* body; };
    d->params = new Rows("task-params");
    d->outputs = new Rows("task-outputs");
    d->env = new Rows("task-env");
    d->needs = new Rows("task-needs");
    d->resources = new ResourcesTable("task-resources");
    for (const Section& section : {Section{&d->params_title, "params-title", d->params}, Section{&d->outputs_title, "outputs-title", d->outputs},
                                   Section{&d->env_title, "env-title", d->env}, Section{&d->resources_title, "resources-title", d->resources},
                                   Section{&d->needs_title, "needs-title", d->needs}}) {
        *section.title = label(QLatin1String(section.name), {}, "section");
        layout->addSpacing(6);
        layout->addWidget(*section.title);
        layout->addWidget(section.body);
        if (section.body == d->resources) {
            d->placement = new PlacementSection;
            layout->addWidget(d->placement);
        }
    }
    d->when = new Field("task-when", Field::Kind::mono_line);
    layout->addWidget(d->when);

    d->fails_title = label("fails-title", {}, "section");
    layout->addSpacing(6);
    layout->addWidget(d->fails_title);
    auto* fails = new QHBoxLayout;
    fails->setSpacing(6);
    d->retries = new Field("task-retries", Field::Kind::line);
    d->delay = new Field("task-delay", Field::Kind::line);
    d->factor = new Field("task-factor", Field::Kind::line);
    d->timeout = new Field("task-timeout", Field::Kind::line);
    for (Field* field : {d->retries, d->delay, d->factor, d->timeout}) fails->addWidget(field, 1);
    layout->addLayout(fails);
    d->tolerated = new QCheckBox;
    d->tolerated->setObjectName(QStringLiteral("task-tolerated"));
    layout->addWidget(d->tolerated);
    layout->addSpacing(6);
    d->names = new NamesSection;
    layout->addWidget(d->names);
    layout->addStretch(1);
}

void TaskForm::connect_identity() {
    connect(d->name, &QLineEdit::editingFinished, this, [this] {
        const Task* task = d->edit.task();
        if (!task || d->name->text() == qs(task->name)) return;
        if (!d->edit.rename(d->name->text())) fill_identity();
    });
    const auto set_trigger = [this] {
        if (!d->filling) d->edit.trigger(static_cast<Trigger>(d->trigger->currentData().toInt()), d->weight->currentData().toBool());
    };
    connect(d->trigger, &QComboBox::activated, this, set_trigger);
    connect(d->weight, &QComboBox::activated, this, set_trigger);
}

void TaskForm::show_task(FlowDocument* document, TaskId id) {
    d->edit.aim(document, {id});
    refresh();
}

void TaskForm::refresh() {
    if (!d->edit.task()) return;
    d->filling = true;
    fill_identity();
    fill_work();
    fill_environment();
    fill_lists();
    fill_failure();
    d->filling = false;
    d->names->show_task(d->edit.document(), d->edit.id());
    refresh_findings();
    refresh_run();
}

void TaskForm::fill_identity() {
    const Task& task = *d->edit.task();
    if (!d->name->hasFocus() || d->name->text() != qs(task.name)) d->name->setText(qs(task.name));
    const Definition* definition = d->edit.definition();
    struct Kind { DefinitionKind kind; QString text; };
    const Kind kinds[] = {{DefinitionKind::container, tr("Container task")}, {DefinitionKind::script, tr("Script task")}, {DefinitionKind::flow, tr("Sub-flow")},
                          {DefinitionKind::wait, tr("Wait")}, {DefinitionKind::http, tr("HTTP task")}, {DefinitionKind::resource, tr("Resource task")},
                          {DefinitionKind::reference, tr("Defined elsewhere")}, {DefinitionKind::other, tr("Other task")}, {DefinitionKind::none, tr("Nothing to run")}};
    const DefinitionKind kind = definition ? definition->kind : DefinitionKind::none;
    for (const Kind& one : kinds)
        if (one.kind == kind) d->kind->setText(d->edit.handler() ? tr("Exit handler") : one.text);
    const int uses = task.definition.empty() ? 0 : weft::edit::uses_of(*d->edit.document()->flow(), task.definition);
    d->shared->setVisible(!task.definition.empty() && (uses > 1 || !definition || d->edit.document()->flow()->format == "native"));   // a template of its own is the task itself
    d->shared->setText(definition ? tr("Runs %1, which serves %n task(s).", nullptr, uses).arg(qs(task.definition)) : tr("Runs %1, which is not defined.").arg(qs(task.definition)));
    fill_folder();
    const Handler* handler = d->edit.handler();
    d->handler->setVisible(handler);
    if (!handler) return;
    d->trigger->setCurrentIndex(d->trigger->findData(int(handler->trigger)));
    d->weight->setCurrentIndex(d->weight->findData(handler->warn_only));
}

void TaskForm::show_folder(std::shared_ptr<const Folder> folder) { d->folder = std::move(folder); }

const Definition* TaskForm::Parts::from_folder() const {
    const Task* task = edit.task();
    if (!folder || !task || !task->own || task->own->kind != DefinitionKind::reference) return nullptr;
    const FolderDefinition* found = weft::definition_of(*folder, task->own->detail, utf8(edit.document()->file()));
    return found ? found->definition.get() : nullptr;
}

// Before a shared template is changed one sees whom that reaches, and where a template of another file stands.
void TaskForm::fill_folder() {
    const Task& task = *d->edit.task();
    const FlowDocument& document = *d->edit.document();
    std::size_t users = 0;
    QString file;
    if (d->folder && !task.definition.empty()) {
        const std::string known = reference_to(as_read(*document.document()).stream, document.document()->flow_index, *document.flow(), task.definition);
        if (!known.empty()) users = flows_using(*d->folder, known);
    } else if (d->folder && task.own && task.own->kind == DefinitionKind::reference) {
        if (const FolderDefinition* found = weft::definition_of(*d->folder, task.own->detail, utf8(document.file()))) file = qs(found->file);
        users = flows_using(*d->folder, task.own->detail);
    }
    d->users->setText(tr("Used by %n flow(s) of this folder", nullptr, int(users)));
    d->users->setVisible(users > (file.isEmpty() ? 0 : 1));
    d->elsewhere->setText(tr("Defined in %1").arg(file.section(u'/', -1)));
    d->elsewhere->setToolTip(file.toHtmlEscaped());
    d->elsewhere->setVisible(!file.isEmpty());
}

void TaskForm::refresh_findings() {
    FlowDocument* document = d->edit.document();
    if (!document || !d->edit.task()) return;
    d->filling = true;
    fill_lists();   // rows carry their own problems
    d->filling = false;
    for (Field* field : {d->image, d->command, d->args, d->script, d->when, d->retries, d->timeout}) field->show_problem({});
    d->resources->show_problem({}, {});
    d->name_problem->clear();
    for (const auto& [field, text] : said_about(*document, d->edit.id())) {
        if (field == "image") d->image->show_problem(text);
        else if (field == "name") d->name_problem->setText(text);
        else if (field == "command") (d->command->isVisible() ? d->command : d->script)->show_problem(text);
        else if (field == "script" || field == "source") d->script->show_problem(text);
        else if (field == "args") d->args->show_problem(text);
        else if (field == "when") d->when->show_problem(text);
        else if (field == "timeout") d->timeout->show_problem(text);
        else if (field.rfind("retry", 0) == 0) d->retries->show_problem(text);
        else d->resources->show_problem(field, text);
    }
    d->name_problem->setVisible(!d->name_problem->text().isEmpty());
    set_bad(d->name, !d->name_problem->text().isEmpty());
}

void TaskForm::refresh_run() {
    FlowDocument* document = d->edit.document();
    if (document && d->edit.task()) d->fail->show_task(*document, qs(path_of(*document->flow(), d->edit.id())));
}

void TaskForm::retranslate() {
    d->name->setAccessibleName(tr("Name"));
    d->trigger->clear();
    d->trigger->addItem(tr("always"), int(Trigger::always));
    d->trigger->addItem(tr("on success"), int(Trigger::on_success));
    d->trigger->addItem(tr("on failure"), int(Trigger::on_failure));
    d->trigger->setAccessibleName(tr("When the handler runs"));
    d->weight->clear();
    d->weight->addItem(tr("affects the verdict"), false);
    d->weight->addItem(tr("warn only"), true);
    d->weight->setAccessibleName(tr("What a failure of the handler means"));
    d->image->set_caption(tr("&Image"));
    d->command->set_caption(tr("&Command"));
    d->args->set_caption(tr("Ar&guments"));
    d->script->set_caption(tr("&Script"));
    d->interpreter->set_caption(tr("Interpr&eter"));
    d->detail->set_caption(tr("Runs"));
    d->params_title->setText(tr("Parameters"));
    d->params->set_texts(tr("Add a parameter"), tr("name"), tr("value, or choose"));
    d->outputs_title->setText(tr("Outputs"));
    d->outputs->set_texts(tr("Add an output"), tr("name"), tr("file or path"));
    d->env_title->setText(tr("Environment variables"));
    d->env->set_texts(tr("Add a variable"), tr("NAME"), tr("value, or choose"));
    d->resources_title->setText(tr("Environment"));
    d->resources->retranslate();
    d->placement->retranslate();
    d->needs_title->setText(tr("Runs after"));
    d->needs->set_texts(tr("Add a task to wait for"), tr("task"), tr("result"));
    d->when->set_caption(tr("Onl&y when"));
    d->fails_title->setText(tr("When it fails"));
    d->retries->set_caption(tr("Retries"));
    d->delay->set_caption(tr("Wait"));
    d->factor->set_caption(tr("Factor"));
    d->timeout->set_caption(tr("Timeout"));
    d->tolerated->setText(tr("A failure is only a &warning"));
}

void TaskForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        d->links_flow.reset();   // their words are of the other language
        d->choices_flow.reset();
        refresh();
    }
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
