#include "CTerminal.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

void terminal_make_raw(struct termios *settings) {
  settings->c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INLCR | INPCK | ISTRIP | IXON);
  settings->c_lflag &= ~(tcflag_t)(ECHO | ICANON | IEXTEN | ISIG);
  settings->c_cc[VMIN] = 1;
  settings->c_cc[VTIME] = 0;
}

/* What handlers need. Written only while no handler is installed. */
static struct {
  int terminal;
  int wake;
  struct termios saved;
  char leave[128];
  size_t length;
} guarded;

static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGALRM, SIGXCPU};
static const int crashing[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS};
static const int waking[] = {SIGWINCH, SIGCONT, SIGTSTP};

#define COUNT(list) (sizeof(list) / sizeof(list[0]))
#define LAST_SIGNAL 64

static struct sigaction before[LAST_SIGNAL];
static volatile sig_atomic_t is_installed[LAST_SIGNAL];
static volatile sig_atomic_t is_guarded;

/* In the background the terminal belongs to another process, and must not be touched. */
void terminal_restore(void) {
  if (!is_guarded || tcgetpgrp(guarded.terminal) != getpgrp()) return;
  is_guarded = 0;
  size_t start = 0;
  while (start < guarded.length) {
    ssize_t count = write(guarded.terminal, guarded.leave + start, guarded.length - start);
    if (count <= 0) break;
    start += (size_t)count;
  }
  tcsetattr(guarded.terminal, TCSANOW, &guarded.saved);
}

/* The signal comes again when the handler returns, and does then what it did before there was a guard. */
static void end(int number) {
  int error = errno;
  terminal_restore();
  struct sigaction action = before[number];
  if (action.sa_handler == SIG_IGN || number == SIGINT) {
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
  }
  sigaction(number, &action, NULL);
  raise(number);
  errno = error;
}

static void wake_up(int number) {
  int error = errno;
  char byte = number == SIGWINCH ? 'w' : number == SIGCONT ? 'c' : 't';
  ssize_t ignored = write(guarded.wake, &byte, 1);
  (void)ignored;
  errno = error;
}

static void install(int number, void (*handler)(int), int keeps_ignored) {
  struct sigaction action;
  if (number >= LAST_SIGNAL || sigaction(number, NULL, &before[number]) != 0) return;
  if (keeps_ignored && before[number].sa_handler == SIG_IGN) return;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_ONSTACK | SA_RESTART;
  sigfillset(&action.sa_mask);
  if (sigaction(number, &action, NULL) == 0) is_installed[number] = 1;
}

/* A crash because the stack is full needs another one to run the handler on. */
static char handler_stack[65536];

void terminal_guard(int terminal, const struct termios *saved, const char *leave, int wake) {
  terminal_release();
  guarded.terminal = terminal;
  guarded.wake = wake;
  guarded.saved = *saved;
  guarded.length = strlen(leave);
  if (guarded.length >= sizeof guarded.leave) guarded.length = sizeof guarded.leave - 1;
  memcpy(guarded.leave, leave, guarded.length);
  is_guarded = 1;

  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack, .ss_flags = 0};
  sigaltstack(&stack, NULL);
  for (size_t i = 0; i < COUNT(ending); i++) install(ending[i], end, ending[i] != SIGINT);
  for (size_t i = 0; i < COUNT(crashing); i++) install(crashing[i], end, 0);
  if (wake >= 0) {
    for (size_t i = 0; i < COUNT(waking); i++) install(waking[i], wake_up, waking[i] == SIGTSTP);
  }
}

void terminal_release(void) {
  is_guarded = 0;
  for (int number = 1; number < LAST_SIGNAL; number++) {
    if (!is_installed[number]) continue;
    is_installed[number] = 0;
    sigaction(number, &before[number], NULL);
  }
}

int terminal_may_stop(void) {
  struct sigaction action;
  if (getpgrp() == getsid(0)) return 0;
  /* A guard has replaced what was there before it. */
  if (is_installed[SIGTSTP]) return 1;
  return sigaction(SIGTSTP, NULL, &action) == 0 && action.sa_handler != SIG_IGN;
}

void terminal_stop(void) {
  struct sigaction action, old;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigemptyset(&action.sa_mask);
  sigaction(SIGTSTP, &action, &old);
  kill(0, SIGTSTP);
  /* Another thread may be the one that is stopped first; the time passes while the process is stopped. */
  struct timespec moment = {.tv_sec = 0, .tv_nsec = 100 * 1000 * 1000};
  nanosleep(&moment, NULL);
  sigaction(SIGTSTP, &old, NULL);
}

int terminal_wait(int terminal, int wake, int milliseconds) {
  fd_set set;
  FD_ZERO(&set);
  if (terminal >= FD_SETSIZE || wake >= FD_SETSIZE) {
    errno = EINVAL;
    return -1;
  }
  FD_SET(terminal, &set);
  if (wake >= 0) FD_SET(wake, &set);
  struct timeval limit = {
      .tv_sec = milliseconds / 1000, .tv_usec = (milliseconds % 1000) * 1000};
  int highest = terminal > wake ? terminal : wake;
  int count = select(highest + 1, &set, NULL, NULL, milliseconds < 0 ? NULL : &limit);
  if (count <= 0) return count;
  return (FD_ISSET(terminal, &set) ? TERMINAL_READABLE : 0)
      | (wake >= 0 && FD_ISSET(wake, &set) ? TERMINAL_WOKEN : 0);
}

static int start(char *const arguments[], int terminal, pid_t *child) {
  posix_spawn_file_actions_t streams;
  posix_spawnattr_t attributes;
  sigset_t none, plain;
  sigemptyset(&none);
  sigfillset(&plain);
  sigdelset(&plain, SIGKILL);
  sigdelset(&plain, SIGSTOP);
  posix_spawn_file_actions_init(&streams);
  for (int number = 0; number <= 2; number++) {
    posix_spawn_file_actions_adddup2(&streams, terminal, number);
  }
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &plain);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  int error = posix_spawn(child, arguments[0], &streams, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&streams);
  return error;
}

int terminal_run(char *const arguments[], int terminal, int *status) {
  struct sigaction ignore, interrupt, quit;
  memset(&ignore, 0, sizeof ignore);
  ignore.sa_handler = SIG_IGN;
  sigemptyset(&ignore.sa_mask);
  sigaction(SIGINT, &ignore, &interrupt);
  sigaction(SIGQUIT, &ignore, &quit);
  pid_t child;
  int error = start(arguments, terminal, &child);
  if (error == 0) {
    while (waitpid(child, status, 0) < 0) {
      if (errno == EINTR) continue;
      error = errno;
      break;
    }
  }
  sigaction(SIGINT, &interrupt, NULL);
  sigaction(SIGQUIT, &quit, NULL);
  errno = error;
  return error == 0 ? 0 : -1;
}
