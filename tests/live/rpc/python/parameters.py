"""Typed parameters both ways, and their types."""

import unittest

import libvirt
from common import OURS, Case, run


class Parameters(Case):
    def test_scheduler_parameters_are_listed(self):
        domain = self.conn.lookupByName("test")
        kind, count = domain.schedulerType()
        self.assertTrue(kind)
        self.assertGreater(count, 0)
        parameters = domain.schedulerParameters()
        self.assertIn("weight", parameters)
        domain.setSchedulerParameters({"weight": parameters["weight"]})

    @unittest.skipUnless(OURS, "the reference's test hypervisor has few of them")
    def test_what_was_set_is_read_again(self):
        domain = self.define("py-set", devices="<disk type='file'><source file='/py/d.img'/><target dev='vda'/></disk>")
        config = libvirt.VIR_DOMAIN_AFFECT_CONFIG
        domain.setMemoryParameters({"hard_limit": 1048576, "soft_limit": 524288}, config)
        memory = domain.memoryParameters(config)
        self.assertEqual((memory["hard_limit"], memory["soft_limit"]), (1048576, 524288))
        most = {"read_bytes_sec_max": 1 << 41, "write_iops_sec_max": 8}
        domain.setBlockIoTune("vda", {"read_bytes_sec": 1 << 40, "write_iops_sec": 7, **most}, config)
        tune = domain.blockIoTune("vda", config)
        self.assertEqual((tune["read_bytes_sec"], tune["write_iops_sec"]), (1 << 40, 7))
        domain.setNumaParameters({"numa_nodeset": "0", "numa_mode": 0}, config)
        self.assertEqual(domain.numaParameters(config)["numa_nodeset"], "0")

    def test_a_parameter_that_nobody_knows_is_refused(self):
        domain = self.define("py-unknown")
        with self.assertRaises((libvirt.libvirtError, LookupError)):
            domain.setMemoryParameters({"no_such": 1}, libvirt.VIR_DOMAIN_AFFECT_CONFIG)

    def test_statistics_have_their_types(self):
        domain = self.define("py-stats")
        domain.create()
        ((subject, values),) = self.conn.domainListGetStats([domain])
        self.assertEqual(subject.name(), "py-stats")
        self.assertEqual(values["state.state"], libvirt.VIR_DOMAIN_RUNNING)
        self.assertIs(type(values["state.reason"]), int)
        ((_, some),) = self.conn.domainListGetStats([domain], libvirt.VIR_DOMAIN_STATS_STATE)
        self.assertEqual(set(some), {"state.state", "state.reason"})

    def test_processors_and_memory_are_counted(self):
        self.assertGreater(self.conn.getInfo()[1], 0)
        self.assertEqual(self.conn.getCPUMap()[0], len(self.conn.getCPUMap()[1]))
        domain = self.conn.lookupByName("test")
        self.assertEqual(len(domain.vcpus()[0]), domain.info()[3])
        self.assertEqual(domain.maxMemory(), domain.info()[1])
        self.assertEqual(len(domain.vcpuPinInfo()), domain.info()[3])

    @unittest.skipUnless(OURS, "the reference's test hypervisor keeps no job statistics")
    def test_job_statistics_are_a_record(self):
        domain = self.conn.lookupByName("test")
        self.assertEqual(domain.jobInfo()[0], libvirt.VIR_DOMAIN_JOB_NONE)
        self.assertIsInstance(domain.jobStats(), dict)

    @unittest.skipUnless(OURS, "the reference's test hypervisor has fewer")
    def test_guest_information_is_a_record(self):
        domain = self.define(
            "py-agent", devices="<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>"
        )
        domain.create()
        info = domain.guestInfo()
        self.assertIn("os.id", info)
        self.assertEqual(info["timezone.name"], "UTC")
        self.assertTrue(domain.hostname())
        addresses = domain.interfaceAddresses(libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT)
        self.assertIsInstance(addresses, dict)


if __name__ == "__main__":
    run()
