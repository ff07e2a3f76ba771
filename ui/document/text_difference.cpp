#include "ui/document/text_difference.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace weft::ui {

namespace {

constexpr int most_changes = 400;   // lines that came or went; with more it is another text

bool inside_character(std::string_view text, std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; }

// One edit from the first difference to the last.
void add_edit(EditStep& step, std::size_t offset, std::string_view before, std::string_view after) {
    if (before == after) return;
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = std::size_t(std::mismatch(before.begin(), before.begin() + std::ptrdiff_t(shorter), after.begin()).first - before.begin());
    while (head > 0 && (inside_character(before, head) || inside_character(after, head))) --head;
    std::size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
    while (tail > 0 && (inside_character(before, before.size() - tail) || inside_character(after, after.size() - tail))) --tail;
    step.push_back({offset + head, std::string(before.substr(head, before.size() - tail - head)), std::string(after.substr(head, after.size() - tail - head))});
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

struct Hunk { int a0, a1, b0, b1; };   // lines a0..a1 became b0..b1

// The shortest way from one list of lines to the other (Myers), given up when it is long: then nothing is returned.
std::vector<Hunk> hunks_of(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    const int n = int(a.size()), m = int(b.size());
    std::vector<std::vector<int>> furthest;   // of each number of changes, by diagonal -d..d
    const auto at = [](const std::vector<int>& row, int d, int k) { return row[std::size_t(k + d)]; };
    int found = -1;
    for (int d = 0; d <= most_changes && found < 0; ++d) {
        std::vector<int> row(std::size_t(2 * d + 1), 0);
        for (int k = -d; k <= d; k += 2) {
            int x = 0;
            if (d > 0) {
                const bool down = k == -d || (k != d && at(furthest.back(), d - 1, k - 1) < at(furthest.back(), d - 1, k + 1));
                x = down ? at(furthest.back(), d - 1, k + 1) : at(furthest.back(), d - 1, k - 1) + 1;
            }
            int y = x - k;
            while (x < n && y >= 0 && y < m && a[std::size_t(x)] == b[std::size_t(y)]) ++x, ++y;
            row[std::size_t(k + d)] = x;
            if (x >= n && y >= m) found = d;
        }
        furthest.push_back(std::move(row));
    }
    std::vector<Hunk> hunks;
    if (found < 0) return hunks;
    int x = n, y = m;
    for (int d = found; d > 0; --d) {   // back along the way; neighbouring changes are one hunk
        const std::vector<int>& row = furthest[std::size_t(d - 1)];
        const int k = x - y;
        const bool down = k == -d || (k != d && at(row, d - 1, k - 1) < at(row, d - 1, k + 1));
        const int from_k = down ? k + 1 : k - 1, from_x = at(row, d - 1, from_k), from_y = from_x - from_k;
        const int after_x = down ? from_x : from_x + 1, after_y = down ? from_y + 1 : from_y;
        if (!hunks.empty() && hunks.back().a0 == after_x && hunks.back().b0 == after_y) hunks.back().a0 = from_x, hunks.back().b0 = from_y;
        else hunks.push_back({from_x, after_x, from_y, after_y});
        x = from_x;
        y = from_y;
    }
    std::reverse(hunks.begin(), hunks.end());
    return hunks;
}

}  // namespace

EditStep text_difference(const std::string& before, const std::string& after) {
    EditStep step;
    if (before == after) return step;
    const std::vector<std::string_view> a = lines_of(before), b = lines_of(after);
    std::size_t same_head = 0, same_tail = 0;
    while (same_head < std::min(a.size(), b.size()) && a[same_head] == b[same_head]) ++same_head;
    while (same_tail < std::min(a.size(), b.size()) - same_head && a[a.size() - 1 - same_tail] == b[b.size() - 1 - same_tail]) ++same_tail;
    const std::vector<std::string_view> a_middle(a.begin() + std::ptrdiff_t(same_head), a.end() - std::ptrdiff_t(same_tail));
    const std::vector<std::string_view> b_middle(b.begin() + std::ptrdiff_t(same_head), b.end() - std::ptrdiff_t(same_tail));
    const auto place = [](const std::string& text, const std::vector<std::string_view>& lines, std::size_t line) {
        return line < lines.size() ? std::size_t(lines[line].data() - text.data()) : text.size();
    };
    for (const Hunk& one : hunks_of(a_middle, b_middle)) {
        const std::size_t from = place(before, a, same_head + std::size_t(one.a0)), to = place(before, a, same_head + std::size_t(one.a1));
        const std::size_t fresh = place(after, b, same_head + std::size_t(one.b0)), fresh_end = place(after, b, same_head + std::size_t(one.b1));
        add_edit(step, from, std::string_view(before).substr(from, to - from), std::string_view(after).substr(fresh, fresh_end - fresh));
    }
    if (step.empty()) add_edit(step, 0, before, after);
    return step;
}

}  // namespace weft::ui
