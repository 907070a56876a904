import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { startSandbox } from "../../../sandbox";
import { startWorkbench } from "../../../workbench/server";
import { builtComponent } from "../../support/bundle";
import { environmentOf, NO_ACCOUNT, plainEnvironment } from "../../support/environment";
import { requirePage } from "../support/page";
import { nextHeld } from "../support/sandbox";
import { action, openAsPage, pageOf } from "./asPage";

const PROGRAM = path.join(__dirname, "..", "..", "..", "workbench", "index.ts");

const atEnd: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(atEnd.splice(0).map((close) => close()));
});

it("leaves nothing of itself behind where its port is in use", async () => {
  // The program would build it, under the eyes of other tests.
  requirePage();
  const page = await openAsPage({ sandbox: { tickets: 1 } });
  atEnd.push(page.close);
  const component = builtComponent();
  const { port } = new URL(page.url);
  const before = process.env.GORGIAS_BASE_URL;
  const inUse = `Cannot listen on 127.0.0.1:${port}: the port is in use.`;
  const second = startWorkbench({ component, port: Number(port), sandbox: { tickets: 1 } });
  await expect(second).rejects.toThrow(inUse);
  expect(process.env.GORGIAS_BASE_URL).toBe(before);

  const args = ["--import", "tsx", PROGRAM, "--no-open", "--port", port];
  const child = spawn(process.execPath, args, { env: plainEnvironment(NO_ACCOUNT) });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  // It opened all the same.
  child.stdout.once("data", () => child.kill());
  const [status] = await once(child, "close");
  expect({ status, said }).toEqual({ status: 1, said: expect.stringContaining(inUse) });
});

it("calls off at its end what is under way, however long that would take", async () => {
  const gorgias = await startSandbox({ tickets: 1 });
  atEnd.push(gorgias.close);
  const workbench = await startWorkbench({
    component: builtComponent(),
    environment: environmentOf(gorgias),
  });
  const page = await pageOf(workbench);
  const held = nextHeld(gorgias);
  await page.ask("POST", "runs", action("getAccount"));
  await held;
  await page.close();
  expect(workbench.underWay()).toEqual([]);
});
