// What stands in the files around the open document: read by a worker, read again when the folder changes. Nobody waits for it.
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <memory>

namespace weft {
struct Folder;
}

namespace weft::ui {

class FolderBridge : public QObject {
    Q_OBJECT
  public:
    explicit FolderBridge(QObject* parent = nullptr);
    void follow(const QString& file);                                        // of the open document; "" = none
    const std::shared_ptr<const Folder>& folder() const { return folder_; }  // null while nothing is known
    const QString& root() const { return root_; }
    void read_again();
    bool busy() const { return running_ || pause_.isActive(); }

  signals:
    void changed();

  private:
    void read();

    QString root_;
    std::shared_ptr<const Folder> folder_;
    QFileSystemWatcher watcher_;
    QTimer pause_;
    bool running_ = false, again_ = false;
};

}  // namespace weft::ui
