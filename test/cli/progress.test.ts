import type { Exchange } from "../../cli/exchange";
import { follow } from "../../cli/progress";

const answered = (request: string): Exchange => ({
  request,
  result: "200",
  ms: 1,
  rateLimit: "2/40",
});

/** What stands on the terminal after these requests. */
function shown(...requests: readonly string[]): string {
  jest.replaceProperty(process.stderr, "isTTY", true);
  const write = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const progress = follow();
  for (const request of requests) {
    progress.exchange?.(answered(request), "");
  }
  const text = write.mock.calls.join("");
  progress.stop();
  return text;
}

describe("the line that shows how far a run is", () => {
  beforeAll(() => {
    // In a pipe Node does not define it, and what is not there cannot be replaced.
    process.stderr.isTTY ??= false;
  });

  it("counts the pages of a list", () => {
    expect(shown("GET /api/tickets?limit=100", "GET /api/tickets?limit=100&cursor=abc")).toContain(
      "2 pages · rate limit 2/40",
    );
  });

  it.each([
    ["a look-up and a change", ["GET /api/tickets/7", "PUT /api/tickets/7"]],
    ["a job that is asked after again", ["GET /api/jobs/7", "GET /api/jobs/7"]],
    ["two lists", ["GET /api/users?limit=1", "GET /api/teams?cursor=abc"]],
  ])("takes %s for no pages", (_, requests) => {
    expect(shown(...requests)).toBe("");
  });
});
