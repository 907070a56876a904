import pc from "picocolors";

/**
 * Prints how a step went, and has this process end with 1 when it failed.
 *
 * @param fault what went wrong; undefined when nothing did
 * @param startedAt when it began, of `performance.now()`; undefined where its time says nothing
 */
export function tick(name: string, fault?: string, startedAt?: number): void {
  if (fault !== undefined) {
    process.stdout.write(`${pc.red("✗")} ${name} ${fault}\n`);
    process.exitCode = 1;
    return;
  }
  const time =
    startedAt === undefined ? "" : ` ${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  process.stdout.write(`${pc.green("✓")} ${name}${pc.dim(time)}\n`);
}
