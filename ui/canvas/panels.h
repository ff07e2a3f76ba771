// The quiet panels around the canvas: palette (drag or click to add), outline tree, minimap. All on FlowDocument's API only.
#pragma once

#include <QWidget>
#include <memory>

namespace weft::ui {

class FlowDocument;
class Canvas;

inline constexpr const char* palette_mime = "application/x-weftwork-kind";   // text: the kind, see Canvas::add_kind

class PalettePanel : public QWidget {
    Q_OBJECT
  public:
    explicit PalettePanel(QWidget* parent = nullptr);
  signals:
    void add_requested(const QString& kind);
  protected:
    void changeEvent(QEvent* event) override;
};

class OutlinePanel : public QWidget {
    Q_OBJECT
  public:
    explicit OutlinePanel(QWidget* parent = nullptr);
    ~OutlinePanel() override;
    void show_document(FlowDocument* document);
  protected:
    void changeEvent(QEvent* event) override;
  private:
    struct Private;
    std::unique_ptr<Private> d;
};

// With the canvas (or its viewport) as parent it keeps itself in the lower right corner.
class Minimap : public QWidget {
    Q_OBJECT
  public:
    explicit Minimap(Canvas& canvas, QWidget* parent = nullptr);
  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
  private:
    void into_corner();
    void fit_size();
    Canvas& canvas_;
};

}  // namespace weft::ui
