// The one class of task-api 3.4 that the entities call and Maven Central does not have: a list of Property, as the server's own JSONUtils reads it.
package org.apache.dolphinscheduler.plugin.task.api.utils;

import java.util.List;
import org.apache.dolphinscheduler.common.utils.JSONUtils;
import org.apache.dolphinscheduler.plugin.task.api.model.Property;

public class GlobalParameterUtils {
    public static List<Property> deserializeGlobalParameter(String text) {
        return text == null || text.isEmpty() ? List.of() : JSONUtils.toList(text, Property.class);
    }
}
