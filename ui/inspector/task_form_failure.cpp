// What happens when the task fails: tries, waiting between them, the time it may take, whether it matters.
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/inspector/task_form_parts.h"

namespace weft::ui {

const Retry* retry_of(const Task& task, const Definition* definition) {
    if (task.retry) return &*task.retry;
    return definition && definition->retry ? &*definition->retry : nullptr;
}

void set_retries(std::optional<Retry>& retry, const std::string& typed) {
    if (typed.empty() || typed == "0") {
        retry.reset();
        return;
    }
    if (!retry) retry.emplace();
    retry->limit = Scalar{typed, !retry->limit || retry->limit->plain};
}

std::string timeout_of(const Task& task, const Definition* definition) {
    return task.timeout.empty() && definition ? definition->timeout : task.timeout;
}

void TaskForm::connect_failure() {
    connect(d->retries, &Field::edited, this, [this](const QString& typed) {
        const std::string text = utf8(typed.trimmed());
        d->edit.retry(tr("Change the retries"), [&text](std::optional<Retry>& retry) { set_retries(retry, text); });
        refresh();
    });
    connect(d->delay, &Field::edited, this, [this](const QString& typed) {
        d->edit.retry(tr("Change the wait before a retry"), [&typed](std::optional<Retry>& retry) {
            if (!retry) retry = Retry{Scalar{"1", true}, {}, {}, {}, {}, {}};
            retry->delay = utf8(typed.trimmed());
        });
        refresh();
    });
    connect(d->factor, &Field::edited, this, [this](const QString& typed) {
        bool ok = false;
        const double factor = typed.toDouble(&ok);
        d->edit.retry(tr("Change how the wait grows"), [&](std::optional<Retry>& retry) {
            if (!retry) retry = Retry{Scalar{"1", true}, {}, {}, {}, {}, {}};
            retry->factor = ok ? std::optional<double>(factor) : std::nullopt;
        });
        refresh();
    });
    connect(d->timeout, &Field::edited, this, [this](const QString& typed) {
        d->edit.timeout(tr("Change the timeout"), utf8(typed.trimmed()));
        refresh();
    });
    connect(d->tolerated, &QCheckBox::clicked, this, [this](bool on) {
        d->edit.use(on ? tr("Tolerate a failure") : tr("Let a failure count"), [on](Task& wanted) {
            wanted.tolerated = on;
            if (!on) wanted.tolerated_error = false;
        });
        refresh();
    });
}

void TaskForm::fill_failure() {
    const Task& task = *d->edit.task();
    const Definition* definition = d->edit.definition();
    const Retry* retry = retry_of(task, definition);
    d->retries->show_text(retry && retry->limit ? qs(retry->limit->text) : retry ? tr("unlimited") : QString(), QStringLiteral("0"));
    d->delay->show_text(retry ? qs(retry->delay) : QString(), tr("none"));
    d->factor->show_text(retry && retry->factor ? QString::number(*retry->factor) : QString(), QStringLiteral("1"));
    d->timeout->show_text(qs(timeout_of(task, definition)), tr("none"));
    d->tolerated->setChecked(task.tolerated);
    d->tolerated->setVisible(!d->edit.handler());
}

}  // namespace weft::ui
