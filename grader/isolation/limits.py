"""The layer `limits`: what the operating system lets this process use."""

import resource


def apply(memory_mb: int, cpu_seconds: int | None) -> None:
    """Limit this process for good.

    Args:
        memory_mb: MiB of address space beyond what is in use now (torch's own).
        cpu_seconds: CPU seconds after which the kernel kills; the judge's own limits are stricter and come first.
    """
    with open("/proc/self/statm") as statm:
        used = int(statm.read().split()[0]) * resource.getpagesize()
    _set(resource.RLIMIT_AS, used + memory_mb * 1024 * 1024)
    if cpu_seconds is not None:
        _set(resource.RLIMIT_CPU, cpu_seconds)
    _set(resource.RLIMIT_FSIZE, 0)
    _set(resource.RLIMIT_NOFILE, 32)
    _set(resource.RLIMIT_CORE, 0)


def _set(limit: int, value: int) -> None:
    _soft, hard = resource.getrlimit(limit)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(limit, (value, value))
