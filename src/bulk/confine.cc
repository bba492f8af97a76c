// SPDX-License-Identifier: GPL-3.0-or-later
// A list of what is allowed, not of what is forbidden: the rest fails with EPERM, which a library
// that only wants to cache or to tune something takes well. Files are opened for reading only.
#include "bulk/confine.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <initializer_list>

#ifdef GOUJI_SECCOMP
#include <seccomp.h>
#endif

namespace gouji {
namespace {

void limit(int resource, rlim_t value) {
  const rlimit both = {value, value};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

/// Address space in use, bytes; 0 when the kernel does not tell.
rlim_t address_space() {
  unsigned long pages = 0;
  FILE* file = std::fopen("/proc/self/statm", "r");
  if (file == nullptr) return 0;
  if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
  std::fclose(file);
  return static_cast<rlim_t>(pages) * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

bool limit_memory(int megabytes) {
  const rlim_t used = address_space();
  if (used == 0) return false;
  const rlim_t allowed = used + (static_cast<rlim_t>(megabytes) << 20);
  const rlimit both = {allowed, allowed};
  return ::setrlimit(RLIMIT_AS, &both) == 0;
}

void lead_nowhere() {
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nothing < 0) return;
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, standard);
  if (nothing > STDERR_FILENO) ::close(nothing);
}

#ifdef GOUJI_SECCOMP
bool limit_system_calls() {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) return false;
  bool good = true;
  for (const int call : {SCMP_SYS(read),
                         SCMP_SYS(pread64),
                         SCMP_SYS(readv),
                         SCMP_SYS(write),
                         SCMP_SYS(writev),
                         SCMP_SYS(lseek),
                         SCMP_SYS(close),
                         SCMP_SYS(fstat),
                         SCMP_SYS(stat),
                         SCMP_SYS(lstat),
                         SCMP_SYS(newfstatat),
                         SCMP_SYS(statx),
                         SCMP_SYS(fstatfs),
                         SCMP_SYS(statfs),
                         SCMP_SYS(access),
                         SCMP_SYS(faccessat),
                         SCMP_SYS(faccessat2),
                         SCMP_SYS(readlink),
                         SCMP_SYS(readlinkat),
                         SCMP_SYS(getdents64),
                         SCMP_SYS(getcwd),
                         SCMP_SYS(fcntl),
                         SCMP_SYS(fadvise64),
                         SCMP_SYS(brk),
                         SCMP_SYS(mmap),
                         SCMP_SYS(munmap),
                         SCMP_SYS(mremap),
                         SCMP_SYS(mprotect),
                         SCMP_SYS(madvise),
                         SCMP_SYS(memfd_create),
                         SCMP_SYS(ftruncate),
                         SCMP_SYS(sendmsg),
                         SCMP_SYS(recvmsg),
                         SCMP_SYS(recvfrom),
                         SCMP_SYS(poll),
                         SCMP_SYS(rt_sigaction),
                         SCMP_SYS(rt_sigprocmask),
                         SCMP_SYS(rt_sigreturn),
                         SCMP_SYS(sigaltstack),
                         SCMP_SYS(getpid),
                         SCMP_SYS(gettid),
                         SCMP_SYS(getuid),
                         SCMP_SYS(geteuid),
                         SCMP_SYS(getgid),
                         SCMP_SYS(getegid),
                         SCMP_SYS(clock_gettime),
                         SCMP_SYS(clock_getres),
                         SCMP_SYS(gettimeofday),
                         SCMP_SYS(time),
                         SCMP_SYS(nanosleep),
                         SCMP_SYS(clock_nanosleep),
                         SCMP_SYS(getrandom),
                         SCMP_SYS(futex),
                         SCMP_SYS(sched_yield),
                         SCMP_SYS(sched_getaffinity),
                         SCMP_SYS(sysinfo),
                         SCMP_SYS(uname),
                         SCMP_SYS(getrusage),
                         SCMP_SYS(getrlimit),
                         SCMP_SYS(setrlimit),
                         SCMP_SYS(set_robust_list),
                         SCMP_SYS(rseq),
                         SCMP_SYS(restart_syscall),
                         SCMP_SYS(exit),
                         SCMP_SYS(exit_group)})
    good = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0 && good;
  // Its own limits, its own end.
  good = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1,
                          SCMP_A0(SCMP_CMP_EQ, 0)) == 0 &&
         good;
  good = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                          SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()))) == 0 &&
         good;
  constexpr int kWriting = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
  good = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
                          SCMP_A1(SCMP_CMP_MASKED_EQ, kWriting, 0)) == 0 &&
         good;
  good = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                          SCMP_A2(SCMP_CMP_MASKED_EQ, kWriting, 0)) == 0 &&
         good;
  good = good && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return good;
}
#else
bool limit_system_calls() {
  return false;
}
#endif

}  // namespace

Confinement confine(const WorkerLimits& limits, int keep) {
  Confinement held;
  lead_nowhere();
  ::close_range(STDERR_FILENO + 1, static_cast<unsigned>(keep) - 1, 0);
  ::close_range(static_cast<unsigned>(keep) + 1, ~0U, 0);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, static_cast<rlim_t>(kMaxResultBytes));
  held.memory = limit_memory(limits.memory_mb);
  held.system_calls = limit_system_calls();
  return held;
}

void allow_cpu(int seconds) {
  rusage used = {};
  ::getrusage(RUSAGE_SELF, &used);
  rlimit both = {};
  ::getrlimit(RLIMIT_CPU, &both);
  both.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + seconds);
  both.rlim_cur = std::min(both.rlim_cur, both.rlim_max);
  ::setrlimit(RLIMIT_CPU, &both);
}

}  // namespace gouji
