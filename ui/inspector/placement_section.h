// Where a task's pod may stand and what is mounted into it: volumes, node selector, tolerations, in Kubernetes' own short words. Folded away until something
// is set or a person opens it.
#pragma once

#include <QWidget>

#include "core/model/flow.h"

class QLabel;
class QPushButton;

namespace weft::ui {

class Rows;

class PlacementSection : public QWidget {
    Q_OBJECT
  public:
    explicit PlacementSection(QWidget* parent = nullptr);
    void show_environment(const Environment& own);
    Rows* volumes() const { return volumes_; }
    Rows* selector() const { return selector_; }
    Rows* tolerations() const { return tolerations_; }
    void retranslate();

  signals:
    void volumes_edited(const std::vector<weft::Volume>& volumes);
    void selector_edited(const std::vector<weft::Binding>& selector);
    void tolerations_edited(const std::vector<weft::Toleration>& tolerations);
    void refused(const QString& why);

  private:
    void fold();

    QPushButton* open_;
    QWidget* body_;
    QLabel *volumes_title_, *selector_title_, *tolerations_title_;
    Rows *volumes_, *selector_, *tolerations_;
    Environment own_;
    bool opened_ = false;
};

// "pvc shared", "secret keys", "configMap settings", "emptyDir 1Gi", "hostPath /srv", each with "/SUB" after the name and " ro" at the end.
QString volume_text(const Volume& volume);
bool read_volume(const QString& text, Volume& volume);   // false: says nothing that is a volume; the rest of `volume` stays
// "gpu=a100" and "gpu" (any value) before the effect.
QString toleration_key(const Toleration& toleration);
Toleration toleration_of(const QString& key, const QString& effect, const Toleration& before);

}  // namespace weft::ui
