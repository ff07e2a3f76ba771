#include "core/targets/target.h"

namespace weft {

// This computer: it runs flows of every format as they are, so there is nothing to export.
const Target& local_target() {
    static const Target target{"local", "This computer", {WEFT_VERSION}, {}, nullptr};
    return target;
}

}  // namespace weft
