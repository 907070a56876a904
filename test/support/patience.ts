/**
 * Has no test of a file end because the machine is busy: signals that abort after a while never
 * do. Waits that are to happen are none of those.
 */
export function useNoTimeouts(): void {
  beforeEach(() => {
    jest.spyOn(AbortSignal, "timeout").mockImplementation(() => new AbortController().signal);
  });
}
