/** Why a server cannot listen and what to do about it, by Node's code for it. */
const NOT_LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: "the port is in use. Stop what runs there, or choose another one with --port.",
  EACCES: "this user may not use the port. Choose one from 1024 on with --port.",
  EADDRNOTAVAIL: "this machine does not have that address. Choose one that it has with --host.",
  ENOTFOUND: "there is no such address. Choose one that this machine has with --host.",
  EAI_AGAIN: "the address could not be looked up. Choose one that this machine has with --host.",
};

/** What a person reads of a server that cannot listen. */
export function listenFault(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reason = NOT_LISTENING[error.code ?? ""] ?? error.message;
  return new Error(`Cannot listen on ${host}:${port}: ${reason}`);
}
