// Argo's own objects: Workflow, WorkflowTemplate, ClusterWorkflowTemplate, CronWorkflow and what stands in them (v4.1.2, facts: CRDs of that version).
#include "core/targets/argo/fields.h"

namespace weft::argo {

const std::vector<FieldTable>& argo_field_tables() {
    static const std::vector<FieldTable> tables = {
        {"Workflow", "apiVersion:s kind:s metadata:* spec:Spec status:*"},
        {"WorkflowTemplate", "apiVersion:s kind:s metadata:* spec:Spec"},
        {"ClusterWorkflowTemplate", "apiVersion:s kind:s metadata:* spec:Spec"},
        {"CronWorkflow", "apiVersion:s kind:s metadata:* spec:CronSpec status:*"},
        {"CronSpec",
         "workflowSpec:Spec schedules:[s] timezone:s concurrencyPolicy:s startingDeadlineSeconds:i suspend:b successfulJobsHistoryLimit:i "
         "failedJobsHistoryLimit:i workflowMetadata:ObjectMeta stopStrategy:StopStrategy when:s"},
        {"StopStrategy", "expression:s"},
        {"Spec",
         "templates:[Template] entrypoint:s arguments:Arguments serviceAccountName:s automountServiceAccountToken:b executor:Executor volumes:[Volume] "
         "volumeClaimTemplates:[VolumeClaim] volumeClaimGC:VolumeClaimGC parallelism:i artifactRepositoryRef:ArtifactRepositoryRef suspend:b "
         "nodeSelector:{s} affinity:Affinity tolerations:[Toleration] imagePullSecrets:[LocalReference] hostNetwork:b dnsPolicy:s dnsConfig:DnsConfig "
         "onExit:s hooks:{Hook} ttlStrategy:TtlStrategy activeDeadlineSeconds:i priority:i schedulerName:s podGC:PodGC podPriorityClassName:s "
         "hostAliases:[HostAlias] securityContext:PodSecurity podSpecPatch:s podDisruptionBudget:DisruptionBudget metrics:Metrics shutdown:s "
         "workflowTemplateRef:WorkflowTemplateRef synchronization:Synchronization retryStrategy:RetryStrategy podMetadata:Metadata "
         "templateDefaults:Template archiveLogs:b workflowMetadata:WorkflowMetadata artifactGC:WorkflowArtifactGC executorPlugins:[ExecutorPlugin] "
         "podResources:Resources resourceClaims:[PodResourceClaim]"},
        {"Template",
         "name:s inputs:Inputs outputs:Outputs container:Container script:Script resource:Resource suspend:Suspend http:Http steps:[[Step]] dag:Dag "
         "containerSet:ContainerSet data:Data plugin:* metadata:Metadata annotations:{s} daemon:b volumes:[Volume] initContainers:[UserContainer] "
         "sidecars:[UserContainer] archiveLocation:ArchiveLocation activeDeadlineSeconds:q timeout:s pendingTimeout:s retryStrategy:RetryStrategy "
         "parallelism:i failFast:b nodeSelector:{s} affinity:Affinity tolerations:[Toleration] schedulerName:s priorityClassName:s "
         "serviceAccountName:s automountServiceAccountToken:b executor:Executor hostAliases:[HostAlias] securityContext:PodSecurity podSpecPatch:s "
         "metrics:Metrics synchronization:Synchronization memoize:Memoize podResources:Resources resourceClaims:[PodResourceClaim]"},
        {"Step",
         "name:s template:s templateRef:TemplateRef inline:Template arguments:Arguments withItems:* withParam:s withSequence:Sequence when:s "
         "continueOn:ContinueOn onExit:s hooks:{Hook}"},
        {"Task",
         "name:s template:s templateRef:TemplateRef inline:Template arguments:Arguments dependencies:[s] depends:s withItems:* withParam:s "
         "withSequence:Sequence when:s continueOn:ContinueOn onExit:s hooks:{Hook}"},
        {"Dag", "target:s tasks:[Task] failFast:b"},
        {"Hook", "template:s templateRef:TemplateRef arguments:Arguments expression:s"},
        {"ContinueOn", "error:b failed:b"},
        {"Sequence", "count:q start:q end:q format:s"},
        {"TemplateRef", "name:s template:s clusterScope:b"},
        {"WorkflowTemplateRef", "name:s clusterScope:b"},
        {"Inputs", "parameters:[Parameter] artifacts:[Artifact]"},
        {"Arguments", "parameters:[Parameter] artifacts:[Artifact]"},
        {"Outputs", "parameters:[Parameter] artifacts:[Artifact] exitCode:s result:s"},
        {"Parameter", "name:s default:v value:v valueFrom:ValueFrom globalName:s enum:[v] description:s"},
        {"ValueFrom", "path:s jsonPath:s jqFilter:s event:s parameter:s supplied:* configMapKeyRef:KeyRef expression:s default:v"},
        {"Artifact",
         "name:s path:s mode:i from:s fromExpression:s s3:S3 git:Git http:HttpArtifact artifactory:Artifactory hdfs:Hdfs raw:Raw oss:Oss gcs:Gcs "
         "azure:Azure plugin:PluginArtifact globalName:s archive:Archive optional:b subPath:s recurseMode:b artifactGC:ArtifactGC archiveLogs:b deleted:b"},
        {"ArchiveLocation",
         "archiveLogs:b s3:S3 git:Git http:HttpArtifact artifactory:Artifactory hdfs:Hdfs raw:Raw oss:Oss gcs:Gcs azure:Azure plugin:PluginArtifact"},
        {"Archive", "none:* tar:Tar zip:*"},
        {"Tar", "compressionLevel:i"},
        {"ArtifactGC", "strategy:s podMetadata:Metadata serviceAccountName:s"},
        {"WorkflowArtifactGC", "strategy:s podMetadata:Metadata serviceAccountName:s podSpecPatch:s forceFinalizerRemoval:b"},
        {"ArtifactRepositoryRef", "configMap:s key:s"},
        {"Raw", "data:s"},
        {"S3",
         "endpoint:s bucket:s region:s insecure:b accessKeySecret:KeyRef secretKeySecret:KeyRef sessionTokenSecret:KeyRef roleARN:s useSDKCreds:b "
         "createBucketIfNotPresent:CreateBucket encryptionOptions:Encryption caSecret:KeyRef addressingStyle:s key:s"},
        {"CreateBucket", "objectLocking:b"},
        {"Encryption", "enableEncryption:b kmsKeyId:s kmsEncryptionContext:s serverSideCustomerKeySecret:KeyRef"},
        {"Git",
         "repo:s revision:s branch:s depth:i fetch:[s] singleBranch:b disableSubmodules:b insecureIgnoreHostKey:b insecureSkipTLS:b "
         "usernameSecret:KeyRef passwordSecret:KeyRef sshPrivateKeySecret:KeyRef"},
        {"HttpArtifact", "url:s headers:[NameValue] auth:HttpAuth saveStreamViaFile:b"},
        {"HttpAuth", "basicAuth:BasicAuth clientCert:ClientCert oauth2:OAuth2"},
        {"BasicAuth", "usernameSecret:KeyRef passwordSecret:KeyRef"},
        {"ClientCert", "clientCertSecret:KeyRef clientKeySecret:KeyRef"},
        {"OAuth2", "clientIDSecret:KeyRef clientSecretSecret:KeyRef tokenURLSecret:KeyRef scopes:[s] endpointParams:[EndpointParam]"},
        {"EndpointParam", "key:s value:s"},
        {"Artifactory", "url:s usernameSecret:KeyRef passwordSecret:KeyRef"},
        {"Hdfs",
         "addresses:[s] path:s force:b hdfsUser:s dataTransferProtection:s krbCCacheSecret:KeyRef krbKeytabSecret:KeyRef krbUsername:s krbRealm:s "
         "krbConfigConfigMap:KeyRef krbServicePrincipalName:s"},
        {"Oss",
         "endpoint:s bucket:s key:s accessKeySecret:KeyRef secretKeySecret:KeyRef createBucketIfNotPresent:b securityToken:s useSDKCreds:b "
         "lifecycleRule:OssLifecycle"},
        {"OssLifecycle", "markInfrequentAccessAfterDays:i markDeletionAfterDays:i"},
        {"Gcs", "bucket:s key:s serviceAccountKeySecret:KeyRef"},
        {"Azure", "endpoint:s container:s blob:s accountKeySecret:KeyRef useSDKCreds:b"},
        {"PluginArtifact", "name:s key:s configuration:s connectionTimeoutSeconds:i"},
        {"Resource",
         "action:s manifest:s manifestFrom:ManifestFrom mergeStrategy:s setOwnerReference:b successCondition:s failureCondition:s flags:[s]"},
        {"ManifestFrom", "artifact:Artifact"},
        {"Suspend", "duration:s"},
        {"Http",
         "url:s method:s headers:[HttpHeader] body:s bodyFrom:HttpBody timeoutSeconds:i successCondition:s insecureSkipVerify:b"},
        {"HttpHeader", "name:s value:s valueFrom:HttpHeaderFrom"},
        {"HttpHeaderFrom", "secretKeyRef:KeyRef"},
        {"HttpBody", "bytes:s"},
        {"ContainerSet", "containers:[ContainerNode] volumeMounts:[VolumeMount] retryStrategy:ContainerSetRetry"},
        {"ContainerSetRetry", "retries:q duration:s"},
        {"Data", "source:DataSource transformation:[Transformation]"},
        {"DataSource", "artifactPaths:Artifact"},
        {"Transformation", "expression:s"},
        {"RetryStrategy", "limit:q retryPolicy:s backoff:Backoff affinity:RetryAffinity expression:s"},
        {"Backoff", "duration:s factor:q maxDuration:s cap:s"},
        {"RetryAffinity", "nodeAntiAffinity:*"},
        {"Memoize", "key:s maxAge:s cache:MemoizeCache"},
        {"MemoizeCache", "configMap:LocalReference"},
        {"Synchronization", "mutexes:[Mutex] semaphores:[Semaphore]"},
        {"Mutex", "name:s namespace:s database:b"},
        {"Semaphore", "configMapKeyRef:KeyRef database:SyncDatabase namespace:s"},
        {"SyncDatabase", "key:s"},
        {"Metrics", "prometheus:[Prometheus]"},
        {"Prometheus", "name:s help:s labels:[MetricLabel] when:s gauge:Gauge counter:Counter histogram:Histogram"},
        {"MetricLabel", "key:s value:s"},
        {"Gauge", "value:s realtime:b operation:s"},
        {"Counter", "value:s"},
        {"Histogram", "value:s buckets:[n]"},
        {"Executor", "serviceAccountName:s"},
        {"ExecutorPlugin", "metadata:PluginMeta spec:PluginSpec"},
        {"PluginMeta", "name:s namespace:s labels:{s} annotations:{s} finalizers:[s]"},
        {"PluginSpec", "sidecar:PluginSidecar"},
        {"PluginSidecar", "automountServiceAccountToken:b container:Container"},
        {"PodGC", "strategy:s labelSelector:LabelSelector deleteDelayDuration:s"},
        {"TtlStrategy", "secondsAfterCompletion:i secondsAfterSuccess:i secondsAfterFailure:i"},
        {"VolumeClaimGC", "strategy:s"},
        {"DisruptionBudget", "minAvailable:q maxUnavailable:q selector:LabelSelector unhealthyPodEvictionPolicy:s"},
        {"Metadata", "labels:{s} annotations:{s}"},
        {"WorkflowMetadata", "labels:{s} annotations:{s} labelsFrom:{LabelFrom}"},
        {"LabelFrom", "expression:s"},
    };
    return tables;
}

}  // namespace weft::argo
