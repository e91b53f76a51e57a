"""What tests share that start a real server on this machine."""

import os
import socket
import subprocess
import time

SYSTEM = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"}
"""The environment, with the folders where a server may lie."""


def free_port() -> int:
    """A port of this machine at which nothing listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_until_open(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Wait until the server listens at the port, for half a minute at most."""
    end = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            time.sleep(0.02)
        else:
            assert process.poll() is None, "somebody else took the port"
            return
    process.terminate()
    raise AssertionError(f"the server does not answer: {process.communicate()[1].decode()}")
