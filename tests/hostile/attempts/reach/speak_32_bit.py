"""Makes a system call as a 32-bit program does, where calls have other numbers than the filter looks at."""

import ctypes
import mmap

STOPPED_BY = "seccomp"
MACHINE = "x86_64"
STATUS = {"sum": "error"}
SAYS = "The call ended the Python process (signal SIGSYS)."


def total(numbers):
    code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    code.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")  # mov eax, 20 (getpid of i386); int 0x80; ret
    start = ctypes.addressof(ctypes.c_char.from_buffer(code))
    return ctypes.CFUNCTYPE(ctypes.c_int)(start)()
