// The widgets of the task form; private to its files.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "core/targets/folder.h"
#include "ui/inspector/fail_card.h"
#include "ui/inspector/field.h"
#include "ui/inspector/names_section.h"
#include "ui/inspector/placement_section.h"
#include "ui/inspector/resources_table.h"
#include "ui/inspector/rows.h"
#include "ui/inspector/task_form.h"

namespace weft::ui {

struct TaskForm::Parts {
    TaskEdit edit;
    QLineEdit* name = nullptr;
    QLabel *kind = nullptr, *name_problem = nullptr, *shared = nullptr;
    QWidget* handler = nullptr;
    QComboBox *trigger = nullptr, *weight = nullptr;
    Field *image = nullptr, *command = nullptr, *args = nullptr, *script = nullptr, *interpreter = nullptr, *detail = nullptr;
    QLabel *params_title = nullptr, *outputs_title = nullptr, *env_title = nullptr, *resources_title = nullptr, *needs_title = nullptr, *fails_title = nullptr;
    Rows *params = nullptr, *outputs = nullptr, *env = nullptr, *needs = nullptr;
    ResourcesTable* resources = nullptr;
    Field *when = nullptr, *retries = nullptr, *delay = nullptr, *factor = nullptr, *timeout = nullptr;
    QCheckBox* tolerated = nullptr;
    NamesSection* names = nullptr;
    PlacementSection* placement = nullptr;
    FailCard* fail = nullptr;
    QPushButton *users = nullptr, *elsewhere = nullptr;   // who else uses what this task runs; where it is defined
    std::shared_ptr<const Folder> folder;
    bool filling = false;
    struct Link { ValuePlace here; RowLink link; };
    std::vector<Link> links;        // of the task shown, in this flow; of a large flow they come from another thread
    std::vector<ValueChoice> choices;   // what may stand as a value there
    FlowPtr choices_flow;
    TaskId choices_task = 0;
    FlowPtr links_flow;
    TaskId links_task = 0;

    const Definition* from_folder() const;   // what a reference to another file runs; null = not known
};

// --- what stands at a task itself: at its use or with what it runs ---
struct Said { std::string field; QString what; };      // a finding about one field of the task
std::vector<Said> said_about(const FlowDocument& document, TaskId id);
std::vector<Binding> own_variables(const Flow& flow, const Task& task);
Environment own_environment(const Flow& flow, const Task& task);
const Retry* retry_of(const Task& task, const Definition* definition);
void set_retries(std::optional<Retry>& retry, const std::string& typed);   // "" and "0" take it away
std::string timeout_of(const Task& task, const Definition* definition);

}  // namespace weft::ui
