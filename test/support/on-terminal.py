"""Runs a program on a terminal of its own: types what it is told once it sees what it is told to wait for.

    python3 on-terminal.py < {"words": [...], "cwd": "...", "env": {...}, "columns": 80, "steps": [[wait for, type], ...]}

Tells, as JSON: its exit code, all that it showed, whether the terminal is as it was, and the step that was waited for in vain.
"""
import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time

asked = json.load(sys.stdin)
near, far = pty.openpty()
fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack('HHHH', 40, asked.get('columns', 80), 0, 0))
before = termios.tcgetattr(far)


def own_terminal():
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


child = subprocess.Popen(asked['words'], cwd=asked['cwd'], env=asked['env'], stdin=far, stdout=far, stderr=far, preexec_fn=own_terminal)
shown = b''
since = 0  # of what was shown, where the step began
steps = [(wait.encode(), keys.encode()) for wait, keys in asked['steps']]
heard = time.monotonic()
while True:
    ready, _, _ = select.select([near], [], [], 0.1)
    if ready:
        shown += os.read(near, 65536)
        heard = time.monotonic()
    elif child.poll() is not None:
        break
    elif time.monotonic() - heard > asked.get('patience', 60):
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        break
    if steps and steps[0][0] in shown[since:]:
        _, keys = steps.pop(0)
        since = len(shown)
        os.write(near, keys)
        heard = time.monotonic()
after = termios.tcgetattr(far)
json.dump(
    {
        'code': child.returncode if child.returncode >= 0 else 128 - child.returncode,
        'shown': shown.decode('utf8', 'replace'),
        'isAsBefore': before == after,
        'waitedFor': steps[0][0].decode() if steps else None,
    },
    sys.stdout,
)
