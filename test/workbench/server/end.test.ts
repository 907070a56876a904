import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { startSandbox } from "../../../sandbox";
import { emptyFolder } from "../../cli/terminal";
import { environmentOf, plainEnvironment } from "../../support/environment";
import { requirePage } from "../support/page";
import { action, pageOf } from "./asPage";

const PROGRAM = path.join(__dirname, "..", "..", "..", "workbench", "index.ts");

it("says what it waits for when it is stopped while something is written, and ends at the second signal", async () => {
  // The program would build it, under the eyes of other tests.
  requirePage();
  const gorgias = await startSandbox({ tickets: 1 });
  const tsx = pathToFileURL(require.resolve("tsx")).href;
  const child = spawn(process.execPath, ["--import", tsx, PROGRAM, "--no-open"], {
    cwd: emptyFolder(),
    env: plainEnvironment(environmentOf(gorgias)),
  });
  let said = "";
  const says = (words: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => {
        const [found] = words.exec(said) ?? [];
        if (found !== undefined) {
          resolve(found);
        }
      };
      child.stdout.on("data", look);
      child.stderr.on("data", look);
    });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const ended = once(child, "exit");
  const page = await pageOf({ url: await says(/http:\S+\//), close: async () => undefined });
  gorgias.fault({ delayMs: 60_000, method: "POST" });
  const sent = new Promise<void>((resolve) => gorgias.onRequest(() => resolve()));
  await page.ask("POST", "runs", await page.agreed(action("createTag", { name: "late" })));
  await sent;
  child.kill("SIGINT");
  await says(/Waiting for Create Tag\. Press Ctrl\+C again to end now\./);
  child.kill("SIGINT");
  expect(await ended).toEqual([null, "SIGINT"]);
  await gorgias.close();
});
