// Who uses a template or definition: a list of places, a click goes there.
#pragma once

#include <QTreeWidget>
#include <vector>

#include "core/targets/folder.h"

class QLabel;

namespace weft::ui {

class UsagesPanel : public QWidget {
    Q_OBJECT
  public:
    struct Place {
        QString file;                 // "" = the open document
        std::size_t flow_index = 0;
        QString flow, task;           // name path of the task
        int line = 0;
    };
    explicit UsagesPanel(QWidget* parent = nullptr);
    void show_places(const QString& what, std::vector<Place> places, const QString& root);
    const std::vector<Place>& places() const { return places_; }
    QTreeWidget* list() const { return list_; }

  signals:
    void chosen(const weft::ui::UsagesPanel::Place& place);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void tell();

    QLabel* title_;
    QTreeWidget* list_;
    QString what_;
    std::vector<Place> places_;
};

}  // namespace weft::ui
