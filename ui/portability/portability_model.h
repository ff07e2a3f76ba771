// Engines and versions with what the open flow may say there: a tree of two levels, a verdict and its reasons.
#pragma once

#include <QAbstractItemModel>

#include <map>

#include "core/targets/portability.h"

namespace weft::ui {

struct PortabilityRow {
    const Target* target = nullptr;
    std::string version;
    Portability found;
};

class PortabilityModel : public QAbstractItemModel {
    Q_OBJECT
  public:
    enum Role { task_role = Qt::UserRole + 1, fit_role };

    explicit PortabilityModel(QObject* parent = nullptr) : QAbstractItemModel(parent) {}
    void show(std::vector<PortabilityRow> rows);
    const std::vector<PortabilityRow>& rows() const { return rows_; }
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& = {}) const override { return 2; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QVariant remark_data(const Remark& remark, int column, int role) const;
    std::vector<PortabilityRow> rows_;
};

QString remark_sentences(const Portability& found, Fit fit);      // a line each, the first twenty
std::vector<PortabilityRow> portability_rows(const Flow& flow, const std::map<std::string, std::string>& default_images = {});   // every engine in every version, newest first; any thread

}  // namespace weft::ui
