// What Argo takes over from the Kubernetes pod: containers, probes, volumes, affinity (Kubernetes API of Argo v4.1.2's dependency, 1.35).
#include "core/targets/argo/fields.h"

namespace weft::argo {

#define WEFT_CONTAINER_FIELDS                                                                                                                      \
    "name:s image:s command:[s] args:[s] workingDir:s ports:[Port] envFrom:[EnvFrom] env:[EnvVar] resources:Resources resizePolicy:[ResizePolicy] " \
    "restartPolicy:s restartPolicyRules:[RestartRule] volumeMounts:[VolumeMount] volumeDevices:[VolumeDevice] livenessProbe:Probe "                \
    "readinessProbe:Probe startupProbe:Probe lifecycle:Lifecycle terminationMessagePath:s terminationMessagePolicy:s imagePullPolicy:s "           \
    "securityContext:ContainerSecurity stdin:b stdinOnce:b tty:b"

const std::vector<FieldTable>& pod_field_tables() {
    static const std::vector<FieldTable> tables = {
        {"Container", WEFT_CONTAINER_FIELDS},
        {"Script", WEFT_CONTAINER_FIELDS " source:s"},
        {"UserContainer", WEFT_CONTAINER_FIELDS " mirrorVolumeMounts:b"},
        {"ContainerNode", WEFT_CONTAINER_FIELDS " dependencies:[s]"},
        {"Port", "name:s containerPort:i hostPort:i hostIP:s protocol:s"},
        {"EnvVar", "name:s value:s valueFrom:EnvSource"},
        {"EnvSource", "secretKeyRef:KeyRef configMapKeyRef:KeyRef fieldRef:FieldRef resourceFieldRef:ResourceFieldRef fileKeyRef:FileKeyRef"},
        {"EnvFrom", "prefix:s configMapRef:OptionalReference secretRef:OptionalReference"},
        {"KeyRef", "name:s key:s optional:b"},
        {"FieldRef", "apiVersion:s fieldPath:s"},
        {"ResourceFieldRef", "containerName:s resource:s divisor:q"},
        {"FileKeyRef", "volumeName:s path:s key:s optional:b"},
        {"LocalReference", "name:s"},
        {"OptionalReference", "name:s optional:b"},
        {"NameValue", "name:s value:s"},
        {"Resources", "limits:{q} requests:{q} claims:[ResourceClaim]"},
        {"ResourceClaim", "name:s request:s"},
        {"PodResourceClaim", "name:s resourceClaimName:s resourceClaimTemplateName:s"},
        {"ResizePolicy", "resourceName:s restartPolicy:s"},
        {"RestartRule", "action:s exitCodes:ExitCodes"},
        {"ExitCodes", "operator:s values:[i]"},
        {"VolumeMount", "name:s mountPath:s subPath:s subPathExpr:s readOnly:b recursiveReadOnly:s mountPropagation:s"},
        {"VolumeDevice", "name:s devicePath:s"},
        {"Probe",
         "exec:Exec httpGet:HttpGet tcpSocket:TcpSocket grpc:Grpc initialDelaySeconds:i timeoutSeconds:i periodSeconds:i successThreshold:i "
         "failureThreshold:i terminationGracePeriodSeconds:i"},
        {"Exec", "command:[s]"},
        {"HttpGet", "path:s port:q host:s scheme:s httpHeaders:[NameValue]"},
        {"TcpSocket", "host:s port:q"},
        {"Grpc", "port:i service:s"},
        {"Sleep", "seconds:i"},
        {"Lifecycle", "postStart:LifecycleHandler preStop:LifecycleHandler stopSignal:s"},
        {"LifecycleHandler", "exec:Exec httpGet:HttpGet tcpSocket:TcpSocket sleep:Sleep"},
        {"ContainerSecurity",
         "capabilities:Capabilities privileged:b seLinuxOptions:SeLinux windowsOptions:Windows runAsUser:i runAsGroup:i runAsNonRoot:b "
         "readOnlyRootFilesystem:b allowPrivilegeEscalation:b procMount:s seccompProfile:Profile appArmorProfile:Profile"},
        {"PodSecurity",
         "seLinuxOptions:SeLinux windowsOptions:Windows runAsUser:i runAsGroup:i runAsNonRoot:b supplementalGroups:[i] supplementalGroupsPolicy:s "
         "fsGroup:i fsGroupChangePolicy:s sysctls:[NameValue] seccompProfile:Profile appArmorProfile:Profile seLinuxChangePolicy:s"},
        {"Capabilities", "add:[s] drop:[s]"},
        {"SeLinux", "user:s role:s type:s level:s"},
        {"Windows", "gmsaCredentialSpecName:s gmsaCredentialSpec:s runAsUserName:s hostProcess:b"},
        {"Profile", "type:s localhostProfile:s"},
        {"HostAlias", "ip:s hostnames:[s]"},
        {"DnsConfig", "nameservers:[s] searches:[s] options:[NameValue]"},
        {"Toleration", "key:s operator:s value:s effect:s tolerationSeconds:i"},
        {"Affinity", "nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAffinity"},
        {"NodeAffinity",
         "requiredDuringSchedulingIgnoredDuringExecution:NodeSelectorTerms preferredDuringSchedulingIgnoredDuringExecution:[WeightedNodeTerm]"},
        {"NodeSelectorTerms", "nodeSelectorTerms:[NodeTerm]"},
        {"NodeTerm", "matchExpressions:[MatchExpression] matchFields:[MatchExpression]"},
        {"WeightedNodeTerm", "weight:i preference:NodeTerm"},
        {"PodAffinity",
         "requiredDuringSchedulingIgnoredDuringExecution:[PodTerm] preferredDuringSchedulingIgnoredDuringExecution:[WeightedPodTerm]"},
        {"PodTerm",
         "labelSelector:LabelSelector namespaces:[s] topologyKey:s namespaceSelector:LabelSelector matchLabelKeys:[s] mismatchLabelKeys:[s]"},
        {"WeightedPodTerm", "weight:i podAffinityTerm:PodTerm"},
        {"LabelSelector", "matchLabels:{s} matchExpressions:[MatchExpression]"},
        {"MatchExpression", "key:s operator:s values:[s]"},
        {"ObjectMeta",
         "name:s generateName:s namespace:s labels:{s} annotations:{s} finalizers:[s] ownerReferences:* selfLink:s uid:s resourceVersion:s generation:i "
         "creationTimestamp:* deletionTimestamp:* deletionGracePeriodSeconds:i managedFields:*"},
        {"Volume",
         "name:s hostPath:HostPath emptyDir:EmptyDir gcePersistentDisk:GceDisk awsElasticBlockStore:AwsDisk gitRepo:GitRepo secret:SecretVolume "
         "nfs:Nfs iscsi:Iscsi glusterfs:Glusterfs persistentVolumeClaim:ClaimVolume rbd:Rbd flexVolume:FlexVolume cinder:Cinder cephfs:CephFs "
         "flocker:Flocker downwardAPI:DownwardVolume fc:FibreChannel azureFile:AzureFile configMap:ConfigMapVolume vsphereVolume:Vsphere "
         "quobyte:Quobyte azureDisk:AzureDisk photonPersistentDisk:PhotonDisk projected:Projected portworxVolume:Portworx scaleIO:ScaleIo "
         "storageos:StorageOs csi:Csi ephemeral:Ephemeral image:ImageVolume"},
        {"HostPath", "path:s type:s"},
        {"EmptyDir", "medium:s sizeLimit:q"},
        {"GceDisk", "pdName:s fsType:s partition:i readOnly:b"},
        {"AwsDisk", "volumeID:s fsType:s partition:i readOnly:b"},
        {"GitRepo", "repository:s revision:s directory:s"},
        {"SecretVolume", "secretName:s items:[KeyToPath] defaultMode:i optional:b"},
        {"KeyToPath", "key:s path:s mode:i"},
        {"Nfs", "server:s path:s readOnly:b"},
        {"Iscsi",
         "targetPortal:s iqn:s lun:i iscsiInterface:s fsType:s readOnly:b portals:[s] chapAuthDiscovery:b chapAuthSession:b secretRef:LocalReference "
         "initiatorName:s"},
        {"Glusterfs", "endpoints:s path:s readOnly:b"},
        {"ClaimVolume", "claimName:s readOnly:b"},
        {"Rbd", "monitors:[s] image:s fsType:s pool:s user:s keyring:s secretRef:LocalReference readOnly:b"},
        {"FlexVolume", "driver:s fsType:s secretRef:LocalReference readOnly:b options:{s}"},
        {"Cinder", "volumeID:s fsType:s readOnly:b secretRef:LocalReference"},
        {"CephFs", "monitors:[s] path:s user:s secretFile:s secretRef:LocalReference readOnly:b"},
        {"Flocker", "datasetName:s datasetUUID:s"},
        {"DownwardVolume", "items:[DownwardItem] defaultMode:i"},
        {"DownwardItem", "path:s fieldRef:FieldRef resourceFieldRef:ResourceFieldRef mode:i"},
        {"FibreChannel", "targetWWNs:[s] lun:i fsType:s readOnly:b wwids:[s]"},
        {"AzureFile", "secretName:s shareName:s readOnly:b"},
        {"ConfigMapVolume", "name:s items:[KeyToPath] defaultMode:i optional:b"},
        {"Vsphere", "volumePath:s fsType:s storagePolicyName:s storagePolicyID:s"},
        {"Quobyte", "registry:s volume:s readOnly:b user:s group:s tenant:s"},
        {"AzureDisk", "diskName:s diskURI:s cachingMode:s fsType:s readOnly:b kind:s"},
        {"PhotonDisk", "pdID:s fsType:s"},
        {"Projected", "sources:[ProjectedSource] defaultMode:i"},
        {"ProjectedSource",
         "secret:ProjectedItems downwardAPI:ProjectedDownward configMap:ProjectedItems serviceAccountToken:TokenProjection "
         "clusterTrustBundle:TrustBundle podCertificate:PodCertificate"},
        {"ProjectedItems", "name:s items:[KeyToPath] optional:b"},
        {"ProjectedDownward", "items:[DownwardItem]"},
        {"TokenProjection", "audience:s expirationSeconds:i path:s"},
        {"TrustBundle", "name:s signerName:s labelSelector:LabelSelector optional:b path:s"},
        {"PodCertificate",
         "signerName:s keyType:s maxExpirationSeconds:i credentialBundlePath:s keyPath:s certificateChainPath:s userAnnotations:{s}"},
        {"Portworx", "volumeID:s fsType:s readOnly:b"},
        {"ScaleIo",
         "gateway:s system:s secretRef:LocalReference sslEnabled:b protectionDomain:s storagePool:s storageMode:s volumeName:s fsType:s readOnly:b"},
        {"StorageOs", "volumeName:s volumeNamespace:s fsType:s readOnly:b secretRef:LocalReference"},
        {"Csi", "driver:s readOnly:b fsType:s volumeAttributes:{s} nodePublishSecretRef:LocalReference"},
        {"Ephemeral", "volumeClaimTemplate:EphemeralClaim"},
        {"EphemeralClaim", "metadata:ClaimMeta spec:ClaimSpec"},
        {"ImageVolume", "reference:s pullPolicy:s"},
        {"VolumeClaim", "apiVersion:s kind:s metadata:ClaimMeta spec:ClaimSpec status:ClaimStatus"},
        {"ClaimMeta", "name:s generateName:s namespace:s labels:{s} annotations:{s} finalizers:[s] creationTimestamp:*"},
        {"ClaimSpec",
         "accessModes:[s] selector:LabelSelector resources:ClaimResources volumeName:s storageClassName:s volumeMode:s dataSource:DataSourceRef "
         "dataSourceRef:NamespacedSourceRef volumeAttributesClassName:s"},
        {"ClaimResources", "limits:{q} requests:{q}"},
        {"DataSourceRef", "apiGroup:s kind:s name:s"},
        {"NamespacedSourceRef", "apiGroup:s kind:s name:s namespace:s"},
        {"ClaimStatus",
         "phase:s accessModes:[s] capacity:{q} conditions:[ClaimCondition] allocatedResources:{q} allocatedResourceStatuses:{s} "
         "currentVolumeAttributesClassName:s modifyVolumeStatus:ModifyVolume"},
        {"ClaimCondition", "type:s status:s lastProbeTime:* lastTransitionTime:* reason:s message:s"},
        {"ModifyVolume", "targetVolumeAttributesClassName:s status:s"},
    };
    return tables;
}

#undef WEFT_CONTAINER_FIELDS

}  // namespace weft::argo
