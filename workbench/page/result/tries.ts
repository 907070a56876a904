import type { Exchange } from "../../messages";

/** Which try of its request each exchange was: those before it failed, and it was sent again. */
export function triesOf(exchanges: readonly Exchange[]): readonly number[] {
  const tries = new Map<string, number>();
  return exchanges.map(({ method, path, status }) => {
    const request = `${method} ${path}`;
    const attempt = (tries.get(request) ?? 0) + 1;
    tries.set(request, isFailed(status) ? attempt : 0);
    return attempt;
  });
}

/** Whether a status stands for no good answer: `429`, or a fault's code. */
export function isFailed(status: string): boolean {
  return !/^[123]\d\d$/.test(status);
}
