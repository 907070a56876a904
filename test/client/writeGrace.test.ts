import { once } from "node:events";
import { createServer } from "node:http";
import { GorgiasClient } from "../../src/client";
import { jsonContent } from "../../src/client/content";
import { closeAll, listen } from "../support/rawServer";
import { connection, newLog } from "../support/steps";
import { pass, useFakeTime } from "../support/time";

useFakeTime();
afterEach(closeAll);

it("a write gets half a minute more than the time limit, so that it ends before the platform ends the step", async () => {
  const server = createServer();
  await listen(server);
  const client = new GorgiasClient({ connection, logger: newLog().logger, debug: false });
  jest.advanceTimersByTime(14 * 60_000 - 1000);
  const arrived = once(server, "request");
  const work = client.upload("/upload", jsonContent({})).catch((error: Error) => error);
  await arrived;
  expect(await pass(work, true)).toBe(31);
  await expect(work).resolves.toMatchObject({
    attempts: 1,
    message: `POST /api/upload: no answer from ${process.env.GORGIAS_BASE_URL} (it took too long). It may have been carried out: look in Gorgias before you send it again.`,
  });
});
