/** Why a server cannot listen and what to do about it, by Node's code for it. */
const NOT_LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: "the port is in use. Stop what runs there, or choose another one with --port.",
  EACCES: "this user may not use the port. Choose one from 1024 on with --port.",
  EADDRNOTAVAIL: "this machine does not have that address. Choose one that it has with --host.",
  ENOTFOUND: "there is no such address. Choose one that this machine has with --host.",
  EAI_AGAIN: "the address could not be looked up. Choose one that this machine has with --host.",
};

/** Why a file cannot be used, by Node's code for it. */
const NOT_USABLE: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "this user has no permission for it",
  EPERM: "this user has no permission for it",
  EROFS: "nothing can be written there",
  ENOSPC: "the disk is full",
  EMFILE: "too many files are open",
};

/** What a person reads of a server that cannot listen. */
export function listenFault(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reason = NOT_LISTENING[error.code ?? ""] ?? error.message;
  return new Error(`Cannot listen on ${host}:${port}: ${reason}`);
}

/**
 * Why a file cannot be read or written, in words that stand after a colon.
 *
 * @param error what Node threw
 */
export function fileFault({ code = "", message }: NodeJS.ErrnoException): string {
  return NOT_USABLE[code] ?? message;
}
