/**
 * The files that the sessions name.
 *
 * @module
 */

/** Texts by the name of their file. */
export const SESSION_FILES: Readonly<Record<string, string>> = {
  "web.xml": `<domain type='test'><name>web</name><uuid>11111111-2222-4333-8444-555555555555</uuid>
    <memory unit='MiB'>512</memory><vcpu>2</vcpu><os><type arch='i686'>hvm</type></os><devices>
    <disk type='file' device='disk'><source file='/a.img'/><target dev='vda' bus='virtio'/></disk><console type='pty'/></devices></domain>`,
  "short.xml": "<domain type='test'><name>short</name><memory>1024</memory><os><type>hvm</type></os></domain>",
  "disk.xml": "<disk type='file' device='disk'><source file='/b'/><target dev='vdb' bus='virtio'/></disk>",
  "net.xml": "<network><name>blue</name><uuid>21111111-2222-4333-8444-555555555555</uuid></network>",
  "net2.xml": "<network><name>green</name></network>",
  "port.xml":
    "<networkport><owner><name>web</name><uuid>11111111-2222-4333-8444-555555555555</uuid></owner><mac address='52:54:00:00:00:01'/><uuid>31111111-2222-4333-8444-555555555555</uuid></networkport>",
  "pool.xml": "<pool type='dir'><name>kept</name><target><path>/kept</path></target></pool>",
  "pool2.xml": "<pool type='dir'><name>fleeting</name><target><path>/fleeting</path></target></pool>",
  "vol.xml": "<volume><name>v1</name><capacity>1048576</capacity></volume>",
  "vol3.xml": "<volume><name>v3</name><capacity>1048576</capacity></volume>",
  "iface.xml": "<interface type='ethernet' name='eth9'><start mode='none'/></interface>",
  "secret.xml": `<secret ephemeral='no' private='no'><uuid>41111111-2222-4333-8444-555555555555</uuid>
    <usage type='volume'><volume>/x</volume></usage></secret>`,
  "filter.xml": "<filter name='clean'><uuid>51111111-2222-4333-8444-555555555555</uuid></filter>",
  "binding.xml": `<filterbinding><owner><uuid>11111111-2222-4333-8444-555555555555</uuid><name>web</name></owner>
    <portdev name='tap0'/><mac address='52:54:00:00:00:01'/><filterref filter='clean'/></filterbinding>`,
  "device.xml": `<device><parent>scsi_host1</parent><capability type='scsi_host'><capability type='fc_host'>
    <wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn></capability></capability></device>`,
  "cpu.xml": "<cpu><arch>x86_64</arch><model>qemu64</model></cpu>",
  "base64": "c2VjcmV0",
  "password": "pw\n",
  "keys": "ssh-ed25519 AAAA one\n",
  "data": "hello volume",
};
