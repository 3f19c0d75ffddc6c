/* What a program that takes over a terminal needs of the system and Swift cannot do: handlers of signals may
   only call what is safe in them, and a program that dies must leave the terminal as it was. */
#ifndef FOOTNOTE_CTERMINAL_H
#define FOOTNOTE_CTERMINAL_H

#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

/* Keys as they are pressed: no echo, no lines, no signals and no flow control from the keyboard. */
void terminal_make_raw(struct termios *settings);

/* From here to `terminal_release`, a signal that ends the process first writes `leave` to `terminal` and puts
   `saved` back, also after a crash. Signals that are ignored stay so, except SIGINT.

   Where `wake` is not negative, a byte is written to it for what a screen has to follow: 'w' the size has
   changed, 'c' the process goes on after a stop, 't' it is to stop. It must not block.

   There is one guard at a time; at most 127 bytes of `leave` count. */
void terminal_guard(int terminal, const struct termios *saved, const char *leave, int wake);
void terminal_release(void);

/* What a signal does within a guard, for whoever ends the process otherwise. */
void terminal_restore(void);

/* Whether somebody could wake the process if it stopped: not in a shell's own group, as in $(...). */
int terminal_may_stop(void);

/* Stops the process group as Ctrl-Z does, and returns when it goes on. Not within a guard. */
void terminal_stop(void);

#define TERMINAL_READABLE 1
#define TERMINAL_WOKEN 2

/* Waits until one of both can be read; 0 when `milliseconds` have passed (negative: no limit), -1 for an
   error. poll(2) does not know terminals everywhere. */
int terminal_wait(int terminal, int wake, int milliseconds);

/* Runs a program with `terminal` as its standard streams and waits for it. Meanwhile SIGINT and SIGQUIT are
   its affair. Returns its wait status, or -1 with errno where it cannot be started. */
int terminal_run(char *const arguments[], int terminal, int *status);

#endif
