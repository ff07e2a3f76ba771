// Which note of a document is chosen. Notes have no ids: they are counted, and a note that is chosen is chosen alone, without tasks.
#pragma once

#include <QObject>

namespace weft::ui {

class FlowDocument;

class NoteChoice : public QObject {
    Q_OBJECT
  public:
    static NoteChoice& of(FlowDocument& document);   // made when it is first asked for; belongs to the document
    int note() const { return note_; }               // index in Flow::notes, -1 = none
    void choose(int note);                           // takes the selection of tasks back
  signals:
    void changed();
  private:
    explicit NoteChoice(FlowDocument& document);
    FlowDocument& document_;
    int note_ = -1;
};

}  // namespace weft::ui
