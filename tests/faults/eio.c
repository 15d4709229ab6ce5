/*
 * Put before the C library of a server (LD_PRELOAD): syncing the disk fails, and what was written to a
 * write-ahead log since it was synced last is gone, as Linux drops it after such a fault.
 *
 *   FAULT_FOLDER  only files beneath it
 *   FAULT_EVERY   each so many-th sync fails; 0: none
 *   FAULT_FLAG    while this file is there every sync fails
 *   FAULT_COUNT   gets a byte for each sync that failed
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Written {
  ino_t inode;
  off_t at;
  size_t length;
  char *before;
  struct Written *next;
} Written;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static Written *written;
static long syncs;

/* 1: beneath the folder; 2: a write-ahead log there. */
static int ours(int fd) {
  char link[64], path[4096];
  const char *folder = getenv("FAULT_FOLDER");
  if (folder == NULL) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (n <= 0) return 0;
  path[n] = 0;
  if (strncmp(path, folder, strlen(folder)) != 0) return 0;
  return n > 4 && strcmp(path + n - 4, "-wal") == 0 ? 2 : 1;
}

static ino_t inode_of(int fd) {
  struct stat s;
  return fstat(fd, &s) == 0 ? s.st_ino : 0;
}

static ssize_t put(int fd, const void *data, size_t length, off_t at) {
  static ssize_t (*real)(int, const void *, size_t, off_t);
  if (real == NULL) real = dlsym(RTLD_NEXT, "pwrite64");
  return real(fd, data, length, at);
}

static ssize_t remembered(int fd, const void *data, size_t length, off_t at) {
  if (ours(fd) == 2) {
    Written *one = malloc(sizeof *one);
    one->before = calloc(1, length);
    if (pread(fd, one->before, length, at) < 0) memset(one->before, 0, length);
    one->inode = inode_of(fd);
    one->at = at;
    one->length = length;
    pthread_mutex_lock(&lock);
    one->next = written;
    written = one;
    pthread_mutex_unlock(&lock);
  }
  return put(fd, data, length, at);
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return remembered(fd, data, length, at); }
ssize_t pwrite64(int fd, const void *data, size_t length, off_t at) { return remembered(fd, data, length, at); }

/* Of one file: forgets what was written, or puts back what was there before. */
static void settle(int fd, int lost) {
  ino_t inode = inode_of(fd);
  pthread_mutex_lock(&lock);
  for (Written **at = &written; *at != NULL;) {
    Written *one = *at;
    if (one->inode != inode) {
      at = &one->next;
      continue;
    }
    if (lost) put(fd, one->before, one->length, one->at);
    *at = one->next;
    free(one->before);
    free(one);
  }
  pthread_mutex_unlock(&lock);
}

static int fails(void) {
  const char *flag = getenv("FAULT_FLAG"), *every = getenv("FAULT_EVERY"), *count = getenv("FAULT_COUNT");
  long n = every == NULL ? 0 : atol(every);
  int bad = flag != NULL && access(flag, F_OK) == 0;
  if (n > 0 && __sync_add_and_fetch(&syncs, 1) % n == 0) bad = 1;
  if (bad && count != NULL) {
    int fd = open(count, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (fd >= 0) {
      if (write(fd, "x", 1) != 1) { /* Only a figure is wrong then. */ }
      close(fd);
    }
  }
  return bad;
}

static int synced(int fd, const char *name) {
  int (*real)(int) = dlsym(RTLD_NEXT, name);
  if (!ours(fd)) return real(fd);
  if (fails()) {
    settle(fd, 1);
    errno = EIO;
    return -1;
  }
  settle(fd, 0);
  return real(fd);
}

int fsync(int fd) { return synced(fd, "fsync"); }
int fdatasync(int fd) { return synced(fd, "fdatasync"); }
