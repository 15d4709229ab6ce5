/*
 * Put before the C library of a server (LD_PRELOAD): writes down every change of a file in the order in which
 * it was made, and which of them were synced.
 *
 *   FAULT_FOLDER  only files beneath it
 *   FAULT_LOG     gets the records: a line "KIND LENGTH OFFSET PATH", then LENGTH bytes
 *
 * W bytes written, T truncated to OFFSET, S synced, U removed, R renamed (the bytes are the new path).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int out = -1;

static int beneath(const char *path) {
  const char *folder = getenv("FAULT_FOLDER");
  return folder != NULL && path != NULL && strncmp(path, folder, strlen(folder)) == 0;
}

static int path_of(int fd, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, size - 1);
  if (n <= 0) return 0;
  path[n] = 0;
  return beneath(path);
}

/* The lock is held, so that the order here is the order on the disk. */
static void record(char kind, const char *path, off_t at, const void *bytes, size_t length) {
  char head[4200];
  if (out < 0) out = open(getenv("FAULT_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
  int n = snprintf(head, sizeof head, "%c %zu %lld %s\n", kind, length, (long long)at, path);
  struct iovec parts[2] = {{head, (size_t)n}, {(void *)bytes, length}};
  if (writev(out, parts, 2) < 0) abort();
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define WRITES(name, type)                                                  \
  ssize_t name(int fd, const void *data, size_t length, type at) {          \
    REAL(name);                                                             \
    char path[4096];                                                        \
    if (!path_of(fd, path, sizeof path)) return real(fd, data, length, at); \
    pthread_mutex_lock(&lock);                                              \
    ssize_t done = real(fd, data, length, at);                              \
    if (done > 0) record('W', path, at, data, (size_t)done);                \
    pthread_mutex_unlock(&lock);                                            \
    return done;                                                            \
  }
WRITES(pwrite, off_t)
WRITES(pwrite64, off64_t)

#define TRUNCATES(name, type)                                 \
  int name(int fd, type length) {                             \
    REAL(name);                                               \
    char path[4096];                                          \
    if (!path_of(fd, path, sizeof path)) return real(fd, length); \
    pthread_mutex_lock(&lock);                                \
    int done = real(fd, length);                              \
    if (done == 0) record('T', path, length, "", 0);          \
    pthread_mutex_unlock(&lock);                              \
    return done;                                              \
  }
TRUNCATES(ftruncate, off_t)
TRUNCATES(ftruncate64, off64_t)

#define SYNCS(name)                                       \
  int name(int fd) {                                      \
    REAL(name);                                           \
    char path[4096];                                      \
    if (!path_of(fd, path, sizeof path)) return real(fd); \
    pthread_mutex_lock(&lock);                            \
    int done = real(fd);                                  \
    if (done == 0) record('S', path, 0, "", 0);           \
    pthread_mutex_unlock(&lock);                          \
    return done;                                          \
  }
SYNCS(fsync)
SYNCS(fdatasync)

int unlink(const char *path) {
  REAL(unlink);
  if (!beneath(path)) return real(path);
  pthread_mutex_lock(&lock);
  int done = real(path);
  if (done == 0) record('U', path, 0, "", 0);
  pthread_mutex_unlock(&lock);
  return done;
}

int rename(const char *from, const char *to) {
  REAL(rename);
  if (!beneath(from)) return real(from, to);
  pthread_mutex_lock(&lock);
  int done = real(from, to);
  if (done == 0) record('R', from, 0, to, strlen(to));
  pthread_mutex_unlock(&lock);
  return done;
}
