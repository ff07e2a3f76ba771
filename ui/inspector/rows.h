// A small table of name and value that a person edits in place: parameters, outputs, environment variables. The last row adds.
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "ui/bridge/completion_popup.h"
#include "ui/inspector/value_text.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace weft::ui {

struct RowLink {
    QString text;             // "from fetch → path"
    TaskId task = 0;          // where it leads; 0 = the flow
    friend bool operator==(const RowLink&, const RowLink&) = default;
};

struct Row {
    QString name;
    Value value;
    QString placeholder;      // shown in an empty value: the default
    QString problem;          // of a finding, in red beneath
    std::vector<RowLink> links{};   // where the value comes from and goes to, a line each
    friend bool operator==(const Row&, const Row&) = default;
};

class Rows : public QWidget {
    Q_OBJECT
  public:
    Rows(const QString& name, bool names_fixed = false, QWidget* parent = nullptr);
    void show_rows(std::vector<Row> rows, std::vector<ValueChoice> choices = {});
    const std::vector<Row>& rows() const { return rows_; }
    void set_texts(const QString& add, const QString& name_hint, const QString& value_hint);
    QWidget* field(int row, int column) const;     // 0 name, 1 value
    void set_completion(CompletionPopup::Ask ask);  // of the values, from the next show_rows on

  signals:
    void edited(const std::vector<weft::ui::Row>& rows);
    void linked(weft::TaskId task);
    void traced(const QString& name);              // "show the way" of a row

  private:
    struct Line { QWidget* name; QWidget* value; QWidget* remove; QLabel* problem; QWidget* links; };
    QWidget* links_of(std::size_t index);
    void show_links(std::vector<Row> rows);
    void rebuild();
    void add_line(std::size_t index);
    QWidget* plain_value(const Row& row);
    QWidget* choosable_value(const Row& row);
    void share_width();
    void gather();

    QGridLayout* grid_;
    QPushButton* add_;
    bool names_fixed_;
    bool building_ = false;
    QString name_hint_, value_hint_;
    CompletionPopup::Ask completion_;
    std::vector<Row> rows_;        // as shown; an unnamed one at the end is not in the flow yet
    std::vector<ValueChoice> choices_;
    std::vector<Line> lines_;
};

}  // namespace weft::ui
