// A selection of thousands is taken in by one panel after the other, each in an event of its own, so that none of them keeps the window for longer than a
// frame; a small one by all of them at once.
#pragma once

#include <QPointer>
#include <QTimer>

#include "ui/document/flow_document.h"

namespace weft::ui {

template <class Slot>
auto in_turn(const FlowDocument* document, QObject* receiver, Slot slot) {
    return [document = QPointer<const FlowDocument>(document), receiver, slot] {
        constexpr std::size_t many = 500;
        if (document && document->selection().size() > many) QTimer::singleShot(0, receiver, slot);
        else slot();
    };
}

}  // namespace weft::ui
