/** Why a server cannot listen, by Node's code for it. */
const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: "it is in use. Stop what runs there, or choose another port with --port",
  EACCES: "this user may not use it. Choose a port from 1024 on with --port",
  ERR_SOCKET_BAD_PORT: "there is no such port. Choose one up to 65535 with --port",
};

/**
 * What a person does about a port that a server cannot listen on.
 *
 * @returns undefined for a failure of another kind
 */
export function listenFault(
  { code = "" }: NodeJS.ErrnoException,
  port: number,
): string | undefined {
  const reason = REASONS[code];
  return reason && `The sandbox cannot listen on port ${port}: ${reason}; 0 picks a free one.`;
}
