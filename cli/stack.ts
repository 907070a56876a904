/** Where an error comes from, a line a call, and the same for what caused it. */
export function stackOf(error: unknown): string[] {
  if (!(error instanceof Error)) {
    return [];
  }
  const calls = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const { cause } = error;
  return cause instanceof Error
    ? [...calls, `Caused by ${cause.name}: ${cause.message}`, ...stackOf(cause)]
    : calls;
}
