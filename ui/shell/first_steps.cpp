#include "ui/shell/first_steps.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/model/edit.h"
#include "core/run/verdict.h"
#include "ui/base/widgets.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/problems/problems_panel.h"

namespace weft::ui {

namespace {

constexpr const char* broken_name = "dynamic.out(greet)";
constexpr const char* rule_prefix = "env/";

}  // namespace

const lint::Finding* break_finding(const FlowDocument& document) {
    for (const lint::Finding& finding : document.findings())
        if (finding.rule.rfind(rule_prefix, 0) == 0 && !finding.fixes.empty() && finding.field.find("dynamic") != std::string::npos) return &finding;
    return nullptr;
}

bool is_broken(const Flow& flow) {
    bool found = false;
    for_each_task(flow, [&found, &flow](const std::string&, const Task& task, const Handler*) {
        const auto look = [&found](const std::vector<Binding>& bindings) {
            for (const Binding& binding : bindings) found = found || binding.name == broken_name;
        };
        look(task.environment.env);
        look(task.params);
        if (const Definition* definition = definition_of(flow, task)) look(definition->environment.env);
    });
    return found;
}

Result<Flow> break_a_task(const Flow& flow) {
    const Task* task = find_task(flow.main, "report");
    if (!task) return fail(WEFT_TR("core", "there is no task \"report\" to break"));
    const Definition* definition = definition_of(flow, *task);
    if (definition && !definition->environment.env.empty()) {
        Definition wanted = *definition;
        wanted.environment.env.front().name = broken_name;
        return edit::change_definition(flow, task->id, edit::Scope::only_this, wanted);
    }
    Task wanted = *task;
    std::vector<Binding>& bindings = wanted.environment.env.empty() ? wanted.params : wanted.environment.env;
    if (bindings.empty()) return fail(WEFT_TR("core", "the task \"report\" reads no variable"));
    bindings.front().name = broken_name;
    return edit::change_task(flow, task->id, wanted);
}

FirstSteps::FirstSteps(FlowDocument& document, QWidget* parent)
    : QFrame(parent), document_(&document), title_(label("first-title", {}, "heading")), text_(label("first-text", {}, "muted")), main_(button("first-main", {}, "primary")),
      new_(button("first-new", {})), open_(button("first-open", {})), tour_(button("first-tour", {})), close_(button("first-close", QStringLiteral("×"), "quiet")) {
    setObjectName(QStringLiteral("first-steps"));
    setProperty("look", "card");
    text_->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title_);
    words->addWidget(text_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 10, 8, 10);
    layout->setSpacing(8);
    layout->addLayout(words, 1);
    for (QPushButton* one : {main_, new_, open_, tour_, close_}) layout->addWidget(one, 0, Qt::AlignVCenter);
    connect(main_, &QPushButton::clicked, this, &FirstSteps::act);
    connect(new_, &QPushButton::clicked, this, &FirstSteps::new_asked);
    connect(open_, &QPushButton::clicked, this, &FirstSteps::open_asked);
    connect(tour_, &QPushButton::clicked, this, &FirstSteps::tour_asked);
    connect(close_, &QPushButton::clicked, this, &FirstSteps::closed);
    connect(&document, &FlowDocument::findings_changed, this, &FirstSteps::look_at_findings);
    connect(&document, &FlowDocument::changed, this, &FirstSteps::look_at_findings);
    retranslate();
}

void FirstSteps::go(Step step) {
    step_ = step;
    retranslate();
}

void FirstSteps::act() {
    if (!document_) return;
    switch (step_) {
        case Step::green:
            if (document_->commit(tr("Break a task"), break_a_task)) {
                go(Step::broken);
                if (const Task* task = find_task(document_->flow()->main, "report")) document_->select({task->id});
            }
            return;
        case Step::failed:
            if (const lint::Finding* finding = break_finding(*document_)) {
                const lint::Fix fix = finding->fixes.front();
                apply_fix(*document_, fix);
            }
            return;
        case Step::done: emit closed(); return;
        default: emit run_asked(); return;
    }
}

void FirstSteps::look_at_findings() {
    if (!document_) return;
    const bool was_broken = step_ == Step::broken || step_ == Step::failed || step_ == Step::breaking;
    if (was_broken && !is_broken(*document_->flow())) go(Step::mended);
    else if (step_ == Step::broken || step_ == Step::failed) retranslate();   // the fix's words may have come
}

void FirstSteps::run_started() {
    if (step_ == Step::welcome) go(Step::running);
    else if (step_ == Step::broken) go(Step::breaking);
    else if (step_ == Step::mended) go(Step::running_again);
}

void FirstSteps::run_ended() {
    if (!document_) return;
    const bool green = document_->shown_verdict().outcome == run::Outcome::succeeded;
    if (step_ == Step::running) go(green ? Step::green : Step::welcome);
    else if (step_ == Step::breaking) go(green ? Step::broken : Step::failed);
    else if (step_ == Step::running_again) go(green ? Step::done : Step::mended);
}

void FirstSteps::retranslate() {
    const bool starting = step_ == Step::welcome;
    new_->setText(tr("&New"));
    open_->setText(tr("&Open YAML…"));
    tour_->setText(step_ == Step::done ? tr("&Take the tour") : tr("&Tour"));
    close_->setAccessibleName(tr("Close this card"));
    close_->setToolTip(tr("Close this card"));
    new_->setVisible(starting);
    open_->setVisible(starting);
    tour_->setVisible(starting || step_ == Step::done);
    const lint::Finding* finding = step_ == Step::failed && document_ ? break_finding(*document_) : nullptr;
    main_->setVisible(step_ != Step::running && step_ != Step::breaking && step_ != Step::running_again && (step_ != Step::failed || finding));
    switch (step_) {
        case Step::welcome:
            title_->setText(tr("This flow works"));
            text_->setText(tr("Four tasks and an exit handler. Run them on this computer: no network, no account, no cluster."));
            main_->setText(tr("&Run"));
            break;
        case Step::running:
        case Step::breaking:
        case Step::running_again:
            title_->setText(tr("Running on this computer"));
            text_->setText(tr("Every task shows its state as a shape, a colour and a word. Select one to see its log."));
            break;
        case Step::green:
            title_->setText(tr("All green"));
            text_->setText(tr("Now see what happens when something goes wrong: rename a variable that the report needs."));
            main_->setText(tr("&Break a task"));
            break;
        case Step::broken:
            title_->setText(tr("Broken, and marked at once"));
            text_->setText(tr("Problems says what is wrong with the name, before anything runs. Run it anyway."));
            main_->setText(tr("&Run"));
            break;
        case Step::failed:
            title_->setText(tr("The truth about it"));
            text_->setText(tr("The exit handler ran and is green, and still the run has failed: a handler never improves a verdict. One button mends it."));
            main_->setText(finding ? translated(finding->fixes.front().title) : tr("&Run"));
            break;
        case Step::mended:
            title_->setText(tr("Mended"));
            text_->setText(tr("Run it once more."));
            main_->setText(tr("&Run"));
            break;
        case Step::done:
            title_->setText(tr("Well done"));
            text_->setText(tr("That is all there is to it: draw, check, run, watch. Double-click the canvas to add a task."));
            main_->setText(tr("&Close"));
            break;
    }
}

void FirstSteps::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

}  // namespace weft::ui
