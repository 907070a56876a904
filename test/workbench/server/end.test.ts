import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { startSandbox } from "../../../sandbox";
import { emptyFolder } from "../../cli/terminal";
import { environmentOf, plainEnvironment } from "../../support/environment";
import { requirePage } from "../support/page";
import { projectCopy } from "../support/projectCopy";
import { action, pageOf } from "./asPage";

const PROGRAM = path.join(__dirname, "..", "..", "..", "workbench", "index.ts");

/** Starts the workbench in a process of its own, with no browser. */
function start(
  program: string,
  environment: Record<string, string> = {},
): ChildProcessWithoutNullStreams {
  const tsx = pathToFileURL(require.resolve("tsx")).href;
  return spawn(process.execPath, ["--import", tsx, program, "--no-open"], {
    cwd: emptyFolder(),
    env: plainEnvironment(environment),
  });
}

it("says what it waits for when it is stopped while something is written, and ends at the second signal", async () => {
  // The program would build it, under the eyes of other tests.
  requirePage();
  const gorgias = await startSandbox({ tickets: 1 });
  const child = start(PROGRAM, environmentOf(gorgias));
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

it("ends what builds its page when it is told to end meanwhile", async () => {
  const heard = createServer((socket) => socket.resume()).listen(0, "127.0.0.1");
  await once(heard, "listening");
  const { port } = heard.address() as AddressInfo;
  const copy = projectCopy({ vite: `require("node:net").connect(${port}, "127.0.0.1");` });
  const child = start(copy.program);
  const ended = once(child, "exit");
  await once(heard, "connection");
  child.kill("SIGTERM");
  expect(await ended).toEqual([null, "SIGTERM"]);
  // It is closed once nobody is connected any more.
  await new Promise((closed) => heard.close(closed));
  copy.remove();
});

it("says what to do when a package is missing", async () => {
  const copy = projectCopy({ missing: ["hono", "@hono"] });
  const child = start(copy.program);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  expect(await once(child, "close")).toEqual([1, null]);
  expect(said).toMatch(/^@?hono\S* is not installed\. Run "npm ci"\.\n$/);
  copy.remove();
});
