#include "ui/inspector/several_form.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <algorithm>

#include "ui/base/theme.h"
#include "ui/base/widgets.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/inspector/task_form_parts.h"

namespace weft::ui {

namespace {

// What all say, or nothing and a word that they differ.
struct Common { QString text, placeholder; };
using TextOf = std::function<std::string(const Task& task)>;
Common common(const std::vector<const Task*>& tasks, const QString& placeholder, const TextOf& of) {
    const std::string first = tasks.empty() ? std::string() : of(*tasks.front());
    const bool same = std::all_of(tasks.begin(), tasks.end(), [&](const Task* task) { return of(*task) == first; });
    return same ? Common{qs(first), placeholder} : Common{{}, SeveralForm::tr("different values")};
}

std::vector<const Task*> representatives(const std::vector<const Task*>& tasks) {
    std::vector<const Task*> out;
    std::set<const Definition*> seen;
    std::unordered_set<std::string_view> seen_names;   // by name: finding the definition of each walks through all of them
    const Environment nothing;
    for (const Task* task : tasks) {
        const bool plain = !task->retry && task->timeout.empty() && task->environment == nothing;
        if (!plain || (task->definition.empty() ? seen.insert(task->own.get()).second : seen_names.insert(task->definition).second)) out.push_back(task);
    }
    return out;
}

void set_variable(std::vector<Binding>& env, const std::string& name, const Value& value) {
    const auto known = std::find_if(env.begin(), env.end(), [&name](const Binding& one) { return one.name == name; });
    if (known != env.end()) known->value = value;
    else env.push_back({name, value});
}

const Row* row_of(const std::vector<Row>& rows, const QString& name) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&name](const Row& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace

SeveralForm::SeveralForm(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("several-form"));
    lay_out();
    connect_parts();
    retranslate();
}

void SeveralForm::lay_out() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 18);
    layout->setSpacing(8);
    title_ = label("several-title", {}, "heading");
    title_->setFont(Theme::instance().font(16, 600));
    names_ = label("several-names", {}, "faint");
    names_->setWordWrap(true);
    image_ = new Field("several-image", Field::Kind::line);
    resources_title_ = label("several-resources-title", {}, "section");
    resources_ = new ResourcesTable("several-resources");
    env_title_ = label("several-env-title", {}, "section");
    env_ = new Rows("several-env");
    fails_title_ = label("several-fails-title", {}, "section");
    auto* fails = new QWidget;
    auto* row = new QHBoxLayout(fails);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    retries_ = new Field("several-retries", Field::Kind::line);
    delay_ = new Field("several-delay", Field::Kind::line);
    timeout_ = new Field("several-timeout", Field::Kind::line);
    for (Field* field : {retries_, delay_, timeout_}) row->addWidget(field, 1);
    for (QWidget* part : std::initializer_list<QWidget*>{title_, names_, image_, env_title_, env_, resources_title_, resources_, fails_title_, fails}) {
        if (part == image_ || part == env_title_ || part == resources_title_ || part == fails_title_) layout->addSpacing(6);
        layout->addWidget(part);
    }
    layout->addStretch(1);
}

void SeveralForm::connect_parts() {
    const auto set_environment = [this](const std::string& field, const QString& label, const QString& value) {
        edit_.environment(label, [&field](const Environment& environment) { return !environment_text(environment, field).empty(); },
                          [&](Environment& environment) { set_environment_text(environment, field, utf8(value.trimmed())); });
        refresh();
    };
    connect(image_, &Field::edited, this, [set_environment](const QString& text) { set_environment("image", TaskForm::tr("Change the image"), text); });
    connect(resources_, &ResourcesTable::edited, this,
            [set_environment](const QString& field, const QString& value) { set_environment(utf8(field), TaskForm::tr("Change the environment"), value); });
    connect(env_, &Rows::edited, this, &SeveralForm::change_variables);
    connect(retries_, &Field::edited, this, [this](const QString& typed) {
        const std::string text = utf8(typed.trimmed());
        edit_.retry(TaskForm::tr("Change the retries"), [&text](std::optional<Retry>& retry) { set_retries(retry, text); });
        refresh();
    });
    connect(delay_, &Field::edited, this, [this](const QString& typed) {
        edit_.retry(TaskForm::tr("Change the wait before a retry"), [&typed](std::optional<Retry>& retry) {
            if (!retry) retry = Retry{Scalar{"1", true}, {}, {}, {}, {}, {}};
            retry->delay = utf8(typed.trimmed());
        });
        refresh();
    });
    connect(timeout_, &Field::edited, this, [this](const QString& typed) {
        edit_.timeout(TaskForm::tr("Change the timeout"), utf8(typed.trimmed()));
        refresh();
    });
}

void SeveralForm::show_tasks(FlowDocument* document, const std::vector<TaskId>& ids) {
    edit_.aim(document, ids);
    refresh();
}

std::vector<const Task*> SeveralForm::tasks(const Flow& flow) const {
    std::unordered_map<TaskId, const Task*> all;   // one walk for all: of ten thousand each would be looked for among ten thousand
    for_each_task(flow, [&all](const std::string&, const Task& task, const Handler*) { all.emplace(task.id, &task); });
    std::vector<const Task*> found;
    for (const TaskId id : edit_.ids())
        if (const auto task = all.find(id); task != all.end()) found.push_back(task->second);
    return found;
}

void SeveralForm::refresh() {
    if (!edit_.document()) return;
    const FlowPtr held = edit_.document()->flow();
    const Flow& flow = *held;
    std::vector<const Task*> tasks = this->tasks(flow);
    title_->setText(tr("%n task(s)", nullptr, int(tasks.size())));
    constexpr std::size_t most_names = 12;   // of a hundred tasks nobody reads the names
    QStringList names;
    for (std::size_t i = 0; i < std::min(tasks.size(), most_names); ++i) names << qs(tasks[i]->name);
    if (tasks.size() > most_names) names << QStringLiteral("…");
    names_->setText(names.join(QStringLiteral(", ")));
    // Tasks that set nothing themselves are as what they run: one of each is enough to compare.
    tasks = representatives(tasks);
    std::vector<Environment> environments;
    for (const Task* task : tasks) environments.push_back(own_environment(flow, *task));
    const auto show = [&](Field* field, const QString& placeholder, const TextOf& of) {
        const Common found = common(tasks, placeholder, of);
        field->show_text(found.text, found.placeholder);
    };
    show(image_, tr("inherited"), [&flow](const Task& task) { return environment_text(own_environment(flow, task), "image"); });
    resources_->show_several(environments);
    fill_variables(flow, tasks);
    const auto retry = [&flow](const Task& task) { return retry_of(task, definition_of(flow, task)); };
    const std::string unlimited = utf8(TaskForm::tr("unlimited"));
    show(retries_, QStringLiteral("0"), [&](const Task& task) {
        const Retry* found = retry(task);
        return !found ? std::string() : found->limit ? found->limit->text : unlimited;
    });
    show(delay_, TaskForm::tr("none"), [&](const Task& task) { return retry(task) ? retry(task)->delay : std::string(); });
    show(timeout_, TaskForm::tr("none"), [&flow](const Task& task) { return timeout_of(task, definition_of(flow, task)); });
}

// A row a variable that any of them has: its value where all agree.
void SeveralForm::fill_variables(const Flow& flow, const std::vector<const Task*>& tasks) {
    std::vector<Row> rows;
    std::vector<int> seen;
    for (const Task* task : tasks)
        for (const Binding& variable : own_variables(flow, *task)) {
            const QString name = qs(variable.name);
            const auto known = std::find_if(rows.begin(), rows.end(), [&name](const Row& row) { return row.name == name; });
            if (known == rows.end()) {
                rows.push_back({name, variable.value, {}, {}});
                seen.push_back(1);
                continue;
            }
            ++seen[std::size_t(known - rows.begin())];
            if (!(known->value == variable.value)) known->placeholder = tr("different values");
        }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (seen[i] != int(tasks.size()) && rows[i].placeholder.isEmpty()) rows[i].placeholder = tr("not in all of them");
        if (!rows[i].placeholder.isEmpty()) rows[i].value = {};
    }
    shown_ = rows;
    env_->show_rows(std::move(rows));
}

// Only what the person changed: a variable that the tasks set differently stays so until somebody types a value for all.
void SeveralForm::change_variables(const std::vector<Row>& rows) {
    std::vector<std::string> gone;
    for (const Row& row : shown_)
        if (!row_of(rows, row.name)) gone.push_back(utf8(row.name));
    std::vector<Binding> set;
    for (const Row& row : rows) {
        const Row* before = row_of(shown_, row.name);
        if (!row.name.isEmpty() && (!before || !(before->value == row.value))) set.push_back({utf8(row.name), row.value});
    }
    edit_.environment(TaskForm::tr("Change the environment variables"), [](const Environment& use) { return !use.env.empty(); }, [&](Environment& environment) {
        for (const std::string& name : gone) std::erase_if(environment.env, [&name](const Binding& one) { return one.name == name; });
        for (const Binding& one : set) set_variable(environment.env, one.name, one.value);
    });
    refresh();
}

void SeveralForm::retranslate() {
    image_->set_caption(TaskForm::tr("&Image"));
    resources_title_->setText(TaskForm::tr("Environment"));
    resources_->retranslate();
    env_title_->setText(TaskForm::tr("Environment variables"));
    env_->set_texts(TaskForm::tr("Add a variable"), TaskForm::tr("NAME"), tr("value"));
    fails_title_->setText(TaskForm::tr("When it fails"));
    retries_->set_caption(TaskForm::tr("Retries"));
    delay_->set_caption(TaskForm::tr("Wait"));
    timeout_->set_caption(TaskForm::tr("Timeout"));
}

void SeveralForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
