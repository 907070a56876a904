/** The same steps with another one in the place of one of them. */
export function mapped<T>(
  steps: Record<string, T>,
  key: string,
  to: (step: T) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [name, name === key ? to(step) : step]),
  );
}
