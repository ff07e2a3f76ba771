// Read from the CRDs of Volcano 1.9 to 1.15 (their pod template is Kubernetes 1.31 to 1.36).
#include "core/targets/volcano/schema.h"

namespace weft::volcano {
namespace {

struct Fields { std::string_view schema, names; };   // names with a blank on both sides

constexpr Fields tables[] = {
    {"root", " apiVersion kind metadata spec status "},
    {"flow-spec", " flows jobRetainPolicy "},
    {"flow", " name dependsOn patch "},
    {"depends", " targets probe "},
    {"probe", " httpGetList tcpSocketList taskStatusList "},
    {"patch", " jobSpec "},
    {"job", " schedulerName minAvailable volumes tasks policies plugins runningEstimate queue maxRetry ttlSecondsAfterFinished priorityClassName minSuccess networkTopology "},
    {"task", " name replicas minAvailable template policies topologyPolicy maxRetry dependsOn partitionPolicy "},
    {"task-depends", " name iteration "},
    {"template", " metadata spec "},
    {"pod", " activeDeadlineSeconds affinity automountServiceAccountToken containers dnsConfig dnsPolicy enableServiceLinks ephemeralContainers hostAliases hostIPC hostNetwork "
            "hostPID hostUsers hostname hostnameOverride imagePullSecrets initContainers nodeName nodeSelector os overhead preemptionPolicy priority priorityClassName "
            "readinessGates resourceClaims resources restartPolicy runtimeClassName schedulerName schedulingGates schedulingGroup securityContext serviceAccount "
            "serviceAccountName setHostnameAsFQDN shareProcessNamespace subdomain terminationGracePeriodSeconds tolerations topologySpreadConstraints volumes workloadRef "},
    {"container", " args command env envFrom image imagePullPolicy lifecycle livenessProbe name ports readinessProbe resizePolicy resources restartPolicy restartPolicyRules "
                  "securityContext startupProbe stdin stdinOnce terminationMessagePath terminationMessagePolicy tty volumeDevices volumeMounts workingDir "},
};

}  // namespace

bool knows(std::string_view schema, std::string_view field) {
    for (const Fields& table : tables) {
        if (table.schema != schema) continue;
        for (std::size_t at = table.names.find(field); at != std::string_view::npos; at = table.names.find(field, at + 1))
            if (table.names[at - 1] == ' ' && table.names[at + field.size()] == ' ' && field.find(' ') == std::string_view::npos) return !field.empty();
    }
    return false;
}

}  // namespace weft::volcano
