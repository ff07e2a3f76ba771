// Where the open flow could run: every engine and version fits, fits with a change, or is refused, with the reasons; live.
#pragma once

#include <QPointer>
#include <QPushButton>
#include <QTimer>
#include <QTreeView>
#include <map>
#include <string>

#include "core/model/flow.h"

namespace weft::ui {

class FlowDocument;
class PortabilityModel;

class PortabilityPanel : public QTreeView {
    Q_OBJECT
  public:
    explicit PortabilityPanel(QWidget* parent = nullptr);
    void show_document(FlowDocument* document);
    void set_default_images(std::map<std::string, std::string> images);   // by engine, of the settings
    PortabilityModel& rows() { return *model_; }
    QPushButton* fix() const { return fix_; }      // shown while the row that is picked has one

  signals:
    void task_chosen(weft::TaskId id);
    void target_chosen(const std::string& target, const std::string& version);
    void filled();

  protected:
    void changeEvent(QEvent* event) override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fill();
    void offer_fix();
    void place_fix();
    QPointer<FlowDocument> document_;
    PortabilityModel* model_ = nullptr;
    QTimer pause_;
    QPushButton* fix_ = nullptr;
    bool stale_ = true;
    std::map<std::string, std::string> images_;
    int asked_ = 0;
};

}  // namespace weft::ui
