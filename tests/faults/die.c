/*
 * Put before the C library of a program (LD_PRELOAD): it is killed as it is about to change a file.
 *
 *   FAULT_FOLDER  only files beneath it
 *   FAULT_AT      at which change, from 1; 0: never
 *   FAULT_COUNT   gets a byte for each change
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long steps;

static int beneath(const char *path) {
  const char *folder = getenv("FAULT_FOLDER");
  return folder != NULL && path != NULL && strncmp(path, folder, strlen(folder)) == 0;
}

static int ours(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (n <= 0) return 0;
  path[n] = 0;
  return beneath(path);
}

static void step(int counts) {
  if (!counts) return;
  const char *at = getenv("FAULT_AT"), *count = getenv("FAULT_COUNT");
  long n = __sync_add_and_fetch(&steps, 1);
  if (count != NULL) {
    int fd = creat(count, 0600);
    if (fd >= 0) {
      if (ftruncate(fd, n) != 0) { /* Only a figure is wrong then. */ }
      close(fd);
    }
  }
  if (at != NULL && atol(at) == n) kill(getpid(), SIGKILL);
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t pwrite(int fd, const void *data, size_t length, off_t at) {
  REAL(pwrite);
  step(ours(fd));
  return real(fd, data, length, at);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
  REAL(pwrite64);
  step(ours(fd));
  return real(fd, data, length, at);
}

int ftruncate64(int fd, off64_t length) {
  REAL(ftruncate64);
  step(ours(fd));
  return real(fd, length);
}

int fsync(int fd) {
  REAL(fsync);
  step(ours(fd));
  return real(fd);
}

int fdatasync(int fd) {
  REAL(fdatasync);
  step(ours(fd));
  return real(fd);
}

int unlink(const char *path) {
  REAL(unlink);
  step(beneath(path));
  return real(path);
}

int rename(const char *from, const char *to) {
  REAL(rename);
  step(beneath(from));
  return real(from, to);
}
