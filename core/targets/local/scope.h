// Turns tags and structured values into text. What a name means at a place is the resolver's business; nothing is guessed: a name that should be
// there and is not is an error that quotes the tag.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/flow.h"

namespace weft::local {

// What one place in the flow can see. Every answer is text; an artifact's answer is the path of its file.
class Resolver {
  public:
    virtual ~Resolver() = default;
    virtual Result<std::string> param(const std::string& name) const = 0;                            // inputs.parameters.X, params.X
    virtual Result<std::string> workflow(const std::string& rest) const = 0;                         // "status", "parameters.X", "name" …
    virtual Result<std::string> task(const std::string& name, const std::string& rest) const = 0;    // "outputs.parameters.X", "status" …
    virtual Result<std::string> item(const std::string& field) const = 0;
    virtual Result<std::string> attempt(const std::string& what) const = 0;                          // "retries", "pod.name", "lastRetry.exitCode" …
    virtual Result<std::string> own_file(const std::string& rest) const = 0;                         // "inputs.artifacts.X.path" …
    virtual Result<std::string> status() const = 0;                                                  // of the scope that has ended
};

// Called for each tag that is about to be replaced: offset of the tag in `text`, the tag, the value. A message refuses it.
using TagCheck = std::function<Message(std::size_t at, std::string_view tag, const std::string& value)>;

// Replaces every tag whose first word is the engine's ("{{inputs.…}}", "{{item}}" …); foreign braces ("{{.Names}}") stay as they are.
// {{=expression}} is refused by name.
Result<std::string> substitute(std::string_view text, const Resolver& resolver, const TagCheck& check = {});
Result<std::string> resolve(const Value& value, const Resolver& resolver);
bool has_expression(std::string_view text);        // holds {{=…}}

}  // namespace weft::local
