// Talks to the runner over its socket, JSON lines. Blocking, for the command line; the GUI speaks the same protocol through its own socket.
//   -> {"hello":{"protocol":1}}                              <- {"hello":{"protocol":1,"version":"0.1.0","pid":N}}
//   -> {"id":1,"submit":{"file","text","flow_index","params":{},"trusted":bool}}  <- {"id":1,"ok":{"run":"…","number":14}} or {"id":1,"error":{"message","line","column"}}
//   -> {"id":2,"cancel":{"run","task"?,"how":"stop"|"kill"}}  -> {"id":3,"retry":{"run"}}  -> {"id":4,"list":{"limit"}} <- {"id":4,"ok":{"runs":[RunRecord]}}
//   -> {"id":5,"subscribe":{"run"?,"after_seq"}}              <- {"id":5,"ok":{"runs":[…],"events":[…]}} then {"event":{…}}, {"run":{…}} lines; "gap" when a slow reader missed some
//   -> {"id":6,"log":{"run","path","attempt","offset"}}       <- {"id":6,"ok":{"data":base64 or text,"next":N,"end":bool}}
//   -> {"id":7,"show":{"run","events"?}}                      <- record with flow_text and all events (none when "events" is false)
//   -> {"id":8,"shutdown":{}}
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace weft::run {

std::string socket_path();          // $WEFT_SOCKET, $XDG_RUNTIME_DIR/weftwork/runner.sock, /tmp/weftwork-UID/runner.sock (0700, owner checked)

class Client {
  public:
    // Starts `weft runner` (beside this binary, or $WEFT_RUNNER) when none answers and `start` is set.
    static Result<std::unique_ptr<Client>> connect(bool start);
    ~Client();
    Result<std::string> request(std::string_view body_json);            // body without id; returns the "ok" object as JSON text; events that arrive meanwhile are queued
    Result<std::string> next_line(int timeout_ms);                      // an event or run line; "" on timeout
  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
    explicit Client(std::unique_ptr<Impl>);
};

}  // namespace weft::run
