"""What is taken away from a worker on Linux before the learner's first byte runs in it.

Everything here happens in the worker's own process, after torch is loaded and before any learner code: so nothing needs
root, a container or a second start of torch. The layers, and whose code each of them is:

- `limits`: memory, CPU, files and core dumps. The standard library's `resource`.
- `privileges`: no capability, and none to be gained by running another program. prctl(2) and capset(2) by ctypes: the
  packages for it are bindings of libcap, which a learner's machine would have to have.
- `landlock`: no file, no TCP, no signal to others. Two system calls by ctypes: no package for them is established.
- `seccomp`: only the system calls that computing needs. A filter of our own, in `seccomp.py`: libseccomp's binding is
  unmaintained and wants the library installed.

Whether they hold is not assumed but tried, see `trial.py`.
"""

LAYERS = ("limits", "privileges", "landlock", "seccomp")
