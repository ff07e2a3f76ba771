#include "ui/inspector/rows.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/base/theme.h"
#include "ui/base/widgets.h"

namespace weft::ui {

namespace {
constexpr std::size_t most_links = 4;
}

Rows::Rows(const QString& name, bool names_fixed, QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)), names_fixed_(names_fixed) {
    setObjectName(name);
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(5);
    grid_->setVerticalSpacing(5);
    add_ = button(name + QStringLiteral("-add"), {}, "link");
    connect(add_, &QPushButton::clicked, this, [this] {
        if (rows_.empty() || !rows_.back().name.isEmpty()) rows_.push_back({});
        rebuild();
        if (QWidget* fresh = field(int(rows_.size()) - 1, 0)) fresh->setFocus();
    });
    grid_->addWidget(add_, 10'000, 0, 1, 2, Qt::AlignLeft);
    add_->setVisible(!names_fixed);   // only now: a widget without a parent would show as a window
}

void Rows::set_texts(const QString& add, const QString& name_hint, const QString& value_hint) {
    add_->setText(add);
    name_hint_ = name_hint;
    value_hint_ = value_hint;
}

void Rows::set_completion(CompletionPopup::Ask ask) { completion_ = std::move(ask); }

QWidget* Rows::field(int row, int column) const {
    if (row < 0 || row >= int(lines_.size())) return nullptr;
    return column == 0 ? lines_[std::size_t(row)].name : lines_[std::size_t(row)].value;
}

void Rows::show_rows(std::vector<Row> rows, std::vector<ValueChoice> choices) {
    const auto same = [](const std::vector<ValueChoice>& a, const std::vector<ValueChoice>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ValueChoice& x, const ValueChoice& y) { return x.text == y.text; });
    };
    const bool pending = !rows_.empty() && rows_.back().name.isEmpty() && rows_.size() == rows.size() + 1;   // a row that is being added
    if (pending) rows.push_back(rows_.back());
    if (rows == rows_ && same(choices, choices_) && lines_.size() == rows.size()) return;
    const bool links_only = same(choices, choices_) && lines_.size() == rows.size() && std::equal(rows.begin(), rows.end(), rows_.begin(), rows_.end(), [](Row a, const Row& b) {
        a.links = b.links;
        return a == b;
    });
    if (links_only) return show_links(std::move(rows));
    rows_ = std::move(rows);
    choices_ = std::move(choices);
    rebuild();
}

// The fields stay as they are, with what is being typed in them: links come later than the rest, from another thread.
void Rows::show_links(std::vector<Row> rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].links == rows_[i].links) continue;
        rows_[i].links = std::move(rows[i].links);
        if (QWidget* before = std::exchange(lines_[i].links, nullptr)) {
            before->hide();
            before->deleteLater();
        }
        if (rows_[i].links.empty()) continue;
        lines_[i].links = links_of(i);
        grid_->addWidget(lines_[i].links, int(i) * 3 + 2, 0, 1, 3);
    }
}

void Rows::rebuild() {
    building_ = true;
    int row = -1, column = 0, cursor = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i)
        for (QWidget* part : {lines_[i].name, lines_[i].value})
            if (part && (part->hasFocus() || part->isAncestorOf(focusWidget()))) {
                row = int(i);
                column = part == lines_[i].value;
                if (auto* line = qobject_cast<QLineEdit*>(part)) cursor = line->cursorPosition();
            }
    for (Line& line : lines_)
        for (QWidget* part : std::initializer_list<QWidget*>{line.name, line.value, line.remove, line.problem, line.links})
            if (part) {
                part->disconnect(this);
                part->hide();
                part->deleteLater();   // it may be the one that is telling us
            }
    lines_.clear();
    for (std::size_t i = 0; i < rows_.size(); ++i) add_line(i);
    share_width();
    building_ = false;
    if (QWidget* focus = row >= 0 ? field(row, column) : nullptr; focus && isVisible()) {
        focus->setFocus();
        if (auto* line = qobject_cast<QLineEdit*>(focus)) line->setCursorPosition(cursor);
    }
}

QWidget* Rows::plain_value(const Row& row) {
    auto* value = new QLineEdit(shown_value(row.value));
    value->setPlaceholderText(row.placeholder.isEmpty() ? value_hint_ : row.placeholder);
    value->setCursorPosition(0);
    connect(value, &QLineEdit::editingFinished, this, &Rows::gather);
    return value;
}

QWidget* Rows::choosable_value(const Row& row) {
    auto* value = new QComboBox;
    value->setEditable(true);
    value->setInsertPolicy(QComboBox::NoInsert);
    value->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    value->setMinimumContentsLength(6);
    value->setCompleter(nullptr);
    for (const ValueChoice& choice : choices_) value->addItem(choice.text);
    value->setCurrentIndex(-1);
    value->setEditText(shown_value(row.value));
    value->lineEdit()->setPlaceholderText(row.placeholder.isEmpty() ? value_hint_ : row.placeholder);
    value->lineEdit()->setCursorPosition(0);
    connect(value->lineEdit(), &QLineEdit::editingFinished, this, &Rows::gather);
    connect(value, &QComboBox::activated, this, &Rows::gather);
    return value;
}

void Rows::add_line(std::size_t index) {
    const Row& row = rows_[index];
    const QString suffix = u'-' + QString::number(index);
    Line line{};
    if (names_fixed_) {
        line.name = label(objectName() + QStringLiteral("-name") + suffix, row.name, "mono");
    } else {
        auto* name = new QLineEdit(row.name);
        name->setCursorPosition(0);
        name->setToolTip(row.name.toHtmlEscaped());
        name->setObjectName(objectName() + QStringLiteral("-name") + suffix);
        name->setProperty("look", "mono");
        name->setPlaceholderText(name_hint_);
        name->setAccessibleName(name_hint_);
        name->setProperty("bad", !row.problem.isEmpty());
        connect(name, &QLineEdit::editingFinished, this, &Rows::gather);
        line.name = name;
    }
    line.value = choices_.empty() ? plain_value(row) : choosable_value(row);
    line.value->setObjectName(objectName() + QStringLiteral("-value") + suffix);
    line.value->setAccessibleName(value_hint_);
    line.value->setMinimumWidth(60);
    line.value->setToolTip(shown_value(row.value).toHtmlEscaped());
    if (completion_) {
        auto* box = qobject_cast<QComboBox*>(line.value);
        QLineEdit* editor = box ? box->lineEdit() : qobject_cast<QLineEdit*>(line.value);
        if (box && editor) editor->setObjectName(line.value->objectName() + QStringLiteral("-text"));
        if (editor) new CompletionPopup(editor, completion_);
    }
    if (!names_fixed_) {
        auto* remove = new QToolButton;
        remove->setObjectName(objectName() + QStringLiteral("-remove") + suffix);
        remove->setText(QStringLiteral("×"));
        remove->setFixedWidth(22);
        remove->setToolTip(tr("Remove"));
        remove->setAccessibleName(tr("Remove %1").arg(row.name));
        connect(remove, &QToolButton::clicked, this, [this, index] {
            std::vector<Row> rest = rows_;
            rest.erase(rest.begin() + std::ptrdiff_t(index));
            if (!rest.empty() && rest.back().name.isEmpty()) rest.pop_back();
            rows_.erase(rows_.begin() + std::ptrdiff_t(index));
            rebuild();
            emit edited(rest);
        });
        line.remove = remove;
    }
    const int at = int(index) * 3;
    grid_->addWidget(line.name, at, 0);
    grid_->addWidget(line.value, at, 1);
    if (line.remove) grid_->addWidget(line.remove, at, 2);
    if (!row.problem.isEmpty()) {
        line.problem = label(objectName() + QStringLiteral("-problem") + suffix, row.problem, "error");
        line.problem->setWordWrap(true);
        grid_->addWidget(line.problem, at + 1, 0, 1, 3);
    }
    if (!row.links.empty()) {
        line.links = links_of(index);
        grid_->addWidget(line.links, at + 2, 0, 1, 3);
    }
    lines_.push_back(line);
}

// A line each, and the way as a whole on the drawing.
QWidget* Rows::links_of(std::size_t index) {
    const Row& row = rows_[index];
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(2, 0, 0, 4);
    layout->setSpacing(1);
    const auto add = [&](const QString& text, const QString& name) {
        QPushButton* link = button(name, text, "link");
        link->setToolTip(text.toHtmlEscaped());
        link->setFont(Theme::instance().font(10.5));
        link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        layout->addWidget(link);
        return link;
    };
    const QString head = objectName() + QStringLiteral("-link-") + QString::number(index);
    for (std::size_t i = 0; i < std::min(row.links.size(), most_links); ++i) {
        const TaskId task = row.links[i].task;
        connect(add(row.links[i].text, head + u'-' + QString::number(i)), &QPushButton::clicked, this, [this, task] { emit linked(task); });
    }
    const int more = int(row.links.size()) - int(most_links);
    QPushButton* way = add(more > 0 ? tr("and %n more: show the way", nullptr, more) : tr("show the way"), objectName() + QStringLiteral("-way-") + QString::number(index));
    way->setAccessibleName(tr("Show on the drawing where %1 comes from and goes to").arg(row.name));
    connect(way, &QPushButton::clicked, this, [this, name = row.name] { emit traced(name); });
    return box;
}

// The panel is narrow: the column with the longer texts gets more of it, so that "count → letters" is not cut beside a two-letter name.
void Rows::share_width() {
    const auto wish = [this](bool names) {
        int widest = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            QWidget* field = names ? lines_[i].name : lines_[i].value;
            field->ensurePolished();
            widest = std::max(widest, field->fontMetrics().horizontalAdvance(names ? rows_[i].name : shown_value(rows_[i].value)));
        }
        return std::max(widest, 40) + (names || choices_.empty() ? 24 : 44);   // the arrow of a choice
    };
    const int names = wish(true), values = wish(false);
    const int share = std::clamp(100 * names / (names + values), 30, 64);
    grid_->setColumnStretch(0, share);
    grid_->setColumnStretch(1, 100 - share);
}

void Rows::gather() {
    if (building_) return;
    std::vector<Row> rows = rows_;
    for (std::size_t i = 0; i < rows.size() && i < lines_.size(); ++i) {
        if (auto* name = qobject_cast<QLineEdit*>(lines_[i].name)) rows[i].name = name->text().trimmed();
        const auto* box = qobject_cast<QComboBox*>(lines_[i].value);
        const QString text = box ? box->currentText() : qobject_cast<QLineEdit*>(lines_[i].value)->text();
        if (text == shown_value(rows_[i].value)) continue;
        const auto chosen = std::find_if(choices_.begin(), choices_.end(), [&text](const ValueChoice& choice) { return choice.text == text; });
        rows[i].value = chosen != choices_.end() ? chosen->value : typed_value(text, rows_[i].value);
    }
    if (rows == rows_) return;
    rows_ = rows;
    if (!rows.empty() && rows.back().name.isEmpty()) rows.pop_back();
    emit edited(rows);
}

}  // namespace weft::ui
