// A uniform grid over rectangles, each known by a small number: what is near a point or in a rectangle, without looking at everything.
#pragma once

#include <QRectF>
#include <algorithm>
#include <vector>

namespace weft::ui {

class GridIndex {
  public:
    explicit GridIndex(qreal cell) : cell_(cell) {}

    void reset(const QRectF& area, std::size_t count) {
        area_ = area;
        // Far-flung placements must not make millions of cells.
        size_ = std::max({cell_, area.width() / 400, area.height() / 400});
        columns_ = int(area.width() / size_) + 1;
        rows_ = int(area.height() / size_) + 1;
        cells_.assign(std::size_t(columns_) * std::size_t(rows_), {});
        seen_.assign(count, 0);
        turn_ = 0;
    }
    void add(int item, const QRectF& rect) {
        each_cell(rect, [item](std::vector<int>& cell) { cell.push_back(item); });
    }
    // Calls fn(item) once for every item whose cells meet `rect`; the caller looks closer.
    template <class Fn> void query(const QRectF& rect, Fn fn) const {
        if (cells_.empty()) return;
        ++turn_;
        each_cell(rect, [&](const std::vector<int>& cell) {
            for (const int item : cell) {
                if (seen_[std::size_t(item)] == turn_) continue;
                seen_[std::size_t(item)] = turn_;
                fn(item);
            }
        });
    }

  private:
    int column(qreal x) const { return std::clamp(int((x - area_.left()) / size_), 0, columns_ - 1); }
    int row(qreal y) const { return std::clamp(int((y - area_.top()) / size_), 0, rows_ - 1); }
    template <class Fn> void each_cell(const QRectF& rect, Fn fn) {
        for (int y = row(rect.top()); y <= row(rect.bottom()); ++y)
            for (int x = column(rect.left()); x <= column(rect.right()); ++x) fn(cells_[std::size_t(y * columns_ + x)]);
    }
    template <class Fn> void each_cell(const QRectF& rect, Fn fn) const {
        for (int y = row(rect.top()); y <= row(rect.bottom()); ++y)
            for (int x = column(rect.left()); x <= column(rect.right()); ++x) fn(cells_[std::size_t(y * columns_ + x)]);
    }

    qreal cell_, size_ = 1;
    QRectF area_;
    int columns_ = 0, rows_ = 0;
    std::vector<std::vector<int>> cells_;
    mutable std::vector<int> seen_;
    mutable int turn_ = 0;
};

}  // namespace weft::ui
