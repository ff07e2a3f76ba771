// Reads an export file with the server's own JSONUtils and entities and asks the server's own parameter classes. One line a file: "ok FILE" or "FAIL FILE: reason".
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.dolphinscheduler.common.utils.JSONUtils;
import org.apache.dolphinscheduler.dao.entity.DagData;
import org.apache.dolphinscheduler.dao.entity.TaskDefinition;
import org.apache.dolphinscheduler.dao.entity.WorkflowTaskRelation;
import org.apache.dolphinscheduler.plugin.task.api.parameters.ConditionsParameters;
import org.apache.dolphinscheduler.plugin.task.api.parameters.IParameters;
import org.apache.dolphinscheduler.plugin.task.api.parameters.K8sTaskParameters;
import org.apache.dolphinscheduler.plugin.task.api.parameters.SwitchParameters;

public class Judge {
    static final Map<String, Class<? extends IParameters>> PARAMETERS = new HashMap<>();
    static {
        PARAMETERS.put("CONDITIONS", ConditionsParameters.class);
        PARAMETERS.put("SWITCH", SwitchParameters.class);
    }

    static void need(boolean holds, String why) {
        if (!holds) throw new IllegalArgumentException(why);
    }

    static void parameters(TaskDefinition task) {
        need(task.getTaskParams() != null && !task.getTaskParams().isEmpty(), task.getName() + " has no taskParams");
        Class<? extends IParameters> type = PARAMETERS.get(task.getTaskType());
        if (type != null) {
            IParameters parameters = JSONUtils.parseObject(task.getTaskParams(), type);
            need(parameters != null && parameters.checkParameters(), "checkParameters refuses " + task.getName());
        }
        if (task.getTaskType().equals("K8S")) {   // its namespace check went with 3.3
            K8sTaskParameters pod = JSONUtils.parseObject(task.getTaskParams(), K8sTaskParameters.class);
            need(pod != null && pod.getImage() != null && !pod.getImage().isEmpty(), task.getName() + " has no image");
        }
    }

    static void dag(DagData data) {
        need(data.getWorkflowDefinition() != null, "no workflowDefinition");
        need(data.getTaskDefinitionList() != null && !data.getTaskDefinitionList().isEmpty(), "no tasks");
        need(data.getWorkflowTaskRelationList() != null && !data.getWorkflowTaskRelationList().isEmpty(), "no relations");
        need(data.getWorkflowDefinition().getName() != null, "no name");
        Set<Long> codes = new HashSet<>(), ends = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (TaskDefinition task : data.getTaskDefinitionList()) {
            need(codes.add(task.getCode()), "code twice: " + task.getCode());
            need(names.add(task.getName()), "name twice: " + task.getName());
            need(task.getFlag() != null && task.getTaskPriority() != null && task.getTimeoutFlag() != null && task.getTaskExecuteType() != null, "a word of " + task.getName() + " is unknown");
            parameters(task);
        }
        Map<Long, Integer> waiting = new HashMap<>();
        for (WorkflowTaskRelation relation : data.getWorkflowTaskRelationList()) {
            need(relation.getPostTaskCode() != 0 && codes.contains(relation.getPostTaskCode()), "relation to nobody");
            need(relation.getPreTaskCode() == 0 || codes.contains(relation.getPreTaskCode()), "relation from nobody");
            ends.add(relation.getPostTaskCode());
            if (relation.getPreTaskCode() != 0) waiting.merge(relation.getPostTaskCode(), 1, Integer::sum);
        }
        need(ends.equals(codes), "a task without a relation");
        List<WorkflowTaskRelation> relations = data.getWorkflowTaskRelationList();
        Set<Long> done = new HashSet<>();
        for (boolean moved = true; moved;) {
            moved = false;
            for (long code : codes) {
                if (done.contains(code) || relations.stream().anyMatch(r -> r.getPostTaskCode() == code && r.getPreTaskCode() != 0 && !done.contains(r.getPreTaskCode()))) continue;
                done.add(code);
                moved = true;
            }
        }
        need(done.equals(codes), "a cycle (50019)");
    }

    // The server passes over what it does not know; we do not.
    static void strict(JsonNode data) throws Exception {
        ObjectMapper mapper = new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);
        for (JsonNode task : data.get("taskDefinitionList")) {
            com.fasterxml.jackson.databind.node.ObjectNode copy = task.deepCopy();
            copy.remove("isCache");   // gone in 3.4
            copy.put("taskParams", task.get("taskParams").toString());
            mapper.treeToValue(copy, TaskDefinition.class);
        }
        for (JsonNode relation : data.get("workflowTaskRelationList")) {
            com.fasterxml.jackson.databind.node.ObjectNode copy = relation.deepCopy();
            copy.remove("conditionParams");
            mapper.treeToValue(copy, WorkflowTaskRelation.class);
        }
    }

    public static void main(String[] files) throws Exception {
        for (String file : files) {
            try {
                String text = new String(Files.readAllBytes(Paths.get(file)), "UTF-8");
                List<DagData> all = JSONUtils.toList(text, DagData.class);
                need(all != null && !all.isEmpty(), "JSONUtils.toList reads nothing");
                for (DagData data : all) dag(data);
                for (JsonNode data : new ObjectMapper().readTree(text)) strict(data);
                System.out.println("ok " + file);
            } catch (Throwable problem) {
                Throwable cause = problem;
                while (cause.getCause() != null) cause = cause.getCause();   // JSONUtils wraps it in the whole text
                System.out.println("FAIL " + file + ": " + String.valueOf(cause).replace('\n', ' '));
            }
        }
    }
}
