"""Bytes that flow: volumes up and down, also with holes, screenshots, consoles and channels both ways."""

import hashlib
import os
import tempfile
import threading
import libvirt
from common import URI, Case, eventually, run, start_event_loop

MIB = 1024 * 1024


class Volumes(Case):
    def setUp(self):
        super().setUp()
        self.pool = self.conn.storagePoolCreateXML(
            "<pool type='dir'><name>py-streams</name><target><path>/py-streams</path></target></pool>"
        )
        self.addCleanup(self.pool.destroy)

    def volume(self, capacity):
        volume = self.pool.createXML(
            f"<volume><name>v</name><capacity>{capacity}</capacity><target><format type='raw'/></target></volume>"
        )
        self.addCleanup(volume.delete)
        return volume

    def upload(self, volume, data, offset=0):
        stream = self.conn.newStream()
        volume.upload(stream, offset, len(data))
        position = 0

        def more(_stream, count, _opaque):
            nonlocal position
            part = data[position : position + count]
            position += len(part)
            return part

        stream.sendAll(more, None)
        stream.finish()

    def download(self, volume, offset=0, length=0):
        stream = self.conn.newStream()
        volume.download(stream, offset, length)
        parts = []
        stream.recvAll(lambda _stream, data, _opaque: parts.append(data), None)
        stream.finish()
        return b"".join(parts)

    def test_what_was_uploaded_is_downloaded(self):
        data = os.urandom(3 * MIB + 17)
        volume = self.volume(len(data))
        self.upload(volume, data)
        self.assertEqual(hashlib.sha256(self.download(volume)).digest(), hashlib.sha256(data).digest())

    def test_a_part_is_written_and_read_where_it_belongs(self):
        volume = self.volume(MIB)
        self.upload(volume, b"innkeeper", offset=1000)
        self.assertEqual(self.download(volume, 998, 13), b"\0\0innkeeper\0\0")

    def test_holes_are_sent_as_holes(self):
        volume = self.volume(64 * MIB)
        with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as target:
            # Data, a hole, data, a hole at the end.
            os.pwrite(source.fileno(), b"a" * MIB, 0)
            os.pwrite(source.fileno(), b"b" * MIB, 20 * MIB)
            os.ftruncate(source.fileno(), 64 * MIB)
            stream = self.conn.newStream()
            volume.upload(stream, 0, 64 * MIB, libvirt.VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM)
            stream.sparseSendAll(read_file, where_data_is, skip_in_source, source.fileno())
            stream.finish()

            stream = self.conn.newStream()
            volume.download(stream, 0, 0, libvirt.VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM)
            stream.sparseRecvAll(write_file, skip_in_target, target.fileno())
            stream.finish()
            self.assertEqual(os.fstat(target.fileno()).st_size, 64 * MIB)
            self.assertLess(os.fstat(target.fileno()).st_blocks * 512, 8 * MIB)
            self.assertEqual(digest(source.fileno()), digest(target.fileno()))

    def test_an_upload_that_is_abandoned_ends_and_the_next_one_works(self):
        volume = self.volume(MIB)
        stream = self.conn.newStream()
        volume.upload(stream, 0, MIB)
        stream.send(b"x" * 1000)
        stream.abort()
        self.upload(volume, b"y" * 1000)
        self.assertEqual(self.download(volume, 0, 1000), b"y" * 1000)

    def test_a_sender_that_fails_aborts_its_stream(self):
        volume = self.volume(MIB)
        stream = self.conn.newStream()
        volume.upload(stream, 0, MIB)

        def broken(_stream, _count, _opaque):
            raise OSError("the file is gone")

        with self.assertRaises(OSError):
            stream.sendAll(broken, None)
        self.assertEqual(self.conn.isAlive(), 1)

    def test_more_than_was_announced_is_refused(self):
        volume = self.volume(MIB)
        stream = self.conn.newStream()
        volume.upload(stream, 0, 10)
        with self.assertRaises(libvirt.libvirtError):
            for _ in range(100):
                stream.send(b"x" * 1000)
            stream.finish()
        self.assertEqual(self.conn.isAlive(), 1)

    def test_four_streams_flow_at_once(self):
        volumes = []
        for index in range(4):
            volume = self.pool.createXML(f"<volume><name>p{index}</name><capacity>{MIB}</capacity></volume>")
            self.addCleanup(volume.delete)
            volumes.append(volume)
        data = [bytes([65 + index]) * MIB for index in range(4)]
        results = [None] * 4

        def both(index):
            self.upload(volumes[index], data[index])
            results[index] = self.download(volumes[index])

        threads = [threading.Thread(target=both, args=(index,)) for index in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        self.assertEqual(results, data)


class Guests(Case):
    def test_a_screenshot_is_a_picture(self):
        domain = self.conn.lookupByName("test")
        stream = self.conn.newStream()
        kind = domain.screenshot(stream, 0)
        parts = []
        stream.recvAll(lambda _stream, data, _opaque: parts.append(data), None)
        stream.finish()
        self.assertEqual(kind, "image/png")
        self.assertTrue(b"".join(parts).startswith(b"\x89PNG\r\n\x1a\n"))

    def test_a_console_is_read_and_written(self):
        domain = self.define("py-console", devices="<console type='pty'/>")
        domain.create()
        stream = self.conn.newStream()
        domain.openConsole(None, stream)
        stream.send(b"hello\n")
        self.assertIn(b"hello", until(stream, b"hello"))
        stream.abort()

    def test_a_console_without_waiting_tells_when_it_can_be_read(self):
        domain = self.define("py-console2", devices="<console type='pty'/>")
        domain.create()
        stream = self.conn.newStream(libvirt.VIR_STREAM_NONBLOCK)
        domain.openConsole(None, stream)
        heard = []

        def ready(stream, events, _opaque):
            if events & libvirt.VIR_STREAM_EVENT_READABLE:
                data = stream.recv(1024)
                if data != -2:
                    heard.append(data)

        stream.eventAddCallback(libvirt.VIR_STREAM_EVENT_READABLE, ready, None)
        stream.send(b"are you there\n")
        self.assertTrue(eventually(lambda: b"are you there" in b"".join(heard)), heard)
        stream.eventRemoveCallback()
        stream.abort()

    def test_a_console_ends_with_its_guest(self):
        domain = self.define("py-console3", devices="<console type='pty'/>")
        domain.create()
        stream = self.conn.newStream()
        domain.openConsole(None, stream)
        threading.Timer(0.2, destroy, ["py-console3"]).start()
        try:
            while stream.recv(1024):
                pass
        except libvirt.libvirtError:
            pass
        self.assertEqual(self.conn.isAlive(), 1)


def destroy(name):
    conn = libvirt.open(URI)
    conn.lookupByName(name).destroy()
    conn.close()


def until(stream, wanted):
    heard = b""
    while wanted not in heard:
        part = stream.recv(1024)
        if not part:
            break
        heard += part
    return heard


def read_file(_stream, count, fd):
    return os.read(fd, count)


def write_file(_stream, data, fd):
    return os.write(fd, data)


def where_data_is(_stream, fd):
    """Whether there is data at this place, and how much of the same follows."""
    here = os.lseek(fd, 0, os.SEEK_CUR)
    end = os.fstat(fd).st_size
    if here == end:
        return [False, 0]
    try:
        data = os.lseek(fd, here, os.SEEK_DATA)
    except OSError:
        data = end
    answer = [True, os.lseek(fd, here, os.SEEK_HOLE) - here] if data == here else [False, data - here]
    os.lseek(fd, here, os.SEEK_SET)
    return answer


def skip_in_source(_stream, count, fd):
    return os.lseek(fd, count, os.SEEK_CUR)


def skip_in_target(_stream, count, fd):
    here = os.lseek(fd, count, os.SEEK_CUR)
    return os.ftruncate(fd, here)


def digest(fd):
    os.lseek(fd, 0, os.SEEK_SET)
    sum_of = hashlib.sha256()
    while part := os.read(fd, MIB):
        sum_of.update(part)
    return sum_of.digest()


if __name__ == "__main__":
    start_event_loop()
    run()
