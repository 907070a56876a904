/** Why a file cannot be used, by Node's code for it. */
const NOT_USABLE: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "a part of its path is not a folder",
  EEXIST: "there is another file of that name",
  EISDIR: "it is a folder",
  EACCES: "this user has no permission for it",
  EPERM: "this user has no permission for it",
  EROFS: "nothing can be written there",
  ENOSPC: "the disk is full",
  EMFILE: "too many files are open",
};

/**
 * Why a file cannot be read or written, in words that stand after a colon. Those who read files
 * share it: the MCP server its configuration, the terminal what it is given.
 *
 * @param error what Node threw
 */
export function fileFault({ code = "", message }: NodeJS.ErrnoException): string {
  return NOT_USABLE[code] ?? message;
}
